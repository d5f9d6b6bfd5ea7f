"""The form of a definition in a text: where its term stands, from where to where it is told, and what would make it none. Finds nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.findings.terms.genus import DOUBTING
from generator.findings.terms.gloss import LONGEST, WORD

#: A line of a program defines nothing.
_CODE = re.compile(r"[{}]|=>|\(\)|\);|```")

#: "What paid for it was a …" doubts nothing.
_CLEFT = re.compile(r"^What (?:[\w'’-]+ ){1,5}?(?:(?:is|was|are|were) |$)")


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


#: How definitions in a sentence are told: forms whose span has no end yet.
Way = Callable[[str], Iterator[Form]]


def forms(text: str, start: int, end: int, ways: Iterable[Way]) -> Iterator[Form]:
    """The definitions in one sentence, `text[start:end]`, as the ways to tell them find them."""
    sentence = text[start:end]
    if sentence.rstrip("\"'”’) ").endswith("?") or len(sentence.split()) > 2 * LONGEST or _CODE.search(sentence):
        return
    for form in (form for way in ways for form in way(sentence)):
        last = len(sentence.rstrip())
        if len(sentence[form.span[0] : last].split()) <= LONGEST and (form.beside or not _doubted(sentence[: form.span[0]])):
            yield form._replace(term=(start + form.term[0], start + form.term[1]), span=(start + form.span[0], start + last))


def _doubted(before: str) -> bool:
    """Whether the words before a definition doubt, deny or only suppose it."""
    return any(word.lower().replace("’", "'") in DOUBTING for word in WORD.findall(_CLEFT.sub("", before)))
