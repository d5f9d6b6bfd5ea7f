"""Whose number it is: the entry of the vocabulary that its sentence names nearest, or the one that the sentence before was about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.findings.numbers.quantity import Quantity
from generator.model import Concept, ConceptId, ConceptKind, Mention
from generator.text import fold

#: What has numbers of its own. A topic is what a passage is about and a person who says it.
_OWNERS = frozenset({ConceptKind.ORGANISATION, ConceptKind.PRODUCT, ConceptKind.BENCHMARK, ConceptKind.EVENT, ConceptKind.WORK})
_CARRIES_ON = re.compile(
    r"[\"“']?(?:it|they|that|this|these|its|their|the company|today|now|then|and|but|so|once|in (?:19|20)\d\d|last year|this year|next)\b",
    re.IGNORECASE,
)
#: A name behind these words is a place, a means or an example.
_ASIDE = re.compile(r"\b(?:in the|on|via|like|such as|unlike|than|with|from|at the) \Z", re.IGNORECASE)
_APART = re.compile(r"[,;:.]|\b(?:and|if|but|while|because|than|like|such as|with)\b", re.IGNORECASE)
_OF = re.compile(r" (?:of|for|by) (?:the |a |an |its |their )?\Z", re.IGNORECASE)
#: "84% for Name": whose it is, also where the vocabulary does not know the name.
_SOMEBODY = re.compile(r" (?:for|by) (?:the )?[A-Z][\w-]*[a-z]")


class Spans(NamedTuple):
    """A sentence and the one before it, as spans of a text."""

    before: tuple[int, int] | None
    own: tuple[int, int]


def owners(mentions: Iterable[Mention], concepts: Mapping[ConceptId, Concept], publisher: str) -> list[Mention]:
    """The mentions of what can have numbers of its own; who publishes a source says them."""
    named = ((m, concepts[m.concept]) for m in mentions)
    return [m for m, concept in named if concept.kind in _OWNERS and fold(concept.name) != fold(publisher)]


def subject(text: str, spans: Spans, q: Quantity, named: Sequence[Mention]) -> ConceptId | None:
    """The owner of a quantity among those that its passage names."""
    before, (start, end) = spans
    own = [m for m in named if start <= m.start and m.end <= end and not _ASIDE.search(text, start, m.start)]
    behind = next((m for m in own if m.start >= q.end and _OF.fullmatch(text[q.end : m.start])), None)
    if behind:
        return behind.concept
    if somebodys(text, q, end):
        return None
    earlier = [m for m in own if m.end <= q.start]
    if earlier:
        return earlier[-1].concept
    if before and carries_on(text, start):
        said = [m for m in named if before[0] <= m.start and m.end <= before[1]]
        if said:
            return said[-1].concept
    later = next((m for m in own if m.start >= q.end), None)
    return later.concept if later and not _APART.search(text, q.end, later.start) else None


def somebodys(text: str, q: Quantity, end: int) -> bool:
    """Whether the words behind a quantity say whose it is, by a name: `84% for Name`."""
    return bool(_SOMEBODY.match(text, q.end, end))


def carries_on(text: str, start: int) -> bool:
    """Whether a sentence that begins at `start` goes on about what the one before was about."""
    return bool(_CARRIES_ON.match(text, start))
