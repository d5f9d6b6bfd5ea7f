"""What is known of the pages of the site that stands: what each was made of. The next build takes over those that it would make the same.

It is kept beside the cache, with the size and time of each file, so that a file that somebody else wrote counts as none.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import disk, staging, store
from generator.engine import Entries, Made
from generator.exports.marks import VERSION

_FOLDER = "standing"
#: Sites whose pages are remembered: the site itself, the preview, and some that went elsewhere.
_SITES = 8


def known(cache: Path, site: Path) -> dict[str, tuple[str, Entries]]:
    """The pages of a site that stand as a build of ours left them, with their twins: the key and the entries of each by path."""
    found: dict[str, tuple[str, Entries]] = {}
    for path, (key, entries, stamps) in _read(store.get(cache / _FOLDER, _name(site))).items():
        if None not in stamps and [disk.stamp(site / file) for file in files(path)] == stamps:
            found[path] = (key, entries)
    return found


def files(path: str) -> tuple[str, ...]:
    """The files that stand for a page: its HTML and its twin, if it has one."""
    return (path, path + ".md") if path.endswith("index.html") else (path,)


def take_over(old: Path, new: Path, pages: Iterable[str]) -> None:
    """Put pages of the site that stands into the new one."""
    staging.carry(old, new, (file for path in sorted(pages) for file in files(path)))


def note(cache: Path, site: Path, stands: Path, made: Made) -> None:
    """Note what the pages of a new site were made of. `stands`: where it will stand."""
    rows = {path: [made.keys[path], entries, [disk.stamp(site / file) for file in files(path)]] for path, entries in made.entries.items()}
    store.put(cache / _FOLDER, _name(stands), json.dumps({"version": VERSION, "pages": rows}).encode())
    store.trim(cache / _FOLDER, {_name(stands)}, spare=_SITES)


def _read(data: bytes | None) -> Mapping[str, Any]:
    """What was noted; nothing, if another version of this program did."""
    try:
        noted = json.loads(data or b"{}")
    except ValueError:
        return {}
    pages: Mapping[str, Any] = noted["pages"] if noted.get("version") == VERSION else {}
    return pages


def _name(site: Path) -> str:
    return hashlib.sha256(disk.resolved(site).as_posix().encode("utf-8", "surrogateescape")).hexdigest()
