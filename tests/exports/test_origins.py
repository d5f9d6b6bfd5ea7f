"""Origins as data, and as suggestions that the curator may paste."""

import json
from dataclasses import replace

import pytest

from generator.exports.knowledge import dump, knowledge
from generator.exports.suggestions import suggestions
from generator.found import Origin
from generator.library import Library
from tests.exports.hand_built import CLOSED, OPEN, QUOTED, library

PAIR = Origin("origin-1", (CLOSED, OPEN), ("5 shared quotations", "7 shared phrases"), (QUOTED.id,), suggested=True, counts=False)


def suggested(**talk: str) -> dict[str, object]:
    made: Library = replace(library(), origins=(PAIR,))
    made = replace(made, documents={id: replace(d, **talk) if id == OPEN else d for id, d in made.documents.items()})  # type: ignore[arg-type]  # fields by name
    (found,) = json.loads(suggestions(made))["origins"]
    return found  # type: ignore[no-any-return]


def test_an_origin_says_why_and_whether_it_counts() -> None:
    data = json.loads(dump(knowledge(replace(library(), origins=(PAIR,)), whole=False)))
    assert data["origins"] == [
        {"id": "origin-1", "sources": [CLOSED, OPEN], "reason": "5 shared quotations; 7 shared phrases", "suggested": True, "counts": False,
         "passages": [QUOTED.id]},
    ]  # fmt: skip


def test_a_suggestion_is_named_after_the_transcript_and_goes_into_both_files() -> None:
    found = suggested()
    assert (found["paste"], found["because"]) == ('origin: "an-open-talk"', "5 shared quotations; 7 shared phrases")
    assert found["paths"] == ["/home/someone/in/closed-article.txt", "seeds/open-talk.md"]


@pytest.mark.parametrize("name", ["Garden Day", 'A "day": of gardens'])
def test_where_one_file_names_the_origin_the_other_takes_it_over(name: str) -> None:
    found = suggested(origin=name)
    assert found["paste"] == f"origin: {json.dumps(name)}" and found["paths"] == ["/home/someone/in/closed-article.txt"]


def test_what_is_declared_is_not_suggested() -> None:
    assert json.loads(suggestions(replace(library(), origins=(replace(PAIR, suggested=False),))))["origins"] == []
