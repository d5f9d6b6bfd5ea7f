"""Runs MkDocs on a folder of Markdown, and serves a finished site with live reload. Knows nothing of what the pages say."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.report import Location, Problem, Severity

_PROGRAM = Path(__file__).with_name("mkdocs_process.py")
#: What MkDocs says of links is left to `links`, which looks at the finished pages and so sees every kind of link.
_OF_LINKS = re.compile(r"^Doc file '.*' contains an? .*link")
_LINE = re.compile(r"\bline (\d+)")


def run(config: Path, docs: Path, site: Path, *, as_of: str, site_url: str = "") -> tuple[tuple[Problem, ...], str]:
    """Build a folder of Markdown into a folder `site`. `as_of`: ISO date that stands for today; `site_url`: other than configured.

    Returns what MkDocs has against it, and the address that the site is made for.
    """
    shown = config.as_posix()
    settings = {"config_file": str(config), "docs_dir": str(docs.resolve()), "site_dir": str(site.resolve()), "epoch": str(_epoch(as_of))}
    if site_url:
        settings["site_url"] = site_url
    # -P: this program's folder is no place to import from; its cwd is the project, so that the configuration's own paths hold.
    command = [sys.executable, "-P", "-X", "utf8", str(_PROGRAM.resolve())]
    done = subprocess.run(command, input=json.dumps(settings), capture_output=True, encoding="utf-8", cwd=config.resolve().parent)
    if done.returncode:
        return (_stopped(done.stderr, shown),), site_url
    answer = json.loads(done.stdout)
    problems = (_problem(level, message, shown) for level, message in answer["messages"] if not _OF_LINKS.match(message))
    return tuple(problems), answer["site_url"]


def serve(rebuild: Callable[[], None], site: Path, watched: Iterable[Path], *, host: str, port: int) -> None:
    """Serve a folder until interrupted; `rebuild` runs after a change in what is watched, then open pages reload."""
    server = LiveReloadServer(rebuild, host, port, str(site))
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


def _stopped(errors: str, shown: str) -> Problem:
    last = errors.strip().rsplit("\n", 1)[-1] or "no reason given"
    right = "Mend what it names in the configuration or the templates that it uses."
    return Problem("engine-stopped", Location(shown), f"MkDocs stopped: {_one_line(last)}", right)


def _one_line(message: str) -> str:
    flat = " ".join(message.split())
    return flat if flat.endswith((".", "!", "?")) else flat + "."
