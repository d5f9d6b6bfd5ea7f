"""Citations in `knowledge.json`: page, passage, and the anchor as far as the source may be published."""

from jsonschema import Draft202012Validator

from generator.exports.citations import citations
from generator.exports.schema import ITEMS
from generator.findings.citations import citations as traced
from generator.library import Library, shelve
from generator.model import Document, Kind, Matches, Note, Vocabulary
from generator.report import Location
from tests.exports.hand_built import CLOSED, OPEN, PASSAGES, QUOTED, TURN

PROSE = '[@open-talk "feeds the soil"] [@closed-article "word0 word1"] [@closed-article "more57 more58"] [@lost-book "some words"]'


def library() -> Library:
    documents = (
        Document(OPEN, "seeds/open-talk.md", Kind.TRANSCRIPT, "An open talk", (TURN,), publish="full"),
        Document(CLOSED, "seeds/closed-article.txt", Kind.ARTICLE, "A closed article", PASSAGES[1:]),
    )
    note = Note("about.md", "About", PROSE, Location("docs/about.md", 1))
    found, _ = traced(documents, Vocabulary(), (note,))
    return shelve(documents, Vocabulary(), Matches((), ()), (), notes=(note,), citations=found)


def test_an_item_names_the_page_the_passage_and_the_words() -> None:
    first, *_, last = citations(library(), whole=True)
    assert (first["page"], first["number"], first["source"], first["passage"]) == ("about/", 1, OPEN, TURN.id)
    assert (first["prefix"], first["exact"], first["suffix"]) == ("Compost ", "feeds the soil", ".")
    assert (last["source"], last["passage"], last["exact"]) == ("lost-book", None, "some words")


def test_what_stands_around_the_words_is_published_as_far_as_the_passage_is() -> None:
    whole, public = ([i for i in citations(library(), whole=whole) if i["passage"] == QUOTED.id] for whole in (True, False))
    assert [i["exact"] for i in public] == ["word0 word1", "more57 more58"]
    assert public[0] == whole[0], "inside of the excerpt, which shows the first citation of a passage"
    assert (whole[1]["prefix"], public[1]["prefix"], public[1]["suffix"]) == (" more52 more53 more54 more55 more56 "[-32:], "", "")


def test_items_follow_the_schema() -> None:
    for whole in (True, False):
        for item in citations(library(), whole=whole):
            Draft202012Validator(ITEMS["citations"]).validate(item)
