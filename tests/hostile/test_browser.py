"""A browser on every kind of page of the hostile site, without the policy that would hold scripts up: nothing runs, nothing is asked."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Route, expect

from tests.hostile.payloads import HOST
from tests.site.conftest import HOST as HERE

#: What payloads would call; and what a script would be that no element or handler of the templates holds.
TRAP = "window.ran = []; window.__ran = number => ran.push(number);"
HELD = """() => [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name)
    || /^(href|src|action|formaction|srcset|poster|data|xlink:href)$/i.test(a.name)
    && /^\\s*(java|vb)script:|^\\s*data:text/i.test(a.value))
    || /^(iframe|object|embed|base|math|template)$/i.test(e.localName)).map(e => e.outerHTML.slice(0, 200))"""
STIRRED = """document.querySelectorAll('details').forEach(each => each.open = true);
[...document.querySelectorAll('article [title], article a.sb-mention')].slice(0, 20).forEach(each =>
    each.dispatchEvent(new MouseEvent('mouseenter', {bubbles: true})))"""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def test_nothing_runs_and_nobody_is_asked(context: BrowserContext, served: str, kinds: list[str], site: Path) -> None:
    told: list[str] = []

    def answer(route: Route) -> None:
        address = route.request.url
        if not address.startswith(HERE):
            told.append(f"asked {address}")
            route.abort()
        elif route.request.resource_type == "document":
            path = site / address.split("#")[0].split("?")[0].removeprefix(served) / "index.html"
            text, found = _POLICY.subn("", path.read_text("utf-8"))
            assert found == 1
            route.fulfill(body=text, content_type="text/html; charset=utf-8")
        else:
            route.continue_()

    context.add_init_script(TRAP)
    context.route("**/*", answer)
    page = context.new_page()
    page.set_default_navigation_timeout(120_000)  # the pages are as heavy as no others, and the machine may be busy
    page.on("dialog", lambda dialog: (told.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: told.append(f"error {error}"))
    page.on("console", lambda message: told.append(f"console {message.text}") if message.type == "error" else None)
    page.on("popup", lambda popup: told.append(f"opened {popup.url}"))
    for address in (address for address in kinds if address != "404.html"):
        page.goto(served + address)
        page.evaluate(STIRRED)
        handlers = [each for each in page.evaluate(HELD) if "search-share" not in each]
        assert page.evaluate("ran") == [], address
        assert not told, address
        assert not handlers, address
    page.goto(served)
    for words in ("compost img", "script", "<img src=x onerror", f"{HOST}", "{{"):
        page.keyboard.press("/")
        for typed in ("", words):
            page.get_by_role("textbox", name="Search").fill(typed)
            page.get_by_role("textbox", name="Search").press("End")  # the theme searches when a key comes up
            expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("^Type to start" if not typed else "match"))
        assert page.evaluate("ran") == [], words
        assert not page.locator(".md-search-result img, .md-search-result script").count(), words
        page.keyboard.press("Escape")
    assert not told
