"""Numbers of a sentence to quantities: ranges and changes, units, what they are counted by. Not what they measure, nor when.

A quantity is a number with a unit of measure, money, per cent, a multiple, a ratio, or a count that is large or said of people. A bare
number counts only where its neighbour gives it a unit, or where it is counted by something ("2 per million tokens"). Times are said in
passing more often than measured ("for three months", "two years ago"), so they count only in the frames of measuring.
"""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.numbers.groups import ABOUT_AFTER, FILLER, FROM, Group, is_about, joined, limit, values
from generator.findings.numbers.names import CLOCK, YEAR, is_name
from generator.findings.numbers.numerals import Numeral, numerals
from generator.findings.numbers.numerals import before as lead
from generator.findings.numbers.quantity import Quantity
from generator.findings.numbers.units import CURRENCIES, PEOPLE, Per, Unit, by_times, per_at, unit_at
from generator.findings.numbers.worded import worded

_FACTOR = re.compile(r"\bfactors? of (?:about |around |roughly |some )?\Z", re.IGNORECASE)
_GREW = re.compile(r"\b(?:grew|grows|grown|rose|increased) \Z", re.IGNORECASE)
_BY = re.compile(rf"\bby {FILLER}\Z", re.IGNORECASE)
_RATIO = re.compile(
    r"(?: ?: ?| to )(?:one|1)\b(?![\d.:,]\d|[-–])|(?P<x> [A-Za-z][\w-]*(?: [\w-]+){0,2}?) (?:for|to) (?:every|each)(?: one| 1| single)? (?P<y>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?)"
    r"|(?P<v> [A-Z][\w-]*(?: [\w-]+){0,2}?) to (?:one|1) (?P<w>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?)"
)
_NO_CHANGE = re.compile(r"\b(?:every|each|next|another|last) (?:factor of )?\Z", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?P<what>(?:(?:online|live|total|in-person) )?(?:in person|online|audience|attendance|turnout|headcount|population|membership|score|rating|readership|circulation))(?: (?:of|was|is|stands at|stood at|reached|hit|grew to|rose to|fell to)) {FILLER}\Z", re.IGNORECASE
)  # fmt: skip
_PRESENT = re.compile(r" (?P<how>in[- ]person|online)\b(?! [a-z]+s\b)", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:your|those|these|same|other|another|price of|cost of) \Z", re.IGNORECASE)
#: A case that is anybody's: nothing is said to be so.
_ANYBODYS = re.compile(r"\bwhen(?:ever)? you\b[^.;]{0,60}\Z", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:nobody|no one|isn['’]t|aren['’]t|wasn['’]t|don['’]t|doesn['’]t|can['’]t|never|not even|(?:is|are|was|were|['’](?:s|re|m)) not(?! only| just))\b[^,;:]*\Z",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:costs?|pay|pays|paid|prices?|charged?s?|makes?|making|made|earn(?:s|ed|ing)?|buy|generat(?:es?|ing)|revenues?|dollars?|bill)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?=[ ]?(?:[,.;:!?)\]—–]|\Z)| (?:and|or|in|on|at|by|if|when|now|this|last|for|as|to|but|while|which|from|before|after|today|depending)\b)"
)
_MOVES = re.compile(
    rf"\b(?:on its way|heading|headed|falls?|falling|fell|drops?|dropped|down|goes|going|gone|went|moving|rises?|rose|up) (?:to|for|towards) {FILLER}\Z",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"\b(?:to|for|at|or|you|us|them|between|even|around|about|roughly|now|maybe|only|is|was|and|to a)(?: (?:about|around|roughly|perhaps|maybe|even|just|only))? \Z",
    re.IGNORECASE,
)

#: So many numbers with hardly a word between them are a table that has lost its form: nobody says what each of them is.
_MANY = 20
_SPOKEN = re.compile(r"[^\W\d_]{2,}")
#: Units that go below zero.
_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})
#: Counted in passing, to say that it was a lot.
_ANECDOTAL = frozenset({"page", "reason", "idea", "night", "photo", "mile"})
_HUNDRED = 100.0
#: A number of two digits, spelled out, is no longer.
_NEXT = 20
_FEW = 10.0
_DOZEN = 12.0
#: Stands for the beginning of a quantity in the sentence before.
LAST = -2
_THREE_PARTS = 3


def quantities(text: str, start: int, end: int, before: Quantity | None = None) -> list[Quantity]:
    """The quantities of a sentence of a text, in its order. `before`: the one that the sentence before ends with, if this one goes on about it."""
    found = numerals(text[start:end])
    sentence = text[start:end]
    if len(found) > _MANY and len(_SPOKEN.findall(sentence)) <= len(found):
        return []
    in_words = worded(sentence)
    found = [n for n in found if not any(q.start < n.end and n.start < q.end for q in in_words)]
    taken: list[Quantity] = []
    i = 0
    while i < len(found):
        group = joined(sentence, found, i)
        if not taken or found[i].start >= taken[-1].end:
            taken += (q for q in _measured(sentence, group, taken) if q)
        i += len(group.numerals)
    whole = sorted([*_paired(_inherited(sentence, found, taken, before)), *in_words])
    return [q._replace(start=q.start + start, end=q.end + start, like=q.like + start if q.like >= 0 else q.like) for q in whole]


