"""What stands in the way of a project: its machine, configuration, sizes, its way to GitHub Pages. Prints nothing, mends nothing."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from generator import disk, folders
from generator.adding.extracted import LIBRARIES
from generator.config import config
from generator.model import Site, SourceText
from generator.places import Places
from generator.report import Severity

#: GitHub Pages refuses larger sites, and stops a deployment after ten minutes (docs.github.com, "GitHub Pages limits", 2026-11).
_LARGEST_SITE = 1_000_000_000
#: From this share of a limit on it is time to do something.
_NEAR = 0.8
_PYTHON = (3, 11)
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([ \t]*;)?", re.MULTILINE)


class State(StrEnum):
    """How a line of the examination ends: well, with something to look at, or with a fault that stops the work."""

    OK = "ok"
    WARN = "warn"
    FAULT = "fault"


class Finding(NamedTuple):
    """A line of the examination: what was looked at, how it is, what was found, and what to do."""

    name: str
    state: State
    found: str
    right: str = ""


class Machine(NamedTuple):
    """What only the running program knows: its Python, packages and their versions, the browser for tests."""

    python: tuple[int, int, int]
    packages: Mapping[str, str]
    browser: str = ""


def examine(places: Places, machine: Machine) -> tuple[Finding, ...]:
    """The whole examination, in the order in which things depend on each other."""
    return (
        _python(machine),
        _packages(machine, disk.read_file(places.project / "requirements.lock")),
        _formats(machine),
        *_configuration(places),
        *_folders(places),
        _site(places),
        _cache(places),
        _workflow(places),
        _browser(machine),
    )


def _python(machine: Machine) -> Finding:
    found = ".".join(map(str, machine.python))
    if machine.python < _PYTHON:
        return Finding("Python", State.FAULT, found, "Seedbed needs 3.11 or newer.")
    return Finding("Python", State.OK, found)


def _packages(machine: Machine, lock: bytes | None) -> Finding:
    """Installed packages against the lock file; one with a marker is for other machines and may be missing."""
    if lock is None:
        return Finding("Packages", State.WARN, "There is no requirements.lock to compare with.", "Run this in the project's folder.")
    pins = _PIN.findall(lock.decode("utf-8", "replace"))
    missing = sorted({name for name, _, marked in pins if not marked and _known(name) not in machine.packages})
    pinned = {name: {version for other, version, _ in pins if other == name} for name, _, _ in pins}  # by system, some have several
    other = sorted(name for name, versions in pinned.items() if machine.packages.get(_known(name), min(versions)) not in versions)
    right = "Install what is pinned: make site does, or pip install --require-hashes -r requirements.lock"
    if missing:
        return Finding("Packages", State.FAULT, f"Not installed: {', '.join(missing)}.", right)
    if other:
        return Finding("Packages", State.WARN, f"In other versions than pinned: {', '.join(other)}.", right)
    return Finding("Packages", State.OK, f"{len(pinned)} as requirements.lock pins them")


def _known(name: str) -> str:
    """A package's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _formats(machine: Machine) -> Finding:
    """The libraries of `add` that may be missing."""
    packages = {"docx": "python-docx"}
    there = [format for format, (module, _) in LIBRARIES.items() if packages.get(module, module) in machine.packages]
    missing = [(format, extra) for format, (_, extra) in LIBRARIES.items() if format not in there]
    if not missing:
        return Finding("Formats", State.OK, f"seedbed add reads {', '.join(there)} too")
    right = f"If you need them: .venv/bin/python -m pip install '.[{','.join(extra for _, extra in missing)}]'"
    return Finding("Formats", State.OK, f"seedbed add does not read {', '.join(format for format, _ in missing)} here", right)


def _configuration(places: Places) -> Iterator[Finding]:
    path = places.config.as_posix()
    data = disk.read_file(places.config)
    if data is None:
        yield Finding(
            "Configuration", State.FAULT, f"There is no {path}.", "Run this in the project's folder, or name it with --project DIR."
        )
        return
    found, problems = config(SourceText(path, data))
    if problems:
        yield Finding("Configuration", State.FAULT, f"{problems[0].location}: {problems[0].wrong}", problems[0].right)
        return
    yield Finding("Configuration", State.OK, f"{path}: {found.site.name or 'a site without a name'}")
    yield _address(found.site)


