"""The curator's Markdown → its prose: blocks of plain text with the links in them, as the engine reads them. Knows no concept."""

import re
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

from markdown import Markdown

from generator.citing import without

#: Those of the engine's extensions that change what is prose.
_EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables")
#: What is not running text. Footnote marks are `sup`.
_NO_PROSE = frozenset("h1 h2 h3 h4 h5 h6 pre table script style svg sup button".split())
_INLINE = frozenset("a abbr b bdi cite code del dfn em i img ins kbd mark q s samp small span strong sub time u var wbr".split())
#: What may mean something to Markdown; a text without it is its own plain text.
_MARKS = re.compile(r"[\[*_<`&#~|\\{\n]|^[ \t]*[-+>:\d]")


class Block(NamedTuple):
    """A paragraph, list item or the like: its plain text, and its links by span in it."""

    text: str
    links: tuple[tuple[int, int, str], ...] = ()


@lru_cache(maxsize=1 << 13)  # one finding or page after another asks for those of the same texts, and so does a preview that builds again
def blocks(markdown: str) -> tuple[Block, ...]:
    """The prose of a Markdown text, without headings, code, tables and citations."""
    markdown = without(markdown).strip()
    if not _MARKS.search(markdown):
        return (Block(" ".join(markdown.split())),) if markdown else ()
    walk = _Walk()
    walk.feed(_engine().reset().convert(markdown))
    walk.close()
    walk.end_block()
    return tuple(walk.made)


@cache  # it costs a millisecond to make
def _engine() -> Markdown:
    return Markdown(extensions=list(_EXTENSIONS))


class _Walk(HTMLParser):
    """Goes through HTML and gathers blocks; one ends where a tag that is not inline begins or ends."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[Block] = []
        self._text = ""
        self._links: list[tuple[int, int, str]] = []
        self._open: tuple[int, str] | None = None
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._skipped or tag in _NO_PROSE or given.get("class") == "footnote-backref":
            if tag in {*_NO_PROSE, *self._skipped, "a"}:
                self._skipped.append(tag)
        elif tag == "br":
            self.handle_data(" ")
        elif tag == "a":
            self._open = (len(self._text), given.get("href") or "")
        if tag not in {*_INLINE, "sup", "br"}:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag in self._skipped:
                while self._skipped.pop() != tag:
                    pass
        elif tag == "a" and self._open:
            start, href = self._open
            self._links.append((start, len(self._text), href))
            self._open = None
        if tag not in {*_INLINE, "sup", "br"}:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Take text in with its white space collapsed, as a browser shows it."""
        if not self._skipped:
            flat = re.sub(r"\s+", " ", data)
            bare = not self._text or self._text.endswith(" ")
            self._text += flat[1:] if bare and flat.startswith(" ") else flat

    def end_block(self) -> None:
        text = self._text.rstrip()
        if text:
            self.made.append(Block(text, tuple((a, min(b, len(text)), href) for a, b, href in self._links if a < len(text))))
        self._text, self._links, self._open = "", [], None
