"""Tables and lists that sort and filter, in a real browser under /seedbed/, and the same pages without script."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site import parted
from tests.site.watching import faultless, until


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when something goes wrong in a script."""
    with faultless(context.new_page()) as page:
        yield page
    page.close()


def titles(page: Page) -> list[str]:
    return page.locator("tbody tr:visible .sb-source-title").all_inner_texts()


def test_a_column_sorts_up_and_down_and_back(page: Page, served: str) -> None:
    page.goto(served + "sources/")
    listed = titles(page)
    head = page.get_by_role("columnheader", name="Source")
    for way, wanted in (
        ("ascending", sorted(listed, key=str.casefold)),
        ("descending", sorted(listed, key=str.casefold, reverse=True)),
        (None, listed),
    ):
        head.get_by_role("button").press("Enter")
        assert titles(page) == wanted
        assert head.get_attribute("aria-sort") == way


def test_numbers_sort_by_size_and_what_is_empty_comes_last(page: Page, served: str) -> None:
    page.goto(served + "sources/")
    page.get_by_role("columnheader", name="Passages").get_by_role("button").click()
    sizes = [int(text.split()[0].replace(",", "")) for text in page.locator("td[data-label=Passages]").all_inner_texts()]
    assert sizes == sorted(sizes)
    for _ in range(2):
        page.get_by_role("columnheader", name="Date").get_by_role("button").click()
        dates = page.locator("td[data-label=Date]").evaluate_all("cells => cells.map(cell => cell.dataset.value)")
        assert all(dates[: sum(map(bool, dates))])


def test_a_filter_counts_shows_stays_in_the_address_and_goes(page: Page, served: str) -> None:
    page.goto(served + "sources/")
    every = titles(page)
    kind = page.get_by_role("combobox", name="Kind", exact=True)
    kind.select_option("Transcript")
    expect(page.locator(".sb-filter output")).to_have_text(f"1 of {len(every)}")
    assert len(titles(page)) == 1
    page.reload()
    expect(page.locator(".sb-filter output")).to_have_text(f"1 of {len(every)}")
    page.get_by_role("searchbox", name="Filter sources").fill("nothing holds these words")
    expect(page.locator(".sb-filter output")).to_have_text(f"0 of {len(every)}")
    page.get_by_role("button", name="Show all").click()
    assert titles(page) == every
    expect(page).to_have_url(served + "sources/")


def test_a_heading_goes_with_its_rows(page: Page, served: str) -> None:
    page.goto(served + "quotes/")
    result = page.get_by_role("combobox", name="Result", exact=True)
    headings = page.locator("h2:visible")
    wanted = result.locator("option").all_inner_texts()[1:]
    assert len(wanted) > 1
    for name in wanted:
        result.select_option(name)
        expect(headings.filter(has_text=name)).to_have_count(1)
        assert not [other for other in wanted if other != name and headings.filter(has_text=other).count()]
        expect(page.locator(".sb-quote:visible").first).to_be_visible()


def test_predictions_by_who_says_so(page: Page, served: str) -> None:
    page.goto(served + "predictions/")
    who = page.get_by_role("combobox", name="Who", exact=True)
    name = who.locator("option").all_inner_texts()[1]
    who.select_option(name)
    rows = page.locator("tbody tr:visible")
    assert 0 < rows.count() < page.locator("tbody tr").count()
    assert all(name in text for text in rows.locator("td[data-label=Who]").all_inner_texts())


def test_filters_come_with_instant_navigation(page: Page, served: str) -> None:
    page.goto(served + "topics/")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.locator('.md-tabs a[href$="sources/"]').click()
        page.wait_for_url(served + "sources/")
        expect(page.get_by_role("searchbox", name="Filter sources")).to_be_visible()
        page.locator('.md-tabs a[href$="topics/"]').click()
        page.wait_for_url(served + "topics/")
    assert page.evaluate("window.stayed") is True


