"""One measure, and different values for it in different sources. Measures nothing itself and charts nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.findings.disagreements.parallel import parallel, turn
from generator.findings.disagreements.sides import disagreement
from generator.findings.origins.declared import families
from generator.found import Bearing, Difference, Disagreement, Observation, Side
from generator.model import Passage, PassageId, SeedId, Vocabulary
from generator.text import sentence_at

#: Measures that say too little to be of one thing in two sources.
_NOBODYS = frozenset({"", "horizon", "time taken", "time", "size"})
_WISH = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|wants?|wish(?:es)?|goals?|targets?|will|would|could|might|should|if|"
    r"next (?:year|month|week|season|spring|summer|autumn|winter|time)|suppose|imagine|say)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
#: What is said to be about so much may be off by this share.
_ABOUT = 0.1


class _Value(NamedTuple):
    """A value where it stands."""

    source: SeedId
    passage: Passage
    said: Observation


def values(
    observed: Iterable[Observation], passages: Mapping[PassageId, Passage], origin_of: Mapping[SeedId, SeedId], vocabulary: Vocabulary
) -> tuple[Disagreement, ...]:  # fmt: skip
    """The measures for which sources give different values, beyond rounding; in order of their first value.

    Two values are of one thing where statements that tell the same give them (`parallel`), or sources of their own that state the same
    date, subject and measure; a value within the other's range agrees with it. A source that gives several values for one thing leaves
    open which is meant, and is left out.
    """
    usable = [_Value(passages[o.passage].source, passages[o.passage], o) for o in observed]
    usable = [value for value in usable if value.said.measured or not _hoped(value)]
    comparable = [*_retold(usable, passages, origin_of), *_dated(usable, origin_of)]
    found = {d.id: d for family in comparable for d in _differing(family, vocabulary)}
    return tuple(found.values())


def _retold(usable: Sequence[_Value], passages: Mapping[PassageId, Passage], origin_of: Mapping[SeedId, SeedId]) -> list[list[_Value]]:
    """Values that statements which tell the same give for one thing."""
    by_said = {value.said: value for value in usable}
    pairs = parallel(by_said, passages, origin_of, same)
    return [[by_said[said] for said in family] for family in families(pairs)]


def _dated(usable: Iterable[_Value], origin_of: Mapping[SeedId, SeedId]) -> Iterator[list[_Value]]:
    """Values that sources of their own give for one measure of one subject at one date, where none lies in another's range."""
    groups: dict[tuple[object, ...], list[_Value]] = defaultdict(list)
    for value in usable:
        said = value.said
        if said.subject and _DATE.match(said.period) and (said.measured or said.measure not in _NOBODYS):
            measure = said.measured or said.measure
            groups[
                measure, said.unit, said.per, said.bearing, said.change or turn(value.passage.text, said), said.subject, said.period
            ].append(value)
    for group in groups.values():
        times = Counter(origin_of.get(value.source, value.source) for value in group)
        alone = [value for value in group if times[origin_of.get(value.source, value.source)] == 1]
        ranges = [value for value in alone if value.said.low != value.said.high]
        if not any(_within(one.said, other.said) for one in alone for other in ranges if one is not other):
            yield alone


def _hoped(value: _Value) -> bool:
    """Whether a value that is given as a fact stands in a sentence about what is wished or supposed."""
    return value.said.bearing is Bearing.ACTUAL and bool(
        _WISH.search(value.passage.text, *sentence_at(value.passage.text, value.said.start))
    )


def _differing(family: Iterable[_Value], vocabulary: Vocabulary) -> Iterable[Disagreement]:
    """The disagreement of a family, where each source gives one value and not all are the same."""
    by_source: dict[SeedId, list[_Value]] = defaultdict(list)
    for value in family:
        by_source[value.source].append(value)
    single = [found[0] for found in by_source.values() if all(same(found[0].said, other.said) for other in found)]
    if any(not same(single[0].said, other.said) for other in single):
        yield disagreement(
            Difference.VALUES, _about(single, vocabulary), [_side(value) for value in single], concept=single[0].said.measured
        )


def _about(single: Sequence[_Value], vocabulary: Vocabulary) -> str:
    """What values differ about: their measure, whose it is or else the values, and the time that all state."""
    first = single[0].said
    measure = vocabulary.concepts[first.measured].name if first.measured else first.measure
    subject = next((vocabulary.concepts[value.said.subject].name for value in single if value.said.subject), "")
    given = " or ".join(dict.fromkeys(value.said.surface.strip() for value in single))
    period = first.period if {value.said.period for value in single} == {first.period} else ""
    return ", ".join(filter(None, (measure, subject or given, period)))


def same(one: Observation, other: Observation) -> bool:
    """Whether two values, or ranges, are the same as far as both are told: half a unit of the last digit, a tenth of what is "about"."""
    bear = max(_bear(one), _bear(other)) * (1 + 1e-9)
    return abs(one.low - other.low) <= bear and abs(one.high - other.high) <= bear


def _within(one: Observation, other: Observation) -> bool:
    """Whether one value lies in the other's range."""
    bear = max(_bear(one), _bear(other))
    return other.low - bear <= one.low <= one.high <= other.high + bear


def _bear(o: Observation) -> float:
    """How far off a single value may be: a tenth where it is "about" so much, else half a unit of the last digit that it is told to.

    Of a whole number the zeros at its end say nothing, as long as two digits stand before them: 20,000 may be 19,800, 500 not 540.
    """
    digits = _DIGITS.search(o.surface)
    if o.low != o.high or not digits or not (stated := float(digits[0].replace(",", ""))):
        return 0.0
    whole = digits[0].replace(",", "")
    zeros = min(len(whole) - len(whole.rstrip("0")), len(whole) - 2)
    last = 10.0 ** -len(digits[1]) if digits[1] else 10.0**zeros if zeros > 0 else 0.0
    return max(0.5 * last * abs(o.low / stated), _ABOUT * abs(o.low) if o.about else 0.0)


def _side(value: _Value) -> Side:
    """The sentence that states a value, or the cell of a table with the words of its row."""
    said, text = value.said, value.passage.text
    if value.passage.table:
        return Side(said.passage, said.start, said.end, f"{said.subject_words}: {said.surface}".removeprefix(": "), said.surface)
    start, end = sentence_at(text, said.start)
    return Side(said.passage, start, end, text[start:end], said.surface.strip())
