"""`data/map.json`: nodes, and edges as rows whose fields are named."""

import json

from generator.exports.map import chart
from generator.graph import graph
from tests.pages.hand_built import library


def test_the_file_is_the_graph_and_the_same_each_time() -> None:
    data = json.loads(chart(library()))
    found = graph(library())
    assert data["edge"] == ["start", "end", "kind", "passages", "central"]
    assert [node["id"] for node in data["nodes"]] == [node.id for node in found.nodes]
    assert [tuple(edge) for edge in data["edges"]] == list(found.edges)
    assert chart(library()) == chart(library())
