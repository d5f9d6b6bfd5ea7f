"""Citations: words that stand in a source are found whatever their case, white space, quotation and minute marks; other words never."""

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citing import marks
from generator.findings.citations import citations
from generator.findings.citations.anchors import find, fold, page
from generator.findings.citations.nearest import slip
from generator.found import Citation
from generator.model import Document, Kind, Mark, Note, Role, SeedId
from generator.report import Location, Problem, Severity
from tests.hand_built import concept, passage, vocabulary

WAIT = "you do not dig in it until"


SEED = "garden-talk"
TALK = Document(
    SeedId(SEED), "seeds/garden-talk.md", Kind.TRANSCRIPT, "A talk",
    (
        passage(SEED, 1, Role.METADATA, "title: A talk"),
        passage(SEED, 2, Role.HEADLINE, "A talk about soil"),
        passage(SEED, 5, Role.TURN, "She calls compost “black gold” and can't do without it. It costs 5,000 a year.", speaker="Ada"),
        passage(
            SEED, 6, Role.TURN, "A non-technical bed needs 0. 25 litres; you do not", speaker="Ben", seconds=61.0, marks=(Mark(28, 70.0),)
        ),
        passage(SEED, 7, Role.TURN, "dig in it until spring.", speaker="Ada", seconds=75.0),
        passage(SEED, 8, Role.BOILERPLATE, "Subscribe for black gold!", excluded="call to subscribe"),
        passage(SEED, 9, Role.TABLE, "Crop | Litres\nBeans | 12"),
    ),
)  # fmt: skip
ARTICLE = Document(
    SeedId("bed-test"), "seeds/bed-test.md", Kind.ARTICLE, "A test", (passage("bed-test", 3, Role.TURN, "Drip lines used least of all."),)
)


def note(body: str) -> Note:
    return Note("about.md", "About", body, Location("docs/about.md", 3))


def told(body: str) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    return citations((TALK, ARTICLE), vocabulary(), (note(body),))


def cite(words: str, seed: str = "garden-talk") -> str:
    return f'A claim. [@{seed} "{words}"]'


@pytest.mark.parametrize(
    "words",
    [
        "compost “black gold” and",
        'compost "black gold" and',
        "compost 'black gold' and",
        "compost black gold and",
        "COMPOST Black   gold\nand",
        "gold” and can’t do",
        "needs 0. [00:01:10] 25 litres",
        "needs 0. (1:10) 25 litres",
        "0. 25 litres",
        "costs 5,000 a year",
        "a talk about soil",
        "beans | 12",
    ],
)
def test_words_that_are_there_are_found(words: str) -> None:
    found, problems = told(cite(words))
    assert not problems
    assert len(found) == len(found[0].places) == 1


@pytest.mark.parametrize(
    "words",
    [
        "compost black-gold and",  # a hyphen is no space
        "compost black golds",
        "and cant do",  # an apostrophe within a word is part of it
        "and can",  # nor does a word end at one
        "technical bed",  # of `non-technical`
        "non",
        "It costs 5",  # of `5,000`
        "000 a year",
        "she calls compost gold",
        "It costs 5.000 a year",
        "gold, and can't",  # punctuation counts
        "title: A talk",  # the front matter is the curator's own
    ],
)
def test_words_that_are_not_there_are_an_error(words: str) -> None:
    found, problems = told(cite(words))
    assert not found
    assert [(p.code, p.severity, str(p.location)) for p in problems] == [("citation-words", Severity.ERROR, "docs/about.md:3")]


def test_the_error_shows_the_nearest_passage() -> None:
    _, [problem] = told("\n\n" + cite("calls the compost black gold"))
    assert str(problem.location) == "docs/about.md:5"
    assert problem.wrong == "These words do not stand in garden-talk: “calls the compost black gold”."
    assert problem.right == "Nearest to them is seeds/garden-talk.md:5: “She calls compost “black gold” and can't do …”."


def test_the_error_names_the_source_that_has_the_words() -> None:
    _, [problem] = told(cite("drip lines used least"))
    assert problem.right == "They stand in seeds/bed-test.md:3: cite bed-test."


