"""How much of a source's text pages and files may show: what `excerpts` allotted, looked up. Not which page or file shows it."""

from dataclasses import replace

from generator.excerpts import MOST_WORDS, cell, is_fact
from generator.found import Prediction, Quote, Run, Side, Trace
from generator.library import Library
from generator.model import Passage, Table

#: Stands at the end of a word diff of which not all may be shown.
_MORE = Run("same", "…", "…")


def shown(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The span of a passage's text that pages may show: a fact whole, else what `quotable` allows."""
    return (0, len(passage.text)) if is_fact(passage) else quotable(library, passage)


def quotable(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The span that may be quoted: all of it where the source allows that, an excerpt where some page rests on it, or None."""
    if library.documents[passage.source].publish == "full":
        return 0, len(passage.text)
    return library.excerpts.get(passage.id)


def tabled(library: Library, passage: Passage) -> Table | None:
    """A passage's table as it may be shown: values and names as they stand, running text cut."""
    table = passage.table
    if table is None or library.documents[passage.source].publish == "full" or is_fact(passage):
        return table
    rows = tuple(tuple(each._replace(text=cell(each.text)) for each in row) for row in table.rows)
    return Table(tuple(map(cell, table.header)), rows)


def claim_shown(library: Library, prediction: Prediction) -> tuple[int, int] | None:
    """The part of a prediction's claim that may be shown; None where it lies outside of what may."""
    passage = library.passages[prediction.passage]
    start, end = shown(library, passage) or (0, 0)
    start, end = max(start, prediction.start), min(end, prediction.end)
    return (start, end) if start < end else None


def side_shown(library: Library, side: Side) -> str:
    """What a side of a disagreement says, as far as its passage may be shown; a gist that is not its very words, whole or not at all."""
    passage = library.passages[side.passage]
    first, last = shown(library, passage) or (0, 0)
    start, end = max(first, side.start), min(last, side.end)
    if (start, end) == (side.start, side.end):
        return cut(side.says)
    if start >= end or side.says != passage.text[side.start : side.end]:
        return ""
    return ("… " if start > side.start else "") + passage.text[start:end] + (" …" if end < side.end else "")


def quote_shown(library: Library, quote: Quote) -> Quote:
    """A quotation with as many of its words, and of those that were really said, as may be shown; a cut one ends in three dots."""
    passage = library.passages[quote.passage]
    first, last = shown(library, passage) or (0, 0)
    inside = first <= quote.start < last
    allowed = min(MOST_WORDS, len(passage.text[quote.start : min(quote.end, last)].split())) if inside else 0
    traces = []
    left = allowed
    for trace in quote.traces:
        traces.append(_trace(library, trace, left))
        left -= sum(len(run.quoted.split()) for run in trace.runs)
    nearest = _trace(library, quote.nearest, allowed) if quote.nearest else None
    return replace(quote, text=cut(quote.text, allowed), traces=tuple(traces), nearest=nearest)


def _trace(library: Library, trace: Trace, quoted: int) -> Trace:
    """A word diff of at most so many quoted words. It ends before a difference that lies beyond what may be shown of what was said;
    words that are the same on both sides are the quotation's own.
    """
    said = min(MOST_WORDS, _said(library, trace))
    made: list[Run] = []
    for run in trace.runs:
        words = (len(run.quoted.split()), len(run.said.split()))
        if words[0] > quoted or (run.pair != "same" and words[1] > said):
            rest = cut(run.quoted, quoted) if run.pair == "same" else ""
            made.append(_MORE._replace(quoted=rest, said=rest) if rest else _MORE)
            break
        made.append(run)
        quoted, said = quoted - words[0], said - words[1]
    return replace(trace, runs=() if made == [_MORE] else tuple(made))


def _said(library: Library, trace: Trace) -> int:
    """How many words may be shown from a trace's beginning on, through the passages that it runs over."""
    words, at = 0, trace.start
    for id in trace.passages:
        passage = library.passages[id]
        first, last = shown(library, passage) or (0, 0)
        if not first <= at < last:
            break
        words += len(passage.text[at:last].split())
        if last < len(passage.text.rstrip()):
            break
        at = 0
    return words


def cut(text: str, words: int = MOST_WORDS) -> str:
    """A text's first words, with a sign where more are left out; empty where none may be shown."""
    found = text.split()
    if words <= 0:
        return ""
    return text if len(found) <= words else " ".join((*found[:words], "…"))
