"""The numbers of a table's cells: the header says what they measure, the first column whose they are, dates when. No prose."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.findings.numbers.periods import period
from generator.findings.numbers.quantities import quantities
from generator.findings.numbers.quantity import Quantity
from generator.findings.numbers.units import CURRENCIES, per_at, plural
from generator.found import Bearing
from generator.model import Cell, Passage, Table

_SHARE = re.compile(r"(?P<number>\d[\d.,]*+)(?P<percent> ?%(?: (?P<of>[A-Za-z][\w-]*(?: [\w-]+)*))?)?")
_BRACKETS = re.compile(r"(?<!\s)\s*+\([^()]*+\)")
_UNIT = re.compile(r"\((?P<unit>[A-Za-z][\w/]{0,11}s|[kMGTm]?[A-Za-z]{1,2}|°C|%)\)")
_MONEY = (
    r"(?:US|in )?(?P<sign>[$€£¥]|USD|EUR|GBP)(?:,? ?(?P<scale>k|mn?|bn?|thousands?|millions?|billions?)\b)?"
    r"(?: ?(?:/|per) ?(?P<per>[A-Za-z]{1,12}))?"
)
_MONEYED = re.compile(rf"\({_MONEY}\)")
#: The same without brackets, at the end of a header or all of it: `Cost, £m`, `$ billion`.
_ENDING = re.compile(rf"(?:\A|,? )(?=(?:in )?\S+ ?(?:k|mn?|bn?|thousands?|millions?|billions?)\b){_MONEY}\s*\Z")
#: What is counted in thousands or millions, of whatever it is.
_SCALED = re.compile(r"\((?:in )?(?P<scale>thousands?|millions?|billions?|mn|bn)\)", re.IGNORECASE)
_SCALES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_RATED = re.compile(r"\((?P<unit>[kMGTm]?(?:Wh?|J|g|B|m|L|l|V|A|FLOPS?))/(?P<per>[kMGm]?(?:g|Wh?|m|L|l|s|h|d|t))\)")
_PRICE = re.compile(r"\A\s*(?P<sign>[$€£¥])")
_ESTIMATE = re.compile(r"\best(?:\.|imated?)?\b|\bapprox", re.IGNORECASE)
_FORETOLD = re.compile(r"\b(?:forecast|projected|expected|predicted)\b", re.IGNORECASE)
_AIMED = re.compile(r"\b(?:targets?|goals?|planned|budgeted)\b", re.IGNORECASE)
_NUMBERS = frozenset({"number", "currency", "percent", "duration", "shares"})
_RANK = re.compile(r"(?:#|no\.?|rank|place|position|year|date|id|page|line|version)\Z", re.IGNORECASE)


class CellNumber(NamedTuple):
    """A number of a cell, its span in the passage's text, and what header and row say of it."""

    quantity: Quantity
    measure: str
    of: str
    period: str
    bearing: Bearing
    row: int
    column: int


class _Headed(NamedTuple):
    """What the brackets of a header say of the numbers below it: "($/kWh)", "(€m)", "(Wh/kg)", "(USD million)"."""

    unit: str = ""
    per: str = ""
    factor: float = 1.0


def cell_numbers(passage: Passage, table: Table) -> Iterator[CellNumber]:
    """Every number in the body of a table, row by row."""
    lines = _body(passage.text)
    dated = next((i for i in range(len(table.header)) if _is_dated(table, i)), None)
    for r, row in enumerate(table.rows):
        spans = _spans(passage.text, lines[r], len(table.header)) if r < len(lines) else []
        for c, cell in enumerate(row):
            if c == 0 or c == dated or c >= len(spans) or _RANK.match(table.header[c].strip()):
                continue
            when = row[dated].text if dated is not None else ""
            whose = "" if dated == 0 else row[0].text
            for q in _quantities(cell, table.header[c], spans[c][0], passage.text[slice(*spans[c])]):
                yield _cell_number(q, table.header[c], whose, when, passage.heading, r, c)


def _cell_number(q: Quantity, header: str, whose: str, when: str, heading: str, row: int, column: int) -> CellNumber:
    own = period(header, 0, 0, len(header), date="", bearing=Bearing.ACTUAL) if not when else ""
    named = _ENDING.sub("", _BRACKETS.sub("", header).strip())
    bare = re.sub(
        r"(?:\b(?:spring|summer|autumn|winter|early|late|mid)[ -])?\b(?:19|20)\d\d\b|[,:]\s*\Z", "", named, flags=re.IGNORECASE
    ).strip(" ,:")
    measure = " ".join((re.sub(r"\A[$€£¥%] (?:of )?(?:per .*)?", "", bare) or heading).split())
    measure = f"{measure}: {q.frame}" if q.frame else measure
    bearing = Bearing.TARGET if _AIMED.search(header) else Bearing.FORECAST if _FORETOLD.search(header) else Bearing.ACTUAL
    told = period(when, 0, 0, len(when), date="", bearing=Bearing.ACTUAL) or when
    return CellNumber(q, measure, whose, told or own, bearing, row, column)


