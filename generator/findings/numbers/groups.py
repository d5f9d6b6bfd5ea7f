"""Numbers that belong together: the two ends of a range, the two sides of a change; and whether a number is not exact. No units."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re
from typing import NamedTuple

from generator.findings.numbers.names import YEAR
from generator.findings.numbers.numerals import Numeral
from generator.findings.numbers.numerals import before as lead
from generator.findings.numbers.units import unit_at

FILLER = r"(?:(?:like|maybe|perhaps|you know|say|about|around|roughly|nearly|almost|some|only|just|even|something like|potentially|well over|over|under|up),? ){0,3}"
FROM = re.compile(rf"\bfrom (?:like |, )*{FILLER}\Z", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:in|of|since|by|until|during|before|after)(?: (?:early|late|mid|the end of))? \Z", re.IGNORECASE)
_DASH = re.compile(r" ?[-–—] ?")
_TO = re.compile(rf" to {FILLER}", re.IGNORECASE)
_OR = re.compile(r" or (?:(?:maybe|even|perhaps) )?", re.IGNORECASE)
_AND = re.compile(r" and ", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween {FILLER}\Z", re.IGNORECASE)
_FURTHER = re.compile(rf"[^.;,]{{0,60}}?\bto {FILLER}\Z", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|maybe|perhaps|probably|something like|on the order of|in the order of|order of|"
    r"of like|like|say|close to|nearer|potentially|somewhere)(?: a| the)?,? ?\Z",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?P<words>up to|at most|no more than|over|more than|at least|no less than|less than|fewer than|under|well over|well under)(?: a| the| some| about)? \Z",
    re.IGNORECASE,
)
ABOUT_AFTER = re.compile(r" ?(?:-?ish|or so|or more|odd|and up|or thereabouts|plus)\b", re.IGNORECASE)


class Group(NamedTuple):
    """Numerals that belong together: one, the two ends of a range, or the two sides of a change."""

    numerals: tuple[Numeral, ...]
    how: str


def joined(sentence: str, found: list[Numeral], i: int) -> Group:
    """The numeral with the next one, where the words between and before make them a range or a change."""
    first = found[i]
    if i + 1 == len(found):
        return Group((first,), "")
    second = found[i + 1]
    between = sentence[first.end : second.start]
    before = lead(sentence, first.start)
    if YEAR.match(first.word) and _WHEN.search(before):
        return Group((first,), "")
    if between == ", " and first.spelled and second.spelled and first.value < second.value / _own_scale(first, second) <= 2 * first.value:
        return Group((first, second), "range")  # "thirty, thirty-five thousand"
    if _DASH.fullmatch(between) or _OR.fullmatch(between):
        return Group((first, second), "range")
    if _AND.fullmatch(between) and _BETWEEN.search(before):
        return Group((first, second), "range")
    if first.money and not second.money and (unit := unit_at(sentence, second.end)) and unit.kind == "money":
        return Group((first,), "")
    if _TO.fullmatch(between) and not (second.value == 1 and not second.x and not second.money):
        return Group((first, second), "change" if FROM.search(before) and not _goes_on(sentence, found, i + 1) else "range")
    return Group((first,), "")


def _own_scale(first: Numeral, second: Numeral) -> float:
    return second.scale if first.scale == 1 else 1.0


def _goes_on(sentence: str, found: list[Numeral], i: int) -> bool:
    """Whether a further "to" follows, so that what stood before it is a range: "from 70 to 100 tokens to 500"."""
    return i + 1 < len(found) and bool(_FURTHER.fullmatch(sentence[found[i].end : found[i + 1].start]))


def values(group: Group) -> tuple[float, float]:
    """The ends of a range; a scale that only the second has goes for both ("200 to 300 million")."""
    first, last = group.numerals[0], group.numerals[-1]
    own = first.scale > 1 or first.value >= 1000
    shared = last.scale > 1 and not own and not last.word.startswith(("a ", "an ", "half")) and first.value <= last.value / last.scale
    return first.value * (last.scale if shared else 1.0), last.value


def is_about(sentence: str, first: Numeral, end: int) -> bool:
    """Whether the words around a number that ends, with its unit, at `end` say that it is not exact."""
    return first.about or bool(
        _ABOUT.search(lead(sentence, first.start)) or ABOUT_AFTER.match(sentence, end) or ABOUT_AFTER.match(sentence, first.end)
    )


def limit(sentence: str, first: Numeral) -> str:
    """The words before a number that make it a limit: "up to", "more than"; empty: it is the value itself."""
    found = _LIMIT.search(lead(sentence, first.start))
    return found["words"].lower() if found else ""
