"""The newsletter's pages: an issue (also what letters and feeds show of it), and the index of issues. Works out no news."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.address import Address
from generator.citing import without
from generator.found import Disagreement, Issue, Side
from generator.library import Library
from generator.model import Note
from generator.newsletter import Edition, News, edition
from generator.pages import linked
from generator.pages.disagreements import LABELS, to_disagreement
from generator.pages.indexes import SourceRow, source_rows
from generator.pages.origins import counted
from generator.pages.page import Link, Page, to_concept, to_passage, to_source
from generator.pages.predictions import Foretold, row
from generator.pages.prose import Tooltip, titled, tooltips
from generator.pages.quoting import Quotation, quotation, speaker
from generator.pages.references import Reference, cited
from generator.pages.words import capital, count, day
from generator.published import cut, shown

_INDEX = "issues/index.md"
_LETTER = "mail.html"
#: Words of an insight, and of the passage that stands for a trend.
_INSIGHT_WORDS, _TREND_WORDS = 50, 28
#: Words of what a disagreement is about, and of a side.
_ABOUT_WORDS, _SIDE_WORDS = 24, 40


@dataclass(frozen=True, slots=True)
class Told:
    """An insight: the topic that it is on, what is new on that, and the passage."""

    topic: Link
    news: str
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Moved:
    """A trend with new evidence. `quotation` is None where its passages are among the insights already."""

    trend: Link
    news: str
    quotation: Quotation | None


@dataclass(frozen=True, slots=True)
class SideTold:
    """One side of a disagreement: `says` is empty where the words may not be shown, `label` where nobody calls it anything."""

    label: str
    says: str
    href: str
    source: Link
    speaker: Link | None
    date: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A disagreement: what it is about, and its sides."""

    about: Link
    sides: tuple[SideTold, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue of the newsletter. `page` is its Markdown path; `origins` is empty where every source has one of its own."""

    title: str
    page: str
    heading: str
    date: str
    prose: str
    references: tuple[Reference, ...]
    tooltips: tuple[Tooltip, ...]
    size: str
    insights: tuple[Told, ...]
    sources: tuple[SourceRow, ...]
    moved: tuple[Moved, ...]
    disagreements: tuple[Differing, ...]
    predictions: tuple[Foretold, ...]
    older: Link | None
    newer: Link | None


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in the index."""

    link: Link
    date: str
    size: str
    insights: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IssuesView:
    """The index of issues, the newest first."""

    title: str
    rows: tuple[IssueRow, ...]


def issues(library: Library) -> Iterable[Page]:
    """The index, also where there is no issue yet (the navigation leads to it), and a page for each issue."""
    editions = [edition(library, issue) for issue in library.issues]
    rows = tuple(_row(library, told) for told in reversed(editions))
    yield Page(_INDEX, "issues.md", IssuesView("Newsletter", rows))
    for told, view in zip(editions, _views(library, editions), strict=True):
        yield Page(view.page, "issue.md", view, linked.of_issue(library, told.issue))


def latest(library: Library, page: str) -> Link | None:
    """The link from `page` to the newest issue, with its day; None where there is none."""
    return _to_issue(library.issues[-1], page) if library.issues else None


def letters(library: Library) -> Iterable[Page]:
    """The issues as HTML that stands by itself; links are relative to the issue's page."""
    for view in _views(library, [edition(library, issue) for issue in library.issues]):
        yield Page(view.page.removesuffix(".md") + ".html", _LETTER, view)


def _views(library: Library, editions: Sequence[Edition]) -> Iterable[IssueView]:
    notes = {note.path: note for note in library.notes}
    for number, told in enumerate(editions):
        older = editions[number - 1].issue if number else None
        newer = editions[number + 1].issue if number + 1 < len(editions) else None
        yield _view(library, told, notes[told.issue.page], older, newer)


def _view(library: Library, told: Edition, note: Note, older: Issue | None, newer: Issue | None) -> IssueView:
    page = told.issue.page
    prose = cited(library, page, note.body)
    taken = {insight.passage for insight in told.insights}
    return IssueView(
        title=note.title,
        page=page,
        heading=titled(note.body, note.title),
        date=day(told.issue.date),
        prose=prose.prose,
        references=prose.references,
        tooltips=tooltips(library, without(note.body)),
        size=_size(library, told.issue),
        insights=tuple(_told(library, i.news, page, quoted(library, i.passage, i.news, page, _INSIGHT_WORDS)) for i in told.insights),
        sources=source_rows(library, [library.documents[id] for id in told.issue.sources], page),
        moved=tuple(_moved(library, news, page, taken) for news in told.moved),
        disagreements=tuple(_differing(library, d, page) for d in told.disagreements),
        predictions=tuple(row(library, p, page) for p in told.predictions),
        older=_to_issue(older, page) if older else None,
        newer=_to_issue(newer, page) if newer else None,
    )


def quoted(library: Library, passage: str, news: News, page: str, words: int) -> Quotation:
    """A passage on a topic, as a card."""
    return quotation(library, library.passages[passage], page, {news.concept}, words)  # type: ignore[index]  # an id of the library


def _told(library: Library, news: News, page: str, card: Quotation) -> Told:
    return Told(to_concept(library.vocabulary.concepts[news.concept], page), _news(news), card)


def _moved(library: Library, news: News, page: str, taken: Iterable[str]) -> Moved:
    fresh = next((id for id in news.passages if id not in set(taken) and shown(library, library.passages[id])), None)
    card = quoted(library, fresh, news, page, _TREND_WORDS) if fresh else None
    return Moved(to_concept(library.vocabulary.concepts[news.concept], page), _news(news), card)


def _news(news: News) -> str:
    """`4 new central passages in 2 sources, 1 new origin; 3 before`: central ones only, as its topic's page counts them."""
    new = f"{count(len(news.passages), 'new central passage')} in {count(len(news.sources), 'source')}"
    origins = f", {count(news.origins, 'new origin')}" if news.origins != len(news.sources) else ""
    return new + origins + (f"; {news.before:,} before" if news.before else "")


def _differing(library: Library, disagreement: Disagreement, page: str) -> Differing:
    about = Link(capital(cut(disagreement.about, _ABOUT_WORDS)), to_disagreement(library, disagreement, page))
    return Differing(about, tuple(_side(library, side, page) for side in disagreement.sides))


def _side(library: Library, side: Side, page: str) -> SideTold:
    passage = library.passages[side.passage]
    document = library.documents[passage.source]
    span = shown(library, passage)
    says = cut(side.says, _SIDE_WORDS) if span and span[0] <= side.start and side.end <= span[1] else ""
    label, source, who = LABELS.get(side.label, side.label), to_source(document, page), speaker(library, passage, page)
    return SideTold(label, says, to_passage(passage, page), source, who, day(document.date))


def _size(library: Library, issue: Issue) -> str:
    """`5 sources, 4 independent origins`; empty without sources."""
    return counted(len(issue.sources), library.independent(issue.sources)) if issue.sources else ""


def _row(library: Library, told: Edition) -> IssueRow:
    concepts = [library.vocabulary.concepts[insight.news.concept] for insight in told.insights]
    size = ", ".join(filter(None, (_size(library, told.issue), count(len(concepts), "insight") if concepts else "")))
    return IssueRow(_to_issue(told.issue, _INDEX), day(told.issue.date), size, tuple(to_concept(c, _INDEX) for c in concepts))


def _to_issue(issue: Issue, page: str) -> Link:
    return Link(issue.title, Address(issue.page).href(page), note=day(issue.date))
