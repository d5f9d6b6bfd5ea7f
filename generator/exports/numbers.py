"""Numbers for machines: their array of `knowledge.json`, and a table that spreadsheets read."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from generator.exports import csv
from generator.found import Observation
from generator.library import Library
from generator.published import shown

_COLUMNS = (
    "low", "high", "unit", "per", "about", "limit", "measure", "subject", "period", "bearing", "who", "words", "source", "date", "passage",
)  # fmt: skip


def together(library: Library) -> Iterable[tuple[Observation, ...]]:
    """The numbers as they follow one another, source after source."""
    return (tuple(run) for _, run in groupby(library.observations, key=lambda o: o.passage.partition("#")[0]))


def observations(library: Library, found: Iterable[Observation], whole: bool) -> Iterable[dict[str, Any]]:
    """Items of the array. Words that may not be published are null; the value is a fact, and stays."""
    return (_item(library, o, whole) for o in found)


def table(library: Library) -> bytes:
    """The numbers as CSV, their words as far as they may be published."""
    return csv.table(_COLUMNS, (_row(library, o) for o in library.observations))


def _row(library: Library, o: Observation) -> tuple[str | float, ...]:
    item = _item(library, o, whole=False)
    source = library.documents[library.passages[o.passage].source]
    more = {"about": "about" if o.about else "", "subject": _subject(library, o), "words": item["surface"] or "", "source": source.id}
    more["date"] = source.date
    return tuple((item | more)[name] for name in _COLUMNS)


def _subject(library: Library, o: Observation) -> str:
    return library.vocabulary.concepts[o.subject].name if o.subject else o.subject_words


def _item(library: Library, o: Observation, whole: bool) -> dict[str, Any]:
    passage = library.passages[o.passage]
    first, last = (0, len(passage.text)) if whole else shown(library, passage) or (0, 0)
    seen = first <= o.start and o.end <= last
    return {
        "measure": o.measure,
        "measured": o.measured,
        "value": o.low if o.low == o.high else None,
        "low": o.low,
        "high": o.high,
        "unit": o.unit,
        "per": o.per,
        "unit_told": o.unit_told,
        "about": o.about,
        "limit": o.limit,
        "period": o.period,
        "bearing": o.bearing.value,
        "change": o.change,
        "subject": o.subject,
        "subject_words": o.subject_words,
        "who": library.name(o.who),
        "passage": o.passage,
        "surface": o.surface if seen else None,
        "start": o.start if whole else None,
        "end": o.end if whole else None,
        "cell": [o.row, o.column] if o.row is not None else None,
    }
