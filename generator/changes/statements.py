"""Which statements of the curator's rest on nothing any more if sources go: sentences of notes whose every citation names one of them."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from generator.address import Address, of_concept
from generator.citing import marks
from generator.model import Note, SeedId, Vocabulary
from generator.report import Location
from generator.text import sentences

#: The space that a mark leaves before a stop.
_LOOSE = re.compile(r" (?=[.,;:!?])")


class Statement(NamedTuple):
    """A sentence of the curator's with the sources that it cites; `page` is its address below the site's root."""

    page: str
    location: Location
    text: str
    sources: tuple[str, ...]


def unsupported(vocabulary: Vocabulary, notes: Iterable[Note], gone: Collection[SeedId]) -> tuple[Statement, ...]:
    """The statements that lose their last support with these sources, page by page."""
    lost = set(gone)
    return tuple(statement for page in _pages(vocabulary, notes) for statement in _cited(*page) if lost.issuperset(statement.sources))


def _pages(vocabulary: Vocabulary, notes: Iterable[Note]) -> Iterator[tuple[str, Location, str]]:
    for concept in vocabulary.concepts.values():
        yield of_concept(concept).url, Location(concept.location.path, concept.body_line), concept.body
    yield from ((Address(note.path).url, note.location, note.body) for note in notes)


def _cited(page: str, location: Location, body: str) -> Iterator[Statement]:
    """The sentences that cite something. A mark belongs to the sentence that begins last before it, also behind its full stop."""
    found = [mark for mark in marks(body) if mark.source]
    if not found:
        return
    bare = list(body)
    for mark in found:
        bare[mark.start : mark.end] = " " * (mark.end - mark.start)
    prose = "".join(bare)
    for start, end in _sentences(prose):
        own = [mark for mark in found if start <= mark.start < end]
        if own:
            place = Location(location.path, location.line + body.count("\n", 0, start))
            yield Statement(
                page, place, _LOOSE.sub("", " ".join(prose[start:end].split())), tuple(dict.fromkeys(mark.source for mark in own))
            )


def _sentences(prose: str) -> Iterator[tuple[int, int]]:
    """Spans from the beginning of each sentence to that of the next; a blank line ends a sentence too."""
    starts = []
    at = 0
    for block in prose.split("\n\n"):
        starts += [at + start for start, _ in sentences(block)]
        at += len(block) + 2
    yield from zip(starts, [*starts[1:], len(prose)], strict=True)
