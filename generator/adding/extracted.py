"""The text of PDF, Word and saved web pages as Markdown, by libraries that are optional: without one, the problem says how to get it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from generator.adding.formats import Format
from generator.report import Location, Problem

#: The library that reads each format, by the name of its import, and the extra of pyproject.toml that brings it.
LIBRARIES = {Format.PDF: ("pypdf", "pdf"), Format.DOCX: ("docx", "docx"), Format.HTML: ("trafilatura", "html")}
#: A Word file is a packed folder; unpacked it may have 256 MiB, which no text of a person has.
_UNPACKED = 256 * 1024 * 1024
#: A line that stands at the top or the foot of so many pages is not the text's.
_RUNNING = 3
#: Below this share of a full line, a line ends its paragraph.
_FULL = 0.85
_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-\n(?!(?:and|or|to)\b)([a-zß-ÿ]+)")
_STOP = re.compile(r"[.!?:…][\"'”’)\]]*$")
_BULLET = re.compile(r"^\s*[•‣◦▪●]\s*")


class Extracted(NamedTuple):
    """A text in Markdown, and what is in the way of it."""

    text: str
    problems: tuple[Problem, ...] = ()


def extracted(format: Format, path: str, data: bytes) -> Extracted:
    """The text of a file of one of these formats."""
    module, extra = LIBRARIES[format]
    try:
        library = import_module(module)
    except ImportError as error:
        told = " ".join(str(error).split())
        right = f"Install it in the project's folder: .venv/bin/python -m pip install '.[{extra}]'"
        return Extracted(
            "", (Problem("extra-missing", Location(path), f"{format} is read by {module}, which cannot be loaded: {told}.", right),)
        )
    try:
        found = _READERS[format](library, data)
    except _RefusedError as refusal:
        return Extracted("", (Problem("unreadable", Location(path), str(refusal.args[0]), str(refusal.args[1])),))
    except Exception as error:  # a library may stumble over a broken file in any way; that is the file's fault, and is told as such
        wrong = f"This {format} file cannot be read ({type(error).__name__})."
        return Extracted("", (Problem("unreadable", Location(path), wrong, "Open it and save it anew, or add its text."),))
    text = _printed(found) if format is Format.PDF else found
    if not text.strip():
        right = "If it shows pictures of pages, let a program for text recognition (OCR) read them first."
        return Extracted("", (Problem("seed-empty", Location(path), f"No text was found in this {format} file.", right),))
    return Extracted(text)


class _RefusedError(Exception):
    """A file that cannot be read for a reason that its user can mend: what is wrong, what right looks like."""


def _pdf(pypdf: Any, data: bytes) -> str:
    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _RefusedError("This PDF is locked by a password.", "Save it without one, and add it again.")
    return "\f".join(page.extract_text() for page in reader.pages)


def _printed(text: str) -> str:
    """The text of printed pages, which form feeds part."""
    pages = [[line.rstrip() for line in page.splitlines() if line.strip()] for page in text.split("\f")]
    return paragraphs("\n".join(line for page in without_running(pages) for line in page))


def without_running(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the top or the foot of many of them: running heads and page numbers."""

    def same(line: str) -> str:
        return re.sub(r"\d+", "#", " ".join(line.split()))

    edges = Counter(edge for page in pages for edge in {same(line) for line in (*page[:2], *page[-2:])})
    often = {line for line, times in edges.items() if times >= max(_RUNNING, len(pages) / 2)}
    kept = []
    for page in pages:
        last = len(page) - 2
        kept.append([line for i, line in enumerate(page) if not (same(line) in often and (i < 2 or i >= last))])
    return kept


def paragraphs(text: str) -> str:
    """Lines of a printed page → paragraphs with a blank line between; words that the line's end parted are whole again.

    A printed line that ends short of the others ends its paragraph, or is a heading.
    """
    lines = [_BULLET.sub("- ", line, count=1).strip() for line in text.split("\n") if line.strip()]
    lengths = sorted(len(line) for line in lines)
    full = lengths[int(len(lengths) * 0.9)] if lengths else 0
    found: list[list[str]] = []
    for line in lines:
        if found and not line.startswith("- ") and not _ends(found[-1][-1], full):
            found[-1].append(line)
        else:
            found.append([line])
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))

    def whole(parted: re.Match[str]) -> str:
        hyphened = words[f"{parted[1]}-{parted[2]}"] > words[parted[1] + parted[2]]
        return parted[1] + ("-" if hyphened else "") + parted[2]

    return "".join(_HYPHEN.sub(whole, "\n".join(part)).replace("\n", " ") + "\n\n" for part in found)


def _ends(line: str, full: int) -> bool:
    """Whether a printed line is the last of its paragraph, or a heading."""
    return len(line) < _FULL * full and not line.endswith("-") and (_STOP.search(line) is not None or len(line) < 0.6 * full)


def _docx(docx: Any, data: bytes) -> str:
    try:
        with ZipFile(BytesIO(data)) as packed:
            size = sum(item.file_size for item in packed.infolist())
    except BadZipFile:
        raise _RefusedError("This Word file is broken.", "Open it and save it anew.") from None
    if size > _UNPACKED:
        raise _RefusedError(f"This file unpacks to {size:,} bytes.", f"At most {_UNPACKED:,} are read: add its text.")
    return "".join(_blocks(docx.Document(BytesIO(data)).iter_inner_content()))


def _blocks(items: Iterator[Any]) -> Iterator[str]:
    """Paragraphs and tables in order, as Markdown; of lists the items stand together."""
    listed = False
    for item in items:
        if hasattr(item, "rows"):
            rows = [[" ".join(cell.text.split()).replace("|", "\\|") for cell in row.cells] for row in item.rows]
            yield (
                "\n" * listed
                + "\n".join(_row(row) + ("\n" + "|---" * len(row) + "|" if i == 0 else "") for i, row in enumerate(rows))
                + "\n\n"
            )
            listed = False
        elif words := item.text.strip():
            mark = _mark(item)
            is_item = mark in {"- ", "1. "}
            yield ("\n" if listed and not is_item else "") + mark + " ".join(words.split()) + ("\n" if is_item else "\n\n")
            listed = is_item


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _mark(paragraph: Any) -> str:
    """What Markdown writes before a paragraph of this style."""
    style = str(paragraph.style.name if paragraph.style is not None else "")
    if heading := re.fullmatch(r"Heading ([1-6])", style):
        return "#" * int(heading[1]) + " "
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    known = {"Title": "# ", "Subtitle": "", "Quote": "> ", "Intense Quote": "> "}
    return known.get(style) or ("1. " if style.startswith("List Number") else "- " if style.startswith("List") or numbered else "")


def _html(trafilatura: Any, data: bytes) -> str:
    """The text of a page without its menus; Markdown's escapes of brackets are taken back, for times stand in them."""
    options = {"output_format": "markdown", "include_formatting": True, "include_tables": True, "include_comments": False}
    text = trafilatura.extract(data.decode("utf-8-sig"), include_links=True, **options) or ""
    return re.sub(r"\\([\[\]()<>#*_.-])", r"\1", text)


_READERS: dict[Format, Callable[[Any, bytes], str]] = {Format.PDF: _pdf, Format.DOCX: _docx, Format.HTML: _html}
