"""Precision and recall of definitions on labelled documents, in hundredths: floors that only rise.

digests and raw: the five documents that the project began with (the raw ones where they stand beside the checkout). natural and
heldout: 46 documents by others, who define next to nothing; what counts there is that nothing else is found. definitions: two documents
written by the one who wrote the patterns, a development set.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.findings.terms.definitions import definitions
from generator.model import Document
from tests.quality import corpus, heldout
from tests.quality.judged import matches, vocabulary

#: Precision, recall (python -m pytest tests/quality/test_definitions.py).
FLOORS = {"digests": (100, 53), "raw": (100, 85), "natural": (100, 100), "heldout": (100, 100), "definitions": (100, 85)}


def labelled(name: str) -> Iterator[tuple[Document, int, list[dict[str, Any]]]]:
    """Documents, by how many lines their labels are shifted, and the labels."""
    labels = corpus.labels("definitions.yml")
    if name in {"digests", "raw"}:
        other = "raw" if name == "digests" else "digest"
        for found in corpus.documents():
            if (name == "raw") == found.name.endswith("(raw)"):
                wanted = labels["documents"].get(found.name.removesuffix(" (raw)"), [])
                yield found.document, found.shift, [label for label in wanted if label.get("only") != other]
    elif name == "heldout":
        for title, document in heldout.documents():
            yield document, 0, labels["heldout"].get(title, [])
    else:
        for path in sorted((corpus.HERE / name).iterdir()):
            if path.suffix in {".md", ".txt"}:
                yield corpus.load(Path(path)), 0, labels[name].get(path.name, [])


def measured(name: str) -> tuple[int, int, list[str]]:
    wrong, right, wanted = [], 0, 0
    for document, shift, labels in labelled(name):
        lines = {passage.id: passage.lines for passage in document.passages}
        open_ = [(label["line"] + shift, label["term"].lower()) for label in labels]
        wanted += len(open_)
        for found in definitions([document], vocabulary(), matches(document)):
            first, last = lines[found.passage]
            hit = next((label for label in open_ if first <= label[0] <= last and label[1] == found.term.lower()), None)
            if hit:
                open_.remove(hit)
                right += 1
            else:
                wrong.append(found.text)
    return 100 * right // max(1, right + len(wrong)) if right or wrong else 100, 100 * right // wanted if wanted else 100, wrong


@pytest.mark.parametrize("name", FLOORS)
def test_precision_and_recall(name: str) -> None:
    if name == "raw" and not corpus.RAW.exists():
        pytest.skip("the raw documents do not stand beside the checkout")
    precision, recall, wrong = measured(name)
    floors = FLOORS[name]
    assert precision >= floors[0] and recall >= floors[1], f"{name}: {precision}, {recall}; wrong: {wrong}"
