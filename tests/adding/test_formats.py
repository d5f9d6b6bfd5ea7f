"""In which format a file is written, whatever it is called; and what holds no text."""

import pytest

from generator.adding.formats import Format, format_of
from tests.adding.hand_built import pdf, word

VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nRain.\n"
SRT = b"1\r\n00:00:01,000 --> 00:00:02,000\r\nRain.\r\n"
JSON = b'{"version": "1.0.0", "segments": [{"startTime": 0, "body": "Rain."}]}'
PAGE = b"\xef\xbb\xbf<!-- saved --><!DOCTYPE html>\n<html><body>Rain.</body></html>"


@pytest.mark.parametrize(
    ("path", "data", "format"),
    [
        ("a.md", b"# Rain", Format.MARKDOWN),
        ("a.txt", b"Rain falls.", Format.TEXT),
        ("-", b"Rain falls.", Format.MARKDOWN),
        ("notes", VTT, Format.WEBVTT),
        ("a.txt", VTT, Format.WEBVTT),
        ("a.txt", SRT, Format.SUBRIP),
        ("-", JSON, Format.JSON),
        ("-", PAGE, Format.HTML),
        ("a.HTM", b"Rain.", Format.HTML),
        ("a.srt", b"broken", Format.SUBRIP),
        ("paper", pdf([["Rain."]]), Format.PDF),
        ("paper.zip", word(), Format.DOCX),
        ("a.txt", "Rain.".encode("utf-16"), Format.TEXT),
    ],
)
def test_the_bytes_tell_the_format_and_else_the_name(path: str, data: bytes, format: Format) -> None:
    assert format_of(path, data) == (format, ())


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "seed-empty"), (b" \n\t", "seed-empty"), (b"ID3\0\0mp3", "not-text"), (b"PK\x03\x04\0other", "not-text")]
)
def test_what_holds_no_text_is_told(data: bytes, code: str) -> None:
    format, problems = format_of("in/talk.mp3", data)
    assert format is None
    assert [(problem.code, str(problem.location)) for problem in problems] == [(code, "in/talk.mp3:1")]
