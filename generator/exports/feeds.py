"""Atom feeds (RFC 4287): the site's, the newsletter's, one a topic and trend. Ids are addresses of pages, dates those of data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

from lxml import etree, html

from generator.address import Address, of_concept, of_passage, of_source
from generator.exports.mail import NOWHERE, absolute, elements
from generator.found import Evidence, Issue
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Document, Role, SeedId
from generator.output import OutputFile
from generator.published import shown
from generator.text import apart, clock, escape_html, excerpt, settled
from generator.tracing import Pieces

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Entries of a feed; readers keep what they have seen.
_MOST = 50
#: Passages that an entry of a topic's feed quotes, and their words.
_QUOTED, _WORDS = 4, 50
#: What XML 1.0 cannot hold.
_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FEED = "feed.xml"
#: Nothing in a library has a date: the date that stands for none.
_NEVER = "1970-01-01"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: `link` leads to what it is about, `id` tells it from all others; HTML with absolute links; ISO dates of any precision."""

    id: str
    title: str
    link: str
    updated: str
    content: str
    published: str = ""


def feeds(library: Library, letters: Iterable[OutputFile], pieces: Pieces) -> tuple[OutputFile, ...]:
    """All feeds, at the places that pages name. `letters`: the issues as HTML by their page."""
    topics = [c.id for c in library.vocabulary.concepts.values() if c.kind in (ConceptKind.TOPIC, ConceptKind.TREND)]
    return (*_of_site(library, letters), *(pieces((_feed_of, id), partial(_feed_of, id)) for id in topics))


def _of_site(library: Library, letters: Iterable[OutputFile]) -> Iterable[OutputFile]:
    site = _site(library, letters)
    issues = [_of_issue(site, issue) for issue in library.issues]
    sources = [_of_source(site, document) for document in library.documents.values()]
    name = library.site.name or "Home"
    yield _feed(site, _FEED, name, "", [*issues, *sources])
    yield _feed(site, f"issues/{_FEED}", f"{name}: Newsletter", "issues/", issues)


def _feed_of(id: ConceptId, library: Library) -> OutputFile:
    """The feed of a topic or trend."""
    concept = library.vocabulary.concepts[id]
    site, page = _site(library, ()), of_concept(concept).url
    return _feed(site, page + _FEED, f"{library.site.name or 'Home'}: {concept.name}", page, _of_concept(site, concept))


@dataclass(frozen=True, slots=True)
class _Site:
    """What all feeds of a site share: its address, its letters, and the day of the issue in which each source is new."""

    library: Library
    address: str
    letters: Mapping[str, bytes]
    issued: Mapping[SeedId, str]

    def at(self, place: str) -> str:
        """The full address of a place below the site's root."""
        return urljoin(self.address, place)

    def dated(self, document: Document) -> str:
        """When a source became known: the day of its issue, else its own date, else that of the newest source."""
        return self.issued.get(document.id) or document.date or self.library.as_of or _NEVER


def _site(library: Library, letters: Iterable[OutputFile]) -> _Site:
    return _Site(library, library.site.url or NOWHERE, {letter.path: letter.data for letter in letters}, _issued(library))


def _issued(library: Library) -> Mapping[SeedId, str]:
    return {source: issue.date for issue in library.issues for source in issue.sources}


def _of_issue(site: _Site, issue: Issue) -> _Entry:
    page = site.at(Address(issue.page).url)
    letter = site.letters.get(issue.page.removesuffix(".md") + ".html", b"").decode("utf-8")
    return _Entry(page, issue.title, page, issue.date, _body(absolute(letter, page)) if letter else "", issue.date)


def _body(root: html.HtmlElement) -> str:
    """What stands in a letter's main part, without its head line and what only the page has a use for."""
    for element in elements(root, "//style | //h1 | //*[@class='end']"):
        element.drop_tree()
    for element in elements(root, "//main//*"):
        for name in ("class", "id", "title", "style"):
            element.attrib.pop(name, None)
    main = elements(root, "//main")[0]
    return "".join(html.tostring(child, encoding="unicode") for child in main).strip()


