"""Claims of records, totals, averages, factors and single values, held against the table's own numbers. Finds no trends."""

import re
from collections.abc import Sequence
from statistics import fmean, median

from generator.findings.disagreements.tables.prose import Conflict, Number, Sentence, cells, counts_all, holds, named, sentence, spoken_of
from generator.findings.disagreements.tables.series import Point, Series, keys

_HIGH = r"highest|largest|biggest|greatest|longest|most expensive|dearest|costliest"
_LOW = r"lowest|smallest|shortest|fewest|least expensive|cheapest"
_RECORD = re.compile(rf"\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b", re.IGNORECASE)
#: Words before a record that make it another one ("second highest", "one of the lowest", "highest and").
_LESSER = re.compile(r"\b(?:second|third|fourth|next|one of|among|some of|joint|nearly|almost|not|once)\b[^,;]{0,20}$", re.IGNORECASE)
#: A record within some group, or of some time, is none of the table's.
_WITHIN = re.compile(
    r"\b(?:among|since|ever|yet|in its|in their|outside|behind|after|of any|of its|for its|than|of those|of these|class|category|so far)\b",
    re.I,
)
_OF_SOME = re.compile(r"\bof (?:the|our)\s+(?:[\w-]+\s+){0,2}[\w-]*[^s\W]s\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()]|\b(?:but|and|while|whereas)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:total(?:s|led|ling|ed)?|altogether|combined|add(?:s|ed)? up to|sum(?:s|med)? (?:up )?to|all told)\b", re.IGNORECASE
)
_AVERAGE = re.compile(r"\b(?:on average|averag(?:e|es|ed|ing)|mean of)\b", re.IGNORECASE)
_FACTORS = {"doubled": 2.0, "doubles": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5, "twice": 2.0, "tenfold": 10.0}
_FACTOR = re.compile(
    r"(?:\b(?P<more>more than|over)|\b(?P<less>nearly|almost|not quite)|\b(?P<rough>roughly|about|around))?\s?"
    r"\b(?P<word>doubled|tripled|trebled|quadrupled|halved)\b",
    re.IGNORECASE,
)
_ROSE = re.compile(
    r"\b(?:rose|risen|grew|grown|increased|climbed|up)\s+(?:by\s+)?(?:about |roughly |around |some |more than |nearly )?$", re.IGNORECASE
)
_FELL = re.compile(
    r"\b(?:fell|fallen|dropped|declined|decreased|shrank|shrunk|down|cut)\s+(?:by\s+)?"
    r"(?:about |roughly |around |some |more than |nearly )?$",
    re.I,
)
_ALL = re.compile(r"(?:^|[,;:]\s*|\band\s+)(?P<word>all|every|each|none|no)\b", re.IGNORECASE)
#: Words that make a number in a sentence something else than the value of the row: a difference, a share, another time.
_OTHER = re.compile(
    r"\b(?:than|by|from|to|times|points?|more|less|fewer|another|additional|extra|gains?|gained|drops?|rise|rose|fall|fell|increase\w*|decrease\w*|"
    r"decline\w*|differences?|gap|ahead|behind|lead|now|today|since|ago|previous\w*|earlier|later|next|year|limit|budget|around|between|each|per|"
    r"of (?:them|those|which|its|the))\b",
    re.IGNORECASE,
)
#: How far from a plain factor a change may be that is called by it: "doubled" for 1.8 to 2.2 times.
_LOOSE = 0.1
#: A stated sum or value that is further away than this factor is of something else.
_FAR = 2.0
_BEFORE, _AFTER = 40, 48


