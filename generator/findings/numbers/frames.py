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
_AFTER = re.compile(r" (?:ago|later|earlier|after|before|since|old|away|ahead|from now|long|on from|on,)\b|-old\b", re.IGNORECASE)
_LIKENED = re.compile(r"\b(?:is|are|was|were) like\b", re.IGNORECASE)
_FEW_HOURS = 10.0
#: Times that are short enough to be told because they were measured.
_SHORT = frozenset({"second", "minute", "hour", "shift", "day", "night", "week"})
#: A time that only says when, or how long the text itself is.
_WHEN = re.compile(
    rf"\b(?:last|past|first|next|recent|previous|coming|final|these|those|the|every|each|other|all|my|your|until|till|about {_FILLER}\d) {_FILLER}\Z",
    re.IGNORECASE,
)
#: What is left of the talk itself.
_GRANTED = re.compile(rf"\b(?:we|you)(?: have|[’']ve got|[’']ve) {_FILLER}\Z", re.IGNORECASE)
_READING = re.compile(
    r"\b(?:length of|running time|reading time|duration:|read\b.{0,3}\Z|episode|summary|podcast|minute read)\b", re.IGNORECASE
)
_LASTED = re.compile(
    rf"\b(?:for|after|within|had|have|has|lost|lose|loses|saved|saves?|spent|gained?|gets?|got|give[sn]?|gave|is|are|was|were|[a-z]+[’']s|averag(?:es|ed|ing)|under|than|every|at|by|of|from|to|through|out of|only|just|maybe|like|about|around|nearly|almost) {_FILLER}\Z",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\bif you\b[^,;.]{0,60}\Z", re.IGNORECASE)
_TOOK = re.compile(rf"\bin {_FILLER}\Z", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|went|took|came|got|made|built|wrote|lost|won|fell|rose|ran|found|[a-z]{3,14}ed)\b")
_HELD = re.compile(
    rf"\b(?:after|is|are|was|were|[a-z]+[’']s|be|averag(?:es|ed)|from|under|depreciation (?:is |runs )?over|(?:writes?|wrote|written)(?: [a-z]+){{0,3}} off over|amorti[sz]ed over|depreciated over|warrant(?:y|ed|s)(?: (?:of|for|is))?|every|to|lasts?|runs? for|good for|guaranteed for) {_FILLER}\Z",
    re.IGNORECASE,
)
_SO_LONG = re.compile(
    r" (?:to (?!the\b|a\b|be\b|\d)[a-z]{2,}|late|early|behind|below|above|overdue|off|longer|shorter|faster|slower|on average|straight|in a row|apiece|each)\b|[:.]? ?\((?:now|today|before|median|average)|\Z"
)


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
    if q.low == q.high == 1 or _SUPPOSED.search(before):
        return ""
    if q.change:
        return "time"
    if _WITHIN.search(before):
        past = re.search(r"\b(?:past|last)\b", before[-20:], re.IGNORECASE)
        ahead = foretold or bool(_FUTURE.search(before) or _FUTURE.search(text, at, end))
        if past or ahead:
            return "horizon" if ahead and not past and q.low != q.high else ""
    if _TAKES.search(before):
        return "time taken"
    if _MOVED.search(before) or _CUT_TO.search(before) or _PERIOD_OF.search(before):
        return "time"
    if _RUN.match(text, at):
        return "time"
    if _WHEN.search(before) or _GRANTED.search(before) or _LIKENED.search(before) or _READING.search(text, start, end):
        return ""
    if q.noun in _SHORT:
        stuff = q.noun == "hour" and q.low >= _FEW_HOURS and _STUFF.match(text, at)
        took = _TOOK.search(before) and _PAST.search(before)
        return "time" if stuff or took or _LASTED.search(before) or _SO_LONG.match(text, at) else ""
    return "time" if _HELD.search(before) else ""
