"""Which words of a source in excerpts are published: a share of all its words, spent on what most needs them. No page, no file."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from generator.found import How, Use
from generator.model import Document, Passage, PassageId, Role, Table
from generator.text import around, sentences

#: At most so many words of a passage (DESIGN § 3), and so many while there is another passage that has none yet: a sentence or two.
MOST_WORDS = 60
_BRIEF = 30

#: At most this share of a source's words. Three words in four are missing: enough is left to judge what the site says of a source, too
#: little to read it here. Of a very short text one excerpt may be shown. Titles and metadata do not count.
SHARE = 0.25
FEWEST_WORDS = 60

#: A cell of a table with more words is running text rather than a value or a name, and is cut.
CELL_WORDS = 8

#: What names a source or a part of it, and what says when, where and by whom it was published.
TITLES = frozenset({Role.HEADLINE, Role.HEADING, Role.CHAPTER})
_UNCOUNTED = TITLES | {Role.METADATA}

#: Uses that come before all others, and those that take what others leave. Between them stand, in turn, a passage that a page lists for
#: its own sake and the next strongest one of a concept, so that neither kind of page lives at the cost of the other.
_FIRST = frozenset({How.CITED, How.DIFFERS, How.LISTS})
_LAST = frozenset({How.SUPPORTS, How.SHOWS_ORIGIN})
_ORDER = {how: number for number, how in enumerate(How)}

Span = tuple[int, int]
Uses = Mapping[PassageId, tuple[Use, ...]]
#: Makes what a document and the uses of its passages give, or knows it from before.
Once = Callable[[Document, Uses, Callable[[], Mapping[PassageId, Span]]], Mapping[PassageId, Span]]


def anew(document: Document, uses: Uses, make: Callable[[], Mapping[PassageId, Span]]) -> Mapping[PassageId, Span]:
    """Know nothing from before."""
    return make()


def excerpts(documents: Iterable[Document], uses: Uses, once: Once = anew) -> Mapping[PassageId, Span]:
    """The part of each used passage that may be published, of the documents that are not published in full. `once` may know it."""
    made: dict[PassageId, Span] = {}
    for document in documents:
        if document.publish != "full":
            here = {p.id: uses[p.id] for p in document.passages if p.id in uses}
            made |= once(document, here, partial(_allotted, document, here))
    return made


def allowance(document: Document) -> int:
    """How many words of running text may be published of a document: what its share leaves beside its tables, which are facts."""
    tables = sum(len(cell(text).split()) for p in document.passages if p.table for text in cells(p.table))
    return max(FEWEST_WORDS, int(SHARE * sum(map(size, document.passages))) - tables)


def size(passage: Passage) -> int:
    """The words of a passage that count; of a table those in its cells."""
    if passage.role in _UNCOUNTED:
        return 0
    return sum(len(text.split()) for text in cells(passage.table)) if passage.table else len(passage.text.split())


def cell(text: str) -> str:
    """As much of a table's cell as is shown of a source in excerpts."""
    words = text.split()
    return text if len(words) <= CELL_WORDS else " ".join((*words[:CELL_WORDS], "…"))


def cells(table: Table) -> Iterable[str]:
    """The texts of all cells of a table, its header's too."""
    return (*table.header, *(cell.text for row in table.rows for cell in row))


def is_fact(passage: Passage) -> bool:
    """Whether a passage is shown whole of every source: a title, or a table of values and names."""
    return passage.role in TITLES or (passage.table is not None and all(cell(text) == text for text in cells(passage.table)))


def _allotted(document: Document, uses: Mapping[PassageId, tuple[Use, ...]]) -> dict[PassageId, Span]:
    """First a sentence or two for each passage in turn, then up to the limit of one passage, as long as there are words left.

    Cited words are taken before any other: the curator's references show them in any case. So where there are none left for the sentence
    around them, they are the excerpt themselves.
    """
    used = [p for p in document.passages if p.id in uses]
    granted = {p.id: (0, len(p.text)) for p in used if is_fact(p)}
    queue = _in_turn([p for p in used if not p.table and p.id not in granted], uses)
    taken = {p.id: {at for use in uses[p.id] if use.how is How.CITED for at in _words(p, (use.start, use.end))} for p in queue}
    left = allowance(document) - sum(map(len, taken.values()))
    if left >= 0:
        granted |= {p.id: span for p in queue if (span := _cited(p, uses[p.id]))}
    for words in (_BRIEF, MOST_WORDS):
        for passage in queue:
            span = _part(passage, uses[passage.id], words)
            more = _words(passage, span) - taken[passage.id]
            if len(more) <= left:
                granted[passage.id] = span
                taken[passage.id] |= more
                left -= len(more)
    return granted


def _in_turn(passages: Sequence[Passage], uses: Mapping[PassageId, tuple[Use, ...]]) -> list[Passage]:
    """The passages in the order in which they are given words."""
    keys = [(min(_key(use) for use in uses[p.id]), p.text.rstrip().endswith("?"), p) for p in passages]
    ordered = sorted(keys, key=lambda k: (k[0][0], k[1], k[0], k[2].lines))  # who asks waits for those who answer
    first, listed, strong, last = ([p for (kind, *_), _, p in ordered if kind == group] for group in range(4))
    return [*first, *(p for pair in zip_longest(strong, listed) for p in pair if p), *last]


def _key(use: Use) -> tuple[int, int, int]:
    """The group that a use belongs to, and its place in that: evidence in turn from each concept, other uses one kind after another."""
    if use.how in _FIRST:
        return 0, _ORDER[use.how], use.rank
    if use.how is How.CENTRAL:
        return 2, use.rank, 0
    return (3, use.rank, _ORDER[use.how]) if use.how in _LAST else (1, _ORDER[use.how], use.rank)


def _part(passage: Passage, uses: Sequence[Use], words: int) -> Span:
    """The excerpt of a passage around the words that its foremost use needs; a sentence is cut only if it is longer than `MOST_WORDS`."""
    use = _foremost(uses)
    start, end = use.start, min(use.end, len(passage.text))
    touched = [span for span in sentences(passage.text) if span[1] > start and span[0] <= max(start, end - 1)]
    needed = len(_words(passage, (touched[0][0], touched[-1][1]))) if touched else 0
    return around(passage.text, start, end, words=max(words, min(MOST_WORDS, needed)))


def _cited(passage: Passage, uses: Sequence[Use]) -> Span | None:
    """The words that are cited first and foremost, if they may be shown."""
    use = _foremost(uses)
    return (use.start, use.end) if use.how is How.CITED and len(_words(passage, (use.start, use.end))) <= MOST_WORDS else None


def _foremost(uses: Sequence[Use]) -> Use:
    return min(uses, key=lambda u: (_ORDER[u.how], u.rank))


def _words(passage: Passage, span: Span) -> set[int]:
    """The words in a span, by where they begin."""
    return {word.start() for word in re.compile(r"\S+").finditer(passage.text, *span)}
