"""Sections of changes as text for a terminal, Markdown for a pull request, JSON for programs. Finds nothing and prints nothing."""

import json
from collections.abc import Iterable, Iterator

from generator.changes.rows import Row, Section
from generator.changes.statements import Statement
from generator.found import Changes
from generator.text import escape_markdown

#: Rows of a section in Markdown: what GitHub shows of a summary ends at 1 MiB, and what people read of it long before.
MOST_ROWS = 40


def plain(sections: Iterable[Section]) -> Iterator[str]:
    """A line a row, with file and line, and the page."""
    for section in sections:
        yield f"\n{section.title} ({len(section.rows)})"
        for row in section.rows:
            places = [f"{row.path}:{row.line}" if row.path and row.line else row.path, "" if row.text == row.url else row.url]
            yield "  ".join((f"{row.sign} {row.text}", *filter(None, places)))


def markdown(summary: Iterable[str], sections: Iterable[Section], *, site: str = "", files: str = "") -> Iterator[str]:
    """The summary, and each section folded away, its rows cut after `MOST_ROWS`.

    `site`: where the site stands, `files`: where the project's files can be read, each with a slash at its end; empty: no links there.
    """
    yield "## What this changes\n"
    yield from (f"{escape_markdown(line)}\n" for line in summary)
    for section in sections:
        yield f"<details><summary>{escape_markdown(section.title)} ({len(section.rows)})</summary>\n"
        yield from (_item(row, site, files) for row in section.rows[:MOST_ROWS])
        more = len(section.rows) - MOST_ROWS
        yield f"- … and {more} more: `seedbed diff`\n\n</details>\n" if more > 0 else "\n</details>\n"


def _item(row: Row, site: str, files: str) -> str:
    words = escape_markdown(row.text)
    said = f"[{words}]({site}{row.url})" if site and row.url else words
    place = f"{row.path}:{row.line}" if row.line else row.path
    linked = files and row.path and not row.path.startswith(("/", ".."))
    at = f"[{escape_markdown(place)}]({files}{row.path}#L{row.line or 1})" if linked else escape_markdown(place)
    return f"- {row.sign} {said}" + (f" · {at}" if at else "")


def as_json(changes: Changes, statements: Iterable[Statement]) -> str:
    """Everything, items as `knowledge.json` has them."""
    told = {
        "pages": {path: what.value for path, what in changes.pages.items()},
        "changes": [
            {"array": c.array, "what": c.what.value, "fields": list(c.fields), "before": c.before or None, "after": c.after or None}
            for c in changes.items
        ],
        "statements": [
            {"text": s.text, "path": s.location.path, "line": s.location.line, "page": s.page, "sources": list(s.sources)}
            for s in statements
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
