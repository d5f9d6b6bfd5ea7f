"""Rows as CSV that spreadsheets read (RFC 4180, UTF-8). No columns of any finding."""

from collections.abc import Iterable, Sequence

#: A cell that begins so would be read as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """A table with its header. Text stands in quotation marks and never runs as a formula; a number stands as it is."""
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in (columns, *rows)).encode("utf-8", "replace")


def _cell(value: str | float) -> str:
    if not isinstance(value, str):
        return f"{value:.15g}"
    text = f"'{value}" if value.startswith(_FORMULA) else value
    return '"' + text.replace('"', '""') + '"'
