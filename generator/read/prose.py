"""Blocks of prose to drafts: headings without marks, preamble, tables with their takeaways, parts by the heading they stand under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Role
from generator.read import boilerplate, tables
from generator.read.blocks import Block, Form
from generator.read.inline import plain
from generator.read.lines import Draft
from generator.text import straighten

#: A heading has at most so many words; newspapers' longest headlines have about as many.
_HEADING_WORDS = 16
_CLOSED = re.compile(r"[.,;…!]['\")\]]*$")
_SENTENCE_START = re.compile(
    r"(?:i|we|you|he|she|they|it|this|that|these|those|there|here|but|and|so|or|because|then|also|yet|still|however|it's|we're|they're|he's|she's|"
    r"there's|that's|i'm|i've|we've|don't|let's|maybe|perhaps|no|yes|not)\b(?!.*\?$)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset("a an the and or but nor for of in on at to by with from as vs vs. v. via is are be into over than per".split())
#: Names of parts that documents of every publisher use; a line with such a name alone is a heading.
PARTS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{names})\s*:?", re.IGNORECASE))
    for role, names in (
        (Role.KEY_POINT, r"(?:the )?(?:key|main|top|quick|core)[ -](?:points?|takeaways?|facts?|findings?|insights?|details|messages?|numbers|figures)|takeaways?|"
                         r"at a glance|in brief|highlights|by the numbers|what (?:you need to know|we learned|we know)|tl;?dr:?|the (?:short|quick) version|\\w+ things to know"),
        (Role.WHY_IT_MATTERS, r"why (?:it|this|that) matters(?: \w+)?|why (?:you should care|it'?s important|care)|so what\??|the significance|what it means|"
                              r"what this means(?: for \w+)?|(?:the )?bottom line|the stakes|impact"),
        (Role.WATCH, r"what to (?:watch|look)(?: out)?(?: for)?(?: next)?|what'?s next\??|what comes next\??|looking ahead|on the horizon|signals to watch|watch for|next steps"),
        (Role.VERDICT, r"(?:the |our |final |\w+ )?verdict|our (?:take|view)|the final word"),
        (Role.PREDICTION, r"(?:our |the )?(?:predictions?|forecasts?|expectations)(?: for .{1,20})?|what (?:we|to) (?:predict|expect)|we predict|prediction \d+\b.*|forecast \d+\b.*"),
        (Role.AUTHOR_BOX, r"about (?:the |our |this )?(?:author|host|guest|speaker|writer|contributor)s?(?: \w+)?|(?:guest|author|host|speaker) bio|bio"),
        (Role.BOILERPLATE, r"(?:related|recommended|similar|popular|trending)(?: (?:articles?|posts?|reading|stories|episodes?|links))?|"
                           r"(?:more|other) (?:articles?|posts?|stories|episodes?)(?: .{0,30})?|more from .{1,40}|further reading|share this(?: \w+)?|references|comments"),
        (Role.PARAGRAPH, r"(?:technical |a )?deep[ -]dive|introduction|intro|overview|background|context|summary|abstract|executive summary|conclusions?|"
                         r"details|the details|the story|what'?s new|the big picture|the backstory|what happened|driving the news|the news|go deeper|zoom (?:in|out)|between the lines|yes,? but|"
                         r"the other side|the context|how it works|what they'?re saying|full story|discussion|analysis|results|methods?|podcast|transcript|full transcript|"
                         r"show notes|episode|interview|questions? (?:and|&) answers?|q ?& ?a|chapters?|timestamps?|outline|(?:the )?catch|(?:the )?state of play|closing thoughts"),
    )
)  # fmt: skip
#: Labels that open a paragraph and name its part (`Verdict: …`), also behind a short adjective (`Data Takeaway: …`).
_INLINE: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{names})\s*[:—–-]\s*\S", re.IGNORECASE))
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


def part_named(text: str) -> Role | None:
    """The part that a heading names ("Key Points" → key-point …); None if it is not the name of a part of documents."""
    bare = straighten(plain(text).text).strip()
    return next((role for role, names in PARTS if names.fullmatch(bare)), None)


def is_running(block: Block) -> bool:
    """Whether a block is running text: some sentence, not a label or a title."""
    return block.form in {Form.TEXT, Form.QUOTE} and (block.words > _HEADING_WORDS or (block.words >= 5 and _closed(block.text)))


def _closed(text: str) -> bool:
    return _CLOSED.search(straighten(text).rstrip("*_ ")) is not None


def title_like(text: str) -> bool:
    """Whether a short line could be a heading by its own looks: no closing stop, no sentence's beginning, not a quotation."""
    bare = straighten(plain(text).text).strip()
    words = bare.split()
    if not words or len(words) > _HEADING_WORDS or len(bare) > 120 or _closed(bare) or bare[0] == "[":
        return False
    if bare[0] in "\"'(" and bare[-1] in "\"')" and not _title_case(words):
        return False
    if (bare.endswith(":") and len(words) > 6) or re.match(r"[Bb]y [A-Z]", bare):
        return False
    first = bare.lstrip("\"'([")[:1]
    if not (first.isupper() or first.isdigit() or (first and not first.isascii())):
        return False
    return _title_case(words) or len(words) <= 4 or not _SENTENCE_START.match(bare)


