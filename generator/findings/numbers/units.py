"""Units of English prose: what may stand behind a number, before it, and what it is counted by. Names no measure."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re
from typing import NamedTuple

from generator.text import singular

CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_COINS = {
    "dollar": ("USD", 1.0), "buck": ("USD", 1.0), "usd": ("USD", 1.0), "euro": ("EUR", 1.0), "eur": ("EUR", 1.0), "pound": ("GBP", 1.0),
    "gbp": ("GBP", 1.0), "yen": ("JPY", 1.0), "franc": ("francs", 1.0), "rupee": ("rupees", 1.0), "krona": ("kronor", 1.0),
    "kronor": ("kronor", 1.0), "cent": ("cents", 1.0), "ct": ("cents", 1.0), "pence": ("GBP", 0.01), "penny": ("GBP", 0.01),
}  # fmt: skip
#: Units that measure and are nothing else; times that are too short to be told of in passing are among them.
_BASE = "byte flop watt volt hertz metre meter gram litre liter pixel amp joule".split()
_PREFIXES = "milli micro nano kilo mega giga tera peta exa centi deci".split()
_HARD = frozenset(
    (
        *"token parameter param mile inch kilo tonne ton celsius fahrenheit degree hectare acre decibel kelvin barrel calorie".split(),
        *"millisecond microsecond nanosecond".split(), *_BASE, *(prefix + base for prefix in _PREFIXES for base in _BASE),
    )
)  # fmt: skip
#: Their signs, which have capitals of their own: `ml` is no `ML`.
_SIGNS = frozenset(
    "kB KB MB GB TB PB W kW MW GW Wh kWh MWh GWh TWh V Hz kHz MHz GHz mm cm km kg mg ml ms s h g min fps dB FLOPs FLOPS TFLOPS".split()
)
#: Times; stated in passing more often than measured, so they count only in frames (see `frames`).
TIMES = frozenset({"second", "minute", "hour", "shift", "day", "night", "week", "month", "quarter", "year", "decade"})
#: Whom companies count.
PEOPLE = frozenset(
    "person people employee user customer attendee visitor viewer listener subscriber developer engineer researcher applicant member worker "
    "annotator rater contractor reader follower client student star download participant respondent patient household staff".split()
)

_NOUN = re.compile(r"[ -]?(?P<noun>[a-z]{1,20})\b(?![’'])", re.IGNORECASE)
_PERCENT = re.compile(r" ?%|[ -](?:percent|per ?cent|pct)\b", re.IGNORECASE)
_POINTS = re.compile(r" (?P<points>(?:percentage |basis )?points?)\b", re.IGNORECASE)
_TIMES_OVER = re.compile(
    r"(?:[ -]?fold\b|[ -]times (?=(?:as|more|less|fewer|larger|bigger|smaller|cheaper|faster|slower|quicker|better|worse|longer|shorter|higher|lower|greater|stronger|higher|worse)\b|(?:that|those) of\b|what ))"
    r"|(?<=\d)[ -]?x\b", re.IGNORECASE,
)  # fmt: skip
#: How often something is done: "2.3 times a day".
_REPEATED = re.compile(
    r" times(?= (?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|quarter|year|session|run)\b)", re.IGNORECASE
)
_BY_TIMES = re.compile(r" times\b", re.IGNORECASE)
_COIN = re.compile(rf"[ -](?:US )?(?P<coin>{'|'.join(_COINS)})s?\b", re.IGNORECASE)
_COUNTED_BY = r"(?:(?:thousand|million|billion|hundred|1,000|1,000,000|1M|1K) )?"
_PER = re.compile(
    rf"(?: |-)?(?:\(?(?P<per>per|every single|every|each|/) ?|(?P<a>an?|for an?(?= (?:hundred|thousand|million|billion)\b)|for every|for each) )(?P<by>{_COUNTED_BY}(?P<noun>[a-z]+))\b"
    r"|(?P<yearly> (?P<how>annually|monthly|daily|weekly|yearly)\b)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"[ -]?hours?\b")
_YEARLY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
#: Plurals without an s.
_INVARIANT = {
    "people": "person", "women": "woman", "men": "man", "children": "child", "mice": "mouse", "feet": "foot", "teeth": "tooth", "phenomena": "phenomenon",
    **{word: word for word in "staff cattle sheep fish species series aircraft personnel crew police faculty livestock shrimp salmon offspring headcount".split()},
}  # fmt: skip
#: Behind a hyphen they make a kind of a thing and count nothing: "64-bit", "two-way".
_KINDS = frozenset(
    "bit way fold based plus ish star part figure digit point step sided dimensional old odd and or day time third thirds quarter size class speed page minute".split()
)
#: Words that no unit is.
_NO_UNIT = frozenset(
    "a an per last next time times one ones thing things way ways kind kinds sort sorts type types of or and to in on at by for from with without than more less fewer "
    "other others people's is was are were has have had will would can could may might must do does did be been the this that these those it "
    "they we you he she who which what when where why how if as so but not no only just now then today here there level levels model point "
    "points ago later earlier before after until since sounds seems looks feels makes takes gets goes comes says reads means works needs gives runs nobody somebody everybody anybody still even also each every all both half third quarter plus minus percent am pm".split()
)


class Unit(NamedTuple):
    """A unit behind a number: where it ends, its name, its kind (percent, money, times, hard, time, count), and what it multiplies by."""

    end: int
    name: str
    kind: str
    factor: float = 1.0
    noun: str = ""
    adjectives: str = ""


class Per(NamedTuple):
    """What a number is counted by: "million tokens", "year"; and where that ends."""

    end: int
    name: str


def unit_at(text: str, at: int, *, x: bool = False) -> Unit | None:
    """The unit that begins where a number ends."""
    if x:
        return Unit(at, "x", "times")
    if m := _PERCENT.match(text, at):
        points = _POINTS.match(text, m.end())
        return Unit(points.end() if points else m.end(), "percentage points" if points else "%", "percent")
    if m := _TIMES_OVER.match(text, at):
        return Unit(m.end(), "x", "times")
    if m := _REPEATED.match(text, at):
        return Unit(m.end(), "times", "hard")
    if m := _COIN.match(text, at):
        name, factor = _COINS[m["coin"].lower()]
        return Unit(m.end(), name, "money", factor)
    if (m := _POINTS.match(text, at)) and " " in m["points"]:
        return Unit(m.end(), plural(m["points"].lower().removesuffix("s")), "hard")
    return _noun(text, at)


def by_times(text: str, at: int) -> Unit | None:
    """ "times" behind a number that something changes by ("by four times")."""
    m = _BY_TIMES.match(text, at)
    return Unit(m.end(), "x", "times") if m else None


def _noun(text: str, at: int) -> Unit | None:
    """A noun as unit: the first word that is one of the known ones, else the last of a short noun phrase."""
    first = _NOUN.match(text, at)
    if first is None:
        return None
    word = first["noun"]
    lower = singular(word.lower())
    if word in _SIGNS:
        return Unit(first.end(), word, "hard", noun=word)
    if lower in TIMES:
        return Unit(first.end(), plural(lower), "time", noun=lower)
    return _counted(text, at)


def _counted(text: str, at: int) -> Unit | None:
    """A plural noun, or a singular one behind a hyphen, with at most two adjectives before it."""
    words = re.compile(r"[ -]([A-Za-z][A-Za-z’'-]*)").finditer(text, at, at + 60)
    adjectives: list[str] = []
    end = at
    for m in words:
        word = m[1].lower()
        if m.start() != end or word in _NO_UNIT or "’" in word or "'" in word or len(adjectives) > 2:
            return None
        lower = singular(word)
        if lower in _HARD:
            hours = _HOURS.match(text, m.end()) if lower.endswith("watt") else None
            return Unit(
                hours.end() if hours else m.end(),
                f"{lower} hours" if hours else plural(lower),
                "hard",
                noun=lower,
                adjectives=" ".join(adjectives),
            )
        hyphened = text[m.start()] == "-" or lower in {"person"}
        kind_of = (
            text[m.start()] == "-" and m.start() == at and lower not in _KINDS and text[m.end() : m.end() + 1] == " " and len(lower) > 2
        )
        several = (word != lower and not word.endswith("ss")) or (len(word) > 4 and word.endswith("as")) or word in _INVARIANT
        if several or (hyphened and lower in PEOPLE) or kind_of:
            noun = _INVARIANT.get(word, lower.removesuffix("s") if word.endswith("as") else lower)
            name = word if word in _INVARIANT else plural(noun)
            return Unit(m.end(), name, "count", noun=noun, adjectives=" ".join(adjectives))
        adjectives.append(word)
        end = m.end()
    return None


def per_at(text: str, at: int, *, kind: str) -> Per | None:
    """What a quantity is counted by, right behind it. A bare article serves money, and times ("a year", "a second")."""
    m = _PER.match(text, at)
    if m is None:
        return None
    if m["yearly"]:
        return Per(m.end(), _YEARLY[m["how"].lower()])
    noun = singular(m["noun"].lower())
    bare = m["by"] == m["noun"]
    loose = m["a"] and noun not in TIMES and not (kind in {"money", "hard", "count"} and _is_thing(noun))
    every = (m["per"] or "").lower().startswith(("every", "each")) and bare and noun not in TIMES
    if loose or every or noun in _NO_UNIT:
        return None
    if noun.endswith("watt") and (hours := _HOURS.match(text, m.end())):
        return Per(hours.end(), f"{noun} hour")
    by = m["by"].lower().removesuffix(m["noun"].lower()) + (noun if bare else plural(noun))
    return Per(m.end(), by)


def _is_thing(noun: str) -> bool:
    return noun not in _NO_UNIT and len(noun) > 2 and not noun.endswith(("ly", "er"))


def plural(noun: str) -> str:
    """The plural of a singular English noun, by the regular endings."""
    if noun in {"person", "celsius", "fahrenheit"}:
        return "people" if noun == "person" else noun
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}s"
