"""What is not among the excerpts of a source: pages show its place and the ways there; quotations are cut with their passages."""

from dataclasses import replace

from generator.excerpts import excerpts
from generator.found import Grade, Match, Prediction, Quote, Run, Status, Trace
from generator.library import Library, shelve
from generator.model import Cell, Matches, Passage, Role, Table
from generator.pages.quoting import quotation
from generator.published import quote_shown, tabled
from generator.text import remnant
from tests.hand_built import evidence, mention, passage, vocabulary
from tests.pages.hand_built import ARTICLE, CONCEPTS, TALK
from tests.pages.rendered import pages

SENTENCE = "The drip lines used least of all ten beds."


def library(*said: Passage, quotes: tuple[Quote, ...] = ()) -> Library:
    """Passages of a source in excerpts; the first ones are the strongest evidence of watering."""
    found = [evidence(p, "watering", 100.0 - n, Grade.CENTRAL) for n, p in enumerate(said)]
    return shelve([replace(ARTICLE, passages=said)], vocabulary(*CONCEPTS), Matches((), ()), found, quotes=quotes)


def many(number: int) -> list[Passage]:
    return [passage("bed-test", n, Role.PARAGRAPH, " ".join([SENTENCE] * 4), heading="Method") for n in range(1, number + 1)]


def test_a_passage_that_may_not_be_shown_stands_as_its_line_with_the_ways_there_and_out() -> None:
    said = many(20)
    found = library(*said)
    hidden = next(p for p in said if p.id not in found.excerpts)
    card = quotation(found, hidden, "topics/watering.md", ())
    assert (card.pieces, card.clock, card.href) == ((), f"line {hidden.lines.first}", f"../../sources/bed-test/#{hidden.anchor}")
    assert card.original and card.original.href == "https://beds.example/test?x=1"


def test_every_passage_that_is_left_out_keeps_its_anchor_on_the_source_s_note() -> None:
    said = many(20)
    made = pages(library(*said))
    assert all(f'id="{p.anchor}"' in made["sources/bed-test.md"] for p in said)
    assert "Not shown</span><span><a" in made["topics/watering.md"]


def test_cards_stand_open_for_what_may_be_shown() -> None:
    made = pages(library(*many(20)))["topics/watering.md"]
    assert made.count("<figure") == 6 and "Not among the excerpts" not in made, "160 words, an excerpt of 27 words each"


def test_a_word_diff_ends_where_what_was_said_may_not_be_shown() -> None:
    said = passage("bed-test", 1, Role.PARAGRAPH, "Ten beds want water at dawn. " + " ".join([SENTENCE] * 20))
    quoting = passage("bed-test", 2, Role.PARAGRAPH, "She said: ten beds want rain at dusk")
    runs = (
        Run("same", "ten beds want", "Ten beds want"),
        Run("changed", "rain", "water"),
        Run("same", "at", "at"),
        Run("changed", "dusk", "dawn"),
    )
    quote = Quote(quoting.id, 10, 36, "ten beds want rain at dusk", Match.ALTERED, (Trace((said.id,), (), 0, None, None, runs),))
    found = library(said, quoting, quotes=(quote,))
    assert quote_shown(found, quote) == quote
    less = replace(found, excerpts={**found.excerpts, said.id: (0, 19)})
    [trace] = quote_shown(less, quote).traces
    assert trace.runs == (*runs[:3], Run("same", "…", "…"))
    none = replace(found, excerpts={})
    assert (quote_shown(none, quote).text, quote_shown(none, quote).traces[0].runs) == ("", ())


def test_running_text_in_a_table_is_cut_unless_the_source_may_be_shown() -> None:
    long = Table(("Bed",), ((Cell("the bed that gets its water from a pipe", "text"),),))
    made = passage("bed-test", 1, Role.TABLE, "| the bed that gets its water from a pipe |", table=long)
    cut = tabled(library(made), made)
    assert cut and cut.rows[0][0].text == "the bed that gets its water from a …"
    full = shelve([replace(ARTICLE, passages=(made,), publish="full")], vocabulary(*CONCEPTS), Matches((), ()), ())
    assert tabled(full, made) == long and not excerpts(full.documents.values(), full.uses)


def test_a_turn_that_begins_within_a_sentence_is_shown_from_its_first_whole_one() -> None:
    said = passage("garden-talk", 1, Role.TURN, "com and with the drip lines that it has. But most drip lines leak. Go and try.")
    assert said.text[remnant(said.text) :].startswith("But most") and remnant("Whole. And more.") == remnant("all of it") == 0
    first, at = mention(said, "drip lines", "drip"), said.text.rindex("drip lines")
    named = (first, replace(first, start=at, end=at + len("drip lines")))
    found = shelve([replace(TALK, passages=(said,))], vocabulary(*CONCEPTS), Matches(named, ()), ())
    assert quotation(found, said, "glossary.md", {first.concept}).text == "But most drip lines leak. Go and try."
    assert quotation(found, said, "glossary.md", set()).cut_before, "a whole turn is marked as the rest of a sentence"


def test_a_claim_that_may_not_be_shown_names_its_line() -> None:
    said = many(20)
    bare = library(*said)
    hidden = next(p for p in said if p.id not in bare.excerpts)
    foretold = Prediction(hidden.id, 0, 42, SENTENCE, "", "", "", "", "", "", Status.OPEN)
    made = replace(bare, predictions=(foretold,), predictions_in={hidden.id: (foretold,)})
    page = pages(made)["predictions.md"]
    assert f">line {hidden.lines.first}</a>" in page and "this claim is not among them" in page
