"""Issues of the newsletter for machines: the items of `knowledge.json`. Their array's schema stands with the others in `schema`."""

from collections.abc import Iterable
from typing import Any

from generator.address import Address
from generator.found import Issue
from generator.library import Library
from generator.newsletter import edition

Item = dict[str, Any]


def issues(library: Library, whole: bool) -> Iterable[Item]:
    """The items of the array, the oldest first."""
    return (_issue(library, issue) for issue in library.issues)


def _issue(library: Library, issue: Issue) -> Item:
    told = edition(library, issue)
    return {
        "date": issue.date,
        "title": issue.title,
        "page": Address(issue.page).url,
        "sources": list(issue.sources),
        "insights": [{"concept": insight.news.concept, "passage": insight.passage} for insight in told.insights],
        "trends": [news.concept for news in told.moved],
        "disagreements": [disagreement.id for disagreement in told.disagreements],
        "predictions": [prediction.passage for prediction in told.predictions],
    }
