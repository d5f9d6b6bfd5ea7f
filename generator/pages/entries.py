"""The pages of small entries: glossary, people, organisations, products and benchmarks, works and events. No page of one concept."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator import address
from generator.found import Evidence
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Passage, SeedId
from generator.pages import linked
from generator.pages.page import Link, Page, to_source
from generator.pages.quoting import LINE_WORDS, Quotation, quotation
from generator.pages.showing import web
from generator.pages.sourced import Sourced, sourced
from generator.pages.tally import LinkHere, Tally, also, links, links_here, misheard, tally
from generator.pages.telling import spelled, told
from generator.pages.words import count
from generator.published import shown
from generator.text import fold, slug

#: Passages that an entry shows; the page of an entry's kind is a list to look things up in.
_MOST_QUOTED = 3

#: A page of one kind is cut into letters from this many entries on.
_LETTERS_FROM = 30

_GLOSSARY = "glossary.md"

#: Page: title, what one entry is, and its kinds with the heading of each.
_FAMILIES = {
    _GLOSSARY: ("Glossary", "term", ((ConceptKind.TERM, "Terms"),)),
    "people.md": ("People", "person", ((ConceptKind.PERSON, "People"),)),
    "organisations.md": ("Organisations", "organisation", ((ConceptKind.ORGANISATION, "Organisations"),)),
    "products.md": ("Products and benchmarks", "entry", ((ConceptKind.PRODUCT, "Products"), (ConceptKind.BENCHMARK, "Benchmarks"))),
    "works.md": ("Works and events", "entry", ((ConceptKind.WORK, "Works"), (ConceptKind.EVENT, "Events"))),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `speaks`: the sources in which a person speaks, with the number of turns."""

    anchor: str
    name: str
    definition: str
    told: tuple[Quotation, ...]
    spelled: tuple[Link, ...]
    scope_note: str
    editorial_note: str
    also: tuple[str, ...]
    misheard: tuple[str, ...]
    url: str
    speaks: tuple[Link, ...]
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    tally: Tally
    quotations: tuple[Quotation, ...]
    links_here: tuple[LinkHere, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading: a letter or a kind."""

    title: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntriesView:
    """A page of entries. `letters` is the bar above them: a letter without an address has no entry. `sourced` terms have no concept."""

    title: str
    size: str
    letters: tuple[Link, ...]
    sections: tuple[Section, ...]
    sourced: tuple[Sourced, ...] = ()


def entries(library: Library) -> Iterable[Page]:
    """The glossary and the pages of people, organisations, products and works."""
    spoken = _spoken(library)
    for path, (title, noun, kinds) in _FAMILIES.items():
        groups = [(heading, [c for c in library.vocabulary.concepts.values() if c.kind is kind]) for kind, heading in kinds]
        view = _view(title, noun, groups, partial(_entry, library, path, spoken))
        if path == _GLOSSARY:
            yield Page(path, "entries.md", replace(view, sourced=sourced(library, path)), linked.of_terms(library, path))
        else:
            yield Page(path, "entries.md", view)


def _view(title: str, noun: str, groups: Sequence[tuple[str, list[Concept]]], entry: Callable[[Concept], Entry]) -> EntriesView:
    filled = [(heading, sorted(group, key=lambda c: (c.name.casefold(), c.id))) for heading, group in groups if group]
    total = sum(len(group) for _, group in filled)
    size = count(total, noun, {"person": "people", "entry": "entries"}.get(noun, ""))
    if len(filled) == 1 and (total >= _LETTERS_FROM or title == "Glossary"):
        by_letter = _by_letter(filled[0][1])
        sections = tuple(Section(k, _letter_anchor(k), tuple(map(entry, found))) for k, found in by_letter.items())
        return EntriesView(title, size, _bar(by_letter), sections)
    return EntriesView(title, size, (), tuple(Section(h, f"all-{slug(h)}", tuple(map(entry, group))) for h, group in filled))


def _by_letter(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    groups: dict[str, list[Concept]] = {}
    for concept in concepts:
        groups.setdefault(_letter(concept.name), []).append(concept)
    return dict(sorted(groups.items()))


def _letter(name: str) -> str:
    """The letter under which a name stands; `#` for a digit, a mark, or a letter beyond A to Z."""
    first = re.sub(r"[^a-z]", "", slug(name)[:1]).upper()
    return first or "#"


def _letter_anchor(letter: str) -> str:
    return "letter-other" if letter == "#" else f"letter-{letter.lower()}"


def _bar(groups: dict[str, list[Concept]]) -> tuple[Link, ...]:
    letters = [*(["#"] if "#" in groups else []), *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    return tuple(Link(k, f"#{_letter_anchor(k)}" if k in groups else "") for k in letters)


def _entry(library: Library, page: str, spoken: dict[ConceptId, Counter[SeedId]], concept: Concept) -> Entry:
    return Entry(
        anchor=address.of_concept(concept).anchor,
        name=concept.name,
        definition=concept.definition,
        told=told(library, library.definitions_of.get(concept.id, ()), page),
        spelled=spelled(library, library.acronyms_of.get(concept.id, ()), page),
        scope_note=concept.scope_note,
        editorial_note=concept.editorial_note,
        also=also(library, concept),
        misheard=misheard(library, concept),
        url=web(concept.url),
        speaks=_speaks(library, spoken.get(concept.id, Counter()), page),
        broader=links(library, concept.broader, page),
        narrower=links(library, [*library.vocabulary.narrower.get(concept.id, ()), *concept.member], page),
        related=links(library, concept.related, page),
        tally=tally(library, concept.id),
        quotations=_quotations(library, concept, page),
        links_here=links_here(library, concept, page),
    )


def _quotations(library: Library, concept: Concept, page: str) -> tuple[Quotation, ...]:
    """The strongest passages; where nothing is really about the entry, the first one that names it."""
    evidence: tuple[Evidence, ...] = library.evidence_of.get(concept.id, ())
    strongest = sorted((library.passages[e.passage] for e in evidence), key=lambda p: not shown(library, p))
    passages = strongest[:_MOST_QUOTED] or _named(library, concept)
    return tuple(quotation(library, passage, page, {concept.id}, LINE_WORDS) for passage in passages)


def _named(library: Library, concept: Concept) -> list[Passage]:
    for mention in library.mentions_of.get(concept.id, ()):
        passage = library.passages[mention.passage]
        span = shown(library, passage) if passage.says else None
        if span and span[0] <= mention.start and mention.end <= span[1]:
            return [passage]
    return []


def _spoken(library: Library) -> dict[ConceptId, Counter[SeedId]]:
    """The number of turns of each person in each source."""
    turns: dict[ConceptId, Counter[SeedId]] = {}
    said = Counter((p.source, p.speaker) for p in library.passages.values() if p.speaker)
    for (source, name), number in said.items():
        person = library.vocabulary.people.get(fold(name))
        if person:
            turns.setdefault(person, Counter())[source] += number
    return turns


def _speaks(library: Library, turns: Counter[SeedId], page: str) -> tuple[Link, ...]:
    return tuple(to_source(library.documents[source], page, count(n, "turn")) for source, n in sorted(turns.items()))
