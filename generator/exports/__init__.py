"""Library → files for machines: `EXPORTS` for the site, `LOCAL` for the curator's own use. One file a format."""

from collections.abc import Callable, Mapping

from generator.exports.knowledge import SCHEMA_NAME, dump, knowledge
from generator.exports.map import chart
from generator.exports.numbers import table as numbers
from generator.exports.predictions import table as predictions
from generator.exports.schema import schema
from generator.exports.skos import NAME as VOCABULARY
from generator.exports.skos import turtle
from generator.exports.suggestions import suggestions
from generator.library import Library

#: Files of the site, by path. They are written beside the Markdown, so that every engine carries them over.
EXPORTS: Mapping[str, Callable[[Library], bytes]] = {
    "data/knowledge.json": lambda library: dump(knowledge(library, whole=False)),
    f"data/{SCHEMA_NAME}": lambda _: dump(schema()),
    "data/numbers.csv": numbers,
    "data/predictions.csv": predictions,
    "data/map.json": chart,
    VOCABULARY: turtle,
}

#: Files below build/ that are not published.
LOCAL: Mapping[str, Callable[[Library], bytes]] = {
    "knowledge.json": lambda library: dump(knowledge(library, whole=True)),
    SCHEMA_NAME: lambda _: dump(schema()),
    "suggestions.json": suggestions,
}
