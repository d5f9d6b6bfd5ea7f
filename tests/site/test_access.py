"""Everyone: axe-core finds nothing on any kind of page; keys alone do, no script does; twice the size, less motion. Under /seedbed/."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.watching import until

AXE = (Path(__file__).parent / "vendor/axe.min.js").read_text("utf-8")
#: What is asked of a page beyond WCAG is asked too, but for one rule: the theme's boxes for menu and search lie outside of its landmarks.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"region": {"enabled": False}},
    "resultTypes": ["violations"],
}
LOOKS = [(width, scheme) for width in (1440, 390) for scheme in ("light", "dark")]
#: The kinds of pages are looked at in as many parts, so that workers share them.
PARTS = 6
#: Of elements of one parent those stay that hold something of which there are not three before them, so that a page of a thousand passages
#: takes a second. What is far down is laid out like what is in view.
SHORTEN = """() => {
    const made = each => new Set([each, ...each.querySelectorAll('*')].map(e => e.tagName + '.' + e.getAttribute('class')));
    const shorten = parent => {
        const seen = {};
        for (const each of [...parent.children]) {
            const kinds = [...made(each)];
            if (kinds.every(kind => seen[kind] >= 3)) { each.remove(); continue; }
            for (const kind of kinds) seen[kind] = (seen[kind] ?? 0) + 1;
            shorten(each);
        }
    };
    document.querySelectorAll('.md-content__inner, .md-nav__list').forEach(shorten);
    document.head.append(Object.assign(document.createElement('style'), {textContent: '* { content-visibility: visible !important; }'}));
}"""
FOUND = """rules => axe.run(document, rules).then(told => told.violations.flatMap(
    fault => fault.nodes.map(node => `${fault.id}: ${node.target} ${node.failureSummary}`)))"""


@pytest.fixture(scope="module")
def talk(site: Path) -> str:
    """The page of a source that has seconds."""
    data: dict[str, Any] = json.loads((site / "data/knowledge.json").read_bytes())
    return f"sources/{next(p['source'] for p in data['passages'] if p['role'] == 'turn')}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce") as context:
        context.set_default_timeout(15_000)
        expect.set_options(timeout=15_000)
        yield context.new_page()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    with browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(page: Page, served: str, kinds: list[str], part: int) -> None:
    faults = {}
    for address in kinds[part::PARTS]:
        page.goto(served + address)
        page.evaluate(SHORTEN)
        page.evaluate(AXE + "; null")
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
            until(page, f"document.body.dataset.mdColorScheme === '{'slate' if scheme == 'dark' else 'default'}'")
            until(page, "document.getAnimations().every(each => each.playState !== 'running')")
            faults[f"/{address} {width} {scheme}"] = page.evaluate(FOUND, RULES)
    assert faults and not {at: told for at, told in faults.items() if told}


def test_every_page_says_its_language_and_can_be_skipped_into(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert '<html lang="en"' in text and "<h1" in text, path
        assert 'class="md-skip"' in text or path.name == "404.html", path


def press_to(page: Page, selector: str, *, at_most: int) -> None:
    """Tab until what has the focus is such an element."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{at_most} times Tab lead to no {selector}")


def test_keys_lead_from_home_to_a_passage(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1:target")).to_be_in_viewport()
    press_to(page, ".md-content *", at_most=2)
    press_to(page, "a[href*='topics/']:not([href$='topics/'])", at_most=20)
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/*/")
    expect(page.locator(".sb-card").first).to_be_visible()
    press_to(page, ".md-content a[href*='sources/'][href*='#p-']", at_most=60)
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(page.locator(f"#{target.partition('#')[2]}:target")).to_be_in_viewport()


#: What of a focused element tells that it is: an outline, or a look that it has not without the focus; and that something covers it.
TOLD = """() => {
    const active = document.activeElement;
    if (active === document.body) return {end: true};
    const label = active.matches('.md-toggle') ? `.md-header__button[for=${active.id}]` : '.md-option ~ label:not([hidden])';
    const e = active.matches('.md-toggle, .md-option') ? document.querySelector(label) : active; // a box shows the focus by its label
    const box = e.getBoundingClientRect();
    const look = () => {
        const s = getComputedStyle(e);
        return [s.boxShadow, s.backgroundColor, s.borderColor, s.color, s.outline].join();
    };
    const style = getComputedStyle(e);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    let seen = outlined;
    if (!outlined) { const now = look(); active.blur(); seen = look() !== now; active.focus({preventScroll: true}); }
    const shown = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0) > 0 && parseFloat(style.opacity) > 0;
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top, 0), innerHeight - 1);
    const over = [box.top + 2, box.top + box.height / 2, box.bottom - 2].every(y => {
        const top = document.elementFromPoint(x, y); return top && !e.contains(top) && !top.contains(e); });
    return {seen, shown, covered: over, what: e.outerHTML.slice(0, 120)};
}"""


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("back", [False, True], ids=["forward", "back"])
@pytest.mark.parametrize("address", ["", "sources/", "quotes/", "map/"])
def test_the_focus_is_seen_wherever_it_goes(page: Page, served: str, address: str, back: bool, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(served + address)
    expect(page.locator(".sb-map-stage[aria-busy=true]")).to_have_count(0)
    lost = []
    for _ in range(70):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        told = page.evaluate(TOLD)
        if told.pop("end", False):
            break
        if not told["seen"] or not told["shown"] or told["covered"]:
            lost.append(told)
    assert not lost


def test_on_a_phone_keys_open_the_menu_and_the_search(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served)
    menu, search = page.get_by_role("checkbox", name="Menu"), page.get_by_role("checkbox", name="Search")
    page.keyboard.press("Tab")
    expect(menu).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".md-nav--primary a[href$='sources/']").first).to_be_in_viewport()
    page.keyboard.press("Space")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(search).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()


def test_without_script_every_kind_of_page_can_be_read(plain: Page, served: str, kinds: list[str]) -> None:
    for address in kinds:
        plain.goto(served + address)
        expect(plain.locator("h1").first).to_be_visible()
        expect(plain.get_by_text("Search, filters and previews need script.")).to_be_visible()
        dead = ".md-header .md-search, .sb-filter, .sb-sieve, .sb-copy, .sb-sort, .sb-map, [data-md-component=palette]"
        assert plain.locator(dead).locator("visible=true").count() == 0, address


def test_without_script_links_lead_from_home_to_a_passage(plain: Page, served: str) -> None:
    plain.goto(served)
    plain.locator(".sb-glances a[href*='topics/']").first.click()
    plain.locator(".md-content a[href*='sources/'][href*='#p-']").first.click()
    expect(plain.locator(".sb-passage:target")).to_be_in_viewport()


def test_who_asks_for_less_motion_gets_none(page: Page, served: str, talk: str) -> None:
    longest = """() => Math.max(...[...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].flatMap(part => {
        const s = getComputedStyle(e, part || null);
        return (s.transitionDuration + ',' + s.animationDuration).split(',').map(parseFloat);
    })))"""
    for address in ("", "map/", "sources/"):
        page.goto(served + address)
        assert page.evaluate(longest) <= 0.001, address
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_times_of_highlights_can_be_read_on_a_phone(page: Page, served: str, talk: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + talk)
    region = page.get_by_role("region", name="Highlights and their times")
    assert region.evaluate("region => region.scrollWidth <= region.clientWidth"), "all columns are in view"
