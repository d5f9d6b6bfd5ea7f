"""Numbers as people write, spell and dictate them: "4,000", "2, 000", "0. 25", "150K", "a hundred", "three and a half". No units."""

import re
from typing import NamedTuple

from generator.text import LARGEST_NUMBER

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ONES = {word: n for n, word in enumerate(_UP_TO_NINETEEN.split())}
_TENS = {word: n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}

_SMALL = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_WORD = rf"(?:(?:{'|'.join(_TENS)})[ -](?:{'|'.join(list(_ONES)[1:10])})|{_SMALL})"
_SCALE = "dozen|hundred|thousand|million|billion|trillion"
_POINT = rf"{_WORD} point(?: (?:{'|'.join(_ONES)})){{1,3}}(?:[ -](?:{_SCALE}))?"
_SPELLED = (
    rf"{_POINT}|{_WORD} and a half (?:{_SCALE})"
    rf"|(?:{_WORD}|half an?|an?)(?:[ -](?:{_SCALE}))+(?:(?: and)? {_WORD}(?:[ -](?:{_SCALE}))*)*|{_WORD}"
)
#: A dictated thousand has a space behind its comma. Of dictated decimals only those below one are sure.
_DIGITS = r"\d{1,3}(?:, ?\d{3})+(?!\d)(?:\.\d+)?|0\. \d{1,3}|\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?"
#: No letter and no mark of an identifier stands before a number; a hyphen only behind another number.
_FREE = r"(?<![\w.:/#§@&=~])(?<!\d,)(?<![^\W\d][–—-])(?<![–—-][–—-])"
_NUMERAL = re.compile(
    rf"{_FREE}(?P<tilde>[~≈] ?)?(?P<sign>[-+−±])?(?P<money>[$€£¥] ?)?"
    rf"(?P<digits>{_DIGITS})(?:(?P<letter>k|K|M|mn|B|bn|T|tn)|(?: |-)?(?P<scale>{_SCALE}))?(?![\w@]|[.,:/]\d)"
    rf"|{_FREE}(?P<spelled>{_SPELLED})(?P<half> and a half)?\b(?!-[a-z]{{2,8}}(?:th|st|nd|rd)\b)"
    rf"|{_FREE}(?P<tilde2>[~≈] ?)?(?P<money2>[$€£¥] ?)?(?P<times>{_DIGITS}) ?(?P<x>[xX])\b",
    re.IGNORECASE,
)


class Numeral(NamedTuple):
    """A number in a text. `value` has its `scale` in it; `money` is the sign of a currency before it; `x` one that multiplies ("10x")."""

    start: int
    end: int
    value: float
    scale: float = 1.0
    money: str = ""
    about: bool = False
    spelled: bool = False
    letter: bool = False
    x: bool = False
    word: str = ""


#: What says how a number is meant stands in so many characters before it; looking no farther keeps long lists of numbers quick.
_BACK = 100


def before(text: str, at: int) -> str:
    """The words that stand right before a place of a text."""
    return text[max(0, at - _BACK) : at]


def numerals(text: str) -> list[Numeral]:
    """Every number of a text, in its order; the letters and digits of names ("GPT-4", "v2", "A12") are none."""
    found = (_numeral(m) for m in _NUMERAL.finditer(text))
    return [number for number in found if abs(number.value) < LARGEST_NUMBER]


def _numeral(m: re.Match[str]) -> Numeral:
    if m["spelled"]:
        value, scale = _spelled(m["spelled"].lower())
        return Numeral(m.start(), m.end(), value + (0.5 if m["half"] else 0.0), scale, spelled=True, word=m["spelled"].lower())
    if m["times"]:
        return Numeral(m.start(), m.end(), _number(m["times"]), 1.0, (m["money2"] or "").strip(), bool(m["tilde2"]), x=True)
    scale = _LETTERS.get((m["letter"] or "").lower()) or _SCALES.get((m["scale"] or "").lower(), 1.0)
    sign = -1.0 if m["sign"] in {"-", "−"} else 1.0
    money = (m["money"] or "").strip()
    about = bool(m["tilde"]) or m["sign"] == "±"
    return Numeral(m.start(), m.end(), sign * _number(m["digits"]) * scale, scale, money, about, letter=bool(m["letter"]), word=m["digits"])


def _number(digits: str) -> float:
    return float(digits.replace(",", "").replace(" ", ""))


def _spelled(words: str) -> tuple[float, float]:
    """The value of spelled-out words, and their last scale."""
    if " point " in words:
        return _pointed(words)
    words = words.replace(" and a half ", " half ")
    total, part, scale = 0.0, 0.0, 1.0
    for word in re.split(r"[ -]", words):
        if word in _SCALES:
            scale = _SCALES[word]
            part = (part or 1.0) * scale
            if scale > _SCALES["hundred"]:
                total, part = total + part, 0.0
        elif word == "half":
            part += 0.5
        else:
            part += _ONES.get(word, _TENS.get(word, 0) * 10)
    return total + part, scale


def _pointed(words: str) -> tuple[float, float]:
    """ "two point one million"."""
    whole, _, rest = words.partition(" point ")
    digits = re.split(r"[ -]", rest)
    scale = _SCALES.get(digits[-1], 1.0)
    tail = "".join(str(_ONES[d]) for d in digits if d in _ONES)
    return float(f"{_spelled(whole)[0]:.0f}.{tail}") * scale, scale
