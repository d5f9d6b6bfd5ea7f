"""What becomes of a quotation: told apart from terms, looked for where it must be, laid word by word over what was said."""

from dataclasses import replace

import pytest

from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import REPEATED, marked, repeats
from generator.findings.quotes.quotations import Standing, quotations, spans
from generator.findings.quotes.words import alike, words
from generator.found import Match, Quote
from generator.model import Document, Kind, Mark, Role, SeedId
from tests.hand_built import passage

SAID = (
    ("Ada", 0.0, "Welcome to the shed. We talk about seeds and nothing else today."),
    ("Ben", 20.0, "I sow beans when the lilac blooms, and not one day before that."),
    ("Ada", 40.0, "So the calendar is of no use to you at all?"),
    ("Ben", 55.0, "A calendar tells you the date. The lilac tells you the soil is warm, and"),
    ("Ada", 70.0, "and the soil never lies."),
    ("Ben", 75.0, "Exactly. My neighbour lost two thousand seedlings to a single frosty night in May."),
    ("Ben", 90.0, "Since then he asks the lilac too. He is basically my best pupil."),
)


def talk(*said: tuple[str, float, str], id: str = "talk", **more: object) -> Document:
    turns = tuple(passage(id, n, Role.TURN, text, speaker=who, seconds=at) for n, (who, at, text) in enumerate(said or SAID, 1))
    return replace(Document(SeedId(id), f"{id}.txt", Kind.TRANSCRIPT, id, turns, origin="shed"), **more)  # type: ignore[arg-type]


def report(*paragraphs: str, id: str = "report", origin: str = "shed") -> Document:
    made = tuple(passage(id, n, Role.PARAGRAPH, text) for n, text in enumerate(paragraphs, 1))
    return Document(SeedId(id), f"{id}.txt", Kind.SUMMARY, id, made, origin=origin)


def only(*documents: Document) -> Quote:
    [quote] = quotes(documents)
    return quote


def diff(quote: Quote) -> list[tuple[str, str, str]]:
    return [tuple(run) for trace in quote.traces for run in trace.runs if run.pair != "same"]  # type: ignore[misc]


def test_word_for_word_with_its_second() -> None:
    quote = only(report("Ben says: “I sow beans when the lilac blooms.”"), talk())
    assert quote.match is Match.VERBATIM and quote.traced
    assert (quote.traced.passages, quote.traced.seconds, quote.traced.until) == (("talk#p-00000002",), 20.0, 40.0)


def test_words_changed_put_in_and_left_out_are_shown() -> None:
    quote = only(report('Ben says: "I always sow beans when the roses bloom, and not before that."'), talk())
    assert quote.match is Match.ALTERED and not quote.heard
    assert diff(quote) == [
        ("put in", "always", ""),
        ("changed", "roses", "lilac"),
        ("heard", "bloom", "blooms"),
        ("left out", "", "one day"),
    ]


def test_one_spoken_word_in_two_spellings_is_heard_differently() -> None:
    quote = only(report('"He is basally my best pupil," says Ben.'), talk())
    assert quote.heard and diff(quote) == [("heard", "basally", "basically")]


def test_parts_from_several_places_are_spliced() -> None:
    quote = only(report('"A calendar tells you the date... he asks the lilac too," says Ben.'), talk())
    assert quote.match is Match.SPLICED
    assert [(t.passages[0], t.seconds) for t in quote.traces] == [("talk#p-00000004", 55.0), ("talk#p-00000007", 90.0)]


def test_two_speakers_in_one_mouth_are_spliced() -> None:
    quote = only(report('"The lilac tells you the soil is warm, and the soil never lies," says Ben.'), talk())
    assert quote.match is Match.SPLICED and quote.traced
    assert quote.traced.speakers == ("talk#p-00000004", "talk#p-00000005")


def test_a_stray_word_under_the_next_name_is_no_splice() -> None:
    said = talk(("Ben", 1.0, "You water the roots and never the"), ("Ada", 5.0, "leaves."), ("Ben", 6.0, "Right."))
    quote = only(report('Ben says: "You water the roots and never the leaves."'), said)
    assert quote.match is Match.VERBATIM and quote.traced and quote.traced.speakers == ("talk#p-00000001",)


def test_false_starts_and_filling_are_no_words_that_a_quotation_must_have() -> None:
    said = talk(("Ben", 1.0, "Whoever hurries a seed is, uh, is sowing, you know, for the birds."))
    quote = only(report('"Whoever hurries a seed is sowing for the birds," says Ben.'), said)
    assert quote.match is Match.VERBATIM
    assert only(report('"Whoever hurries is sowing for the birds," says Ben.'), said).match is Match.ALTERED


def test_a_sentence_left_out_without_a_mark_is_a_splice() -> None:
    said = talk(("Ben", 1.0, "The frost took ninety plants. I had to look twice. I thought the glass was broken."))
    quote = only(report('"The frost took ninety plants. I thought the glass was broken," says Ben.'), said)
    assert quote.match is Match.SPLICED


def test_two_sentences_of_which_one_is_said_elsewhere_are_a_splice() -> None:
    said = talk(
        ("Ben", 1.0, "The peas are, like, half of the harvest for all of us here."), ("Ada", 9.0, "Go on."),
        ("Ben", 90.0, "Where we lose is the early frost. That's the nights of May that take half of all the flowers."),
    )  # fmt: skip
    quote = only(report('"Where we lose is the early frost. The peas are, like, half of the harvest," says Ben.'), said)
    assert (quote.match, len(quote.traces)) == (Match.SPLICED, 2)


