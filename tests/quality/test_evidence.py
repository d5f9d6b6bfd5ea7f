"""Precision and recall of evidence on labelled passages, in hundredths: floors that only rise.

documents: the five that the project began with, where they stand beside the checkout.
digests: the project's seeds. natural: 18 documents by two authors who saw neither the code nor the vocabulary. heldout: 28
documents whose author avoided the usual words of the field; a program that goes by words finds little there, and this keeps it honest.
"""

import pytest

from generator.findings.evidence import graded
from generator.found import Grade
from tests.quality.corpus import RAW
from tests.quality.judged import pairs

#: Any evidence: precision, recall; central: precision, recall (python -m pytest tests/quality/test_evidence.py). The digests' recall was 83
#: and 89 as long as whoever a note names counted as its subject: then all that a person says was evidence of any note with that name in it.
FLOORS = {
    "documents": (77, 83, 54, 90),
    "digests": (78, 82, 54, 88),
    "natural-a": (80, 64, 80, 58),
    "natural-b": (76, 57, 79, 50),
    "heldout": (74, 17, 77, 16),
}


def measured(name: str) -> tuple[int, int, int, int]:
    judged = [(graded(found), grade) for _, found, grade in pairs((name,))]
    figures = []
    for least, wanted in ((1, {Grade.CENTRAL, Grade.SUPPORTING}), (2, {Grade.CENTRAL})):
        taken = [grade for got, grade in judged if got in wanted]
        right = sum(grade >= least for grade in taken)
        figures += [100 * right // max(1, len(taken)), 100 * right // sum(grade >= least for _, grade in judged)]
    return figures[0], figures[1], figures[2], figures[3]


@pytest.mark.parametrize("name", [name for name in FLOORS if name != "documents" or RAW.exists()])
def test_precision_and_recall(name: str) -> None:
    found = measured(name)
    assert all(got >= floor for got, floor in zip(found, FLOORS[name], strict=True)), f"{name}: {found}, floors {FLOORS[name]}"
