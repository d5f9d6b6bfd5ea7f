"""The project's own site by another engine: every page is crawled and compared with what MkDocs made, and its search is tried."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.build.crawled import Crawled, crawl
from tests.site.conftest import HOST, ROOT
from tests.site.watching import faultless

URL = f"{HOST}/seedbed/"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical makes it."""
    output = tmp_path_factory.mktemp("zensical")
    command = [sys.executable, "-m", "generator", "build", "--strict", "--engine", "zensical", "--output", str(output), "--site-url", URL]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return output / "site"


def test_every_page_of_the_project_is_the_same_by_both_engines(site: Path, other: Path) -> None:
    one, two = crawl(site, site_url=URL), crawl(other, site_url=URL)
    assert one.keys() == two.keys()
    fields = Crawled._fields
    assert not [f"{path}: {name}" for path in one for name in fields if getattr(one[path], name) != getattr(two[path], name)]


def test_its_search_leads_to_a_passage_under_the_policy(context: BrowserContext, other: Path) -> None:
    def answer(route: Route) -> None:
        path = other / route.request.url.removeprefix(URL).partition("?")[0].partition("#")[0]
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    context.route(URL + "**", answer)
    with faultless(context.new_page()) as page:
        page.goto(URL)
        page.get_by_role("button", name="Search").first.click()
        page.keyboard.type("RagnarOps")
        hit = page.locator("a[href*='#p-']").first
        expect(hit).to_be_visible()
        hit.click()
        page.wait_for_url("**/sources/**#p-*")
        expect(page.locator("[id='" + page.url.partition("#")[2] + "']")).to_have_count(1)
