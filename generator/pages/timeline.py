"""The timeline: sources, dated events and works, issues, and predictions that fall due, by year and month. Counts no date itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from generator.address import Address
from generator.found import Prediction
from generator.library import Library
from generator.model import Document
from generator.pages.page import Link, Page, to_concept, to_passage, to_source
from generator.pages.words import CONCEPTS, KINDS, capital, count, day
from generator.published import claim_shown, cut

_PAGE = "timeline.md"
#: What stands on the line: a word for one and for many, in the order of the legend.
_KINDS = {
    "source": ("source", "sources"),
    "event": ("event or work", "events and works"),
    "issue": ("issue", "issues"),
    "due": ("prediction due", "predictions due"),
}
_CLAIM_WORDS = 30


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date (ISO, as exact as it is known). `when` is the date in words where it is a day; `note` says what it is."""

    kind: str
    date: str
    link: Link
    note: str
    when: str = ""


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
    open: str


def timeline(library: Library) -> Iterable[Page]:
    """The page, also where it is empty: the navigation leads to it."""
    moments = sorted(_moments(library), key=_order)
    months = [Month(_month(key), tuple(found)) for key, found in groupby(moments, key=lambda m: m.date[: len("2024-06")])]
    first_later = next((n for n, m in enumerate(months) if n and _later(m, library.as_of)), None)
    months = [replace(m, now=True) if n == first_later else m for n, m in enumerate(months)]
    years = tuple(Year(key, tuple(found)) for key, found in groupby(months, key=lambda m: m.moments[0].date[: len("2024")]))
    kinds = [moment.kind for moment in moments]
    legend = tuple((kind, count(kinds.count(kind), *words)) for kind, words in _KINDS.items() if kind in kinds)
    undated = tuple(to_source(document, _PAGE, _facts(library, document)) for document in library.documents.values() if not document.date)
    left = sum(not prediction.due for prediction in library.predictions)
    open_ones = count(left, "prediction") if left else ""
    yield Page(_PAGE, "timeline.md", TimelineView("Timeline", day(library.as_of), legend, years, undated, open_ones))


def _moments(library: Library) -> Iterable[Moment]:
    for document in library.documents.values():
        if document.date:
            yield _moment("source", document.date, to_source(document, _PAGE), _facts(library, document))
    for concept in library.vocabulary.concepts.values():
        if concept.date:
            yield _moment("event", concept.date, to_concept(concept, _PAGE), capital(CONCEPTS[concept.kind][0]))
    for issue in library.issues:
        yield _moment("issue", issue.date, Link(issue.title, Address(issue.page).href(_PAGE)), "Issue of the newsletter")
    for prediction in library.predictions:
        if prediction.due:
            yield _due(library, prediction)


def _moment(kind: str, date: str, link: Link, note: str) -> Moment:
    exact = len(date) > len("2024-06")
    return Moment(kind, date, link, note, day(date) if exact else "")


def _due(library: Library, prediction: Prediction) -> Moment:
    passage = library.passages[prediction.passage]
    span = claim_shown(library, prediction)
    source = library.documents[passage.source]
    words = cut(passage.text[slice(*span)], _CLAIM_WORDS) if span else source.title
    facts = (f"Prediction, {prediction.status.value}", library.name(prediction.who), source.title if span else "")
    return _moment("due", prediction.due, Link(words, to_passage(passage, _PAGE)), " · ".join(filter(None, facts)))


def _facts(library: Library, document: Document) -> str:
    foretold = sum(len(library.predictions_in.get(passage.id, ())) for passage in document.passages)
    made = f"{count(foretold, 'prediction')} made" if foretold else ""
    return " · ".join(filter(None, (capital(KINDS[document.kind][0]), document.publisher, made)))


def _order(moment: Moment) -> tuple[str, str, int, str]:
    """By year and month, a year without a month at its end, a month without a day at its end."""
    year, month, rest = (moment.date[:4], moment.date[5:7] or "99", moment.date[8:] or "99")
    return f"{year}-{month}", rest, list(_KINDS).index(moment.kind), moment.link.href


def _month(key: str) -> str:
    return day(key).rpartition(" ")[0] or "No month known"


def _later(month: Month, as_of: str) -> bool:
    """Whether a month, or a year without a month, lies after the as-of date, as exactly as both are known."""
    date = month.moments[0].date
    exact = min(len(date), len(as_of), len("2024-06"))
    return date[:exact] > as_of[:exact]
