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


@dataclass(frozen=True, slots=True)
class Undefined:
    """A term that the vocabulary lacks: where sources define it, and its short forms."""

    key: str
    name: str
    definitions: tuple[Definition, ...]
    short: tuple[Acronym, ...]


def undefined(library: Library) -> tuple[Undefined, ...]:
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
    return tuple(Undefined(key, name, tuple(defined.get(key, ())), tuple(short.get(key, ()))) for key, name in sorted(names.items()))


def sourced(library: Library, term: Undefined, page: str) -> Sourced:
    """A term as it is shown on `page`."""
    return Sourced(f"source-term-{slug(term.key)}", term.name, told(library, term.definitions, page), spelled(library, term.short, page))
