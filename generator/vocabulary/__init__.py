"""The curator's files → Vocabulary: assembled from topic and trend notes and from YAML lists, with every mistake at its line."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from generator.address import by_name, shared_page
from generator.model import Concept, ConceptId, ConceptKind, Label, LabelKind, Reading, SourceText, Vocabulary
from generator.nodes import Mapping as Fields
from generator.nodes import Node, Sequence, nodes
from generator.parts import numbers
from generator.report import Location, Problem, Report, Severity, misencoded
from generator.text import fold, newlines
from generator.vocabulary import checks
from generator.vocabulary.fields import Entry, Reference, entry, slug_problems

_NOTES = {"topics": ConceptKind.TOPIC, "trends": ConceptKind.TREND}
_LISTS = {
    "terms": ConceptKind.TERM,
    "people": ConceptKind.PERSON,
    "organisations": ConceptKind.ORGANISATION,
    "products": ConceptKind.PRODUCT,
    "benchmarks": ConceptKind.BENCHMARK,
    "events": ConceptKind.EVENT,
    "works": ConceptKind.WORK,
}
#: Faults of a whole file: nobody knows which entries it holds.
_UNREAD = frozenset({"yaml", "encoding"})
_CLOSED = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NOTE_HINT = "Begin the file with ---, `prefLabel: Name`, `definition: One sentence.` and ---; below it stands the note."
_LIST_HINT = "Write a list of entries, each like `- id: short-name` with `prefLabel: Name` below it, or [] for none."


def assemble(files: Iterable[SourceText]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Read docs/topics/*.md, docs/trends/*.md and docs/vocabulary/*.yml. All mistakes of all files come out of one run;

    the vocabulary holds whatever is right, without references that lead nowhere or in a circle.
    """
    return _assembled(tuple(sorted(files, key=lambda f: f.path)))


