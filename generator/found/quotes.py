"""Quotations, where they were said, and turns that are said twice."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model import PassageId, SeedId


class Match(StrEnum):
    """What became of a quotation when it was looked for."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    SPLICED = "spliced"
    NOT_FOUND = "not-found"


class Run(NamedTuple):
    """A stretch of a word diff. `pair` is one of same, heard (one spoken word in two spellings), changed, left out, put in."""

    pair: str
    quoted: str
    said: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a quotation, or one part of it, was said: every passage of the stretch, the first word's place and second, the word diff.

    `speakers` are the passages of the stretch that say more than a stray word of it, one a speaker. `seconds` is the last time that is
    marked before it, `until` the first one after its beginning.
    """

    passages: tuple[PassageId, ...]
    speakers: tuple[PassageId, ...]
    start: int
    seconds: float | None
    until: float | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and what became of it. `passage.text[start:end]` is the quotation, without its marks.

    `against` are the sources that it must be in, if it is right; empty: none is here, and "not found" says nothing about the quotation.
    `stated` is the time that a highlight is given; `nearest` the most alike words of one that was not found.
    """

    passage: PassageId
    start: int
    end: int
    text: str
    match: Match
    traces: tuple[Trace, ...] = ()
    against: tuple[SeedId, ...] = ()
    highlight: bool = False
    stated: float | None = None
    nearest: Trace | None = None

    @property
    def traced(self) -> Trace | None:
        """Where it begins; None if it was not found."""
        return self.traces[0] if self.traces else None

    @property
    def heard(self) -> bool:
        """Whether it differs from what was said in spelling only, as two transcripts of one talk do."""
        return self.match is Match.ALTERED and {run.pair for trace in self.traces for run in trace.runs} == {"same", "heard"}


@dataclass(frozen=True, slots=True)
class Repeat:
    """A turn of a cold open, and the passages in which its sentences are said again."""

    passage: PassageId
    later: tuple[PassageId, ...]
