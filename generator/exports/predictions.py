"""Predictions for machines: their array of `knowledge.json`, and a table that spreadsheets read."""

from collections.abc import Iterable
from typing import Any

from generator.exports import csv
from generator.found import Prediction
from generator.library import Library
from generator.published import claim_shown

_COLUMNS = ("claim", "who", "made", "horizon", "due", "condition", "status", "outcome", "resolved", "reference", "source", "passage")


def predictions(library: Library, whole: bool) -> Iterable[dict[str, Any]]:
    """The items of the array. A claim that may not be published is null."""
    return (_item(library, prediction, whole) for prediction in library.predictions)


def table(library: Library) -> bytes:
    """The published predictions as CSV (RFC 4180, UTF-8)."""
    return csv.table(_COLUMNS, (_row(library, prediction) for prediction in library.predictions))


def _row(library: Library, prediction: Prediction) -> tuple[str, ...]:
    item = _item(library, prediction, whole=False)
    judged = prediction.resolution
    if judged:
        item |= {"outcome": judged.outcome.value, "resolved": judged.date, "reference": judged.url or judged.proof}
    item["source"] = library.passages[prediction.passage].source
    return tuple(item.get(name) or "" for name in _COLUMNS)


def _item(library: Library, prediction: Prediction, whole: bool) -> dict[str, Any]:
    passage = library.passages[prediction.passage]
    span = (prediction.start, prediction.end) if whole else claim_shown(library, prediction)
    judged = prediction.resolution
    return {
        "claim": passage.text[slice(*span)] if span else None,
        "passage": prediction.passage,
        "title": prediction.title,
        "who": library.name(prediction.who),
        "made": prediction.made,
        "horizon": prediction.horizon,
        "due": prediction.due,
        "condition": prediction.condition if span else "",
        "status": prediction.status.value,
        "repeats": list(prediction.repeats),
        "resolution": judged
        and {"outcome": judged.outcome.value, "date": judged.date, "url": judged.url, "proof": judged.proof, "note": judged.note},
    }
