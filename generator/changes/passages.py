"""Which passage of one build is which of another, where its id is not the same: it was reworded, or its source was renamed.

A passage's id is made of its words, so what is inserted above changes none. Only ids that stand in one build alone are looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from generator.found import Item

#: Share of letters (0 to 100) that a reworded passage keeps; two passages that have nothing to do with each other share 30 to 45.
_ALIKE = 60
#: How many new passages beyond the place of the last one are looked at, so that a long insertion costs no more than its length.
_AHEAD = 8


def same_place(before: Iterable[Item], after: Iterable[Item]) -> dict[str, str]:
    """Ids of passages that are gone, with the new ids of those that stand in their place."""
    old, new = list(before), list(after)
    kept = {item["id"] for item in old} & {item["id"] for item in new}
    gone, come = ([item for item in side if item["id"] not in kept] for side in (old, new))
    moved = _moved(gone, come)
    taken = set(moved.values())
    left, right = _by_source(item for item in gone if item["id"] not in moved), _by_source(item for item in come if item["id"] not in taken)
    for source, items in left.items():
        moved |= _reworded(items, right.get(source, []))
    return moved


def _moved(gone: Iterable[Item], come: Iterable[Item]) -> dict[str, str]:
    """Passages with the same words in a source of another name: that name to which most of a source's passages went."""
    places = defaultdict(list)
    for item in come:
        places[_words(item)].append(item)
    moved: dict[str, str] = {}
    for source, items in _by_source(gone).items():
        pairs = [(item, to) for item in items for to in places[_words(item)]]
        names = Counter(to["source"] for _, to in pairs if to["source"] != source)
        best = max(names, key=lambda name: (names[name], name), default=None)
        if best is not None and 2 * names[best] > len(items):
            moved |= {item["id"]: to["id"] for item, to in pairs if to["source"] == best}
    return moved


def _reworded(gone: Sequence[Item], come: Sequence[Item]) -> dict[str, str]:
    """Passages in their order, each with the first of the next new ones that has its role and most of its letters."""
    found = {}
    at = 0
    for item in gone:
        ahead = range(at, min(at + _AHEAD, len(come)))
        place = next((n for n in ahead if come[n]["role"] == item["role"] and _like(item["text"], come[n]["text"])), None)
        if place is not None:
            found[item["id"]] = come[place]["id"]
            at = place + 1
    return found


def _like(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=_ALIKE) > 0


def _words(item: Item) -> str:
    """The part of a passage's id that is made of its words."""
    return str(item["id"]).partition("#")[2]


def _by_source(items: Iterable[Item]) -> dict[str, list[Item]]:
    found = defaultdict(list)
    for item in items:
        found[str(item["source"])].append(item)
    return found
