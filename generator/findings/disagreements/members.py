"""Which members of an enumeration each source lists, and whether the lists differ. Judges no list and shows nothing."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import accumulate, combinations
from typing import NamedTuple

from generator.findings.disagreements.sides import disagreement
from generator.found import Difference, Disagreement, Listing, Side, Tick
from generator.model import SAYING, Concept, ConceptId, Document, Matches, Mention, Passage, PassageId, Role, Vocabulary
from generator.text import CARDINALS, fold, sentence_at, tokens

#: Members that stand further apart than this (words) are no list; and the collection's name stands this near to it.
_APART, _NEAR = 40, 60
#: Fewer members than this are an example, not a list, unless the enumeration has no more.
_LEAST = 3
#: However long an item of a list is, it takes this many words: what matters is that the next item follows.
_ITEM = 12
_ITEMS = frozenset({Role.LIST_ITEM, Role.KEY_POINT, Role.INSIGHT, Role.CHAPTER})
_ORDINALS = dict(zip("first second third fourth fifth sixth seventh eighth ninth tenth".split(), range(1, 11), strict=True))
_NUMBERED = re.compile(r"\b(?:number|no\.?|#|rank)\s*(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing|ings)?|order of (?:importance|priority)|number one|top to bottom|priorit(?:y|ies|ised|ized))\b", re.I
)
#: Words right before a name that take it off the list.
_OFF = re.compile(
    r"(?:\bnot?|n't|\bnever|\bwithout|\bexcept(?: for)?|\bexcluding|\bapart from|\brather than|\binstead of|\bunlike|\bleaves? out|"
    r"\bleft out|\bnor|\bother than|\bdrops|\bdropped)\s+(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)
#: Characters before a name in which such words are looked for.
_BEFORE = 48
_WORD = re.compile(r"\S+")


class _Spot(NamedTuple):
    """A member, or the collection's own name, in a running text: after how many words, and where."""

    at: int
    concept: ConceptId
    passage: PassageId
    start: int
    end: int


class _Enumeration(NamedTuple):
    """A concept with members, and the short names (folded words) that these have beside its own name."""

    concept: Concept
    members: tuple[ConceptId, ...]
    short: Mapping[tuple[str, ...], ConceptId]


class _Text(NamedTuple):
    """The passages of a source that can list something, how many words stand before each, and its number."""

    passages: tuple[Passage, ...]
    before: tuple[int, ...]
    number: Mapping[PassageId, int]


def listings(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Listing, ...]:
    """What each source lists of each enumeration of the vocabulary, in order of concepts and sources; one listing a source at most.

    A source lists members where at least three of them stand close together, near the name of the collection.
    """
    wholes = {c.id: _Enumeration(c, _members(c), _short_names(c, vocabulary)) for c in vocabulary.concepts.values() if len(_members(c)) > 1}
    part_of: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    for whole in wholes.values():
        for id in (whole.concept.id, *whole.members):
            part_of[id].append(whole.concept.id)
    by_passage: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        if mention.concept in part_of:
            by_passage[mention.passage].append(mention)
    made = []
    for document in documents:
        text = _running(document)
        found: dict[ConceptId, list[tuple[Passage, Mention]]] = defaultdict(list)
        for passage in text.passages:
            for mention in sorted(by_passage.get(passage.id, ())):
                for id in part_of[mention.concept]:
                    found[id].append((passage, mention))
        for id, mine in found.items():
            if any(m.concept == id for _, m in mine):
                made += _longest(_found(wholes[id], text, mine))
    return tuple(sorted(made, key=lambda listing: (listing.concept, listing.source)))


def differing(listed: Iterable[Listing], vocabulary: Vocabulary, passages: Mapping[PassageId, Passage]) -> tuple[Disagreement, ...]:
    """The enumerations on which listings differ: one that says it is whole lacks what another has, or two rank them otherwise."""
    groups: dict[ConceptId, list[Listing]] = defaultdict(list)
    for listing in listed:
        groups[listing.concept].append(listing)
    made = []
    for id, group in groups.items():
        kinds = {signature(listing): listing for listing in reversed(group)}
        at_odds = {signature(listing) for one, other in combinations(kinds.values(), 2) if differ(one, other) for listing in (one, other)}
        if at_odds:
            sides = tuple(_side(listing, passages) for listing in group if signature(listing) in at_odds)
            made.append(disagreement(Difference.MEMBERS, vocabulary.concepts[id].name, sides, concept=id))
    return tuple(made)


