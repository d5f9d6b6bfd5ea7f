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

    `low` and `high` are equal unless the source gives a range or alternatives. `unit` is an ISO 4217 code, a sign or a plural noun (`USD`,
    `%`, `tokens`, `x` for a multiple, `to one` for a ratio); `per` what it is counted by ("million tokens", "second"). `unit_told`: the
    source leaves the unit out, and others that count the same by the same give it. `measure` says in the source's words what is measured;
    `measured` is the trend whose labels the quantity's own words are. `subject` is whose it is: an entry of the vocabulary, or
    `subject_words`. `period` is ISO 8601, possibly reduced, or the source's words where no date can be told; empty where it states none.
    `change` is `from` or `to` where a sentence tells a change. `about`: the source says that the value is not exact; `limit`: its words
    that make the value a limit ("up to", "more than"). `sentence` is the span of its sentence; `row` and `column` are set instead, 0-based,
    for a cell of a table.
    """

    passage: PassageId
    start: int
    end: int
    surface: str
    low: float
    high: float
    unit: str
    per: str = ""
    unit_told: bool = False
    measure: str = ""
    measured: ConceptId | None = None
    subject: ConceptId | None = None
    subject_words: str = ""
    period: str = ""
    who: str = ""
    bearing: Bearing = Bearing.ACTUAL
    change: str = ""
    about: bool = False
    limit: str = ""
    sentence: tuple[int, int] = (0, 0)
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Observations that belong in one chart: the same measure, unit and `per`, in the order of time where they have one, else of the text.

    `subject` is whose they all are; None if each has its own (a column of a table) or the sources name none. `rows` : a column of a table.
    """

    measure: str
    measured: ConceptId | None
    unit: str
    per: str
    subject: ConceptId | None
    observations: tuple[Observation, ...]
    rows: bool = False
