"""mkdocs.yml → what Seedbed needs to know of it: the site's name, address, language and "as of", its navigation. Sets nothing."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

import yaml

from generator.model import Site, SourceText
from generator.nodes import overgrown
from generator.report import Location, Problem, misencoded
from generator.text import for_yaml

_RIGHT = "Write `name: value`, lists with `- ` at one depth, and quotation marks round a value with a colon."
_DEEPEST = 100  #: navigations nest five deep, settings of plugins a little deeper
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*")  # BCP 47, as far as a form goes


class Config(NamedTuple):
    """The configuration, as far as it concerns Seedbed. `nav`: the Markdown pages of the navigation, each with its line.

    `as_of`: the ISO date that dates are reckoned from; empty: that of the newest source.
    """

    site: Site = Site()
    nav: tuple[tuple[str, Location], ...] = ()
    as_of: str = ""


def config(file: SourceText) -> tuple[Config, tuple[Problem, ...]]:
    """Read a configuration. Tags such as `!ENV` are the engine's to understand; of one with a default the default counts here."""
    try:
        text = for_yaml(file.data.decode("utf-8-sig"))
        if wild := overgrown(text, aliases=True, deepest=_DEEPEST):
            return Config(), (Problem("config", Location(file.path, wild[0]), f"The configuration {wild[1]}.", _RIGHT),)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        return Config(), (misencoded(file.path, file.data, error),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        wrong = f"This is not YAML: {getattr(error, 'problem', None) or error}."
        return Config(), (
            Problem("config", Location(file.path, min(mark.line, text.rstrip("\n").count("\n")) + 1 if mark else 1), wrong, _RIGHT),
        )
    if not isinstance(root, yaml.MappingNode):
        return Config(), (Problem("config", Location(file.path, 1), "The configuration states no fields.", "Write `site_name: Name`."),)
    theme = _field(root, "theme")
    language = _text(_field(theme, "language"))
    language = language if _LANGUAGE.fullmatch(language) else "en"
    site = Site(_text(_field(root, "site_name")), _text(_field(root, "site_url")), language, _text(_field(root, "site_description")))
    as_of = _field(_field(root, "extra"), "as_of")
    found = Config(site, tuple(_pages(_field(root, "nav"), file.path)), _text(as_of))
    return (found, ()) if _is_day(found.as_of) else (found._replace(as_of=""), _undated(as_of, file.path))


def missing(config: Config, pages: Collection[str]) -> tuple[Problem, ...]:
    """Entries of the navigation that name no page. `pages`: the paths of all pages below `docs_dir`."""
    right = "Write the path of a page of docs/, or of one that is generated, such as topics/index.md."
    return tuple(Problem("nav", place, f"There is no page `{path}`.", right) for path, place in config.nav if path not in pages)


def _is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, or nothing."""
    try:
        return not text or bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _undated(node: yaml.Node | None, path: str) -> tuple[Problem, ...]:
    line = node.start_mark.line + 1 if node else 1
    return (Problem("config", Location(path, line), f"`as_of` is no day: {_text(node)}.", "Write `as_of: 2026-06-30`, or leave it out."),)


def _field(node: yaml.Node | None, name: str) -> yaml.Node | None:
    fields = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in fields if key.value == name), None)


def _text(node: yaml.Node | None) -> str:
    """A scalar's text; of `!ENV [NAME, default]` the default."""
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and len(node.value) > 1:
        node = node.value[-1]
    return str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""


def _pages(node: yaml.Node | None, path: str) -> Iterator[tuple[str, Location]]:
    """The Markdown pages of a navigation, however deep."""
    stack = [node]
    seen: set[yaml.Node | None] = set()  # an alias leads to a node that was looked at before
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        if isinstance(node, yaml.SequenceNode):
            stack += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            stack += [value for _, value in reversed(node.value)]
        elif isinstance(node, yaml.ScalarNode) and node.value.endswith(".md"):
            yield node.value, Location(path, node.start_mark.line + 1)
