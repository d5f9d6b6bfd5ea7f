"""`knowledge.json`: what it holds whole, what the published one holds back, and that both follow the schema."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.exports import EXPORTS, LOCAL
from generator.exports.knowledge import ARRAYS, dump, dumped, knowledge
from generator.exports.schema import ITEMS, schema
from generator.tracing import Pieces
from tests.exports.hand_built import CLOSED, LONG, PASSAGES, QUOTED, TURN, UNQUOTED, library

#: DESIGN § 7: at least these.
FIELDS = {
    "sources": "id path kind title publisher date url origin speakers",
    "passages": "id source lines heading speaker seconds role text",
    "concepts": "id kind prefLabel altLabel hiddenLabel definition broader related member url",
    "mentions": "concept passage start end surface misheard",
    "evidence": "concept passage grade",
    "coverage": "source passages used unused excluded",
    "origins": "id sources reason",
}
WHOLE = knowledge(library(), whole=True)
PUBLISHED = knowledge(library(), whole=False)


def by_id(data: dict[str, object], array: str, id: str) -> dict[str, object]:
    items = data[array]
    assert isinstance(items, list)
    return next(item for item in items if item["id"] == id)  # type: ignore[no-any-return]


@pytest.mark.parametrize("data", [WHOLE, PUBLISHED], ids=["whole", "published"])
def test_it_follows_its_schema(data: dict[str, object]) -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(dump(data)))


def test_every_array_has_a_schema_and_the_fields_of_the_design() -> None:
    assert list(ARRAYS) == list(ITEMS)
    for array, fields in FIELDS.items():
        assert set(fields.split()) <= set(ITEMS[array]["required"])


def test_every_passage_is_listed_whatever_its_role() -> None:
    assert {item["id"] for item in PUBLISHED["passages"]} == {passage.id for passage in PASSAGES}


def test_the_whole_one_holds_every_text() -> None:
    assert by_id(WHOLE, "passages", QUOTED.id)["text"] == LONG
    assert by_id(WHOLE, "passages", UNQUOTED.id)["text"] == UNQUOTED.text
    assert by_id(WHOLE, "sources", CLOSED)["path"] == "/home/someone/in/closed-article.txt"


def test_a_source_that_may_be_shown_is_published_whole() -> None:
    assert by_id(PUBLISHED, "passages", TURN.id)["text"] == TURN.text
    assert next(m for m in PUBLISHED["mentions"] if m["passage"] == TURN.id and m["surface"] == "Compost")["start"] == 0


def test_of_other_sources_only_quoted_passages_have_a_text_and_a_short_one() -> None:
    quoted = by_id(PUBLISHED, "passages", QUOTED.id)
    assert len(str(quoted["text"]).split()) <= 60
    assert "Gardens need compost" in str(quoted["text"]), "the excerpt shows what the passage is cited for"
    start, end = quoted["excerpt"]  # type: ignore[misc]
    assert LONG[start:end] == quoted["text"]
    assert [by_id(PUBLISHED, "passages", p.id)["text"] for p in PASSAGES[2:]] == [None, None, None]
    assert by_id(PUBLISHED, "passages", PASSAGES[4].id)["table"] is None


def test_a_place_in_a_text_that_is_not_there_is_not_published() -> None:
    places = {(m["passage"], m["start"] is None) for m in PUBLISHED["mentions"]}
    assert (QUOTED.id, True) in places
    assert (UNQUOTED.id, True) in places


def test_no_folder_of_the_machine_is_published() -> None:
    assert by_id(PUBLISHED, "sources", CLOSED)["path"] == "in/closed-article.txt"


def test_a_speaker_has_the_preferred_name_and_the_one_as_written() -> None:
    turn = by_id(PUBLISHED, "passages", TURN.id)
    assert (turn["speaker"], turn["speaker_as_written"]) == ("Ana Silva", "Ana")


def test_places_of_mentions_point_into_the_text() -> None:
    texts = {p["id"]: p["text"] for p in WHOLE["passages"]}
    assert WHOLE["mentions"]
    assert all(texts[m["passage"]][m["start"] : m["end"]] == m["surface"] for m in WHOLE["mentions"])


def test_evidence_is_in_the_order_of_its_strength() -> None:
    assert [(e["passage"], e["grade"]) for e in WHOLE["evidence"]] == [(TURN.id, "central"), (QUOTED.id, "supporting")]


def test_files_are_the_same_each_time() -> None:
    for export in (*EXPORTS.values(), *LOCAL.values()):
        assert list(export(library(), Pieces(library()))) == list(export(library(), Pieces(library())))


@pytest.mark.parametrize("whole", [True, False])
def test_made_piece_by_piece_it_is_the_same(whole: bool) -> None:
    assert b"".join(dumped(library(), Pieces(library()), whole=whole)) == dump(knowledge(library(), whole=whole))


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.recursive(st.text(), lambda s: st.lists(s, max_size=3), max_leaves=6))
def test_dumped_is_json_whatever_the_text(value: object) -> None:
    data = {"a": value, "b": [value, value], "c": []}
    assert json.loads(dump(data)) == data


def test_one_item_of_an_array_is_one_line() -> None:
    assert dump({"a": [{"x": 1}, {"x": 2}], "b": "c"}).decode() == '{\n"a": [\n{"x": 1},\n{"x": 2}\n],\n"b": "c"\n}\n'
