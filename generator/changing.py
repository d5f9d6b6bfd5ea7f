"""What a build changes: against the last one, a revision of git, or the same without some sources. How two differ is left to `changes`."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator import disk, folders, publishing, revision, staging
from generator.build import Built, Inputs
from generator.changes import Made, changes
from generator.changes.statements import Statement, unsupported
from generator.findings.citations.nearest import like
from generator.found import Changes, What
from generator.library import Library
from generator.model import SourceText
from generator.output import OutputFile, packed
from generator.places import Places
from generator.report import Location, Problem, Report, Severity

#: The files below build/ that builds are compared by.
_DATA = ("knowledge.json", "suggestions.json")


class Difference(NamedTuple):
    """Two builds and what changed between them; `statements` of the curator's lose their last support with the sources that are gone."""

    changes: Changes
    before: Made
    after: Made
    statements: tuple[Statement, ...]
    library: Library


def last(places: Places) -> Made | None:
    """What the last build wrote; None if there was none."""
    data = {name: disk.read_file(places.build / name) for name in _DATA}
    if data[_DATA[0]] is None:
        return None
    pages = {path: _digest(disk.read_file(places.pages / path) or b"") for path in disk.tree(places.pages) if path.endswith(".md")}
    return Made(pages, tuple(packed(name, [each]) for name, each in data.items() if each is not None))


def made(built: Built) -> Made:
    """What a build made, to be compared."""
    local = {file.path: file for file in built.local}
    return Made({f.path: _digest(f.data) for f in built.files if f.path.endswith(".md")}, tuple(local[name] for name in _DATA))


def names(library: Library) -> dict[str, str]:
    """What concepts are called, by their ids: a summary of changes knows only these."""
    return {str(id): concept.name for id, concept in library.vocabulary.concepts.items()}


def difference(
    places: Places, *, base: str = "", without: Sequence[str] = (), site_url: str = ""
) -> tuple[Difference | None, Report]:  # fmt: skip
    """What a build would change. `base`: against a revision of git, else against the last build; `without`: what sources' going would.

    The templates, the configuration and the program are today's on both sides. None, with problems, where there is nothing to compare with.
    """
    inputs = publishing.gather(places, site_url=site_url)
    now = publishing.worked_out(places, inputs)
    if now.report.failed():  # what an error keeps out would be told as gone
        return None, now.report
    if without:
        return _without(places, inputs, now, without)
    if base:
        return _since(places, inputs, now, base)
    before = last(places)
    told = changes(before, made(now))
    if before is None or told.first:
        right = "Build first (seedbed build), or compare with a revision of git: seedbed diff --base main"
        return None, Report.of(
            now.report.problems, [Problem("no-last-build", Location(places.build.as_posix()), "No build to compare with.", right)]
        )
    return _between(told, before, now), now.report


def _between(told: Changes, before: Made, now: Built, *, after: Built | None = None) -> Difference:
    gone = {change.before["id"] for change in told.items if change.array == "sources" and change.what is What.REMOVED}
    statements = unsupported(now.library.vocabulary, now.library.notes, gone)
    return Difference(told, before, made(after or now), statements, now.library)


def unknown_source(places: Places, name: str, known: Iterable[str]) -> Problem:
    """That no source has a name, with the id that is most like it."""
    near = like(name, known)
    right = f"Did you mean {near}?" if near else "Name it by its id or its file."
    return Problem("no-such-source", Location(places.seeds.as_posix()), f"There is no source `{name}`.", right)


def _without(places: Places, inputs: Inputs, now: Built, names: Iterable[str]) -> tuple[Difference | None, Report]:
    """What is lost with some sources, each named by its id or its file."""
    documents = now.library.documents
    named = {name: next((d for d in documents.values() if name in (d.id, d.path, Path(d.path).name)), None) for name in names}
    unknown = Report.of(unknown_source(places, name, documents) for name, document in named.items() if document is None)
    if unknown.problems:
        return None, unknown
    gone = {document.path for document in named.values() if document}
    rest = publishing.worked_out(places, replace(inputs, seeds=tuple(seed for seed in inputs.seeds if seed.path not in gone)))
    told = changes(made(now), made(rest))
    return _between(told, made(now), now, after=rest), now.report


def _since(places: Places, inputs: Inputs, now: Built, base: str) -> tuple[Difference | None, Report]:
    """What changed since a revision: its sources and the curator's files, built by today's program."""
    found = [revision.files(folder, base) for folder in (places.seeds, places.docs)]
    wrong = [problem for _, problems in found for problem in problems]
    if wrong:
        return None, Report.of(wrong)
    then = publishing.worked_out(places, _as_of(places, inputs, *(files for files, _ in found)))
    told = changes(made(then), made(now))
    return _between(told, made(then), now), Report.of(now.report.problems, _unread(then, base))


def _as_of(places: Places, inputs: Inputs, seeds: Iterable[OutputFile], docs: Iterable[OutputFile]) -> Inputs:
    """The inputs with other seeds and other files of the curator's, under the paths that they have today."""
    with staging.scratch(places.build) as scratch:
        disk.write(scratch / "seeds", seeds, prune=False)
        disk.write(scratch / "docs", docs, prune=False)
        read, _ = folders.read_seeds(scratch / "seeds")
        own, _ = folders.read_docs(scratch / "docs")
    old = replace(
        own,
        folder=inputs.docs.folder,
        vocabulary=_renamed(own.vocabulary, own.folder, inputs.docs.folder),
        rejected=inputs.docs.rejected,
        pages=_renamed(own.pages, own.folder, inputs.docs.folder),
    )
    return replace(inputs, seeds=_renamed(read, disk.shown(scratch / "seeds"), disk.shown(places.seeds)), docs=old, problems=())


def _renamed(sources: Iterable[SourceText], there: str, here: str) -> tuple[SourceText, ...]:
    return tuple(replace(source, path=here + source.path.removeprefix(there)) for source in sources)


def _unread(then: Built, base: str) -> tuple[Problem, ...]:
    """That the earlier state had errors of its own: what they kept out counts as new."""
    errors = sum(problem.severity is Severity.ERROR for problem in then.report.problems)
    wrong = f"At {base} the project had {errors} errors of its own."
    right = "What they kept out of the site counts as new here."
    return (Problem("base-errors", Location("seeds"), wrong, right, Severity.NOTICE),) if errors else ()


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