def record(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A row that is said to have the highest or lowest number of a column, and has not."""
    for m in _RECORD.finditer(text.text):
        if _LESSER.search(text.text, 0, m.start()) or _WITHIN.search(text.text):
            continue
        found = _measured(text, candidates, m)
        if found is None or not found.whole or not counts_all(text, len(found.points)):
            continue
        rows = named(sentence(_clause(text.text, m)), found.points)
        best = (max if m["high"] else min)(point.value for point in found.points)
        if rows and all(abs(point.value - best) > point.half for point in rows) and not _qualified(text, m):
            return Conflict(found.name, cells(found.points), tuple(n for n, point in enumerate(found.points) if point.value == best))
    return None


def _clause(text: str, m: re.Match[str]) -> str:
    """The clause of a sentence that a match stands in."""
    start = max((c.end() for c in _CLAUSE.finditer(text, 0, m.start())), default=0)
    end = next((c.start() for c in _CLAUSE.finditer(text, m.end())), len(text))
    return text[start:end]


def _measured(text: Sentence, candidates: Sequence[Series], m: re.Match[str]) -> Series | None:
    """The series of a record: what the words right after it, or else right before it, name."""
    priced = [s for s in candidates if s.kind == "currency"]
    if re.search(r"expensive|cheapest|dearest|costliest", m.group(), re.IGNORECASE):
        return priced[0] if len(priced) == 1 else None
    after = re.split(r"[,;:.()]", text.text[m.end() : m.end() + _AFTER])[0]
    before = re.split(r"[,;:.()]", text.text[max(0, m.start() - _BEFORE) : m.start()])[-1]
    return spoken_of(text, candidates, (m.end(), m.end() + len(after))) or spoken_of(text, candidates, (m.start() - len(before), m.start()))


def _qualified(text: Sentence, m: re.Match[str]) -> bool:
    """Whether the record is one among some rows only: "the largest of the open models"."""
    return bool(_OF_SOME.search(text.text, m.end())) and not re.search(
        r"\bof (?:all|the (?:two|three|four|five|six|seven|eight|nine|ten))\b", text.text
    )


def summed(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A total or an average of a column that its numbers do not give.

    An average of shares may be weighted, so it is wrong only outside of all of them.
    """
    total, average = _TOTAL.search(text.text), _AVERAGE.search(text.text)
    if bool(total) == bool(average) or text.partial:
        return None
    number = _nearest(text, (total or average).span())  # type: ignore[union-attr]  # one of the two is there
    found = spoken_of(text, [s for s in candidates if number and s.kind == number.kind])
    if not number or not found or not found.whole or named(text, found.points) or not counts_all(text, len(found.points)):
        return None
    values = [point.value for point in found.points]
    if average:
        right = _averaged(number, found, values)
    else:
        right = found.kind == "percent" or holds(number, sum(values), sum(point.half for point in found.points))
    actual = fmean(values) if average else sum(values)
    return None if right or not _comparable(number.value, actual) else Conflict(found.name, cells(found.points))


def _of_kind(text: Sentence, number: Number, candidates: Sequence[Series]) -> Series | None:
    """The series that a sentence with a number speaks of; of money or time the only one that there is, if its words name none."""
    same = [s for s in candidates if s.kind == number.kind]
    alone = same[0] if len(same) == 1 and number.kind in ("currency", "duration") else None
    return spoken_of(text, same) or alone


def _averaged(number: Number, found: Series, values: Sequence[float]) -> bool:
    spread = max(point.half for point in found.points)
    if min(values) - spread <= number.value <= max(values) + spread and found.kind == "percent":
        return True
    return holds(number, fmean(values), spread) or holds(number, median(values), spread)


def _nearest(text: Sentence, span: tuple[int, int]) -> Number | None:
    """The number that a total or an average is said to be: the next one, or the one right before."""
    after = next((n for n in text.numbers if span[1] <= n.start <= span[1] + _AFTER), None)
    before = next((n for n in reversed(text.numbers) if n.end <= span[0] <= n.end + 16), None)
    return before or after


def _comparable(stated: float, actual: float) -> bool:
    return stated > 0 and actual > 0 and 1 / _FAR < stated / actual < _FAR


def multiplied(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A change by a factor or by percent between two rows that the sentence names, which their numbers do not give."""
    factor = _FACTOR.search(text.text)
    percent = next(
        (n for n in text.numbers if n.kind == "percent" and (_ROSE.search(text.text, 0, n.start) or _FELL.search(text.text, 0, n.start))),
        None,
    )
    found = spoken_of(text, [s for s in candidates if s.kind != "percent"]) if factor or percent else None
    if found is None or bool(factor) == bool(percent):
        return None
    ends = named(text, found.points)
    if len(ends) != 2 or min(end.value for end in ends) <= 0:
        return None
    first, last = sorted(ends, key=lambda p: p.when) if found.timed else ends  # type: ignore[arg-type, return-value]  # timed: none is None
    low, high = (last.value - last.half) / (first.value + first.half), (last.value + last.half) / (first.value - first.half)
    if percent:
        sign = 1 if _ROSE.search(text.text, 0, percent.start) else -1
        low, high = sorted((sign * (low - 1) * 100, sign * (high - 1) * 100))
        right = holds(percent, (low + high) / 2, (high - low) / 2)
    else:
        right = _factor_holds(factor, low, high)  # type: ignore[arg-type]  # one of the two is there
    return None if right else Conflict(found.name, cells((first, last)))


def _factor_holds(m: re.Match[str], low: float, high: float) -> bool:
    wanted = _FACTORS[m["word"].lower()]
    least, most = wanted * (1 - _LOOSE), wanted * (1 + _LOOSE)
    if m["more"]:
        least, most = (wanted, float("inf")) if wanted > 1 else (0.0, wanted)
    elif m["less"] or m["rough"]:
        least, most = wanted * (1 - 2 * _LOOSE), wanted * (1 + 2 * _LOOSE)
    return high >= least and low <= most


def everywhere(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A limit that all rows are said to keep, and one does not."""
    m = _ALL.search(text.text)
    number = next((n for n in text.numbers if n.sense in ("more", "less")), None)
    if not m or not number or text.partial:
        return None
    found = _of_kind(text, number, candidates)
    others = [n for n in text.numbers if n is not number and found and text.text[n.start : n.end].strip() not in found.name]
    if not found or others or not counts_all(text, len(found.points)) or named(text, found.points):
        return None
    above = (number.sense == "more") != (m["word"].lower() in {"none", "no"})
    odd = [p for p in found.points if (p.value + p.half < number.value if above else p.value - p.half > number.value)]
    return Conflict(found.name, cells(odd)) if odd else None


def stated(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A value that the sentence gives for one row and one column, where the cell has another one, and no cell has this one."""
    if len(text.numbers) != 1 or _OTHER.search(text.text) or _RECORD.search(text.text) or _TOTAL.search(text.text):
        return None
    number = text.numbers[0]
    found = spoken_of(text, [s for s in candidates if s.kind == number.kind])
    rows = named(text, found.points) if found else []
    if not found or len(rows) != 1 or 2 * len(keys(text.text) & found.stems) < len(found.stems):
        return None
    cell = rows[0]
    known = any(holds(number, point.value, point.half) for s in candidates if s.kind == number.kind for point in s.points)
    return None if known or not _comparable(number.value, cell.value) else Conflict(found.name, cells((cell,)))


def own_total(series: Series) -> tuple[Point, str] | None:
    """The row of a table that sums up the others and does not, with the cells that it sums up; None where it does, or there is none.

    Percentages are no sum, and where a row has no number the sum is not to be told.
    """
    if len(series.totals) != 1 or series.kind == "percent" or not series.whole:
        return None
    total = series.totals[0]
    actual, spread = sum(p.value for p in series.points), sum(p.half for p in series.points) + total.half
    right = abs(actual - total.value) <= spread + 1e-9 * abs(actual)
    return None if right or not _comparable(total.value, actual) else (total, cells(series.points))
