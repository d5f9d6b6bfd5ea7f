"""Statements about the future, and what became of them."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import PassageId


class Status(StrEnum):
    """How a prediction stands on the as-of date. `due`: its date has come or comes within three months; `open`: later, or
    without a date, which pages tell apart."""

    DUE = "due"
    OVERDUE = "overdue"
    OPEN = "open"
    RESOLVED = "resolved"


class Outcome(StrEnum):
    """What became of a prediction, by the curator's judgement."""

    CAME_TRUE = "came true"
    PARTLY = "partly"
    DID_NOT = "did not"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The curator's judgement of a prediction: what came of it, when that was clear (ISO date), and an address or a passage as proof."""

    outcome: Outcome
    date: str
    url: str = ""
    proof: PassageId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """A statement about what will be: `passage.text[start:end] == claim`.

    `who` is empty where the text names nobody; `made` is its source's date; `horizon` and `condition` are the source's words; `due` is an
    ISO date, perhaps a year or a month only. `repeats`: passages of the same source that say the same again.
    """

    passage: PassageId
    start: int
    end: int
    claim: str
    who: str
    made: str
    horizon: str
    due: str
    condition: str
    title: str
    status: Status
    repeats: tuple[PassageId, ...] = ()
    resolution: Resolution | None = None
