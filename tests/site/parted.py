"""The page of numbers cut into three by hand, as one of more than 150 rows is: the project's own lists are too short for that."""

import re
from functools import partial
from pathlib import Path

from lxml import html
from playwright.sync_api import BrowserContext, Route

from generator.folders import read_templates
from generator.pages.page import Link, Page, Turning
from generator.render import render

PARTS = ("", "2/", "3/")


def serve(context: BrowserContext, site: Path, home: str) -> int:
    """Have the browser find the parts at `numbers/`, `numbers/2/` and `numbers/3/`; the number of all rows."""
    text = (site / "numbers/index.html").read_text("utf-8")
    deeper = re.sub(r'"\.\.(?=[/"])', '"../..', text).replace('="./"', '="../"')
    count = len(rows(html.fromstring(text)))
    for n, part in enumerate(PARTS):
        body = _part(deeper if n else text, range(count * n // 3, count * (n + 1) // 3), n)
        context.route(f"{home}numbers/{part}*", partial(_answer, body))
    return count


def _answer(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def rows(page: html.HtmlElement) -> list[html.HtmlElement]:
    return list(page.iterfind(".//table[@data-sb-table]/tbody/tr"))


def _part(text: str, kept: range, n: int) -> str:
    page = html.fromstring(text)
    for at, row in enumerate(rows(page)):
        if at not in kept:
            row.drop_tree()
    for table in list(page.iterfind(".//table[@data-sb-table]")):
        if not table.findall("tbody/tr"):
            above = [table, *table.itersiblings(preceding=True)]
            for element in above[: [e.tag for e in above].index("h2") + 1]:
                element.drop_tree()
    page.find(".//article").append(html.fromstring(_turning(n)))
    return "<!doctype html>" + html.tostring(page, encoding="unicode")


def _turning(n: int) -> str:
    """The bar that the real template writes."""
    ways = ["../" + part if n else part or "./" for part in PARTS]
    numbers = tuple(Link(f"{at + 1}", way if at != n else "") for at, way in enumerate(ways))
    turning = Turning(ways[n - 1] if n else "", ways[n + 1] if n < 2 else "", numbers, tuple(w for at, w in enumerate(ways) if at != n))
    templates = {**read_templates(Path("templates"))[0], "t.md": '{% import "parts.md" as parts %}{{ parts.turning(page.turning) }}'}
    page = Page("numbers.md", "t.md", numbers[0], turning=turning)  # type: ignore[arg-type]  # the template looks at no view
    return render([page], templates)[0][0].data.decode()
