"""The policy of every page: only the site's own files run; nothing that a reader does is held up by it; what is slipped in does not run."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.watching import faultless, until

#: Tells what the policy held up, of this page and of those that come without a reload.
LISTEN = """window.held = [];
addEventListener("securitypolicyviolation", event => held.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));"""
DATA = {"application/json", "application/ld+json"}


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when the policy holds anything up, or anything goes wrong in a script."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(LISTEN)
    with faultless(context.new_page()) as page:
        yield page
    assert page.evaluate("held") == []


def inline(path: Path) -> tuple[str, list[str], list[str]]:
    """Of a page its policy, the scripts that it holds, and what else runs or dresses in place: handlers, styles, links that are scripts."""
    root = etree.HTML(path.read_bytes())
    [policy] = root.xpath("/html/head/meta[@http-equiv='Content-Security-Policy']/@content")
    scripts = [each.text for each in root.xpath("//script[not(@src)]") if each.get("type") not in DATA]
    handlers = "//@*[starts-with(name(), 'on')] | //@style | //style | //@href[starts-with(normalize-space(), 'javascript:')]"
    return policy, scripts, [str(each) for each in root.xpath(handlers) if each.getparent().get("data-md-component") != "search-share"]


def test_every_page_has_one_policy_that_names_its_scripts_and_no_others(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    policies = set()
    for path in pages:
        policy, scripts, other = inline(path)
        policies.add(policy)
        hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts}
        assert hashes == set(re.findall(r"'sha256-([^']+)'", policy)), path
        assert not other, path
    [policy] = policies
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_nothing_is_held_up_on_any_kind_of_page(page: Page, served: str, kinds: list[str]) -> None:
    for address in kinds:
        page.goto(served + address)
        expect(page.locator("[data-sb-map]:not(:has([aria-busy=false]))")).to_have_count(0)
        assert page.evaluate("held") == [], address


def test_all_that_a_reader_does_works_under_it(page: Page, served: str, site: Path) -> None:
    data = json.loads((site / "data/knowledge.json").read_bytes())
    talk = next(p["source"] for p in data["passages"] if p["role"] == "turn")
    page.goto(served)
    page.evaluate("window.stayed = true")
    page.locator("label[for^=__palette]:visible").click()  # light, then dark
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").press_sequentially("inference")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__overlay")).to_have_css("height", "0px")  # it lies over the page until it has faded
    page.locator(".md-tabs a[href$='sources/']").click()
    page.get_by_role("searchbox", name="Filter sources").fill("transcript")
    expect(page.locator(".sb-filter output")).to_contain_text(" of ")
    page.get_by_role("columnheader", name="Passages").get_by_role("button").click()
    page.locator(f".md-content a[href$='sources/{talk}/']").first.click()
    page.locator(".sb-sieve select").first.select_option(index=1)
    page.locator(".sb-passage.sb-turn:visible a.sb-mention:not([href^='#'])").first.hover()
    expect(page.locator("#sb-preview")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".sb-passage:visible .sb-text").first.hover()
    page.get_by_role("button", name="Copy link to this passage").click()
    assert f"/sources/{talk}/#" in page.evaluate("navigator.clipboard.readText()")
    page.locator(".md-tabs a[href$='topics/']").click()
    page.locator(".sb-section a[href$='map/']").click()
    expect(page.locator(".sb-map-stage")).to_have_attribute("aria-busy", "false")
    stage = page.get_by_role("application", name="Map of topics and sources")
    stage.press("ArrowRight")
    stage.press("Enter")
    expect(page.locator(".sb-map-name")).to_be_visible()
    assert page.evaluate("stayed") is True
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(
    "slipped_in",
    [
        "<script>window.ran = 1</script>",
        "<script src='https://elsewhere.invalid/x.js'></script>",
        "<script src='data:text/javascript,window.ran=1'></script>",
        "<img src='x' onerror='window.ran = 1'>",
        "<a id='slip' href='javascript:window.ran=1'>x</a><p onclick='window.ran = 1'>x</p>",
        "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
        "<object data='data:text/html,<script>parent.ran=1</script>'></object>",
        "<base href='https://elsewhere.invalid/'>",
        "<img src='https://elsewhere.invalid/x.png'>",
        "<form action='https://elsewhere.invalid/'><button id='slip'>x</button></form>",
        "<p style='background: url(https://elsewhere.invalid/x.png)'>x</p>",
    ],
)
def test_what_is_slipped_into_a_page_does_not_run_and_asks_nobody(
    context: BrowserContext, served: str, site: Path, slipped_in: str
) -> None:
    context.add_init_script(LISTEN)
    page, asked = context.new_page(), []
    page.route(re.compile("//elsewhere"), lambda route: (asked.append(route.request.url), route.abort()))
    text = (site / "about/index.html").read_text("utf-8").replace("</h1>", f"</h1>{slipped_in}", 1)
    page.route(served + "about/", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(served + "about/")
    if "slip" in slipped_in:
        page.locator("#slip").dispatch_event("click")
    until(page, "held.length || Array.from(frames).some(frame => frame.held?.length)")
    assert page.evaluate("window.ran") is None
    assert not asked
