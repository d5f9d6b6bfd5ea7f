"""What links to a page as a whole: sentences of the curator's prose. What names or links a concept is told in `tally`."""

from dataclasses import replace

from generator.address import Address
from generator.library import Library
from generator.pages.page import Link, LinkHere, Page


def linkers(library: Library, page: str) -> tuple[LinkHere, ...]:
    """The sentences that link a page, each with the way there."""
    return tuple(
        LinkHere(Link(found.title, Address(found.page, found.anchor).href(page)), found.before, found.words, found.after)
        for found in library.links_to.get(page, ())
    )


def linked_here(library: Library, page: Page) -> Page:
    """The page with what links to it, to be told at its foot. A view that has a place of its own for that tells it there."""
    return page if hasattr(page.view, "links_here") else replace(page, links_here=linkers(library, page.path))
