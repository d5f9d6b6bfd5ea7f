"""Which lines of a glossary say what something is, and which lists and remarks are none."""

from dataclasses import replace

import pytest

from generator.findings.terms.definitions import definitions
from generator.model import Role, Vocabulary
from tests.hand_built import document, matched

NO_WORDS = Vocabulary({})


def told(*lines: str, heading: str = "", role: Role = Role.PARAGRAPH) -> dict[str, str]:
    """What the lines under a heading define, in which words."""
    read = document(*lines, role=role)
    read = replace(read, passages=tuple(replace(passage, heading=heading) for passage in read.passages))
    return {d.term: d.text for d in definitions([read], NO_WORDS, matched([read], NO_WORDS))}


@pytest.mark.parametrize("heading", ["Glossary", "Our small glossary", "The jargon, for beginners", "Terms used here", "Key terms"])
def test_under_a_heading_of_a_glossary_each_line_is_an_entry(heading: str) -> None:
    assert told(
        "Rennet. Whatever makes milk curdle, from calf or thistle.",
        "Affinage (A). In a cellar, all that is done to a cheese until it is sold.",
        "Brine - salt and water, nothing more.",
        "Whey: what is left when the curd is gone.",
        heading=heading,
    ) == {
        "Rennet": "Rennet. Whatever makes milk curdle, from calf or thistle.",
        "Affinage": "Affinage (A). In a cellar, all that is done to a cheese until it is sold.",
        "Brine": "Brine - salt and water, nothing more.",
        "Whey": "Whey: what is left when the curd is gone.",
    }


@pytest.mark.parametrize("line", [
    "Casein. See the article of last May.", "Curd. We made some on Friday.", "Whey: is it any good?", "Brine. It splashed us all.",
    "Salt.", "Rind: eat it.", "The best of it. Whatever the cook has left for us.",
])  # fmt: skip
def test_what_says_nothing_of_a_term_is_no_entry(line: str) -> None:
    assert told(line, heading="Glossary") == {}


@pytest.mark.parametrize("heading", ["", "Terms of the sale", "The dairy", "Words of thanks"])
def test_elsewhere_a_line_by_itself_is_none(heading: str) -> None:
    assert told("Rennet. Whatever makes milk curdle, from calf or thistle.", "We tasted six of them.", heading=heading) == {}


ROW = (
    "Rennet. An enzyme from the stomach of calves that curdles milk.",
    "Whey. The liquid that is left when the curd is gone.",
    "Brine. A bath of salt and water for young cheeses.",
)


def test_several_in_a_row_are_entries_and_fewer_are_none() -> None:
    assert list(told(*ROW)) == ["Rennet", "Whey", "Brine"]
    assert told(*ROW[:2]) == {}
    assert told(ROW[0], "Then we ate.", *ROW[1:]) == {}


def test_talk_has_no_entries() -> None:
    assert told(*ROW, role=Role.TURN) == told("Right. Whatever the cook has left for us.", heading="Jargon", role=Role.TURN) == {}


@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.LIST_ITEM, Role.INSIGHT])
def test_points_with_a_lead_are_no_entries(role: Role) -> None:
    points = (
        "Milk. The price of a litre has doubled in a year.",
        "Labour. A dairy that pays well keeps its people.",
        "Demand. Shops sold more hard cheese than ever.",
        "Outlook. Nobody knows what the summer brings.",
    )
    assert told(*points, role=role) == {}


def test_what_equals_something_is_an_entry() -> None:
    assert told("Swarf = the chips of metal that a lathe throws off.") == {"Swarf": "Swarf = the chips of metal that a lathe throws off."}
    assert list(told("They mix them up. Whey = nobody has pressed it. Curd = the press is done.")) == ["Whey", "Curd"]
    assert told("Happiness = a warm oven.") == told("Yield 76% = you lose a fourth of it.") == told("Size = 4 + 3 and no more.") == {}
