"""The pages of small entries: glossary, people, organisations, products and benchmarks, works and events. No page of one concept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from generator import address
from generator.address import Address
from generator.found import Evidence
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Passage, SeedId
from generator.pages import linked
from generator.pages.page import Link, LinkHere, Page, to_source
from generator.pages.quoting import LINE_WORDS, Quotation, quotation
from generator.pages.showing import web
from generator.pages.sourced import Sourced, Undefined, sourced, undefined
from generator.pages.tally import Tally, also, links, links_here, misheard, tally
from generator.pages.telling import spelled, told
from generator.pages.turning import turned
from generator.pages.words import count, day
from generator.parts import Head, Part, gathered, numbers
from generator.published import shown
from generator.text import fold, slug

#: Passages that an entry shows; the page of an entry's kind is a list to look things up in.
_MOST_QUOTED = 3

#: A page of one kind is cut into letters from this many entries on.
_LETTERS_FROM = 30

_GLOSSARY = "glossary.md"

#: Page: title, what one entry is, and its kinds with the heading of each (in `address` their order).
_FAMILIES = {
    _GLOSSARY: ("Glossary", "term", {ConceptKind.TERM: "Terms"}),
    "people.md": ("People", "person", {ConceptKind.PERSON: "People"}),
    "organisations.md": ("Organisations", "organisation", {ConceptKind.ORGANISATION: "Organisations"}),
    "products.md": ("Products and benchmarks", "entry", {ConceptKind.PRODUCT: "Products", ConceptKind.BENCHMARK: "Benchmarks"}),
    "works.md": ("Works and events", "entry", {ConceptKind.WORK: "Works", ConceptKind.EVENT: "Events"}),
}
_BY_SOURCES = Head("Defined by sources", "defined-by-sources")

Turns = dict[ConceptId, Counter[SeedId]]


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
    date: str
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


class _Frame(NamedTuple):
    """What the parts of a page share: title, size, and where each letter begins (empty: the page is not cut into letters)."""

    title: str
    size: str
    letters: Mapping[str, Address]


def entries(library: Library) -> Iterable[Page]:
    """The glossary and the pages of people, organisations, products and works."""
    spoken = _spoken(library)
    for path, (title, noun, kinds) in _FAMILIES.items():
        found = sorted((c for c in library.vocabulary.concepts.values() if c.kind in kinds), key=address.by_name)
        lettered = path == _GLOSSARY or (len(found) >= _LETTERS_FROM and len({c.kind for c in found}) == 1)
        heads = {c.id: _letter_head(c) if lettered else Head(kinds[c.kind], f"all-{slug(kinds[c.kind])}") for c in found}
        begins = {heads[c.id].title: Address(address.of_concept(c).page, heads[c.id].anchor) for c in reversed(found)} if lettered else {}
        size = count(len(found), noun, {"person": "people", "entry": "entries"}.get(noun, ""))
        rows = [(c.part, heads[c.id], c) for c in found]
        terms = _after(rows, undefined(library)) if path == _GLOSSARY else []
        yield from turned(gathered(path, [*rows, *terms]), partial(_page, library, spoken, _Frame(title, size, begins)))


def _after(rows: Sequence[tuple[int, Head, Concept]], terms: Sequence[Undefined]) -> list[tuple[int, Head, Undefined]]:
    """The terms that only sources define: below the others where the page holds them all, else on parts of their own."""
    together = numbers([*(c.id for _, _, c in rows), *(term.key for term in terms)]) or [1]
    first = 1 if together[-1] == 1 else 1 + max((part for part, _, _ in rows), default=0)
    return [(first + part - 1, _BY_SOURCES, term) for part, term in zip(numbers(term.key for term in terms), terms, strict=True)]


def _page(library: Library, spoken: Turns, frame: _Frame, part: Part[Concept | Undefined]) -> Page:
    shown = [c for _, rows in part.groups for c in rows if isinstance(c, Concept)]
    view = EntriesView(
        title=part.titled(frame.title),
        size=frame.size if shown else "",
        letters=_bar(frame.letters, part.page) if frame.letters else (),
        sections=tuple(_section(library, spoken, part.page, head, rows) for head, rows in part.groups if head != _BY_SOURCES),
        sourced=tuple(sourced(library, term, part.page) for _, rows in part.groups for term in rows if isinstance(term, Undefined)),
    )
    return Page(part.page, "entries.md", view, linked.of_terms(library, part.page, shown) if frame.title == "Glossary" else ())


def _section(library: Library, spoken: Turns, page: str, head: Head, rows: Iterable[Concept | Undefined]) -> Section:
    return Section(head.title, head.anchor, tuple(_entry(library, page, spoken, c) for c in rows if isinstance(c, Concept)))


def _letter_head(concept: Concept) -> Head:
    letter = address.letter(concept.name)
    return Head(letter, "letter-other" if letter == "#" else f"letter-{letter.lower()}")


def _bar(begins: Mapping[str, Address], page: str) -> tuple[Link, ...]:
    letters = [*(["#"] if "#" in begins else []), *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    return tuple(Link(k, begins[k].href(page) if k in begins else "") for k in letters)


def _entry(library: Library, page: str, spoken: Turns, concept: Concept) -> Entry:
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
        date=day(concept.date),
        speaks=_speaks(library, spoken.get(concept.id, Counter()), page),
        broader=links(library, concept.broader, page),
        narrower=links(library, [*library.vocabulary.narrower.get(concept.id, ()), *concept.member], page),
        related=links(library, concept.related, page),
        tally=tally(library, concept.id),
        quotations=_quotations(library, concept, page),
        links_here=links_here(library, concept, page),
    )


def _quotations(library: Library, concept: Concept, page: str) -> tuple[Quotation, ...]:
    """The strongest passages; where nothing is really about the entry, the first one that names it, if possible where that is shown."""
    evidence: tuple[Evidence, ...] = library.evidence_of.get(concept.id, ())
    strongest = sorted((library.passages[e.passage] for e in evidence), key=lambda p: not shown(library, p))
    passages = strongest[:_MOST_QUOTED] or _named(library, concept)
    return tuple(quotation(library, passage, page, {concept.id}, LINE_WORDS) for passage in passages)


def _named(library: Library, concept: Concept) -> list[Passage]:
    unseen: list[Passage] = []
    for mention in library.mentions_of.get(concept.id, ()):
        passage = library.passages[mention.passage]
        span = shown(library, passage) or (0, 0)
        if passage.says and span[0] <= mention.start and mention.end <= span[1]:
            return [passage]
        unseen += [passage] if passage.says else []
    return unseen[:1]


def _spoken(library: Library) -> Turns:
    """The number of turns of each person in each source."""
    turns: Turns = {}
    said = Counter((p.source, p.speaker) for p in library.passages.values() if p.speaker)
    for (source, name), number in said.items():
        person = library.vocabulary.people.get(fold(name))
        if person:
            turns.setdefault(person, Counter())[source] += number
    return turns


def _speaks(library: Library, turns: Counter[SeedId], page: str) -> tuple[Link, ...]:
    return tuple(to_source(library.documents[source], page, count(n, "turn")) for source, n in sorted(turns.items()))
