"""The commands of `seedbed`: reads options, prints problems and results, sets exit codes. Nothing else prints."""

import logging
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from generator import __version__, engine
from generator import build as pipeline
from generator.places import Places
from generator.report import Problem, Report, Severity


def _examples(*commands: str) -> str:
    return "Examples:\n\n" + "\n".join(f"- `seedbed {command}`" for command in commands)


app = typer.Typer(
    name="seedbed",
    help="A static site generator for curated newsletters and knowledge bases: every line leads back to its source.",
    epilog=_examples("build", "serve", "check --seeds ../inbox"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "dim"}

Seeds = Annotated[Path | None, typer.Option("--seeds", metavar="DIR", help="Folder of sources.  [default: seeds/ of the project]")]
Project = Annotated[Path, typer.Option("--project", metavar="DIR", help="Folder with mkdocs.yml, docs/ and templates/.")]
Output = Annotated[Path | None, typer.Option("--output", metavar="DIR", help="Folder for build/ and site/.  [default: the project]")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings stop the build too.")]
SiteUrl = Annotated[str, typer.Option(metavar="URL", envvar="SITE_URL", help="Where the site will stand.  [default: as in mkdocs.yml]")]


@app.callback(invoke_without_command=True)
def _start(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    if version:
        _out.print(f"seedbed {__version__}")
        raise typer.Exit


@app.command(epilog=_examples("build", "build --strict", "build --seeds ../inbox --output /tmp/trial"))
def build(
    seeds: Seeds = None, project: Project = Path(), output: Output = None, strict: Strict = False, site_url: SiteUrl = ""
) -> None:  # fmt: skip
    """Build the site from the sources. With any error the last good site stays as it is, and the exit code is 1."""
    places = _places(seeds, project, output)
    began = perf_counter()
    with _err.status("Building …"):
        built, report = pipeline.publish(places, strict=strict, site_url=site_url)
    _tell(report)
    if report.failed(strict=strict):
        _fail(report, strict=strict, consequence=" The site was not changed.")
    pages = sum(file.path.endswith(".md") for file in built.files)
    sources = len(built.library.documents)
    _out.print(f"{pages} pages from {sources} sources in {perf_counter() - began:.1f} s: {(places.site / 'index.html').resolve()}")


@app.command(epilog=_examples("check", "check --strict", "check --seeds ../inbox"))
def check(
    seeds: Seeds = None, project: Project = Path(), output: Output = None, strict: Strict = False, site_url: SiteUrl = ""
) -> None:  # fmt: skip
    """Do everything that build does, links included, but write no site. The exit code is 1 if a build would fail."""
    with _err.status("Checking …"):
        built, report = pipeline.check(_places(seeds, project, output), site_url=site_url)
    _tell(report)
    if report.failed(strict=strict):
        _fail(report, strict=strict)
    _out.print(f"{len(built.library.documents)} sources, {len(built.library.vocabulary.concepts)} concepts: all is well.")


@app.command(epilog=_examples("serve", "serve --port 9000", "serve --seeds ../inbox"))
def serve(
    seeds: Seeds = None,
    project: Project = Path(),
    output: Output = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
) -> None:
    """Preview the site and rebuild it when a file of seeds/, docs/ or templates/ changes. A broken edit keeps the last good preview."""
    places = _places(seeds, project, output)
    preview = places.build / "preview"
    if refusal := engine.refusal(host, port):
        _err.print(Text(f"{host}:{port} cannot be listened on: {refusal}.", style="bold red"))
        _err.print(f"End what listens there, or take another port: seedbed serve --port {port + 1 if port < 65535 else 8000}")
        raise typer.Exit(1)

    def rebuild() -> None:
        began = perf_counter()
        _, report = pipeline.publish(places, site=preview, site_url=f"http://{host}:{port}/")
        _tell(report)
        _err.print("Not rebuilt: mend the above." if report.failed() else f"Rebuilt in {perf_counter() - began:.1f} s.")

    rebuild()
    watched = [path for path in (places.seeds, places.docs, places.templates, places.config) if path.exists()]
    _log_of_server()
    engine.serve(rebuild, preview, watched, host=host, port=port)


@app.command(epilog=_examples("issue", "issue --date 2024-06-30"))
def issue(
    seeds: Seeds = None,
    project: Project = Path(),
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Its day.  [default: that of the newest source]")
    ] = None,
) -> None:  # fmt: skip
    """Draft an issue of the newsletter in docs/issues: its new sources, and what there is to cite. A file that is there stays as it is."""
    with _err.status("Drafting …"):
        path, report = pipeline.new_issue(_places(seeds, project, None), day=date.date().isoformat() if date else "")
    _tell(report)
    if report.failed():
        _fail(report, consequence=" No issue was written.")
    _out.print(f"{path}: drafted. Write your words into it, then build; the letters come into build/mail.")


def main() -> None:
    """Run the program. What the machine refuses (permission, a full disk, a busy port) is told in a line, not in a traceback."""
    try:
        app(prog_name="seedbed")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _err.print(Text(f"{where}{error.strerror or error}. Nothing more was done.", style="bold red"))
        sys.exit(1)


def _places(seeds: Path | None, project: Path, output: Path | None) -> Places:
    return Places(project, seeds or project / "seeds", output or project)


def _tell(report: Report) -> None:
    for problem in report.problems:
        _err.print(_line(problem))


def _line(problem: Problem) -> Text:
    weight = "" if problem.severity is Severity.ERROR else f"{problem.severity.value}: "
    place = Text(f"{problem.location}: ", style="bold")
    return place + Text(f"{weight}{problem.wrong} ", style=_STYLES[problem.severity]) + Text(problem.right)


def _fail(report: Report, *, strict: bool = False, consequence: str = "") -> None:
    counts = Counter(problem.severity for problem in report.problems)
    counted = [f"{counts[s]} {s.value}{'s' if counts[s] > 1 else ''}" for s in (Severity.ERROR, Severity.WARNING) if counts[s]]
    hint = " (--strict lets warnings count)" if strict and not counts[Severity.ERROR] else ""
    _err.print(f"{', '.join(counted)}{hint}.{consequence}")
    raise typer.Exit(1)


def _log_of_server() -> None:
    """Let the preview's server say what it does: where it is, that it saw a change."""
    handler = logging.StreamHandler()
    logger = logging.getLogger("mkdocs.livereload")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
