"""The home page and the curator's own pages. What the curator wrote stands first and as it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote_plus

from generator.address import of_concept
from generator.citing import without
from generator.library import Library
from generator.model import ConceptKind, Document, Note
from generator.pages import linked
from generator.pages.disagreements import of_concept as disputed
from generator.pages.indexes import ConceptRow, SourceRow, by_date, concept_rows, source_rows
from generator.pages.issues import latest
from generator.pages.origins import counted
from generator.pages.page import Link, Page
from generator.pages.prose import Tooltip, titled, tooltips
from generator.pages.references import Reference, cited
from generator.pages.words import count, day

_HOME = "index.md"
#: Sources and the newest issue of the newsletter together.
_MOST_NEW = 3
_MOST_TOPICS = 12
_MOST_PUBLISHERS = 6
_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Glance:
    """A topic or trend at a glance. `disputed` leads to what is disputed of it; None where nothing is."""

    row: ConceptRow
    disputed: Link | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page: the curator's words, what is new, topics and trends at a glance, what to search for.

    `drawn_from`: who published the sources, as their files say it.
    """

    title: str
    heading: str
    prose: str
    references: tuple[Reference, ...]
    tooltips: tuple[Tooltip, ...]
    drawn_from: tuple[Link, ...]
    as_of: str
    counts: tuple[Link, ...]
    issue: Link | None
    newest: tuple[SourceRow, ...]
    topics: tuple[Glance, ...]
    more_topics: int
    trends: tuple[Glance, ...]
    searches: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A page of the curator's own. `heading` is empty where the prose begins with one."""

    title: str
    heading: str
    prose: str
    references: tuple[Reference, ...]
    tooltips: tuple[Tooltip, ...]
    aside: bool


def home(library: Library) -> Iterable[Page]:
    """The home page, with the curator's `index.md` on top where there is one."""
    note = next((n for n in library.notes if n.path == _HOME), None)
    title = note.title if note else "Home"
    prose = cited(library, _HOME, note.body if note else "")
    topics = _strongest(concept_rows(library, ConceptKind.TOPIC, _HOME))
    trends = _strongest(concept_rows(library, ConceptKind.TREND, _HOME))
    yield Page(
        _HOME,
        "home.md",
        HomeView(
            title=title,
            heading=titled(prose.prose, title),
            prose=prose.prose,
            references=prose.references,
            tooltips=tooltips(library, without(note.body) if note else ""),
            drawn_from=_publishers(library),
            as_of=day(library.as_of),
            counts=_counts(library),
            newest=source_rows(library, _newest(library), _HOME),
            issue=latest(library, _HOME),
            topics=_glances(library, topics),
            more_topics=max(0, len(topics) - _MOST_TOPICS),
            trends=_glances(library, trends),
            searches=tuple(Link(row.link.text, f"?q={quote_plus(row.link.text, errors='replace')}") for row in topics[:_SUGGESTED]),
        ),
        linked.of_site(library, title),
    )


def notes(library: Library) -> Iterable[Page]:
    """The curator's other pages, under the paths that they have in `docs/`. Issues of the newsletter have pages of their own kind."""
    for note in library.notes:
        if note.path != _HOME and note.path not in {issue.page for issue in library.issues}:
            yield Page(note.path, "note.md", _view(library, note))


def _view(library: Library, note: Note) -> NoteView:
    prose = cited(library, note.path, note.body)
    heading, tips = titled(note.body, note.title), tooltips(library, without(note.body))
    return NoteView(note.title, heading, prose.prose, prose.references, tips, note.aside)


def _counts(library: Library) -> tuple[Link, ...]:
    """What the site holds, each number with the page that lists it."""
    kinds = [c.kind for c in library.vocabulary.concepts.values()]
    passages = sum(passage.says for passage in library.passages.values())
    counts = [
        (len(library.documents), "source", "sources/"),
        (passages, "passage", ""),
        (kinds.count(ConceptKind.TOPIC), "topic", "topics/"),
        (kinds.count(ConceptKind.TREND), "trend", "trends/"),
        (kinds.count(ConceptKind.TERM), "term", "glossary/"),
        (len(library.disagreements), "disagreement", "disagreements/"),
        (len(library.predictions), "prediction", "predictions/"),
        (len(library.observations), "number", "numbers/"),
    ]
    words = {"sources/": counted(len(library.documents), library.independent(library.documents))}
    return tuple(Link(words.get(href) or count(number, one), href) for number, one, href in counts if number)


def _publishers(library: Library) -> tuple[Link, ...]:
    """Who published most of the sources, each with the list of theirs, and how many more sources there are; empty where no file says it."""
    documents = library.documents.values()
    sizes = Counter(d.publisher for d in documents if d.publisher and "publisher" not in d.inferred)
    most = sorted(sizes, key=lambda name: (-sizes[name], name.casefold()))[:_MOST_PUBLISHERS]
    named = [Link(name, f"sources/?publisher={quote_plus(name, errors='replace')}") for name in most]
    left = len(documents) - sum(sizes[name] for name in most)
    return (*named, *([Link(count(left, "more source"), "sources/")] if left else [])) if named else ()


def _newest(library: Library) -> list[Document]:
    return by_date(library.documents.values())[: _MOST_NEW - bool(library.issues)]


def _strongest(rows: Iterable[ConceptRow]) -> list[ConceptRow]:
    """All rows on one level: those with most independent origins first, then with most central passages."""
    flat = [row for top in rows for row in _flat(top)]
    return sorted(flat, key=lambda row: (-row.tally.origins, -row.tally.central, -row.tally.passages, row.link.text.casefold()))


def _glances(library: Library, rows: Iterable[ConceptRow]) -> tuple[Glance, ...]:
    """The first rows, each with how many disagreements its page shows."""
    concepts = {of_concept(c).href(_HOME): c for c in library.vocabulary.concepts.values()}
    made = []
    for row in islice(rows, _MOST_TOPICS):
        disputes = len(disputed(library, concepts[row.link.href], _HOME))
        mark = (
            Link(f"{disputes:,} disputed", f"{row.link.href}#what-is-disputed", f"What is disputed: {row.link.text}") if disputes else None
        )
        made.append(Glance(row, mark))
    return tuple(made)


def _flat(row: ConceptRow) -> Iterable[ConceptRow]:
    yield row
    for below in row.below:
        yield from _flat(below)
