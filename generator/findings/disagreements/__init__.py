"""Where sources differ, kind by kind, in one list. Each kind is found in a room of its own; nothing here judges or shows."""

from collections.abc import Iterable, Mapping

from generator.findings.disagreements.declared import declared
from generator.findings.disagreements.members import differing
from generator.findings.disagreements.misquoted import misquoted
from generator.findings.disagreements.values import values
from generator.findings.origins.declared import joined
from generator.found import Disagreement, Listing, Observation, Origin, Quote
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
) -> tuple[tuple[Disagreement, ...], tuple[Problem, ...]]:  # fmt: skip
    """All disagreements, the curator's own first, and what is wrong with these. `tables`: what each source says of its own (`at_odds`)."""
    passages: Mapping[PassageId, Passage] = {p.id: p for document in documents for p in document.passages}
    own, problems = declared(documents, vocabulary)
    heads = joined(origin.sources for origin in tied if origin.counts)
    lists, numbers = differing(listed, vocabulary, passages), values(observed, passages, heads, vocabulary)
    return (*own, *lists, *numbers, *tables, *misquoted(quotes, passages)), problems
