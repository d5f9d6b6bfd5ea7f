"""The page of mishearings: what sources garble, as heard, with what is meant, why, and where. How names are matched is told elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import address
from generator.library import Library
from generator.model import Concept, ConceptId, Mention
from generator.pages.page import Link, Page, to_concept
from generator.pages.quoting import Quotation
from generator.pages.telling import heard
from generator.pages.words import count

PATH = "mishearings.md"


@dataclass(frozen=True, slots=True)
class Form:
    """A garbled form of a name, how often it stands, and the places, one for each passage."""

    heard: str
    times: str
    places: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Garbled:
    """A concept whose name sources garble: the forms, and the curator's reason."""

    link: Link
    anchor: str
    reason: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class MishearingsView:
    """The page. `size` counts forms, names and places."""

    title: str
    size: str
    names: tuple[Garbled, ...]


def mishearings(library: Library) -> Iterable[Page]:
    """The one page, also where nothing is misheard."""
    concepts = sorted(library.vocabulary.concepts.values(), key=lambda c: (c.name.casefold(), c.id))
    names = tuple(found for concept in concepts if (found := _garbled(library, concept)))
    forms = sum(len(name.forms) for name in names)
    size = f"{count(forms, 'form')} of {count(len(names), 'name')}" if names else ""
    yield Page(PATH, "mishearings.md", MishearingsView("Mishearings", size, names))


def link(concept: ConceptId, page: str) -> str:
    """The address, relative to `page`, of what is misheard of a concept."""
    return address.Address(PATH, f"heard-{concept}").href(page)


def _garbled(library: Library, concept: Concept) -> Garbled | None:
    """The garbled forms of a concept's name, by the alphabet; None if there are none."""
    groups: dict[str, list[Mention]] = {}
    for mention in library.mentions_of.get(concept.id, ()):
        if mention.misheard:
            groups.setdefault(" ".join(mention.surface.split()).casefold(), []).append(mention)
    forms = tuple(_form(library, groups[key]) for key in sorted(groups))
    return Garbled(to_concept(concept, PATH), f"heard-{concept.id}", concept.editorial_note, forms) if forms else None


def _form(library: Library, mentions: list[Mention]) -> Form:
    once = {mention.passage: mention for mention in reversed(mentions)}
    places = (heard(library, mention, PATH) for mention in reversed(once.values()))
    surface = " ".join(mentions[0].surface.split())
    return Form(surface, count(len(mentions), "time"), tuple(places))
