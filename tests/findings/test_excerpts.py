"""Which words of a source in excerpts are published: never more than its share, the most needed first, a sentence each before more."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from generator.excerpts import CELL_WORDS, MOST_WORDS, allowance, cell, excerpts, is_fact, size
from generator.found import How, Use
from generator.model import Cell, Document, Kind, Lines, Passage, PassageId, Role, SeedId, Table

SENTENCE = "A bed of ten words wants water twice a day."


def passage(number: int, text: str, role: Role = Role.PARAGRAPH, table: Table | None = None) -> Passage:
    return Passage(PassageId(f"talk#p-{number}"), SeedId("talk"), Lines(number, number), role, text, table=table)


def document(*passages: Passage, publish: str = "excerpts") -> Document:
    return Document(SeedId("talk"), "seeds/talk.md", Kind.ARTICLE, "A talk", passages, publish=publish)


def uses(*given: tuple[int, Use]) -> Mapping[PassageId, tuple[Use, ...]]:
    return {PassageId(f"talk#p-{number}"): tuple(use for n, use in given if n == number) for number, _ in given}


def central(rank: int = 0, of: str = "soil", at: int = 0) -> Use:
    return Use(How.CENTRAL, of, at, at, rank)


def given_words(made: Document, used: Mapping[PassageId, tuple[Use, ...]]) -> dict[int, str]:
    spans = excerpts([made], used)
    return {p.lines.first: p.text[slice(*spans[p.id])] for p in made.passages if p.id in spans}


def test_a_quarter_of_the_words_may_be_shown_and_of_a_short_text_one_excerpt() -> None:
    assert allowance(document(*(passage(n, SENTENCE) for n in range(100)))) == 250
    assert allowance(document(passage(1, SENTENCE))) == 60


def test_titles_do_not_count_and_tables_do() -> None:
    heading = passage(101, "A heading of five words", Role.HEADING)
    beds = Table(("Bed", "Litres"), ((Cell("Drip", "text"), Cell("12", "number")),))
    table = passage(102, "| Bed | Litres |\n|---|---|\n| Drip | 12 |", Role.TABLE, beds)
    assert (size(heading), size(table)) == (0, 4)
    assert allowance(document(*(passage(n, SENTENCE) for n in range(100)), heading, table)) == 247


def test_a_source_that_may_be_shown_in_full_needs_no_excerpts() -> None:
    assert not excerpts([document(passage(1, SENTENCE), publish="full")], uses((1, central())))


def test_what_the_curator_cites_comes_first() -> None:
    long = " ".join([SENTENCE] * 6)
    made = document(passage(1, long), passage(2, long))
    words = given_words(made, uses((1, central()), (2, Use(How.CITED, "index.md", 44, 52))))
    assert len(words[2].split()) == len(words[1].split()) == 30
    alone = given_words(made, uses((2, Use(How.CITED, "index.md", 44, 52))))
    assert len(alone[2].split()) == 60


def test_what_is_cited_stays_where_more_is_cited_further_on() -> None:
    text = "a bed of ten words wants water twice a day and once a night in a dry year " * 5
    made = document(passage(1, f"{text}and so on."))
    first, more = Use(How.CITED, "index.md", 9, 18), Use(How.CITED, "topics/beds.md", len(text) - 146, len(text) - 1, 1)
    assert "ten words" in given_words(made, uses((1, first)))[1]
    assert "ten words" in given_words(made, uses((1, first), (1, more)))[1]


def test_who_answers_has_words_before_who_asks() -> None:
    asked = "And a bed of ten words, does it want water twice?"
    made = document(passage(1, asked), *(passage(n, SENTENCE) for n in range(2, 9)))
    used = uses((1, central(rank=0)), *((n, central(rank=n)) for n in range(2, 9)))
    assert set(given_words(made, used)) == {2, 3, 4, 5, 6, 7}, "six answers of ten words have the sixty words"


def test_the_strongest_of_each_concept_comes_before_the_second_of_any_and_in_turn_with_what_pages_list() -> None:
    long = " ".join([SENTENCE] * 3)
    made = document(*(passage(n, long) for n in range(1, 6)))
    listed, last = Use(How.FORETELLS, "", 0, 5), Use(How.SUPPORTS, "hose", 0, 0)
    ranked = uses((1, central(1)), (2, central(0)), (3, central(0, "hose")), (4, listed), (5, last))
    assert set(given_words(made, ranked)) == {2, 4}, "60 words: two passages of 30"


def test_the_excerpt_shows_the_words_that_are_needed() -> None:
    text = " ".join([SENTENCE] * 8) + " Here stands the claim. " + " ".join([SENTENCE] * 8)
    at = text.index("Here")
    words = given_words(document(passage(1, text)), uses((1, central()), (1, Use(How.FORETELLS, "", at, at + 22))))
    assert "Here stands the claim." in words[1] and len(words[1].split()) <= MOST_WORDS


def test_a_sentence_is_whole_where_it_is_not_longer_than_a_passage_may_be() -> None:
    sentence = "It " + "really " * 38 + "grows."
    rest = (passage(n, SENTENCE) for n in range(2, 9))
    assert given_words(document(passage(1, f"{sentence} {SENTENCE}"), *rest), uses((1, central())))[1].startswith(sentence)


def test_running_text_in_a_table_is_no_fact() -> None:
    long = "the bed that gets its water from a pipe"
    facts, prose = (Table(("Bed",), ((Cell(text, "text"),),)) for text in ("Drip line", long))
    assert is_fact(passage(1, "x", Role.TABLE, facts)) and not is_fact(passage(1, "x", Role.TABLE, prose))
    assert cell(long) == "the bed that gets its water from a …" and len(cell(long).split()) == CELL_WORDS + 1


PLACE = st.integers(0, 200)
HOWS = st.builds(Use, st.sampled_from(How), st.sampled_from(["", "soil", "hose"]), PLACE, PLACE, st.integers(0, 5))
SAYINGS = st.sampled_from([SENTENCE, "Short.", "no stop at all", "Otter.ai and so on"])
TEXTS = st.lists(st.lists(SAYINGS, min_size=1, max_size=9), max_size=12)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 11), HOWS), max_size=20))
def test_never_more_than_allowed(texts: list[list[str]], used: list[tuple[int, Use]]) -> None:
    made = document(*(passage(n, " ".join(text)) for n, text in enumerate(texts)))
    words = given_words(made, uses(*used))
    assert sum(len(text.split()) for text in words.values()) <= allowance(made)
    assert all(len(text.split()) <= MOST_WORDS for text in words.values())
    assert set(words) <= {number for number, _ in used}
