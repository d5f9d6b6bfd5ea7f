"""Which short forms a text spells out: "service level objective (SLO)", "SLO (service level objective)", "SLO, or service level …".

After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (Pacific
Symposium on Biocomputing 2003): the letters of the short form are looked for from its end in the words beside the brackets, and the first
letter must begin a word. Stricter than theirs in three ways: a short form has at least two capitals (or one and a digit), most of
its letters begin words of the long form, and nothing that ends a clause stands within it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.findings.terms.hearing import Ear, ear, garbled
from generator.found import Acronym
from generator.model import ConceptKind, Document, Matches, Mention, Passage, PassageId, Role, Vocabulary
from generator.text import fold

_BRACKETS = re.compile(r"\(([^()\n|]{2,120})\)")
_SHORT = r"[A-Za-z0-9][A-Za-z0-9&/.+-]{1,9}"
_ONLY_SHORT = re.compile(rf"{_SHORT}(?: {_SHORT})?")
_LAST_SHORT = re.compile(rf"(?<![\w-])({_SHORT})[\"'”’]?\s?$")
#: "SLO, or service level objective," and "SLO stands for …": a marker is as good as brackets.
_SAID = re.compile(
    rf"(?<![\w-])({_SHORT}),?[\"”’']? (?:(?:which |that )?(?:is short for|is an? (?:acronym|abbreviation) (?:for|of)"
    r"|short for|stands for|standing for)|or|that is,|which means|meaning) "
)
_SAID_AFTER = re.compile(
    rf",? (?:or|abbreviated(?: as| to)?|in short|for short|known as|(?:also|often|usually|commonly) (?:called|known as)),?"
    rf" (?:the |an? )?[\"“‘']?({_SHORT})"
    r"(?=[,.;:)\"”’']|$|,? for short)"
)
#: In talk a comma is all that stands between: "R A G, retrieval augmented generation", "battery management system, BMS,".
_SPELLED = r"(?:[A-Z][A-Za-z]{0,2}[A-Z]{1,6}[a-z]?|[A-Z](?:\. ?| )(?:[A-Z](?:\. ?| )){0,4}[A-Z])"
_COMMA = re.compile(rf"(?<![\w-])({_SPELLED}),? (?:so |the |an? |that is,? |that's |which is |is |means )?")
_ENDED = re.compile(r"[\"”’']?(?:[.,;:?!)—–]|$| (?:that|which|and|or|is)\b)")
_COMMA_AFTER = re.compile(rf", (?:so |the |or )?({_SPELLED})(?=[,.;:?!]|$)")
#: What no long form goes across.
_CLAUSE = re.compile(r"[.;:,!?()\[\]|\n]\s|[()\[\]|\n\"“”]|^")
_AHEAD = re.compile(r"[^.;:,!?()\[\]|\n\"“”]{3,120}")
_WORD = re.compile(r"[^\s]+")
_MARKUP = re.compile(r"[<>{}=]|://")
_PARTS = re.compile(r"[^\W_]+")
_NO_BEGINNING = frozenset("a an the of in on and or is are was for to by with as at from this that its our their".split())


class Pair(NamedTuple):
    """Spans of a short form and its long form."""

    short: tuple[int, int]
    long: tuple[int, int]


def acronyms(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Acronym, ...]:
    """The short forms that the documents spell out, in the order of the text. What is likely misheard is left out."""
    listener = ear(vocabulary, matches)
    mentions: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        mentions[mention.passage].append(mention)
    passages = (p for document in documents for p in document.passages if p.role is not Role.METADATA and not p.excluded)
    found = (_acronym(passage, pair, mentions[passage.id], listener) for passage in passages for pair in pairs(passage.text))
    return tuple(acronym for acronym in found if acronym)


def pairs(text: str) -> tuple[Pair, ...]:
    """Short and long forms in a text, in its order."""
    found = [*_bracketed(text), *_said(text)] if any(c.isupper() for c in text) else []
    return tuple({pair.short: pair for pair in sorted(found, reverse=True)}[short] for short in sorted({pair.short for pair in found}))


def _bracketed(text: str) -> Iterator[Pair]:
    for match in _BRACKETS.finditer(text):
        inside = re.split("[,;]", match[1])[0].rstrip()
        span = (match.start(1), match.start(1) + len(inside))
        if _ONLY_SHORT.fullmatch(inside) and _is_short(inside):
            yield from _long_before(text, span, match.start())
        elif before := _LAST_SHORT.search(text, max(0, match.start() - 14), match.start()):
            yield from _long_within(text, before.span(1), span)


def _said(text: str) -> Iterator[Pair]:
    """Short and long forms that a marker joins."""
    for match in _SAID.finditer(text):
        if ahead := _AHEAD.match(text, match.end()):
            yield from _long_within(text, match.span(1), ahead.span())
    for match in _SAID_AFTER.finditer(text):
        yield from _long_before(text, match.span(1), match.start())
    for match in _COMMA.finditer(text):
        if ahead := _AHEAD.match(text, match.end()):
            yield from (
                pair
                for pair in _long_within(text, match.span(1), ahead.span())
                if _by_letter(text, pair) and _ENDED.match(text, pair.long[1])
            )
    for match in _COMMA_AFTER.finditer(text):
        yield from (pair for pair in _long_before(text, match.span(1), match.start()) if _by_letter(text, pair))


def _by_letter(text: str, pair: Pair) -> bool:
    """Whether three letters or more begin the words of the long form, each its own: a pair that only a comma joins needs that."""
    letters = _letters(text[slice(*pair.short)])
    words = [word.lower() for word in _PARTS.findall(text[slice(*pair.long)])]
    weighty = "".join(word[0] for word in words if word not in _NO_BEGINNING)
    return len(letters) > 2 and letters in {weighty, "".join(word[0] for word in words)}


def _long_before(text: str, short: tuple[int, int], end: int) -> Iterator[Pair]:
    """The long form among the last words before `end`: at most twice as many, and at most five more, than the short form has letters."""
    letters = _letters(text[slice(*short)])
    end -= len(before := text[max(0, end - 4) : end]) - len(before.rstrip(" \"'”’,"))
    first = max((m.end() for m in _CLAUSE.finditer(text, max(0, end - 120), end - 1)), default=0)
    words = list(_WORD.finditer(text, first, end))[-min(len(letters) + 5, 2 * len(letters)) :]
    if words and _is_short(text[slice(*short)]):
        last = words[-1].start() + len(words[-1][0].rstrip("\"'”’,"))
        start = _beginning(text, words[0].start(), last, letters)
        if start is not None and _is_long(text[start:last], letters):
            yield Pair(short, (start, last))


def _long_within(text: str, short: tuple[int, int], span: tuple[int, int]) -> Iterator[Pair]:
    """The long form at the beginning of a span: all its words, else as many as have letters for initials."""
    letters = _letters(text[slice(*short)])
    words = list(_WORD.finditer(text, *span))
    while words and words[0][0].strip("\"'“‘").lower() in _NO_BEGINNING:
        words.pop(0)
    if not words or not _is_short(text[slice(*short)]):
        return
    start = words[0].start() + len(words[0][0]) - len(words[0][0].lstrip("\"'“‘"))
    for word in reversed(words):
        last = word.start() + len(word[0].rstrip("\"'”’,"))
        long = text[start:last]
        fits = _begun(long, letters) == len(letters) or (word is words[-1] and len(words) <= len(letters) + 1)
        if word[0].lower() in _NO_BEGINNING:
            continue
        if fits and _beginning(text, start, last, letters) == start and _is_long(long, letters) and not _strays(long, letters):
            yield Pair(short, (start, last))
            return


def _strays(long: str, letters: str) -> bool:
    """Whether a long form has more weighty words than letters: then it goes on beyond its end."""
    return sum(word.lower() not in _NO_BEGINNING for word in _PARTS.findall(long)) > len(letters)


def _beginning(text: str, first: int, last: int, letters: str) -> int | None:
    """Where the long form begins if the letters are found in `text[first:last]` from the end, the first of them at a word's beginning."""
    at = last
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= first and (text[at].lower() != letter or (number == 0 and at > first and text[at - 1].isalnum())):
            at -= 1
        if at < first:
            return None
    return max(first, text.rfind(" ", first, at) + 1)


