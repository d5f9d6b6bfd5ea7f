"""The map's graph as JSON: `data/map.json`. An edge is a row of the fields that `edge` names, so that a large map stays light."""

from dataclasses import asdict

from generator.exports.knowledge import dump
from generator.graph import Edge, graph
from generator.library import Library


def chart(library: Library) -> bytes:
    """Nodes as objects; edges as rows of the places of two nodes, the kind, passages, central passages."""
    found = graph(library)
    head = {"as_of": library.as_of, "left_out": found.left_out, "edge": list(Edge._fields)}
    return dump(head | {"nodes": [asdict(node) for node in found.nodes], "edges": [list(edge) for edge in found.edges]})
