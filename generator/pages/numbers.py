"""The page of numbers, and the short lists of them on pages of topics and sources. Finds none, draws none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.address import Address, of_concept, of_passage
from generator.found import Bearing, Grade, Observation
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Document, PassageId
from generator.pages.amounts import amount
from generator.pages.choices import Choice, choices
from generator.pages.page import Each, Link, Page, Turning, to_concept, to_source
from generator.pages.stated import to_number
from generator.pages.turning import parted
from generator.pages.words import capital, count, day
from generator.parts import Head, Part, cut
from generator.published import shown
from generator.text import clock, fold

_PAGE, _CSV = "numbers.md", "data/numbers.csv"
#: Words of the sentence on each side of the number.
_AROUND = 9
#: On a topic's page so many numbers say enough; the page of numbers has all.
_STRONGEST = 6
#: On a source's page so many, which weighs enough.
_FIRST = 12
#: And on a trend's page so many of its own measure.
_MEASURED = 40
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"})
_BEARINGS = {Bearing.ACTUAL: "", Bearing.TARGET: "target", Bearing.FORECAST: "forecast"}
_SIDES = {"": "", "from": "before", "to": "after"}
#: What predictions show already.
_HORIZON = "horizon"

#: A group, and its numbers.
Found = tuple[Head, Sequence[Observation]]
Subject = tuple[Part[Observation], Turning | None]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as it is shown. `low` sorts it; `before`, `hit` and `after` are its sentence, as far as it may be shown."""

    value: str
    low: float
    measure: str
    subject: Link | None
    period: str
    when: str
    bearing: str
    told: bool
    who: Link | None
    source: Link
    href: str
    clock: str
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that stand together: of one trend, of one table, or of one sort. `href` leads to the trend or the table."""

    head: Head
    href: str
    rows: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class NumbersView:
    """The page of numbers, or a part of it. `csv`: the address of all of them as a file."""

    title: str
    size: str
    choices: tuple[Choice, ...]
    csv: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class NumbersHere:
    """The numbers of a topic or a source: those shown, and how many more there are."""

    rows: tuple[Numbered, ...]
    more: str
    href: str


def _parts(library: Library) -> Iterable[Subject]:
    """The parts of the page; there is one also where it is empty, because the navigation leads to it."""
    return parted(cut(_PAGE, (*_trends(library), *_sorts(library), *_tables(library)), _name))


def _part(library: Library, subject: Subject) -> Iterable[Page]:
    part, turning = subject
    groups = tuple(
        Group(head, _way(library, head, rows[0], part.page), tuple(row(library, o, part.page) for o in rows)) for head, rows in part.groups
    )
    offered = _choices([row for group in groups for row in group.rows])
    view = NumbersView(part.titled("Numbers"), _size(library) if part.number == 1 else "", offered, Address(_CSV).file(part.page), groups)
    yield Page(part.page, "numbers.md", view, turning=turning)


#: The page of numbers, in parts.
NUMBERS = Each(_parts, _part)


def _size(library: Library) -> str:
    sources = len({library.passages[o.passage].source for o in library.observations})
    return f"{count(len(library.observations), 'number')} from {count(sources, 'source')}" if library.observations else ""


def _way(library: Library, head: Head, o: Observation, page: str) -> str:
    """Where the group of a number leads: to the trend that it measures, or to its table."""
    if o.measured == head.anchor:
        return of_concept(library.vocabulary.concepts[o.measured]).href(page)
    return of_passage(library.passages[o.passage]).href(page) if o.column is not None else ""


def _name(o: Observation) -> str:
    return f"{o.passage} {o.start} {o.row} {o.column}"


def _choices(rows: Sequence[Numbered]) -> tuple[Choice, ...]:
    said = {
        "Whose": (r.subject.text for r in rows if r.subject),
        "Who": (r.who.text for r in rows if r.who),
        "Source": (r.source.text for r in rows),
        "Bearing": (r.bearing or "actual" for r in rows),
    }
    return choices(said)


def of_source(library: Library, document: Document, page: str) -> NumbersHere | None:
    """The first numbers that a source states in its sentences, which its text has all of; its tables stand in its text."""
    found = [o for passage in document.passages for o in library.observations_in.get(passage.id, ())]
    said = [o for o in found if o.column is None]
    return _here(library, said, len(found) - len(said), _FIRST, page)


def of_topic(library: Library, concept: Concept, page: str) -> NumbersHere | None:
    """The strongest numbers of a topic or a trend: those of its own measure, then those of its central passages, without other trends'."""
    central = [e.passage for e in library.evidence_of.get(concept.id, ()) if e.grade is Grade.CENTRAL]
    own = measured(library, concept.id)
    near = [o for id in central for o in library.observations_in.get(id, ()) if _fits(o, concept)]
    found = list(dict.fromkeys((*own, *near)))
    return _here(library, found, 0, _STRONGEST if concept.kind is ConceptKind.TOPIC else min(len(own), _MEASURED) + _STRONGEST, page)


