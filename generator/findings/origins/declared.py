"""Origins as front matter declares them: the same `origin`, or one source `derived_from` another, taken together. Reads no text."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from generator.found import Origin
from generator.model import Document, SeedId
from generator.text import digest, uniform

K = TypeVar("K", bound=Hashable)


def declared(documents: Iterable[Document]) -> tuple[Origin, ...]:
    """The groups of two or more sources that their front matter ties together, each source in at most one, in order of their sources.

    Names of an origin are the same whatever their case and white space. A source that is derived from another has its origin.
    """
    by_id = {document.id: document for document in documents}
    named: dict[str, list[SeedId]] = defaultdict(list)
    for document in by_id.values():
        if document.origin:
            named[uniform(document.origin)].append(document.id)
    drawn = [(id, SeedId(other)) for id, document in by_id.items() for other in document.derived_from if other in by_id and other != id]
    found = (_origin(sorted(ids), by_id) for ids in families([*named.values(), *drawn]) if len(ids) > 1)
    return tuple(sorted(found, key=lambda origin: origin.sources))


def joined(groups: Iterable[Iterable[K]]) -> dict[K, K]:
    """For each member of overlapping groups one member that stands for all it hangs together with (union-find; Galler and Fischer 1964)."""
    above: dict[K, K] = {}

    def head(of: K) -> K:
        while above.setdefault(of, of) != of:
            above[of] = above[above[of]]
            of = above[of]
        return of

    for group in groups:
        members = list(group)
        for one in members:
            above[head(one)] = head(members[0])
    return {one: head(one) for one in list(above)}


def families(groups: Iterable[Iterable[K]]) -> list[list[K]]:
    """Overlapping groups made one each, with their members in the order in which they come first."""
    made: dict[K, list[K]] = defaultdict(list)
    for one, head in joined(groups).items():
        made[head].append(one)
    return list(made.values())


def of_one(heads: Mapping[SeedId, SeedId], one: SeedId, other: SeedId) -> bool:
    """Whether two sources report one event. `heads`: for each source of an origin the one that stands for it."""
    return one in heads and heads[one] == heads.get(other)


def _origin(ids: list[SeedId], by_id: Mapping[SeedId, Document]) -> Origin:
    names = [by_id[id].origin for id in ids if by_id[id].origin]
    times = Counter(map(uniform, names))
    shared = {uniform(name): name for name in reversed(names) if times[uniform(name)] > 1}
    named = [f"same origin in front matter: {shared[key]}" for key in sorted(shared)]
    drawn = [f"{id} is derived from {other}" for id in ids for other in by_id[id].derived_from if other in by_id and other != id]
    stable = min(times, default=ids[0])
    return Origin(f"origin-{digest(stable)}", tuple(ids), (*named, *drawn))
