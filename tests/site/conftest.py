"""The real project, built once for all workers and served under /seedbed/ as GitHub Pages serves a project, and a browser to look at it."""

import fcntl
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

ROOT = Path(__file__).parents[2]
#: A browser that asks nothing of anybody but the page.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-default-apps",
)  # fmt: skip
#: The site's address whatever port a worker serves it at: its browser is told where that is. Browsers trust this name as they trust HTTPS.
HOST = "http://seedbed.localhost"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Quietly(http.server.SimpleHTTPRequestHandler):
    """Serves files without telling each."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the finished site, which the first worker builds, for the address where it is served: the theme goes from page to
    page only there."""
    base = tmp_path_factory.getbasetemp()
    output = (base if worker_id == "master" else base.parent) / "built"
    with output.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (output / "site").is_dir():
            command = [sys.executable, "-m", "generator", "build", "--strict", "--output", str(output), "--site-url", f"{HOST}/seedbed/"]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
            assert done.returncode == 0, done.stderr
    return output / "site"


@pytest.fixture(scope="session")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A web server of the site: where it listens."""
    root = tmp_path_factory.mktemp("served")
    (root / "seedbed").symlink_to(site, target_is_directory=True)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Quietly(*a, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served() -> str:
    """The address of the site's home, as the browser knows it."""
    return f"{HOST}/seedbed/"


@pytest.fixture(scope="session")
def kinds(site: Path) -> list[str]:
    """The addresses of every kind of page: all that stand alone, all sources, and the largest of each folder of many."""
    largest: dict[str, str] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        folder, _, rest = address.partition("/")
        largest[folder if rest and folder != "sources" else address] = address
    return sorted(largest.values())


@pytest.fixture(scope="session")
def browser(playwright: Playwright, server: str) -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "the browser tests need a Chromium: apt-get install chromium, or name one with CHROMIUM=/path/to/it"
    here = f"--host-resolver-rules=MAP {HOST.removeprefix('http://')}:80 {server}"
    browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, here])
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser as a new reader has it, 1440 pixels wide."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)  # a machine that is busy with other tests is slow, not wrong
    yield context
    context.close()
