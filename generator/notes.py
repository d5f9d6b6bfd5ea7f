"""The curator's own pages (home, about …): bytes → Note. Topics, trends and vocabulary are read elsewhere."""

import re
from collections.abc import Iterable

import yaml

from generator.model import Note, SourceText
from generator.nodes import overgrown
from generator.report import Location, Problem, misencoded
from generator.text import for_yaml, newlines

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELDS_HINT = "Between the two lines of --- stand lines like `title: About`."
_TITLE = re.compile(r"^#[ \t]+([^\n]+)", re.MULTILINE)


def notes(files: Iterable[SourceText], folder: str = "docs") -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Read pages of a folder: title from front matter, else the first heading of level 1, else the file's name."""
    found = []
    problems = []
    for file in files:
        try:
            text = newlines(file.data.decode("utf-8-sig"))
            head = _HEAD.match(text)
            if head and (wild := overgrown(head[1], aliases=False)):
                place, wrong = Location(file.path, wild[0] + 1), f"The front matter {wild[1]}."
                problems.append(Problem("front-matter", place, wrong, _FIELDS_HINT))
            else:
                found.append(_note(file, file.path.removeprefix(folder).lstrip("/"), text, head))
        except UnicodeDecodeError as error:
            problems.append(misencoded(file.path, file.data, error))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            place = Location(file.path, mark.line + 2 if mark else 1)
            wrong = f"The front matter is not YAML: {getattr(error, 'problem', None) or error}."
            problems.append(Problem("front-matter", place, wrong, _FIELDS_HINT))
    return tuple(found), tuple(problems)


def _note(file: SourceText, path: str, text: str, head: re.Match[str] | None) -> Note:
    body = text[head.end() :] if head else text
    loaded = yaml.load(for_yaml(head[1]), Loader=yaml.CSafeLoader) if head else None
    fields = loaded if isinstance(loaded, dict) else {}
    stated = fields.get("title")
    heading = _TITLE.search(body)
    title = str(stated or (heading[1].rstrip("# \t") if heading else path.removesuffix(".md")))
    line = text.count("\n", 0, head.end()) + 1 if head else 1
    aside = fields.get("search") == {"exclude": True}
    draft = fields.get("draft") not in (None, False)  # whatever else stands there: what is not meant to be out must not be
    return Note(path, title, body, Location(file.path, line), aside=aside, head=head[1] if head else "", draft=draft)
