"""The vocabulary as SKOS: another program reads it, and it keeps the integrity conditions of the standard (S9 to S46)."""

from dataclasses import replace
from itertools import combinations

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDFS, SKOS

from generator.exports.skos import turtle
from generator.library import Library, shelve
from generator.model import Concept, ConceptId, Matches, Reading, Site
from tests.hand_built import concept, vocabulary

ROOT = "https://beds.example/garden/"
HERE = Site("A garden", ROOT, "en-GB")


def ids(*names: str) -> tuple[ConceptId, ...]:
    return tuple(map(ConceptId, names))


CONCEPTS = (
    concept("water", "Water", "H2O", "Water", kind="topic", hidden=("H2O", "wather"), definition="What *plants* drink. [@a \"b\"]"),
    concept(
        "watering", "Watering", kind="topic", broader=ids("water"), related=ids("water", "drip"), member=ids("hose", "drip"), ordered=True,
        readings=(Reading("As Ada has it", ids("drip")),), scope_note="See [hoses](../glossary.md#hose).",
    ),
    concept("drip", 'drip "line" \\ é\t☔', broader=ids("watering"), editorial_note="Two\n\nparagraphs."),
    concept("hose", "hose", url="https://hoses.example/a b<c>"),
    concept("ada", "Ada", kind="person"),
    concept("beds", "beds", member=ids("hose")),
)  # fmt: skip


def library(*concepts: Concept, site: Site = HERE) -> Library:
    return shelve((), vocabulary(*concepts), Matches((), ()), (), site=site)


def graph(data: bytes, address: str = "https://elsewhere.example/x") -> Graph:
    return Graph().parse(data=data, format="turtle", publicID=address)


def page(url: str) -> URIRef:
    return URIRef(ROOT + url)


FOUND = graph(turtle(library(*CONCEPTS)))
SCHEME = page("data/vocabulary.ttl#scheme")


def broken(found: Graph) -> list[str]:
    """Which integrity conditions a graph breaks."""
    concepts, collections = (set(found.subjects(RDF.type, kind)) for kind in (SKOS.Concept, SKOS.Collection))
    collections |= set(found.subjects(RDF.type, SKOS.OrderedCollection))
    schemes = set(found.subjects(RDF.type, SKOS.ConceptScheme))
    wrong = ["S9"] if concepts & schemes else []
    wrong += ["S37"] if collections & (concepts | schemes) else []
    for each in concepts:
        labels = [set(found.objects(each, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        wrong += ["S13"] if any(one & other for one, other in combinations(labels, 2)) else []
        wrong += ["S14"] if len(labels[0]) != 1 else []
        above = set(found.transitive_objects(each, SKOS.broader)) - {each}
        wrong += ["S27"] if above & set(found.objects(each, SKOS.related)) else []
        wrong += ["S23"] if set(found.objects(each, SKOS.related)) != set(found.subjects(SKOS.related, each)) else []
        wrong += ["S25"] if set(found.objects(each, SKOS.narrower)) != set(found.subjects(SKOS.broader, each)) else []
    for each in found.subjects(SKOS.memberList):
        wrong += ["S36"] if set(Collection(found, found.value(each, SKOS.memberList))) != set(found.objects(each, SKOS.member)) else []
    return wrong


def test_it_keeps_the_conditions_of_the_standard() -> None:
    assert broken(FOUND) == []
    assert broken(FOUND + graph(b"<a> a <http://www.w3.org/2004/02/skos/core#Concept> .")) == ["S14"], "the test itself can fail"


def test_every_concept_is_named_by_its_address_and_belongs_to_the_scheme() -> None:
    assert set(FOUND.subjects(SKOS.inScheme, SCHEME)) == set(FOUND.subjects(RDF.type, SKOS.Concept))
    assert {page("topics/water/"), page("glossary/#drip"), page("people/#ada")} <= set(FOUND.subjects(SKOS.inScheme, SCHEME))
    assert FOUND.value(SCHEME, DCTERMS.title) == Literal("A garden", lang="en-GB")
    assert page("topics/water/") in FOUND.objects(SCHEME, SKOS.hasTopConcept)
    assert page("topics/watering/") not in FOUND.objects(SCHEME, SKOS.hasTopConcept)


def test_labels_have_the_language_and_are_exact() -> None:
    assert list(FOUND.objects(page("glossary/#drip"), SKOS.prefLabel)) == [Literal('drip "line" \\ é\t☔', lang="en-GB")]
    assert list(FOUND.objects(page("topics/water/"), SKOS.altLabel)) == [Literal("H2O", lang="en-GB")]
    assert list(FOUND.objects(page("topics/water/"), SKOS.hiddenLabel)) == [Literal("wather", lang="en-GB")]


def test_notes_are_plain_text_without_citations() -> None:
    notes = [FOUND.value(page("topics/water/"), SKOS.definition), FOUND.value(page("topics/watering/"), SKOS.scopeNote)]
    assert list(map(str, notes)) == ["What plants drink.", "See hoses."]
    assert str(FOUND.value(page("glossary/#drip"), SKOS.editorialNote)) == "Two paragraphs."


def test_members_make_a_collection_in_their_order() -> None:
    members = page("data/vocabulary.ttl#members-watering")
    assert list(Collection(FOUND, FOUND.value(members, SKOS.memberList))) == [page("glossary/#hose"), page("glossary/#drip")]
    assert FOUND.value(members, RDF.type) == SKOS.OrderedCollection
    assert FOUND.value(page("data/vocabulary.ttl#members-beds"), RDF.type) == SKOS.Collection
    reading = page("data/vocabulary.ttl#reading-watering-1")
    assert list(FOUND.objects(reading, SKOS.member)) == [page("glossary/#drip")]
    assert list(FOUND.objects(page("data/vocabulary.ttl#kind-person"), SKOS.member)) == [page("people/#ada")]


def test_what_stands_above_is_not_related_too() -> None:
    assert list(FOUND.objects(page("topics/watering/"), SKOS.related)) == []
    assert list(FOUND.objects(page("topics/watering/"), SKOS.broader)) == [page("topics/water/")]


def test_an_address_with_odd_characters_stays_one() -> None:
    assert FOUND.value(page("glossary/#hose"), RDFS.seeAlso) == URIRef("https://hoses.example/a%20b%3Cc%3E")


def test_without_an_address_of_the_site_names_are_relative_to_the_file() -> None:
    found = graph(turtle(library(*CONCEPTS, site=Site())), f"{ROOT}data/vocabulary.ttl")
    assert page("topics/water/") in set(found.subjects(RDF.type, SKOS.Concept))
    assert (SCHEME, RDF.type, SKOS.ConceptScheme) in found


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "\u2028", "\x85", '"""', "\\u0041", "@en .", "<>"])
def test_no_label_breaks_out_of_its_place(odd: str) -> None:
    named = replace(CONCEPTS[3], labels=(replace(CONCEPTS[3].labels[0], text=f"a{odd}b"),))
    label = graph(turtle(library(named))).value(page("glossary/#hose"), SKOS.prefLabel)
    assert str(label) == f"a{odd}b".replace("\ud800", "\ufffd")


def test_the_same_vocabulary_gives_the_same_bytes() -> None:
    assert turtle(library(*CONCEPTS)) == turtle(library(*reversed(CONCEPTS)))
