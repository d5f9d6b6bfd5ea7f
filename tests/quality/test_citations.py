"""The project's own citations: every topic and trend note cites, every citation holds, and a change of any cited word breaks it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from generator.findings.citations import citations
from generator.folders import read_docs, read_seeds
from generator.found import Citation
from generator.model import Concept, ConceptKind, Document, Passage, Vocabulary
from generator.read import read_all
from generator.report import Severity
from generator.vocabulary import assemble
from tests.quality.corpus import PROJECT

#: What can happen to a word: another one stands there, a letter of it changes, it is gone, it gets a prefix, an ending.
CHANGES: dict[str, Callable[[str], str]] = {
    "another word": lambda word: "zebra",
    "a letter changed": lambda word: word[:-1] + ("x" if word[-1] not in "xX" else "y"),
    "left out": lambda word: "",
    "with a prefix": lambda word: f"un{word}",
    "with an ending": lambda word: f"{word}s",
}


@cache
def project() -> tuple[tuple[Document, ...], Vocabulary]:
    seeds, _ = read_seeds(PROJECT / "seeds")
    docs, _ = read_docs(PROJECT / "docs")
    return read_all(seeds)[0], assemble(docs.vocabulary)[0]


def cited() -> tuple[Citation, ...]:
    documents, vocabulary = project()
    return citations(documents, vocabulary, ())[0]


def notes() -> list[Concept]:
    return [c for c in project()[1].concepts.values() if c.kind in {ConceptKind.TOPIC, ConceptKind.TREND}]


def test_every_topic_and_trend_note_cites_and_every_citation_holds() -> None:
    documents, vocabulary = project()
    found, problems = citations(documents, vocabulary, ())
    assert not problems, "\n".join(map(str, problems))
    counts = Counter(c.page for c in found)
    assert {f"{c.kind.value}s/{c.id}.md" for c in notes()} == set(counts)
    print(f"{len(found)} citations in {len(counts)} notes, {min(counts.values())} to {max(counts.values())} a note")


def test_a_citation_is_a_phrase_that_one_place_has() -> None:
    assert [c.words for c in cited() if not 3 <= len(c.words.split()) <= 12] == []


def words_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the words in a part of a text: runs of letters and digits."""
    at = start
    while at < end:
        if not text[at].isalnum():
            at += 1
            continue
        last = next((i for i in range(at, end) if not text[i].isalnum()), end)
        yield at, last
        at = last


def broken(document: Document, vocabulary: Vocabulary, passage: Passage, text: str) -> bool:
    """Whether the check fails once the passage has another text."""
    changed = replace(document, passages=tuple(replace(p, text=text) if p is passage else p for p in document.passages))
    return any(p.severity is Severity.ERROR for p in citations((changed,), vocabulary, ())[1])


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_a_cited_word_breaks_the_check(change: str, capsys: pytest.CaptureFixture[str]) -> None:
    documents, _ = project()
    passages = {p.id: p for d in documents for p in d.passages}
    tried, missed = 0, []
    for citation in cited():
        only = Vocabulary({c.id: c for c in notes() if f"{c.kind.value}s/{c.id}.md" == citation.page})
        source = next(d for d in documents if d.id == citation.source)
        for place in citation.places:
            passage = passages[place.passage]
            for start, end in words_of(passage.text, place.start, place.end):
                text = passage.text[:start] + CHANGES[change](passage.text[start:end]) + passage.text[end:]
                tried += 1
                if not broken(source, only, passage, text):
                    missed.append((citation.page, citation.words, passage.text[start:end]))
    held = tried - len(missed)
    with capsys.disabled():
        print(f"\nA cited word, {change}: {held} of {tried} changes break the check ({100 * held / tried:.0f} %)")
    assert tried > 1000
    assert not missed
