"""What became of every passage: the page with a figure in sum and for each source, and the part that a source's note shows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from generator import address
from generator.found import Coverage, How
from generator.library import Library
from generator.model import Document, Passage, PassageId, SeedId
from generator.pages.page import Each, Link, Page, Turning, some, to_passage, to_source
from generator.pages.quoting import lines, under
from generator.pages.turning import parted
from generator.pages.words import count
from generator.parts import Head, cut
from generator.parts import Part as SomeOf
from generator.published import shown
from generator.text import clock

PAGE = "coverage.md"

#: The parts of a figure, in its order, with what each means.
PARTS = (
    ("used", "A topic, an entry, a citation or another finding rests on it."),
    ("structure", "Headings, chapters, and what says what a source is: the frame of its note."),
    ("unused", "Nothing rests on it yet."),
    ("excluded", "Set aside with a reason, such as an advertisement or a greeting."),
)
#: Uses in readers' words.
_USES = {
    How.CITED: "cited by the curator",
    How.CENTRAL: "central to a topic or an entry",
    How.SUPPORTS: "supporting one",
    How.FORETELLS: "foretelling something",
    How.QUOTES: "quoting somebody",
    How.SAID: "quoted elsewhere",
    How.DEFINES: "defining a term",
    How.SPELLS: "spelling a short form out",
    How.MEASURES: "stating a number",
    How.DIFFERS: "a side of a disagreement",
    How.LISTS: "listing the members of something",
    How.MISHEARS: "garbling a name",
    How.SHOWS_ORIGIN: "showing an origin",
}
#: Where passages of a use stand together; of the second sort also those of one source, by the filter of the page.
_STAND = {
    How.CENTRAL: "topics/index.md",
    How.SUPPORTS: "topics/index.md",
    How.DEFINES: "glossary.md",
    How.SPELLS: "glossary.md",
    How.DIFFERS: "disagreements.md",
    How.LISTS: "disagreements.md",
    How.MISHEARS: "mishearings.md",
}
_FILTERED = {
    How.FORETELLS: ("predictions.md", "source"),
    How.QUOTES: ("quotes.md", "quoted-in"),
    How.SAID: ("quotes.md", ""),
    How.MEASURES: ("numbers.md", "source"),
}
#: Words that tell a reader which passage is meant, where its text may be shown.
_FIRST_WORDS = 8

Subject = tuple[SomeOf[SeedId], Turning | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure, in whole percent: where it begins and how wide it is."""

    name: str
    count: int
    percent: int
    at: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A stacked bar: its parts add up to 100 percent. `label` says the same in words; `saying`: what other pages count as passages."""

    size: str
    saying: str
    parts: tuple[Part, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A source on the page; `words`: how much of its text is published."""

    link: Link
    figure: Figure
    words: str


@dataclass(frozen=True, slots=True)
class Left:
    """What nothing rests on for one reason: how many passages, and the sources, each link leading to the first of them."""

    reason: str
    size: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The page of coverage; `left`: what is not used, over all sources, by reason."""

    title: str
    total: Figure | None
    uses: tuple[Link, ...]
    left: tuple[Left, ...]
    meanings: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CoveredHere:
    """The coverage of one source: how its passages are used, and the unused and excluded ones under their heading or reason."""

    figure: Figure
    uses: tuple[Link, ...]
    unused: tuple[tuple[str, tuple[Link, ...]], ...]
    excluded: tuple[tuple[str, tuple[Link, ...]], ...]


def _parts(library: Library) -> Iterable[Subject]:
    """The sources by title."""
    documents = sorted(library.documents.values(), key=lambda d: (d.title.casefold(), d.id))
    return parted(cut(PAGE, [(Head("", ""), [d.id for d in documents])], str))


def _part(library: Library, subject: Subject) -> Iterable[Page]:
    part, turning = subject
    found = [library.documents[id] for _, rows in part.groups for id in rows]
    rows = tuple(Row(to_source(d, part.page), figure(library, [library.coverage[d.id]]), _published(library, d)) for d in found)
    first = part.number == 1
    total = figure(library, library.coverage.values()) if first else None
    uses, left = (_all_uses(library), tuple(_left(library))) if first else ((), ())
    yield Page(part.page, "coverage.md", CoverageView(part.titled("Coverage"), total, uses, left, PARTS, rows), turning=turning)


#: The page, in parts.
COVERAGE = Each(_parts, _part)


def _all_uses(library: Library) -> tuple[Link, ...]:
    return _uses(library, [id for each in library.coverage.values() for id in each.used], PAGE)


def _left(library: Library) -> Iterable[Left]:
    """What is excluded by reason, the most frequent first, and what is unused."""
    found: dict[str, dict[SeedId, list[PassageId]]] = {}
    for covered in library.coverage.values():
        for id, reason in (*covered.excluded, *((id, "") for id in covered.unused)):
            found.setdefault(reason, {}).setdefault(covered.source, []).append(id)
    for reason, sources in sorted(found.items(), key=lambda item: (not item[0], -sum(map(len, item[1].values())), item[0])):
        size = count(sum(map(len, sources.values())), "passage")
        most = sorted(sources.items(), key=lambda item: (-len(item[1]), library.documents[item[0]].title.casefold(), item[0]))
        yield Left(reason, size, some([_first_of(library, id, passages) for id, passages in most]))


def _first_of(library: Library, source: SeedId, passages: Sequence[PassageId]) -> Link:
    return Link(library.documents[source].title, to_passage(library.passages[passages[0]], PAGE), note=f"{len(passages):,}")


def covered_here(library: Library, document: Document) -> CoveredHere:
    """What a source's note says of its coverage."""
    page, covered = address.of_source(document.id).page, library.coverage[document.id]
    reasons = dict(covered.excluded)
    unused = [library.passages[id] for id in covered.unused]
    excluded = [library.passages[id] for id in reasons]
    return CoveredHere(
        figure=figure(library, [covered]),
        uses=_uses(library, covered.used, page, document.title),
        unused=_grouped(library, unused, [under(library, p) for p in unused], page),
        excluded=_grouped(library, excluded, [reasons[p.id] for p in excluded], page),
    )


