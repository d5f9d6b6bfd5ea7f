"""Light: what a page weighs over the wire, what comes before any script, that nobody else is asked. Under /seedbed/."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Response, Route, expect

#: What may come over the wire for a topic, compressed, without search and fonts.
BUDGET = 150_000
LATER = re.compile(r"/(search|fonts)/|workers/search|/lunr/")


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def largest(site: Path, folder: str) -> str:
    """The heaviest page of a folder."""
    path = max((site / folder).glob("*/index.html"), key=lambda path: path.stat().st_size)
    return path.relative_to(site).as_posix().removesuffix("index.html")


@pytest.mark.parametrize("folder", ["topics", "trends", "sources"])
def test_a_page_is_within_its_budget(page: Page, served: str, site: Path, folder: str) -> None:
    answers: dict[str, Response] = {}
    page.on("response", lambda answer: answers.setdefault(answer.url, answer))
    page.goto(served + largest(site, folder))
    page.wait_for_load_state("networkidle")
    weights = {url: len(gzip.compress(answer.body())) for url, answer in answers.items() if not LATER.search(url)}
    assert len(weights) > 5 and sum(weights.values()) <= BUDGET, weights


def test_nobody_else_is_asked_for_anything(page: Page, served: str, site: Path) -> None:
    home = urlsplit(served).netloc
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "map/", largest(site, "topics"), largest(site, "sources")):
        page.goto(served + address)
        page.wait_for_load_state("networkidle")
    assert asked and not [url for url in asked if urlsplit(url).netloc != home and not url.startswith(("data:", "blob:"))]


def test_a_page_is_there_before_its_scripts(page: Page, served: str, site: Path) -> None:
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(served + largest(site, "topics"), wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    assert held, "the scripts are still on their way"
    for route in held:
        route.abort()
