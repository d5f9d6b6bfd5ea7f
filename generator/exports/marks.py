"""A finished page's HTML → its twin in plain Markdown, for machines: its words, links, emphasis, lists and tables; no layout."""

from collections.abc import Iterable
from typing import cast
from urllib.parse import quote

from lxml import html

from generator.text import escape_plain, escape_within

#: A change of this module makes every twin anew.
VERSION = "1"

_BLOCKS = frozenset(
    "p li blockquote h1 h2 h3 h4 h5 h6 div section article nav header ul ol dl dt dd table pre figure figcaption details summary".split()
)
_SILENT = frozenset({"style", "script", "title", "svg", "hr", "button"})
#: What helps to get about on a page that is looked at: links to a thing itself, back to the text, to a letter, to the pages beside it.
_CHROME = frozenset(
    "headerlink footnote-backref sb-anchor sb-backs sb-contents sb-jump sb-legend sb-letters sb-mark sb-section sb-step".split()
)
#: All that addresses are made of, except brackets.
_IN_ADDRESSES = "/:?#@!$&'*+,;=%~-._"
_SLANTED, _BOLD, _ASIDE = ("*", "*"), ("**", "**"), ("(", ")")
_AROUND = {"em": _SLANTED, "i": _SLANTED, "strong": _BOLD, "b": _BOLD, "q": ("“", "”"), "del": _ASIDE, "ins": _ASIDE, "small": _ASIDE}


def twin(page: bytes) -> bytes:
    """The twin of a finished page (llmstxt.org), to stand beside it, so that its links lead where the page's do."""
    text = page.decode("utf-8", "replace")
    found = cast(html.HtmlElement, html.document_fromstring(text)).find_class("md-content__inner") if text.strip() else []
    return (marks(found[0]) + "\n").encode("utf-8", "replace") if found else b""


def marks(root: html.HtmlElement) -> str:
    """The Markdown of an element's content: blocks parted by blank lines, no tag left."""
    blocks: list[str] = []
    _walk(root, blocks, "", "")
    return "\n\n".join(blocks)


def _walk(element: html.HtmlElement, blocks: list[str], first: str, rest: str) -> None:
    """Add the blocks of an element. `first` and `rest`: what its first line and all others begin with."""
    run: list[html.HtmlElement | str] = [element.text or ""]
    for child in element:
        if _is_block(child):
            first = _add(blocks, _words(run), element, first, rest)
            first, run = _block(child, blocks, first, rest), [child.tail or ""]
        else:
            run += [child, child.tail or ""]
    _add(blocks, _words(run), element, first, rest)


def _block(child: html.HtmlElement, blocks: list[str], first: str, rest: str) -> str:
    """Add what a block within another one holds. What the next block of that other one begins with."""
    if _silent(child):
        return first
    if child.tag == "table":
        blocks.append("\n".join(rest + row for row in _table(child)))
    elif child.tag == "pre":
        blocks.append("\n".join(rest + line for line in ("```", *child.text_content().rstrip("\n").split("\n"), "```")))
    elif child.tag == "dl":
        blocks.append("\n".join(rest + row for row in _rows(child)))
    else:
        before = len(blocks)
        _walk(child, blocks, *_begun(child, first, rest))
        return first if len(blocks) == before else rest
    return rest


def _begun(child: html.HtmlElement, first: str, rest: str) -> tuple[str, str]:
    parent = child.getparent()
    if child.tag == "li" and parent is not None:
        mark = f"{1 + len(list(child.itersiblings('li', preceding=True)))}. " if parent.tag == "ol" else "- "
        return rest + mark, rest + " " * len(mark)
    return (first + "> ", rest + "> ") if child.tag == "blockquote" else (first, rest)


def _rows(element: html.HtmlElement) -> Iterable[str]:
    """The rows of a list of terms: what each is called, and what stands beside it."""
    for name in element.iter("dt"):
        said = name.getnext()
        yield f"- {_flat(_inside(name))}: {'' if said is None else _flat(_inside(said))}"


def _table(element: html.HtmlElement) -> Iterable[str]:
    """The rows of a table, the rule below its first one."""
    rows = [[_flat(_inside(cell)) for cell in row.iter("th", "td")] for row in element.iter("tr")]
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield "|" + " --- |" * len(row)


def _inside(element: html.HtmlElement) -> str:
    return _words([element.text or "", *(part for child in element for part in (child, child.tail or ""))])


def _words(run: Iterable[html.HtmlElement | str]) -> str:
    """Text and inline elements as one line. Two elements that touch are parted by the layout, so here by a dot."""
    made, beside = "", False
    for part in run:
        if isinstance(part, str):
            made += escape_within(part)
            beside = beside and not part
        elif words := _inline(part):
            apart = beside and part.tag != "sup" and not made[-1:].isspace() and not words[:1].isspace()
            made += (" · " if apart else "") + words
            beside = True
    return made


def _inline(element: html.HtmlElement) -> str:
    if _silent(element):
        return ""
    if element.tag == "img":
        return escape_plain(element.get("alt") or "")
    if element.tag == "code" and "`" not in element.text_content():
        return f"`{element.text_content()}`"
    words, href = _inside(element), element.get("href") or ""
    if element.tag == "sup":
        return f"\\[{words}\\]"
    if element.tag == "a" and href and not href.startswith("#"):
        return f"[{words}]({quote(href, safe=_IN_ADDRESSES, errors='replace')})" if _followed(href) and words else words
    before, after = _AROUND.get(str(element.tag), ("", ""))
    if _is_block(element):
        return f" {words} "
    return f"{before}{words}{after}" if words.strip() == words and words else words


def _is_block(element: html.HtmlElement) -> bool:
    return element.tag in _BLOCKS


def _silent(element: html.HtmlElement) -> bool:
    """Whether an element says nothing: no tag (a comment), one without words for a reader, one that is not shown."""
    if not isinstance(element.tag, str) or element.tag in _SILENT or element.get("hidden") is not None or element.get("aria-hidden"):
        return True
    return not _CHROME.isdisjoint((element.get("class") or "").split())


def _followed(href: str) -> bool:
    """Whether an address may stand in the twin: of the site itself, of the web, or of a person."""
    scheme, colon, _ = href.partition(":")
    return not colon or "/" in scheme or scheme.lower() in {"http", "https", "mailto"}


def _add(blocks: list[str], words: str, element: html.HtmlElement, first: str, rest: str) -> str:
    """Add a block, if there are words. What the next block of the same element begins with."""
    flat, tag = _flat(words), str(element.tag)
    if not flat:
        return first
    if tag == "summary":
        flat = f"**{flat}**"
    level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
    blocks.append(first + ("#" * level + " " if level else "") + flat)
    return rest


def _flat(words: str) -> str:
    return " ".join(words.split())
