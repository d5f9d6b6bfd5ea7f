"""Reading in a real browser, under /seedbed/: previews, what a passage lets one copy, chapters, the filter; by mouse, keys and touch."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from generator.findings.citations import citations
from generator.folders import read_seeds
from generator.model import Note, Vocabulary
from generator.read import read_all
from generator.report import Location
from tests.site.watching import faultless, until

ROOT = Path(__file__).parents[2]
MENTION = ".sb-passage.sb-turn a.sb-mention:not([href^='#'])"


@pytest.fixture(scope="module")
def talk(site: Path) -> str:
    """The page of the longest transcript with chapters."""
    data = json.loads((site / "data/knowledge.json").read_bytes())
    turns = Counter(p["source"] for p in data["passages"] if p["role"] == "turn")
    return f"sources/{turns.most_common(1)[0][0]}/"


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    """A page in which no script fails and from which no request leaves the site."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with faultless(context.new_page(), home=served, levels=frozenset()) as page:
        yield page


def preview(page: Page) -> Locator:
    return page.locator("#sb-preview")


def shifts(page: Page) -> float:
    """How much the layout has shifted since the page began, as the browser counts it."""
    script = "new Promise(told => new PerformanceObserver(list => told(list.getEntries().reduce((sum, e) => sum + e.value, 0)))"
    late = ".observe({type: 'layout-shift', buffered: true}) ?? setTimeout(() => told(0), 300))"
    shifted: float = page.evaluate(script + late)
    return shifted


