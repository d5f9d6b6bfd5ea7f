"""Caption files (WebVTT, SRT, Podcasting 2.0 and Whisper JSON): cues joined to spoken passages with speaker and seconds."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Lines, Mark, Role
from generator.read import boilerplate
from generator.read.inline import CLOCK, seconds
from generator.read.lines import Draft, Line
from generator.report import Location, Problem

#: Cues are joined up to the first end of a sentence after so many words: a passage that can be read and cited by itself.
_WORDS = 45
#: A silence of so many seconds parts passages even within a sentence's flow.
_PAUSE = 4.0
_TIMING = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})")
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>")
_SPEAKER = re.compile(
    r"(?:-\s*|>>\s*)?\[?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|[A-Z][A-Z .]+|SPEAKER_\d+|Speaker \d+)\]?\s*:\s+(.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its lines, who speaks, from when to when in seconds, and its words."""

    lines: Lines
    speaker: str
    start: float
    end: float
    text: str


def captions(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """WebVTT or SRT to drafts; headers, notes and styles are metadata."""
    drafts: list[Draft] = []
    cues: list[Cue] = []
    speaker = ""
    for group in _groups(lines):
        timing = next((i for i, line in enumerate(group) if _TIMING.match(line.text)), None)
        span = Lines(group[0].number, group[-1].number)
        if timing is None:
            text = "\n".join(line.text for line in group)
            drafts += [*joined(cues), Draft(Role.METADATA, span, text, excluded=boilerplate.reason(text.removeprefix("NOTE")))]
            cues = []  # what stands between two cues parts them
            continue
        match = _TIMING.match(group[timing].text)
        assert match is not None
        said, named = _spoken("\n".join(line.text for line in group[timing + 1 :]))
        speaker = named or speaker
        cues.append(Cue(span, speaker, seconds(match.group(1)), seconds(match.group(2)), said))
    return (*drafts, *joined(cues))


def title(lines: Sequence[Line]) -> str:
    """The title that a WebVTT file states on its first line (`WEBVTT - Title`); empty without one."""
    return lines[0].text.removeprefix("WEBVTT").strip(" \t-–—:") if lines and lines[0].text.startswith("WEBVTT") else ""


def segments(path: str, text: str) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Podcasting 2.0 transcript (`segments` of `speaker`, `startTime`, `endTime`, `body`) or Whisper (`start`, `end`, `text`) to drafts."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return (), (
            Problem("json", Location(path, line), f"The file is not JSON: {getattr(error, 'msg', 'nested too deeply')}.", _JSON_HINT),
        )
    items = found.get("segments") if isinstance(found, dict) else None
    if not isinstance(items, list) or not items or not all(isinstance(i, dict) for i in items):
        return (), (Problem("json", Location(path, 1), "The file holds no transcript: `segments` is missing or empty.", _JSON_HINT),)
    spans = _spans(text, len(items))
    cues, problems = [], []
    for item, span in zip(items, spans, strict=True):
        cue = _cue(item, span)
        if cue is None:
            problems.append(Problem("json", Location(path, span.first), "A segment has no words or no time.", _JSON_HINT))
        else:
            cues.append(cue)
    return tuple(_with_frame(text, joined(cues))), tuple(problems)


_JSON_HINT = 'A transcript is {"version": "1.0.0", "segments": [{"speaker": "A", "startTime": 0.5, "endTime": 2.0, "body": "words"}]}.'


def joined(cues: Sequence[Cue]) -> list[Draft]:
    """Cues of one speaker joined to passages that end with a sentence; every cue's time is kept as a mark."""
    drafts: list[Draft] = []
    run: list[Cue] = []
    for cue in cues:
        if run and (
            cue.speaker != run[-1].speaker or cue.start - run[-1].end >= _PAUSE or _full(run) or _advertises(cue) != _advertises(run[-1])
        ):
            drafts.append(_passage(run))
            run = []
        run.append(cue)
    return [*drafts, *([_passage(run)] if run else [])]


def _advertises(cue: Cue) -> bool:
    return boilerplate.reason(cue.text) in {"advertisement", "call to subscribe"}


def _full(run: Sequence[Cue]) -> bool:
    words = sum(len(cue.text.split()) for cue in run)
    return (words >= _WORDS and run[-1].text.rstrip("\"'”’)").endswith((".", "!", "?", "…"))) or words >= 3 * _WORDS


def _passage(run: Sequence[Cue]) -> Draft:
    text, marks = "", []
    for cue in run:
        text += " " if text and cue.text else ""
        marks.append(Mark(len(text), cue.start))
        text += cue.text
    why = boilerplate.reason(text, spoken=True)
    return Draft(
        Role.TURN,
        Lines(run[0].lines.first, run[-1].lines.last),
        text,
        speaker=run[0].speaker,
        seconds=run[0].start,
        marks=tuple(marks[1:]),
        excluded=why,
    )


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            if groups[-1] and _TIMING.match(line.text) and any(_TIMING.match(before.text) for before in groups[-1]):
                own_number = [groups[-1].pop()] if groups[-1][-1].text.strip().isdigit() else []
                groups.append(own_number)  # cues without a blank line between
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _spoken(raw: str) -> tuple[str, str]:
    """A cue's words without tags, and its speaker if it names one."""
    voice = _VOICE.search(raw)
    text = " ".join(_TAG.sub("", raw).split())
    if voice:
        return text, voice.group(1).strip()
    match = _SPEAKER.match(text)
    return (match.group(2).strip(), match.group(1).strip()) if match else (text.removeprefix(">>").strip(), "")


def _cue(item: dict[str, Any], span: Lines) -> Cue | None:
    body, start = item.get("body", item.get("text")), item.get("startTime", item.get("start"))
    end = item.get("endTime", item.get("end", start))
    if not isinstance(body, str) or not body.strip() or not isinstance(start, int | float) or not isinstance(end, int | float):
        return None
    return Cue(span, str(item.get("speaker") or "").strip(), float(start), float(end), " ".join(body.split()))


def _spans(text: str, count: int) -> list[Lines]:
    """Lines of each segment in the file; a file in one line has them all on line 1."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"segments"')) + 1
    spans = []
    line, counted = 1, 0
    for _ in range(count):
        start = at + len(text[at:]) - len(text[at:].lstrip(" \t\r\n,")) if text[at : at + 1] in " \t\r\n," else at
        _, at = decoder.raw_decode(text, start)
        line += text.count("\n", counted, start)
        last = line + text.count("\n", start, at)
        spans.append(Lines(line, last))
        line, counted = last, at
    return spans


def _with_frame(text: str, drafts: list[Draft]) -> list[Draft]:
    """The lines of JSON around the segments (braces, version) as metadata, so that no line is unaccounted for."""
    covered = {n for d in drafts for n in range(d.lines.first, d.lines.last + 1)}
    frame = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip() and n not in covered]
    return sorted([*drafts, *(Draft(Role.METADATA, Lines(n, n), line.strip()) for n, line in frame)], key=lambda d: d.lines)
