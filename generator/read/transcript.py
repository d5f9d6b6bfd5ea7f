"""Transcripts: introduction, chapters, highlights, spoken turns with speaker and seconds, the box about the author."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from generator.model import Lines, Role
from generator.read import agenda, boilerplate
from generator.read.blocks import Block, Form, blocks
from generator.read.captions import Cue, joined
from generator.read.headings import part_named, title_like
from generator.read.inline import plain
from generator.read.lines import Draft, Line
from generator.read.prose import draft, parts, set_aside
from generator.read.turns import Head, Shape, heads

_SPOKEN_PARTS = {Role.AUTHOR_BOX, Role.BOILERPLATE}


def transcript(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """All drafts of a transcript, in order of lines."""
    zone = agenda.zone(lines)
    found = {i: h for i, h in heads(lines).items() if i not in zone}
    if not found:
        return prose(lines, zone)
    first = min(found)
    drafts: list[Draft] = list(prose(lines[:first], zone, introduction=True))
    run: list[int] = []
    speaker = Head(Shape.TIME, "", None, "")
    at = first
    while at < len(lines):
        if at in found:
            speaker = _carried(found[at], speaker)
            end = _end(lines, at + 1, found)
            drafts += turn(lines[at:end], speaker)
        else:
            end = next((i for i in range(at + 1, len(lines)) if i in found), len(lines))
            run = list(range(at, end))
            drafts += prose([lines[i] for i in run], {k - at: r for k, r in zone.items() if k in set(run)}, after=True)
        at = end
    return tuple(_whole(drafts))


#: So many pieces that have only a time, and such a share of them, go on in the next one: a machine has cut them, and not an author.
_CUTS, _CUT = 3, 0.05
#: And so many end with a sentence, or nothing tells where sentences end; then only pieces of a few words each are a machine's.
_CLOSED, _FEW_WORDS = 0.3, 12


def _whole(drafts: Sequence[Draft]) -> list[Draft]:
    """Pieces of speech that a machine cut by time, joined to passages that end with a sentence, as captions are."""
    pieces = [d.text.rstrip("\"'”’)") for d in drafts if _nameless(d)]
    closed = sum(piece.endswith((".", "!", "?", "…")) for piece in pieces)
    cut = sum(not before.endswith((".", "!", "?", "…")) and after[:1].islower() for before, after in pairwise(pieces))
    short = sum(len(piece.split()) for piece in pieces) <= _FEW_WORDS * len(pieces)
    if cut < max(_CUTS, _CUT * len(pieces)) or (closed < _CLOSED * len(pieces) and not short):
        return list(drafts)
    whole: list[Draft] = []
    for nameless, run in groupby(drafts, _nameless):
        group = list(run)
        times = [d.seconds or 0.0 for d in group]
        ends = [*times[1:], *times[-1:]]
        cues = [Cue(d.lines, "", time, end, d.text) for d, time, end in zip(group, times, ends, strict=True)]
        whole += joined(cues) if nameless else group
    return whole


def _nameless(d: Draft) -> bool:
    return d.role is Role.TURN and not d.speaker and d.seconds is not None and not d.marks and not d.links


def is_transcript(lines: Sequence[Line]) -> bool:
    """Whether three or more turns hold most of a text's words; a smaller part will do where they have both times and names."""
    spoken, both = _share(lines)
    return spoken >= (_SURE if both >= 3 else _SPOKEN)


#: At least so much of a transcript is spoken; the rest is its introduction, chapters and notes.
_SPOKEN, _SURE = 0.5, 0.25


def _share(lines: Sequence[Line]) -> tuple[float, int]:
    """The share of a text's words that stands in spoken turns, 0 to 1, and how many turns have both a time and a name."""
    zone = agenda.zone(lines)
    found = {i: h for i, h in heads(lines).items() if i not in zone}
    both = sum(h.shape is Shape.BOTH for h in found.values())
    if len(found) < 3:
        return 0.0, both
    spoken = words = 0
    inside = False
    for i, line in enumerate(lines):
        count = len(line.text.split())
        inside = (inside or i in found) and not (i not in found and _breaks(lines, i, found))
        words += count
        spoken += count if inside else 0
    return spoken / max(words, 1), both


