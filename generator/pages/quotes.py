"""Quotations and what became of them: the page of all, and what source notes count with it. Traces nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import address
from generator.found import Match, Quote
from generator.library import Library
from generator.model import Document, SeedId
from generator.pages import linked
from generator.pages.choices import Choice, choices
from generator.pages.highlights import HighlightView, highlights
from generator.pages.origins import counted
from generator.pages.page import Each, Link, Page, Turning, to_passage, to_source
from generator.pages.traces import PartView, parts, said
from generator.pages.turning import parted
from generator.pages.words import count, listed
from generator.parts import Head, Part, cut
from generator.published import quote_shown
from generator.text import clock, digest

PAGE = "quotes.md"

#: The groups of the page, what a reader must know first; the last is of quotations that nothing here can bear out.
GROUPS = (
    Head("Not found", "not-found", "What they must come from is here, and the words are not in it."),
    Head("Spliced", "spliced", "Put together from several places, or from several people."),
    Head("Altered", "altered", "Words were changed, put in, or left out without a mark."),
    Head("Heard differently", "heard", "One spoken word in two spellings, as when two people write down one talk."),
    Head("Verbatim", "verbatim", "Word for word; capitals and punctuation do not count."),
    Head("Not checked", "unchecked", "What they must come from is not among the sources, or only as a digest in other words."),
)
_TIMED = Head("Highlights and their times", "highlights")
_ONE = {"not-found": "not found", "heard": "heard differently", "unchecked": "not checked"}

Subject = tuple[Part[Quote | SeedId], Turning | None]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation: `words` as quoted, the passage that quotes it, and its parts; `nearest` of one that was not found."""

    anchor: str
    words: str
    href: str
    source: Link
    stated: str
    parts: tuple[PartView, ...]
    nearest: PartView | None
    against: tuple[Link, ...]
    note: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """The quotations with one result."""

    head: Head
    folded: bool
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class QuotesView:
    """The page of all quotations."""

    title: str
    size: str
    counts: tuple[Link, ...]
    choices: tuple[Choice, ...]
    highlights: tuple[tuple[Link, tuple[HighlightView, ...]], ...]
    groups: tuple[GroupView, ...]


def _parts(library: Library) -> Iterable[Subject]:
    groups = [(head, [quote for quote in library.quotes if result(quote) == head.anchor]) for head in GROUPS]
    timed = [d.id for d in library.documents.values() if any(q.stated is not None for q in of_source(library, d))]
    return parted(cut(PAGE, [*groups, (_TIMED, timed)], _name))


def _part(library: Library, subject: Subject) -> Iterable[Page]:
    part, turning = subject
    found = [(head, [q for q in rows if isinstance(q, Quote)]) for head, rows in part.groups if head != _TIMED]
    timed = [library.documents[id] for _, rows in part.groups for id in rows if not isinstance(id, Quote)]
    all_found = [quote for _, quotes in found for quote in quotes]
    shown = tuple(GroupView(h, h.anchor == "unchecked", tuple(_quote(library, q, part.page) for q in quotes)) for h, quotes in found)
    view = QuotesView(
        title=part.titled("Quotes"),
        size=_size(library) if part.number == 1 else "",
        counts=counts(all_found, part.page),
        choices=_choices(shown),
        highlights=tuple((to_source(d, part.page), highlights(library, of_source(library, d), part.page)) for d in timed),
        groups=shown,
    )
    yield Page(part.page, "quotes.md", view, linked.of_quotes(library, part.page, all_found), turning=turning)


#: The page of all quotations, in parts.
QUOTES = Each(_parts, _part)


def _size(library: Library) -> str:
    sources = {library.passages[quote.passage].source for quote in library.quotes}
    return f"{count(len(library.quotes), 'quotation')} in {counted(len(sources), library.independent(sources))}" if sources else ""


def _name(row: Quote | SeedId) -> str:
    return f"{row.passage} {row.start}" if isinstance(row, Quote) else row


def _choices(groups: Sequence[GroupView]) -> tuple[Choice, ...]:
    rows = [row for group in groups for row in group.quotes]
    said = {
        "Result": (group.head.title for group in groups),
        "Quoted in": (row.source.text for row in rows),
        "Speaker": (name.text for row in rows for part in row.parts for name in part.speakers),
    }
    return choices(said)


def result(quote: Quote) -> str:
    """The group of the page that a quotation belongs to."""
    if quote.match is Match.NOT_FOUND:
        return "not-found" if quote.against else "unchecked"
    return "heard" if quote.heard else quote.match.value


def of_source(library: Library, document: Document) -> list[Quote]:
    """The quotations in a source, in its order."""
    return [quote for passage in document.passages for quote in library.quotes_in.get(passage.id, ())]


def counts(found: Sequence[Quote], page: str) -> tuple[Link, ...]:
    """How many with each result, linked to the group."""
    results = [result(quote) for quote in found]
    names = [(head.anchor, results.count(head.anchor)) for head in GROUPS if head.anchor in results]
    return tuple(Link(f"{n:,} {_ONE.get(name, name)}", address.Address(PAGE, name).href(page)) for name, n in names)


def _quote(library: Library, whole: Quote, page: str) -> QuoteView:
    passage, quote = library.passages[whole.passage], quote_shown(library, whole)
    return QuoteView(
        anchor=f"q-{digest(f'{quote.passage} {quote.start}')}",
        words=quote.text.strip().rstrip(","),
        href=to_passage(passage, page),
        source=to_source(library.documents[passage.source], page),
        stated=clock(quote.stated) if quote.stated is not None else "",
        parts=parts(library, quote, page),
        nearest=said(library, quote.nearest, page) if quote.nearest else None,
        against=tuple(to_source(library.documents[id], page) for id in quote.against),
        note=_note(library, quote),
    )


def _note(library: Library, quote: Quote) -> str:
    """What a splice is put together from, in words."""
    if quote.match is not Match.SPLICED:
        return ""
    names = list(dict.fromkeys(library.speaker_name(library.passages[id]) for trace in quote.traces for id in trace.speakers))
    places = count(len(quote.traces), "place") if len(quote.traces) > 1 else ""
    people = f"said by {listed(names)}" if len(names) > 1 else ""
    return ", ".join(filter(None, (places, people)))
