"""Which kind of document a text is, told from its own nature when the front matter does not say it."""

import re
from collections.abc import Sequence
from itertools import pairwise

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


#: What calls itself a retelling, in its title or on the lines below it.
_DECLARED = re.compile(
    r"\b(?:summar(?:y|ised|ized) (?:of|from|by)|recap (?:of|from)|digest of (?:the|an?|our|this) (?:[\w’'-]+ ){0,3}"
    r"(?:talk|episode|seminar|webinar|panel|session|keynote|conversation|interview|lecture|meeting|podcast|debate)|"
    r"(?:show|episode|talk|session|keynote|seminar|lecture|panel) ?notes)\b"
    r"|^\W*(?:summary|recap|(?:episode|talk) (?:summary|digest|recap)|show ?notes)\b|^[^.!?\n]{3,40} #?\d{1,4} notes$",
    re.IGNORECASE,
)
#: Who speaks says "I", "you" and "we": 3.8 to 7.8 % of the words of 30 transcripts, none to 1 % of those of 20 summaries outside quotations.
_PERSON = re.compile(r"\b(?:I|you|we|me|my|your|our|us)\b", re.IGNORECASE)
_SPOKEN = 0.02
_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,600}[\"”]")
#: The place and day that open a report of news: `LISBON, 24 March 2026 —`, `Oslo (Reuters) -`.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.'’ -]{1,30}(?:, [A-ZÀ-Þ][\w. ]{1,20})?(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.? \d{1,4}(?:, \d{4}|,? \d{4})?|,? \([\w ./]{2,30}\))\s*[—–:-]+\s+\S|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [\w .]{2,20})?\s*[—–-]+\s+\S"
)
#: What news report and other prose tells seldom: that somebody announced, confirmed, filed. In the past, for the news is over.
_NEWS = re.compile(
    r"\b(?:said|told|announced|confirmed|declined|unveiled|launched|filed|disclosed|reported|opened|closed|signed|agreed|approved|ruled|cleared|raised|cut|hired|"
    r"acquired|bought|published|released|according to)\b",
    re.IGNORECASE,
)
#: News come short: the longest labelled brief has some 650 words. Without a dateline only what is shorter still is taken for one.
_NEWS_WORDS, _PLAIN_NEWS_WORDS = 700, 600
#: A round-up has so many items at least, and none is longer than a page of an agency's news.
_ITEMS, _ITEM_WORDS = 4, 160
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8}\.?,? \d{4}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b"
)
#: A statement that stands alone is a sentence or three: the longest of seven lists has 68 words, and half of them at most 47.
_INSIGHT_WORDS, _USUAL_INSIGHT = 90, 55


def kind_of(lines: Sequence[Line], found: Sequence[Part]) -> Kind | None:
    """The kind of a text from its lines and the roles of its blocks; None if nothing tells it."""
    said = [p for p in found if p.role not in {Role.BOILERPLATE, Role.HEADING, Role.TABLE}]
    words = sum(p.block.words for p in said)
    declared = _declared(found)
    if is_transcript(lines) and not _reports(said, words, declared=declared):
        return Kind.TRANSCRIPT
    if not said or words < 12:
        return None
    running = [p for p in said if p.block.form in {Form.TEXT, Form.QUOTE} and p.block.words >= 12]
    if _is_brief(found, words):
        return Kind.BRIEF
    if declared and _reported(said) >= 2:
        return Kind.SUMMARY
    if _is_news(found, running, words) or (_is_roundup(found, running, words) and not _retells(found, said, words)):
        return Kind.BRIEF
    if _is_insights(found, said):
        return Kind.INSIGHTS
    if not running:
        return None
    return Kind.SUMMARY if _retells(found, said, words) else Kind.ARTICLE


def _declared(found: Sequence[Part]) -> bool:
    """Whether the text calls itself a summary of something that was said, in one of the short lines at its top."""
    return any(_DECLARED.search(p.block.text) for p in found[:5] if p.block.words <= 40)


