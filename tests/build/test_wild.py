"""Wild YAML (nested deeply, or with aliases that stand for more than a machine can hold) is told wherever it is read; nothing hangs."""

from itertools import pairwise

import pytest

from generator.config import config
from generator.model import SourceText
from generator.notes import notes
from generator.read import read
from generator.report import Problem
from generator.vocabulary import assemble

#: Twelve lists, each of nine of the one before: 282 thousand million items, if anybody counted them.
BOMB = f"a: &a [{'x,' * 8}x]\n" + "".join(f"{b}: &{b} [{f'*{a},' * 8}*{a}]\n" for a, b in pairwise("abcdefghijkl"))
DEEP = f"title: {'[' * 9_000}{']' * 9_000}\n"
DEEPER = f"title: {'[' * 100_000}"
WORDS = "Some words, enough of them to be an article, whoever reads them and whatever for.\n"


def told(where: str, yaml: str) -> tuple[Problem, ...]:
    note = f"---\n{yaml}\n---\n{WORDS}".encode()
    if where == "seed":
        return read(SourceText("seeds/a.md", note))[1]
    if where == "sidecar":
        return read(SourceText("seeds/a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n", yaml.encode()))[1]
    if where == "page":
        return notes([SourceText("docs/a.md", note)])[1]
    if where == "configuration":
        return config(SourceText("mkdocs.yml", yaml.encode()))[1]
    return assemble([SourceText(f"docs/{where}", note if where.endswith(".md") else yaml.encode())])[1]


@pytest.mark.parametrize("where", ["seed", "sidecar", "page", "configuration", "topics/a.md", "vocabulary/terms.yml"])
@pytest.mark.parametrize("yaml", [BOMB, DEEP, DEEPER], ids=["bomb", "deep", "deeper"])
def test_wild_yaml_is_told_at_its_file(where: str, yaml: str) -> None:
    problems = told(where, yaml)
    assert problems or (where, yaml) == ("configuration", BOMB)  # which may have aliases; they are never followed twice
    assert all(problem.right for problem in problems)


def test_aliases_of_a_configuration_are_followed_once() -> None:
    assert config(SourceText("mkdocs.yml", f"{BOMB}nav: [*l, index.md]\n".encode()))[0].nav[-1][0] == "index.md"
