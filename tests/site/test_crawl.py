"""The site under a path, over HTTP, as a browser asks for it: every link and anchor leads somewhere, every page is reached."""

import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.links import written


def fetch(address: str) -> tuple[int, str, bytes]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, "", b""


def test_every_link_leads_somewhere_and_every_page_is_reached(server: str, served: str, site: Path) -> None:
    anchors: dict[str, frozenset[str]] = {}
    wanted: dict[str, str] = {served: ""}
    links: list[tuple[str, str]] = []
    while todo := wanted.keys() - anchors.keys():
        for address in sorted(todo):
            status, kind, data = fetch(address.replace(urlsplit(served).netloc, server, 1))
            assert status == 200, f"{address}, linked from {wanted[address]}"
            anchors[address], addresses = written(data if kind == "text/html" else b"")
            for target in (urljoin(address, given.strip()) for given in addresses):
                if urlsplit(target).netloc == urlsplit(served).netloc:
                    assert target.startswith(served), f"{address} links out of the site: {target}"
                    links.append((address, target))
                    wanted.setdefault(urldefrag(target).url, address)
    lost = [(at, to) for at, to in links if (name := unquote(urldefrag(to).fragment)) and name not in anchors[urldefrag(to).url] | {"top"}]
    assert not lost
    reached = {urlsplit(address).path.removeprefix("/seedbed/") for address in anchors}
    pages = {path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")} - {"404.html"}
    assert pages <= reached, "no way leads from the home page to these"


def test_the_page_for_what_is_not_there_finds_its_styles_under_the_path(site: Path) -> None:
    addresses = [address for address in written((site / "404.html").read_bytes())[1] if "assets/" in address]
    assert addresses
    assert all(address.startswith("/seedbed/") for address in addresses)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    from lxml import etree

    loading = (
        "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src | //audio/@src | //video/@src | //source/@src"
    )
    for path in site.rglob("*.html"):
        root = etree.HTML(path.read_bytes())
        foreign = [address for address in root.xpath(loading) if urlsplit(address).netloc]
        assert not foreign, f"{path.relative_to(site)} loads {foreign}"
    styles = "".join(path.read_text("utf-8") for path in site.rglob("*.css"))
    assert "url(http" not in styles.replace('"', "").replace("'", "")
    assert "@import" not in styles