def _title_case(words: Sequence[str]) -> bool:
    """Whether most words that carry meaning begin with a capital."""
    heavy = [w.lstrip("\"'([") for w in words if w.lower().strip("\"'.,:") not in _SMALL_WORDS]
    capital = sum(1 for w in heavy if w[:1].isupper() or w[:1].isdigit() or not w[:1].isalnum())
    return len(heavy) > 1 and capital >= 0.7 * len(heavy)


def headings(found: Sequence[Block]) -> list[bool]:
    """For each block, whether it is a heading: marked, or a short line without a closing stop that stands before running text."""
    spaced = sum(b.apart for b in found) > 0.6 * len(found)
    decided = [False] * len(found)
    for i in range(len(found) - 1, -1, -1):
        block = found[i]
        if block.form is Form.HEADING:
            decided[i] = block.raw[0].lstrip().startswith("#") or (not _closed(block.text) and not boilerplate.reason(block.text))
        elif block.form is Form.TEXT and title_like(block.text) and not boilerplate.reason(block.text):
            decided[i] = _opens(found, i, decided, spaced=spaced)
        elif block.form is Form.NUMBERED and title_like(block.text):
            decided[i] = _numbered_heading(found, i)
    return decided


def _opens(found: Sequence[Block], i: int, decided: Sequence[bool], *, spaced: bool) -> bool:
    """Whether a title-like line opens what follows it."""
    block, after = found[i], found[i + 1] if i + 1 < len(found) else None
    before = found[i - 1] if i else None
    if after is None:
        return False
    if part_named(block.text) is not None:
        return True
    if spaced and not block.apart:
        return False
    if before is not None and before.text.rstrip().endswith(":") and not _title_case(block.text.split()):
        return False
    if not spaced and before is not None and before.form is Form.TEXT and not is_running(before) and not _title_case(block.text.split()):
        return False
    if decided[i + 1]:  # a heading right above another: at most one, as a chapter's title above its first section's
        return not (i + 2 < len(found) and decided[i + 2]) and (after.form is Form.HEADING or _outranks(block, after))
    if is_running(after) or after.form in {Form.TABLE, Form.BULLET, Form.NUMBERED, Form.CODE}:
        return True
    if not spaced or not after.apart or after.form is not Form.TEXT:
        return False
    beyond = found[i + 2] if i + 2 < len(found) else None
    unmarked_list = beyond is not None and not beyond.apart and beyond.form is Form.TEXT
    return unmarked_list or _closed(after.text)


def _numbered_heading(found: Sequence[Block], i: int) -> bool:
    """Whether `2. The Model in the Vault` is a heading and no list item: it stands alone, and running text follows it."""
    block, after = found[i], found[i + 1] if i + 1 < len(found) else None
    return block.apart and after is not None and after.apart and after.form is Form.TEXT and is_running(after)


def _outranks(block: Block, after: Block) -> bool:
    """Whether an unmarked line can stand above an unmarked heading: both look like titles of their own."""
    return (
        _title_case(block.text.split()) or part_named(after.text) is not None or re.match(r"[A-Z][\w ]{2,20} \d+:", after.text) is not None
    )


def parts(found: Sequence[Block], *, under: Role | None = None) -> list[Part]:
    """The roles of blocks by their form, their opening words and the heading that they stand under. `under`: a part that is open."""
    is_heading = headings(found)
    result: list[Part] = []
    current, table_open, listed = under, False, False
    for i, block in enumerate(found):
        if is_heading[i]:
            current = part_named(block.text) or (Role.PREDICTION if current is Role.PREDICTION and _numbered_title(block.text) else None)
            if _INLINE_PREDICTION.match(straighten(block.text)):
                current = Role.PREDICTION
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


#: Below "Related articles" stand titles and teasers; a longer paragraph belongs to the text again.
_FOOTER_WORDS = 25


_INLINE_PREDICTION = re.compile(r"(?:prediction|forecast) (?:#|no\. ?)?\d+\b", re.IGNORECASE)


def _numbered_title(text: str) -> bool:
    return re.match(r"(?:\w+ )?#?\d+[.:)]", text) is not None


def _level(block: Block, before: Sequence[Part]) -> int:
    """Depth of a heading: as marked; without marks 2, or 3 for a numbered one (`Case Study 1: …`, `Risk 2: …`)."""
    if block.level:
        return block.level
    numbered = re.match(r"[A-Z][\w ]{2,20} \d+:", block.text) is not None
    return 3 if numbered and any(p.role is Role.HEADING for p in before) else 2


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
