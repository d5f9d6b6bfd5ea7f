"""Which sources go back to one event, as their front matter declares it; and how many origins that leaves."""

from dataclasses import replace

from generator.findings.origins.declared import declared, joined
from generator.found import Origin
from generator.library import shelve
from generator.model import Document, Kind, Matches, SeedId, Vocabulary
from generator.text import uniform


def source(id: str, **more: object) -> Document:
    return replace(Document(SeedId(id), f"seeds/{id}.md", Kind.ARTICLE, id, ()), **more)  # type: ignore[arg-type]  # fields by name


def groups(*documents: Document) -> list[tuple[str, ...]]:
    return [origin.sources for origin in declared(documents)]


def independent(origins: tuple[Origin, ...], *sources: str) -> int:
    library = shelve((), Vocabulary(), Matches((), ()), (), origins=origins)
    return library.independent(map(SeedId, sources))


def test_sources_that_state_the_same_origin_are_one_whatever_case_and_space() -> None:
    talk, report = source("talk", origin="Mill Day 2025"), source("report", origin=" mill  day 2025 ")
    assert groups(talk, report, source("other", origin="Mill Day 2024"), source("none")) == [("report", "talk")]


def test_what_is_derived_has_the_origin_of_what_it_is_derived_from_however_long_the_way() -> None:
    chain = (source("a"), source("b", derived_from=("a",)), source("c", derived_from=("b",)), source("d", origin="x", derived_from=("c",)))
    assert groups(*chain, source("e", origin="X")) == [("a", "b", "c", "d", "e")]


def test_what_names_a_seed_that_is_not_there_or_itself_is_alone() -> None:
    assert groups(source("a", derived_from=("gone", "a"))) == []


def test_the_reasons_are_what_the_files_say() -> None:
    (origin,) = declared((source("a", origin="Mill Day"), source("b", origin="mill day"), source("c", derived_from=("a",))))
    assert origin.reasons == ("same origin in front matter: Mill Day", "c is derived from a")
    assert origin.counts and not origin.suggested


def test_the_id_stays_when_a_source_joins() -> None:
    two = (source("b", origin="Mill Day"), source("c", origin="Mill Day"))
    assert declared(two)[0].id == declared((*two, source("a", origin="mill day")))[0].id


def test_independent_origins_count_each_event_once_and_each_other_source_too() -> None:
    origins = declared((source("a", origin="x"), source("b", origin="x"), source("c", origin="x"), source("d")))
    assert [independent(origins, *ids) for ids in ("", "a", "ab", "abc", "abcd", "de", "aadd")] == [0, 1, 1, 1, 2, 2, 2]


def test_a_suggestion_that_does_not_count_lowers_no_count() -> None:
    pair = Origin("o", (SeedId("a"), SeedId("b")), ("shared words",), suggested=True, counts=False)
    assert independent((pair,), "a", "b") == 2
    assert independent((replace(pair, counts=True),), "a", "b") == 1


def test_what_hangs_together_has_one_that_stands_for_it() -> None:
    heads = joined([("a", "b"), ("c", "d"), ("d", "a"), ("e",)])
    assert len({heads[k] for k in "abcd"}) == 1 and heads["e"] == "e"


def test_long_chains_take_no_longer_than_they_are() -> None:
    size = 50_000
    assert len(set(joined([(n, n + 1) for n in range(size)]).values())) == 1
    assert uniform("A  b") == "a b"
