"""The page of quotations and what source notes say of them: results in words, times, no mark of a source left to run."""

from dataclasses import replace

from generator.exports.quotes import quotes as items
from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import marked, repeats
from generator.library import Library, shelve
from generator.model import Document, Matches, Role
from tests.findings.test_quotes import SAID, report, talk
from tests.hand_built import passage, vocabulary
from tests.pages.rendered import pages

OPENING = ("Ben", 0.0, "I sow beans when the lilac blooms, and not one day before. He is basically my best pupil.")


def library(*documents: Document) -> Library:
    repeated = repeats(documents)
    whole = marked(documents, repeated)
    return shelve(whole, vocabulary(), Matches((), ()), (), quotes=quotes(whole), repeats=repeated)


def test_a_changed_word_is_told_without_colour() -> None:
    page = pages(library(report('"He is basally my best pupil," says Ben.'), talk()))["quotes.md"]
    assert "## Heard differently { #heard }" in page
    assert '<del><span class="sb-aloud">said: </span>basically</del> <ins><span class="sb-aloud">quoted: </span>basally</ins>' in page
    assert 'href="../sources/talk/#p-00000007">1:30</a>' in page and 'href="../sources/report/#p-00000001"' in page


def test_without_quotations_the_page_says_so() -> None:
    assert "No source here quotes anybody." in pages(library(talk()))["quotes.md"]


def test_a_source_note_counts_its_quotations_and_those_taken_from_it() -> None:
    made = pages(library(report('"I sow beans when the lilac blooms," says Ben.'), talk()))
    assert '<span>1 quotation:</span><a href="../../quotes/#verbatim">1 verbatim</a>' in made["sources/report.md"]
    assert 'Quoted by <a href="../report/">report</a> <small>1 quotation</small>' in made["sources/talk.md"]


def test_a_highlight_has_its_real_time_beside_the_stated_one() -> None:
    told = talk(publish="full")
    highlight = passage("talk", 99, Role.HIGHLIGHT, "Since then he asks the lilac too.", seconds=12.0)
    note = pages(library(replace(told, passages=(highlight, *told.passages))))["sources/talk.md"]
    assert '<td class="sb-right">0:12</td><td class="sb-right"><a href="#p-00000007">1:30</a></td><td>1:18 later</td>' in note
    assert '<span class="sb-tag">said at 1:30</span>' in note


def test_a_cold_open_is_told_with_the_places_that_it_comes_from() -> None:
    told = talk(OPENING, *((who, at + 30, text) for who, at, text in SAID), publish="full")
    note = pages(library(told))["sources/talk.md"]
    assert 'until 0:30, repeats what is said later, at <a href="#p-00000003">0:50</a>, <a href="#p-00000008">2:00</a>' in note
    assert '<span class="sb-tag">repeated cold open</span>' in note


def test_nothing_of_a_source_runs() -> None:
    said = talk(("<b>Ben</b>", 1.0, "You <script>alert(1)</script> water the roots and *never* [the](javascript:1) leaves today."))
    made = pages(library(report('Ben says: "You <img src=x> water the roots and *never* [the](javascript:1) leaves today."'), said))
    assert not any(mark in made["quotes.md"] for mark in ("<script>", "<img", "<b>Ben"))


def test_long_quotations_are_cut_in_what_is_published() -> None:
    words = " ".join(f"seed{n} falls" for n in range(60))
    found = library(report(f'Ben says: "{words}."'), talk(("Ben", 1.0, f"{words}.")))
    [public], [whole] = list(items(found, False)), list(items(found, True))
    assert len(public["text"].split()) == 61 and len(whole["text"].split()) == 120
    assert (public["match"], public["traced_to"]) == ("verbatim", {"passage": "talk#p-00000001", "seconds": 1.0})


def test_words_that_a_digest_quotes_are_not_called_ours() -> None:
    told = (report('"He is basally my best pupil," says Ben.'), talk())
    page = pages(library(*(replace(document, form="digest") for document in told)))["quotes.md"]
    assert "## Heard differently" in page and "in our words" not in page