@lru_cache(maxsize=2)  # a preview that builds again and again has mostly the same
def _assembled(files: tuple[SourceText, ...]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    problems: list[Problem] = []
    read: list[Entry] = []
    unread = False
    for file in files:
        found, wrong = _file(file)
        read += found
        problems += wrong
        unread = unread or (not found and any(problem.code in _UNREAD for problem in wrong))
    entries, twice = checks.unique(read)
    problems += [*twice, *checks.clashes(entries.values())]
    if not unread:  # an entry that a broken file holds is not unknown
        problems += checks.unknown(entries)
    known = {id: _known(made.references.get("broader", ()), id, entries) for id, made in entries.items()}
    closing, wrong_circles = checks.circles(known)
    problems += wrong_circles
    concepts = {ConceptId(id): _concept(entries[id], entries, closing) for id in sorted(entries)}
    return Vocabulary(_placed(concepts), _narrower(concepts), _people(concepts)), Report.of(problems).problems


def _file(file: SourceText) -> tuple[list[Entry], list[Problem]]:
    """The entries of one file."""
    try:
        text = newlines(file.data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return [], [misencoded(file.path, file.data, error)]
    folder, name = posixpath.split(file.path.replace("\\", "/"))
    folder = posixpath.basename(folder)
    stem, ending = posixpath.splitext(name)
    if folder in _NOTES and ending == ".md":
        return _note(file.path, stem, _NOTES[folder], text)
    if folder == "vocabulary" and ending in {".yml", ".yaml"} and stem in _LISTS:
        return _list(file.path, _LISTS[stem], text)
    return [], [_misplaced(file.path, folder, stem if ending in {".yml", ".yaml"} else "")]


def _misplaced(path: str, folder: str, stem: str) -> Problem:
    close = get_close_matches(stem, _LISTS, n=1, cutoff=0.7) if folder == "vocabulary" else []
    names = ", ".join(f"{name}.yml" for name in _LISTS)
    right = f"Topics are docs/topics/<id>.md, trends docs/trends/<id>.md; docs/vocabulary/ holds {names}."
    right = f"Did you mean {close[0]}.yml?" if close else right
    return Problem("file-unknown", Location(path, 1), "The vocabulary has no place for a file of this name.", right)


def _note(path: str, stem: str, kind: ConceptKind, text: str) -> tuple[list[Entry], list[Problem]]:
    """A topic's or trend's note: front matter and body."""
    top = Location(path, 1)
    if not text.strip():
        return [], [Problem("file-empty", top, "The file is empty.", _NOTE_HINT)]
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        return [], [Problem("front-matter", top, "The note has no front matter.", _NOTE_HINT)]
    end = _CLOSED.search(rest)
    if end is None:
        wrong_end = "The front matter that opens here is never closed."
        return [], [Problem("front-matter", top, wrong_end, "End it with a line of three hyphens: ---")]
    root, wrong = nodes(path, rest[: end.start()], above=1)
    problems = [*wrong, *slug_problems(stem, top)]
    if stem == "index":
        problems.append(Problem("id-form", top, "The id `index` is taken by the page that lists them all.", "Give the file another name."))
    if not isinstance(root, Fields):
        return [], problems if wrong else [*problems, Problem("front-matter", top, "The front matter states no fields.", _NOTE_HINT)]
    made, more = entry(root, path, kind, id=stem)
    made.location = top
    below = rest[end.end() :]
    made.body = below.strip("\n")
    made.body_line = 2 + rest.count("\n", 0, end.end()) + len(below) - len(below.lstrip("\n"))
    if not made.body.strip():
        place = Location(path, 2 + rest.count("\n", 0, end.end()))
        more.append(Problem("note-empty", place, "The note has no text.", "Write a paragraph below the front matter.", Severity.WARNING))
    return [made], [*problems, *more]


def _list(path: str, kind: ConceptKind, text: str) -> tuple[list[Entry], list[Problem]]:
    """A YAML list of small entries."""
    root, wrong = nodes(path, text)
    problems = list(wrong)
    if root is None:
        return [], problems or [Problem("file-empty", Location(path, 1), "The file holds no entries.", _LIST_HINT)]
    if not isinstance(root, Sequence):
        return [], [*problems, Problem("not-a-list", Location(path, root.line), "The file is not a list.", _LIST_HINT)]
    found = []
    for item in root.items:
        if isinstance(item, Fields):
            made, more = entry(item, path, kind)
            found.append(made)
            problems += more
        else:
            problems.append(_no_entry(path, item))
    return found, problems


def _no_entry(path: str, item: Node) -> Problem:
    return Problem("not-an-entry", Location(path, item.line), "This item of the list is not an entry with fields.", _LIST_HINT)


def _known(references: Iterable[Reference], id: str, entries: Mapping[str, Entry]) -> list[Reference]:
    return [r for r in references if r.id in entries and r.id != id]


def _concept(made: Entry, entries: Mapping[str, Entry], closing: set[tuple[str, str]]) -> Concept:
    """The frozen concept, with the references that lead somewhere."""

    def ids(references: Iterable[Reference]) -> tuple[ConceptId, ...]:
        return tuple(ConceptId(r.id) for r in _known(references, made.id, entries))

    named = made.labels and made.labels[0].kind is LabelKind.PREF
    labels = made.labels if named else [Label(made.id, LabelKind.PREF, made.location), *made.labels]
    ranked = made.references.get("memberList", [])
    return Concept(
        id=ConceptId(made.id),
        kind=made.kind,
        labels=tuple(labels),
        location=made.location,
        definition=made.texts.get("definition", ""),
        scope_note=made.texts.get("scopeNote", ""),
        editorial_note=made.texts.get("editorialNote", ""),
        broader=tuple(id for id in ids(made.references.get("broader", ())) if (made.id, id) not in closing),
        related=ids(made.references.get("related", ())),
        member=ids(ranked or made.references.get("member", ())),
        ordered=bool(ranked),
        readings=tuple(Reading(reading.label, ids(reading.member)) for reading in made.readings),
        disputes=tuple(made.disputes),
        url=made.texts.get("url", ""),
        date=made.texts.get("date", ""),
        body=made.body,
        body_line=made.body_line,
    )


def _placed(concepts: Mapping[ConceptId, Concept]) -> dict[ConceptId, Concept]:
    """The concepts, those among them that share a page each on its part of it."""
    pages: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts.values():
        if page := shared_page(concept.kind):
            pages[page].append(concept)
    ordered = [sorted(found, key=by_name) for found in pages.values()]
    cut = {c.id: part for found in ordered for part, c in zip(numbers(c.id for c in found), found, strict=True)}
    return {id: replace(concept, part=cut[id]) if id in cut else concept for id, concept in concepts.items()}


def _narrower(concepts: Mapping[ConceptId, Concept]) -> dict[ConceptId, tuple[ConceptId, ...]]:
    below: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    for id, concept in concepts.items():
        for parent in concept.broader:
            below[parent].append(id)
    return {id: tuple(below[id]) for id in concepts if id in below}


def _people(concepts: Mapping[ConceptId, Concept]) -> dict[str, ConceptId]:
    """Folded names of persons, hidden ones too; a name of two people is nobody's."""
    names: dict[str, set[ConceptId]] = defaultdict(set)
    for concept in concepts.values():
        if concept.kind is ConceptKind.PERSON:
            for label in concept.labels:
                if label.kind is not LabelKind.CUE:
                    names[fold(label.text)].add(concept.id)
    return {name: next(iter(ids)) for name, ids in sorted(names.items()) if len(ids) == 1}
