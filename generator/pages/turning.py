"""The ways between the parts of a page that was too long for one: back, on, to each, and to each group. No rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.address import Address
from generator.pages.page import Link, Page, Turning
from generator.parts import Head, Part

T = TypeVar("T")

#: Parts on each side of the one shown that are linked by number; the first and the last always are.
_BESIDE = 2
#: Groups that the bar at the top names. Where there are more (one for each table), they are found by turning the pages.
_MOST_GROUPS = 40


def parted(parts: Sequence[Part[T]]) -> Iterable[tuple[Part[T], Turning | None]]:
    """Each part with the ways to the others; None for one that is alone."""
    return ((part, _turning(parts, part) if len(parts) > 1 else None) for part in parts)


def turned(parts: Sequence[Part[T]], make: Callable[[Part[T]], Page]) -> Iterable[Page]:
    """The page that `make` makes of each part, with the ways to the others; nothing is added to one that is alone."""
    for part, turning in parted(parts):
        yield replace(make(part), turning=turning)


def _turning(parts: Sequence[Part[T]], part: Part[T]) -> Turning:
    at, ways = part.number - 1, [Address(other.page).href(part.page) for other in parts]
    return Turning(
        before=ways[at - 1] if at else "",
        after=ways[at + 1] if part.number < len(parts) else "",
        pages=tuple(_numbers(ways, at)),
        others=tuple(way for number, way in enumerate(ways) if number != at),
        groups=tuple(_groups(parts, part)),
    )


def _numbers(ways: Sequence[str], at: int) -> Iterable[Link]:
    """The numbers of the first part, of the last, and of those around the one shown, which leads nowhere; dots for those between."""
    last = -1
    for number, way in enumerate(ways):
        if number in {0, len(ways) - 1} or abs(number - at) <= _BESIDE:
            if number > last + 1:
                yield Link("…")
            yield Link(f"{number + 1}", way if number != at else "")
            last = number


def _groups(parts: Sequence[Part[T]], here: Part[T]) -> Iterable[Link]:
    """Where each group begins, and on the first part how much is in it. There a note names the anchor of one that begins elsewhere: a
    link to the group leads to this one.
    """
    begins = {head: part.page for part in parts for head in part.first}
    sizes: dict[Head, int] = {}
    for head, rows in (group for part in parts for group in part.groups):
        sizes[head] = sizes.get(head, 0) + len(rows)
    for head, size in sizes.items() if 1 < len(sizes) <= _MOST_GROUPS else ():
        moved = here.number == 1 and begins[head] != here.page
        told = f"{head.title} ({size:,})" if here.number == 1 else head.title  # so that a new row leaves the other parts as they are
        yield Link(told, Address(begins[head], head.anchor).href(here.page), note=head.anchor if moved else "")
