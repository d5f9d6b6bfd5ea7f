"""The held-out documents with what a careful reader finds in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.model import Document, SourceText
from generator.read import read

FOLDER = Path(__file__).parent / "heldout"


def expected(name: str = "expected.yml") -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return found


def documents() -> Iterator[tuple[str, Document]]:
    for name in expected():
        document, problems = read(SourceText(name, (FOLDER / name).read_bytes()))
        assert document is not None, problems
        yield name, document
