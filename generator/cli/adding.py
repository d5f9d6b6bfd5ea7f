"""The command that adds sources: what it asks, and how it says what it did. What a file becomes is decided in `adding`."""

import json
import logging
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import track

from generator import curating, folders
from generator.adding import Addition, Given, add
from generator.adding.heads import fitting
from generator.cli.terminal import Project, Seeds, err, fail, out, places_of, tell
from generator.model import Kind, Vocabulary
from generator.places import Places
from generator.report import Problem, Report
from generator.text import slug

#: So many topics say what a source is about.
_TOPICS = 5


class Publish(StrEnum):
    """How much of a source the site may show."""

    EXCERPTS = "excerpts"
    FULL = "full"


def add_files(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files to add; - takes what is pasted or piped.", show_default=False)
    ],
    kind: Annotated[Kind | None, typer.Option(help="What sort of document it is.  [default: told from the text]")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="Its title.", show_default=False)] = "",
    date: Annotated[
        str, typer.Option(metavar="DATE", help="When it came out, as exact as known: 2024-06-12, 2024-06.", show_default=False)
    ] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where it stands on the web.", show_default=False)] = "",
    publish: Annotated[Publish | None, typer.Option(help="How much of it the site may show.  [default: excerpts]")] = None,
    name: Annotated[str, typer.Option(metavar="ID", help="The seed's name.  [default: made of the title]", show_default=False)] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was done in JSON; asks nothing.")] = False,
    seeds: Seeds = None,
    project: Project = Path(),
) -> None:
    """Add sources to the seeds: text, Markdown, captions, transcripts in JSON, web pages, PDF, Word.

    Told from the file: kind, title, people, date, address. All files are added or, if anything is wrong, none; one that is a seed
    already is passed over. Nothing that is there is changed.
    """
    logging.getLogger().addHandler(logging.NullHandler())  # libraries that read PDF and HTML log what they stumble over
    wishes = _wishes(files, {"kind": kind or "", "title": title, "date": date, "url": url, "publish": publish or ""}, name)
    places = places_of(seeds, project)
    asks = sys.stdin.isatty() and err.is_terminal and not (yes or as_json or "-" in files)
    pasted = sys.stdin.buffer.read(folders.LARGEST_SEED + 1) if "-" in files else b""
    taken, unread = curating.given(files, pasted)
    standing, _ = folders.read_seeds(places.seeds)
    additions: list[Addition] = []
    problems: list[Problem] = [*unread]
    for file in track(taken, "Reading …", console=err, transient=True, disable=asks or len(taken) < 2 or not err.is_terminal):
        known = [*standing, *(curating.as_seed(addition) for addition in additions)]
        if notice := curating.there_already(file.path, sha256(file.data).hexdigest(), known):
            problems.append(notice)
            continue
        made, wrong = _asked(file, wishes, name) if asks else add(file, wishes, name=name)
        problems += (*wrong, *(made.notes if made else ()))
        additions += [made] if made else []
    problems += curating.in_the_way(additions, standing)
    report = Report.of(problems)
    if not report.failed() and additions:
        report = Report.of(problems, curating.put(places, additions))
    _say(places, [] if report.failed() else additions, report, as_json=as_json)


def _wishes(files: Sequence[str], stated: Mapping[str, str], name: str) -> dict[str, str]:
    """The fields that the options state, each fit for a seed; those of one source cannot be said of several."""
    wishes = {field: value for field, value in stated.items() if value}
    for field in wishes.keys() - fitting(wishes).keys():
        raise typer.BadParameter(f"{wishes[field]!r} is no value of --{field}.")
    if len(set(files)) > 1 and (name or wishes.keys() & {"title", "url"}):
        raise typer.BadParameter("--title, --url and --name are those of one source: add the files one by one.")
    if name and slug(name) != name:
        raise typer.BadParameter(f"A name has lower-case letters, digits and single hyphens: --name {slug(name) or 'short-name'}")
    return wishes


