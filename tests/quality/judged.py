"""Every judged pair of passage and subject, with its signals and the grade that a person gave (0 none, 1 supporting, 2 central)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import yaml

from generator.findings.evidence.signals import Signals, signals
from generator.match import Matcher, match, matcher
from generator.model import ConceptId, ConceptKind, Document, Matches, PassageId, SourceText, Vocabulary
from generator.vocabulary import assemble
from tests.quality import corpus, heldout

#: (document, passage, subject), signals, grade.
Pair = tuple[tuple[str, PassageId, ConceptId], Signals, int]


@cache
def vocabulary() -> Vocabulary:
    docs = corpus.PROJECT / "docs"
    files = sorted([*docs.glob("topics/*.md"), *docs.glob("trends/*.md"), *docs.glob("vocabulary/*.yml")])
    found, problems = assemble(SourceText(str(f.relative_to(corpus.PROJECT)), f.read_bytes()) for f in files)
    assert not problems
    return found


@cache
def _matcher() -> Matcher:
    return matcher(vocabulary())


def matches(document: Document) -> Matches:
    return match([document], _matcher())


def labelled(sets: Iterable[str]) -> Iterator[tuple[str, Document, list[dict[str, Any]], int]]:
    """Name, document, labels, and by how many lines the labels are shifted.

    Sets: digests; documents (raw where they are there, else digests); natural, natural-a, natural-b; heldout.
    """
    for name in sets:
        if name in {"documents", "digests"}:
            found = list(corpus.documents())
            raw = [f for f in found if f.shift == 0]
            chosen = raw if name == "documents" and raw else [f for f in found if f.shift]
            for f in chosen:
                yield f.name, f.document, corpus.labels("evidence.yml")[f.name.removesuffix(" (raw)")]["labels"], f.shift
        elif name == "heldout":
            labels = heldout.expected("evidence.yml")
            for title, document in heldout.documents():
                yield title, document, labels.get(title, []), 0
        else:
            yield from _natural(name)


def _natural(name: str) -> Iterator[tuple[str, Document, list[dict[str, Any]], int]]:
    folder = corpus.HERE / "natural"
    for part in ("a", "b") if name == "natural" else (name.removeprefix("natural-"),):
        for title, entry in yaml.safe_load((folder / f"{part}.yml").read_text("utf-8")).items():
            yield title, corpus.load(folder / title), entry["labels"], 0


def pairs(sets: Iterable[str]) -> Iterator[Pair]:
    subjects = [c.id for c in vocabulary().concepts.values() if c.kind in {ConceptKind.TOPIC, ConceptKind.TREND}]
    for name, document, labels, shift in labelled(sets):
        grades = _grades(document, labels, shift)
        for passage, found in signals([document], vocabulary(), matches(document)):
            for subject in subjects:
                key = (passage.id, subject)
                yield (name, *key), found.get(subject, Signals()), grades.get(key, 0)


def _grades(document: Document, labels: Iterable[dict[str, Any]], shift: int) -> dict[tuple[PassageId, ConceptId], int]:
    """The highest grade of the labels on any line of a passage."""
    grades: dict[tuple[PassageId, ConceptId], int] = {}
    for label in labels:
        line = label["line"] + shift
        passage = next((p for p in document.passages if p.lines.first <= line <= p.lines.last), None)
        assert passage is not None, (document.id, line)
        key = (passage.id, ConceptId(label["concept"]))
        grades[key] = max(grades.get(key, 0), 2 if label["grade"] == "central" else 1)
    return grades