def signature(listing: Listing) -> tuple[Hashable, bool]:
    """What two listings share if neither says anything that the other does not: members, their order if it counts, and closedness."""
    return listing.members if listing.ranked else frozenset(listing.members), listing.closed


def differ(one: Listing, other: Listing) -> bool:
    """Whether two listings cannot both be right. An open list may lack anything; a closed one may not lack what another source has."""
    ours, theirs = set(one.members), set(other.members)
    shared = [m for m in one.members if m in theirs]
    reordered = one.ranked and other.ranked and shared != [m for m in other.members if m in ours]
    return bool((one.closed and theirs - ours) or (other.closed and ours - theirs) or reordered)


def _members(concept: Concept) -> tuple[ConceptId, ...]:
    return tuple(dict.fromkeys([*concept.member, *(m for reading in concept.readings for m in reading.member)]))


def _running(document: Document) -> _Text:
    passages = tuple(p for p in document.passages if (p.role in SAYING or p.role in _ITEMS or p.role is Role.HEADING) and not p.excluded)
    lengths = (len(p.text.split()) for p in passages)
    counted = [min(words, _ITEM) if p.role in _ITEMS else words for p, words in zip(passages, lengths, strict=True)]
    return _Text(passages, tuple(accumulate(counted, initial=0)), {p.id: n for n, p in enumerate(passages)})


def _found(whole: _Enumeration, text: _Text, mentions: Sequence[tuple[Passage, Mention]]) -> list[Listing]:
    """The listings of one enumeration in one source."""
    concept, members, _ = whole
    names = [(p, m) for p, m in mentions if m.concept == concept.id]
    taken = {(m.passage, m.start) for _, m in mentions if m.concept in members}
    short = [(p, m) for p, m in _shortened(whole, names) if (m.passage, m.start) not in taken]
    spots = _spots([(p, m) for p, m in [*mentions, *short] if m.concept in members and not _off(p.text, m.start)], text)
    named = _spots(names, text)
    by_id = {p.id: p for p, _ in names}
    made = []
    for group in _close(spots):
        ticks = _ticks(group)
        first = bisect_left(named, group[0].at - _NEAR, key=lambda n: n.at)
        near = named[first : bisect_right(named, group[-1].at + _NEAR, key=lambda n: n.at)]
        if near and len(ticks) >= min(_LEAST, len(members)):
            stretch = _stretch(text, min(near[0].at, group[0].at), max(near[-1].at, group[-1].at))
            closed = _counted(len(ticks), near, by_id) or _numbered(stretch) == len(ticks) or _is_list(ticks, text)
            ranked = concept.ordered and bool(_RANKED.search(stretch) or _numbered(stretch) > 1)
            made.append(Listing(concept.id, text.passages[0].source, ticks, closed, ranked))
    return made


def _short_names(concept: Concept, vocabulary: Vocabulary) -> dict[tuple[str, ...], ConceptId]:
    """The members' labels without the word that most of them share, where it stands in the collection's name too: wars, "data" war."""
    labels = {id: tuple(t.folded for t in tokens(vocabulary.concepts[id].name)) for id in _members(concept) if id in vocabulary.concepts}
    heads = Counter(words[-1] for words in labels.values() if len(words) > 1)
    head, times = heads.most_common(1)[0] if heads else ("", 0)
    if 2 * times <= len(labels) or head not in fold(concept.name).split():
        return {}
    return {words[:-1]: id for id, words in labels.items() if len(words) > 1 and words[-1] == head}


def _shortened(whole: _Enumeration, names: Sequence[tuple[Passage, Mention]]) -> list[tuple[Passage, Mention]]:
    """Members by their short names, in a sentence that names the collection: of "the three wars: data, chips" the first is the data war.

    Fewer than `_LEAST` of them in a sentence mean nothing.
    """
    places = {(p.id, *sentence_at(p.text, m.start)): p for p, m in names} if whole.short else {}
    made = []
    for (_, start, end), passage in places.items():
        words = tokens(passage.text[start:end])
        hits = [
            (passage, Mention(passage.id, start + words[i].start, start + words[i + len(key) - 1].end, id, ""))
            for key, id in whole.short.items()
            for i in range(len(words) - len(key) + 1)
            if words[i].folded == key[0] and tuple(w.folded for w in words[i : i + len(key)]) == key
        ]
        made += hits if len({m.concept for _, m in hits}) >= _LEAST else []
    return made


