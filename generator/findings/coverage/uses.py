"""Which findings use which passages, and for which words: the one place that says so. A new finding adds its case here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.found import (
    ELSEWHERE,
    Acronym,
    Citation,
    Definition,
    Disagreement,
    Evidence,
    Grade,
    How,
    Listing,
    Observation,
    Origin,
    Prediction,
    Quote,
    Trace,
    Use,
)  # fmt: skip
from generator.model import Mention, PassageId

Finding = Acronym | Citation | Definition | Disagreement | Evidence | Listing | Observation | Origin | Prediction | Quote
Mentions = Mapping[PassageId, tuple[Mention, ...]]


def uses(findings: Iterable[Finding], mentions: Mentions) -> Mapping[PassageId, tuple[Use, ...]]:
    """The uses of each passage that has any, in the order of `findings` (evidence: the strongest first). Mishearings are mentions."""
    given = [pair for finding in findings for pair in _of(finding, mentions)]
    given += [(p, Use(How.MISHEARS, m.concept, m.start, m.end)) for p, named in mentions.items() for m in named if m.misheard]
    found: dict[PassageId, list[Use]] = {}
    ranks: Counter[tuple[str, How, str]] = Counter()
    for passage, use in dict.fromkeys(given):
        like = (passage.partition("#")[0], use.how, use.of)
        found.setdefault(passage, []).append(use._replace(rank=ranks[like]))
        ranks[like] += 1
    return {passage: tuple(each) for passage, each in found.items()}


def _of(finding: Finding, mentions: Mentions) -> Iterator[tuple[PassageId, Use]]:
    match finding:
        case Citation():
            yield from ((place.passage, Use(How.CITED, finding.page, place.start, place.end)) for place in finding.places)
        case Disagreement():
            yield from ((side.passage, Use(How.DIFFERS, finding.about, side.start, side.end)) for side in finding.sides)
        case Listing():
            yield from ((tick.passage, Use(How.LISTS, finding.concept, tick.start, tick.end)) for tick in finding.ticks)
        case Prediction():
            yield finding.passage, Use(How.FORETELLS, "", finding.start, finding.end)
        case Quote():
            yield finding.passage, Use(How.QUOTES, "", finding.start, finding.end)
            for trace in (*finding.traces, *((finding.nearest,) if finding.nearest else ())):
                yield from _said(trace)
        case Definition():
            yield finding.passage, Use(How.DEFINES, finding.concept or finding.term, finding.start, finding.end)
        case Acronym():
            spots = [finding.long_at, finding.long_at + len(finding.long)]
            spots += [finding.short_at, finding.short_at + len(finding.short)] if finding.short_at != ELSEWHERE else []
            yield finding.passage, Use(How.SPELLS, finding.concept or finding.short, min(spots), max(spots))
        case Observation():
            yield finding.passage, Use(How.MEASURES, "", finding.start, finding.end)
        case Origin():
            yield from ((passage, Use(How.SHOWS_ORIGIN, finding.id, 0, 0)) for passage in finding.passages)
        case Evidence():
            at = _focus(finding, mentions)
            yield finding.passage, Use(How.CENTRAL if finding.grade is Grade.CENTRAL else How.SUPPORTS, finding.concept, at, at)


def _said(trace: Trace) -> Iterator[tuple[PassageId, Use]]:
    """The stretch that a quotation was traced to begins within its first passage and runs on from the beginning of the others."""
    length = sum(len(run.said) + 1 for run in trace.runs)
    yield trace.passages[0], Use(How.SAID, "", trace.start, trace.start + length)
    yield from ((passage, Use(How.SAID, "", 0, 0)) for passage in trace.passages[1:])


def _focus(evidence: Evidence, mentions: Mentions) -> int:
    """Where the passage speaks of the concept most; else where it names it; else its beginning."""
    named = (m.start for m in mentions.get(evidence.passage, ()) if m.concept == evidence.concept)
    return evidence.focus if evidence.focus is not None else next(named, 0)
