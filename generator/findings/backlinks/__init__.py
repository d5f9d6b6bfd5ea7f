"""Which sentences of the curator's prose name or link a concept, or link any other page: "what links here". Sees no source text."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.address import Address, lasting, of_concept
from generator.findings.backlinks.prose import Block, blocks
from generator.found import Backlink, PageLink
from generator.match import Matcher, hits
from generator.model import ConceptId, ConceptKind, Note, Vocabulary
from generator.text import sentences

#: Folders in which a concept has a page of its own, so that an anchor on it still means the concept.
_OWN_PAGES = tuple(f"{kind}s/" for kind in (ConceptKind.TOPIC, ConceptKind.TREND))


class _Page(NamedTuple):
    """A piece of the curator's prose: where it stands, whose it is, and its Markdown."""

    address: Address
    title: str
    text: str


def backlinks(vocabulary: Vocabulary, notes: Iterable[Note], matcher: Matcher) -> tuple[Backlink, ...]:
    """Sentences of topic and trend notes, of entries' definitions and editorial notes, and of the curator's own pages, one for each concept
    that a sentence names (by a label) or links (to its page or entry). No concept links to itself. A scope note says what belongs
    elsewhere, which on another page reads as nonsense, so it is not among them.
    """
    places = _places(vocabulary)
    found: set[Backlink] = set()
    for page in (*_of_concepts(vocabulary), *(_Page(Address(note.path), note.title, note.body) for note in notes if not note.aside)):
        for block in blocks(page.text):
            for concept, sentence in _meant(block, page.address.page, places, matcher):
                if places.get(page.address) != concept:
                    found.add(Backlink(concept, page.address.page, page.address.anchor, page.title, sentence))
    return tuple(sorted(found))


def page_links(vocabulary: Vocabulary, notes: Iterable[Note]) -> tuple[PageLink, ...]:
    """Links of that prose, asides among it, to pages and anchors that are no concept's: lists, sources, the curator's own. No page
    links to itself.
    """
    places = _places(vocabulary)
    pages = (*_of_concepts(vocabulary), *(_Page(Address(note.path), note.title, note.body) for note in notes))
    found = {link for page in pages for block in blocks(page.text) for link in _pointing(page, block, places)}
    return tuple(sorted(link for link in found if link.to != link.page))


def _pointing(page: _Page, block: Block, places: Mapping[Address, ConceptId]) -> Iterator[PageLink]:
    """The block's links to pages, without those that mean a concept, each with its sentence."""
    for start, end in sentences(block.text):
        for a, b, href in block.links:
            target = _target(page.address.page, href)
            if start <= a < end and target.page.endswith(".md") and target not in places:
                cut = min(b, end)
                around = block.text[start:a], block.text[a:cut], block.text[cut:end]
                yield PageLink(target.page, *page.address, page.title, *around)


def _places(vocabulary: Vocabulary) -> dict[Address, ConceptId]:
    return {place: id for id, concept in vocabulary.concepts.items() for place in (lasting(concept), of_concept(concept))}


def _of_concepts(vocabulary: Vocabulary) -> Iterator[_Page]:
    for concept in vocabulary.concepts.values():
        for text in (concept.body, concept.definition, concept.editorial_note):
            if text:
                yield _Page(of_concept(concept), concept.name, text)


def _meant(block: Block, page: str, places: Mapping[Address, ConceptId], matcher: Matcher) -> Iterator[tuple[ConceptId, str]]:
    """Concepts and the sentence of the block that names or links each."""
    named = [(hit.start, hit.concept) for hit in hits(block.text, matcher)]
    linked = [(start, places.get(_target(page, href))) for start, _, href in block.links]
    for start, end in sentences(block.text):
        for at, concept in (*named, *linked):
            if concept is not None and start <= at < end:
                yield concept, block.text[start:end]


def _target(page: str, href: str) -> Address:
    """The concept's place that a relative link leads to; no place of the site for any other link."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return Address("")
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return Address("")
    path = unquote(parts.path)
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    whole = there.startswith(_OWN_PAGES)
    return Address(there, "" if whole else unquote(parts.fragment))