def _address(site: Site) -> Finding:
    """Where the site will stand. Feeds, letters and previews of links need the full address; pages do not."""
    parts = urlsplit(site.url)
    right = "Set site_url in mkdocs.yml, or build with --site-url; the workflow of GitHub Pages sets it by itself."
    if not parts.hostname:
        return Finding("Address", State.WARN, "site_url is not set: no feeds and letters are made.", right)
    if _own(parts.hostname):
        return Finding("Address", State.WARN, f"{site.url} is this machine: feeds and letters lead nowhere.", right)
    path = parts.path.strip("/")
    return Finding("Address", State.OK, f"{site.url}, " + (f"below the path /{path}/" if path else "at the root of its host"))


def _own(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _folders(places: Places) -> Iterator[Finding]:
    """The folders that a build reads, and how many errors reading their files gives."""
    seeds, wrong_seeds = folders.read_seeds(places.seeds)
    docs, wrong_docs = folders.read_docs(places.docs)
    templates, wrong_templates = folders.read_templates(places.templates)
    size = sum(len(seed.data) for seed in seeds)
    for name, found, problems in (
        ("Sources", f"{len(seeds):,} in {places.seeds.as_posix()}, {_size(size)}", wrong_seeds),
        ("Notes", f"{len(docs.vocabulary):,} of the vocabulary, {len(docs.pages):,} pages in {places.docs.as_posix()}", wrong_docs),
        ("Templates", f"{len(templates):,} in {places.templates.as_posix()}", wrong_templates),
    ):
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors:
            yield Finding(name, State.FAULT, f"{errors[0].location}: {errors[0].wrong}", errors[0].right)
        else:
            yield Finding(name, State.OK, found)


def _site(places: Places) -> Finding:
    """The finished site against the limits of GitHub Pages."""
    files, size = disk.measure(places.site)
    found = f"{files:,} files, {_size(size)} of the 1 GB that GitHub Pages takes"
    right = "Leave out recordings and pictures that can stand elsewhere, or publish on another host; a deployment has ten minutes."
    if not files:
        return Finding("Site", State.WARN, f"There is none in {places.site.as_posix()} yet.", "Run seedbed build.")
    if size > _LARGEST_SITE:
        return Finding("Site", State.FAULT, found, right)
    return Finding("Site", State.WARN, found, right) if size > _NEAR * _LARGEST_SITE else Finding("Site", State.OK, found)


def _cache(places: Places) -> Finding:
    files, size = disk.measure(places.cache)
    return Finding("Cache", State.OK, f"{files:,} files, {_size(size)} in {places.cache.as_posix()}; it may be deleted at any time")


def _workflow(places: Places) -> Finding:
    """Whether a push publishes the site."""
    folder = places.project / ".github/workflows"
    publishing = [path for path in disk.tree(folder) if b"actions/deploy-pages@" in (disk.read_file(folder / path) or b"")]
    if publishing:
        right = "If nothing appears: Settings → Pages → Build and deployment → Source: GitHub Actions"
        return Finding("GitHub Pages", State.OK, f"{publishing[0]} publishes", right)
    right = "Copy .github/workflows/publish.yml from Seedbed's repository, if the site shall stand there."
    return Finding("GitHub Pages", State.WARN, "No workflow publishes the site.", right)


def _browser(machine: Machine) -> Finding:
    if machine.browser:
        return Finding("Chromium", State.OK, f"{machine.browser}, for the browser tests")
    right = "Only tests need it: apt-get install chromium, or CHROMIUM=/path/to/it"
    return Finding("Chromium", State.OK, "not found", right)


def _size(size: int) -> str:
    """Bytes as people say them; units of a thousand, as GitHub counts."""
    amount, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.0f} {unit}" if unit == "bytes" or amount >= 10 else f"{amount:.1f} {unit}"
