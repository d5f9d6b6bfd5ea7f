"""Highlights of a transcript: the time that each states beside the one at which it is really said."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.found import Quote, Trace
from generator.library import Library
from generator.pages.page import to_passage
from generator.pages.showing import moment
from generator.published import cut, quote_shown
from generator.text import clock

#: So many words of a highlight are shown in the table.
_WORDS = 14
#: A stated time is right within so many seconds of the stretch between the marks around the words.
_BEAR = 5


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


def highlights(library: Library, found: Iterable[Quote], page: str) -> tuple[HighlightView, ...]:
    """Those of some quotations that state a time, as rows of a table on a page."""
    return tuple(_highlight(library, quote, quote.stated, page) for quote in found if quote.stated is not None)


def _highlight(library: Library, quote: Quote, stated: float, page: str) -> HighlightView:
    trace = quote.traced
    passage = library.passages[quote.passage]
    return HighlightView(
        words=cut(quote_shown(library, quote).text, _WORDS) or "Highlight",
        href=to_passage(passage, page),
        stated=clock(stated),
        said=clock(trace.seconds) if trace and trace.seconds is not None else "",
        said_href=to_passage(library.passages[trace.passages[0]], page) if trace else "",
        listen=moment(library.documents[passage.source].media, trace.seconds) if trace and trace.seconds is not None else "",
        off=off(stated, trace),
    )


def off(stated: float, trace: Trace | None) -> str:
    """How far a stated time is from the stretch in which the words are said."""
    if trace is None or trace.seconds is None:
        return "not found"
    last = trace.until if trace.until is not None else stated
    if trace.seconds - _BEAR <= stated <= last + _BEAR:
        return "as stated"
    return f"{clock(abs(trace.seconds - stated))} {'later' if trace.seconds > stated else 'earlier'}"
