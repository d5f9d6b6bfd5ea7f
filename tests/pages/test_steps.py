"""Next and previous by topic, the parts of a transcript, and what a text may be filtered by."""

from dataclasses import replace

from generator.library import shelve
from generator.model import ConceptKind, Matches, Passage, PassageId, Role
from generator.pages.source import view
from generator.pages.steps import chips, neighbours
from tests.hand_built import concept, evidence, passage, vocabulary
from tests.pages.hand_built import CONCEPTS, TALK, WATER, WORMS, library


def ways(id: PassageId) -> list[tuple[str, str, str]]:
    return [(chip.link.text, chip.before, chip.after) for chip in chips(library(), TALK)[id]]


def test_each_topic_of_a_passage_leads_to_the_passages_next_to_it_on_the_same_topic() -> None:
    assert ways(WATER.id) == [("Watering", "", "#p-00000008")]
    assert ways(WORMS.id) == [("Soil life", "", ""), ("Watering", "#p-00000007", "")]


def test_topics_follow_one_another_as_in_their_index() -> None:
    above = concept("wind", "Wind", kind="topic")
    below = concept("breeze", "Breeze", kind="topic", broader=(above.id,))
    last = concept("zephyr", "Zephyr", kind="topic")
    steps = neighbours(shelve((), vocabulary(last, below, above, *CONCEPTS[2:3]), Matches((), ()), ()), ConceptKind.TOPIC)
    named = {id: (s.before and s.before.text, s.after and s.after.text) for id, s in steps.items()}
    assert named == {"wind": (None, "Breeze"), "breeze": ("Wind", "Zephyr"), "zephyr": ("Breeze", None)}


def test_a_page_of_a_topic_leads_on_and_one_alone_does_not() -> None:
    steps = neighbours(library(), ConceptKind.TOPIC)
    assert steps[CONCEPTS[0].id].after and steps[CONCEPTS[0].id].after.href == "../soil-life/"
    assert neighbours(library(), ConceptKind.TREND)[CONCEPTS[2].id] == type(steps[CONCEPTS[0].id])()


def test_a_citation_names_title_publisher_date_and_form() -> None:
    assert view(library(), replace(TALK, form="digest")).work == "“Talking about soil”, Radio Compost, 11 June 2024, digest"


def turns(number: int, speakers: int) -> tuple[Passage, ...]:
    return tuple(passage("garden-talk", n, Role.TURN, "And so on.", speaker=f"Voice {n % speakers}") for n in range(number))


def test_only_a_long_text_with_a_choice_is_filtered() -> None:
    for number, speakers, filtered in ((20, 2, True), (20, 1, False), (5, 2, False)):
        talk = replace(TALK, passages=turns(number, speakers))
        assert view(shelve([talk], vocabulary(), Matches((), ()), ()), talk).filtered is filtered


def test_topics_are_a_choice_too() -> None:
    said = turns(20, 1)
    found = [evidence(p, of, 1.0) for p, of in zip(said, ("watering", "soil-life"), strict=False)]
    talk = replace(TALK, passages=said)
    assert view(shelve([talk], vocabulary(*CONCEPTS), Matches((), ()), found), talk).filtered
