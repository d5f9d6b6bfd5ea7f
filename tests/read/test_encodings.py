"""Encodings: a file is read rightly or refused clearly, and lines and offsets are those of the file as it stands on disk."""

import json

import pytest

from generator.findings.citations.anchors import find, page
from generator.match import match, matcher
from generator.model import Document, Role, SourceText
from generator.read import read
from generator.report import Problem, Severity
from tests.hand_built import concept, vocabulary

TEXT = "# Les tas\n\nAnn said: “the heap is été, ½ done”. It was the first heap of them all, and it stank.\n\nДва. Три 🌱.\n"


def good(data: bytes, path: str = "a.md") -> Document:
    document, problems = read(SourceText(path, data))
    assert document is not None, problems
    return document


def wrong(data: bytes, path: str = "a.md") -> list[str]:
    document, problems = read(SourceText(path, data))
    assert document is None
    return [f"{p.location} {p.code}: {p.wrong}" for p in problems]


def told(document: Document) -> list[tuple[int, str]]:
    return [(p.lines.first, p.text) for p in document.passages]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"\xff\xfe" + TEXT.replace("\n", "\r\n").encode("utf-16-le"),
    ],
)
def test_a_mark_of_byte_order_and_any_newline_make_no_difference(data: bytes) -> None:
    assert told(good(data)) == told(good(TEXT.encode()))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (TEXT.encode("utf-16-le"), "a.md:1 encoding: This looks like UTF-16 without a byte order mark at its beginning."),
        (TEXT.encode("utf-16-be"), "a.md:1 encoding: This looks like UTF-16 without a byte order mark at its beginning."),
        (b"One line.\r\rThe caf\xe9 of Windows-1252.", "a.md:3 encoding: Byte 19 is not UTF-8 text."),
        (b"One.\n\nTwo \x93quoted\x94.", "a.md:3 encoding: Byte 11 is not UTF-8 text."),
        (b"\xff\xfe" + "ਊ\nTwo".encode("utf-16-le") + b"\x00\xd8", "a.md:2 encoding: Byte 13 is not UTF-16 text."),
        (b"One.\rTwo.\r\nThree has \0 in it, as no text has.", "a.md:3 binary: The file holds a NUL character, as binary files do."),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "a.md:1 binary: The file holds a NUL character, as binary files do."),
    ],
)
def test_what_is_no_such_text_is_refused_at_its_line(data: bytes, told: str) -> None:
    assert wrong(data) == [told]


ENGLISH = (
    "# The heap\r\n\r\n"
    "It was the first heap of the garden, and it fed the soil of all the beds with what the house had left for it.\r\n\r\n"
    "“Don’t turn it”, said the gardener of the café – and that was all that he had to say to the people of the town….\r\n"
)


def test_english_of_windows_1252_is_read_as_such_and_told_at_its_first_sign() -> None:
    document, problems = read(SourceText("a.md", ENGLISH.encode("cp1252")))
    assert document is not None
    assert told(document) == told(good(ENGLISH.encode()))
    assert [(str(p.location), p.code, p.severity) for p in problems if p.code == "encoding"] == [("a.md:5", "encoding", Severity.NOTICE)]


def test_a_page_that_says_it_is_windows_1252_is_read_as_such_in_any_language() -> None:
    page = (
        '<head><meta charset="iso-8859-1"></head><h1>Été</h1><p>« Ça va », dit le jardinier – et il retourna le tas, qui était chaud.</p>'
    )
    assert told(good(page.encode("cp1252"), "a.html")) == told(good(page.encode(), "a.html"))
    assert wrong(page.replace(' charset="iso-8859-1"', "").encode("cp1252"), "a.html")[0].startswith("a.html:1 encoding")


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode() + b"\x93broken",  # UTF-8 that is broken
        ENGLISH.encode("cp1252") + "Ещё одна куча".encode("cp1251"),  # another script
        ENGLISH.encode("cp1252") + b"\x81",  # no character
        "Der Gärtner sagte, daß der Haufen für die Beete des Gartens sei, und ging in die Küche zurück.".encode("cp1252"),
    ],
)
def test_what_may_be_anything_is_refused_with_the_way_to_convert_it(data: bytes) -> None:
    document, problems = read(SourceText("a.md", data))
    assert document is None
    assert [p.code for p in problems] == ["encoding"]
    assert "iconv -f WINDOWS-1252 -t UTF-8" in problems[0].right


SIGNS = ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"]


