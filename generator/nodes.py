"""YAML → nodes that know their line, every scalar as it was written; duplicate keys, aliases and tags are problems. Knows no field."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from generator.report import Location, Problem
from generator.text import for_yaml

_QUOTES = 'Close every bracket and quotation mark; quote a text with a colon, a # or a leading mark: prefLabel: "Evals: a primer".'
#: A new field or item, at which an open bracket must have been closed.
_FIELD = re.compile(r"\s*(?:- |(?:- )?[\w-]+:(?:\s|$))")
#: The plain scalars that YAML reads as no value at all.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
#: An entry is a field deep, a label's `near` three deeper; what nests beyond this is a mistake.
_DEEPEST = 20
_TEXT_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: the text as it stands in the file (`yes` and `2.0` stay so), and whether it says nothing (`~`, left out)."""

    text: str
    line: int
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields: key and value, in the order of the file, each key once."""

    fields: tuple[tuple[Scalar, "Node"], ...]
    line: int


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read: its children so far."""

    line: int
    mapping: bool
    children: list[Node]


def nodes(path: str, text: str, *, above: int = 0) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one YAML document; None if it is empty or cannot be read. `above`: how many lines of the file stand before it."""
    problems: list[Problem] = []
    text = for_yaml(text)
    try:
        root = _build(path, yaml.parse(text, Loader=yaml.CSafeLoader), above, problems)
    except yaml.YAMLError as error:
        return None, (_broken(path, text, error, above),)
    return root, tuple(problems)


def overgrown(text: str, *, aliases: bool, deepest: int = _DEEPEST) -> tuple[int, str] | None:
    """Where YAML nests deeper than any reader of ours may follow, or, unless `aliases` may stand, has one: with them a few lines stand for
    more than a machine can hold. Its line, and what it does; None if it does neither. Raises YAMLError where the text is no YAML.
    """
    depth = 0
    events: Iterable[Any] = yaml.parse(for_yaml(text), Loader=yaml.CSafeLoader)
    for event in events:
        line = event.start_mark.line + 1
        opens = isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
        depth += opens - isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))
        if depth > deepest:
            return line, "is nested too deeply"
        if isinstance(event, yaml.AliasEvent) and not aliases:
            return line, f"has an alias, *{event.anchor}"
    return None


def _build(path: str, events: Iterable[Any], above: int, problems: list[Problem]) -> Node | None:
    """Events → tree, without recursion, so that no depth of nesting can overflow; None at what has no place here."""
    root: Node | None = None
    stack: list[_Open] = []
    for event in events:
        at = Location(path, above + event.start_mark.line + 1)
        if refused := _refused(event, at, depth=len(stack), second=root is not None):
            problems.append(refused)
            return None
        done: Node | None = None
        if isinstance(event, yaml.ScalarEvent):
            done = Scalar(event.value, at.line, nothing=event.style in {None, ""} and event.value in _NOTHING)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            stack.append(_Open(at.line, isinstance(event, yaml.MappingStartEvent), []))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            done = _closed(path, stack.pop(), problems)
        if done is not None and stack:
            stack[-1].children.append(done)
        elif done is not None:
            root = done
    return None if isinstance(root, Scalar) and root.nothing else root


def _refused(event: Any, at: Location, *, depth: int, second: bool) -> Problem | None:
    """What has no place here: aliases (with them a small file can grow without end), tags, absurd nesting, a second document."""
    anchor = getattr(event, "anchor", None)
    tag = getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        return Problem("yaml-alias", at, f"The alias *{anchor} is not allowed here.", "Write the value itself, or quote the text.")
    if anchor:
        return Problem("yaml-alias", at, f"The anchor &{anchor} is not allowed here.", "Remove it, or quote the text.")
    if tag not in _TEXT_TAGS:
        return Problem("yaml-tag", at, f"The tag {tag} is not allowed here.", "Put a text that begins with ! in quotation marks.")
    if depth > _DEEPEST:
        return Problem("yaml", at, "The YAML is nested too deeply.", "An entry is a list of `field: value`; a value is a text or a list.")
    if second and isinstance(event, yaml.DocumentStartEvent):
        return Problem("yaml", at, "A second YAML document begins here.", "Remove the line of three hyphens; a file holds one list.")
    return None


def _closed(path: str, part: _Open, problems: list[Problem]) -> Node:
    if not part.mapping:
        return Sequence(tuple(part.children), part.line)
    fields: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(part.children[::2], part.children[1::2], strict=True):
        if not isinstance(key, Scalar):
            wrong = "A list or mapping stands where a field's name belongs."
            problems.append(Problem("yaml", Location(path, key.line), wrong, "Write `field: value`."))
        elif key.text in fields:
            wrong = f"The field `{key.text}` is given twice, first at {Location(path, fields[key.text][0].line)}."
            problems.append(Problem("field-twice", Location(path, key.line), wrong, "Keep one of them."))
        else:
            fields[key.text] = (key, value)
    return Mapping(tuple(fields.values()), part.line)


def _broken(path: str, text: str, error: yaml.YAMLError, above: int) -> Problem:
    """The parser's complaint; of a quotation mark or bracket that is never closed it sees only the end, so the beginning is told."""
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    context = getattr(error, "context", None) or ""
    if began and ("quoted" in context or "end of stream" in what or (mark and _FIELD.match(text[mark.index - mark.column :]))):
        mark = began
    position = getattr(error, "position", None)
    line = mark.line + 1 if mark else 1 + (text[:position].count("\n") if isinstance(position, int) else 0)
    last = max(1, text.rstrip("\n").count("\n") + 1)
    wrong = f"This is not YAML: {what}{f' {context}' if context else ''}."
    return Problem("yaml", Location(path, above + min(line, last)), wrong, _QUOTES)
