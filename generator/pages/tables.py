"""Tables of sources: as HTML with numbers to the right, and in a line on a card. No page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.model import Cell, Passage, Table
from generator.pages.steps import Chip
from generator.pages.words import listed

_RIGHT_ALIGNED = frozenset({"number", "currency", "percent", "duration"})


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of the source; `label` names it for those who cannot see it."""

    kind: ClassVar[str] = "table"
    anchor: str
    label: str
    header: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    chips: tuple[Chip, ...]


def table_view(passage: Passage, table: Table, chips: tuple[Chip, ...]) -> TableView:
    """A table of a source with its cells as they stand; `chips` are the topics that it is evidence of."""
    right = [_is_right([row[i] for row in table.rows]) for i in range(len(table.header))]
    header = tuple(CellView(text, side) for text, side in zip(table.header, right, strict=True))
    rows = tuple(tuple(CellView(cell.text, side) for cell, side in zip(row, right, strict=True)) for row in table.rows)
    return TableView(passage.anchor, passage.heading or listed(table.header), header, rows, chips)


def _is_right(column: Sequence[Cell]) -> bool:
    """Whether a column is one of numbers: most of its cells are."""
    return 2 * sum(cell.kind in _RIGHT_ALIGNED for cell in column) > sum(cell.kind != "empty" for cell in column)


def in_a_line(table: Table) -> str:
    """The names of a table's columns and of its rows, for a card."""
    columns, rows = " · ".join(table.header[1:]), ", ".join(row[0].text for row in table.rows if row)
    return f"{columns}: {rows}" if rows else columns
