"""The JSON Schema (2020-12) of `knowledge.json`. The data itself is made in `knowledge`."""

from collections.abc import Mapping
from typing import Any

from generator.model import ConceptKind, Grade, Kind, Role

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_FLAG: Schema = {"type": "boolean"}
_PLACE: Schema = {"type": ["integer", "null"], "minimum": 0}
_PASSAGE: Schema = {"type": "string", "pattern": "^[^#]+#.+$"}
_IDS: Schema = {"type": "array", "items": _TEXT, "uniqueItems": True}
_DATE: Schema = {"type": "string", "pattern": "^$|^\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?$"}


def _said(what: Schema, description: str) -> Schema:
    return what | {"description": description}


def _of(values: type[Kind] | type[Role] | type[ConceptKind] | type[Grade]) -> Schema:
    return {"enum": [value.value for value in values]}


def _pair(what: Schema) -> Schema:
    return {"type": "array", "prefixItems": [what, what], "items": False, "minItems": 2}


_CELL: Schema = {"text": _TEXT, "kind": _TEXT, "values": {"type": "array", "items": {"type": "number"}}, "unit": _TEXT}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


#: The schema of each array's items, in the order of `knowledge.ARRAYS`.
ITEMS: Mapping[str, Schema] = {
    "sources": _object(
        {
            "id": _said(_TEXT, "A slug, the same in every build."),
            "path": _said(_TEXT, "The seed's file."),
            "kind": _of(Kind),
            "title": _TEXT,
            "publisher": _TEXT,
            "authors": _TEXTS,
            "speakers": _said(_TEXTS, "Each person once, by the preferred name."),
            "date": _said(_DATE, "ISO 8601, perhaps a year or a month only; empty where unknown."),
            "url": _TEXT,
            "media": _said(_TEXT, "Address of the audio or video; seconds count from its start."),
            "origin": _said(_TEXT, "The event that the source reports: an episode, a paper, a post."),
            "derived_from": _TEXTS,
            "license": _TEXT,
            "publish": _said({"enum": ["full", "excerpts"]}, "How much of its text the published file carries."),
            "form": _said(_TEXT, "`digest`: retold in other words."),
            "inferred": _said(_TEXTS, "Fields that the seed does not state and that were told from its text."),
            "page": _said(_TEXT, "Address below the site's root."),
        }
    ),
    "passages": _object(
        {
            "id": _said(_PASSAGE, "`SOURCE#ANCHOR`; the passage stands at `sources/SOURCE/#ANCHOR`."),
            "source": _TEXT,
            "lines": _said(_pair({"type": "integer", "minimum": 1}), "First and last line of the seed's file, from 1."),
            "heading": _TEXT,
            "speaker": _said(_TEXT, "The speaker's preferred name, or as written where the vocabulary does not know them."),
            "speaker_as_written": _TEXT,
            "seconds": _said({"type": ["number", "null"], "minimum": 0}, "When it begins."),
            "role": _of(Role),
            "excluded": _said(_TEXT, "Why it is no evidence; empty: it may be."),
            "text": _said({"type": ["string", "null"]}, "Null where it may not be published."),
            "excerpt": _said({"anyOf": [_pair(_PLACE), {"type": "null"}]}, "The part of the passage that `text` is; null: all of it."),
            "table": {"anyOf": [_object({"header": _TEXTS, "rows": {"type": "array", "items": {"type": "array", "items": _object(_CELL)}}}),
                                {"type": "null"}]},
            "of": _said({"type": ["string", "null"]}, "The passage that this one belongs to: a takeaway's table."),
        }
    ),
    "concepts": _object(
        {
            "id": _TEXT,
            "kind": _of(ConceptKind),
            "prefLabel": _TEXT,
            "altLabel": _TEXTS,
            "hiddenLabel": _said(_TEXTS, "Misspellings and mishearings."),
            "definition": _TEXT,
            "scopeNote": _TEXT,
            "editorialNote": _said(_TEXT, "What the curator adds from general knowledge."),
            "broader": _IDS,
            "narrower": _IDS,
            "related": _IDS,
            "member": _IDS,
            "ordered": _said(_FLAG, "Whether the order of the members says something."),
            "readings": _said({"type": "array", "items": _object({"label": _TEXT, "member": _IDS})}, "How sources list the members."),
            "url": _said(_TEXT, "Its own address elsewhere, where the curator gives one."),
            "page": _said(_TEXT, "Address below the site's root."),
        }
    ),
    "mentions": _object(
        {
            "concept": _TEXT,
            "passage": _PASSAGE,
            "start": _said(_PLACE, "Offset in the passage's text, in Unicode code points; null where the text is not there whole."),
            "end": _PLACE,
            "surface": _said(_TEXT, "The words as they stand."),
            "misheard": _said(_FLAG, "Found through a hiddenLabel."),
        }
    ),
    "evidence": _object(
        {
            "concept": _TEXT,
            "passage": _PASSAGE,
            "grade": _of(Grade),
            "score": _said({"type": "number"}, "Comparable within one concept."),
            "because": _said(_TEXTS, "The reasons in words."),
        }
    ),
}  # fmt: skip


def schema() -> Schema:
    """The schema of the whole object."""
    head: Schema = {
        "$schema": {"type": "string"},
        "generator": _said(_TEXT, "Name and version of the program."),
        "as_of": _said(_DATE, "The date of the newest source: nothing depends on the clock."),
        "whole": _said(_FLAG, "False in the published file, which carries texts as far as each source's `publish` allows."),
    }
    arrays = {name: {"type": "array", "items": items} for name, items in ITEMS.items()}
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "What a Seedbed site knows"}
    return title | _object(head | arrays)
