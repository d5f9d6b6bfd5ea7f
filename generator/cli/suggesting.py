"""The commands around suggestions: suggest lists them, accept writes them into the curator's files, reject has them forgotten."""

from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from generator import suggesting
from generator.cli.terminal import Output, Project, Seeds, fail, out, places_of, tell
from generator.cli.writing import NOTE
from generator.model import ConceptKind
from generator.pages.words import count
from generator.places import Places
from generator.report import Report

Picks = Annotated[list[str], typer.Argument(metavar="N…", help="Their numbers or ids, as suggest lists them.", show_default=False)]


class As(StrEnum):
    """What a new entry may be instead."""

    TERM = "term"
    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    BENCHMARK = "benchmark"
    EVENT = "event"
    WORK = "work"
    TOPIC = "topic"
    TREND = "trend"


def suggest(
    source: Annotated[str, typer.Argument(help="Only those of this source (its id).", show_default=False)] = "",
    seeds: Seeds = None,
    project: Project = Path(),
    output: Output = None,
    json_: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """List what the last build suggests, at most ten a source, the best first: new terms and names, labels, relations, origins."""
    places = places_of(seeds, project, output)
    items, report = suggesting.waiting(places)
    _stop(report)
    shown = [item for item in items if not source or item["source"] == source]
    if source and not shown:
        _stop(suggesting.known(places, source))
    if json_:
        out.print_json(data=shown)
        return
    for name, group in groupby(shown, key=lambda item: str(item["source"])):
        out.print(Text(f"\n{name}", style="bold"))
        for item in group:
            out.print(Text(f"{item['number']:4}  {item['id']}  {item['says']}"))
            out.print(Text(f"      {item['because']}  {item['path']}:{item['line']}", style="dim"))
    told = f"\n{count(len(shown), 'suggestion')}: seedbed accept N…, seedbed reject N…"
    out.print(told if shown else "No suggestion is waiting.")


def accept(
    picks: Picks,
    as_: Annotated[As | None, typer.Option("--as", help="What new entries are, if not what is suggested.", show_default=False)] = None,
    seeds: Seeds = None,
    project: Project = Path(),
    output: Output = None,
) -> None:
    """Write suggestions into the vocabulary, a note or a seed's front matter. What is there stays, comments and order too."""
    places = places_of(seeds, project, output)
    for item in _chosen(places, picks):
        place, report = suggesting.accept(places, item, kind=ConceptKind(as_) if as_ else None)
        tell(report)
        if report.failed():
            fail(report, consequence=f" Suggestion {item['number']} was not accepted.")
        suggesting.done(places, [item])
        new = as_ and item["concept"] is None
        out.print(Text(f"{place}: {as_}: {item['name']}" if new else f"{place}: {item['says']}"))
        if new and as_ in {As.TOPIC, As.TREND}:
            out.print(NOTE)


def reject(picks: Picks, seeds: Seeds = None, project: Project = Path(), output: Output = None) -> None:
    """Turn suggestions down: docs/rejected.yml remembers them, and no build suggests them again."""
    places = places_of(seeds, project, output)
    items = _chosen(places, picks)
    path = suggesting.reject(places, items)
    suggesting.done(places, items)
    out.print(Text(f"{path}: {len(items)} turned down."))


def _chosen(places: Places, picks: list[str]) -> tuple[suggesting.Item, ...]:
    """The suggestions that are meant; with any that is not there, nothing is done."""
    items, report = suggesting.waiting(places)
    _stop(report)
    found, report = suggesting.chosen(items, picks)
    _stop(report)
    return found


def _stop(report: Report) -> None:
    tell(report)
    if report.failed():
        fail(report, consequence=" Nothing was done.")
