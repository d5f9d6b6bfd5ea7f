"""HTML of the curator's prose → Markdown without any HTML, for twins of pages. Keeps words, links, emphasis, lists; no layout."""

from urllib.parse import quote

from lxml import html

from generator.text import escape_plain, escape_within

_INDENT = {"ul": "- ", "ol": "1. "}
_BLOCKS = frozenset("p li blockquote h1 h2 h3 h4 h5 h6 div section ul ol dl dt dd table thead tbody tr pre figure details summary".split())
_SILENT = frozenset({"style", "script", "title", "svg", "hr"})
#: All that addresses are made of, except brackets.
_IN_ADDRESSES = "/:?#@!$&'*+,;=%~-._"
_AROUND = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def marks(text: str) -> str:
    """The Markdown of an HTML fragment: blocks parted by blank lines, no tag left."""
    blocks: list[str] = []
    _walk(html.fragment_fromstring(text, create_parent="div"), blocks, "", "")
    return "\n\n".join(blocks)


def linkable(href: str) -> str:
    """An address for the brackets of a Markdown link: it ends where they do."""
    return quote(href, safe=_IN_ADDRESSES, errors="replace")


def _walk(element: html.HtmlElement, blocks: list[str], first: str, rest: str) -> None:
    """Add the blocks of an element. `first` and `rest`: what its first line and all others begin with."""
    words = [escape_within(element.text or "")]
    for child in element:
        if isinstance(child.tag, str) and child.tag in _BLOCKS:
            first = _add(blocks, "".join(words), element.tag, first, rest)
            _walk(child, blocks, *_begun(child, first, rest))
            first, words = rest, [escape_within(child.tail or "")]
        else:
            words += [_inline(child), escape_within(child.tail or "")]
    _add(blocks, "".join(words), element.tag, first, rest)


def _begun(child: html.HtmlElement, first: str, rest: str) -> tuple[str, str]:
    parent = child.getparent()
    if child.tag == "li" and parent is not None:
        mark = _INDENT.get(str(parent.tag), "- ")
        return rest + mark, rest + " " * len(mark)
    return (rest + "> ", rest + "> ") if child.tag == "blockquote" else (first, rest)


def _inline(element: html.HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return ""
    if element.tag == "img":
        return escape_plain(element.get("alt") or "")
    parts = [escape_within(element.text or "")]
    for child in element:
        parts += [_inline(child), escape_within(child.tail or "")]
    words, href = "".join(parts), element.get("href") or ""
    if element.tag == "sup":
        return f"\\[{words}\\]"
    if element.tag == "a" and href and not href.startswith("#"):
        return f"[{words}]({linkable(href)})" if _followed(href) else words
    mark = _AROUND.get(element.tag, "")
    return f"{mark}{words}{mark}" if words.strip() == words and words else words


def _followed(href: str) -> bool:
    """Whether an address may stand in the twin: of the site itself, of the web, or of a person."""
    scheme, colon, _ = href.partition(":")
    return not colon or "/" in scheme or scheme.lower() in {"http", "https", "mailto"}


def _add(blocks: list[str], words: str, tag: str, first: str, rest: str) -> str:
    """Add a block, if there are words. What the next block of the same element begins with."""
    flat = " ".join(words.split())
    if not flat:
        return first
    level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
    blocks.append(first + ("#" * max(2, level) + " " if level else "") + flat)
    return rest
