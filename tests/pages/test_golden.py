"""What the pages of a small library look like, as Markdown that can be read beside the test's library."""

from pathlib import Path

import pytest

from tests.pages.hand_built import library
from tests.pages.rendered import pages

GOLDEN = Path(__file__).with_name("golden")
PATHS = (
    "index.md", "about.md", "topics/index.md", "topics/watering.md", "topics/soil-life.md", "trends/city-gardens.md", "glossary.md",
    "people.md", "organisations.md", "sources/index.md", "sources/garden-talk.md", "sources/bed-test.md", "sources/worm-brief.md",
    "mishearings.md",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_page_is_as_agreed(path: str) -> None:
    assert pages(library())[path] == (GOLDEN / path.replace("/", "-")).read_text(encoding="utf-8")
