"""What all commands share: their options, and how problems and results are printed. No command lives here."""

import errno
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from generator import disk
from generator.places import Places
from generator.report import Location, Problem, Report, Severity

#: What a terminal obeys instead of showing it (C0 and C1 controls), or what turns round the line; no text of a source may.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class _Screen(Console):
    """A console on which such characters are seen as what they are, `\\u001b`; the styles of the program stay."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else _OBEYED.sub(lambda m: f"\\u{ord(m.group()):04x}", text), style, control)


out = _Screen(highlight=False, soft_wrap=True)
err = _Screen(stderr=True, highlight=False, soft_wrap=True)
#: What to do about what a system refuses, by the error's number.
_REMEDIES = {
    errno.ENOSPC: "Make room on this disk, then run it again.",
    errno.EDQUOT: "Make room in your share of this disk, then run it again.",
    errno.EROFS: "Make this disk writable, or write elsewhere: --output DIR",
    errno.EACCES: "Give yourself the right to read and write it, or write elsewhere: --output DIR",
    errno.EPERM: "Give yourself the right to read and write it, or write elsewhere: --output DIR",
    errno.EXDEV: "build/ and site/ must lie on one disk, so that one can take the place of the other: --output DIR",
    errno.EBUSY: "It is in use, or a disk of its own, which nothing can take the place of: write elsewhere with --output DIR",
}
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


def refused(error: OSError) -> None:
    """Print what the system refused: permission, room on the disk."""
    path = disk.shown(Path(error.filename)) if isinstance(error.filename, str) else "."
    right = _REMEDIES.get(error.errno or 0, "Look at the disk, then run it again.")
    tell(Report.of([Problem("refused", Location(path), f"{error.strerror or error}.", right)]))


def _line(problem: Problem) -> Text:
    weight = "" if problem.severity is Severity.ERROR else f"{problem.severity.value}: "
    place = Text(f"{problem.location}: ", style="bold")
    return place + Text(f"{weight}{problem.wrong} ", style=_STYLES[problem.severity]) + Text(problem.right)
