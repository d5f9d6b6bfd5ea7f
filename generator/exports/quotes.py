"""Quotations and what became of them as items of `knowledge.json`."""

from collections.abc import Iterable
from typing import Any

from generator.found import Quote, Run, Trace
from generator.library import Library
from generator.published import quote_shown


def quotes(library: Library, whole: bool) -> Iterable[dict[str, Any]]:
    """One item a quotation, in order of sources. `whole`: with all of its words, else at most as many as may be quoted."""
    return (_item(library, quote if whole else quote_shown(library, quote)) for quote in library.quotes)


def _item(library: Library, quote: Quote) -> dict[str, Any]:
    traced = quote.traced
    return {
        "text": quote.text,
        "passage": quote.passage,
        "speaker": library.speaker_name(library.passages[traced.speakers[0]]) if traced else "",
        "match": quote.match.value,
        "heard_differently": quote.heard,
        "traced_to": _place(traced) if traced else None,
        "parts": [_part(library, trace) for trace in quote.traces],
        "against": list(quote.against),
        "highlight": quote.highlight,
        "stated_seconds": quote.stated,
    }


def _place(trace: Trace) -> dict[str, Any]:
    return {"passage": trace.passages[0], "seconds": trace.seconds}


def _part(library: Library, trace: Trace) -> dict[str, Any]:
    names = dict.fromkeys(library.speaker_name(library.passages[id]) for id in trace.speakers)
    return {**_place(trace), "speakers": list(names), "diff": [_run(run) for run in trace.runs]}


def _run(run: Run) -> dict[str, str]:
    return {"pair": run.pair, "quoted": run.quoted, "said": run.said}
