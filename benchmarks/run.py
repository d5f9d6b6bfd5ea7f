"""What a build costs at several sizes, beside other programs on the same Markdown: `make bench`, `make bench SIZES="100 1000 10000"`.

Everything is measured in one run, one thing after another, as seconds of this machine and as a ratio to MkDocs with the same theme on the
same Markdown. Seconds of CPU stand beside the seconds of the clock: on a machine that does other work as well they say more. A program that
is not installed is left out with a word. `python -m benchmarks.run SIZE… [--only generator]`
"""

import argparse
import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus

ROOT = Path(__file__).parents[1]
#: One more source than there are, and a note with one more paragraph: what a curator does most.
ADDED = "---\ntitle: The one that came last\nkind: insights\ndate: 2026-01-05\n---\n- Evals are what a team looks at before it ships.\n"
NOTE, EDITED = Path("docs/topics/evals.md"), "\nA paragraph more.\n"
#: Bare templates: Hugo renders the Markdown, and nothing else.
HUGO = {
    "hugo.toml": 'disableKinds = ["taxonomy", "term", "RSS"]\n[markup.goldmark.renderer]\nunsafe = true\n',
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n",
    "layouts/index.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n",
}
GENERATOR = (
    "import sys; from pathlib import Path; from generator import disk, publishing; from generator.places import Places; "
    "places = Places(Path(sys.argv[1]), Path(sys.argv[1]) / 'seeds', Path(sys.argv[1])); "
    "built = publishing.worked_out(places, publishing.gather(places)); disk.write(places.pages, built.files, prune=True)"
)
ZENSICAL = (
    "import sys; from pathlib import Path; from generator import zensical_engine; project, site = map(Path, sys.argv[1:]); "
    "from generator.engine import Task; made = zensical_engine.run(Task(project / 'mkdocs.yml', project / 'build/docs', site, site, '')); "
    "sys.exit('; '.join(problem.wrong for problem in made.problems) or None)"
)


class Cost(NamedTuple):
    """What a command took: seconds by the clock, seconds of CPU with its children, peak memory of its largest process in MB."""

    seconds: float
    cpu: float
    memory: float


def cost(*command: str | Path, cwd: Path = ROOT) -> Cost:
    """Run a command that must succeed."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command[0]} failed:\n{said.read().decode()[-3000:]}")
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def project(folder: Path, size: int) -> Path:
    """The project with its own notes and templates, and as many made-up sources."""
    for name in ("docs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    corpus.write(folder / "seeds", size)
    return folder


def built(place: Path) -> Cost:
    return cost(sys.executable, "-m", "generator", "build", "--project", place)


def measured(size: int, place: Path, *, only: str) -> Iterator[tuple[str, Cost]]:
    """Every measurement, by name, as it is made."""
    yield "generator, cold", cost(sys.executable, "-c", GENERATOR, place)
    if only == "generator":
        return
    yield "generator, nothing changed", cost(sys.executable, "-c", GENERATOR, place)
    shutil.rmtree(place / "build/cache")
    yield "build, cold", built(place)
    yield "build, nothing changed", built(place)
    (place / "seeds/one-more.md").write_text(ADDED, encoding="utf-8")
    yield "build, one seed added", built(place)
    note = place / NOTE
    note.write_text(note.read_text(encoding="utf-8") + EDITED, encoding="utf-8")
    yield "build, one note edited", built(place)
    yield from others(place)


def others(place: Path) -> Iterator[tuple[str, Cost]]:
    """Other programs on the Markdown that the generator wrote."""
    away = place / "others"
    yield MKDOCS, cost(sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", away / "mkdocs", cwd=place)
    if find_spec("zensical"):
        away.mkdir(exist_ok=True)
        yield "Zensical, cold", cost(sys.executable, "-c", ZENSICAL, place, away / "zensical/site")
    if hugo := os.environ.get("HUGO") or shutil.which("hugo"):
        shutil.copytree(place / "build/docs", away / "hugo/content")
        for index in (away / "hugo/content").rglob("index.md"):
            index.rename(index.with_name("_index.md"))
        for name, text in HUGO.items():
            (away / "hugo" / name).parent.mkdir(parents=True, exist_ok=True)
            (away / "hugo" / name).write_text(text, encoding="utf-8")
        yield "Hugo, bare templates", cost(hugo, "--quiet", cwd=away / "hugo")


MKDOCS = "MkDocs on the same Markdown"


def weight(site: Path) -> tuple[int, int]:
    """Files of a site and their bytes."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def searched(site: Path, query: str) -> tuple[int, int] | None:
    """Bytes that one search loads in a browser: index and worker, and whatever they ask for; as they are, and as a web server packs them.

    None without a browser.
    """
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        return None
    from playwright.sync_api import sync_playwright

    loaded: set[str] = set()
    with serving(site) as address, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"]).new_page()
        page.set_default_timeout(120_000)
        page.context.on("response", lambda answer: loaded.add(answer.url.removeprefix(address).partition("?")[0]))
        page.goto(address)
        page.keyboard.press("/")
        page.get_by_role("textbox", name="Search").press_sequentially(query)
        page.locator(".md-search-result__link").first.wait_for()
        page.wait_for_timeout(1000)
    files = [(site / url).read_bytes() for url in loaded if "/search" in f"/{url}"]
    return sum(map(len, files)), sum(len(gzip.compress(data)) for data in files)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quietly, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quietly(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def told(size: int, only: str) -> None:
    """Measure one size and print it."""
    with tempfile.TemporaryDirectory(prefix="seedbed-bench-") as folder:
        place = project(Path(folder) / "project", size)
        print(f"\n{size:,} sources, {weight(place / 'seeds')[1] / 1e6:.1f} MB of text", flush=True)
        costs: dict[str, Cost] = {}
        for name, taken in measured(size, place, only=only):
            costs[name] = taken
            print(f"  {name:32}{taken.seconds:9.1f} s{taken.cpu:9.1f} s of CPU{taken.memory:8.0f} MB", flush=True)
        if only == "generator":
            return
        base = costs[MKDOCS]
        print("  as ratios to MkDocs (CPU): " + ", ".join(f"{name} {taken.cpu / base.cpu:.2f}" for name, taken in costs.items()))
        files, size_of_site = weight(place / "site")
        pages = sum(1 for _ in (place / "site").rglob("*.html"))
        print(f"  the site: {pages:,} pages, {files:,} files, {size_of_site / 1e6:.1f} MB")
        found = searched(place / "site", "inference speed")
        loads = f"{found[0] / 1000:.0f} kB, {found[1] / 1000:.0f} kB over the wire" if found else "not measured, there is no browser"
        print(f"  one search loads: {loads}", flush=True)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run")
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--only", choices=["generator"], default="")
    given = parser.parse_args(arguments)
    for name, there in (("Zensical", find_spec("zensical")), ("Hugo", os.environ.get("HUGO") or shutil.which("hugo"))):
        if not there:
            print(f"{name} is not installed and is left out.")
    for size in given.sizes:
        told(size, given.only)


if __name__ == "__main__":
    main(sys.argv[1:])
