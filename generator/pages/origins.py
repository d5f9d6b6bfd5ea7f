"""Sources that count as one: in counts, and as rows with the reason. Decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.found import Origin
from generator.library import Library
from generator.model import SeedId
from generator.pages.page import Link, to_source
from generator.pages.words import KINDS, count


@dataclass(frozen=True, slots=True)
class Together:
    """Sources that go back to one origin, and why they are taken so."""

    sources: tuple[Link, ...]
    reason: str


def counted(sources: int, origins: int) -> str:
    """`3 sources, 1 independent origin`; where each source is one of its own, `3 sources`."""
    return ", ".join([count(sources, "source"), *([count(origins, "independent origin")] if origins < sources else [])])


def together(library: Library, sources: Iterable[SeedId], page: str) -> tuple[Together, ...]:
    """Those of the sources that share an origin, origin by origin, in the order of the sources."""
    groups: dict[SeedId, list[SeedId]] = {}
    for source in sources:
        groups.setdefault(library.origin_of.get(source, source), []).append(source)
    return tuple(
        Together(tuple(to_source(library.documents[id], page) for id in ids), _reason(library, ids))
        for ids in groups.values()
        if len(ids) > 1
    )


def same_event(library: Library, source: SeedId, page: str) -> tuple[Link, ...]:
    """The other sources of a source's origin, each with its kind and why it counts as one with this source."""
    head = library.origin_of.get(source)
    others = [id for id in library.of_origin.get(head, ()) if id != source] if head else []
    return tuple(
        to_source(library.documents[id], page, f"{KINDS[library.documents[id].kind][0]}; {_reason(library, [source, id])}") for id in others
    )


def _reason(library: Library, ids: list[SeedId]) -> str:
    """Why sources count as one: as front matter states it, or by what it was judged."""
    ties = {tie for id in ids for tie in library.ties_of.get(id, ()) if tie.counts and len(set(ids) & set(tie.sources)) > 1}
    if not ties:
        return "through another source"
    return "; ".join(dict.fromkeys(_words(tie) for tie in sorted(ties, key=lambda tie: (tie.suggested, tie))))


def _words(tie: Origin) -> str:
    return f"judged by {' and '.join(tie.reasons)}" if tie.suggested else "as their files state"
