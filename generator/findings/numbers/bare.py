"""Numbers with no unit of their own: counted by something, named by a noun beside them, or left to the quantity before them.

A number that stands where a value stands ("it averages 1.13", "the old one manages 40", "sixty percent of it, the rest nine") means what
the last quantity before it means, if the words leave nothing else to mean. Names, dates and the small numbers of lists are none.
"""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.numbers.counts import SUPPOSED
from generator.findings.numbers.groups import FILLER, Group, is_about, joined, limit, values
from generator.findings.numbers.names import CLOCK, YEAR, is_name
from generator.findings.numbers.numerals import Numeral
from generator.findings.numbers.numerals import before as lead
from generator.findings.numbers.quantity import Quantity
from generator.findings.numbers.units import per_at, unit_at

_COUNTED = re.compile(
    rf"\b(?P<what>(?:(?:online|live|total|in-person) )?(?:in person|online|audience|attendance|turnout|headcount|population|membership|score|rating|readership|circulation|team|crew|staff|panel|committee|factor))(?: (?:of|was|is|stands at|stood at|reached|hit|grew to|rose to|fell to)) {FILLER}\Z", re.IGNORECASE
)  # fmt: skip
_PRESENT = re.compile(r" (?P<how>in[- ]person|online)\b(?! [a-z]+s\b)", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:costs?|pay|pays|paid|prices?|charged?s?|makes?|making|made|earn(?:s|ed|ing)?|buy|generat(?:es?|ing)|revenues?|dollars?|bill)\b",
    re.IGNORECASE,
)
#: What may stand behind a number to which no noun belongs.
_ENDS = re.compile(
    r"(?=[ ]?(?:[,.;:!?)\]—–\"”]|\Z)| (?:and|or|in|on|at|by|if|when|now|this|last|for|as|to|but|while|which|from|before|after|today|depending|here|there|with|until|than|instead|against|per|so|because|over|across|ago|next|signed|that|who|so far|already|a (?:year|while|decade|month|week)|earlier)\b)"
)
_AGO = re.compile(r" (?:ago|o['’]clock|[ap]\.?m\b|later|earlier)")
_MOVES = re.compile(
    rf"\b(?:on its way|heading|headed|falls?|falling|fell|drops?|dropped|down|goes|going|gone|went|moving|rises?|rose|up) (?:to|for|towards) {FILLER}\Z",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"\b(?:to|for|at|or|you|us|them|between|even|around|about|roughly|now|maybe|only|is|was|and|to a)(?: (?:about|around|roughly|perhaps|maybe|even|just|only))? \Z",
    re.IGNORECASE,
)
#: Where a value stands: behind a verb that measures, or a preposition that tells the sides of a change or a comparison.
_STANDS = re.compile(
    rf"(?:\b(?:is|are|was|were|be|been|it[’']s|that[’']s|averag(?:es?|ed|ing)|manag(?:es?|ed)|warrants?|scor(?:es?|ed|ing)|reach(?:es|ed)?|hits?|quot(?:es?|ed)|reports?|reported|measures?|measured|reads?|comes? (?:out )?(?:at|to)|came (?:out )?(?:at|to)|"
    rf"stands? at|stood at|got|gets?|gave|gives?|had|has|have|keeps?|kept|seen|wants?|gave (?:us|them|me|him|her)|gives (?:us|them|me)|at|for|between|from|to only|closer to|close to|nearer|north of|south of|little under|little over|well under|well over|traces of|against|versus|than|exceeds?|exceeded|fund(?:s|ed)?|missed|found|caught|saw|chose|picked|sold|missed|found|caught|saw|chose|picked|built|hired|trained|lost|left|makes?|made|does|did|takes?|took) {FILLER}(?:a |the )?)\Z",
    re.IGNORECASE,
)
#: A noun that measures right before a number: "specificity 88".
_MEASURED = re.compile(
    r"\b(?:score|rate|share|median|mean|average|total|price|cost|temperature|speed|latency|efficiency|precision|recall|accuracy|margin|depth|width|height|length|weight|vote|[a-z]{4,12}ity) \Z",
    re.IGNORECASE,
)
#: A number that begins its sentence and has a verb: "Six were broken", "Thirteen said yes".
_DO = re.compile(
    r" (?:were|was|are|have|had|said|say|did|do|gave|give|took|went|got|get|failed|passed|came|left|remain|remained|agree|agreed|refused|answered|replied|closed|survived|declined|joined|stayed|voted|dropped|never|still)\b"
)
_BEGINS = re.compile(
    r"(?:\A[\"“'‘(]*|[;:—–,] (?:and |but |of which |only |just )?|\b(?:and|but|only|just|of which|that|found) )(?:only |just |about |roughly |around |nearly |some |at least |almost |maybe |uh, |um, )?\Z",
    re.IGNORECASE,
)
_REMAIN = re.compile(r" (?:remain(?:ed|s)?|left|removed|more|fewer|others)\b")

