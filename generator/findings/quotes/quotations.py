"""Where a text quotes: what stands in quotation marks, and whether it is somebody's speech or a term, a title, a scare quote.

Traces nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from generator.findings.quotes.words import words
from generator.model import Document, Passage, Role
from generator.text import fold, straighten

#: The longest stretch between two marks that is taken for one quotation, in characters; beyond it a mark was forgotten.
_LONGEST = 1500
_OPENS = re.compile(r"(?:^|(?<=[\s(\[{—–/-]))$")
#: Before or after speech: verbs and phrases by which English reports it.
_REPORTS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ells?|old)|ask(?:s|ed|ing)?|add(?:s|ed|ing)?|explain(?:s|ed|ing)?|not(?:es|ed)|argu(?:es?|ed|ing)|"
    r"recall(?:s|ed)?|jok(?:es|ed)|quip(?:s|ped)|warn(?:s|ed)?|insist(?:s|ed)?|admit(?:s|ted)?|conclud(?:es?|ed|ing)|observ(?:es|ed)|"
    r"advis(?:es|ed)|emphasi[sz](?:es|ed)|stress(?:es|ed)|underscor(?:es|ed)|remark(?:s|ed)|stat(?:es|ed)|claim(?:s|ed)|repl(?:ies|ied)|"
    r"answer(?:s|ed)|writ(?:es|ing)|wrote|believ(?:es|ed)|reflect(?:s|ed)|describ(?:es|ed)|predict(?:s|ed)|report(?:s|ed)|declar(?:es|ed)|"
    r"suggest(?:s|ed)|urg(?:es|ed)|confess(?:es|ed)|continu(?:es|ed)|mention(?:s|ed)|shar(?:es|ed)|remind(?:s|ed)|contend(?:s|ed)|"
    r"complain(?:s|ed|t)?|lament(?:s|ed)?|observation|remark|answer|reply|quot(?:es?|ed|ing)|according to|in (?:his|her|their) words|"
    r"as (?:he|she|they|\w+) puts? it|put(?:s|ting)? it)\b",
    re.IGNORECASE,
)
#: What a name or a term is introduced by.
_NAMES_IT = re.compile(
    r"\b(?:so-called|called|calls? (?:it|this|them)|known as|termed|dubbed|named|titled|entitled|concept of|"
    r"the (?:term|phrase|word|title|essay|paper|book|post|article|talk|name)s?)[\s,:]*[\"'“‘]?$",
    re.IGNORECASE,
)
#: Words by which a stretch is a sentence, or part of one, rather than the name of something.
_SENTENCE = frozenset(
    "i i'm i've i'll we we're we've we'll you you're you've he she they they're it it's that's there's is are was were am be been do "
    "does did don't doesn't didn't have has had can can't could will won't would should must may might isn't aren't wasn't haven't "
    "never let".split()
)
_SMALL = frozenset("a an the and or but for of in on at to by with from as is vs via".split())
_ELLIPSIS = re.compile(r"(?:(?<!\s)\s+)?(?:\[\s*)?(?:…|\.\s?\.\s?\.[\s.]*)(?:\s*\])?\s*")
_EDITORIAL = re.compile(r"\[[^\]\n]{0,80}\]")
#: At most so many words are a term where nothing makes a sentence of them.
_TERM_WORDS = 4
_FEWEST = 2


class Standing(IntEnum):
    """How surely a quotation is somebody's speech: a name or title is none; a phrase may be; speech must be found somewhere."""

    NAME = 0
    PHRASE = 1
    SPEECH = 2


class Quotation(NamedTuple):
    """Quoted words: the passage and the span in its text without the marks, and how surely they are speech."""

    passage: Passage
    start: int
    end: int
    standing: Standing
    highlight: bool = False

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.passage.text[self.start : self.end]


def quotations(document: Document) -> list[Quotation]:
    """All quotations of a document, in order. Turns of a transcript are speech themselves; its highlights are quotations of it."""
    found: list[Quotation] = []
    for passage in document.passages:
        if passage.role is Role.HIGHLIGHT or (passage.role is Role.QUOTE and not _has_marks(passage.text)):
            found += _whole(passage, digest=bool(document.form))
        elif passage.says and passage.role not in {Role.TURN, Role.TABLE}:
            found += (_judged(passage, *span) for span in spans(passage.text))
    return _without_terms(found)


def _whole(passage: Passage, *, digest: bool) -> list[Quotation]:
    """A highlight or block quotation is one quotation; where a digest retells it, the words in quotation marks are."""
    inner = spans(passage.text)
    highlight = passage.role is Role.HIGHLIGHT
    if digest:
        return [_judged(passage, *span)._replace(highlight=highlight) for span in inner]
    return [Quotation(passage, 0, len(passage.text.rstrip()), Standing.SPEECH, highlight)]


def _has_marks(text: str) -> bool:
    return any(mark in text for mark in '"“”')


