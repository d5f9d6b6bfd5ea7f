"""The hostile project, built once for all workers; server and browser are those of the other tests of a finished site."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.project import hostile
from tests.site.conftest import HOST, ROOT, browser, context, kinds, served, server

__all__ = ["browser", "context", "kinds", "served", "server"]  # fixtures, which pytest finds by their names here


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder with `site` and `build` of the hostile project."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "hostile"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").is_dir():
            command = [sys.executable, "-m", "generator", "build", "--project", str(hostile(folder)), "--site-url", f"{HOST}/seedbed/"]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
            assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The folder of the finished site."""
    return built / "site"
