"""Labels that known entries lack: the other half of a short form that a source spells out, and names otherwise divided or joined."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.findings.suggestions.names import most
from generator.findings.terms.hearing import joined
from generator.found import Acronym, Proposal, Suggestion, Suspicion
from generator.match import covered
from generator.model import ConceptId, Document, LabelKind, Mention, Passage, PassageId, Role, SeedId, Vocabulary
from generator.text import fold
from generator.vocabulary.labels import key

#: Letters of a label that is looked for in one word or in parts.
_SHORTEST = 7
_MOST_WORDS = 3
#: Letters by which a word may begin a label at all.
_HEAD = 3
_WORD = re.compile(r"[^\W_]+")


def spelt_out(acronyms: Sequence[Acronym], vocabulary: Vocabulary, passages: Mapping[PassageId, Passage]) -> Iterator[Suggestion]:
    """The form of a known name, short or long, that no label has yet."""
    known = {fold(label.text) for concept in vocabulary.concepts.values() for label in concept.labels} if acronyms else frozenset()
    for found in acronyms:
        for form, other in ((found.short, found.long), (found.long, found.short)):
            if found.concept and fold(form) not in known and fold(other) in known:
                because = f"the source spells it out: {found.long} ({found.short})"
                source = passages[found.passage].source
                yield Suggestion(Proposal.ALT, source, form, because, (found.passage,), 0.93, concept=found.concept)


class Divided(NamedTuple):
    """A known name with its words written together or apart: as it stands in a passage, and the label that it is."""

    concept: ConceptId
    surface: str
    label: str
    passage: PassageId


@dataclass(frozen=True, slots=True)
class Letters:
    """Labels by their letters alone, and the first letters of all of them. Made by `letters`."""

    labels: Mapping[str, tuple[ConceptId, str]]
    heads: frozenset[str]


def letters(vocabulary: Vocabulary) -> Letters:
    """Index the labels, without those whose letters two entries share."""
    owners: dict[str, set[ConceptId]] = defaultdict(set)
    found = {}
    for concept in vocabulary.concepts.values():
        for label in concept.labels:
            bare = joined(label.text)
            if label.kind in (LabelKind.PREF, LabelKind.ALT) and not label.near and len(bare) >= _SHORTEST:
                owners[bare].add(concept.id)
                found[bare] = (concept.id, label.text)
    labels = {bare: held for bare, held in found.items() if len(owners[bare]) == 1}
    return Letters(labels, frozenset(bare[:_HEAD] for bare in labels))


def divisions(document: Document, known: Letters, mentions: Mapping[PassageId, Sequence[Mention]]) -> tuple[Divided, ...]:
    """Where a document writes a known name together or apart, as no label does."""
    found = []
    for passage in document.passages:
        if passage.role is Role.METADATA or passage.excluded:
            continue
        named = covered(mentions.get(passage.id, ()))
        for surface, start, end in _surfaces(passage.text, known.heads):
            held = known.labels.get(joined(surface))
            if held and key(surface) != key(held[1]) and named.isdisjoint(range(start, end)):
                found.append(Divided(held[0], surface, held[1], passage.id))
    return tuple(found)


def divided(found: Iterable[tuple[SeedId, Divided]]) -> Iterator[Suggestion]:
    """Known names with their words written together or apart: "finetuning" for fine-tuning."""
    groups: dict[tuple[ConceptId, str], list[tuple[SeedId, Divided]]] = defaultdict(list)
    for source, one in found:
        groups[one.concept, fold(one.surface)].append((source, one))
    for (concept, _), group in groups.items():
        one = group[0][1]
        source, passages = most([(source, each.passage) for source, each in group])
        because = f"the same letters as “{one.label}”, {len(group)} time{'s' if len(group) > 1 else ''}"
        name = one.surface.casefold() if one.label.islower() else one.surface
        yield Suggestion(Proposal.ALT, source, name, because, passages, 0.85, concept=concept)


def _surfaces(text: str, heads: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Runs of up to three words whose first letters begin a label."""
    words = list(_WORD.finditer(text))
    for first, word in enumerate(words):
        if word[0][:_HEAD].casefold() in heads:
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                if last > first and text[words[last - 1].end() : words[last].start()] not in {" ", "-"}:
                    break
                yield text[word.start() : words[last].end()], word.start(), words[last].end()


def misheard(suspicions: Iterable[Suspicion], passages: Mapping[PassageId, Passage]) -> Iterator[Suggestion]:
    """Words that may be a known name misheard, as hidden labels that ask for the company in which they were heard."""
    found: dict[tuple[ConceptId, str], list[Suspicion]] = defaultdict(list)
    for each in suspicions:
        found[each.concept, fold(each.heard)].append(each)
    for group in found.values():
        one = group[0]
        because = f"may be {one.label}, misheard: {one.how}, beside “{one.company}”"
        heard = tuple(dict.fromkeys(each.passage for each in group))
        yield Suggestion(
            Proposal.HIDDEN, passages[one.passage].source, one.heard, because, heard[:3], 0.9, concept=one.concept, near=one.company
        )
