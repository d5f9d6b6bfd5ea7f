"""Lines of prose to blocks: marked headings, tables, list items, quotations, rules, paragraphs. Judges each block by its own marks only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.model import Lines
from generator.read import tables
from generator.read.lines import Line


class Form(StrEnum):
    """The form of a block, as its own marks tell it."""

    HEADING = "heading"
    TABLE = "table"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"
    RULE = "rule"
    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one form. `text` is without the form's own marks; `level` is a marked heading's depth.

    `apart`: a blank line (or the text's edge) stands before it. `raw`: the lines as they stand.
    """

    form: Form
    lines: Lines
    text: str
    raw: tuple[str, ...]
    level: int = 0
    apart: bool = True

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*)$")
_BULLET = re.compile(r"\A\s*+(?:[-*+•‣◦▪▸►●○–—·]|➤|✓|✔|→)\s+(\S.*)$")
_NUMBERED = re.compile(r"\A\s*+(?:\(?\d{1,3}[.)]|\d{1,2}️?⃣)\s+(\S.*)$")
_QUOTE = re.compile(r"\A\s*+>\s?(.*)$")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}|~{3,}|(?:•\s*){3,})$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BOLD_LINE = re.compile(r"\s*(?:\*\*([^*]+)\*\*|__([^_]+)__)\s*+:?\s*$")
#: Longest line of a text that counts as hard-wrapped; editors and mail wrap at 60 to 100 characters.
_WRAP_LIMIT = 120


def blocks(lines: Sequence[Line]) -> list[Block]:
    """All blocks of the lines, in order; every non-blank line stands in exactly one."""
    width = _wrap_width(lines)
    found: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].text.strip():
            at += 1
            continue
        apart = at == 0 or not lines[at - 1].text.strip()
        form, count, text, level = _begin(lines, at)
        if form in {Form.TEXT, Form.BULLET, Form.NUMBERED, Form.QUOTE}:
            text, count = _continued(lines, at, form, text, width)
        run = lines[at : at + count]
        found.append(Block(form, Lines(run[0].number, run[-1].number), text, tuple(line.text for line in run), level, apart))
        at += count
    return found


def _begin(lines: Sequence[Line], at: int) -> tuple[Form, int, str, int]:
    """Form, number of lines, text and level of the block that begins at a line, before wrapped lines are joined to it."""
    text = lines[at].text
    if count := _table(lines, at):
        return Form.TABLE, count, "\n".join(line.text.strip() for line in lines[at : at + count]), 0
    if match := _HEADING.match(text):
        return Form.HEADING, 1, _unclosed(match.group(2).rstrip()), len(match.group(1))
    if _RULE.match(text):
        return Form.RULE, 1, text.strip(), 0
    if fence := _FENCE.match(text):
        count = _fenced(lines, at, fence.group(1)[:3])
        return Form.CODE, count, "\n".join(line.text for line in lines[at : at + count]).strip(), 0
    if (bold := _BOLD_LINE.match(text)) and not (bold.group(1) or bold.group(2)).rstrip().endswith((".", ",", ";")):
        return Form.HEADING, 1, (bold.group(1) or bold.group(2)).strip(), 3
    for form, pattern in ((Form.BULLET, _BULLET), (Form.NUMBERED, _NUMBERED), (Form.QUOTE, _QUOTE)):
        if match := pattern.match(text):
            return form, 1, match.group(1), 0
    return Form.TEXT, 1, text.strip(), 0


def _unclosed(title: str) -> str:
    """A heading without the number signs that close it (`## Heaps ##`); one that belongs to a word stays (`## C#`)."""
    bare = title.rstrip("#")
    return title if bare and not bare[-1].isspace() else bare.rstrip()


def _table(lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` are one table: header, rule, rows, with no blank line needed around it; 0 if none begins there."""
    if at + 1 >= len(lines) or not tables.is_row(lines[at].text) or not tables.is_rule(lines[at + 1].text):
        return 0
    end = at + 2
    while end < len(lines) and tables.is_row(lines[end].text) and not tables.is_rule(lines[end].text):
        end += 1
    return end - at


def _fenced(lines: Sequence[Line], at: int, fence: str) -> int:
    end = next((i for i in range(at + 1, len(lines)) if lines[i].text.strip().startswith(fence)), len(lines) - 1)
    return end - at + 1


def _continued(lines: Sequence[Line], at: int, form: Form, text: str, width: int) -> tuple[str, int]:
    """Join the lines that go on with a block: quoted lines, and lines whose break was forced by the text's width."""
    parts, count = [text], 1
    while at + count < len(lines) and lines[at + count].text.strip():
        line = lines[at + count]
        next_form, _, next_text, _ = _begin(lines, at + count)
        goes_on = (
            next_form is Form.QUOTE
            if form is Form.QUOTE
            else next_form is Form.TEXT and _forced(lines[at + count - 1].text, line.text, width)
        )
        if not goes_on:
            break
        parts.append(next_text)
        count += 1
    return " ".join(part.strip() for part in parts if part.strip()), count


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a text is hard-wrapped; 0 for a text with a paragraph a line.

    In wrapped text nearly every line inside a paragraph is as long as the next word allows, and most of them break a sentence.
    """
    width = max((len(line.text.rstrip()) for line in lines), default=0)
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text.strip() and b.text.strip()]
    forced = [a.rstrip() for a, b in pairs if _forced(a, b, width)]
    broken = sum(not line.endswith((".", "!", "?", ":", "”", '"')) for line in forced)
    return width if 40 <= width <= _WRAP_LIMIT and len(forced) >= 2 and 2 * len(forced) >= len(pairs) and 2 * broken >= len(forced) else 0


def _forced(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on the line."""
    first = following.split(None, 1)[0] if following.strip() else ""
    return width > 0 and len(line.rstrip()) + 1 + len(first) > width - 6
