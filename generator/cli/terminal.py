"""What all commands share: their options, and how problems and results are printed. No command lives here."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from generator.places import Places
from generator.report import Problem, Report, Severity

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "dim"}

Seeds = Annotated[Path | None, typer.Option("--seeds", metavar="DIR", help="Folder of sources.  [default: seeds/ of the project]")]
Project = Annotated[Path, typer.Option("--project", metavar="DIR", help="Folder with mkdocs.yml, docs/ and templates/.")]
Output = Annotated[Path | None, typer.Option("--output", metavar="DIR", help="Folder for build/ and site/.  [default: the project]")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings stop the build too.")]
Engine = Annotated[Literal["mkdocs", "zensical"], typer.Option("--engine", help="What makes pages of the Markdown.")]
SiteUrl = Annotated[str, typer.Option(metavar="URL", envvar="SITE_URL", help="Where the site will stand.  [default: as in mkdocs.yml]")]


def places_of(seeds: Path | None, project: Path, output: Path | None = None) -> Places:
    """Where a command reads and writes; None: the usual folder of the project."""
    return Places(project, seeds or project / "seeds", output or project)


def tell(report: Report) -> None:
    """Print every problem, a line each, on standard error."""
    for problem in report.problems:
        err.print(_line(problem))


def fail(report: Report, *, strict: bool = False, consequence: str = "") -> NoReturn:
    """Say how many problems there are and what follows from them, and end with exit code 1."""
    counts = Counter(problem.severity for problem in report.problems)
    counted = [f"{counts[s]} {s.value}{'s' if counts[s] > 1 else ''}" for s in (Severity.ERROR, Severity.WARNING) if counts[s]]
    hint = " (--strict lets warnings count)" if strict and not counts[Severity.ERROR] else ""
    err.print(f"{', '.join(counted)}{hint}.{consequence}")
    raise typer.Exit(1)


def _line(problem: Problem) -> Text:
    weight = "" if problem.severity is Severity.ERROR else f"{problem.severity.value}: "
    place = Text(f"{problem.location}: ", style="bold")
    return place + Text(f"{weight}{problem.wrong} ", style=_STYLES[problem.severity]) + Text(problem.right)