def figure(library: Library, covered: Iterable[Coverage]) -> Figure:
    """The bar of one source or of several."""
    counts = Counter[str]()
    saying = 0
    for each in covered:
        counts.update({name: len(getattr(each, name)) for name, _ in PARTS})
        saying += sum(passage.says for passage in library.documents[each.source].passages)
    total = counts.total()
    shares = percents([counts[name] for name, _ in PARTS])
    parts = tuple(Part(name, counts[name], shares[i], sum(shares[:i])) for i, (name, _) in enumerate(PARTS))
    label = ", ".join(f"{part.count:,} {part.name} ({part.percent} %)" for part in parts)
    size = f"{counts['used']:,} of {count(total, 'passage')} used"
    return Figure(size, f"{count(saying, 'passage says', 'passages say')} something", parts, f"Of {count(total, 'passage')}: {label}")


def percents(counts: Sequence[int]) -> list[int]:
    """Whole percents that add up to 100 (largest remainders, Hamilton 1792); zeros where there is nothing to share."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shares = [100 * number // total for number in counts]
    missing = 100 - sum(shares)
    largest = sorted(range(len(counts)), key=lambda i: (-(100 * counts[i] % total), i))[:missing]
    return [share + (i in largest) for i, share in enumerate(shares)]


def _uses(library: Library, used: Iterable[PassageId], page: str, source: str = "") -> tuple[Link, ...]:
    """How many passages are used in which way, with the page that shows such uses (`source`: a title, to choose by where one can)."""
    counts = Counter(how for id in used for how in {use.how for use in library.uses[id]})
    return tuple(Link(f"{counts[how]:,} {words}", _shows(how, page, source)) for how, words in _USES.items() if counts[how])


def _shows(how: How, page: str, source: str) -> str:
    there, choice = _FILTERED.get(how, (_STAND.get(how, ""), ""))
    chosen = f"?{choice}={quote_plus(source, errors='replace')}" if choice and source else ""
    return address.Address(there).href(page) + chosen if there else ""


def _grouped(library: Library, passages: Iterable[Passage], names: Iterable[str], page: str) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    groups: dict[str, list[Link]] = {}
    for passage, name in zip(passages, names, strict=True):
        groups.setdefault(name, []).append(_link(library, passage, page))
    return tuple((name, tuple(links)) for name, links in groups.items())


def _link(library: Library, passage: Passage, page: str) -> Link:
    """The way to a passage by its time or lines, with its first words where they may be shown."""
    place = clock(passage.seconds) if passage.seconds is not None else lines(passage)
    span = shown(library, passage)
    words = passage.text[slice(*span)].split() if span else []
    first = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
    return Link(place, to_passage(passage, page), note=first)


def _published(library: Library, document: Document) -> str:
    if document.publish == "full":
        return "shown in full"
    used = library.coverage[document.id].used
    return f"shown in excerpts, {sum(id in library.excerpts for id in used):,} of {count(len(used), 'used passage')} in words"
