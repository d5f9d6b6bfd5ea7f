"""What the pictures say that stand for the site and its topics where they are linked (Open Graph). Draws nothing."""

from typing import NamedTuple

from generator import address
from generator.findings.backlinks.prose import blocks
from generator.library import Library
from generator.pages.origins import counted
from generator.pages.tally import has_page, tally

#: The picture of every page that has none of its own.
SITE = "cards/card.png"


class Card(NamedTuple):
    """A picture to be: its path below the site's root, and its words: the site's name, a title, what that means, a line at its foot."""

    path: str
    site: str
    title: str
    meaning: str
    foot: str


def cards(library: Library) -> tuple[Card, ...]:
    """The site's picture, and one a topic and trend."""
    site = library.site.name or "Home"
    made = [Card(SITE, "", site, library.site.description, counted(len(library.documents), library.independent(library.documents)))]
    for concept in library.vocabulary.concepts.values():
        if has_page(concept):
            meaning = " ".join(block.text for block in blocks(concept.definition))
            found = tally(library, concept.id)
            foot = counted(found.sources, found.origins) if found.sources else ""
            made.append(Card(address.card_of(concept), site, concept.name, meaning, foot))
    return tuple(made)
