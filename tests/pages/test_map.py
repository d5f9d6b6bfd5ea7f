"""The page of the map without script: every topic and trend with its sources."""

from generator.graph import graph
from generator.library import Library
from generator.pages.map import MapView, chart
from tests.pages.hand_built import library
from tests.pages.rendered import body, pages


def view(known: Library) -> MapView:
    (page,) = chart(known)
    assert isinstance(page.view, MapView)
    return page.view


def test_the_list_says_what_the_map_shows() -> None:
    found = graph(library())
    branches = [branch for _, shelf in view(library()).shelves for branch in shelf]
    assert {b.link.text for b in branches} == {n.label for n in found.nodes if n.kind in {"topic", "trend"}}
    proofs = [e for e in found.edges if e.kind == "evidence" and found.nodes[e.end].kind != "person"]
    assert sum(len(b.sources) + b.more for b in branches) == len(proofs)


def test_the_source_with_most_central_evidence_comes_first_and_its_link_leads_to_its_note() -> None:
    watering = next(b for _, shelf in view(library()).shelves for b in shelf if b.link.href.endswith("topics/watering/"))
    assert watering.sources[0].href.startswith("../sources/")
    assert watering.sources[0].note


def test_the_page_holds_no_script_of_its_own_words() -> None:
    html = body(pages(library())["map.md"])
    assert [script.get("src") for script in html.iter("script")] == ["../assets/map.js"]
    assert not any(script.text for script in html.iter("script"))


def test_an_empty_library_has_a_page_too() -> None:
    assert "no topic" in pages(Library())["map.md"]
