"""Origins for machines: the items of `knowledge.json`, and for the curator those that are suggested. The array's schema: `schema`."""

import json
from collections.abc import Iterable
from typing import Any

from generator.found import Origin
from generator.library import Library
from generator.model import Document, Kind
from generator.text import slug

Item = dict[str, Any]


def origins(library: Library, whole: bool) -> Iterable[Item]:
    """The items of the array, by their sources."""
    for origin in library.origins:
        yield {
            "id": origin.id,
            "sources": list(origin.sources),
            "reason": "; ".join(origin.reasons),
            "suggested": origin.suggested,
            "counts": origin.counts,
            "passages": list(origin.passages),
        }


def suggested(library: Library) -> Iterable[Item]:
    """Pairs of sources that may have one origin, with the line to paste into the front matter of the files that lack it."""
    return (_pair(origin, [library.documents[id] for id in origin.sources]) for origin in library.origins if origin.suggested)


def _pair(origin: Origin, pair: list[Document]) -> Item:
    name = next((document.origin for document in pair if document.origin), "") or slug(_first(pair).title) or _first(pair).id
    return {
        "sources": list(origin.sources),
        "because": "; ".join(origin.reasons),
        "counts": origin.counts,
        "passages": list(origin.passages),
        "paths": [document.path for document in pair if not document.origin],
        "paste": f"origin: {json.dumps(name, ensure_ascii=False)}",
    }


def _first(pair: list[Document]) -> Document:
    """The one that the other retells, most likely: a transcript, else the older one."""
    return min(pair, key=lambda document: (document.kind is not Kind.TRANSCRIPT, document.date or "9", document.id))
