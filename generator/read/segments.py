"""Transcripts in JSON (Podcasting 2.0, Whisper): their segments as cues, each with its lines in the file. Joins none itself."""

import json
from typing import Any

from generator.model import Lines, Role
from generator.read.captions import Cue, disordered, joined
from generator.read.lines import Draft
from generator.report import Location, Problem

#: Nothing lasts so long (seconds: forty days); it keeps infinity out.
_LONGEST = 3_456_000
_JSON_HINT = 'A transcript is {"version": "1.0.0", "segments": [{"speaker": "A", "startTime": 0.5, "endTime": 2.0, "body": "words"}]}.'


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
    cues: list[Cue] = []
    problems: list[Problem] = []
    for item, span in zip(items, spans, strict=True):
        cue = _cue(item, span)
        if cue is None:
            problems.append(Problem("json", Location(path, span.first), "A segment has no words or no time.", _JSON_HINT))
        else:
            problems += disordered(Location(path, span.first), cues[-1] if cues else None, cue)
            cues.append(cue)
    return tuple(_with_frame(text, joined(cues))), tuple(problems)


def _cue(item: dict[str, Any], span: Lines) -> Cue | None:
    body, start = item.get("body", item.get("text")), _time(item.get("startTime", item.get("start")))
    end = _time(item.get("endTime", item.get("end", start)))
    if not isinstance(body, str) or not body.strip() or start is None or end is None:
        return None
    return Cue(span, str(item.get("speaker") or "").strip(), start, end, " ".join(body.split()))


def _time(value: object) -> float | None:
    """A JSON value as a time in seconds, if it is one. Python reads NaN and Infinity as numbers, too."""
    timely = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _LONGEST
    return float(value) if timely and isinstance(value, int | float) else None


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
