"""Which sources go back to one event, as front matter declares it and as texts suggest it; and how many origins that leaves."""

from dataclasses import replace

import pytest

from generator.findings.origins import origins
from generator.findings.origins.declared import declared, joined
from generator.found import Origin
from generator.library import shelve
from generator.model import Document, Kind, Lines, Matches, Passage, PassageId, Role, SeedId, Vocabulary
from generator.text import uniform


def source(id: str, **more: object) -> Document:
    return replace(Document(SeedId(id), f"seeds/{id}.md", Kind.ARTICLE, id, ()), **more)  # type: ignore[arg-type]  # fields by name


def groups(*documents: Document) -> list[tuple[str, ...]]:
    return [origin.sources for origin in declared(documents)]


def independent(tied: tuple[Origin, ...], *sources: str) -> int:
    library = shelve((), Vocabulary(), Matches((), ()), (), origins=tied)
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
    tied = declared((source("a", origin="x"), source("b", origin="x"), source("c", origin="x"), source("d")))
    assert [independent(tied, *ids) for ids in ("", "a", "ab", "abc", "abcd", "de", "aadd")] == [0, 1, 1, 1, 2, 2, 2]


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


SENTENCES = (
    "The lock keeper weighs his mail before he opens the lower gate.",
    "A barge that comes after sunset pays the lamp and not the water.",
    "In the flood year they moored forty hulls along the chapel wall.",
    "Nobody has drowned here since the iron ladder was painted yellow.",
    "The otters took the eels, the heron took the blame for it.",
    "Each spring a diver scrapes the mussels off the paddle gear.",
    "His daughter keeps the ledger in pencil because ink hates fog.",
    "Pleasure boats wave too early and throttle back too late.",
)


def text(id: str, *texts: str, **more: object) -> Document:
    made = [Passage(PassageId(f"{id}#p-{n}"), SeedId(id), Lines(n, n), Role.PARAGRAPH, said) for n, said in enumerate(texts, 1)]
    return source(id, passages=tuple(made), **more)


def suggested(*documents: Document) -> list[tuple[tuple[str, ...], bool]]:
    found = origins(documents, Vocabulary(), Matches((), ()), ())
    return [(origin.sources, origin.counts) for origin in found if origin.suggested]


def retold(id: str, **more: object) -> Document:
    """The sentences between words of its own."""
    return text(id, *(f"What {id} adds in a paragraph {n} of its own making stays apart. {s}" for n, s in enumerate(SENTENCES)), **more)


def test_what_retells_another_text_throughout_counts_as_one_with_it() -> None:
    (origin,) = origins((retold("one"), retold("two")), Vocabulary(), Matches((), ()), ())
    assert origin.suggested and origin.counts and origin.sources == ("one", "two")
    assert origin.reasons == ("text that is the same for the most part",)


def test_a_few_shared_sentences_are_doubtful_and_two_are_nothing() -> None:
    own = [f"Paragraph number {n} says a thing about weirs that no other text has thought of yet." for n in range(12)]
    for shared, expected in ((3, [(("few", "one"), False)]), (2, [])):
        assert suggested(retold("one"), text("few", *own, *SENTENCES[:shared])) == expected


def test_a_notice_that_stands_whole_in_both_is_no_evidence() -> None:
    notice = " ".join(SENTENCES[:4])
    own = (f"Paragraph number {n} says a thing about weirs that no other text has thought of yet." for n in range(12))
    assert suggested(text("one", notice, *own, notice), text("two", notice, *SENTENCES[4:], notice)) == []


def test_what_a_file_declares_is_not_suggested_and_different_origins_stay_apart() -> None:
    assert suggested(retold("one", origin="Lock Day"), retold("two", origin="lock day")) == []
    assert suggested(retold("one", origin="Lock Day"), retold("two", origin="Weir Day")) == []
    three = (retold("one", origin="Lock Day"), retold("two", origin="Weir Day"), retold("three"))
    assert sorted(counts for _, counts in suggested(*three)) == [False, True]


def test_one_recording_is_one_event() -> None:
    twins = [text(id, "Short.", media="https://lock.example/day.mp3") for id in ("a", "b")]
    assert suggested(*twins, text("c", "Short.", media="https://lock.example/other.mp3")) == [(("a", "b"), True)]


SAME = (62, "8,413", 17)


@pytest.mark.parametrize(
    ("dates", "publisher", "figures", "expected"),
    [
        (("2030-05-02", "2030-05-09"), "", SAME, [True]),
        (("2030-05-02", "2030-09-09"), "", SAME, []),
        (("", ""), "", SAME, [False]),
        (("2030-05-02", "2030-05-09"), "The Towpath", SAME, [False]),
        (("2030-05-02", "2030-05-09"), "", (63, "7,077", 19), []),
    ],
    ids=["near", "far", "unknown", "one publisher", "other figures"],
)
def test_people_figures_and_dates_together(
    dates: tuple[str, str], publisher: str, figures: tuple[object, ...], expected: list[bool]
) -> None:
    quote = "My ledger forgives and my pencil does not"
    told = "Greta Holm counted 8,413 boats, 62 geese, £41.50 in fines and 17% more fog. “{}” Holm says."
    again = "They paid £41.50 in all. There were {} geese, {} boats and {} percent more fog. Greta Holm said “{}”; Holm laughed."
    one = text("one", told.format(quote), date=dates[0], publisher=publisher)
    two = text("two", again.format(*figures, quote), date=dates[1], publisher=publisher)
    assert [counts for _, counts in suggested(one, two)] == expected


def test_a_long_line_of_capitals_or_digits_takes_no_longer_than_it_is() -> None:
    long = ("A-" * 40_000, "1," + "111," * 20_000, "Ab " * 20_000, "A'" * 20_000)
    assert suggested(text("one", *long), text("two", "Nothing."))[1:] == []
