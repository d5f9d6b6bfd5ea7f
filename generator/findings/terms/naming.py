"""Where a term stands before a place in a text, and whether words look like a term. Knows no definition."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.findings.terms.genus import DOUBTING, JUDGING, NAMING, NO_SORT, NO_TERM, STEMS, VERBS
from generator.findings.terms.gloss import WORD
from generator.text import singular

#: A term that the vocabulary does not know has at most so many words.
MOST_WORDS = 4
_REACH = 80
_CLOSED = re.compile(r"[\"“‘'*_](?P<term>[^\W_][^\"“”‘*_\n]{1,50}?),?[\"”’'*_]$")
_PRONOUNS = frozenset("i you he she it we they who to can could will would may might must should not don't doesn't didn't".split())
_GRAMMAR = (NO_TERM | DOUBTING) - NAMING
_UNFIT = NO_TERM | JUDGING | DOUBTING
#: What stands behind these is one of its sort and not the sort.
_DETERMINERS = frozenset("each every this that these those some any no my our their his her its your whose which what both another".split())
#: Words of grammar within a term ("mixture of experts"); nouns that end terms and are none alone ("cold-start problem"); "Moore's law".
SMALL = frozenset("of to in as for per and on by".split())
HEADS = frozenset("answer case goal lesson part person problem question result side trick".split())
_LAW = re.compile(
    r"[A-Z]\w+['’]s? (?:\w+ )?(?:law|paradox|principle|effect|theorem|rule|razor|dilemma|curse|conjecture|curve|disease|syndrome|test)"
)
#: Endings of words that are hardly a name, also where a sentence begins with them.
NOUN_ENDING = re.compile(
    r"[A-Z]?[a-z-]{2,}(?:age|ment|tion|sion|ing|ity|ness|ism|ance|ence|ency|ics|sis|ure|hood|ship|put|acy|ization|ability)s?"
)
_ARTICLES = frozenset({"a", "an", "the"})


class Named(NamedTuple):
    """A term in a text: its span, the article before it (or empty), and whether it stands in quotation marks."""

    first: int
    last: int
    article: str
    quoted: bool


def noun_before(text: str, start: int, end: int) -> Named | None:
    """The words right before a place that may be a term: back to an article, a preposition, a verb or a mark, not beyond `start`."""
    start = max(start, end - _REACH)
    if quoted := _CLOSED.search(text, start, end):
        return Named(*quoted.span("term"), _article(text, quoted.start()), True)
    words = [word for word in WORD.finditer(text, start, end) if word.start() == 0 or not text[word.start() - 1].isalnum()]
    if not words or words[-1].end() != end:
        return None
    first = len(words)
    while first and len(words) - first < MOST_WORDS + 1 and not _bounds(words, first - 1) and _joined(text, words, first):
        first -= 1
    if first == len(words) or (first and words[first - 1][0].lower() in _DETERMINERS):
        return None
    return Named(words[first].start(), end, _article(text, words[first].start()), False)


def _joined(text: str, words: list[re.Match[str]], first: int) -> bool:
    """Whether the word before one of the words belongs to its phrase: only a space parts them."""
    return first == len(words) or text[words[first - 1].end() : words[first].start()] == " "


def _bounds(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word ends a noun phrase to its left: a word of grammar, or a verb."""
    word, before = words[at][0].lower(), words[at - 1][0].lower() if at else ""
    verb = (at < len(words) - 1 and word in VERBS) or before in _PRONOUNS
    return verb or word in _GRAMMAR or "'" in word or "’" in word


def _article(text: str, at: int) -> str:
    before = text[max(0, at - 8) : at].rstrip("\"“‘'*_ ").rpartition(" ")[2].lower().lstrip('("“')
    return before if before in _ARTICLES else ""


def is_term(term: str, *, quoted: bool, article: str) -> bool:
    """Whether words that the vocabulary does not know look like a term: few, none of them grammar or judgement, and brought in as one.

    "a scheme is …", "'recall' is …", "LPUs are …", "Mathematics is …"; "the wish is …" speaks of one wish.
    """
    words = [singular(word.lower()) for word in WORD.findall(term)]
    if not words or len(words) > MOST_WORDS + any(word in SMALL for word in words) or any(_barred(words)):
        return False
    if len(term) < 3 or not term[0].isalpha() or words[-1] in VERBS - STEMS or (len(words) == 1 and words[0].endswith("ly")):
        return False
    if not is_law(term) and ("'" in term.rstrip("'") or "’" in term.rstrip("’")):
        return False
    return quoted or article in {"a", "an"} or (not article and (len(words) > 1 or len(term) > 3 or term.isupper()))


def _barred(words: list[str]) -> Iterator[bool]:
    """For each word whether no term has it where it stands."""
    last = len(words) - 1
    for at, word in enumerate(words):
        inside = 0 < at < last and word in SMALL
        named = last and word in NAMING and words[-1] not in NO_SORT
        heads = last and at == last and word in HEADS
        yield word.isdigit() or (word in _UNFIT and not (inside or named or heads))


def is_law(term: str) -> bool:
    """Whether words name a law and the like after somebody: "Moore's law"."""
    return _LAW.fullmatch(term) is not None


def is_name(term: str, *, begins: bool) -> bool:
    """Whether words are written like somebody's or something's name: with capitals that no sentence's beginning gives, and no acronym."""
    words = re.findall(r"[^\W\d_][\w’']*", term)[1 if begins else 0 :]
    return any(word[0].isupper() and not word[:-1].isupper() and word[1:].islower() for word in words)
