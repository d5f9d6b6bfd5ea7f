"""Sources that count as one, as pages say it: in numbers, and with the reason."""

from dataclasses import replace

import pytest

from generator.found import Origin
from generator.library import Library, shelve
from generator.model import Document, Kind, Matches, SeedId, Vocabulary
from generator.pages.origins import counted, same_event, together

TALK, BRIEF, NOTE, OTHER = (SeedId(id) for id in ("talk", "brief", "note", "other"))
DECLARED = Origin("o-1", (BRIEF, TALK), ("same origin in front matter: Soil Day",))
JUDGED = Origin("o-2", (NOTE, TALK), ("4 shared quotations", "9 shared phrases that few other sources have"), suggested=True)


def shelved(*origins: Origin) -> Library:
    documents = [
        Document(id, f"seeds/{id}.md", Kind.BRIEF if id == BRIEF else Kind.ARTICLE, id.title(), ()) for id in (TALK, BRIEF, NOTE, OTHER)
    ]
    return shelve(documents, Vocabulary(), Matches((), ()), (), origins=origins)


@pytest.mark.parametrize(
    ("sources", "origins", "words"),
    [(1, 1, "1 source"), (3, 3, "3 sources"), (2, 1, "2 sources, 1 independent origin"), (4, 2, "4 sources, 2 independent origins")],
)
def test_origins_are_named_where_they_are_fewer_than_sources(sources: int, origins: int, words: str) -> None:
    assert counted(sources, origins) == words


def test_the_reason_says_what_is_stated_and_what_is_judged() -> None:
    found = same_event(shelved(DECLARED, JUDGED), TALK, "sources/talk.md")
    assert [(link.text, link.note) for link in found] == [
        ("Brief", "news brief; as their files state"),
        ("Note", "article; judged by 4 shared quotations and 9 shared phrases that few other sources have"),
    ]


def test_what_is_one_only_through_a_third_source_says_so() -> None:
    found = same_event(shelved(DECLARED, JUDGED), NOTE, "sources/note.md")
    assert found[0].note.endswith("; through another source")


def test_a_doubtful_pair_stands_on_no_page() -> None:
    library = shelved(replace(JUDGED, counts=False))
    assert same_event(library, TALK, "sources/talk.md") == () == together(library, (TALK, NOTE), "topics/a.md")
    assert library.independent((TALK, NOTE)) == 2


def test_a_topic_lists_only_those_of_its_own_sources_that_count_as_one() -> None:
    rows = together(shelved(DECLARED, JUDGED), (TALK, OTHER, BRIEF), "topics/a.md")
    assert [([link.text for link in row.sources], row.reason) for row in rows] == [(["Talk", "Brief"], "as their files state")]
