"""From a project's folders to a finished site, or to all that is wrong with it. What the pages are is left to `build`."""

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator import desk, disk, drawing, engine, faults, folders, links, staging, standing, store, zensical_engine
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
from generator.model import SourceText
from generator.output import OutputFile
from generator.pages.cards import Card
from generator.places import Places
from generator.recall import nobody, recent, remembering
from generator.report import Location, Problem, Report, Severity

_PROGRAM = Path(__file__).parent
#: Things made between two searches for garbage: templates leave some 250 of them a page, which are a third of what pages take.
_MADE = 100_000
#: A file that only a site of ours has.
_OURS = "data/knowledge.json"


class Engine(NamedTuple):
    """What makes pages of Markdown: how it is made ready for a task, where in a site its search index lies, and what it wants of ours.

    `worker`: the pattern of its theme's script that searches, where ours can stand in for it.
    """

    ready: Callable[[Path], AbstractContextManager[engine.Run]]
    searched: str
    dressed: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    worker: str = ""


ENGINES = {
    "mkdocs": Engine(engine.ready, "search/search_index.json", dict, "assets/javascripts/workers/search.*.js"),
    "zensical": Engine(zensical_engine.ready, "search.json", for_zensical),
}
MKDOCS = "mkdocs"
_SCRIPT = "assets/search.js"


@contextmanager
def lasting(by: Engine, config: Path) -> Iterator[Engine]:
    """The engine for many builds: it loads for the next one as soon as one is done."""
    if by.ready is not engine.ready:
        yield by
        return
    with engine.always_ready(config) as ready:
        yield by._replace(ready=ready)


def publish(
    places: Places, *, strict: bool = False, site_url: str = "", site: Path | None = None, by: Engine = ENGINES[MKDOCS],
    say: Callable[[str], None] = nobody, again: bool = False, drafts: bool = False,
) -> tuple[Built, Report]:  # fmt: skip
    """Build everything and, if nothing stops it, put the new site in place of the old one (`site`: elsewhere than usual).

    Only one build at a time writes to an output; others wait. `say` hears how far it is. `again`: the program will build again, and
    keeps what this build made in memory. `drafts`: issues that are drafts are built too.
    """
    if misplaced := _misplaced(places):  # not even a lock may be written
        built = worked_out(places, gather(places, site_url=site_url, drafts=drafts))
        return built, Report.of(built.report.problems, misplaced)
    target = site or places.site
    # The lock is held from the start, so that of two builds the later one reads later.
    with staging.scratch(places.build, target) as scratch, by.ready(places.config) as run:
        inputs = gather(places, site_url=site_url, drafts=drafts)
        built = worked_out(places, inputs, say, again=again)
        say(f"{len(built.files):,} files made, pages rendered")
        report = Report.of(built.report.problems, _occupied(target))
        if report.failed(strict=strict):
            return built, _tried(places, inputs, built, report, scratch, site_url, by, run)
        disk.write(places.build, built.local, prune=False)
        disk.write(places.pages, built.files, prune=True)
        chosen = by if site is None else by._replace(worker="")  # a preview is read by one, and made often
        task = _task(places, inputs, built, places.pages, scratch / "site", site_url)._replace(
            standing=standing.known(places.cache, target)
        )
        wrong, made = _finish(places, inputs, built, chosen, run, task, target)
        report = Report.of(report.problems, wrong)
        if not report.failed(strict=strict):
            standing.note(places.cache, scratch / "site", target, made)
            staging.swap(scratch / "site", target, lasting=site is None)
            if site is None:
                disk.write(places.build / "mail", built.mail, prune=True)
                report = Report.of(report.problems, unsendable(built.library, places.config.as_posix()))
    return built, report


