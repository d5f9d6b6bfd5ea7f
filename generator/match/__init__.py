"""Find → resolve → apply: which labels of the vocabulary stand in a text, exact to the character. Grades nothing.

Each word of a text becomes one character: that of a label's word, or NUL for a word that no label has. A label is then a short string, and
one Aho–Corasick pass (Aho & Corasick 1975) finds all of them at once, on word boundaries by construction; offsets come back word by word.
The pass is ahocorasick_rs (Apache 2.0, about 1 MB, no dependency): a Rust automaton that also reports overlapping matches.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.match.fits import WORD, Seeker, Span, addresses, fits, folded, plain, seeker, spans
from generator.model import ConceptId, Document, Label, LabelKind, Matches, Mention, Passage, Role, Vocabulary
from generator.text import fold, places_in

_UNKNOWN = "\0"
#: Distinct words whose character is remembered; text repeats a few thousand words over and over (Zipf).
_REMEMBERED = 1 << 16
#: How proper a label is where two of one concept share a span.
_RANK = {kind: rank for rank, kind in enumerate(LabelKind)}


class Hit(NamedTuple):
    """A label that stands in a text: `text[start:end]`, without a possessive ending."""

    start: int
    end: int
    concept: ConceptId
    label: Label


class _Found(NamedTuple):
    """A hit before overlaps are resolved: its first and last word; `order` is smallest for the one to prefer."""

    order: tuple[int, int, bool, int, int, int, str]
    first: int
    last: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Matcher:
    """A vocabulary, ready to be found in texts. Made by `matcher`; `seekers` and `lengths` go by number of pattern.

    `spelt` holds the letters of each concept's proper labels: a hidden label with the same letters is no mishearing.
    """

    automaton: AhoCorasick
    seekers: tuple[tuple[Seeker, ...], ...]
    lengths: tuple[int, ...]
    character: Callable[[str], str]
    spelt: Mapping[ConceptId, frozenset[str]]


class _Alphabet:
    """Gives each word of the labels its character, and each label's string its number, while a matcher is made."""

    def __init__(self) -> None:
        self.characters: dict[str, str] = {}
        self.patterns: dict[str, int] = {}

    def pattern(self, text: str) -> int:
        """The number of a label or phrase that holds at least one word."""
        words = [folded(word) for word in WORD.findall(plain(text))]
        return self.patterns.setdefault("".join(map(self._character, words)), len(self.patterns))

    def _character(self, word: str) -> str:
        number = len(self.characters) + 1
        return self.characters.setdefault(word, chr(number if number < 0xD800 else number + 0x800))  # no surrogates


def matcher(vocabulary: Vocabulary) -> Matcher:
    """Make the automaton of all labels, cues and `near` phrases of a vocabulary."""
    return _matcher(tuple((concept.id, concept.labels) for concept in vocabulary.concepts.values()))


@lru_cache(maxsize=4)  # a preview that builds again and again makes it once for studies and once for pages
def _matcher(labelled: tuple[tuple[ConceptId, tuple[Label, ...]], ...]) -> Matcher:
    alphabet = _Alphabet()
    seekers: dict[int, list[Seeker]] = defaultdict(list)
    for id, labels in labelled:
        for label in labels:
            if spans(plain(label.text)):
                near = tuple(alphabet.pattern(phrase) for phrase in label.near if spans(plain(phrase)))
                seekers[alphabet.pattern(label.text)].append(seeker(id, label, near))
    known = alphabet.characters

    @lru_cache(maxsize=_REMEMBERED)
    def character(word: str) -> str:
        return known.get(folded(word), _UNKNOWN)

    patterns = tuple(alphabet.patterns)
    by_number = tuple(tuple(seekers.get(number, ())) for number in range(len(patterns)))
    proper = (LabelKind.PREF, LabelKind.ALT)
    spelt = {id: frozenset(_letters(label.text) for label in labels if label.kind in proper) for id, labels in labelled}
    return Matcher(AhoCorasick(patterns), by_number, tuple(map(len, patterns)), character, spelt)


def _letters(text: str) -> str:
    """Folded words without the spaces between: "Co-Pilots", "co pilot" and "Copilot" are spelt the same."""
    return fold(text).replace(" ", "")


def match(documents: Iterable[Document], matcher: Matcher) -> Matches:
    """Mentions and cues in all passages but those of metadata, in the order of the documents and of the text."""
    mentions: list[Mention] = []
    cues: list[Mention] = []
    for document in documents:
        for passage in document.passages:
            if passage.role is not Role.METADATA:
                found = _find(passage.text, matcher)
                mentions += _apply(passage, _resolve(f for f in found if not _is_cue(f)), matcher)
                cues += _apply(passage, _resolve_cues(f for f in found if _is_cue(f)), matcher)
    return Matches(tuple(mentions), tuple(cues))


