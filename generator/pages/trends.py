"""What a trend's page charts: the values that sources give of its measure, and how often they speak of it. No layout, no markup."""

from collections import Counter

from generator.findings.numbers.series import series
from generator.found import Observation, Series
from generator.library import Library
from generator.model import Concept, PassageId
from generator.pages.amounts import bare, counted_in
from generator.pages.charts import Chart, Columns, Point, chart, columns
from generator.pages.numbers import measured, when
from generator.pages.page import to_passage
from generator.pages.stated import to_number
from generator.pages.words import KINDS, capital
from generator.text import apart

_MONTHS, _QUARTER = 12, 3
#: Five of them stand side by side on a phone.
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
#: Where dated sources span so many months at most, a chart over time counts by months; then by quarters; then by years.
_BY_MONTHS, _BY_QUARTERS = 18, 60


def charts(library: Library, concept: Concept, page: str) -> tuple[Chart, ...]:
    """A chart for each unit in which sources state a trend's measure with two values or more."""
    told = [s for s in series(measured(library, concept.id)) if len({(o.low, o.high) for o in s.observations}) > 1]
    return tuple(_chart(library, concept, s, f"chart-{i}", page) for i, s in enumerate(told, 1))


def _chart(library: Library, concept: Concept, told: Series, id: str, page: str) -> Chart:
    unit = counted_in(told.unit, told.per)
    title = f"{concept.name}, {unit}" if unit else concept.name
    return chart(id, title, [_point(library, o, page) for o in told.observations], told.unit)


def _point(library: Library, o: Observation, page: str) -> Point:
    passage = library.passages[o.passage]
    subject = library.vocabulary.concepts[o.subject].name if o.subject else o.subject_words
    label = apart(when(o), subject, KINDS[library.documents[passage.source].kind][0])
    return Point(o.low, o.high, capital(label), bare(o), to_number(library, o, page), o.bearing.value)


def mentions(library: Library, concept: Concept, page: str) -> Columns | None:
    """The passages about a concept by the dates of their sources; None until dated sources span more than one period."""
    months = sorted(m for m in map(_month, (d.date for d in library.documents.values())) if m is not None)
    years_only = any(len(d.date) == len("2024") for d in library.documents.values() if d.date)
    if not months:
        return None
    span = months[-1] - months[0]
    length = _MONTHS if years_only or span > _BY_QUARTERS else _QUARTER if span > _BY_MONTHS else 1
    first, last = months[0] // length, months[-1] // length
    counted: Counter[int] = Counter()
    strongest: dict[int, PassageId] = {}
    for e in library.evidence_of.get(concept.id, ()):
        month = _month(library.documents[library.passages[e.passage].source].date)
        if month is not None:
            counted[month // length] += 1
            strongest.setdefault(month // length, e.passage)
    if first == last or not counted:
        return None
    counts = [(_name(n, length), counted[n], _to(library, strongest.get(n), page)) for n in range(first, last + 1)]
    return columns("chart-mentions", f"Passages about {concept.name} by date of source", counts)


def _to(library: Library, id: PassageId | None, page: str) -> str:
    return to_passage(library.passages[id], page) if id else ""


def _month(date: str) -> int | None:
    """The month of an ISO date, counted from the year 0; a year counts as its January."""
    year, _, rest = date.partition("-")
    return int(year) * _MONTHS + int(rest[:2] or 1) - 1 if year.isdigit() else None


def _name(period: int, length: int) -> str:
    month = period * length
    year, number = divmod(month, _MONTHS)
    if length == _MONTHS:
        return f"{year}"
    return f"Q{number // _QUARTER + 1} {year}" if length == _QUARTER else f"{_SHORT[number]} {year}"
