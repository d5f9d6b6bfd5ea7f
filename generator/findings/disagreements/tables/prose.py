"""A sentence beside a table, as arithmetic needs it: its numbers, the rows that it names, directions, and what bars a comparison."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.findings.disagreements.tables.series import Point, Series, bare, half_unit, in_days, keys, resolve, when
from generator.text import CARDINALS, Token, fold, tokens

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "t": 1e12, "tn": 1e12,
           "trillion": 1e12}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.])(?P<money>[$€£¥])?\s?(?P<digits>\d[\d,]*(?:\.\d+)?)(?!\w*-)(?:\s?(?P<scale>k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)\b)?"
    r"(?:\s?(?P<percent>%|percent\b|per cent\b)|[\s-](?P<time>second|minute|hour|day|week|month|quarter|year)s?\b)?",
    re.IGNORECASE,
)
_CARDINALS = {**CARDINALS, "both": 2}
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|approximately|some|nearly|almost|close to|just (?:over|under)|circa|up to)\s*$|~\s*$", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:more than|over|above|at least|exceed\w*|upwards of|no less than)\s*$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under|below|at most|no more than|fewer than|not even)\s*$", re.IGNORECASE)
#: A sentence with one of these does not state what the table can be held against: it asks, supposes, foretells, denies or leaves out.
_BARRED = re.compile(
    r"\?|\b(?:if|would|might|may|could|should|will|expect\w*|forecast\w*|predict\w*|target\w*|aims?|hopes?|unless|no|not|never|hardly|neither|"
    r"nor|nothing|cannot|(?<!without )except\w*|excluding|excludes?|"
    r"apart|aside|outliers?|besides|save for|but for|other than|only|until|"
    r"perhaps|probably|appears?|seems?|claims?|claimed|supposed\w*|myth|contrary|"
    r"wrong\w*|false\w*|adjusted|inflation|real terms|weighted)\b|n't\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:[^:.]{0,40}:\s*)?(?:No|None)\b")
_PART = re.compile(
    r"\b(?:first|last|top|bottom|half|most of|rest|remaining|others?|largest|smallest|biggest|among|within|outside|some|"
    r"several|many|a few|main|early|late|previous|per)\b",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A number of a sentence in plain units (days for durations), its kind, half a unit of its last digit, and how exactly it is meant.

    `sense`: `exact`, `rough`, `more` (a lower limit), `less` (an upper one).
    """

    value: float
    kind: str
    half: float
    sense: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence that stands by a table."""

    text: str
    tokens: tuple[Token, ...]
    numbers: tuple[Number, ...]

    @property
    def denies(self) -> bool:
        """Whether it begins with "no" or "none" and is barred by nothing else: a limit that every row is said to keep."""
        bare_ = _NONE.sub("", self.text, count=1)
        return bare_ != self.text and not _BARRED.search(bare_)

    @property
    def barred(self) -> bool:
        """Whether it says nothing that a table can be held against."""
        return bool(_BARRED.search(self.text))

    @property
    def partial(self) -> bool:
        """Whether it speaks of some rows only."""
        return bool(_PART.search(self.text))


class Conflict(NamedTuple):
    """What a sentence says and the table does not bear out: the measure, the table's own cells, and which of them do not fit (`odd`) where
    others do.
    """

    about: str
    cells: str
    odd: tuple[int, ...] = ()


def sentence(text: str) -> Sentence:
    """Read a sentence. White space and case stay as they are."""
    return Sentence(text, tuple(tokens(text)), tuple(_numbers(text)))


def _numbers(text: str) -> Iterable[Number]:
    for m in _NUMBER.finditer(text):
        kind = "currency" if m["money"] else "percent" if m["percent"] else "duration" if m["time"] else "number"
        if kind == "number" and not m["scale"] and when(m["digits"]) and len(m["digits"]) == 4:
            continue  # a year
        times = _SCALES.get((m["scale"] or "").lower(), 1.0) * (in_days(m["time"].lower()) if m["time"] else 1.0)
        before = text[max(0, m.start() - 24) : m.start()]
        sense = "rough" if _ROUGH.search(before) else "more" if _MORE.search(before) else "less" if _LESS.search(before) else "exact"
        yield Number(float(m["digits"].replace(",", "")) * times, kind, half_unit(m["digits"]) * times, sense, m.start(), m.end())


def named(text: Sentence, points: Sequence[Point]) -> list[Point]:
    """The points whose rows a sentence names, in the sentence's order: by the row's whole name, or by its first word if no other has it."""
    words = [token.folded for token in text.tokens]
    spelled = {point: fold(bare(point.label)).split() for point in points}
    years = [point.when[0] for point in points if point.when]
    firsts = [name[0] for name in spelled.values() if name]
    found: dict[Point, int] = {}
    taken: set[int] = set()
    for point, name in sorted(spelled.items(), key=lambda item: -len(item[1])):
        at = next((i for i in range(len(words) - len(name) + 1) if name and words[i : i + len(name)] == name and i not in taken), None)
        if at is None and point.when and years.count(point.when[0]) == 1 and str(point.when[0]) in words:
            at = words.index(str(point.when[0]))
        if at is not None:
            found[point] = at
            taken |= set(range(at, at + len(name)))
    for point, name in spelled.items():
        if point not in found and name and firsts.count(name[0]) == 1 and len(name[0]) > 2:
            at = next((i for i, word in enumerate(words) if word == name[0] and i not in taken and _capital(text, i)), None)
            if at is not None:
                found[point] = at
    return sorted(found, key=found.__getitem__)


def _capital(text: Sentence, at: int) -> bool:
    return text.text[text.tokens[at].start].isupper()


def spoken_of(text: Sentence, candidates: Sequence[Series], span: tuple[int, int] | None = None) -> Series | None:
    """The series that a sentence, or a stretch of it (characters), speaks of."""
    start, end = span or (0, len(text.text))
    stated = [(n.value, n.kind) for n in text.numbers if start <= n.start and n.end <= end]
    return resolve(keys(text.text[start:end]), stated, candidates)


def counts_all(text: Sentence, rows: int) -> bool:
    """Whether the numbers of things that a sentence speaks of ("the four models") are those of the table's rows."""
    return all(n == rows for n in (_CARDINALS[t.folded] for t in text.tokens if t.folded in _CARDINALS))


def cells(points: Iterable[Point]) -> str:
    """Points as a reader compares them: each with its row's name and its cell as it stands."""
    return " · ".join(f"{bare(point.label)}: {point.text}" for point in points)


def holds(number: Number, actual: float, spread: float = 0.0) -> bool:
    """Whether a stated number is right about an actual value that is known to within `spread`."""
    bear = number.half + spread + 1e-9 * abs(actual)
    if number.sense == "more":
        return actual + bear >= number.value
    if number.sense == "less":
        return actual - bear <= number.value
    return abs(actual - number.value) <= (max(bear, 0.1 * abs(actual)) if number.sense == "rough" else bear)
