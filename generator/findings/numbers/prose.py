"""The numbers of a passage of prose, sentence by sentence: each quantity with what it measures, whose it is, when, and how it is meant."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.findings.numbers.bare import LAST
from generator.findings.numbers.context import Context, who
from generator.findings.numbers.currencies import in_currency, only_currency
from generator.findings.numbers.frames import frame
from generator.findings.numbers.measures import measure
from generator.findings.numbers.periods import bearing, period
from generator.findings.numbers.pieces import pieces
from generator.findings.numbers.quantities import quantities
from generator.findings.numbers.quantity import Quantity
from generator.findings.numbers.subjects import Spans, carries_on, owners, somebodys, subject
from generator.findings.numbers.units import TIMES
from generator.found import Observation
from generator.model import ConceptId, ConceptKind, Document, Mention, Passage, Role

#: A label of a trend that begins so close behind a quantity still says what it measures ("4,000-token context").
_REACH = 16
#: Frames that say what a time measures better than any noun does.
_FRAMES = frozenset({"horizon", "experience", "time taken"})
#: Units of which nobody knows what they mean without a measure.
_SPEAK_FOR_NOTHING = frozenset({"x", "to one", ""})
#: Kinds whose names have numbers in them; a label of the others may hold a quantity's own words.
_NO_NAMES = frozenset({ConceptKind.TREND, ConceptKind.TOPIC, ConceptKind.TERM})
_RATE = re.compile(rf"\b(?:every|each|per)(?: single)? (?P<time>{'|'.join(sorted(TIMES))})\b", re.IGNORECASE)
_ALMOST = r"(?: by)?(?: (?:about|around|roughly|nearly|almost|some|only|just|over|under|up to))* \Z"
_RISE = re.compile(
    rf"\b(?:rose|rises|risen|grew|grows|grown|increased|(?:went|gone|goes) up|jumped|climbed|gained){_ALMOST}", re.IGNORECASE
)
_FALL = re.compile(
    rf"\b(?:fell|falls|fallen|dropped|drops|shrank|decreased|(?:went|gone|goes) down|declined|cut|lost){_ALMOST}", re.IGNORECASE
)
#: A question; one that only asks for assent is none.
_OWN_LENGTH = re.compile(r"\A\W*(?:length|duration|running time|reading time|listening time)\b|\bmin(?:ute)?s?[- ]read\b", re.IGNORECASE)
_ASKED = re.compile(r"(?<!, right)(?<!, yeah)(?<!, no)\?[\"'”’) ]*\Z")
_NEAR = 40
#: So large a number speaks for itself, also where neither unit nor measure is said.
_LARGE = 1000


def of_prose(
    document: Document, passage: Passage, context: Context, currency: str, near: Quantity | None = None
) -> tuple[list[Observation], Quantity | None]:
    """The observations of a passage, and the last quantity in it. `currency`: the only one that its source uses, for cents; empty: none is.
    `near`: the last quantity before the passage."""
    currency = only_currency(passage.text) or currency
    found: list[Observation] = []
    spans = Spans(None, (0, 0))
    last: Quantity | None = None
    since = 0
    for span in pieces(passage.text):
        spans = Spans(spans.own if spans.own[1] else None, span)
        here = (
            []
            if _ASKED.search(passage.text[slice(*span)]) or _OWN_LENGTH.search(passage.text[slice(*span)])
            else quantities(passage.text, *span, last if carries_on(passage.text, span[0]) else None, last or near)
        )
        found += _of_sentence(document, passage, spans, here, context, currency, found)
        last, since = (here[-1], 0) if here else (last, since + 1)
        if since == _LEANS:
            last = near = None
    return found, last or near


def _of_sentence(
    document: Document,
    passage: Passage,
    spans: Spans,
    here: Sequence[Quantity],
    context: Context,
    currency: str,
    before: Sequence[Observation],
) -> list[Observation]:
    since = (spans.before or spans.own)[0]
    mentions = _within(context.mentions.get(passage.id, ()), since, spans.own[1])
    recent = [o for o in before[-_FEW:] if o.start >= since]
    found: list[Observation] = []
    for q in here:
        made = _observed(document, passage, spans, q, context, mentions)
        if made:
            found.append(_carried(passage.text, spans, in_currency(made, currency), q, [*recent, *found]))
    return [_changed(passage.text, o) for o in found if o.measure or o.unit not in _SPEAK_FOR_NOTHING or o.high >= _LARGE]


#: After so many sentences without a number nothing is left that one could lean on.
_LEANS = 2
#: So many numbers back a sentence may lean on the one before.
_FEW = 12


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in a span, of mentions in their order."""
    return mentions[bisect_left(mentions, start, key=lambda m: m.start) : bisect_left(mentions, end, key=lambda m: m.start)]


