"""Broken links as problems of the files that they were written in; what only follows from another is left out. Reads no HTML."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator import links
from generator.address import of_concept
from generator.findings.backlinks.prose import blocks
from generator.library import Library
from generator.model import SourceText
from generator.output import Output
from generator.report import Location, Problem, Severity
from generator.text import slug

_BROKEN = "broken-link"
#: The folder of the lists of entries.
_LISTS = "/vocabulary/"
#: Without seeds there are no notes of sources.
_NO_SOURCES = frozenset({"no-folder", "no-seeds", "output"})


class _Unmade(NamedTuple):
    """What is not there because of errors: pages by the ids in their addresses, perhaps all notes of sources, perhaps any entry."""

    ids: frozenset[str]
    sources: bool
    entries: bool


class _Text(NamedTuple):
    """Markdown of the curator's: the page that it is on, its file, the line on which it begins, and the text."""

    page: str
    path: str
    first: int
    body: str


def in_notes(library: Library, pages: Collection[str], told: Iterable[Problem]) -> tuple[Problem, ...]:
    """Links in the curator's notes and pages to pages that there are not, told without the engine.

    `pages`: the Markdown paths of all pages; `told`: what is known to be wrong already.
    """
    unmade = _unmade(told)
    problems = []
    for text in _texts(library):
        hrefs = dict.fromkeys(href for block in blocks(text.body) for _, _, href in block.links)
        for href in hrefs:
            page = _page(text.page, href)
            if page and page not in pages and not _follows(page, "", unmade):
                place = Location(text.path, text.first + _line(text.body, href))
                problems.append(_problem(place, href, links.NO_FILE))
    return tuple(problems)


def in_site(
    broken: Iterable[links.Broken],
    curated: Iterable[SourceText],
    made: Iterable[Output],
    *,
    folder: str,
    nav: Collection[str],
    told: Iterable[Problem],
) -> tuple[Problem, ...]:
    """Links of the finished site that lead nowhere.

    `curated`: the files of docs/, which is shown as `folder`; `made`: the engine's input; `nav`: the pages that the navigation names, whose
    faults `config` tells; `told`: what is known to be wrong already.
    """
    known = frozenset(told)
    unmade = _unmade(known)
    texts = {file.path: file.data for file in curated}
    generated = {file.path: file for file in made}
    problems = []
    for link in broken:
        target = links.resolve(link.page, link.address)
        if link.address.lstrip("./") in nav or (target and _follows(target.path.removeprefix("/"), target.fragment, unmade)):
            continue
        place = _place(link, _candidates(link.page, folder, texts, generated))
        if _problem(place, link.address, link.why) not in known:
            problems.append(_problem(place, link.address, link.why, others=link.others))
    return tuple(problems)


def _texts(library: Library) -> Iterator[_Text]:
    for note in library.notes:
        yield _Text(note.path, note.location.path, note.location.line, note.body)
    for concept in library.vocabulary.concepts.values():
        if concept.body:
            yield _Text(of_concept(concept).page, concept.location.path, concept.body_line, concept.body)


def _page(page: str, href: str) -> str:
    """The Markdown page that a relative link leads to; empty for any other link."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or path.startswith("/") or not path.endswith(".md"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def _line(body: str, href: str) -> int:
    """How many lines of a text stand above the first that holds an address."""
    return next((n for n, line in enumerate(body.split("\n")) if href in line or unquote(href) in line), 0)


def _unmade(told: Iterable[Problem]) -> _Unmade:
    errors = [problem for problem in told if problem.severity is Severity.ERROR and problem.code != _BROKEN]
    paths = {problem.location.path for problem in errors}
    ids = frozenset(slug(posixpath.splitext(posixpath.basename(path))[0]) for path in paths)
    return _Unmade(ids, any(problem.code in _NO_SOURCES for problem in errors), any(_LISTS in path for path in paths))


def _follows(target: str, fragment: str, unmade: _Unmade) -> bool:
    """Whether a link leads nowhere only because what it leads to has an error of its own."""
    stem = posixpath.splitext(target.removesuffix("index.html").rstrip("/"))[0]
    return stem.rpartition("/")[2] in unmade.ids or (stem.startswith("sources/") and unmade.sources) or (bool(fragment) and unmade.entries)


def _candidates(page: str, folder: str, curated: dict[str, bytes], made: Mapping[str, Output]) -> tuple[tuple[str, bytes], ...]:
    """The Markdown files, by the paths that the user knows, that an HTML page may have a link from: the curator's, the generated."""
    stem = page.removesuffix("index.html").removesuffix("/") or "index"
    names = (f"{stem}.md", f"{stem}/index.md")
    own = [(path, curated[path]) for name in names if (path := f"{folder}/{name}") in curated]
    return (*own, *((f"build/docs/{name}", made[name].data) for name in names if name in made))


def _place(link: links.Broken, texts: Iterable[tuple[str, bytes]]) -> Location:
    """The file and line that a link was written on, or else the page that holds it."""
    bare = link.address.lstrip("./").rstrip("/")
    needles = [needle for needle in (link.address, bare, bare.partition("#")[2]) if needle]
    lines = [(path, n, text) for path, data in texts for n, text in enumerate(data.decode("utf-8", "replace").split("\n"), 1)]
    found = (Location(path, n) for needle in needles for path, n, text in lines if needle in text)
    return next(found, Location(f"site/{link.page}"))


def _problem(place: Location, address: str, why: str, *, others: int = 0) -> Problem:
    more = f" (so do {others} other pages)" if others else ""
    return Problem(_BROKEN, place, f"A link leads nowhere{more}: {address}: {why}.", "Link to a page and an anchor that exist.")
