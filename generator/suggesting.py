"""Suggestions of the last build accepted into the curator's files, or turned down: from folders to files. Suggests nothing by itself."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from generator import curating, desk, disk, folders
from generator.changing import unknown_source
from generator.curated import flow, with_item
from generator.entering import Wanted
from generator.exports.knowledge import dump
from generator.findings.suggestions.rejected import HEAD
from generator.model import ConceptId, ConceptKind, SourceText
from generator.output import OutputFile
from generator.places import Places
from generator.report import Location, Problem, Report
from generator.text import slug
from generator.vocabulary import assemble
from generator.written import fields

Item = dict[str, Any]
_FILE = "suggestions.json"
#: Seeds that can hold front matter; the others have a sidecar.
_FRONTED = frozenset({".md", ".txt"})


def waiting(places: Places) -> tuple[tuple[Item, ...], Report]:
    """The suggestions of the last build that were neither accepted nor rejected since, in their order."""
    data = disk.read_file(places.build / _FILE)
    try:
        return tuple(json.loads(data or b"")["suggestions"]), Report()
    except (ValueError, KeyError, TypeError):
        place = Location((places.build / _FILE).as_posix())
        return (), Report.of([Problem("no-last-build", place, "No build has made suggestions.", "Build first: seedbed build")])


def known(places: Places, source: str) -> Report:
    """Whether there is a source of this id; if not, a problem that names the one that is most like it."""
    ids = {slug(PurePosixPath(seed.path).stem) for seed in folders.read_seeds(places.seeds)[0]}
    return Report() if source in ids else Report.of([unknown_source(places, source, ids)])


def chosen(items: Sequence[Item], picks: Sequence[str]) -> tuple[tuple[Item, ...], Report]:
    """Those that are meant, each by its number or its id; what means none of them is a problem."""
    known = {str(item[name]): item for item in items for name in ("number", "id")}
    wrong = [
        Problem("no-such-suggestion", Location(_FILE), f"No suggestion `{pick}` is waiting.", "seedbed suggest lists them.")
        for pick in picks
        if pick not in known
    ]
    return tuple(known[pick] for pick in dict.fromkeys(picks) if pick in known), Report.of(wrong)


def accept(places: Places, item: Item, *, kind: ConceptKind | None = None) -> tuple[Location, Report]:
    """Write what a suggestion proposes into the curator's file, or into the front matter of a seed. Nothing is written where it clashes.

    `kind`: what a new entry is, if not what is suggested. Returns where it stands now.
    """
    if item["kind"] == "origin":
        return _origin(places, item)
    if item["concept"] is None:
        wanted = Wanted(kind or ConceptKind(item["kind"]), item["name"], alt=(item["alt"],) if item["alt"] else ())
        return curating.new_entry(places, wanted)
    return _added(places, item)


def done(places: Places, items: Sequence[Item]) -> None:
    """Take suggestions off the list of those that wait; the numbers of the others stay until the next build."""
    left = [item for item in waiting(places)[0] if item["id"] not in {each["id"] for each in items}]
    disk.write(places.build, [OutputFile(_FILE, dump({"suggestions": left}))], prune=False)


def reject(places: Places, items: Sequence[Item]) -> Path:
    """Remember suggestions as turned down, in docs/rejected.yml."""
    path = places.docs / folders.REJECTED
    there = disk.read_file(path)
    held = (there or HEAD.encode()).decode("utf-8", "surrogateescape")
    held = HEAD if held.strip() == "[]" else held.rstrip("\n") + "\n"
    marks = {f"- {fields({'x': item['id']})[3:].strip()}  # ": " ".join(str(item["says"]).split()) for item in items}
    lines = "".join(f"{mark}{says}\n" for mark, says in marks.items() if f"\n{mark}" not in f"\n{held}")
    data = (held + lines).encode("utf-8", "surrogateescape")
    _ = desk.create(path, data) if there is None else desk.rewrite(path, data, before=there)
    return path


def _added(places: Places, item: Item) -> tuple[Location, Report]:
    """A label or a relation more in an entry that is there."""
    docs, _ = folders.read_docs(places.docs)
    held, known = assemble(docs.vocabulary)
    concept = held.concepts.get(ConceptId(item["concept"]))
    if concept is None:
        wrong = f"There is no entry `{item['concept']}` any more."
        return Location(docs.folder), Report.of([Problem("id-unknown", Location(docs.folder), wrong, "Build again for new suggestions.")])
    file = next(file for file in docs.vocabulary if file.path == concept.location.path)
    data = _with_item(file, item)
    if data is None:
        right = f"Write it by hand: {item['kind']}: [{flow(item['name'], item['near'])}]"
        return concept.location, Report.of([Problem("entry-place", concept.location, "Nothing can be added to this entry.", right)])
    edited = replace(file, data=data)
    _, after = assemble([edited if each is file else each for each in docs.vocabulary])
    shifted = {(problem.code, problem.wrong) for problem in known}
    clashes = [problem for problem in after if (problem.code, problem.wrong) not in shifted]
    if not clashes:
        desk.rewrite(places.docs / PurePosixPath(file.path).relative_to(docs.folder), data, before=file.data)
    return concept.location, Report.of(clashes)


def _with_item(file: SourceText, item: Item) -> bytes | None:
    """A file of the vocabulary with the item in it: a note's front matter, or an entry of a list."""
    text = file.data.decode("utf-8", "surrogateescape")
    words = flow(item["name"], item["near"])
    if not file.path.endswith(".md"):
        made = with_item(text, item["kind"], words, entry=item["concept"])
        return made.encode("utf-8", "surrogateescape") if made is not None else None
    start = text.find("\n") + 1
    end = text.find("\n---", start) + 1
    head = with_item(text[start:end], item["kind"], words)
    return (text[:start] + head + text[end:]).encode("utf-8", "surrogateescape") if head is not None else None


def _origin(places: Places, item: Item) -> tuple[Location, Report]:
    """State an origin in the seeds that state none: in their front matter, or in the sidecar of those that can have none."""
    stated = fields({"origin": item["name"]})
    seeds, _ = folders.read_seeds(places.seeds)
    place = Location(places.seeds.as_posix())
    for seed in (seed for seed in seeds if slug(PurePosixPath(seed.path).stem) in item["sources"]):
        fronted = PurePosixPath(seed.path).suffix.lower() in _FRONTED and seed.sidecar is None
        path = Path(seed.path) if fronted else Path(seed.path).with_suffix(folders.SIDECAR)
        before = seed.data if fronted else seed.sidecar
        data = _stated(before or b"", stated, fronted=fronted)
        written = desk.create(path, data) if before is None else desk.rewrite(path, data, before=before)
        place = Location(path.as_posix())
        if not written:
            return place, Report.of([Problem("entry-there", place, "This file has changed meanwhile.", "Run the command again.")])
    return place, Report()


def _stated(data: bytes, stated: str, *, fronted: bool) -> bytes:
    """A file with a field more in its front matter; a sidecar is nothing but fields."""
    line = stated.replace("\n", "\r\n").encode() if b"\r\n" in data else stated.encode()
    if not fronted:
        return (data.rstrip() + b"\n" if data.strip() else b"") + line
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    body = data.removeprefix(mark)
    if not body.startswith((b"---\n", b"---\r\n")):
        rule = b"---\r\n" if b"\r\n" in data else b"---\n"
        return mark + rule + line + rule + body
    close = body.find(b"\n---", 3) + 1
    return mark + body[:close] + line + body[close:]
