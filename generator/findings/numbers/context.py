"""What matching and evidence say of the passages, ready to look up while numbers are read. Finds none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.found import Evidence
from generator.model import Concept, ConceptId, ConceptKind, Document, Matches, Mention, Passage, PassageId, Vocabulary


class Context(NamedTuple):
    """Concepts; mentions and cues of each passage in its order; the trends that a passage is evidence of."""

    concepts: Mapping[ConceptId, Concept]
    mentions: Mapping[PassageId, Sequence[Mention]]
    cues: Mapping[PassageId, Sequence[Mention]]
    trends: Mapping[PassageId, frozenset[ConceptId]]


def context(vocabulary: Vocabulary, matches: Matches, evidence: Iterable[Evidence]) -> Context:
    """Index what is known of the passages."""
    trends: dict[PassageId, frozenset[ConceptId]] = {}
    for e in evidence:
        if vocabulary.concepts[e.concept].kind is ConceptKind.TREND:
            trends[e.passage] = trends.get(e.passage, frozenset()) | {e.concept}
    return Context(vocabulary.concepts, _by_passage(matches.mentions), _by_passage(matches.cues), trends)


def _by_passage(mentions: Iterable[Mention]) -> Mapping[PassageId, Sequence[Mention]]:
    groups: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions):
        groups[mention.passage].append(mention)
    return groups


def who(document: Document, passage: Passage) -> str:
    """Who says what the text lets nobody else say: the speaker, else the authors, else the publisher."""
    return passage.speaker or ", ".join(document.authors) or document.publisher
