"""Chapters and highlights: lines of a time and a title, as podcasts list them above the transcript. Spoken turns are not its business."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Link, Mark, Role
from generator.read.inline import CLOCK, plain, seconds
from generator.read.lines import Draft, Line
from generator.read.turns import Shape, head
from generator.text import straighten

_ITEM = re.compile(
    rf"\s*(?:[-*•]\s+)?(?:[\[(]?({CLOCK})[\])]?(?:\s*[-–—]\s*{CLOCK})?\s*(?:[-–—:|•]\s*)?(\S.*)|(\S(?:.*?\S)?)\s*[-–—:|(\[]\s*({CLOCK})[\])]?)\s*$"
)
_CHAPTERS = re.compile(
    r"(?:chapters?|time ?stamps?|timeline|outline|contents|table of contents|in this episode|topics(?: covered)?|episode (?:guide|outline)|show ?notes)\s*:?",
    re.IGNORECASE,
)
_HIGHLIGHTS = re.compile(
    r"(?:(?:episode |key |top )?(?:highlights?|moments|quotes|soundbites)|best (?:quotes|moments|bits)|memorable quotes)\s*:?",
    re.IGNORECASE,
)


def zone(lines: Sequence[Line]) -> dict[int, Role]:
    """Indexes of lines that are chapters or highlights by the heading above them: every line with a time, up to the first without.

    Chapters are listed in order of time: a line that goes back in it is a turn, and so is one whose name speaks again below.
    """
    found: dict[int, Role] = {}
    role: Role | None = None
    latest = 0.0
    for i, line in enumerate(lines):
        text = plain(line.text.strip().lstrip("#").strip()).text
        if not text:
            continue
        item = _ITEM.match(text) if role else None
        if _CHAPTERS.fullmatch(text):
            role, latest = Role.CHAPTER, 0.0
        elif item and role is Role.CHAPTER and (_begins(item) < latest or _speaks(lines, text)):
            role = None
        elif _HIGHLIGHTS.fullmatch(text):
            role = Role.HIGHLIGHT
        elif role is not None and (item or (role is Role.HIGHLIGHT and straighten(text).lstrip("-*• ")[:1] == '"')):
            found[i] = role
            latest = _begins(item) if item else latest
        else:
            role = None
    return found


def _begins(item: re.Match[str]) -> float:
    return seconds(item.group(1) or item.group(4))


def _speaks(lines: Sequence[Line], text: str) -> bool:
    """Whether a line with a time is the head of a turn: its name stands before a colon, with a time, on another line as well."""
    found = head(text)
    if found is None or found.shape is not Shape.BOTH or not found.rest:
        return False
    others = (head(line.text) for line in lines if found.speaker in line.text)
    return sum(other is not None and other.shape is Shape.BOTH and other.speaker == found.speaker for other in others) > 1


def read(d: Draft, role: Role) -> Draft:
    """A line of the agenda to a chapter (its title) or highlight (its words, without the quotation marks), with its seconds."""
    match = _ITEM.match(d.text)
    if match is None:
        return _cut(replace(d, role=role), 0, len(d.text))
    clock, title = (1, 2) if match.group(1) else (4, 3)
    return replace(_cut(d, *match.span(title)), role=role, seconds=seconds(match.group(clock)), level=0)


def _cut(d: Draft, start: int, end: int) -> Draft:
    """The part of a line that says something; its links and marks move with it."""
    text = _unquoted(d.text[start:end])
    at = d.text.index(text, start)

    def moved(offset: int) -> int:
        return min(max(0, offset - at), len(text))

    links = tuple(Link(moved(a), moved(b), url) for a, b, url in d.links)
    return replace(d, text=text, links=links, marks=tuple(Mark(moved(m.offset), m.seconds) for m in d.marks))


def loose(drafts: Sequence[Draft]) -> list[Draft]:
    """Chapters without a heading above: two or more neighbouring lines of a time and a few words."""
    timed = [
        d.role in {Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING} and len(d.text.split()) <= 16 and _starts_with_time(d.text) for d in drafts
    ]
    result = []
    for i, d in enumerate(drafts):
        beside = (i > 0 and timed[i - 1]) or (i + 1 < len(drafts) and timed[i + 1])
        result.append(read(d, Role.CHAPTER) if timed[i] and beside else d)
    return result


def _starts_with_time(text: str) -> bool:
    match = _ITEM.match(text)
    return match is not None and match.group(1) is not None


def _unquoted(text: str) -> str:
    bare = text.strip()
    return bare[1:-1].strip() if len(bare) > 2 and straighten(bare)[0] == straighten(bare)[-1] == '"' else bare
