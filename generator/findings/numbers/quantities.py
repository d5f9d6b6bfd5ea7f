"""Numbers of a sentence to quantities: ranges and changes, units, what they are counted by. Not what they measure, nor when.

A quantity is a number with a unit of measure, money, per cent, a multiple, a ratio, or a count of things (`counts`). A bare number counts
only where it stands as a value does (`bare`). Times are said in passing as often as they are measured ("two years ago"), so they count only
in the frames of measuring (`frames`).
"""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re
from collections.abc import Iterator

from generator.findings.numbers.bare import alone, bare, inherited
from generator.findings.numbers.counts import counts
from generator.findings.numbers.groups import ABOUT_AFTER, FILLER, FROM, Group, is_about, joined, limit, values
from generator.findings.numbers.names import CLOCK, is_name
from generator.findings.numbers.numerals import Numeral, numerals
from generator.findings.numbers.numerals import before as lead
from generator.findings.numbers.quantity import Quantity
from generator.findings.numbers.units import CURRENCIES, Unit, by_times, per_at, unit_at
from generator.findings.numbers.worded import FRACTIONS, worded

_FACTOR = re.compile(r"\bfactors? of (?:about |around |roughly |some )?\Z", re.IGNORECASE)
_GREW = re.compile(r"\b(?:grew|grows|grown|rose|increased) \Z", re.IGNORECASE)
_BY = re.compile(rf"\bby {FILLER}\Z", re.IGNORECASE)
_RATIO = re.compile(
    r"(?: ?: ?| to )(?:one|1)\b(?![\d.:,]\d|[-–])|(?P<x> [A-Za-z][\w-]*(?: [\w-]+){0,2}?) (?:for (?:every|each)(?: one| 1| single)?|(?<=s )to (?:every|each)(?: one| 1| single)?) (?P<y>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?)"
    r"|(?P<v> [A-Z][\w-]*(?: [\w-]+){0,2}?) to (?:one|1) (?P<w>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?)"
)
_FRACTION = re.compile(rf"\b(?:(?P<half>half) an?|an? (?P<part>{'|'.join(FRACTIONS)}) of an?)(?= [a-z])", re.IGNORECASE)
_NO_CHANGE = re.compile(r"\b(?:(?:every|each|next|last) (?:factor of )?|another )\Z", re.IGNORECASE)
#: Points are a measure only where something gains or loses them.
_SCORED = re.compile(
    rf"(?:\b(?:by|of|another|lost|loses?|gained|gains?|up|down|itself|ahead|behind|scor(?:es?|ed)|margin|within|than|about) {FILLER}|± ?)\Z",
    re.IGNORECASE,
)
_POINTS = re.compile(r" points?\b")
_OTHERS = re.compile(r"\b(?:your|those|these|same|other|another|price of|cost of) \Z", re.IGNORECASE)
#: A case that is anybody's: nothing is said to be so.
_ANYBODYS = re.compile(r"\bwhen(?:ever)? you\b[^.;]{0,60}\Z", re.IGNORECASE)
#: What a sum of money is for: "a million tokens cost".
_PRICED = re.compile(r"[^.;:]{0,60}? (?:costs?|costing|came? to|goes? for|went for|sells? for|sold for)\b")
_SUPPOSED = re.compile(r"\bif\b[^,;:.]{0,70}\Z", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|could|might)\b|[’']d\b")
_DENIED = re.compile(
    r"\b(?:nobody|no one|isn['’]t|aren['’]t|wasn['’]t|don['’]t|doesn['’]t|can['’]t|(?<!will )never|not even|(?:is|are|was|were|['’](?:s|re|m)) not(?! only| just))\b[^,;:]*\Z",
    re.IGNORECASE,
)
#: So many numbers with hardly a word between them are a table that has lost its form: nobody says what each of them is.
_MANY = 20
_SPOKEN = re.compile(r"[^\W\d_]{2,}")
#: Units that go below zero.
_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})
_HUNDRED = 100.0
#: A number of two digits, spelled out, is no longer.
_NEXT = 20


def quantities(text: str, start: int, end: int, before: Quantity | None = None, near: Quantity | None = None) -> list[Quantity]:
    """The quantities of a sentence of a text, in its order. `near`: the last one before the sentence; `before`: the same, if this one goes on about it."""
    found = numerals(text[start:end])
    sentence = text[start:end]
    if len(found) > _MANY and len(_SPOKEN.findall(sentence)) <= len(found):
        return []
    in_words = [*worded(sentence), *_fractions(sentence)]
    found = [n for n in found if not any(q.start < n.end and n.start < q.end for q in in_words)]
    taken: list[Quantity] = []
    i = 0
    while i < len(found):
        group = joined(sentence, found, i)
        if not taken or found[i].start >= taken[-1].end:
            taken += (q for q in _measured(sentence, group, taken) if q)
        i += len(group.numerals)
    told = sorted([*inherited(sentence, found, taken, before), *in_words])
    whole = _paired(alone(sentence, found, told, near))
    return [q._replace(start=q.start + start, end=q.end + start, like=q.like + start if q.like >= 0 else q.like) for q in whole]


def _fractions(sentence: str) -> Iterator[Quantity]:
    """Fractions of a unit: "half a megawatt", "a tenth of a second"."""
    for m in _FRACTION.finditer(sentence):
        unit = unit_at(sentence, m.end())
        if unit and unit.kind in {"hard", "percent", "time"} and (unit.kind != "time" or unit.noun == "second"):
            value = (0.5 if m["half"] else 1 / FRACTIONS[m["part"].lower()]) * unit.factor
            value = float(f"{value:.3g}")
            yield Quantity(m.start(), unit.end, value, value, unit.name, kind="hard", noun=unit.noun, limit="")


