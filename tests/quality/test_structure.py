"""Every line of the five documents has the role that a person gave it, in the digest and in the raw text."""

import pytest

from tests.quality.corpus import Labelled, documents, labels

DOCUMENTS = list(documents())


@pytest.mark.parametrize("found", DOCUMENTS, ids=lambda f: f.name)
def test_kind_is_told(found: Labelled) -> None:
    assert found.document.kind == labels("structure.yml")[found.name.removesuffix(" (raw)")]["kind"]


@pytest.mark.parametrize("found", DOCUMENTS, ids=lambda f: f.name)
def test_every_line_has_its_role(found: Labelled) -> None:
    wrong = []
    for entry in labels("structure.yml")[found.name.removesuffix(" (raw)")].get("roles", []):
        first, last = entry["lines"]
        for line in range(first, last + 1):
            passage = found.at(line)
            if passage is not None and passage.role != entry["role"]:
                wrong.append((line, entry["role"], str(passage.role), passage.text[:60]))
    assert wrong == []


@pytest.mark.parametrize("found", [d for d in DOCUMENTS if d.document.kind == "transcript"], ids=lambda f: f.name)
def test_turns_have_their_speakers_and_seconds(found: Labelled) -> None:
    expected = [tuple(t) for t in labels("structure.yml")[found.name.removesuffix(" (raw)")]["turns"]]
    turns = [(p.lines.first - found.shift, p.speaker, p.seconds) for p in found.document.passages if p.role == "turn"]
    assert turns == expected
