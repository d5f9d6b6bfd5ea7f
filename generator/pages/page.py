"""A page before it is written, and the links that pages share. No page's content."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from generator import address
from generator.library import Library
from generator.model import Concept, Document, Passage


class View(Protocol):
    """What a template is given: a frozen dataclass in which everything is worked out."""

    @property
    def title(self) -> str:
        """The page's title, plain text."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `href` is relative, or the address of an original; `title` is a tooltip, `note` small words behind it.

    `retold`: it leads to a source that is told here in other words than its own, so that no word shown of it is a quotation.
    """

    text: str
    href: str = ""
    title: str = ""
    note: str = ""
    retold: bool = False


@dataclass(frozen=True, slots=True)
class LinkHere:
    """A sentence of the curator's prose that names or links what the page is about; `hit` is the name or link in it."""

    link: Link
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Turning:
    """The ways from a part of a long page (see `turning`): addresses of the one before and after (empty: none) and of all others,
    numbers to choose from, and where each group begins.
    """

    before: str
    after: str
    pages: tuple[Link, ...]
    others: tuple[str, ...]
    groups: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be: Markdown path below `build/docs`, name of its template, and the view made for it.

    `graph` is what the page says of itself to machines (JSON-LD, see `linked`), `card` the path of its picture for links to it (empty: the
    site's), `turning` the ways to its other parts where it is too long for one page, `links_here` what its foot tells (see `linkers`).
    """

    path: str
    template: str
    view: View
    graph: tuple[Mapping[str, object], ...] = ()
    card: str = ""
    turning: Turning | None = None
    links_here: tuple[LinkHere, ...] = ()


Maker = Callable[..., Iterable[Page]]


class Each(NamedTuple):
    """A family of pages that have a subject each: then one is made by itself, and only if what it shows has changed."""

    subjects: Callable[[Library], Iterable[Hashable]]
    maker: Maker

    def __call__(self, library: Library) -> Iterable[Page]:
        """All pages of the family."""
        return (page for subject in self.subjects(library) for page in self.maker(library, subject))


def some(links: Sequence[Link], most: int = 40) -> tuple[Link, ...]:
    """The first of many links, and how many more there are: a row of more than that is not read."""
    return (*links[:most], *((Link(f"and {len(links) - most:,} more"),) if len(links) > most else ()))


def to_concept(concept: Concept, page: str, note: str = "") -> Link:
    """The link from `page` to a concept's page or entry, with its definition as tooltip."""
    return Link(concept.name, address.of_concept(concept).href(page), concept.definition, note)


def to_source(document: Document, page: str, note: str = "") -> Link:
    """The link from `page` to a source's note."""
    return Link(document.title, address.of_source(document.id).href(page), note=note, retold=bool(document.form))


def to_passage(passage: Passage, page: str) -> str:
    """The address, relative to `page`, of a passage on its source's note."""
    return address.of_passage(passage).href(page)
