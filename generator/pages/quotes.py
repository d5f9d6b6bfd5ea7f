"""Quotations and what became of them: the page of all, and the rows that source notes share. Traces nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator import address
from generator.findings.quotes.coldopen import REPEATED
from generator.found import Match, Quote, Run, Trace
from generator.library import Library
from generator.model import Document, Passage
from generator.pages.page import Link, Page, to_passage, to_source
from generator.pages.quoting import speaker
from generator.pages.showing import moment
from generator.pages.words import count, listed
from generator.published import MOST_WORDS, shown
from generator.text import clock, digest

PAGE = "quotes.md"

#: The groups of the page, what a reader must know first; the last is of quotations that nothing here can bear out.
GROUPS = (
    ("not-found", "Not found", "What they must come from is here, and the words are not in it."),
    ("spliced", "Spliced", "Put together from several places, or from several people."),
    ("altered", "Altered", "Words were changed, put in, or left out without a mark."),
    ("heard", "Heard differently", "One spoken word in two spellings, as when two people write down one talk."),
    ("verbatim", "Verbatim", "Word for word; capitals and punctuation do not count."),
    ("unchecked", "Not checked", "What they must come from is not among the sources, or only as a digest in other words."),
)
_ONE = {"not-found": "not found", "heard": "heard differently", "unchecked": "not checked"}
#: So many words of what was left out are shown, and so many of the nearest words.
_LEFT_OUT = 14
#: A stated time is right within so many seconds of the stretch between the marks around the words.
_BEAR = 5


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a quotation, word by word: where it is said, by whom; `gap`: what lies between it and the part before."""

    runs: tuple[Run, ...]
    href: str
    clock: str
    source: Link
    speakers: tuple[Link, ...]
    listen: str
    gap: str = ""


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

    title: str
    anchor: str
    meaning: str
    folded: bool
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class HighlightView:
    """A highlight of a transcript: the time that it states and the one at which it is said."""

    words: str
    href: str
    stated: str
    said: str
    said_href: str
    listen: str
    off: str


@dataclass(frozen=True, slots=True)
class QuotesView:
    """The page of all quotations."""

    title: str
    size: str
    counts: tuple[Link, ...]
    highlights: tuple[tuple[Link, tuple[HighlightView, ...]], ...]
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class RepeatView:
    """A cold open of a transcript: from when to when, and where its words are said again."""

    until: str
    href: str
    again: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuotesHere:
    """The quotations of one source, those taken from it, and its cold open."""

    size: str
    counts: tuple[Link, ...]
    highlights: tuple[HighlightView, ...]
    taken: tuple[Link, ...]
    repeat: RepeatView | None


def quotes(library: Library) -> Iterable[Page]:
    """The page of all quotations."""
    rows = [(result(quote), _quote(library, quote, PAGE)) for quote in library.quotes]
    groups = tuple(
        GroupView(title, anchor, meaning, anchor == "unchecked", tuple(row for name, row in rows if name == anchor))
        for anchor, title, meaning in GROUPS
        if any(name == anchor for name, _ in rows)
    )
    documents = [d for d in library.documents.values() if any(q.stated is not None for q in _of(library, d))]
    highlights = tuple((to_source(d, PAGE), _highlights(library, _of(library, d), PAGE)) for d in documents)
    sources = len({library.passages[quote.passage].source for quote in library.quotes})
    size = f"{count(len(library.quotes), 'quotation')} in {count(sources, 'source')}" if library.quotes else ""
    yield Page(PAGE, "quotes.md", QuotesView("Quotes", size, _counts(library.quotes, PAGE), highlights, groups))


def quotes_here(library: Library, document: Document) -> QuotesHere | None:
    """What a source's note says of its quotations; None where there is nothing to say."""
    page = address.of_source(document.id).page
    own = _of(library, document)
    here = QuotesHere(
        size=count(len(own), "quotation"),
        counts=_counts(own, page),
        highlights=_highlights(library, own, page),
        taken=_taken(library, document, page),
        repeat=_repeat(library, document, page),
    )
    return here if own or here.taken or here.repeat else None


