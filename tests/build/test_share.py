"""How much of a source's words is published, measured from outside: in all pages, the search index and all files for machines."""

import html
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import Built, build
from generator.excerpts import allowance, cell, cells, size
from generator.exports.search import dump, search
from generator.library import Library
from generator.model import Document, SourceText
from generator.places import Places
from generator.publishing import gather

ROOT = Path(__file__).parents[2]
#: Words count as published where so many of them stand in a row somewhere.
RUN = 6
#: Files that hold texts.
TEXTS = (".md", ".json", ".csv", ".ttl", ".txt", ".xml", ".html", ".eml")
#: Runs that stand somewhere by chance ("at the end of the day"), and ends of excerpts that happen to meet.
CHANCE = 1.05


def sources() -> Iterator[SourceText]:
    """The digests, and the natural, held-out and quoting documents of the quality tests. They are taken for texts of others."""
    for path in sorted((ROOT / "seeds").glob("*.md")):
        yield SourceText(f"seeds/{path.name}", path.read_bytes())
    for folder in ("natural", "heldout", "quoted"):
        for path in sorted((ROOT / "tests/quality" / folder).rglob("*")):
            if path.suffix in {".md", ".txt", ".html"}:
                yield SourceText(f"seeds/{folder}-{path.name}", path.read_bytes())


@pytest.fixture(scope="module")
def built() -> Built:
    inputs = gather(Places(ROOT, ROOT / "seeds", ROOT / "nowhere"))
    seeds = tuple(replace(seed, data=re.sub(rb"(?m)^publish:.*", b"publish: excerpts", seed.data)) for seed in sources())
    return build(replace(inputs, seeds=seeds))


@pytest.fixture(scope="module")
def runs(built: Built) -> frozenset[tuple[str, ...]]:
    """All runs of words that the site holds."""
    files = {file.path: file.data.decode("utf-8") for file in built.files if file.path.endswith(TEXTS)}
    files["search.json"] = dump(search(built.library, {}, built.pieces)).decode()
    return frozenset(run for path, text in files.items() for plain in _plain(path, text) for run in _runs(_words(plain)))


def _plain(path: str, text: str) -> Iterable[str]:
    """The texts of a file: JSON's strings one by one; a page without its marks and without the minute marks in its text."""
    if path.endswith(".json"):
        return list(_strings(json.loads(text)))
    aside = re.sub(r'<(?:a|span) class="sb-(?:mark|meant)".*?</(?:a|span)>', " ", text)
    return [html.unescape(html.unescape(re.sub(r"<[^>]*>", "", aside)))]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield html.unescape(value)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


@pytest.fixture(scope="module")
def common(built: Built) -> frozenset[tuple[str, ...]]:
    """Runs of words that several sources have: quotations, of which each source's own excerpts are what counts."""
    counts: Counter[tuple[str, ...]] = Counter()
    for document in built.library.documents.values():
        counts.update({run for passage in document.passages for run in _runs(_words(passage.text))})
    return frozenset(run for run, times in counts.items() if times > 1)


def published(
    document: Document, runs: Collection[tuple[str, ...]], library: Library, common: Collection[tuple[str, ...]]
) -> tuple[int, int]:
    """The words of a document that stand on the site, and all of them; what it says twice counts once, titles do not count."""
    standing = total = 0
    seen: set[tuple[str, ...]] = set()
    for passage in document.passages:
        words = _words(passage.text) if size(passage) else []
        own = set(_runs(_words(passage.text[slice(*library.excerpts.get(passage.id, (0, 0)))])))
        shown = {run for run in _runs(words) if run in runs and (run in own or run not in common)} - seen
        there = {at + i for at, run in enumerate(_runs(words)) if run in shown for i in range(RUN)}
        seen |= set(_runs(words))
        standing += len(there)
        total += len(words)
    return standing, total


def test_no_more_than_its_share_of_any_source_is_published(
    built: Built, runs: frozenset[tuple[str, ...]], common: frozenset[tuple[str, ...]]
) -> None:
    assert len(built.library.documents) > 40
    much = {}
    for document in built.library.documents.values():
        assert document.publish == "excerpts"
        tables = sum(len(_words(cell(text))) for p in document.passages if p.table for text in cells(p.table))
        standing, total = published(document, runs, built.library, common)
        words = sum(map(size, document.passages))
        allowed = (allowance(document) * total / max(words, 1) + tables) * CHANCE + 2 * RUN
        if standing > allowed:
            much[document.id] = (standing, round(allowed), total)
    assert not much


def test_every_used_passage_can_be_reached(built: Built) -> None:
    pages = {file.path: file.data.decode() for file in built.files if file.path.endswith(".md")}
    for document in built.library.documents.values():
        anchors = set(re.findall(r'id="([^"]+)"|\{ #(\S+) \}', pages[f"sources/{document.id}.md"]))
        there = {anchor for pair in anchors for anchor in pair}
        assert {built.library.passages[id].anchor for id in built.library.coverage[document.id].used} <= there
