"""Sources that go back to one event, paper or post: as their files declare it, and as their texts suggest it. Edits no file.

What is declared stands. What is suggested is a pair of sources, with reasons in words; it counts like a declared one only where the
evidence is strong, and never joins sources whose files name different origins. A shared topic is no evidence of any kind: what counts
are words in a row, quotations, and exact figures together with people and dates.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.findings.origins.comparing import Both, Comparison, both, compare
from generator.findings.origins.declared import declared
from generator.findings.origins.facts import Facts, facts_of
from generator.findings.origins.judging import Standing, judge, passages, reasons, weight
from generator.findings.origins.shared import Runs, runs_of
from generator.found import Origin, Quote
from generator.model import Document, Matches, SeedId, Vocabulary
from generator.text import digest, uniform

#: Suggestions that do not count, for one source: more are not looked through.
_MOST_DOUBTFUL = 5

Judged = Sequence[tuple[Standing, Comparison]]


def origins(documents: Sequence[Document], vocabulary: Vocabulary, matches: Matches, quotes: Iterable[Quote]) -> tuple[Origin, ...]:
    """Declared groups, then suggested pairs, the strongest first. `quotes` are those of the same documents."""
    return tied(documents, runs_of(documents), facts_of(documents, vocabulary, matches), quotes)


def tied(
    documents: Sequence[Document],
    runs: Mapping[SeedId, Runs],
    told: Mapping[SeedId, Facts],
    quotes: Iterable[Quote],
    words: Callable[[Runs, Runs], Both] = both,
) -> tuple[Origin, ...]:
    """The same, of what is known of each source (`shared`, `facts`)."""
    stated = declared(documents)
    compared = compare(documents, runs, told, quotes, words)
    judged = [(standing, found) for found in compared if (standing := judge(found)) is not Standing.NONE]
    judged.sort(key=lambda pair: (pair[0], -weight(pair[1]), pair[1].one.id, pair[1].other.id))
    return (*stated, *_suggested(judged, documents, stated))


@dataclass(slots=True)
class _Group:
    """Sources that count as one so far, and the names of origins that their files state."""

    sources: set[SeedId]
    names: set[str]


def _suggested(judged: Judged, documents: Iterable[Document], stated: Iterable[Origin]) -> Iterator[Origin]:
    """A pair counts if it is strong and joins no two origins that files name differently. Others that this leaves apart are doubtful."""
    groups = {d.id: _Group({d.id}, {uniform(d.origin)} - {""}) for d in documents}
    declared_as = {source: origin.id for origin in stated for source in origin.sources}
    for origin in stated:
        _merge(groups, origin.sources)
    doubtful: Counter[SeedId] = Counter()
    for standing, found in judged:
        pair = tuple(sorted((found.one.id, found.other.id)))
        one, other = groups[pair[0]], groups[pair[1]]
        if pair[0] in declared_as and declared_as[pair[0]] == declared_as.get(pair[1]):
            continue
        counts = standing is Standing.STRONG and (one is other or not (one.names and other.names) or bool(one.names & other.names))
        if counts:
            _merge(groups, pair)
        elif one is other or (found.one.origin and found.other.origin) or max(doubtful[id] for id in pair) >= _MOST_DOUBTFUL:
            continue
        else:
            doubtful.update(pair)
        yield Origin(f"origin-{digest(' '.join(pair))}", pair, reasons(found), passages(found), suggested=True, counts=counts)


def _merge(groups: dict[SeedId, _Group], sources: Sequence[SeedId]) -> None:
    """The smaller group goes into the larger one, so that no source is moved often."""
    for source in sources[1:]:
        small, large = sorted((groups[sources[0]], groups[source]), key=lambda group: len(group.sources))
        if small is not large:
            large.sources |= small.sources
            large.names |= small.names
            groups.update(dict.fromkeys(small.sources, large))
