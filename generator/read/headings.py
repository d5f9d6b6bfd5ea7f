"""Which blocks are headings, marked or not, and which parts of documents they name. Gives no other block a role."""

import re
from collections.abc import Sequence

from generator.model import Role
from generator.read import boilerplate
from generator.read.blocks import Block, Form
from generator.read.inline import plain
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
    (role, re.compile(rf"\A(?:{names})\s*:?", re.IGNORECASE))
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


def part_named(text: str) -> Role | None:
    """The part that a heading names ("Key Points" → key-point …); None if it is not the name of a part of documents."""
    bare = straighten(plain(text).text).strip()
    return next((role for role, names in PARTS if names.fullmatch(bare)), None)


def is_running(block: Block) -> bool:
    """Whether a block is running text: some sentence, not a label or a title."""
    return block.form in {Form.TEXT, Form.QUOTE} and (block.words > _HEADING_WORDS or (block.words >= 5 and closed(block.text)))


def closed(text: str) -> bool:
    """Whether a line ends as sentences and their parts end: with a stop, a comma, a semicolon."""
    return _CLOSED.search(straighten(text).rstrip("*_ ")) is not None


def title_like(text: str) -> bool:
    """Whether a short line could be a heading by its own looks: no closing stop, no sentence's beginning, not a quotation."""
    bare = straighten(plain(text).text).strip()
    words = bare.split()
    if not words or len(words) > _HEADING_WORDS or len(bare) > 120 or closed(bare) or bare[0] == "[":
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
            decided[i] = block.raw[0].lstrip().startswith("#") or (not closed(block.text) and not boilerplate.reason(block.text))
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
    return unmarked_list or closed(after.text)


def _numbered_heading(found: Sequence[Block], i: int) -> bool:
    """Whether `2. The Model in the Vault` is a heading and no list item: it stands alone, and running text follows it."""
    block, after = found[i], found[i + 1] if i + 1 < len(found) else None
    return block.apart and after is not None and after.apart and after.form is Form.TEXT and is_running(after)


def _outranks(block: Block, after: Block) -> bool:
    """Whether an unmarked line can stand above an unmarked heading: both look like titles of their own."""
    return _title_case(block.text.split()) or part_named(after.text) is not None or is_numbered(after.text)


def is_numbered(text: str) -> bool:
    """Whether a heading is one of a row: `Case Study 1: …`, `Risk 2: …`."""
    return re.match(r"[A-Z][\w ]{2,20} \d+:", text) is not None
