"""What links here: sentences of the curator's prose that name or link a concept, as plain text, each once."""

from generator.findings.backlinks import backlinks, page_links
from generator.findings.backlinks.prose import blocks
from generator.found import Backlink
from generator.match import matcher
from generator.model import Concept, ConceptId, Note
from generator.report import Location
from tests.hand_built import concept, vocabulary

SCALING = concept("scaling", "scaling", kind="topic")
TOKEN = concept("token", "token")


def linked(*concepts: Concept, notes: tuple[Note, ...] = ()) -> list[tuple[str, str, str]]:
    """(concept, place, sentence) of every backlink."""
    made = vocabulary(*concepts)
    found = backlinks(made, notes, matcher(made))
    return [(b.concept, f"{b.page}#{b.anchor}" if b.anchor else b.page, b.sentence) for b in found]


def note(body: str, path: str = "index.md") -> Note:
    return Note(path, "Home", body, Location("docs/" + path, 1))


def test_a_sentence_that_names_a_concept_links_to_it() -> None:
    lesson = concept("bitter-lesson", "bitter lesson", kind="topic", body="A claim. It says that *scaling* wins over `tokens`. The end.")
    assert linked(SCALING, TOKEN, lesson) == [
        ("scaling", "topics/bitter-lesson.md", "It says that scaling wins over tokens."),
        ("token", "topics/bitter-lesson.md", "It says that scaling wins over tokens."),
    ]


def test_the_title_is_that_of_the_place() -> None:
    made = vocabulary(SCALING, concept("token", "token", definition="What scaling eats."))
    [found] = backlinks(made, (), matcher(made))
    assert found == Backlink(ConceptId("scaling"), "glossary.md", "token", "token", "What scaling eats.")


def test_a_link_counts_where_the_words_do_not_name_the_concept() -> None:
    body = "See [what grows](scaling.md#history) here. And [its unit](../glossary.md#token). Not [this](../glossary.md)."
    trend = concept("speed", "speed", kind="trend", body=body.replace("(scaling", "(../topics/scaling"))
    topic = concept("lesson", "lesson", kind="topic", body=body)
    assert linked(SCALING, TOKEN, topic, trend) == [
        ("scaling", "topics/lesson.md", "See what grows here."),
        ("scaling", "trends/speed.md", "See what grows here."),
        ("token", "topics/lesson.md", "And its unit."),
        ("token", "trends/speed.md", "And its unit."),
    ]


def test_links_out_of_the_site_link_no_concept() -> None:
    body = (
        "[a](https://example.org/topics/scaling.md) [b](/topics/scaling.md) [c](http://[bad) [d](../topics/scaling.md) [e](topics/scaling/)"
    )
    assert linked(SCALING, notes=(note(body),)) == []


def test_definitions_and_notes_of_entries_are_prose_and_scope_notes_are_not() -> None:
    entry = concept(
        "a", "alpha", definition="A token.", scope_note="Its scaling is elsewhere.", editorial_note="No [x](topics/scaling.md)."
    )
    assert linked(SCALING, TOKEN, entry) == [
        ("scaling", "glossary.md#a", "No x."),
        ("token", "glossary.md#a", "A token."),
    ]


def test_no_concept_links_to_itself() -> None:
    own = concept("scaling", "scaling", kind="topic", body="On scaling. [Here](scaling.md), [there](#x).", definition="Scaling up.")
    assert linked(own, concept("token", "token", definition="A token is a [token](#token).")) == []


def test_a_sentence_counts_once_for_a_concept() -> None:
    body = "Scaling is [scaling](topics/scaling.md), and scaling again.\n\nScaling is scaling, and scaling again."
    assert linked(SCALING, notes=(note(body),)) == [("scaling", "index.md", "Scaling is scaling, and scaling again.")]


def test_headings_code_tables_and_citations_are_no_prose() -> None:
    body = """# Scaling

Scaling
-------

    scaling = 1

```python
scaling = 2
```

| scaling |
|---|
| scaling |

<h2>Scaling</h2>

A word of proof [@talk "scaling wins"], and a footnote.[^1]

- An item on
  scaling

[^1]: Told about scaling.
"""
    assert linked(SCALING, notes=(note(body),)) == [
        ("scaling", "index.md", "An item on scaling"),
        ("scaling", "index.md", "Told about scaling."),
    ]


def test_company_is_looked_for_in_the_whole_paragraph() -> None:
    groq = concept("groq", ("Grok", ["tokens per second"]), kind="organisation")
    assert linked(groq, notes=(note("Grok leads. It makes many tokens per second.\n\nGrok talks."),)) == [
        ("groq", "index.md", "Grok leads.")
    ]


def test_blocks_are_what_a_browser_shows() -> None:
    text = 'One  *two*\n[three](a.md "T") &amp; four.<br>Five <!-- six --> <b>seven\n\n> eight\n\n'
    text += '!!! note "Nine"\n    Ten\n\nEleven\n:   twelve'
    read = blocks(text)
    assert [b.text for b in read] == ["One two three & four. Five seven", "eight", "Nine", "Ten", "Eleven", "twelve"]
    assert read[0].links == ((8, 13, "a.md"),)
    assert blocks("  plain \t words ") == (("plain words", ()),)
    assert blocks("") == ()


def test_a_page_that_is_no_concepts_is_linked_with_the_words_around() -> None:
    topic = concept("lesson", "lesson", kind="topic", body="One. All [numbers](../numbers.md#money) and [it](../sources/talk.md) count.")
    notes = (
        note("[A list](numbers.md), [a topic](topics/lesson.md), [a token](glossary.md#token), [a letter](glossary.md#t), [home](#top)."),
        Note("aside.md", "Aside", "See [home](index.md).", Location("docs/aside.md", 1), aside=True),
    )
    found = page_links(vocabulary(topic, TOKEN), notes)
    assert [(link.to, link.title, link.before, link.words, link.after) for link in found if link.to != "numbers.md"] == [
        ("glossary.md", "Home", "A list, a topic, a token, ", "a letter", ", home."),
        ("index.md", "Aside", "See ", "home", "."),
        ("sources/talk.md", "lesson", "All numbers and ", "it", " count."),
    ]
    assert [(link.page, link.words) for link in found if link.to == "numbers.md"] == [
        ("index.md", "A list"),
        ("topics/lesson.md", "numbers"),
    ]
