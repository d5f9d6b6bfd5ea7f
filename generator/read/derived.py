"""What seeds say of one another in front matter: `derived_from` names seeds that there are, and leads in no circle. Reads no text."""

import posixpath
from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter

from generator.model import Document, SeedId
from generator.report import Location, Problem
from generator.text import slug


def underived(documents: Iterable[Document], known: Set[str]) -> tuple[Problem, ...]:
    """A problem for each `derived_from` that leads nowhere. `known`: the ids of all seeds, also of those that could not be read."""
    stated = {document.id: (document, document.derived_at) for document in documents}
    placed = [(document, at) for document, at in stated.values() if at is not None]
    problems = [problem for document, at in placed for problem in _unknown(document, at, known)]
    graph = {document.id: [SeedId(id) for id in document.derived_from if id != document.id] for document, _ in placed}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[SeedId] = error.args[1]
        at = min(at for id in circle if (at := stated[id][1]) is not None)
        wrong = f"These seeds are derived from one another in a circle: {', '.join(sorted(set(circle)))}."
        problems.append(Problem("derived-circle", at, wrong, "Name in `derived_from` only what a seed was made from."))
    return tuple(problems)


def _unknown(document: Document, at: Location, known: Set[str]) -> Iterator[Problem]:
    for name in document.derived_from:
        if name == document.id:
            yield Problem("derived-itself", at, f"`derived_from` names this seed itself: {name}.", "Name the seed that it was made from.")
        elif name not in known:
            yield Problem("derived-unknown", at, f"`derived_from` names a seed that is not there: {name}.", _hint(name, known))


def _hint(name: str, known: Set[str]) -> str:
    stem = slug(posixpath.splitext(posixpath.basename(name))[0])
    close = [stem] if stem in known else get_close_matches(name, sorted(known), n=1)
    if close:
        return f"Did you mean `{close[0]}`?"
    return "It takes ids of seeds, which are their files' names without the ending; an event that is no seed goes into `origin`."
