"""Two builds → what changed between them, a pure function of what they wrote. Tells nothing in words and opens no file.

Both sides are bytes of `knowledge.json`, where an item of an array is a line. What the two begin and end with alike is passed over by
comparing bytes; only lines that stand in one of them alone are read as JSON. So a comparison costs the size of the files once, and
the size of the change.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from generator.changes.passages import same_place
from generator.found import Change, Changes, Item, What
from generator.output import Output
from generator.text import fold, uniform


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made, as far as builds are compared: digests of its pages' Markdown by path, and its data (`knowledge.json` first)."""

    pages: Mapping[str, str] = field(default_factory=dict)
    data: tuple[Output, ...] = ()


class _Array(NamedTuple):
    """An array of the data: the fields that make an item the same one in both builds, and those of which a change is told.

    `until`: a field from which on lines are not compared. (One more source moves every score a little.)
    """

    same: tuple[str, ...]
    told: tuple[str, ...] = ()
    until: str = ""


#: An array's lines, and where they stand.
Part = tuple[bytes, Mapping[str, tuple[int, int]]]
#: Bytes that are compared at a stroke.
_BLOCK = 1 << 20
#: What is told of a source and of an entry of the vocabulary.
_SOURCE = "title kind publisher authors speakers date url media origin derived_from license publish form".split()
_CONCEPT = "kind prefLabel altLabel hiddenLabel definition scopeNote broader related member readings url date".split()
#: What is compared, in the order in which it is told. Passages come first, since all else names them. (Mentions, listings and coverage
#: follow from what is here.)
_ARRAYS: Mapping[str, _Array] = {
    "passages": _Array(("id",), ("role", "speaker", "seconds", "excluded")),
    "sources": _Array(("id",), tuple(_SOURCE)),
    "concepts": _Array(("id",), tuple(_CONCEPT)),
    "evidence": _Array(("concept", "passage"), ("grade",), until="score"),
    "disagreements": _Array(("kind", "about"), ("sides",)),
    "observations": _Array(
        ("passage", "surface", "cell", "low", "high", "unit", "per"), ("measure", "subject", "period", "bearing", "who")
    ),
    "predictions": _Array(("passage", "claim"), ("status", "due", "who", "resolution")),
    "quotes": _Array(("passage", "text"), ("match", "speaker")),
    "acronyms": _Array(("passage", "short", "long")),
    "definitions": _Array(("passage", "term", "text")),
    "origins": _Array(("sources",), ("suggested", "counts")),
    "citations": _Array(("page", "source", "exact"), ("found",)),
    "suggestions": _Array(("id",)),
}


def changes(before: Made | None, after: Made) -> Changes:
    """What changed from one build to another; None, or data that cannot be read: there was none before."""
    if before is None or not before.data:
        return Changes(first=True)
    try:
        return Changes(_pages(before.pages, after.pages), tuple(_items(_bytes(before), _bytes(after))))
    except (ValueError, KeyError, TypeError):  # the earlier build was another version's, or was cut short
        return Changes(first=True)


def _bytes(made: Made) -> list[bytes]:
    return [file.data for file in made.data]


def _pages(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, What]:
    found = {path: What.REMOVED for path in before if path not in after}
    found |= {path: What.CHANGED if path in before else What.ADDED for path in after if before.get(path) != after[path]}
    return dict(sorted(found.items()))


def _items(before: Iterable[bytes], after: Iterable[bytes]) -> Iterator[Change]:
    """The changes of all arrays. Where a passage was reworded, what names it before is taken to name what it is now."""
    old, new = ([(data, _spans(data)) for data in datas] for datas in (before, after))
    now: dict[str, str] = {}
    for name, array in _ARRAYS.items():
        lines = _differing(_array(old, name), _array(new, name), array.until)
        was, is_ = ([_read(line) for line in side] for side in lines)
        if name == "passages":
            now = same_place(was, is_)
            yield from _compared(name, array, was, is_, now, reworded=True)
        else:
            yield from _compared(name, array, was, is_, now)


def _compared(
    name: str, array: _Array, was: Iterable[Item], is_: Iterable[Item], now: Mapping[str, str], *, reworded: bool = False
) -> Iterator[Change]:
    """Items paired by what makes them the same. `now`: ids of passages that were reworded, and their new ones."""
    held = _keyed(name, array, was, now)
    for key, after in _keyed(name, array, is_, {}).items():
        before = held.pop(key, None)
        if before is None:
            yield Change(name, What.ADDED, {}, after)
            continue
        fields = tuple(f for f in array.told if _value(name, _renamed(before, now), f) != _value(name, after, f))
        if reworded and uniform(before["text"]) != uniform(after["text"]):
            fields = ("text", *fields)
        if fields:
            yield Change(name, What.CHANGED, before, after, fields)
    yield from (Change(name, What.REMOVED, before) for before in held.values())


