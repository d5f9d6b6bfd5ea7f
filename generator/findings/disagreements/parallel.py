"""Statements of two sources that tell one thing, and which of their values stand for each other. Says of no value that it is wrong."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.findings.evidence.profiles import stems
from generator.findings.origins.declared import of_one
from generator.found import Observation
from generator.model import Passage, PassageId, SeedId
from generator.text import singular

#: Two statements share at least nearly as much of what sets statements apart as two words that stand in no other,
_SHARED = 1.8
#: and so much of what sets the shorter one apart: a long sentence tells other things too.
_PART = 0.35
#: However few the statements are, a rare word is one of so many: what stands in both of only two is not what all the world says.
_LEAST = 300
#: A word of more statements than this brings none of them together.
_FREQUENT = 24
#: So many telling words before a value, or after it, say what it is of.
_NEAR = 3
#: Names and acronyms. The first word of a sentence has a capital too.
_CAPITAL = re.compile(r"(?<=[\w,;:’”\")] )[A-ZÀ-Þ][\w’'-]*")
_NAMED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*")
_SIGNS = {
    "kwh": "kilowatt hour", "mwh": "megawatt hour", "gwh": "gigawatt hour", "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt",
    "km": "kilometer", "kg": "kilogram", "ms": "millisecond",
}  # fmt: skip
#: What is counted says itself what the number is of: 340 visitors. Money, shares and multiples do not, nor does what is measured.
_MEASURES = re.compile(
    r"[A-Z]{3}|%|x|to one|percentage points?|(?:second|minute|hour|day|week|month|quarter|year|decade|degree|ton|tonne|celsius|fahrenheit|"
    r"acre|hectare|barrel|point|\w*(?:watt|watt hour|meter|metre|gram|kilo|mile|inch|litre|liter|byte|hertz|volt|second))s?"
)

Pair = tuple[Observation, Observation]


class _Statement(NamedTuple):
    """A sentence, or a cell with its row and column: its values, what it tells beside them, and what of that is a name or a figure."""

    source: SeedId
    text: str
    values: tuple[Observation, ...]
    told: frozenset[str]
    particular: frozenset[str]


def parallel(
    values: Iterable[Observation],
    passages: Mapping[PassageId, Passage],
    related: Mapping[SeedId, SeedId],
    same: Callable[[Observation, Observation], bool],
) -> Iterator[Pair]:  # fmt: skip
    """Pairs of values that two sources give for one thing, equal (`same`) or not: they stand in statements that tell the same.

    Two statements tell the same if they share most of their rare words and each is, of its source, the one most like the other. Sources
    on one event (`related`: the one that stands for each of its group) need no more; others must share a name or a figure. Of the values
    of one unit only one may be left on each side when those that agree are taken away, and words near it must be shared.
    """
    statements = _statements(values, passages)
    for one, other in _alike(statements, related):
        yield from _paired(one, other, same)


def _statements(values: Iterable[Observation], passages: Mapping[PassageId, Passage]) -> list[_Statement]:
    """The values by what they stand in; what words tell is told by few of them."""
    together: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for value in values:
        together[value.passage, value.sentence, value.row, value.column].append(value)
    made = [_statement(passages[found[0].passage], found) for found in together.values()]
    spread = Counter(word for statement in made for word in statement.told)
    frequent = {word for word, times in spread.items() if times > _FREQUENT}
    return [s._replace(told=s.told - frequent, particular=s.particular - frequent) for s in made]


def _statement(passage: Passage, values: Sequence[Observation]) -> _Statement:
    first, text = values[0], passage.text
    own = set(stems(" ".join(f"{v.unit} {v.per}" for v in values)))
    beside = "" if first.row is not None else _without(text, first.sentence, values)
    words = stems(" ".join((beside, *(f"{v.measure} {v.subject_words}" for v in values))))
    figures = frozenset(f"={v.low:g}" for v in values if v.low == v.high)
    told = frozenset(word for word in words if not word.isdigit() and word not in own)
    names = frozenset(stems(" ".join(_CAPITAL.findall(beside)) + " " + first.subject_words))
    return _Statement(passage.source, text, tuple(values), told | figures, figures | told & names)


def _without(text: str, span: tuple[int, int], values: Iterable[Observation]) -> str:
    """A sentence without the words of its values."""
    start, end = span
    for value in sorted(values, reverse=True):
        if start <= value.start and value.end <= end:
            text, end = f"{text[: value.start]} {text[value.end :]}", end - (value.end - value.start) + 1
    return text[start:end]


def _alike(statements: Sequence[_Statement], related: Mapping[SeedId, SeedId]) -> Iterator[tuple[_Statement, _Statement]]:
    """The pairs that tell the same, each the other's nearest in its source."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, statement in enumerate(statements):
        for word in sorted(statement.told):
            holders[word].append(n)
    rarest = math.log(1 + max(_LEAST, len(statements)))
    weight = {word: 1 - math.log(len(found)) / rarest for word, found in holders.items()}
    shared: Counter[tuple[int, int]] = Counter()
    for word, found in holders.items():
        for one, other in combinations(found, 2):
            if statements[one].source != statements[other].source:
                shared[one, other] += weight[word]  # type: ignore[assignment]  # a Counter adds fractions as well
    nearest: dict[tuple[int, SeedId], tuple[float, int]] = {}
    for (one, other), much in shared.items():
        for this, that in ((one, other), (other, one)):
            key = this, statements[that].source
            nearest[key] = max(nearest.get(key, (0.0, 0)), (much, -that))
    for (one, other), much in shared.items():
        a, b = statements[one], statements[other]
        if nearest[one, b.source][1] == -other and nearest[other, a.source][1] == -one:
            whole = min(sum(weight[word] for word in s.told) for s in (a, b))
            tied = of_one(related, a.source, b.source)
            named = a.particular & b.told or b.particular & a.told
            if much >= max(_SHARED, _PART * whole) and (tied or named):
                yield a, b


