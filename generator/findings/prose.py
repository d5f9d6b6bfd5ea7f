"""The curator's Markdown → its prose: blocks of plain text with the links in them, as the engine reads them. Knows no concept."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from markdown import Markdown

#: Those of the engine's extensions that change what is prose.
_EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables")
#: What is not running text.
_NO_PROSE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "script", "style", "svg", "sup", "button"})
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt figcaption figure footer header hr html li main nav ol p section summary ul".split()
)
#: A citation of a source: it belongs to the sentence's proof, not to its words.
_CITATION = re.compile(r"[ \t]*\[@[^\]\n]*\]")
_MARKS = re.compile(r"[\[\]*_<>`&#~|\\{}!\n]|^[ \t]*[-+>:\d=]|https?:")


class Block(NamedTuple):
    """A paragraph, list item or the like: its plain text, and its links by span in it."""

    text: str
    links: tuple[tuple[int, int, str], ...] = ()


def blocks(markdown: str) -> tuple[Block, ...]:
    """The prose of a Markdown text, without headings, code, tables and citations."""
    markdown = _CITATION.sub("", markdown)
    if not _MARKS.search(markdown):
        return (Block(markdown.strip()),) if markdown.strip() else ()
    html = Markdown(extensions=list(_EXTENSIONS)).convert(markdown)
    root = etree.HTML(html, etree.HTMLParser(huge_tree=True)) if html.strip() else None
    return () if root is None else tuple(_gathered(root))


class _Open:
    """A block in the making: pieces of text, and where links begin and end in them (by number of piece)."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.links: list[tuple[int, int, str]] = []

    def made(self) -> Block:
        """The block with its white space collapsed, as a browser shows it."""
        text, starts = "", [0]
        for piece in self.pieces:
            flat = re.sub(r"\s+", " ", piece)
            text += flat[1:] if flat.startswith(" ") and (not text or text.endswith(" ")) else flat
            starts.append(len(text))
        links = tuple((min(starts[a], len(text.rstrip())), min(starts[b], len(text.rstrip())), href) for a, b, href in self.links)
        return Block(text.rstrip(), links)


def _gathered(root: etree._Element) -> Iterator[Block]:
    """Walk the tree without recursion; a block ends where another begins or ends."""
    block = _Open()
    skipping: etree._Element | None = None
    began: list[tuple[etree._Element, int]] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and skipping is None:
            if tag in _NO_PROSE:
                skipping = element
            elif tag in _BLOCKS:
                yield block.made()
                block = _Open()
            elif tag == "a":
                began.append((element, len(block.pieces)))
            block.pieces.append(" " if tag == "br" else "")
            block.pieces.append(element.text or "" if skipping is None else "")
        elif event == "end" and skipping is None:
            if began and began[-1][0] is element:
                block.links.append((min(began[-1][1], len(block.pieces)), len(block.pieces), element.get("href", "")))
                began.pop()
            elif tag in _BLOCKS:
                yield block.made()
                block = _Open()
        elif element is skipping:
            skipping = None
            if tag not in {"sup", "button", "svg"}:
                yield block.made()
                block = _Open()
        if event != "start" and skipping is None:
            block.pieces.append(element.tail or "")
    yield block.made()
