"""The real project, built once and served under /seedbed/ as GitHub Pages serves a project, and a browser to look at it."""

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

ROOT = Path(__file__).parents[2]
#: A browser that asks nothing of anybody but the page.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-default-apps",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Quietly(http.server.SimpleHTTPRequestHandler):
    """Serves files without telling each."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A web server: its address, and the folder that it serves."""
    root = tmp_path_factory.mktemp("served")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Quietly(*a, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", root
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served(server: tuple[str, Path], site: Path) -> str:
    """The address of the served site's home."""
    address, root = server
    (root / "seedbed").symlink_to(site, target_is_directory=True)
    return f"{address}/seedbed/"


@pytest.fixture(scope="session")
def site(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished site, built for the address where it is served: the theme goes from page to page only there."""
    output = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "generator", "build", "--strict", "--output", str(output), "--site-url", f"{server[0]}/seedbed/"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return output / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "the browser tests need a Chromium: apt-get install chromium, or name one with CHROMIUM=/path/to/it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
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
