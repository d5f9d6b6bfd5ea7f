"""What a reader finds on each page of a site, engine by engine: to compare two sites that should say the same."""

import json
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from generator.links import targets

#: What an engine adds to an article or to a head by itself: Zensical a place to skip to.
ENGINES_OWN = {"__skip"}
#: Of a page's head, what our own templates write (in the theme's block `extrahead`).
OF_OURS = "//head/meta[@property or @name='description' or starts-with(@name, 'twitter')] | //head/link[starts-with(@rel, 'alternate')]"


class Crawled(NamedTuple):
    """A page as it is read: its title, its headings, its anchors, its links as they lead, its words, its scripts of data and its head."""

    title: str
    headings: list[tuple[str, str, str]]
    anchors: set[str]
    links: list[tuple[str | None, str]]
    words: list[str]
    data: list[object]
    head: list[tuple[str, ...]]


def crawl(site: Path, *, site_url: str) -> dict[str, Crawled]:
    """Every page of a site by its path."""
    return {path.relative_to(site).as_posix(): _crawled(path, site, site_url) for path in sorted(site.rglob("*.html"))}


def _crawled(path: Path, site: Path, site_url: str) -> Crawled:
    root = etree.HTML(path.read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    [article] = root.xpath("//article[contains(@class, 'md-content__inner')]")
    here = path.relative_to(site).as_posix()
    addresses = article.xpath(".//a/@href | .//img/@src")
    return Crawled(
        title=root.xpath("string(//title)"),
        headings=[(h.tag, h.get("id", ""), _flat(h)) for h in article.iter("h1", "h2", "h3", "h4", "h5", "h6")],
        anchors=set(article.xpath(".//@id")) - ENGINES_OWN,
        links=[(t.path, t.anchor) for address in addresses for t in targets(here, [address], site_url=site_url)],
        words=_flat(article).split(),
        data=[json.loads(script.text) for script in root.xpath("//script[@type='application/ld+json']")],
        head=sorted(_said(here, each, site_url) for each in root.xpath(OF_OURS)),
    )


def _said(here: str, element: etree._Element, site_url: str) -> tuple[str, ...]:
    """The attributes of an element of the head; an address as it leads."""
    given = dict(element.attrib)
    to = [f"{t.path}#{t.anchor}" for t in targets(here, [given.pop("href", "")], site_url=site_url)]
    return (*sorted(given.values()), *to)


def _flat(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
