"""Issues as e-mail: styles in the elements, both palettes, a plain-text part, and a message whose headers nobody can break into."""

import email
import email.policy
import re
from dataclasses import replace
from email.message import EmailMessage

import pytest
from lxml import html

from generator.exports.mail import LARGEST, inlined, too_large, unsendable
from generator.exports.plain import plain
from generator.library import Library
from generator.model import Site
from generator.output import OutputFile
from generator.report import Severity
from tests.newsletter.hand_built import HIVE, SOURCES, library, note, said, source
from tests.newsletter.sent import SITE, mailed
from tests.pages.test_hostile import HOSTILE

BODY = "# Warm hives\n\nSee [warmth](../topics/warmth.md) and ![](../assets/hive.png) and ![a hive](../assets/hive.png).\n"


def one(**more: str) -> Library:
    return library([note("2025-03-31", more.pop("head", "sources: [hive, paper, radio, roof, town]\n"), **more)])


def message(library: Library) -> EmailMessage:
    read = email.message_from_bytes(mailed(library)["2025-03-31.eml"], policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


def test_each_issue_is_a_page_a_text_and_a_message() -> None:
    assert sorted(mailed(one())) == ["2025-03-31.eml", "2025-03-31.html", "2025-03-31.txt"]
    assert mailed(one()) == mailed(one())


def test_the_message_has_both_parts_and_its_date_is_the_issues() -> None:
    read = message(one(body=BODY))
    assert read.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in read.iter_parts()] == ["text/plain", "text/html"]
    assert (read["Subject"], read["Date"]) == ("Issue of 2025-03-31", "Mon, 31 Mar 2025 00:00:00 +0000")
    assert read["X-Unsent"] == "1"
    files = mailed(one(body=BODY))
    plain_part, html_part = (part.get_content().replace("\r\n", "\n") for part in read.iter_parts())
    assert (plain_part, html_part) == (files["2025-03-31.txt"].decode(), files["2025-03-31.html"].decode())
    assert all(len(line) <= 998 for line in files["2025-03-31.eml"].split(b"\r\n"))


def test_the_sender_is_the_curators_or_one_that_cannot_be_mistaken() -> None:
    assert message(one())["From"] == "Bees <newsletter@bees.example.invalid>"
    named = one(head="sources: [hive]\nfrom: Bea Loam <bea@example.org>\n")
    assert message(named)["From"] == "Bea Loam <bea@example.org>"


