"""A folder of things by key, kept between builds: a cache. Every entry may be deleted at any time; knows nothing of what it holds.

An entry is a file named by its key, written at one stroke and never changed. It begins with a checksum, so that a damaged one
counts as none. A key has to tell everything that its entry was made of, the version of the maker included.
"""

import contextlib
import os
import shutil
import zlib
from collections.abc import Collection
from pathlib import Path

#: Entries that a build did not use are kept until there are so many of them; then the oldest go first.
SPARE = 2000


def get(folder: Path, key: str) -> bytes | None:
    """An entry; None if it is not there, or not whole."""
    try:
        checksum, data = (folder / key).read_bytes().split(b"\n", 1)
        if int(checksum, 16) != _checksum(key, data):
            return None
    except (OSError, ValueError):
        return None
    with contextlib.suppress(OSError):  # a cache that may only be read is as good
        os.utime(folder / key)
    return data


def put(folder: Path, key: str, data: bytes) -> bool:
    """Keep an entry. What cannot be written (a full disk, a folder that may only be read) is not kept, and nothing else happens.

    Whatever else stands in the entry's place goes, or nothing would ever be kept there again. Returns whether it is kept.
    """
    fresh = folder / f".{key}.{os.getpid()}"
    with contextlib.suppress(OSError):
        _make_room(folder, key)
        try:
            fresh.write_bytes(b"%08x\n" % _checksum(key, data) + data)
            fresh.replace(folder / key)
            return True
        finally:
            fresh.unlink(missing_ok=True)
    return False


def _make_room(folder: Path, key: str) -> None:
    """Have a folder for entries, also where it or the folder above it is a file, and no folder where the entry is to be."""
    for place in (folder.parent, folder):
        if place.is_file():
            place.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / key).is_dir():
        shutil.rmtree(folder / key)


def trim(folder: Path, used: Collection[str], *, spare: int = SPARE) -> None:
    """Delete the oldest entries that were not used, beyond the spare ones."""
    with contextlib.suppress(OSError):
        with os.scandir(folder) as found:
            unused = sorted((entry.stat().st_mtime_ns, entry.path) for entry in found if entry.name not in used)
        for _, path in unused[: max(0, len(unused) - spare)]:
            with contextlib.suppress(OSError):
                Path(path).unlink()


def _checksum(key: str, data: bytes) -> int:
    """Of the key too, so that an entry under another's name counts as none."""
    return zlib.crc32(data, zlib.crc32(key.encode()))
