"""Origins for machines: the items of `knowledge.json`. The array's schema: `schema`."""

from collections.abc import Iterable
from typing import Any

from generator.library import Library

Item = dict[str, Any]


def origins(library: Library, whole: bool) -> Iterable[Item]:
    """The items of the array, by their sources."""
    for origin in library.origins:
        yield {
            "id": origin.id,
            "sources": list(origin.sources),
            "reason": "; ".join(origin.reasons),
            "suggested": origin.suggested,
            "counts": origin.counts,
            "passages": list(origin.passages),
        }