def check(
    places: Places, *, site_url: str = "", by: Engine = ENGINES[MKDOCS], say: Callable[[str], None] = nobody
) -> tuple[Built, Report]:  # fmt: skip
    """Everything that `publish` does, in a folder that is thrown away: no page and no site is written."""
    inputs = gather(places, site_url=site_url)
    built = worked_out(places, inputs, say)
    misplaced = _misplaced(places)
    report = Report.of(built.report.problems, misplaced, faulty(built.library))
    if misplaced:
        return built, report
    with staging.scratch(places.build) as scratch, by.ready(places.config) as run:
        return built, _tried(places, inputs, built, report, scratch, site_url, by, run)


def _tried(
    places: Places, inputs: Inputs, built: Built, report: Report, scratch: Path, site_url: str, by: Engine, run: engine.Run
) -> Report:  # fmt: skip
    """What is known to be wrong and, if there are pages that the engine can be run on, what shows only in the finished site."""
    if not built.whole:
        return report
    disk.write(scratch / "docs", built.files, prune=True)
    task = _task(places, inputs, built, scratch / "docs", scratch / "site", site_url)
    wrong, _ = _finish(places, inputs, built, by, run, task, task.site)
    return Report.of(report.problems, wrong)


def new_issue(places: Places, *, day: str = "") -> tuple[Path, Report]:
    """Draft the next issue of the newsletter in the curator's folder; a file that is there is never changed.

    `day`: ISO date; empty: the last one that the newest source's date can mean. Returns where it stands, and what is in the way.
    """
    built = worked_out(places, gather(places, drafts=True))
    library = built.library
    issue, problems = next_issue(library.documents.values(), library.issues, day=day, as_of=library.as_of)
    path = places.docs / (issue.page if issue else "")
    if issue and disk.read_file(path) is not None:
        right = "Write on in it, or name another day with --date."
        problems = (Problem("issue-there", Location(path.as_posix()), "This issue is there already.", right),)
    elif issue and not problems and not built.report.failed():
        desk.create(path, draft(library, issue))
    return path, Report.of(built.report.problems, problems)


def gather(places: Places, *, site_url: str = "", drafts: bool = False) -> Inputs:
    """Read what a build is made of. `site_url`: where the site will stand, if not where the configuration says. `drafts`: see `publish`."""
    seeds, seedless = folders.read_seeds(places.seeds)
    docs, docless = folders.read_docs(places.docs)
    templates, untemplated = folders.read_templates(places.templates)
    settings, unconfigured = _settings(places.config, site_url)
    return Inputs(seeds, docs, templates, settings, (*unconfigured, *seedless, *docless, *untemplated), drafts)


def worked_out(places: Places, inputs: Inputs, say: Callable[[str], None] = nobody, *, again: bool = False) -> Built:
    """The pipeline, with what earlier builds worked out; nothing is kept where nothing may be written. `say`, `again`: see `publish`."""
    with _hoarding(lasting=again):
        if _misplaced(places):
            return build(inputs, again=False)
        with remembering(places.cache, say, again=again) as memory:
            last = recent(places.cache)
            built = build(inputs, memory, last.pieces, again=again)
            last.pieces = built.pieces if again else None
            return built


