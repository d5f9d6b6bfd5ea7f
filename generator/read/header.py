"""Front matter and sidecars: the fields that a seed may state about itself, each checked. Knows nothing of the text below them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.model import Kind
from generator.nodes import overgrown
from generator.read.lines import Line
from generator.report import Location, Problem, Severity
from generator.text import UNSEEN, fold, for_yaml, newlines

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
#: The time of day behind a date, which other programs write and a seed's date has not.
_TIME = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)? ?(?:Z|[+-]\d\d:?\d\d)?$")
_URL = re.compile(rf"https?://[^\s<>\"'{UNSEEN}/:?#]+(?::\d+)?(?:[/?#][^\s<>\"'{UNSEEN}]*)?")
ONE = ("title", "kind", "publisher", "date", "url", "media", "origin", "license", "publish", "form", "sha256")
MANY = ("authors", "speakers", "derived_from")
#: What stands where nothing is known: two seeds of an "unknown" origin have not the same one.
_NOTHING = frozenset(("", "unknown", "none", "null", "n a", "na", "tbd", "todo"))
#: Nothing that a curator writes into front matter nests or grows beyond this; YAML bombs do.
_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Header:
    """What a seed states about itself, and where. `last` is the line of the closing `---`; 0 without front matter."""

    one: Mapping[str, str] = field(default_factory=dict)
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    at: Mapping[str, Location] = field(default_factory=dict)
    last: int = 0

    def get(self, name: str) -> str:
        """A single-valued field, or the empty string."""
        return self.one.get(name, "")


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which every scalar stays the text that was written."""


_Loader.yaml_implicit_resolvers = {}


def header(path: str, lines: list[Line]) -> tuple[Header, tuple[Problem, ...]]:
    """The front matter at the top of a file: its fields, and a problem for each that is wrong, at its own line."""
    text = "\n".join(line.text for line in lines)
    if not lines or lines[0].text.rstrip() != "---":
        return Header(), ()
    try:
        body, content = YAMLHandler().split(text)
    except ValueError:
        if not any(re.match(r"[A-Za-z_]+:(?:\s|$)", line.text) for line in lines[1:4]):
            return Header(), ()  # a rule that opens a plain text
        wrong = "The front matter that opens here is never closed."
        return Header(), (Problem("front-matter", Location(path, 1), wrong, "End it with a line of three hyphens: ---"),)
    if not any(re.match(r"\s*[\w\"'-]+\s*:(?:\s|$)", line) for line in body.split("\n")) and "\n\n" in body.strip():
        return Header(), ()  # a text between two rules
    end = len(lines) - content.lstrip("\n").count("\n") - 1 if content.strip() else len(lines)
    found, problems = fields(path, body)  # the body begins with the end of the opening line
    return replace(found, last=end), problems


def fields(path: str, text: str, *, above: int = 0) -> tuple[Header, tuple[Problem, ...]]:
    """YAML to fields. `above`: how many lines of the file stand above the text."""
    if len(text) > _LIMIT:
        return Header(), (
            Problem(
                "front-matter",
                Location(path, above + 1),
                "The front matter is longer than 20,000 characters.",
                "State only the fields of a seed.",
            ),
        )
    try:
        wild = overgrown(text, aliases=True)
        node = yaml.compose(for_yaml(text), Loader=_Loader) if wild is None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = above + min(mark.line + 1 if mark else 1, newlines(text).rstrip("\n").count("\n") + 1)
        what = getattr(error, "problem", None) or "it cannot be read"
        return Header(), (Problem("yaml", Location(path, line), f"The front matter is not YAML: {what}.", _QUOTE_HINT),)
    if wild:
        right = "Fields are `name: value` or `name: [a, b]`."
        return Header(), (Problem("yaml", Location(path, above + wild[0]), f"The front matter {wild[1]}.", right),)
    if node is None:
        return Header(), ()
    if not isinstance(node, yaml.MappingNode):
        return Header(), (
            Problem("yaml", Location(path, above + 1), "The front matter is not a list of fields.", "Write `name: value`, one a line."),
        )
    return _checked(path, node, above)


_QUOTE_HINT = 'Write `name: value`; put quotation marks round a value with a colon: title: "Evals: a primer".'


