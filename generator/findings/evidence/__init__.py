"""Which passages are really about a concept, and how much: evidence graded central or supporting. Finds no mentions itself.

A passage earns evidence by what stands in it and around it (`signals`): names of the concept, cues, names of members and related concepts,
words that it shares with the curator's note, the heading above it, and the passages beside it, so that a turn that carries a topic on
without naming it counts. Each signal has a weight; the sum decides. The weights are a logistic regression on labelled passages
(`tests/quality/fit.py` reproduces them); floors on precision and recall hold them (`tests/quality/test_evidence.py`).
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from generator.findings.evidence.signals import SUBJECTS, Signals, signals, spots
from generator.found import Evidence, Grade
from generator.model import Concept, Document, Matches, Passage, Role, Vocabulary

#: Logistic regression (ridge 1) on the labelled passages, `python -m tests.quality.fit`; see there for the figures.
_WEIGHTS = Signals(names=2.38, opens=0.91, cues=1.12, members=2.00, question=-1.23, standing=1.01, phrases=1.05, before=0.65, around=1.31)
_INTERCEPT = -5.17
#: Where the sum begins to count as evidence: the best balance of precision and recall on the same passages. Central begins a little above
#: its own best balance (-0.1), because a passage that stands open on a page must be right.
_SUPPORTING = -0.7
_CENTRAL = 0.6
#: A term, a person, a product has no note to be like and no cues; naming it twice, or once in a short passage, must do.
_NAMED_ONLY = 2.6


def grade(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Evidence, ...]:
    """All evidence, in order of documents and passages. `score` is the probability that a person calls the passage evidence, 0 to 1."""
    places = spots(vocabulary, matches)
    return tuple(
        made
        for passage, found in signals(documents, vocabulary, matches)
        for concept, s in found.items()
        if (made := _judged(passage, vocabulary.concepts[concept], s, places.get((passage.id, concept), ()))) is not None
    )


def weigh(s: Signals) -> float:
    """The log-odds of a passage being evidence."""
    return _INTERCEPT + sum(w * x for w, x in zip(_WEIGHTS, s, strict=True))


def graded(s: Signals, *, subject: bool = True) -> Grade | None:
    """The grade that signals earn; None if they are no evidence. `subject`: a topic or trend, which has a note to be like."""
    if not subject and not s.names:
        return None
    sum_ = weigh(s) + (0.0 if subject else _NAMED_ONLY)
    return Grade.CENTRAL if sum_ >= _CENTRAL else Grade.SUPPORTING if sum_ >= _SUPPORTING else None


def _judged(passage: Passage, concept: Concept, s: Signals, places: Sequence[int]) -> Evidence | None:
    subject = concept.kind in SUBJECTS
    grade_ = graded(s, subject=subject)
    if grade_ is None:
        return None
    if passage.role is Role.TABLE:
        grade_ = Grade.SUPPORTING  # cells share words with many subjects; what a table says stands in the text beside it
    score = round(1 / (1 + math.exp(-weigh(s) - (0.0 if subject else _NAMED_ONLY))), 4)
    return Evidence(concept.id, passage.id, grade_, score, _because(s), _focus(places))


#: Characters of about 60 words, the longest excerpt that is shown of others' texts.
_EXCERPT = 350


def _focus(places: Sequence[int]) -> int | None:
    """The place with the most others within an excerpt behind it; the first of several."""
    ordered = sorted(places)
    return max(ordered, key=lambda at: bisect_left(ordered, at + _EXCERPT) - bisect_left(ordered, at), default=None)


def _because(s: Signals) -> tuple[str, ...]:
    """The reasons in words, for people who ask why a passage stands on a page."""
    times = round(math.expm1(s.names))
    reasons = (
        (times == 1, "names it"),
        (times > 1, f"names it {times} times"),
        (s.members > 0, "names what belongs to it"),
        (s.cues + s.phrases > 0, "speaks of it in other words"),
        (s.before > 0, "goes on from a passage that names it"),
        (s.standing > 1.0, "shares the words of its note"),
    )
    return tuple(words for holds, words in reasons if holds)
