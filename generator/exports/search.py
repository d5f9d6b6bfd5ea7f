"""The site's search index, made from our own data: an entry a page, a passage, a glossary entry. The reader's browser searches it."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.address import of_concept, of_passage, of_source
from generator.library import Library
from generator.model import Concept, ConceptKind, Document, LabelKind, Passage, Role
from generator.published import shown
from generator.text import clock, escape_html

Entry = dict[str, Any]

#: How much more a hit on a page about the thing counts than one in a passage that names it. Found by trying: from 2 on, a topic
#: searched by an alternative label comes before the many passages that use the label; much higher hides exact passages.
_BOOST = {ConceptKind.TOPIC: 4, ConceptKind.TREND: 4}
_BOOST_OF_ENTRIES = 2
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_MARKS = str.maketrans("#>|", "   ", "*_`")


def search(library: Library, made: Mapping[str, Any]) -> dict[str, Any]:
    """The index that replaces `made`, the engine's own: its configuration and its entries for pages that we have no data on are kept.

    Material's search wants the entry of a page before those of its anchors, and HTML in titles and texts.
    """
    ours = [*_concepts(library), *_sources(library)]
    entries = {entry["location"]: entry for entry in ours}
    theirs = [entry for entry in made.get("docs", ()) if _page(entry) not in {_page(ours) for ours in entries.values()}]
    heads = [entry for entry in made.get("docs", ()) if _shared(entry, entries)]
    found = theirs + [{"location": e["location"], "title": e["title"], "text": ""} for e in heads] + ours
    return {"config": made.get("config", {}), "docs": sorted(found, key=lambda e: (_page(e), "#" in e["location"]))}


def dump(index: Mapping[str, Any]) -> bytes:
    """The index's bytes."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def locations(index: Mapping[str, Any]) -> tuple[str, ...]:
    """Where the entries lead, to be checked against the finished pages."""
    return tuple(entry["location"] for entry in index["docs"])


def _page(entry: Entry) -> str:
    page: str = entry["location"].partition("#")[0]
    return page


def _shared(entry: Entry, entries: Mapping[str, Entry]) -> bool:
    """Whether an entry is of a page that holds many of ours (a glossary) and has no entry of its own from us."""
    page: str = entry["location"]
    return "#" not in page and page not in entries and any(_page(ours) == page for ours in entries.values())


def _concepts(library: Library) -> Iterable[Entry]:
    for concept in library.vocabulary.concepts.values():
        labels = (*concept.labelled(LabelKind.ALT), *concept.labelled(LabelKind.HIDDEN))
        text = " · ".join(filter(None, (", ".join(labels), concept.definition, _plain(concept.body))))
        yield _entry(of_concept(concept).url, concept.name, text) | {"boost": _boost(concept)}


def _boost(concept: Concept) -> int:
    return _BOOST.get(concept.kind, _BOOST_OF_ENTRIES)


def _sources(library: Library) -> Iterable[Entry]:
    for document in library.documents.values():
        about = (document.publisher, ", ".join(document.authors), ", ".join(document.speakers), document.date)
        yield _entry(of_source(document.id).url, document.title, " · ".join(filter(None, about)))
        for passage in document.passages:
            yield from _passage(library, document, passage)


def _passage(library: Library, document: Document, passage: Passage) -> Iterable[Entry]:
    if passage.excluded or passage.role is Role.METADATA:
        return
    span = shown(library, passage)
    if span and passage.text:
        yield _entry(of_passage(passage).url, _title(library, document, passage), passage.text[slice(*span)])


def _title(library: Library, document: Document, passage: Passage) -> str:
    """What a reader would call the passage: who says it and when, or the heading that it stands under."""
    said = ", ".join(filter(None, (library.speaker_name(passage), clock(passage.seconds) if passage.seconds is not None else "")))
    return said or passage.heading or document.title


def _entry(location: str, title: str, text: str) -> Entry:
    return {"location": location, "title": escape_html(title), "text": escape_html(text)}


def _plain(markdown: str) -> str:
    """Markdown's words without its marks."""
    return " ".join(_LINK.sub(r"\1", markdown).translate(_MARKS).split())
