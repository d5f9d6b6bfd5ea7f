"""The heads that other programs write, as the fields of a seed; what a seed has no field for is named."""

import pytest

from generator.adding.heads import head

OBSIDIAN = """---
title: "Notes: the garden"
author:
  - "[[Mara Lind]]"
  - [[Bo Hart]]
source: https://letter.example/ferment
published: 2024-05-03
created: 2024-06-01
tags: [clippings]
---
Text.
"""
HUGO = """+++
title = "Why lakes die"
date = 2023-08-09T10:00:00Z
draft = false
[[authors]]
name = "Bo Hart"
+++
Text.
"""


def test_obsidian() -> None:
    found, problems = head("a.md", OBSIDIAN)
    assert problems == ()
    assert found.values == {
        "title": "Notes: the garden",
        "authors": ("Mara Lind", "Bo Hart"),
        "url": "https://letter.example/ferment",
        "date": "2024-05-03",
    }
    assert (found.left_out, found.lines) == (("created", "tags"), 10)


def test_hugo_in_toml_and_json() -> None:
    found, problems = head("a.md", HUGO)
    assert (problems, found.lines, found.left_out) == ((), 7, ("draft",))
    assert found.values == {"title": "Why lakes die", "date": "2023-08-09", "authors": ("Bo Hart",)}
    found, problems = head("a.md", '{\n"title": "Lakes",\n"date": "2023-08-09T10:00:00+02:00", "weight": 3\n}\nText.\n')
    assert (problems, dict(found.values), found.left_out, found.lines) == ((), {"title": "Lakes", "date": "2023-08-09"}, ("weight",), 4)


def test_a_seeds_own_front_matter_is_taken_as_it_is() -> None:
    found, problems = head("a.md", "---\ntitle: A\nkind: brief\nspeakers: [Ann, Bo]\norigin: a-talk\n---\nText.\n")
    assert (problems, found.left_out) == ((), ())
    assert found.values == {"title": "A", "kind": "brief", "speakers": ("Ann", "Bo"), "origin": "a-talk"}


@pytest.mark.parametrize(
    ("line", "values", "left_out"),
    [
        ("kind: podcast", {}, ("kind",)),
        ("date: yesterday", {}, ("date",)),
        ("date: May 3, 2024", {"date": "2024-05-03"}, ()),
        ("source: my notebook", {}, ("source",)),
        ("author: Ann Lee and Bo Hart", {"authors": ("Ann Lee", "Bo Hart")}, ()),
        ("author: Lee, Ann", {"authors": ("Lee, Ann",)}, ()),
        ("Publish Date: 2024", {}, ("Publish Date",)),
        ("publisher: ~", {}, ("publisher",)),
    ],
)
def test_only_values_that_a_seed_may_have_are_taken(line: str, values: dict[str, object], left_out: tuple[str, ...]) -> None:
    found, problems = head("a.md", f"---\n{line}\nmood: fine\n---\nText.\n")
    assert (problems, dict(found.values), found.left_out) == ((), values, (*left_out, "mood"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: 'A\n---\nText.\n", 2),
        ("---\ntitle: A\nText.\n", 1),
        ("---\n\nA text between rules.\n\n---\nMore.\n", 1),
        ("+++\ntitle = A\n+++\nText.\n", 2),
        ("+++\ntitle = 'A'\nText.\n", 1),
        ("---\na: &a [x]\nb: *a\n---\nText.\n", 2),
    ],
)
def test_a_broken_head_is_told_with_its_line(text: str, line: int) -> None:
    _, problems = head("in/a.md", text)
    assert str(problems[0].location) == f"in/a.md:{line}"


@pytest.mark.parametrize(
    "text", ["Text.\n", "---\n\nA text between rules.\n\nIt goes on.\n\n---\n", "{not json}\nText.\n", '{"segments": []}\n', "+ one\n"]
)
def test_a_text_without_a_head_has_none(text: str) -> None:
    found, problems = head("a.md", text)
    assert (dict(found.values), found.lines, problems) == ({}, 0, ())
