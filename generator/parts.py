"""A list that is too long for one page, on several: where it is cut, and what the pages are called. Knows no list's content."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

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


def numbers(names: Iterable[str], most: int = MOST) -> list[int]:
    """On which part each row of a list stands. Half as many again as `most` are the most that stay together.

    A part has half of `most` at least, but for the last, and ends before the next row that asks for it by a hash of its name, as chunks
    do that are cut by their content (Muthitacharoen, Chen and Mazières 2001). So a row that comes in anywhere changes hardly more than its
    own part; counted by number, it would move a row of every part behind it.
    """
    rows, enough, limit = list(names), most // 2, most + most // 2
    if len(rows) <= limit:
        return [1] * len(rows)
    made, part, size = [], 1, 0
    for name in rows:
        if size >= limit or (size >= enough and crc32(name.encode("utf-8", "surrogatepass")) % enough == 0):
            part, size = part + 1, 0
        made.append(part)
        size += 1
    return made


def cut(page: str, groups: Iterable[tuple[Head, Sequence[T]]], name: Callable[[T], str]) -> tuple[Part[T], ...]:
    """Rows under heads in parts; a group that is cut goes on in the next one. At least one part, also of nothing. `name`: of a row."""
    rows = [(head, row) for head, found in groups for row in found]
    return gathered(page, ((number, head, row) for number, (head, row) in zip(numbers(name(row) for _, row in rows), rows, strict=True)))


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
