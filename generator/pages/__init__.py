"""Library → pages: all families of pages, in one tuple. Views are values; nothing here writes or knows a template's words."""

from collections.abc import Callable, Iterable

from generator.library import Library
from generator.pages.concept import concepts
from generator.pages.coverage import coverage
from generator.pages.disagreements import disagreements
from generator.pages.entries import entries
from generator.pages.home import home, notes
from generator.pages.indexes import indexes
from generator.pages.issues import issues
from generator.pages.issues import letters as letters
from generator.pages.linkers import linked_here
from generator.pages.map import chart
from generator.pages.mishearings import mishearings
from generator.pages.numbers import numbers
from generator.pages.page import Page as Page
from generator.pages.predictions import ledger
from generator.pages.quotes import quotes
from generator.pages.source import sources
from generator.pages.timeline import timeline

#: Every family of pages. A new one is a function here, a view, and a template.
PAGES: tuple[Callable[[Library], Iterable[Page]], ...] = (
    home,
    notes,
    indexes,
    concepts,
    entries,
    sources,
    ledger,
    mishearings,
    numbers,
    quotes,
    chart,
    disagreements,
    coverage,
    issues,
    timeline,
)


def all_pages(library: Library) -> tuple[Page, ...]:
    """Every page of the site, family after family."""
    return tuple(linked_here(library, page) for family in PAGES for page in family(library))
