"""Sources that report one event, and so count once."""

from dataclasses import dataclass

from generator.model import PassageId, SeedId


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Sources that go back to one event, paper or post: a whole group as their files declare it, or a pair that their texts suggest.

    `sources` are two or more, in order of id; `reasons` say in words why, `passages` are those that show it. `suggested`: by their text,
    for the curator to confirm; else declared. `counts`: its sources count as one; of what is suggested only where the evidence is strong.
    """

    id: str
    sources: tuple[SeedId, ...]
    reasons: tuple[str, ...]
    passages: tuple[PassageId, ...] = ()
    suggested: bool = False
    counts: bool = True
