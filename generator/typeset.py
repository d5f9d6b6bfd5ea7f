"""The curator's Markdown → HTML, for letters and feeds, where no engine comes by. Knows no noun of the project."""

import posixpath
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.address import Address

#: Those of the engine's extensions that need neither its styles nor a script.
_EXTENSIONS = ("abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\Z")


def typeset(markdown: str, page: str) -> str:
    """The HTML of Markdown that stands on `page` (a Markdown path below `docs/`); its links are as the engine would make them."""
    return Markdown(extensions=[*_EXTENSIONS, _Links(page)]).convert(markdown)


class _Links(Extension):
    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        md.treeprocessors.register(_Leading(md, self._page), "seedbed-links", 0)


class _Leading(Treeprocessor):
    """Makes links to Markdown files lead to pages. Raw HTML is not among the elements that it sees: that is left as it stands."""

    def __init__(self, md: Markdown, page: str) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag, "")
            if name and (target := element.get(name)) and not _ELSEWHERE.match(target):
                element.set(name, _leading(target, self._page))


def _leading(target: str, page: str) -> str:
    path, mark, anchor = target.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if there.endswith(".md"):
        return Address(there, anchor).href(page)
    return posixpath.relpath("/" + there, "/" + Address(page).url) + mark + anchor
