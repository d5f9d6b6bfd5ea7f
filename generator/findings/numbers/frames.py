"""Which times are measured rather than said in passing: the frames of English that measure ("takes three months", "within two years")."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.numbers.quantity import Quantity

_FILLER = r"(?:(?:like|maybe|perhaps|about|around|roughly|nearly|almost|some|only|just|something like|up to|over|more than|at least|less than|under|another|a|an|the|further),? ){0,3}"
_TAKES = re.compile(
    rf"\b(?:takes?|took|taking|lasts|lasted|lasting|requires?|required|needs?|needed)(?: (?!(?:for|in|on|at|after|over|within|every|until|since|to)\b)[a-z]+){{0,5}}? {_FILLER}\Z", re.IGNORECASE
)  # fmt: skip
_WITHIN = re.compile(
    rf"\b(?:within|over|for|in|during) (?:the )?(?:next|coming) {_FILLER}\Z|\bwithin (?:the next )?{_FILLER}\Z|\bin {_FILLER}\Z",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|going to|expects?|predicts?|forecasts?|likely|won['’]t)\b", re.IGNORECASE)
_EXPERIENCE = re.compile(r"(?:['’]| of)(?: [\w’'-]+){0,4}? experience\b", re.IGNORECASE)
_STUFF = re.compile(r" of (?!age\b|the\b)\w+", re.IGNORECASE)
_MOVED = re.compile(
    rf"\b(?:delay(?:s|ed)?|postponed|brought forward|moved up|cut|shortened|extended)\b[^,;.]{{0,30}}? by {_FILLER}\Z", re.IGNORECASE
)
_CUT_TO = re.compile(rf"\b(?:cuts?|reduc(?:es|ed)|shorten(?:s|ed)|brings?|brought)\b[^,;.]{{0,30}}? to {_FILLER}\Z", re.IGNORECASE)
_RUN = re.compile(
    r"[ -](?:(?:training|test|trial|probation|notice|review|release|product|development|sales|payback)[ -])?(?:run|cycle|period|window|battery|warranty|contract|lead time|delay)s?\b",
    re.IGNORECASE,
)
_PERIOD_OF = re.compile(
    rf"\b(?:period|cycle|delay|median|average|mean|duration|latency|time|life|notice|run|cycles) (?:of|was|is) {_FILLER}\Z", re.IGNORECASE
)
_SPENDS = re.compile(rf"\b(?:spends?|spent|works?|working) {_FILLER}\Z", re.IGNORECASE)
_AFTER = re.compile(r" (?:ago|later|earlier|after|before|since|old|away|ahead|from now|long)\b|-old\b", re.IGNORECASE)
_LIKENED = re.compile(r"\b(?:is|are|was|were) like\b", re.IGNORECASE)
_FEW_HOURS = 10.0


def frame(text: str, span: tuple[int, int], q: Quantity, *, foretold: bool) -> str:
    """What a time measures in its sentence, a span of the text; empty: it is said in passing. `foretold`: under a source's predictions."""
    (start, end), at = span, q.end
    before = text[start : q.start]
    if _EXPERIENCE.match(text, at):
        return "experience"
    if q.per:
        return "time"
    if _AFTER.match(text, at):
        return ""
    if q.low == q.high == 1:
        return ""
    if q.change:
        return "time"
    if _WITHIN.search(before):
        ahead = foretold or bool(_FUTURE.search(before) or _FUTURE.search(text, at, end))
        past = re.search(r"\b(?:past|last)\b", before[-20:], re.IGNORECASE)
        return "horizon" if ahead and not past else ""
    if _TAKES.search(before):
        return "time taken"
    if _MOVED.search(before) or _CUT_TO.search(before) or _PERIOD_OF.search(before):
        return "time"
    if _RUN.match(text, at):
        return "time"
    return "time" if not _LIKENED.search(before) and q.noun == "hour" and q.low >= _FEW_HOURS and _STUFF.match(text, at) else ""