def test_an_ellipsis_that_stands_for_nothing_is_no_splice() -> None:
    quote = only(report('"I sow beans when the lilac blooms... and not one day before that," says Ben.'), talk())
    assert quote.match is Match.VERBATIM and len(quote.traces) == 1


def test_not_found_only_where_it_must_be_here() -> None:
    claim = report('"Nobody ever grew rich by selling cucumbers," says Ben.')
    missing = only(claim, talk())
    assert (missing.match, missing.against) == (Match.NOT_FOUND, ("talk",))
    for other in (talk(origin="elsewhere"), talk(form="digest")):
        assert only(claim, other).against == ()


def test_what_several_quotations_share_is_what_a_document_reports() -> None:
    claims = (
        '"I sow beans when the lilac blooms," says Ben.',
        '"A calendar tells you the date," he says.',
        '"My neighbour never grew any carrots," he adds.',
    )
    found = quotes((report(*claims, origin=""), talk(origin="")))
    assert [(q.match, q.against) for q in found] == [
        (Match.VERBATIM, ("talk",)), (Match.VERBATIM, ("talk",)), (Match.NOT_FOUND, ("talk",)),
    ]  # fmt: skip


def test_what_one_passage_quotes_was_said_on_one_occasion() -> None:
    together = '"I sow beans when the lilac blooms," says Ben. "My neighbour never grew any carrots," he adds.'
    assert [q.against for q in quotes((report(together, origin=""), talk(origin="")))] == [(), ("talk",)]
    apart = together.split(" says Ben. ")
    assert [q.against for q in quotes((report(apart[0] + " says Ben.", apart[1], origin=""), talk(origin="")))] == [(), ()]


def test_a_digest_bears_out_only_its_exact_words() -> None:
    quote = only(report('"I always sow beans when the lilac blooms," says Ben.'), talk(form="digest"))
    assert quote.match is Match.NOT_FOUND and quote.against == () and quote.nearest


@pytest.mark.parametrize(
    "text", ["the “slow seed” way", 'her book "The Patience of Dough"', "a 'zero to one' phase", 'he lives at "seeds.example"']
)
def test_terms_titles_and_scare_quotes_are_not_asked_for(text: str) -> None:
    assert not quotes((report(text), talk()))


def test_single_marks_quote_only_speech() -> None:
    text = "The gardeners' rule is 'never on a Monday', and 'I sow beans when the lilac blooms,' says Ben of the neighbours' frost."
    assert [text[a:b] for a, b in spans(text)] == ["I sow beans when the lilac blooms,"]


def test_marks_that_are_never_closed_or_are_inches_open_nothing() -> None:
    assert spans('A 12" pot and a 9" pot. "Nobody closes this one') == []


def test_a_term_that_recurs_is_no_quotation() -> None:
    twice = report("The “lilac rule of sowing” is old.", "Few know the “lilac rule of sowing”.")
    assert quotations(twice) == []
    assert [q.standing for q in quotations(report("The “lilac rule of sowing” is old."))] == [Standing.PHRASE]


def test_a_highlight_is_held_against_the_time_at_which_it_is_said() -> None:
    told = talk()
    highlight = passage("talk", 99, Role.HIGHLIGHT, "Since then he asks the lilac too.", seconds=12.0)
    quote = only(replace(told, passages=(highlight, *told.passages)))
    assert (quote.highlight, quote.stated, quote.traced and quote.traced.seconds) == (True, 12.0, 90.0)


def test_a_mark_inside_a_turn_tells_the_second() -> None:
    text = "We dig in March. And in April we only look at the worms."
    said = replace(talk(), passages=(passage("talk", 1, Role.TURN, text, speaker="Ben", seconds=10.0, marks=(Mark(17, 30.0),)),))
    quote = only(report('"And in April we only look at the worms," says Ben.'), said)
    assert quote.traced and quote.traced.seconds == 30.0


def test_a_repeated_cold_open_is_marked_and_quotations_are_traced_to_the_later_place() -> None:
    opening = ("Ben", 0.0, "I sow beans when the lilac blooms, and not one day before. He is basically my best pupil.")
    told = talk(opening, *((who, at + 30, text) for who, at, text in SAID))
    found = repeats((told,))
    assert [(r.passage, r.later) for r in found] == [("talk#p-00000001", ("talk#p-00000003", "talk#p-00000008"))]
    [whole] = marked((told,), found)
    assert [p.excluded for p in whole.passages[:2]] == [REPEATED, ""] and not whole.passages[0].says
    quote = only(report('Ben says: "I sow beans when the lilac blooms."'), whole)
    assert quote.traced and quote.traced.passages == ("talk#p-00000003",)


def test_a_talk_that_repeats_nothing_has_no_cold_open() -> None:
    assert repeats((talk(),)) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("shelling", "schelling"), ("basally", "basically"), ("shape", "ship"), ("2", "to"), ("its", "it's")]
)
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("million", "billion"), ("do", "don't"), ("likely", "unlikely"), ("15", "50"), ("moving", "moved")]
)
def test_words_that_never_stand_for_each_other(one: str, other: str) -> None:
    assert not alike(one, other)


def test_spelling_that_does_not_count() -> None:
    assert [w.key for w in words("Uh, 2, 000 E-mails — don’t!")] == [w.key for w in words("2,000 e mails don't")]


def test_long_lines_take_no_time() -> None:
    text = "'a \"b " * 20_000
    assert quotes((report(text), talk())) == ()