def _quantities(cell: Cell, header: str, at: int, raw: str) -> list[Quantity]:
    """The quantities of a cell; its unit may stand in the header. `raw` is the cell as the passage's text has it, from `at` on."""
    lead = raw.find(cell.text) if cell.text in raw else 0
    span = at + lead, at + lead + len(cell.text)
    about, headed = cell.approximate or bool(_ESTIMATE.search(header)), _headed(header)
    if cell.kind == "shares":
        return [
            Quantity(span[0] + m.start(), span[0] + m.end(), v, v, "%", kind="percent", about=about, frame=(m["of"] or "").strip())
            for m, v in zip((m for m in _SHARE.finditer(cell.text) if m["percent"]), cell.values, strict=False)
        ]
    if cell.kind in _NUMBERS and cell.values:
        unit, per = _unit(cell, header, headed)
        value = cell.values[0] * (headed.factor if cell.kind == "number" else 1.0)
        return [Quantity(*span, value, value, unit, per, kind=cell.kind, about=about)]
    if m := _RANGE.fullmatch(cell.text.strip()):
        unit, per = _unit(cell, header, headed)
        low, high = (float(m[side].replace(",", "")) * headed.factor for side in ("low", "high"))
        return [Quantity(*span, low, high, unit, per, kind="number", about=about)] if low < high else []
    found = quantities(cell.text, 0, len(cell.text)) if cell.kind == "text" and len(cell.text.split()) <= _FEW_WORDS else []
    return [q._replace(start=q.start + span[0], end=q.end + span[0], about=q.about or about, frame="") for q in found[:1] if q.start == 0]


_FEW_WORDS = 4
#: A cell that is a range; its unit stands in the header.
_RANGE = re.compile(r"[~≈]?(?P<low>\d[\d,]{0,12}(?:\.\d{1,6})?) ?[-–—] ?(?P<high>\d[\d,]{0,12}(?:\.\d{1,6})?)")


def _unit(cell: Cell, header: str, headed: _Headed) -> tuple[str, str]:
    price = _PRICE.match(header)
    bare = _BRACKETS.sub("", header)
    per = re.compile(r" per ").search(bare)
    counted = per_at(bare, per.start(), kind="") if per else None
    name = counted.name if counted else ""
    if cell.kind == "currency":
        return CURRENCIES[cell.unit], name
    if cell.kind == "duration":
        return plural(cell.unit), name
    if cell.unit:
        return cell.unit, name
    if headed.unit:
        return headed.unit, headed.per or name
    if price:
        return CURRENCIES[price["sign"]], name
    given = None if _SCALED.search(header) else _UNIT.search(header)
    return (given["unit"] if given else "%" if header.lstrip().startswith("%") else ""), name


def _headed(header: str) -> _Headed:
    if m := _MONEYED.search(header) or _ENDING.search(header.strip()):
        scale = (m["scale"] or "").lower()
        return _Headed(CURRENCIES.get(m["sign"], m["sign"]), m["per"] or "", _SCALES[scale[:1]] if scale else 1.0)
    if m := _SCALED.search(header):
        return _Headed(factor=_SCALES[m["scale"][:1].lower()])
    rate = _RATED.search(header)
    return _Headed(rate["unit"], rate["per"]) if rate else _Headed()


def _is_dated(table: Table, column: int) -> bool:
    cells = [row[column].kind for row in table.rows]
    return bool(cells) and 2 * cells.count("date") > len(cells)


def _body(text: str) -> list[tuple[int, int]]:
    """Spans of the lines below the rule of a table."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines[2:]


def _spans(text: str, line: tuple[int, int], width: int) -> list[tuple[int, int]]:
    """Spans of a row's cells; the cells beyond the header belong to the last."""
    start, end = line
    while start < end and text[start].isspace():
        start += 1
    start += text[start : start + 1] == "|"
    cuts = [m.start() for m in re.compile(r"(?<!\\)\|").finditer(text, start, end)]
    edges = [start, *(c + 1 for c in cuts)]
    ends = [*cuts, end]
    spans = list(zip(edges, ends, strict=True))
    return spans if len(spans) <= width else [*spans[: width - 1], (spans[width - 1][0], end)]
