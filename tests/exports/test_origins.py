"""Origins as data, and as suggestions that the curator may accept."""

import json
from dataclasses import replace

import pytest

from generator.exports.knowledge import dump, knowledge
from generator.findings.suggestions.relations import tied
from generator.found import Origin, Suggestion
from generator.library import Library
from tests.exports.hand_built import CLOSED, OPEN, QUOTED, library

PAIR = Origin("origin-1", (CLOSED, OPEN), ("5 shared quotations", "7 shared phrases"), (QUOTED.id,), suggested=True, counts=False)


def suggested(**talk: str) -> Suggestion:
    made: Library = library()
    documents = {id: replace(d, **talk) if id == OPEN else d for id, d in made.documents.items()}  # type: ignore[arg-type]  # fields by name
    (found,) = tied([PAIR], documents)
    return found


def test_an_origin_says_why_and_whether_it_counts() -> None:
    data = json.loads(dump(knowledge(replace(library(), origins=(PAIR,)), whole=False)))
    assert data["origins"] == [
        {"id": "origin-1", "sources": [CLOSED, OPEN], "reason": "5 shared quotations; 7 shared phrases", "suggested": True, "counts": False,
         "passages": [QUOTED.id]},
    ]  # fmt: skip


def test_a_suggestion_is_named_after_the_transcript_and_goes_into_both_files() -> None:
    found = suggested()
    assert (found.name, found.sources) == ("an-open-talk", (CLOSED, OPEN))
    assert found.because == f"{CLOSED} and {OPEN}: 5 shared quotations; 7 shared phrases"


@pytest.mark.parametrize("name", ["Garden Day", 'A "day": of gardens'])
def test_where_one_file_names_the_origin_the_other_takes_it_over(name: str) -> None:
    found = suggested(origin=name)
    assert (found.name, found.sources) == (name, (CLOSED,))


def test_what_is_declared_is_not_suggested() -> None:
    assert list(tied([replace(PAIR, suggested=False)], library().documents)) == []
