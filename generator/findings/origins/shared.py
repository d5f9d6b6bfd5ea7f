"""Runs of words that two sources share and few others have: an index of five words in a row, and what of it tells an event. No verdict.

Broder (1997) calls such runs shingles. Each source is read once. Runs are looked through in parts of their numbers, and of each part only
those are indexed that stand in more than one source, so that memory grows with what is shared and not with what is written.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from generator.findings.quotes.words import COMMON, keys
from generator.model import Document, Passage, PassageId, Role, SeedId
from generator.text import number

#: Words in a run, and how many of them must tell something: idioms are made of common words.
_RUN, _TELLING = 5, 2
#: A run that stands in more sources than this is a phrase of everybody's, or a notice of a publisher's.
_MOST_SOURCES = 12
#: Pairs with fewer runs in common are not looked at.
_FEWEST = 4
#: A passage of which so much stands in the other source too, within one of its passages, may be a notice that both carry.
_NOTICE, _NOTICE_RUNS = 0.6, 12
#: So many runs are held in memory at once, about 130 MB of them.
_AT_ONCE = 2_000_000
#: Runs of a passage that is more than a cry or a thank you.
_LONG = 8


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of five words of one source, passage by passage: a number for each run, 0 where its words tell nothing.

    `telling` are the numbers but 0, each once, from the smallest on. `size` is how many runs tell something, `long` how many passages are
    long enough to retell something.
    """

    source: SeedId
    passages: tuple[PassageId, ...]
    runs: tuple[Sequence[int], ...]
    telling: Sequence[int]
    size: int
    long: int


class Stretch(NamedTuple):
    """Words of one passage, without a break, that the other source has too: how many runs of five, and how many words."""

    passage: PassageId
    runs: int

    @property
    def words(self) -> int:
        """Length in words."""
        return self.runs + _RUN - 1


@dataclass(frozen=True, slots=True)
class Shared:
    """What one source has of another's words. `share` is the part of its runs, `told` the same without notices.

    `stretches` are those outside of notices, in the order of the text; `places` are the passages that hold one, `touched` with notices.
    """

    share: float
    told: float
    touched: int
    stretches: tuple[Stretch, ...]
    places: int


def runs_of(documents: Iterable[Document]) -> dict[SeedId, Runs]:
    """The runs of every source. Tables are left out: the same public figures stand in many."""
    return {document.id: _runs(document) for document in documents}


def pairs(runs: Mapping[SeedId, Runs]) -> Counter[tuple[SeedId, SeedId]]:
    """The pairs of sources that have runs in common which few others have, with how many."""
    sources = sorted(runs)
    counts = Counter(pair for found in _holders([runs[id].telling for id in sources]) for pair in combinations(found, 2))
    return Counter({(sources[a], sources[b]): times for (a, b), times in counts.items() if times >= _FEWEST})


def shared(one: Runs, other: Runs) -> Shared:
    """What `one` has of the other's words."""
    holders: dict[int, set[int]] = defaultdict(set)
    for place, of in enumerate(other.runs):
        for run in of:
            holders[run].add(place)
    holders.pop(0, None)
    hits = told = touched = 0
    stretches: list[Stretch] = []
    for passage, of in zip(one.passages, one.runs, strict=True):
        here = [run in holders for run in of]
        hits += sum(here)
        touched += any(here)
        if not _is_notice(of, here, holders):
            told += sum(here)
            stretches += (Stretch(passage, length) for length in _lengths(here))
    size = max(1, one.size)
    return Shared(hits / size, told / size, touched, tuple(stretches), len({stretch.passage for stretch in stretches}))


def _runs(document: Document) -> Runs:
    passages = [p for p in document.passages if p.says and p.role is not Role.TABLE]
    runs = tuple(_numbered(p) for p in passages)
    told = [len(of) - of.count(0) for of in runs]
    telling = array("q", sorted({run for of in runs for run in of if run}))
    return Runs(document.id, tuple(p.id for p in passages), runs, telling, sum(told), sum(n >= _LONG for n in told))


def _numbered(passage: Passage) -> Sequence[int]:
    found = keys(passage.text)
    ids = [number(key) for key in found]
    telling = [key not in COMMON for key in found]
    tuples = zip(*(ids[n:] for n in range(_RUN)), strict=False)
    tells = zip(*(telling[n:] for n in range(_RUN)), strict=False)
    return array("q", (hash(run) or 1 if sum(tell) >= _TELLING else 0 for run, tell in zip(tuples, tells, strict=True)))


def _holders(sources: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """For each run that stands in a few sources and not in one alone, the places of these among all, in their order."""
    parts = 1 + sum(map(len, sources)) // _AT_ONCE
    edges = [-(1 << 63) + (part << 64) // parts for part in range(1, parts)]
    cuts = [[0, *(bisect_left(of, edge) for edge in edges), len(of)] for of in sources]
    for part in range(parts):
        here = [of[cut[part] : cut[part + 1]] for of, cut in zip(sources, cuts, strict=True)]
        seen: set[int] = set()
        again: set[int] = set()
        for of in here:
            again.update(seen.intersection(of))
            seen.update(of)
        where: dict[int, list[int]] = defaultdict(list)
        for source, of in enumerate(here):
            for run in again.intersection(of):
                where[run].append(source)
        yield from (found for found in where.values() if len(found) <= _MOST_SOURCES)


def _is_notice(of: Sequence[int], here: Sequence[bool], holders: Mapping[int, set[int]]) -> bool:
    """Whether most of a passage of some length stands in one passage of the other source: a greeting, an advertisement, a self-portrait."""
    if sum(here) < max(_NOTICE_RUNS, _NOTICE * sum(1 for run in of if run)):
        return False
    counts = Counter(number for run, hit in zip(of, here, strict=True) if hit for number in holders[run])
    return max(counts.values()) >= _NOTICE * sum(here)


def _lengths(here: Sequence[bool]) -> Iterator[int]:
    """The lengths of stretches without a break; a gap of runs that tell nothing, or of one other word, breaks none."""
    at = [n for n, hit in enumerate(here) if hit]
    length = 1
    for before, after in pairwise(at):
        if after - before <= _RUN:
            length += after - before
        else:
            yield length
            length = 1
    if at:
        yield length
