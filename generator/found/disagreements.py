"""Where sources differ: side by side, with no verdict of ours."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import ConceptId, PassageId
from generator.report import Location


class Difference(StrEnum):
    """In what sources differ."""

    MEMBERS = "members"
    VALUES = "values"
    TABLE = "table"
    QUOTATION = "quotation"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One side: the passage, and what it says there: `passage.text[start:end]`, of which `says` is the gist in the source's own words."""

    passage: PassageId
    start: int
    end: int
    says: str


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
