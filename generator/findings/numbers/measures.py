"""What a quantity measures, in the words of its sentence: the noun that governs it, or the verb or comparison that stands for one."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.numbers.quantity import Quantity
from generator.text import singular

#: Nouns that name something measurable (after the attribute nouns of WordNet), in the singular.
_NOUNS = frozenset(
    "cost price spend spending fee pay salary wage revenue turnover profit income earning budget funding investment valuation loss margin rate ratio share "
    "score accuracy error recall precision speed latency throughput length size window width height weight depth temperature volume capacity power draw "
    "consumption energy usage utilisation utilization traffic growth compute memory bandwidth distance duration age experience bill rent tariff tax "
    "number count population audience attendance turnout headcount output yield production demand supply agreement disagreement retention churn compensation "
    "capitalisation capitalization cycle efficiency performance rainfall interest inflation unemployment deficit debt balance rating frequency density".split()
)
#: Verbs and comparisons that stand for a noun.
_STANDS_FOR = (
    ("cost", re.compile(r"\b(?:costs?|costing|charg(?:es?|ed|ing)|pa(?:y|ys|id|ying)|cheaper|pricier|priced|capped|buy)\b", re.IGNORECASE)),
    ("score", re.compile(r"\bscor(?:es?|ed|ing)\b", re.IGNORECASE)),
    ("funding", re.compile(r"\b(?:raised|raises|raising|fundraised)\b", re.IGNORECASE)),
    ("revenue", re.compile(r"\b(?:makes?|making|made|earn(?:s|ed|ing)?|generat(?:es?|ed|ing))\b", re.IGNORECASE)),
)
_COMPARED = {
    "cheaper": "cost", "pricier": "cost", "faster": "speed", "quicker": "speed", "slower": "speed", "larger": "size", "bigger": "size",
    "smaller": "size", "longer": "length", "shorter": "length", "higher": "height",
}  # fmt: skip
#: Nouns that are as often verbs; with nothing but small words between them and the number they are that.
_VERBS = frozenset("cost pay spend charge score draw use yield rent demand consumption supply".split())
_OBJECT = re.compile(
    r"(?:[ ,]+(?:us|me|them|him|her|you|it|at|about|around|roughly|maybe|perhaps|only|just|some|nearly|almost|over|under|up to|something like|like))*[ ]*\Z",
    re.IGNORECASE,
)
_STOP = frozenset(
    "a an the of in on at by for from with to and or but as that which who is was are were be been has have had do does did this these those it its their our "
    "his her your my any each every all some no not than then so if when while where what how like about around just only even still also now one very such "
    "into over under up down out off per between among we you they he she i lower higher raises will would can could may might must should".split()
)
#: Words between a subject and its number.
_LINKS = _STOP | frozenset(
    "will would can could may might should must least most more less nearly almost roughly averages averaged average manages managed reads reports reported quotes quoted reached reaches "
    "hit hits stands stood comes came goes went measures scored scores roughly perhaps maybe potentially going expected likely set well gets got gave gives here there said says".split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_OF = re.compile(r" of (?:(?:all|the|their|our|its|his|her|my|your|an|a|what|every|these|those) ){0,2}", re.IGNORECASE)
_SIDES = re.compile(
    r",? (?:in terms of |of )?(?P<x>[A-Za-z][\w-]*(?: [\w-]+)?) (?:to|for every|per) (?P<y>[A-Za-z][\w-]*(?: engineers?| [A-Za-z][\w-]*)?)"
)
_CLAUSE = re.compile(r"[;:.!?]|,(?= (?:and|but|while|whereas|which|who)\b)")
_STOPS = re.compile(r"[.,;:!?]")
_MOST = 3
_NEAR = 45
#: A noun farther back governs nothing here.
_FAR = 200


def measure(text: str, start: int, end: int, q: Quantity) -> str:
    """What a quantity of a sentence measures, in its own words; empty where the sentence does not say it plainly."""
    if q.kind == "ratio":
        return _ratio(text, q)
    if q.frame:
        return q.frame
    if q.kind == "count":
        return f"{q.adjectives} {q.unit}".strip()
    if q.kind == "percent" and (part := _OF.match(text, q.end)):
        shared = _phrase(text, part.end(), end)
        if shared:
            return f"share of {shared}"
    start = max(start, q.start - _FAR)
    cuts = [c.end() for c in _CLAUSE.finditer(text, start, q.start)]
    clause = cuts[-1] if cuts else start
    if q.kind == "times":
        return _compared(text, q) or _governor(text, clause, q) or _verb(text, clause, q) or _named(text, clause, q)
    found = _governor(text, clause, q) or _verb(text, clause, q) or _governor(text, start, q)
    return found or (_named(text, clause, q) if q.kind == "bare" or not q.unit else "")


def _ratio(text: str, q: Quantity) -> str:
    if q.frame:
        return _numberless(q.frame)
    sides = _SIDES.match(text, q.end)
    return _numberless(f"{sides['x']} to {sides['y']}") if sides else "ratio"


def _numberless(sides: str) -> str:
    """The two sides of a ratio in the singular: "AI Engineers to ML Engineer" → "AI Engineer to ML Engineer"."""
    return " ".join(word[: len(singular(word.lower()))] for word in sides.split())


def _phrase(text: str, at: int, end: int) -> str:
    """The noun phrase that begins at a place, up to the next small word."""
    words: list[str] = []
    last = at
    for m in _WORD.finditer(text, at, end):
        gap = text[last : m.start()]
        if (words and gap != " ") or m.group().lower() in _STOP or len(words) == _MOST:
            break
        words.append(m.group())
        last = m.end()
    return " ".join(words)


def _governor(text: str, start: int, q: Quantity) -> str:
    """The last noun of measure before the quantity in its clause, with the words that qualify it; else one close behind it."""
    words = list(_WORD.finditer(text, start, q.start))
    at = next((i for i in range(len(words) - 1, -1, -1) if _measures(words, i)), None)
    if at is not None:
        word = singular(words[at].group().lower())
        return word if word in _VERBS and _OBJECT.match(text, words[at].end(), q.start) else _qualified(text, words, at)
    behind = list(_WORD.finditer(text, q.end, min(len(text), q.end + _NEAR)))
    stop = _STOPS.search(text, q.end, min(len(text), q.end + _NEAR))
    last = stop.start() if stop else len(text)
    after = next((i for i, w in enumerate(behind) if _measures(behind, i) and w.start() < last), None)
    return _qualified(text, behind, after) if after is not None else ""


def _qualified(text: str, words: list[re.Match[str]], at: int) -> str:
    first = at
    while first > 0 and at - first < _MOST - 1 and text[words[first - 1].end() : words[first].start()] in {" ", "-"}:
        word = words[first - 1].group().lower()
        if word in _STOP or word.endswith(("ing", "ed", "ly")) or singular(word) != word:
            break
        first -= 1
    before, noun = text[words[first].start() : words[at].start()], words[at].group()
    return before + (singular(noun) if noun.islower() else noun)


def _measures(words: list[re.Match[str]], i: int) -> bool:
    """Whether a word is a noun of measure, and no part of a name."""
    word = words[i].group()
    return singular(word.lower()) in _NOUNS and not (i and word[0].isupper() and words[i - 1].group()[0].isupper())


def _named(text: str, start: int, q: Quantity) -> str:
    """What the sentence is about: the noun phrase before the verb that a multiple or a bare number follows."""
    words = list(_WORD.finditer(text, start, q.start))
    while words and (words[-1].group().lower() in _LINKS or words[-1].group().lower().endswith("ly")):
        words.pop()
    first = len(words)
    while first and len(words) - first < _MOST and words[first - 1].group().lower() not in _STOP:
        if first < len(words) and text[words[first - 1].end() : words[first].start()] not in {" ", "-"}:
            break
        first -= 1
    return text[words[first].start() : words[-1].end()] if first < len(words) else ""


def _verb(text: str, start: int, q: Quantity) -> str:
    """What a verb before the quantity stands for: money that is raised is funding, a multiple of what is paid is one of cost."""
    if q.kind not in {"money", "bare", "times"}:
        return ""
    names = (name for name, pattern in _STANDS_FOR if pattern.search(text, start, q.start))
    return next((name for name in names if name == "cost" or q.kind != "times"), "")


def _compared(text: str, q: Quantity) -> str:
    """What a comparison behind a multiple, or before its "by", is of: "twenty times cheaper", "cheaper by a factor of twenty"."""
    behind = re.compile(r" ?(?P<word>[a-z]+)").match(text, q.end)
    before = re.compile(r"(?<![a-z])(?P<word>[a-z]++)[\"”,]*+(?: to \w+)? by (?:a )?(?:[a-z]+ ){0,3}\Z").search(
        text, max(0, q.start - _NEAR), q.start
    )
    return next((_COMPARED[m["word"]] for m in (behind, before) if m and m["word"] in _COMPARED), "")
