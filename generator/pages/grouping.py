"""Which passages a topic's page shows: open or folded, and under which source or sub-topic. No view of a whole page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import address
from generator.found import Evidence, Grade
from generator.library import Library
from generator.model import Concept, ConceptId, Document, PassageId
from generator.pages.page import Link, to_concept, to_source
from generator.pages.quoting import CARD_WORDS, LINE_WORDS, Quotation, quotation
from generator.pages.tally import evidence_by_source
from generator.pages.words import KINDS, capital, day
from generator.published import shown
from generator.text import apart

#: Cards that stand open on a page: more are not read. The rest is folded, up to a number that keeps a page light.
MOST_OPEN = 12
MOST_FOLDED = 80

#: Without any central passage, this many supporting ones stand open.
_FALLBACK = 3

#: Of a member's own evidence, a page about the whole shows this many passages.
_MOST_OF_MEMBER = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Passages under one heading: a source (then `note` says what it is) or a sub-topic."""

    title: Link
    note: str
    quotations: tuple[Quotation, ...]
    of_source: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """A concept's passages: cards that stand open, short lines folded behind them, and how many are folded or left to further pages."""

    opened: tuple[Group, ...]
    folded: tuple[Group, ...]
    folded_count: int
    left_out: int


def select(library: Library, concept: Concept) -> Selection:
    """The strongest passages that may be shown open, by sub-topic or by source; the rest folded, by source, in the order of its text."""
    opened, rest = _parted(library, concept)
    return Selection(
        opened=_by_part(library, concept, opened) or _by_source(library, concept, opened, CARD_WORDS),
        folded=_by_source(library, concept, _in_text_order(library, rest[:MOST_FOLDED]), LINE_WORDS),
        folded_count=len(rest),
        left_out=len(rest[MOST_FOLDED:]),
    )


def left_out(library: Library, concept: Concept) -> Sequence[Evidence]:
    """What the page of a concept has no room for, the strongest first."""
    return _parted(library, concept)[1][MOST_FOLDED:]


def _parted(library: Library, concept: Concept) -> tuple[list[Evidence], list[Evidence]]:
    """What stands open on the page of a concept, and the rest."""
    pool = _pool(library, concept)
    worded = [e for e in pool if shown(library, library.passages[e.passage])] or pool
    opened = _spread(library, [e for e in worded if e.grade is Grade.CENTRAL] or worded[:_FALLBACK])
    standing = {e.passage for e in opened}
    return opened, [e for e in pool if e.passage not in standing]


def members(concept: Concept) -> tuple[ConceptId, ...]:
    """All members of an enumeration, in any reading, each once."""
    return tuple(dict.fromkeys([*concept.member, *(m for reading in concept.readings for m in reading.member)]))


def described(document: Document) -> str:
    """A source in small words: `Transcript, High Agency, 11 June 2024, digest`."""
    return apart(capital(KINDS[document.kind][0]), document.publisher, day(document.date), document.form)


def _pool(library: Library, concept: Concept) -> list[Evidence]:
    """The concept's evidence and the best central one of each member: each passage once, strongest first."""
    best = [_central(library, member)[:_MOST_OF_MEMBER] for member in members(concept)]
    pool: dict[str, Evidence] = {}
    for found in [*library.evidence_of.get(concept.id, ()), *(e for group in best for e in group)]:
        pool.setdefault(found.passage, found)
    return list(pool.values())


def _central(library: Library, concept: ConceptId) -> list[Evidence]:
    return [e for e in library.evidence_of.get(concept, ()) if e.grade is Grade.CENTRAL]


def _spread(library: Library, evidence: Sequence[Evidence]) -> list[Evidence]:
    """At most MOST_OPEN, in turn from each source (the strongest source first), so that no source hides another."""
    queues = list(evidence_by_source(library, evidence).values())
    longest = max(map(len, queues), default=0)
    return [queue[i] for i in range(longest) for queue in queues if i < len(queue)][:MOST_OPEN]


def _in_text_order(library: Library, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Source by source, the source of the strongest first, each in the order of its text."""
    groups = evidence_by_source(library, evidence).values()
    return [e for group in groups for e in sorted(group, key=lambda e: library.passages[e.passage].lines)]


def further(library: Library, concept: Concept, found: Iterable[tuple[PassageId, ConceptId]], page: str) -> tuple[Quotation, ...]:
    """Passages on a further page about a concept, in short lines; each with the concept that it is evidence of."""
    return tuple(quotation(library, library.passages[passage], page, {concept.id, of}, LINE_WORDS) for passage, of in found)


def _by_source(library: Library, concept: Concept, evidence: Sequence[Evidence], words: int) -> tuple[Group, ...]:
    page = address.of_concept(concept).page
    groups = evidence_by_source(library, evidence).items()
    documents = [(library.documents[source], found) for source, found in groups]
    return tuple(
        Group(to_source(document, page), described(document), tuple(_card(library, concept, e, words) for e in found), of_source=True)
        for document, found in documents
    )


def _by_part(library: Library, concept: Concept, evidence: Sequence[Evidence]) -> tuple[Group, ...]:
    """By the sub-topic that each passage is most about, in the vocabulary's order; nothing where fewer than two are spoken of."""
    parts = tuple(dict.fromkeys([*members(concept), *library.vocabulary.narrower.get(concept.id, ())]))
    placed = {found.passage: _part(library, found, parts) for found in evidence}
    if len({part for part in placed.values() if part}) < 2:
        return ()
    groups = ((part, [e for e in evidence if placed[e.passage] == part]) for part in (None, *parts))
    return tuple(_part_group(library, concept, part, found) for part, found in groups if found)


def _part_group(library: Library, concept: Concept, part: ConceptId | None, evidence: Sequence[Evidence]) -> Group:
    page = address.of_concept(concept).page
    title = to_concept(library.vocabulary.concepts[part], page) if part else Link("As a whole")
    return Group(title, "", tuple(_card(library, concept, e, CARD_WORDS) for e in evidence), of_source=False)


def _part(library: Library, found: Evidence, parts: Sequence[ConceptId]) -> ConceptId | None:
    central = (e.concept for e in library.evidence_in[found.passage] if e.grade is Grade.CENTRAL)
    return next((concept for concept in central if concept in parts), None)


def _card(library: Library, concept: Concept, found: Evidence, words: int) -> Quotation:
    page = address.of_concept(concept).page
    return quotation(library, library.passages[found.passage], page, {concept.id, found.concept}, words)