def _measured(sentence: str, group: Group, taken: list[Quantity]) -> list[Quantity | None]:
    first, last = group.numerals[0], group.numerals[-1]
    before = lead(sentence, first.start)
    if is_name(sentence, first, last) or _ANYBODYS.search(before):
        return []
    if ratio := _ratio(sentence, first, last):
        return [ratio]
    unit = _unit(sentence, first, last)
    if unit is None:
        return [_bare(sentence, group)]
    if unit.kind == "times" and _NO_CHANGE.search(before):
        return []
    per = per_at(sentence, unit.end, kind=unit.kind)
    if not _counts(unit, last, per) or (unit.kind in {"count", "hard"} and (_OTHERS.search(before) or _DENIED.search(before))):
        return []
    more = _coins(sentence, unit.end) if unit.kind == "money" and not (first.money or per) else None
    end = more[0] if more else per.end if per else unit.end
    about = is_about(sentence, first, end)
    made = Quantity(
        first.start, end, 0, 0, unit.name, per.name if per else "", unit.kind, unit.noun, unit.adjectives, about, limit(sentence, first)
    )
    factor = -unit.factor if unit.noun in _DEGREES and before.lower().endswith("minus ") else unit.factor
    low, high = (v * factor + (more[1] if more else 0.0) for v in values(group))
    if group.how == "change":
        return [
            made._replace(end=first.end, low=low, high=low, change="from"),
            made._replace(start=last.start, low=high, high=high, change="to"),
        ]
    return [made._replace(low=min(low, high), high=max(low, high), change=_side(sentence, first.start, taken, unit))]


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
    unit = unit_at(sentence, at, x=last.x)
    return None if unit and unit.kind == "time" and CLOCK.match(sentence, at) else unit


def _counts(unit: Unit, number: Numeral, per: Per | None) -> bool:
    """Whether a count is one that a reader would call a number: large, or a middling one of people, or a rate."""
    if unit.kind != "count":
        return not (
            number.letter
            and number.word
            and unit.kind == "hard"
            and number.value >= 1e9
            and unit.noun not in {"parameter", "param", "token", "word"}
        )
    in_passing = unit.noun in _ANECDOTAL and (number.spelled or (number.value < _HUNDRED * _FEW and per is None))
    if in_passing or number.value < _FEW:
        return False
    if number.value >= _HUNDRED:
        return True
    return (unit.noun in PEOPLE and not number.spelled) or (per is not None and not number.spelled)


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


def _bare(sentence: str, group: Group) -> Quantity | None:
    """A number with no unit that is counted by something ("2 per million tokens"), or whose noun stands beside it ("an audience of 150K")."""
    first, last = group.numerals[0], group.numerals[-1]
    rate = re.compile(r" (?:per|for every)\b").match(sentence, last.end)
    paid = last.value >= _HUNDRED and _MONEY.search(lead(sentence, first.start))
    per = per_at(sentence, last.end, kind="bare") if rate or paid else None
    low, high = values(group)
    if per is None:
        named = _COUNTED.search(lead(sentence, first.start)) or (_PRESENT.match(sentence, last.end) if low >= _HUNDRED else None)
        what = (named.groupdict().get("what") or named["how"]).lower() if named else ""
        about = is_about(sentence, first, last.end)
        return Quantity(first.start, last.end, min(low, high), max(low, high), "", kind="bare", about=about, frame=what) if what else None
    about = is_about(sentence, first, per.end)
    return Quantity(first.start, per.end, min(low, high), max(low, high), "", per.name, "bare", about=about)


def _paired(found: list[Quantity]) -> list[Quantity]:
    """Without the sign of a change where the sentence does not tell its other side; one side may say for both what they are counted by."""
    sides = {side: {q.kind: q for q in found if q.change == side} for side in ("from", "to")}
    both = sides["from"].keys() & sides["to"].keys()
    paired = [q if q.kind in both else q._replace(change="") for q in found]
    return [q._replace(per=sides["to"][q.kind].per) if q.change == "from" and not q.per else q for q in paired]


def _inherited(sentence: str, found: list[Numeral], taken: list[Quantity], before: Quantity | None) -> list[Quantity]:
    """With the bare numbers that continue a change or an alternative of the quantity before them, or stand before it ("500 … 20,000 online")."""
    whole = list(taken)
    if not (taken or before):
        return whole
    seconds = {joined(sentence, found, i).numerals[-1].start for i, n in enumerate(found) if joined(sentence, found, i).numerals[-1] != n}
    for i, n in enumerate(found):
        if n.start in seconds:
            continue
        if any(q.start <= n.start < q.end for q in whole) or n.money or n.x or not _BARE.match(sentence, n.end) or YEAR.match(n.word):
            continue
        earlier = [q for q in whole if q.end <= n.start and q.kind != "ratio"]
        if not earlier and before and _MOVES.search(lead(sentence, n.start)):
            earlier = [before._replace(start=LAST, end=0)]
        small = n.spelled and n.value < _DOZEN
        if not earlier or small or is_name(sentence, n, n) or not _COORDINATED.search(lead(sentence, n.start)):
            continue
        model = max(earlier, key=lambda q: q.end)
        if model.kind in {"count", "time"} or re.search(r"[.;?!]", sentence[model.end : n.start].replace("0. ", "")):
            continue
        group = joined(sentence, found, i)
        low, high = values(group)
        to = re.search(rf"\b(?:to|for) {FILLER}\Z", lead(sentence, n.start), re.IGNORECASE)
        about = is_about(sentence, n, n.end)
        whole.append(
            model._replace(
                start=n.start,
                end=group.numerals[-1].end,
                low=min(low, high),
                high=max(low, high),
                about=about,
                change="to" if to else "",
                like=model.start,
            )
        )
    return sorted(whole)
