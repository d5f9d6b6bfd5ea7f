"""Topics that belong together and are not yet said to, and sources that may go back to one event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.found import Evidence, Origin, Proposal, Suggestion
from generator.model import ConceptId, ConceptKind, Document, Kind, Passage, PassageId, SeedId, Vocabulary
from generator.text import slug

#: Passages that two topics must share, and how many times more often than by chance.
_SHARED, _LIFT = 3, 2.0
_SUBJECTS = (ConceptKind.TOPIC, ConceptKind.TREND)


def related(vocabulary: Vocabulary, evidence: Iterable[Evidence], passages: Mapping[PassageId, Passage]) -> Iterator[Suggestion]:
    """Pairs of topics and trends that share evidence and are bound by no relation of the curator's."""
    about: dict[PassageId, list[ConceptId]] = defaultdict(list)
    times: dict[ConceptId, int] = defaultdict(int)
    for each in evidence:
        if vocabulary.concepts[each.concept].kind in _SUBJECTS:
            about[each.passage].append(each.concept)
            times[each.concept] += 1
    shared: dict[tuple[ConceptId, ConceptId], list[PassageId]] = defaultdict(list)
    for passage, concepts in about.items():
        ordered = sorted(concepts)
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 :]:
                shared[one, other].append(passage)
    for (one, other), both in shared.items():
        lift = len(both) * len(about) / (times[one] * times[other])
        if len(both) >= _SHARED and lift >= _LIFT and not _bound(vocabulary, one, other):
            because = f"{len(both)} passages are about both"
            score = min(0.75, 0.3 + 0.05 * len(both) + 0.03 * lift)
            yield Suggestion(Proposal.RELATED, _home(both, passages), other, because, tuple(both[:3]), score, concept=one)


def _bound(vocabulary: Vocabulary, one: ConceptId, other: ConceptId) -> bool:
    a, b = vocabulary.concepts[one], vocabulary.concepts[other]
    return other in (*a.related, *a.broader, *a.member) or one in (*b.related, *b.broader, *b.member)


def _home(both: Iterable[PassageId], passages: Mapping[PassageId, Passage]) -> SeedId:
    times: dict[SeedId, int] = defaultdict(int)
    for passage in both:
        times[passages[passage].source] += 1
    return max(times, key=lambda source: (times[source], source))


def tied(origins: Iterable[Origin], documents: Mapping[SeedId, Document]) -> Iterator[Suggestion]:
    """Pairs of sources that their texts tie together: the origin that the files which state none would state."""
    for origin in origins:
        if origin.suggested:
            pair = [documents[id] for id in origin.sources]
            first = min(pair, key=lambda document: (document.kind is not Kind.TRANSCRIPT, document.date or "9", document.id))
            name = next((document.origin for document in pair if document.origin), "") or slug(first.title) or first.id
            lacking = tuple(document.id for document in pair if not document.origin)
            because = f"{' and '.join(origin.sources)}: {'; '.join(origin.reasons)}"
            home = next((document.id for document in pair if document is not first), first.id)
            yield Suggestion(Proposal.ORIGIN, home, name, because, origin.passages[:3], 0.97 if origin.counts else 0.7, sources=lacking)
