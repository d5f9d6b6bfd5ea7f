"""The sentences that state a number: each has an anchor in its passage, so that a chart's point leads to it. Shows nothing itself."""

from typing import NamedTuple

from generator import address
from generator.found import Observation
from generator.library import Library
from generator.model import Passage
from generator.pages.page import to_passage
from generator.published import shown


class Stating(NamedTuple):
    """A sentence that states a number, as far as it is shown: its span in the passage's text, and its anchor."""

    start: int
    end: int
    anchor: str


def stating(library: Library, passage: Passage, span: tuple[int, int]) -> tuple[Stating, ...]:
    """The sentences of a part of a passage that state numbers, in order."""
    found = {o.sentence for o in library.observations_in.get(passage.id, ()) if _within(o, span)}
    return tuple(
        Stating(max(start, span[0]), min(end, span[1]), address.of_sentence(passage, start).anchor) for start, end in sorted(found)
    )


def to_number(library: Library, o: Observation, page: str) -> str:
    """The address, relative to `page`, of the sentence that states a number; for cells, and where it is not shown, of the passage."""
    passage = library.passages[o.passage]
    there = _within(o, shown(library, passage) or (0, 0))
    return address.of_sentence(passage, o.sentence[0]).href(page) if there else to_passage(passage, page)


def _within(o: Observation, span: tuple[int, int]) -> bool:
    return o.column is None and span[0] <= o.start and o.end <= span[1]
