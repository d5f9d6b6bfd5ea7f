"""What the curator may take over into the vocabulary or a source's front matter, or turn down."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import ConceptId, PassageId, SeedId


class Proposal(StrEnum):
    """What accepting a suggestion does: a new entry of a kind, a label or a relation of an entry that is there, an origin of a source."""

    TERM = "term"
    PERSON = "person"
    ORGANISATION = "organisation"
    ALT = "altLabel"
    HIDDEN = "hiddenLabel"
    RELATED = "related"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion with its evidence. `score` (0 to 1) ranks those of a source.

    `name` is the new entry's name (`alt`: another one), the label, the id of the related entry, or the origin's name. `concept` is the
    entry that gets it; None for a new one and for an origin. `near`: company that a label asks for. `sources`: of an origin, those that
    are to state it.
    """

    kind: Proposal
    source: SeedId
    name: str
    because: str
    passages: tuple[PassageId, ...]
    score: float
    concept: ConceptId | None = None
    near: str = ""
    alt: str = ""
    sources: tuple[SeedId, ...] = ()
