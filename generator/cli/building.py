"""The commands that build: build, check and serve."""

import logging
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from rich.text import Text

from generator import changing, engine, publishing
from generator.changes import Made, changes
from generator.changes.telling import summary
from generator.cli.terminal import Engine, Output, Project, Seeds, SiteUrl, Strict, err, fail, out, places_of, refused, tell
from generator.places import Places
from generator.publishing import ENGINES


def build(
    seeds: Seeds = None, project: Project = Path(), output: Output = None, strict: Strict = False,
    site_url: SiteUrl = "", by: Engine = "mkdocs",
) -> None:  # fmt: skip
    """Build the site from the sources. With any error the last good site stays as it is, and the exit code is 1."""
    places = places_of(seeds, project, output)
    began = perf_counter()
    before = changing.last(places)
    with err.status("Building …") as status:
        built, report = publishing.publish(
            places, strict=strict, site_url=site_url, by=ENGINES[by], say=lambda words: status.update(f"Building … {words}")
        )
    tell(report)
    if report.failed(strict=strict):
        fail(report, strict=strict, consequence=" The site was not changed.")
    pages, sources = sum(file.path.endswith(".md") for file in built.files), len(built.library.documents)
    made, names = changing.made(built), changing.names(built.library)
    del built  # what a large site is made of, and what it is compared by, would be too much together
    out.print(f"{pages} pages from {sources} sources in {perf_counter() - began:.1f} s: {(places.site / 'index.html').resolve()}")
    for line in summary(changes(before, made), names):
        out.print(line, markup=False)


def check(
    seeds: Seeds = None, project: Project = Path(), output: Output = None, strict: Strict = False,
    site_url: SiteUrl = "", by: Engine = "mkdocs",
) -> None:  # fmt: skip
    """Do everything that build does, links included, but write no site. The exit code is 1 if a build would fail."""
    with err.status("Checking …") as status:
        built, report = publishing.check(
            places_of(seeds, project, output), site_url=site_url, by=ENGINES[by], say=lambda words: status.update(f"Checking … {words}")
        )
    tell(report)
    if report.failed(strict=strict):
        fail(report, strict=strict)
    out.print(f"{len(built.library.documents)} sources, {len(built.library.vocabulary.concepts)} concepts: all is well.")


def serve(
    seeds: Seeds = None,
    project: Project = Path(),
    output: Output = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    by: Engine = "mkdocs",
) -> None:
    """Preview the site and rebuild it when a file of seeds/, docs/ or templates/ changes. A broken edit keeps the last good preview."""
    places = places_of(seeds, project, output)
    preview = places.build / "preview"
    if refusal := engine.refusal(host, port):
        err.print(Text(f"{host}:{port} cannot be listened on: {refusal}.", style="bold red"))
        err.print(f"End what listens there, or take another port: seedbed serve --port {port + 1 if port < 65535 else 8000}")
        raise typer.Exit(1)

    rebuild = _rebuilding(places, preview, f"http://{host}:{port}/")
    watched = [path for path in (places.seeds, places.docs, places.templates, places.config) if path.exists()]
    with publishing.lasting(ENGINES[by], places.config) as lasting:
        rebuild(lasting)
        _log_of_server()
        engine.serve(lambda: rebuild(lasting), preview, watched, host=host, port=port)


def _rebuilding(places: Places, preview: Path, site_url: str) -> Callable[[publishing.Engine], None]:
    """What `serve` does after every change, and says of it."""
    last: list[Made] = []  # what the last build made, if all was well

    def rebuild(by: publishing.Engine) -> None:
        try:
            built_again(by)
        except OSError as error:
            refused(error)
            err.print("Not rebuilt: mend the above.")

    def built_again(by: publishing.Engine) -> None:
        began = perf_counter()
        before = last.pop() if last else changing.last(places)
        built, report = publishing.publish(places, site=preview, site_url=site_url, by=by, again=True, drafts=True)
        tell(report)
        if report.failed():
            err.print("Not rebuilt: mend the above.")
            return
        err.print(f"Rebuilt in {perf_counter() - began:.1f} s.")
        last.append(changing.made(built))
        for line in summary(changes(before, last[0]), changing.names(built.library)):
            err.print(line, markup=False)

    return rebuild


def _log_of_server() -> None:
    """Let the preview's server say what it does: where it is, that it saw a change."""
    handler = logging.StreamHandler()
    logger = logging.getLogger("mkdocs.livereload")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
