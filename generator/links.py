"""Which internal links and anchors of a finished site lead nowhere. Sees HTML only; reads no file, knows no page's source."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, cast
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from lxml import etree

#: Attributes that hold an address.
_ADDRESSES = "//@href | //@src | //@poster | //@data | //form/@action"
_ANCHORS = "//@id | //a/@name"
#: A host that cannot exist (RFC 2606), to resolve relative links against.
_HERE = "https://site.invalid"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


class Page(NamedTuple):
    """What links need to know of a page: the anchors on it, and the addresses it holds, in order, each once."""

    anchors: frozenset[str]
    addresses: tuple[str, ...]


class Broken(NamedTuple):
    """A link that leads nowhere: a page that holds it, how many more do, the address as written, and why it fails."""

    page: str
    others: int
    address: str
    why: str


def broken(pages: Iterable[tuple[str, bytes]], files: Collection[str], *, site_url: str = "") -> tuple[Broken, ...]:
    """All broken internal links. `pages`: HTML by path; `files`: paths of all files of the site; `site_url`: where it will stand."""
    scanned = {path: scan(data) for path, data in pages}
    known = frozenset(files)
    base = posixpath.join("/", urlsplit(site_url).path, "")
    failures: dict[tuple[str, str], list[str]] = defaultdict(list)
    addresses: dict[tuple[str, str], str] = {}
    for path, page in scanned.items():
        for address in page.addresses:
            target = resolve(path, address, base=base, site_url=site_url)
            why = _failure(target, scanned, known, base) if target else ""
            if target and why:
                failures[target.geturl(), why].append(path)
                addresses.setdefault((target.geturl(), why), address)
    return tuple(sorted(Broken(at[0], len(set(at)) - 1, addresses[key], key[1]) for key, at in failures.items()))


def scan(data: bytes) -> Page:
    """Read the anchors and addresses of an HTML page."""
    root = etree.HTML(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if data.strip() else None
    if root is None:
        return Page(frozenset(), ())
    anchors, addresses = (cast("list[str]", root.xpath(path)) for path in (_ANCHORS, _ADDRESSES))
    return Page(frozenset(map(str, anchors)), tuple(dict.fromkeys(map(str, addresses))))


def resolve(path: str, address: str, *, base: str = "/", site_url: str = "") -> SplitResult | None:
    """Where an address on the page at `path` leads within the site; None if it leads to another one."""
    address = address.strip()
    if site_url and address.startswith(site_url):
        address = base + address.removeprefix(site_url).removeprefix("/")
    if _SCHEME.match(address):
        return None
    here = path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path
    return urlsplit(urljoin(f"{_HERE}{base}{here}", address))


def _failure(target: SplitResult, pages: Mapping[str, Page], files: Collection[str], base: str) -> str:
    """Why a link within the site leads nowhere; empty if it does lead somewhere."""
    path = unquote(target.path)
    if not path.startswith(base):
        return f"it leads out of the site, which stands at {base}"
    name = path.removeprefix(base)
    file = next((f for f in _candidates(name) if f in files), None)
    if file is None:
        return "there is no such page or file"
    anchor = unquote(target.fragment.partition(":~:")[0])
    if anchor and anchor != "top" and file in pages and anchor not in pages[file].anchors:
        return "there is no such anchor on that page"
    return ""


def _candidates(name: str) -> tuple[str, ...]:
    """The files that a web server answers an address with."""
    folder = name if name.endswith("/") or not name else name + "/"
    return (name, folder + "index.html")
