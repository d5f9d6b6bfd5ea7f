"""Where sources differ: the page of all, and what pages of topics and sources show of it. Finds and judges nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import address
from generator.found import Difference, Disagreement, Grade, Quote, Run, Side
from generator.library import Library
from generator.model import Concept, Document
from generator.pages.members import Members
from generator.pages.members import of_concept as members_of
from generator.pages.page import Each, Link, Page, Turning, to_concept, to_passage, to_source
from generator.pages.quoting import lines, original, speaker
from generator.pages.traces import said
from generator.pages.turning import parted
from generator.pages.words import capital, count, day
from generator.parts import Head, Part, cut
from generator.published import cut as shortened
from generator.published import quote_shown, side_shown
from generator.text import clock, sentences

PAGE = address.DISAGREEMENTS

#: The groups of the page: heading, anchor, and a word on what belongs there.
_GROUPS = {
    Difference.DECLARED: Head("Opposite claims", "claims", "Set side by side by the curator."),
    Difference.MEMBERS: Head("Lists that differ", "lists", "One list, and sources that do not count the same things in it."),
    Difference.VALUES: Head(
        "One measure, several values", "values",
        "Different numbers for the same thing; what rounding can explain does not count.",
    ),
    Difference.TABLE: Head(
        "Statements and their own tables", "tables",
        "Held against the cells by arithmetic; what rounding can explain does not count.",
    ),
    Difference.QUOTATION: Head(
        "Quotations and what was said", "quotations",
        "Words that matter were changed or left out, or said by several people. Spelling and fillers do not count.",
    ),
}  # fmt: skip
_STOPS = frozenset(("", *".!?…"))
LABELS = {"quoted": "Quoted", "said": "Said", "text": "The text", "table": "The table", "sum": "The sum"}

Subject = tuple[Part[Disagreement], Turning | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a table in a disagreement; `odd`: it does not fit what the other side says."""

    text: str
    odd: bool


