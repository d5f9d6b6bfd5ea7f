"""Where sources differ, as items of `knowledge.json`."""

from collections.abc import Iterable
from typing import Any

from generator.found import Disagreement, Listing, Side
from generator.library import Library
from generator.published import cut, side_shown


def disagreements(library: Library, whole: bool) -> Iterable[dict[str, Any]]:
    """One item a disagreement. `whole`: with all words of its sides, else at most as many as may be quoted."""
    return (_item(library, found, whole) for found in library.disagreements)


def listings(library: Library, whole: bool) -> Iterable[dict[str, Any]]:
    """One item for each source that lists the members of an enumeration."""
    return (_listing(found) for concept in sorted(library.listings_of) for found in library.listings_of[concept])


def _item(library: Library, found: Disagreement, whole: bool) -> dict[str, Any]:
    return {
        "id": found.id,
        "about": found.about if whole else cut(found.about),
        "kind": found.kind.value,
        "concept": found.concept,
        "sides": [_side(library, side, whole) for side in found.sides],
    }


def _side(library: Library, side: Side, whole: bool) -> dict[str, Any]:
    return {"passage": side.passage, "says": side.says if whole else side_shown(library, side), "label": side.label}


def _listing(found: Listing) -> dict[str, Any]:
    members = [{"concept": tick.member, "passage": tick.passage} for tick in found.ticks]
    return {"concept": found.concept, "source": found.source, "members": members, "closed": found.closed, "ranked": found.ranked}
