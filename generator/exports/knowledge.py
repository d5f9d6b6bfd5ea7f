"""All that the generator knows, as one JSON object of arrays: whole, or as far as each source may be published. See `schema`."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from generator import __version__
from generator.address import of_concept, of_source
from generator.exports.citations import citations
from generator.exports.coverage import coverage
from generator.exports.disagreements import disagreements, listings
from generator.exports.issues import issues
from generator.exports.numbers import observations, together
from generator.exports.origins import origins
from generator.exports.predictions import predictions
from generator.exports.quotes import quotes
from generator.exports.terms import acronyms, definitions
from generator.found import Evidence
from generator.library import Library
from generator.model import Concept, ConceptId, LabelKind, Mention, Passage, SeedId, Table
from generator.published import quotable
from generator.tracing import Pieces

Item = dict[str, Any]
SCHEMA_NAME = "knowledge.schema.json"


def knowledge(library: Library, *, whole: bool) -> dict[str, Any]:
    """The object of `knowledge.json`: `whole` for the curator's own use, else texts only as far as `publish` allows."""
    found = {name: [item for part in array.parts(library) for item in array.items(library, part, whole)] for name, array in ARRAYS.items()}
    return _head(library, whole) | found


def dumped(library: Library, pieces: Pieces, *, whole: bool) -> Iterator[bytes]:
    """The bytes of `dump(knowledge(…))`, part after part. Of what did not change since the last build no item is made again."""

    def rows(name: str, array: Array, part: Hashable) -> bytes:
        make: Callable[[Library], bytes] = lambda library: _rows(array.items(library, part, whole))  # noqa: E731
        return pieces(("knowledge", name, part, whole), make)

    def array(name: str, of: Array) -> Iterator[bytes]:
        return _array(name, (found for part in of.parts(library) if (found := rows(name, of, part))))

    heads = ([_field(name, value)] for name, value in _head(library, whole).items())
    return _object(chain(heads, (array(name, of) for name, of in ARRAYS.items())))


def _head(library: Library, whole: bool) -> dict[str, Any]:
    return {"$schema": SCHEMA_NAME, "generator": f"seedbed {__version__}", "as_of": library.as_of, "whole": whole}


def dump(data: Mapping[str, Any]) -> bytes:
    """JSON with one item of an array a line, so that a change of one item is a change of one line. Ends in a newline."""
    fields = (_array(name, map(_json, value)) if isinstance(value, list) else [_field(name, value)] for name, value in data.items())
    return b"".join(_object(fields))


def _field(name: str, value: object) -> bytes:
    return _json(name) + b": " + _json(value)


def _array(name: str, rows: Iterable[bytes]) -> Iterator[bytes]:
    yield _json(name)
    opened = b": ["
    for found in rows:
        yield opened + b"\n" + found
        opened = b","
    yield b"\n]" if opened == b"," else b": []"


def _rows(items: Iterable[object]) -> bytes:
    return b",\n".join(map(_json, items))