@dataclass(frozen=True, slots=True)
class SideView:
    """A side: what it says and where, who says so and when; `cells` where it is a table's, `runs` where it is a word diff."""

    label: str
    words: str
    href: str
    where: str
    source: Link
    speaker: Link | None
    date: str
    way_out: Link | None
    cut_before: bool = False
    cut_after: bool = False
    cells: tuple[Cell, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Disputed:
    """A disagreement as a page shows it: its sides, or the matrix of an enumeration. `note`: what there is beside the sides."""

    anchor: str
    kind: str
    about: Link
    sides: tuple[SideView, ...]
    members: Members | None
    note: str
    looked_in: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The disagreements of one kind."""

    head: Head
    rows: tuple[Disputed, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """The page of disagreements."""

    title: str
    size: str
    counts: tuple[Link, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """A disagreement in the note of a source that takes part in it: the way to it, its kind, and who else does."""

    link: Link
    kind: str
    others: tuple[Link, ...]


def _parts(library: Library) -> Iterable[Subject]:
    """The parts; there is one also where it is empty, because the navigation leads to it."""
    groups = groupby(library.disagreements, key=lambda d: d.kind)
    return parted(cut(PAGE, [(_GROUPS[kind], tuple(found)) for kind, found in groups], lambda d: d.id))


def _part(library: Library, subject: Subject) -> Iterable[Page]:
    part, turning = subject
    groups = tuple(Group(head, tuple(_disputed(library, d, part.page) for d in found)) for head, found in part.groups)
    counts = tuple(Link(f"{head.title} ({len(found)})", f"#{head.anchor}") for head, found in part.groups)
    size = count(len(library.disagreements), "disagreement") if part.number == 1 else ""
    yield Page(part.page, "disagreements.md", DisagreementsView(part.titled("Disagreements"), size, counts, groups), turning=turning)


#: The page, in parts.
DISPUTES = Each(_parts, _part)


def of_concept(library: Library, concept: Concept, page: str) -> tuple[Disputed, ...]:
    """What is disputed of a topic: what the vocabulary or the curator says is about it, and what its own evidence takes part in.

    Of the vocabulary's lists only its own, and no quotation: how words were quoted is a matter of the source.
    """
    own = library.disagreements_of.get(concept.id, ())
    found = {d.id: d for e in library.evidence_of.get(concept.id, ()) for d in library.disagreements_in.get(e.passage, ())}
    about = sorted((d for d in found.values() if d.concept != concept.id and _evident(library, d, concept)), key=_order)
    return tuple(_disputed(library, d, page) for d in (*own, *about))


def _order(found: Disagreement) -> tuple[int, str, str]:
    return list(Difference).index(found.kind), found.about, found.id


def of_source(library: Library, document: Document, page: str) -> tuple[Here, ...]:
    """The disagreements that a source takes part in, in the order of its text."""
    found = dict.fromkeys(d for passage in document.passages for d in library.disagreements_in.get(passage.id, ()))
    return tuple(_here(library, d, document, page) for d in found)


def _here(library: Library, found: Disagreement, document: Document, page: str) -> Here:
    ids = dict.fromkeys(library.passages[side.passage].source for side in found.sides)
    others = tuple(to_source(library.documents[id], page) for id in ids if id != document.id)
    return Here(Link(shortened(found.about, 24), to_disagreement(library, found, page)), _GROUPS[found.kind].title, others)


def to_disagreement(library: Library, found: Disagreement, page: str) -> str:
    """The address, relative to `page`, of a disagreement on the page of all, or on its part of it."""
    return address.Address(library.page_of.get(found.id, PAGE), found.id).href(page)


def _evident(library: Library, found: Disagreement, concept: Concept) -> bool:
    """Whether every side is evidence of a concept, and one of them central."""
    if found.kind is Difference.QUOTATION or (found.kind is Difference.MEMBERS and found.concept):
        return False
    grades = [{e.concept: e.grade for e in library.evidence_in.get(side.passage, ())}.get(concept.id) for side in found.sides]
    return all(grades) and Grade.CENTRAL in grades


def _disputed(library: Library, found: Disagreement, page: str) -> Disputed:
    quote = _quote(library, found) if found.kind is Difference.QUOTATION else None
    concept = library.vocabulary.concepts[found.concept] if found.concept else None
    is_list = concept is not None and found.kind is Difference.MEMBERS
    return Disputed(
        anchor=found.id,
        kind=found.kind.value,
        about=_about(found, concept, page),
        sides=() if is_list else tuple(_side(library, side, quote, page) for side in found.sides),
        members=members_of(library, concept, page) if is_list and concept else None,
        note=_note(library, quote) if quote else "",
        looked_in=tuple(to_source(library.documents[id], page) for id in quote.against) if quote and not quote.traces else (),
    )


def _about(found: Disagreement, concept: Concept | None, page: str) -> Link:
    """What it is about; nothing for a quotation, whose words stand in its sides."""
    if found.kind is Difference.QUOTATION:
        return Link("")
    own = concept is None or address.of_concept(concept).page == page
    link = Link(found.about) if own or not concept else to_concept(concept, page)
    return Link(capital(found.about), link.href, link.title)


def _quote(library: Library, found: Disagreement) -> Quote | None:
    first = found.sides[0]
    return next((quote_shown(library, q) for q in library.quotes_in.get(first.passage, ()) if q.start == first.start), None)


def _note(library: Library, quote: Quote) -> str:
    names = dict.fromkeys(library.speaker_name(library.passages[id]) for trace in quote.traces for id in trace.speakers)
    return f"Said by {' and '.join(names)}." if len(names) > 1 else ""


def _side(library: Library, side: Side, quote: Quote | None, page: str) -> SideView:
    passage = library.passages[side.passage]
    document = library.documents[passage.source]
    return SideView(
        label=LABELS.get(side.label, side.label),
        words=side_shown(library, side),
        href=to_passage(passage, page),
        where=clock(passage.seconds) if passage.seconds is not None else lines(passage),
        source=to_source(document, page),
        speaker=speaker(library, passage, page),
        date=day(document.date),
        way_out=original(document, passage, side.says) if not passage.table else None,
        cut_before=side.label not in LABELS and side.start not in {start for start, _ in sentences(passage.text)},
        cut_after=side.label not in LABELS and not _ends(passage.text, side.end),
        cells=_cells(side) if passage.table and side.label == "table" else (),
        runs=_runs(library, quote, side, page) if quote and side.label == "said" else (),
    )


def _cells(side: Side) -> tuple[Cell, ...]:
    return tuple(Cell(text, n in side.odd) for n, text in enumerate(side.says.split(" · ")))


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends there, with or without its stop."""
    return text[at - 1 : at] in _STOPS or text[at : at + 1] in _STOPS


def _runs(library: Library, quote: Quote, side: Side, page: str) -> tuple[Run, ...]:
    """The word diff of what was said in a side's passage."""
    traces = [t for t in (quote.traces or (quote.nearest,)) if t and t.passages[0] == side.passage]
    parts: Sequence[tuple[Run, ...]] = [said(library, trace, page).runs for trace in traces]
    return tuple(run for n, part in enumerate(parts) for run in ((Run("same", "…", "…"), *part) if n else part))
