"""Where a text spells a short form out: in brackets, by a marker ("or", "short for"), or letter by letter beside it. One text at a time.

Brackets and markers are sure, and the words need only hold the letters; where a comma, a dash or the end of a sentence is all that stands
between, as in talk ("R A G, retrieval augmented …", "The OSPO." "Open source programme office."), each letter must begin a word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.findings.terms.letters import (
    FUNCTION_WORDS,
    all_but_one,
    beginning,
    begun,
    by_letter,
    is_short,
    letters,
    run,
    spells,
    strays,
    trails,
)

_BRACKETS = re.compile(r"\(([^()\n|]{2,120})\)|\[([^\[\]\n|]{2,120})\]")
_SHORT = r"[A-Za-z0-9][A-Za-z0-9&/.+-]{0,8}[A-Za-z0-9+]"
#: What may stand in brackets before a short or a long form, or behind a short one.
_ASIDE = re.compile(
    r"(?:(?:or|also|aka|a\.k\.a\.|i\.e\.|that is|that's|short for|short:|abbreviated(?: as| to)?|abbr\.|hereafter|known as|called"
    r"|sometimes|often|usually|commonly|in short|for short|stands for|which stands for|standing for|from|=|the|an?),? )*[\"“‘']?",
    re.IGNORECASE,
)
_ONLY_SHORT = re.compile(rf"({_SHORT}(?: {_SHORT})?)[\"”’']?(?:,? for short)?")
_LAST_SHORT = re.compile(rf"(?<![\w-])({_SHORT})[\"'”’]?\s?$")
#: "SLO, or service level objective," and "SLO stands for …": a marker is as good as brackets.
_SAID = re.compile(
    rf"(?<![\w-])({_SHORT}),?[\"”’']? (?:(?:which |that )?(?:is|are|was) (?:short for|an? (?:acronym|abbreviation|initialism) (?:for|of))"
    r"|(?:which |that |it )?(?:just |simply |really )?(?:stands|stood|standing) for|short for|(?:an? )?(?:acronym|abbreviation) (?:for|of)"
    r"|or|that is,|i\.e\.,?|as in|which means|meaning) "
)
_SAID_AFTER = re.compile(
    r",? (?:or|abbreviated(?: as| to)?|shortened to|in short|for short|known as|what (?:\w+ ){1,2}calls?"
    r"|(?:also|often|usually|commonly|better|sometimes) (?:called|known as|shortened to|abbreviated(?: as| to)?)),?"
    rf" (?:simply |just )?(?:the |an? )?[\"“‘']?({_SHORT})"
    r"(?=[,.;:)—–\"”’']|$|,? for short| [—–-] )"
)
#: Where the long form in brackets ends at the latest.
_PART_OF_ASIDE = re.compile(r"[,;:]|\s[—–-]\s")
#: A short form as talk has it: capitals, or letters apart.
_SPELLED = re.compile(r"(?<![\w-])(?:[A-Z][A-Za-z]{0,2}[A-Z]{1,6}[a-z]?|[A-Z](?:\. ?| |-)(?:[A-Z](?:\. ?| |-)){0,4}[A-Z](?![\w]))(?![\w-])")
_WITH_NOUN = re.compile(
    rf"(?<![\w-])(?P<short>{_SHORT}) (?P<noun>[a-z][a-z-]+)(?::|,| \(| [—–-]| is| means) (?:or |short for |i\.e\. )?(?:the |an? )?"
)
#: All that may stand between a short form and the words that spell it, one after another.
_BETWEEN = re.compile(
    r"[\s\"”’'“‘]*+(?:[,.?!:;=—–-][\s\"”’'“‘—–-]*+)?(?:(?i:so|the|an?|that is|that's|which is|it is|it's|they are|they're|is"
    r"|are|or|i\.e\.|means?"
    r"|yes|yeah|right|okay|well|uh|um|sorry|for (?:the )?[a-z]+|just|basically|of course"
    r"|being|(?:(?:that|it|which) )?stands? for|(?:as )?(?:we|they) call it"
    r"|as they say)\b[,?]? )*[\"“‘']?"
)
#: "SF-as-a-judge", "SF agents".
_FIRST_PART = re.compile(r"(?<![\w-])[A-Z][A-Za-z]?[A-Z]{1,6}s?(?![A-Za-z])")
#: Hardly any sentence holds a short form: two capitals, or one and a digit, in a word, or letters apart.
_HOLDS_SHORT = re.compile(r"[A-Z][^\s]{0,9}[A-Z0-9]|[0-9][^\s]{0,9}[A-Z]|[A-Z](?:\. ?| )[A-Z]\b")
#: "approximate nearest neighbour search, ANN, …"
_NOUN_BETWEEN = re.compile(r" [a-z]+, ")
#: Where a long form may end; that of two letters needs a mark.
_STOPPED = re.compile(r"[\"”’']?(?:[.,;:?!)—–\n]|$| [—–-] )")
_ENDED = re.compile(rf"{_STOPPED.pattern}| (?:that|which|who|and|or|is|are|was|has|have|for|in|to|from|with|because|but|so)\b")
#: What no long form goes across; a list of adjectives may go across commas.
_CLAUSE = re.compile(r"[.;:,!?()\[\]|\n]\s|[()\[\]|\n\"“”]|^")
_LISTED = re.compile(r"[.;:!?()\[\]|\n]\s|[()\[\]|\n\"“”]|^")
_AHEAD = re.compile(r"[^.;:,!?()\[\]|\n\"“”—–]{3,120}")
_WORD = re.compile(r"[^\s]+")
_PART = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r" [A-Z][a-z]+")
#: How far from a short form the words may stand that spell it letter by letter (characters); how many words may stand between, and how
#: many words of grammar within.
_REACH, _MOST_BETWEEN, _MOST_SMALL = 140, 6, 2
#: How far before a bracket the short form of a compound may stand (characters).
_NEAR = 30


class Pair(NamedTuple):
    """Spans of a short form and its long form."""

    short: tuple[int, int]
    long: tuple[int, int]


def pairs(text: str) -> tuple[Pair, ...]:
    """Short and long forms in a text, in its order: for each place of a short form one, the surest way first."""
    if not _HOLDS_SHORT.search(text):
        return ()
    found: dict[tuple[int, int], Pair] = {}
    for pair in (*_bracketed(text), *_said(text), *_of_noun(text), *beside(text)):
        found.setdefault(pair.short, pair)
    return tuple(found[short] for short in sorted(found))


def _bracketed(text: str) -> Iterator[Pair]:
    for match in _BRACKETS.finditer(text):
        start, end = match.span(1 if match[1] else 2)
        if aside := _ASIDE.match(text, start, end):
            start = aside.end()
        inside = _PART_OF_ASIDE.split(text[start:end], maxsplit=1)[0].rstrip()
        only = _ONLY_SHORT.fullmatch(inside)
        if only and is_short(only[1]):
            yield from _long_before(text, (start, start + len(only[1])), match.start())
        elif (before := _LAST_SHORT.search(text, max(0, match.start() - 14), match.start())) and is_short(before[1]):
            yield from _long_within(text, before.span(1), (start, start + len(inside)))
        else:
            yield from _of_compound(text, match.start(), (start, end))


def _of_compound(text: str, opened_at: int, inside: tuple[int, int]) -> Iterator[Pair]:
    """ "SF agents (short forms that …)": the bracket begins with words that spell a short form near before it."""
    for short in _FIRST_PART.finditer(text, max(0, opened_at - _NEAR), opened_at):
        long = run(text, list(_PART.finditer(text, *inside)), wanted) if len(wanted := letters(short[0])) > 2 else None
        if long:
            yield Pair(short.span(), long)


def _of_noun(text: str) -> Iterator[Pair]:
    """ "SF cache: the short form cache": a noun stands behind both."""
    for match in _WITH_NOUN.finditer(text):
        words = list(_PART.finditer(text, match.end(), match.end() + _REACH))
        long = run(text, words, letters(match["short"]))
        if long and text.startswith(f" {match['noun']}", long[1]):
            yield Pair(match.span("short"), long)


def _said(text: str) -> Iterator[Pair]:
    """Short and long forms that a marker joins."""
    for match in _SAID.finditer(text):
        if ahead := _AHEAD.match(text, match.end()):
            yield from _long_within(text, match.span(1), ahead.span())
    for match in _SAID_AFTER.finditer(text):
        yield from _long_before(text, match.span(1), match.start())


def beside(text: str) -> Iterator[Pair]:
    """Short forms with the words that spell them letter by letter right before or behind."""
    for match in _SPELLED.finditer(text):
        wanted = letters(match[0])
        words = list(_PART.finditer(text, max(0, match.start() - _REACH), match.start()))
        yield from (Pair(match.span(), long) for long in _before(text, words, match.start(), wanted))
        between = _BETWEEN.match(text, match.end(), match.end() + _REACH)
        if between and between[0].strip():
            long = run(text, list(_PART.finditer(text, between.end(), between.end() + _REACH)), wanted)
            if long and (_ENDED if len(wanted) > 2 else _STOPPED).match(text, long[1]):
                yield Pair(match.span(), long)


def spelled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of short forms of three letters or more in a part of a text."""
    return (match.span() for match in _SPELLED.finditer(text, start, end) if len(letters(match[0])) > 2)


