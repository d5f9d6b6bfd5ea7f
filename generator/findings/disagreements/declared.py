"""Disputes that the curator declares in a note (`disputes:`): each side a citation, traced to its passage. Finds none itself."""

from collections.abc import Iterable, Iterator

from generator.citing import marks
from generator.findings.citations import Sources, traced
from generator.findings.disagreements.sides import disagreement
from generator.found import Difference, Disagreement, Side
from generator.model import Document, Position, Vocabulary
from generator.report import Location, Problem, Severity

_FORM = 'Write [@seed-id "exact words"], in single quotation marks, and nothing else: says: \'[@seed-id "exact words"]\'.'


def declared(documents: Iterable[Document], vocabulary: Vocabulary) -> tuple[tuple[Disagreement, ...], tuple[Problem, ...]]:
    """The declared disputes whose sides stand in the sources, and what is wrong with the others.

    Words that are not in their source are an error, as in any citation. A seed that the build does not have takes its side away: one
    warning in sum; a dispute with fewer than two sides left is none.
    """
    sources = Sources(documents)
    made: list[Disagreement] = []
    problems: list[Problem] = []
    missing: dict[str, Location] = {}
    for concept in vocabulary.concepts.values():
        for dispute in concept.disputes:
            found = [_side(position, sources, problems, missing) for position in dispute.sides]
            sides = [side for side in found if side]
            if len(sides) > 1:
                made.append(disagreement(Difference.DECLARED, dispute.about, sides, concept=concept.id, location=dispute.location))
    return tuple(made), (*problems, *_elsewhere(missing))


def _side(position: Position, sources: Sources, problems: list[Problem], missing: dict[str, Location]) -> Side | None:
    """The side where its words stand; what is wrong with it goes to `problems`, a seed that is not there to `missing`."""
    mark = next(marks(position.citation), None)
    if mark is None or not mark.source or position.citation.strip() != position.citation[mark.start : mark.end]:
        problems.append(Problem("dispute-side", position.location, f"`{position.citation}` is no citation.", _FORM))
        return None
    found, wrong = traced(mark, position.location, sources)
    problems += wrong
    if not found:
        if found is not None:
            missing.setdefault(mark.source, position.location)
        return None
    (first, text), says = found[0], " ".join(text[place.start : place.end] for place, text in found)
    return Side(first.passage, first.start, first.end, says if len(found) > 1 else text[first.start : first.end], position.label)


def _elsewhere(missing: dict[str, Location]) -> Iterator[Problem]:
    """One warning in sum for seeds that are not there: a site can be built from another set of them."""
    if missing:
        wrong = f"Sides of disputes cite sources that are not among the seeds: {', '.join(sorted(missing))}. They are left out."
        right = "Build with these seeds too, or cite those that there are."
        yield Problem("dispute-elsewhere", min(missing.values()), wrong, right, Severity.WARNING)
