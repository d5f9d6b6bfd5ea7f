"""What a claim that begins with a pronoun goes on from: the words before it in its source, never others. Cuts no claim."""

import re

from generator.found import Prediction
from generator.library import Library
from generator.model import Passage
from generator.published import claim_shown, shown
from generator.text import sentence_at, sentences

#: A beginning that says nothing by itself, because it stands for what was said before.
_POINTS_BACK = re.compile(
    r"(?:its?|that|these|those|they|their|them|he|his|she|her|such|the (?:former|latter)|"
    r"this(?! (?:year|month|week|quarter|season|spring|summer|autumn|winter|decade|century)\b))\b",
    re.IGNORECASE,
)
#: Words of what stands before: enough to know what is meant.
_WORDS = 32


def before(library: Library, prediction: Prediction) -> str:
    """The sentence before a claim that begins with a pronoun, or the beginning of its own where the claim starts in the middle of one.

    Empty where the claim is clear by itself, or where those words may not be shown.
    """
    passage = library.passages[prediction.passage]
    span = claim_shown(library, prediction)
    if not span or span[0] != prediction.start:
        return ""
    begin, _ = sentence_at(passage.text, prediction.start)
    if begin < prediction.start:
        return _last(library, passage, begin, prediction.start)
    if not _POINTS_BACK.match(prediction.claim):
        return ""
    above = [(a, b) for a, b in sentences(passage.text) if b <= prediction.start]
    return _last(library, passage, *above[-1]) if above else _of_passage_before(library, passage)


def _of_passage_before(library: Library, passage: Passage) -> str:
    """The last sentence of the passage before, if it stands under the same heading and is the same speaker's."""
    saying = [p for p in library.documents[passage.source].passages if p.says]
    at = saying.index(passage) if passage in saying else 0
    one = saying[at - 1] if at else None
    if one is None or one.table or (one.heading, one.speaker) != (passage.heading, passage.speaker):
        return ""
    spans = list(sentences(one.text))
    return _last(library, one, *spans[-1]) if spans else ""


def _last(library: Library, passage: Passage, start: int, end: int) -> str:
    """The last words of a part of a passage, as far as all of them may be shown."""
    words = list(re.finditer(r"\S+", passage.text[start:end]))[-_WORDS:]
    first, last = shown(library, passage) or (0, 0)
    if not words or not first <= start + words[0].start() <= start + words[-1].end() <= last:
        return ""
    cut = "… " if words[0].start() else ""
    return cut + passage.text[start + words[0].start() : start + words[-1].end()]
