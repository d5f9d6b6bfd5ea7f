"""Next and previous by topic: from a passage of a source to the next one on the topic, from a topic to the next one. No page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from generator import address
from generator.found import Grade
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Document, Passage, PassageId
from generator.pages.indexes import in_order
from generator.pages.page import Link, to_concept
from generator.pages.tally import has_page
from generator.published import shown

_MOST_CHIPS = 4


@dataclass(frozen=True, slots=True)
class Chip:
    """A topic or trend that a passage is evidence of; `before` and `after` lead to the source's passages next to it on the same one."""

    link: Link
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """The ways from a page to its neighbours in the order of their index; None at the ends."""

    before: Link | None = None
    after: Link | None = None


def chips(library: Library, document: Document) -> Mapping[PassageId, tuple[Chip, ...]]:
    """The topics and trends that each shown passage of a source is evidence of, the central ones first; a link's note is the grade."""
    page = address.of_source(document.id).page
    shows = [passage for passage in document.passages if passage.table or shown(library, passage)]
    found = {passage.id: tuple(_topics(library, passage, page)) for passage in shows}
    rows: dict[ConceptId, list[Passage]] = {}
    for passage in shows:
        for concept, _ in found[passage.id]:
            rows.setdefault(concept, []).append(passage)
    after = {(concept, one.id): f"#{other.anchor}" for concept, row in rows.items() for one, other in pairwise(row)}
    before = {(concept, other.id): f"#{one.anchor}" for concept, row in rows.items() for one, other in pairwise(row)}
    return {
        id: tuple(Chip(link, before.get((concept, id), ""), after.get((concept, id), "")) for concept, link in topics)
        for id, topics in found.items()
        if topics
    }


def neighbours(library: Library, kind: ConceptKind) -> Mapping[ConceptId, Steps]:
    """For each topic, or each trend, those before and after it in their index."""
    concepts = tuple(in_order(library, kind))
    steps = {concept.id: Steps() for concept in concepts}
    for one, other in pairwise(concepts):
        steps[one.id] = replace(steps[one.id], after=_to(other, one))
        steps[other.id] = replace(steps[other.id], before=_to(one, other))
    return steps


def _topics(library: Library, passage: Passage, page: str) -> Iterable[tuple[ConceptId, Link]]:
    concepts = library.vocabulary.concepts
    found = [e for e in library.evidence_in.get(passage.id, ()) if has_page(concepts[e.concept])]
    ordered = sorted(found, key=lambda e: e.grade is not Grade.CENTRAL)[:_MOST_CHIPS]
    return ((e.concept, to_concept(concepts[e.concept], page, e.grade.value)) for e in ordered)


def _to(concept: Concept, here: Concept) -> Link:
    return to_concept(concept, address.of_concept(here).page)
