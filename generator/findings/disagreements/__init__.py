"""Where sources differ, kind by kind, in one list. Each kind is found in a room of its own; nothing here judges or shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.findings.disagreements.declared import declared
from generator.findings.disagreements.enumerations import Enumeration, at_odds
from generator.findings.disagreements.members import differing
from generator.findings.disagreements.misquoted import misquoted
from generator.findings.disagreements.values import values
from generator.findings.origins.declared import joined
from generator.found import Disagreement, Listing, Observation, Origin, Quote, Side
from generator.model import Document, Passage, PassageId, Vocabulary
from generator.report import Problem


def disagreements(
    documents: tuple[Document, ...],
    vocabulary: Vocabulary,
    listed: Iterable[Listing],
    quotes: Iterable[Quote],
    observed: Iterable[Observation] = (),
    tied: Iterable[Origin] = (),
    tables: Iterable[Disagreement] = (),
    enumerated: Iterable[Enumeration] = (),
) -> tuple[tuple[Disagreement, ...], tuple[Problem, ...]]:  # fmt: skip
    """All disagreements, the curator's own first, and what is wrong with these. `tables`: what each source says of its own."""
    passages: Mapping[PassageId, Passage] = {p.id: p for document in documents for p in document.passages}
    own, problems = declared(documents, vocabulary)
    heads = joined(origin.sources for origin in tied if origin.counts)
    lists, altered = differing(listed, vocabulary, passages), misquoted(quotes, passages)
    counted = _apart(at_odds(enumerated, heads), (side for found in lists for side in found.sides))
    numbers = _apart(values(observed, passages, heads, vocabulary), (found.sides[0] for found in altered))
    return (*own, *lists, *counted, *numbers, *tables, *altered), problems


def _apart(found: Iterable[Disagreement], told: Iterable[Side]) -> list[Disagreement]:
    """Without what stands where another disagreement is told: a list of the vocabulary's, a value that is quoted wrongly."""
    taken: dict[PassageId, list[Side]] = defaultdict(list)
    for side in told:
        taken[side.passage].append(side)
    return [d for d in found if not any(a.start < b.end and b.start < a.end for a in d.sides for b in taken.get(a.passage, ()))]
