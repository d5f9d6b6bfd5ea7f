"""What sources spell out and define, for machines, and likely mishearings for the curator. The arrays' schema: `schema`."""

import json
from collections.abc import Iterable
from typing import Any

from generator.found import Acronym, Definition, Suspicion
from generator.library import Library
from generator.model import LabelKind
from generator.published import quotable
from generator.text import fold

Item = dict[str, Any]


def acronyms(library: Library, whole: bool) -> Iterable[Item]:
    """The items of the array, in the order of the passages."""
    return (_acronym(found) for passage in library.passages for found in library.acronyms_in.get(passage, ()))


def definitions(library: Library, whole: bool) -> Iterable[Item]:
    """The items of the array, in the order of the passages. A text that may not be published is null."""
    return (_definition(library, found, whole) for passage in library.passages for found in library.definitions_in.get(passage, ()))


def mishearings(library: Library) -> Iterable[Item]:
    """Words that may be known names misheard, for the curator: ready to paste as hidden labels."""
    return (_suspicion(library, found) for found in library.suspicions)


def _acronym(found: Acronym) -> Item:
    return {"short": found.short, "long": found.long, "passage": found.passage, "concept": found.concept}


def _definition(library: Library, found: Definition, whole: bool) -> Item:
    """A garbled name is no term: its concept's name stands for it."""
    concept = library.vocabulary.concepts.get(found.concept) if found.concept else None
    heard = concept is not None and fold(found.term) in {fold(text) for text in concept.labelled(LabelKind.HIDDEN)}
    span = (found.start, found.end) if whole else quotable(library, library.passages[found.passage])
    shown = span is not None and span[0] <= found.start and found.end <= span[1]
    term = concept.name if concept and heard else found.term
    return {"term": term, "text": found.text if shown else None, "passage": found.passage, "concept": found.concept}


def _suspicion(library: Library, found: Suspicion) -> Item:
    passage = library.passages[found.passage]
    return {
        "heard": found.heard,
        "concept": found.concept,
        "label": found.label,
        "because": f"{found.how}; beside {found.company}",
        "passage": found.passage,
        "path": library.documents[passage.source].path,
        "line": passage.lines.first,
        "paste": f"hiddenLabel: [{{label: {_quoted(found.heard)}, near: [{_quoted(found.company)}]}}]",
    }


def _quoted(text: str) -> str:
    """Text as a YAML scalar: JSON's strings are such."""
    return json.dumps(text, ensure_ascii=False)
