"""Runs MkDocs on a folder of Markdown, and serves a finished site with live reload. Knows nothing of what the pages say."""

import hashlib
import json
import re
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mkdocs.livereload import LiveReloadServer

from generator.report import Location, Problem, Severity

#: Where this package lies, for the program that it starts.
_PACKAGE = Path(__file__).resolve().parents[1]
#: What MkDocs says of links is left to `links`, which looks at the finished pages and so sees every kind of link; what it says of
#: pages that the navigation names is left to `config`, which knows the line.
_OF_LINKS = re.compile(r"^Doc file '.*' contains an? .*link|^A reference to '.*' is included in the 'nav' configuration, which is not")
_LINE = re.compile(r"\bline (\d+)")


class Made(NamedTuple):
    """What a run made: what MkDocs has against it, the address that the site is made for, and a key of what each HTML page is made of."""

    problems: tuple[Problem, ...]
    site_url: str
    keys: Mapping[str, str] = MappingProxyType({})


def run(config: Path, docs: Path, site: Path, *, cache: Path, as_of: str, site_url: str = "") -> Made:
    """Build a folder of Markdown into an empty folder `site`, rendering only the pages that the folder `cache` does not hold.

    `as_of`: ISO date that stands for today; `site_url`: other than configured.
    """
    shown = config.as_posix()
    settings = {"config_file": str(config), "docs_dir": str(docs.resolve()), "site_dir": str(site.resolve()), "epoch": str(_epoch(as_of))}
    settings["cache"] = str(cache.resolve())
    if site_url:
        settings["site_url"] = site_url
    done = start("generator.mkdocs_process", settings, config.resolve().parent)
    if done.returncode:
        return Made((failed("MkDocs", done, shown),), site_url)
    answer = json.loads(done.stdout)
    problems = (_problem(level, message, shown) for level, message in answer["messages"] if not _OF_LINKS.match(message))
    return Made(tuple(problems), answer["site_url"], answer["keys"])


class _Server(LiveReloadServer):
    """MkDocs' server. The script that it puts into a page is named in the page's policy too, or no browser would run it."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]  # MkDocs leaves it without types
        script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
        named = b"script-src 'sha256-%b'" % b64encode(hashlib.sha256(script).digest())
        return page.replace(b"script-src", named, 1)


def start(program: str, settings: Mapping[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of this package by its module's name, with its settings on standard input, in the project's folder."""
    # -P: the folder that it starts in is no place to import from. That is the project, so that the configuration's own paths hold.
    code = f"import sys, runpy; sys.path.insert(0, {str(_PACKAGE)!r}); runpy.run_module({program!r}, run_name='__main__')"
    command = [sys.executable, "-P", "-X", "utf8", "-c", code]
    # close_fds: it holds the lock of the folder that it writes to (`staging`), in case it outlives this program.
    return subprocess.run(command, input=json.dumps(settings), capture_output=True, encoding="utf-8", cwd=folder, close_fds=False)


def failed(engine: str, done: subprocess.CompletedProcess[str], shown: str) -> Problem:
    """That an engine's program failed: by itself, or because the system ended it."""
    if done.returncode > 0:
        return stopped(engine, done.stderr, shown)
    wrong = f"{engine} was ended by the system (signal {-done.returncode})."
    return Problem("engine-stopped", Location(shown), wrong, "Run it again, with more memory if that was short.")


def stopped(engine: str, errors: str, shown: str) -> Problem:
    """That an engine stopped, with the last line of what it said."""
    last = errors.strip().rsplit("\n", 1)[-1] or "no reason given"
    right = "Mend what it names: the disk, the configuration or the templates that it uses."
    return Problem("engine-stopped", Location(shown), f"{engine} stopped: {_one_line(last)}", right)


def refusal(host: str, port: int) -> str:
    """Why the system would not let a server listen there; empty if it would."""
    try:
        with socket.create_server((host, port)):
            return ""
    except OSError as error:
        return (error.strerror or str(error)).partition(" (while")[0]  # what Python adds of the address stands beside it anyway


def serve(rebuild: Callable[[], None], site: Path, watched: Iterable[Path], *, host: str, port: int) -> None:
    """Serve a folder until interrupted; `rebuild` runs after a change in what is watched, then open pages reload."""
    server = _Server(rebuild, host, port, str(site))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves this one method without types
    except KeyboardInterrupt:
        return
    finally:
        server.shutdown()


def _epoch(as_of: str) -> int:
    """Seconds since 1970 of an ISO date of any precision; 0 where there is none."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?.*", as_of)
    if not parts:
        return 0
    year, month, day = (int(part or 1) for part in parts.groups())
    return max(0, int(datetime(year, month, day, tzinfo=UTC).timestamp()))


def _problem(level: str, message: str, shown: str) -> Problem:
    line = _LINE.search(message)
    severity = Severity.WARNING if level == "WARNING" else Severity.ERROR
    wrong = f"MkDocs says: {_one_line(message)}"
    return Problem("engine", Location(shown, int(line[1]) if line else 0), wrong, "Mend the configuration or the page it names.", severity)


def _one_line(message: str) -> str:
    flat = " ".join(message.split())
    return flat if flat.endswith((".", "!", "?")) else flat + "."
