"""An extension of Python-Markdown for Zensical: addresses that MkDocs leaves as they are written lead where they lead there.

Both engines make pages of folders: `topics/x.md` becomes `topics/x/`. MkDocs makes the addresses of links in Markdown that name a file
fit, and takes all others, those in HTML too, as they stand: seen from the finished page. Zensical takes every address as seen from the
Markdown file, and puts `../` before each. Here that is taken back in advance, so that one Markdown serves both.
"""

import posixpath
import re
from collections.abc import Collection
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from zensical.extensions.context import ContextPreprocessor

#: What Zensical leaves alone: a place on the page, a query, an address of its own or from the root, nothing at all.
_ALONE = re.compile(r"[#?/]|[a-zA-Z][a-zA-Z0-9+.-]*:|$")
#: A tag of raw HTML, and an attribute in it. No part gives back what it took: linear time.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = re.compile(r"""(?<![^\s"'<>/=])([^\s"'<>/=]++)=("[^"]*+"|'[^']*+'|[^\s"'>]++)""")
#: Those that Zensical changes.
_CHANGED = frozenset({"href", "src"})


def literal(address: str, page: str) -> str:
    """An address on the finished page of the Markdown file `page`, written so that Zensical makes it lead there."""
    name = posixpath.basename(page).removesuffix(".md")
    if name in {"index", "README"} or _ALONE.match(address):
        return address
    return address.removeprefix("../") or "./" if address.startswith("../") else f"{name}/{address}"


def literal_html(html: str, page: str) -> str:
    """The same for every address in a piece of HTML."""

    def written(found: re.Match[str]) -> str:
        name, value = found.groups()
        quote = value[0] if value[0] in "\"'" else '"'
        return f"{name}={quote}{literal(value.strip(quote), page)}{quote}" if name in _CHANGED else found[0]

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(written, tag[0]), html)


class _Literal(Treeprocessor):
    """Runs when all is parsed: links and pictures of Markdown stand in the tree, raw HTML in the stash."""

    def __init__(self, md: Markdown, files: Collection[str]) -> None:
        super().__init__(md)
        self.files = files

    def run(self, root: Element) -> None:
        context = ContextPreprocessor.from_markdown(self.md)
        if context is None:
            return
        page = context.page.path
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(str(element.tag), "")
            address = element.get(name, "") if name else ""
            if address and posixpath.normpath(posixpath.join(posixpath.dirname(page), re.split("[?#]", address)[0])) not in self.files:
                element.set(name, literal(address, page))
        stash = self.md.htmlStash.rawHtmlBlocks
        stash[:] = [literal_html(block, page) if isinstance(block, str) else block for block in stash]


class Literal(Extension):
    """The extension, as Python-Markdown wants it. `files`: the paths of all files below `docs_dir`."""

    def __init__(self, **settings: object) -> None:
        """Take the settings that Python-Markdown hands over."""
        self.config = {"docs": ["", "The folder of the Markdown files"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Come after everything else: the last in the tree."""
        folder = Path(self.getConfig("docs"))
        files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
        md.treeprocessors.register(_Literal(md, files), "seedbed-literal", -100)


def makeExtension(**settings: object) -> Literal:  # noqa: N802  # Python-Markdown's name
    """What Python-Markdown asks a module of an extension for."""
    return Literal(**settings)
