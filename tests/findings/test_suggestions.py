"""What is suggested to the curator, on sentences made by hand: names by their company, terms by how they recur, and what is left out."""

import pytest

from generator.findings.suggestions import MOST, identity, suggestions
from generator.findings.suggestions.leads import leads
from generator.findings.terms.acronyms import acronyms
from generator.findings.terms.definitions import definitions
from generator.found import Proposal, Suggestion
from generator.model import Document, Role, Vocabulary
from tests.hand_built import concept, document, matched, passage, vocabulary

WORDS = vocabulary(concept("fine-tuning", "fine-tuning"), concept("worm-bin", "worm bin", "WB"), concept("ana", "Ana Silva", kind="person"))


def found(*documents: Document, words: Vocabulary = WORDS, rejected: tuple[str, ...] = ()) -> tuple[Suggestion, ...]:
    matches = matched(documents, words)
    short, meant = acronyms(documents, words, matches), definitions(documents, words, matches)
    return suggestions(documents, words, leads(documents, words, matches), acronyms=short, definitions=meant, rejected=rejected)


def told(*texts: str) -> list[tuple[str, str]]:
    return [(s.kind.value, s.name) for s in found(document(*texts))]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["We asked Rosa Lindqvist, who runs the gardens."], [("person", "Rosa Lindqvist")]),
        (["The heap of Rosa Lindqvist steams.", "Turn it weekly, Lindqvist says."], [("person", "Rosa Lindqvist")]),
        (["She turns heaps at Dunmore, a charity in the north."], [("organisation", "Dunmore")]),
        (["Then Dunmore Robotics built a barrow."], [("organisation", "Dunmore Robotics")]),
        (["We met in Leeds, and Leeds was wet. It rained in Leeds."], []),
        (["The train to Rosa Bay was late."], []),
        (["A volunteer of ours, Ana Silva, who digs, agrees."], []),
        (["A black soldier fly (BSF) eats anything."], [("term", "black soldier fly")]),
        (["People finetune and then finetuning ends."], [("altLabel", "finetuning")]),
    ],
)
def test_a_name_is_what_the_words_beside_it_say(texts: list[str], expected: list[tuple[str, str]]) -> None:
    assert told(*texts) == expected


def test_a_phrase_that_recurs_as_a_noun_is_a_term_and_common_talk_is_none() -> None:
    heaps = ("A carbon source is straw.", "It stinks without the carbon source.", "Every carbon source rots, and last week it froze.")
    weeks = ("It was a long week.", "What a long week, they said.", "That long week ended.")
    assert told(*heaps, *weeks) == [("term", "carbon source")]
    assert told(*heaps[:2]) == []


def test_speakers_and_authors_whom_the_vocabulary_lacks_come_first() -> None:
    talk = document(
        passage("talk", 1, Role.TURN, "Welcome to the heap.", speaker="Bo Lang"),
        passage("talk", 2, Role.TURN, "A pleasure to be here.", speaker="Ana Silva"),
        passage("talk", 3, Role.TURN, "What is a worm tower, please?", speaker="Unknown Speaker"),
        authors=("Mia Holt",),
    )
    assert [(s.name, s.because) for s in found(talk)] == [("Bo Lang", "speaks in 1 passage"), ("Mia Holt", "is named as the author")]


def test_what_was_turned_down_is_not_suggested_again() -> None:
    text = document("We asked Rosa Lindqvist, who runs the gardens.")
    (one,) = found(text)
    again = document("Rosa Lindqvist says so.", "And Lindqvist writes about it.")
    assert identity(found(again)[0]) == identity(one), "whatever speaks for it"
    assert found(text, rejected=(identity(one),)) == ()


def test_a_source_has_ten_at_most_the_surest_ones() -> None:
    names = [f"{first} {last}" for first in ("Rosa", "Milo", "Vera", "Odin") for last in ("Lindqvist", "Okoro", "Tanaka", "Brandt")]
    made = found(document(*(f"We asked {name}, who digs." for name in names), "A black soldier fly (BSF) eats all."))
    assert len(made) == MOST
    assert made[0].kind is Proposal.TERM
    assert {s.passages[0].partition("#")[0] for s in made} == {"talk"}