def test_the_anchor_holds_the_words_of_the_source_and_what_stands_around() -> None:
    [found], _ = told(cite("AND CAN’T DO"))
    assert found.anchor == ("and can't do", "She calls compost “black gold” ", " without it. It costs 5,000 a ye")
    assert (found.page, found.number, found.location.line, found.places[0].passage) == ("about.md", 1, 3, "garden-talk#p-00000005")


def test_words_may_run_from_one_passage_into_the_next_where_the_source_cuts_a_sentence_in_two() -> None:
    [found], problems = told(cite(WAIT))
    assert not problems
    assert [(p.passage, p.end - p.start) for p in found.places] == [("garden-talk#p-00000006", 10), ("garden-talk#p-00000007", 15)]
    assert found.anchor.exact == WAIT
    assert found.anchor.suffix == " spring."


@pytest.mark.parametrize(
    "words",
    [
        "A talk about soil She calls",  # a heading and a turn are no sentence
        "until spring. Subscribe",  # nor are a turn and an advertisement
        "year. A non-technical bed needs 0. 25 litres; you do not dig in",  # nor three turns
    ],
)
def test_words_run_over_nothing_else(words: str) -> None:
    assert [p.code for p in told(cite(words))[1]] == ["citation-words"]


def test_what_is_set_aside_comes_last_where_words_stand_twice() -> None:
    [found], [problem] = told(cite("black gold"))
    assert found.places[0].passage == "garden-talk#p-00000005"
    assert (problem.code, problem.severity) == ("citation-doubtful", Severity.NOTICE)
    assert "stand 2 times in garden-talk (lines 5, 8)" in problem.wrong


def test_the_same_words_on_a_page_are_one_reference() -> None:
    found, _ = told('[@garden-talk "costs 5,000"] [@bed-test "drip lines"] [@garden-talk "Costs 5,000"]')
    assert [(c.number, c.words) for c in found] == [(1, "costs 5,000"), (2, "drip lines")]


def test_a_seed_that_is_misspelt_is_an_error() -> None:
    found, [problem] = told(cite("black gold", "graden-talk"))
    assert not found
    assert (problem.code, problem.right) == ("citation-seed", "Did you mean garden-talk?")


@pytest.mark.parametrize(
    ("id", "meant"),
    [
        ("gardentalk", "garden-talk"), ("Garden_Talk", "garden-talk"), ("garden-talks", "garden-talk"), ("issue-41", ""), ("soil-talk", ""),
        ("isue-42", "issue-42"),
    ],
)  # fmt: skip
def test_a_slip_is_a_letter_or_two_and_never_a_number(id: str, meant: str) -> None:
    assert slip(id, ["garden-talk", "issue-42"]) == meant


def test_sources_of_another_set_of_seeds_are_one_warning_in_sum() -> None:
    found, [problem] = told(cite("some words", "soil-letter") + cite("other words", "soil-letter") + cite("more", "ditch-report"))
    assert [(c.places, c.anchor) for c in found] == [((), ("some words", "", "")), ((), ("other words", "", "")), ((), ("more", "", ""))]
    assert (problem.code, problem.severity) == ("citation-elsewhere", Severity.WARNING)
    assert "ditch-report (1), soil-letter (2)" in problem.wrong


@pytest.mark.parametrize(
    ("id", "meant"), [("a-talk-in-the-garden", "garden-talk"), ("garden-notes", "garden-talk"), ("test", "bed-test"), ("ditch-report", "")]
)
def test_a_source_that_is_called_like_another_is_a_warning_of_its_own(id: str, meant: str) -> None:
    """No error: it may belong to another set of seeds."""
    found, [problem] = told("One.\n\n" + cite("some words", id) + cite("other words", id))
    assert [c.places for c in found] == [(), ()]
    assert (problem.code, problem.severity, problem.location.line) == ("citation-elsewhere", Severity.WARNING, 5)
    assert problem.right == (f"Did you mean {meant}?" if meant else "Build with these seeds too, or cite those that there are.")


