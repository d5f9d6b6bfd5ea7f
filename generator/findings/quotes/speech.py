"""What was said, as one run of words a source: each with its place, so that a stretch of words is a passage, a second and a speaker."""

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple, overload

from generator.findings.quotes.quotations import spans
from generator.findings.quotes.words import COMMON, words
from generator.model import Document, Kind, Passage, Role
from generator.text import places_in


class Place(NamedTuple):
    """Where a word stands: number of its passage, and its span in that passage's text."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Places(Sequence[Place]):
    """The places of all words of a source, very many, packed: three numbers a word, by threes."""

    numbers: "array[int]"

    @overload
    def __getitem__(self, at: int) -> Place: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Place]: ...
    def __getitem__(self, at: int | slice) -> Place | Sequence[Place]:
        """The place of a word by its position, or of several."""
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        first = at % len(self) * 3
        return Place(*self.numbers[first : first + 3])

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.numbers) // 3


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of one source in order. `where` gives the positions of each word, `spoken` whether they are a transcript's turns."""

    document: Document
    passages: tuple[Passage, ...]
    keys: tuple[str, ...]
    places: Sequence[Place]
    where: Mapping[str, Sequence[int]]

    @property
    def spoken(self) -> bool:
        """Whether these are the turns of a transcript."""
        return self.document.kind is Kind.TRANSCRIPT

    def passage(self, at: int) -> Passage:
        """The passage that the word at a position stands in."""
        return self.passages[self.places[at].passage]

    def second(self, at: int) -> float | None:
        """When the word at a position is said: the last time that is marked before it."""
        passage, place = self.passage(at), self.places[at]
        i = bisect_right([mark.offset for mark in passage.marks], place.start)
        return passage.marks[i - 1].seconds if i else passage.seconds

    def second_after(self, at: int) -> float | None:
        """The first time that is marked after the word at a position."""
        place = self.places[at]
        marks = (mark.seconds for mark in self.passage(at).marks if mark.offset > place.start)
        return next(marks, next((p.seconds for p in self.passages[place.passage + 1 :] if p.seconds is not None), None))

    def words(self, first: int, last: int) -> str:
        """The words from one position to another, as they stand."""
        pieces = []
        for at in range(first, last + 1):
            place = self.places[at]
            after = at < last and self.places[at + 1].passage == place.passage
            pieces.append(self.passages[place.passage].text[place.start : self.places[at + 1].start if after else place.end])
        return " ".join("".join(piece if piece.endswith((" ", "-")) else piece + " " for piece in pieces).split())


def speech(document: Document, *, but: str = "") -> Speech:
    """The run of words of a source: a transcript's turns, another document's own words outside of its quotation marks.

    `but` is the reason of exclusion (a repeated cold open) of turns that are left out.
    """
    passages = [p for p in document.passages if _counts(document, p, but)]
    keys: list[str] = []
    places = array("I")
    where: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        quoted = places_in(spans(passage.text)) if passage.role is not Role.TURN else ()
        for word in words(passage.text):
            if word.start not in quoted:
                where.setdefault(intern(word.key), []).append(len(keys))
                keys.append(intern(word.key))
                places.extend((number, word.start, word.end))
    return Speech(document, tuple(passages), tuple(keys), Places(places), where)


def _counts(document: Document, passage: Passage, but: str) -> bool:
    if document.kind is Kind.TRANSCRIPT:
        return passage.role is Role.TURN and (not but or passage.excluded != but)
    return passage.says and passage.role is not Role.TABLE


def rarity(key: str, run: Speech) -> float:
    """How much a word tells of its place: 0 for what stands everywhere, 3 for what stands once."""
    if key in COMMON:
        return 0.5
    times = len(run.where.get(key, ()))
    return 3.0 if times < 4 else 2.0 if times < 30 else 1.0
