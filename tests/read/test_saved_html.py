"""Saved web pages: what the parser must not guess."""

from generator.read.saved_html import saved_html


def test_a_page_that_declares_no_encoding_or_another_one_keeps_its_letters() -> None:
    for declared in ("", '<meta charset="iso-8859-1">'):
        page, problems = saved_html(
            "a.html", f"<html><head>{declared}<title>A · B</title></head><body><p>“Café” – naïve 堆肥</p></body></html>"
        )
        assert problems == ()
        assert [line.text for line in page.lines if line.text] == ["“Café” – naïve 堆肥"]
        assert page.fields["title"] == "A · B"
