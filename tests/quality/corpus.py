"""The labelled documents: the project's digests always, the raw ones where `../shared/seeds` stands beside the checkout."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model import Document, Passage, SourceText
from generator.read import read

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
RAW = PROJECT.parent / "shared" / "seeds"


@dataclass(frozen=True)
class Labelled:
    """A document that was read, and by how many lines its body is shifted against the labels (its front matter)."""

    name: str
    document: Document
    shift: int

    def at(self, line: int) -> Passage | None:
        """The passage that holds a labelled line."""
        wanted = line + self.shift
        return next((p for p in self.document.passages if p.lines.first <= wanted <= p.lines.last), None)


@cache
def labels(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return found


@cache
def load(path: Path) -> Document:
    document, problems = read(SourceText(path.name, path.read_bytes()))
    assert document is not None, problems
    return document


def documents() -> Iterator[Labelled]:
    """Digests, then raw documents."""
    for name, entry in labels("structure.yml").items():
        digest = load(PROJECT / "seeds" / f"{name}.md")
        yield Labelled(name, digest, digest.passages[0].lines.last)
        if (RAW / entry["raw"]).exists():
            yield Labelled(f"{name} (raw)", load(RAW / entry["raw"]), 0)
