"""Where sources differ: side by side, with no verdict of ours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model import ConceptId, PassageId, SeedId
from generator.report import Location


class Difference(StrEnum):
    """In what sources differ, in the order in which a reader is told."""

    DECLARED = "declared"
    MEMBERS = "members"
    VALUES = "values"
    TABLE = "table"
    QUOTATION = "quotation"


class Tick(NamedTuple):
    """A member where a source lists it: `passage.text[start:end]` names it. `rank` counts from 1 in the source's order."""

    member: ConceptId
    rank: int
    passage: PassageId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The members of an enumeration that a source lists, in its order.

    `closed`: the source itself says that these are all of them (it counts them, numbers them, or gives them as a list); `ranked`: that
    their order says something.
    """

    concept: ConceptId
    source: SeedId
    ticks: tuple[Tick, ...]
    closed: bool = False
    ranked: bool = False

    @property
    def members(self) -> tuple[ConceptId, ...]:
        """The members, in the source's order."""
        return tuple(tick.member for tick in self.ticks)


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One side: the passage, and what it says there: `passage.text[start:end]`, of which `says` is the gist in the source's own words.

    `label` is what the curator calls it, or the part that it plays (`quoted`, `said`); empty where nobody calls it anything.
    `odd`: of the cells of a table, parted by ` · `, those that do not fit the other side.
    """

    passage: PassageId
    start: int
    end: int
    says: str
    label: str = ""
    odd: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides of one question. `about` names it: a concept where the vocabulary has one, and words in any case.

    `id` is stable (a hash of kind, subject and sides' passages). `location`: where the curator declared it.
    """

    id: str
    kind: Difference
    about: str
    sides: tuple[Side, ...]
    concept: ConceptId | None = None
    location: Location | None = None
