"""The commands that write what the curator then writes on: a topic, a trend, an entry of the vocabulary, an issue."""

from datetime import date as day_of
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import curating, publishing
from generator.cli.terminal import Project, Seeds, err, fail, out, places_of, tell
from generator.entering import Wanted
from generator.model import ConceptKind
from generator.places import Places


class What(StrEnum):
    """What `new` makes: an entry of each kind of concept, or an issue."""

    TOPIC = "topic"
    TREND = "trend"
    TERM = "term"
    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    BENCHMARK = "benchmark"
    EVENT = "event"
    WORK = "work"
    ISSUE = "issue"


#: What is to be done with the note of a topic or trend that was written just now.
NOTE = "Write a paragraph into it, then build."


def issue(
    seeds: Seeds = None,
    project: Project = Path(),
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Its day.  [default: that of the newest source]")
    ] = None,
) -> None:  # fmt: skip
    """Draft an issue of the newsletter in docs/issues: its new sources, and what there is to cite. A file that is there stays as it is."""
    _draft(places_of(seeds, project), date.date().isoformat() if date else "")


def new(
    what: Annotated[What, typer.Argument(metavar="WHAT", help=f"One of {', '.join(What)}.", show_default=False)],
    name: Annotated[str, typer.Argument(help="Its name as people write it; of an issue its day, or nothing.", show_default=False)] = "",
    definition: Annotated[str, typer.Option(metavar="TEXT", help="One sentence that says what it is.", show_default=False)] = "",
    alt: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Another name. May be given several times.")] = None,
    id: Annotated[str, typer.Option("--id", metavar="ID", help="Its id.  [default: made of the name]", show_default=False)] = "",
    seeds: Seeds = None,
    project: Project = Path(),
) -> None:
    """Write a note for a topic or trend, add an entry to a list of the vocabulary, or draft an issue. What is there stays as it is."""
    places = places_of(seeds, project)
    if what is What.ISSUE:
        _draft(places, _day(name))
        return
    if not name:
        raise typer.BadParameter(f'Name the {what}: seedbed new {what} "Its name"')
    place, report = curating.new_entry(places, Wanted(ConceptKind(what), name, id, tuple(alt or ()), definition))
    tell(report)
    if report.failed():
        fail(report, consequence=" Nothing was written.")
    note = what in {What.TOPIC, What.TREND}
    out.print(f"{place}: written. " + (NOTE if note else "Add fields if you like (docs/reference.md), then build."))


def _draft(places: Places, day: str) -> None:
    """Draft the issue of a day (empty: that of the newest source) and say where it is."""
    with err.status("Drafting …"):
        path, report = publishing.new_issue(places, day=day)
    tell(report)
    if report.failed():
        fail(report, consequence=" No issue was written.")
    out.print(
        f"{path}: drafted. Write your words into it and look at it with seedbed serve. "
        "Take out `draft: true` to publish it and to have its letters in build/mail."
    )


def _day(text: str) -> str:
    try:
        return day_of.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise typer.BadParameter(f"An issue is named by its day, and {text!r} is none: seedbed new issue 2024-06-30") from None
