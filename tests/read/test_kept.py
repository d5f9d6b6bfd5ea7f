"""No loss: what is in a file stands in its passages, once. Cases that fuzzing found; `tests.fuzz.kept` holds the rule for any file."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Document, Lines, Role, SourceText
from generator.read import read
from generator.read.lines import Draft, Line, unaccounted
from tests.fuzz.kept import kept

WORDS = st.text("abcdefg ÄÖ é🌱<>&|\"'\n", min_size=1, max_size=60)
TAGS = st.sampled_from("p div li td th tr table caption span a b h2 nav blockquote br section pre ul script svg".split())


def document(path: str, text: str) -> Document:
    found, problems = read(SourceText(path, text.encode()))
    assert found is not None, problems
    return found


def spoken(path: str, text: str) -> list[str]:
    return [p.text for p in document(path, text).passages if p.role in (Role.TURN, Role.PARAGRAPH)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TAGS, WORDS, st.booleans()), min_size=1, max_size=14))
def test_every_word_that_a_page_shows_stands_in_a_passage(parts: list[tuple[str, str, bool]]) -> None:
    body = "".join(f"<{tag}>{words}{f'</{tag}>' if closed else ''}" for tag, words, closed in parts)
    source = SourceText(
        "a.html", f"<p>A page of more than a dozen words, so that it can be told what it is: an article.</p>{body}".encode()
    )
    found, problems = read(source)
    assert found is not None or problems
    if found:
        kept(source, found)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=40), st.integers(0, 500), st.sampled_from(["A", "B", ""])), min_size=1, max_size=9))
def test_every_word_of_a_json_transcript_stands_in_a_passage(parts: list[tuple[str, int, str]]) -> None:
    segments = [{"body": body, "startTime": start, "endTime": start + 1, "speaker": speaker} for body, start, speaker in parts]
    source = SourceText("a.json", json.dumps({"segments": segments}, indent=1).encode())
    found, problems = read(source)
    assert found is not None or problems
    if found:
        kept(source, found)


PAGE = "<h1>Heaps</h1><p>A heap is made of layers, and each of them rots at its own pace.</p>"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>one<br>two</p>", "one two"),
        ("<a href=x><div>one</div><div>two</div></a>", "one"),
        ("<table><caption>Prices</caption><tr><th>A<th>B<tr><td>1<td>2</table>", "Prices"),
        ("<table><tr><th>A</th><th>B</th></tr><tr>loose<td>1</td><td>2</td></tr></table>", "loose"),
        ("<p>shown<script>run()</script> words</p>", "shown words"),
    ],
)
def test_words_of_a_page_are_neither_lost_nor_glued(html: str, words: str) -> None:
    assert words in [p.text for p in document("a.html", PAGE + html).passages]


def test_turns_of_a_page_in_one_line_keep_their_paragraphs() -> None:
    page = "".join(f"<p>Ann Lee: Turn {n} begins.</p><p>It goes on in paragraph {n}.</p><p>Bo Ray: I see {n}.</p>" for n in range(4))
    assert "It goes on in paragraph 2." in spoken("a.html", page)


def test_a_page_that_cannot_be_read_to_its_end_is_refused() -> None:
    deep = f"{PAGE}{'<div>' * 3000}deep{'</div>' * 3000}<p>Last words.</p>"
    found, problems = read(SourceText("a.html", deep.encode()))
    assert (found, [p.code for p in problems]) == (None, ["html"])
    long = "\n" * 70_000 + PAGE
    found, problems = read(SourceText("a.html", long.encode()))
    assert (found, [str(p.location) for p in problems]) == (None, ["a.html:65535"])


@pytest.mark.parametrize(
    "captions",
    [
        "1\n00:00:01,000 --> 00:00:03,000 Compost feeds the soil.\n",
        "1\n00:00:01,000 --> 00:00:03,000 X1:40 X2:600\nCompost feeds the soil.\n",
    ],
)
def test_words_beside_a_time_are_said(captions: str) -> None:
    assert spoken("a.srt", captions) == ["Compost feeds the soil."]


def test_words_without_a_time_keep_who_says_them() -> None:
    text = "1\n00:00:01,000 --> 00:00:03,000\nCompost feeds the soil.\n\nBo: And who feeds the heap?\n"
    assert spoken("a.srt", text)[-1] == "Bo: And who feeds the heap?"


def test_of_two_lists_of_segments_the_last_counts_as_in_any_reader_of_json() -> None:
    text = '{"note": "\\"segments\\": [", "segments": [1],\n"segments": [\n{"start": 0, "end": 1, "text": "Compost feeds."}]}'
    found = document("a.json", text)
    assert [(p.lines, p.text) for p in found.passages if p.role is Role.TURN] == [(Lines(3, 3), "Compost feeds.")]


def test_a_reader_that_loses_a_line_or_tells_it_twice_stops_the_build() -> None:
    lines = [Line(1, "one"), Line(2, ""), Line(3, "three")]
    once = [Draft(Role.PARAGRAPH, Lines(1, 2), "one"), Draft(Role.PARAGRAPH, Lines(3, 3), "three")]
    assert unaccounted("a.md", lines, once) == ()
    for drafts in (once[:1], [*once, once[1]]):
        (problem,) = unaccounted("a.md", lines, drafts)
        assert (problem.code, str(problem.location), problem.severity) == ("lost-words", "a.md:3", "error")


def test_a_link_in_a_chapters_title_stands_where_its_words_do() -> None:
    text = "Chapters:\n[00:00] Intro\n[01:30] Soil and [heaps](https://example.org/x)\n[12:00] Water\n\n[00:00:04] Ann: Welcome.\n"
    document, _ = read(SourceText("a.txt", text.encode()))
    assert document is not None
    chapter = next(p for p in document.passages if p.links)
    assert [chapter.text[link.start : link.end] for link in chapter.links] == ["heaps"]


def test_a_tag_that_no_line_closes_takes_no_words_of_the_next_with_it() -> None:
    text = "WEBVTT\n\n00:99:00.000 -> 00:01.000\n<v Ann Lee\n00:99:00.000 --> 01ee>Evals come\n\n00:01.000 --> 00:02.000\nFirst.\n"
    document, _ = read(SourceText("a.vtt", text.encode()))
    assert document is not None
    assert "01ee>Evals" in " ".join(p.text for p in document.passages)


def test_a_voice_that_no_line_closes_takes_no_words_with_it() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Evals come\n<v Bo We ship after that.\n00:0:.000 --> 00:05.000\nFirst.\n"
    document, _ = read(SourceText("a.vtt", text.encode()))
    assert document is not None
    assert "We ship after that." in " ".join(p.text for p in document.passages)


@pytest.mark.parametrize("line", ["<v Ann.350 --> 00:00:02.360", '<meta name="author" -> 00:00:02.360', "<b what comes –> 00:00:02"])
def test_the_end_of_an_arrow_closes_no_tag(line: str) -> None:
    captions = "00:00:01.000 --> 00:00:02.000\nFirst.\n"
    for text in (f"WEBVTT\n\n{captions}{line}\nHello.\n", f"WEBVTT\n\n{line}\nHello.\n\n{captions}"):
        found = document("a.vtt", text)
        kept(SourceText("a.vtt", text.encode()), found)
        assert line.split()[1] in " ".join(p.text for p in found.passages)
