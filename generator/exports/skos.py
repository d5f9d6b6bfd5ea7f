"""The vocabulary as SKOS in Turtle (W3C Recommendations of 2009 and 2014), for other programs. Looks nothing up in the sources.

Concepts are named by their addresses on the site. A SKOS collection is no concept (S37), so the members of a concept make a collection
of its own; so do each reading and each kind.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.address import lasting
from generator.findings.backlinks.prose import blocks
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, LabelKind, Vocabulary

NAME = "data/vocabulary.ttl"
_PREFIXES = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
_KINDS = {
    ConceptKind.TOPIC: "Topics",
    ConceptKind.TREND: "Trends",
    ConceptKind.TERM: "Terms",
    ConceptKind.PERSON: "People",
    ConceptKind.ORGANISATION: "Organisations",
    ConceptKind.PRODUCT: "Products",
    ConceptKind.BENCHMARK: "Benchmarks",
    ConceptKind.EVENT: "Events",
    ConceptKind.WORK: "Works",
}
#: What stands in no literal or no address as it is (Turtle § 6.5); lone surrogates are no characters at all.
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_NOT_IN_ADDRESSES = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')


class _Names(NamedTuple):
    """How things are named: by the site's address (`../` if it is not known: right wherever the file is fetched from), in its language."""

    root: str
    language: str

    def address(self, below: str) -> str:
        """A thing's IRI, from its address below the site's root."""
        return _iri(self.root + below)

    def concept(self, concept: Concept) -> str:
        """A concept's IRI: its page, or its entry on the page of its kind."""
        return self.address(lasting(concept).url)

    def text(self, text: str) -> str:
        """A literal in the site's language."""
        return f'"{_UNSAFE.sub(_escaped, text)}"@{self.language}'


def turtle(library: Library) -> bytes:
    """The vocabulary: a concept scheme, its concepts in order of id, and the collections that group them."""
    site = library.site
    names = _Names(site.url.rstrip("/") + "/" if site.url else "../", site.language)
    concepts = library.vocabulary.concepts
    top = [names.concept(c) for c in concepts.values() if not c.broader]
    title = [names.text(site.name)] if site.name else []
    scheme = _thing(names.address(f"{NAME}#scheme"), "skos:ConceptScheme", {"dct:title": title, "skos:hasTopConcept": top})
    things = (_concepts(library.vocabulary, names), _members(concepts, names), _kinds(concepts.values(), names))
    return "\n".join((_PREFIXES, scheme, *(thing for group in things for thing in group))).encode()


def _concepts(vocabulary: Vocabulary, names: _Names) -> Iterator[str]:
    related = _related(vocabulary)

    def iris(ids: Iterable[ConceptId]) -> list[str]:
        return [names.concept(vocabulary.concepts[id]) for id in ids]

    def prose(markdown: str) -> list[str]:
        plain = " ".join(block.text for block in blocks(markdown))
        return [names.text(plain)] if plain else []

    for concept in vocabulary.concepts.values():
        alternative = dict.fromkeys(text for text in concept.labelled(LabelKind.ALT) if text != concept.name)
        hidden = dict.fromkeys(text for text in concept.labelled(LabelKind.HIDDEN) if text != concept.name and text not in alternative)
        yield _thing(
            names.concept(concept),
            "skos:Concept",
            {
                "skos:inScheme": [names.address(f"{NAME}#scheme")],
                "skos:prefLabel": [names.text(concept.name)],
                "skos:altLabel": list(map(names.text, alternative)),
                "skos:hiddenLabel": list(map(names.text, hidden)),
                "skos:definition": prose(concept.definition),
                "skos:scopeNote": prose(concept.scope_note),
                "skos:editorialNote": prose(concept.editorial_note),
                "skos:broader": iris(concept.broader),
                "skos:narrower": iris(vocabulary.narrower.get(concept.id, ())),
                "skos:related": iris(sorted(related[concept.id])),
                "rdfs:seeAlso": [_iri(concept.url)] if concept.url else [],
            },
        )


def _related(vocabulary: Vocabulary) -> Mapping[ConceptId, set[ConceptId]]:
    """Related concepts both ways, without those that stand above or below each other (S27)."""
    above = {id: _above(vocabulary, id) for id in vocabulary.concepts}
    related: dict[ConceptId, set[ConceptId]] = defaultdict(set)
    for concept in vocabulary.concepts.values():
        for other in concept.related:
            if other not in above[concept.id] and concept.id not in above[other]:
                related[concept.id].add(other)
                related[other].add(concept.id)
    return related


def _above(vocabulary: Vocabulary, id: ConceptId) -> frozenset[ConceptId]:
    """All that is broader than a concept, at any distance."""
    found: set[ConceptId] = set()
    waiting = list(vocabulary.concepts[id].broader)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += vocabulary.concepts[one].broader
    return frozenset(found)


def _members(concepts: Mapping[ConceptId, Concept], names: _Names) -> Iterator[str]:
    """The members of each whole, and its readings."""
    for concept in concepts.values():
        own = names.concept(concept)
        if concept.member:
            members = [names.concept(concepts[id]) for id in concept.member]
            ordered = [f"({' '.join(members)})"] if concept.ordered else []
            yield _thing(
                names.address(f"{NAME}#members-{concept.id}"),
                "skos:OrderedCollection" if ordered else "skos:Collection",
                {"skos:prefLabel": [names.text(concept.name)], "dct:subject": [own], "skos:memberList": ordered, "skos:member": members},
            )
        for number, reading in enumerate(concept.readings, 1):
            members = [names.concept(concepts[id]) for id in reading.member]
            label = [names.text(reading.label)] if reading.label else []
            iri = names.address(f"{NAME}#reading-{concept.id}-{number}")
            yield _thing(iri, "skos:Collection", {"skos:prefLabel": label, "dct:subject": [own], "skos:member": members})


def _kinds(concepts: Iterable[Concept], names: _Names) -> Iterator[str]:
    """One collection a kind."""
    found = list(concepts)
    for kind, title in _KINDS.items():
        members = [names.concept(c) for c in found if c.kind is kind]
        if members:
            label = f'"{title}"@en'
            yield _thing(names.address(f"{NAME}#kind-{kind}"), "skos:Collection", {"skos:prefLabel": [label], "skos:member": members})


def _thing(iri: str, type: str, properties: Mapping[str, list[str]]) -> str:
    """All that is said of one thing, one property a line. Properties without values are left out."""
    said = [f"    {name} {', '.join(dict.fromkeys(values))}" for name, values in properties.items() if values]
    return " ;\n".join((f"{iri} a {type}", *said)) + " .\n"


def _iri(address: str) -> str:
    return f"<{_NOT_IN_ADDRESSES.sub(_percent, address)}>"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _ESCAPED.get(character, f"\\u{ord(character):04X}")
