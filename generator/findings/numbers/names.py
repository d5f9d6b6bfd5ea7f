"""Numbers that are no quantities whatever stands behind them: parts of names, dates, times of day, numbers of a list or a telephone."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.numbers.numerals import Numeral
from generator.findings.numbers.numerals import before as lead

CLOCK = re.compile(r" ?(?:[ap]\.?m\.?\b|o['’]clock)|:\d\d| in the (?:morning|afternoon|evening)| at night", re.IGNORECASE)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATED_AFTER = re.compile(rf" (?:of )?{_MONTH}\b", re.IGNORECASE)
_DATED_BEFORE = re.compile(rf"\b{_MONTH}\.? \Z", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\b(?:page|pages|p|line|lines|chapter|section|step|figure|table|item|issue|episode|number|no|version|prediction|risk|case study|question|room|phase|level|tier|track|gate|route|act|article|top|aged?|fortune|temperature|volume|part|day|week|lesson|rule|slide|ticket|case)s?\.? )\Z",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^.?!:;\"“(] (?:[A-Z](?:\w*+\.)*+[^\Wa-z]*+[a-z]\w*+|[A-Z]{2,}+) \Z")
_SHARES = re.compile(r"[ -]?(?:[%xX]|percent\b|per ?cent\b)")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
_MORE_DIGITS = re.compile(r"[-–—]\d")
_LISTED = re.compile(r"\d{1,3}[.)] ")
_THOUSAND = 1000.0


def is_name(sentence: str, first: Numeral, last: Numeral) -> bool:
    """Whether a number belongs to a name, a date, a time of day or a list: no quantity whatever stands behind it."""
    before = lead(sentence, first.start)
    if _DATED_AFTER.match(sentence, last.end) or _DATED_BEFORE.search(before) or CLOCK.match(sentence, last.end):
        return True
    if not first.money and not first.spelled and YEAR.match(first.word):
        return True
    if _MORE_DIGITS.match(sentence, last.end) or (_LISTED.match(sentence, first.start) and not sentence[: first.start].strip()):
        return True
    plain = first.value < _THOUSAND and not first.money and not first.spelled and not _SHARES.match(sentence, last.end)
    return bool(_NAMED.search(before) or (_NAME.search(before) and plain))
