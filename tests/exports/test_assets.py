"""What the site serves of the curator's own files."""

import pytest

from generator.exports.assets import served
from generator.model import OutputFile


@pytest.mark.parametrize(
    ("written", "served_as"),
    [
        ("a { color: red; } /* as on the\n * cover */\nb {}", "a { color: red; } \nb {}"),
        ('a::before { content: "/* kept */"; }', 'a::before { content: "/* kept */"; }'),
        ("/*! MIT */ a {}", "/*! MIT */ a {}"),
        ("a {} /* never closed", "a {} /* never closed"),
        ("/**/a{}/***/", "a{}"),
    ],
)
def test_style_sheets_lose_their_comments_and_nothing_else(written: str, served_as: str) -> None:
    [file] = served([OutputFile("assets/own.css", written.encode())])
    assert file == OutputFile("assets/own.css", served_as.encode())


def test_other_files_stay_as_they_are() -> None:
    picture = OutputFile("assets/logo.svg", b"<svg/> /* no style sheet */ \xff")
    assert served([picture]) == (picture,)
