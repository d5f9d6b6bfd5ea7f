"""The text of PDF, Word and web pages; what is told where a library is missing or a file is broken."""

import sys
from pathlib import Path

import pytest

from generator.adding.extracted import LIBRARIES, extracted, paragraphs, without_running
from generator.adding.formats import Format
from tests.adding.hand_built import pdf, word

ROOT = Path(__file__).parents[2]
PAGE = """<html><head><title>Why rivers bend</title></head><body>
<div class="menu"><a href="/">Home</a> <a href="/all">Archive</a></div><div class="cookies">We use cookies. <a href="#">Accept</a></div>
<div class="post"><h1>Why rivers bend</h1>
<p><strong>Ann Lee</strong> [00:00:05]: A river that runs over flat land never stays straight for long, and an eddy is the reason.</p>
<h2>The inner bank</h2>
<p>Water on the outside of a bend runs faster and cuts the bank, while sand settles on the inside, slowly.</p></div>
<div class="related">Related posts <a href="/x">How lakes die</a></div>
<div class="end">All rights reserved. Privacy. Terms.</div></body></html>"""


def test_a_word_file_keeps_headings_lists_and_tables() -> None:
    found = extracted(Format.DOCX, "moles.docx", word())
    assert found.problems == ()
    assert found.text == (
        "# What moles do\n\nMoles dig because worms live in the ground.\n\n# Hills\n\n"
        "- One tunnel is 50 metres long.\n- It is used for years.\n\n"
        "| Month | Hills |\n|---|---|\n| May | 40 \\| 50 |\n\nNobody has found a way to move a mole that wants to stay.\n\n"
    )


def test_a_pdf_gives_paragraphs_without_running_heads() -> None:
    pages = [
        ["The Field Letter, May", f"Rain falls on the {place} and runs down to the river in a thou-", f"sand {what}.", f"Page {number}"]
        for number, (place, what) in enumerate((("hill", "brooks"), ("moor", "drops"), ("town", "pipes")), start=1)
    ]
    found = extracted(Format.PDF, "rain.pdf", pdf(pages))
    assert found.problems == ()
    assert "Rain falls on the hill and runs down to the river in a thousand brooks.\n\nRain falls on the moor" in found.text
    assert "Field Letter" not in found.text
    assert "Page" not in found.text


def test_a_web_page_gives_its_text_without_menus() -> None:
    found = extracted(Format.HTML, "rivers.html", PAGE.encode())
    assert "**Ann Lee** [00:00:05]: A river" in found.text
    assert "## The inner bank" in found.text
    assert not [word for word in ("Archive", "cookies", "Related", "Privacy") if word in found.text]


def test_lines_of_a_page_become_paragraphs() -> None:
    text = (
        "Hills and Brooks\nRain falls on the hill and runs down to the river, where it is\nsoon well-\nknown as floods. It ends.\n"
        "A new paragraph begins here and goes on to the end of the line\n• one\n• two\n"
    )
    assert paragraphs(text) == (
        "Hills and Brooks\n\nRain falls on the hill and runs down to the river, where it is soon wellknown as floods. It ends.\n\n"
        "A new paragraph begins here and goes on to the end of the line\n\n- one\n\n- two\n\n"
    )
    assert "well-known" in paragraphs(text + "This is well-known.\n")
    assert without_running([["Head", "a", "1"], ["Head", "b", "2"]]) == [["Head", "a", "1"], ["Head", "b", "2"]]


@pytest.mark.parametrize(
    ("format", "data", "code"),
    [
        (Format.PDF, b"%PDF-1.4 and nothing more", "unreadable"),
        (Format.PDF, pdf([[]]), "seed-empty"),
        (Format.DOCX, b"PK\x03\x04word/ broken", "unreadable"),
        (Format.HTML, b"<html></html>", "seed-empty"),
    ],
)
def test_a_file_without_text_or_out_of_order_is_a_problem(format: Format, data: bytes, code: str) -> None:
    assert [(problem.code, str(problem.location)) for problem in extracted(format, "in/x", data).problems] == [(code, "in/x:1")]


@pytest.mark.parametrize("format", LIBRARIES)
def test_where_a_library_is_missing_the_problem_says_how_to_get_it(format: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    module, extra = LIBRARIES[format]
    monkeypatch.setitem(sys.modules, module, None)
    (problem,) = extracted(format, "in/x", b"...").problems
    assert problem.code == "extra-missing"
    assert f"pip install '.[{extra}]'" in problem.right
    assert f"\n{extra} = [" in (ROOT / "pyproject.toml").read_text("utf-8")
