"""Lists that are too long for one page: nothing is lost, each page is light, links lead to the right one, short lists stay as they are."""

import gzip
import posixpath
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from lxml import html

from generator import links
from generator.address import Address, lasting, of_concept, twin_of
from generator.exports.marks import twin
from generator.exports.skos import turtle
from generator.found import Difference, Disagreement, Match, Observation, Prediction, Quote, Side, Status
from generator.library import Library, shelve
from generator.model import Concept, ConceptId, ConceptKind, Document, Matches, Note, Role, SourceText
from generator.pages.references import repointed
from generator.parts import MOST, Head, cut, numbers
from generator.report import Location
from generator.vocabulary import assemble
from tests.hand_built import concept, document, evidence, passage, vocabulary
from tests.pages.rendered import body, pages

SOURCES, TERMS = 430, 330
#: What a page's own HTML may weigh over the wire: the theme's files, without fonts and search, take some 70 KB of the 150.
LIGHT = 75_000
WATERING = concept("watering", "Watering", kind=ConceptKind.TOPIC, definition="How a bed gets its water.")
SAID = "Bed {n} took {n} litres; “water less” they said, and it will take none by 2030."


def terms(number: int) -> dict[ConceptId, Concept]:
    """Terms as the curator writes them, with names all over the alphabet."""
    rows = [f"- id: term-{n}\n  prefLabel: {chr(97 + n % 26)}{n} bed\n  definition: What bed {n} is.\n" for n in range(number)]
    made, problems = assemble([SourceText("docs/vocabulary/terms.yml", "".join(rows).encode())])
    assert not problems
    return dict(made.concepts)


def source(n: int) -> Document:
    id = f"bed-{n:05}"
    said = (passage(id, line, Role.PARAGRAPH, SAID.format(n=n)) for line in (1, 2, 3))
    return document(*said, id=id, title=f"Bed {n}", date=f"20{n % 20:02}-0{1 + n % 9}-11", publish="full", publisher="A garden")


def of(sources: int, number: int) -> Library:
    documents = [source(n) for n in range(sources)]
    words = {**terms(number), WATERING.id: WATERING}
    passages = [p for d in documents for p in d.passages]
    firsts = [d.passages[0] for d in documents]
    sides = [Side(p.id, 0, 5, "Bed", "") for p in firsts]
    return shelve(
        documents,
        replace(vocabulary(), concepts=words),
        Matches((), ()),
        [evidence(p, "watering", 1_000_000.0 - n) for n, p in enumerate(passages)],
        notes=[Note("about.md", "About", "See [a term](glossary.md#term-329).", Location("docs/about.md", 1))],
        disagreements=[Disagreement(f"d-{n:08}", Difference.VALUES, f"Bed {n}", (s, s)) for n, s in enumerate(sides)],
        observations=[Observation(p.id, 9, 10, "1", float(n), float(n), "litres", measure=f"bed {n}") for n, p in enumerate(firsts)],
        predictions=[
            Prediction(p.id, 30, len(p.text), p.text[30:], "", d.date, "by 2030", "2030", "", "", Status.OPEN)
            for d, p in zip(documents, firsts, strict=True)
        ],
        quotes=[Quote(p.id, 22, 32, "water less", Match.NOT_FOUND) for p in firsts],
    )  # fmt: skip


@cache
def large() -> dict[str, str]:
    return pages(of(SOURCES, TERMS))


@cache
def content(path: str) -> html.HtmlElement:
    return body(large()[path])


def series(path: str) -> list[str]:
    """A page and all that follow it, as a reader turns them."""
    found = [path]
    while way := content(found[-1]).xpath("//nav[@class='sb-parts']//a[@rel='next']/@href"):
        there = posixpath.normpath(posixpath.join(Address(found[-1]).url, str(way[0])))
        found.append(there + ".md")
    return found


#: A page that lists much, what is a row of it, and how many rows it has.
LISTS = [
    ("glossary.md", "//article[@class='sb-entry']/@id", TERMS),
    ("sources/index.md", "//tbody//span[@class='sb-source-title']/a/@href", SOURCES),
    ("coverage.md", "//p[@class='sb-index-name']/a/@href", SOURCES),
    ("disagreements.md", "//article[@class='sb-dispute']/@id", SOURCES),
    ("numbers.md", "//tbody/tr//a[@class='sb-where']/@href", SOURCES),
    ("predictions.md", "//tbody/tr//a[@class='sb-where']/@href", SOURCES),
    ("quotes.md", "//article[@class='sb-quote']/@id", SOURCES),
    ("timeline.md", "//li[@class='sb-moment']/a/@href", 2 * SOURCES),
    ("topics/watering.md", "//*[@class='sb-cards' or @class='sb-lines']//a[@class='sb-where']/@href", 3 * SOURCES),
]


@pytest.mark.parametrize(("path", "row", "size"), LISTS, ids=[path for path, _, _ in LISTS])
def test_all_of_a_long_list_is_reached_by_turning_pages_that_are_light(path: str, row: str, size: int) -> None:
    made = large()
    turned = series(path)
    assert turned == [path, *(f"{path.removesuffix('.md')}/{n}.md" for n in range(2, len(turned) + 1))] and len(turned) > 2
    rows = [address for each in turned for address in rows_of(each, row)]
    assert len(set(rows)) >= size
    assert max(len(rows_of(each, row)) for each in turned) <= MOST * 3 // 2
    assert max(len(gzip.compress(made[each].encode())) for each in turned) <= LIGHT
    assert len({made[each].split("\n")[1] for each in turned}) == len(turned), "each page has a title of its own"


