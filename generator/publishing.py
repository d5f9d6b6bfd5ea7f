"""From a project's folders to a finished site, or to all that is wrong with it. What the pages are is left to `build`."""

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from generator import desk, disk, drawing, engine, faults, links, staging, store, zensical_engine
from generator.build import Built, Inputs, build
from generator.config import Config, config
from generator.exports import marks
from generator.exports.draft import draft
from generator.exports.faulty import faulty
from generator.exports.llms import llms_full
from generator.exports.mail import unsendable
from generator.exports.search import STOP_WORDS, dump, for_zensical, locations, search
from generator.exports.shards import parted, shards
from generator.findings.issues import next_issue
from generator.model import OutputFile, SourceText
from generator.pages.cards import Card
from generator.places import Places
from generator.recall import recent, remembering
from generator.report import Location, Problem, Report, Severity

_PROGRAM = Path(__file__).parent
#: A file that only a site of ours has.
_OURS = "data/knowledge.json"


class _Run(Protocol):
    """How an engine is run: see `engine.run`."""

    def __call__(self, config: Path, docs: Path, site: Path, *, cache: Path, as_of: str, site_url: str) -> engine.Made: ...


class Engine(NamedTuple):
    """What makes pages of Markdown: how it is run, where in a site its search index lies, and what it wants of ours.

    `worker`: the pattern of its theme's script that searches, where ours can stand in for it.
    """

    run: _Run
    searched: str
    dressed: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    worker: str = ""


ENGINES = {
    "mkdocs": Engine(engine.run, "search/search_index.json", dict, "assets/javascripts/workers/search.*.js"),
    "zensical": Engine(zensical_engine.run, "search.json", for_zensical),
}
MKDOCS = "mkdocs"
_SCRIPT = "assets/search.js"


def publish(
    places: Places, *, strict: bool = False, site_url: str = "", site: Path | None = None, by: str = MKDOCS
) -> tuple[Built, Report]:  # fmt: skip
    """Build everything and, if nothing stops it, put the new site in place of the old one (`site`: elsewhere than usual).

    `by`: the name of an engine. Only one build at a time writes to an output; others wait.
    """
    if misplaced := _misplaced(places):  # not even a lock may be written
        built = worked_out(places, gather(places, site_url=site_url))
        return built, Report.of(built.report.problems, misplaced)
    target = site or places.site
    with staging.scratch(places.build, target) as scratch:  # from the start, so that of two builds the later one reads later
        inputs = gather(places, site_url=site_url)
        built = worked_out(places, inputs)
        report = Report.of(built.report.problems, _occupied(target))
        if report.failed(strict=strict):
            return built, _tried(places, inputs, built, report, scratch, site_url, ENGINES[by])
        disk.write(places.build, built.local, prune=False)
        disk.write(places.pages, built.files, prune=True)
        chosen = ENGINES[by] if site is None else ENGINES[by]._replace(worker="")  # a preview is read by one, and made often
        report = Report.of(report.problems, _finish(places, inputs, built, places.pages, scratch / "site", site_url, chosen))
        if not report.failed(strict=strict):
            staging.swap(scratch / "site", target, lasting=site is None)
            if site is None:
                disk.write(places.build / "mail", built.mail, prune=True)
                report = Report.of(report.problems, unsendable(built.library, places.config.as_posix()))
    return built, report


def check(places: Places, *, site_url: str = "", by: str = MKDOCS) -> tuple[Built, Report]:
    """Everything that `publish` does, in a folder that is thrown away: no page and no site is written."""
    inputs = gather(places, site_url=site_url)
    built = worked_out(places, inputs)
    misplaced = _misplaced(places)
    report = Report.of(built.report.problems, misplaced, faulty(built.library))
    if misplaced:
        return built, report
    with staging.scratch(places.build) as scratch:
        return built, _tried(places, inputs, built, report, scratch, site_url, ENGINES[by])


def _tried(places: Places, inputs: Inputs, built: Built, report: Report, scratch: Path, site_url: str, by: Engine) -> Report:
    """What is known to be wrong and, if there are pages that the engine can be run on, what shows only in the finished site."""
    if not built.whole:
        return report
    disk.write(scratch / "docs", built.files, prune=True)
    return Report.of(report.problems, _finish(places, inputs, built, scratch / "docs", scratch / "site", site_url, by))


def new_issue(places: Places, *, day: str = "") -> tuple[Path, Report]:
    """Draft the next issue of the newsletter in the curator's folder; a file that is there is never changed.

    `day`: ISO date; empty: the last one that the newest source's date can mean. Returns where it stands, and what is in the way.
    """
    built = worked_out(places, gather(places))
    library = built.library
    issue, problems = next_issue(library.documents.values(), library.issues, day=day, as_of=library.as_of)
    path = places.docs / (issue.page if issue else "")
    if issue and disk.read_file(path) is not None:
        right = "Write on in it, or name another day with --date."
        problems = (Problem("issue-there", Location(path.as_posix()), "This issue is there already.", right),)
    elif issue and not problems and not built.report.failed():
        desk.create(path, draft(library, issue))
    return path, Report.of(built.report.problems, problems)


def gather(places: Places, *, site_url: str = "") -> Inputs:
    """Read what a build is made of. `site_url`: where the site will stand, if not where the configuration says."""
    seeds, seedless = disk.read_seeds(places.seeds)
    docs, docless = disk.read_docs(places.docs)
    templates, untemplated = disk.read_templates(places.templates)
    settings, unconfigured = _settings(places.config, site_url)
    return Inputs(seeds, docs, templates, settings, (*unconfigured, *seedless, *docless, *untemplated))


