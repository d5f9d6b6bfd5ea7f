"""Quoted words held against a run of said ones: the best place, and word by word what is the same, changed, left out, put in.

The place is where the quotation's rare words crowd; there a fitting alignment (Smith and Waterman 1981, the whole quotation against any
part of the window) pairs the words. No text, no passage.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from generator.findings.quotes.speech import Speech, rarity
from generator.findings.quotes.words import COMMON, alike


class Pair(StrEnum):
    """How a quoted and a said word go together."""

    SAME = "same"
    HEARD = "heard"
    CHANGED = "changed"
    LEFT_OUT = "left out"
    PUT_IN = "put in"


class Step(NamedTuple):
    """One pair: index of the quoted word, position of the said one (-1: none on that side)."""

    pair: Pair
    quoted: int
    said: int


class Alignment(NamedTuple):
    """The best way to lay a quotation over a run: its steps and how much of the quotation's weight is found, 0 to 1."""

    steps: tuple[Step, ...]
    share: float

    @property
    def first(self) -> int:
        """Position of the first said word that is quoted."""
        return next(s.said for s in self.steps if s.said >= 0)

    @property
    def last(self) -> int:
        """Position of the last said word that is quoted."""
        return next(s.said for s in reversed(self.steps) if s.said >= 0)


#: Scores of the alignment: a word of content is worth more than a function word; leaving out costs less than changing, because whoever
#: quotes speech leaves out more than they change.
_CONTENT, _FUNCTION, _HEARD = 3.0, 1.5, 0.7
_CHANGED, _PUT_IN, _LEFT_OUT = -1.5, -1.6, -0.5
#: Windows that are tried in each run, and how much longer than the quotation they are.
_WINDOWS = 3
_LONGER, _MORE = 1.6, 14
#: What speakers say while they look for words. Not "sort of" and the like, which say how sure they are.
_FILLING = frozenset({("you", "know"), ("i", "mean")})
#: A word in more places of a run than this says nothing about where.
_EVERYWHERE = 120


def best(quoted: Sequence[str], run: Speech, near: int | None = None, *, behind: int = 0) -> Alignment | None:
    """The best alignment of a quotation in a run from position `behind` on; of equals the one that is next to `near`, or the first.

    None where nothing is alike.
    """
    found = [a for first, last in _windows(quoted, run, near, behind) if (a := align(quoted, run, first, last)) is not None]
    return max(found, key=lambda a: (round(a.share, 3), -_gaps(a), -abs(a.first - (near or 0))), default=None)


def _gaps(alignment: Alignment) -> int:
    return sum(s.pair is not Pair.SAME for s in alignment.steps)


def _windows(quoted: Sequence[str], run: Speech, near: int | None, behind: int) -> list[tuple[int, int]]:
    """Stretches of the run where most of the quotation's telling words stand together."""
    length = int(len(quoted) * _LONGER) + _MORE
    telling = [(i, run.where.get(key, ())) for i, key in enumerate(quoted)]
    hits = sorted((at, i) for i, places in telling if len(places) <= _EVERYWHERE for at in places if at >= behind)
    weights = [rarity(key, run) for key in quoted]
    scored = [(weight + _nearness(first, near), first) for weight, first in _sliding(hits, weights, length)]
    kept: list[tuple[int, int]] = [] if near is None else [(max(0, near), min(len(run.keys), near + length + _MORE))]
    for _, first in sorted(scored, reverse=True):
        if len(kept) == _WINDOWS + (near is not None):
            break
        if all(abs(first - other) > length // 2 for other, _ in kept):
            kept.append((max(behind, first - len(quoted) - 2), min(len(run.keys), first + length)))
    return kept


def _nearness(first: int, near: int | None) -> float:
    return 0.0 if near is None else max(0.0, 2.0 - abs(first - near) / 100)


def _sliding(hits: Sequence[tuple[int, int]], weights: Sequence[float], length: int) -> Iterator[tuple[float, int]]:
    """For each hit the weight of the different quoted words within `length` behind it."""
    counts = [0] * len(weights)
    total, end = 0.0, 0
    for at, i in hits:
        while end < len(hits) and hits[end][0] < at + length:
            word = hits[end][1]
            total += weights[word] if not counts[word] else 0.0
            counts[word] += 1
            end += 1
        yield total, at
        counts[i] -= 1
        total -= weights[i] if not counts[i] else 0.0


def align(quoted: Sequence[str], run: Speech, first: int, last: int) -> Alignment | None:
    """The best alignment of the whole quotation with some part of the run between two positions."""
    said = run.keys[first:last]
    rows, moves = _table(quoted, said)
    j = max(range(len(said) + 1), key=lambda j: (rows[j], -j))
    steps: list[Step] = []
    i = len(quoted)
    while i:
        pair = moves[i][j]
        i -= pair is not Pair.LEFT_OUT
        j -= pair is not Pair.PUT_IN
        steps.append(Step(pair, i if pair is not Pair.LEFT_OUT else -1, first + j if pair is not Pair.PUT_IN else -1))
    weights = [_worth(key) for key in quoted]
    got = sum(weights[s.quoted] for s in steps if s.pair in (Pair.SAME, Pair.HEARD))
    return Alignment(tuple(_without_slips(steps[::-1], run.keys)), got / sum(weights)) if got else None


def _without_slips(steps: Iterable[Step], said: Sequence[str]) -> Iterator[Step]:
    """The steps without the words that whoever quotes speech may leave out: a false start ("is, is selling") and mere filling."""
    for left_out, group in groupby(steps, key=lambda step: step.pair is Pair.LEFT_OUT):
        block = tuple(group)
        if not left_out or not _is_slip(said, block[0].said, block[-1].said + 1):
            yield from block


def _is_slip(said: Sequence[str], first: int, end: int) -> bool:
    """Whether said words are filling, or the same as those right before or behind them."""
    words, size = tuple(said[first:end]), end - first
    return words in _FILLING or words in (tuple(said[end : end + size]), tuple(said[max(0, first - size) : first]))


def _worth(key: str) -> float:
    return _FUNCTION if key in COMMON else _CONTENT


def _table(quoted: Sequence[str], said: Sequence[str]) -> tuple[list[float], list[list[Pair]]]:
    """Scores of the last row, and for each cell the step that led to it. The quotation may begin anywhere in what was said."""
    row = [0.0] * (len(said) + 1)
    moves: list[list[Pair]] = [[]]
    for key in quoted:
        worth = _worth(key)
        above, row = row, [row[0] + _PUT_IN]
        how = [Pair.PUT_IN]
        for j, other in enumerate(said):
            pair, score = _paired(key, other, worth)
            value, move = above[j] + score, pair
            if above[j + 1] + _PUT_IN > value:
                value, move = above[j + 1] + _PUT_IN, Pair.PUT_IN
            if row[j] + _LEFT_OUT > value:
                value, move = row[j] + _LEFT_OUT, Pair.LEFT_OUT
            row.append(value)
            how.append(move)
        moves.append(how)
    return row, moves


def _paired(key: str, other: str, worth: float) -> tuple[Pair, float]:
    if key == other:
        return Pair.SAME, worth
    return (Pair.HEARD, worth * _HEARD) if alike(key, other) else (Pair.CHANGED, _CHANGED)
