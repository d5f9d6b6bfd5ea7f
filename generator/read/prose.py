"""Blocks of prose to drafts: parts by the heading they stand under, tables with their takeaways, what is set aside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Role
from generator.read import boilerplate, tables
from generator.read.blocks import Block, Form
from generator.read.headings import headings, is_numbered, part_named
from generator.read.inline import plain
from generator.read.lines import Draft
from generator.text import straighten

#: Below "Related articles" stand titles and teasers; a longer paragraph belongs to the text again.
_FOOTER_WORDS = 25
#: Labels that open a paragraph and name its part (`Verdict: …`), also behind a short adjective (`Data Takeaway: …`).
_INLINE: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"\A(?:{names})\s*[:—–-]\s*\S", re.IGNORECASE))
    for role, names in (
        (Role.TAKEAWAY, r"(?:(?:key|data|main|table|chart|the) )?takeaways?|what the (?:data|table|numbers?|figures?) (?:shows?|says?|means?)|reading the (?:table|data)"),
        (Role.VERDICT, r"(?:(?:our|the|final|\w+) )?verdict"),
        (Role.WATCH, r"what to watch(?: for)?(?: next)?|watch(?: for| list)?|what'?s next"),
        (Role.PREDICTION, r"(?:our )?(?:prediction|forecast)(?: (?:#|no\. ?)?\d+)?"),
        (Role.WHY_IT_MATTERS, r"why (?:it|this|that) matters|(?:the )?bottom line|so what\??"),
    )
)  # fmt: skip
_TABLE_NOTE = re.compile(r"(?:source|note|notes|data|caption|table \d+|figure \d+)\s*:\s*\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A block with the role that its place in the text gives it."""

    role: Role
    block: Block
    level: int = 0


def parts(found: Sequence[Block]) -> list[Part]:
    """The roles of blocks by their form, their opening words and the heading that they stand under."""
    is_heading = headings(found)
    result: list[Part] = []
    current, table_open, listed = None, False, False
    for i, block in enumerate(found):
        if is_heading[i]:
            current = part_named(block.text)
            result.append(Part(Role.HEADING, block, _level(block, result)))
            table_open = listed = False
            continue
        item = block.form in {Form.BULLET, Form.NUMBERED}
        if current is Role.KEY_POINT and listed and not item:
            current = None  # the list of key points is over
        if current is Role.BOILERPLATE and block.words > _FOOTER_WORDS:
            current = None
        role = _role(block, current, after_table=table_open)
        if role is Role.BOILERPLATE and part_named(block.text) is Role.BOILERPLATE:
            current = Role.BOILERPLATE
        result.append(Part(role, block))
        table_open, listed = block.form is Form.TABLE, listed or item
    return result


def _level(block: Block, before: Sequence[Part]) -> int:
    """Depth of a heading: as marked; without marks 2, or 3 for a numbered one (`Case Study 1: …`, `Risk 2: …`)."""
    if block.level:
        return block.level
    return 3 if is_numbered(block.text) and any(p.role is Role.HEADING for p in before) else 2


def _role(block: Block, current: Role | None, *, after_table: bool) -> Role:
    """Role of a block that is no heading."""
    opening = straighten(plain(block.text).text)
    if block.form is Form.TABLE:
        return Role.TABLE
    if current is Role.AUTHOR_BOX:
        return Role.AUTHOR_BOX
    if current is Role.BOILERPLATE:
        return Role.BOILERPLATE
    if boilerplate.reason(opening) and block.words <= 40:
        return Role.BOILERPLATE
    if block.form is Form.RULE:
        return Role.BOILERPLATE
    named = next((role for role, opener in _INLINE if opener.match(opening)), None)
    if named is not None and not (named is Role.TAKEAWAY and not after_table and block.form is not Form.TEXT):
        return named
    if after_table and _TABLE_NOTE.match(opening):
        return Role.CAPTION
    if current in {Role.KEY_POINT, Role.WHY_IT_MATTERS, Role.WATCH, Role.VERDICT, Role.PREDICTION}:
        return current
    if block.form is Form.QUOTE:
        return Role.QUOTE
    return Role.LIST_ITEM if block.form in {Form.BULLET, Form.NUMBERED} else Role.PARAGRAPH


def draft(part: Part) -> Draft:
    """A part to a draft: inline marks out of its text, a table's cells read, set aside if it is about the publication."""
    if part.role is Role.TABLE:
        return Draft(Role.TABLE, part.block.lines, part.block.text, table=tables.parse(list(part.block.raw)))
    inline = plain(part.block.text)
    text = inline.text or part.block.text
    made = Draft(part.role, part.block.lines, text, level=part.level, links=inline.links)
    return set_aside(replace(made, of_previous=part.role in {Role.TAKEAWAY, Role.CAPTION}))


def set_aside(made: Draft) -> Draft:
    """The draft, marked with the reason why it is about the publication and not about its subject, if it is."""
    if made.role in {Role.HEADING, Role.TABLE, Role.HEADLINE}:
        return made
    why = boilerplate.reason(made.text)
    if not why and made.role is Role.BOILERPLATE:
        why = "divider" if not any(c.isalnum() for c in made.text) else "navigation"
    return replace(made, excluded=why)
