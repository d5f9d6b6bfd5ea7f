"""The command that examines a project and its machine: doctor. What is looked at is decided in `doctor`."""

import json
import sys
from importlib.metadata import distributions
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from generator import disk
from generator.cli.terminal import Output, Project, Seeds, out, places_of
from generator.doctor import Finding, Machine, State, examine

_STYLES = {State.OK: "green", State.WARN: "yellow", State.FAULT: "bold red"}
#: What Debian, other systems and Google call it.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

Browser = Annotated[str, typer.Option(metavar="PATH", envvar="CHROMIUM", help="The browser of the tests.  [default: found by its name]")]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]


def doctor(seeds: Seeds = None, project: Project = Path(), output: Output = None, chromium: Browser = "", as_json: Json = False) -> None:
    """Look at what a project needs: Python, packages, configuration, sizes, GitHub Pages. With a fault the exit code is 1."""
    packages = {str(found.metadata["Name"]).lower().replace("_", "-").replace(".", "-"): found.version for found in distributions()}
    machine = Machine(sys.version_info[:3], packages, chromium or disk.program(_BROWSERS))
    findings = examine(places_of(seeds, project, output), machine)
    if as_json:
        sys.stdout.write(json.dumps([finding._asdict() for finding in findings], indent=2, ensure_ascii=False) + "\n")
    else:
        for finding in findings:
            out.print(_line(finding))
    if any(finding.state is State.FAULT for finding in findings):
        raise typer.Exit(1)


def _line(finding: Finding) -> Text:
    right = f"\n{'':20} {finding.right}" if finding.right else ""
    return Text(f"{finding.state.value:6}", style=_STYLES[finding.state]) + Text(f"{finding.name:14} {finding.found}{right}")
