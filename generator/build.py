"""The pipeline: files in, pages and data out, and the way from there to a finished site. Opens no file itself and prints nothing."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import disk, engine, links, store
from generator.config import Config, config, missing
from generator.exports import EXPORTS, LOCAL
from generator.exports.search import dump, locations, search
from generator.findings.backlinks import backlinks
from generator.findings.citations import citations
from generator.findings.disagreements import disagreements
from generator.findings.disagreements.members import listings
from generator.findings.evidence import grade
from generator.findings.numbers import observations
from generator.findings.origins.declared import declared
from generator.findings.predictions import predictions
from generator.findings.predictions.resolutions import resolve
from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import marked, repeats
from generator.findings.terms.acronyms import acronyms
from generator.findings.terms.definitions import definitions
from generator.findings.terms.suspicions import suspicions
from generator.library import Library, newest, shelve
from generator.match import match, matcher
from generator.model import OutputFile, SourceText
from generator.notes import notes
from generator.pages import all_pages
from generator.places import Places
from generator.read import read_all
from generator.render import render
from generator.report import Location, Problem, Report, Severity
from generator.vocabulary import assemble

_INDEX = "search/search_index.json"
#: A file that only a site of ours has.
_OURS = "data/knowledge.json"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a build is made of, as it stood on disk, and what was wrong with reading it."""

    seeds: tuple[SourceText, ...] = ()
    docs: disk.Docs = field(default_factory=disk.Docs)
    templates: Mapping[str, str] = field(default_factory=dict)
    config: Config = field(default_factory=Config)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: `files` for the engine's folder, `local` ones beside it, all problems, and the library they came from."""

    files: tuple[OutputFile, ...]
    local: tuple[OutputFile, ...]
    report: Report
    library: Library


def build(inputs: Inputs) -> Built:
    """The pipeline. The same inputs give the same bytes."""
    texts, unread = read_all(inputs.seeds)
    repeated = repeats(texts)
    documents = marked(texts, repeated)
    vocabulary, unfit = assemble(inputs.docs.vocabulary)
    own, unnoted = notes(inputs.docs.pages, inputs.docs.folder)
    finder = matcher(vocabulary)
    matches = match(documents, finder)
    evidence = grade(documents, vocabulary, matches)
    cited, uncited = citations(documents, vocabulary, own)
    tied = declared(documents)
    foretold, unjudged = resolve(predictions(documents, as_of=newest(documents)), inputs.docs.predictions, documents)
    quoted = quotes(documents)
    listed = listings(documents, vocabulary, matches)
    differing, undeclared = disagreements(documents, vocabulary, listed, quoted)
    library = shelve(
        documents,
        vocabulary,
        matches,
        evidence,
        notes=own,
        backlinks=backlinks(vocabulary, own, finder),
        citations=cited,
        predictions=foretold,
        observations=observations(documents, vocabulary, matches, evidence),
        acronyms=acronyms(documents, vocabulary, matches),
        definitions=definitions(documents, vocabulary, matches),
        suspicions=suspicions(documents, vocabulary, matches),
        quotes=quoted,
        listings=listed,
        disagreements=differing,
        repeats=repeated,
        origins=tied,
        site=inputs.config.site,
    )
    pages, unrendered = render(all_pages(library), inputs.templates) if inputs.templates else ((), ())
    unknown = missing(inputs.config, {page.path for page in pages}) if pages and not unrendered else ()
    data = tuple(OutputFile(path, export(library)) for path, export in EXPORTS.items())
    local = tuple(OutputFile(path, export(library)) for path, export in LOCAL.items())
    files = (*pages, *data, *inputs.docs.assets)
    problems = (inputs.problems, unread, unfit, unnoted, uncited, unjudged, undeclared, unrendered, unknown, _clashes(files))
    return Built(files, local, Report.of(*problems), library)


def publish(places: Places, *, strict: bool = False, site_url: str = "", site: Path | None = None) -> tuple[Built, Report]:
    """Build everything and, if nothing stops it, put the new site in place of the old one (`site`: elsewhere than usual)."""
    target = site or places.site
    inputs = gather(places, site_url=site_url)
    built = build(inputs)
    report = Report.of(built.report.problems, _occupied(target))
    if report.failed(strict=strict):
        return built, report
    with disk.scratch(places.build) as scratch:
        disk.write(places.build, built.local, prune=False)
        disk.write(places.pages, built.files, prune=True)
        report = Report.of(report.problems, _finish(places, inputs, built, places.pages, scratch / "site", site_url))
        if not report.failed(strict=strict):
            disk.swap(scratch / "site", target)
    return built, report


def check(places: Places, *, site_url: str = "") -> tuple[Built, Report]:
    """Everything that `publish` does, in a folder that is thrown away: no page and no site is written."""
    inputs = gather(places, site_url=site_url)
    built = build(inputs)
    if built.report.failed():
        return built, built.report
    with disk.scratch(places.build) as scratch:
        disk.write(scratch / "docs", built.files, prune=True)
        late = _finish(places, inputs, built, scratch / "docs", scratch / "site", site_url)
        return built, Report.of(built.report.problems, late)