def _is_short(text: str) -> bool:
    capitals = sum(c.isupper() for c in text)
    return 2 <= len(text) <= 10 and (capitals >= 2 or (capitals == 1 and any(c.isdigit() for c in text)))


def _is_long(text: str, letters: str) -> bool:
    """Whether words may be a long form: two or more, no short form among them, and most letters begin words."""
    words = [word.lower() for word in _PARTS.findall(text)]
    return (
        not _MARKUP.search(text)
        and len(words) >= 2
        and words[0] not in _NO_BEGINNING
        and letters not in words
        and 2 * _begun(text, letters) >= len(letters)
    )


def _begun(text: str, letters: str) -> int:
    """How many of the letters begin words."""
    initials = [word[0].lower() for word in _PARTS.findall(text)]
    return sum(initials.count(letter) >= letters[: i + 1].count(letter) for i, letter in enumerate(letters))


def _letters(short: str) -> str:
    """What of a short form the long form must hold: its letters and digits, small, without the s of a plural."""
    bare = short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short
    return "".join(c for c in bare if c.isalnum()).lower()


def _acronym(passage: Passage, pair: Pair, mentions: Sequence[Mention], listener: Ear) -> Acronym | None:
    """The pair with the concept that it names; None where the short form is likely a known one misheard, or a person's initials."""
    short, long = (passage.text[slice(*span)] for span in pair)
    heard = any(m.misheard and m.start <= pair.short[0] and pair.short[1] <= m.end for m in mentions)
    concept = listener.labelled.get(fold(long)) or listener.labelled.get(fold(short))
    person = concept and listener.vocabulary.concepts[concept].kind is ConceptKind.PERSON
    if heard or person or (not concept and garbled(short, passage, listener)):
        return None
    return Acronym(passage.id, pair.short[0], pair.long[0], short, long, concept)
