"""The crawler over the finished site: which links it follows, and which of them it calls broken."""

import pytest

from generator.links import Page, Target, broken, dump, load, scan

HOME = b'<body id="up"><a href="topics/x/">x</a><a href="topics/x/#here">here</a><img src="a.png"><a href="#up">up</a></body>'
TOPIC = b'<h2 id="here">Here</h2><a href="../../">home</a><a name="old">'
FILES = ("index.html", "topics/x/index.html", "a.png", "404.html")


def scanned(pages: list[tuple[str, bytes]], site_url: str = "") -> dict[str, Page]:
    return {path: load(dump(scan(path, data, site_url=site_url))) for path, data in pages}


def why(address: str, *, site_url: str = "https://example.org/seedbed/") -> str:
    pages = [("index.html", HOME), ("topics/x/index.html", TOPIC + f'<a href="{address}">'.encode())]
    return "; ".join(f"{link.page}: {link.why}" for link in broken(scanned(pages, site_url), FILES, site_url=site_url))


@pytest.mark.parametrize(
    "address",
    [
        "../../", "../../index.html", "../../a.png", "#here", "", "#", "#top", "../x/#old", "../x/#here:~:text=Here", "/seedbed/topics/x/",
        "https://example.org/seedbed/topics/x/", "https://elsewhere.org/x", "//elsewhere.org/x", "mailto:a@b.c", "javascript:void(0)",
        "../../topics/x", "../../?q=1",
    ],
)  # fmt: skip
def test_what_leads_somewhere(address: str) -> None:
    assert why(address) == ""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../y/", "there is no such page or file"),
        ("y.md", "there is no such page or file"),
        ("#gone", "there is no such anchor on that page"),
        ("../../#gone", "there is no such anchor on that page"),
        ("/topics/x/", "it leads out of the site, which stands at /seedbed/"),
        ("../../../other/", "it leads out of the site, which stands at /seedbed/"),
        ("https://example.org/seedbed/gone/", "there is no such page or file"),
        ("../../a.png/b", "there is no such page or file"),
    ],
)
def test_what_leads_nowhere(address: str, expected: str) -> None:
    assert why(address) == f"topics/x/index.html: {expected}"


def test_without_an_address_of_the_site_its_root_is_the_servers() -> None:
    assert why("/topics/x/", site_url="") == ""


def test_a_link_that_many_pages_hold_is_told_once() -> None:
    pages = [(f"{n}/index.html", b'<a href="../gone/">') for n in range(5)]
    (link,) = broken(scanned(pages), [path for path, _ in pages])
    assert (link.page, link.others, link.address) == ("0/index.html", 4, "../gone/")


def test_characters_and_empty_pages_are_read_rightly() -> None:
    data = '<p id="größe" class="x"><a href="a&amp;b#c%20d">'.encode()
    assert scan("x/index.html", data)[:2] == (frozenset({"größe"}), (Target("a&b#c%20d", "x/a&b", "c d"),))
    assert scan("x.html", b"") == scan("x.html", b"  ") == (frozenset(), (), frozenset())
