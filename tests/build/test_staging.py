"""Where a build is half made: one build at a time, a swap at one stroke or undone, nothing left in the way of the next."""

import multiprocessing
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator import staging
from tests.build.test_disk import put


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(params=["exchange", "two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param != "exchange":
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    return str(request.param)


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path, way: str) -> None:
    put(tmp_path, {"new/a": b"new"})
    staging.swap(tmp_path / "new", tmp_path / "out/site")
    put(tmp_path, {"new/a": b"newer", "new/b": b""})
    staging.swap(tmp_path / "new", tmp_path / "out/site")
    assert contents(tmp_path / "out") == {"site/a": b"newer", "site/b": b""}


def test_where_the_swap_fails_the_old_site_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    put(tmp_path, {"site/a": b"old", "new/a": b"new"})
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="Input/output"):
        staging.swap(tmp_path / "new", tmp_path / "site")
    assert contents(tmp_path / "site") == {"a": b"old"}


@pytest.mark.parametrize(("left", "healed"), [({}, b"old"), ({"site/a": b"new"}, b"new")])
def test_a_swap_that_was_cut_short_is_undone_or_ended(tmp_path: Path, left: dict[str, bytes], healed: bytes) -> None:
    put(tmp_path, {f"{staging._aside(Path('site'))}/a": b"old", **left})
    with staging.scratch(tmp_path / "build", tmp_path / "site"):
        assert contents(tmp_path) == {"site/a": healed, "build/.lock": b""}


def test_the_disk_holds_the_new_files_before_they_have_their_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    put(tmp_path, {"site/a": b"old", "new/a": b"new"})
    seen: list[bytes] = []
    monkeypatch.setattr(staging, "_flush", lambda folder: seen.extend([(folder / "a").read_bytes(), (tmp_path / "site/a").read_bytes()]))
    staging.swap(tmp_path / "new", tmp_path / "site")
    assert seen == [b"new", b"old"]
    monkeypatch.undo()
    staging._flush(tmp_path)


def test_scratch_is_empty_and_gone_afterwards_and_heals_what_was_left(tmp_path: Path) -> None:
    put(tmp_path, {"scratch/left-over": b"x", "scratch/read-only/x": b"x", ".lock/x": b"x"})
    (tmp_path / "scratch/read-only").chmod(0o500)
    with staging.scratch(tmp_path) as folder:
        assert not list(folder.iterdir())
        put(folder, {"x": b""})
    assert not (tmp_path / "scratch").exists()
    put(tmp_path, {"scratch": b"a file"})
    with staging.scratch(tmp_path) as folder:
        assert not list(folder.iterdir())


@pytest.mark.parametrize("during", ["mkdir", "rmtree"])
def test_scratch_is_gone_also_where_the_program_is_told_to_end_just_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, during: str
) -> None:
    owner = {"mkdir": Path, "rmtree": shutil}[during]
    real, told = getattr(owner, during), []

    def ends(*given: Any, **more: Any) -> None:
        if during == "mkdir":
            real(*given, **more)
        if not told and given[0] == tmp_path / "scratch":
            told.append(given)
            raise SystemExit(143)
        if during == "rmtree":
            real(*given, **more)

    monkeypatch.setattr(owner, during, ends)
    with pytest.raises(SystemExit), staging.scratch(tmp_path) as folder:
        put(folder, {"x": b""})
    assert told
    assert not (tmp_path / "scratch").exists()


def _has_it(build: Path) -> None:
    with staging.scratch(build) as folder:
        (folder.parent / "had").write_bytes(b"")


def test_a_program_that_outlives_its_builder_is_waited_for(tmp_path: Path) -> None:
    code = f"""
import os, subprocess, sys
from pathlib import Path
from generator import staging
with staging.scratch(Path({str(tmp_path)!r})):
    engine = subprocess.Popen([sys.executable, "-c", "input()"], stdin=0, close_fds=False)
    print("started", flush=True)
    os._exit(9)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as builder:
        assert builder.stdin
        assert builder.stdout
        assert builder.stdout.readline() == b"started\n"
        builder.wait()
        next_one = multiprocessing.get_context("fork").Process(target=_has_it, args=(tmp_path,))
        next_one.start()
        time.sleep(0.3)
        assert not (tmp_path / "had").exists()
        builder.stdin.write(b"go on\n")
        builder.stdin.close()
        next_one.join(20)
        assert (tmp_path / "had").exists()
