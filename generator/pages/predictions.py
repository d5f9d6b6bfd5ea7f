"""The ledger of predictions as a page, and the short lists of them on pages of topics and sources. Finds and judges none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.findings.predictions.horizons import due
from generator.found import Outcome, Prediction, Status
from generator.library import Library
from generator.model import ConceptId, Document, PassageId
from generator.pages.choices import Choice, choices
from generator.pages.context import before
from generator.pages.origins import counted
from generator.pages.page import Each, Link, Page, Turning, to_concept, to_passage, to_source
from generator.pages.quoting import lines
from generator.pages.showing import web
from generator.pages.turning import parted
from generator.pages.words import capital, count, day
from generator.parts import Head, Part, cut
from generator.published import claim_shown
from generator.text import clock, fold

PAGE = "predictions.md"

#: The groups of the page, in its order: heading, anchor, and a word on what belongs there.
_GROUPS = (
    Head("Due", "due", "The date falls within three months."),
    Head("Overdue", "overdue", "The date is over, and the curator has not judged them yet."),
    Head("Open", "open", "The first to fall due comes first."),
    Head("Source without a date", "uncounted", "These say by when, but their source has no date to count from."),
    Head("No date", "undated", "These never fall due: nobody said by when, in words that a date can be counted from."),
    Head("Resolved", "resolved", "Judged by the curator, each with a reference."),
)
_ORDER = {Status.DUE: 0, Status.OVERDUE: 1, Status.OPEN: 2, Status.RESOLVED: 5}
_UNCOUNTED, _UNDATED = 3, 4
_NO_DATE, _NO_START = "no date", "source undated"
_FROM = "from a date that the source does not give"
#: Any day: whether a date can be counted from words does not hang on it.
_SOME_DAY = "2000-01-01"
_OUTCOMES = {Outcome.CAME_TRUE: "came true", Outcome.PARTLY: "came true in part", Outcome.DID_NOT: "did not come true"}
_ELSEWHERE = "The source is published in excerpts, and this claim is not among them."

Subject = tuple[Part[Prediction], Turning | None, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Foretold:
    """A prediction as it is shown. `who` is None where the text names nobody; `proof` is the reference of a resolved one.

    `made_iso` and `due_iso` are the dates to sort by. `status` is one of `Status`, or `undated` for what is open and has no date.
    `context`: the source's words before a claim that does not say by itself what it is about. `why`: why a horizon gives no date.
    """

    claim: str
    context: str
    href: str
    clock: str
    title: str
    condition: str
    who: Link | None
    source: Link
    made: str
    made_iso: str
    horizon: str
    due: str
    due_iso: str
    why: str
    status: str
    status_words: str
    proof: Link | None
    note: str
    again: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The predictions of one standing; `size`: how many there are, on other pages too."""

    head: Head
    size: int
    rows: tuple[Foretold, ...]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The page of predictions. `as_of`: the date that all is reckoned from, in words; `as_of_is`: what date that is."""

    title: str
    size: str
    as_of: str
    as_of_is: str
    choices: tuple[Choice, ...]
    groups: tuple[Group, ...]


def _parts(library: Library) -> Iterable[Subject]:
    """The parts; there is one also where it is empty, because the navigation leads to it. Each has the sizes of groups that begin on it."""
    groups: dict[Head, list[Prediction]] = {}
    for prediction in _sorted(library.predictions):
        groups.setdefault(_GROUPS[_group(prediction)], []).append(prediction)
    for part, turning in parted(cut(PAGE, groups.items(), lambda p: f"{p.passage} {p.start}")):
        yield part, turning, tuple(len(groups[head]) if head in part.first else 0 for head, _ in part.groups)


def _part(library: Library, subject: Subject) -> Iterable[Page]:
    part, turning, sizes = subject
    shown = tuple(
        Group(head, size, tuple(row(library, p, part.page) for p in found)) for (head, found), size in zip(part.groups, sizes, strict=True)
    )
    offered = _choices([row for group in shown for row in group.rows])
    reckoned = "the day that the curator set" if library.as_of_set else "the date of the newest source"
    size = _size(library) if part.number == 1 else ""
    view = LedgerView(part.titled("Predictions"), size, day(library.as_of), reckoned, offered, shown)
    yield Page(part.page, "predictions.md", view, turning=turning)


#: The page, in parts.
LEDGER = Each(_parts, _part)


def _size(library: Library) -> str:
    sources = {library.passages[p.passage].source for p in library.predictions}
    told = f"{count(len(library.predictions), 'prediction')} from {counted(len(sources), library.independent(sources))}"
    return told if library.predictions else ""


def _choices(rows: Sequence[Foretold]) -> tuple[Choice, ...]:
    said = {
        "Status": (r.status_words for r in rows),
        "Who": (r.who.text for r in rows if r.who),
        "Source": (r.source.text for r in rows),
        "Due in": (r.due_iso[:4] for r in rows),
    }
    return choices(said)


def of_concept(library: Library, concept: ConceptId, page: str) -> tuple[Foretold, ...]:
    """Predictions in the passages that are about a concept, those that fall due first."""
    return _rows(library, (e.passage for e in library.evidence_of.get(concept, ())), page)


def of_source(library: Library, document: Document, page: str) -> tuple[Foretold, ...]:
    """Predictions of a source, in the order of its text."""
    found = (p for passage in document.passages for p in library.predictions_in.get(passage.id, ()))
    return tuple(row(library, p, page) for p in found)


def _rows(library: Library, passages: Iterable[PassageId], page: str) -> tuple[Foretold, ...]:
    found = [p for passage in passages for p in library.predictions_in.get(passage, ())]
    return tuple(row(library, p, page) for p in _sorted(found))


def _undated(prediction: Prediction) -> bool:
    """Whether it can never fall due: open, and without a date."""
    return prediction.status is Status.OPEN and not prediction.due


def uncounted(prediction: Prediction) -> bool:
    """Whether it says by when, in words that a date could be counted from if its source had one."""
    return _undated(prediction) and not prediction.made and bool(due(prediction.horizon, _SOME_DAY))


def _group(prediction: Prediction) -> int:
    if _undated(prediction):
        return _UNCOUNTED if uncounted(prediction) else _UNDATED
    return _ORDER[prediction.status]


def _sorted(found: Sequence[Prediction]) -> list[Prediction]:
    """By standing, then by date; those with a title or a horizon before those without; else as they stand in the sources."""
    return sorted(found, key=lambda p: (_group(p), p.due or "9", not p.title, not p.horizon))


def row(library: Library, prediction: Prediction, page: str) -> Foretold:
    """A prediction on a page."""
    passage = library.passages[prediction.passage]
    document = library.documents[passage.source]
    start, end = claim_shown(library, prediction) or (0, 0)
    judged = prediction.resolution
    return Foretold(
        claim=passage.text[start:end] or _ELSEWHERE,
        context=before(library, prediction),
        href=to_passage(passage, page),
        clock=", ".join(filter(None, ("" if end else lines(passage), clock(passage.seconds) if passage.seconds is not None else ""))),
        title=prediction.title,
        condition=prediction.condition if end else "",
        who=_who(library, prediction.who, page),
        source=to_source(document, page),
        made=day(prediction.made),
        made_iso=prediction.made,
        horizon=prediction.horizon,
        due=day(prediction.due),
        due_iso=prediction.due,
        why=_FROM if uncounted(prediction) else "",
        status="undated" if _undated(prediction) else prediction.status.value,
        status_words=capital(_words(prediction)),
        proof=_proof(library, prediction, page),
        note=judged.note if judged else "",
        again=count(len(prediction.repeats), "more time") if prediction.repeats else "",
        cut_before=end > 0 and start > prediction.start,
        cut_after=0 < end < prediction.end,
    )


def _words(prediction: Prediction) -> str:
    """How a prediction stands, in a word or a few."""
    if prediction.resolution:
        return _OUTCOMES[prediction.resolution.outcome]
    if uncounted(prediction):
        return _NO_START
    return _NO_DATE if _undated(prediction) else prediction.status.value


def _who(library: Library, name: str, page: str) -> Link | None:
    person = library.vocabulary.people.get(fold(name))
    if person:
        return to_concept(library.vocabulary.concepts[person], page)
    return Link(name) if name else None


def _proof(library: Library, prediction: Prediction, page: str) -> Link | None:
    """The curator's reference, by the date of the judgement."""
    judged = prediction.resolution
    if judged is None:
        return None
    if judged.proof:
        passage = library.passages[judged.proof]
        return Link(library.documents[passage.source].title, to_passage(passage, page), note=day(judged.date))
    return Link(web(judged.url).partition("//")[2].partition("/")[0], web(judged.url), note=day(judged.date))
