"""Saved web pages: what the parser must not guess."""

from generator.model import Role, SourceText
from generator.read import read
from generator.read.saved_html import saved_html


def test_a_page_that_declares_no_encoding_or_another_one_keeps_its_letters() -> None:
    for declared in ("", '<meta charset="iso-8859-1">'):
        page, problems = saved_html(
            "a.html", f"<html><head>{declared}<title>A · B</title></head><body><p>“Café” – naïve 堆肥</p></body></html>"
        )
        assert problems == ()
        assert [line.text for line in page.lines if line.text] == ["“Café” – naïve 堆肥"]
        assert page.fields["title"] == "A · B"


def test_number_signs_that_close_a_heading_are_its_marks_and_those_of_a_word_are_not() -> None:
    text = "## C#\n\nIt is a language, and no heap.\n\n## Heaps ##\n\nThey feed the soil.\n\n##  ##\n"
    document, _ = read(SourceText("a.md", text.encode()))
    assert document is not None
    assert [p.text for p in document.passages if p.role in {Role.HEADLINE, Role.HEADING}][:2] == ["C#", "Heaps"]
    shown = "<h2>C#</h2><p>It is a language, and no heap.</p><h2>Heaps ##</h2><p>They feed the soil.</p>"
    document, _ = read(SourceText("a.html", shown.encode()))
    assert document is not None
    assert [p.text for p in document.passages if p.role in {Role.HEADLINE, Role.HEADING}] == ["C#", "Heaps ##"]
