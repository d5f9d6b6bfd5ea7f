"""A table of a source as series of numbers: its columns, or its rows where the columns are times. Judges nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.findings.evidence.profiles import stem
from generator.model import Cell, Table
from generator.text import tokens

#: Days of the units of time, so that "9 days" and "8 weeks" stand in one row.
_DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.25}
_NUMERIC = frozenset({"number", "currency", "percent", "duration"})
_SUM_ROW = re.compile(r"\s*(?:grand |sub)?(?:total|sum|all|overall)\b(?!.*\bexcept)", re.IGNORECASE)
_MEAN_ROW = re.compile(r"\s*(?:average|mean|median)\b", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\([^()]*\)")
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?(?:e([-+]?\d+))?", re.IGNORECASE)
_SCALE = re.compile(r"\d\s*(k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)\b", re.IGNORECASE)
#: Words of a heading that make whole numbers rounded ones ("Containers (thousand)").
_SCALED = re.compile(r"\b(?:thousands?|millions?|billions?|k|m|bn|%|percent|000)\b|%", re.IGNORECASE)
_TIMES = {"k": 1e3, "t": 1e12, "m": 1e6, "b": 1e9}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\bq([1-4])\b|\b\d{4}-(\d\d)\b", re.IGNORECASE)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: What a comparative compares, where its own word does not say so.
_COMPARED = {"older": "age", "younger": "age", "heavier": "weight", "lighter": "weight", "dearer": "price", "cheaper": "price"}
#: Words that stand in any heading and name no measure.
_EMPTY = frozenset(
    "a an the of in on at to by with from as is are was were be per and or for its their est estimated approx e.g i.e no not that this it "
    "each all than into over".split()
)


class Point(NamedTuple):
    """A number of a series: what it belongs to, when (year, month), the value, half a unit of its last digit, and the cell as it stands."""

    label: str
    when: tuple[int, int] | None
    value: float
    half: float
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one measure. `whole`: every row of the table has one. `totals`: the cells of rows that sum up the others."""

    name: str
    stems: frozenset[str]
    kind: str
    unit: str
    points: tuple[Point, ...]
    whole: bool
    totals: tuple[Point, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether the points stand in the order of time, each with its own."""
        whens = [point.when for point in self.points]
        return None not in whens and len(set(whens)) == len(whens)


def series(table: Table) -> tuple[Series, ...]:
    """The series of a table: each column of numbers, and each row of numbers of one kind below headings that are times."""
    rows = [row for row in table.rows if row and row[0].text]
    labels = [row[0].text for row in rows]
    columns = [_series(table.header[j], labels, [row[j] for row in rows], _whens(labels, rows)) for j in range(1, len(table.header))]
    heads = table.header[1:]
    timed = len(heads) > 1 and all(when(head) for head in heads)
    across = [_series(row[0].text, heads, row[1:], [when(h) for h in heads]) for row in rows] if timed else []
    return tuple(found for found in (*across, *([] if timed else columns)) if found)


def keys(text: str) -> frozenset[str]:
    """The stems of a text's words that can name a measure or a row."""
    words = (token.folded for token in tokens(text))
    return frozenset(_stemmed(_COMPARED.get(word, word)) for word in words if word not in _EMPTY)


def bare(label: str) -> str:
    """A row's name without what stands in brackets behind it."""
    return _PARENTHESIS.sub(" ", label).strip() or label


def in_days(unit: str) -> float:
    """How many days a unit of time has; 0 for what is none."""
    return _DAYS.get(unit, 0.0)


def when(text: str) -> tuple[int, int] | None:
    """Year and month (0 where none is told) that a text names as a time."""
    year = _YEAR.search(text)
    if not year:
        return None
    month = _MONTH.search(text)
    season = next((n for name, n in _SEASONS.items() if name in text.lower()), 0)
    if not month:
        return int(year[1]), season
    name, quarter, number = month.groups()
    return int(year[1]), _MONTHS.index(name.lower()) + 1 if name else 3 * int(quarter) if quarter else int(number)


@lru_cache(maxsize=1 << 14)
def _stemmed(word: str) -> str:
    return stem(word)


def _whens(labels: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int] | None]:
    """The time of each row: its name, or the one cell of it that is a date."""
    if all(when(label) for label in labels):
        return [when(label) for label in labels]
    dated = [j for j in range(1, min(map(len, rows), default=0)) if all(row[j].kind == "date" for row in rows)]
    return [when(row[dated[0]].text) for row in rows] if len(dated) == 1 else [None] * len(rows)


