"""A list that is too long for one page, on several: where it is cut, and what the pages are called. Knows no list's content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

#: Rows of a page. The heaviest, entries of the glossary, take 0.45 KB each over the wire, so that 150 of them take half of the 150 KB
#: that a page may weigh (docs/architecture.md).
MOST = 100

T = TypeVar("T")


class Head(NamedTuple):
    """What rows stand under: a title, its anchor, and a word on what belongs there."""

    title: str
    anchor: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A page of several: its Markdown path, its number from 1, and its rows under their heads. `first` are the heads that begin on it."""

    page: str
    number: int
    groups: tuple[tuple[Head, tuple[T, ...]], ...] = ()
    first: frozenset[Head] = frozenset()

    def titled(self, title: str) -> str:
        """The page's title: `Glossary`, `Glossary, page 2`."""
        return title if self.number == 1 else f"{title}, page {self.number}"


def path_of(page: str, number: int) -> str:
    """The Markdown path of a part: the first stands at the page's own."""
    return page if number == 1 else f"{page.removesuffix('.md')}/{number}.md"


def numbers(length: int, most: int = MOST) -> list[int]:
    """On which part each row of a list stands. Up to half as many again as `most` stay together, so that no part is hardly worth a page.

    All parts but the first have exactly `most`, counted from the end: what is new stands first in most lists, and changes one page.
    """
    others = max(0, (length - most // 2 - 1) // most)
    return [*[1] * (length - others * most), *(2 + row // most for row in range(others * most))]


def cut(page: str, groups: Iterable[tuple[Head, Sequence[T]]], most: int = MOST) -> tuple[Part[T], ...]:
    """Rows under heads in parts; a group that is cut goes on in the next one. At least one part, also of nothing."""
    rows = [(head, row) for head, found in groups for row in found]
    return gathered(page, ((number, head, row) for number, (head, row) in zip(numbers(len(rows), most), rows, strict=True)))


def gathered(page: str, rows: Iterable[tuple[int, Head, T]]) -> tuple[Part[T], ...]:
    """The parts of rows, in their order, that each know the number of theirs."""
    made: list[Part[T]] = []
    seen: set[Head] = set()
    for number, run in groupby(rows, key=lambda row: row[0]):
        found = tuple((head, tuple(row for _, _, row in under)) for head, under in groupby(run, key=lambda row: row[1]))
        begun = frozenset(head for head, _ in found) - seen
        seen |= begun
        made.append(Part(path_of(page, number), number, found, begun))
    return tuple(made) or (Part(page, 1),)
