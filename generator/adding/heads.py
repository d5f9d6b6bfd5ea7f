"""The head of a text as other programs write it (Obsidian, Hugo, Jekyll: YAML, TOML, JSON) → the fields of a seed. Checks none itself."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.nodes import Mapping as Fields
from generator.nodes import Node, Scalar, nodes
from generator.nodes import Sequence as Listed
from generator.read.front import iso_date
from generator.read.header import MANY, ONE, fields, header
from generator.read.inline import plain
from generator.read.lines import split
from generator.report import Location, Problem
from generator.written import fields as written

#: A seed's value of a field: one text, or a list of names.
Values = Mapping[str, str | tuple[str, ...]]

#: What other programs call the fields of a seed. `created` is the day of the note and not of the source, so it is none of them.
_ALSO = {
    "author": "authors", "by": "authors", "guest": "speakers", "guests": "speakers", "published": "date", "publishdate": "date",
    "pubdate": "date", "source": "url", "link": "url", "canonical": "url", "canonicalurl": "url", "source_url": "url",
    "site": "publisher", "site_name": "publisher", "sitename": "publisher", "licence": "license", "audio": "media",
}  # fmt: skip
#: What stands between names in one line of text; a name before a comma alone (`Lee, Ann`) is half a name.
_BETWEEN = re.compile(r"(?<!\s)\s*(?:[,;&]|\band\b)\s*")
_NONE: Values = MappingProxyType({})
_FENCES = {"---": "YAML", "+++": "TOML"}


class Head(NamedTuple):
    """What the head of a file states: fields of a seed, the names of others, and how many lines it takes."""

    values: Values = _NONE
    left_out: tuple[str, ...] = ()
    lines: int = 0


def head(path: str, text: str) -> tuple[Head, tuple[Problem, ...]]:
    """The head of a text, if it has one. A seed's own front matter is taken as it is."""
    lines = split(text)
    first = lines[0].text.rstrip() if lines else ""
    problems: tuple[Problem, ...] = ()
    if first == "---":
        own, problems = header(path, lines)
        if not own.last or not problems:
            return Head({**own.one, **own.many}, (), own.last), problems
    if first in _FENCES:
        end = next((line.number for line in lines[1:] if line.text.rstrip() == first), 0)
        inner = "\n".join(line.text for line in lines[1 : end - 1])
        if not end:
            wrong = f"The {_FENCES[first]} that opens here is never closed."
            return Head(), (Problem("front-matter", Location(path, 1), wrong, f"End it with a line {first}"),)
        stated, unread = _yaml(path, inner) if first == "---" else _toml(path, inner)
        return _mapped(stated)._replace(lines=end), unread or (() if stated else problems)
    stated, end = _json(text)
    return (_mapped(stated)._replace(lines=text.count("\n", 0, end) + 1) if stated else Head()), ()


def fitting(values: Values) -> Values:
    """The fields whose values a seed may have; all names are a seed's. A date is taken out of a longer text."""
    found = {}
    for name, value in values.items():
        ways = (value[:10], value, iso_date(value)) if name == "date" and isinstance(value, str) else (value,)
        exact = next((way for way in ways if way and not fields("", written({name: way}))[1]), "")
        if exact:
            found[name] = exact
    return found


def _mapped(stated: Mapping[str, Any]) -> Head:
    """Fields by whatever name → those of a seed, as far as their values are such."""
    given: dict[str, str | tuple[str, ...]] = {}
    asked: dict[str, str] = {}
    for name, value in stated.items():
        key = name.strip().lower().replace(" ", "_")
        target = key if key in ONE or key in MANY else _ALSO.get(key, "")
        texts = tuple(plain(" ".join(text.split())).text for text in _texts(value))
        if target and texts and target not in given:
            given[target] = _names(texts) if target in MANY else texts[0]
            asked[target] = name
    held = fitting(given)
    return Head(held, tuple(name for name in stated if name not in {asked[target] for target in held}))


def _names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Names of a list, or of one text that joins several."""
    parts = tuple(part for part in _BETWEEN.split(texts[0]) if part) if len(texts) == 1 else texts
    return parts if all(" " in part for part in parts) else texts


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value, however it nests: of a mapping (an author with an address) its name."""
    if isinstance(value, Mapping):
        yield from _texts(value.get("name", ""))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, date):
        yield value.isoformat()
    elif value is not None and not isinstance(value, bool) and str(value).strip():
        yield str(value)


def _yaml(path: str, text: str) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    root, problems = nodes(path, text, above=1)
    return ({key.text: _plain(value) for key, value in root.fields} if isinstance(root, Fields) else {}), problems


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return "" if node.nothing else node.text
    return [_plain(item) for item in node.items] if isinstance(node, Listed) else {key.text: _plain(value) for key, value in node.fields}


def _toml(path: str, text: str) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    try:
        return tomllib.loads(text), ()
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+)", str(error))
        right = 'Write `title = "Name"`, one a line, between two lines of +++'
        return {}, (Problem("front-matter", Location(path, 1 + int(at[1]) if at else 1), "This is not TOML.", right),)


def _json(text: str) -> tuple[Mapping[str, Any], int]:
    """A head in JSON, as Hugo has it: an object with a title or a date, with the text below it. Where it ends."""
    if not text.startswith("{"):
        return {}, 0
    try:
        stated, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return {}, 0
    return (stated, end) if isinstance(stated, dict) and stated.keys() & {"title", "date"} and text[end:].strip() else ({}, 0)