def _off(text: str, at: int) -> bool:
    """Whether the words right before a place take what stands there off a list."""
    return bool(_OFF.search(text[max(0, at - _BEFORE) : at]))


def _spots(found: Iterable[tuple[Passage, Mention]], text: _Text) -> list[_Spot]:
    """Mentions by how many words of the running text stand before them."""
    words: dict[PassageId, list[int]] = {}
    made = []
    for passage, mention in found:
        if passage.id not in words:
            words[passage.id] = [m.start() for m in _WORD.finditer(passage.text)]
        inside = bisect_right(words[passage.id], mention.start) - 1
        inside = min(inside, _ITEM) if passage.role in _ITEMS else inside
        made.append(_Spot(text.before[text.number[passage.id]] + inside, mention.concept, passage.id, mention.start, mention.end))
    return sorted(made)


def _close(spots: Sequence[_Spot]) -> Iterable[list[_Spot]]:
    """Runs of spots that follow one another closely."""
    group: list[_Spot] = []
    for spot in spots:
        if group and spot.at - group[-1].at > _APART:
            yield group
            group = []
        group.append(spot)
    if group:
        yield group


def _ticks(group: Iterable[_Spot]) -> tuple[Tick, ...]:
    """Each member once, where it stands first."""
    first: dict[ConceptId, _Spot] = {}
    for spot in group:
        first.setdefault(spot.concept, spot)
    return tuple(Tick(s.concept, n, s.passage, s.start, s.end) for n, s in enumerate(first.values(), 1))


def _longest(found: Sequence[Listing]) -> list[Listing]:
    return [max(found, key=lambda listing: (listing.closed, len(listing.ticks)))] if found else []


def _stretch(text: _Text, first: int, last: int) -> str:
    """The passages of a stretch of words, as one text."""
    begins, ends = bisect_right(text.before, first) - 1, bisect_right(text.before, last)
    return "\n".join(p.text for p in text.passages[max(0, begins) : ends])


def _counted(count: int, names: Iterable[_Spot], passages: Mapping[PassageId, Passage]) -> bool:
    """Whether the source says of the collection that it has so many members: "these four battlegrounds", "five directions"."""
    said = (_WORD.findall(passages[n.passage].text[max(0, n.start - _BEFORE) : n.end].lower())[-5:] for n in names)
    return any(CARDINALS.get(word.strip("\"'“”‘’(,"), 0) == count or word == str(count) for words in said for word in words)


def _numbered(stretch: str) -> int:
    """Up to which number a text numbers things without a gap: "first … second … third" gives 3."""
    ordinals = {_ORDINALS[w] for w in re.findall(r"[a-z]+", stretch.lower()) if w in _ORDINALS}
    numbers = {CARDINALS.get(n.lower(), 1 if n.lower() == "one" else int(n) if n.isdigit() else 0) for n in _NUMBERED.findall(stretch)}
    return max((_unbroken(found) for found in (ordinals, numbers)), default=0)


def _unbroken(numbers: set[int]) -> int:
    return next(n for n in range(len(numbers) + 1) if n + 1 not in numbers)


def _is_list(ticks: Sequence[Tick], text: _Text) -> bool:
    """Whether the members are the items of one list, all of it."""
    first, last = text.number[ticks[0].passage], text.number[ticks[-1].passage]
    items = [p.role in _ITEMS for p in text.passages[max(0, first - 1) : last + 2]]
    whole = items.count(True) == last - first + 1 and items[min(1, first) : min(1, first) + last - first + 1].count(False) == 0
    return whole and last - first + 1 == len(ticks) == len({tick.passage for tick in ticks})


def _side(listing: Listing, passages: Mapping[PassageId, Passage]) -> Side:
    first = listing.ticks[0]
    end = max(tick.end for tick in listing.ticks if tick.passage == first.passage)
    says = " · ".join(passages[t.passage].text[t.start : t.end] for t in listing.ticks)
    return Side(first.passage, min(t.start for t in listing.ticks if t.passage == first.passage), end, says)
