"""Templates: mistakes in them are problems with a place, and everything that they write is escaped."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.folders import read_templates
from generator.pages import Page
from generator.pages.page import Link, LinkHere
from generator.render import render


@dataclass(frozen=True)
class View:
    title: str = "T"
    text: str = "<b> & {{ x }} *y*"


def rendered(template: str, **others: str) -> str:
    files, problems = render([Page("a.md", "t.md", View())], {"t.md": template, **others})
    return files[0].data.decode() if files else "; ".join(f"{p.location}: {p.wrong}" for p in problems)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ view.text }}", "&lt;b&gt; &amp; {{ x }} *y*"),
        ("# {{ view.text | md }}", "# &#60;b&#62; &#38; &#123;&#123; x &#125;&#125; &#42;y&#42;"),
        ("title: {{ view.text | yaml }}", 'title: "&lt;b&gt; &amp; {{ x }} *y*"'),
        ('title="{{ view.text | tip }}"', 'title="&amp;lt;b&gt; &amp; {{ x }} *y*"'),
        ("{{ view.text | prose }}", "<b> & {{ x }} *y*"),
        ("{% if view.title %}\nyes\n{% endif %}", "yes"),
    ],
)
def test_each_place_has_its_escaping(template: str, written: str) -> None:
    assert rendered(template) == written + "\n"


def test_a_mistake_is_told_with_file_and_line() -> None:
    assert rendered("one\n{{ view.nothing }}").startswith("templates/t.md:2: The template cannot be used: ")
    assert rendered("one\n{{ view.nothing }}").endswith("View object' has no attribute 'nothing'.")
    assert rendered("one\ntwo\n{% if %}").startswith("templates/t.md:3: The template cannot be used: Expected an expression")
    assert rendered('{% include "u.md" %}') == "templates/t.md:1: The template cannot be used: there is no template 'u.md'."
    assert rendered('\n{% import "m.md" as m %}\n{{ m.f(view) }}', **{"m.md": "{% macro f(v) %}\n\n{{ v.no }}{% endmacro %}"}).startswith(
        "templates/m.md:3: "
    )


def test_a_page_without_its_template_is_a_problem_and_each_problem_is_told_once() -> None:
    pages = [Page(path, "none.md", View()) for path in ("a.md", "b.md")]
    files, problems = render(pages, {})
    assert not files and [str(p.location) for p in problems] == ["templates/none.md:1"]


def test_the_same_pages_give_the_same_bytes() -> None:
    assert rendered("{{ view.text }}") == rendered("{{ view.text }}")


def test_what_links_to_a_page_stands_at_its_foot() -> None:
    here = LinkHere(Link("About", "../about/"), "See the ", "<list>", " first.")
    [file], _ = render([Page("a.md", "t.md", View(), links_here=(here,))], {**read_templates(Path("templates"))[0], "t.md": "<p>End.</p>"})
    assert file.data.decode() == (
        "<p>End.</p>\n\n## What links here\n\n"
        '<ul class="sb-lines">\n<li><a href="../about/">About</a>: See the <mark class="sb-hit">&lt;list&gt;</mark> first.</li>\n</ul>\n'
    )
