"""The preview: shows the site, follows an edit, survives a broken one."""

import os
import resource
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from tests.build.project import make

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except (urllib.error.URLError, TimeoutError):
        return ""


def wait_until(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 120  # of a machine with much else to do
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.1)


@contextmanager
def served(project: Path, log: Path) -> Iterator[tuple[str, int]]:
    """A preview's address and the id of its process, once the site is there."""
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with log.open("w") as output, subprocess.Popen(command, cwd=project, env=environment, stdout=output, stderr=output) as server:
        try:
            wait_until(lambda: "The garden" in get(home), "the site is served")
            yield home, server.pid
        finally:
            server.terminate()
            server.wait(10)


def test_a_disk_without_room_is_told_and_the_preview_goes_on(tmp_path: Path) -> None:
    project = make(tmp_path / "project")
    log = tmp_path / "log"
    with served(project, log) as (home, process):
        unlimited = resource.prlimit(process, resource.RLIMIT_FSIZE, (8_000, resource.RLIM_INFINITY))  # no longer file can be written
        (project / "docs/about.md").write_text("# Without room\n\n" + "Much. " * 2_000, "utf-8")
        wait_until(lambda: "Not rebuilt" in log.read_text("utf-8"), "the fault is told")
        assert "How to read" in get(home + "about/")
        resource.prlimit(process, resource.RLIMIT_FSIZE, unlimited)
        (project / "docs/about.md").write_text("# With room\n", "utf-8")
        wait_until(lambda: "With room" in get(home + "about/"), "the next change shows")
        assert "Traceback" not in log.read_text("utf-8")
    assert not (project / "build/scratch").exists()


def test_an_edit_shows_and_a_broken_one_keeps_the_last_good_site(tmp_path: Path) -> None:
    project = make(tmp_path / "project")
    log = tmp_path / "log"
    with served(project, log) as (home, _):
        page = get(home)
        script = page.rpartition("<script>")[2].partition("</script>")[0]
        assert "livereload" in script
        assert b64encode(sha256(script.encode()).digest()).decode() in page, "the policy lets it run"
        talk = project / "seeds/compost-talk.md"
        talk.write_text(talk.read_text("utf-8").replace("stinks of ammonia", "smells of ammonia"), "utf-8")
        wait_until(lambda: "smells of" in get(home + "sources/compost-talk/"), "a change of a seed shows")
        (project / "docs/about.md").write_text("[x](gone.md)\n", "utf-8")
        wait_until(lambda: "docs/about.md:1: A link leads nowhere" in log.read_text("utf-8"), "the mistake is told")
        wait_until(lambda: "Not rebuilt" in log.read_text("utf-8"), "the mistake is told")
        assert "How to read" in get(home + "about/")
        (project / "docs/about.md").write_text("# Mended\n", "utf-8")
        wait_until(lambda: "Mended" in get(home + "about/"), "the mended page shows")
        assert "Traceback" not in log.read_text("utf-8")
        assert not (project / "site").exists(), "the preview is not the site"
