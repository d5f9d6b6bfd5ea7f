"""The form of a definition in a text: where its term stands, from where to where it is told, and what would make it none. Finds nothing."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.findings.terms.genus import DOUBTING
from generator.findings.terms.gloss import LONGEST, WORD

#: A line of a program defines nothing.
_CODE = re.compile(r"[{}]|=>|\(\)|\);|```")

_MARK = re.compile(r"[,.;:?!—–]")
#: With these talk goes on; a stretch of it has so many words at least.
_GOING_ON = frozenset("so and but because now then um uh okay well".split())
_STRETCH = 12
_STOP = re.compile(r"[,;:)](?=\s)|\s[—–](?=\s)")
#: "What paid for it was a …" doubts nothing.
_CLEFT = re.compile(
    r"^What (?:[\w'’-]+ ){1,5}?(?:(?:is|are|was|were) |$)"
    r"|\b[Ii](?:f you|n case) ?(?:you |['’]ve |have |are |do )*(?:not|never|don['’]t|haven['’]t) [^,]{3,50}, "
)


class Form(NamedTuple):
    """A definition's form in a text: the span of the term, that of the definition, and what speaks for the term.

    `quoted`: the term stands in quotation marks. `article`: before it ("a", "the", empty). `known`: it must be a concept to count.
    `small`: it must stand in small letters somewhere, lest it be a name. `person`: it tells who somebody
    is. `beside`: the definition is an aside, which holds whatever the rest of the sentence doubts.
    """

    term: tuple[int, int]
    span: tuple[int, int]
    quoted: bool
    article: str
    known: bool = False
    small: bool = False
    person: bool = False
    beside: bool = False


#: Whether words are said more than once in their text: what it comes back to is more likely a term of it.
Often = Callable[[str], bool]


def never(term: str) -> bool:
    """Of a sentence that stands alone."""
    return False


#: How definitions in a sentence are told: forms whose span has no end yet.
Way = Callable[[str], Iterator[Form]]


def forms(text: str, start: int, end: int, ways: Iterable[Way]) -> Iterator[Form]:
    """The definitions in one sentence, `text[start:end]`, as the ways to tell them find them."""
    sentence = text[start:end]
    if sentence.rstrip("\"'”’) ").endswith("?") or _CODE.search(sentence):
        return
    for form in (form for way in ways for form in way(sentence)):
        last = _end(sentence, form.span[0], beside=form.beside)
        if last and (form.beside or not _doubted(sentence[: form.span[0]])):
            yield form._replace(term=(start + form.term[0], start + form.term[1]), span=(start + form.span[0], start + last))


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; or, of talk that a machine wrote down without marks, what stands between words with which it goes on ("so", "and")."""
    words = list(WORD.finditer(text, start, end))
    if len(words) <= LONGEST or len(_MARK.findall(text, start, end)) * LONGEST // 2 > len(words):
        yield start, end
        return
    cuts = [at for at, word in enumerate(words) if word[0].lower() in _GOING_ON]
    for at in (0, *cuts):
        after = bisect_left(cuts, at + _STRETCH)
        last = cuts[after] if after < len(cuts) else len(words)
        yield words[at].start(), words[min(last, at + LONGEST) - 1].end()


def _end(sentence: str, start: int, *, beside: bool) -> int:
    """Where a definition ends: with its sentence, or an aside of a long one at the last mark within reach; 0 if it runs on too long."""
    words = list(WORD.finditer(sentence, start))
    if len(words) <= LONGEST:
        return len(sentence.rstrip())
    stops = list(_STOP.finditer(sentence, start, words[LONGEST - 1].end() + 2)) if beside else []
    return stops[-1].start() if stops and len(sentence[start : stops[-1].start()].split()) > LONGEST // 4 else 0


def _doubted(before: str) -> bool:
    """Whether the words before a definition doubt, deny or only suppose it."""
    return any(word.lower().replace("’", "'") in DOUBTING for word in WORD.findall(_CLEFT.sub("", before)))
