"""The command that tells what changed: diff. A build's own few lines are `building`'s."""

from pathlib import Path
from typing import Annotated

import typer

from generator import changing
from generator.changes.formats import as_json, markdown, plain
from generator.changes.rows import sections
from generator.changes.telling import summary
from generator.cli.terminal import Output, Project, Seeds, SiteUrl, err, fail, out, places_of, tell

Base = Annotated[str, typer.Option(metavar="REV", help="Compare with this revision of git.  [default: the last build]")]
Without = Annotated[
    list[str] | None, typer.Option(metavar="SEED", help="What would be lost without this source (its id or file; may be repeated).")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="As Markdown, for a pull request.")]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]
Files = Annotated[
    str, typer.Option(metavar="URL", envvar="FILES_URL", help="Where the project's files can be read, for --markdown's links.")
]


def diff(
    seeds: Seeds = None,
    project: Project = Path(),
    output: Output = None,
    base: Base = "",
    without: Without = None,
    markdown_: Markdown = False,
    json_: Json = False,
    files: Files = "",
    site_url: SiteUrl = "",
) -> None:
    """Tell all that the sources and notes, as they stand, change: pages, passages, evidence, disagreements, numbers … Writes no site."""
    with err.status("Comparing …"):
        found, report = changing.difference(places_of(seeds, project, output), base=base, without=without or (), site_url=site_url)
    tell(report)
    if found is None:
        fail(report, consequence=" Nothing was compared.")
    if json_:
        out.print(as_json(found.changes, found.statements), markup=False)
        return
    lines = summary(found.changes, changing.names(found.library))
    told = sections(found.changes, found.before, found.after, found.statements)
    site = found.library.site.url
    shown = markdown(lines, told, site=_ended(site), files=_ended(files)) if markdown_ else (*lines, *plain(told))
    for line in shown:
        out.print(line, markup=False)


def _ended(url: str) -> str:
    """An address with a slash at its end."""
    return url if not url or url.endswith("/") else f"{url}/"
