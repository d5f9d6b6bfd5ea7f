"""Atom feeds: valid by RFC 4287, dated by data, with links that lead to the site, whatever the sources' words are."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from generator.library import Library
from generator.model import Document
from tests.newsletter.hand_built import HIVE, SOURCES, library, note, said, source
from tests.newsletter.sent import SITE, fed
from tests.pages.test_hostile import HOSTILE

ATOM = "{http://www.w3.org/2005/Atom}"
RULES = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def checked(data: bytes) -> etree._Element:
    """A feed that keeps what RFC 4287 demands, the rules that no grammar can tell too."""
    feed = etree.fromstring(data)
    RULES.assertValid(feed)
    (own,) = feed.findall(f"{ATOM}link[@rel='self']")
    assert own.get("href") == feed.findtext(f"{ATOM}id")
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids), "4.1.2: no two entries with one id (of the same moment)"
    assert all(len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1 for entry in entries)
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert not entries or feed.findtext(f"{ATOM}updated") == moments[0]
    for address in [*ids, *(link.get("href") for link in feed.iter(f"{ATOM}link"))]:
        assert urlsplit(address).scheme == "https" and str(address).startswith(SITE)
    for content in feed.iter(f"{ATOM}content"):
        links = [str(a) for a in html.fromstring(f"<div>{content.text}</div>").xpath("//@href | //@src")]
        assert all(urlsplit(link).scheme in {"http", "https", "mailto"} for link in links)
    return feed


def titles(feed: etree._Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def issued(**more: object) -> Library:
    return library([note("2025-01-31"), note("2025-03-31", "sources: [roof, town]\n")], **more)  # type: ignore[arg-type]  # fields by name


def test_there_is_one_for_the_site_the_issues_and_each_topic_and_trend() -> None:
    made = {path: checked(data) for path, data in fed(issued()).items()}
    assert sorted(made) == ["feed.xml", "issues/feed.xml", "topics/roofs/feed.xml", "topics/warmth/feed.xml", "trends/town-bees/feed.xml"]
    assert made["feed.xml"].findtext(f"{ATOM}title") == "Bees"
    assert titles(made["issues/feed.xml"]) == ["Issue of 2025-03-31", "Issue of 2025-01-31"]
    assert len(titles(made["feed.xml"])) == 2 + len(SOURCES)
    assert titles(made["topics/warmth/feed.xml"]) == ["Warmth: On roof", "Warmth: On hive", "Warmth: On paper", "Warmth: On radio"]


def test_dates_are_those_of_data() -> None:
    entries = {e.findtext(f"{ATOM}title"): e for e in checked(fed(issued())["feed.xml"]).findall(f"{ATOM}entry")}
    assert entries["On hive"].findtext(f"{ATOM}published") == "2025-01-01T00:00:00Z"
    assert entries["On hive"].findtext(f"{ATOM}updated") == "2025-01-31T00:00:00Z", "it became known with its issue"
    assert entries["On town"].find(f"{ATOM}published") is None
    assert entries["On town"].findtext(f"{ATOM}updated") == "2025-03-31T00:00:00Z"
    undated = checked(fed(library((), documents=[source("hive", "", HIVE)]))["feed.xml"])
    assert undated.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_an_issue_stands_in_it_whole_with_links_that_lead_to_the_site() -> None:
    body = "See [warmth](../topics/warmth.md#x), [there](https://example.org/), ![a hive](../assets/hive.png).\n"
    (entry,) = checked(fed(library([note("2025-01-31", body=body)]))["issues/feed.xml"]).findall(f"{ATOM}entry")
    content = entry.findtext(f"{ATOM}content") or ""
    links = [str(a) for a in html.fromstring(f"<div>{content}</div>").xpath("//@href | //@src")]
    assert links[:4] == [
        f"{SITE}issues/2025-01-31/",
        f"{SITE}topics/warmth/#x",
        "https://example.org/",
        f"{SITE}assets/hive.png",
    ]
    assert f"{SITE}sources/paper/#p-00000001" in links
    assert "Warm hives eat half as much" in content


def spoilt(text: str) -> Document:
    return source("hive", "2025-01", said("hive", 1, f"{HIVE.text} {text}", speaker=f"Bea {text}"), publisher=text, title=f"On hive {text}")


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x0b￾ control", "]]>", "&lt;b&gt;"])
def test_hostile_text_stays_text(text: str) -> None:
    made = fed(library([note("2025-01-31", title=f"Issue {text}")], documents=[spoilt(text), *SOURCES[1:]]))
    for path, data in made.items():
        for content in checked(data).iter(f"{ATOM}content"):
            shown = html.fromstring(f"<div>{content.text}</div>")
            assert not shown.xpath("//script | //img | //iframe | //style | //@*[starts-with(name(), 'on')]"), path
            assert not [href for href in map(str, shown.xpath("//@href")) if not href.startswith(SITE)]
            assert not shown.xpath("//h1")


def test_a_site_without_an_issue_has_valid_feeds() -> None:
    made = fed(library(()))
    assert titles(checked(made["issues/feed.xml"])) == []
    assert checked(made["issues/feed.xml"]).findtext(f"{ATOM}updated") == "2025-03-02T00:00:00Z"


def test_the_same_library_gives_the_same_bytes() -> None:
    assert fed(issued()) == fed(issued())
