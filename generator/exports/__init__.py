"""Library → files for machines: `EXPORTS` for the site, `LOCAL` for the curator's own use. One file a format."""

from collections.abc import Callable, Iterable, Mapping

from generator.exports.knowledge import SCHEMA_NAME, dump, dumped
from generator.exports.map import chart
from generator.exports.numbers import table as numbers
from generator.exports.predictions import table as predictions
from generator.exports.schema import schema
from generator.exports.skos import NAME as VOCABULARY
from generator.exports.skos import turtle
from generator.exports.suggestions import suggestions
from generator.library import Library
from generator.tracing import Pieces

#: What makes a file, stretch after stretch.
Export = Callable[[Library, Pieces], Iterable[bytes]]


def _once(make: Callable[[Library], bytes]) -> Export:
    """An export that is one piece: made anew if anything changes that it holds."""
    return lambda _, pieces: [pieces(make, make)]


#: Files of the site, by path. They are written beside the Markdown, so that every engine carries them over.
EXPORTS: Mapping[str, Export] = {
    "data/knowledge.json": lambda library, pieces: dumped(library, pieces, whole=False),
    f"data/{SCHEMA_NAME}": lambda _, __: [dump(schema())],
    "data/numbers.csv": _once(numbers),
    "data/predictions.csv": _once(predictions),
    "data/map.json": _once(chart),
    VOCABULARY: _once(turtle),
}

#: Files below build/ that are not published.
LOCAL: Mapping[str, Export] = {
    "knowledge.json": lambda library, pieces: dumped(library, pieces, whole=True),
    SCHEMA_NAME: lambda _, __: [dump(schema())],
    "suggestions.json": _once(suggestions),
}
