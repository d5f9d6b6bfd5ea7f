"""The timeline: sources, dated events and works, issues, and predictions that fall due, by year and month. Counts no date itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.address import Address
from generator.found import Issue, Prediction
from generator.library import Library
from generator.model import Concept, Document
from generator.pages.page import Link, Page, to_concept, to_passage, to_source
from generator.pages.predictions import PAGE as PREDICTIONS
from generator.pages.predictions import Foretold, row, uncounted
from generator.pages.turning import turned
from generator.pages.words import CONCEPTS, KINDS, capital, count, day
from generator.parts import Head, Part, cut
from generator.published import claim_shown
from generator.published import cut as shortened
from generator.text import apart

_PAGE = "timeline.md"
#: What stands on the line: a word for one and for many, in the order of the legend.
_KINDS = {
    "source": ("source", "sources"),
    "event": ("event or work", "events and works"),
    "issue": ("issue", "issues"),
    "due": ("prediction due", "predictions due"),
}
_CLAIM_WORDS = 30
_YEAR, _MONTH = len("2024"), len("2024-06")
_UNDATED = Head("Without a date", "undated")
Dated = Document | Concept | Issue | Prediction


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date (ISO, as exact as it is known). `when` is the date in words where it is a day; `note` says what it is;
    `foretold`: the prediction that it is, as the ledger shows it.
    """

    kind: str
    date: str
    link: Link
    note: str
    when: str = ""
    foretold: Foretold | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in a month, or in a year without a month. `now`: the as-of date lies before it and after all that stands above."""

    title: str
    moments: tuple[Moment, ...]
    now: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the line."""

    title: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The page: the legend with counts, the years, and what has no date."""

    title: str
    as_of: str
    legend: tuple[tuple[str, str], ...]
    years: tuple[Year, ...]
    undated: tuple[Link, ...]
    open: tuple[Link, ...]


def timeline(library: Library) -> Iterable[Page]:
    """The page, also where it is empty: the navigation leads to it."""
    dated = sorted(_dated(library), key=lambda thing: _order(_moment(library, thing, _PAGE)))
    moments = [_moment(library, thing, _PAGE) for thing in dated]
    kinds = [moment.kind for moment in moments]
    legend = tuple((kind, count(kinds.count(kind), *words)) for kind, words in _KINDS.items() if kind in kinds)
    begins = (n for n, (one, other) in enumerate(pairwise(moments), 1) if other.date[:_MONTH] != one.date[:_MONTH])
    now = next((dated[n] for n in begins if _later(moments[n], library.as_of)), None)
    left = [prediction for prediction in library.predictions if not prediction.due]
    years = groupby(dated, key=lambda thing: _date(thing)[:_YEAR])
    undated = [document for document in library.documents.values() if not document.date]
    parts = cut(_PAGE, [*((Head(year, f"y{year}"), tuple(found)) for year, found in years), (_UNDATED, undated)], _name)

    def page(part: Part[Dated]) -> Page:
        view = TimelineView(
            title=part.titled("Timeline"),
            as_of=day(library.as_of),
            legend=legend if part.number == 1 else (),
            years=tuple(_year(library, head.title, things, now, part.page) for head, things in part.groups if head != _UNDATED),
            undated=tuple(_undated(library, thing, part.page) for head, things in part.groups if head == _UNDATED for thing in things),
            open=tuple(_open(left, part.page)) if part is parts[-1] else (),
        )
        return Page(part.page, "timeline.md", view)

    yield from turned(parts, page)


def _open(left: Sequence[Prediction], page: str) -> Iterable[Link]:
    """Predictions without a date, by the reason."""
    groups = (("uncounted", "whose source has no date to count from", True), ("undated", "from which no date can be counted", False))
    for anchor, why, reason in groups:
        if found := [p for p in left if uncounted(p) is reason]:
            yield Link(count(len(found), "prediction"), Address(PREDICTIONS, anchor).href(page), note=why)


def _name(thing: Dated) -> str:
    if isinstance(thing, Issue):
        return thing.page
    return f"{thing.passage} {thing.start}" if isinstance(thing, Prediction) else thing.id


def _dated(library: Library) -> Iterable[Dated]:
    yield from (document for document in library.documents.values() if document.date)
    yield from (concept for concept in library.vocabulary.concepts.values() if concept.date)
    yield from library.issues
    yield from (prediction for prediction in library.predictions if prediction.due)


def _date(thing: Dated) -> str:
    return thing.due if isinstance(thing, Prediction) else thing.date


def _year(library: Library, title: str, things: Iterable[Dated], now: Dated | None, page: str) -> Year:
    months = ((key, tuple(run)) for key, run in groupby(things, key=lambda thing: _date(thing)[:_MONTH]))
    return Year(title, tuple(Month(_named(key), tuple(_moment(library, t, page) for t in run), now=run[0] is now) for key, run in months))


def _moment(library: Library, thing: Dated, page: str) -> Moment:
    """A thing with a date, as it stands on the line."""
    if isinstance(thing, Document):
        return _made("source", thing.date, to_source(thing, page), _facts(library, thing))
    if isinstance(thing, Concept):
        return _made("event", thing.date, to_concept(thing, page), capital(CONCEPTS[thing.kind][0]))
    if isinstance(thing, Issue):
        return _made("issue", thing.date, Link(thing.title, Address(thing.page).href(page)), "Issue of the newsletter")
    return _due(library, thing, page)


def _made(kind: str, date: str, link: Link, note: str) -> Moment:
    return Moment(kind, date, link, note, day(date) if len(date) > _MONTH else "")


def _due(library: Library, prediction: Prediction, page: str) -> Moment:
    passage = library.passages[prediction.passage]
    span = claim_shown(library, prediction)
    source = library.documents[passage.source]
    words = shortened(passage.text[slice(*span)], _CLAIM_WORDS) if span else source.title
    facts = apart(library.name(prediction.who), source.title if span else "")
    return replace(_made("due", prediction.due, Link(words, to_passage(passage, page)), facts), foretold=row(library, prediction, page))


def _undated(library: Library, thing: Dated, page: str) -> Link:
    assert isinstance(thing, Document)
    return to_source(thing, page, _facts(library, thing))


def _facts(library: Library, document: Document) -> str:
    foretold = sum(len(library.predictions_in.get(passage.id, ())) for passage in document.passages)
    made = f"{count(foretold, 'prediction')} made" if foretold else ""
    return apart(capital(KINDS[document.kind][0]), document.publisher, made)


def _order(moment: Moment) -> tuple[str, str, int, str]:
    """By year and month, a year without a month at its end, a month without a day at its end."""
    year, month, rest = (moment.date[:4], moment.date[5:7] or "99", moment.date[8:] or "99")
    return f"{year}-{month}", rest, list(_KINDS).index(moment.kind), moment.link.href


def _named(month: str) -> str:
    return day(month).rpartition(" ")[0] or "No month known"


def _later(moment: Moment, as_of: str) -> bool:
    """Whether a month, or a year without a month, lies after the as-of date, as exactly as both are known."""
    exact = min(len(moment.date), len(as_of), _MONTH)
    return moment.date[:exact] > as_of[:exact]
