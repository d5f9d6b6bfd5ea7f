"""Pages of a library as Markdown and as HTML, by path. The templates and the Markdown extensions are the project's own."""

from functools import cache
from pathlib import Path
from typing import cast

import markdown
import yaml
from lxml import html

from generator.library import Library
from generator.pages import all_pages
from generator.render import render

ROOT = Path(__file__).parents[2]


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' configuration without asking the environment."""


_Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(cast(yaml.SequenceNode, node))[-1])


@cache
def templates() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "templates").glob("*.*")}


@cache
def configuration() -> dict[str, object]:
    return cast(dict[str, object], yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader))


def pages(library: Library) -> dict[str, str]:
    files, problems = render(all_pages(library), templates())
    assert not problems
    return {file.path: file.data.decode() for file in files}


def body(page: str) -> html.HtmlElement:
    """A page without its front matter, as python-markdown makes HTML of it."""
    listed = cast(list[str | dict[str, dict[str, object]]], configuration()["markdown_extensions"])
    names = [next(iter(item)) if isinstance(item, dict) else item for item in listed]
    settings = {name: options for item in listed if isinstance(item, dict) for name, options in item.items()}
    text = page.split("---\n", 2)[2]
    return html.fromstring(f"<body>{markdown.markdown(text, extensions=names, extension_configs=settings)}</body>")
