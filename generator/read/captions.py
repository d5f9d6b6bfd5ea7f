"""Caption files (WebVTT, SRT): cues joined to spoken passages with speaker and seconds, and what is broken in them. Reads no JSON."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Lines, Mark, Role
from generator.read import boilerplate
from generator.read.inline import CLOCK, seconds
from generator.read.lines import Draft, Line
from generator.read.rolling import repeated, rolls
from generator.report import Location, Problem, Severity
from generator.text import clock

#: The endings of files that hold captions.
CAPTIONS = (".vtt", ".srt")
#: Cues are joined up to the first end of a sentence after so many words: a passage that can be read and cited by itself.
_WORDS = 45
#: A silence of so many seconds parts passages even within a sentence's flow.
_PAUSE = 4.0
_TIMING = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})")
#: Where a caption is to be shown (WebVTT § 4.4; SubRip's `X1:40`); any other word behind its time is said.
_SETTING = re.compile(
    r"vertical:(?:rl|lr)|line:(?:auto|-?[\d.]+%?)(?:,\w+)?|(?:position|size):(?:auto|[\d.]+%?)(?:,[\w-]+)?"
    r"|align:(?:start|middle|center|end|left|right)|region:\S+|[XY][12]:\d+"
)
#: The `>` of an arrow closes no tag: what stands before a broken time would be taken for one's insides, and lost.
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^<>\n]+)(?<![-–—])>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*(?<![-–—])>|<\d[\d:.]*>")
#: What a file of captions may hold besides captions (WebVTT § 4), and what YouTube and HLS put into it.
_ASIDE = re.compile(r"\s*(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP|Kind:|Language:)(?:\b|(?<=:))")
#: A line that is meant to be a time, and is not one.
_ARROW = re.compile(r"\s*\d[\d:.,]*\s*(?:-{1,2}|[–—])>|.*-->")
_ARROWS = re.compile(r"(?<!-)-+>|[–—]>")
_TIME_HINT = "Put a line such as `00:01:02.500 --> 00:01:05.000` above the words, and a blank line below them."
_ORDER_HINT = "Mend its times; until then the passage begins where it says."
_SPEAKER = re.compile(
    r"(?:-\s*+|>>\s*+)?\[?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|[A-Z][A-Z .]++|SPEAKER_\d+|Speaker \d+)\]?\s*+:\s+(.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its lines, who speaks, from when to when in seconds, and its words."""

    lines: Lines
    speaker: str
    start: float
    end: float
    text: str


def captions(path: str, lines: Sequence[Line]) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """WebVTT or SRT to drafts; headers, notes and styles are metadata. Words that stand under no time are kept as a paragraph, and told."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    cues: list[Cue] = []
    speaker = ""
    last: Cue | None = None
    groups = _groups(lines, named=not path.lower().endswith(".srt"))
    rolling = rolls([words for group in groups if (words := _shown(group))])
    shown: tuple[str, ...] = ()
    for group in groups:
        timing = _timing(group)
        if timing is None:
            drafts += [*joined(cues), _untimed(group)]
            problems += _unread(path, group)
            cues = []  # what stands between two cues parts them
            continue
        match = _TIMING.match(group[timing].text)
        assert match is not None
        old, shown = (repeated(_shown(group), shown) if rolling else 0), _shown(group) or shown
        beside = " ".join(word for word in group[timing].text[match.end() :].split() if not _SETTING.fullmatch(word))
        below = [line.text for line in group[timing + 1 :] if line.text.strip()][old:]
        said, named = _spoken("\n".join([beside, *below]))
        speaker = named or speaker
        made = Cue(Lines(group[0].number, group[-1].number), speaker, seconds(match.group(1)), seconds(match.group(2)), said)
        problems += disordered(Location(path, group[timing].number), last, made)
        cues.append(made)
        last = made
    drafts += joined(cues)
    return tuple(drafts), (*_headless(path, lines), *problems, *_silent(path, lines, drafts))


def _timing(group: Sequence[Line]) -> int | None:
    """Which line of a group is a caption's time."""
    return next((i for i, line in enumerate(group) if _TIMING.match(line.text)), None)


def _shown(group: Sequence[Line]) -> tuple[str, ...]:
    """The lines that a caption shows, without tags."""
    timing = _timing(group)
    below = () if timing is None else group[timing + 1 :]
    return tuple(" ".join(_TAG.sub("", line.text).split()) for line in below if line.text.strip())


def _untimed(group: Sequence[Line]) -> Draft:
    """Lines without a time: the file's header, a note or a style; else words that have lost their time."""
    text = "\n".join(line.text for line in group)
    span = Lines(group[0].number, group[-1].number)
    if _ASIDE.match(text) or text.strip().isdigit():
        return Draft(Role.METADATA, span, text, excluded=boilerplate.reason(text.removeprefix("NOTE")))
    said = " ".join(filter(None, (_untagged(_timeless(line.text)) for line in group if not line.text.strip().isdigit())))
    return Draft(Role.PARAGRAPH if said else Role.METADATA, span, said or text)


def _timeless(text: str) -> str:
    """A line without what is meant to be a time and is none; words and numbers beside it are said."""
    if not _ARROW.match(text):
        return text
    words = _ARROWS.sub(" --> ", text).split()
    times = {i + step for i, word in enumerate(words) if word == "-->" for step in (-1, 0, 1)}
    said = (word for i, word in enumerate(words) if any(map(str.isalpha, word)) or i not in times)
    return " ".join(word for word in said if not _SETTING.fullmatch(word))


