"""The index pages of topics, trends and sources, and the short rows that the home page shares. No page of one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.found import Grade
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Document, Passage, SeedId
from generator.pages.choices import Choice, choices
from generator.pages.origins import counted
from generator.pages.page import Each, Link, Page, Turning, to_concept, to_source
from generator.pages.tally import Tally, has_page, tally
from generator.pages.turning import parted
from generator.pages.words import KINDS, capital, count, day
from generator.parts import Head, Part, cut
from generator.text import fold

_SOURCES = "sources/index.md"
_TOPICS_OF_SOURCE = 4
Subject = tuple[Part[SeedId], Turning | None]


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A topic or trend in a list. `share` is its bar: passages in percent of those of the largest one."""

    link: Link
    definition: str
    tally: Tally
    share: int
    below: tuple["ConceptRow", ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list. `iso`: its date to sort by; `says`: how many of its passages say something."""

    link: Link
    kind: str
    publisher: str
    date: str
    people: tuple[Link, ...]
    form: str
    counts: str
    topics: tuple[Link, ...]
    iso: str
    says: int


@dataclass(frozen=True, slots=True)
class ConceptsView:
    """The index of topics or of trends."""

    title: str
    size: str
    rows: tuple[ConceptRow, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The index of sources."""

    title: str
    size: str
    choices: tuple[Choice, ...]
    rows: tuple[SourceRow, ...]


def indexes(library: Library) -> Iterable[Page]:
    """The index pages of topics and trends."""
    topics = concept_rows(library, ConceptKind.TOPIC, "topics/index.md")
    trends = concept_rows(library, ConceptKind.TREND, "trends/index.md")
    yield Page("topics/index.md", "concepts.md", ConceptsView("Topics", count(_size(topics), "topic"), topics))
    yield Page("trends/index.md", "concepts.md", ConceptsView("Trends", count(_size(trends), "trend"), trends))


def concept_rows(library: Library, kind: ConceptKind, page: str) -> tuple[ConceptRow, ...]:
    """The concepts of a kind by name, each followed by those below it (of the same kind)."""
    concepts = {c.id: c for c in library.vocabulary.concepts.values() if c.kind is kind}
    most = max((len(library.evidence_of.get(id, ())) for id in concepts), default=0)
    return tuple(_row(library, c, concepts, most, page) for c in _tops(concepts))


def in_order(library: Library, kind: ConceptKind) -> Iterator[Concept]:
    """The concepts of a kind as their index lists them: by name, each followed by those below it."""
    concepts = {c.id: c for c in library.vocabulary.concepts.values() if c.kind is kind}
    todo = _tops(concepts)[::-1]
    while todo:
        concept = todo.pop()
        yield concept
        todo += _below(library, concept, concepts)[::-1]


def source_rows(library: Library, documents: Iterable[Document], page: str) -> tuple[SourceRow, ...]:
    """Rows of sources, the newest first."""
    return tuple(_source_row(library, d, page) for d in by_date(documents))


def by_date(documents: Iterable[Document]) -> list[Document]:
    """Sources, the newest first; those without a date come last."""
    by_title = sorted(documents, key=lambda d: (d.title.casefold(), d.id))
    return sorted(by_title, key=lambda d: d.date, reverse=True)


def people(library: Library, names: Iterable[str], page: str) -> tuple[Link, ...]:
    """Authors or speakers, each once, linked where the vocabulary knows them."""
    ids = {name: library.vocabulary.people.get(fold(name)) for name in names}
    found = [to_concept(library.vocabulary.concepts[id], page) if id else Link(name) for name, id in ids.items()]
    return tuple(dict.fromkeys(found))


def source_topics(library: Library, document: Document) -> list[tuple[ConceptId, int, int]]:
    """What a source is about: topic or trend, its passages and the central ones among them, the strongest first."""
    found: dict[ConceptId, list[int]] = {}
    for passage in document.passages:
        for evidence in library.evidence_in.get(passage.id, ()):
            if has_page(library.vocabulary.concepts[evidence.concept]):
                counts = found.setdefault(evidence.concept, [0, 0])
                counts[0] += 1
                counts[1] += evidence.grade is Grade.CENTRAL
    return sorted(((id, n, central) for id, (n, central) in found.items()), key=lambda t: (-t[2], -t[1], t[0]))


def _size(rows: Iterable[ConceptRow]) -> int:
    return sum(1 + _size(row.below) for row in rows)


def _named(concepts: Iterable[Concept]) -> list[Concept]:
    return sorted(concepts, key=lambda c: (c.name.casefold(), c.id))


def _tops(concepts: dict[ConceptId, Concept]) -> list[Concept]:
    return _named(c for c in concepts.values() if not any(b in concepts for b in c.broader))


def _below(library: Library, concept: Concept, concepts: dict[ConceptId, Concept]) -> list[Concept]:
    """The concepts that stand under this one, which is the first of those that they are part of."""
    narrower = (concepts[id] for id in library.vocabulary.narrower.get(concept.id, ()) if id in concepts)
    return _named(c for c in narrower if next(b for b in c.broader if b in concepts) == concept.id)


def _row(library: Library, concept: Concept, concepts: dict[ConceptId, Concept], most: int, page: str) -> ConceptRow:
    found = tally(library, concept.id)
    share = round(100 * found.passages / most) if most else 0
    below = tuple(_row(library, c, concepts, most, page) for c in _below(library, concept, concepts))
    return ConceptRow(to_concept(concept, page), concept.definition, found, share, below)


def _source_parts(library: Library) -> Iterable[Subject]:
    listed = [document.id for document in by_date(library.documents.values())]
    return parted(cut(_SOURCES, [(Head("", ""), listed)], str))


def _sources(library: Library, subject: Subject) -> Iterable[Page]:
    part, turning = subject
    size = counted(len(library.documents), library.independent(library.documents)) if part.number == 1 else ""
    rows = tuple(_source_row(library, library.documents[id], part.page) for _, found in part.groups for id in found)
    said = {"Kind": (r.kind for r in rows), "Publisher": (r.publisher for r in rows), "People": (p.text for r in rows for p in r.people)}
    yield Page(part.page, "sources.md", SourcesView(part.titled("Sources"), size, choices(said), rows), turning=turning)


#: The index of sources, in parts.
SOURCE_INDEX = Each(_source_parts, _sources)


def _source_row(library: Library, document: Document, page: str) -> SourceRow:
    topics = source_topics(library, document)
    used = sum(_is_on_topic(library, passage) for passage in document.passages)
    says = sum(passage.says for passage in document.passages)
    counts = [count(says, "passage"), f"{used:,} on {count(len(topics), 'topic', 'topics and trends')}" if topics else ""]
    return SourceRow(
        link=to_source(document, page),
        kind=capital(KINDS[document.kind][0]),
        publisher=document.publisher,
        date=day(document.date),
        people=people(library, document.speakers or document.authors, page),
        form=document.form,
        counts=", ".join(filter(None, counts)),
        topics=tuple(to_concept(library.vocabulary.concepts[id], page) for id, _, _ in topics[:_TOPICS_OF_SOURCE]),
        iso=document.date,
        says=says,
    )


def _is_on_topic(library: Library, passage: Passage) -> bool:
    return any(has_page(library.vocabulary.concepts[e.concept]) for e in library.evidence_in.get(passage.id, ()))
