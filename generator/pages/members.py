"""The members of an enumeration: as a list, or, where sources list them, as a matrix of member and source. Tells no other disagreement."""

from dataclasses import dataclass

from generator.findings.disagreements.members import signature
from generator.found import Listing, Tick
from generator.library import Library
from generator.model import Concept, ConceptId, Reading
from generator.pages.grouping import described, members
from generator.pages.page import Link, to_concept, to_passage, to_source
from generator.pages.words import KINDS, capital, count, day
from generator.published import cut, shown
from generator.text import apart

#: Words of a source's own that a cell shows.
_WORDS = 9
#: Sources that have a column each: more do not stand beside one another.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether a source lists a member: `words` are its own for it, `rank` its place in a ranked list (empty: the order says nothing)."""

    listed: bool
    href: str = ""
    words: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A member and what each source has of it; `differs`: some list it and some do not, or at another place."""

    member: Link
    cells: tuple[Cell, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Members:
    """The members of an enumeration. Without columns no source lists them, or one alone; then the rows are a list and have no cells.

    A column without a link is a reading that the curator declares and that no source here bears out. `more`: sources without a column,
    most of which list what one with a column does.
    """

    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    ranked: bool
    more: str = ""

    @property
    def differ(self) -> bool:
        """Whether the columns differ."""
        return any(row.differs for row in self.rows)


def of_concept(library: Library, concept: Concept, page: str) -> Members | None:
    """The members of an enumeration as a page shows them, in the vocabulary's order; None for what is none."""
    ids = [id for id in members(concept) if id in library.vocabulary.concepts]
    if not ids:
        return None
    all_ = library.listings_of.get(concept.id, ())
    listed = _chosen(all_)
    found = {frozenset(listing.members) for listing in all_}
    readings = [reading for reading in concept.readings if frozenset(reading.member) not in found]
    columns = (
        *(_source(library, listing, page) for listing in listed),
        *(Link(reading.label, note="the curator’s reading") for reading in readings),
    )
    if len(columns) < 2:
        rows = tuple(Row(to_concept(library.vocabulary.concepts[id], page), (), differs=False) for id in ids)
        return Members((), rows, concept.ordered)
    more = count(len(all_) - len(listed), "more source") if len(all_) > len(listed) else ""
    return Members(columns, tuple(_row(library, id, listed, readings, page) for id in ids), concept.ordered, more)


def _chosen(listed: tuple[Listing, ...]) -> tuple[Listing, ...]:
    """As many listings as have a column, each that differs before those that repeat it."""
    first = {signature(listing): listing for listing in reversed(listed)}
    ranked = sorted(listed, key=lambda listing: first[signature(listing)] is not listing)
    return tuple(sorted(ranked[:_MOST], key=lambda listing: listing.source))


def _source(library: Library, listing: Listing, page: str) -> Link:
    """A column's heading: what the source is, and when; its title is the tooltip."""
    document = library.documents[listing.source]
    known = apart(document.publisher, day(document.date), by=", ")
    link = to_source(document, page)
    return Link(capital(KINDS[document.kind][0]), link.href, f"{document.title} ({described(document)})", known or document.title)


def _row(library: Library, id: ConceptId, listed: tuple[Listing, ...], readings: list[Reading], page: str) -> Row:
    cells = tuple(_cell(library, id, listing, page) for listing in listed)
    said = tuple(Cell(id in reading.member) for reading in readings)
    ranks = {cell.rank for cell in cells if cell.listed and cell.rank}
    differs = len({cell.listed for cell in (*cells, *said)}) > 1 or len(ranks) > 1
    return Row(to_concept(library.vocabulary.concepts[id], page), (*cells, *said), differs)


def _cell(library: Library, id: ConceptId, listing: Listing, page: str) -> Cell:
    tick = next((tick for tick in listing.ticks if tick.member == id), None)
    if tick is None:
        return Cell(listed=False)
    passage = library.passages[tick.passage]
    href = to_passage(passage, page) if shown(library, passage) else ""
    return Cell(True, href, cut(_said(library, tick), _WORDS), str(tick.rank) if listing.ranked else "")


def _said(library: Library, tick: Tick) -> str:
    return library.passages[tick.passage].text[tick.start : tick.end]
