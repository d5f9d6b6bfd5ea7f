"""Whatever a file holds: a document in which every non-blank line stands once, or problems; never an exception."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import SourceText
from generator.read import read

PIECES = st.sampled_from(
    [
        "[00:01:02] Ann Lee: So we measured it.",
        "Ann Lee (00:12):",
        "**Bo:** hello",
        "NOTE: hm",
        "12:34 Ann",
        "[12:34] times only",
        "00:00 - Start",
        "Chapters",
        "Highlights:",
        "# Title",
        "## Part",
        "A Short Heading Here",
        "Key Points",
        "- one point",
        "1. first",
        "> quoted",
        "---",
        "***",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
        "Data Takeaway: it grew.",
        "Verdict: fine.",
        "Prediction 1: Rain",
        "What to Watch: rain",
        "Subscribe to our newsletter",
        "You can also read:",
        "/x/thumb.png",
        "",
        "",
        "   ",
        "```",
        "About the author",
        "This is a longer paragraph of running prose that says something about evals and how teams use them. It has two sentences.",
        "WEBVTT",
        "1",
        "00:00:01.000 --> 00:00:02.000",
        "<v Ann>Hi there",
        "\t- nested [00:00:05] mark",
        "**bold** and [a](http://b.c) `code`",
        "«Ünïcode» ‮ text",
        "{{ x }} {% y %}",
        "kind: brief",
        "\ufeff",
        "a|b",
        "It said:",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=25)


def check(path: str, text: str) -> None:
    source = SourceText(path, text.encode("utf-8", "surrogatepass"))
    document, problems = read(source)
    assert document is not None or problems
    if document is None:
        return
    lines = text.encode().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    stood = [n for p in document.passages for n in range(p.lines.first, p.lines.last + 1) if lines[n - 1].strip()]
    assert sorted(stood) == [n for n, line in enumerate(lines, start=1) if line.strip()]
    assert len({p.id for p in document.passages}) == len(document.passages)
    for p in document.passages:
        assert all(0 <= m.offset <= len(p.text) for m in p.marks)
        assert all(0 <= link.start <= link.end <= len(p.text) for link in p.links)


@settings(max_examples=400, deadline=None)
@given(LINES, st.sampled_from(["a.txt", "a.md", "a.vtt", "a.srt"]))
def test_every_line_stands_once(lines: list[str], path: str) -> None:
    text = "\n".join(lines)
    if text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") == text:
        check(path, text)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.json", "a.vtt"]))
def test_any_bytes_are_read_or_refused(data: bytes, path: str) -> None:
    document, problems = read(SourceText(path, data))
    assert document is not None or problems