def _reported(said: Sequence[Part]) -> int:
    """How often the text reports that somebody said something."""
    return len(_RETELLING.findall(" ".join(p.block.text for p in said)))


def _reports(said: Sequence[Part], words: int, *, declared: bool) -> bool:
    """Whether what has times and names like a transcript tells of speakers rather than speaking: nobody says "I" or "you" outside quotations."""
    own = _QUOTED.sub(" ", " ".join(p.block.text for p in said))
    spoken = len(_PERSON.findall(own)) >= _SPOKEN * len(own.split())
    return not spoken and (declared or _reported(said) >= max(3, 0.008 * words))


def _is_brief(found: Sequence[Part], words: int) -> bool:
    """Short, with parts that briefs name: key points, why it matters, the big picture."""
    named = {part_named(p.block.text) for p in found if p.role is Role.HEADING} - {None, Role.BOILERPLATE, Role.AUTHOR_BOX}
    named |= {p.role for p in found if p.role in {Role.WHY_IT_MATTERS, Role.KEY_POINT}}
    telling = named & {Role.KEY_POINT, Role.WHY_IT_MATTERS}
    others = [p for p in found if p.role is Role.HEADING and part_named(p.block.text) is None]
    return words <= _BRIEF_WORDS and bool(telling) and (len(named) >= 2 or words <= _BRIEF_WORDS / 2) and len(others) <= 3


def _is_news(found: Sequence[Part], running: Sequence[Part], words: int) -> bool:
    """A short report of something that happened, without the parts of a brief: dated at its start, or told in the past with who said so."""
    if not running or words > _NEWS_WORDS or sum(p.role is Role.HEADING for p in found) > 3:
        return False
    if any(_DATELINE.match(p.block.text) for p in running[:2]):
        return True
    text = _QUOTED.sub(" ", " ".join(p.block.text for p in running))
    first_person = len(_PERSON.findall(text)) >= _SPOKEN / 2 * words
    prose = sum(p.block.words for p in running) >= 0.8 * words
    return prose and 100 <= words <= _PLAIN_NEWS_WORDS and not first_person and len(_NEWS.findall(text)) >= max(4, 0.012 * words)


def _is_roundup(found: Sequence[Part], running: Sequence[Part], words: int) -> bool:
    """Short news under a headline each: a date at the top, one paragraph an item, and nobody who says "I"."""
    items = [p for p in found if p.role is Role.HEADING or p in running]
    headed = [two for one, two in pairwise(items) if one.role is Role.HEADING and two.role is not Role.HEADING]
    if len(headed) < _ITEMS or len(running) > len(headed) + 1 or words > _BRIEF_WORDS or max(p.block.words for p in headed) > _ITEM_WORDS:
        return False
    dated = any(_DAY.search(p.block.text) for p in found[:4] if p.block.words <= 12)
    return dated and len(_PERSON.findall(_QUOTED.sub(" ", " ".join(p.block.text for p in running)))) < _SPOKEN * words


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
    lengths = sorted(p.block.words for p in texts)
    return lengths[-1] <= _INSIGHT_WORDS and lengths[len(lengths) // 2] <= _USUAL_INSIGHT and linked <= 0.2 * len(texts)


def _retells(found: Sequence[Part], said: Sequence[Part], words: int) -> bool:
    """Whether the prose reports what people said on an occasion: that is what summaries do and articles mostly do not."""
    if any(p.role in {Role.TAKEAWAY, Role.VERDICT, Role.PREDICTION} for p in found):
        return False
    reported = _reported(said)
    title = next((p.block.text for p in found if p.role in {Role.HEADING, Role.PARAGRAPH} and p.block.words <= 20), "")
    top = " ".join(p.block.text for p in found[:6] if p.block.words <= 40)
    retold = _RETOLD_TITLE.search(title) is not None or _RETOLD_TITLE.search(top) is not None
    # Reports come several to a page of a summary; an article quotes someone now and then.
    return reported >= 3 and reported / words >= (0.003 if retold else 0.012)
