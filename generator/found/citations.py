"""Words of a source that the curator's prose rests on."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model import PassageId, SeedId
from generator.report import Location


class Selector(NamedTuple):
    """The anchor of words in a source (W3C Web Annotation, TextQuoteSelector): the words as the source has them, and what stands around."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Quoted(NamedTuple):
    """Where cited words stand: the passage, and their span in its text."""

    passage: PassageId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a source that a sentence of the curator's rests on. One number for all marks on a page that cite the same words.

    `page` is the Markdown path below `docs/`, `location` that of the first mark, `words` as the curator wrote them. `places` has one item,
    two where a sentence is cut across two passages, none where the build has no such source; then the anchor holds the words alone.
    """

    page: str
    number: int
    location: Location
    source: SeedId
    words: str
    anchor: Selector
    places: tuple[Quoted, ...] = ()
