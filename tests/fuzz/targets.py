"""What is fuzzed: every place where bytes of other people enter, with what must hold whatever they are.

A target takes bytes and returns nothing; it raises if the program crashed, or broke a promise.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from generator.build import Inputs, build
from generator.citing import replaced
from generator.config import config
from generator.findings.citations import citations
from generator.findings.disagreements.declared import declared
from generator.findings.predictions import predictions
from generator.findings.predictions.resolutions import resolve
from generator.folders import Docs
from generator.match import match, matcher
from generator.model import Document, SourceText, Vocabulary
from generator.notes import notes
from generator.read import read
from generator.report import Problem
from generator.vocabulary import assemble
from tests.fuzz.kept import kept

_TALK = """---
title: Compost for beginners
date: 2023-04-01
---
[00:00] Ana: Compost feeds the soil, and nothing else does it so cheaply.

[01:05] Bo: By 2030 every town will collect compost. A heap needs air, or it stinks of ammonia.

[02:10] Ana: Ça va, said the gardener; 20% of gardens have a heap.
"""
_CAPTIONS = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana>Compost feeds the soil.\n"
_LIST = b"- id: compost\n  prefLabel: Compost\n"


@cache
def talk() -> Document:
    """A document that is right, for what cites one."""
    document, problems = read(SourceText("seeds/talk.md", _TALK.encode()))
    assert document is not None, problems
    return document


def told(problems: Iterable[Problem], *lengths: tuple[str, int]) -> None:
    """Every problem says what is wrong and what is right, at a line that its file has. `lengths`: how many lines each file has."""
    known = dict(lengths)
    for problem in problems:
        assert problem.wrong, problem
        assert problem.right, problem
        assert problem.location.path in known, problem
        assert 0 <= problem.location.line <= known[problem.location.path], problem


def height(data: bytes) -> int:
    """How many lines a file can have at most, however its newlines are written."""
    return data.count(b"\n") + data.count(b"\r") + 1


def _seed(path: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        source = SourceText(path, data)
        document, problems = read(source)
        assert document is not None or problems
        told(problems, (path, height(data)))
        if document is not None:
            kept(source, document)

    return run


def front_matter(data: bytes) -> None:
    """The fields of a seed."""
    _seed("seeds/a.md")(b"---\n" + data + b"\n---\nCompost feeds the soil, and nothing else does it so cheaply as a heap.\n")


def sidecar(data: bytes) -> None:
    """The fields of captions, in a file of their own."""
    document, problems = read(SourceText("seeds/a.vtt", _CAPTIONS, data))
    assert document is not None or problems
    told(problems, ("seeds/a.yml", height(data)), ("seeds/a.vtt", 5))


def _assembled(path: str, data: bytes) -> Vocabulary:
    vocabulary, problems = assemble([SourceText(path, data), SourceText("docs/vocabulary/works.yml", _LIST)])
    told(problems, (path, height(data)), ("docs/vocabulary/works.yml", 2))
    finder = matcher(vocabulary)
    for mention in match([talk()], finder).mentions:
        passage = next(p for p in talk().passages if p.id == mention.passage)
        assert passage.text[mention.start : mention.end] == mention.surface
    return vocabulary


def terms(data: bytes) -> None:
    """A list of the vocabulary."""
    _assembled("docs/vocabulary/terms.yml", data)


def topic(data: bytes) -> None:
    """A topic's note: fields, citations, disputes."""
    vocabulary = _assembled("docs/topics/heap.md", data)
    length = ("docs/topics/heap.md", height(data))
    told(citations([talk()], vocabulary, [])[1], length, ("docs/vocabulary/works.yml", 2))
    told(declared([talk()], vocabulary)[1], length)


def page(data: bytes) -> None:
    """A page of the curator's: front matter, title, citations."""
    found, problems = notes([SourceText("docs/a.md", data)])
    told((*problems, *citations([talk()], Vocabulary(), found)[1]), ("docs/a.md", height(data)))
    for note in found:
        replaced(note.body, lambda mark: f"[{mark.words}]")


def judgements(data: bytes) -> None:
    """The curator's judgements of predictions."""
    _, problems = resolve(predictions([talk()]), SourceText("docs/predictions.yml", data), [talk()])
    told(problems, ("docs/predictions.yml", height(data)))


def settings(data: bytes) -> None:
    """The configuration."""
    told(config(SourceText("mkdocs.yml", data))[1], ("mkdocs.yml", height(data)))


def whole(data: bytes) -> None:
    """Everything from bytes to data for machines: the findings and the exports on one source, whatever it says."""
    other = SourceText("seeds/talk.md", _TALK.encode())
    docs = Docs(vocabulary=(SourceText("docs/vocabulary/terms.yml", _LIST),))
    built = build(Inputs((SourceText("seeds/a.md", data), other), docs))
    assert built.local


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    **{ending: _seed(f"seeds/a.{ending}") for ending in ("txt", "md", "vtt", "srt", "json", "html")},
    "front-matter": front_matter,
    "sidecar": sidecar,
    "terms": terms,
    "topic": topic,
    "page": page,
    "judgements": judgements,
    "settings": settings,
    "whole": whole,
}
