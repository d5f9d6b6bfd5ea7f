"""A quantity of a sentence: what numbers are made to before it is known what they measure. No behaviour."""

from typing import NamedTuple


class Quantity(NamedTuple):
    """A value or range with its unit. `change` is `from` or `to` where the sentence tells a change from one value to another. `frame` says
    what a ratio or a bare number measures; `like` is where the quantity begins that a bare number has its unit from."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    per: str = ""
    kind: str = ""
    noun: str = ""
    adjectives: str = ""
    about: bool = False
    limit: str = ""
    change: str = ""
    frame: str = ""
    like: int = -1
    scale: float = 1.0