def result(quote: Quote) -> str:
    """The group of the page that a quotation belongs to."""
    if quote.match is Match.NOT_FOUND:
        return "not-found" if quote.against else "unchecked"
    return "heard" if quote.heard else quote.match.value


def _of(library: Library, document: Document) -> list[Quote]:
    return [quote for passage in document.passages for quote in library.quotes_in.get(passage.id, ())]


def _counts(found: Sequence[Quote], page: str) -> tuple[Link, ...]:
    """How many with each result, linked to the group."""
    results = [result(quote) for quote in found]
    names = [(anchor, results.count(anchor)) for anchor, _, _ in GROUPS if anchor in results]
    return tuple(Link(f"{n:,} {_ONE.get(name, name)}", address.Address(PAGE, name).href(page)) for name, n in names)


def _quote(library: Library, quote: Quote, page: str) -> QuoteView:
    passage = library.passages[quote.passage]
    return QuoteView(
        anchor=f"q-{digest(f'{quote.passage} {quote.start}')}",
        words=_cut(quote.text.strip().rstrip(",")),
        href=to_passage(passage, page),
        source=to_source(library.documents[passage.source], page),
        stated=clock(quote.stated) if quote.stated is not None else "",
        parts=_parts(library, quote, page),
        nearest=_part(library, quote.nearest, page) if quote.nearest else None,
        against=tuple(to_source(library.documents[id], page) for id in quote.against),
        note=_note(library, quote),
    )


def _parts(library: Library, quote: Quote, page: str) -> tuple[PartView, ...]:
    """The parts in the quotation's order, each with what lies between."""
    made: list[PartView] = []
    for before, trace in zip((None, *quote.traces), quote.traces, strict=False):
        part = _part(library, trace, page)
        same = made and made[0].source == part.source
        made.append(replace(part, gap=_gap(library, before, trace), source=Link("") if same else part.source) if before else part)
    return tuple(made)


def _gap(library: Library, before: Trace, trace: Trace) -> str:
    """Words for the place of a part against the one before it."""
    one, two = library.passages[before.passages[-1]], library.passages[trace.passages[0]]
    if one.source != two.source:
        return "from another source"
    if one.id == two.id:
        return "later in the same turn" if trace.start > before.start else "earlier in the same turn"
    if one.lines > two.lines:
        return "said earlier"
    return "in the next turn" if _follows(library, one, two) else "said later"


def _follows(library: Library, one: Passage, two: Passage) -> bool:
    turns = [p.id for p in library.documents[one.source].passages if p.role is one.role]
    return turns.index(two.id) == turns.index(one.id) + 1 if two.id in turns else False


def _part(library: Library, trace: Trace, page: str) -> PartView:
    first = library.passages[trace.passages[0]]
    document = library.documents[first.source]
    names = [speaker(library, library.passages[id], page) for id in trace.speakers]
    return PartView(
        runs=_shortened(trace.runs),
        href=to_passage(first, page),
        clock=clock(trace.seconds) if trace.seconds is not None else "",
        source=to_source(document, page),
        speakers=tuple(dict.fromkeys(name for name in names if name)),
        listen=moment(document.media, trace.seconds) if trace.seconds is not None else "",
    )


def _shortened(runs: Sequence[Run]) -> tuple[Run, ...]:
    """A word diff of at most as many words as may be quoted."""
    made: list[Run] = []
    left = MOST_WORDS
    for run in runs:
        said = _cut(run.said, _LEFT_OUT) if run.pair != "same" else run.said
        size = len((run.quoted or said).split())
        if size > left:
            made.append(Run(run.pair, _cut(run.quoted, left), _cut(said, left)))
            break
        made.append(Run(run.pair, run.quoted, said))
        left -= size
    return tuple(made)


def _cut(text: str, words: int = MOST_WORDS) -> str:
    found = text.split()
    return text if len(found) <= words else " ".join((*found[:words], "…"))