def hits(text: str, matcher: Matcher) -> tuple[Hit, ...]:
    """The labels that name a concept in a text (no cues), in order, none overlapping another. `near` looks at this text."""
    return tuple(_resolve(found for found in _find(text, matcher) if not _is_cue(found)))


def covered(mentions: Iterable[Mention]) -> set[int]:
    """The places of a text on which its names stand."""
    return places_in((mention.start, mention.end) for mention in mentions)


def _find(text: str, matcher: Matcher) -> list[_Found]:
    """Every label whose words, case, joints and company are right, overlapping ones too."""
    text = plain(text)
    coded = "".join(map(matcher.character, WORD.findall(text)))
    raw = matcher.automaton.find_matches_as_indexes(coded, overlapping=True)
    if not raw:
        return []
    words = spans(text)
    closed = addresses(text)
    at: dict[int, list[int]] = defaultdict(list)
    for number, first, _ in raw:
        at[number].append(first)
    found = []
    for number, first, end in raw:
        place = words[first:end]
        for wanted in matcher.seekers[number]:
            company = _company(wanted, at, matcher.lengths, first, end)
            hit = Hit(place[0][0] - len(wanted.before), place[-1][1] + len(wanted.after), wanted.concept, wanted.label)
            if company is not None and fits(text, place, wanted) and not _within(hit, closed):
                found.append(_Found(_order(hit, wanted, company), first, end - 1, hit))
    return found


def _company(wanted: Seeker, at: dict[int, list[int]], lengths: Sequence[int], first: int, end: int) -> int | None:
    """How many words away the nearest `near` phrase is that the label itself does not cover.

    0 if none is asked for, None if none is there. `at`: the first words of each pattern's places, in order.
    """
    if not wanted.near:
        return 0
    distances = []
    for number in wanted.near:
        places, length = at.get(number, ()), lengths[number]
        left, right = bisect_right(places, first - length), bisect_right(places, end - 1)
        if left:
            distances.append(first - places[left - 1] - length)
        if right < len(places):
            distances.append(places[right] - end)
    return min(distances, default=None)


def _within(hit: Hit, closed: Sequence[Span]) -> bool:
    """Whether a hit touches a web or e-mail address (they are in order and do not overlap)."""
    after = bisect_right(closed, hit.start, key=lambda span: span[0])
    return (after > 0 and hit.start < closed[after - 1][1]) or (after < len(closed) and closed[after][0] < hit.end)


def _order(hit: Hit, wanted: Seeker, company: int) -> tuple[int, int, bool, int, int, int, str]:
    strict = sum(1 for form in wanted.forms if form)
    return (hit.start - hit.end, hit.start, not wanted.near, company, -strict, _RANK[hit.label.kind], hit.concept)


def _resolve(found: Iterable[_Found]) -> list[Hit]:
    """Longest first, then leftmost; on one span the label with company, then the nearest company, then the stricter case.

    Of the concept that wins a span the most proper of its labels counts: what a prefLabel spells is not misheard.
    """
    ordered = sorted(found, key=lambda f: f.order)
    proper: dict[tuple[int, int, ConceptId], Hit] = {}
    for one in ordered:
        held = proper.setdefault(one.hit[:3], one.hit)
        if _RANK[one.hit.label.kind] < _RANK[held.label.kind]:
            proper[one.hit[:3]] = one.hit
    taken: set[int] = set()
    kept = []
    for one in ordered:
        # What was taken before is at least as long, so it covers an end of whatever it overlaps.
        if one.first not in taken and one.last not in taken:
            taken.update(range(one.first, one.last + 1))
            kept.append(proper[one.hit[:3]])
    return sorted(kept, key=lambda hit: hit.start)


def _resolve_cues(found: Iterable[_Found]) -> list[Hit]:
    """Each concept's cues on their own: they may overlap those of others."""
    of: dict[ConceptId, list[_Found]] = defaultdict(list)
    for one in found:
        of[one.hit.concept].append(one)
    kept = [hit for group in of.values() for hit in _resolve(group)]
    return sorted(kept, key=lambda hit: hit[:3])


def _is_cue(found: _Found) -> bool:
    return found.hit.label.kind is LabelKind.CUE


def _apply(passage: Passage, found: Iterable[Hit], matcher: Matcher) -> Iterator[Mention]:
    """Hits in a passage → mentions of it."""
    for hit in found:
        surface = passage.text[hit.start : hit.end]
        misheard = hit.label.kind is LabelKind.HIDDEN and _letters(surface) not in matcher.spelt[hit.concept]
        yield Mention(passage.id, hit.start, hit.end, hit.concept, surface, misheard)
