"""What an issue of the newsletter tells beside the curator's words: insights, trends, disagreements, predictions. Shows nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from generator.findings.issues import covered
from generator.findings.predictions import status_on
from generator.findings.predictions.horizons import last_day
from generator.found import Difference, Disagreement, Evidence, Grade, Issue, Prediction, Status
from generator.library import Library
from generator.model import ConceptId, ConceptKind, PassageId, Role, SeedId
from generator.published import shown

#: More than this is not read. The rest stands on the pages that each section leads to.
MOST_INSIGHTS, MOST_TRENDS, MOST_DISAGREEMENTS, MOST_PREDICTIONS = 7, 6, 6, 8
#: A passage of fewer words gives no insight by itself ("Yes, that is scaling.").
_FEWEST_WORDS = 12
#: What a reader of news wants to know first: claims against claims, and last how words were quoted.
_KINDS = (Difference.DECLARED, Difference.MEMBERS, Difference.VALUES, Difference.TABLE, Difference.QUOTATION)


@dataclass(frozen=True, slots=True)
class News:
    """What is new on a topic or trend: central passages, strongest first, the sources that they come from, and how many of these have an
    origin that had not spoken of it before. `before`: central passages on it that earlier issues knew.
    """

    concept: ConceptId
    passages: tuple[PassageId, ...]
    sources: tuple[SeedId, ...]
    origins: int
    before: int


@dataclass(frozen=True, slots=True)
class Insight:
    """A passage that an issue puts forward, and the news on its topic that it stands for."""

    passage: PassageId
    news: News


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that the generator adds to an issue, as it was on the issue's day."""

    issue: Issue
    insights: tuple[Insight, ...]
    moved: tuple[News, ...]
    disagreements: tuple[Disagreement, ...]
    predictions: tuple[Prediction, ...]


def edition(library: Library, issue: Issue) -> Edition:
    """What an issue tells. Only its own sources and those of earlier issues count, so an old issue stays true for its day."""
    news = _ranked(library, issue)
    trends = [n for n in news if library.vocabulary.concepts[n.concept].kind is ConceptKind.TREND]
    return Edition(
        issue=issue,
        insights=_insights(library, news),
        moved=tuple(trends[:MOST_TRENDS]),
        disagreements=tuple(_disagreements(library, issue)[:MOST_DISAGREEMENTS]),
        predictions=tuple(_falling_due(library, issue)[:MOST_PREDICTIONS]),
    )


def _ranked(library: Library, issue: Issue) -> list[News]:
    """What is new on every topic and trend: those with most new origins first, then with most new sources, then with most passages."""
    told = [c for c in library.vocabulary.concepts.values() if c.kind in (ConceptKind.TOPIC, ConceptKind.TREND)]
    found = (_news(library, issue, concept.id) for concept in told)
    return sorted((n for n in found if n.passages), key=lambda n: (-n.origins, -len(n.sources), -len(n.passages), n.concept))


def _news(library: Library, issue: Issue, concept: ConceptId) -> News:
    evidence = library.evidence_of.get(concept, ())
    new = [e for e in evidence if e.grade is Grade.CENTRAL and _source(library, e) in issue.sources]
    old = [e for e in evidence if _source(library, e) in issue.before]
    sources = tuple(dict.fromkeys(_source(library, e) for e in new))
    heard = {_source(library, e) for e in old}
    origins = library.independent(heard.union(sources)) - library.independent(heard)
    return News(concept, tuple(e.passage for e in new), sources, origins, sum(e.grade is Grade.CENTRAL for e in old))


def _insights(library: Library, news: Sequence[News]) -> tuple[Insight, ...]:
    """One passage a topic, in rounds: each goes through the topics in their order and takes of every origin one passage at most."""
    made: list[Insight] = []
    left = list(news)
    while left and len(made) < MOST_INSIGHTS:
        found = _round(library, left, {insight.passage for insight in made})
        if not found:
            break
        made += found
        done = {insight.news.concept for insight in found}
        left = [each for each in left if each.concept not in done]
    return tuple(made[:MOST_INSIGHTS])


def _round(library: Library, news: Iterable[News], taken: Collection[PassageId]) -> list[Insight]:
    """Of each topic the strongest passage whose origin has given none in this round; no passage twice."""
    made: list[Insight] = []
    given: set[str] = set()
    for each in news:
        fit = (id for id in each.passages if id not in taken and _origin(library, id) not in given)
        best = next((id for id in fit if _tells(library, id)), None)
        if best is not None:
            made.append(Insight(best, each))
            given.add(_origin(library, best))
    return made


def _origin(library: Library, id: PassageId) -> str:
    source = library.passages[id].source
    return library.origin_of.get(source, source)


def _tells(library: Library, id: PassageId) -> bool:
    """Whether a passage reads well by itself: words, enough of them, that may be shown, and no question."""
    passage = library.passages[id]
    span = None if passage.role is Role.TABLE else shown(library, passage)
    words = passage.text[slice(*span)] if span else ""
    return len(words.split()) >= _FEWEST_WORDS and not words.rstrip("\"”’' ").endswith("?")


def _disagreements(library: Library, issue: Issue) -> list[Disagreement]:
    """The disagreements that need one of the issue's sources, with the sides that were known then. First come those of most origins, then
    of most sources, then by kind.
    """
    known = covered(issue)
    now = [(_with(library, d, known), _with(library, d, issue.before)) for d in library.disagreements]
    new = [told for told, before in now if len(told.sides) > 1 and len(before.sides) < len(told.sides)]
    return sorted(new, key=lambda d: _weight(library, d))


def _weight(library: Library, disagreement: Disagreement) -> tuple[int, int, int]:
    sources = {library.passages[side.passage].source for side in disagreement.sides}
    return -library.independent(sources), -len(sources), _KINDS.index(disagreement.kind)


def _with(library: Library, disagreement: Disagreement, sources: Collection[SeedId]) -> Disagreement:
    return replace(disagreement, sides=tuple(s for s in disagreement.sides if library.passages[s.passage].source in sources))


def _falling_due(library: Library, issue: Issue) -> list[Prediction]:
    """Predictions that have become due or overdue since the issue before, as they stood on the issue's day; the first due comes first."""
    known = covered(issue)
    found: list[Prediction] = []
    for prediction in library.predictions:
        source = library.passages[prediction.passage].source
        standing = _standing(prediction, issue.date)
        told = source in issue.before and _standing(prediction, issue.since).status is standing.status
        if source in known and not told and standing.status in (Status.DUE, Status.OVERDUE):
            found.append(standing)
    return sorted(found, key=lambda p: (p.due, p.passage, p.start))


def _standing(prediction: Prediction, day: str) -> Prediction:
    """A prediction as it stood on a day: what the curator judged later is not known yet."""
    judged = prediction.resolution
    if judged and last_day(judged.date) <= day:
        return prediction
    return replace(prediction, status=status_on(day, prediction.due), resolution=None)


def _source(library: Library, evidence: Evidence) -> SeedId:
    return library.passages[evidence.passage].source
