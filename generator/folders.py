"""The project's folders as they stand: seeds, the curator's files, templates. Tells what is none of them. Understands no content."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.disk import named, resolved, shown, walk
from generator.model import SourceText
from generator.output import OutputFile
from generator.report import Location, Problem, Severity, misencoded

#: The file name endings that a seed may have.
SEED_ENDINGS = frozenset({".md", ".txt", ".vtt", ".srt", ".json", ".html"})
SIDECAR = ".yml"
#: A bigger file is refused (64 MiB): a spoken hour is about 60 KB of text, so no source comes near.
LARGEST_SEED = 64 * 1024 * 1024
#: Folders of docs/ that hold the vocabulary rather than pages.
VOCABULARY = ("topics/", "trends/", "vocabulary/")
#: The file of docs/ that holds the curator's judgements of predictions.
PREDICTIONS = "predictions.yml"
#: And the one that remembers the suggestions that the curator has turned down.
REJECTED = "rejected.yml"


@dataclass(frozen=True, slots=True)
class Docs:
    """The files of docs/: those that make the vocabulary, the curator's pages, judgements of predictions, all else (copied as it is).

    `folder` is the folder as the user knows it, which the paths of sources begin with; assets' paths are below it.
    """

    folder: str = "docs"
    vocabulary: tuple[SourceText, ...] = ()
    pages: tuple[SourceText, ...] = ()
    assets: tuple[OutputFile, ...] = ()
    predictions: SourceText | None = None
    rejected: SourceText | None = None


def read_seeds(folder: Path) -> tuple[tuple[SourceText, ...], tuple[Problem, ...]]:
    """Every seed below a folder, in order of path, with its sidecar; whatever is no seed is told, never dropped."""
    if not folder.is_dir():
        return (), (_missing(folder, "Make it and put a source into it, or name another folder with --seeds DIR."),)
    data, problems = _read(folder)
    seeds = []
    stems = set()
    for path in data:
        stem, ending = _parted(path)
        if ending in SEED_ENDINGS:
            seeds.append(SourceText(shown(folder / path), data[path], data.get(stem + SIDECAR)))
            stems.add(stem)
        elif ending != SIDECAR:
            problems.append(_unknown_ending(folder / path))
    problems += [_lonely(folder / path) for path in data if path.endswith(SIDECAR) and _parted(path)[0] not in stems]
    if not seeds:
        right = f"Put a source into it: a file ending in {_endings()}."
        problems.append(Problem("no-seeds", Location(shown(folder)), "There is no seed in this folder.", right))
    return tuple(seeds), tuple(problems)


def read_docs(folder: Path) -> tuple[Docs, tuple[Problem, ...]]:
    """The curator's files, sorted into vocabulary, pages and assets."""
    if not folder.is_dir():
        return Docs(), (_missing(folder, "The curator's pages, topics and vocabulary live there."),)
    data, problems = _read(folder)
    sources = {path: SourceText(shown(folder / path), content) for path, content in data.items()}
    vocabulary = [p for p in data if p.startswith(VOCABULARY) and p.endswith((".md", ".yml", ".yaml"))]
    pages = [p for p in data if not p.startswith(VOCABULARY) and p.endswith(".md")]
    rest = sorted(set(data) - set(vocabulary) - set(pages) - {PREDICTIONS, REJECTED})
    words, prose = tuple(sources[p] for p in vocabulary), tuple(sources[p] for p in pages)
    return Docs(
        shown(folder), words, prose, tuple(OutputFile(p, data[p]) for p in rest), sources.get(PREDICTIONS), sources.get(REJECTED)
    ), tuple(problems)


