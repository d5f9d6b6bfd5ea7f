"""The readers on documents whose author did not see them: floors on what is found and on what is found rightly. They only rise."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest

from generator.model import Document, Passage
from tests.quality.heldout import documents, expected

#: Part of `expected.yml`: recall and precision, in hundredths, as last measured (python -m pytest tests/quality/test_heldout.py).
FLOORS = {
    "turns": (100, 100),
    "headings": (95, 100),
    "tables": (100, 100),
    "chapters": (100, 100),
    "boilerplate": (89, 85),
    "key_points": (100, 100),
    "insights": (100, 100),
    "takeaways": (80, 100),
    "predictions": (87, 100),
    "why_it_matters": (100, 57),
    "verdict": (100, 100),
    "dek": (90, 90),
    "category": (87, 100),
    "byline": (100, 100),
    "about": (100, 100),
    "introduction": (100, 100),
    "highlights": (100, 100),
}
ROLES = {
    "headings": "heading",
    "chapters": "chapter",
    "key_points": "key-point",
    "insights": "insight",
    "takeaways": "takeaway",
    "predictions": "prediction",
    "why_it_matters": "why-it-matters",
    "verdict": "verdict",
    "dek": "dek",
    "category": "category",
    "byline": "byline",
    "about": "author-box",
    "introduction": "introduction",
    "highlights": "highlight",
    "tables": "table",
}
NO_NOTICE = {"", "front matter", "greeting", "divider"}


@cache
def everything() -> list[tuple[dict[str, Any], Document]]:
    return [(expected()[name], document) for name, document in documents()]


def lines(document: Document, keep: Callable[[Passage], bool]) -> set[int]:
    return {n for p in document.passages if keep(p) for n in range(p.lines.first, p.lines.last + 1)}


def wanted(entry: dict[str, Any], part: str) -> set[int]:
    given = entry.get(part) or []
    if part == "tables":
        return {n for first, last in given for n in range(first, last + 1)}
    return {n if isinstance(n, int) else n[0] for n in (given if isinstance(given, list) else [given])}


def turns(entry: dict[str, Any], document: Document) -> tuple[set[Any], set[Any]]:
    """Line, speaker, second; a paragraph that goes on with a turn is not judged."""
    want = {tuple(t) for t in entry.get("turns", [])}
    first = {t[0] for t in want}
    got = set()
    for p in document.passages:
        line = next((n for n in range(p.lines.first, p.lines.last + 1) if n in first), None)
        if p.role == "turn" and line is not None:
            got.add((line, p.speaker or None, None if p.seconds is None else int(p.seconds)))
    return want, got


def compared(part: str) -> Iterable[tuple[set[Any], set[Any]]]:
    for entry, document in everything():
        captions = "cues" in entry  # cues are joined to passages; their own lines are not judged
        labels = set(entry.get("label_lines", ()))
        if part == "turns":
            yield ((set(), set()) if captions else turns(entry, document))
        elif part == "boilerplate":
            yield wanted(entry, part), lines(document, lambda p: p.excluded not in NO_NOTICE) - labels
        else:
            role = ROLES[part]
            yield wanted(entry, part), lines(document, lambda p: p.role == role) - labels  # noqa: B023 (called at once)


def test_kinds_are_told() -> None:
    assert [(d.path, str(d.kind)) for entry, d in everything() if d.kind != entry["kind"]] == []


@pytest.mark.parametrize("part", FLOORS)
def test_part_is_found(part: str) -> None:
    pairs = list(compared(part))
    right, want, got = (sum(map(len, sets)) for sets in ((a & b for a, b in pairs), (a for a, _ in pairs), (b for _, b in pairs)))
    recall, precision = 100 * right // want, 100 * right // got
    assert (recall >= FLOORS[part][0], precision >= FLOORS[part][1]) == (True, True), f"recall {recall}, precision {precision}"
