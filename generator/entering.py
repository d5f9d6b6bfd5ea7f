"""A new topic, trend or entry of the vocabulary → the bytes of its file, and whatever of the vocabulary it clashes with. Writes no file."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.model import ConceptId, ConceptKind, LabelKind, SourceText, Vocabulary
from generator.report import Location, Problem, Severity
from generator.text import fold, slug
from generator.vocabulary import assemble
from generator.vocabulary.labels import key
from generator.written import fields

#: Where an entry of each kind stands below docs/; `{}` is its id.
_PLACES = {
    ConceptKind.TOPIC: "topics/{}.md",
    ConceptKind.TREND: "trends/{}.md",
    ConceptKind.TERM: "vocabulary/terms.yml",
    ConceptKind.PERSON: "vocabulary/people.yml",
    ConceptKind.ORGANISATION: "vocabulary/organisations.yml",
    ConceptKind.PRODUCT: "vocabulary/products.yml",
    ConceptKind.BENCHMARK: "vocabulary/benchmarks.yml",
    ConceptKind.EVENT: "vocabulary/events.yml",
    ConceptKind.WORK: "vocabulary/works.yml",
}
_NOTES = frozenset({ConceptKind.TOPIC, ConceptKind.TREND})
#: What a note's front matter may say besides, for the curator to fill in: comments, which are no fields.
_HINTS = {
    "altLabel": "[other names]",
    "definition": "One sentence that says what it is.",
    "cue": "[phrases that hint at it without naming it]",
    "related": "[ids]",
}
#: Two entries with a blank line between them.
_SPACED = re.compile(rb"\n[ \t]*\n- ")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A concept to be made: its kind, name, id (empty: made of the name), other names and definition."""

    kind: ConceptKind
    name: str
    id: str = ""
    alt: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A concept's file as it is to be: path below docs/, its bytes, and those that it has now (None: there is no such file)."""

    id: str
    path: str
    data: bytes
    before: bytes | None

    @property
    def line(self) -> int:
        """Where the new entry begins."""
        return self.data.count(b"\n", 0, self.data.rfind(b"\n- id: ") + 1) + 1


def enter(wanted: Wanted, vocabulary: Sequence[SourceText], folder: str) -> tuple[Entered, tuple[Problem, ...]]:
    """The file of a new concept, and what stands in its way. `vocabulary`: the curator's files; `folder`: docs/ as their paths name it.

    A list keeps every byte that it has; the new entry stands at its end.
    """
    id = wanted.id or slug(wanted.name)
    below = _PLACES[wanted.kind].format(id)
    path = f"{folder}/{below}"
    there = next((file for file in vocabulary if file.path == path), None)
    made = Entered(id, below, _written(wanted, id, there), there.data if there else None)
    held, known = assemble(vocabulary)
    refused = _refused(wanted, id, path, there=there is not None) or _clashes(wanted, id, path, held)
    return made, tuple(refused or _unfit(made, path, vocabulary, set(known)))


def _written(wanted: Wanted, id: str, there: SourceText | None) -> bytes:
    stated = {"prefLabel": " ".join(wanted.name.split()), "altLabel": wanted.alt, "definition": " ".join(wanted.definition.split())}
    if wanted.kind in _NOTES:
        hints = [f"# {name}: {hint}\n" for name, hint in _HINTS.items() if not stated.get(name)]
        return f"---\n{fields(stated)}{''.join(hints)}---\n".encode()
    entry = "- " + fields({"id": id, **stated}).replace("\n", "\n  ").rstrip() + "\n"
    return (_above(there.data) if there else b"") + entry.encode()


def _above(data: bytes) -> bytes:
    """A list's bytes up to where another entry may begin."""
    if data.strip() in {b"", b"[]"}:
        return b""
    spaced = _SPACED.search(data.replace(b"\r\n", b"\n")) is not None
    return data.rstrip() + (b"\n\n" if spaced else b"\n")


def _refused(wanted: Wanted, id: str, path: str, *, there: bool) -> list[Problem]:
    """What is wrong with the name as such, or a note of this id."""
    at = Location(path)
    if not all(fold(label) for label in (wanted.name, *wanted.alt)):
        return [Problem("label-form", at, "A name holds no word, so it can match nothing.", "A name needs letters or digits.")]
    if not id:
        return [Problem("id-form", at, f'No id can be made of "{wanted.name}".', "Name one in Latin letters: --id short-name")]
    if slug(id) != id or (id == "index" and wanted.kind in _NOTES):
        wrong = f'"{id}" cannot be the id: ids are lower-case letters, digits and single hyphens, and not `index`.'
        return [Problem("id-form", at, wrong, "Name another one: --id short-name")]
    if wanted.kind in _NOTES and there:
        return [Problem("entry-there", at, f"There is a {wanted.kind} `{id}` already.", "Write on in it, or name another id with --id.")]
    return []


def _clashes(wanted: Wanted, id: str, path: str, held: Vocabulary) -> list[Problem]:
    """An id or names that other entries have, each with the place where it stands."""
    found = []
    if taken := held.concepts.get(ConceptId(id)):
        wrong = f"The id `{id}` is taken by {taken.name} ({taken.location})."
        found.append(Problem("id-twice", Location(path), wrong, "Add to that entry, or name another id with --id."))
    owners = {key(label.text): (c, label) for c in held.concepts.values() for label in c.labels if label.kind is not LabelKind.CUE}
    for name in dict.fromkeys((wanted.name, *wanted.alt)):
        if owner := owners.get(key(name)):
            wrong = f'The label "{name}" belongs to `{owner[0].id}` already ({owner[1].location}).'
            found.append(Problem("label-clash", Location(path), wrong, "Add to that entry, or take another name."))
    return found


def _unfit(made: Entered, path: str, files: Sequence[SourceText], known: Collection[Problem]) -> list[Problem]:
    """The safety net: what the vocabulary would say of the file with the entry in it, and does not say without."""
    held, after = assemble([*(file for file in files if file.path != path), SourceText(path, made.data)])
    wrong = [problem for problem in after if problem not in known and problem.severity is Severity.ERROR]
    if made.id in held.concepts and not wrong:
        return []
    right = "Put the entry into it by hand: a list has a line `- id: short-name` for each entry."
    return [Problem("entry-place", Location(path), "No entry can be added at the end of this file as it stands.", right)]