def _of_source(site: _Site, document: Document) -> _Entry:
    page = site.at(of_source(document.id).url)
    people = ", ".join(site.library.preferred(document.speakers or document.authors))
    facts = apart(document.kind.value, document.publisher, people, document.date, document.form)
    return _Entry(page, document.title, page, site.dated(document), f"<p>{escape_html(facts)}</p>", document.date)


def _of_concept(site: _Site, concept: Concept) -> list[_Entry]:
    """An entry for each source that speaks of a topic, with its strongest passages."""
    groups: dict[SeedId, list[Evidence]] = {}
    for evidence in site.library.evidence_of.get(concept.id, ()):
        if site.library.passages[evidence.passage].role is not Role.TABLE:
            groups.setdefault(site.library.passages[evidence.passage].source, []).append(evidence)
    return [_told(site, concept, site.library.documents[source], found) for source, found in groups.items()]


def _told(site: _Site, concept: Concept, document: Document, found: list[Evidence]) -> _Entry:
    first = site.at(of_passage(site.library.passages[found[0].passage]).url)
    id = site.at(Address(of_concept(concept).page, document.id).url)
    content = "".join(_quoted(site, evidence) for evidence in found[:_QUOTED])
    return _Entry(id, f"{concept.name}: {document.title}", first, site.dated(document), content, document.date)


def _quoted(site: _Site, evidence: Evidence) -> str:
    passage = site.library.passages[evidence.passage]
    first, last = shown(site.library, passage) or (0, 0)
    start, end = excerpt(passage.text[first:last], max(0, (evidence.focus or first) - first), words=_WORDS)
    who = site.library.speaker_name(passage)
    by = ", ".join(filter(None, (who, clock(passage.seconds) if passage.seconds is not None else ""))) or "Read in context"
    words = escape_html(passage.text[first + start : first + end])
    ours = bool(site.library.documents[passage.source].form)
    said = f"<p>{words}</p>" if ours else f"<blockquote>{words}</blockquote>"
    link = f'<a href="{escape_html(site.at(of_passage(passage).url))}">{escape_html(by)}</a>'
    return f"{said}<p>{link}{', in our words' if ours else ''}</p>"


def _feed(site: _Site, path: str, title: str, page: str, entries: Iterable[_Entry]) -> OutputFile:
    """A feed, the newest entries first. `page`: the page that it belongs to, below the site's root."""
    newest = sorted(sorted(entries, key=lambda e: e.id), key=lambda e: _moment(e.updated), reverse=True)[:_MOST]
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]  # the stubs lack the default namespace
    root.set(_LANGUAGE, site.library.site.language)
    _add(root, "id", site.at(path))
    _add(root, "title", title)
    _add(root, "updated", _moment(newest[0].updated if newest else site.library.as_of or _NEVER))
    _add(root, "link", rel="self", type="application/atom+xml", href=site.at(path))
    _add(root, "link", rel="alternate", type="text/html", href=site.at(page))
    _add(_add(root, "author"), "name", title)
    for entry in newest:
        _enter(root, entry)
    etree.indent(root, " ")
    return OutputFile(path, etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n")


def _enter(root: etree._Element, entry: _Entry) -> None:
    element = _add(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.updated))
    if entry.published:
        _add(element, "published", _moment(entry.published))
    _add(element, "link", rel="alternate", type="text/html", href=entry.link)
    _add(element, "content", entry.content, type="html")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", {key: _fit(value) for key, value in attributes.items()})
    element.text = _fit(text) or None
    return element


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", settled(text))


def _moment(date: str) -> str:
    """An ISO date of any precision as a moment of RFC 3339: its first day, at midnight."""
    year, month, day = [*date.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"
