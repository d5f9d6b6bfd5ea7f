"""Light: what a page weighs over the wire, what comes before any script, that nothing moves. Under /seedbed/."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, Route, expect

from tests.site.watching import until

#: What may come over the wire for a topic, compressed, without search and fonts.
BUDGET = 150_000
#: How much a page's layout may shift until it has settled (https://web.dev/articles/cls calls 0.1 good).
STILL = 0.01
#: Counts every shift, also those that follow a click, which the measure of the web leaves out.
COUNT = (
    "window.moves = []; new PerformanceObserver(list => moves.push(...list.getEntries())).observe({type: 'layout-shift', buffered: true});"
)
#: What has shifted since the page came: how much, and what.
MOVED = """async () => {
    await document.fonts.ready;
    while (document.querySelector('[data-sb-map]:not(:has([aria-busy=false]))')) await new Promise(requestAnimationFrame);
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    await new Promise(done => setTimeout(done));
    const what = move => move.sources.map(({node}) => node?.outerHTML?.slice(0, 80) ?? node?.textContent.slice(0, 40));
    return [moves.reduce((sum, move) => sum + move.value, 0), ...moves.flatMap(what)];
}"""
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


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_while_a_page_loads(browser: Browser, served: str, kinds: list[str], width: int) -> None:
    """A page that moved is loaded once more: on a machine that is busy with other tests, fonts may come after the first paint."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        context.add_init_script(COUNT)
        once = {address: _moved(context, served + address) for address in kinds}
        again = {address: _moved(context, served + address) for address, told in once.items() if told[0] >= STILL}
    assert not {address: (once[address], told) for address, told in again.items() if told[0] >= STILL}


def _moved(context: BrowserContext, address: str) -> Any:
    page = context.new_page()
    page.goto(address)
    told = page.evaluate(MOVED)
    page.close()
    return told


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_when_a_page_comes_without_a_reload(browser: Browser, served: str, kinds: list[str], width: int) -> None:
    made = "const link = document.createElement('a'); link.href = to; document.querySelector('.md-content').append(link);"
    follow = f"to => {{ {made} moves = []; link.click(); }}"
    moved = {}
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        context.add_init_script(COUNT)
        page = context.new_page()
        page.goto(served + "about/")
        page.evaluate("window.stayed = true")
        for address in sorted({*kinds} - {"404.html", "about/"}):
            page.evaluate(follow, served + address)
            page.locator(f'link[rel=canonical][href="{served + address}"]').wait_for(state="attached")
            moved[address] = page.evaluate(MOVED)
        assert page.evaluate("window.stayed") is True
        page.locator("h1").evaluate("title => { title.style.marginTop = '200px'; }")
        assert page.evaluate(MOVED)[0] >= STILL, "what moves is counted"
    assert not {address: told for address, told in moved.items() if told[0] >= STILL}


def test_a_page_is_there_before_its_scripts(page: Page, served: str, site: Path) -> None:
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(served + largest(site, "topics"), wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    until(page, "performance.getEntriesByName('first-contentful-paint').length")
    assert held, "the scripts are still on their way"
    for route in held:
        route.abort()
