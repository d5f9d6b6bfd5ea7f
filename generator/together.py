"""All seeds together: each studied by itself, then what only shows between them. Works nothing out twice that its memory holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from generator.findings.disagreements.enumerations import Enumeration
from generator.findings.origins import tied
from generator.findings.origins.comparing import Both, both
from generator.findings.origins.shared import Runs
from generator.findings.quotes import Asking, answered, askings
from generator.findings.quotes.coldopen import REPEATED
from generator.findings.quotes.speech import Speech, speech
from generator.findings.suggestions.leads import Leads
from generator.findings.terms.suspicions import suspected
from generator.found import (
    Acronym,
    Definition,
    Disagreement,
    Evidence,
    Listing,
    Observation,
    Origin,
    Prediction,
    Quote,
    Repeat,
    Suspicion,
)  # fmt: skip
from generator.model import Document, Matches, SeedId, SourceText, Vocabulary
from generator.read import admitted
from generator.report import Problem
from generator.study import Memory, Study

#: Sources whose runs of words, many times their bytes, are there at a time.
_RUNS = 400


@dataclass(frozen=True, slots=True)
class Known:
    """What the sources say, in the order of their paths. Predictions have no standing yet, and numbers no units but their source's.

    `keys`: of all that each source's study was made of, where that is remembered (its weight hangs on more).
    """

    documents: tuple[Document, ...]
    matches: Matches
    evidence: tuple[Evidence, ...]
    predictions: tuple[Prediction, ...]
    numbers: tuple[Observation, ...]
    acronyms: tuple[Acronym, ...]
    definitions: tuple[Definition, ...]
    listings: tuple[Listing, ...]
    enumerations: tuple[Enumeration, ...]
    tables: tuple[Disagreement, ...]
    repeats: tuple[Repeat, ...]
    suspicions: tuple[Suspicion, ...]
    leads: tuple[Leads, ...]
    quotes: tuple[Quote, ...]
    origins: tuple[Origin, ...]
    keys: Mapping[SeedId, str]


def known(sources: Sequence[SourceText], vocabulary: Vocabulary, memory: Memory) -> tuple[Known, tuple[Problem, ...]]:
    """All that can be told without the curator's pages, and what is wrong with the seeds."""
    read = memory.studies(sources, vocabulary)
    documents, problems = admitted([(s, r.study.document if r.study else None, r.problems) for s, r in zip(sources, read, strict=True)])
    kept = {id(document) for document in documents}
    found = {r.study.document.id: (r.study, r.weight, r.key) for r in read if r.study and id(r.study.document) in kept}
    studies, weights = [found[document.id][0] for document in documents], [found[document.id][1] for document in documents]
    keys = {id: key for id, (*_, key) in found.items()}
    quotes = _quotes(studies, keys, memory)
    return Known(
        documents=documents,
        matches=Matches(tuple(chain(*(s.matches.mentions for s in studies))), tuple(chain(*(s.matches.cues for s in studies)))),
        evidence=tuple(chain(*(w.evidence for w in weights))),
        predictions=tuple(chain(*(s.predictions for s in studies))),
        numbers=tuple(chain(*(w.numbers for w in weights))),
        acronyms=tuple(chain(*(s.acronyms for s in studies))),
        definitions=tuple(chain(*(s.definitions for s in studies))),
        enumerations=tuple(chain(*(s.enumerations for s in studies))),
        listings=tuple(sorted(chain(*(s.listings for s in studies)), key=lambda listing: (listing.concept, listing.source))),
        tables=tuple(chain(*(s.tables for s in studies))),
        repeats=tuple(chain(*(s.repeats for s in studies))),
        suspicions=suspected([s.heard for s in studies]),
        leads=tuple(s.leads for s in studies),
        quotes=quotes,
        origins=_origins(studies, keys, quotes, memory),
        keys=keys,
    ), problems


def _quotes(studies: Sequence[Study], keys: dict[SeedId, str], memory: Memory) -> tuple[Quote, ...]:
    """What became of every quotation: that of one source hangs on it and on the sources that it is held against."""
    documents = {s.document.id: s.document for s in studies}
    voices = {s.document.id: s.voice for s in studies}

    @lru_cache(maxsize=_RUNS)
    def run(source: SeedId) -> Speech:
        return speech(documents[source], but=REPEATED)

    def answer(asking: Asking) -> tuple[Quote, ...]:
        sources = (asking.source, "homes", *asking.homes, *chain(*(("others", *others) for others in asking.others)))
        key = ("quotes", *(keys.get(SeedId(source), source) for source in sources))
        found: tuple[Quote, ...] = memory.once(key, lambda: answered(asking, voices[asking.source], run))
        return found

    return tuple(chain(*map(answer, askings(documents, voices))))


def _origins(studies: Sequence[Study], keys: dict[SeedId, str], quotes: Sequence[Quote], memory: Memory) -> tuple[Origin, ...]:
    """Which sources count as one; what two have of one another's words hangs on these two."""

    def words(one: Runs, other: Runs) -> Both:
        found: Both = memory.once(("words", keys[one.source], keys[other.source]), lambda: both(one, other))
        return found

    runs, facts = {s.document.id: s.runs for s in studies}, {s.document.id: s.facts for s in studies}
    return tied([s.document for s in studies], runs, facts, quotes, words)