def read_templates(folder: Path) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Templates by their path below the folder."""
    if not folder.is_dir():
        return {}, (_missing(folder, "The templates of the pages live there."),)
    data, problems = _read(folder)
    texts = {}
    for path, content in data.items():
        try:
            texts[path] = content.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(misencoded(shown(folder / path), content, error))
    return texts, tuple(problems)


def _read(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file below a folder that may be read, by path; the others are problems.

    They are as they stood at one time: the folder is looked at again afterwards, and what is not as it was is a problem too.
    """
    data: dict[str, bytes] = {}
    problems = []
    unread: list[OSError] = []
    listed = dict(walk(folder, unread.append))
    for path, status in listed.items():
        refusal = _refusal(folder, path, status)
        if refusal:
            problems.append(refusal)
            continue
        try:
            data[path] = (folder / path).read_bytes()
        except OSError as error:
            unread.append(named(error, folder / path))
    changed = _changed(listed, dict(walk(folder, unread.append)))
    problems += dict.fromkeys(_unreadable(error) for error in unread if _below(error, folder) not in changed)
    problems += [_unsteady(folder / path) for path in changed]
    return data, problems


def _changed(before: Mapping[str, os.stat_result], after: Mapping[str, os.stat_result]) -> list[str]:
    """The paths of files that came, went or were written to between two looks at a folder."""

    def state(status: os.stat_result | None) -> tuple[int, ...]:
        return (status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns) if status else ()

    return [path for path in sorted({*before, *after}) if state(before.get(path)) != state(after.get(path))]


def _refusal(folder: Path, path: str, status: os.stat_result) -> Problem | None:
    """Why a file is not read at all; None if it may be."""
    place = folder / path
    if not path.isprintable() or "\\" in path:
        return _problem("file-name", place, "This file's name has characters that cannot be shown.", "Rename it: letters, digits, hyphens.")
    if any(part.startswith(".") for part in PurePosixPath(path).parts):
        return _problem("hidden-file", place, "A hidden file is not read.", "Rename it without the leading dot to use it.", Severity.NOTICE)
    if stat.S_ISLNK(status.st_mode):
        if not resolved(place).is_relative_to(resolved(folder)):
            return _problem("link-outside", place, "This link leads out of its folder.", "Put the file itself here.")
        with suppress(OSError):  # a link that leads nowhere, or to itself, stays a link
            status = place.stat()
    if not stat.S_ISREG(status.st_mode):
        return _problem("no-file", place, "This is no plain file, and no link to one.", "Put the file itself here.")
    if status.st_size > LARGEST_SEED:
        return _problem("too-large", place, f"This file has {status.st_size:,} bytes.", f"Split it: at most {LARGEST_SEED:,} are read.")
    return None


def _parted(path: str) -> tuple[str, str]:
    """A path without its ending, and the ending in lower case."""
    ending = PurePosixPath(path).suffix
    return path.removesuffix(ending), ending.lower()


def _problem(code: str, path: Path, wrong: str, right: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code, Location(shown(path)), wrong, right, severity)


def _missing(folder: Path, right: str) -> Problem:
    return _problem("no-folder", folder, "There is no such folder.", right)


def _unreadable(error: OSError) -> Problem:
    right = "Check the permissions of it and of its folder."
    return _problem("unreadable", Path(error.filename), f"This cannot be read ({error.strerror}).", right)


def _unsteady(path: Path) -> Problem:
    return _problem("unsteady", path, "This file came, went or changed while the folder was read.", "Run it again when all is saved.")


def _below(error: OSError, folder: Path) -> str:
    """The path of what an error is about, below a folder."""
    path = Path(error.filename)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _unknown_ending(path: Path) -> Problem:
    wrong = f"A file ending in {path.suffix} is not read." if path.suffix else "A file without an ending is not read."
    return _problem("unknown-ending", path, wrong, f"Seeds end in {_endings()}.", Severity.WARNING)


def _lonely(path: Path) -> Problem:
    return _problem("lonely-sidecar", path, "This sidecar belongs to no seed.", "Name it like its seed: talk.yml beside talk.vtt.")


def _endings() -> str:
    return ", ".join(sorted(SEED_ENDINGS))
