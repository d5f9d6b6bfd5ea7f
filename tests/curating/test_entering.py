"""A new topic, trend or entry: what its file holds, that a list keeps its bytes, and what it clashes with."""

import pytest

from generator.entering import Wanted, enter
from generator.model import ConceptKind, SourceText
from generator.vocabulary import assemble

TERMS = """# Words of the garden

- id: ammonia
  prefLabel: ammonia
  altLabel: [{label: NH3, near: [heap]}]  # the formula

# Tools

- id: rake
  prefLabel: rake
"""
COMPOST = "---\nprefLabel: Compost\ncue: [rot]\n---\nA heap.\n"
FILES = (
    SourceText("docs/topics/compost.md", COMPOST.encode()),
    SourceText("docs/vocabulary/terms.yml", TERMS.encode()),
)


def made(wanted: Wanted, files: tuple[SourceText, ...] = FILES) -> tuple[str, str]:
    """Path and text of a new entry; there must be no problem, and the vocabulary must be whole with it."""
    entered, problems = enter(wanted, files, "docs")
    assert problems == ()
    path = f"docs/{entered.path}"
    vocabulary, wrong = assemble([*(f for f in files if f.path != path), SourceText(path, entered.data)])
    assert not [problem for problem in wrong if problem.code != "note-empty"]
    assert any(concept.name == wanted.name and concept.kind is wanted.kind for concept in vocabulary.concepts.values())
    return entered.path, entered.data.decode()


def refusal(wanted: Wanted, files: tuple[SourceText, ...] = FILES) -> list[tuple[str, str]]:
    return [(problem.code, problem.wrong) for problem in enter(wanted, files, "docs")[1]]


def test_a_topic_is_a_note_whose_open_fields_are_comments() -> None:
    path, text = made(Wanted(ConceptKind.TOPIC, "No-dig beds: why?", alt=("no dig",)))
    assert path == "topics/no-dig-beds-why.md"
    assert text == (
        "---\nprefLabel: 'No-dig beds: why?'\naltLabel: [no dig]\n# definition: One sentence that says what it is.\n"
        "# cue: [phrases that hint at it without naming it]\n# related: [ids]\n---\n"
    )


def test_a_list_keeps_every_byte_and_the_entry_stands_at_its_end() -> None:
    path, text = made(Wanted(ConceptKind.TERM, "mulch", definition="A cover: straw, or leaves."))
    assert path == "vocabulary/terms.yml"
    assert text == TERMS + "\n- id: mulch\n  prefLabel: mulch\n  definition: 'A cover: straw, or leaves.'\n"
    assert enter(Wanted(ConceptKind.TERM, "mulch"), FILES, "docs")[0].line == 12


@pytest.mark.parametrize("old", [None, "", "[]\n", "# None yet.\n"])
def test_a_list_without_entries_gets_its_first(old: str | None) -> None:
    files = () if old is None else (SourceText("docs/vocabulary/people.yml", old.encode()),)
    path, text = made(Wanted(ConceptKind.PERSON, "Ann Lee", alt=("A. Lee",)), files)
    kept = old if old and old.startswith("#") else ""
    assert (path, text) == ("vocabulary/people.yml", f"{kept}- id: ann-lee\n  prefLabel: Ann Lee\n  altLabel: [A. Lee]\n")


def test_a_note_that_is_there_and_names_that_others_have_are_told() -> None:
    assert refusal(Wanted(ConceptKind.TOPIC, "Compost")) == [("entry-there", "There is a topic `compost` already.")]
    assert refusal(Wanted(ConceptKind.TREND, "Gas", alt=("Ammonia", "Rakes", "rot"))) == [
        ("label-clash", 'The label "Ammonia" belongs to `ammonia` already (docs/vocabulary/terms.yml:4).'),
        ("label-clash", 'The label "Rakes" belongs to `rake` already (docs/vocabulary/terms.yml:10).'),
    ]
    assert [code for code, _ in refusal(Wanted(ConceptKind.TERM, "Compost!", id="compost"))] == ["id-twice", "label-clash"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(ConceptKind.TOPIC, "Index"), "id-form"),
        (Wanted(ConceptKind.TERM, "堆肥"), "id-form"),
        (Wanted(ConceptKind.TERM, "mulch", id="../mulch"), "id-form"),
        (Wanted(ConceptKind.TERM, "…"), "label-form"),
        (Wanted(ConceptKind.TERM, "mulch", alt=("!",)), "label-form"),
    ],
)
def test_names_that_cannot_be_are_told(wanted: Wanted, code: str) -> None:
    assert [found for found, _ in refusal(wanted)] == [code]
    assert made(Wanted(ConceptKind.TERM, "堆肥", id="heap"))[0] == "vocabulary/terms.yml"


@pytest.mark.parametrize("old", ["[{id: rake, prefLabel: rake}]\n", "id: rake\n", "- id: rake\n  prefLabel: 'rake\n"])
def test_a_list_that_cannot_be_continued_is_left_alone(old: str) -> None:
    assert [code for code, _ in refusal(Wanted(ConceptKind.TERM, "mulch"), (SourceText("docs/vocabulary/terms.yml", old.encode()),))] == [
        "entry-place"
    ]
