"""What fuzzing starts from: small right inputs, and the marks that each format knows. Makes nothing up at random."""

from collections.abc import Mapping
from pathlib import Path

_READ = Path(__file__).parents[1] / "read/cases"
_TEXT = """[00:01:02] |Ann Lee: |Ann Lee (00:12):|**Bo:** |NOTE: |12:34 |00:00 - Start|Chapters\n|Highlights:\n|# |## |Key Points\n|- |1. |> |---\n|***|
| a | b |\n|---|---|\n|Data Takeaway: |Verdict: |Prediction 1: |What to Watch: |Subscribe to our newsletter|/x/thumb.png|\n\n|   |```|\t|About the author\n|
WEBVTT\n|00:00:01.000 --> 00:00:02.000\n|1\n|<v Ann>|</v>|[a](http://b.c)|[[a]]|`|*|_|__|“|”|"|'|{{ x }}|{% y %}|\u2028|\x85|\x0b|\x0c|\r|\r\n|\ufeff|\u200d|
\u202e|e\u0301|é|ß|ﬁ|🇫🇷|👩🏽‍💻|[1h02m03s]|<script>|&amp;|&#xD800;|-->|::|Thanks for having me.|$3 million|20%|by 2030|in the next five years|
We predict that |AI (artificial intelligence)|Compost is |, however |Q: |A: |Mr. |e.g. |…|said |"fire, ready, aim" """.replace(
    "\n|\n", "\n|"
)
_YAML = """- |: |[|]|{|}|, |&a |*a|!!x |"|'|> |\\||#|---\n|...\n|\n  |? |~|null|id: |prefLabel: |altLabel: [|hiddenLabel: |near: [|label: |broader: [|member: |
related: |readings: |disputes: |about: |sides: |says: |url: |date: |2024-06|definition: |title: |kind: |publish: |full|origin: |derived_from: |authors: |
claim: |outcome: |reference: |note: |[@talk "Compost feeds the soil"]|[@|"]|%YAML 1.1\n|<<: |\t|\r\n|\u2028|\x85|\ufeff|\\x00|\\ud800|nav:\n|!ENV """
_JSON = """{|}|[|]|"segments": |"speaker": |"startTime": |"endTime": |"body": |"text": |"start": |"end": |"version": "1.0.0"|, |: |0.5|1e999|NaN|null|true|
\\ud83d|\\u0000|\\n|"|-1|Infinity|\n|\r\n|\ufeff|99999999999999999999"""
_HTML = """<p>|</p>|<h1>|<li>|<ul>|<table><tr><td>|<td>|</table>|<nav>|<div>|</div>|<br>|<script>|</script>|<style>|<head>|<title>|<meta name="author" content="|">|
<a href="|&lt;|&#0;|&#xD800;|&nbsp;|<!--|-->|<![CDATA[|<?x|<svg>|<template>|<pre>|<blockquote>|<time datetime="|<plaintext>|<frameset>|\n|\r\n|\x00|<b>|<form>"""


def _pieces(written: str) -> tuple[bytes, ...]:
    return tuple(piece.encode("utf-8", "surrogatepass") for piece in written.split("|") if piece)


def _cases(ending: str) -> tuple[bytes, ...]:
    paths = sorted(_READ.glob("*.case"))
    named = [p for p in paths if (p.stem.rpartition(".")[2] if "." in p.stem else "txt") == ending]
    return tuple(p.read_bytes().split(b"\n=====\n")[0] for p in named)


_JUDGED = (
    b"- claim: '[@talk \"every town will collect compost\"]'\n  outcome: came true\n  date: 2024-06\n  reference: https://example.org/x\n"
)
_TOPIC = (
    b"---\nprefLabel: Heap\naltLabel: [compost heap]\nbroader: [compost]\ndisputes:\n  - about: Air\n    sides:\n"
    b'      - \'[@talk "Compost feeds the soil"]\'\n      - {label: No, says: \'[@talk "A heap needs air"]\'}\n---\nA heap [@talk "needs air"].\n'
)
_TERMS = b"- id: heap\n  prefLabel: Heap\n  altLabel: [{label: pile, near: [soil, air]}]\n  definition: A pile.\n  related: [compost]\n  date: 2024-06\n"
_WHOLE = (
    "# Heaps\n\nBy Ann Lee\n\n## Air\n\nCompost (C) is what a heap becomes. By 2030 it will cost $3 million, Ann said: “fire, ready, aim”.\n\n"
    "| Year | Share |\n|---|---|\n| 2023 | 20% |\n\nData Takeaway: it grew.\n\nThe four parts are air, water, heat and time; 30% of gardens have one.\n"
)
#: Right inputs of each target.
STARTS: Mapping[str, tuple[bytes, ...]] = {
    "txt": (*_cases("txt"), *_cases("md")),
    "md": (*_cases("md"), *_cases("txt")),
    "vtt": _cases("vtt"),
    "srt": (*_cases("srt"), *_cases("vtt")),
    "json": (*_cases("json"), b'{"segments": [{"start": 0, "end": 2.5, "text": " Compost \\ud83c\\udf31 feeds."}]}'),
    "html": (
        *_cases("html"),
        b"<html><head><title>Heaps</title></head><body><nav>Home</nav><h1>Heaps</h1><p>Compost <b>feeds</b> the soil.</p></body>",
    ),
    "front-matter": (
        b'title: "Heaps"\ndate: 2024-06\nauthors: [A, B]\nurl: https://example.org/x',
        b"kind: article\npublish: full\norigin: A talk",
    ),
    "sidecar": (b"title: Heaps\nspeakers: [A]\nmedia: https://example.org/x.mp3\n",),
    "terms": (_TERMS,),
    "topic": (_TOPIC,),
    "page": (b'---\ntitle: Home\nsearch: {exclude: true}\n---\n# Home\n\nSoil [@talk "Compost feeds the soil"] and `[@code "x"]`.\n',),
    "judgements": (_JUDGED,),
    "settings": (
        b"site_name: Garden\nsite_url: !ENV [SITE_URL, 'http://x.y/']\ntheme: {language: en}\nnav:\n  - Home: index.md\n  - A: [b.md]\n",
    ),
    "whole": (_WHOLE.encode(), *_cases("txt")[:12]),
}
_KNOWN = {"json": _JSON, "html": _HTML + _TEXT, **dict.fromkeys(("txt", "md", "vtt", "srt", "whole"), _TEXT), "page": _TEXT + _YAML}
#: The marks of each target's format, to be put where they do not belong.
MARKS: Mapping[str, tuple[bytes, ...]] = {name: _pieces(_KNOWN.get(name, _YAML)) for name in STARTS}