@pytest.mark.parametrize(
    "title", ["A\r\nBcc: all@example.org", "A\nBcc: x", "A\x00\u2028Bcc: x", "=?utf-8?q?A=0ABcc:?=", "Bees 🐝 & “warmth”", "x" * 400]
)
def test_no_title_breaks_into_the_headers(title: str) -> None:
    library_ = one(title=title)
    read = message(library_)
    assert sorted(read.keys()) == sorted(["Subject", "From", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"])
    assert "\n" not in str(read["Subject"])
    assert sorted(message(replace(library_, site=Site(title, SITE))).keys()) == sorted(read.keys())


def test_blocks_run_in_the_direction_of_their_own_script() -> None:
    page = html.document_fromstring(mailed(one(body="# דבורים\n\nالنحل.\n\n- Bees\n"))["2025-03-31.html"].decode())
    blocks = page.xpath("//body//h1 | //body//p | //body//li | //body//blockquote")
    assert len(blocks) > 4 and {block.get("dir") for block in blocks} == {"auto"}


def test_styles_stand_in_the_elements_and_the_dark_palette_in_the_head() -> None:
    page = html.document_fromstring(mailed(one(body=BODY))["2025-03-31.html"].decode())
    assert not page.xpath("//link | //script | //style[@data-inline]")
    (sheet,) = page.xpath("//style")
    assert "prefers-color-scheme: dark" in sheet.text
    assert [m.get("content") for m in page.xpath("//meta[@name='color-scheme']")] == ["light dark"]
    for tag in ("body", "main", "h1", "h2", "h3", "p", "a", "blockquote", "ul", "li", "img"):
        assert page.xpath(f"//{tag}") and all(element.get("style") for element in page.iter(tag)), tag
    assert [image.get("alt") for image in page.xpath("//img")] == ["", "a hive"]
    assert all(str(link).startswith(SITE) for link in page.xpath("//@href | //@src"))
    assert page.xpath("string(//title)") == "Issue of 2025-03-31"


def test_later_rules_win_and_unknown_selectors_do_nothing() -> None:
    sheet = "<style data-inline>p { color: red; } .a, h1 { margin: 0; } p.a { color: blue; } p > a { top: 0; }</style>"
    page = inlined(html.document_fromstring(f"<html><head>{sheet}</head><body><p class='a'>x</p><p>y</p></body></html>"))
    assert re.findall(r"<p[^>]*>", page) == [
        '<p style="color: red; margin: 0; color: blue;" dir="auto">', '<p style="color: red;" dir="auto">',
    ]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    bad = source("hive", "2025-01", said("hive", 1, f"{HIVE.text} {text}", speaker=f"Bea {text}"), publisher=text)
    made = mailed(library([note("2025-03-31", title=f"Issue {text}")], documents=[bad, *SOURCES[1:]]))
    page = html.document_fromstring(made["2025-03-31.html"].decode())
    assert not page.xpath("//script | //img | //iframe | //@*[starts-with(name(), 'on')] | //h1[position() > 1]")
    assert all(str(link).startswith(SITE) for link in page.xpath("//@href"))
    assert f"Issue {' '.join(text.split())}" in " ".join(page.xpath("string(//h1)").split())


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "//[bad", "vbscript:x"])
def test_a_letter_leads_to_the_web_only(target: str) -> None:
    page = mailed(one(body=f'<a href="{target}">x</a> <script>alert(1)</script>\n'))["2025-03-31.html"].decode()
    assert target not in page and "<script" not in page


def test_a_letter_that_would_be_cut_is_a_warning() -> None:
    long = one(body="Long words. " * 10_000)
    made = [OutputFile(path, data) for path, data in mailed(long).items()]
    (problem,) = too_large(long, made)
    assert (problem.code, problem.location.path, problem.severity) == ("mail-size", "docs/issues/2025-03-31.md", Severity.WARNING)
    small = [OutputFile(path, data) for path, data in mailed(one()).items()]
    assert not too_large(one(), small)
    assert len(small[0].data) < LARGEST / 5


def test_letters_that_lead_to_ones_own_machine_are_told() -> None:
    for url in ("http://127.0.0.1:8000/", ""):
        (problem,) = unsendable(replace(one(), site=Site("Bees", url)), "mkdocs.yml")
        assert problem.severity is Severity.NOTICE
    assert not unsendable(one(), "mkdocs.yml")
    assert not unsendable(replace(library(()), site=Site("Bees", "")), "mkdocs.yml")


def test_plain_text_is_wrapped_and_keeps_what_matters() -> None:
    page = """<html><head><title>no</title></head><body><h1>Bees</h1><p>One
    <a href="https://bees.example/an-address-longer-than-a-line-that-may-not-be-broken-anywhere">link</a>,<sup><a href="#ref-1">1</a></sup>
    a line<br>and another.</p><ul><li>first <b>bold</b><ul><li>deep</li></ul></li></ul><blockquote>Words of somebody.</blockquote>
    <h2>More</h2><img alt="a hive" src="x"></body></html>"""
    assert plain(html.document_fromstring(page)) == (
        "Bees\n====\n\n"
        "One link\n<https://bees.example/an-address-longer-than-a-line-that-may-not-be-broken-anywhere>,[1]\na line\nand another.\n\n"
        "- first bold\n\n  - deep\n\n> Words of somebody.\n\nMore\n----\n\na hive\n\n[1] #ref-1\n"
    )
