"""Documents × vocabulary × mentions × findings, indexed once and frozen. The one thing that pages and exports read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TypeVar

from generator.address import DISAGREEMENTS
from generator.excerpts import Once, anew, excerpts
from generator.findings.coverage import coverage
from generator.findings.coverage.uses import uses
from generator.findings.origins.declared import joined
from generator.found import (
    Acronym,
    Backlink,
    Citation,
    Coverage,
    Definition,
    Difference,
    Disagreement,
    Evidence,
    Issue,
    Listing,
    Observation,
    Origin,
    PageLink,
    Prediction,
    Quote,
    Repeat,
    Suggestion,
    Suspicion,
    Use,
)  # fmt: skip
from generator.model import Concept, ConceptId, Document, Matches, Mention, Note, Passage, PassageId, Role, SeedId, Site, Vocabulary
from generator.parts import numbers, path_of
from generator.text import fold, whole_name

#: The order of mentions, which is that of their fields, but compared without a line of Python.
_PLACED = attrgetter(*(field.name for field in fields(Mention)))

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Library:
    """Everything known, ready to look up. Every tuple is in a fixed order: evidence strongest first, mentions by place.

    `origin_of` is one source that stands for all that count as one with a source (only where there is more than one); `of_origin` are
    these by it; `ties_of` are a source's origins, also those that do not count. `page_of` is the page of a disagreement, by its id;
    `chapters` are a source's that have a time, in the order of their times.
    """

    documents: Mapping[SeedId, Document] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    notes: tuple[Note, ...] = ()
    passages: Mapping[PassageId, Passage] = field(default_factory=dict)
    mentions_of: Mapping[ConceptId, tuple[Mention, ...]] = field(default_factory=dict)
    mentions_in: Mapping[PassageId, tuple[Mention, ...]] = field(default_factory=dict)
    evidence_of: Mapping[ConceptId, tuple[Evidence, ...]] = field(default_factory=dict)
    evidence_in: Mapping[PassageId, tuple[Evidence, ...]] = field(default_factory=dict)
    backlinks: Mapping[ConceptId, tuple[Backlink, ...]] = field(default_factory=dict)
    links_to: Mapping[str, tuple[PageLink, ...]] = field(default_factory=dict)
    citations: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    cited_in: Mapping[PassageId, tuple[Citation, ...]] = field(default_factory=dict)
    predictions: tuple[Prediction, ...] = ()
    predictions_in: Mapping[PassageId, tuple[Prediction, ...]] = field(default_factory=dict)
    acronyms_of: Mapping[ConceptId | None, tuple[Acronym, ...]] = field(default_factory=dict)
    acronyms_in: Mapping[PassageId, tuple[Acronym, ...]] = field(default_factory=dict)
    definitions_of: Mapping[ConceptId | None, tuple[Definition, ...]] = field(default_factory=dict)
    definitions_in: Mapping[PassageId, tuple[Definition, ...]] = field(default_factory=dict)
    suspicions: tuple[Suspicion, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quotes_in: Mapping[PassageId, tuple[Quote, ...]] = field(default_factory=dict)
    quoted_from: Mapping[PassageId, tuple[Quote, ...]] = field(default_factory=dict)
    repeats_in: Mapping[PassageId, tuple[Repeat, ...]] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    origin_of: Mapping[SeedId, SeedId] = field(default_factory=dict)
    of_origin: Mapping[SeedId, tuple[SeedId, ...]] = field(default_factory=dict)
    ties_of: Mapping[SeedId, tuple[Origin, ...]] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    observations_of: Mapping[ConceptId | None, tuple[Observation, ...]] = field(default_factory=dict)
    observations_in: Mapping[PassageId, tuple[Observation, ...]] = field(default_factory=dict)
    disagreements: tuple[Disagreement, ...] = ()
    disagreements_of: Mapping[ConceptId | None, tuple[Disagreement, ...]] = field(default_factory=dict)
    disagreements_in: Mapping[PassageId, tuple[Disagreement, ...]] = field(default_factory=dict)
    listings_of: Mapping[ConceptId, tuple[Listing, ...]] = field(default_factory=dict)
    listed_in: Mapping[PassageId, tuple[Listing, ...]] = field(default_factory=dict)
    uses: Mapping[PassageId, tuple[Use, ...]] = field(default_factory=dict)
    excerpts: Mapping[PassageId, tuple[int, int]] = field(default_factory=dict)
    coverage: Mapping[SeedId, Coverage] = field(default_factory=dict)
    chapters: Mapping[SeedId, tuple[Passage, ...]] = field(default_factory=dict)
    page_of: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    as_of: str = ""
    as_of_set: bool = False
    site: Site = field(default_factory=Site)

    def speaker(self, passage: Passage) -> Concept | None:
        """The person of the vocabulary who says the passage; None where nobody is named or the name is not in it."""
        people = self.vocabulary.people
        person = people.get(fold(passage.speaker)) or people.get(fold(self._whole_name(passage)))
        return self.vocabulary.concepts[person] if person else None

    def preferred(self, names: Sequence[str]) -> tuple[str, ...]:
        """People's names as the vocabulary prefers them, each person once, in the order given."""
        known = (self.vocabulary.people.get(fold(name)) for name in names)
        return tuple(dict.fromkeys(self.vocabulary.concepts[who].name if who else name for who, name in zip(known, names, strict=True)))

    def speaker_name(self, passage: Passage) -> str:
        """The speaker's preferred name; else the whole name that the source has for them somewhere, or the name as it is written here."""
        person = self.speaker(passage)
        return person.name if person else self._whole_name(passage)

    def _whole_name(self, passage: Passage) -> str:
        return whole_name(passage.speaker, self.documents[passage.source].speakers) if passage.speaker else ""

    def name(self, written: str) -> str:
        """A person's preferred name, where the vocabulary knows them; else the name as it is written."""
        person = self.vocabulary.people.get(fold(written))
        return self.vocabulary.concepts[person].name if person else written

    def chapter(self, passage: Passage) -> Passage | None:
        """The chapter of its source that runs when the passage begins; None without times or chapters."""
        if passage.seconds is None:
            return None
        chapters = self.chapters.get(passage.source, ())
        begun = bisect_right(chapters, passage.seconds, key=_begins)
        return chapters[begun - 1] if begun else None

    def independent(self, sources: Iterable[SeedId]) -> int:
        """To how many independent origins sources go back: those that report one event count once."""
        return len({self.origin_of.get(source, source) for source in sources})

    def misheard_in(self, passage: PassageId) -> tuple[Mention, ...]:
        """The names that a passage garbles, in its order."""
        return tuple(mention for mention in self.mentions_in.get(passage, ()) if mention.misheard)


