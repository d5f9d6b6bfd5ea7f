"""Numbers that sources state: values with what they measure, when, and who says so."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import ConceptId, PassageId


class Bearing(StrEnum):
    """What kind of statement a value is: something that is or was so, an aim, or something foretold."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, order=True)
class Observation:
    """A value in a passage (after schema.org's Observation): `passage.text[start:end] == surface`.

    `low` and `high` are equal unless the source gives a range. `unit` is a symbol or word (`USD`, `%`, `tokens`, `x/year`); `per` what it
    is counted by ("million tokens", "second"). `measure` says in the source's words, folded, what is measured; `subject` whose it is: an
    entry of the vocabulary, or `subject_words`. `period` is ISO 8601, possibly reduced, or the source's words where no date can be told;
    empty where it states none. `row` and `column` are set, 0-based, for a cell of a table. `about`: the source says that it is not exact.
    """

    passage: PassageId
    start: int
    end: int
    surface: str
    low: float
    high: float
    unit: str
    per: str = ""
    measure: str = ""
    subject: ConceptId | None = None
    subject_words: str = ""
    period: str = ""
    who: str = ""
    bearing: Bearing = Bearing.ACTUAL
    about: bool = False
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Observations that belong in one chart: the same measure, unit and `per`, in the order of time where they have one."""

    measure: str
    unit: str
    per: str
    subject: ConceptId | None
    observations: tuple[Observation, ...]
