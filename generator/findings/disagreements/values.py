"""One measure, and different values for it in different sources. Measures nothing itself and charts nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.findings.disagreements.sides import disagreement
from generator.findings.evidence.profiles import stems
from generator.found import Bearing, Difference, Disagreement, Observation, Side
from generator.model import ConceptId, Passage, PassageId, SeedId, Vocabulary
from generator.text import sentences

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
_NUMBER = re.compile(r"\d{1,3}(?:, ?\d{3})+|\d+(?:\.\d+)?")
#: Two sentences that share so much beside the measure tell one thing: two words, or one number.
_ALIKE = 2


class _Of(NamedTuple):
    """What a value is of: the trend, or the last word of its measure, which says what the words before it only narrow down."""

    measure: str
    unit: str
    per: str
    bearing: Bearing
    change: str


class _Value(NamedTuple):
    """A value where it stands."""

    source: SeedId
    passage: Passage
    said: Observation


def values(
    observed: Iterable[Observation], passages: Mapping[PassageId, Passage], origin_of: Mapping[SeedId, SeedId], vocabulary: Vocabulary
) -> tuple[Disagreement, ...]:  # fmt: skip
    """The measures for which sources give different values, beyond rounding; in order of their first value.

    Sources on one event (`origin_of`: the one that stands for each of its group) must give the same value, or range, of the same side of a
    change at the same time, where they tell it in sentences that have more in common. Other sources only where both state the same date
    and subject; and a value within the other's range agrees with it. A source that gives several values for what it measures leaves open
    which one is meant, and is left out.
    """
    groups: dict[_Of, list[_Value]] = defaultdict(list)
    for o in observed:
        value = _Value(passages[o.passage].source, passages[o.passage], o)
        if o.measured or (o.measure not in _NOBODYS and not _hoped(value)):
            head = o.measured or o.measure.split()[-1]
            groups[_Of(head, o.unit, o.per, o.bearing, o.change or _turn(value))].append(value)
    made: list[Disagreement] = []
    for group in groups.values():
        for family in _families(group, origin_of):
            made += _differing(family, vocabulary)
    return tuple(made)


def _families(group: Sequence[_Value], origin_of: Mapping[SeedId, SeedId]) -> Iterable[list[_Value]]:
    """Values that must agree: of one event and time, or of one date and subject in sources of their own."""
    related: dict[tuple[object, ...], list[_Value]] = defaultdict(list)
    dated: dict[tuple[object, ...], list[_Value]] = defaultdict(list)
    for value in group:
        said = value.said
        if value.source in origin_of:
            related[origin_of[value.source], said.period].append(value)
        if said.subject and _DATE.match(said.period):
            dated[said.subject, said.period, said.measured or said.measure].append(value)
    for family in related.values():
        if len({value.said.subject for value in family} - {None}) < 2 and _retold(family):
            yield family
    for family in dated.values():
        times = Counter(origin_of.get(value.source, value.source) for value in family)
        alone = [value for value in family if times[origin_of.get(value.source, value.source)] == 1]
        ranges = [value for value in alone if value.said.low != value.said.high]
        if not any(_within(one.said, other.said) for one in alone for other in ranges if one is not other):
            yield alone


def _turn(value: _Value) -> str:
    """The side of a change that a value stands for by the word before it: "from 30 percent", "to 12 percent"."""
    before = value.passage.text[: value.said.start].rstrip().rpartition(" ")[2].lower()
    return before if before in ("from", "to") else ""


def _hoped(value: _Value) -> bool:
    """Whether a value that is given as a fact stands in a sentence about what is wished or supposed."""
    return value.said.bearing is Bearing.ACTUAL and bool(_WISH.search(value.passage.text, *_sentence(value)))


def _retold(family: Sequence[_Value]) -> bool:
    """Whether the sentences of values tell one thing: each shares with the first a number, or words beside those of the measure."""
    first, *others = (_told(value) for value in family)
    return all(len(first & other) >= _ALIKE for other in others)


def _told(value: _Value) -> set[str]:
    """What is told beside a value, its unit and its measure: stems, and numbers, also of the next sentence; long ones count twice."""
    said = value.said
    start, end = _sentence(value)
    text = value.passage.text[start : said.start] + " " + value.passage.text[said.end : end]
    after = next((b for a, b in sentences(value.passage.text) if a >= end), end)
    numbers = {n.replace(",", "").replace(" ", "") for n in _NUMBER.findall(text + value.passage.text[end:after])}
    known = set(stems(f"{said.surface} {said.unit} {said.per} {said.measure}"))
    return {s for s in stems(text) if s not in known and not s.isdigit()} | numbers | {f"{n} again" for n in numbers if len(n) > 2}


def _sentence(value: _Value) -> tuple[int, int]:
    text = value.passage.text
    return next(((a, b) for a, b in sentences(text) if a <= value.said.start < b), (0, len(text)))


def _differing(family: Iterable[_Value], vocabulary: Vocabulary) -> Iterable[Disagreement]:
    """The disagreement of a family, where each source gives one value and not all are the same."""
    by_source: dict[SeedId, list[_Value]] = defaultdict(list)
    for value in family:
        by_source[value.source].append(value)
    single = [found[0] for found in by_source.values() if all(same(found[0].said, other.said) for other in found)]
    if any(not same(single[0].said, other.said) for other in single):
        first = single[0].said
        about = ", ".join(filter(None, (_measure(first, vocabulary), _subject(single, vocabulary), first.period)))
        yield disagreement(Difference.VALUES, about, [_side(value) for value in single], concept=first.measured)


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


def _measure(o: Observation, vocabulary: Vocabulary) -> str:
    return vocabulary.concepts[o.measured].name if o.measured else o.measure


def _subject(single: Iterable[_Value], vocabulary: Vocabulary) -> str:
    subject: ConceptId | None = next((value.said.subject for value in single if value.said.subject), None)
    return vocabulary.concepts[subject].name if subject else ""


def _side(value: _Value) -> Side:
    """The sentence that states a value, or the cell of a table with the words of its row."""
    said, text = value.said, value.passage.text
    if value.passage.table:
        return Side(said.passage, said.start, said.end, f"{said.subject_words}: {said.surface}".removeprefix(": "), said.surface)
    start, end = _sentence(value)
    return Side(said.passage, start, end, text[start:end], said.surface.strip())