def _begins(passage: Passage) -> float:
    return passage.seconds or 0.0


def _chapters(document: Document) -> tuple[Passage, ...]:
    """The chapters that have a time, by their times; the first of those that begin together."""
    timed = [p for p in document.passages if p.role is Role.CHAPTER and p.seconds is not None]
    return tuple(sorted({_begins(p): p for p in reversed(timed)}.values(), key=_begins))


def newest(documents: Iterable[Document]) -> str:
    """The date of the newest document: nothing depends on the clock."""
    return max((document.date for document in documents), default="")


def shelve(
    documents: Iterable[Document],
    vocabulary: Vocabulary,
    matches: Matches,
    evidence: Iterable[Evidence],
    *,
    notes: Iterable[Note] = (),
    backlinks: Iterable[Backlink] = (),
    page_links: Iterable[PageLink] = (),
    citations: Iterable[Citation] = (),
    predictions: Iterable[Prediction] = (),
    acronyms: Iterable[Acronym] = (),
    definitions: Iterable[Definition] = (),
    suspicions: Iterable[Suspicion] = (),
    suggestions: Iterable[Suggestion] = (),
    quotes: Iterable[Quote] = (),
    repeats: Iterable[Repeat] = (),
    origins: Iterable[Origin] = (),
    observations: Iterable[Observation] = (),
    disagreements: Iterable[Disagreement] = (),
    listings: Iterable[Listing] = (),
    issues: Iterable[Issue] = (),
    as_of: str = "",
    site: Site | None = None,
    once: Once = anew,
) -> Library:
    """Index what reading, matching and findings gave. `as_of`: ISO date; empty: that of the newest document. `once`: see `excerpts`."""
    cited = sorted(citations, key=lambda c: (c.page, c.number))
    short, defined = tuple(acronyms), tuple(definitions)
    by_id = {document.id: document for document in sorted(documents, key=lambda d: d.id)}
    foretold = tuple(predictions)
    traced = tuple(quotes)
    tied = tuple(sorted(origins, key=lambda o: (o.sources, o.suggested)))
    heads = joined(origin.sources for origin in tied if origin.counts)
    measured, enumerated = tuple(observations), tuple(listings)
    differing = tuple(sorted(disagreements, key=lambda d: list(Difference).index(d.kind)))
    mentions = sorted(matches.mentions, key=_PLACED)
    named = _grouped(mentions, lambda m: m.passage)
    strongest = sorted(evidence, key=lambda e: (e.grade.value, -e.score, e.passage))
    used = uses((*cited, *differing, *enumerated, *foretold, *traced, *defined, *short, *measured, *tied, *strongest), named)
    return Library(
        documents=by_id,
        vocabulary=vocabulary,
        notes=tuple(sorted(notes, key=lambda n: n.path)),
        passages={passage.id: passage for document in by_id.values() for passage in document.passages},
        mentions_of=_grouped(mentions, lambda m: m.concept),
        mentions_in=named,
        evidence_of=_grouped(strongest, lambda e: e.concept),
        evidence_in=_grouped(sorted(strongest, key=lambda e: -e.score), lambda e: e.passage),
        backlinks=_grouped(sorted(backlinks), lambda b: b.concept),
        links_to=_grouped(sorted(page_links), lambda link: link.to),
        citations=_grouped(cited, lambda c: c.page),
        cited_in=_by_each(cited, lambda c: (place.passage for place in c.places)),
        predictions=foretold,
        predictions_in=_grouped(foretold, lambda p: p.passage),
        acronyms_of=_grouped(short, lambda a: a.concept),
        acronyms_in=_grouped(short, lambda a: a.passage),
        definitions_of=_grouped(defined, lambda d: d.concept),
        definitions_in=_grouped(defined, lambda d: d.passage),
        suspicions=tuple(suspicions),
        suggestions=tuple(suggestions),
        quotes=traced,
        quotes_in=_grouped(traced, lambda q: q.passage),
        quoted_from=_by_each(traced, _quoting),
        repeats_in=_grouped(repeats, lambda r: r.passage),
        origins=tied,
        origin_of=heads,
        of_origin=_grouped(sorted(heads), lambda source: heads[source]),
        ties_of=_by_each(tied, lambda origin: origin.sources),
        observations=measured,
        observations_of=_grouped(measured, lambda o: o.measured),
        observations_in=_grouped(measured, lambda o: o.passage),
        disagreements=differing,
        disagreements_of=_grouped(differing, lambda d: d.concept),
        disagreements_in=_by_each(differing, lambda d: (side.passage for side in d.sides)),
        chapters={id: found for id, document in by_id.items() if (found := _chapters(document))},
        page_of={d.id: path_of(DISAGREEMENTS, part) for d, part in zip(differing, numbers(d.id for d in differing), strict=True)},
        listings_of=_grouped(enumerated, lambda listing: listing.concept),
        listed_in=_by_each(enumerated, lambda listing: (tick.passage for tick in listing.ticks)),
        uses=used,
        excerpts=excerpts(by_id.values(), used, once),
        coverage={covered.source: covered for covered in coverage(by_id.values(), used)},
        issues=tuple(issues),
        as_of=as_of or newest(by_id.values()),
        as_of_set=bool(as_of),
        site=site or Site(),
    )


def _quoting(quote: Quote) -> Iterable[PassageId]:
    """The passages that a quotation was traced to, or comes nearest to."""
    return (id for trace in (*quote.traces, *((quote.nearest,) if quote.nearest else ())) for id in trace.passages)


def _by_each(items: Iterable[V], keys: Callable[[V], Iterable[K]]) -> Mapping[K, tuple[V, ...]]:
    """The items by each of their keys; an item that has a key twice stands there once."""
    pairs = [(key, item) for item in items for key in dict.fromkeys(keys(item))]
    return {key: tuple(item for _, item in found) for key, found in _grouped(pairs, lambda pair: pair[0]).items()}


def _grouped(items: Iterable[V], key: Callable[[V], K]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}