def opening(text: str, start: int, end: int, short: str) -> tuple[int, int] | None:
    """The long form that a sentence begins with, up to a mark: "Sorry, service level objective." """
    begin = led.end() if (led := _BETWEEN.match(text, start, end)) else start
    long = run(text, list(_PART.finditer(text, begin, min(end, begin + _REACH))), letters(short))
    return long if long and _STOPPED.match(text, long[1]) else None


def _before(text: str, words: Sequence[re.Match[str]], end: int, letters: str) -> Iterator[tuple[int, int]]:
    """The long form among words before a place, if only what may stand between comes behind it, or the noun that it belongs to."""
    closed = len(letters) > 2 and text.startswith(",", end + len(letters))
    for last in range(len(words), max(0, len(words) - _MOST_BETWEEN), -1):
        after = words[last - 1].end()
        between = _BETWEEN.fullmatch(text, after, end) or (_NOUN_BETWEEN.fullmatch(text, after, end) if closed else None)
        if between and between[0].strip():
            for first in (
                *range(last - len(letters), last - len(letters) - _MOST_SMALL - 1, -1),
                *range(last - len(letters) + 1, last - 1),
            ):
                long = run(text, words[first:last], letters) if first >= 0 else None
                if long and long[1] == words[last - 1].end():
                    yield long