def _observed(
    document: Document, passage: Passage, spans: Spans, q: Quantity, context: Context, mentions: Sequence[Mention]
) -> Observation | None:
    """An observation of a quantity of prose; None for a time that is said in passing, and for the digits of a name."""
    text, (start, end) = passage.text, spans.own
    foretold = passage.role is Role.PREDICTION
    framed = frame(text, spans.own, q, foretold=foretold) if q.kind == "time" else ""
    if (q.kind == "time" and not framed) or _in_a_name(q, mentions, context):
        return None
    how = bearing(text, start, (q.start, q.end), end, foretold=foretold or framed == "horizon")
    trend = _trend(passage, q, context)
    what = context.concepts[trend].name if trend else framed if framed in _FRAMES else measure(text, start, end, q)
    return Observation(
        passage=passage.id,
        start=q.start,
        end=q.end,
        surface=text[q.start : q.end],
        low=q.low,
        high=q.high,
        unit=q.unit,
        per=q.per or _rate(text, spans.own, q),
        measure=what or framed,
        measured=trend,
        subject=subject(text, spans, q, owners(mentions, context.concepts, document.publisher)),
        period="" if framed == "horizon" else period(text, start, q.start, end, date=document.date, bearing=how),
        who=who(document, passage),
        bearing=how,
        change=q.change,
        about=q.about,
        limit=q.limit,
        sentence=spans.own,
    )


def _changed(text: str, o: Observation) -> Observation:
    """A share that something rose or fell by is a change of it, with its sign."""
    before = text[max(0, o.start - _NEAR) : o.start]
    rise, fall = _RISE.search(before), _FALL.search(before)
    if o.unit not in {"%", "percentage points"} or o.change or not (rise or fall):
        return o
    low, high = (o.low, o.high) if rise else (-o.high, -o.low)
    return replace(o, low=low, high=high, measure=f"change of {o.measure}" if o.measure else "change")


def _in_a_name(q: Quantity, mentions: Sequence[Mention], context: Context) -> bool:
    """Whether the number itself is part of a name that the vocabulary knows."""
    return any(m.start <= q.start < m.end and context.concepts[m.concept].kind not in _NO_NAMES for m in mentions)


def _trend(passage: Passage, q: Quantity, context: Context) -> ConceptId | None:
    """The trend whose labels or cues the quantity's own words are, if the passage is about it: a label before a cue, a longer one first."""
    if q.kind not in {"money", "hard", "bare"}:
        return None
    trends = context.trends.get(passage.id, frozenset())
    for spots in (context.mentions, context.cues):
        near = _within(spots.get(passage.id, ()), q.start - _REACH * 2, q.end + _REACH)
        own = [m for m in near if m.concept in trends and m.end > q.start and not passage.text[q.end : m.start].strip()]
        if own:
            return max(own, key=lambda m: (m.end - m.start, m.concept)).concept
    return None


def _rate(text: str, span: tuple[int, int], q: Quantity) -> str:
    """The time by which a multiple is counted elsewhere in its sentence: "every single year … by five to ten times"."""
    counted = _RATE.search(text, *span) if q.kind == "times" else None
    return counted["time"].lower() if counted else ""


def _carried(text: str, spans: Spans, made: Observation, q: Quantity, before: Sequence[Observation]) -> Observation:
    """With what the words leave to an earlier number: "It cost $20 per million tokens. Today it is $2, and soon perhaps $1."."""
    if q.like == LAST and before:
        return replace(made, measure=before[-1].measure, measured=before[-1].measured, subject=before[-1].subject)
    if q.like >= 0:
        model = next((o for o in before if o.start == q.like), None)
        return replace(made, measure=model.measure, measured=model.measured, subject=model.subject) if model else made
    own = [o for o in before if o.start >= spans.own[0]]
    earlier = [o for o in before if spans.before and o.start >= spans.before[0]] if carries_on(text, spans.own[0]) else own
    model = next((o for o in reversed(earlier) if o.unit == made.unit), None)
    if model is None:
        return made
    if not made.per and model.per not in {"", *TIMES} and made.unit not in {"%", "x"} and not made.measured:
        made = replace(made, per=model.per, measure=model.measure, measured=model.measured)
    same = (made.measured, made.measure, made.per) == (model.measured, model.measure, model.per)
    known = made.subject is not None or somebodys(text, q, spans.own[1])
    return replace(made, subject=model.subject) if same and not known else made
