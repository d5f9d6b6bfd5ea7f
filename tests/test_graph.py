"""The graph of the map: what is a node, what an edge, what counts once, and what is too much."""

from dataclasses import replace

import pytest

from generator import graph as room
from generator.graph import Edge, Graph, graph
from generator.library import Library
from generator.model import SeedId
from tests.pages.hand_built import library


def named(found: Graph, edge: Edge) -> tuple[str, str, str, int, int]:
    return found.nodes[edge.start].id, found.nodes[edge.end].id, edge.kind, edge.passages, edge.central


def test_topics_trends_sources_and_people_are_nodes_and_terms_are_none() -> None:
    found = graph(library())
    assert [node.kind for node in found.nodes] == sorted((n.kind for n in found.nodes), key=["topic", "trend", "source", "person"].index)
    assert {n.id for n in found.nodes if n.kind == "source"} == set(library().documents)
    assert {n.id for n in found.nodes if n.kind == "topic"} == {c.id for c in library().vocabulary.concepts.values() if c.kind == "topic"}


def test_evidence_is_counted_by_source() -> None:
    known = library()
    found = graph(known)
    counted = {named(found, e)[:2]: (e.passages, e.central) for e in found.edges if e.kind == "evidence"}
    for (source, concept), (passages, central) in counted.items():
        proofs = [e for e in known.evidence_of[concept] if known.passages[e.passage].source == source]  # type: ignore[index]  # an id
        assert (passages, central) == (len(proofs), sum(e.grade == "central" for e in proofs))
    assert sum(passages for passages, _ in counted.values()) == sum(
        len(evidence) for id, evidence in known.evidence_of.items() if id in {n.id for n in found.nodes}
    )


def test_a_person_speaks_in_a_source_and_a_related_pair_is_one_edge() -> None:
    found = graph(library())
    assert ("garden-talk", "ada-moss", "speaks", 2, 0) in [named(found, e) for e in found.edges]
    related = [frozenset(e[:2]) for e in found.edges if e.kind == "related"]
    assert len(related) == len(set(related))


def test_sources_of_one_origin_are_one_independent_source() -> None:
    known = library()
    widest = max(graph(known).nodes, key=lambda n: n.sources)
    assert widest.origins == widest.sources > 1
    again = graph(replace(known, origin_of={id: SeedId("garden-talk") for id in known.documents}))
    assert next(n for n in again.nodes if n.id == widest.id).origins == 1


def test_of_too_many_sources_those_with_most_evidence_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [n for n in graph(library()).nodes if n.kind == "source"]
    monkeypatch.setattr(room, "_SHELVES", (("topic", None), ("source", 1)))
    found = graph(library())
    assert [n for n in found.nodes if n.kind == "source"] == whole[:1]
    assert found.left_out >= len(whole) - 1
    assert all(edge.start < len(found.nodes) and edge.end < len(found.nodes) for edge in found.edges)


def test_an_empty_library_has_an_empty_map() -> None:
    assert graph(Library()) == Graph((), ())
