"""Where a build is half made, and the one stroke that puts it in the place of the last one: locks, healing, what a power cut leaves."""

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: renameat2(2): exchange two paths in one step.
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


@contextmanager
def scratch(build: Path, site: Path | None = None) -> Iterator[Path]:
    """An empty folder for half-made things, gone afterwards. One build at a time has it; others wait until it is free.

    `site`: the folder that is to be swapped; a swap that was cut short is undone first.
    """
    build.mkdir(parents=True, exist_ok=True)
    folder = build / "scratch"
    with _lock(build / ".lock"):
        if site:
            _heal(site)
        try:
            clear(folder)
            folder.mkdir()
            yield folder
        finally:
            _emptied(folder)


def _emptied(folder: Path) -> None:
    """Delete a folder, also where the program is told to end meanwhile. What cannot be deleted now, the next build tells."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def swap(new: Path, site: Path, *, lasting: bool = True) -> None:
    """Put the folder `new` where `site` is: in one step where the system can, else in two. The old one is left at `new` or gone.

    `lasting`: also after a power cut there is the old folder or the new one; without it, files of the new one may be empty then.
    """
    if lasting:
        _flush(new)
    if not os.path.lexists(site):
        site.parent.mkdir(parents=True, exist_ok=True)
        new.rename(site)
    elif not _exchange(new, site):
        _swap_in_two(new, site)


def carry(old: Path, new: Path, files: Iterable[str]) -> None:
    """Put files of one folder into another too: as a second name of the same file where the system can, else as a copy of the same time."""
    folders = set[str]()
    for file in files:
        folder = file.rpartition("/")[0]
        if folder not in folders:
            (new / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        try:
            os.link(old / file, new / file, follow_symlinks=False)
        except OSError:
            shutil.copy2(old / file, new / file, follow_symlinks=False)


def clear(path: Path) -> None:
    """Delete whatever stands at a path of ours, also what may only be read; nothing has to be there. A link is not followed."""
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    try:
        shutil.rmtree(path)
    except PermissionError:
        path.chmod(stat.S_IRWXU)
        for at, folders, _ in os.walk(path):
            for folder in (Path(at) / name for name in folders):
                if not folder.is_symlink():
                    folder.chmod(stat.S_IRWXU)
        shutil.rmtree(path)


def _swap_in_two(new: Path, site: Path) -> None:
    """For systems that cannot exchange two folders: between the steps there is none for a moment, and `_heal` knows how to go back."""
    if new.stat().st_dev != site.lstat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(site))
    old = _aside(site)
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    clear(old)


def _heal(site: Path) -> None:
    """Go back where a swap in two steps was cut short, or finish it where only the old folder was left to be deleted."""
    old = _aside(site)
    if os.path.lexists(old) and not os.path.lexists(site):
        old.rename(site)
    elif os.path.lexists(old):
        clear(old)


def _aside(site: Path) -> Path:
    """Where the old folder waits between two steps: beside its place, so on the same disk, and out of any scratch folder."""
    return site.with_name(f".{site.name}.seedbed-old")


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold a lock between processes, where the system has one (not on Windows).

    Programs that are started meanwhile hold it too, so that one that outlives its builder is waited for; giving it up is for all of them.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    if path.is_dir():
        clear(path)
    with path.open("wb") as file:
        os.set_inheritable(file.fileno(), True)
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step by Linux's renameat2(2). Whether the system did it."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _flush(folder: Path) -> None:
    """Have the disk hold all that was written, by Linux's syncfs(2) in one go, else by sync(2), which may only begin it."""
    try:
        sync = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError, TypeError):
        getattr(os, "sync", lambda: None)()
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        if sync(file):
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error), str(folder))
    finally:
        os.close(file)