def far(page: Page, selector: str, n: int = 40) -> Locator:
    """One of many far down, in the middle of the window, so that nothing scrolls when it is pointed at."""
    link = page.locator(selector).nth(n)
    link.evaluate("link => link.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.wait_for_timeout(200)
    return link


def test_a_link_shows_what_it_leads_to_and_nothing_moves(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    link = far(page, MENTION)
    before, height = shifts(page), page.evaluate("document.documentElement.scrollHeight")
    link.hover()
    expect(preview(page)).to_be_visible()
    expect(preview(page)).to_have_role("tooltip")
    assert link.get_attribute("aria-describedby") == "sb-preview"
    assert not preview(page).locator("a, button, [id]").count(), "a tooltip holds nothing to operate"
    assert shifts(page) == before and page.evaluate("document.documentElement.scrollHeight") == height
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None


def test_a_preview_stays_while_the_pointer_is_on_it_and_goes_with_it(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    far(page, MENTION).hover()
    preview(page).hover()
    page.wait_for_timeout(500)
    expect(preview(page)).to_be_visible()
    page.mouse.move(3, 3)
    expect(preview(page)).to_have_count(0)


def test_a_preview_comes_with_focus_by_keyboard_and_leaves_with_it(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    link = far(page, MENTION)
    link.evaluate("link => link.previousElementSibling?.focus()")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).not_to_have_attribute("aria-describedby", "sb-preview")


def test_passages_references_and_topics_have_previews(page: Page, served: str, site: Path) -> None:
    cited = next(path for path in sorted(site.glob("topics/*/index.html")) if "sb-cite" in path.read_text("utf-8"))
    page.goto(f"{served}topics/{cited.parent.name}/")
    page.locator(".sb-cite a").first.hover()
    expect(preview(page)).to_contain_text(page.locator(".sb-ref .sb-words").first.inner_text()[:30])
    where = page.locator(".sb-card .sb-where").first
    words = page.locator(".sb-card .sb-words mark").first.inner_text()
    where.hover()
    expect(preview(page).locator(".sb-passage")).to_be_visible()
    expect(preview(page)).to_contain_text(words)
    topic = page.locator("dd a[href*='/topics/']").last
    name = topic.inner_text()
    topic.hover()
    expect(preview(page).locator(".sb-preview-title")).to_have_text(re.compile(re.escape(name), re.IGNORECASE))


def test_a_charts_point_leads_to_its_sentence(page: Page, served: str, site: Path) -> None:
    trend = next(p for p in sorted(site.glob("trends/*/index.html")) if 'class="sb-point"' in p.read_text("utf-8"))
    page.goto(f"{served}trends/{trend.parent.name}/")
    point = page.locator(".sb-point").first
    value = (point.locator(".sb-value").text_content() or "").rpartition(" ")[2].rpartition("–")[2]
    point.click()
    expect(page.locator(".sb-stating:target")).to_contain_text(value)
    expect(page.locator(".sb-stating:target")).to_be_in_viewport()


def test_a_page_is_read_once_for_all_its_previews(page: Page, served: str, talk: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "fetch" else None)
    page.goto(served + talk)
    for n in (10, 30):
        far(page, ".sb-passage.sb-turn a.sb-mention[href*='glossary/#']", n).hover()
        expect(preview(page)).to_be_visible()
        page.keyboard.press("Escape")
    assert [url for url in asked if "glossary" in url] == [served + "glossary/"]


def test_without_motion_a_preview_does_not_fade(browser: Browser, served: str, talk: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(served + talk)
        far(page, MENTION).hover()
        expect(preview(page)).to_have_css("animation-name", "none")


def test_a_long_press_shows_a_preview_and_a_touch_that_scrolls_does_not(browser: Browser, served: str, talk: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(served + talk)
        link = far(page, MENTION)
        box = link.bounding_box()
        assert box
        fingers = context.new_cdp_session(page)

        def finger(type: str, y: float = 0) -> None:
            at = [] if type == "touchEnd" else [{"x": box["x"] + 5, "y": box["y"] + 8 + y}]
            fingers.send("Input.dispatchTouchEvent", {"type": type, "touchPoints": at})

        here = page.url
        finger("touchStart")
        expect(preview(page)).to_be_visible()
        finger("touchEnd")
        expect(preview(page)).to_be_visible()
        assert page.url == here
        page.touchscreen.tap(200, 780)
        expect(preview(page)).to_have_count(0)
        finger("touchStart")
        for step in range(1, 8):
            finger("touchMove", -12.0 * step)
        page.wait_for_timeout(700)
        finger("touchEnd")
        expect(preview(page)).to_have_count(0)


def test_a_passage_gives_its_link_its_citation_and_its_mark(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    passage = far(page, ".sb-turn")
    passage.hover(position={"x": 30, "y": 40})
    anchor, who = passage.get_attribute("id"), passage.locator(".sb-who").inner_text()
    for name, wanted in (
        (r"Copy link", rf"{re.escape(served + talk)}#{anchor}"),
        (r"Copy citation", rf"{who}, “.+”, .*\d{{4}}, .*at \d+:\d\d, {re.escape(served + talk)}#{anchor}"),
        (r"Copy \[@", rf'\[@{re.escape(talk.split("/")[1])} ".+"\]'),
    ):
        passage.get_by_role("button", name=re.compile(name)).click()
        expect(page.locator("p.sb-aloud[role=status]")).to_have_text("Copied")
        assert re.fullmatch(wanted, page.evaluate("navigator.clipboard.readText()"))


def test_a_card_gives_the_citation_of_its_passage_where_nothing_may_be_copied_after_a_wait(page: Page, served: str, talk: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new DOMException('waited', 'NotAllowedError'); }")
    page.goto(served + "topics/team-composition/")
    card = page.locator(f".sb-card:has(.sb-where[href*='{talk}'])").first
    card.hover()
    card.get_by_role("button", name="Copy citation").click()
    expect(page.locator("p.sb-aloud[role=status]")).to_have_text("Copied")
    anchor = (card.locator(".sb-where").get_attribute("href") or "").partition("#")[2]
    who = card.locator(".sb-who").inner_text()
    wanted = rf"{who}, “.+”, .*\d{{4}}, .*at \d+:\d\d, {re.escape(served + talk)}#{anchor}"
    assert re.fullmatch(wanted, page.evaluate("navigator.clipboard.readText()"))


def test_a_passage_is_copied_from_by_keyboard(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    passage = page.locator(".sb-turn").nth(30)
    passage.locator(".sb-anchor").focus()
    page.keyboard.press("Tab")
    expect(passage.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("p.sb-aloud[role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"#{passage.get_attribute('id')}")


def test_every_mark_that_is_copied_is_a_valid_citation(page: Page, served: str, site: Path) -> None:
    documents, _ = read_all(read_seeds(ROOT / "seeds")[0])
    marks: list[str] = []
    for source in sorted(path.parent.name for path in site.glob("sources/*/index.html")):
        page.goto(f"{served}sources/{source}/")
        marks += page.evaluate("""async () => {
            const taken = [];
            navigator.clipboard.writeText = async text => { taken.push(text); };
            for (const text of document.querySelectorAll('.sb-passage[id] > .sb-text')) {
                text.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));
                text.parentElement.querySelector('.sb-copy button:last-child:not([hidden])')?.click();
            }
            await new Promise(done => setTimeout(done));
            return taken;
        }""")
    assert len(marks) > 300
    note = Note("test.md", "Test", "\n\n".join(marks), Location("docs/test.md", 1))
    _, problems = citations(documents, Vocabulary(), [note])
    wrong = [p for p in problems if p.severity.value == "error"]
    assert not wrong, "\n".join(f"{p.wrong} {marks[(p.location.line - 1) // 2]}" for p in wrong)


def test_what_is_selected_is_what_the_mark_cites(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    passage = far(page, ".sb-turn")
    passage.hover(position={"x": 30, "y": 40})
    chosen = passage.locator(".sb-text").evaluate("""text => {
        const range = document.createRange();
        const node = [...text.childNodes].find(node => node.nodeType === 3 && node.data.trim().split(' ').length > 4);
        const start = node.data.search(/\\S+ \\S+ \\S+ \\S+/);
        range.setStart(node, start + 1);
        range.setEnd(node, start + node.data.slice(start).trim().split(' ').slice(0, 4).join(' ').length - 1);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return range.toString();
    }""")
    passage.get_by_role("button", name=re.compile(r"Copy \[@")).click()
    taken = page.evaluate("navigator.clipboard.readText()")
    words = re.sub(r'^\[@\S+ "|"\]$', "", taken)
    assert chosen.strip() in words and len(words) <= len(chosen) + 40


def test_without_script_nothing_is_offered_that_does_nothing(browser: Browser, served: str, talk: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(served + talk)
        assert page.locator(".md-content button, .md-content select").count() == 0
        assert page.locator(".sb-passage").count() == page.locator(".sb-passage:not([hidden])").count()
        chapters = page.locator("details.sb-contents")
        chapters.locator("summary").click()
        expect(chapters.locator("a").first).to_be_visible()
        expect(page.locator(".sb-step").first).to_have_attribute("href", re.compile("#p-"))


def test_the_filter_shows_one_topic_or_speaker_and_keeps_it_in_the_address(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    whole = page.locator(".sb-turn:visible").count()
    topic, speaker = page.get_by_label("Show only one topic"), page.get_by_label("Show only one speaker")
    topic.focus()
    page.keyboard.press("ArrowDown")
    id, count = topic.input_value(), int(re.findall(r"\((\d+)\)", topic.locator("option:checked").inner_text())[0])
    shown = page.locator(".md-content__inner > .sb-passage:visible")
    expect(shown).to_have_count(count)
    assert all(f"/{id}/" in row for row in shown.evaluate_all("rows => rows.map(row => row.querySelector('.sb-chips').innerHTML)"))
    expect(page.locator(".sb-sieve [role=status]")).to_have_text(re.compile(rf"^{count} of \d+ passages$"))
    assert page.url.endswith(f"?topic={id}")
    speaker.select_option(index=1)
    fewer = shown.count()
    assert 0 < fewer <= count
    page.reload()
    expect(shown).to_have_count(fewer)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".sb-turn:visible")).to_have_count(whole)
    assert page.url == served + talk
    expect(topic).to_be_focused()


def test_an_anchor_brings_back_what_the_filter_hides(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    page.get_by_label("Show only one topic").select_option(index=3)
    hidden = page.locator(".sb-turn:not(:visible)").nth(20)
    anchor = hidden.get_attribute("id")
    page.evaluate("anchor => { location.hash = anchor; }", anchor)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.get_by_label("Show only one topic").select_option(index=3)
    page.goto(page.url.split("#")[0] + f"#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_the_filter_works_on_a_page_that_came_without_a_reload(page: Page, served: str, talk: str) -> None:
    page.goto(served + "sources/")
    page.locator(f".md-content a[href*='{talk.split('/')[1]}']").first.click()
    page.wait_for_url(served + talk)
    page.get_by_label("Show only one topic").select_option(index=1)
    expect(page.locator(".sb-sieve [role=status]")).not_to_be_empty()


@pytest.mark.parametrize("long", [False, True])
def test_the_step_of_a_topic_leads_to_its_next_passage(page: Page, served: str, site: Path, talk: str, long: bool) -> None:
    if long:  # the page as it would be with more turns: laid out near the window only
        text = (site / talk / "index.html").read_text("utf-8").replace('class="sb-tools', 'class="sb-long sb-tools')
        page.route(served + talk, lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(served + talk)
    step = page.locator(".sb-turn a.sb-step[aria-label^='Next']").nth(5)
    target = (step.get_attribute("href") or "").partition("#")[2]
    step.focus()
    until(page, "history.state?.y > 0")  # the theme notes the place a tenth of a second after the page was scrolled
    page.keyboard.press("Enter")
    expect(page.locator(f"#{target}")).to_be_in_viewport()
    topic = (step.get_attribute("aria-label") or "").removeprefix("Next on ")
    expect(page.locator(f"#{target} .sb-chip", has_text=topic)).to_be_visible()


def test_on_a_phone_the_contents_of_every_long_page_stay_in_reach(page: Page, served: str, kinds: list[str]) -> None:
    """Also far down; where letters stand, they do the same."""
    page.set_viewport_size({"width": 390, "height": 844})
    told = {}
    for address in kinds:
        page.goto(served + address)
        if page.locator(".sb-contents li").count() > 1 or page.locator(".sb-letters").count():
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
            box = page.locator(".sb-letters, .sb-contents:not(:has(~ .sb-letters))").bounding_box()
            told[address] = box and 0 < box["y"] < 100
    assert {"glossary/", "about/"} < told.keys() and len(told) > 10
    assert all(told.values()), told


def test_the_chapter_that_is_read_is_marked(page: Page, served: str, talk: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + talk)
    bar = page.locator("details.sb-contents")
    chapter = bar.locator("a", has_text=re.compile(r"^\d+:\d\d ")).nth(3)
    bar.locator("summary").click()
    title = chapter.inner_text().split("\n")[-1].strip()
    chapter.click()
    expect(bar).not_to_have_attribute("open", re.compile(".*"))
    expect(bar.locator(".sb-now")).to_contain_text(title)
    expect(bar).to_be_in_viewport(ratio=1)
    expect(bar.locator("[aria-current]")).to_have_count(1)
    heading = page.locator("#" + (chapter.get_attribute("href") or "").partition("#")[2])
    above, below = bar.bounding_box(), heading.bounding_box()
    assert above and below and below["y"] >= above["y"] + above["height"], "the bar covers the heading"
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(bar).to_be_hidden()
    expect(page.locator(".md-sidebar--secondary [aria-current]")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_names_of_speakers_stand_out_enough(browser: Browser, served: str, talk: str, scheme: str) -> None:
    with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        page.goto(served + talk)
        ratios = page.evaluate("""() => {
            const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            const light = colour => {
                pen.fillStyle = colour;
                pen.fillRect(0, 0, 1, 1);
                const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
                const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(v => linear(v / 255));
                return .2126 * r + .7152 * g + .0722 * b;
            };
            const turn = document.querySelector('.sb-turn');
            const ground = light(getComputedStyle(document.body).backgroundColor);
            return [1, 2, 3, 4, 5, 6].map(n => {
                turn.className = `sb-passage sb-turn sb-speaker-${n}`;
                const name = light(getComputedStyle(turn.querySelector('.sb-who, .sb-who a')).color);
                return (Math.max(name, ground) + .05) / (Math.min(name, ground) + .05);
            });
        }""")  # fmt: skip
        assert min(ratios) >= 4.5, ratios


def test_a_printed_page_holds_the_text_and_nothing_to_operate(page: Page, served: str, talk: str) -> None:
    page.goto(served + talk)
    far(page, ".sb-turn").hover(position={"x": 30, "y": 40})
    page.emulate_media(media="print", color_scheme="dark")
    frame = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-top, .headerlink"
    gone = f"{frame}, .sb-copy, .sb-sieve, .sb-contents, .sb-step, .sb-anchor, .sb-chips"
    assert page.locator(gone).locator("visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator(".sb-turn").nth(2)).to_be_visible()
