"""What hangs on one seed and the vocabulary alone, worked out by itself: the part of a build that need not be done twice.

It goes in two stages: what a seed says, whatever the notes of topics and trends say of these (`study`), and then what it is evidence of,
for which its words are held against the notes' (`weigh`). So an edited note leaves the first, which takes most of the time, as it is.

Each finding is the function that it is elsewhere, given a few documents at a time and parted by source afterwards. What takes all sources
together is done in `build`. Nothing here knows where studies are kept (`recall`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from generator.findings.disagreements.enumerations import Enumeration, enumerations
from generator.findings.disagreements.members import listings
from generator.findings.disagreements.tables import at_odds
from generator.findings.evidence import grade
from generator.findings.numbers import numbers
from generator.findings.origins.facts import Facts, facts_of
from generator.findings.origins.shared import Runs, runs_of
from generator.findings.predictions import predictions
from generator.findings.quotes import Voice, voice
from generator.findings.quotes.coldopen import marked, repeats
from generator.findings.suggestions.leads import Leads, leads
from generator.findings.terms.acronyms import acronyms
from generator.findings.terms.definitions import definitions
from generator.findings.terms.suspicions import Heard, heard
from generator.found import Acronym, Definition, Disagreement, Evidence, Listing, Observation, Prediction, Repeat
from generator.match import match, matcher
from generator.model import Document, Matches, SeedId, SourceText, Vocabulary
from generator.read import read
from generator.report import Problem

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Study:
    """What one document says: nobody has to look at its words again. Figures' units, and how predictions stand, wait for the others."""

    document: Document
    repeats: tuple[Repeat, ...]
    matches: Matches
    predictions: tuple[Prediction, ...]
    acronyms: tuple[Acronym, ...]
    definitions: tuple[Definition, ...]
    listings: tuple[Listing, ...]
    enumerations: tuple[Enumeration, ...]
    tables: tuple[Disagreement, ...]
    heard: Heard
    leads: Leads
    voice: Voice
    runs: Runs
    facts: Facts


class Weight(NamedTuple):
    """What a document is evidence of, and its numbers: which trend one belongs to is a matter of evidence."""

    evidence: tuple[Evidence, ...] = ()
    numbers: tuple[Observation, ...] = ()


class Read(NamedTuple):
    """A seed that was read: its study (None: it cannot be used), its weight, what is wrong with it, and a key of all that the study was
    made of (or none).
    """

    study: Study | None
    problems: tuple[Problem, ...]
    weight: Weight = Weight()
    key: str = ""


def unworded(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary without what its notes and definitions say: as `study` is to see it."""
    concepts = {id: replace(concept, body="", definition="") for id, concept in vocabulary.concepts.items()}
    return replace(vocabulary, concepts=concepts)


def whole(sources: Sequence[SourceText], vocabulary: Vocabulary) -> tuple[Read, ...]:
    """Both stages."""
    return weigh(study(sources, unworded(vocabulary)), vocabulary)


def study(sources: Sequence[SourceText], vocabulary: Vocabulary) -> tuple[Read, ...]:
    """Read and study seeds, each by itself. All at once is as good as one after another, and quicker."""
    found = [read(source) for source in sources]
    studies = _each(_studies, [document for document, _ in found if document is not None], vocabulary, lambda document: document)
    return tuple(Read(next(studies) if document is not None else None, problems) for document, problems in found)


def weigh(found: Sequence[Read], vocabulary: Vocabulary) -> tuple[Read, ...]:
    """The same with the weight of each study."""
    weights = _each(_weights, [each.study for each in found if each.study], vocabulary, lambda study: study.document)
    return tuple(each._replace(weight=next(weights)) if each.study else each for each in found)


def _each(
    make: Callable[[Sequence[T], Vocabulary], Sequence[U]], things: Iterable[T], vocabulary: Vocabulary, of: Callable[[T], Document]
) -> Iterator[U]:
    """What `make` makes of each thing, in order."""
    return iter([made for group in _apart(things, of) for made in make(group, vocabulary)])


def _apart(things: Iterable[T], of: Callable[[T], Document]) -> list[list[T]]:
    """Things in groups in which no document's id stands twice: two files of one name are told later, when all are known."""
    groups: list[list[T]] = []
    taken: list[set[SeedId]] = []
    for thing in things:
        if not taken or of(thing).id in taken[-1]:
            groups.append([])
            taken.append(set())
        groups[-1].append(thing)
        taken[-1].add(of(thing).id)
    return groups


def _weights(studies: Sequence[Study], vocabulary: Vocabulary) -> list[Weight]:
    """The weights of the studies of documents with different ids."""
    documents = [study.document for study in studies]
    matches = Matches(tuple(chain(*(s.matches.mentions for s in studies))), tuple(chain(*(s.matches.cues for s in studies))))
    evidence = grade(documents, vocabulary, matches)
    graded = _by_source(evidence, lambda e: e.passage)
    measured = _by_source(numbers(documents, vocabulary, matches, evidence), lambda o: o.passage)
    return [Weight(graded.get(d.id, ()), measured.get(d.id, ())) for d in documents]


def _studies(read: Sequence[Document], vocabulary: Vocabulary) -> list[Study]:
    """The studies of documents with different ids."""
    repeated = repeats(read)
    documents = marked(read, repeated)
    matches = match(documents, matcher(vocabulary))
    runs, facts = runs_of(documents), facts_of(documents, vocabulary, matches)
    again = _by_source(repeated, lambda r: r.passage)
    mentions, cues = _by_source(matches.mentions, lambda m: m.passage), _by_source(matches.cues, lambda m: m.passage)
    foretold = _by_source(predictions(documents), lambda p: p.passage)
    short = _by_source(acronyms(documents, vocabulary, matches), lambda a: a.passage)
    defined = _by_source(definitions(documents, vocabulary, matches), lambda d: d.passage)
    listed = _by_source(listings(documents, vocabulary, matches), lambda listing: listing.source)
    tables = _by_source(at_odds(documents), lambda d: d.sides[0].passage)
    ears, hints = heard(documents, vocabulary, matches), leads(documents, vocabulary, matches)
    return [
        Study(
            d, again.get(d.id, ()), Matches(mentions.get(d.id, ()), cues.get(d.id, ())), foretold.get(d.id, ()),
            short.get(d.id, ()), defined.get(d.id, ()), listed.get(d.id, ()), enumerations(d), tables.get(d.id, ()),
            ear, hint, voice(d), runs[d.id], facts[d.id],
        )
        for d, ear, hint in zip(documents, ears, hints, strict=True)
    ]  # fmt: skip


def _by_source(found: Iterable[T], where: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    """What was found, in its order, by the source that a passage's id begins with."""
    groups: dict[str, list[T]] = defaultdict(list)
    for one in found:
        groups[where(one).partition("#")[0]].append(one)
    return {source: tuple(group) for source, group in groups.items()}


def _nothing_known(key: Sequence[str], make: Callable[[], T]) -> T:
    return make()


@dataclass(frozen=True, slots=True)
class Memory:
    """How a build comes by what an earlier one may have worked out. This one remembers nothing; `recall` makes one that does.

    `once(key, make)` is what `make` returns, or returned for the same key; a key with an empty part is like none.
    """

    studies: Callable[[Sequence[SourceText], Vocabulary], tuple[Read, ...]] = whole
    once: Callable[[Sequence[str], Callable[[], Any]], Any] = _nothing_known
