"""What the curator's commands do, from folders to files: a new entry of the vocabulary. What a file holds is worked out below."""

from pathlib import Path

from generator import disk
from generator.entering import Wanted, enter
from generator.places import Places
from generator.report import Location, Problem, Report


def new_entry(places: Places, wanted: Wanted) -> tuple[Location, Report]:
    """Write a topic's or trend's note, or add an entry to its list; nothing that is there is changed. Returns where it stands."""
    docs, unread = disk.read_docs(places.docs)
    made, wrong = enter(wanted, docs.vocabulary, docs.folder)
    path = places.docs / made.path
    problems = [*(problem for problem in unread if problem.code == "no-folder"), *wrong]
    if not problems and not _put(path, made.data, made.before):
        problems = [Problem("entry-there", Location(path.as_posix()), "This file has changed meanwhile.", "Run the command again.")]
    return Location(path.as_posix(), made.line), Report.of(problems)


def _put(path: Path, data: bytes, before: bytes | None) -> bool:
    return disk.create(path, data) if before is None else disk.rewrite(path, data, before=before)
