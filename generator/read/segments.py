"""Transcripts in JSON (Podcasting 2.0, Whisper): their segments as cues, each with its lines in the file. Joins none itself."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.model import Lines, Role
from generator.read.captions import Cue, disordered, joined
from generator.read.lines import Draft, unread
from generator.report import Location, Problem, Severity

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[ \t\n\r,:]*")
#: Nothing lasts so long (seconds: forty days); it keeps infinity out.
_LONGEST = 3_456_000
_JSON_HINT = 'A transcript is {"version": "1.0.0", "segments": [{"speaker": "A", "startTime": 0.5, "endTime": 2.0, "body": "words"}]}.'


def segments(path: str, text: str) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Podcasting 2.0 transcript (`segments` of `speaker`, `startTime`, `endTime`, `body`) or Whisper (`start`, `end`, `text`) to drafts."""
    try:
        found = json.loads(text)
    except RecursionError:
        return (), (Problem("json", Location(path, 1), "The file is not JSON: nested too deeply.", _JSON_HINT),)
    except ValueError as error:
        wrong = f"The file is not JSON: {getattr(error, 'msg', 'it holds a number of thousands of digits')}."
        return (), (Problem("json", Location(path, getattr(error, "lineno", 1)), wrong, _JSON_HINT),)
    items = found.get("segments") if isinstance(found, dict) else None
    if not isinstance(items, list) or not items or not all(isinstance(i, dict) for i in items):
        return (), (Problem("json", Location(path, 1), "The file holds no transcript: `segments` is missing or empty.", _JSON_HINT),)
    cues: list[Cue] = []
    problems: list[Problem] = []
    for item, span in zip(items, _spans(text), strict=True):
        cue = _cue(item, span)
        if cue is None:
            problems.append(Problem("json", Location(path, span.first), "A segment has no words or no time.", _JSON_HINT))
        else:
            problems += [
                *_halved(Location(path, span.first), cue),
                *disordered(Location(path, span.first), cues[-1] if cues else None, cue),
            ]
            cues.append(cue)
    whole = [replace(cue, text=_mended(cue.text), speaker=_mended(cue.speaker)) for cue in cues]
    drafts = joined(whole)
    if _bare(whole) != _bare(drafts):
        problems.append(unread(Location(path, 1), "Words of this transcript"))
    return tuple(_with_frame(text, drafts)), tuple(problems)


def _bare(parts: Iterable[Cue | Draft]) -> str:
    """All words without the spaces between them."""
    return "".join("".join(part.text for part in parts).split())


def _mended(text: str) -> str:
    """The text with a mark of replacement (U+FFFD) for every half of a character, as browsers read them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _halved(at: Location, cue: Cue) -> tuple[Problem, ...]:
    """JSON can write half a character (`\\ud83c`), as programs do that cut texts at a length; no file can hold it."""
    if _mended(cue.text + cue.speaker) == cue.text + cue.speaker:
        return ()
    right = "It is read as \ufffd. Write the whole character in place of its half."
    return (Problem("json-character", at, "A segment holds half of a character.", right, Severity.WARNING),)


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


def _spans(text: str) -> list[Lines]:
    """Lines of each segment in a file of JSON that is right; a file in one line has them all on line 1."""
    segments = dict(_members(text))["segments"]  # of two the last counts, as for every reader of JSON
    spans = []
    at, line, counted = _next(text, segments + 1), 1, 0
    while text[at] != "]":
        start, (_, at) = at, _DECODER.raw_decode(text, at)
        line += text.count("\n", counted, start)
        spans.append(Lines(line, line + text.count("\n", start, at)))
        line, counted, at = spans[-1].last, at, _next(text, at)
    return spans


def _members(text: str) -> Iterator[tuple[str, int]]:
    """The keys of the outermost object, each with where its value begins."""
    at = _next(text, _next(text, 0) + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        yield key, (at := _next(text, at))
        at = _next(text, _DECODER.raw_decode(text, at)[1])


def _next(text: str, at: int) -> int:
    """Where the next value begins or a list ends, behind white space, comma and colon."""
    return _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text, too


def _with_frame(text: str, drafts: list[Draft]) -> list[Draft]:
    """The lines of JSON around the segments (braces, version) as metadata, so that no line is unaccounted for."""
    covered = {n for d in drafts for n in range(d.lines.first, d.lines.last + 1)}
    frame = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip() and n not in covered]
    return sorted([*drafts, *(Draft(Role.METADATA, Lines(n, n), line.strip()) for n, line in frame)], key=lambda d: d.lines)
