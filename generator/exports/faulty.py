"""Whether `knowledge.json` keeps to its own schema: a check of ours, not of the curator's. Validates nothing else."""

from collections.abc import Iterator

from jsonschema_rs import validator_for

from generator.exports.knowledge import knowledge
from generator.exports.schema import schema
from generator.library import Library
from generator.report import Location, Problem

#: So many breaches are told: one fault tends to come with every item.
_MOST = 10


def faulty(library: Library) -> tuple[Problem, ...]:
    """Where the whole and the published object break the schema; nothing if all is well."""
    return tuple(dict.fromkeys(problem for whole in (True, False) for problem in _breaches(library, whole)))


def _breaches(library: Library, whole: bool) -> Iterator[Problem]:
    errors = validator_for(schema()).iter_errors(knowledge(library, whole=whole))
    path = "build/knowledge.json" if whole else "data/knowledge.json"
    for error, _ in zip(errors, range(_MOST), strict=False):
        at = "/".join(map(str, error.instance_path))
        wrong = f"/{at} breaks the schema: {error.message[:200]}."
        yield Problem("schema", Location(path), wrong, "This is a fault of Seedbed, not of yours: please report it.")
