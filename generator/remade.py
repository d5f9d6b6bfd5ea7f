"""The pages of a build as files: those of the last build where the library would answer the same, the others made and filled in anew."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.library import Library
from generator.output import Output, packed
from generator.pages import Page, Sheet, sheets
from generator.render import render
from generator.report import Problem
from generator.tracing import Pieces


class Made(NamedTuple):
    """What was made of a sheet: files, titles by path, and mistakes of templates.

    `pages`: those of a sheet that hangs on much, so that it is often made again to the same; they are compared before templates are filled.
    """

    files: tuple[Output, ...]
    titles: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] = ()


class Pages(NamedTuple):
    """All pages of a build: as files, their titles by path (also of those that could not be filled in), and the templates' mistakes."""

    files: tuple[Output, ...]
    titles: Mapping[str, str]
    problems: tuple[Problem, ...]


def remade(library: Library, templates: Mapping[str, str], pieces: Pieces) -> Pages:
    """All pages, family after family; packed, where no next build can use them. Without templates none is filled in."""
    style = frozenset(templates.items())
    made = [_remade(sheet, style, templates, pieces) for sheet in sheets(library)]
    titles = {path: title for one in made for path, title in one.titles}
    problems = dict.fromkeys(problem for one in made for problem in one.problems)
    return Pages(tuple(file for one in made for file in one.files), titles, tuple(problems))


def _remade(sheet: Sheet, style: frozenset[tuple[str, str]], templates: Mapping[str, str], pieces: Pieces) -> Made:
    key = (style, sheet)
    made = pieces(key, lambda library: _made(sheet.pages(library), templates, pieces.before(key), compared=sheet.subject is None))
    return made if pieces.kept else made._replace(files=tuple(packed(file.path, [file.data]) for file in made.files), pages=())


def _made(pages: tuple[Page, ...], templates: Mapping[str, str], old: Made | None, *, compared: bool) -> Made:
    known = {p.path: (p, file) for p, file in zip(old.pages, old.files, strict=True)} if old and len(old.files) == len(old.pages) else {}
    same = {page.path: known[page.path][1] for page in pages if page.path in known and known[page.path][0] == page}
    files, problems = render([page for page in pages if page.path not in same], templates) if templates else ((), ())
    filled = same | {file.path: file for file in files}
    in_order = tuple(filled[page.path] for page in pages if page.path in filled)
    return Made(in_order, tuple((page.path, page.view.title) for page in pages), problems, pages if compared else ())
