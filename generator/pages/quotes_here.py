"""What a source's own note says of quotations: those in it, those taken from it, its highlights and its cold open."""

from collections import Counter
from dataclasses import dataclass

from generator import address
from generator.findings.quotes.coldopen import REPEATED
from generator.found import Quote
from generator.library import Library
from generator.model import Document, Passage
from generator.pages.highlights import HighlightView, highlights, off
from generator.pages.page import Link, to_passage, to_source
from generator.pages.quotes import counts, of_source
from generator.pages.words import count
from generator.text import clock


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


def quotes_here(library: Library, document: Document) -> QuotesHere | None:
    """What a source's note says of its quotations; None where there is nothing to say."""
    page = address.of_source(document.id).page
    own = of_source(library, document)
    here = QuotesHere(
        size=count(len(own), "quotation"),
        counts=counts(own, page),
        highlights=highlights(library, own, page),
        taken=_taken(library, document, page),
        repeat=_repeat(library, document, page),
    )
    return here if own or here.taken or here.repeat else None


def noted(library: Library, passage: Passage) -> str:
    """Words beside a passage on its source's note: when a highlight is really said, where that differs, or that a cold open comes again."""
    if passage.excluded == REPEATED:
        return REPEATED
    quote = next((q for q in library.quotes_in.get(passage.id, ()) if q.stated is not None and q.traced), None)
    if quote is None or quote.stated is None or quote.traced is None or quote.traced.seconds is None:
        return ""
    return "" if off(quote.stated, quote.traced) == "as stated" else f"said at {clock(quote.traced.seconds)}"


def _taken(library: Library, document: Document, page: str) -> tuple[Link, ...]:
    """The other sources that quote this one, with how many quotations."""
    traced = dict.fromkeys(quote for passage in document.passages for quote in library.quoted_from.get(passage.id, ()) if quote.traced)
    found = Counter(library.passages[quote.passage].source for quote in traced if _source_of(library, quote) == document.id)
    return tuple(to_source(library.documents[id], page, count(n, "quotation")) for id, n in sorted(found.items()) if id != document.id)


def _source_of(library: Library, quote: Quote) -> str:
    return library.passages[quote.traces[0].passages[0]].source


def _repeat(library: Library, document: Document, page: str) -> RepeatView | None:
    """The cold open: until when, and the places that it is taken from."""
    found = [repeat for passage in document.passages for repeat in library.repeats_in.get(passage.id, ())]
    if not found:
        return None
    passages = [p for p in document.passages if p.role is library.passages[found[0].passage].role]
    after = passages[passages.index(library.passages[found[-1].passage]) + 1 :][:1]
    until = clock(after[0].seconds) if after and after[0].seconds is not None else ""
    again = [library.passages[id] for id in dict.fromkeys(id for repeat in found for id in repeat.later)]
    links = tuple(_place(p, page) for p in again)
    return RepeatView(until, to_passage(library.passages[found[0].passage], page), links)


def _place(passage: Passage, page: str) -> Link:
    words = clock(passage.seconds) if passage.seconds is not None else f"line {passage.lines.first}"
    return Link(words, to_passage(passage, page))
