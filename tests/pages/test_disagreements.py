"""The page of disagreements, the matrix on topics and the list on sources: every side with its way to the passage, nothing left to run."""

from dataclasses import replace

from generator.exports.disagreements import disagreements as items
from generator.findings.disagreements import disagreements
from generator.findings.disagreements.members import listings
from generator.findings.disagreements.tables import at_odds
from generator.findings.quotes import quotes
from generator.library import Library, shelve
from generator.model import ConceptId, ConceptKind, Dispute, Document, Kind, Position, Reading, Vocabulary
from generator.pages.members import of_concept
from generator.report import Location
from tests.findings.test_disagreements import BEDS, SIDES, tabled
from tests.findings.test_quotes import report, talk
from tests.hand_built import concept, document, matched, vocabulary
from tests.pages.rendered import pages

ONE = document("The three crafts are sowing, mulching and pruning.", id="one", date="2024-06", publish="full")
OTHER = document("He counts three crafts, which are sowing, mulching and <b>grafting</b>.", id="other", kind=Kind.SUMMARY, publish="full")
CRAFTS = concept(
    "crafts", "Crafts", "three crafts", kind=ConceptKind.TOPIC,
    member=tuple(map(ConceptId, ("sowing", "mulching", "pruning", "grafting"))),
    readings=(Reading("As one has it", tuple(map(ConceptId, ("sowing", "mulching", "pruning")))),),
)  # fmt: skip
WORDS = vocabulary(CRAFTS, *(concept(id, id) for id in ("sowing", "mulching", "pruning", "grafting")))


def library(*documents: Document, words: Vocabulary = WORDS) -> Library:
    matches = matched(documents, words)
    listed, quoted = listings(documents, words, matches), quotes(documents)
    found, _ = disagreements(documents, words, listed, quoted, tables=at_odds(documents))
    return shelve(documents, words, matches, (), listings=listed, disagreements=found, quotes=quoted)


def test_a_matrix_of_members_and_sources() -> None:
    page = pages(library(ONE, OTHER))["topics/crafts.md"]
    assert "## What is disputed" in page and "## Members" not in page
    assert '<th scope="col"><a href="../../sources/one/"' in page and "June 2024" in page
    assert page.count('class="sb-differs"') == 2
    assert '<a href="../../sources/other/#p-00000001"><b>✓</b> <span class="sb-words">grafting</span></a>' in page
    assert '<span class="sb-none"><span aria-hidden="true">–</span><span class="sb-aloud">not listed</span></span>' in page


def test_a_reading_that_no_source_bears_out_is_the_curators() -> None:
    alone = of_concept(library(OTHER), CRAFTS, "topics/crafts.md")
    assert alone and [(c.text, c.href != "", c.note) for c in alone.columns] == [
        ("Summary", True, "A talk"), ("As one has it", False, "the curator’s reading"),
    ]  # fmt: skip
    both = of_concept(library(ONE, OTHER), CRAFTS, "topics/crafts.md")
    assert both and len(both.columns) == 2 and all(column.href for column in both.columns)


def test_many_sources_have_no_column_each_but_every_list_has() -> None:
    many = tuple(document("The three crafts are sowing, mulching and pruning.", id=f"again-{n}", publish="full") for n in range(9))
    shown = of_concept(library(*many, OTHER), CRAFTS, "topics/crafts.md")
    assert shown and len(shown.columns) == 6 and shown.more == "4 more sources"
    assert [row.differs for row in shown.rows] == [False, False, True, True]


def test_members_that_nobody_lists_are_a_list() -> None:
    words = vocabulary(replace(CRAFTS, readings=(), ordered=True), *(c for c in WORDS.concepts.values() if c.id != "crafts"))
    page = pages(library(words=words))["topics/crafts.md"]
    assert '## Members\n\n<ol class="sb-members">' in page
    assert page.index("sowing") < page.index("pruning") < page.index("grafting")


def test_the_page_sets_sides_beside_one_another() -> None:
    wrong = report('"My neighbour lost three thousand seedlings to a single frosty night in May," says Ben.')
    made = pages(library(tabled("Clay had the largest harvest.", *BEDS), wrong, talk(), ONE, OTHER))
    page = made["disagreements.md"]
    assert "3 disagreements" in page
    assert page.index("## Lists that differ") < page.index("## Statements and their own tables") < page.index("## Quotations and what")
    assert '<li class="sb-odd">Loam: 52 <small>does not fit</small></li>' in page and "<li>Sand: 28</li>" in page
    assert 'href="../sources/beds/#p-00000002"' in page
    assert '<del><span class="sb-aloud">said: </span>two</del> <ins><span class="sb-aloud">quoted: </span>three</ins>' in page
    assert '<span class="sb-who"><span>Ben</span></span><a class="sb-where" href="../sources/talk/#p-00000006">1:15</a>' in page
    assert "## Disagreements" in made["sources/beds.md"] and "Statements and their own tables" in made["sources/beds.md"]
    assert "beside <a" in made["sources/one.md"]


def test_a_declared_dispute_stands_on_its_topic() -> None:
    positions = tuple(Position(says, Location("docs/topics/beans.md", 9), "<i>When & how</i>") for says in SIDES)
    words = vocabulary(
        concept(
            "beans", "Beans", kind=ConceptKind.TOPIC, disputes=(Dispute("When to sow?", positions, Location("docs/topics/beans.md", 8)),)
        )
    )
    made = pages(library(talk(), words=words))
    assert "## What is disputed" in made["topics/beans.md"] and "&lt;i&gt;When &amp; how&lt;/i&gt;" in made["topics/beans.md"]
    assert '<a href="../topics/beans/">When to sow?</a>' in made["disagreements.md"]


def test_nothing_disputed_is_said_so() -> None:
    assert "do not contradict one another" in pages(library(ONE))["disagreements.md"]


def test_items_of_the_published_file_hold_no_more_than_may_be_quoted() -> None:
    long = tabled(f"Clay had the largest harvest {'in the whole of our long and patient record ' * 12}.", *BEDS)
    [whole], [cut] = items(library(long), whole=True), items(library(long), whole=False)
    assert len(whole["sides"][0]["says"].split()) > 61 and len(cut["sides"][0]["says"].split()) == 61
