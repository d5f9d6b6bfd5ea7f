"""A source's text from top to bottom as its note shows it: headings, turns, paragraphs, tables, what is folded or left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar

from generator import address
from generator.library import Library
from generator.model import Document, Passage, PassageId, Role
from generator.pages.page import Link
from generator.pages.quotes_here import noted
from generator.pages.quoting import lines, original, speaker, tag
from generator.pages.references import cited_in
from generator.pages.showing import Piece, linked, moment
from generator.pages.steps import Chip, chips
from generator.pages.tables import TableView, table_view
from generator.pages.words import listed
from generator.published import shown, tabled
from generator.text import clock

#: Headings of the source stand below the page's own (the title, "The text").
_TOP_LEVEL = 3
_DEEPEST = 6

#: What belongs to the source's page rather than to its text, and so is folded.
_FOLDED = frozenset({Role.BOILERPLATE, Role.METADATA, Role.BYLINE, Role.AUTHOR_BOX})

_COLOURS = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the source, or the beginning of a chapter (then with its time)."""

    kind: ClassVar[str] = "heading"
    anchor: str
    marks: str
    text: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A passage of text. `colour` tells speakers apart (0: none); `way_out` leads to the second or to the place in the original,
    `cited` to the sentences of the curator's that rest on it.
    """

    kind: ClassVar[str] = "said"
    anchor: str
    role: str
    tag: str
    pieces: tuple[Piece, ...]
    speaker: Link | None = None
    colour: int = 0
    time: str = ""
    way_out: Link | None = None
    chips: tuple[Chip, ...] = ()
    cited: tuple[Link, ...] = ()
    cut_before: bool = False
    cut_after: bool = False
    dim: str = ""


@dataclass(frozen=True, slots=True)
class Chapters:
    """The source's list of chapters: each leads to its beginning in the text."""

    kind: ClassVar[str] = "chapters"
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Passages that belong to the source's page rather than to its text."""

    kind: ClassVar[str] = "fold"
    label: str
    passages: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A passage that is not shown: its place in words, and the way out to it."""

    anchor: str
    place: str
    way_out: Link | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Passages that are left out here: the source is published in excerpts. Each keeps its anchor, so that every reference leads here."""

    kind: ClassVar[str] = "gap"
    places: tuple[Left, ...]


Item = Heading | Said | TableView | Chapters | Fold | Gap


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the passages of one document share while its flow is made."""

    library: Library
    document: Document
    page: str
    shift: int
    begins: dict[PassageId, list[Passage]] = field(default_factory=dict)
    colours: dict[str, int] = field(default_factory=dict)
    chips: Mapping[PassageId, tuple[Chip, ...]] = field(default_factory=dict)


def flow(library: Library, document: Document) -> tuple[Item, ...]:
    """The whole text, or as much of it as may be shown, in the source's order."""
    top = min((p.level for p in document.passages if p.role is Role.HEADING and p.level), default=1)
    page = address.of_source(document.id).page
    reading = _Reading(
        library, document, page, _TOP_LEVEL - top, _beginnings(document), _colours(library, document), chips(library, document)
    )
    return tuple(_joined_gaps(_items(reading)))


def _beginnings(document: Document) -> dict[PassageId, list[Passage]]:
    """For each first passage of a chapter, the chapters that begin with it; a chapter without passages begins with the next one's."""
    timed = [p for p in document.passages if p.role is Role.TURN and p.seconds is not None]
    begins: dict[PassageId, list[Passage]] = {}
    for chapter in (p for p in document.passages if p.role is Role.CHAPTER and p.seconds is not None):
        first = next((p for p in timed if (p.seconds or 0.0) >= (chapter.seconds or 0.0)), None)
        if first:
            begins.setdefault(first.id, []).append(chapter)
    return begins


def _colours(library: Library, document: Document) -> dict[str, int]:
    names = dict.fromkeys(library.speaker_name(p) for p in document.passages if p.speaker)
    return {name: 1 + i % _COLOURS for i, name in enumerate(names)}