def measured(library: Library, concept: ConceptId) -> tuple[Observation, ...]:
    """All numbers that measure a trend."""
    found: tuple[Observation, ...] = library.observations_of.get(concept, ())
    return found


def _fits(o: Observation, concept: Concept) -> bool:
    return o.column is None and o.measured in {None, concept.id} and o.measure != _HORIZON


def _here(library: Library, found: Sequence[Observation], elsewhere: int, most: int, page: str) -> NumbersHere | None:
    if not found:
        return None
    left = len(found) - min(most, len(found)) + elsewhere
    rows = tuple(row(library, o, page) for o in found[:most])
    return NumbersHere(rows, count(left, "more number") if left else "", Address(_PAGE).href(page))


def _trends(library: Library) -> Iterable[Found]:
    for concept in library.vocabulary.concepts.values():
        found = measured(library, concept.id)
        if found:
            yield Head(concept.name, concept.id), found


#: The sorts of the other numbers of sentences, in the page's order: heading, anchor, and what belongs there.
_SORTS: tuple[tuple[str, str, Callable[[Observation], bool]], ...] = (
    (
        "Money",
        "money",
        lambda o: o.unit in {"USD", "EUR", "GBP", "JPY", "cents", "francs", "kronor", "rupees"} or (not o.unit and bool(o.per)),
    ),
    ("Shares and rates", "shares", lambda o: o.unit in {"%", "percentage points", "basis points"}),
    ("Multiples and ratios", "multiples", lambda o: o.unit in {"x", "to one"}),
    ("Times", "times", lambda o: o.unit.removesuffix("s") in _TIMES),
    ("Counts and sizes", "counts", lambda o: True),
)


def _sorts(library: Library) -> Iterable[Found]:
    left = [o for o in library.observations_of.get(None, ()) if o.column is None]
    for title, anchor, belongs in _SORTS:
        found = [o for o in left if belongs(o)]
        left = [o for o in left if not belongs(o)]
        if found:
            yield Head(title, anchor), found


def _tables(library: Library) -> Iterable[Found]:
    cells: dict[PassageId, list[Observation]] = {}
    for o in library.observations:
        if o.column is not None:
            cells.setdefault(o.passage, []).append(o)
    for number, (id, found) in enumerate(cells.items(), 1):
        passage = library.passages[id]
        source = library.documents[passage.source]
        found.sort(key=lambda o: (o.column or 0, o.row or 0))
        yield Head(passage.heading or "A table", f"table-{number}", source.title), found


def row(library: Library, o: Observation, page: str) -> Numbered:
    """A number on a page."""
    passage = library.passages[o.passage]
    before, hit, after = ("", "", "") if o.column is not None else _sentence(library, o)
    return Numbered(
        value=amount(o),
        low=o.low,
        measure=capital(o.measure),
        subject=_subject(library, o, page),
        period=o.period,
        when=when(o),
        bearing=_BEARINGS[o.bearing],
        told=o.unit_told,
        who=_who(library, o.who, page),
        source=to_source(library.documents[passage.source], page),
        href=to_number(library, o, page),
        clock=clock(passage.seconds) if passage.seconds is not None else "",
        before=before,
        hit=hit,
        after=after,
    )


def when(o: Observation) -> str:
    """When a number holds, in words; of a change that has no dates, on which side of it."""
    return day(o.period) or _SIDES[o.change]


def _subject(library: Library, o: Observation, page: str) -> Link | None:
    if o.subject:
        return to_concept(library.vocabulary.concepts[o.subject], page)
    return Link(o.subject_words) if o.subject_words else None


def _who(library: Library, name: str, page: str) -> Link | None:
    person = library.vocabulary.people.get(fold(name))
    if person:
        return to_concept(library.vocabulary.concepts[person], page)
    return Link(name) if name else None


def _sentence(library: Library, o: Observation) -> tuple[str, str, str]:
    """The words around a number, as far as they may be shown: before it, itself, behind it."""
    passage = library.passages[o.passage]
    first, last = shown(library, passage) or (0, 0)
    if not (first <= o.start and o.end <= last):
        return "", "", ""
    start, end = o.sentence
    before = passage.text[max(start, first) : o.start].split(" ")
    after = passage.text[o.end : max(o.end, min(end, last))].split(" ")
    lead = " ".join(before) if len(before) <= _AROUND else "… " + " ".join(before[-_AROUND:])
    tail = " ".join(after) if len(after) <= _AROUND else " ".join(after[:_AROUND]) + " …"
    return lead, o.surface, tail
