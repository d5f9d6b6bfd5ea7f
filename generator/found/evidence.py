"""Passages that are about a concept, and sentences of the curator's that name one."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import ConceptId, PassageId


class Grade(StrEnum):
    """How much a passage is about a concept. A passing mention is neither."""

    CENTRAL = "central"
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that is about a concept: how much, its score (comparable within a concept), and the reasons in words.

    `focus` is where in the text it speaks of the concept most (a character offset); None where no words of its own show it.
    """

    concept: ConceptId
    passage: PassageId
    grade: Grade
    score: float
    because: tuple[str, ...] = ()
    focus: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Backlink:
    """A sentence of the curator's prose that names or links a concept: the page it stands on, and the sentence as plain text."""

    concept: ConceptId
    page: str
    anchor: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True, order=True)
class PageLink:
    """A link in the curator's prose to a page that is no concept's (`to`, a Markdown path): where it stands, and its sentence around it."""

    to: str
    page: str
    anchor: str
    title: str
    before: str
    words: str
    after: str
