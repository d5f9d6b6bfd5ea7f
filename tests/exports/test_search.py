"""The search index: what can be found, where it leads, and what is kept of the engine's own."""

import re
from dataclasses import replace
from typing import Any

from generator.exports.search import dump, locations, search
from generator.found import Difference, Disagreement, Observation, Prediction, Side, Status
from generator.library import shelve
from generator.model import ConceptKind, Matches, Role
from generator.tracing import Pieces
from tests.exports.hand_built import CONCEPTS, HEADING, LONG, QUOTED, UNQUOTED, library
from tests.hand_built import concept, document, evidence, mention, passage, vocabulary

MADE = {
    "config": {"lang": ["en"], "separator": "[\\s\\-]+", "pipeline": ["stopWordFilter"], "fields": {"title": {"boost": 1000.0}}},
    "docs": [
        {"location": "", "title": "Home", "text": "Welcome"},
        {"location": "#start", "title": "Start here", "text": "…"},
        {"location": "glossary/", "title": "Glossary", "text": "every term"},
        {"location": "glossary/#soil", "title": "Soil", "text": "as the engine saw it"},
        {"location": "glossary/2/", "title": "Glossary, page 2", "text": "more terms"},
        {"location": "numbers/", "title": "Numbers", "text": "every number"},
        {"location": "numbers/#money", "title": "Money", "text": "every price"},
        {"location": "topics/compost/", "title": "Compost", "text": "as the engine saw it"},
        {"location": "topics/compost/#at-a-glance", "title": "At a glance", "text": "as the engine saw it"},
    ],
}
INDEX = search(library(), MADE, Pieces(library()))
ENTRIES: dict[str, dict[str, Any]] = {entry["location"]: entry for entry in INDEX["docs"]}


def test_a_topic_is_found_by_its_other_labels_and_misspellings() -> None:
    assert ENTRIES["topics/compost/"]["tags"] == ["black gold"]
    assert "come post" in ENTRIES["topics/compost/"]["text"]
    assert "It rots." in ENTRIES["topics/compost/"]["text"]


def test_a_passage_leads_to_its_anchor_under_its_speaker_and_time() -> None:
    entry = ENTRIES["sources/open-talk/#p-00000003"]
    assert (entry["title"], entry["text"]) == ("Ana Silva, 1:15", "Compost feeds the soil.")


def test_what_may_not_be_shown_cannot_be_found() -> None:
    assert f"sources/closed-article/#{UNQUOTED.anchor}" not in ENTRIES
    excerpt = ENTRIES[f"sources/closed-article/#{QUOTED.anchor}"]["text"]
    assert excerpt in LONG
    assert len(excerpt.split()) <= 60
    assert ENTRIES[f"sources/closed-article/#{HEADING.anchor}"]["text"] == "A heading"


def test_names_in_what_is_not_shown_lead_to_their_source() -> None:
    """Those that a shown passage names, too, lead there; no other word of what is hidden is given away."""
    seen, hidden = QUOTED, replace(UNQUOTED, text="Zoe and Ana quarrel about compost.")
    closed = document(seen, hidden, id="closed-article", title="Closed")
    concepts = (*CONCEPTS, concept("zoe", "Zoe <Z>", kind=ConceptKind.PERSON))
    named = (mention(seen, "compost", "compost"), mention(hidden, "compost", "compost"), mention(hidden, "Zoe", "zoe"))
    matches = Matches((*named, mention(hidden, "Ana", "ana-silva")), ())
    found = shelve([closed], vocabulary(*concepts), matches, [evidence(seen, "compost", 1.0)])
    entries = {entry["location"]: entry for entry in search(found, {}, Pieces(found))["docs"]}
    assert entries["sources/closed-article/"]["text"] == "Named where it is not shown: Ana Silva, Zoe &lt;Z&gt;"
    assert "quarrel" not in str(entries)


def test_the_curators_pages_keep_the_entries_of_the_engine() -> None:
    assert ENTRIES["#start"]["title"] == "Start here"
    assert "topics/compost/#at-a-glance" not in ENTRIES


def test_a_page_of_many_entries_keeps_its_name_and_what_it_is_looked_for_by() -> None:
    assert ENTRIES["glossary/"]["title"] == "Glossary" and "acronyms" in ENTRIES["glossary/"]["text"]
    assert "every term" not in ENTRIES["glossary/"]["text"]
    assert ENTRIES["glossary/#soil"]["text"] == "What plants stand in."


def test_a_list_of_things_does_not_stand_above_them() -> None:
    assert "every number" not in ENTRIES["numbers/"]["text"]
    assert not {"numbers/#money", "glossary/2/"} & ENTRIES.keys()


def test_a_prediction_a_number_and_a_disagreement_are_found_as_such() -> None:
    told = passage("town", 1, Role.PARAGRAPH, "By 2030 there will be four to one of them.")
    town = document(told, id="town", publish="full")
    found = shelve(
        [town], vocabulary(), Matches((), ()), [],
        predictions=[Prediction(told.id, 0, 41, told.text, "", "", "By 2030", "2030", "", "", Status.OPEN)],
        observations=[Observation(told.id, 22, 33, "four to one", 4, 4, "to one", sentence=(0, 42))],
        disagreements=[Disagreement("d-1", Difference.VALUES, "how many", (Side(told.id, 22, 33, "four to one"),) * 2)],
    )  # fmt: skip
    entries = {entry["location"]: entry for entry in search(found, {}, Pieces(found))["docs"]}
    assert entries["sources/town/#p-00000001"]["tags"] == ["Prediction", "four to one"]
    assert entries["disagreements/#d-1"] == {
        "location": "disagreements/#d-1", "title": "How many", "text": "four to one · four to one", "boost": 2, "tags": ["Disagreement"],
    }  # fmt: skip


def test_text_is_escaped_because_the_theme_writes_it_as_html() -> None:
    assert ENTRIES["glossary/#soil"]["title"] == "Soil &lt;b&gt;"


def test_a_page_comes_before_its_anchors_and_no_place_twice() -> None:
    places = locations(INDEX)
    assert len(set(places)) == len(places)
    pages = [place for place in places if "#" not in place]
    assert all(places.index(place.partition("#")[0]) <= places.index(place) for place in places if place.partition("#")[0] in pages)


def test_words_that_say_nothing_part_words_in_english_only() -> None:
    separator = re.compile(INDEX["config"]["separator"])
    words = [word for word in separator.split("The heap, it's said, is in-between: 2.5 m (or so) of a theme.") if word]
    assert words == ["heap", "it's", "said", "between", "2.5", "m", "theme"]
    made = {"config": {"lang": ["de"], "separator": "x"}}
    assert search(library(), made, Pieces(library()))["config"]["separator"] == "x"


def test_the_index_is_the_same_each_time() -> None:
    assert dump(INDEX) == dump(search(library(), MADE, Pieces(library())))
