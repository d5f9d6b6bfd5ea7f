"""What is read of mkdocs.yml, and its mistakes with their lines."""

import pytest

from generator.config import Config, config, missing
from generator.model import Site, SourceText

WHOLE = """site_name: "A garden"
site_url: !ENV [SITE_URL, "https://beds.example/garden/"]
theme:
  name: material
  language: de
markdown_extensions:
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {}
nav:
  - Home: index.md
  - About:
      - about.md
      - How to read: more/read.md
      - Elsewhere: https://elsewhere.example/page
"""


def read(text: str) -> Config:
    found, problems = config(SourceText("in/mkdocs.yml", text.encode()))
    assert not problems
    return found


def test_what_is_read() -> None:
    found = read(WHOLE)
    assert found.site == Site("A garden", "https://beds.example/garden/", "de")
    assert [(path, str(place)) for path, place in found.nav] == [
        ("index.md", "in/mkdocs.yml:10"), ("about.md", "in/mkdocs.yml:12"), ("more/read.md", "in/mkdocs.yml:13"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["site_name: x", "theme: material", "theme: {language: [a]}", "site_url: !ENV [A]", "nav: ~"])
def test_what_is_not_there_is_left_open(text: str) -> None:
    assert read(text) == Config(Site("x" if "site_name" in text else ""))


def test_pages_of_the_navigation_that_are_not_there_are_told_at_their_line() -> None:
    problems = missing(read(WHOLE), {"index.md", "more/read.md"})
    assert [(p.code, str(p.location), p.wrong) for p in problems] == [("nav", "in/mkdocs.yml:12", "There is no page `about.md`.")]


def test_the_curator_sets_a_day_to_reckon_from() -> None:
    assert read("extra: {as_of: 2026-06-30}").as_of == "2026-06-30"
    assert read("extra: {as_of: }").as_of == read("extra: {}").as_of == ""


@pytest.mark.parametrize("day", ["2026-06", "2026-02-30", "soon"])
def test_a_day_that_is_none_is_told_with_its_line(day: str) -> None:
    found, (problem,) = config(SourceText("mkdocs.yml", f"site_name: x\nextra:\n  as_of: {day}\n".encode()))
    assert (found.as_of, str(problem.location), problem.wrong) == ("", "mkdocs.yml:3", f"`as_of` is no day: {day}.")


@pytest.mark.parametrize(
    ("data", "line"), [(b"a: 1\nb: [\n", 2), (b"a: 1\n b: 2\n", 2), (b"", 1), (b"- a\n", 1), (b"a: \xff\n", 1), (b"[" * 5000, 1)]
)
def test_mistakes_are_told_with_their_line(data: bytes, line: int) -> None:
    found, (problem,) = config(SourceText("mkdocs.yml", data))
    assert (found, problem.location.line) == (Config(), line)
