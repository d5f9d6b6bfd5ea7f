"""Suggested origins on labelled documents: the pairs that count as one, those that are only suggested. Figures are printed with `-s`."""

from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from generator.findings.origins import origins
from generator.findings.origins.declared import joined
from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import marked, repeats
from generator.found import Origin
from generator.match import match, matcher
from generator.model import Document, SourceText
from generator.read import read_all
from tests.quality.corpus import HERE, PROJECT, RAW, labels
from tests.quality.judged import vocabulary

Pairs = set[tuple[str, ...]]
OWN, LATER = HERE / "origins", HERE / "origins" / "later"
OTHERS = (HERE / "natural", HERE / "heldout", HERE / "definitions", HERE / "quoted")
#: Recall in hundredths, of pairs that count as one and of pairs that are suggested at all. They only rise; precision is 100.
FLOORS = {"own": (100, 100), "later": (33, 100)}


@cache
def read(*folders: Path) -> tuple[Document, ...]:
    """The documents of some folders, without what their front matter says of origins."""
    files = sorted(file for folder in folders for file in folder.iterdir() if file.suffix in {".txt", ".md", ".vtt", ".srt"})
    documents, problems = read_all([SourceText(file.name, file.read_bytes()) for file in files])
    assert len(documents) == len(files), problems
    bare = [replace(document, origin="", derived_from=()) for document in documents]
    return marked(bare, repeats(bare))


@cache
def found(*folders: Path) -> tuple[Origin, ...]:
    documents = read(*folders)
    return origins(documents, vocabulary(), match(documents, matcher(vocabulary())), quotes(documents))


def as_one(tied: tuple[Origin, ...]) -> Pairs:
    """All pairs that count as one, also through a third source."""
    heads = joined(origin.sources for origin in tied if origin.counts)
    return {pair for pair in combinations(sorted(heads), 2) if heads[pair[0]] == heads[pair[1]]}


def labelled(name: str) -> Pairs:
    return {pair for group in labels("origins.yml")[name]["same"] for pair in combinations(sorted(group), 2)}


@pytest.mark.parametrize(("name", "folder"), [("own", OWN), ("later", LATER)])
def test_what_counts_as_one_is_one(name: str, folder: Path) -> None:
    true, counted = labelled(name), as_one(found(folder))
    suggested = counted | {origin.sources for origin in found(folder)}
    figures = 100 * len(counted & true) // len(true), 100 * len(suggested & true) // len(true)
    print(f"\n{name}: {len(true)} pairs; counted as one {figures[0]}, suggested {figures[1]}")
    assert suggested <= true, suggested - true
    assert all(a >= b for a, b in zip(figures, FLOORS[name], strict=True)), true - suggested


def test_pairs_that_look_alike_are_not_even_suggested() -> None:
    for name, folder in (("own", OWN), ("later", LATER)):
        hard = {tuple(sorted(pair)) for pair in labels("origins.yml")[name]["hard"]}
        assert not hard & {origin.sources for origin in found(folder)}


def test_among_all_labelled_documents_nothing_else_is_suggested() -> None:
    folders = (OWN, LATER, *OTHERS)
    true = labelled("own") | labelled("later") | {("oven-report", "oven-talk")}
    pairs = len(read(*folders)) * (len(read(*folders)) - 1) // 2
    suggested = {origin.sources for origin in found(*folders)}
    print(f"\n{pairs} pairs, {len(suggested)} suggested, {len(suggested - true)} wrong")
    assert suggested <= true


@pytest.mark.skipif(not RAW.is_dir(), reason="the raw documents do not stand beside this checkout")
def test_a_digest_and_its_original_count_as_one() -> None:
    raw = {entry["raw"].rpartition(".")[0].replace("_", "-"): digest for digest, entry in labels("structure.yml").items()}
    events = {"what-is-an-ai-engineer-summary": "what-is-an-ai-engineer-transcript"}
    named = {id: events.get(raw.get(id, id), raw.get(id, id)) for id in (d.id for d in read(PROJECT / "seeds", RAW))}
    true = {pair for pair in combinations(sorted(named), 2) if named[pair[0]] == named[pair[1]]}
    assert as_one(found(PROJECT / "seeds", RAW)) == true
    assert {origin.sources for origin in found(PROJECT / "seeds", RAW)} <= true