def turn(lines: Sequence[Line], head: Head) -> list[Draft]:
    """A head and the lines below it to passages: one a paragraph, all by the same speaker; times inside become marks."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if not line.text.strip():
            groups.append([])
        else:
            groups[-1].append(line)
    said: list[Draft] = []
    pending = 0  # the head's line, if the words begin below it
    for group in filter(None, groups):
        own = group[0].number == lines[0].number
        words = [head.rest if own else group[0].text.strip(), *(line.text.strip() for line in group[1:])]
        raw = " ".join(filter(None, words))
        if not raw:
            pending = group[0].number
            continue
        inline = plain(raw, times=True)
        spoken = Draft(
            Role.TURN, Lines(pending or group[0].number, group[-1].number), inline.text or raw, speaker=head.speaker, seconds=head.seconds,
            marks=inline.marks, links=inline.links, excluded=boilerplate.reason(inline.text, spoken=True),
        )  # fmt: skip
        said.append(spoken)
        pending = 0
    if pending:
        said.append(Draft(Role.METADATA, Lines(pending, pending), lines[0].text.strip(), speaker=head.speaker, seconds=head.seconds))
    return said


def prose(lines: Sequence[Line], zone: dict[int, Role], *, introduction: bool = False, after: bool = False) -> tuple[Draft, ...]:
    """What is not spoken: introduction, headings, chapters, highlights, the author's box."""
    rest = [line if i not in zone else Line(line.number, "") for i, line in enumerate(lines)]
    listed = [_agenda(lines[i], role) for i, role in zone.items() if i < len(lines)]
    found = blocks(rest)
    last = len(found) - 1
    made = []
    for i, part in enumerate(parts(found)):
        block = part.block
        opens = part.role is not Role.HEADING and _opens_turns(block, i == last, lines, after=after, zone=zone)
        made.append(draft(replace(part, role=Role.HEADING, level=2)) if opens else draft(part))
    made = agenda.loose(made)
    if introduction:
        made = [replace(d, role=Role.INTRODUCTION) if d.role is Role.PARAGRAPH else d for d in made]
    return tuple(sorted(_captions([*made, *listed]), key=lambda d: d.lines))


def _agenda(line: Line, role: Role) -> Draft:
    inline = plain(line.text.strip())
    return agenda.read(Draft(role, Lines(line.number, line.number), inline.text, links=inline.links), role)


def _opens_turns(block: Block, is_last: bool, lines: Sequence[Line], *, after: bool, zone: dict[int, Role]) -> bool:
    """Whether a short line is a heading because turns, chapters or highlights follow it, which are not blocks of prose."""
    if block.form is not Form.TEXT or block.lines.first != block.lines.last or not title_like(block.text) or boilerplate.reason(block.text):
        return False
    following = next((i for i, line in enumerate(lines) if line.number > block.lines.last and line.text.strip()), None)
    if following is not None:
        return following in zone
    return is_last and (after or part_named(block.text) is not None or block.text.rstrip().endswith(":"))


def _captions(drafts: Sequence[Draft]) -> list[Draft]:
    """A single sentence right below an image's address is the image's caption."""
    ordered = sorted(drafts, key=lambda d: d.lines)
    result: list[Draft] = []
    for d in ordered:
        below_image = bool(result) and result[-1].excluded == "thumbnail" and d.lines.first - result[-1].lines.last <= 2
        caption = below_image and d.role in {Role.INTRODUCTION, Role.PARAGRAPH} and len(d.text.split()) <= 30
        result.append(replace(d, role=Role.CAPTION) if caption else d)
    return result


def _carried(head: Head, before: Head) -> Head:
    """A head without a time keeps the last one known: what is said there is not earlier."""
    return replace(head, seconds=before.seconds) if head.seconds is None else head


def _end(lines: Sequence[Line], at: int, found: dict[int, Head]) -> int:
    """Where a turn ends: at the next head, or at a line that opens something else."""
    while at < len(lines) and at not in found and not _breaks(lines, at, found):
        at += 1
    return at


def _breaks(lines: Sequence[Line], i: int, found: dict[int, Head]) -> bool:
    """Whether a line ends the speech before it: a marked heading, the name of a part, a title between turns, a rule."""
    text = lines[i].text.strip()
    if not text or (i and lines[i - 1].text.strip() and not text.startswith("#")):
        return False
    if re.match(r"#{1,6}\s|(?:-\s*){3,}$|(?:\*\s*){3,}$|={3,}$", text):
        return True
    part = part_named(text)
    if part is not None:
        return part in _SPOKEN_PARTS or text.endswith(":") or _next_is(lines, i, found)
    if boilerplate.reason(text) and len(text.split()) <= 30 and i > max(found):
        return True
    return (
        title_like(text)
        and len(text.split()) <= 10
        and _next_is(lines, i, found)
        and set_aside(Draft(Role.PARAGRAPH, Lines(1, 1), text)).excluded == ""
    )


def _next_is(lines: Sequence[Line], i: int, found: dict[int, Head]) -> bool:
    following = next((j for j in range(i + 1, len(lines)) if lines[j].text.strip()), None)
    return following in found