def _checked(path: str, node: Any, above: int) -> tuple[Header, tuple[Problem, ...]]:
    one: dict[str, str] = {}
    many: dict[str, tuple[str, ...]] = {}
    places: dict[str, Location] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        name = str(key.value)
        at = Location(path, above + key.start_mark.line + 1)
        places.setdefault(name, at)
        if name in one or name in many:
            problems.append(Problem("field-twice", at, f"The field `{name}` is given twice.", "Keep one of them."))
        elif name in ONE:
            told = " ".join(str(value.value).split()) if isinstance(value, yaml.ScalarNode) else ""
            one[name] = _TIME.sub("", told) if name == "date" else told
            problems += _wrong_value(name, one[name], value, at)
        elif name in MANY:
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            many[name] = tuple(" ".join(str(i.value).split()) for i in items if isinstance(i, yaml.ScalarNode) and str(i.value).strip())
            problems += _wrong_list(name, many[name], value, at)
        else:
            problems.append(_unknown(name, at))
    return Header(one, many, places), tuple(problems)


def _unknown(name: str, at: Location) -> Problem:
    close = get_close_matches(name, [*ONE, *MANY], n=1)
    right = f"Did you mean `{close[0]}`?" if close else f"The fields of a seed are {', '.join(sorted([*ONE, *MANY]))}."
    # A warning, not an error: texts as people find them bring the fields of other programs (tags, layout), and no word of the text hangs on them.
    return Problem("field-unknown", at, f"A seed has no field `{name}`: it is passed over.", right, Severity.WARNING)


def _is_date(value: str) -> bool:
    """Whether a text is a day, a month or a year that there is."""
    try:
        return bool(_DATE.fullmatch(value) and date.fromisoformat(value + "-01-01"[len(value) - 4 :]))
    except ValueError:
        return False


def _wrong_list(name: str, names: tuple[str, ...], node: Any, at: Location) -> list[Problem]:
    """What is wrong with a list of names. One name may stand without brackets; one with a comma is a list that has lost them."""
    right = f"Write a list of names: {name}: [A, B]"
    if not names and (not isinstance(node, yaml.SequenceNode) or not node.value) and not isinstance(node, yaml.MappingNode):
        return [Problem("field-value", at, f"`{name}` is empty.", f"{right}, or leave it out.")]
    if len(names) != (len(node.value) if isinstance(node, yaml.SequenceNode) else 1):
        return [Problem("field-value", at, f"`{name}` holds something that is not a name.", right)]
    if isinstance(node, yaml.ScalarNode) and not node.style and "," in names[0]:
        wrong = f"`{name}` holds one name with a comma in it: {names[0]}."
        return [Problem("field-value", at, wrong, f'{right}; a single name with a comma stands in quotation marks: {name}: ["A, Jr."]')]
    return []


def _wrong_value(name: str, value: str, node: Any, at: Location) -> list[Problem]:
    if not isinstance(node, yaml.ScalarNode):
        held = "a list" if isinstance(node, yaml.SequenceNode) else "fields of its own"
        return [Problem("field-value", at, f"`{name}` holds {held}.", f"It takes one value: {name}: …")]
    if not value:
        return [Problem("field-value", at, f"`{name}` is empty.", f"Write {name}: and a value, or leave it out.")]
    rules: dict[str, tuple[bool, str]] = {
        "kind": (value in set(Kind), f"It is one of {', '.join(Kind)}."),
        "publish": (value in {"full", "excerpts"}, "It is `full` (the whole text is shown) or `excerpts` (only cited passages)."),
        "form": (value == "digest", "It is `digest` (a retelling in the curator's words), or left out."),
        "sha256": (
            re.fullmatch(r"[0-9a-f]{64}", value) is not None,
            "It is the SHA-256 of the original file: 64 digits, 0 to 9 and a to f.",
        ),
        "date": (_is_date(value), "Write an ISO date, as exact as it is known: 2024-06-12, 2024-06 or 2024."),
        "origin": (
            fold(value) not in _NOTHING,
            "Name the event that it reports (an episode, a paper, a post), or leave it out.",
        ),
        "url": (_URL.fullmatch(value) is not None, "Write a full web address: https://example.org/post"),
        "media": (_URL.fullmatch(value) is not None, "Write a full web address of the audio or video: https://example.org/episode.mp3"),
    }
    fine, right = rules.get(name, (True, ""))
    return [] if fine else [Problem("field-value", at, f"`{name}: {value}` is not a value that `{name}` takes.", right)]
