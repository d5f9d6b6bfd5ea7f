"""Search on a site of 3,000 sources: the same box, a few pieces of the index, hits that lead to their passages."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from benchmarks.corpus import corpus
from generator.output import OutputFile
from generator.publishing import ENGINES, indexed
from tests.searched import whole_index
from tests.site.conftest import HOST, ROOT
from tests.site.watching import faultless

URL = f"{HOST}/seedbed/"
#: What one search may load, in bytes as they lie on the disk (point 7 of what the site promises: 300 KB).
LIMIT = 300_000


def made_up(count: int) -> Iterator[dict[str, object]]:
    """Entries of so many sources, some 20 passages each, of words as frequent as in a language."""
    texts = [text.partition("---\n")[2].partition("---\n")[2].split() for _, text in corpus(60)]
    for n in range(count):
        chance = random.Random(n)
        yield {"location": f"sources/made-up-{n}/", "title": f"Made up {n}", "text": "Zipf Press · 2024"}
        for i in range(20):
            text = chance.choice(texts)
            at = chance.randrange(max(1, len(text) - 50))
            said = " ".join(text[at : at + 50]).replace("<", " ").replace("&", " ")
            yield {"location": f"sources/made-up-{n}/#p-{i:08d}", "title": f"Ada Sato, {i}:00", "text": said, "boost": 2}


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, whose index also holds the passages of 3,000 sources that have no page here."""
    folder = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(site, folder)
    index = whole_index(folder)
    index["docs"] += made_up(3000)
    script = OutputFile("assets/search.js", (ROOT / "docs/assets/search.js").read_bytes())
    files = indexed(folder, ENGINES["mkdocs"], index, [script])
    assert len(files) > 1000
    for file in files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder


@pytest.fixture
def loaded() -> dict[str, int]:
    """What the browser asked for on account of a search, and its bytes."""
    return {}


@pytest.fixture
def page(context: BrowserContext, large: Path, loaded: dict[str, int]) -> Iterator[Page]:
    def answer(route: Route) -> None:
        path = large / route.request.url.removeprefix(URL).partition("?")[0].partition("#")[0]
        path = path / "index.html" if path.is_dir() else path
        if "search" in path.parts or path.name.startswith("search."):
            loaded[route.request.url] = path.stat().st_size
        route.fulfill(path=path) if path.is_file() else route.fulfill(status=404)

    context.route(URL + "**", answer)
    with faultless(context.new_page(), levels=frozenset({"error", "warning"})) as page:
        page.goto(URL)
        yield page


def search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").fill(query)
    page.get_by_role("textbox", name="Search").press("End")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(500)


@pytest.mark.parametrize("query", ["inference", "open source model data", "bo", "that each plain word", "engineers wars"])
def test_a_search_loads_a_few_pieces(page: Page, loaded: dict[str, int], query: str) -> None:
    search(page, query)
    assert 20_000 < sum(loaded.values()) < LIMIT, loaded


def test_a_misheard_name_leads_to_its_passage(page: Page, large: Path) -> None:
    search(page, "RagnarOps")
    hit = page.locator(".md-search-result__link[href*='#p-']").first
    expect(hit.locator("mark").first).to_have_text("RagnarOps")
    hit.click()
    page.wait_for_url("**/sources/**#p-*")
    expect(page.locator("[id='" + page.url.partition("#")[2] + "']")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("four wars", "topics/four-wars/"),
        ("four battlegrounds", "topics/four-wars/"),
        ("inference speed", "trends/inference-speed/"),
    ],
)
def test_a_topic_comes_first_by_its_name_and_by_what_else_it_is_called(page: Page, query: str, url: str) -> None:
    search(page, query)
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", f"{URL}{url}?h={'+'.join(query.split())}")


def test_what_stands_in_an_entry_is_shown_as_text(page: Page) -> None:
    search(page, "AI engineer")
    assert page.locator(".md-search-result script, .md-search-result img").count() == 0
    assert "&amp;amp;" not in page.locator(".md-search-result").inner_html()
