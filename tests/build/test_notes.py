"""The curator's own pages."""

import pytest

from generator.model import SourceText
from generator.notes import notes


@pytest.mark.parametrize(
    ("text", "title", "body", "line"),
    [
        ("---\ntitle: About us\n---\n# Other\n", "About us", "# Other\n", 4),
        ("# A heading #\ntext", "A heading", "# A heading #\ntext", 1),
        ("no heading", "more/about", "no heading", 1),
        ("\ufeff---\r\ntitle: About\r\n---\r\ntext", "About", "text", 4),
        ("---\n---\ntext", "more/about", "text", 3),
    ],
)
def test_title_and_body(text: str, title: str, body: str, line: int) -> None:
    (note,), problems = notes([SourceText("in/docs/more/about.md", text.encode())], "in/docs")
    assert (note.path, note.title, note.body, note.location.line) == ("more/about.md", title, body, line)
    assert not problems


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a\nb\xff", "encoding", 2),
        (b"---\na: 1\nb: [\n---\n", "front-matter", 4),
        (b"---\na: 'x\n---\n", "front-matter", 3),
    ],
)
def test_mistakes_are_told_with_their_line(data: bytes, code: str, line: int) -> None:
    found, (problem,) = notes([SourceText("docs/a.md", data)])
    assert not found
    assert (problem.code, problem.location.line) == (code, line)
