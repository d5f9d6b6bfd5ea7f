"""The parts of a quotation as they were said: word by word, where, by whom, and what lies between. Not which quotations there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.found import Quote, Run, Trace
from generator.library import Library
from generator.model import Passage
from generator.pages.page import Link, to_passage, to_source
from generator.pages.quoting import speaker
from generator.pages.showing import moment
from generator.published import cut
from generator.text import clock

#: So many words of what was left out are shown.
_LEFT_OUT = 14


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


def parts(library: Library, quote: Quote, page: str) -> tuple[PartView, ...]:
    """The parts in the quotation's order, each with what lies between."""
    made: list[PartView] = []
    for before, trace in zip((None, *quote.traces), quote.traces, strict=False):
        part = said(library, trace, page)
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


def said(library: Library, trace: Trace, page: str) -> PartView:
    """A stretch of a source as a part of a quotation, laid word by word over what is quoted."""
    first = library.passages[trace.passages[0]]
    document = library.documents[first.source]
    names = [speaker(library, library.passages[id], page) for id in trace.speakers]
    return PartView(
        runs=_brief(trace.runs),
        href=to_passage(first, page),
        clock=clock(trace.seconds) if trace.seconds is not None else "",
        source=to_source(document, page),
        speakers=tuple(dict.fromkeys(name for name in names if name)),
        listen=moment(document.media, trace.seconds) if trace.seconds is not None else "",
    )


def _brief(runs: Iterable[Run]) -> tuple[Run, ...]:
    """A word diff without all of what was left out."""
    return tuple(run if run.pair == "same" else run._replace(said=cut(run.said, _LEFT_OUT)) for run in runs)