@pytest.mark.parametrize("sign", SIGNS)
def test_what_only_some_programs_take_for_a_newline_is_none(sign: str) -> None:
    text = (
        f"# Heaps\n\nThe first heap{sign}is one line of the file, whatever stands in it, for all that we know.\n\n## Third\n\nLast words."
    )
    assert [p.lines.first for p in good(text.encode()).passages] == [1, 3, 5, 7]


@pytest.mark.parametrize("sign", SIGNS[2:5])
def test_lines_of_front_matter_are_those_of_the_file(sign: str) -> None:
    head = f'---\ntitle: "One{sign}two"\nkind: artcle\n---\nSome words.'
    assert wrong(head.encode())[0].startswith("a.md:3 field-value")


def test_lines_are_counted_alike_in_json_and_html_whatever_ends_them() -> None:
    segments = [{"start": n, "end": n + 1, "text": f"Sentence {n} says nothing that any other says."} for n in range(30)]
    spoken = json.dumps({"segments": segments}, indent=1)
    page = "<h1>Heaps</h1>\n<p>A paragraph of words, so many that they can be told from a list,\nin two lines.</p>\n<p>And one more.</p>"
    for text, path in ((spoken, "a.json"), (page, "a.html")):
        assert told(good(text.encode(), path)) == told(good(text.replace("\n", "\r\n").encode(), path))
        assert told(good(text.encode(), path)) == told(good(text.replace("\n", "\r").encode(), path))


def test_half_a_character_in_json_is_told_and_replaced() -> None:
    cut = b'{"segments": [\n{"start": 0, "end": 1, "speaker": "A\\ud83c", "text": "Cut \\ud83c here, whole \\ud83c\\udf31 there."}]}'
    document, problems = read(SourceText("a.json", cut))
    assert document is not None
    spoken = next(p for p in document.passages if p.role is Role.TURN)
    assert (spoken.text, spoken.speaker) == ("Cut \ufffd here, whole 🌱 there.", "A\ufffd")
    assert [str(p.location) + " " + p.code for p in problems] == ["a.json:2 json-character"]


@pytest.mark.parametrize("words", ["e\u0301te\u0301", "שָׁלוֹם", "السلام عليكم", "👩🏽‍💻 🇫🇷 👍🏿", "\u202eabc\u202c", "नमस्ते"])
def test_words_of_every_script_stay_as_they_are(words: str) -> None:
    text = f"# Heaps\n\nThe words {words} stand in this one line of text and must be kept, all of them."
    passage = good(text.encode()).passages[-1]
    assert words in passage.text


@pytest.mark.parametrize("before", ["👩🏽‍💻🇫🇷", "e\u0301te\u0301", "שָׁלוֹם", "السلام عليكم", "नमस्ते", "\u00a0Straße", "𝔘𝔫𝔦"])
def test_mentions_and_citations_point_into_the_text_behind_every_script(before: str) -> None:
    read_ = good(f"# Heaps\n\nThe words {before} stand here, and a leaf\u00ad mould heap “turns to soil” in a year {before}.".encode())
    passage = read_.passages[-1]
    start = passage.text.index("heap")
    words = vocabulary(concept("heap", "heap"))
    (mention,) = (m for m in match((read_,), matcher(words)).mentions if m.passage == passage.id)
    assert (mention.start, mention.end) == (start, start + len("heap"))
    ((quoted,),) = find(page(read_), f'HEAP "turns to soil" in a year {before}')
    assert passage.text[quoted.start : quoted.end] == f"heap “turns to soil” in a year {before}"
    assert passage.lines == (3, 3)


def test_a_page_is_read_as_the_text_that_it_is_whatever_its_head_claims() -> None:
    page = '<head><meta charset="windows-1252"></head><h1>Été</h1><p>“Ça va”, said the gardener, and turned it again: it was warm.</p>'
    assert told(good(page.encode(), "a.html"))[0][1] == "Été"
    assert told(good(page.replace('<meta charset="windows-1252">', "").encode(), "a.html"))[0][1] == "Été"


def test_other_files_of_the_curator_are_refused_clearly() -> None:
    from generator.config import config
    from generator.notes import notes
    from generator.vocabulary import assemble

    latin = "- id: été\n".encode("latin-1")
    found: list[Problem] = [
        *assemble([SourceText("docs/vocabulary/terms.yml", latin)])[1],
        *notes([SourceText("docs/a.md", latin)])[1],
        *config(SourceText("mkdocs.yml", latin))[1],
    ]
    assert [p.code for p in found] == ["encoding"] * 3
