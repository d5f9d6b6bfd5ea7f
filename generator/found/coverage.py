"""What became of every passage of a source."""

from dataclasses import dataclass

from generator.model import PassageId, SeedId


@dataclass(frozen=True, slots=True, order=True)
class Coverage:
    """The passages of a source, each in exactly one of the three: used on some page or finding, unused, or excluded (id, reason)."""

    source: SeedId
    used: tuple[tuple[PassageId, str], ...]
    unused: tuple[PassageId, ...]
    excluded: tuple[tuple[PassageId, str], ...]
