"""Runs MkDocs on a folder of Markdown, and serves a finished site with live reload. Knows nothing of what the pages say."""

import hashlib
import json
import re
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from mkdocs.livereload import LiveReloadServer

from generator.report import Location, Problem, Severity

#: Where this package lies, for the program that it starts.
_PACKAGE = Path(__file__).resolve().parents[1]
#: What MkDocs says of links is left to `links`, which looks at the finished pages and so sees every kind of link; what it says of
#: pages that the navigation names is left to `config`, which knows the line.
_OF_LINKS = re.compile(r"^Doc file '.*' contains an? .*link|^A reference to '.*' is included in the 'nav' configuration, which is not")
_LINE = re.compile(r"\bline (\d+)")


#: Entries of the search index: location, title, text.
Entries = list[dict[str, Any]]


class Made(NamedTuple):
    """What a run made: what MkDocs has against it, the address that the site is made for, and a key of what each HTML page is made of.

    `entries`: those of the search index, by page, without new pages where anything was wrong with them. `taken`: pages that were not
    written, because they stand already as they would be made.
    """

    problems: tuple[Problem, ...]
    site_url: str
    keys: Mapping[str, str] = MappingProxyType({})
    entries: Mapping[str, Entries] = MappingProxyType({})
    taken: frozenset[str] = frozenset()


class Task(NamedTuple):
    """What an engine is to do: build a folder of Markdown into a folder `site` that is empty or not there yet.

    Only pages are rendered that neither stand already (`standing`: key and entries by path of the HTML page) nor lie in the folder `cache`.
    `as_of`: ISO date that stands for today; `site_url`: other than configured; `whole`: the Markdown paths of pages whose every section is
    wanted in the search index, of all others only their title.
    """

    config: Path
    docs: Path
    site: Path
    cache: Path
    as_of: str
    site_url: str = ""
    whole: frozenset[str] = frozenset()
    standing: Mapping[str, tuple[str, Entries]] = MappingProxyType({})


#: How a task is done.
Run = Callable[[Task], Made]


@contextmanager
def ready(config: Path) -> Iterator[Run]:
    """MkDocs for one task: its program loads while there is other work to do."""
    process = begin("generator.mkdocs_process", config.resolve().parent)
    try:
        yield partial(_run, process)
    finally:
        end(process)


@contextmanager
def always_ready(config: Path) -> Iterator[Callable[[Path], AbstractContextManager[Run]]]:
    """`ready` for one task after another: the program for the next one is loaded when the last one is done, but not after a fault."""
    waiting = [begin("generator.mkdocs_process", config.resolve().parent)]

    @contextmanager
    def next_one(_: Path) -> Iterator[Run]:
        process = waiting.pop() if waiting else begin("generator.mkdocs_process", config.resolve().parent)
        try:
            yield partial(_run, process)
        finally:
            end(process)
        waiting.append(begin("generator.mkdocs_process", config.resolve().parent))

    try:
        yield next_one
    finally:
        for process in waiting:
            end(process)


def _run(process: "subprocess.Popen[str]", task: Task) -> Made:
    shown = task.config.as_posix()
    settings: dict[str, Any] = {"config_file": str(task.config), "docs_dir": str(task.docs.resolve()), "site_dir": str(task.site.resolve())}
    settings |= {"epoch": str(_epoch(task.as_of)), "cache": str(task.cache.resolve())}
    settings |= {"standing": dict(task.standing), "whole": sorted(task.whole)}
    if task.site_url:
        settings["site_url"] = task.site_url
    done = finish(process, settings)
    if done.returncode:
        return Made((failed("MkDocs", done, shown),), task.site_url)
    answer = json.loads(done.stdout)
    problems = (_problem(level, message, shown) for level, message in answer["messages"] if not _OF_LINKS.match(message))
    return Made(tuple(problems), answer["site_url"], answer["keys"], answer["entries"], frozenset(answer["taken"]))


class _Server(LiveReloadServer):
    """MkDocs' server. The script that it puts into a page is named in the page's policy too, or no browser would run it."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]  # MkDocs leaves it without types
        script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
        named = b"script-src 'sha256-%b'" % b64encode(hashlib.sha256(script).digest())
        return page.replace(b"script-src", named, 1)


def begin(program: str, folder: Path) -> "subprocess.Popen[str]":
    """Start a program of this package by its module's name, in the project's folder. It waits for its settings (`finish`)."""
    # -P: the folder that it starts in is no place to import from. That is the project, so that the configuration's own paths hold.
    code = f"import sys, runpy; sys.path.insert(0, {str(_PACKAGE)!r}); runpy.run_module({program!r}, run_name='__main__')"
    command = [sys.executable, "-P", "-X", "utf8", "-c", code]
    # close_fds: it holds the lock of the folder that it writes to (`staging`), in case it outlives this program.
    pipe, folder = subprocess.PIPE, folder if folder.is_dir() else Path()
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8", cwd=folder, close_fds=False)


def finish(process: "subprocess.Popen[str]", settings: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
    """Give a program its settings on standard input, and wait for its answer."""
    said, errors = process.communicate(json.dumps(settings))
    return subprocess.CompletedProcess(process.args, process.returncode, said, errors)


def end(process: "subprocess.Popen[str]") -> None:
    """End a program that has had nothing to do; one that is done is left alone."""
    if process.poll() is None:
        process.kill()
        process.communicate()


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
