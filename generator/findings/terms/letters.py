"""Whether words spell a short form. Knows words and letters, not where in a text the two stand (`spelling`).

After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (Pacific
Symposium on Biocomputing 2003): the letters are looked for from the end, and the first must begin a word. Stricter in that most letters
begin words; looser in that of three letters or more one may be of another language ("lithium iron phosphate", LFP).
Words that stand beside a short form without a bracket or a marker must spell it by their beginnings (`run`).
"""

import re
from collections.abc import Sequence

#: What no long form begins or ends with.
FUNCTION_WORDS = frozenset("a an the of in on and or but is are was like for to by with as at from this that its our their per".split())
#: A digit between letters is the word that it sounds like: "direct-to-chip" is D2C.
_BETWEEN = re.compile(r"[A-Z][24][A-Z]")
_SPOKEN = str.maketrans("24", "tf")
#: "per- and polyfluoroalkyl substances": the first part waits for the end of the second.
_SUSPENDED = re.compile(r"(?<![\w-])\w{2,20}- (?:and|or) $")
_MARKUP = re.compile(r"[<>{}=\[\]()]|://")
_PARTS = re.compile(r"[^\W_]+")
#: "per- and poly…", where words begin; and what an X begins by its sound.
_SUSPENDED_AHEAD = re.compile(r"\w{2,20}- (?:and|or) ")
_X = ("ex", "cross", "trans")
#: How many letters may stand within words of at least so many letters ("database administrator", DBA).
_MOST_WITHIN, _LONG_WORD = 2, 7


def bare(short: str) -> str:
    """A short form without the s of its plural: "SLOs"."""
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short


def letters(short: str) -> str:
    """What of a short form the long form must hold: its letters and digits, small, without the s of a plural."""
    one = bare(short)
    spoken = one.translate(_SPOKEN) if _BETWEEN.fullmatch(one) else one
    return "".join(c for c in spoken if c.isalnum()).lower()


def is_short(text: str) -> bool:
    """Whether a word is written like a short form: two capitals, or one and a digit."""
    capitals = sum(c.isupper() for c in text)
    return 2 <= len(text) <= 10 and (capitals >= 2 or (capitals == 1 and any(c.isdigit() for c in text)))


def beginning(text: str, first: int, last: int, letters: str) -> int | None:
    """Where the long form begins if the letters are found in `text[first:last]` from the end, the first of them at a word's beginning."""
    at = last
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= first and (text[at].lower() != letter or (number == 0 and at > first and text[at - 1].isalnum())):
            at -= 1
        if at < first:
            return None
    start = max(first, text.rfind(" ", first, at) + 1)
    suspended = _SUSPENDED.search(text, max(first, start - 26), start)
    return suspended.start() if suspended and text[suspended.start()].lower() == letters[0] else start


def trails(long: str, letters: str) -> bool:
    """Whether words of grammar stand behind the last letter: "end of the stream" does not spell EOF."""
    behind = long[long.lower().rfind(letters[-1]) :].split()[1:]
    return any(word.lower() in FUNCTION_WORDS for word in behind)


def spells(long: str, letters: str) -> bool:
    """Whether words in which the letters were found are a long form: two or more, no short form among them, most letters at beginnings."""
    words = [word.lower() for word in _PARTS.findall(long)]
    plain = not _MARKUP.search(long) and len(words) >= 2 and not any(word.startswith(letters) for word in words)
    begins = bool(words) and (words[0] not in FUNCTION_WORDS or long.startswith("-", len(words[0])))
    return plain and begins and 2 * begun(long, letters) >= len(letters)


def begun(long: str, letters: str) -> int:
    """How many of the letters begin words."""
    initials = [word[0].lower() for word in _PARTS.findall(long)]
    return sum(initials.count(letter) >= letters[: i + 1].count(letter) for i, letter in enumerate(letters))


def run(text: str, words: Sequence[re.Match[str]], letters: str) -> tuple[int, int] | None:
    """The span of the first words if they spell the letters by their beginnings, words of grammar between; nothing but a space, a hyphen or
    the comma of a list parts them. Of three letters or more a few may stand within a long word.
    """
    used = words[2:] if words and _SUSPENDED_AHEAD.match(text, words[0].start()) else words
    for most_within in (0, _MOST_WITHIN) if len(letters) > 2 else (0,):
        count = _spelling(text, used, letters, most_within)
        if count and _long_enough(used[:count], letters):
            return words[0].start(), used[count - 1].end()
    return None


def _spelling(text: str, words: Sequence[re.Match[str]], letters: str, most_within: int) -> int:
    """How many of the words spell the letters; 0 if they do not."""
    spelt = within = 0
    listed = False
    for number, word in enumerate(words):
        small, parted = word[0].lower() in FUNCTION_WORDS, text[words[number - 1].end() : word.start()] if number else " "
        listed = listed or parted == ", "
        if parted not in {" ", "-", ", "} or (number == 0 and small):
            return 0
        if _begins(word[0].lower(), letters[spelt]) and not (small and (most_within or (spelt and _next(words, number, letters[spelt])))):
            spelt += 1
            while within < most_within and spelt < len(letters) and _inner(words, number, letters, spelt):
                spelt, within = spelt + 1, within + 1
        elif not small and parted != "-":
            return 0
        if spelt == len(letters):
            return number + 1 if not listed or any(one[0] in {"and", "or"} for one in words[:number]) else 0
    return 0


def _begins(word: str, letter: str) -> bool:
    return word[0] == letter or (letter == "x" and word.startswith(_X))


def _inner(words: Sequence[re.Match[str]], number: int, letters: str, spelt: int) -> bool:
    """Whether a letter stands within a long word and does not begin the next one."""
    word = words[number][0].lower()
    return len(word) >= _LONG_WORD and letters[spelt] in word[1:] and not _next(words, number, letters[spelt])


def _next(words: Sequence[re.Match[str]], number: int, letter: str) -> bool:
    """Whether the next word has the letter, too: a word of grammar before it is not meant ("table of open order")."""
    return number + 1 < len(words) and words[number + 1][0][0].lower() == letter


def _long_enough(words: Sequence[re.Match[str]], letters: str) -> bool:
    """Whether words are longer than their letters, and more than one; of only two, both must be words of weight."""
    weighty = all(len(word[0]) > (2 if len(letters) == 2 else 0) for word in words)
    return weighty and len(words) > 1 and letters not in {w[0].lower() for w in words}


def strays(long: str, letters: str) -> bool:
    """Whether a long form has more weighty words than letters: then it goes on beyond its end."""
    return len(_weighty(long)) > len(letters)


def by_letter(long: str, letters: str) -> bool:
    """Whether each weighty word, or each word, begins with its letter."""
    words = [word.lower() for word in _PARTS.findall(long)]
    return letters in {"".join(word[0] for word in _weighty(long)), "".join(word[0] for word in words)} and len(words) > 1


def all_but_one(long: str, letters: str) -> bool:
    """Whether each weighty word begins with its letter, but for one of three or more."""
    initials = "".join(word[0] for word in _weighty(long))
    return (
        len(letters) > 2
        and len(initials) == len(letters)
        and sum(a == b for a, b in zip(initials, letters, strict=True)) == len(letters) - 1
    )


def _weighty(long: str) -> Sequence[str]:
    return [word.lower() for word in _PARTS.findall(long) if word.lower() not in FUNCTION_WORDS]
