"""Quotations that their source does not bear out: altered in substance, joined across speakers or places, not there. Traces nothing."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from generator.findings.disagreements.sides import disagreement
from generator.findings.quotes.words import COMMON, alike, is_number, words
from generator.found import Difference, Disagreement, Match, Quote, Run, Side, Trace
from generator.model import Passage, PassageId
from generator.text import singular

_ELLIPSIS = re.compile(r"\.{3,}|…|\[\.{2,}\]|\. \. \.")
_NEGATION = re.compile(r"n't$|^(?:no|not|non|never|nor|neither|cannot|without|hardly|nobody|nothing|none)$")
#: Words that are said for the sake of talking; to leave them out or to put them in changes nothing.
_FILLERS = frozenset(
    "basically literally actually really obviously honestly frankly simply well maybe yeah yes okay ok mean guess say said says saying "
    "anyway course sure exactly totally definitely quite rather pretty single whole entire very stuff guys".split()
)
#: Words that point to the time of speaking; left out or put in they change nothing, in the place of one another they do.
_DEICTIC = frozenset("today tonight yesterday week month year day morning moment now currently".split())
_CONTRACTED = ("'s", "'re", "'ll", "'ve", "'d", "'m")
#: Verbs whose forms endings do not tell; a quotation in another tense is none that is wrong.
_VERBS = (
    "pay paid", "say said", "make made", "sell sold", "buy bought", "think thought", "go went gone", "take took taken", "give gave given",
    "see saw seen", "know knew known", "come came", "find found", "tell told", "leave left", "keep kept", "run ran", "lose lost",
    "write wrote written", "build built", "mean meant", "spend spent", "bring brought", "feel felt", "hold held", "stand stood",
    "begin began begun", "grow grew grown", "break broke broken", "speak spoke spoken", "rise rose risen", "fall fell fallen",
    "send sent", "teach taught", "win won", "meet met", "hear heard", "become became",
)  # fmt: skip
_FORMS = {form: verbs.split()[0] for verbs in _VERBS for form in verbs.split()}
_ENDINGS = ("ing", "ed", "ly", "es", "s", "d", "er")


def misquoted(quotes: Iterable[Quote], passages: Mapping[PassageId, Passage]) -> tuple[Disagreement, ...]:
    """The quotations, in order, whose words or whose joins differ from what was said in a way that matters; each beside what was said.

    One that is not found counts only where its source must have it, and stands beside the nearest words there, or alone.
    """
    made = []
    for quote in quotes:
        missing = quote.match is Match.NOT_FOUND and bool(quote.against)
        if missing or wrong(quote, passages):
            traces = quote.traces or ((quote.nearest,) if quote.nearest else ())
            words_ = quote.text.strip().rstrip(",")
            quoted = Side(quote.passage, quote.start, quote.end, words_, "quoted")
            made.append(disagreement(Difference.QUOTATION, words_, (quoted, *_once(_said(trace, passages) for trace in traces))))
    return tuple(made)


def wrong(quote: Quote, passages: Mapping[PassageId, Passage]) -> bool:
    """Whether a quotation that was found says something else than its source."""
    if quote.match is Match.ALTERED:
        return any(matters(run) for trace in quote.traces for run in trace.runs)
    return quote.match is Match.SPLICED and (_two_voices(quote, passages) or _unmarked(quote, passages) or _altered_part(quote))


def matters(run: Run) -> bool:
    """Whether a difference is one of substance: a number, a negation, a word that carries meaning; not spelling, ending or filler."""
    if run.pair in ("same", "heard"):
        return False
    quoted, said = _keys(run.quoted), _keys(run.said)
    if bool(_negated(quoted)) != bool(_negated(said)):
        return True
    if not run.quoted or not run.said:
        quoted, said = quoted - _DEICTIC, said - _DEICTIC
    return not (_within(quoted - said, said) and _within(said - quoted, quoted))


def _keys(text: str) -> set[str]:
    """The words that can matter: without the ends of contractions ("you'll" is "you")."""
    keys = (word.key for word in words(text))
    return {next((key.removesuffix(end) for end in _CONTRACTED if key.endswith(end)), key) for key in keys}


def _negated(keys: set[str]) -> set[str]:
    return {key for key in keys if _NEGATION.search(key)}


def _within(extra: set[str], others: set[str]) -> bool:
    """Whether words add nothing to others: function words, fillers, or another form of a word that is there."""
    return all(_light(key) or any(_form(key) == _form(other) or alike(key, other) for other in others) for key in extra)


def _light(key: str) -> bool:
    return not is_number(key) and (key in COMMON or key in _FILLERS or bool(_NEGATION.search(key)))


def _form(word: str) -> str:
    """A word without its ending, a verb as its infinitive."""
    base = _FORMS.get(word) or singular(word)
    return next((base.removesuffix(e) for e in _ENDINGS if base.endswith(e) and len(base) > len(e) + 3), base)


def _two_voices(quote: Quote, passages: Mapping[PassageId, Passage]) -> bool:
    """Whether words of more than one person stand in one pair of quotation marks."""
    return len({passages[id].speaker for trace in quote.traces for id in trace.speakers}) > 1


def _unmarked(quote: Quote, passages: Mapping[PassageId, Passage]) -> bool:
    """Whether parts are joined without a mark of what was left out, or stand in another order than they were said, or in two sources."""
    marks = len(_ELLIPSIS.findall(quote.text.strip().strip(".…")))
    places = [(passages[t.passages[0]].source, passages[t.passages[0]].lines.first, t.start) for t in quote.traces]
    backwards = any(one[0] != other[0] or one[1:] > other[1:] for one, other in pairwise(places))
    return backwards or marks < len(quote.traces) - 1


def _altered_part(quote: Quote) -> bool:
    return any(matters(run) for trace in quote.traces for run in trace.runs)


def _said(trace: Trace, passages: Mapping[PassageId, Passage]) -> Side:
    """What was said at a place, in one side."""
    first = passages[trace.passages[0]]
    says = " ".join(filter(None, (run.said for run in trace.runs)))
    return Side(first.id, trace.start, min(len(first.text), trace.start + len(says)), says, "said")


def _once(sides: Iterable[Side]) -> list[Side]:
    """Parts in one passage are one side."""
    made: list[Side] = []
    for side in sides:
        if made and made[-1].passage == side.passage:
            last = made.pop()
            side = Side(side.passage, min(last.start, side.start), max(last.end, side.end), f"{last.says} … {side.says}", "said")
        made.append(side)
    return made
