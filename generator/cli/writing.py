"""The commands that write files for the curator."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from generator import publishing
from generator.cli.terminal import Project, Seeds, err, fail, out, places_of, tell


def issue(
    seeds: Seeds = None,
    project: Project = Path(),
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Its day.  [default: that of the newest source]")
    ] = None,
) -> None:  # fmt: skip
    """Draft an issue of the newsletter in docs/issues: its new sources, and what there is to cite. A file that is there stays as it is."""
    with err.status("Drafting …"):
        path, report = publishing.new_issue(places_of(seeds, project), day=date.date().isoformat() if date else "")
    tell(report)
    if report.failed():
        fail(report, consequence=" No issue was written.")
    out.print(f"{path}: drafted. Write your words into it, then build; the letters come into build/mail.")