def rows_of(path: str, row: str) -> list[str]:
    """What tells the rows of a page apart, without the way there."""
    return [str(value).replace("../", "") for value in content(path).xpath(row)]


def test_no_link_leads_nowhere() -> None:
    """Without the curator's own, which the engine makes lead to pages, and with one source for all."""
    sample = [path for path in large() if not path.startswith(("sources/bed-", "about"))] + ["sources/bed-00429.md"]
    scanned = {
        Address(path).url + "index.html": links.scan(Address(path).url + "index.html", html.tostring(content(path))) for path in sample
    }
    files = {Address(path).url + "index.html" for path in large()} | {
        "data/numbers.csv",
        "data/map.json",
        "assets/map.js",
        "issues/feed.xml",
    }
    assert not links.broken(scanned, {*files, "feed.xml"})


def test_a_part_names_those_beside_it_and_its_groups() -> None:
    second = large()["timeline/2.md"]
    assert '\nprev: "../"\nnext: "../3/"\n' in second
    first = content("timeline.md")
    assert first.xpath("//p[@class='sb-counts']/a[starts-with(., '2019 ')]/@href")[0].endswith("/#y2019")
    assert first.xpath("//a[@id='y2019']"), "a link to a group that begins elsewhere leads to the way there"
    assert not content("timeline/2.md").xpath("//a[@id]"), "which stands once"
    numbered = content("coverage/3.md").xpath("//span[@class='sb-numbers']/*/text()")
    assert numbered == [f"{n}" for n in range(1, 1 + len(series("coverage.md")))]


def test_twins_and_feeds_of_machines_know_the_parts() -> None:
    article = b'<article class="md-content__inner">%b</article>' % html.tostring(content("glossary/3.md"))
    assert "[← Previous](../2/)" in twin(article).decode() and twin_of("glossary/3.md") == "glossary/3/index.html.md"
    assert large()["glossary/3.md"].count("hasDefinedTerm") == 1
    row = next(row for path, row, _ in LISTS if path == "glossary.md")
    assert large()["glossary/3.md"].count('"DefinedTerm"') == len(rows_of("glossary/3.md", row)), "of the set only what stands here"


@pytest.mark.parametrize("date", ["2031-01-01", "2019-06-01"])
def test_a_new_source_changes_its_part_and_the_size_on_the_first(date: str) -> None:
    def listed(sources: Iterable[Document]) -> dict[str, str]:
        made = pages(shelve(sources, vocabulary(), Matches((), ()), []))
        return {path: page for path, page in made.items() if path.startswith("sources/index")}

    before = listed(source(n) for n in range(420))
    after = listed([*map(source, range(420)), replace(source(500), date=date)])
    changed = {path for path in after if after[path] != before.get(path)}
    assert "sources/index.md" in changed and len(changed) <= 2 < len(after)


def test_an_entry_has_one_name_wherever_it_stands() -> None:
    library = of(3, TERMS)
    moved = next(c for c in library.vocabulary.concepts.values() if c.part == 3)
    assert of_concept(moved).page == "glossary/3.md" and lasting(moved) == ("glossary.md", moved.id)
    assert f"glossary/#{moved.id}>".encode() in turtle(library) and b"glossary/3/" not in turtle(library)
    assert repointed(library, "topics/watering.md", f"[x](../glossary.md#{moved.id})") == f"[x](../glossary/3.md#{moved.id})"


@pytest.mark.parametrize(
    "text", ["[x](glossary.md#nothing)", "[x](https://a.example/glossary.md#term-1)", "[x](other.md#term-329)", "(glossary.md#term-329)"]
)
def test_other_links_stay_as_the_curator_wrote_them(text: str) -> None:
    assert repointed(of(1, TERMS), "about.md", text) == text


def test_a_short_list_is_one_page() -> None:
    assert numbers(map(str, range(MOST * 3 // 2))) == [1] * (MOST * 3 // 2)
    assert not [page for page in pages(of(30, MOST * 3 // 2)).values() if "sb-parts" in page]


def test_no_row_is_lost_and_no_part_is_too_long_or_hardly_worth_a_page() -> None:
    for length in (0, 1, 150, 151, 249, 250, 251, 1_000):
        made = cut("x.md", [(Head("A", "a"), range(length // 3)), (Head("B", "b"), range(length // 3, length))], str)
        assert [row for part in made for _, rows in part.groups for row in rows] == list(range(length))
        sizes = [sum(len(rows) for _, rows in part.groups) for part in made]
        assert max(sizes) <= MOST * 3 // 2 and min(sizes[:-1], default=MOST) >= MOST // 2
        assert [part.page for part in made] == ["x.md", *(f"x/{n}.md" for n in range(2, len(made) + 1))]


def test_a_row_more_moves_few_others() -> None:
    def rows(names: list[str]) -> set[tuple[str, ...]]:
        parts = cut("x.md", [(Head("A", "a"), names)], str)
        return {tuple(row for _, found in part.groups for row in found) for part in parts}

    names = [f"row {n}" for n in range(1_500)]
    before = rows(names)
    new = [len(rows([*names[:at], "new", *names[at:]]) - before) for at in range(0, 1_500, 15)]
    assert len(before) > 10 and sum(new) / len(new) < 2
