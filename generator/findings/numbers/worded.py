"""Numbers that are words of their own: shares ("two thirds of", "one in seven") and multiples ("doubled", "threefold"). No units."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re
from collections.abc import Iterator

from generator.findings.numbers.numerals import numerals
from generator.findings.numbers.quantity import Quantity

_ONE = "one|two|three|four|five|six|seven|eight|nine"
_N = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_ONE}))?|{_ONE}|ten|eleven|twelve|\d{{1,4}})(?![\w.,:]\d|-\w)"
_HUNDREDS = r"(?:a |one )?(?:hundred|thousand)"
_IN = re.compile(
    rf"(?<![\w.,:$€£#-])(?P<n>{_N})(?: [a-z]+s?)?(?P<how> out of| in| of)(?P<the> the| its| their| our| these| those)?(?: every)?"
    rf" (?P<m>{_N}|{_HUNDREDS})\b(?! ?%| percent|,\d)(?P<things> [a-z]+s\b)?",
    re.IGNORECASE,
)
FRACTIONS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_WHOLE = r"(?= of (?!a\b|an\b|one\b|(?:19|20)\d\d|century|the (?:year|month|week|day|game|battle|way|time|century)\b)\w)"
#: Shares that need nothing behind them: "down by a third", "a third cheaper", "over half of Northmere's".
_DELAY = re.compile(r"\b(?:delay|postpon|slip|push|launch|brought forward)", re.IGNORECASE)
_BY_PART = re.compile(
    rf"\b(?:by|than|up|down|off|cut|lost|loses?|saves?|saved)(?: by)? (?:about |around |roughly |nearly |almost |only |just |over |more than )?(?P<p>an? (?P<q>{'|'.join(FRACTIONS)})|(?<=by )half)\b(?=[ ]?(?:[,.;:)—–]|\Z)| (?:and|or|in|on|since|over|when|if|to|for|after|at|while|but|of (?!an?\b)|from|by|this|last|compared|within|each|every|more|less)\b)"
    rf"|\b(?P<t>an? (?P<u>{'|'.join(FRACTIONS)})) (?:more|less|fewer|[a-z]{{3,12}}er|as (?:much|many)|higher|lower)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?<![\w-])(?:(?P<n>one|two|three|four|five|six|seven|nine)[ -](?P<d>{'|'.join(FRACTIONS)})s?\b|an? (?P<d1>{'|'.join(FRACTIONS)}){_WHOLE})",
    re.IGNORECASE,
)
_OVER_HALF = re.compile(
    r"\b(?:over|more than|less than|nearly|almost|just under|just over) (?P<half>half)(?= (?:of|the|a|an|as|its|their|our|are|is|were|have|had|get|got|said|say)\b|[,.;)])(?! (?:a|an) )",
    re.IGNORECASE,
)
_HALVES = re.compile(
    r"(?:\A|[,;:] )(?:and |but )?(?P<half>half) (?:are|is|were|was|have|had|get|gets|got|said|say|do|did|will|would|use|used|went|come|came|failed|never|still)\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?<!latter )(?<!other )(?<!better )(?<!one )(?<!and a )half of (?=(?:the|all|our|their|its|those|these|them|us|what|his|her|my)\b)"
    r"(?!the (?:year|month|week|day|game|battle|way|time|century|season|book|talk)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:(?P<done>doubled|tripled|quadrupled|halved)|(?:will|to|would|can|could|may|might|should|must|(?:will |to )?(?:at least|nearly|almost|more than|roughly|about)) "
    r"(?:(?:at least|nearly|almost|more than|roughly|about|only) )?(?P<do>double|triple|quadruple|halve)(?! (?:the|a) \w+ of\b))\b(?! down| over| up| back| check|-)"
    r"|\b(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)fold\b",
    re.IGNORECASE,
)
_TIMES = {"doubl": 2.0, "tripl": 3.0, "quadr": 4.0, "halv": 0.5}
#: Smaller parts of "the three …" are told of in passing.
_MANY = 10
_HUNDRED = 100


def worded(sentence: str) -> list[Quantity]:
    """The quantities of a sentence that its words are without a unit behind them, in its order."""
    apart: list[Quantity] = []
    for q in sorted([*_in(sentence), *_parts(sentence), *_multiples(sentence)]):
        if apart and _changes(sentence, apart[-1], q):
            apart[-1:] = apart[-1]._replace(change="from"), q._replace(change="to")
        elif apart and _ranges(sentence, apart[-1], q):
            apart[-1] = apart[-1]._replace(end=q.end, high=q.high)
        elif not apart or apart[-1].end <= q.start:
            apart.append(q)
    return apart


def _changes(sentence: str, one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and sentence[: one.start].lower().endswith("from ") and sentence[one.end : other.start] == " to "


def _ranges(sentence: str, one: Quantity, other: Quantity) -> bool:
    """Whether two shares are the ends of a range: "between two thirds and four fifths", "a third to a half"."""
    between = sentence[one.end : other.start]
    told = between in {" to ", " or "} or (between == " and " and sentence[: one.start].lower().endswith("between "))
    return told and one.unit == other.unit == "%" and one.low < other.low


def _value(words: str) -> float:
    read = numerals(words) or numerals(f"a {words}")
    return read[0].value if read else 0.0


def _share(start: int, end: int, part: float, whole: float) -> Quantity:
    value = float(f"{100 * part / whole:.3g}")
    return Quantity(start, end, value, value, "%", kind="percent")


def _in(sentence: str) -> Iterator[Quantity]:
    for m in _IN.finditer(sentence):
        part, whole, how = _value(m["n"]), _value(m["m"].lower().removeprefix("every ")), m["how"].strip().lower()
        chosen = how == "of" and (part < 2 or bool(m["the"]) or (bool(m["things"]) and whole > _MANY) or whole < 3)
        dated = how == "in" and (m["the"] or whole >= 1900 or (part > _MANY and whole != _HUNDRED))
        if 0 < part < whole and not chosen and not dated:
            yield _share(m.start(), m.end(), part, whole)


def _parts(sentence: str) -> Iterator[Quantity]:
    for m in _PART.finditer(sentence):
        part, whole = _value(m["n"] or "one"), FRACTIONS[(m["d"] or m["d1"]).lower()]
        timed = whole == FRACTIONS["quarter"] and not sentence.startswith(" of ", m.end())
        if part < whole and not timed:
            yield _share(m.start(), m.end(), part, whole)
    for m in _HALF.finditer(sentence):
        yield _share(m.start(), m.start() + len("half"), 1, 2)
    for m in (*_OVER_HALF.finditer(sentence), *_HALVES.finditer(sentence)):
        yield _share(*m.span("half"), 1, 2)
    for m in (m for m in _BY_PART.finditer(sentence) if not _DELAY.search(sentence, 0, m.start())):
        span, name = (m.span("p"), m["q"]) if m["p"] else (m.span("t"), m["u"])
        yield _share(*span, 1, FRACTIONS[name.lower()] if name else 2)


def _multiples(sentence: str) -> Iterator[Quantity]:
    for m in _MORE.finditer(sentence):
        verb = (m["done"] or m["do"] or "").lower()
        times = _value(m["fold"]) if m["fold"] else next(n for stem, n in _TIMES.items() if verb.startswith(stem))
        start = m.start("fold") if m["fold"] else m.start("done") if m["done"] else m.start("do")
        yield Quantity(start, m.end(), times, times, "x", kind="times")
