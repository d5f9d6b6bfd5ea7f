"""What speaks for a passage being about a concept: counted and measured here, weighed in `evidence`."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.findings.evidence.profiles import Profiles, profiles, resemblance
from generator.model import ConceptId, ConceptKind, Document, Matches, Mention, Passage, PassageId, Vocabulary
from generator.text import places_in, sentences

#: Kinds of concepts that passages are about; of a person or a product a passage is evidence only when it names them.
SUBJECTS = frozenset({ConceptKind.TOPIC, ConceptKind.TREND})
#: How many passages on either side count as beside a passage, as far as they stand under the same heading.
_REACH = 2
#: A mention within so many characters of a sentence's beginning opens it: an article, an adjective may stand before.
_OPENING = 25


class Signals(NamedTuple):
    """What speaks for a passage being about a concept. Counts are ln(1 + n)."""

    names: float = 0.0  # mentions
    opens: float = 0.0  # 1 if a mention begins one of its sentences
    cues: float = 0.0  # different cues
    members: float = 0.0  # concepts named that belong to it
    question: float = 0.0  # share of its sentences that ask
    standing: float = 0.0  # likeness to the subject's note against that to all others, in deviations
    phrases: float = 0.0  # labels and cues in other forms, weighted
    before: float = 0.0  # mentions in the passage before
    around: float = 0.0  # mean standing of the passages beside it


@dataclass(frozen=True, slots=True)
class _Context:
    """What is the same for all documents: hits by passage, the profiles of the notes, who belongs to whom."""

    mentions: Mapping[PassageId, Sequence[Mention]]
    cues: Mapping[PassageId, Sequence[Mention]]
    profiles: Profiles
    wholes: Mapping[ConceptId, Sequence[ConceptId]]


def signals(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> Iterator[tuple[Passage, dict[ConceptId, Signals]]]:
    """Every passage that says something, with the signals of each subject, and of each other concept that it names."""
    known = _context(vocabulary, matches)
    for document in documents:
        yield from _of_document(document, known)


def _context(vocabulary: Vocabulary, matches: Matches) -> _Context:
    subjects = tuple(c for c in vocabulary.concepts.values() if c.kind in SUBJECTS)
    return _Context(_by_passage(matches.mentions), _by_passage(matches.cues), profiles(subjects), _wholes(vocabulary))


def spots(vocabulary: Vocabulary, matches: Matches) -> Mapping[tuple[PassageId, ConceptId], Sequence[int]]:
    """Where each passage speaks of each concept: offsets of its names, of its members' names, and of its cues."""
    wholes = _wholes(vocabulary)
    found: dict[tuple[PassageId, ConceptId], list[int]] = defaultdict(list)
    for hit in (*matches.mentions, *matches.cues):
        for concept in (hit.concept, *wholes.get(hit.concept, ())):
            found[hit.passage, concept].append(hit.start)
    return found


def _wholes(vocabulary: Vocabulary) -> Mapping[ConceptId, Sequence[ConceptId]]:
    """What each concept belongs to: enumerations that list it, and broader concepts."""
    wholes: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    for concept in vocabulary.concepts.values():
        for part in (*concept.member, *vocabulary.narrower.get(concept.id, ())):
            wholes[part].append(concept.id)
    return wholes


def _by_passage(found: Iterable[Mention]) -> Mapping[PassageId, Sequence[Mention]]:
    groups: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.passage].append(mention)
    return groups


def _of_document(document: Document, known: _Context) -> Iterator[tuple[Passage, dict[ConceptId, Signals]]]:
    said = [p for p in document.passages if p.says]
    own = [_own(p, known) for p in said]
    for i, (passage, found) in enumerate(zip(said, own, strict=True)):
        beside = [
            own[j] for j in range(max(0, i - _REACH), i + _REACH + 1) if j != i and j < len(said) and said[j].heading == passage.heading
        ]
        before = own[i - 1] if i and said[i - 1].heading == passage.heading else {}
        yield (
            passage,
            {c: s._replace(before=before.get(c, _NONE).names, around=_mean_standing(c, beside)) for c, s in sorted(found.items())},
        )


_NONE = Signals()


def _mean_standing(concept: ConceptId, beside: Sequence[Mapping[ConceptId, Signals]]) -> float:
    return sum(found.get(concept, _NONE).standing for found in beside) / max(1, len(beside))


def _own(passage: Passage, known: _Context) -> dict[ConceptId, Signals]:
    """The signals that stand in the passage itself."""
    spans = sentences(passage.text) or [(0, len(passage.text))]
    names, cues = _grouped(known.mentions.get(passage.id, ())), _grouped(known.cues.get(passage.id, ()))
    alike = resemblance([passage.text[a:b] for a, b in spans], known.profiles)
    members = Counter(whole for c in names for whole in known.wholes.get(c, ()))
    openings = places_in((a, min(a + _OPENING, b)) for a, b in spans)
    asks = sum(passage.text[a:b].rstrip("\"'”’)").endswith("?") for a, b in spans) / len(spans)
    return {
        c: Signals(
            names=math.log1p(len(names.get(c, ()))),
            opens=float(any(m.start in openings for m in names.get(c, ()))),
            cues=math.log1p(len({m.surface.lower() for m in cues.get(c, ())})),
            members=math.log1p(members.get(c, 0)),
            question=asks,
            standing=alike[c].standing if c in alike else 0.0,
            phrases=alike[c].phrases if c in alike else 0.0,
        )
        for c in {*known.profiles.subjects, *names}
    }


def _grouped(found: Iterable[Mention]) -> dict[ConceptId, list[Mention]]:
    groups: dict[ConceptId, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.concept].append(mention)
    return groups