def _long_before(text: str, short: tuple[int, int], end: int) -> Iterator[Pair]:
    """The long form among the last words before `end`: at most twice as many, and at most five more, than the short form has letters."""
    wanted = letters(text[slice(*short)])
    end -= len(before := text[max(0, end - 4) : end]) - len(before.rstrip(" \"'”’,"))
    for clause in (_CLAUSE, _LISTED):
        first = max((m.end() for m in clause.finditer(text, max(0, end - 120), end - 1)), default=max(0, end - 120))
        words = list(_WORD.finditer(text, first, end))[-min(len(wanted) + 5, 2 * len(wanted)) :]
        if words and is_short(text[slice(*short)]):
            last = words[-1].start() + len(words[-1][0].rstrip("\"'”’,"))
            exact = next((word.start() for word in reversed(words) if by_letter(text[word.start() : last], wanted)), None)
            start = beginning(text, words[0].start(), last, wanted) if exact is None else exact
            if (
                start is not None
                and not trails(text[start:last], wanted)
                and spells(text[start:last], wanted)
                and (clause is _CLAUSE or by_letter(text[start:last], wanted))
            ):
                yield Pair(short, (start, last))
                return
    yield from _foreign(text, short, end, wanted)


def _foreign(text: str, short: tuple[int, int], end: int, letters: str) -> Iterator[Pair]:
    """The long form before `end` if it has a word for each letter, all but one of them beginning with it."""
    words = list(_PART.finditer(text, max(0, end - 120), end))[-len(letters) :]
    unbroken = all(text[one.end() : two.start()] in {" ", "-"} for one, two in pairwise(words))
    if words and unbroken and is_short(text[slice(*short)]) and all_but_one(text[words[0].start() : words[-1].end()], letters):
        yield Pair(short, (words[0].start(), words[-1].end()))


def _long_within(text: str, short: tuple[int, int], span: tuple[int, int]) -> Iterator[Pair]:
    """The long form at the beginning of a span: all its words, else as many as have letters for initials."""
    wanted = letters(text[slice(*short)])
    words = list(_WORD.finditer(text, *span))
    while words and words[0][0].strip("\"'“‘").lower() in FUNCTION_WORDS:
        words.pop(0)
    if not words or not is_short(text[slice(*short)]):
        return
    start = words[0].start() + len(words[0][0]) - len(words[0][0].lstrip("\"'“‘"))
    for word in reversed(words):
        last = word.start() + len(word[0].rstrip("\"'”’,:"))
        if word[0].lower() not in FUNCTION_WORDS and _fits(
            text[start:last], wanted, whole=word is words[-1] and len(words) <= len(wanted) + 1
        ):
            yield Pair(short, (start, last + len(_rest_of_name(text[start:last], text[last : span[1]]))))
            return


def _rest_of_name(long: str, rest: str) -> str:
    """The last word of a name that the letters leave out: "FDT (the Federation of Dock and Transport Workers)"."""
    named = all(word[0].isupper() for word in _WORD.findall(long) if word.lower() not in FUNCTION_WORDS)
    return rest if named and _CAPITALISED.fullmatch(rest) else ""


def _fits(long: str, letters: str, *, whole: bool) -> bool:
    """Whether words are the long form: their letters are its initials, or are found in all there is."""
    if all_but_one(long, letters):
        return True
    found = beginning(long, 0, len(long), letters) == 0 and spells(long, letters) and not strays(long, letters)
    return found and (whole or begun(long, letters) == len(letters))