NO_FORM = ("[@garden-talk]", "[@garden-talk words]", '[@garden-talk "words]', '[@garden-talk ""]', '[@garden-talk "”"]')


@pytest.mark.parametrize("mark", NO_FORM)
def test_another_form_is_an_error(mark: str) -> None:
    found, [problem] = told(f"A claim {mark}")
    assert not found
    assert problem.code == "citation-form"


NO_MARK = (
    "[@ada](https://example.org/ada)",
    '`[@garden-talk "x"]`',
    '```\n[@garden-talk "x"]\n```',
    'Code:\n\n    [@garden-talk "x"]\n\n    [@garden-talk "y"]',
    '\\[@garden-talk "x"]',
    '<!-- [@garden-talk "x"] -->',
)


@pytest.mark.parametrize("text", NO_MARK)
def test_links_and_code_are_no_citations(text: str) -> None:
    assert told(text) == ((), ())


def test_a_paragraph_of_a_list_item_is_no_code() -> None:
    assert len(told('- one\n\n    two [@garden-talk "costs 5,000"]')[0]) == 1


def test_a_citation_may_run_over_the_end_of_a_line_but_not_of_a_paragraph() -> None:
    assert len(told('A claim [@garden-talk\n"costs\n5,000 a\nyear"\n].')[0]) == 1
    assert [p.code for p in told('A claim [@garden-talk "costs\n\n5,000 a year"].')[1]] == ["citation-form"]


@pytest.mark.parametrize("hostile", ["[@", '[@a "', "`", "<!--", "` ", "```\n", '[@a "x\n\n', '    [@a "b"]\n\n'])
def test_many_marks_that_are_never_closed_cost_no_more_than_their_length(hostile: str) -> None:
    assert len(list(marks(hostile * 20_000))) <= 20_000  # quadratic time would never end


def test_notes_of_topics_cite_too_and_know_their_lines() -> None:
    topic = replace(concept("soil", "soil", kind="topic", body=f"\nSoil.\n\n{cite('no such words')}"), body_line=7)
    _, [problem] = citations((TALK,), vocabulary(topic), ())
    assert problem.location.line == 10


def test_a_citation_in_a_field_is_an_error_because_no_page_would_show_it() -> None:
    _, [problem] = citations((TALK,), vocabulary(concept("soil", "soil", definition=cite("black gold"))), ())
    assert problem.code == "citation-place"


def test_a_long_citation_of_a_source_in_excerpts_is_a_warning() -> None:
    text = " ".join(f"word{n}" for n in range(70))
    long = replace(TALK, passages=(passage(SEED, 1, Role.TURN, text),))
    for publish, codes in (("excerpts", ["citation-long"]), ("full", [])):
        _, problems = citations((replace(long, publish=publish),), vocabulary(), (note(cite(text)),))
        assert [p.code for p in problems] == codes


@given(st.text(alphabet=" ab'\"“’.,-[]():01\n", max_size=60))
def test_folding_keeps_offsets_and_is_stable(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= at < len(text) for at in folded.offsets)


@given(st.text(alphabet="abc de'“.", min_size=1, max_size=40), st.data())
def test_whatever_whole_words_of_a_passage_are_cited_they_are_found(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not fold(text).text or not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    needle = " ".join(words[first : last + 1])
    document = replace(TALK, passages=(passage(SEED, 1, Role.TURN, " ".join(words)),))
    assert not fold(needle).text or find(page(document), needle)


def test_words_are_found_in_any_form_of_their_letters_and_cut_at_none() -> None:
    """é may be one character or two; a letter's mark belongs to what is cited."""
    for stands in ("NFC", "NFD"):
        text = normalize(stands, "Ça va, said Renée, and Straße it is.")
        document = Document(SeedId("talk"), "seeds/talk.md", Kind.ARTICLE, "A talk", (passage("talk", 1, Role.TURN, text),))
        for cited in ("NFC", "NFD"):
            for words in ("ça va", "Renée", "and strasse"):
                (((quoted),),) = find(page(document), normalize(cited, words))
                assert normalize("NFC", text[quoted.start : quoted.end]).casefold() == normalize("NFC", words).casefold()
