"""What rests on a passage, and what became of every passage of a source."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model import PassageId, SeedId


class How(StrEnum):
    """How a finding uses a passage, the use that needs its very words most first."""

    CITED = "cited by the curator"
    DIFFERS = "side of a disagreement"
    LISTS = "list of members"
    FORETELLS = "prediction"
    DEFINES = "definition"
    QUOTES = "quotation"
    SAID = "quoted elsewhere"
    CENTRAL = "central evidence"
    MEASURES = "number"
    SPELLS = "short form"
    MISHEARS = "mishearing"
    SHOWS_ORIGIN = "sign of an origin"
    SUPPORTS = "supporting evidence"


class Use(NamedTuple):
    """One use of a passage. `of` is what it serves: a concept, the page that cites it, or empty where the passage itself is listed.

    `start` and `end` are the words that it needs, in the passage's text; they are equal where one place is all that is known. `rank` is its
    place among the uses of its source that serve the same in the same way, from 0, the strongest first.
    """

    how: How
    of: str
    start: int
    end: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """The passages of a source, each in exactly one of the four, in the source's order.

    `used`: some page or finding rests on it (`Library.uses` says which); `structure`: headings, chapters and what says what the source is;
    `unused`; `excluded`: set aside, with the reason.
    """

    source: SeedId
    used: tuple[PassageId, ...]
    structure: tuple[PassageId, ...]
    unused: tuple[PassageId, ...]
    excluded: tuple[tuple[PassageId, str], ...]
