"""Numbers and counts laid out as charts: positions in per cent of the width, so that words keep their size on a phone. Draws no markup.

Values stand in rows, in the order of time, because sources say "once" and "now" more often than they give dates. A range is a bar, an aim
an open circle, what is foretold an open circle with a dashed line. The axis is logarithmic where values span two orders of magnitude.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.amounts import tick

#: Below it a linear axis shows the smallest value; above, only a logarithmic one does (Cleveland, The Elements of Graphing Data, 1985).
_SPAN = 50.0
_MOST_TICKS = 5
#: The part of the width that values are laid over; the rest is for the round ends.
_LEFT, _RIGHT = 2.0, 98.0
_ROW, _HEAD = 46, 8
_COLUMNS = 96
#: Words so near to an edge, in per cent, do not stand in the middle of their place.
_NEAR_EDGE = 8


@dataclass(frozen=True, slots=True)
class Point:
    """A value to be laid out: its range, words, address, and how it is meant (actual, target, forecast)."""

    low: float
    high: float
    label: str
    value: str
    href: str
    bearing: str


@dataclass(frozen=True, slots=True)
class Row:
    """A value in a chart: `x1` and `x2` in per cent of the width, equal but for a range; `y` of its words and its mark, in pixels."""

    point: Point
    x1: float
    x2: float
    y: int
    mark: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: where, in per cent, and what is written at it; `anchor` keeps its words inside."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of values: `text` says in words what it shows."""

    id: str
    title: str
    text: str
    note: str
    height: int
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A bar of a chart over time: left edge and width in per cent, height and place in pixels, its count, its period, where it leads.

    The words of its period, if they are `shown`, stand at `at` and go from there as `anchor` says, so that none is cut off at the edge.
    """

    x: float
    width: float
    middle: float
    y: int
    height: int
    count: int
    label: str
    href: str
    shown: bool
    at: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of counts over time."""

    id: str
    title: str
    text: str
    height: int
    base: int
    columns: tuple[Column, ...]


def chart(id: str, title: str, points: Sequence[Point], unit: str) -> Chart:
    """Points of one unit, in their order, as rows."""
    values = [v for p in points for v in (p.low, p.high)]
    log = min(values) > 0 and max(values) / min(values) >= _SPAN
    marks = _powers(min(values), max(values)) if log else _steps(min(*values, 0.0), max(*values, 0.0))
    scale = math.log10 if log else float
    first, last = scale(marks[0]), scale(marks[-1])

    def x(value: float) -> float:
        return round(_LEFT + (scale(value) - first) / (last - first) * (_RIGHT - _LEFT), 2)

    rows = tuple(Row(p, x(p.low), x(p.high), _HEAD + i * _ROW + 12, _HEAD + i * _ROW + 27) for i, p in enumerate(points))
    step = max(1, math.ceil(len(marks) / _MOST_TICKS))
    shown = [m for i, m in enumerate(marks) if i % step == 0]
    ticks = tuple(Tick(x(m), tick(m, unit), _edge(x(m))) for m in shown)
    text = "; ".join(f"{p.label}: {p.value}{'' if p.bearing == 'actual' else f' ({p.bearing})'}" for p in points)
    note = "Logarithmic scale: each line is ten times the one before." if log and step == 1 else "Logarithmic scale." if log else ""
    return Chart(id, title, f"{text}.", note, _HEAD + len(points) * _ROW + 22, rows, ticks)


def columns(id: str, title: str, counts: Sequence[tuple[str, int, str]]) -> Columns:
    """Counts with the names of their periods and where they lead, in order of time, as bars."""
    most = max(n for _, n, _ in counts)
    width = (_RIGHT - _LEFT) / len(counts)
    every = max(1, math.ceil(len(counts) / _MOST_TICKS))
    bars = []
    for i, (label, n, href) in enumerate(counts):
        left, tall = _LEFT + i * width, round(_COLUMNS * n / most)
        middle, edge = round(left + width / 2, 2), _edge(left + width / 2)
        at = {"start": left, "end": left + width}.get(edge, middle)
        bars.append(Column(round(left + width * 0.1, 2), round(width * 0.8, 2), middle, 20 + _COLUMNS - tall, tall, n, label, href,
                           i % every == 0, round(at, 2), edge))  # fmt: skip
    text = "; ".join(f"{label}: {n}" for label, n, _ in counts)
    return Columns(id, title, f"{text}.", 20 + _COLUMNS + 24, 20 + _COLUMNS, tuple(bars))


def _edge(x: float) -> str:
    """How words at a place in per cent of the width are anchored, so that they stay inside."""
    return "start" if x < _NEAR_EDGE else "end" if x > 100 - _NEAR_EDGE else "middle"


def _powers(low: float, high: float) -> list[float]:
    """The powers of ten that enclose a range."""
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    return [10.0**n for n in range(first, max(last, first + 1) + 1)]


def _steps(low: float, high: float) -> list[float]:
    """Round numbers that enclose a range: steps of 1, 2 or 5 times a power of ten."""
    raw = (high - low or 1.0) / (_MOST_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(n * power for n in (1, 2, 5, 10) if n * power >= raw * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 12) for n in range(first, max(last, first + 1) + 1)]
