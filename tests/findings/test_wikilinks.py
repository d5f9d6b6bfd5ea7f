"""Wikilinks: what they lead to, what they say, what is none, and what names nothing."""

from dataclasses import replace

import pytest

from generator.findings.wikilinks import linked
from generator.model import ConceptKind, Note
from generator.report import Location, Problem, Severity
from tests.hand_built import concept, document, vocabulary

CONCEPTS = (
    concept("soil-life", "Soil life", "life in the soil", kind=ConceptKind.TOPIC),
    concept("mulch", "Mulch"),
    concept("soil", "Soil"),
    concept("ada", "Ada Moss", kind=ConceptKind.PERSON),
)
TALK = document("Some words.", id="garden-talk", title="Talking about [soil]")


def told(body: str, path: str = "about.md") -> tuple[str, tuple[Problem, ...]]:
    notes = (
        Note(path, "How to read", body, Location(f"docs/{path}", 3)),
        Note("more/plan.md", "The plan", "", Location("docs/more/plan.md")),
    )
    _, found, problems = linked(vocabulary(*CONCEPTS), notes, [TALK])
    return found[0].body, problems


@pytest.mark.parametrize(
    ("wiki", "link"),
    [
        ("[[soil-life]]", "[Soil life](topics/soil-life.md)"),
        ("[[Soil life]]", "[Soil life](topics/soil-life.md)"),
        ("[[life in the soil]]", "[life in the soil](topics/soil-life.md)"),
        ("[[soil life|what lives there]]", "[what lives there](topics/soil-life.md)"),
        ("[[topics/soil-life#Worms]]", "[Soil life](topics/soil-life.md)"),
        ("![[mulch]]", "[mulch](glossary.md#mulch)"),
        ("[[Ada Moss]]", "[Ada Moss](people.md#ada)"),
        ("[[garden-talk]]", "[Talking about &#91;soil&#93;](sources/garden-talk.md)"),
        ("[[The plan]]", "[The plan](more/plan.md)"),
        ("[[more/plan.md]]", "[The plan](more/plan.md)"),
    ],
)
def test_a_wikilink_leads_to_what_it_names(wiki: str, link: str) -> None:
    assert told(f"Read {wiki}, then dig.") == (f"Read {link}, then dig.", ())


def test_it_leads_there_from_wherever_it_stands() -> None:
    assert told("[[mulch]]", "more/deep/note.md")[0] == "[mulch](../../glossary.md#mulch)"
    body = "Beds need [[mulch]].\n\nAnd [[soil-life]]."
    words, _, problems = linked(vocabulary(concept("beds", "Beds", kind=ConceptKind.TOPIC, body=body), *CONCEPTS), (), ())
    assert not problems
    assert [c.body for c in words.concepts.values() if c.body] == [
        "Beds need [mulch](../glossary.md#mulch).\n\nAnd [Soil life](soil-life.md)."
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["`[[mulch]]`", "\\[[mulch]]", "```\n[[mulch]]\n```", "    [[mulch]]", "<!-- [[mulch]] -->", "[[1]](#note)", "[[a\nb]]", "[[]]"]
)
def test_what_is_no_wikilink_stays_as_it_is(text: str) -> None:
    assert told(text) == (text, ())


@pytest.mark.parametrize(
    ("wiki", "near"),
    [("[[mulhc]]", "Mulch"), ("[[the soil life]]", "Soil life"), ("[[talking soil]]", "Talking about [soil]"), ("[[zzz]]", "")],
)
def test_what_names_nothing_stays_and_is_told_with_its_line(wiki: str, near: str) -> None:
    text = f"One.\n\nTwo {wiki}."
    body, [problem] = told(text)
    assert body == text
    assert (problem.code, str(problem.location), problem.severity) == ("wikilink", "docs/about.md:5", Severity.WARNING)
    assert problem.wrong == f"{wiki} names nothing here."
    assert problem.right.startswith(f"Did you mean [[{near}]]? " if near else "Write the id")


def test_where_several_are_called_so_an_id_goes_before_a_name() -> None:
    words = vocabulary(concept("mulch", "Cover"), concept("straw", "Mulch"))
    _, (note,), _ = linked(words, [Note("about.md", "About", "[[mulch]]", Location("docs/about.md"))], ())
    assert note.body == "[Cover](glossary.md#mulch)"


def test_in_a_definition_and_in_notes_of_an_entry_it_gives_its_words() -> None:
    told = replace(
        concept("bed", "Bed", definition="Where [[soil-life]] is fed with [[mulch|cover]]."),
        scope_note="Not [[mulhc]].",
        editorial_note="See [[Ada Moss]].",
    )
    words, _, [problem] = linked(vocabulary(told, *CONCEPTS), (), ())
    [bed] = [c for c in words.concepts.values() if c.id == "bed"]
    assert bed.definition == "Where Soil life is fed with cover."
    assert (bed.scope_note, bed.editorial_note) == ("Not [[mulhc]].", "See Ada Moss.")
    assert (problem.location, problem.wrong) == (told.location, "[[mulhc]] names nothing here.")
