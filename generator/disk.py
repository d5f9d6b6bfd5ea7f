"""All file input and output: reads files, writes them at one stroke, prunes. Whole folders are `folders`' to read. Knows no content."""

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator import staging
from generator.output import Output, stretches


def resolved(path: Path) -> Path:
    """Where a path leads, whatever links it goes through. One that leads in a circle leads to where the circle begins."""
    return Path(os.path.realpath(path))


def read_file(path: Path) -> bytes | None:
    """A file's bytes; None if there is none."""
    try:
        return path.read_bytes() if path.is_file() else None
    except FileNotFoundError:  # it went meanwhile
        return None
    except OSError as error:
        raise named(error, path) from None


def tree(folder: Path) -> tuple[str, ...]:
    """The paths of all files below a folder, sorted, with `/`."""
    return tuple(path for path, _ in walk(folder)) if folder.is_dir() else ()


def stamp(path: Path) -> list[int] | None:
    """What tells a plain file that was written again from the one before: its size and time. None if it is no plain file."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns] if stat.S_ISREG(status.st_mode) else None


def measure(folder: Path) -> tuple[int, int]:
    """How many files stand below a folder, and their bytes in sum."""
    sizes = [status.st_size for _, status in walk(folder)] if folder.is_dir() else []
    return len(sizes), sum(sizes)


def program(names: Iterable[str]) -> str:
    """The path of the first of these programs that is installed; empty if none is."""
    return next(filter(None, map(shutil.which, names)), "")


def write(folder: Path, files: Iterable[Output], *, prune: bool) -> tuple[str, ...]:
    """Write files below a folder, only those whose bytes changed; `prune` first deletes what is none of them. Returns what changed."""
    wanted = {_safe(file.path): file for file in files}
    if folder.is_file():
        staging.clear(folder)
    if prune:
        _prune(folder, frozenset(wanted))
    return tuple(path for path, file in wanted.items() if _update(folder / path, file))


def replace(path: Path, data: Iterable[bytes], *, lasting: bool = False) -> None:
    """Put a file of some stretches of bytes in the place of another at one stroke; where that fails, the other stays.

    `lasting`: with the rights of the other, and whole even after a power cut.
    """
    fresh = path.with_name(f".{path.name}.new")
    staging.clear(fresh)  # left from a build that was killed, or a link that somebody put there
    try:
        with fresh.open("xb") as file:
            for stretch in data:
                file.write(stretch)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if lasting and path.is_file():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise named(error, path) from None


def named(error: OSError, path: Path) -> OSError:
    """An error with the path that it is about: what the system says of reading and writing has none."""
    if error.filename is None:
        error.filename = str(path)
    return error


def walk(folder: Path, unread: Callable[[OSError], object] | None = None) -> Iterator[tuple[str, os.stat_result]]:
    """Files and links below a folder, sorted by path; links to folders are not followed and come as entries of their own.

    `unread` is told of what cannot be looked at; without it, that is an error.
    """
    tell = unread or _raise
    found = []
    waiting = [""]
    while waiting:
        within = waiting.pop()
        before = f"{within}/" if within else ""
        try:
            entries = list(os.scandir(f"{folder}/{within}" if within else folder))
        except OSError as error:
            tell(error)
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(before + entry.name)
                else:
                    found.append((before + entry.name, entry.stat(follow_symlinks=False)))
            except OSError as error:
                tell(error)
    return iter(sorted(found, key=lambda item: item[0]))


def _raise(error: OSError) -> None:
    raise error


def shown(path: Path) -> str:
    """A path as the user knows it: relative where it lies below the working folder, and always printable."""
    text = path.as_posix()
    below = f"{Path.cwd().as_posix()}/"
    text = text.removeprefix(below) if path.is_absolute() else text
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def _safe(path: str) -> str:
    """The path of an output file; one that would lead out of the output folder is a bug of ours."""
    if path.startswith("/") or "\\" in path or any(part in {"", ".", ".."} for part in path.split("/")):
        raise ValueError(f"unsafe output path {path!r}")
    return path


def _update(path: Path, file: Output) -> bool:
    """Write a file at one stroke, unless it holds these bytes already. Whether it was written."""
    if _holds(path, file):
        return False
    if path.is_dir() and not path.is_symlink():
        staging.clear(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, stretches(file))
    return True


def _holds(path: Path, file: Output) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as there:
            return all(there.read(len(stretch)) == stretch for stretch in stretches(file)) and not there.read(1)
    except FileNotFoundError:  # it went meanwhile
        return False
    except OSError as error:
        raise named(error, path) from None


def _prune(folder: Path, keep: frozenset[str]) -> None:
    """Delete every file below a folder but those to keep, and the folders that this empties."""
    for path in tree(folder):
        if path not in keep:
            (folder / path).unlink()
    for at, _, _ in os.walk(folder, topdown=False):
        if Path(at) != folder and not any(Path(at).iterdir()):
            Path(at).rmdir()
