"""The same inputs give the same bytes: on another machine, by another clock, in another language, in another order of files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.build.project import ROOT, make

#: What differs between machines: hashes of strings, time zone, language, character set of the terminal.
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANGUAGE": "tr", "PYTHONUTF8": "0"}


def built(project: Path, environment: dict[str, str], before: Callable[[], None] | None = None) -> dict[str, bytes]:
    """Build in a process of its own; every file that it made but what it keeps for itself (sets lie there in any order)."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "generator", "build", "--project", ".", "--strict"]
    environment = {**kept, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, preexec_fn=before)
    assert done.returncode == 0, done.stderr
    files = [path for folder in ("site", "build") for path in (project / folder).rglob("*") if path.is_file()]
    kept_for_itself = project / "build/cache"
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files if not path.is_relative_to(kept_for_itself)}


def copied_backwards(project: Path, to: Path) -> Path:
    """The same files, written in the opposite order at another time."""
    for path in sorted((path for path in project.rglob("*") if path.is_file()), reverse=True):
        (to / path.relative_to(project)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to / path.relative_to(project))
        os.utime(to / path.relative_to(project), (0, 0))
    return to


def one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def test_two_machines_make_the_same_bytes(tmp_path: Path) -> None:
    project = make(tmp_path / "here")
    other = copied_backwards(project, tmp_path / "and" / "there")
    one, two = built(project, HERE), built(other, THERE, one_core)
    assert len(one) > 40
    assert one.keys() == two.keys()
    assert not [path for path in one if one[path] != two[path]]
