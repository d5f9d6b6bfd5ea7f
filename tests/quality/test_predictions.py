"""Precision and recall of predictions by line, in hundredths: floors that only rise. Precision comes first.

documents: the five that the project began with (the raw ones where they stand beside the checkout, else the digests); digests: the
project's seeds; natural and heldout: 46 invented documents. All are a development set here (see predictions.yml): the figures
show what must not get worse, not what to expect of a source that nobody has seen.
"""

from collections.abc import Iterator

import pytest

from generator.findings.predictions import predictions
from generator.findings.predictions.forecasts import forecast
from generator.found import Prediction
from generator.model import Document
from tests.quality import corpus

#: Precision, recall (python -m pytest tests/quality/test_predictions.py).
FLOORS = {"documents": (100, 84), "digests": (100, 86), "natural": (100, 76), "heldout": (100, 78)}
#: The same of single sentences: of those that were looked at while the rules were made, and of those that were only counted.
SENTENCES = {"looked at": (98, 95), "counted": (96, 79)}


def documents(name: str) -> Iterator[tuple[str, Document, int, set[int]]]:
    """Name, document, by how many lines the labels are shifted, and the labelled lines."""
    labels = corpus.labels("predictions.yml")
    if name in {"natural", "heldout"}:
        for file, lines in labels[name].items():
            yield file, corpus.load(corpus.HERE / name / file), 0, set(lines)
        return
    found = list(corpus.documents())
    raw = [f for f in found if f.shift == 0]
    for f in raw if raw and name == "documents" else [f for f in found if f.shift]:
        yield f.name, f.document, f.shift, set(labels["documents"][f.name.removesuffix(" (raw)")])


def lines_of(document: Document, found: Prediction) -> set[int]:
    """The lines on which the statement stands, first and again."""
    passages = [p for p in document.passages if p.id in {found.passage, *found.repeats}]
    return {line for p in passages for line in range(p.lines.first, p.lines.last + 1)}


def measured(name: str) -> tuple[int, int]:
    right = taken = wanted = met = 0
    for _, document, shift, labels in documents(name):
        spans = [{line - shift for line in lines_of(document, p)} for p in predictions([document])]
        taken += len(spans)
        right += sum(bool(span & labels) for span in spans)
        wanted += len(labels)
        met += len(labels & set().union(*spans))
    return 100 * right // taken, 100 * met // wanted


@pytest.mark.parametrize("name", FLOORS)
def test_precision_and_recall(name: str) -> None:
    found = measured(name)
    assert all(got >= floor for got, floor in zip(found, FLOORS[name], strict=True)), f"{name}: {found}, floors {FLOORS[name]}"


@pytest.mark.parametrize("half", SENTENCES)
def test_sentences(half: str) -> None:
    """A reader's yes or no to sentences in many registers, most of which have the forms of the future."""
    labels, first = corpus.labels("foretelling.yml"), list(SENTENCES).index(half)
    yes, no = ([s for s in labels[answer].splitlines()[first::2] if forecast(s, 0, len(s), made="2025-03-01")] for answer in ("yes", "no"))
    precision, recall = 100 * len(yes) // len([*yes, *no]), 100 * len(yes) // len(labels["yes"].splitlines()[first::2])
    print(f"\n{half}: precision {precision}, recall {recall}")
    assert (precision >= SENTENCES[half][0], recall >= SENTENCES[half][1]) == (True, True), (precision, recall)


@pytest.mark.parametrize("case", corpus.labels("predictions.yml")["horizons"], ids=lambda c: f"{c['file']}:{c['line']}")
def test_horizons_and_due_dates(case: dict[str, str | int]) -> None:
    document = corpus.load(corpus.HERE / str(case["file"]))
    found = [p for p in predictions([document]) if case["line"] in lines_of(document, p)]
    assert (case["horizon"], str(case.get("due", ""))) in {(p.horizon, p.due) for p in found}
