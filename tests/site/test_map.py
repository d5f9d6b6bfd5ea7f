"""The map in a real browser: search, focus, keys, switches, palette, the list, a phone. The site is served under /seedbed/."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.watching import faultless

Item = dict[str, Any]


@pytest.fixture(scope="module")
def chart(site: Path) -> dict[str, list[Item]]:
    data: dict[str, list[Item]] = json.loads((site / "data/map.json").read_bytes())
    return data


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when something goes wrong in a script."""
    with faultless(context.new_page()) as page:
        yield page
    page.close()


def opened(page: Page, served: str, query: str = "") -> Page:
    page.goto(f"{served}map/{query}")
    expect(page.locator(".sb-map-stage")).to_have_attribute("aria-busy", "false")
    return page


def neighbours(chart: dict[str, list[Item]], label: str) -> set[str]:
    """The names of all topics, trends and sources that an edge joins with a node."""
    at = next(i for i, node in enumerate(chart["nodes"]) if node["label"] == label)
    joined = {edge[1] if edge[0] == at else edge[0] for edge in chart["edges"] if at in edge[:2]}
    return {chart["nodes"][i]["label"] for i in joined if chart["nodes"][i]["kind"] != "person"}


def told(page: Page) -> set[str]:
    return set(page.locator(".sb-map-panel li a").all_inner_texts())


def test_search_by_another_name_shows_a_topic_with_its_neighbours(page: Page, served: str, chart: dict[str, list[Item]]) -> None:
    topic = next(n for n in chart["nodes"] if n["kind"] == "topic" and any(n["label"].lower() not in a.lower() for a in n["also"]))
    other = max((name for name in topic["also"] if topic["label"].lower() not in name.lower()), key=len)
    opened(page, served)
    box = page.get_by_role("combobox", name="Find on the map")
    box.fill(other)
    expect(page.get_by_role("option").first).to_contain_text(topic["label"])
    box.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(page.locator(".sb-map-name")).to_have_text(topic["label"])
    assert told(page) >= neighbours(chart, topic["label"])
    expect(page).to_have_url(re.compile(rf"map/\?at={topic['id']}$"))


def test_a_neighbour_is_one_key_away_and_leads_to_its_page(page: Page, served: str, chart: dict[str, list[Item]]) -> None:
    topic = chart["nodes"][0]
    opened(page, served, f"?at={topic['id']}")
    expect(page.locator(".sb-map-name")).to_have_text(topic["label"])
    source = next(n for n in chart["nodes"] if n["kind"] == "source" and n["label"] in neighbours(chart, topic["label"]))
    page.get_by_role("button", name=f"Show {source['label']} on the map").click()
    expect(page.locator(".sb-map-name")).to_have_text(source["label"])
    page.locator(".sb-map-name a").click()
    page.wait_for_url(served + source["url"])
    expect(page.locator("h1")).to_contain_text(source["label"])


