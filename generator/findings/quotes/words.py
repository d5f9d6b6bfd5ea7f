"""Words as speech has them: keys that bear spelling, and whether two spellings may be one spoken word. Knows no passage."""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from generator.text import straighten

_WORD = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
#: Sounds, not words: no transcript and no quotation is held to them.
_SOUNDS = frozenset("uh um er erm hm hmm mm mhm ah".split())
_NUMBERS = {word: str(n) for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_SCALES = frozenset("hundred thousand million billion trillion dozen half percent thirteen fourteen fifteen sixteen seventeen eighteen "
                    "nineteen twenty thirty forty fifty sixty seventy eighty ninety".split())  # fmt: skip
_HOMOPHONES = (
    "to too 2", "for 4 fore", "there their they're", "your you're", "its it's", "then than", "by buy bye", "know no", "right write",
    "whole hole", "won 1", "ones 1", "ate 8", "here hear", "weather whether", "our are hour", "where wear", "cause because", "new knew",
    "who's whose", "were we're", "let's lets", "gonna going", "wanna want", "gotta got",
)  # fmt: skip
_SAME_SOUND = {frozenset((a, b)) for group in _HOMOPHONES for a in group.split() for b in group.split() if a != b}
_SPOKEN = str.maketrans("czqv", "kskf")
_NEGATIONS = re.compile(r"n't$|^(?:no|not|non|never|nor|cannot|without)$")
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "de", "re", "mis", "under", "over")
#: How alike the letters of two spellings are where a listener may have taken one for the other (Indel similarity of rapidfuzz), by
#: trial on pairs that speech-to-text is known to mix up; below it other words begin ("moving" and "moved" are 0.55).
_ALIKE = 0.8
#: Words that stand in any text; a match of them alone finds no quotation.
COMMON = frozenset(
    "a an the and or but nor so yet for of in on at to by with from as is are was were be been being am do does did have has had will "
    "would can could should may might must not no it its it's this that that's these those they them their there here he she his her "
    "him i i'm me my we we're us our you you're your who what when where why how if then than too very just also only even about into "
    "over out up down off all any some such same own one 1 2 more most much many like get got go going know think really actually "
    "right well kind sort of lot thing things don't because want people".split()
)


class Word(NamedTuple):
    """A word of a text: the key that it is compared by, and its span in characters."""

    key: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, without mere sounds; case, hyphens and punctuation do not count, small numbers are digits."""
    folded = straighten(text)
    found = ((m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(folded))
    return [Word(_NUMBERS.get(word, word), start, end) for word, start, end in found if word not in _SOUNDS]


def keys(text: str) -> list[str]:
    """The keys of the words of a text, like those of `words`, for where their places do not matter; several times as fast."""
    return [_NUMBERS.get(word, word) for word in _WORD.findall(straighten(text).lower()) if word not in _SOUNDS]


def is_number(word: str) -> bool:
    """Whether a key says how many."""
    return word.isdigit() or word in _SCALES


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> bool:
    """Whether two different spellings may be one spoken word: equal in sound, or nearly so in letters, and neither a number nor the
    other's opposite ("million" and "billion", "do" and "don't" never are).
    """
    if frozenset((one, other)) in _SAME_SOUND:
        return True
    if not one or not other or is_number(one) or is_number(other):
        return False
    spelt = Indel.normalized_similarity(one, other, score_cutoff=_ALIKE) > 0
    return (spelt or _sound(one) == _sound(other) != "") and not _opposite(one, other)


def _opposite(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(_NEGATIONS.search(one)) != bool(_NEGATIONS.search(other)) or any(long == prefix + short for prefix in _PREFIXES)


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    """The consonants of a word, roughly as they are spoken (after Soundex and Metaphone); vowels are what mishearing changes most.

    Empty where there are too few to tell a word.
    """
    for spelt, spoken in (("sch", "sh"), ("tch", "ch"), ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("wr", "r"), ("kn", "n"), ("dg", "j")):
        word = word.replace(spelt, spoken)
    plain = word.translate(_SPOKEN)
    first, rest = plain[:1], re.sub(r"[aeiouy']", "", plain[1:])
    sound = re.sub(r"(.)\1+", r"\1", ("" if first in "aeiouy" else first) + rest)
    return sound if len(sound) > 1 else ""
