"""The curator's citations on a page: numbers in the prose, references at its foot that lead to the passage, to the second, and back."""

from dataclasses import replace

from lxml import html

from generator.findings.citations import citations
from generator.library import Library, shelve
from generator.model import Document, Matches, Note
from generator.report import Location
from tests.hand_built import vocabulary
from tests.pages.hand_built import ARTICLE, BRIEF, LONG, TALK, UNUSED, WATER, library
from tests.pages.rendered import body, pages

PROSE = """# About

Ben waters early. [@garden-talk "She waters at dawn"] So
[@garden-talk "drip lines do the rest"] do many, [@garden-talk "she WATERS at dawn"] with drip lines,
[@bed-test "drip lines used least of all. The"] or `[@garden-talk "in code"]`.

- [@soil-letter "a <b>word</b> elsewhere"] And worms. [@worm-brief "counts worms"] Litres: [@bed-test "Drip | 12"]
"""


def made(*documents: Document, prose: str = PROSE) -> Library:
    note = Note("about.md", "About", prose, Location("docs/about.md", 1))
    found, problems = citations(documents, vocabulary(), (note,))
    assert {p.code for p in problems} <= {"citation-elsewhere", "citation-doubtful"}
    return shelve(documents, vocabulary(), Matches((), ()), (), notes=(note,), citations=found)


def page(path: str = "about.md", article: Document = ARTICLE) -> html.HtmlElement:
    return body(pages(made(TALK, article, BRIEF))[path])


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_numbers_stand_in_the_prose_where_the_citations_were() -> None:
    first = page().xpath("//p")[0]
    assert text(first) == 'Ben waters early.1 So2 do many,1 with drip lines,3 or [@garden-talk "in code"].'
    assert text(page().xpath("//li")[0]) == "4 And worms.5 Litres:6"


def test_every_number_leads_to_its_reference_and_every_reference_back() -> None:
    whole = page()
    ids = whole.xpath("//@id")
    assert len(ids) == len(set(ids))
    numbers = whole.xpath("//sup[@class='sb-cite']")
    assert [n.get("id") for n in numbers] == ["cite-1", "cite-2", "cite-1-2", "cite-3", "cite-4", "cite-5", "cite-6"]
    assert [n[0].get("href") for n in numbers] == ["#ref-1", "#ref-2", "#ref-1", "#ref-3", "#ref-4", "#ref-5", "#ref-6"]
    backs = whole.xpath("//li[@class='sb-ref']//span[@class='sb-backs']/a/@href")
    assert backs == ["#cite-1", "#cite-1-2", "#cite-2", "#cite-3", "#cite-4", "#cite-5", "#cite-6"]
    assert whole.xpath("//h2[@id='references']")
    assert numbers[0][0].get("aria-label") == "Reference 1"


def test_a_reference_shows_the_passage_who_says_it_and_when() -> None:
    first, second = page().xpath("//li[@class='sb-ref']")[:2]
    assert text(first.xpath(".//blockquote")[0]) == WATER.text
    assert text(first.xpath(".//mark")[0]) == "She waters at dawn"
    assert [text(part) for part in first.xpath(".//p/*")] == ["Ben Loam", "1:35", "Talking about soil", "Listen", "↩1↩2"]
    assert first.xpath(".//a[@class='sb-where']/@href") == ["../sources/garden-talk/#p-00000007"]
    assert first.xpath(".//a[@class='sb-way-out']/@href") == ["https://media.example/soil.mp3#t=95"]
    assert second.xpath(".//a[@class='sb-way-out']/@href") == ["https://media.example/soil.mp3#t=100"], "the mark before the words"
    assert [text(a) for a in second.xpath(".//a[@class='sb-where']")] == ["1:35"], "the passage's own time, as wherever it stands"


def test_the_way_to_the_original_names_the_words_and_in_a_digest_does_not() -> None:
    third, _, fifth, sixth = page().xpath("//li[@class='sb-ref']")[2:]
    words = "https://beds.example/test?x=1#:~:text=drip%20lines%20used%20least%20of%20all.%20The"
    assert third.xpath(".//a[@class='sb-way-out']/@href") == [words]
    assert fifth.xpath(".//a[@class='sb-way-out']/@href") == ["https://city.example/worms"]
    assert text(sixth.xpath(".//blockquote")[0]) == "Drip · 12", "the row of the table"


def test_a_source_that_the_build_does_not_have_has_a_reference_without_a_link() -> None:
    fourth = page().xpath("//li[@class='sb-ref']")[3]
    assert text(fourth).startswith("a <b>word</b> elsewhere soil-letter, which is not among the sources of this site")
    assert fourth.xpath(".//a/@href") == ["#cite-4"]


def test_a_cited_passage_says_where_it_is_cited_and_is_shown_of_a_source_in_excerpts() -> None:
    source = page("sources/bed-test.md")
    [cited] = source.xpath(f"//div[@id='{LONG.anchor}']//p[@class='sb-cited']")
    assert text(cited) == "Cited in About"
    assert cited.xpath("./a/@href") == ["../../about/#cite-3"]
    assert not source.xpath(f"//div[@id='{UNUSED.anchor}']")


def test_a_page_that_cites_a_passage_several_times_is_named_once() -> None:
    [cited] = page("sources/garden-talk.md").xpath(f"//div[@id='{WATER.anchor}']//p[@class='sb-cited']")
    assert text(cited) == "Cited in About 2 times"
    assert cited.xpath("./a/@href") == ["../../about/#cite-1"]


def test_the_excerpt_of_a_long_passage_holds_the_cited_words_and_60_words_at_most() -> None:
    far = replace(LONG, text="Nothing of note. " * 60 + "Drip lines used least of all. The end. " + "More of it. " * 60)
    article = replace(ARTICLE, passages=tuple(far if p.id == LONG.id else p for p in ARTICLE.passages))
    shown = text(page("sources/bed-test.md", article).xpath(f"//div[@id='{LONG.anchor}']//p[@class='sb-text']")[0])
    assert "Drip lines used least of all. The" in shown
    assert len(shown.split()) <= 60 + 3
    assert text(page("about.md", article).xpath("//li[@class='sb-ref']")[2].xpath(".//mark")[0]) == "Drip lines used least of all. The"


def test_a_page_without_citations_has_no_references() -> None:
    assert "References" not in pages(library())["about.md"]


def test_a_source_shows_the_sentences_that_cite_it() -> None:
    items = page("sources/garden-talk.md").xpath("//h2[@id='what-links-here']/following::ul[1]/li")
    assert [text(item) for item in items] == [
        "About: Ben waters early.",
        'About: So do many, with drip lines, or [@garden-talk "in code"].',
    ]
    assert [item[0].get("href") for item in items] == ["../../about/#cite-1", "../../about/#cite-2"]
    assert not body(pages(library())["sources/garden-talk.md"]).xpath("//h2[@id='what-links-here']")
