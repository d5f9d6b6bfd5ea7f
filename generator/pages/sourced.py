"""The glossary's section of terms that sources define and the vocabulary lacks, until the curator defines them. No concepts."""

from dataclasses import dataclass

from generator.found import Acronym, Definition
from generator.library import Library
from generator.pages.page import Link
from generator.pages.quoting import Quotation
from generator.pages.telling import spelled, told
from generator.text import fold, slug


@dataclass(frozen=True, slots=True)
class Sourced:
    """A term that only sources define: in their words, and spelled out."""

    anchor: str
    name: str
    told: tuple[Quotation, ...]
    spelled: tuple[Link, ...]


def sourced(library: Library, page: str) -> tuple[Sourced, ...]:
    """The terms by the alphabet, each once; a short form stands with its long one."""
    names: dict[str, str] = {}
    defined: dict[str, list[Definition]] = {}
    short: dict[str, list[Acronym]] = {}
    same = {fold(a.short): fold(a.long) for a in library.acronyms_of.get(None, ())}
    for acronym in library.acronyms_of.get(None, ()):
        key = fold(acronym.long)
        names.setdefault(key, acronym.long)
        short.setdefault(key, []).append(acronym)
    for definition in library.definitions_of.get(None, ()):
        key = same.get(fold(definition.term), fold(definition.term))
        names.setdefault(key, definition.term)
        defined.setdefault(key, []).append(definition)
    rows = [
        Sourced(f"source-term-{slug(key)}", name, told(library, defined.get(key, ()), page), spelled(library, short.get(key, ()), page))
        for key, name in sorted(names.items())
    ]
    return tuple(row for row in rows if row.told or row.spelled)