@contextmanager
def _hoarding(*, lasting: bool) -> Iterator[None]:
    """Seldom search for garbage meanwhile: a build keeps nearly all that it makes, and looking through it takes a quarter of its time.

    `lasting`: never. A program that builds again has its last build in memory, and makes little.
    """
    usual = gc.get_threshold()
    gc.set_threshold(0 if lasting else _MADE, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _task(places: Places, inputs: Inputs, built: Built, pages: Path, site: Path, site_url: str) -> engine.Task:
    """What the engine is to do with a folder of pages, where no page of the site stands yet."""
    whole = frozenset(note.path for note in built.library.notes)
    return engine.Task(places.config, pages, site, places.cache / "pages", built.library.as_of, site_url, whole)


def _finish(
    places: Places, inputs: Inputs, built: Built, by: Engine, run: engine.Run, task: engine.Task, old: Path
) -> tuple[tuple[Problem, ...], engine.Made]:
    """Run the engine, replace its search index by ours, add what is made of finished pages, and look at every link. `old`: the site that
    stands, from which unchanged pages are taken.
    """
    made, site = run(task), task.site
    if any(problem.severity is Severity.ERROR for problem in made.problems):
        return made.problems, made
    standing.take_over(old, site, made.taken)
    index = search(built.library, json.loads(disk.read_file(site / by.searched) or b"{}"), built.pieces)
    disk.write(site, indexed(site, by, index, inputs.docs.assets), prune=False)
    disk.write(site, _drawn(built.cards, inputs.docs.assets, places.cache / "cards"), prune=False)
    disk.write(site, _twins(site, made, places.cache / "twins"), prune=False)
    twins = [path for path in disk.tree(site) if path.endswith("index.html.md")]
    disk.write(site, [llms_full(built.library, twins, lambda path: disk.read_file(site / path) or b"", built.pieces)], prune=False)
    broken = links.broken(_linking(site, made, index, places.cache / "links"), disk.tree(site), site_url=made.site_url)
    curated, nav = (*inputs.docs.pages, *inputs.docs.vocabulary), {page for page, _ in (inputs.config or Config()).nav}
    wrong = faults.in_site(broken, curated, built.files, folder=inputs.docs.folder, nav=nav, told=built.report.problems)
    return (*made.problems, *wrong), made


def _twins(site: Path, made: engine.Made, cache: Path) -> list[OutputFile]:
    """The twins of the pages that were written now."""
    paths = [path for path in disk.tree(site) if path.endswith("index.html") and path not in made.taken]
    found = {path: _kept(site, path, made.keys.get(path, ""), cache, lambda _, page: marks.twin(page), marks.VERSION) for path in paths}
    store.trim(cache, {key + marks.VERSION for key in made.keys.values()})
    return [OutputFile(path + ".md", twin) for path, twin in found.items()]


def _linking(site: Path, made: engine.Made, index: Mapping[str, Any], cache: Path) -> Mapping[str, links.Page]:
    """What each page links to, and the search index."""
    found = {path: _links(site, path, made.keys.get(path, ""), cache, made.site_url) for path in disk.tree(site) if path.endswith(".html")}
    store.trim(cache, frozenset(made.keys.values()))
    led = links.page((), links.targets("", (f"./{to}" for to in locations(index)), site_url=made.site_url))
    return {**found, "search_index.json": led}


def _links(site: Path, path: str, key: str, cache: Path, site_url: str) -> links.Page:
    def scan(path: str, page: bytes) -> bytes:
        return links.dump(links.scan(path, page, site_url=site_url))

    try:
        return _linked(cache, key)
    except LookupError:
        return links.load(_kept(site, path, key, cache, scan))


@lru_cache(maxsize=1 << 15)  # a preview that builds again and again has them in memory
def _linked(cache: Path, key: str) -> links.Page:
    """What is kept of a page's links; a LookupError, which is not remembered, where nothing is."""
    data = store.get(cache, key) if key else None
    if data is None:
        raise LookupError(key)
    return links.load(data)


def _kept(site: Path, path: str, key: str, cache: Path, make: Callable[[str, bytes], bytes], version: str = "") -> bytes:
    """What `make` makes of a page of a site; of one that an earlier build had as well, what that `version` of it made then."""
    known = store.get(cache, key + version) if key else None
    if known is not None:
        return known
    made = make(path, disk.read_file(site / path) or b"")
    if key:
        store.put(cache, key + version, made)
    return made


def indexed(site: Path, by: Engine, index: Mapping[str, Any], assets: Iterable[OutputFile]) -> list[OutputFile]:
    """The search index in pieces, with our script in place of the theme's; whole where the theme's own has to read it."""
    script = next((file.data for file in assets if file.path == _SCRIPT), None)
    theirs = next((path for path in disk.tree(site) if by.worker and fnmatch(path, by.worker)), "")
    if not (script and theirs and parted(index)):
        return [OutputFile(by.searched, dump(by.dressed(index)))]
    return [*shards(index, STOP_WORDS if index["config"].get("lang") == ["en"] else ()), OutputFile(theirs, script)]


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
