"""Words → where they stand in a document. Folds case, white space, quotation marks and minute marks; nothing else bends."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from generator.found import Quoted, Selector
from generator.model import SAYING, Document, Passage, Role
from generator.read.inline import CLOCK
from generator.text import MARKS

_QUOTES = "\"'“”„‟«»‹›‘’‚‛`´ʼ＂＇"
_STEP = re.compile(rf"(?P<mark>\[{CLOCK}\]|\({CLOCK}\))|(?P<space>\s+)|(?P<quote>[{_QUOTES}])|(?P<run>[^\s\[({_QUOTES}]+|.)", re.DOTALL)
#: A character with the marks that are written on it.
_LETTER = re.compile(rf".[{MARKS}]*", re.DOTALL)
#: No space stays before these where a minute mark is taken out, as in `read.inline`.
_CLOSING = ".,;:!?"
_HYPHENS = "-‐‑'"
#: Characters of an anchor's prefix and suffix, as annotation tools store them (Hypothesis: 32).
_AROUND = 32


class Folded(NamedTuple):
    """A text as it is compared, and for each of its characters the offset in the text that it comes from."""

    text: str
    offsets: tuple[int, ...]


class Page(NamedTuple):
    """What can be cited of a document: its passages, folded."""

    passages: tuple[tuple[Passage, Folded], ...]


@lru_cache(maxsize=1024)
def fold(text: str) -> Folded:
    """A text in one case, with single spaces, without minute marks and quotation marks (within a word they become straight apostrophes)."""
    out: list[str] = []
    offsets: list[int] = []
    timed = False
    for found in _STEP.finditer(text):
        at, said = found.start(), found.group()
        if found.lastgroup == "mark":
            timed = True
        elif found.lastgroup == "space":
            if out and not timed and out[-1] != " ":
                out.append(" ")
                offsets.append(at)
        elif found.lastgroup == "run" or _in_a_word(text, at):
            if timed and out and out[-1] == " " and said[0] in _CLOSING:
                out.pop(), offsets.pop()
            for folded, place in [("'", at)] if found.lastgroup == "quote" else _folded(text, at, found.end()):
                out += folded
                offsets += [place] * len(folded)
            timed = False
    if out and out[-1] == " ":
        out.pop(), offsets.pop()
    return Folded("".join(out), tuple(offsets))


def _folded(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The letters of a run in one case, each one character however it is written (é, or e and an accent), with the offsets they have."""
    if text[start:end].isascii():
        yield from zip(text[start:end].casefold(), range(start, end), strict=True)
        return
    for letter in _LETTER.finditer(text, start, end):
        yield normalize("NFC", letter.group()).casefold(), letter.start()


def _in_a_word(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isalnum() and text[at + 1 : at + 2].isalnum()


def page(document: Document) -> Page:
    """Fold a document once, for all that is looked for in it. Its front matter is no part of what it says."""
    return Page(tuple((p, fold(p.text)) for p in document.passages if p.role is not Role.METADATA and p.text.strip()))


def find(page: Page, words: str) -> list[tuple[Quoted, ...]]:
    """Every place where the words stand: within one passage, else across two neighbours (a sentence that the source cuts in two).

    Places in what is set aside (an advertisement, a repeated opening) come last.
    """
    needle = fold(words).text
    if not needle:
        return []
    ordered = sorted(page.passages, key=lambda pair: bool(pair[0].excluded))
    within: list[tuple[Quoted, ...]] = [(_quoted(p, f, a, b),) for p, f in ordered for a, b in _spans(f.text, needle)]
    return within or list(_across(page, needle))


def anchor(places: tuple[Quoted, ...], texts: tuple[str, ...]) -> Selector:
    """The selector of words: `texts` are those of the passages that the places name."""
    exact = " ".join(text[place.start : place.end] for place, text in zip(places, texts, strict=True))
    first, last = places[0], places[-1]
    return Selector(exact, texts[0][max(0, first.start - _AROUND) : first.start], texts[-1][last.end : last.end + _AROUND])


def _across(page: Page, needle: str) -> Iterator[tuple[Quoted, ...]]:
    """Words that begin at the end of one passage and end in the next one of the same role, with nothing between."""
    for (one, before), (other, after) in pairwise(page.passages):
        if one.role is other.role and one.role in SAYING and not (one.table or one.excluded or other.excluded):
            tail = before.text[-len(needle) :]
            border = len(tail)
            for start, end in _spans(f"{tail} {after.text[: len(needle)]}", needle):
                if start < border < end - 1:
                    shift = len(before.text) - border
                    yield _quoted(one, before, shift + start, len(before.text)), _quoted(other, after, 0, end - border - 1)


def _quoted(passage: Passage, folded: Folded, start: int, end: int) -> Quoted:
    last = _LETTER.match(passage.text, folded.offsets[end - 1])
    return Quoted(passage.id, folded.offsets[start], last.end() if last else len(passage.text))


def _spans(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Where the needle stands in whole words: `can` is not in `can't`, nor `5` in `5,000`, nor `technical` in `non-technical`."""
    start = text.find(needle)
    while start >= 0:
        end = start + len(needle)
        if not _cuts(text[max(0, start - 2) : start][::-1], needle[0]) and not _cuts(text[end : end + 2], needle[-1]):
            yield start, end
        start = text.find(needle, end)


def _cuts(beyond: str, edge: str) -> bool:
    """Whether a word goes on beyond the edge of what was found. `beyond`: up to two characters, the nearest first."""
    if not beyond or not edge.isalnum():
        return False
    next_, then = beyond[0], beyond[1:]
    return next_.isalnum() or (next_ in _HYPHENS and then.isalnum()) or (next_ in ".," and edge.isdigit() and then.isdigit())
