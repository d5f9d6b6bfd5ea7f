"""Quotations on labelled documents: which are found to be speech, what became of them, where and when. Figures are printed with `-s`."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import marked, repeats
from generator.found import Match, Quote
from generator.model import Document, Passage, SourceText
from generator.read import read_all
from tests.quality.corpus import HERE, RAW, labels

FOLDERS = {"own": HERE / "quoted", "raw": RAW}
#: Precision and recall in hundredths of (line, result, turn, second). They only rise.
FLOORS = {"own": (100, 100), "raw": (100, 96)}


class Row(NamedTuple):
    """A quotation as it is labelled: file and line of the quotation, what became of it, line of the turn, second."""

    file: str
    line: int
    result: str
    at: int
    seconds: float | None


@cache
def read(folder: Path, files: tuple[str, ...]) -> tuple[Document, ...]:
    texts = [SourceText(name, (folder / name).read_bytes()) for name in files]
    documents, problems = read_all(texts)
    assert len(documents) == len(files), problems
    return documents


def documents(name: str) -> tuple[Document, ...]:
    if not FOLDERS[name].is_dir():
        pytest.skip("the raw documents do not stand beside this checkout")
    return read(FOLDERS[name], tuple(labels("quotes.yml")[name]["files"]))


def found(name: str) -> list[Row]:
    raw = documents(name)
    read_ = marked(raw, repeats(raw))
    passages = {p.id: (d.path, p) for d in read_ for p in d.passages}
    return [
        row(quote, *passages[quote.passage], passages[quote.traced.passages[0]][1] if quote.traced else None) for quote in quotes(read_)
    ]


def row(quote: Quote, path: str, passage: Passage, said: Passage | None) -> Row:
    result = "heard" if quote.heard else quote.match.value
    result = "unchecked" if quote.match is Match.NOT_FOUND and not quote.against else result
    return Row(path, passage.lines.first, result, said.lines.first if said else 0, quote.traced.seconds if quote.traced else None)


def labelled(name: str) -> list[Row]:
    return [Row(file, *values) for file, rows in labels("quotes.yml")[name]["quotes"].items() for values in rows]


@pytest.mark.parametrize("name", FLOORS)
def test_what_became_of_each_quotation(name: str) -> None:
    got, wanted = found(name), labelled(name)
    right = sum(min(got.count(row), wanted.count(row)) for row in set(wanted))
    figures = 100 * right // len(got), 100 * right // len(wanted)
    print(f"\n{name}: precision {figures[0]}, recall {figures[1]} of {len(wanted)}")
    wrong = sorted(set(got) - set(wanted), key=str), sorted(set(wanted) - set(got), key=str)
    assert all(a >= b for a, b in zip(figures, FLOORS[name], strict=True)), wrong


@pytest.mark.parametrize("name", FLOORS)
def test_nothing_is_called_missing_that_a_person_finds(name: str) -> None:
    wanted = {(row.file, row.line) for row in labelled(name) if row.result == "not-found"}
    assert {(row.file, row.line) for row in found(name) if row.result == "not-found"} == wanted


@pytest.mark.parametrize("name", FLOORS)
def test_cold_opens(name: str) -> None:
    read_ = documents(name)
    lines = {p.id: (d.path, p.lines.first) for d in read_ for p in d.passages}
    expected = {(file, line) for file, numbers in labels("quotes.yml")[name]["cold"].items() for line in numbers}
    assert {lines[repeat.passage] for repeat in repeats(read_)} == expected


def test_other_transcripts_have_no_repeated_cold_open() -> None:
    for folder in ("natural", "heldout"):
        files = sorted(f.name for f in (HERE / folder).iterdir() if f.suffix in {".txt", ".md", ".vtt", ".srt"})
        texts = read(HERE / folder, tuple(files))
        starts = {repeat.passage.partition("#")[0] for repeat in repeats(texts)}
        assert starts <= {"09-the-liars-engine"}, starts