def _series(name: str, labels: Sequence[str], cells: Sequence[Cell], whens: Sequence[tuple[int, int] | None]) -> Series | None:
    filled = [(label, cell, at) for label, cell, at in zip(labels, cells, whens, strict=True) if cell.kind != "empty"]
    counts = not _SCALED.search(name) and all(cell.kind == "number" and cell.text.replace(",", "").isdigit() for _, cell, _ in filled)
    pairs = [(label, _point(label, cell, at, counts), cell) for label, cell, at in filled if _single(cell)]
    kinds = {cell.kind for _, _, cell in pairs}
    units = {cell.unit for _, _, cell in pairs if cell.kind != "duration"}
    if len(kinds) != 1 or len(units) > 1 or len(pairs) < 2:
        return None
    points = tuple(point for label, point, _ in pairs if not _SUM_ROW.match(label) and not _MEAN_ROW.match(label))
    totals = tuple(point for label, point, _ in pairs if _SUM_ROW.match(label))
    whole = len(pairs) == len(labels)
    kind = next(iter(kinds))
    return Series(name, keys(name), kind, next(iter(units), "day"), points, whole, totals) if len(points) > 1 else None


def _single(cell: Cell) -> bool:
    """Whether a cell is one number and no range, limit or fraction."""
    outside = _PARENTHESIS.sub(" ", cell.text)
    return cell.kind in _NUMERIC and len(cell.values) == 1 and len(_DIGITS.findall(outside)) == 1 and not re.search(r"[<>≤≥]", outside)


def _point(label: str, cell: Cell, at: tuple[int, int] | None, counts: bool) -> Point:
    """A cell as a point. `counts`: the column counts things, so its whole numbers are exact."""
    times = in_days(cell.unit) if cell.kind == "duration" else 1.0
    return Point(label, at, cell.values[0] * times, 0.0 if counts else half_unit(cell.text) * times, cell.text)


def half_unit(text: str) -> float:
    """Half a unit of the last digit of the first number of a text: 0.005 of "0.59", half a million of "$100M"."""
    found = _DIGITS.search(text)
    if not found:
        return 0.0
    scale = _SCALE.search(text)
    return 0.5 * 10.0 ** (-len(found[1] or "") + int(found[2] or 0)) * (_TIMES[scale[1][0].lower()] if scale else 1.0)


def resolve(words: frozenset[str], numbers: Iterable[tuple[float, str]], candidates: Sequence[Series]) -> Series | None:
    """The series that words speak of: that which shares the most telling stems with them, or whose very numbers they state; None in doubt.

    A stem tells less the more headings have it. `numbers`: values with their kinds, as `claims.numbers` gives them.
    """
    stated = tuple(numbers)
    ranked = sorted(((_likeness(words, stated, s, candidates), n) for n, s in enumerate(candidates)), key=lambda pair: (-pair[0], pair[1]))
    if not ranked or ranked[0][0] < 1.0 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.5):
        return None
    return candidates[ranked[0][1]]


def _likeness(words: frozenset[str], numbers: Sequence[tuple[float, str]], one: Series, candidates: Sequence[Series]) -> float:
    shared = words & one.stems
    weight = sum(1 / sum(stem_ in other.stems for other in candidates) for stem_ in shared)
    stated = {value for value, kind in numbers if kind == one.kind and any(abs(value - p.value) <= 1e-9 * abs(p.value) for p in one.points)}
    known = len(shared) > 1 or 3 * len(shared) >= len(one.stems) or len(stated) > 1
    return (weight + min(len(stated), 2)) if shared and known else 0.0
