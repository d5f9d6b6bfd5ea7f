"""Which internal links and anchors of a finished site lead nowhere. Sees HTML only; reads no file, knows no page's source."""

import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, cast
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from lxml import etree

#: Attributes that hold an address.
_ADDRESSES = "//@href | //@*[name()='xlink:href'] | //@src | //@poster | //@data | //form/@action"
_ANCHORS = "//@id | //a/@name"
#: A host that cannot exist (RFC 2606), to resolve relative links against.
_HERE = "https://site.invalid"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

#: What urlsplit(), as browsers do, leaves out of an address.
_DROPPED = dict.fromkeys(map(ord, "\t\r\n"))

NO_FILE = "there is no such page or file"


class Target(NamedTuple):
    """Where an address leads within the site: the path below its root (None: out of the site), and the anchor there."""

    address: str
    path: str | None
    anchor: str


class Page(NamedTuple):
    """What links need to know of a page: the anchors on it, and where its addresses lead, in order, each once; `places` as a set."""

    anchors: frozenset[str]
    targets: tuple[Target, ...]
    places: frozenset[tuple[str | None, str]] = frozenset()


class Broken(NamedTuple):
    """A link that leads nowhere: a page that holds it, how many more do, the address as written, and why it fails."""

    page: str
    others: int
    address: str
    why: str


def broken(pages: Mapping[str, Page], files: Collection[str], *, site_url: str = "") -> tuple[Broken, ...]:
    """All broken internal links. `pages`: by path; `files`: paths of all files of the site; `site_url`: where it will stand."""
    known, base = frozenset(files), _base(site_url)
    failures: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    addresses: dict[tuple[str, str, str], str] = {}
    sound: set[tuple[str | None, str]] = set()
    for path, page in pages.items():
        astray = {place for place in page.places - sound if _failure(*place, pages, known, base)}
        sound |= page.places - astray
        for target in page.targets if astray else ():
            if why := _failure(target.path, target.anchor, pages, known, base):
                key = (target.path or target.address, target.anchor, why)
                failures[key].append(path)
                addresses.setdefault(key, target.address)
    return tuple(sorted(Broken(at[0], len(set(at)) - 1, addresses[key], key[2]) for key, at in failures.items()))


def scan(path: str, data: bytes, *, site_url: str = "") -> Page:
    """Read the anchors of the HTML page at `path`, and where its addresses lead."""
    anchors, addresses = written(data)
    return page(anchors, targets(path, addresses, site_url=site_url))


def page(anchors: Iterable[str], targets: Iterable[Target]) -> Page:
    """A page with these anchors, whose addresses lead there."""
    found = tuple(targets)
    return Page(frozenset(anchors), found, frozenset((target.path, target.anchor) for target in found))


def written(data: bytes) -> tuple[frozenset[str], tuple[str, ...]]:
    """The anchors of an HTML page, and its addresses as they are written, in order, each once."""
    root = etree.HTML(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if data.strip() else None
    if root is None:
        return frozenset(), ()
    anchors, addresses = (cast("list[str]", root.xpath(path)) for path in (_ANCHORS, _ADDRESSES))
    return frozenset(map(str, anchors)), tuple(dict.fromkeys(map(str, addresses)))


def targets(path: str, addresses: Iterable[str], *, site_url: str = "") -> tuple[Target, ...]:
    """Where addresses on the page at `path` lead within the site; without those that lead to another one."""
    found = (_target(path, address, site_url) for address in addresses)
    return tuple(target for target in found if target)


def dump(page: Page) -> bytes:
    """A page as bytes, for a cache."""
    return json.dumps([sorted(page.anchors), page.targets]).encode()


def load(data: bytes) -> Page:
    """What `dump` made."""
    anchors, found = json.loads(data)
    return page(anchors, (Target(*target) for target in found))


def resolve(path: str, address: str, *, base: str = "/", site_url: str = "") -> SplitResult | None:
    """Where an address on the page at `path` leads within the site; None if it leads to another one."""
    address = address.strip()
    if site_url and address.startswith(site_url):
        address = base + address.removeprefix(site_url).removeprefix("/")
    if _SCHEME.match(address):
        return None
    here = path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path
    return urlsplit(urljoin(f"{_HERE}{base}{here}", address))


def _target(path: str, address: str, site_url: str) -> Target | None:
    page, _, anchor = address.strip().partition("#")
    place = _place(path, page, site_url)
    return Target(address, *place, unquote(anchor.translate(_DROPPED).partition(":~:")[0])) if place else None


@lru_cache(maxsize=1 << 15)  # thousands of anchors stand on one page
def _place(path: str, address: str, site_url: str) -> tuple[str | None] | None:
    """The path below the site's root that an address without an anchor leads to (None: out of the site); None for another site."""
    base = _base(site_url)
    found = resolve(path, address, base=base, site_url=site_url)
    if found is None:
        return None
    place = unquote(found.path)
    return (place.removeprefix(base) if place.startswith(base) else None,)


def _base(site_url: str) -> str:
    return posixpath.join("/", urlsplit(site_url).path, "")


def _failure(path: str | None, anchor: str, pages: Mapping[str, Page], files: Collection[str], base: str) -> str:
    """Why a link within the site leads nowhere; empty if it does lead somewhere."""
    if path is None:
        return f"it leads out of the site, which stands at {base}"
    file = next((f for f in _candidates(path) if f in files), None)
    if file is None:
        return NO_FILE
    if anchor and anchor != "top" and file in pages and anchor not in pages[file].anchors:
        return "there is no such anchor on that page"
    return ""


def _candidates(name: str) -> tuple[str, ...]:
    """The files that a web server answers an address with."""
    folder = name if name.endswith("/") or not name else name + "/"
    return (name, folder + "index.html")
