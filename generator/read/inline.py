"""Marks inside a line: Markdown's (emphasis, code, links) and times. Takes them out of the text and keeps where they stood."""

import re
from typing import NamedTuple

from generator.model import Link, Mark

#: A time as `1:02:03`, or with letters as `1h02m03s` and `2m03s`; minutes alone (`5m`) may be metres or millions.
CLOCK = r"(?:\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?|(?:\d{1,2}h ?[0-5]?\dm(?: ?[0-5]?\ds)?|\d{1,3}m ?[0-5]?\ds)\b)"
_LETTERS = re.compile(r"(?:(\d+)h)? ?(\d+)m ?(?:(\d+)s)?")
#: With points only in brackets, where no amount stands.
DOTTED = r"\d{1,3}\.[0-5]\d(?:\.[0-5]\d)?"
_TIME_MARK = re.compile(rf"(?:(?<![ \t])[ \t]+)?(?:\[({CLOCK})\]|\(({CLOCK})\)|\{{({CLOCK})\}}|[\[{{]({DOTTED})[\]}}])[ \t]*")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_\n]+)(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]+)(?<=[^\s_])_(?![\w_])")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\(<?([^()\s<>]+)>?(?:\s+\"[^\"\n]*\")?\)")
_WIKI = re.compile(r"!?\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\]")
_AUTO = re.compile(r"<(https?://[^\s<>]+)>")
#: What stands in for marks that are none: noncharacters, which Unicode keeps for a program's own use.
_BRACKETS, _SIGNS = str.maketrans("[]<", "\ufdd0\ufdd1\ufdd2"), str.maketrans("*_`#", "\ufdd3\ufdd4\ufdd5\ufdd6")
_WRITTEN = {new: old for table in (_BRACKETS, _SIGNS) for old, new in table.items()}


class Inline(NamedTuple):
    """A line's plain text, with what was taken out of it: time marks and links, by offset in that text."""

    text: str
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()


def seconds(clock: str) -> float:
    """`1:02:03.5` → 3723.5; `2:03` and `2m03s` → 123. Raises ValueError on anything else."""
    if written := _LETTERS.fullmatch(clock):
        clock = ":".join(part or "0" for part in written.groups())
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def plain(raw: str, *, times: bool = False) -> Inline:
    """Take Markdown's inline marks out of a text, and with `times` also `[00:01:00]` and `(1:00)`, so that words are whole again."""
    text, links = _links(raw)
    for pattern in (_CODE, _STRONG, _EMPHASIS):
        text, links = _unwrap(text, pattern, links)
    marks: tuple[Mark, ...] = ()
    if times:
        text, marks, links = _times(text, links)
    bare = text.strip()
    lead, last = len(text) - len(text.lstrip()), len(bare)
    moved = tuple(Link(min(max(0, a - lead), last), min(max(0, b - lead), last), url) for a, b, url in links)
    return Inline(bare, tuple(Mark(min(max(0, at - lead), last), s) for at, s in marks), moved)


def literal(text: str) -> str:
    """A text that is not Markdown, so that no mark is taken out of it; `written` gives it back, character by character."""
    if any(pattern.search(text) for pattern in (_WIKI, _LINK, _AUTO)):
        text = text.translate(_BRACKETS)
    if text.endswith("#") or any(pattern.search(text) for pattern in (_CODE, _STRONG, _EMPHASIS)):
        text = text.translate(_SIGNS)
    return text


def written(text: str) -> str:
    """What `literal` was given."""
    return text.translate(_WRITTEN)


def _links(raw: str) -> tuple[str, list[Link]]:
    """Links and wikilinks to their words."""
    out: list[str] = []
    links: list[Link] = []
    length = at = 0
    found = sorted((m for pattern in (_WIKI, _LINK, _AUTO) for m in pattern.finditer(raw)), key=lambda m: (m.start(), -m.end()))
    for match in found:
        if match.start() < at:
            continue
        words = match.group(match.lastindex or 0) if match.re is _WIKI else match.group(1)
        out += [raw[at : match.start()], words]
        length += match.start() - at
        if match.re is not _WIKI:
            links.append(Link(length, length + len(words), match.group(match.lastindex or 0)))
        length += len(words)
        at = match.end()
    return "".join([*out, raw[at:]]), links


def _unwrap(text: str, pattern: re.Pattern[str], links: list[Link]) -> tuple[str, list[Link]]:
    """Replace each match by its group, moving the links that come after."""
    cuts: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        group = match.lastindex or 0
        cuts += [(match.start(), match.start(group)), (match.end(group), match.end())]
    return _without(text, cuts), [Link(_moved(a, cuts), _moved(b, cuts), url) for a, b, url in links]


def _times(text: str, links: list[Link]) -> tuple[str, tuple[Mark, ...], list[Link]]:
    """Cut time marks out; one space stays between words, none before punctuation."""
    cuts: list[tuple[int, int]] = []
    stood: list[tuple[int, float]] = []
    for match in _TIME_MARK.finditer(text):
        spaced = match.group()[0].isspace() and match.end() < len(text) and text[match.end()] not in ".,;:!?"
        start = match.start() + (1 if spaced else 0)
        cuts.append((start, match.end()))
        pointed = match.group(4)
        stood.append((start, seconds(pointed.replace(".", ":") if pointed else match.group(match.lastindex or 0))))
    marks = tuple(Mark(_moved(at, cuts), s) for at, s in stood)
    return _without(text, cuts), marks, [Link(_moved(a, cuts), _moved(b, cuts), url) for a, b, url in links]


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def _moved(offset: int, cuts: list[tuple[int, int]]) -> int:
    return offset - sum(max(0, min(end, offset) - start) for start, end in cuts if start < offset)
