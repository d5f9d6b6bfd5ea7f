"""Sources that report one event, and so count once."""

from dataclasses import dataclass

from generator.model import PassageId, SeedId


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Sources that go back to one event, paper or post. `suggested`: by their text, for the curator to confirm; else declared.

    `sources` are two or more, in order of id; `reasons` say in words why, `passages` are those that show it.
    """

    id: str
    sources: tuple[SeedId, ...]
    reasons: tuple[str, ...]
    passages: tuple[PassageId, ...] = ()
    suggested: bool = False
