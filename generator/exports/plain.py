"""HTML → plain text that reads well in a mail program: wrapped, links written out, quotations marked. Keeps no layout."""

import textwrap

from lxml import html

#: Characters of a line (RFC 3676 asks for fewer than 78).
_WIDTH = 72
_HEADINGS = {"h1": "=", "h2": "-", "h3": ""}
_BLOCKS = frozenset("p li blockquote h1 h2 h3 h4 h5 h6 div section main ul ol dl dt dd table tr pre figure hr".split())
_SILENT = frozenset({"style", "script", "head", "title", "meta"})


def plain(root: html.HtmlElement) -> str:
    """The text of a document's body. A link stands as its words and its address; one whose words are a number as `[1]`, with its address
    at the end.
    """
    blocks: list[str] = []
    _walk(root.body, blocks, "", "")
    numbered = {words: link.get("href") for link in root.body.iter("a") if (words := link.text_content()).isdigit()}
    blocks += ["\n".join(f"[{number}] {address}" for number, address in numbered.items() if address)] if numbered else []
    return "\n\n".join(blocks) + "\n"


def _walk(element: html.HtmlElement, blocks: list[str], first: str, rest: str) -> None:
    """Add the blocks of an element. `first` and `rest`: what its first line and all others begin with."""
    words: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SILENT:
            words.append(child.tail or "")
        elif child.tag in _BLOCKS:
            _add(blocks, "".join(words), element.tag, first, rest)
            words = [child.tail or ""]
            _walk(child, blocks, *_begun(child.tag, first, rest))
        else:
            words += [_inline(child), child.tail or ""]
    _add(blocks, "".join(words), element.tag, first, rest)


def _begun(tag: str, first: str, rest: str) -> tuple[str, str]:
    if tag == "li":
        return rest + "- ", rest + "  "
    return (rest + "> ", rest + "> ") if tag == "blockquote" else (first, rest)


def _inline(element: html.HtmlElement) -> str:
    """The words of an inline element, with the addresses of the links in it."""
    if element.tag == "br":
        return "\v"
    if element.tag == "img":
        return element.get("alt") or ""
    parts = [element.text or ""]
    for child in element:
        parts += [_inline(child) if isinstance(child.tag, str) else "", child.tail or ""]
    words = "".join(parts)
    if element.tag != "a" or not element.get("href"):
        return words
    return f"[{words}]" if words.isdigit() else f"{words} <{element.get('href')}>"


def _add(blocks: list[str], words: str, tag: str, first: str, rest: str) -> None:
    lines = [" ".join(line.split()) for line in words.split("\v")]
    if not any(lines):
        return
    made = [_wrapped(line, first if number == 0 else rest, rest) for number, line in enumerate(lines) if line]
    rule = _HEADINGS.get(tag, "")
    blocks.append("\n".join([*made, rule * min(_WIDTH, len(lines[0]))] if rule else made))


def _wrapped(line: str, first: str, rest: str) -> str:
    return textwrap.fill(line, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
