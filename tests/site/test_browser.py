"""What a reader does, in a real browser: search, follow, hover. The site is served under /seedbed/."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.watching import faultless

Item = dict[str, Any]
#: A tablet, a phone, and 1440 and 1280 pixels enlarged twice and four times (WCAG 1.4.4 and 1.4.10).
WIDTHS = (768, 720, 390, 320)


@pytest.fixture(scope="module")
def known(site: Path) -> dict[str, list[Item]]:
    data: dict[str, list[Item]] = json.loads((site / "data/knowledge.json").read_bytes())
    return data


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    """A page of the browser that fails the test when anything is asked of another host or goes wrong in a script."""
    with faultless(context.new_page(), home=served) as page:
        yield page


def find(page: Page, served: str, query: str) -> list[str]:
    """Search as a reader does. The addresses of the results below the site's root, best first."""
    results = page.locator(".md-search-result__list a.md-search-result__link")
    box = page.get_by_role("textbox", name="Search")
    if page.url != served:
        page.goto(served)
        page.keyboard.press("/")
        expect(box).to_be_focused()
    for words in ("", query):
        box.fill(words)
        box.press("End")  # the theme searches when a key comes up
        expect(results).to_have_count(0) if not words else results.first.wait_for()
    hrefs = results.evaluate_all("links => links.map(link => link.href)")
    return [re.sub(r"\?h=[^#]*", "", href).removeprefix(served) for href in hrefs]


def told_by_other_names(known: dict[str, list[Item]]) -> list[tuple[str, str]]:
    """Other names of topics and trends that share no word with the preferred one, so that only the label can find them."""
    named = []
    for concept in known["concepts"]:
        words = set(re.findall(r"\w+", concept["prefLabel"].lower()))
        other = [label for label in concept["altLabel"] if not words & set(re.findall(r"\w+", label.lower()))]
        if concept["kind"] in {"topic", "trend"} and other:
            named.append((max(other, key=len), concept["page"]))
    return named


def test_search_finds_a_topic_by_another_name(page: Page, served: str, known: dict[str, list[Item]]) -> None:
    named = told_by_other_names(known)
    assert len(named) >= 3
    missed = [(label, at, found[:3]) for label, at in named[:6] if at not in (found := find(page, served, label))[:3]]
    assert not missed


def test_search_finds_a_passage_by_its_words_and_leads_to_it(page: Page, served: str, known: dict[str, list[Item]]) -> None:
    texts = [p for p in known["passages"] if p["text"] and p["role"] in {"turn", "paragraph", "insight"} and len(p["text"].split()) > 25]
    counts = Counter(word for p in texts for word in set(re.findall(r"[a-z]{5,}", p["text"].lower())))
    rare = [(p, [w for w in re.findall(r"[a-z]{5,}", p["text"].lower()) if counts[w] == 1][:4]) for p in texts]
    sources = {p["source"]: (p, words) for p, words in rare if len(words) == 4 and not p["excluded"]}
    assert len(sources) >= 2
    for passage, words in list(sources.values())[:3]:
        source, _, anchor = passage["id"].partition("#")
        place = f"sources/{source}/#{anchor}"
        assert place in find(page, served, " ".join(words))[:5]
        page.locator(f'.md-search-result__list a[href*="{anchor}"]').first.click()
        page.wait_for_url(re.compile(re.escape(f"/sources/{source}/") + rf".*#{anchor}$"))
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_link_to_what_is_folded_away_opens_the_fold(page: Page, served: str) -> None:
    page.goto(served + "coverage/")
    page.evaluate("window.stayed = true")
    link = page.locator("#reasons + dl a").first
    target = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(target)
    expect(page.locator("#" + target.partition("#")[2])).to_be_in_viewport()
    assert page.evaluate("window.stayed") is True


def test_on_a_phone_all_letters_of_the_glossary_stay_in_view_above_the_entry_that_is_come_to(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "glossary/")
    last = page.locator(".sb-entry").nth(60).get_attribute("id")
    page.goto(f"{served}glossary/#{last}")
    for letter in (page.locator(".sb-letters > a").first, page.locator(".sb-letters > a").last):
        expect(letter).to_be_in_viewport(ratio=1)
    above, entry = page.locator(".sb-letters").bounding_box(), page.locator(f"#{last}").bounding_box()
    assert above and entry and above["y"] + above["height"] <= entry["y"]


