"""Coverage in `knowledge.json`: every passage in exactly one list, and what each used one serves."""

from jsonschema import Draft202012Validator

from generator.exports.coverage import coverage
from generator.exports.schema import ITEMS
from tests.exports.hand_built import CLOSED, HEADING, PASSAGES, QUOTED, TABLE, UNQUOTED, library


def test_an_item_lists_every_passage_once_and_says_what_rests_on_the_used_ones() -> None:
    item = next(item for item in coverage(library(), CLOSED, whole=False))
    Draft202012Validator(ITEMS["coverage"]).validate(item)
    assert item["used"] == [{"passage": QUOTED.id, "by": [{"how": "supporting evidence", "of": "compost"}]}]
    assert (item["structure"], item["unused"], item["excluded"]) == ([HEADING.id], [UNQUOTED.id, TABLE.id], [])
    assert item["passages"] == len(PASSAGES[1:])