def _items(reading: _Reading) -> Iterator[Item]:
    placed = {chapter.id for chapters in reading.begins.values() for chapter in chapters}
    title = next((p for p in reading.document.passages if p.role is Role.HEADLINE and same(p.text, reading.document.title)), None)
    for kind, run in groupby((p for p in reading.document.passages if p is not title), lambda p: _sort(p, placed)):
        if kind == "fold":
            yield from _fold(reading, list(run))
        elif kind == "chapters":
            yield Chapters(tuple(Link(c.text, f"#{c.anchor}", note=_clock(c)) for c in run))
        elif kind == "passage":
            for passage in run:
                yield from _chapters(reading, passage)
                yield _item(reading, passage)


def same(one: str, other: str) -> bool:
    """Whether two titles are the same words."""
    return one.casefold().split() == other.casefold().split()


def _sort(passage: Passage, placed: Iterable[PassageId]) -> str:
    if passage.role is Role.METADATA and passage.excluded == "front matter":
        return "hidden"
    if passage.role in _FOLDED:
        return "fold"
    return "chapters" if passage.id in placed else "passage"


def _chapters(reading: _Reading, passage: Passage) -> Iterator[Heading]:
    for chapter in reading.begins.get(passage.id, ()):
        yield Heading(chapter.anchor, "#" * _TOP_LEVEL, chapter.text, _clock(chapter))


def _item(reading: _Reading, passage: Passage) -> Item:
    if passage.role is Role.HEADING:
        return Heading(passage.anchor, "#" * min(_DEEPEST, max(_TOP_LEVEL, passage.level + reading.shift)), passage.text)
    if passage.table:
        return table_view(passage, tabled(reading.library, passage) or passage.table, reading.chips.get(passage.id, ()))
    return _said(reading, passage) or Gap((_left(reading, passage),))


def _said(reading: _Reading, passage: Passage) -> Said | None:
    span = shown(reading.library, passage)
    if span is None:
        return None
    return Said(
        anchor=passage.anchor,
        role=passage.role.value,
        tag=noted(reading.library, passage) or tag(passage),
        pieces=linked(reading.library, passage, span, reading.page),
        speaker=speaker(reading.library, passage, reading.page),
        colour=reading.colours[reading.library.speaker_name(passage)] if passage.speaker else 0,
        time=_clock(passage),
        way_out=_way_out(reading.document, passage, passage.text[slice(*span)]),
        chips=reading.chips.get(passage.id, ()),
        cited=cited_in(reading.library, passage, reading.page),
        cut_before=span[0] > 0,
        cut_after=span[1] < len(passage.text.rstrip()),
        dim=passage.excluded,
    )


def _left(reading: _Reading, passage: Passage) -> Left:
    return Left(passage.anchor, _clock(passage) or lines(passage), original(reading.document, passage, ""))


def _way_out(document: Document, passage: Passage, text: str) -> Link | None:
    if passage.seconds is not None:
        href = moment(document.media, passage.seconds)
        return Link(_clock(passage), href) if href else None
    return original(document, passage, text) if not document.form else None


def _fold(reading: _Reading, passages: Sequence[Passage]) -> Iterator[Item]:
    said = [s for s in (_said(reading, p) for p in passages) if s]
    if said:
        yield Fold(_fold_label(passages), tuple(said))
    if left := tuple(_left(reading, p) for p in passages if not shown(reading.library, p)):
        yield Gap(left)


def _fold_label(passages: Sequence[Passage]) -> str:
    if any(p.role is Role.AUTHOR_BOX for p in passages):
        return "About the author"
    reasons = dict.fromkeys(p.excluded for p in passages if p.role is Role.BOILERPLATE and p.excluded)
    if reasons:
        return f"Set aside: {listed(list(reasons))}"
    return "By whom" if all(p.role is Role.BYLINE for p in passages) else "About this text"


def _joined_gaps(items: Iterable[Item]) -> Iterator[Item]:
    for gap, run in groupby(items, lambda item: isinstance(item, Gap)):
        if gap:
            yield Gap(tuple(left for item in run if isinstance(item, Gap) for left in item.places))
        else:
            yield from run


def _clock(passage: Passage) -> str:
    return clock(passage.seconds) if passage.seconds is not None else ""
