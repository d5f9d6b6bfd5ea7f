"""A given file → the seed that it becomes: its format, what it states about itself, what reading finds, and the files to write."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.adding.extracted import extracted
from generator.adding.formats import ENDINGS, Format, format_of
from generator.adding.heads import Head, Values, fitting, head
from generator.model import Document, SourceText
from generator.output import OutputFile
from generator.read import makeshift_title, read
from generator.read.header import MANY
from generator.read.lines import decode, split
from generator.read.saved_html import saved_html
from generator.report import Location, Problem, Severity
from generator.text import slug
from generator.written import fields, front_matter

#: Formats whose files are kept byte for byte, with what they state in a file beside them: front matter would break them.
_KEPT = frozenset({Format.WEBVTT, Format.SUBRIP, Format.JSON})
#: An id is read in addresses and typed in citations; about eight words are enough to know a source by.
_LONGEST_ID = 60
#: What is told from a text and written down; the others a file or its curator states.
_TOLD = ("title", "kind", "publisher", "authors", "speakers", "date", "url")
_ORDER = ("title", "kind", "form", "publisher", "authors", "speakers", "date", "url", "media", "origin", "derived_from", "license")


class Given(NamedTuple):
    """A file as the user gave it: its path (`-`: what was pasted) and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Addition:
    """What a file becomes. `files`: paths below the folder of seeds, a sidecar first; `document`: the seed as a build will read it.

    `inferred` names the fields that the file does not state, `left_out` those of its own that a seed has not. `untitled`: the title is only
    the file's name, a heading or the first words. `notes`: what is to be known and stops nothing.
    """

    given: str
    format: Format
    sha256: str
    files: tuple[OutputFile, ...]
    document: Document
    inferred: frozenset[str]
    left_out: tuple[str, ...]
    untitled: bool
    notes: tuple[Problem, ...] = ()


class _Text(NamedTuple):
    """A file's text and what stands above it. `kept`: the seed is the file itself. `exact`: its lines are those of the file."""

    body: str = ""
    head: Head = Head()
    kept: bool = False
    exact: bool = True
    notes: tuple[Problem, ...] = ()


def add(given: Given, wishes: Mapping[str, str], *, name: str = "") -> tuple[Addition | None, tuple[Problem, ...]]:
    """What a file becomes, or why it cannot be added. `wishes`: fields that the user states; `name`: the id, if not made of the title.

    A kind that cannot be told is the problem `kind`: state it in `wishes`.
    """
    format, problems = format_of(given.path, given.data)
    if format is None:
        return None, problems
    text, problems = _text(format, given)
    if problems:
        return None, problems
    stem = PurePosixPath(given.path).stem if given.path != "-" else ""
    stated = {**text.head.values, **fitting(dict(wishes))}
    sha256 = hashlib.sha256(given.data).hexdigest()
    ending = ".html" if text.kept and format is Format.HTML else ENDINGS[format]
    first, problems = read(_source(stem + ending, stated, text, given.data))
    unsure = tuple(replace(problem, severity=Severity.ERROR) for problem in problems if problem.code == "kind")
    if first is None or unsure:  # a build takes it for an article; whoever adds a file can be asked
        return None, tuple(_moved(problem, given.path, stated, text) for problem in unsure or problems)
    told: Values = {n: value for n in _TOLD if (value := getattr(first, n)) and n not in stated}
    whole = {**told, "publish": "excerpts", **stated, "sha256": sha256}
    whole = {n: whole[n] for n in (*_ORDER, "publish", "sha256") if n in whole}
    id = name or short(slug(first.title)) or slug(stem) or "source"
    source = _source(id + ending, whole, text, given.data)
    made, problems = read(source)
    told_of = tuple(_moved(problem, given.path, whole, text) for problem in problems)
    if made is None:
        return None, told_of
    sidecar = (OutputFile(f"{id}.yml", source.sidecar),) if source.sidecar else ()
    untitled = "title" in told and first.title == makeshift_title(first.path, first.passages)
    files = (*sidecar, OutputFile(source.path, source.data))
    return Addition(
        given.path, format, sha256, files, made, frozenset(told), text.head.left_out, untitled, (*text.notes, *told_of)
    ), ()  # fmt: skip


def short(id: str) -> str:
    """An id cut at the last whole word that fits."""
    return id if len(id) <= _LONGEST_ID else id[: _LONGEST_ID + 1].rpartition("-")[0] or id[:_LONGEST_ID]


def _text(format: Format, given: Given) -> tuple[_Text, tuple[Problem, ...]]:
    """The text of a file and what it states."""
    if format in {Format.PDF, Format.DOCX}:
        found = extracted(format, given.path, given.data)
        return _Text(found.text, exact=False), found.problems
    text, coded = decode(given.path, given.data)
    if coded and not text:
        return _Text(), coded
    if format in _KEPT:
        return _Text(kept=True), ()  # its reader will tell what `coded` does
    if format is Format.HTML:
        return _page(given, text)
    above, problems = head(given.path, text)
    body = "\n".join(line.text for line in split(text)[above.lines :])
    return _Text(f"{body.rstrip()}\n", above, notes=coded), problems


def _page(given: Given, text: str) -> tuple[_Text, tuple[Problem, ...]]:
    """A saved web page: its text alone if the library for that is there and finds one, else the page as it is."""
    found = extracted(Format.HTML, given.path, text.encode("utf-8"))
    if found.problems:
        notes = tuple(
            replace(p, wrong="The page is kept whole, menus included: " + p.wrong, severity=Severity.NOTICE) for p in found.problems
        )
        return _Text(kept=True, notes=notes), ()
    stated, problems = saved_html(given.path, text)
    values = {name: (value,) if name in MANY else value for name, value in stated.fields.items()}
    here, there = len(found.text.split()), sum(len(line.text.split()) for line in stated.lines)
    wrong = f"The text has {here:,} of the page's {there:,} words; the rest was taken for menus and the like."
    note = Problem("page-cut", Location(given.path), wrong, "Compare it with the page if it seems too short.", Severity.NOTICE)
    return _Text(found.text, Head(fitting(values)), exact=False, notes=(note,)), problems


def _source(path: str, values: Values, text: _Text, data: bytes) -> SourceText:
    """The seed with these fields stated: in front matter, or beside a file that is kept."""
    if text.kept:
        return SourceText(path, data, fields(values).encode() if values else None)
    return SourceText(path, ((front_matter(values) if values else "") + text.body).encode())


def _moved(problem: Problem, path: str, values: Values, text: _Text) -> Problem:
    """A problem of the seed at its place in the given file, as far as the lines of both are the same."""
    above = 0 if text.kept or not values else front_matter(values).count("\n")
    line = max(0, problem.location.line - above) + text.head.lines if text.exact else 0
    right = "Say it: --kind article, or another one of them." if problem.code == "kind" else problem.right
    return replace(problem, location=Location(path, line), right=right)


__all__ = ["Addition", "Given", "add"]
