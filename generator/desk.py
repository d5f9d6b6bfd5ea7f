"""The curator's own files: read where they are named, written only where there is none, changed only if nobody else did."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from generator import disk
from generator.model import OutputFile
from generator.report import Location, Problem


def read_given(path: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file that the user named; None, with the reason, for what is no plain file. Links are not followed."""
    try:
        status = path.lstat()
        refusal = _refusal(path, status)
        return (None, (refusal,)) if refusal else (path.read_bytes(), ())
    except FileNotFoundError:
        return None, (_problem("no-file", path, "There is no such file.", "Look at its name and folder."),)
    except OSError as error:
        return None, (_problem("unreadable", path, f"This file cannot be read ({error.strerror}).", "Check its permissions."),)


def create(path: Path, data: bytes) -> bool:
    """Write a file that is not there yet, whole at one stroke. Whether it was written: a file that is there is never touched."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    try:
        os.link(fresh, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        with path.open("xb") as file:
            file.write(data)
    finally:
        fresh.unlink()
    return True


def create_all(folder: Path, files: Sequence[OutputFile]) -> tuple[str, ...]:
    """Write files that are not there yet, all or none. Returns the paths of those that are there; empty: all were written."""
    there = tuple(file.path for file in files if os.path.lexists(folder / file.path))
    if there:
        return there
    made: list[Path] = []
    try:
        for file in files:
            if not create(folder / file.path, file.data):
                raise FileExistsError(f"{file.path} was made by another program meanwhile")
            made.append(folder / file.path)
    except OSError:
        for path in made:
            path.unlink()
        raise
    return ()


def rewrite(path: Path, data: bytes, *, before: bytes) -> bool:
    """Put other bytes into a file, at one stroke. Whether it was done: not if the file holds anything but `before`."""
    return disk.read_file(path) == before and bool(disk.write(path.parent, [OutputFile(path.name, data)], prune=False))


def _refusal(path: Path, status: os.stat_result) -> Problem | None:
    """Why a file that was named is not read."""
    if stat.S_ISDIR(status.st_mode):
        return _problem("no-file", path, "This is a folder.", f"Name its files: seedbed add {disk.shown(path)}/*")
    if stat.S_ISLNK(status.st_mode):
        return _problem("no-file", path, "This is a link to another place.", "Name the file itself.")
    if not stat.S_ISREG(status.st_mode):
        return _problem("no-file", path, "This is no plain file.", "Name a file, or - for what is pasted or piped.")
    if status.st_size > disk.LARGEST_SEED:
        right = f"Split it: at most {disk.LARGEST_SEED:,} are read."
        return _problem("too-large", path, f"This file has {status.st_size:,} bytes.", right)
    return None


def _problem(code: str, path: Path, wrong: str, right: str) -> Problem:
    return Problem(code, Location(disk.shown(path)), wrong, right)