def _asked(file: Given, wishes: dict[str, str], name: str) -> tuple[Addition | None, tuple[Problem, ...]]:
    """What a file becomes, after asking what cannot be told: the kind, a title, and how much may be shown."""
    made, problems = add(file, wishes, name=name)
    if made is None and any(problem.code == "kind" for problem in problems):
        wishes = {**wishes, "kind": typer.prompt(f"{file.path}: what sort of document is it", default=Kind.ARTICLE, err=True)}
        made, problems = add(file, wishes, name=name)
    if made is None:
        return None, problems
    if made.untitled and "title" not in wishes:
        wishes = {**wishes, "title": typer.prompt(f"{file.path}: title", default=made.document.title, err=True)}
    if "publish" not in wishes:
        wishes = {**wishes, "publish": typer.prompt(f"{file.path}: how much may the site show", default=Publish.EXCERPTS, err=True)}
    return add(file, wishes, name=name)


def _say(places: Places, additions: Sequence[Addition], report: Report, *, as_json: bool) -> None:
    """Print what was added and what is wrong, and end with exit code 1 if anything stopped it."""
    vocabulary = curating.vocabulary_of(places) if additions else Vocabulary()
    tell(report)
    told = [_told(places, addition, vocabulary) for addition in additions]
    if as_json:
        sys.stdout.write(
            json.dumps({"added": told, "problems": [_problem(p) for p in report.problems]}, indent=2, ensure_ascii=False) + "\n"
        )
    if report.failed():
        fail(report, consequence=" Nothing was added.")
    if as_json:
        return
    for item in told:
        out.print(_line(item), markup=False)
    if told:
        out.print("Next: look at the front matter, then seedbed build.")


def _told(places: Places, addition: Addition, vocabulary: Vocabulary) -> dict[str, Any]:
    """What became of a file, for people and programs."""
    made = addition.document
    about = curating.subjects(made, vocabulary)
    fields = ("kind", "title", "publisher", "authors", "speakers", "date", "url", "publish")
    return {
        "from": addition.given,
        "path": (places.seeds / addition.files[-1].path).as_posix(),
        "sidecar": (places.seeds / addition.files[0].path).as_posix() if len(addition.files) > 1 else None,
        "format": addition.format.value,
        "sha256": addition.sha256,
        **{field: list(value) if isinstance(value := getattr(made, field), tuple) else str(value) for field in fields},
        "inferred": sorted(addition.inferred),
        "left_out": list(addition.left_out),
        "passages": sum(passage.says for passage in made.passages),
        "topics": [{"id": s.concept.id, "name": s.concept.name, "central": s.central, "supporting": s.supporting} for s in about],
    }


def _line(item: Mapping[str, Any]) -> str:
    """A few lines for a person: where it stands, what it is, what it is about."""
    people = [*item["authors"], *(name for name in item["speakers"] if name not in item["authors"])]
    facts = [item["title"], ", ".join(people), item["publisher"], item["date"], item["url"]]
    grade = "central" if any(topic["central"] for topic in item["topics"]) else "supporting"
    topics = [f"{topic['name']} ({topic[grade]})" for topic in item["topics"] if topic[grade]]
    about = ", ".join(topics[:_TOPICS]) + (f" and {len(topics) - _TOPICS} more" if len(topics) > _TOPICS else "")
    lines = [f"{item['path']}: {item['kind']}, {item['passages']} passages, {item['publish']}"]
    lines += ["  " + " · ".join(fact for fact in facts if fact)]
    lines += [f"  inferred: {', '.join(item['inferred'])}"] if item["inferred"] else []
    lines += [f"  left out of its front matter: {', '.join(item['left_out'])}"] if item["left_out"] else []
    lines += [
        f"  {'about' if grade == 'central' else 'touches'}: {about}"
        if about
        else '  about: none of your topics; seedbed new topic "Name" makes one'
    ]
    return "\n".join(lines)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.location.path, "line": problem.location.line or 1, "code": problem.code, "severity": problem.severity.value,
        "wrong": problem.wrong, "right": problem.right,
    }  # fmt: skip