def worked_out(places: Places, inputs: Inputs) -> Built:
    """The pipeline, with what earlier builds worked out; nothing is kept where nothing may be written."""
    with _hoarding():
        if _misplaced(places):
            return build(inputs)
        with remembering(places.cache) as memory:
            last = recent(places.cache)
            built = build(inputs, memory, last.pieces)
            last.pieces = built.pieces
            return built


@contextmanager
def _hoarding() -> Iterator[None]:
    """No search for garbage meanwhile: a build keeps nearly all that it makes, and looking through it takes a quarter of its time."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _finish(places: Places, inputs: Inputs, built: Built, pages: Path, site: Path, site_url: str, by: Engine) -> tuple[Problem, ...]:
    """Run the engine, replace its search index by ours, add what is made of finished pages, and look at every link."""
    as_of, settings = built.library.as_of, inputs.config or Config()
    made = by.run(places.config, pages, site, cache=places.cache / "pages", as_of=as_of, site_url=site_url)
    if any(problem.severity is Severity.ERROR for problem in made.problems):
        return made.problems
    index = search(built.library, json.loads(disk.read_file(site / by.searched) or b"{}"))
    drawn = _drawn(built.cards, inputs.docs.assets, places.cache / "cards")
    twins = _of_pages(site, made, places.cache / "twins", lambda _, page: marks.twin(page), marks.VERSION)
    told = [OutputFile(path + ".md", twin) for path, twin in twins.items() if path.endswith("index.html")]
    searched = indexed(site, by, index, inputs.docs.assets)
    disk.write(site, [*searched, *drawn, *told, llms_full(built.library, told)], prune=False)
    found = _of_pages(site, made, places.cache / "links", lambda *page: links.dump(links.scan(*page, site_url=made.site_url)))
    scanned = {path: links.load(page) for path, page in found.items()}
    scanned["search_index.json"] = links.Page(
        frozenset(), links.targets("", (f"./{to}" for to in locations(index)), site_url=made.site_url)
    )
    broken = links.broken(scanned, disk.tree(site), site_url=made.site_url)
    curated, nav = (*inputs.docs.pages, *inputs.docs.vocabulary), {page for page, _ in settings.nav}
    return (*made.problems, *faults.in_site(broken, curated, built.files, folder=inputs.docs.folder, nav=nav, told=built.report.problems))


def indexed(site: Path, by: Engine, index: Mapping[str, Any], assets: Iterable[OutputFile]) -> list[OutputFile]:
    """The search index in pieces, with our script in place of the theme's; whole where the theme's own has to read it."""
    script = next((file.data for file in assets if file.path == _SCRIPT), None)
    theirs = next((path for path in disk.tree(site) if by.worker and fnmatch(path, by.worker)), "")
    if not (script and theirs and parted(index)):
        return [OutputFile(by.searched, dump(by.dressed(index)))]
    return [*shards(index, STOP_WORDS if index["config"].get("lang") == ["en"] else ()), OutputFile(theirs, script)]


def _of_pages(site: Path, made: engine.Made, cache: Path, make: Callable[[str, bytes], bytes], version: str = "") -> dict[str, bytes]:
    """What `make` makes of each page of a site, by path; of one that an earlier build had as well, what that `version` of it made then."""
    found, used = {}, set()
    for path in disk.tree(site):
        if path.endswith(".html"):
            key = made.keys[path] + version if path in made.keys else ""
            known = store.get(cache, key) if key else None
            found[path] = make(path, disk.read_file(site / path) or b"") if known is None else known
            if key and known is None:
                store.put(cache, key, found[path])
            used.add(key)
    store.trim(cache, used)
    return found


def _drawn(wanted: Sequence[Card], assets: Iterable[OutputFile], cache: Path) -> list[OutputFile]:
    """The pictures; one that an earlier build drew is taken as it is."""
    fonts = drawing.fonts({file.path: file.data for file in assets})
    keys = {card.path: drawing.key(card, fonts) for card in wanted}
    made = []
    for card in wanted:
        data = store.get(cache, keys[card.path])
        if data is None:
            data = drawing.draw(card, fonts)
            store.put(cache, keys[card.path], data)
        made.append(OutputFile(card.path, data))
    store.trim(cache, frozenset(keys.values()))
    return made


def _settings(path: Path, site_url: str) -> tuple[Config | None, tuple[Problem, ...]]:
    data = disk.read_file(path)
    if data is None:
        right = "Run seedbed in the folder of the project, or name that folder with --project DIR."
        return None, (Problem("no-configuration", Location(path.as_posix()), "There is no such file.", right),)
    found, problems = config(SourceText(path.as_posix(), data))
    found = found._replace(site=replace(found.site, url=site_url)) if site_url else found
    return (None if problems else found), problems


def _misplaced(places: Places) -> tuple[Problem, ...]:
    """What is written must not lie among what is read: the next build would take pages for sources, or overwrite them."""
    given = (places.seeds, places.docs, places.templates, _PROGRAM)
    for written in (places.build, places.site):
        for read in given:
            one, other = disk.resolved(written), disk.resolved(read)
            if one.is_relative_to(other) or other.is_relative_to(one):
                wrong = f"{written.as_posix()} would be written, and {read.as_posix()} is read: one lies in the other."
                right = "Name a folder apart from seeds/, docs/ and templates/, such as --output ../trial."
                return (Problem("output", Location(places.output.as_posix()), wrong, right),)
    return ()


def _occupied(site: Path) -> tuple[Problem, ...]:
    """What is something else than a site of ours is not replaced."""
    if disk.read_file(site) is not None:
        wrong = "This is a file, where the folder of the site is to be."
    elif disk.tree(site) and disk.read_file(site / _OURS) is None:
        wrong = "This folder holds files that Seedbed did not make."
    else:
        return ()
    return (Problem("occupied", Location(site.as_posix()), wrong, "Move it away, or write elsewhere with --output DIR."),)
