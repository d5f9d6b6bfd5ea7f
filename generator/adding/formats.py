"""In which format a given file is written, told from its bytes first and its name second. Reads no words of it."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from generator.report import Location, Problem


class Format(StrEnum):
    """The formats of files that can be added, as people call them."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    WEBVTT = "WebVTT"
    SUBRIP = "SubRip"
    JSON = "JSON transcript"
    PDF = "PDF"
    DOCX = "Word"


#: The endings that seeds of these formats have; a web page of which the text cannot be told from its menus stays one.
ENDINGS = {
    Format.TEXT: ".txt", Format.MARKDOWN: ".md", Format.HTML: ".md", Format.WEBVTT: ".vtt", Format.SUBRIP: ".srt",
    Format.JSON: ".json", Format.PDF: ".md", Format.DOCX: ".md",
}  # fmt: skip
#: Endings of files that say their format; of all others the text tells it.
_NAMED = {
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".vtt": Format.WEBVTT, ".srt": Format.SUBRIP, ".json": Format.JSON,
}  # fmt: skip
_SUBRIP = re.compile(r"\s*\d+\s*\n\d{1,2}:\d\d:\d\d,\d{3} --> ")
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_SEGMENTS = re.compile(r'\s*\{.*"segments"\s*:', re.DOTALL)
#: So much of a text tells its format.
_TOP = 4_000
_TEXTS = "text, Markdown, HTML, WebVTT, SubRip, a transcript in JSON, PDF or DOCX"


def format_of(path: str, data: bytes) -> tuple[Format | None, tuple[Problem, ...]]:
    """The format of a file; None, with the reason, for one that is empty or holds no text. `path`: as the user gave it."""
    at = Location(path)
    if not data.strip():
        return None, (Problem("seed-empty", at, "The file is empty.", "Add one that holds the source's text."),)
    if data.lstrip()[:5] == b"%PDF-":
        return Format.PDF, ()
    if data[:4] == b"PK\x03\x04" and b"word/" in data:
        return Format.DOCX, ()
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in data:
        right = f"Add {_TEXTS}; of sound or film add the transcript."
        return None, (Problem("not-text", at, "This file holds no text.", right),)
    return _NAMED.get(PurePosixPath(path).suffix.lower()) or _sniffed(data[:_TOP].decode("utf-8", "replace").lstrip("\ufeff"), path), ()


def _sniffed(top: str, path: str) -> Format:
    """The format of a text whose name does not tell it; what is pasted is Markdown, of which plain text is a part."""
    if top.startswith("WEBVTT"):
        return Format.WEBVTT
    if _SUBRIP.match(top.replace("\r\n", "\n")):
        return Format.SUBRIP
    if _HTML.match(top):
        return Format.HTML
    if _SEGMENTS.match(top):
        return Format.JSON
    return Format.TEXT if path.lower().endswith(".txt") else Format.MARKDOWN