def test_a_phone_stacks_rows_and_sorts_by_a_choice(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for address in ("predictions/", "quotes/", "sources/"):
        page.goto(served + address)
        expect(page.locator(".sb-filter")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    page.get_by_role("combobox", name="Sort", exact=True).select_option(label="Source ↓")
    assert titles(page) == sorted(titles(page), key=str.casefold, reverse=True)
    context.close()


def test_entries_are_found_by_what_one_types_and_stand_under_their_letters(page: Page, served: str) -> None:
    page.goto(served + "glossary/")
    every = page.locator(".sb-entry").count()
    name = page.locator(".sb-entry h3").nth(every // 2).evaluate("head => head.firstChild.textContent")
    page.get_by_role("searchbox", name="Filter entries").fill(name)
    expect(page.locator(".sb-filter output")).to_have_text(re.compile(rf"^[1-9]\d* of {every}$"))
    assert page.locator(".sb-entry:visible h3", has_text=name).count() == 1
    assert 0 < page.locator(".md-content h2:visible").count() < page.locator(".md-content h2").count()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".sb-entry:visible")).to_have_count(every)


def test_what_has_fallen_due_by_the_reader_s_clock_is_called_past(page: Page, served: str, site: Path) -> None:
    """A clock of long ago changes nothing, one of far ahead all that has a date; what has none stays so."""
    data = json.loads((site / "data/knowledge.json").read_bytes())
    ahead = [item for item in data["predictions"] if item["status"] in ("open", "due") and item["due"]]
    past, undated = page.locator(".sb-status", has_text="Past"), page.locator(".sb-status", has_text="No date")
    page.clock.set_fixed_time("2000-01-01")
    page.goto(served + "predictions/")
    never = undated.count()
    assert ahead and never and past.count() == 0
    page.clock.set_fixed_time("2999-01-01")
    page.reload()
    expect(past).to_have_count(len(ahead))
    expect(undated).to_have_count(never)
    page.get_by_role("combobox", name="Status").select_option("Past")
    expect(page.locator(".sb-filter output")).to_have_text(re.compile(rf"^{len(ahead)} of "))
    expect(page.get_by_text("by the clock of your device")).to_be_visible()


def test_without_script_all_of_it_is_there(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "sources/")
    expect(page.locator(".sb-filter")).to_be_hidden()
    expect(page.get_by_role("columnheader", name=re.compile("Passages"))).to_be_visible()
    assert titles(page)
    context.close()


ROWS = "table[data-sb-table] > tbody > tr"


def test_a_list_on_several_pages_is_filtered_as_a_whole(page: Page, served: str, site: Path) -> None:
    every = parted.serve(page.context, site, served)
    page.goto(served + "numbers/2/")
    shown, here = page.locator(f"{ROWS}:visible"), page.locator(ROWS).count()
    headings = page.locator(".md-content h2:visible").all_inner_texts()
    assert here < every
    page.get_by_role("searchbox", name="Filter numbers").fill("a")
    expect(page.locator(".sb-filter output")).to_have_text(re.compile(rf"^\d+ of {every}$"))
    found = int(page.locator(".sb-filter output").inner_text().split()[0])
    assert here < found == shown.count()
    expect(page.locator(".sb-parts")).to_be_hidden()
    order = page.locator(".md-content h2:visible").all_inner_texts()
    assert [title for title in order if title in headings] == headings and len(order) > len(headings)
    assert len(order) == len(set(order)), "each group once"
    page.get_by_role("button", name="Show all").click()
    assert shown.count() == here
    assert page.locator(".md-content h2:visible").all_inner_texts() == headings
    expect(page.locator(".sb-parts")).to_be_visible()
    ids = page.locator("[id]").evaluate_all("found => found.map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_a_choice_offers_what_only_other_pages_have_and_stays_in_the_address(page: Page, served: str, site: Path) -> None:
    every = parted.serve(page.context, site, served)
    page.goto(served + "numbers/3/?bearing=target")
    expect(page.locator(".sb-filter output")).to_have_text(re.compile(rf"^[1-9]\d* of {every}$"))
    assert page.get_by_role("combobox", name="Bearing", exact=True).input_value() == "target"
    wanted = page.locator(f"{ROWS}:visible").evaluate_all("rows => rows.map(row => row.dataset.bearing)")
    assert set(wanted) == {"target"}


def test_a_list_on_several_pages_is_sorted_as_a_whole(page: Page, served: str, site: Path) -> None:
    parted.serve(page.context, site, served)
    page.goto(served + "numbers/2/")
    table = page.locator("table[data-sb-table]:visible").first
    rows, here = table.locator("tbody tr:visible"), table.locator("tbody tr").count()
    before = rows.all_inner_texts()
    head = table.get_by_role("columnheader", name="Number")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    values = rows.locator("td:first-child").evaluate_all("cells => cells.map(cell => Number(cell.dataset.value))")
    assert len(values) > here and values == sorted(values), "the group goes on from the page before"
    for _ in range(2):
        head.get_by_role("button").click()
    until(page, "!document.querySelector('[aria-sort]')")
    assert rows.all_inner_texts() == before
