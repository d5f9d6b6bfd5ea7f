"""How much of a source's text may be published, the same everywhere. Not which page or file shows it."""

import re
from collections.abc import Iterator

from generator.found import Prediction
from generator.library import Library
from generator.model import Passage, Role
from generator.text import excerpt

#: Of a source that is not published in full, at most so many words of a passage (DESIGN § 3).
MOST_WORDS = 60

#: What is a fact about a source rather than its words, and so is shown of every source.
FACTS = frozenset({Role.HEADLINE, Role.HEADING, Role.CHAPTER, Role.TABLE})


def shown(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The span of a passage's text that pages may show: a fact whole, else what `quotable` allows."""
    return (0, len(passage.text)) if passage.role in FACTS else quotable(library, passage)


def quotable(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The span that may be quoted: all of it where the source allows that, an excerpt where some page rests on it, or None."""
    if library.documents[passage.source].publish == "full":
        return 0, len(passage.text)
    if not library.quoted(passage):
        return None
    span = excerpt(passage.text, _focus(library, passage), words=MOST_WORDS)
    start, end = next(_rested_on(library, passage), span)
    return span if span[0] <= start and end <= span[1] else around(passage.text, start, end, words=MOST_WORDS)


def _rested_on(library: Library, passage: Passage) -> Iterator[tuple[int, int]]:
    """The words of a passage that a page rests on: first those that the curator cites, then a side of a disagreement, then a list."""
    yield from ((q.start, q.end) for c in library.cited_in.get(passage.id, ()) for q in c.places if q.passage == passage.id)
    sides = (side for d in library.disagreements_in.get(passage.id, ()) for side in d.sides if side.passage == passage.id)
    yield from ((side.start, side.end) for side in sides)
    yield from ((t.start, t.end) for one in library.listed_in.get(passage.id, ()) for t in one.ticks if t.passage == passage.id)


def around(text: str, start: int, end: int, *, words: int) -> tuple[int, int]:
    """The excerpt of at most `words` words that shows a span whole, on sentence ends where that fits; a longer span is cut."""
    span = excerpt(text, start, words=words)
    if span[0] <= start and end <= span[1]:
        return span
    found = list(re.compile(r"\S+").finditer(text, start))
    return (start, found[min(words, len(found)) - 1].end()) if found else span


def _focus(library: Library, passage: Passage) -> int:
    """Where it foretells; else where it speaks most of the concept that it is strongest evidence of, or names it; else its beginning."""
    foretold = library.predictions_in.get(passage.id, ())
    if foretold:
        return foretold[0].start
    strongest = library.evidence_in.get(passage.id, ())
    spoken = (e.focus for e in strongest if e.focus is not None)
    named = (m.start for e in strongest for m in library.mentions_in.get(passage.id, ()) if m.concept == e.concept)
    defined = library.definitions_in.get(passage.id, ()) or library.misheard_in(passage.id)
    counted = (o.start for o in library.observations_in.get(passage.id, ()))
    return next(spoken, next(named, defined[0].start if defined else next(counted, _quoted_at(library, passage))))


def _quoted_at(library: Library, passage: Passage) -> int:
    """Where the passage quotes, or is quoted from; else its beginning."""
    quoting = (quote.start for quote in library.quotes_in.get(passage.id, ()))
    said = (t.start for q in library.quoted_from.get(passage.id, ()) for t in q.traces if t.passages[0] == passage.id)
    return next(quoting, next(said, 0))


def claim_shown(library: Library, prediction: Prediction) -> tuple[int, int] | None:
    """The part of a prediction's claim that may be shown; None where it lies outside of what may."""
    passage = library.passages[prediction.passage]
    start, end = shown(library, passage) or (0, 0)
    start, end = max(start, prediction.start), min(end, prediction.end)
    return (start, end) if start < end else None


def cut(text: str, words: int = MOST_WORDS) -> str:
    """A text's first words, with a sign where more are left out."""
    found = text.split()
    return text if len(found) <= words else " ".join((*found[:words], "…"))
