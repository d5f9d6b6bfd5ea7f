"""Saved web pages: HTML to numbered lines in the marks that the prose readers know, navigation set aside, fields from the page's head.

The parser is lxml (BSD licence), which keeps the line on which each element begins; a page in one line has all its text on line 1.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree, html

from generator.model import Lines, Role
from generator.read.front import iso_date
from generator.read.inline import literal
from generator.read.lines import Draft, Line, unread
from generator.report import Location, Problem

_ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog", "noscript", "iframe", "svg"})
_SILENT = frozenset({"script", "style", "head", "template", "link", "meta", "title"})
_BLOCK = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote pre table figcaption dt dd address summary div section article main header body html ul ol "
    "dl figure td th tr center".split()
)
_MARKS = {"li": "- ", "blockquote": "> ", **{f"h{n}": "#" * n + " " for n in range(1, 7)}}
#: Nesting deeper than any page that people write; beyond it the text is taken flat.
_DEPTH = 200
#: libxml2 keeps the line of an element in two bytes; beyond them no passage would know its line.
_MOST_LINES = 65_535


class Page(NamedTuple):
    """A saved page: its text as numbered lines (blank ones between blocks), what was set aside, and the fields of its head.

    What it shows is no Markdown: the lines are `literal`, but for the marks of headings, lists and tables that stand for elements.
    """

    lines: tuple[Line, ...] = ()
    aside: tuple[Draft, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})


def saved_html(path: str, text: str) -> tuple[Page, tuple[Problem, ...]]:
    """HTML to a page. What a browser would show of broken markup is read the same way; what cannot be read whole is a problem."""
    if (height := text.count("\n") + 1) > _MOST_LINES:
        wrong = f"This page has {height:,} lines."
        return Page(), (Problem("html", Location(path, _MOST_LINES), wrong, f"At most {_MOST_LINES:,} are read: save its text alone."),)
    parser = html.HTMLParser(encoding="utf-8", recover=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return Page(), ()
    if broken := next((error for error in parser.error_log if error.level_name == "FATAL"), None):
        wrong = f"This page cannot be read to its end: {broken.message.split(':')[0].lower()}."
        return Page(), (Problem("html", Location(path, max(1, broken.line)), wrong, "Save the page again, or its text alone."),)
    fields = _fields(root)
    etree.strip_elements(root, *_SILENT, with_tail=False)
    for gap in root.iter("br"):
        gap.text = "\n"
    pieces = list(_pieces(root, _around_blocks(root), 0, set_aside=False))
    if _characters(map(str, root.itertext())) - _characters(piece[2] for piece in pieces):
        return Page(), (unread(Location(path, 1), "Words of this page"),)
    lines: list[Line] = []
    aside: list[Draft] = []
    for tag, line, words, set_aside in pieces:
        if set_aside:
            aside.append(Draft(Role.BOILERPLATE, Lines(line, line), words, excluded="navigation"))
        elif tag == "table":
            lines += [Line(line, ""), *(Line(line, literal(row)) for row in words.split("\n")), Line(line, "")]
        else:
            lines += [Line(line, ""), Line(line, _MARKS.get(tag, "") + literal(words))]
    return Page(tuple(lines), tuple(aside), fields), ()


def _characters(texts: Iterable[str]) -> Counter[str]:
    """How often each character stands in texts, white space aside: what a page shows is neither lost nor told twice."""
    return Counter("".join("".join(texts).split()))


def _around_blocks(root: html.HtmlElement) -> Set[html.HtmlElement]:
    """The blocks, and whatever holds one: a link round a paragraph is no part of a line."""
    found: set[html.HtmlElement] = set()
    for element in root.iter(*_BLOCK, *_ASIDE):
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _pieces(
    element: html.HtmlElement, blocks: Set[html.HtmlElement], depth: int, *, set_aside: bool
) -> Iterator[tuple[str, int, str, bool]]:
    """Blocks of text in order: tag, line, words, and whether it stands in the page's navigation."""
    tag = str(element.tag).lower()
    set_aside = set_aside or tag in _ASIDE
    line = int(element.sourceline or 1)
    if tag == "table" and not set_aside and (rows := _rows(element)):
        for caption in element.findall("caption"):
            yield "caption", line, _words(caption), False
        yield "table", line, rows, False
        return
    if depth > _DEPTH or not any(child in blocks for child in element.iterchildren()):
        if words := _words(element):
            yield tag, line, words, set_aside
        return
    loose = element.text or ""
    for child in element.iterchildren():
        if child in blocks:
            if loose.strip():
                yield tag, line, " ".join(loose.split()), set_aside
            loose = ""
            yield from _pieces(child, blocks, depth + 1, set_aside=set_aside)
        else:
            loose += "".join(child.itertext())
        loose += child.tail or ""
    if loose.strip():
        yield tag, line, " ".join(loose.split()), set_aside


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _rows(table: html.HtmlElement) -> str:
    """A data table as pipe rows; empty for a table that only lays out the page, or that says something outside of its cells."""
    rows = [[_words(cell).replace("|", "\\|") for cell in row.xpath("./td|./th")] for row in table.xpath("./tr|./*/tr")]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(len(row) for row in rows) < 2 or table.find(".//table") is not None:
        return ""
    said = _characters(cell for row in rows for cell in row) + _characters(t for c in table.findall("caption") for t in c.itertext())
    if _characters(table.itertext()) - said:
        return ""
    return "\n".join(["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0]), *("| " + " | ".join(row) + " |" for row in rows[1:])])


def _fields(root: html.HtmlElement) -> dict[str, str]:
    """Title, authors, publisher, date and address as the page's head states them (Open Graph, Dublin Core, HTML)."""
    wanted = {
        "title": ('//meta[@property="og:title"]/@content', "//head/title/text()"),
        "authors": ('//meta[@name="author"]/@content', '//meta[@property="article:author"]/@content'),
        "publisher": ('//meta[@property="og:site_name"]/@content',),
        "date": ('//meta[@property="article:published_time"]/@content', '//meta[@name="date"]/@content', "//time/@datetime"),
        "url": ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content'),
    }
    found = {}
    for name, paths in wanted.items():
        value = next((" ".join(str(v).split()) for path in paths for v in root.xpath(path) if str(v).strip()), "")
        value = iso_date(value[:10] if name == "date" and value[:4].isdigit() else value) if name == "date" else value
        if value and (name != "url" or value.startswith(("http://", "https://"))):
            found[name] = value
    return found