def _paired(one: _Statement, other: _Statement, same: Callable[[Observation, Observation], bool]) -> Iterator[Pair]:
    """The values of two statements that stand for each other."""
    equal = [(a, b) for a in one.values for b in other.values if _agree_in_unit(a, b) and same(a, b)]
    yield from equal
    ours, theirs = ([v for v in s.values if v not in {pair[side] for pair in equal}] for side, s in enumerate((one, other)))
    for kind in dict.fromkeys(_kind(value, one) for value in ours):
        left, right = ([v for v in values if _kind(v, s) == kind] for values, s in ((ours, one), (theirs, other)))
        anchored = any(a.unit == left[0].unit for a, _ in equal)
        if len(left) == len(right) == 1 and _in_time(left[0], right[0]) and (anchored or _same_thing(one, left[0], other, right[0])):
            yield left[0], right[0]


def _kind(value: Observation, statement: _Statement) -> tuple[object, ...]:
    """What two values have in common that may stand for each other. What something changed from is none of what it changed to."""
    return *_unit(value), value.bearing, "from" in (value.change, turn(statement.text, value)), value.limit


def turn(text: str, value: Observation) -> str:
    """The side of a change that a value of a text stands for by the word before it: "from 30 percent", "to 12 percent"."""
    before = text[: value.start].rstrip().rpartition(" ")[2].lower()
    return before if before in ("from", "to") else ""


def _agree_in_unit(a: Observation, b: Observation) -> bool:
    """Whether two values may be one: the unit is the same, or one of the sources leaves it to be understood."""
    return _unit(a) == _unit(b) or not (a.unit and b.unit) or a.unit_told or b.unit_told


def _in_time(a: Observation, b: Observation) -> bool:
    """Whether two values may be of one time, as far as both sources state it."""
    return a.period.startswith(b.period) or b.period.startswith(a.period)


def _unit(value: Observation) -> tuple[str, str]:
    return _plain(value.unit), _plain(value.per)


def _plain(unit: str) -> str:
    """A unit in one of its spellings."""
    words = " ".join(singular(word) for word in unit.lower().split())
    return _SIGNS.get(words, words)


def _same_thing(one: _Statement, a: Observation, other: _Statement, b: Observation) -> bool:
    """Whether the words near two values say that they are of the same: for a share what it is a share of, else what leads up to it."""
    if not _MEASURES.fullmatch(a.unit):
        return True
    (before, after), (before_, after_) = _near(one, a), _near(other, b)
    if a.unit == "%" and after and after_:
        wholes = [set(stems(v.measure.removeprefix("share of "))) for v in (a, b) if v.measure]
        return bool(after & after_) and (len(wholes) < 2 or bool(wholes[0] & wholes[1]))
    leads, leads_ = before or after, before_ or after_
    return bool(leads & (leads_ | after_) or leads_ & (leads | after))


def _near(statement: _Statement, value: Observation) -> tuple[set[str], set[str]]:
    """The nearest telling words before a value and after it, names apart, as far as its sentence goes; of a cell those of its column."""
    if value.row is not None:
        return set(stems(value.measure)), set()
    start, end = value.sentence
    unit = set(stems(f"{value.unit} {value.per}"))
    before, after = (_NAMED.sub("", statement.text[a:b]) for a, b in ((start, value.start), (value.end, end)))
    leading, following = ([word for word in stems(words) if word not in unit] for words in (before, after))
    return {*leading[-_NEAR:], *stems(value.measure)}, set(following[:_NEAR])
