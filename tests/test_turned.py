"""A text that leaves bidirectional marks open turns nothing round that stands behind it, and nothing of a source moves a terminal."""

import io

import pytest

from generator.cli.terminal import _Screen
from generator.text import apart, escape_html, escape_markdown, escape_plain, settled

RLE, RLO, PDF, RLI, FSI, PDI = "\u202b", "\u202e", "\u202c", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("plain", ""),
        (f"a{RLO}b", PDF),
        (f"a{RLO}b{PDF}c", ""),
        (f"{PDF}{PDI}a", ""),
        (f"{RLE}{RLO}a{PDF}", PDF),
        (f"{RLI}a", PDI),
        (f"{RLE}{RLI}a", PDI + PDF),
        (f"{RLI}{RLE}a{PDI}", ""),
        (f"{RLE}{RLI}{PDF}{PDI}a", PDF),
        (RLO * 1000, PDF * 125),
    ],
)
def test_what_is_left_open_is_closed_behind_the_text(text: str, closed: str) -> None:
    assert settled(text) == text + closed
    assert settled(settled(text)) == settled(text) or len(text) > 125
    for escape in (escape_html, escape_markdown, escape_plain):
        assert escape(text).endswith(closed)


def test_of_texts_in_one_line_each_keeps_its_place_whichever_way_its_letters_run() -> None:
    assert apart("Article", "", "Press", "1 June 2023") == "Article · Press · 1 June 2023"
    assert apart("Article", "הוצאת הגן", "1 June", by=", ") == f"Article, {FSI}הוצאת הגן{PDI}, 1 June"
    assert apart(f"{RLO}سماد") == f"{FSI}{RLO}سماد{PDF}{PDI}"


def test_a_terminal_shows_what_it_would_obey_and_keeps_the_programs_styles() -> None:
    file = io.StringIO()
    screen = _Screen(file=file, force_terminal=True, color_system="standard", highlight=False, soft_wrap=True)
    screen.print("seeds/\x1b]0;x\x07\u202e.md:1: \x9b31m no", style="red")
    assert file.getvalue() == "\x1b[31mseeds/\\u001b]0;x\\u202e.md:1: \\u009b31m no\x1b[0m\n"