def _measured(sentence: str, group: Group, taken: list[Quantity]) -> list[Quantity | None]:
    first, last = group.numerals[0], group.numerals[-1]
    before = lead(sentence, first.start)
    if is_name(sentence, first, last) or _ANYBODYS.search(before):
        return []
    if ratio := _ratio(sentence, first, last):
        return [ratio]
    unit = _unit(sentence, first, last)
    if unit is None:
        return [bare(sentence, group)]
    if (unit.kind == "times" and _NO_CHANGE.search(before)) or _said_loosely(sentence, first, last, unit):
        return []
    per = per_at(sentence, unit.end, kind=unit.kind)
    if not counts(sentence, first, last, unit, per) or (
        unit.kind in {"count", "hard"} and (_OTHERS.search(before) or _DENIED.search(before))
    ):
        return []
    more = _coins(sentence, unit.end) if unit.kind == "money" and not (first.money or per) else None
    end = more[0] if more else per.end if per else unit.end
    about = is_about(sentence, first, end)
    made = Quantity(
        first.start,
        end,
        0,
        0,
        unit.name,
        per.name if per else "",
        unit.kind,
        unit.noun,
        unit.adjectives,
        about,
        limit(sentence, first),
        scale=last.scale,
    )
    factor = -unit.factor if unit.noun in _DEGREES and before.lower().endswith("minus ") else unit.factor
    low, high = (v * factor + (more[1] if more else 0.0) for v in values(group))
    if group.how == "change":
        return _both_sides(made, group, low, high)
    return [made._replace(low=min(low, high), high=max(low, high), change=_side(sentence, first.start, taken, unit))]


def _both_sides(made: Quantity, group: Group, low: float, high: float) -> list[Quantity | None]:
    """The two sides of a change, each a quantity of its own."""
    return [
        made._replace(end=group.numerals[0].end, low=low, high=low, change="from"),
        made._replace(start=group.numerals[-1].start, low=high, high=high, change="to"),
    ]


def _said_loosely(sentence: str, first: Numeral, last: Numeral, unit: Unit) -> bool:
    """Whether a number is put up and not stated: an "a hundred times a day", the lot that a price is for, what an "if" supposes."""
    round_ = first.spelled and first.word.startswith(("a ", "an "))
    lot = round_ and unit.kind == "hard" and _PRICED.match(sentence, unit.end)
    size = first.value == last.value == 1 and first.spelled and sentence[last.end : last.end + 1] == "-"
    put = _SUPPOSED.search(lead(sentence, first.start)) and _WOULD.search(sentence, last.end)
    return bool((round_ and unit.name == "times") or lot or size or put)


def _coins(sentence: str, at: int) -> tuple[int, float] | None:
    """The small coins right behind a sum of money, and where they end: "two pounds forty"."""
    behind = next(iter(numerals(sentence[at : at + _NEXT])), None)
    if behind is None or behind.start != 1 or behind.scale > 1 or not 1 < behind.value < _HUNDRED:
        return None
    return at + behind.end, behind.value / _HUNDRED


def _side(sentence: str, at: int, taken: list[Quantity], unit: Unit) -> str:
    """`from` or `to` where the two values of a change have a unit each: "from 12 months to 4 months"."""
    before = lead(sentence, at)
    if FROM.search(before):
        return "from"
    if not re.search(rf"\bto (?:a |just |only )?{FILLER}\Z", before, re.IGNORECASE):
        return ""
    return "to" if taken and taken[-1].change == "from" and taken[-1].kind == unit.kind else ""


def _unit(sentence: str, first: Numeral, last: Numeral) -> Unit | None:
    """The unit behind a number, or the sign of a currency before it, or the words "by … times", "a factor of …"."""
    money = first.money or last.money
    if money:
        return Unit(last.end, CURRENCIES[money], "money")
    if _FACTOR.search(lead(sentence, first.start)):
        return Unit(last.end, "x", "times")
    at = last.end
    if ish := ABOUT_AFTER.match(sentence, at):
        at = ish.end()
    if (_BY.search(lead(sentence, first.start)) or _GREW.search(lead(sentence, first.start))) and (over := by_times(sentence, at)):
        return over
    if _SCORED.search(lead(sentence, first.start)) and (points := _POINTS.match(sentence, at)):
        return Unit(points.end(), "points", "hard")
    unit = unit_at(sentence, at, x=last.x)
    return None if unit and unit.kind == "time" and CLOCK.match(sentence, at) else unit


def _ratio(sentence: str, first: Numeral, last: Numeral) -> Quantity | None:
    m = _RATIO.match(sentence, last.end)
    if m is None or first.money or first.value == 0:
        return None
    if not (m["x"] or m["v"]) and re.compile(r" (?:of|in|at)\b| [ap]m\b").match(sentence, m.end()):
        return None
    sides = (m["x"] or m["v"] or "").strip(), (m["y"] or m["w"] or "").strip()
    if any(sides) and not re.search(r"[a-z]s\b|people|\w", sides[0]):
        return None
    frame = f"{sides[0]} to {sides[1]}" if all(sides) else ""
    low, high = first.value, last.value
    about = is_about(sentence, first, m.end())
    return Quantity(first.start, m.end(), min(low, high), max(low, high), "to one", kind="ratio", about=about, frame=frame)


def _paired(found: list[Quantity]) -> list[Quantity]:
    """Without the sign of a change where the sentence does not tell its other side; one side may say for both what they are counted by."""
    sides = {side: {q.kind: q for q in found if q.change == side} for side in ("from", "to")}
    both = sides["from"].keys() & sides["to"].keys()
    paired = [q if q.kind in both else q._replace(change="") for q in found]
    return [q._replace(per=sides["to"][q.kind].per) if q.change == "from" and not q.per else q for q in paired]