#: What counts some of a lot that was told of.
_OF_THESE = re.compile(
    r" of (?:(?:our|its|their|his|her|the|(?P<them>them|those|these))\b|(?=\d{2,6} [a-z]))(?: (?:the|big|large|other|own|new|old|top|[a-z]+est)\b){0,2}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r" ?\d[\d,]*+(?= )")
_AT = re.compile(r"\b(?:at|by|before|after|until|till) \Z", re.IGNORECASE)
_TO = re.compile(rf"\bto {FILLER}\Z", re.IGNORECASE)
_BEFORE_TO = re.compile(r"\bfrom [^.;]{1,80}\Z", re.IGNORECASE)
#: Said loosely, where no unit follows.
_LOOSE = frozenset({"a hundred", "a thousand", "a million", "a billion", "a dozen", "half a million", "half a dozen"})
_NOTHING = Quantity(0, 0, 0, 0, "", kind="bare")
#: Of two times that are compared neither is so many times the other; nor of two prices.
_ALIKE, _FAR = 5.0, 50.0
_FEW, _HUNDRED, _THOUSAND = 5.0, 100.0, 1000.0
#: How old somebody is.
_AGED = re.compile(r"\b(?:I|s?he|who|boy|girl|child|son|daughter|mother|father|[A-Z][a-z]+) (?:is|was|am|turned|of) \Z|\bchild of \Z")
#: A unit that stands behind a second number goes for the first: "0.2 instead of 4 seconds".
_ALSO = re.compile(r" (?:instead of|rather than|against|or|versus|not) \Z")
_DOZEN = 12.0
#: Stands for the beginning of a quantity in the sentence before.
LAST = -2


def bare(sentence: str, group: Group) -> Quantity | None:
    """A number with no unit that is counted by something ("2 per million tokens"), or whose noun stands beside it ("an audience of 150K")."""
    first, last = group.numerals[0], group.numerals[-1]
    before = lead(sentence, first.start)
    rate = re.compile(r" (?:per|for every)\b").match(sentence, last.end)
    paid = last.value >= _HUNDRED and _MONEY.search(before)
    per = per_at(sentence, last.end, kind="bare") if rate or paid else None
    low, high = values(group)
    end = per.end if per else last.end
    about = is_about(sentence, first, end)
    made = Quantity(first.start, end, min(low, high), max(low, high), "", per.name if per else "", "bare", about=about)
    if per:
        return made
    named = _COUNTED.search(before) or (_PRESENT.match(sentence, last.end) if low >= _HUNDRED else None)
    what = (named.groupdict().get("what") or named["how"]).lower() if named else ""
    return made._replace(frame=what) if what else None


def alone(sentence: str, found: list[Numeral], taken: list[Quantity], near: Quantity | None) -> list[Quantity]:
    """The numbers that stand where a value stands and have no noun: each with the unit of the last quantity before it. `near`: the last one
    before the sentence."""
    whole = list(taken)
    i = 0
    while i < len(found):
        group = joined(sentence, found, i)
        i += len(group.numerals)
        first, last = group.numerals[0], group.numerals[-1]
        if first.money or first.x or any(q.start < last.end and first.start < q.end for q in whole):
            continue
        earlier = [q for q in whole if q.end <= first.start and q.kind not in {"ratio", "times"} and not _moved_on(sentence, q, first)]
        later = [q for q in whole if q.start >= last.end and _ALSO.fullmatch(sentence[last.end : q.start])]
        leans = near if near and near.kind not in {"ratio", "times"} else None
        model = later[0] if later else max(earlier, key=lambda q: q.end) if earlier else leans
        if _part_of(sentence, group):
            whole.append(_some(sentence, group))
        elif _valued(sentence, group, model):
            whole += _like(sentence, group, model, LAST if model is near or model is None else model.start)
    return sorted(whole)


def _moved_on(sentence: str, q: Quantity, number: Numeral) -> bool:
    """Whether the sentence has left a time that it told before a number: nothing else is measured in it."""
    return q.kind == "time" and "," in sentence[q.end : number.start]


def _part_of(sentence: str, group: Group) -> bool:
    """Whether a number counts some of a lot: "three of our competitors"."""
    first, last = group.numerals[0], group.numerals[-1]
    lot = _OF_THESE.match(sentence, last.end)
    if lot is None or len(group.numerals) > 1 or is_name(sentence, first, last):
        return False
    if SUPPOSED.search(lead(sentence, first.start)):
        return False
    return last.value >= (_FEW if lot["them"] and lot["them"].lower() == "them" else 2)


def _some(sentence: str, group: Group) -> Quantity:
    """Some of a lot, with the noun of the lot as its unit, where it has one."""
    first, last = group.numerals[0], group.numerals[-1]
    lot = _OF_THESE.match(sentence, last.end)
    of = _NUMBER.match(sentence, lot.end()) if lot else None
    unit = unit_at(sentence, of.end() if of else lot.end()) if lot else None
    counted = unit if unit and unit.kind == "count" else None
    end = counted.end if counted and not of else last.end
    made = Quantity(first.start, end, first.value, first.value, kind="bare", frame="part", unit="", limit=limit(sentence, first))
    if counted:
        return made._replace(unit=counted.name, kind="count", noun=counted.noun, frame="")
    return made


def _like(sentence: str, group: Group, model: Quantity | None, like: int) -> list[Quantity]:
    """A number with the unit of the quantity that it leans on, and, as people speak, with its thousands: "eighty thousand … around ten"."""
    first, last = group.numerals[0], group.numerals[-1]
    low, high = values(group)
    own = model or _NOTHING
    if own.scale >= _THOUSAND and first.spelled and last.scale == 1 and high < _THOUSAND and own.low >= _THOUSAND:
        low, high = low * own.scale, high * own.scale
    if _leaves(sentence, last.end, own, (low, high), far=like == LAST):
        own = _NOTHING
    made = own._replace(
        start=first.start, end=last.end, low=min(low, high), high=max(low, high), about=is_about(sentence, first, last.end),
        limit=limit(sentence, first), change="", like=like if model else -1,
    )  # fmt: skip
    if group.how != "change":
        return [made]
    return [
        made._replace(end=first.end, low=low, high=low, change="from"),
        made._replace(start=last.start, low=high, high=high, change="to"),
    ]


def _leaves(sentence: str, end: int, own: Quantity, value: tuple[float, float], *, far: bool) -> bool:
    """Whether a number cannot have the unit of the quantity before it: too large, too small, or a count of another sentence."""
    if own.kind == "percent" and value[1] > _HUNDRED:
        return True
    times = {"time": _ALIKE, "money": _FAR}.get(own.kind)
    unlike = times is not None and not own.low / times <= value[0] <= own.high * times
    return unlike or (far and own.kind in {"count", "time"} and not _DO.match(sentence, end))


def _valued(sentence: str, group: Group, model: Quantity | None) -> bool:
    """Whether a number stands where a value does, and no noun, date or name is its. `model`: the quantity that it would lean on."""
    first, last = group.numerals[0], group.numerals[-1]
    before = lead(sentence, first.start)
    if is_name(sentence, first, last) or CLOCK.match(sentence, last.end) or _AGO.match(sentence, last.end) or YEAR.match(last.word):
        return False
    if first.value == last.value == 1 or first.word in _LOOSE or _AGED.search(before):
        return False
    small = first.spelled and last.value < _DOZEN and len(group.numerals) == 1
    counted = model is not None and (model.kind in {"count", "time"} or model.scale >= _THOUSAND or not small)
    if _BEGINS.search(before) and (_DO.match(sentence, last.end) or _REMAIN.match(sentence, last.end)):
        return counted
    if not _ENDS.match(sentence, last.end) or (small and _AT.search(before)):
        return False
    exact = not first.spelled and first.value != int(first.value)
    whole = not before.strip("\"“'‘( ") and (last.scale >= _THOUSAND or (counted and last.value >= _DOZEN))
    stands = bool(_STANDS.search(before) or _MEASURED.search(before)) or (
        bool(_TO.search(before)) and bool(_BEFORE_TO.search(sentence, 0, first.start))
    )
    return (group.how == "change" or exact or whole or stands) and (counted or not small)


def inherited(sentence: str, found: list[Numeral], taken: list[Quantity], before: Quantity | None) -> list[Quantity]:
    """With the bare numbers that continue a change or an alternative of the quantity before them, or stand before it ("500 … 20,000 online")."""
    whole = list(taken)
    if not (taken or before):
        return whole
    seconds = {joined(sentence, found, i).numerals[-1].start for i, n in enumerate(found) if joined(sentence, found, i).numerals[-1] != n}
    for i, n in enumerate(found):
        if n.start in seconds:
            continue
        if any(q.start <= n.start < q.end for q in whole) or n.money or n.x or not _ENDS.match(sentence, n.end) or YEAR.match(n.word):
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