def _keyed(name: str, array: _Array, items: Iterable[Item], now: Mapping[str, str]) -> dict[tuple[str, int], Item]:
    """Items by what makes them the same; of several with one key the later ones are numbered."""
    found: dict[tuple[str, int], Item] = {}
    seen: Counter[str] = Counter()
    for item in items:
        known = _renamed(item, now)
        key = json.dumps([_value(name, known, part) for part in array.same], ensure_ascii=False)
        seen[key] += 1
        found[key, seen[key]] = item
    return found


def _value(name: str, item: Item, part: str) -> Any:
    """A field as it is compared: of a citation's words only the words count, and whether they are found; of sides, who says what."""
    if name == "citations":
        return fold(item["exact"]) if part == "exact" else item["passage"] is not None if part == "found" else item[part]
    if part == "sides":
        return sorted((side["passage"], side["says"]) for side in item["sides"])
    return item.get(part)


def _renamed(value: Any, now: Mapping[str, str]) -> Any:
    """An item with the new ids of passages in place of the old ones."""
    if not now:
        return value
    if isinstance(value, str):
        return now.get(value, value)
    if isinstance(value, list):
        return [_renamed(each, now) for each in value]
    return {key: _renamed(each, now) for key, each in value.items()} if isinstance(value, dict) else value


def _spans(data: bytes) -> dict[str, tuple[int, int]]:
    """From where to where each array's lines stand, by its name: only a head begins a line with a quotation mark, an item never does."""
    heads = []
    at = data.find(b'\n"')
    while at >= 0:
        heads.append(at)
        at = data.find(b'\n"', at + 1)
    found = {}
    for start, end in pairwise([*heads, len(data)]):
        name, opened, _ = data[start + 2 : min(start + 60, end)].partition(b'": [\n')
        if opened:
            first = start + 2 + len(name) + len(opened)
            found[name.decode()] = (first, data.rindex(b"\n]", first - 1, end))
    return found


def items(made: Made, name: str) -> list[Item]:
    """All items of an array."""
    return [_read(line) for line in _array([(data, _spans(data)) for data in _bytes(made)], name).split(b"\n") if line]


def _array(parts: Iterable[Part], name: str) -> bytes:
    return next((data[slice(*spans[name])] for data, spans in parts if name in spans), b"")


def _differing(before: bytes, after: bytes, until: str) -> tuple[list[bytes], list[bytes]]:
    """The lines that stand in one of the two alone, in their order."""
    if before == after:
        return [], []
    start, end = _alike(before, after)
    mark = f', "{until}": '.encode()
    old, new = ({_bare(line, mark): line for line in side[start : len(side) - end].split(b"\n") if line} for side in (before, after))
    return [line for bare, line in old.items() if bare not in new], [line for bare, line in new.items() if bare not in old]


def _alike(before: bytes, after: bytes) -> tuple[int, int]:
    """How many bytes of whole lines two texts begin with alike, and how many they end with."""
    most = min(len(before), len(after))
    start = before.rfind(b"\n", 0, _longest(most, lambda low, high: before[low:high] == after[low:high])) + 1
    old, new = len(before), len(after)
    end = _longest(most - start, lambda low, high: before[old - high : old - low] == after[new - high : new - low])
    line = before.find(b"\n", old - end)
    return start, old - line if end and line >= 0 else 0


def _longest(most: int, alike: Callable[[int, int], bool]) -> int:
    """How far two texts are alike, counted from one end: block by block, and by halving in the first block that differs."""
    low, high = 0, min(_BLOCK, most)
    while low < most and alike(low, high):
        low, high = high, min(high + _BLOCK, most)
    start = low
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if alike(start, middle) else (low, middle - 1)
    return low


def _bare(line: bytes, mark: bytes) -> bytes:
    """What of a line is compared: all before a mark, without the comma that parts it from the next line."""
    return line.partition(mark)[0].rstrip(b",")


def _read(line: bytes) -> Item:
    item = json.loads(line.rstrip(b","))
    if not isinstance(item, dict):
        raise TypeError("an item is an object")
    return item
