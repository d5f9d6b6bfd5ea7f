"""Observations that belong together: one measure, one unit, one owner, or one column of a table. Draws nothing."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable

from generator.found import Bearing, Observation, Series

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
_ONCE = frozenset({"once", "used to", "formerly", "previously"})
#: Measures that say too little to be compared.
_NOBODYS = frozenset({"horizon", "time taken", "time"})
#: Fewer than this are counted in passing.
_FEW = 13
_CHANGES = {"from": 0, "": 1, "to": 2}


def series(found: Iterable[Observation]) -> tuple[Series, ...]:
    """Groups of two observations and more, in the order in which they begin.

    Prose: the same trend, or the same measure of the same subject, in any source; a measure of nobody only within its passage. Tables:
    a column, or columns of one measure. Never two units, never two measures.
    """
    groups: dict[Hashable, list[Observation]] = defaultdict(list)
    for o in found:
        key = _key(o)
        if key is not None:
            groups[key].append(o)
    return tuple(_series(group) for group in groups.values() if len(group) > 1)


def _key(o: Observation) -> Hashable | None:
    kind = (o.unit, o.per)
    if o.column is not None:
        return (o.passage, o.measure.lower(), kind)
    if o.measured:
        return (o.measured, kind)
    if not o.measure or o.measure in _NOBODYS or not o.unit or _counts_few(o):
        return None
    return (o.measure.lower(), kind, o.subject or o.passage)


def _counts_few(o: Observation) -> bool:
    """Whether a number counts a few things, which other such counts of a passage need not have to do with; the sides of a change have."""
    return o.measure.endswith(o.unit) and o.high < _FEW and not o.change


def _series(group: list[Observation]) -> Series:
    first = group[0]
    subjects = {o.subject for o in group}
    return Series(
        measure=first.measure,
        measured=first.measured,
        unit=first.unit,
        per=first.per,
        subject=first.subject if len(subjects) == 1 else None,
        observations=tuple(sorted(group, key=in_time)),
        rows=first.column is not None,
    )


def in_time(o: Observation) -> tuple[object, ...]:
    """What orders observations in time: dates; else before and after as the sentence tells it; aims and forecasts last."""
    meant = o.bearing is not Bearing.ACTUAL
    dated = o.period if _DATE.match(o.period) else ""
    past = o.period in _ONCE or o.change == "from"
    return (meant, not past and not dated, dated, _CHANGES[o.change], o.passage, o.start)
