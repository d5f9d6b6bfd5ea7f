"""The site's search index in pieces, of which one search loads a few. What can be found, and where it leads, is `search`'s to say.

A piece of words holds neighbours of the alphabet, each with the entries that have it; a piece of entries holds what a hit shows. The
entries of a word carry weights by BM25 (Robertson and others 1994), a title's words and tags counted as often as their field is worth, so
that the browser only adds up. The script that reads the pieces in the browser is `docs/assets/search.js`, in place of the theme's own.
"""

import json
import math
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from html import unescape
from typing import Any, NamedTuple

from generator.output import OutputFile

#: Languages that are written without spaces: their words cannot be told without a dictionary, so their index stays whole.
UNSPACED = frozenset({"ja", "ko", "th", "zh"})
#: Bytes of a piece of words, and entries of a piece of entries: a search of three words that shows 20 hits loads about 200 kB at most.
_PIECE, ENTRIES = 12_000, 16
#: Of a word, as many of its strongest entries are kept. Whoever looks for a word that stands in more looks for another one beside it.
_MOST = 4000
#: BM25: how soon a word that comes again stops counting, and how much a long text is held against it.
_SATURATION, _LENGTH = 1.2, 0.4
#: Weights stand as a letter, on a scale of logarithms up to this.
_LETTERS, _TOP = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 25.0

_WORD = re.compile(r"[^\W_]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

#: An entry by its number, and what a word weighs there.
Weight = tuple[int, float]


def parted(index: Mapping[str, Any]) -> bool:
    """Whether the language's words can be told, so that an index in pieces finds them."""
    return UNSPACED.isdisjoint(index["config"].get("lang", ()))


def shards(index: Mapping[str, Any], stop: Sequence[str] = ()) -> list[OutputFile]:
    """The index in pieces, and the small index that the theme loads first: where the pieces of words begin. `stop`: words left out."""
    entries, config = index["docs"], index["config"]
    boosts = {name: field["boost"] for name, field in config["fields"].items()}
    pieces = list(_pieces(_postings(entries, boosts, frozenset(stop))))
    titles = {entry["location"]: entry["title"] for entry in entries if "#" not in entry["location"]}
    shown = [_shown(entries[at : at + ENTRIES], titles) for at in range(0, len(entries), ENTRIES)]
    head = {"config": config | {"pieces": [first for first, _ in pieces], "entries": len(entries), "stop": list(stop)}, "docs": []}
    return [
        OutputFile("search/search_index.json", _json(head)),
        *(OutputFile(f"search/words/{n}.json", _json(piece)) for n, (_, piece) in enumerate(pieces)),
        *(OutputFile(f"search/entries/{n}.json", _json(piece)) for n, piece in enumerate(shown)),
    ]


def words(text: str) -> list[str]:
    """The words of a text as HTML, without case, accents and marks: as `search.js` reads a query."""
    plain = unescape(text).lower()
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain).lower()
        plain = "".join(sign for sign in parted if sign.isascii() or not unicodedata.category(sign).startswith("M"))
    return _WORD.findall(plain)


class _Postings(NamedTuple):
    """The entries that have a word, by their numbers in order, and how much it weighs in each. A large site has millions of them."""

    numbers: "array[int]"
    weights: "array[float]"


def _postings(entries: Sequence[Mapping[str, Any]], boosts: Mapping[str, float], stop: frozenset[str]) -> Mapping[str, _Postings]:
    """Each word, with the entries that have it. Texts are parted into words twice: counts of all of them at a time would be very many."""
    usual = {name: _usual([len(words(_field(entry, name))) for entry in entries if entry.get(name)]) for name in boosts}
    found: dict[str, _Postings] = defaultdict(lambda: _Postings(array("I"), array("d")))
    for number, entry in enumerate(entries):
        weights: dict[str, float] = defaultdict(float)
        for name in boosts:
            field = Counter(words(_field(entry, name)))
            grudge = _SATURATION * (1 - _LENGTH + _LENGTH * field.total() / usual[name])
            boost = boosts[name] * (_SATURATION + 1)
            for word, times in field.items():
                weights[word] += boost * times / (times + grudge)
        for word, weight in weights.items():
            found[word].numbers.append(number)
            found[word].weights.append(weight)
    for word in stop & found.keys():
        del found[word]
    return found


def _usual(lengths: Sequence[int]) -> float:
    """How long a field is on average."""
    return max(1.0, sum(lengths) / max(1, len(lengths)))


def _field(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name, "")
    return value if isinstance(value, str) else " ".join(value)


def _pieces(postings: Mapping[str, _Postings]) -> Iterator[tuple[str, dict[str, str]]]:
    """The words in pieces, each with its first word. The order is that of JavaScript's strings."""
    piece: dict[str, str] = {}
    size = 0
    for word in sorted(postings, key=lambda word: word.encode("utf-16-be")):
        if size > _PIECE:
            yield next(iter(piece)), piece
            piece, size = {}, 0
        piece[word] = _packed(list(zip(*postings[word], strict=True)))
        size += len(word) + len(piece[word]) + 6
    if piece:
        yield next(iter(piece)), piece


def _packed(weights: Sequence[Weight]) -> str:
    """How many entries have the word, a colon, and of each entry its distance from the one before, in base 36, and its weight's letter."""
    kept = weights if len(weights) <= _MOST else sorted(sorted(weights, key=lambda each: (-each[1], each[0]))[:_MOST])
    told = [f"{len(weights)}:"]
    before = 0
    for number, weight in kept:
        told += (_base36(number - before), _letter(round(weight, 1)))
        before = number
    return "".join(told)


@cache
def _letter(weight: float) -> str:
    return _LETTERS[min(25, round(25 * math.log1p(weight) / math.log1p(_TOP)))]


@lru_cache(maxsize=1 << 16)
def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits


def _shown(entries: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> dict[str, Any]:
    """What hits show, and the titles of the pages that they stand on."""
    pages = {entry["location"].partition("#")[0] for entry in entries}
    return {
        "pages": {page: titles.get(page, "") for page in sorted(pages)},
        "entries": [{name: entry[name] for name in ("location", "title", "text", "tags") if name in entry} for entry in entries],
    }


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