def gather(places: Places, *, site_url: str = "") -> Inputs:
    """Read what a build is made of. `site_url`: where the site will stand, if not where the configuration says."""
    seeds, seedless = disk.read_seeds(places.seeds)
    docs, docless = disk.read_docs(places.docs)
    templates, untemplated = disk.read_templates(places.templates)
    settings, unconfigured = _settings(places.config, site_url)
    return Inputs(seeds, docs, templates, settings, (*unconfigured, *seedless, *docless, *untemplated))


def _finish(places: Places, inputs: Inputs, built: Built, pages: Path, site: Path, site_url: str) -> tuple[Problem, ...]:
    """Run the engine, replace its search index by ours, and look at every link of the finished site."""
    as_of = built.library.as_of
    made = engine.run(places.config, pages, site, cache=places.cache / "pages", as_of=as_of, site_url=site_url)
    if any(problem.severity is Severity.ERROR for problem in made.problems):
        return made.problems
    index = search(built.library, json.loads(disk.read_file(site / _INDEX) or b"{}"))
    disk.write(site, [OutputFile(_INDEX, dump(index))], prune=False)
    scanned = _scanned(site, places.cache / "links", made)
    scanned["search_index.json"] = links.Page(
        frozenset(), links.targets("", (f"./{to}" for to in locations(index)), site_url=made.site_url)
    )
    broken = links.broken(scanned, disk.tree(site), site_url=made.site_url)
    return (*made.problems, *(_broken(link, _texts(inputs.docs, built, link.page)) for link in broken))


def _scanned(site: Path, cache: Path, made: engine.Made) -> dict[str, links.Page]:
    """The anchors and links of every page of a site; of one that an earlier build had as well, as they were found then."""
    scanned = {}
    for path in disk.tree(site):
        key = made.keys.get(path, "")
        if known := store.get(cache, key) if key else None:
            scanned[path] = links.load(known)
        elif path.endswith(".html"):
            scanned[path] = links.scan(path, disk.read_file(site / path) or b"", site_url=made.site_url)
            if key:
                store.put(cache, key, links.dump(scanned[path]))
    store.trim(cache, frozenset(made.keys.values()))
    return scanned


def _texts(docs: disk.Docs, built: Built, page: str) -> tuple[tuple[str, bytes], ...]:
    """The Markdown files, by the paths that the user knows, that an HTML page may have a link from: the curator's, the generated."""
    stem = page.removesuffix("index.html").removesuffix("/") or "index"
    names = (f"{stem}.md", f"{stem}/index.md")
    curated = [(file.path, file.data) for name in names for file in (*docs.pages, *docs.vocabulary) if file.path == f"{docs.folder}/{name}"]
    return (*curated, *((f"build/docs/{file.path}", file.data) for file in built.files if file.path in names))


def _broken(link: links.Broken, texts: Iterable[tuple[str, bytes]]) -> Problem:
    """A broken link as a problem of the file that it was written in, or else of the page that holds it."""
    bare = link.address.lstrip("./").rstrip("/")
    needles = [needle for needle in (link.address, bare, bare.partition("#")[2]) if needle]
    lines = [(path, n, text) for path, data in texts for n, text in enumerate(data.decode("utf-8", "replace").split("\n"), 1)]
    found = (Location(path, n) for needle in needles for path, n, text in lines if needle in text)
    place = next(found, Location(f"site/{link.page}"))
    others = f" (so do {link.others} other pages)" if link.others else ""
    wrong = f"A link leads nowhere{others}: {link.address}: {link.why}."
    return Problem("broken-link", place, wrong, "Link to a page and an anchor that exist.")


def _clashes(files: Iterable[OutputFile]) -> tuple[Problem, ...]:
    """Files that would be written to the same place, on a disk that does not tell capitals apart too."""
    counts = Counter(file.path.casefold() for file in files)
    wrong = "Two files would be written to this path."
    right = "Rename the page or file of docs/: a page of this name is generated."
    return tuple(Problem("page-twice", Location(f"docs/{path}"), wrong, right) for path, count in counts.items() if count > 1)


def _settings(path: Path, site_url: str) -> tuple[Config, tuple[Problem, ...]]:
    data = disk.read_file(path)
    if data is None:
        right = "Run seedbed in the folder of the project, or name that folder with --project DIR."
        return Config(), (Problem("no-configuration", Location(path.as_posix()), "There is no such file.", right),)
    found, problems = config(SourceText(path.as_posix(), data))
    return (found._replace(site=replace(found.site, url=site_url)) if site_url else found), problems


def _occupied(site: Path) -> tuple[Problem, ...]:
    """A folder that holds something else than a site of ours is not replaced."""
    if not disk.tree(site) or disk.read_file(site / _OURS) is not None:
        return ()
    right = "Move it away, or write elsewhere with --output DIR."
    return (Problem("occupied", Location(site.as_posix()), "This folder holds files that Seedbed did not make.", right),)
