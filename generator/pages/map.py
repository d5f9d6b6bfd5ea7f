"""The page of the map: what a reader without script has of it, a list of topics and trends with their sources. Draws nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.address import Address
from generator.graph import Edge, Graph, Node, graph
from generator.library import Library
from generator.pages.origins import counted
from generator.pages.page import Link, Page
from generator.pages.words import count

_PAGE = "map.md"
#: So many sources of a topic stand in the list; its own page has all of them.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic or trend with its sources, the one with most evidence first; `more` are on its page."""

    link: Link
    sources: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MapView:
    """The map and its list. `data` and `script` are addresses relative to the page."""

    title: str
    size: str
    left_out: str
    shelves: tuple[tuple[str, tuple[Branch, ...]], ...]


def chart(library: Library) -> Iterable[Page]:
    """The page, also of an empty library: the navigation leads to it."""
    found = graph(library)
    kinds = [node.kind for node in found.nodes]
    topics = count(kinds.count("topic") + kinds.count("trend"), "topic or trend", "topics and trends")
    size = f"{topics}, {count(kinds.count('source'), 'source')}"
    left_out = f"{count(found.left_out, 'source or person', 'sources and people')} with less evidence" if found.left_out else ""
    yield Page(_PAGE, "map.md", MapView("Map", size if found.nodes else "", left_out, _shelves(found)))


def _shelves(found: Graph) -> tuple[tuple[str, tuple[Branch, ...]], ...]:
    proofs: dict[int, list[Edge]] = defaultdict(list)
    for edge in found.edges:
        if edge.kind == "evidence":
            proofs[edge.end].append(edge)
    shelves = []
    for kind, title in (("topic", "Topics"), ("trend", "Trends")):
        numbered = sorted(((n.label.casefold(), i) for i, n in enumerate(found.nodes) if n.kind == kind))
        if numbered:
            shelves.append((title, tuple(_branch(found, i, proofs[i]) for _, i in numbered)))
    return tuple(shelves)


def _branch(found: Graph, place: int, proofs: list[Edge]) -> Branch:
    strongest = sorted(proofs, key=lambda e: (-e.central, -e.passages, e.start))
    sources = (_link(found.nodes[e.start], count(e.passages, "passage")) for e in strongest[:_MOST])
    return Branch(_link(found.nodes[place], _standing(found.nodes[place])), tuple(sources), max(0, len(proofs) - _MOST))


def _standing(node: Node) -> str:
    return counted(node.sources, node.origins) if node.sources else "no source yet"


def _link(node: Node, note: str) -> Link:
    page, _, anchor = node.url.partition("#")
    return Link(node.label, Address(page.rstrip("/") + ".md", anchor).href(_PAGE), note=note)
