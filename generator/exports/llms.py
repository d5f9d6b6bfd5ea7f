"""`llms.txt` and `llms-full.txt` (llmstxt.org): what the site is and where its pages stand in plain Markdown, and the notes in one."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from urllib.parse import urljoin

from generator.address import of_concept, of_source, twin_of
from generator.findings.backlinks.prose import blocks
from generator.library import Library
from generator.model import ConceptKind, Document
from generator.output import Flowing, OutputFile
from generator.text import escape_plain
from generator.tracing import Pieces

_LINK = re.compile(r"(?<!\\)\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^(#{1,5}) ", re.MULTILINE)
_KINDS = ((ConceptKind.TOPIC, "Topics"), (ConceptKind.TREND, "Trends"))
_OPTIONAL = (
    ("All topics, trends and sources in one", "llms-full.txt", ""),
    ("Everything as JSON", "data/knowledge.json", "sources, passages, concepts, evidence, quotations, predictions, disagreements"),
    ("Vocabulary", "data/vocabulary.ttl", "SKOS in Turtle"),
)

Row = tuple[str, str, str]


def llms(library: Library, pages: Mapping[str, str]) -> OutputFile:
    """The index of all twins. `pages`: titles by Markdown path."""
    notes = [(title, sorted(rows)) for title, rows in _notes(library)]
    named = {path for _, rows in notes for _, path, _ in rows}
    others = [(title, twin_of(path), "") for path, title in pages.items()]
    lines = _head(library)
    for title, rows in (*notes, ("Pages", [row for row in others if row[1] not in named]), ("Optional", _OPTIONAL)):
        lines += _section(library, title, rows)
    return OutputFile("llms.txt", _bytes(lines))


def llms_full(library: Library, paths: Iterable[str], read: Callable[[str], bytes], pieces: Pieces) -> Flowing:
    """The twins of topics, trends and sources, one after another, a heading lower; their links lead where they led.

    `paths`: of all twins, in order; `read`: a twin's bytes.
    """
    named = {path for _, rows in _notes(library) for _, path, _ in rows}
    there = [path for path in paths if path in named]

    def lowered(path: str) -> bytes:
        base, twin = urljoin(library.site.url, path) if library.site.url else path, read(path)
        return b"\n" + pieces(("lowered", base, twin), lambda _: _lowered(base, twin))

    return Flowing("llms-full.txt", lambda: chain([_bytes(_head(library))], map(lowered, there)))


def _lowered(base: str, twin: bytes) -> bytes:
    """A twin a heading lower, its links led from `base`."""
    text = _LINK.sub(lambda m: f"]({urljoin(base, m[1])})", twin.decode("utf-8"))
    return _bytes([_HEADING.sub(r"#\1 ", text).strip()])


def _notes(library: Library) -> Iterable[tuple[str, list[Row]]]:
    """What has a note of its own: title, path of its twin, what it is."""
    for kind, title in _KINDS:
        found = [c for c in library.vocabulary.concepts.values() if c.kind is kind]
        yield title, [(c.name, twin_of(of_concept(c).page), " ".join(b.text for b in blocks(c.definition))) for c in found]
    yield "Sources", [(d.title, twin_of(of_source(d.id).page), _described(d)) for d in library.documents.values()]


def _head(library: Library) -> list[str]:
    lines = [f"# {escape_plain(library.site.name or 'Home')}", ""]
    return [*lines, f"> {escape_plain(library.site.description)}", ""] if library.site.description else lines


def _section(library: Library, title: str, rows: Iterable[Row]) -> list[str]:
    listed = [_row(urljoin(library.site.url, path), name, note) for name, path, note in rows]
    return [f"## {title}", "", *listed, ""] if listed else []


def _row(url: str, name: str, note: str) -> str:
    return f"- [{escape_plain(name)}]({url})" + (f": {escape_plain(note)}" if note else "")


def _described(document: Document) -> str:
    return ", ".join(filter(None, (document.kind.value, document.publisher, document.date, document.form)))


def _bytes(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines).strip("\n") + "\n").encode("utf-8", "replace")
