"""Find → resolve → apply: which labels of the vocabulary stand in a text, exact to the character. Grades nothing.

Each word of a text becomes one character: that of a label's word, or NUL for a word that no label has. A label is then a short string, and
one Aho–Corasick pass (Aho & Corasick 1975) finds all of them at once, on word boundaries by construction; offsets come back word by word.
The pass is ahocorasick_rs (Apache 2.0, about 1 MB, no dependency): a Rust automaton that also reports overlapping matches.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.model import ConceptId, Document, Label, LabelKind, Matches, Mention, Passage, Role, Vocabulary
from generator.text import tokens
from generator.vocabulary.labels import affixes

#: A word as text.tokens parts them, without a possessive ending ('S too, as headings in capitals have it); or such an ending alone.
_WORD = re.compile(r"([^\W_]\w*)(?:['’][sS](?!\w))?|['’][sS](?!\w)")
_POSSESSIVE = re.compile(r"['’][sS](?!\w)")
#: A letter to Unicode (modifier letter apostrophe), an apostrophe to people.
_APOSTROPHES = str.maketrans({"ʼ": "’"})
#: Between two words of a label may stand marks of Markdown, quotation marks, white space without an empty line, one hyphen.
_SOFT = re.compile(r"""[*_`~"'“”„‘’\u200b]""")
_JOINT = re.compile(r"\s*|\s?[-‐‑–]|[-‐‑–]\s")
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]{0,15}://|\bwww\.)[^\s<>|]+|(?<![\w.+-])[\w.+-]{1,64}@[^\s@<>|]+\.[^\s@<>|]+", re.IGNORECASE)
_UNKNOWN = "\0"
#: Distinct words whose character is remembered; text repeats a few thousand words over and over (Zipf).
_REMEMBERED = 1 << 16


class Hit(NamedTuple):
    """A label that stands in a text: `text[start:end]`, without a possessive ending."""

    start: int
    end: int
    concept: ConceptId
    label: Label


class _Seeker(NamedTuple):
    """A label as it is sought: the case each word asks for, the marks between and around its words, the patterns of its `near`."""

    concept: ConceptId
    label: Label
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    before: str
    after: str
    near: tuple[int, ...]


class _Found(NamedTuple):
    """A seeker whose demands a place in the text meets; `order` is smallest for the one to prefer."""

    order: tuple[int, int, int, int, int, int, str]
    first: int
    last: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Matcher:
    """A vocabulary, ready to be found in texts. Made by `matcher`; `seekers` and `lengths` go by number of pattern."""

    automaton: AhoCorasick
    seekers: tuple[tuple[_Seeker, ...], ...]
    lengths: tuple[int, ...]
    character: Callable[[str], str]


class _Alphabet:
    """Gives each word of the labels its character while a matcher is made."""

    def __init__(self) -> None:
        self.characters: dict[str, str] = {}
        self.patterns: dict[str, int] = {}

    def pattern(self, text: str) -> int:
        """The number of the pattern of a label or phrase."""
        words = [_folded(word) for word in _words(text)]
        return self.patterns.setdefault("".join(self._character(word) for word in words), len(self.patterns))

    def _character(self, word: str) -> str:
        number = len(self.characters) + 1
        return self.characters.setdefault(word, chr(number if number < 0xD800 else number + 0x800))


def matcher(vocabulary: Vocabulary) -> Matcher:
    """Make the automaton of all labels, cues and `near` phrases of a vocabulary."""
    alphabet = _Alphabet()
    seekers: dict[int, list[_Seeker]] = defaultdict(list)
    for concept in vocabulary.concepts.values():
        for label in concept.labels:
            if any(True for _ in _words(label.text)):
                near = tuple(alphabet.pattern(phrase) for phrase in label.near)
                seekers[alphabet.pattern(label.text)].append(_seeker(concept.id, label, near))
    known = alphabet.characters

    @lru_cache(maxsize=_REMEMBERED)
    def character(word: str) -> str:
        return known.get(_folded(word), _UNKNOWN) if word else ""

    patterns = tuple(alphabet.patterns)
    by_number = tuple(tuple(seekers.get(number, ())) for number in range(len(patterns)))
    return Matcher(AhoCorasick(patterns), by_number, tuple(map(len, patterns)), character)


def match(documents: Iterable[Document], matcher: Matcher) -> Matches:
    """Mentions and cues in all passages but those of metadata, in the order of the documents and of the text."""
    mentions: list[Mention] = []
    cues: list[Mention] = []
    for document in documents:
        for passage in document.passages:
            if passage.role is not Role.METADATA:
                found = _find(passage.text, matcher)
                mentions += _apply(passage, _resolve(f for f in found if not _is_cue(f)))
                cues += _apply(passage, _resolve_cues(f for f in found if _is_cue(f)))
    return Matches(tuple(mentions), tuple(cues))


def hits(text: str, matcher: Matcher) -> tuple[Hit, ...]:
    """The labels that name a concept in a text (no cues), in order, none overlapping another. `near` looks at this text."""
    return tuple(_resolve(found for found in _find(text, matcher) if not _is_cue(found)))


def _apply(passage: Passage, found: Iterable[Hit]) -> Iterator[Mention]:
    for hit in found:
        surface = passage.text[hit.start : hit.end]
        yield Mention(passage.id, hit.start, hit.end, hit.concept, surface, hit.label.kind is LabelKind.HIDDEN)


def _resolve(found: Iterable[_Found]) -> list[Hit]:
    """Longest first, then leftmost; on one span the label with company, then the nearest company, then the stricter case."""
    taken: set[int] = set()
    kept = []
    for one in sorted(found):
        # What was taken before is at least as long, so it covers an end of whatever it overlaps.
        if one.first not in taken and one.last not in taken:
            taken.update(range(one.first, one.last + 1))
            kept.append(one.hit)
    return sorted(kept, key=lambda hit: hit.start)


def _resolve_cues(found: Iterable[_Found]) -> list[Hit]:
    """Each concept's cues on their own: they may overlap those of others."""
    of: dict[ConceptId, list[_Found]] = defaultdict(list)
    for one in found:
        of[one.hit.concept].append(one)
    kept = (hit for concept in of for hit in _resolve(of[concept]))
    return sorted(kept, key=lambda hit: hit[:3])


def _is_cue(found: _Found) -> bool:
    return found.hit.label.kind is LabelKind.CUE


def _find(text: str, matcher: Matcher) -> list[_Found]:
    """Every label whose words, case, joints and company are right, overlapping ones too."""
    text = text.translate(_APOSTROPHES) if "ʼ" in text else text
    coded = "".join(map(matcher.character, _WORD.findall(text)))
    raw = matcher.automaton.find_matches_as_indexes(coded, overlapping=True)
    if not raw:
        return []
    spans = [(m.start(1), m.end(1) - _underscores(m[1])) for m in _WORD.finditer(text) if m[1]]
    starts: dict[int, list[int]] = defaultdict(list)
    for number, first, _ in raw:
        starts[number].append(first)
    addresses = [m.span() for m in _ADDRESS.finditer(text)] if "@" in text or "://" in text or "www." in text.lower() else []
    found = []
    for number, first, end in raw:
        for seeker in matcher.seekers[number]:
            place = spans[first:end]
            hit = Hit(place[0][0] - len(seeker.before), place[-1][1] + len(seeker.after), seeker.concept, seeker.label)
            if _fits(text, place, seeker) and not _within(hit, addresses):
                company = _company(seeker, starts, matcher.lengths, first, end - 1)
                if company is not None:
                    found.append(_Found(_order(hit, seeker, company), first, end - 1, hit))
    return found


def _order(hit: Hit, seeker: _Seeker, company: int) -> tuple[int, int, int, int, int, int, str]:
    strict = sum(1 for word in seeker.words if word)
    return (hit.start - hit.end, hit.start, 0 if seeker.near else 1, company, -strict, list(LabelKind).index(hit.label.kind), hit.concept)


def _company(seeker: _Seeker, starts: dict[int, list[int]], lengths: Sequence[int], first: int, last: int) -> int | None:
    """How many words away the nearest `near` phrase is that is no part of the label itself; 0 if none is asked for, None if none is there."""
    if not seeker.near:
        return 0
    distances = []
    for number in seeker.near:
        at = starts.get(number, ())
        left = bisect_right(at, first - lengths[number])
        right = bisect_right(at, last)
        if left:
            distances.append(first - at[left - 1] - lengths[number])
        if right < len(at):
            distances.append(at[right] - last - 1)
    return min(distances, default=None)


def _within(hit: Hit, addresses: Sequence[tuple[int, int]]) -> bool:
    """Whether a hit lies in a web or e-mail address (they are in order and do not overlap)."""
    at = bisect_right(addresses, hit.start, key=lambda span: span[0]) - 1
    return (at >= 0 and hit.start < addresses[at][1]) or (at + 1 < len(addresses) and addresses[at + 1][0] < hit.end)


def _fits(text: str, place: Sequence[tuple[int, int]], seeker: _Seeker) -> bool:
    """Whether case, the marks between the words, and the marks around them are as the label asks."""
    start, end = place[0][0], place[-1][1]
    if not text.startswith(seeker.before, start - len(seeker.before)) or not text.startswith(seeker.after, end):
        return False
    if _goes_on(text, start, end, seeker):
        return False
    between = zip(pairwise(place), seeker.gaps, strict=True)
    if not all(_joined(text[a[1] : b[0]], gap, digits=text[a[1] - 1].isdigit() and text[b[0]].isdigit(), initial=a[1] - a[0] == 1) for (a, b), gap in between):
        return False
    shouted = len(place) > 1 and text[start:end].isupper()
    return all(not form or _cased(text[a:b], form, shouted=shouted) for (a, b), form in zip(place, seeker.words, strict=True))


def _goes_on(text: str, start: int, end: int, seeker: _Seeker) -> bool:
    """Whether the number or one-letter name at an edge is only a part of what is written: GPT-4 in GPT-4.5, C in C++."""
    if text[end - 1].isdigit() and text[end : end + 1] in {".", ","} and text[end + 1 : end + 2].isdigit():
        return True
    if text[start].isdigit() and start > 1 and text[start - 1] in ".," and text[start - 2].isdigit():
        return True
    return not seeker.after and len(seeker.words) == 1 and end - start == 1 and text[end : end + 1] in {"+", "#"}


def _joined(between: str, wanted: str, *, digits: bool, initial: bool) -> bool:
    """Whether what stands between two words joins them: the label's own marks, or none that part words."""
    given = _hard(between)
    if given == wanted:
        return True
    return (not given and not digits) or (given == "." and initial)


def _hard(between: str) -> str:
    """The marks between two words that part them; empty if they only join: `. ` → `.`, ` - ` → `-`."""
    between = _SOFT.sub("", _POSSESSIVE.sub("", between))
    if _JOINT.fullmatch(between) and between.count("\n") < 2:
        return ""
    return "".join(between.split()) or "¶"


def _cased(word: str, form: str, *, shouted: bool) -> bool:
    """Whether a word has the capitals of a label's word. A form with capitals within is an acronym; else only the first letter counts."""
    word = word if word.isascii() else unicodedata.normalize("NFKC", word)
    if not _is_acronym(form):
        return not word[:1].islower()
    return word in {form, form + "s"} or (shouted and word == form.upper())


def _is_acronym(form: str) -> bool:
    """LLM, MoE, H100, iPhone: capitals that are more than a first letter's."""
    return any(c.isupper() for c in form[1:]) or any(c.isdigit() for c in form)


def _form(word: str) -> str:
    """What a label's word asks of the case: empty (none), or the word, an acronym without its plural s."""
    word = unicodedata.normalize("NFKC", word).strip("_")
    if not any(c.isupper() for c in word):
        return ""
    plural = word.endswith("s") and len(word) > 2 and (word[-2].isupper() or word[-2].isdigit())
    return word[:-1] if plural else word


def _seeker(concept: ConceptId, label: Label, near: tuple[int, ...]) -> _Seeker:
    text = label.text.translate(_APOSTROPHES)
    found = [m for m in _WORD.finditer(text) if m[1]]
    gaps = tuple(_hard(text[a.end(1) : b.start(1)]) for a, b in pairwise(found))
    return _Seeker(concept, label, tuple(_form(m[1]) for m in found), gaps, *affixes(label.text), near)


def _words(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(text.translate(_APOSTROPHES)) if word)


def _folded(word: str) -> str:
    """A single word as text.tokens folds it; the plural of an acronym with small letters (LoRAs) too."""
    if word[-1] == "s" and word[-2:-1].isupper():
        word = word[:-1]
    return next((token.folded for token in tokens(word)), "")


def _underscores(word: str) -> int:
    return len(word) - len(word.rstrip("_"))
