"""What sources spell out and define, for machines. The arrays' schema: `schema`."""

from collections.abc import Iterable
from typing import Any

from generator.found import Acronym, Definition
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
