"""By when something is to happen: the words that say so, and the date that they give, counted from another. Knows no statement."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import NamedTuple

_UNITS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: n for n, word in enumerate(_SMALL.split(), 1)} | {
    "a": 1, "an": 1, "twenty-four": 24, "twenty-five": 25, "thirty": 30, "thirty-six": 36, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_MONTHS = {name: n for n, name in enumerate(
    "january february march april may june july august september october november december".split(), 1
)}  # fmt: skip
#: The last month of a season. A winter is over in February of the year after the one that it begins in.
_SEASONS = {"easter": 4, "spring": 5, "summer": 8, "autumn": 11, "fall": 11, "christmas": 12, "winter": 14}
#: The last month of a part of a year.
_PARTS = {
    "end": 12,
    "close": 12,
    "late": 12,
    "second half": 12,
    "mid": 6,
    "middle": 6,
    "first half": 6,
    "h1": 6,
    "h2": 12,
    "fiscal": 12,
    "start": 3,
    "beginning": 3,
    "early": 3,
}


def _any(words: Mapping[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_NUMBER = rf"(?:\d{{1,3}}|{_any(_NUMBERS)})"
_SPAN = rf"(?P<low>{_NUMBER})(?:(?: ?[-–—] ?| to | or )(?P<high>{_NUMBER}))?[ -](?P<unit>{_any(_UNITS)})s?"
_ABOUT = r"(?:(?:the|next|coming|following|about|around|roughly|only|just|less|fewer|than|under|at|most|maybe|perhaps|another) ){0,4}"
_PART = rf"(?:(?:the )?(?P<part>{_any(_PARTS)})(?: of(?: the)? |[- ]))"
_YEAR = r"(?P<year>20\d\d)"
_NEAR = r"(?:(?:about|around|roughly|perhaps|maybe|at least|the year) )?"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?"
_SOME = r"(?:(?:a |the |those )?(?:few|several|couple of|handful of|many|coming|next few|next several|next couple of))"


class Horizon(NamedTuple):
    """The words that say by when, and their span in the text."""

    start: int
    end: int
    words: str


class _Form(NamedTuple):
    """A way to say by when: its pattern, and what month (counted from year 0) it means at the latest, from the month it is said in."""

    pattern: re.Pattern[str]
    last: Callable[[re.Match[str], int], int]


def _after(m: re.Match[str], now: int) -> int:
    return now + _number(m["high"] or m["low"] or "one") * _UNITS[m["unit"].lower()]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 1)


def _in_year(m: re.Match[str], now: int) -> int:
    year = int(m["year"]) - (m["how"].lower().startswith(("before", "ahead")) and not m["part"])
    return year * 12 + (_PARTS[m["part"].lower()] if m["part"] else 12) - 1


def _this_year(m: re.Match[str], now: int) -> int:
    years = 1 if (m["which"] or "").lower() == "next" else 0
    return (now // 12 + years) * 12 + (_PARTS[m["part"].lower()] if m["part"] else 12) - 1


def _named_decade(m: re.Match[str], now: int) -> int:
    return (int(m["decade"]) + 9) * 12 + 11


def _quarter(m: re.Match[str], now: int) -> int:
    """The last month of a quarter: of the year that is named, else of this one, or the next if it is over."""
    number = int(m["quarter"]) if m["quarter"] else "first second third fourth".split().index(m["nth"].lower()) + 1
    last = (int(m["year"]) if m["year"] else now // 12) * 12 + 3 * number - 1
    return last if m["year"] or last >= now else last + 12


def _mid_century(m: re.Match[str], now: int) -> int:
    return (now // 1200 * 100 + 50) * 12 + 11


def _decade(m: re.Match[str], now: int) -> int:
    return (now // 120 * 10 + 9) * 12 + 11


def _season(m: re.Match[str], now: int) -> int:
    """The first season of this name that has not begun when the statement is made; `this summer` may have."""
    last = now // 12 * 12 + _SEASONS[m["season"].lower()] - 1
    begun = last if (m["which"] or "").lower() == "this" else last - 2
    return last + (12 if begun < now or (begun == now and begun != last) else 0)


def _season_of(m: re.Match[str], now: int) -> int:
    return int(m["year"]) * 12 + _SEASONS[m["season"].lower()] - 1


def _month(m: re.Match[str], now: int) -> int:
    if m["year"]:
        return int(m["year"]) * 12 + _MONTHS[m["month"].lower()] - 1
    last = now // 12 * 12 + _MONTHS[m["month"].lower()] - 1
    return last if last > now else last + 12


def _form(pattern: str, last: Callable[[re.Match[str], int], int]) -> _Form:
    return _Form(re.compile(pattern, re.IGNORECASE), last)


#: Tried in this order at the same place of a text.
_DATED = (
    _form(r"\b(?:with)?in (?P<low>an?) (?P<unit>month|year|decade) or (?P<high>two|so)\b", _after),
    _form(rf"\b(?:with)?in {_ABOUT}{_SPAN}\b(?! of\b)(?:['’]? time| from now)?", _after),
    _form(rf"\b(?:over|during|for|throughout) the (?:next|coming) {_ABOUT}{_SPAN}\b", _after),
    _form(rf"\b(?:the )?next {_SPAN}\b", _after),
    _form(rf"\b(?:in|over|during|within|for) the (?:next|coming|following) (?P<low>)(?P<high>)(?P<unit>{_any(_UNITS)})\b", _after),
    _form(rf"\b{_SPAN} (?:from now|hence|down the (?:line|road)|out|away)\b(?! of\b)", _after),
    _form(rf"\b(?:for )?(?:at least )?another {_SPAN}\b(?! of\b)", _after),
    _form(rf"\b(?:for )?(?:at least )?another (?P<low>)(?P<high>)(?P<unit>{_any(_UNITS)})\b", _after),
    _form(rf"\b(?:for )?(?P<low>{_NUMBER}) (?P<high>)more (?P<unit>{_any(_UNITS)})s?\b", _after),
    _form(rf"\b(?P<how>by|in|before|ahead of|until|through|during|around|come|between now and) {_NEAR}{_PART}?{_YEAR}\b(?!s)", _in_year),
    _form(rf"\b(?:well |far |deep )?(?P<how>into|beyond|past) {_PART}?{_YEAR}\b(?!s)", _in_year),
    _form(r"\b(?:by|in|before|until|during) (?:the )?(?:early |late |mid-?)?(?P<decade>20\d0)s\b", _named_decade),
    _form(
        r"\b(?:by|in|before) (?:the )?(?:Q(?P<quarter>[1-4])|(?P<nth>first|second|third|fourth) quarter)(?:,? (?:of )?(?P<year>20\d\d))?\b",
        _quarter,
    ),
    _form(rf"\b(?:by|before|until|in) {_PART}?(?:the )?{_DAY}(?P<month>{_any(_MONTHS)})\b(?: \d{{1,2}}\b)?(?:,? {_YEAR})?", _month),
    _form(rf"\b(?:by|before|until) (?:the end of )?(?:(?P<which>next|this|the) )?(?P<season>{_any(_SEASONS)})\b", _season),
    _form(
        rf"\b(?:by|before|until|in|during|over) (?:the )?(?:early |late |mid-?)?(?P<season>{_any(_SEASONS)}) (?:of )?{_YEAR}\b", _season_of
    ),
    _form(rf"\b(?P<which>next|this|the coming) (?P<season>{_any(_SEASONS)})\b", _season),
    _form(
        rf"\b(?:(?:by|in|before|until) )?{_PART}?(?P<which>next|this|the) year\b(?: is out| ends)?(?! (?:before|after|that|in which))",
        _this_year,
    ),
    _form(r"\b(?:by|before) (?:the )?(?P<part>)(?P<which>)year(?:-| |['’]s )end\b", _this_year),
    _form(
        r"\b(?:by|before|within|in|until) (?:the (?:rest|end) of )?(?:the|this) decade(?: is out| ends)?\b|\b(?:for the rest of the|this) decade\b|\bby decade['’]s end\b",
        _decade,
    ),
    _form(r"\b(?:by|before|in) (?:the )?(?:mid-?|middle of the )century\b", _mid_century),
)
#: A time to come that no calendar has.
_VAGUE = re.compile(
    rf"\b(?:(?:with)?in|over|during|for) {_SOME} (?:weeks?|months?|years?|decades?)\b|\bin (?:months|years|decades)\b"
    rf"|\b(?:with)?in {_ABOUT}{_NUMBER}(?:(?: ?[-–—] ?| to | or ){_NUMBER})? (?:weeks?|days?)\b"
    r"|\bin (?:my|our|your|their|his|her) lifetimes?\b|\bwithin a (?:generation|lifetime)\b|\bby then\b|\bthis century\b|\b(?:by|before) the end of the century\b"
    r"|\b(?:in|over) the (?:long|longer|short|medium|near)[- ](?:run|term|future)\b|\blong[- ]term\b(?=[.,;)]|\Z)|\bin the future\b"
    r"|\b(?:over time|never again|eventually|sooner or later|some ?day|one day|before long|soon|increasingly|in the end|forever)\b"
    r"|\bfor (?:a (?:long )?(?:time|while)|some time|years|decades|good)\b|\b(?:with )?(?:every|each) (?:single |passing |coming )?year\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:with)?in .*(?:months|years|decades)|.*\b(?:next|coming)\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?")
#: ISO 8601 has no more digits.
_LAST_YEAR = 9999


def horizons(text: str, start: int, end: int) -> tuple[Horizon, ...]:
    """What in a part of a text says by when, in its order: where there are dates to count to, these; else vaguer words."""
    dated = sorted((m.span() for form in _DATED for m in form.pattern.finditer(text, start, end)), key=lambda s: (s[0], -s[1]))
    spans = dated or [m.span() for m in _VAGUE.finditer(text, start, end)]
    apart: list[tuple[int, int]] = []
    for span in spans:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return tuple(Horizon(a, b, text[a:b]) for a, b in apart)


def is_ahead(words: str) -> bool:
    """Whether words on time can only be meant of a time to come: a date can be counted from them, or they are a count of years."""
    return any(form.pattern.match(words) for form in _DATED) or bool(_COUNTED.match(words))


def is_past(words: str, said: str) -> bool:
    """Whether a horizon is over on the ISO date on which it is spoken of."""
    until = due(words, said)
    return bool(until and said) and until[: len(said)] < said[: len(until)]


def due(words: str, said: str) -> str:
    """The date until which a horizon runs, counted from an ISO date, as exact as that date or the words are; empty where they give none.

    Of a range it is the later end, and a date that is a year or a month only counts as its last day: nothing is overdue too early.
    """
    form, match = next(((form, m) for form in _DATED if (m := form.pattern.match(words))), (None, None))
    dated = _DATE.match(said)
    if form is None or match is None:
        return ""
    groups = match.groupdict()
    if not dated and not (groups.get("year") or groups.get("decade")):
        return ""
    year, month, day = (int(part or 0) for part in dated.groups()) if dated else (0, 0, 0)
    last = form.last(match, year * 12 + (month or 12) - 1)
    if form.last is _after:
        return _iso(last, day, exact=bool(month))
    named = any(groups.get(name) for name in ("part", "month", "quarter", "nth")) or form.last is _season_of
    return _iso(last, 0, exact=named or (bool(month) and form.last is _season))


def _iso(month: int, day: int, *, exact: bool) -> str:
    year, month = month // 12, month % 12 + 1
    if not exact or year > _LAST_YEAR:
        return f"{min(year, _LAST_YEAR):04}"
    return f"{year:04}-{month:02}" + (f"-{min(day, monthrange(year, month)[1]):02}" if day else "")


def last_day(date: str) -> str:
    """The last day of an ISO date that may be a year or a month only; empty for no date."""
    parts = _DATE.match(date)
    if parts is None:
        return ""
    year, month = int(parts[1]), int(parts[2] or 12)
    return f"{year:04}-{month:02}-{int(parts[3] or monthrange(year, month)[1]):02}"
