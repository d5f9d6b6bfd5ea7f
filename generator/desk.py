"""The curator's own files: read where they are named, written only where there is none, changed only if nobody else did."""

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator import disk, folders
from generator.output import OutputFile
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
    fresh = path.with_name(f".{path.name}.fresh")
    disk.replace(fresh, [data], lasting=True)
    try:
        os.link(fresh, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links: the name is taken first, then filled at one stroke
        return _claimed(path, fresh)
    finally:
        fresh.unlink(missing_ok=True)
    return True


def create_all(folder: Path, files: Sequence[OutputFile]) -> tuple[str, ...]:
    """Write files that are not there yet, all or none. Returns the paths of those that are there; empty: all were written.

    One that is there with the very same bytes counts as written: a run that was killed between two files can be repeated.
    """
    wanted = [file for file in files if not _holds(folder / file.path, file.data)]
    there = tuple(file.path for file in wanted if os.path.lexists(folder / file.path))
    if there:
        return there
    made: list[Path] = []
    try:
        for file in wanted:
            if not create(folder / file.path, file.data):
                raise FileExistsError(errno.EEXIST, "Another program made it meanwhile", str(folder / file.path))
            made.append(folder / file.path)
    except BaseException:  # a full disk, and a user who interrupts
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise
    return ()


def rewrite(path: Path, data: bytes, *, before: bytes) -> bool:
    """Put other bytes into a file, at one stroke. Whether it was done: not if the file holds anything but `before`."""
    if disk.read_file(path) != before:
        return False
    if data != before:
        disk.replace(disk.resolved(path), [data], lasting=True)
    return True


def _holds(path: Path, data: bytes) -> bool:
    return not path.is_symlink() and disk.read_file(path) == data


def _claimed(path: Path, fresh: Path) -> bool:
    """Take a name that is free with an empty file, and put `fresh` in its place. Whether it was free."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    try:
        fresh.replace(path)
    except OSError:
        path.unlink()
        raise
    return True


def _refusal(path: Path, status: os.stat_result) -> Problem | None:
    """Why a file that was named is not read."""
    if stat.S_ISDIR(status.st_mode):
        return _problem("no-file", path, "This is a folder.", f"Name its files: seedbed add {disk.shown(path)}/*")
    if stat.S_ISLNK(status.st_mode):
        return _problem("no-file", path, "This is a link to another place.", "Name the file itself.")
    if not stat.S_ISREG(status.st_mode):
        return _problem("no-file", path, "This is no plain file.", "Name a file, or - for what is pasted or piped.")
    if status.st_size > folders.LARGEST_SEED:
        right = f"Split it: at most {folders.LARGEST_SEED:,} are read."
        return _problem("too-large", path, f"This file has {status.st_size:,} bytes.", right)
    return None


def _problem(code: str, path: Path, wrong: str, right: str) -> Problem:
    return Problem(code, Location(disk.shown(path)), wrong, right)
