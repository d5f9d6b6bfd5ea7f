"""Where things stand on the site: pages' Markdown paths, anchors, and links from one page to another. Knows no page's content."""

import posixpath
from functools import lru_cache
from typing import NamedTuple

from generator.model import Concept, ConceptKind, Passage, SeedId
from generator.parts import path_of
from generator.text import slug

#: The page (or the folder of pages) of each kind of concept. Topics and trends have a page each; the others an entry on a shared page.
_FOLDERS = {ConceptKind.TOPIC: "topics", ConceptKind.TREND: "trends"}
_SHARED = {
    ConceptKind.TERM: "glossary.md",
    ConceptKind.PERSON: "people.md",
    ConceptKind.ORGANISATION: "organisations.md",
    ConceptKind.PRODUCT: "products.md",
    ConceptKind.BENCHMARK: "products.md",
    ConceptKind.WORK: "works.md",
    ConceptKind.EVENT: "works.md",
}


#: The page of all disagreements, or its first part.
DISAGREEMENTS = "disagreements.md"


class Address(NamedTuple):
    """A place on the site: Markdown path of the page below `build/docs`, and an anchor on it (empty: the page itself)."""

    page: str
    anchor: str = ""

    @property
    def url(self) -> str:
        """The address below the site's root, as a reader's browser has it: `topics/scaling/`, `glossary/#token`."""
        stem = self.page.removesuffix(".md")
        folder = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"
        return folder + (f"#{self.anchor}" if self.anchor else "")

    def href(self, page: str) -> str:
        """The relative link for raw HTML on `page` (a Markdown path), with directory URLs: `../../glossary/#token`."""
        way = _way(page, self.page)
        return (f"#{self.anchor}" if way == "./" else f"{way}#{self.anchor}") if self.anchor else way

    def file(self, page: str) -> str:
        """The relative link for raw HTML on `page` where the place is a file and no page: `../data/numbers.csv`."""
        return posixpath.relpath("/" + self.page, "/" + Address(page).url)

    def markdown(self, page: str) -> str:
        """The relative link for Markdown on `page`, which the engine checks: `../glossary.md#token`."""
        relative = posixpath.relpath("/" + self.page, "/" + posixpath.dirname(page))
        return relative + (f"#{self.anchor}" if self.anchor else "")


@lru_cache(maxsize=1 << 16)  # a page links a few others over and over
def _way(page: str, other: str) -> str:
    """The way from the folder of one page to that of another, with a stroke at its end; `./` where they are one."""
    up, down = (Address(at).url.split("/")[:-1] for at in (page, other))
    same = next((n for n, (a, b) in enumerate(zip(up, down, strict=False)) if a != b), min(len(up), len(down)))
    return "/".join((*([".."] * (len(up) - same)), *down[same:])) + "/" if up != down else "./"


def of_concept(concept: Concept) -> Address:
    """A concept's page (topics and trends) or its entry on the page of its kind."""
    if concept.kind in _FOLDERS:
        return Address(f"{_FOLDERS[concept.kind]}/{concept.id}.md")
    return Address(path_of(_SHARED[concept.kind], concept.part), concept.id)


def lasting(concept: Concept) -> Address:
    """What names a concept for good, whatever part of a long page its entry stands on by now."""
    return of_concept(concept) if concept.kind in _FOLDERS else Address(_SHARED[concept.kind], concept.id)


def shared_page(kind: ConceptKind) -> str:
    """The page that the entries of a kind share, or its first part; empty for kinds with pages of their own."""
    return _SHARED.get(kind, "")


def letter(name: str) -> str:
    """The letter under which a name stands; `#` for a digit, a mark, or a letter beyond A to Z."""
    first = slug(name)[:1].upper()
    return first if first.isalpha() else "#"


def by_name(concept: Concept) -> tuple[int, str, str, str]:
    """What entries of shared pages are sorted by: kind, letter, name."""
    return list(_SHARED).index(concept.kind), letter(concept.name), concept.name.casefold(), concept.id


def card_of(concept: Concept) -> str:
    """The picture that stands for a topic or trend where its page is linked: its path below the site's root."""
    return f"cards/{of_concept(concept).url}card.png"


def twin_of(page: str) -> str:
    """A page's twin in plain Markdown (llmstxt.org), from its Markdown path: the path below the finished site's root."""
    return Address(page).url + "index.html.md"


def of_source(source: SeedId) -> Address:
    """A source's note."""
    return Address(f"sources/{source}.md")


def of_passage(passage: Passage) -> Address:
    """A passage's anchor on its source's note."""
    return Address(f"sources/{passage.source}.md", passage.anchor)


def of_sentence(passage: Passage, start: int) -> Address:
    """The anchor of a sentence within its passage, by the offset at which it begins: a passage that keeps its words keeps it."""
    return Address(f"sources/{passage.source}.md", f"{passage.anchor}-{start}")
