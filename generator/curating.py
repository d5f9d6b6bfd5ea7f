"""What the curator's commands do, from folders to files: sources added, new entries. What a file holds is worked out below."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator import desk, folders
from generator.adding import Addition, Given
from generator.adding.copies import same_file, same_text
from generator.entering import Wanted, enter
from generator.findings.evidence import grade
from generator.findings.evidence.signals import SUBJECTS
from generator.found import Grade
from generator.match import match, matcher
from generator.model import Concept, Document, SourceText, Vocabulary
from generator.places import Places
from generator.report import Location, Problem, Report, Severity
from generator.text import slug
from generator.vocabulary import assemble


def given(paths: Sequence[str], pasted: bytes) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """The files that the user named, in their order, each once; `-` is what was pasted. No other file is read."""
    found: list[Given] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        data, wrong = (pasted, ()) if path == "-" else desk.read_given(Path(path))
        problems += wrong
        if data is not None:
            found.append(Given(path, data))
    return tuple(found), tuple(problems)


def there_already(addition: str, digest: str, seeds: Sequence[SourceText]) -> Problem | None:
    """A notice if a given file is a seed, or one was made of it: nothing is to be done then. `digest`: SHA-256 of its bytes."""
    same = same_file(digest, seeds)
    right = "Nothing to add."
    return Problem("seed-known", Location(addition), f"This file is {same} already.", right, Severity.NOTICE) if same else None


def in_the_way(additions: Sequence[Addition], seeds: Sequence[SourceText]) -> tuple[Problem, ...]:
    """Why additions cannot stand beside the seeds and each other: an id that is taken, or nearly the same text."""
    problems: list[Problem] = []
    standing = list(seeds)
    given: dict[str, str] = {}  # what becomes a seed in this run is known to the user by another name
    for addition in additions:
        ids = {slug(PurePosixPath(seed.path).stem): seed.path for seed in standing}
        if copy := same_text(addition, standing):
            wrong = (
                f"Nearly the same text stands in {given.get(copy.path, copy.path)}: they share {copy.share:.0%} of their five-word runs."
            )
            right = "Keep one of them; if this is the better one, remove the other and add it again."
            problems.append(Problem("seed-copy", Location(addition.given), wrong, right))
        elif taken := ids.get(addition.document.id):
            wrong = f"It would be called `{addition.document.id}`, as {given.get(taken, taken)} is."
            problems.append(Problem("seed-twice", Location(addition.given), wrong, "Give it another name: --name short-name"))
        seed = as_seed(addition)
        standing.append(seed)
        given[seed.path] = addition.given
    return tuple(problems)


def as_seed(addition: Addition) -> SourceText:
    """An addition as it will stand among the seeds."""
    *sidecar, file = addition.files
    return SourceText(file.path, file.data, sidecar[0].data if sidecar else None)


def put(places: Places, additions: Sequence[Addition]) -> tuple[Problem, ...]:
    """Write the files of all additions, or none if one is in the way."""
    there = desk.create_all(places.seeds, [file for addition in additions for file in addition.files])
    right = "Give the new one another name: --name short-name"
    return tuple(Problem("seed-twice", Location((places.seeds / path).as_posix()), "This file is there already.", right) for path in there)


class Subject(NamedTuple):
    """A topic or trend, how many passages of a source are really about it, and how many touch it."""

    concept: Concept
    central: int
    supporting: int


def subjects(document: Document, vocabulary: Vocabulary) -> tuple[Subject, ...]:
    """What a build will find a source to be about, that of most passages first. (A passage is graded by its own document alone.)"""
    graded = grade((document,), vocabulary, match((document,), matcher(vocabulary)))
    counts = Counter((evidence.concept, evidence.grade) for evidence in graded)
    concepts = [vocabulary.concepts[id] for id in dict.fromkeys(evidence.concept for evidence in graded)]
    found = [Subject(c, counts[c.id, Grade.CENTRAL], counts[c.id, Grade.SUPPORTING]) for c in concepts if c.kind in SUBJECTS]
    return tuple(sorted(found, key=lambda s: (-s.central, -s.supporting, s.concept.id)))


def vocabulary_of(places: Places) -> Vocabulary:
    """The curator's vocabulary as far as it is right; its mistakes are for `check` to tell."""
    return assemble(folders.read_docs(places.docs)[0].vocabulary)[0]


def new_entry(places: Places, wanted: Wanted) -> tuple[Location, Report]:
    """Write a topic's or trend's note, or add an entry to its list; nothing that is there is changed. Returns where it stands."""
    docs, unread = folders.read_docs(places.docs)
    made, wrong = enter(wanted, docs.vocabulary, docs.folder)
    path = places.docs / made.path
    problems = [*(problem for problem in unread if problem.code == "no-folder"), *wrong]
    if not problems and not _put(path, made.data, made.before):
        problems = [Problem("entry-there", Location(path.as_posix()), "This file has changed meanwhile.", "Run the command again.")]
    return Location(path.as_posix(), made.line), Report.of(problems)


def _put(path: Path, data: bytes, before: bytes | None) -> bool:
    return desk.create(path, data) if before is None else desk.rewrite(path, data, before=before)
