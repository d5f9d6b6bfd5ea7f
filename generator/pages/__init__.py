"""Library → pages: all families of pages, in one tuple. Views are values; nothing here writes or knows a template's words."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from generator.library import Library
from generator.pages.concept import TOPICS
from generator.pages.coverage import COVERAGE
from generator.pages.disagreements import DISPUTES
from generator.pages.entries import entries
from generator.pages.home import home, notes
from generator.pages.indexes import SOURCE_INDEX, indexes
from generator.pages.issues import issues
from generator.pages.issues import letters as letters
from generator.pages.linkers import linked_here
from generator.pages.map import chart
from generator.pages.mishearings import mishearings
from generator.pages.numbers import NUMBERS
from generator.pages.page import Each, Maker
from generator.pages.page import Page as Page
from generator.pages.predictions import LEDGER
from generator.pages.quotes import QUOTES
from generator.pages.source import source_note
from generator.pages.timeline import timeline

#: Every family of pages. A new one is a function here, a view, and a template.
PAGES: tuple[Maker | Each, ...] = (
    home,
    notes,
    indexes,
    SOURCE_INDEX,
    TOPICS,
    entries,
    Each(lambda library: library.documents, source_note),
    LEDGER,
    mishearings,
    NUMBERS,
    QUOTES,
    chart,
    DISPUTES,
    COVERAGE,
    issues,
    timeline,
)


class Sheet(NamedTuple):
    """Pages that are made together, by one function of a library and a subject (None: it takes none)."""

    maker: Maker
    subject: Hashable = None

    def pages(self, library: Library) -> tuple[Page, ...]:
        """The pages, as this library has them."""
        made = self.maker(library) if self.subject is None else self.maker(library, self.subject)
        return tuple(linked_here(library, page) for page in made)


def sheets(library: Library) -> Iterator[Sheet]:
    """All that there are pages of, family after family."""
    for family in PAGES:
        if isinstance(family, Each):
            yield from (Sheet(family.maker, subject) for subject in family.subjects(library))
        else:
            yield Sheet(family)


def all_pages(library: Library) -> tuple[Page, ...]:
    """Every page of the site."""
    return tuple(page for sheet in sheets(library) for page in sheet.pages(library))