def test_by_keyboard_alone(page: Page, served: str, chart: dict[str, list[Item]]) -> None:
    opened(page, served)
    stage, said = page.get_by_role("application", name="Map of topics and sources"), page.locator(".sb-map [role=status]")
    stage.focus()
    stage.press("ArrowRight")
    expect(said).to_have_text(f"{chart['nodes'][0]['label']}, topic")
    stage.press("Enter")
    expect(page.locator(".sb-map-name")).to_have_text(chart["nodes"][0]["label"])
    heard = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "ArrowRight"):
        stage.press(key)
        heard.add(said.inner_text().rpartition(", ")[0])
    assert len(heard) > 1
    around = neighbours(chart, chart["nodes"][0]["label"]) | {chart["nodes"][0]["label"]}
    assert heard <= around | {said.inner_text().partition(":")[0].rpartition(", ")[0], ""}
    stage.press("Enter")
    stage.press("Escape")
    expect(said).to_have_text("The whole map")
    expect(page.locator(".sb-map-name")).to_have_count(0)
    expect(page).to_have_url(served + "map/")
    stage.press("ArrowRight")
    stage.press("Enter")
    stage.press("Enter")
    expect(page.locator(".sb-map-name a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(stage).to_be_focused()


def test_a_click_on_a_node_and_one_beside_it(page: Page, served: str, chart: dict[str, list[Item]]) -> None:
    opened(page, served)
    page.wait_for_timeout(500)
    at = page.evaluate("window.seedbedMap.placeOf(0)")
    box = page.locator(".sb-map canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    expect(page.locator(".sb-map-name")).to_have_text(chart["nodes"][0]["label"])
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    expect(page.locator(".sb-map-name")).to_have_count(0)


def test_people_are_an_option(page: Page, served: str, chart: dict[str, list[Item]]) -> None:
    person = next(n for n in chart["nodes"] if n["kind"] == "person")
    opened(page, served)
    people = page.get_by_label("People")
    expect(people).not_to_be_checked()
    page.get_by_role("combobox").fill(person["label"])
    page.get_by_role("combobox").press("Enter")
    expect(page.locator(".sb-map-name")).to_have_text(person["label"])
    expect(people).to_be_checked()
    people.uncheck()
    expect(page.locator(".sb-map-name")).to_have_count(0)


def colour(page: Page) -> list[int]:
    """The colour in the middle of the heaviest topic, and of the accent that the page has."""
    script = """canvas => { const [x, y] = seedbedMap.placeOf(0), ratio = canvas.width / canvas.clientWidth;
      return [...canvas.getContext("2d").getImageData(x * ratio, y * ratio, 1, 1).data.slice(0, 3)]; }"""
    return list(page.locator(".sb-map canvas").evaluate(script))


def accent(page: Page) -> list[int]:
    name = page.evaluate("getComputedStyle(document.body).getPropertyValue('--md-accent-fg-color').trim()")
    return list(bytes.fromhex(name.removeprefix("#")))


def test_the_picture_follows_the_palette(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    opened(page, served)
    page.wait_for_timeout(300)
    light = colour(page)
    assert light == accent(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.wait_for_timeout(300)
    assert light != colour(page) == accent(page)


def test_who_asks_for_less_motion_sees_the_map_jump_and_not_glide(page: Page, served: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, served)
    closer = "() => { const before = seedbedMap.transform.k; seedbedMap.zoomBy(1.5); return seedbedMap.transform.k / before; }"
    assert page.evaluate(closer) == pytest.approx(1.5)
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(closer) < 1.5


def test_the_map_comes_with_instant_navigation_and_comes_again(page: Page, served: str) -> None:
    page.goto(served + "topics/")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.locator('.sb-section a[href$="map/"]').click()
        page.wait_for_url(served + "map/")
        expect(page.locator(".sb-map-stage")).to_have_attribute("aria-busy", "false")
        page.locator('.md-tabs a[href$="topics/"]').click()
        page.wait_for_url(served + "topics/")
    assert page.evaluate("window.stayed") is True


def test_other_pages_do_not_load_it(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + "topics/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "d3" in url or re.search(r"/map[^/]*\.(js|json)", url)]


def test_without_script_there_is_the_list(browser: Browser, served: str, chart: dict[str, list[Item]]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "map/")
    expect(page.locator(".sb-map")).to_be_hidden()
    links = page.locator(".sb-branches a")
    topics = [n["label"] for n in chart["nodes"] if n["kind"] in {"topic", "trend"}]
    assert set(topics) <= set(links.all_inner_texts())
    context.close()


def test_a_phone_shows_the_map_and_two_fingers_zoom(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce")
    page = opened(context.new_page(), served)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator(".sb-map canvas").bounding_box()
    assert box and box["width"] > 340
    page.wait_for_timeout(300)
    before = page.evaluate("window.seedbedMap.transform.k")
    client = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for kind, gap in (("touchStart", 40), ("touchMove", 70), ("touchMove", 120), ("touchEnd", None)):
        points = [{"x": x - gap / 2, "y": y}, {"x": x + gap / 2, "y": y}] if gap else []
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert page.evaluate("window.seedbedMap.transform.k") > 1.5 * before
    context.close()


def test_a_topic_leads_to_its_place_on_the_map(page: Page, served: str, chart: dict[str, list[Item]]) -> None:
    topic = chart["nodes"][0]
    page.goto(served + topic["url"])
    page.get_by_role("link", name="On the map").click()
    expect(page.locator(".sb-map-name")).to_have_text(topic["label"])
