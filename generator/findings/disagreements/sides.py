"""A disagreement from its sides, with an id that stays while the sides do. Finds none."""

from collections.abc import Sequence

from generator.found import Difference, Disagreement, Side
from generator.model import ConceptId
from generator.report import Location
from generator.text import digest


def disagreement(
    kind: Difference, about: str, sides: Sequence[Side], *, concept: ConceptId | None = None, location: Location | None = None
) -> Disagreement:  # fmt: skip
    """The disagreement of these sides, in their order."""
    key = " ".join((kind.value, about, *sorted(f"{side.passage} {side.says}" for side in sides)))
    return Disagreement(f"d-{digest(key)}", kind, about, tuple(sides), concept, location)
