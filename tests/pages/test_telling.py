"""Where pages show what sources define, spell out and mishear: glossary, topics, notes of sources, and the page of mishearings."""

from dataclasses import replace

from generator.found import Acronym, Definition
from generator.library import Library, shelve
from generator.model import ConceptKind, Document, Kind, Matches, Passage, Role, SeedId
from tests.hand_built import concept, mention, passage, vocabulary
from tests.pages.rendered import body, pages

LEAK = passage("hose-talk", 3, Role.TURN, "Hoses? A drip line is a pipe <b>that</b> leaks on purpose.", speaker="Ann", seconds=65.0)
TERM = passage(
    "hose-talk", 4, Role.TURN, "A *sluice* is a gate in which water waits. The water use ratio (WUR) is low.", speaker="Ann", seconds=80.0
)
HEARD = passage("hose-talk", 5, Role.TURN, "And then mulsh. And then more mulsh.", speaker="Ann", seconds=95.0)
AGAIN = passage("hose-talk", 6, Role.TURN, "We call a drip line a friend.", speaker="Ann", seconds=99.0)
TALK = Document(
    SeedId("hose-talk"), "seeds/hose-talk.md", Kind.TRANSCRIPT, "Hose talk", (LEAK, TERM, HEARD, AGAIN), media="https://m.example/h.mp3"
)
CONCEPTS = (
    concept("drip", "drip line", definition="A pipe that leaks."),
    concept("mulch", "mulch", hidden=("mulsh",), editorial_note="They *hear* mulsh."),
    concept("watering", "Watering", "sluicing", kind=ConceptKind.TOPIC),
)


def defined(where: Passage, text: str, term: str, of: str = "") -> Definition:
    start = where.text.index(text)
    return Definition(where.id, start, start + len(text), where.text.index(term), term, text, concept(of, of).id if of else None)


def library(publish: str = "excerpts") -> Library:
    words = vocabulary(*CONCEPTS)
    ratio = Acronym(TERM.id, TERM.text.index("WUR"), TERM.text.index("water use"), "WUR", "water use ratio")
    garbled = [replace(mention(HEARD, "mulsh", "mulch", misheard=True), start=at, end=at + 5) for at in (9, 30)]
    return shelve(
        (replace(TALK, publish=publish),), words, Matches((mention(LEAK, "drip line", "drip"), *garbled), ()), (),
        definitions=(
            defined(LEAK, "A drip line is a pipe <b>that</b> leaks on purpose.", "drip line", "drip"),
            defined(TERM, "A *sluice* is a gate in which water waits.", "sluice"),
            defined(AGAIN, "We call a drip line a friend.", "drip line", "watering"),
        ),
        acronyms=(ratio,),
    )  # fmt: skip


def test_a_definition_stands_under_the_curators_own_with_the_way_to_its_passage() -> None:
    entry = body(pages(library())["glossary.md"]).xpath('//article[@id="drip"]')[0]
    texts = [" ".join(part.text_content().split()) for part in entry.xpath('./p[@class="sb-definition"] | ./div[@class="sb-told"]')]
    assert texts[0] == "A pipe that leaks."
    assert texts[1].startswith("As the sources define it A drip line is a pipe <b>that</b> leaks on purpose. Ann1:05")
    assert "../sources/hose-talk/#p-00000003" in entry.xpath('.//div[@class="sb-told"]//a/@href')
    assert "https://m.example/h.mp3#t=65" in entry.xpath('.//div[@class="sb-told"]//a/@href')


def test_what_the_vocabulary_lacks_stands_apart_and_is_marked() -> None:
    glossary = body(pages(library())["glossary.md"])
    names = glossary.xpath('//h2[@id="defined-by-sources"]/following::article/h3/text()')
    assert names == ["sluice", "water use ratio"]
    assert "the curator has not defined these" in glossary.text_content()
    assert "WUR: water use ratio" in glossary.xpath('//article[@id="source-term-water-use-ratio"]')[0].text_content()


def test_without_such_terms_there_is_no_such_section() -> None:
    empty = shelve((TALK,), vocabulary(*CONCEPTS), Matches((), ()), ())
    assert "defined-by-sources" not in pages(empty)["glossary.md"]
    assert "known to be misheard" in pages(empty)["mishearings.md"]


def test_a_topic_shows_its_definitions_and_a_source_its_own() -> None:
    site = pages(library())
    assert "As the sources define it" in site["topics/watering.md"]
    note = body(site["sources/hose-talk.md"])
    rows = {row.xpath("./dt")[0].text: row.xpath("./dd")[0].text_content() for row in note.xpath('//div[@class="sb-row"]')}
    assert rows["Defined here"] == "drip line, sluice"
    assert rows["Spelled out"] == "WUR: water use ratio"
    assert rows["Misheard"] == "mulsh meant: mulch"


def test_what_is_shown_of_a_source_in_excerpts_is_there_to_be_linked_to() -> None:
    anchors = body(pages(library())["sources/hose-talk.md"]).xpath("//@id")
    assert {"p-00000003", "p-00000004", "p-00000005"} <= set(anchors)


def test_mishearings_stand_as_heard_with_what_is_meant_the_reason_and_the_second() -> None:
    page = body(pages(library())["mishearings.md"])
    (article,) = page.xpath("//article")
    text = " ".join(article.text_content().split())
    assert article.get("id") == "heard-mulch"
    assert "Curator’s note They *hear* mulsh." in text
    assert "Heard as mulsh 2 times" in text
    assert "mulsh (meant: mulch)" in text and "Ann1:35Hose talk" in text
    assert len(article.xpath(".//li")) == 1
    assert "../glossary/#mulch" in article.xpath(".//h2/a/@href")
