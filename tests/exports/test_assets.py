"""What the site serves of the curator's own files."""

import pytest

from generator.exports.assets import served
from generator.output import OutputFile


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


@pytest.mark.parametrize(
    ("written", "served_as"),
    [
        ("// what it is\nlet a = 1; // behind\n", "let a = 1; // behind\n"),
        ("/* one\n * two `x */\n  /** three */\nf();\n", "f();\n"),
        ("let a = `\n// text\n${b}\n/* text */\n`;\n// said\nlet c;\n", "let a = `\n// text\n${b}\n/* text */\n`;\nlet c;\n"),
        (
            "// Copyright by somebody\n//! and another\n/* MIT License */\nf();\n",
            "// Copyright by somebody\n//! and another\n/* MIT License */\nf();\n",
        ),
        ("f(); /* a\n// b */ g();\n/* never closed\n", "f(); /* a\n// b */ g();\n/* never closed\n"),
    ],
)
def test_scripts_lose_comments_on_lines_of_their_own(written: str, served_as: str) -> None:
    [file] = served([OutputFile("assets/own.js", written.encode())])
    assert file == OutputFile("assets/own.js", served_as.encode())


def test_scripts_of_others_stay_as_they_are() -> None:
    theirs = OutputFile("assets/vendor/d3.js", b"// https://d3js.org\nf();\n")
    assert served([theirs]) == (theirs,)


def test_other_files_stay_as_they_are() -> None:
    picture = OutputFile("assets/logo.svg", b"<svg/> /* no style sheet */ \xff")
    assert served([picture]) == (picture,)