def _note(library: Library, quote: Quote) -> str:
    """What a splice is put together from, in words."""
    if quote.match is not Match.SPLICED:
        return ""
    names = list(dict.fromkeys(library.speaker_name(library.passages[id]) for trace in quote.traces for id in trace.speakers))
    places = count(len(quote.traces), "place") if len(quote.traces) > 1 else ""
    people = f"said by {listed(names)}" if len(names) > 1 else ""
    return ", ".join(filter(None, (places, people)))


def _highlights(library: Library, found: Iterable[Quote], page: str) -> tuple[HighlightView, ...]:
    return tuple(_highlight(library, quote, quote.stated, page) for quote in found if quote.stated is not None)


def _highlight(library: Library, quote: Quote, stated: float, page: str) -> HighlightView:
    trace = quote.traced
    passage = library.passages[quote.passage]
    return HighlightView(
        words=_cut(quote.text, _LEFT_OUT),
        href=to_passage(passage, page),
        stated=clock(stated),
        said=clock(trace.seconds) if trace and trace.seconds is not None else "",
        said_href=to_passage(library.passages[trace.passages[0]], page) if trace else "",
        listen=moment(library.documents[passage.source].media, trace.seconds) if trace and trace.seconds is not None else "",
        off=_off(stated, trace),
    )


def _off(stated: float, trace: Trace | None) -> str:
    """How far a stated time is from the stretch in which the words are said."""
    if trace is None or trace.seconds is None:
        return "not found"
    last = trace.until if trace.until is not None else stated
    if trace.seconds - _BEAR <= stated <= last + _BEAR:
        return "as stated"
    return f"{clock(abs(trace.seconds - stated))} {'later' if trace.seconds > stated else 'earlier'}"


def noted(library: Library, passage: Passage) -> str:
    """Words beside a passage on its source's note: when a highlight is really said, where that differs, or that a cold open comes again."""
    if passage.excluded == REPEATED:
        return REPEATED
    quote = next((q for q in library.quotes_in.get(passage.id, ()) if q.stated is not None and q.traced), None)
    if quote is None or quote.stated is None or quote.traced is None or quote.traced.seconds is None:
        return ""
    return "" if _off(quote.stated, quote.traced) == "as stated" else f"said at {clock(quote.traced.seconds)}"


def _taken(library: Library, document: Document, page: str) -> tuple[Link, ...]:
    """The other sources that quote this one, with how many quotations."""
    found = [library.passages[q.passage].source for q in library.quotes if q.traced and _source_of(library, q) == document.id]
    ids = dict.fromkeys(id for id in found if id != document.id)
    return tuple(to_source(library.documents[id], page, count(found.count(id), "quotation")) for id in ids)


def _source_of(library: Library, quote: Quote) -> str:
    return library.passages[quote.traces[0].passages[0]].source


def _repeat(library: Library, document: Document, page: str) -> RepeatView | None:
    """The cold open: until when, and the places that it is taken from."""
    found = [r for r in library.repeats if library.passages[r.passage].source == document.id]
    if not found:
        return None
    passages = [p for p in document.passages if p.role is library.passages[found[0].passage].role]
    after = passages[passages.index(library.passages[found[-1].passage]) + 1 :][:1]
    until = clock(after[0].seconds) if after and after[0].seconds is not None else ""
    again = [library.passages[id] for id in dict.fromkeys(id for repeat in found for id in repeat.later)]
    links = tuple(_place(library, p, page) for p in again)
    return RepeatView(until, _shown(library, library.passages[found[0].passage], page), links)


def _place(library: Library, passage: Passage, page: str) -> Link:
    words = clock(passage.seconds) if passage.seconds is not None else f"line {passage.lines.first}"
    return Link(words, _shown(library, passage, page))


def _shown(library: Library, passage: Passage, page: str) -> str:
    """The way to a passage, if its source's note shows it."""
    return to_passage(passage, page) if shown(library, passage) else ""
