"""Topics, trends, sources and people as one graph: what the map shows and its list says. No position, no page, no format."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from generator import address
from generator.found import Grade
from generator.library import Library
from generator.model import Concept, ConceptKind, Document, LabelKind, SeedId
from generator.text import fold

#: The concepts that have a place on the map.
_KINDS = (ConceptKind.TOPIC, ConceptKind.TREND, ConceptKind.PERSON)
#: More is no longer read, and a phone no longer draws it smoothly (`benchmarks/map.py`): those with most evidence stay.
MOST_SOURCES, MOST_PEOPLE = 1500, 250


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the map. `kind`: topic, trend, source or person; `url`: below the site's root; `note`: what it is, in a line.

    `passages`: those about a concept; those of a source that are about any. `sources` and `origins` (the independent ones among them)
    are a concept's, 0 for a source; `also` are its other names, for search.
    """

    id: str
    kind: str
    label: str
    url: str
    note: str
    passages: int
    sources: int = 0
    origins: int = 0
    also: tuple[str, ...] = ()


class Edge(NamedTuple):
    """A line of the map between two nodes, by their places in `Graph.nodes`; `passages`, and the central ones, of evidence and speaking.

    `kind`: evidence (of a source, for a concept), speaks (in a source, a person), broader (of a concept, another), member (of a whole,
    a part of it), related.
    """

    start: int
    end: int
    kind: str
    passages: int = 0
    central: int = 0


@dataclass(frozen=True, slots=True)
class Graph:
    """The map's nodes (topics, trends, sources, people; the heaviest of each first) and its edges; `left_out`: nodes that are too many."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


class _Tie(NamedTuple):
    """An edge between ids: those of sources and those of concepts may be the same words."""

    start: tuple[str, str]
    end: tuple[str, str]
    kind: str
    passages: int = 0
    central: int = 0


def graph(library: Library) -> Graph:
    """The graph of a library, in time linear in its passages and evidence."""
    concepts = [c for c in library.vocabulary.concepts.values() if c.kind in _KINDS]
    ties = [*_evidence(library, concepts), *_speaking(library)]
    sources_of: dict[str, set[SeedId]] = defaultdict(set)
    for tie in ties:
        sources_of[tie.end[1]].add(SeedId(tie.start[1]))
    named = (_concept(library, c, sources_of[c.id]) for c in concepts)
    every = [*named, *(_source(library, document) for document in library.documents.values())]
    kept = [node for kind, most in _SHELVES for node in _heaviest((n for n in every if n.kind == kind), most)]
    place = {_key(node): i for i, node in enumerate(kept)}
    drawn = (tie for tie in chain(ties, _relations(concepts)) if tie.start in place and tie.end in place)
    edges = {Edge(place[tie.start], place[tie.end], *tie[2:]) for tie in drawn}
    met = sum(node.kind != "person" or node.sources > 0 for node in every)
    return Graph(tuple(kept), tuple(sorted(edges)), met - len(kept))


#: Kinds in the order of the map's nodes, and how many of each it has at most.
_SHELVES: tuple[tuple[str, int | None], ...] = (("topic", None), ("trend", None), ("source", MOST_SOURCES), ("person", MOST_PEOPLE))


def _heaviest(nodes: Iterable[Node], most: int | None) -> list[Node]:
    """Nodes by weight; people of whom no source is known stay away."""
    met = (n for n in nodes if n.kind != "person" or n.sources)
    return sorted(met, key=lambda n: (-n.passages, -n.sources, n.label.casefold(), n.id))[:most]


def _key(node: Node) -> tuple[str, str]:
    return ("source" if node.kind == "source" else "concept", node.id)


def _evidence(library: Library, concepts: Iterable[Concept]) -> Iterator[_Tie]:
    """What each source says about each concept, in passages."""
    for concept in concepts:
        found = [(library.passages[e.passage].source, e.grade) for e in library.evidence_of.get(concept.id, ())]
        central = Counter(source for source, grade in found if grade is Grade.CENTRAL)
        for source, passages in Counter(source for source, _ in found).items():
            yield _Tie(("source", source), ("concept", concept.id), "evidence", passages, central[source])


def _speaking(library: Library) -> Iterator[_Tie]:
    """Who of the vocabulary speaks in each source, in passages, or wrote it (0 passages)."""
    people = library.vocabulary.people
    for document in library.documents.values():
        spoken = Counter(people.get(fold(p.speaker)) for p in document.passages if p.speaker and p.says)
        named = {people.get(fold(name)) for name in (*document.authors, *document.speakers)}
        yield from (_Tie(("source", document.id), ("concept", who), "speaks", spoken[who]) for who in named | spoken.keys() if who)


def _relations(concepts: Iterable[Concept]) -> Iterator[_Tie]:
    """What the curator says of concepts among each other; a related pair once."""
    for concept in concepts:
        here = ("concept", str(concept.id))
        yield from (_Tie(here, ("concept", id), "broader") for id in concept.broader)
        yield from (_Tie(here, ("concept", id), "member") for id in concept.member)
        others = (("concept", str(id)) for id in concept.related)
        yield from (_Tie(min(here, other), max(here, other), "related") for other in others)


def _concept(library: Library, concept: Concept, sources: set[SeedId]) -> Node:
    return Node(
        id=concept.id,
        kind=concept.kind.value,
        label=concept.name,
        url=address.of_concept(concept).url,
        note=concept.definition,
        passages=len(library.evidence_of.get(concept.id, ())),
        sources=len(sources),
        origins=library.independent(sources),
        also=concept.labelled(LabelKind.ALT),
    )


def _source(library: Library, document: Document) -> Node:
    proofs = (library.evidence_in.get(passage.id, ()) for passage in document.passages)
    on = sum(any(library.vocabulary.concepts[e.concept].kind in _KINDS for e in found) for found in proofs)
    note = ", ".join(filter(None, (document.kind.value, document.publisher, document.date)))
    return Node(document.id, "source", document.title, address.of_source(document.id).url, note, on)