@pytest.mark.parametrize("width", [1440, 390])
def test_a_search_that_finds_nothing_says_what_to_try(page: Page, served: str, known: dict[str, list[Item]], width: int) -> None:
    word = next(term for c in known["concepts"] for term in c["prefLabel"].lower().split() if term.isalpha() and len(term) > 7)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(served + "about/?q=xq" + word)
    told = page.locator(".sb-nothing")
    expect(told).to_contain_text(f"Nothing shown on this site has “xq{word}”.")
    expect(told.get_by_role("link", name="Glossary")).to_have_attribute("href", served + "glossary/")
    box = page.get_by_role("textbox", name="Search")
    box.fill(word[:4] + word[5:])
    box.press("End")
    expect(told.get_by_role("link", name=word, exact=True)).to_be_visible()
    box.press("Enter")
    expect(page.locator(".md-search-result__list a").first).to_be_visible()
    assert box.input_value() == word
    expect(told).to_be_empty()


def test_a_page_of_findings_is_found_by_what_it_is_looked_for_by(page: Page, served: str) -> None:
    assert {"quotes/", "disagreements/"} <= set(find(page, served, "misquoted"))
    assert "predictions/" in find(page, served, "forecasts")


def test_a_passage_on_a_topic_leads_to_its_place_in_the_source(page: Page, served: str, known: dict[str, list[Item]]) -> None:
    cited = Counter(e["concept"] for e in known["evidence"])
    topic = max((c for c in known["concepts"] if c["kind"] == "topic"), key=lambda c: cited[c["id"]])
    page.goto(served + topic["page"])
    link = page.locator('.md-content a[href*="sources/"][href*="#p-"]').first
    target = link.evaluate("link => link.href")
    link.scroll_into_view_if_needed()
    link.click()  # at once: the theme still notes the place of the old page, for a tenth of a second after it was scrolled
    page.wait_for_url(target)
    expect(page.locator("#" + target.partition("#")[2])).to_be_in_viewport()


def test_a_chart_comes_without_a_reload_and_a_point_leads_to_its_passage(page: Page, served: str, site: Path) -> None:
    charted = next(path.parent.name for path in sorted(site.glob("trends/*/index.html")) if "sb-point" in path.read_text("utf-8"))
    page.goto(served + "trends/")
    page.evaluate("window.stayed = true")
    page.locator(f'.md-content a[href$="trends/{charted}/"]').first.click()
    point = page.locator(".sb-point").first
    target = point.evaluate("point => new URL(point.href.baseVal, location).href")
    assert page.evaluate("window.stayed") is True
    point.click()
    page.wait_for_url(target)
    expect(page.locator("#" + target.partition("#")[2])).to_be_in_viewport()


def test_a_term_says_what_it_means_on_hover(page: Page, served: str, known: dict[str, list[Item]]) -> None:
    cited = Counter(m["passage"].partition("#")[0] for m in known["mentions"])
    page.goto(served + f"sources/{cited.most_common(1)[0][0]}/")
    terms = {c["page"]: c["definition"] for c in known["concepts"] if c["kind"] == "term" and c["definition"]}
    links = page.locator('.md-content a[href*="glossary/#"]')
    link = next(link for link in links.all() if link.is_visible() and link.bounding_box())
    definition = terms[link.evaluate("link => link.href").removeprefix(served)]
    link.hover()
    expect(page.get_by_role("tooltip").filter(has_text=definition[:40])).to_be_visible()


@pytest.mark.parametrize("part", range(2))
def test_every_kind_of_page_opens_without_a_fault_and_is_no_wider_than_the_window(
    page: Page, served: str, kinds: list[str], part: int
) -> None:
    wide = {}
    for address in kinds[part::2]:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(served + address)
        expect(page.locator("h1").first).to_be_visible()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            wide[address, width] = page.evaluate("document.documentElement.scrollWidth")
    assert wide and not {at: found for at, found in wide.items() if found > at[1]}


def test_the_next_page_comes_without_a_reload_and_search_still_works(page: Page, served: str) -> None:
    page.goto(served)
    page.evaluate("window.stayed = true")
    page.locator('.md-tabs a[href*="topics/"], .md-nav a[href*="topics/"]').first.click()
    page.wait_for_url(served + "topics/")
    assert page.evaluate("window.stayed") is True
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()


def test_every_kind_of_finding_stands_in_the_menu_by_its_name(page: Page, served: str) -> None:
    names = ("Disagreements", "Predictions", "Numbers", "Quotes", "Timeline", "Glossary", "Sources")
    page.goto(served + "about/")
    for name in names:
        expect(page.locator(".md-tabs").get_by_role("link", name=name, exact=True)).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".md-header__button[for=__drawer]").click()
    for name in names:
        expect(page.locator(".md-nav--primary").get_by_text(name, exact=True).first).to_be_in_viewport()
