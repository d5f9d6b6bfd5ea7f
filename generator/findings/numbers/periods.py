"""When a number holds, and what kind of statement it is: something that is or was so, an aim, or something foretold."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.found import Bearing

_MONTHS = {name: n for n, name in enumerate(
    "january february march april may june july august september october november december".split(), 1
)}  # fmt: skip
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS)
_PERIOD = re.compile(
    rf"\b(?P<month>{_MONTH})\.? (?P<year>(?:19|20)\d\d)\b|\bQ(?P<quarter>[1-4]) (?P<year3>(?:19|20)\d\d)\b|(?<![\w$€£.,-])(?P<year2>(?:19|20)\d\d)\b(?![\w,.]\d|-\d| ?%)"
    r"|\b(?P<words>last year|this year|next year|a year ago|(?:two|three|four|five|ten|\d+) years ago|today|nowadays|currently|at present|right now|now|once|used to|formerly|previously|last (?:month|quarter|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:target(?:s|ing|ed)?|aim(?:s|ing|ed)?|goals?|(?<!a )plan(?:s|ning|ned)? (?:to|for|on)|(?:try|tries|trying|want(?:s|ed)?|hop(?:es?|ing)) to)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will|won['’]t|is going to|are going to|expect(?:s|ed)?|predict(?:s|ed)?|forecast(?:s|ed)?|is likely|are likely|likely to|will likely|heading for|on its way to|on track (?:to|for)|projected)\b|(?:\bto (?:perhaps|potentially|maybe|possibly) )\Z",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"[^,;.]{0,30}? (?:is|are) (?:likely|expected|predicted|forecast|projected)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:.]|, (?:and|but|while|whereas|though)\b|\b(?:and|but|while|whereas)\b")
#: A change tells the date of each side behind it: "from 5 in 2021 to 3 today".
_TO, _SAME = re.compile(r"\bto\b"), re.compile(r"(?:[^,;:]|,(?=\d))*")
_NOW = frozenset({"today", "nowadays", "currently", "at present", "right now", "now", "this year"})
_AGO = {
    "a year ago": 1,
    "last year": 1,
    "two years ago": 2,
    "three years ago": 3,
    "four years ago": 4,
    "five years ago": 5,
    "ten years ago": 10,
}
_REACH = 60
#: What stands farther back in its sentence says nothing of a number; looking no farther keeps long lists of numbers quick.
_FAR = 300


def period(text: str, start: int, at: int, end: int, *, date: str, bearing: Bearing) -> str:
    """When the value at `at` holds: the last date before it in its sentence, else the first one close behind; ISO 8601 where one can be told."""
    before = list(_PERIOD.finditer(text, max(start, at - _FAR), at))
    after = next(_PERIOD.finditer(text, at, min(end, at + _REACH)), None)
    left = before and after and _TO.search(text, before[-1].end(), at) and _SAME.fullmatch(text, at, after.start())
    near = before[-1] if before and not left else after
    if near is None:
        return ""
    words = (near["words"] or "").lower()
    if bearing is not Bearing.ACTUAL and (words in _NOW or not words) and near is not after and words != "next year":
        return "" if words in _NOW - {"this year"} else _dated(near, date)
    return _dated(near, date)


def _dated(m: re.Match[str], date: str) -> str:
    if m["words"]:
        words = m["words"].lower()
        year = int(date[:4]) if date[:4].isdigit() else 0
        if year and words in _AGO:
            return f"{year - _AGO[words]:04}"
        if year and words == "next year":
            return f"{year + 1:04}"
        if year and words == "this year":
            return f"{year:04}"
        return date if date and words in _NOW else m["words"].lower()
    if m["month"]:
        month = next(n for name, n in _MONTHS.items() if name.startswith(m["month"].lower()[:3]))
        return f"{m['year']}-{month:02}"
    return f"{m['year3']}-{int(m['quarter']) * 3 - 2:02}" if m["quarter"] else str(m["year2"])


def bearing(text: str, start: int, span: tuple[int, int], end: int, *, foretold: bool) -> Bearing:
    """Whether the value at a span of a sentence is aimed at, foretold, or neither. `foretold`: the source itself puts the passage under its predictions."""
    at, behind = span
    start = max(start, at - _FAR)
    cuts = [c.end() for c in _CLAUSE.finditer(text, start, at)]
    clause = text[(cuts[-1] if cuts else start) : at]
    if _TARGET.search(clause):
        return Bearing.TARGET
    if foretold or _FORECAST.search(clause) or _LIKELY.match(text, behind, end):
        return Bearing.FORECAST
    return Bearing.ACTUAL
