"""Which kind of document a text is, told from its own nature when the front matter does not say it."""

import re
from collections.abc import Sequence

from generator.model import Kind, Role
from generator.read.blocks import Form
from generator.read.headings import part_named
from generator.read.lines import Line
from generator.read.prose import Part
from generator.read.transcript import is_transcript
from generator.text import straighten

#: Briefs are short: the longest in trade newsletters stay below this number of words.
_BRIEF_WORDS = 1000
_RETELLING = re.compile(
    r"\b(?:the|this|our|their) (?:podcast|episode|conversation|interview|talk|discussion|keynote|panel|session|video|speakers?|hosts?|guests?|presenters?|panelists?|audience)\b"
    r"|\b(?:he|she|they|speaker|host|guest|[A-Z]\w+) (?:also |then |further |even )?(?:explains?|argues?|notes?|emphasi[sz]es?|discuss(?:es)?|says?|said|points? out|describes?|"
    r"believes?|suggests?|shares?|recalls?|reveals?|highlights?|stress(?:es)?|adds?|concludes?|mentions?|warns?|predicts?|compares?|recounts?|recommends?|opens?|closes?)\b"
    r"|\bas (?:the conversation|the discussion|the episode|the talk) (?:wraps|closes|ends|begins|turns)\b",
    re.IGNORECASE,
)
_RETOLD_TITLE = re.compile(
    r"\b(?:summary|recap|notes (?:on|from)|key (?:insights|ideas) from|takeaways from|highlights from|in conversation|episode|podcast|talk|interview|keynote|session|webinar)\b|\bwith [A-Z]\w+ [A-Z]\w+",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"(?:however|but|and|so|this|these|those|it|they|he|she|then|meanwhile|in addition|yet|still|as a result|also|moreover|furthermore|finally|next|instead|"
    r"for (?:example|instance)|in (?:contrast|other words|summary|short|conclusion)|that said|of course|later|after that|on the other hand|i|we|you)\b",
    re.IGNORECASE,
)


def kind_of(lines: Sequence[Line], found: Sequence[Part]) -> Kind | None:
    """The kind of a text from its lines and the roles of its blocks; None if nothing tells it."""
    if is_transcript(lines):
        return Kind.TRANSCRIPT
    said = [p for p in found if p.role not in {Role.BOILERPLATE, Role.HEADING, Role.TABLE}]
    words = sum(p.block.words for p in said)
    if not said or words < 12:
        return None
    if _is_brief(found, words):
        return Kind.BRIEF
    if _is_insights(found, said):
        return Kind.INSIGHTS
    running = [p for p in said if p.block.form in {Form.TEXT, Form.QUOTE} and p.block.words >= 12]
    if not running:
        return None
    return Kind.SUMMARY if _retells(found, said, words) else Kind.ARTICLE


def _is_brief(found: Sequence[Part], words: int) -> bool:
    """Short, with parts that briefs name: key points, why it matters, the big picture."""
    named = {part_named(p.block.text) for p in found if p.role is Role.HEADING} - {None, Role.BOILERPLATE, Role.AUTHOR_BOX}
    named |= {p.role for p in found if p.role in {Role.WHY_IT_MATTERS, Role.KEY_POINT}}
    telling = named & {Role.KEY_POINT, Role.WHY_IT_MATTERS}
    others = [p for p in found if p.role is Role.HEADING and part_named(p.block.text) is None]
    return words <= _BRIEF_WORDS and bool(telling) and (len(named) >= 2 or words <= _BRIEF_WORDS / 2) and len(others) <= 3


def _is_insights(found: Sequence[Part], said: Sequence[Part]) -> bool:
    """Three or more statements that each stand alone: listed, or a paragraph each, with no heading among them and no word that links them."""
    headings = [i for i, p in enumerate(found) if p.role is Role.HEADING]
    listed = [p for p in said if p.block.form in {Form.BULLET, Form.NUMBERED}]
    words = sum(p.block.words for p in said)
    if len(listed) >= 3 and sum(p.block.words for p in listed) >= 0.7 * words and len(headings) <= max(1, len(listed) // 3):
        return True
    texts = [p for p in said if p.block.form in {Form.TEXT, Form.QUOTE} and p.block.words >= 8]
    if len(texts) < 4 or any(i > 0 for i in headings) or sum(p.block.words for p in texts) < 0.9 * words:
        return False
    linked = sum(_LINKING.match(straighten(p.block.text).lstrip("\"'")) is not None for p in texts)
    return max(p.block.words for p in texts) <= 130 and linked <= 0.2 * len(texts)


def _retells(found: Sequence[Part], said: Sequence[Part], words: int) -> bool:
    """Whether the prose reports what people said on an occasion: that is what summaries do and articles mostly do not."""
    if any(p.role in {Role.TAKEAWAY, Role.VERDICT, Role.PREDICTION} for p in found):
        return False
    text = " ".join(p.block.text for p in said)
    reported = len(_RETELLING.findall(text))
    title = next((p.block.text for p in found if p.role in {Role.HEADING, Role.PARAGRAPH} and p.block.words <= 20), "")
    top = " ".join(p.block.text for p in found[:6] if p.block.words <= 40)
    retold = _RETOLD_TITLE.search(title) is not None or _RETOLD_TITLE.search(top) is not None
    # Reports come several to a page of a summary; an article quotes someone now and then.
    return reported >= 3 and reported / words >= (0.003 if retold else 0.012)
