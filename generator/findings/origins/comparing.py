"""What two sources have in common, pair by pair: words in a row, quotations, people, figures, dates, a recording. Judges none of it.

No source is held against every other: only pairs are compared that an index, the quotations or a recording's address bring together.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from generator.findings.origins import facts, shared
from generator.found import Quote
from generator.model import Document, PassageId, SeedId

#: So many figures bring a pair together that shares no words.
_LEAST_FIGURES = 3
#: Sources that one is held against for what an index shows.
_MOST_PARTNERS = 20
#: A recording that more seeds name is the address of a show.
_MOST_OF_RECORDING = 12

Pair = tuple[SeedId, SeedId]
#: What each of two sources has of the other's words.
Both = tuple[shared.Shared, shared.Shared]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a pair has in common. `mine` is what `one` has of the other's words, `theirs` the reverse; `size` and `passages` are pairs too.

    `quoted` are quotations of either that stand in the other, `asked` how many quotations the one that has them has. `figures` are the
    shared ones, `of_figures` the number of the one that has fewer. `days`: how far apart their dates are; None: not known to the month.
    """

    one: Document
    other: Document
    mine: shared.Shared
    theirs: shared.Shared
    size: tuple[int, int]
    passages: tuple[int, int]
    quoted: tuple[Quote, ...] = ()
    asked: int = 0
    people: tuple[str, ...] = ()
    figures: int = 0
    of_figures: int = 0
    days: int | None = None
    recording: bool = False


def both(one: shared.Runs, other: shared.Runs) -> Both:
    """What two sources have of one another's words."""
    return shared.shared(one, other), shared.shared(other, one)


def compare(
    documents: Sequence[Document],
    runs: Mapping[SeedId, shared.Runs],
    told: Mapping[SeedId, facts.Facts],
    quotes: Iterable[Quote],
    words: Callable[[shared.Runs, shared.Runs], Both] = both,
) -> Iterator[Comparison]:
    """The pairs that have anything in common that may show one origin, in order. `words` is `both`, or what remembers it."""
    by_id = {document.id: document for document in documents}
    quoted, asked = _quoted(quotes)
    recordings = set(_recordings(documents))
    together = {*_best(shared.pairs(runs)), *_best(facts.pairs(told, least=_LEAST_FIGURES)), *map(_ordered, quoted), *recordings}
    for a, b in sorted(together):
        if len(quoted[a, b]) < len(quoted[b, a]):
            a, b = b, a
        mine, theirs = words(runs[a], runs[b])
        people = tuple(facts.same_people(told[a], told[b]))
        yield Comparison(
            one=by_id[a],
            other=by_id[b],
            mine=mine,
            theirs=theirs,
            size=(runs[a].size, runs[b].size),
            passages=(runs[a].long, runs[b].long),
            quoted=tuple(quoted[a, b]),
            asked=asked[a],
            people=people,
            figures=len(told[a].figures & told[b].figures),
            of_figures=min(len(told[a].figures), len(told[b].figures)),
            days=_apart(by_id[a].date, by_id[b].date),
            recording=_ordered((a, b)) in recordings,
        )


def _quoted(quotes: Iterable[Quote]) -> tuple[dict[Pair, list[Quote]], dict[SeedId, int]]:
    """The quotations of one source that stand in another one, by these two; and how many each source has."""
    found: dict[Pair, list[Quote]] = defaultdict(list)
    asked: dict[SeedId, int] = defaultdict(int)
    for quote in quotes:
        source = _source(quote.passage)
        asked[source] += 1
        for other in {_source(id) for trace in quote.traces for id in trace.passages} - {source}:
            found[source, other].append(quote)
    return found, asked


def _best(counts: Counter[Pair]) -> Iterator[Pair]:
    """The pairs that are among the best of one of their sources, so that the work grows with the number of sources."""
    taken: Counter[SeedId] = Counter()
    for pair, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if min(taken[id] for id in pair) < _MOST_PARTNERS:
            taken.update(pair)
            yield pair


def _ordered(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _source(passage: PassageId) -> SeedId:
    return SeedId(passage.partition("#")[0])


def _recordings(documents: Iterable[Document]) -> Iterator[Pair]:
    """Pairs whose files give the same address of audio or video."""
    by_address: dict[str, list[SeedId]] = defaultdict(list)
    for document in documents:
        if document.media:
            by_address[document.media].append(document.id)
    for ids in by_address.values():
        if len(ids) <= _MOST_OF_RECORDING:
            yield from combinations(sorted(ids), 2)


def _apart(one: str, other: str) -> int | None:
    """Days between two ISO dates; a month counts from its first day. None where one is not known to the month."""
    if min(len(one), len(other)) < len("2024-06"):
        return None
    first, second = (date.fromisoformat(f"{text[:10]}-01"[:10]) for text in (one, other))
    return abs((first - second).days)