def _object(fields: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    opened = b"{\n"
    for stretches in fields:
        yield opened
        yield from stretches
        opened = b",\n"
    yield b"\n}\n"


def _json(value: object) -> bytes:
    # A lone surrogate, which UTF-8 has no bytes for, becomes the JSON escape of it.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _sources(library: Library, id: SeedId, whole: bool) -> Iterable[Item]:
    document = library.documents[id]
    yield {
        "id": document.id,
        "path": document.path if whole else _public_path(document.path),
        "kind": document.kind.value,
        "title": document.title,
        "publisher": document.publisher,
        "authors": list(document.authors),
        "speakers": list(library.preferred(document.speakers)),
        "date": document.date,
        "url": document.url,
        "media": document.media,
        "origin": document.origin,
        "derived_from": list(document.derived_from),
        "license": document.license,
        "publish": document.publish,
        "form": document.form,
        "sha256": document.sha256,
        "inferred": sorted(document.inferred),
        "page": of_source(document.id).url,
    }


def _public_path(path: str) -> str:
    """A path without the folders of the machine that it was built on."""
    parts = PurePosixPath(path)
    return f"{parts.parent.name}/{parts.name}" if parts.is_absolute() else path


def _passages(library: Library, id: SeedId, whole: bool) -> Iterable[Item]:
    return (_passage(library, passage, whole) for passage in library.documents[id].passages)


def _passage(library: Library, passage: Passage, whole: bool) -> Item:
    shown = (0, len(passage.text)) if whole else quotable(library, passage)
    partly = shown is not None and shown != (0, len(passage.text))
    return {
        "id": passage.id,
        "source": passage.source,
        "lines": list(passage.lines),
        "heading": passage.heading,
        "speaker": library.speaker_name(passage),
        "speaker_as_written": passage.speaker,
        "seconds": passage.seconds,
        "role": passage.role.value,
        "excluded": passage.excluded,
        "text": passage.text[slice(*shown)] if shown else None,
        "excerpt": list(shown) if shown and partly else None,
        "table": _table(passage.table) if passage.table and shown and not partly else None,
        "of": passage.of,
    }


def _table(table: Table) -> Item:
    rows = [[{"text": c.text, "kind": c.kind, "values": list(c.values), "unit": c.unit} for c in row] for row in table.rows]
    return {"header": list(table.header), "rows": rows}


def _concepts(library: Library, whole: bool) -> Iterable[Item]:
    return (_concept(library, concept) for concept in library.vocabulary.concepts.values())


def _concept(library: Library, concept: Concept) -> Item:
    return {
        "id": concept.id,
        "kind": concept.kind.value,
        "prefLabel": concept.name,
        "altLabel": list(concept.labelled(LabelKind.ALT)),
        "hiddenLabel": list(concept.labelled(LabelKind.HIDDEN)),
        "definition": concept.definition,
        "scopeNote": concept.scope_note,
        "editorialNote": concept.editorial_note,
        "broader": list(concept.broader),
        "narrower": list(library.vocabulary.narrower.get(concept.id, ())),
        "related": list(concept.related),
        "member": list(concept.member),
        "ordered": concept.ordered,
        "readings": [{"label": reading.label, "member": list(reading.member)} for reading in concept.readings],
        "url": concept.url,
        "date": concept.date,
        "page": of_concept(concept).url,
    }


def _mentions(library: Library, id: SeedId, whole: bool) -> Iterable[Item]:
    for passage in library.documents[id].passages:
        placed = whole or quotable(library, passage) == (0, len(passage.text))
        for mention in library.mentions_in.get(passage.id, ()):
            yield _mention(mention, placed=placed)


def _mention(mention: Mention, *, placed: bool) -> Item:
    """`placed`: the passage's text is there whole, so that positions in it mean something."""
    return {
        "concept": mention.concept,
        "passage": mention.passage,
        "start": mention.start if placed else None,
        "end": mention.end if placed else None,
        "surface": mention.surface,
        "misheard": mention.misheard,
    }


def _evidence(library: Library, concept: ConceptId, whole: bool) -> Iterable[Item]:
    return (_proof(evidence) for evidence in library.evidence_of[concept])


def _proof(evidence: Evidence) -> Item:
    return {
        "concept": evidence.concept,
        "passage": evidence.passage,
        "grade": evidence.grade.value,
        "score": round(evidence.score, 4),
        "because": list(evidence.because),
    }


class Array(NamedTuple):
    """How the items of an array are made: part by part, each by itself, so that a change of one leaves the others as they are."""

    items: Callable[[Library, Any, bool], Iterable[Item]]
    parts: Callable[[Library], Iterable[Hashable]]


def _at_once(items: Callable[[Library, bool], Iterable[Item]]) -> Array:
    return Array(lambda library, _, whole: items(library, whole), lambda _: ("",))


def _by_source(items: Callable[[Library, SeedId, bool], Iterable[Item]]) -> Array:
    return Array(items, lambda library: library.documents)


#: The arrays of the object, in its order. A new finding adds its own here and its items' schema to `schema.ITEMS`.
ARRAYS: Mapping[str, Array] = {
    "sources": _by_source(_sources),
    "passages": _by_source(_passages),
    "concepts": _at_once(_concepts),
    "mentions": _by_source(_mentions),
    "evidence": Array(_evidence, lambda library: sorted(library.evidence_of)),
    "acronyms": _at_once(acronyms),
    "definitions": _at_once(definitions),
    "quotes": _at_once(quotes),
    "predictions": _at_once(predictions),
    "origins": _at_once(origins),
    "observations": Array(observations, together),
    "disagreements": _at_once(disagreements),
    "listings": _at_once(listings),
    "citations": _at_once(citations),
    "coverage": _by_source(coverage),
    "issues": _at_once(issues),
}