def spans(text: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks, without the marks: double ones, and single ones that stand outside of double ones."""
    double = list(_doubles(text))
    free = _blanked(straighten(text), double)
    return sorted(double + [s for s in _singles(free) if _like_speech(free, *s)])


def _blanked(text: str, quoted: Sequence[tuple[int, int]]) -> str:
    """A text with blanks in place of its quotations and their marks; no offset moves."""
    pieces, at = [], 0
    for start, end in quoted:
        pieces += [text[at : start - 1], " " * (end - start + 2)]
        at = end + 1
    return "".join(pieces) + text[at:]


def _doubles(text: str) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for match in re.finditer('["“”„«»]', text):
        mark, at = match.group(), match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        opening = mark in "“„«" or (mark == '"' and bool(_OPENS.search(text[max(0, at - 1) : at])) and not after.isspace() and after != "")
        if opening and (opened is None or mark in "“„«"):
            opened = at + 1
        elif opened is not None and mark != "„" and at > opened and not before.isspace() and at - opened <= _LONGEST:
            yield opened, at
            opened = None
        elif not opening:
            opened = None


def _singles(text: str) -> Iterator[tuple[int, int]]:
    """Single marks open before a letter and close after a word; apostrophes inside words and after a plural do neither."""
    at = 0
    while (match := re.compile(r"(?<![^\s(\[—–\"])'(?=\w)").search(text, at)) is not None:
        end = next(_closings(text, match.end()), None)
        if end is None:
            at = match.end()
            continue
        yield match.end(), end
        at = end + 1


def _closings(text: str, start: int) -> Iterator[int]:
    """Places where a single quotation may close: the first that punctuation makes certain, else the first that may."""
    stretch = text[start : start + _LONGEST]
    stop = re.search(r"\s'\w", stretch)
    found = [m.start() for m in re.finditer(r"(?<=[\w.,!?…%)])'(?!\w)", stretch[: stop.start() if stop else None])]
    certain = (i for i in found if stretch[i - 1] in ".,!?…" or stretch[i + 1 : i + 2] in {"", ".", ",", ";", ":", "!", "?", ")", "—"})
    plural = bool(found) and stretch[found[0] - 1] == "s" and re.match(r"' [a-z]", stretch[found[0] :]) is not None
    yield from (start + i for i in ([*certain] if plural else []) or found)


def _like_speech(text: str, start: int, end: int) -> bool:
    """Single marks mostly stand around terms; around speech only where it is a sentence and reported."""
    keys = [w.key for w in words(text[start:end])]
    return len(keys) > _TERM_WORDS and bool(_SENTENCE & set(keys)) and _is_reported(text, start, end)


def _judged(passage: Passage, start: int, end: int) -> Quotation:
    return Quotation(passage, start, end, _standing(passage.text, start, end))


def _standing(text: str, start: int, end: int) -> Standing:
    quoted = text[start:end].strip()
    keys = [w.key for w in words(quoted)]
    if len(keys) < _FEWEST or " " not in quoted or _is_title(quoted):
        return Standing.NAME
    sentence = bool(_SENTENCE & set(keys)) or bool(re.search(r"[.!?…]\s", quoted))
    if len(keys) > _TERM_WORDS and not _NAMES_IT.search(text[max(0, start - 60) : start]):
        if sentence and (len(keys) > 2 * _TERM_WORDS or _is_reported(text, start, end) or _stands_alone(text, start, end)):
            return Standing.SPEECH
        if _is_reported(text, start, end) or len(keys) > 3 * _TERM_WORDS:
            return Standing.SPEECH
    return Standing.PHRASE


def _is_title(quoted: str) -> bool:
    """Whether words are written as titles and names are: with capitals, but for the small words between."""
    long = [w for w in re.findall(r"[\w][\w'’-]*", quoted) if w not in _SMALL]
    return len(long) > 1 and sum(w[0].isupper() or w[0].isdigit() for w in long) >= 0.8 * len(long)


def _is_reported(text: str, start: int, end: int) -> bool:
    """Whether the words around say that somebody speaks."""
    around = re.split(r"[.!?]\s", text[max(0, start - 140) : start])[-1], re.split(r"[.!?]\s", text[end + 1 : end + 120])[0]
    return any(_REPORTS.search(words_) for words_ in around)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    before, after = text[: start - 1].rstrip(), text[end + 1 :].lstrip()
    return (not before or before[-1] in '.!?:—”"') and (not after or after[0].isupper() or after[0] in '—–-(“"')


def _without_terms(found: Sequence[Quotation]) -> list[Quotation]:
    """Short phrases that a text puts in marks again and again are its terms."""
    times = Counter(fold(q.text) for q in found)
    return [q for q in found if q.standing and (q.standing is Standing.SPEECH or times[fold(q.text)] == 1)]


def parts(text: str) -> list[tuple[int, int]]:
    """The stretches of a quotation between ellipses: spans in it, without the ellipses themselves."""
    cuts = [(m.start(), m.end()) for m in _ELLIPSIS.finditer(text)]
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def without_editor(text: str) -> str:
    """The text with what an editor put in brackets blanked out; no offset moves."""
    return _EDITORIAL.sub(lambda m: " " * len(m.group()), text)
