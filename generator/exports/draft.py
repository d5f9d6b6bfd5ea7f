"""A new issue as a Markdown file for the curator to write on: its sources, and what there is to say something about. Writes no file."""

import re

from generator.found import Issue
from generator.library import Library
from generator.newsletter import edition
from generator.published import shown

#: Words of a passage in the list of what there is: enough to cite it by.
_CITED = 10
#: What would end a citation or the comment that it stands in.
_UNFIT = re.compile(r"[\"“”]|--|[<>]")


def draft(library: Library, issue: Issue) -> bytes:
    """The file of an issue, of which `sources` and `before` are set. The comment in it is for the curator and is to be deleted."""
    lines = ["---", f"title: {issue.title}", "draft: true", "sources:", *(f"  - {source}" for source in issue.sources), "---", "", "<!--"]
    lines += ["Write here what you want to say, and delete this comment. Below your words the site adds insights, trends, disagreements,"]
    lines += ["predictions and the new sources by itself. What is new on each topic, ready to cite:", ""]
    lines += [f"{name}: {mark}" for name, mark in _marks(library, issue)]
    return "\n".join([*lines, "-->", ""]).encode("utf-8", "replace")


def _marks(library: Library, issue: Issue) -> list[tuple[str, str]]:
    """The topics of the insights, each with a citation of the words that its passage begins with."""
    found = []
    for insight in edition(library, issue).insights:
        passage = library.passages[insight.passage]
        words = _UNFIT.split(passage.text[slice(*(shown(library, passage) or (0, 0)))])
        exact = max((" ".join(part.split()[:_CITED]) for part in words), key=lambda part: len(part.split()))
        found.append((library.vocabulary.concepts[insight.news.concept].name, f'[@{passage.source} "{exact}"]'))
    return found
