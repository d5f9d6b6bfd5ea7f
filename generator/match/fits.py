"""Whether a label fits a place in a text: its words, their case, the marks between and around them. Knows no automaton and no overlap."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.model import ConceptId, Label
from generator.text import MARKS, tokens
from generator.vocabulary.labels import affixes

#: A word as text.tokens parts them, in a text made plain.
WORD = re.compile(rf"[^\W_][\w{MARKS}]*")
#: Possessive endings, 'S too, as headings in capitals have it.
_POSSESSIVE = re.compile(r"['’][sS](?!\w)")
#: A letter to Unicode (modifier letter apostrophe), an apostrophe to people.
_APOSTROPHES = str.maketrans({"ʼ": "’"})
#: Between two words of a label may stand marks of Markdown, quotation marks, white space without an empty line, one hyphen.
_SOFT = re.compile(r"""[*_`~"'“”„‘’\u200b]""")
_JOINT = re.compile(r"\s*|\s?[-‐‑–]|[-‐‑–]\s")
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]{0,15}://|\bwww\.)[^\s<>|]+|(?<![\w.+-])[\w.+-]{1,64}@[^\s@<>|]+\.[^\s@<>|]+", re.IGNORECASE)


#: Start and end in characters.
Span = tuple[int, int]


class Seeker(NamedTuple):
    """A label as it is sought: the case each word asks for, the marks between and around its words, the patterns of its `near`."""

    concept: ConceptId
    label: Label
    forms: tuple[str, ...]
    gaps: tuple[str, ...]
    before: str
    after: str
    near: tuple[int, ...]


def seeker(concept: ConceptId, label: Label, near: tuple[int, ...]) -> Seeker:
    """A label made ready to be compared with places in texts."""
    text = plain(label.text)
    found = spans(text)
    forms = tuple(_form(text[a:b]) for a, b in found)
    gaps = tuple(_hard(text[end:start]) for (_, end), (start, _) in pairwise(found))
    return Seeker(concept, label, forms, gaps, *affixes(label.text), near)


def plain(text: str) -> str:
    """The text with possessive endings blank and apostrophes that are no letters; no offset moves."""
    text = text.translate(_APOSTROPHES) if "ʼ" in text else text
    return _POSSESSIVE.sub("  ", text) if "'" in text or "’" in text else text


def spans(text: str) -> list[Span]:
    """Where the words of a plain text stand, one for each that WORD finds, without underscores behind them."""
    found = [m.span() for m in WORD.finditer(text)]
    return [(a, a + len(text[a:b].rstrip("_"))) for a, b in found] if "_" in text else found


def folded(word: str) -> str:
    """A single word as text.tokens folds it; the plural of an acronym with small letters (LoRAs) too."""
    if word[-1] == "s" and word[-2:-1].isupper():
        word = word[:-1]
    return next((token.folded for token in tokens(word)), "")


def addresses(text: str) -> list[Span]:
    """Web and e-mail addresses, in order."""
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return []
    return [m.span() for m in _ADDRESS.finditer(text)]


def fits(text: str, place: Sequence[Span], wanted: Seeker) -> bool:
    """Whether case, the marks between the words and the marks around them are as the label asks. The words are known to be right."""
    start, end = place[0][0], place[-1][1]
    if not text.startswith(wanted.before, max(0, start - len(wanted.before))) or not text.startswith(wanted.after, end):
        return False
    if _goes_on(text, start, end, single=len(place) == 1 and not wanted.after):
        return False
    if not all(_joined(text, a, b, gap) for (a, b), gap in zip(pairwise(place), wanted.gaps, strict=True)):
        return False
    shouted = len(place) > 1 and text[start:end].isupper()
    return all(not form or _cased(text[a:b], form, shouted=shouted) for (a, b), form in zip(place, wanted.forms, strict=True))


def _goes_on(text: str, start: int, end: int, *, single: bool) -> bool:
    """Whether the number or one-letter name at an edge is only a part of what is written: GPT-4 in GPT-4.5, C in C++."""
    if text[end - 1].isdigit() and text[end : end + 1] in {".", ","} and text[end + 1 : end + 2].isdigit():
        return True
    if text[start].isdigit() and start > 1 and text[start - 1] in ".," and text[start - 2].isdigit():
        return True
    return single and end - start == 1 and text[end : end + 1] in {"+", "#"}


def _joined(text: str, left: Span, right: Span, wanted: str) -> bool:
    """Whether what stands between two words joins them: the label's own marks, or none that part words (`1 5` is not `1.5`)."""
    end, start = left[1], right[0]
    given = _hard(text[end:start])
    if given == wanted:
        return True
    if given:
        return given == "." and end - left[0] == 1
    return not (text[end - 1].isdigit() and text[start].isdigit())


def _hard(between: str) -> str:
    """The marks between two words that part them; empty if they only join: `. ` → `.`, `-` → empty, ` - ` → `-`."""
    if between in {" ", "-"}:
        return ""
    between = _SOFT.sub("", between)
    if between.count("\n") > 1:
        return "¶"
    return "" if _JOINT.fullmatch(between) else "".join(between.split())


def _cased(word: str, form: str, *, shouted: bool) -> bool:
    """Whether a word has the capitals of a label's word. Of an acronym all count, else only the first."""
    word = word if word.isascii() else unicodedata.normalize("NFKC", word)
    if not _is_acronym(form):
        return not word[:1].islower()
    return word in {form, form + "s"} or (shouted and word == form.upper())


def _is_acronym(form: str) -> bool:
    """LLM, MoE, H100, iPhone: capitals that are more than a first letter's."""
    return any(c.isupper() for c in form[1:]) or any(c.isdigit() for c in form)


def _form(word: str) -> str:
    """What a label's word asks of the case: empty (nothing), or the word, an acronym without its plural s."""
    word = unicodedata.normalize("NFKC", word)
    if not any(c.isupper() for c in word):
        return ""
    plural = word.endswith("s") and len(word) > 2 and (word[-2].isupper() or word[-2].isdigit())
    return word[:-1] if plural else word
