"""Lists that sources give of one thing without a name in the vocabulary: "three things decide it: cost, cold and fire". Judges none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, takewhile
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from generator.findings.disagreements.sides import disagreement
from generator.findings.evidence.profiles import stems
from generator.findings.origins.declared import families, of_one
from generator.found import Difference, Disagreement, Side
from generator.model import Document, Passage, PassageId, Role, SeedId
from generator.text import CARDINALS, sentences

#: Fewer than three things are no list, more than ten are not counted in a sentence.
_COUNTED = {word: number for word, number in CARDINALS.items() if 3 <= number <= 10}
_COUNT = re.compile(rf"\b(?P<n>{'|'.join(_COUNTED)}|[3-9]|10) (?P<noun>[a-z][\w’'-]+)", re.IGNORECASE)
#: Between what is counted and its list: a colon, a bracket, a dash; or a comma right behind the noun.
_OPENS = re.compile(r":\s|\s\(|\s?[—–]\s?|\s-\s")
_MARK = re.compile(rf"{_OPENS.pattern}|,\s")
_PARTS = re.compile(r"(?<!\s)\s*[,;]\s*")
_AND = re.compile(r"(?<!\s)\s+(?:and|or|plus)\s+|^(?:and|or|plus)\b,?\s*", re.IGNORECASE)
#: What an item may begin with that is not of it.
_LEAD = re.compile(
    r"^(?:(?:the|an?|um+|uh+|erm?|well|so|like|you know|i mean|basically|then|of course|namely|that is|first|they are|these are)\b,?\s*)+",
    re.I,
)
#: A longer item is a sentence of its own; one of a list that nobody counts is shorter.
_LONGEST, _SHORT = 12, 4
#: An item of more lists than this brings none of them together.
_FREQUENT = 24
#: So many hundredths of their letters two spellings of a word share.
_SPELLED = 80
_ITEMS = frozenset({Role.LIST_ITEM, Role.KEY_POINT})


Place = tuple[Passage, tuple[int, int], list[str]]


class Enumeration(NamedTuple):
    """A list in a running text: its items as they stand, what each is told by (stems), and the words that count them, if any do."""

    source: SeedId
    passage: PassageId
    start: int
    end: int
    items: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    counted: str


def enumerations(document: Document) -> tuple[Enumeration, ...]:
    """The lists of three items and more that a source counts rightly, or gives behind a colon or as a sentence, in order."""
    said = [p for p in document.passages if (p.says or p.role is Role.HEADING) and not p.table and not p.excluded]
    return tuple(found for n, p in enumerate(said) for found in _of_passage(p, said[n + 1 : n + 12]))


def at_odds(lists: Iterable[Enumeration], related: Mapping[SeedId, SeedId]) -> tuple[Disagreement, ...]:
    """The lists of different sources that share most of their items and differ in the others, side by side.

    Both have as many items, and a source counts them: what is not counted may leave out anything. If both do, half of the items make
    two lists one; else all but one do. Sources on one event (`related`) may give lists that neither counts, of four items and more.
    """
    kept = list({(each.source, frozenset(each.keys)): each for each in reversed(list(lists))}.values())[::-1]
    pairs = [(a, b) for a, b in _candidates(kept) if _one(kept[a], kept[b], related)]
    alike = ([kept[n] for n in sorted(family)] for family in families(pairs))
    return tuple(_disagreement(family) for family in alike if any(_differ(a, b) for a, b in combinations(family, 2)))


def _of_passage(passage: Passage, following: Sequence[Passage]) -> Iterator[Enumeration]:
    spans = sentences(passage.text)
    for n, span in enumerate(spans):
        sentence = passage.text[slice(*span)]
        if count := _COUNT.search(sentence):
            places = [(passage, span, _items(text)) for text in _behind(sentence, count.end(), _MARK)]
            places += _after(passage, spans[n + 1 :], following)
            fitting = (place for place in places if len(place[2]) == _number(count["n"]))
        else:
            texts = (*reversed(_behind(sentence, 0, _OPENS)), sentence)
            fitting = ((passage, span, items) for items in map(_items, texts) if len(items) > 2 and _short(items))
        for where, (start, end), items in islice(fitting, 1):
            keys = tuple(frozenset(stems(item)) for item in items)
            yield Enumeration(where.source, where.id, start, end, tuple(items), keys, count.group() if count else "")


def _behind(sentence: str, start: int, marks: re.Pattern[str]) -> list[str]:
    """What stands behind each mark of a sentence, within its bracket."""
    return [sentence[mark.end() :].partition(")")[0] for mark in marks.finditer(sentence, start)]


def _after(passage: Passage, spans: Sequence[tuple[int, int]], following: Sequence[Passage]) -> Iterator[Place]:
    """Where a list may stand that a sentence announces: the next sentence, the answer in the next turn, or the items below."""
    if spans:
        yield passage, spans[0], _items(passage.text[slice(*spans[0])])
    elif following and following[0].role is Role.TURN:
        answer = sentences(following[0].text)[0]
        yield following[0], answer, _items(following[0].text[slice(*answer)])
    elif items := list(takewhile(lambda p: p.role in _ITEMS, following)):
        yield items[0], (0, len(items[0].text)), [re.split(r"[.:;(—–]", p.text, maxsplit=1)[0].strip() for p in items]


def _items(text: str) -> list[str]:
    """The items of a series: between commas, and on both sides of the last "and", behind which no more of them come."""
    parts = _PARTS.split(text.strip(' .!?"”’)'))
    made: list[str] = []
    last = False
    for n, part in enumerate(parts):
        last = last or bool(_AND.match(part))
        pieces = [_LEAD.sub("", piece).strip() for piece in (_AND.split(part) if last or n + 1 == len(parts) else [part])]
        made += filter(None, pieces)
        if last and any(pieces):
            break
    return made if all(len(item.split()) <= _LONGEST for item in made) else []


def _short(items: Sequence[str]) -> bool:
    return all(len(item.split()) <= _SHORT for item in items)


def _number(word: str) -> int:
    return _COUNTED.get(word.lower()) or int(word)


def _candidates(lists: Sequence[Enumeration]) -> list[tuple[int, int]]:
    """Lists of two sources, as long as each other, that share the words of two items."""
    holders: dict[tuple[int, str], set[int]] = defaultdict(set)
    for n, each in enumerate(lists):
        for word in frozenset().union(*each.keys):
            holders[len(each.items), word].add(n)
    shared = Counter(
        pair for found in holders.values() if len(found) <= _FREQUENT for pair in combinations(sorted(found), 2)
    )  # fmt: skip
    return sorted(pair for pair, times in shared.items() if times > 1 and lists[pair[0]].source != lists[pair[1]].source)


def _one(a: Enumeration, b: Enumeration, related: Mapping[SeedId, SeedId]) -> bool:
    """Whether two lists are of one thing."""
    alike = sum(any(key & other for other in b.keys) for key in a.keys)
    if a.counted and b.counted:
        return 2 * alike >= len(a.items)
    tied = of_one(related, a.source, b.source)
    return alike >= len(a.items) - 1 and bool(a.counted or b.counted or (tied and alike > 2))


def _differ(a: Enumeration, b: Enumeration) -> bool:
    """Whether one has an item that the other lacks, in whatever spelling: a word that is heard otherwise is none."""
    return any(
        not any(key & other or ratio(item, theirs) >= _SPELLED for other, theirs in zip(b.keys, b.items, strict=True))
        for key, item in zip(a.keys, a.items, strict=True)
    )


def _disagreement(family: Sequence[Enumeration]) -> Disagreement:
    first = family[0]
    shared = [item for item, key in zip(first.items, first.keys, strict=True) if all(any(key & k for k in other.keys) for other in family)]
    about = f"{next((each.counted for each in family if each.counted), 'list')}: {', '.join(shared)} …"
    return disagreement(Difference.MEMBERS, about, [Side(e.passage, e.start, e.end, " · ".join(e.items)) for e in family])
