"""What one document alone gives to suggestions: names, phrases, short forms, divided labels. What recurs in several is judged elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.findings.suggestions.labels import Divided, divisions, letters
from generator.findings.suggestions.names import Sighting, sightings, speaking
from generator.findings.suggestions.terms import Wording, wording
from generator.found import Suggestion
from generator.model import Document, Matches, Mention, PassageId, SeedId, Vocabulary

_SMALL = re.compile(r"\b[a-zß-ÿ][^\W\d_]*")


class Leads(NamedTuple):
    """All of it, by the document's id. `small`: its words without a capital, in one text (apart they take ten times the memory)."""

    source: SeedId
    small: str
    speaking: tuple[Suggestion, ...]
    names: tuple[Sighting, ...]
    wording: Wording
    divided: tuple[Divided, ...]


def leads(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Leads, ...]:
    """The leads of each document, in their order."""
    mentions: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        mentions[mention.passage].append(mention)
    known = letters(vocabulary)
    found = []
    for document in documents:
        small = frozenset(word for passage in document.passages for word in _SMALL.findall(passage.text))
        named = sightings(document, mentions, small)
        spoken = tuple(speaking(document, vocabulary))
        phrases, parts = wording(document, mentions), divisions(document, known, mentions)
        found.append(Leads(document.id, " ".join(sorted(small)), spoken, named, phrases, parts))
    return tuple(found)
