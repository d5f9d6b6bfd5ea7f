"""A passage's text in pieces: links, mentions, mishearings, minute marks; and how much of it stands on a card."""

from dataclasses import replace

from generator.found import Evidence
from generator.library import Library, shelve
from generator.model import Document, Link, Mark, Matches, Mention, Passage, Role
from generator.pages.quoting import original, quotation
from generator.pages.showing import Piece, linked, marked, moment, part, web
from tests.hand_built import evidence, mention, passage, vocabulary
from tests.pages.hand_built import ARTICLE, CONCEPTS, LONG, TALK, WATER, library

PAGE = "sources/garden-talk.md"


def shown(said: Passage, *mentions: Mention, document: Document = TALK) -> str:
    """The pieces of a passage, as `[surface→href]`, `{time}` and plain text."""
    library = shelve([replace(document, passages=(said,))], vocabulary(*CONCEPTS), Matches(mentions, ()), ())
    return "".join(map(written, linked(library, said, (0, len(said.text)), PAGE)))


def written(piece: Piece) -> str:
    if piece.kind == "text":
        return piece.text
    inside = f"{piece.text}→{piece.href}" if piece.href else piece.text
    return f"{{{inside}}}" if piece.kind == "time" else f"[{inside}]" + (f"({piece.meant}!)" if piece.meant else "")


def said(text: str, **more: object) -> Passage:
    return passage("garden-talk", 1, Role.TURN, text, **more)


def test_one_mention_of_each_concept_is_linked_and_every_misheard_one() -> None:
    text = said("mulch, mulsh and mulch; mulsh")
    first, second = (Mention(text.id, at, at + 5, CONCEPTS[5].id, text.text[at : at + 5], at > 0) for at in (0, 24))
    assert shown(text, first, mention(text, "mulsh", "mulch", misheard=True), second) == (
        "[mulch→../../glossary/#mulch], [mulsh→../../glossary/#mulch](mulch!) and mulch; [mulsh→../../glossary/#mulch](mulch!)"
    )


def test_of_overlapping_mentions_the_longer_one_is_linked() -> None:
    text = said("a drip line here")
    assert shown(text, mention(text, "drip", "mulch"), mention(text, "drip line", "drip")) == "a [drip line→../../glossary/#drip] here"


def test_a_minute_mark_inside_a_name_comes_after_it() -> None:
    text = said("the drip line at last", marks=(Mark(8, 60.0), Mark(21, 61.0)))
    audio = "https://media.example/soil.mp3"
    assert (
        shown(text, mention(text, "drip line", "drip"))
        == f"the [drip line→../../glossary/#drip]{{1:00→{audio}#t=60}} at last{{1:01→{audio}#t=61}}"
    )


def test_a_minute_mark_right_before_a_name_stays_there() -> None:
    text = said("the drip line", marks=(Mark(4, 60.0),))
    assert shown(text, mention(text, "drip line", "drip"), document=replace(TALK, media="")) == "the {1:00}[drip line→../../glossary/#drip]"


def test_a_minute_mark_without_a_recording_is_no_link() -> None:
    assert shown(said("now then", marks=(Mark(3, 3700.0),)), document=replace(TALK, media="")) == "now{1:01:40} then"


def test_the_links_of_the_source_win_over_mentions_that_overlap_them() -> None:
    text = said("see drip line", links=(Link(0, 8, "https://x.example/"),))
    assert shown(text, mention(text, "drip line", "drip")) == "[see drip→https://x.example/] line"


def test_a_card_shows_the_sentences_around_the_mention() -> None:
    long = said(" ".join(f"Sentence {n} is about nothing." for n in range(40)) + " Here is mulch at last. The end.")
    found = shelve([TALK], vocabulary(*CONCEPTS), Matches((mention(long, "mulch", "mulch"),), ()), ())
    start, end = part(found, long, {CONCEPTS[5].id}, 20)
    assert long.text[start:end].endswith("Here is mulch at last. The end.") and len(long.text[start:end].split()) <= 20


def test_of_an_excerpt_no_card_shows_more_than_the_excerpt() -> None:
    found = library()
    card = quotation(found, LONG, "topics/watering.md", {CONCEPTS[3].id})
    assert len(card.text.split()) <= 60 and card.cut_after
    assert card.text in "".join(p.text for p in linked(found, LONG, (0, len(LONG.text)), "sources/bed-test.md"))


def test_marks_stand_where_the_page_is_about_the_words() -> None:
    pieces = marked(library(), WATER, (0, 21), {CONCEPTS[0].id})
    assert [(p.kind, p.text) for p in pieces] == [("text", "She "), ("hit", "waters"), ("text", " at dawn. M")]


def way_out(document: Document, text: str = "Ten beds were watered.", **more: object) -> str:
    found = original(document, passage("bed-test", 1, Role.PARAGRAPH, text, **more), text)
    return found.href if found else ""


def test_the_way_out_leads_to_the_second_or_to_the_words() -> None:
    assert way_out(TALK, seconds=62.9) == "https://media.example/soil.mp3#t=62"
    assert way_out(ARTICLE) == "https://beds.example/test?x=1#:~:text=Ten%20beds%20were%20watered."
    assert way_out(replace(ARTICLE, url="https://x.example/#part")) == "https://x.example/#part:~:text=Ten%20beds%20were%20watered."
    assert way_out(ARTICLE, "A well-known, rather long sentence that no reader ever reads to its end.") == (
        "https://beds.example/test?x=1#:~:text=A%20well%2Dknown%2C%20rather%20long%20sentence,ever%20reads%20to%20its%20end."
    )


def test_a_digest_leads_to_its_original_without_claiming_words() -> None:
    assert way_out(replace(ARTICLE, form="digest")) == "https://beds.example/test?x=1"
    assert way_out(replace(ARTICLE, url="")) == ""


def test_addresses() -> None:
    assert [web(url) for url in (" https://x ", "HTTP://x", "ftp://x", "javascript:x", "x")] == ["https://x", "HTTP://x", "", "", ""]
    assert moment("https://x/a.mp3#old", 9.9) == "https://x/a.mp3#t=9"
    assert moment("a.mp3", 9) == ""


def test_evidence_that_names_nothing_is_shown_from_its_beginning() -> None:
    plain: tuple[Evidence, ...] = (evidence(LONG, "hose", 1.0),)
    found: Library = shelve([ARTICLE], vocabulary(*CONCEPTS), Matches((), ()), plain)
    assert quotation(found, LONG, "glossary.md", {CONCEPTS[4].id}, 8).text == "Ten beds were watered in three ways."