def _unread(path: str, group: Sequence[Line]) -> tuple[Problem, ...]:
    arrow = next((line for line in group if _ARROW.match(line.text)), None)
    if _ASIDE.match(group[0].text) or (arrow is None and all(line.text.strip().isdigit() for line in group)):
        return ()
    at = Location(path, (arrow or group[0]).number)
    if arrow:
        return (Problem("caption-time", at, f"This is no time: {arrow.text.strip()[:60]}.", _TIME_HINT, Severity.WARNING),)
    wrong = "These words stand under no time, so nobody knows when they are said."
    return (Problem("caption-time", at, wrong, _TIME_HINT, Severity.WARNING),)


def disordered(at: Location, before: Cue | None, cue: Cue) -> tuple[Problem, ...]:
    """Times that cannot be: a caption that ends before it begins, or begins before the one above it does."""
    if cue.end < cue.start:
        wrong = f"This caption ends at {clock(cue.end)}, before it begins at {clock(cue.start)}."
        return (Problem("caption-order", at, wrong, _ORDER_HINT, Severity.WARNING),)
    if before and cue.start < before.start:
        wrong = f"This caption begins at {clock(cue.start)}, before the one above it, at {clock(before.start)}."
        return (Problem("caption-order", at, wrong, _ORDER_HINT, Severity.WARNING),)
    return ()


def _headless(path: str, lines: Sequence[Line]) -> tuple[Problem, ...]:
    """A WebVTT file begins with that word, or players refuse it."""
    first = next((line for line in lines if line.text.strip()), None)
    if first is None or not path.lower().endswith(".vtt") or first.text.startswith("WEBVTT"):
        return ()
    wrong = "This WebVTT file does not begin with WEBVTT."
    return (Problem("caption-header", Location(path, first.number), wrong, "Write WEBVTT on its first line.", Severity.WARNING),)


def _silent(path: str, lines: Sequence[Line], drafts: Sequence[Draft]) -> tuple[Problem, ...]:
    """A file of captions without any is an error: nothing of it would be read as speech."""
    if any(draft.role is Role.TURN for draft in drafts):
        return ()
    first = next((line.number for line in lines if line.text.strip()), 1)
    return (Problem("no-captions", Location(path, first), "There is no caption in this file.", _TIME_HINT),)


def title(lines: Sequence[Line]) -> str:
    """The title that a WebVTT file states on its first line (`WEBVTT - Title`); empty without one."""
    return lines[0].text.removeprefix("WEBVTT").strip(" \t-–—:") if lines and lines[0].text.startswith("WEBVTT") else ""


def joined(cues: Sequence[Cue]) -> list[Draft]:
    """Cues of one speaker joined to passages that end with a sentence; every cue's time is kept as a mark."""
    drafts: list[Draft] = []
    run: list[Cue] = []
    words = 0
    for cue in cues:
        if run and (_parts(run[-1], cue) or _full(words, run[-1])):
            drafts.append(_passage(run))
            run, words = [], 0
        run.append(cue)
        words += len(cue.text.split())
    return [*drafts, *([_passage(run)] if run else [])]


def _advertises(cue: Cue) -> bool:
    return boilerplate.reason(cue.text) in {"advertisement", "call to subscribe"}


def _parts(before: Cue, cue: Cue) -> bool:
    """Whether another speaker, a pause or an advertisement begins with a cue, or ends before it."""
    return cue.speaker != before.speaker or cue.start - before.end >= _PAUSE or _advertises(cue) != _advertises(before)


def _full(words: int, last: Cue) -> bool:
    return (words >= _WORDS and last.text.rstrip("\"'”’)").endswith((".", "!", "?", "…"))) or words >= 3 * _WORDS


def _passage(run: Sequence[Cue]) -> Draft:
    text, marks = "", []
    for cue in (cue for cue in run if cue.text):
        text += " " if text else ""
        marks.append(Mark(len(text), cue.start))
        text += cue.text
    why = boilerplate.reason(text, spoken=True)
    return Draft(
        Role.TURN if text else Role.METADATA,
        Lines(run[0].lines.first, run[-1].lines.last),
        text,
        speaker=run[0].speaker,
        seconds=run[0].start,
        marks=tuple(marks[1:]),
        excluded=why,
    )


def _groups(lines: Sequence[Line], *, named: bool) -> list[list[Line]]:
    """The lines that belong together. `named`: a caption may have a name of any words above its time, and not only a number."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            if groups[-1] and _TIMING.match(line.text) and any(_TIMING.match(before.text) for before in groups[-1]):
                own_number = [groups[-1].pop()] if groups[-1][-1].text.strip().isdigit() else []
                groups.append(own_number)  # cues without a blank line between
            groups[-1].append(line)
        elif groups[-1] and not (line.text and _TIMING.match(groups[-1][-1].text)):
            groups.append([])  # a line of spaces right below the time is a caption's empty first line
    return [part for group in groups for part in _parted(group, named=named) if part]


def _parted(group: list[Line], *, named: bool) -> tuple[list[Line], list[Line]]:
    """What stands above a caption's time and is neither its number nor its name, and the caption."""
    at = next((i for i, line in enumerate(group) if _TIMING.match(line.text)), 0)
    own = at - 1 if at and (named or group[at - 1].text.strip().isdigit()) else at
    return group[:own], group[own:]


def _untagged(raw: str) -> str:
    return " ".join(_TAG.sub("", raw).split())


def _spoken(raw: str) -> tuple[str, str]:
    """A cue's words without tags, and its speaker if it names one."""
    voice = _VOICE.search(raw)
    text = _untagged(raw)
    if voice:
        return text, voice.group(1).strip()
    match = _SPEAKER.match(text)
    return (match.group(2).strip(), match.group(1).strip()) if match else (text.removeprefix(">>").strip(), "")
