"""A source's note: what it is, what it is about, whom and what it names, and its text. How the text flows is told in flow.py."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator import address
from generator.excerpts import MOST_WORDS, SHARE
from generator.found import Grade
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, Document, Passage, Role, SeedId
from generator.pages import linked
from generator.pages.coverage import CoveredHere, covered_here
from generator.pages.disagreements import Here
from generator.pages.disagreements import of_source as of_disputed
from generator.pages.flow import Item, Said, flow, same
from generator.pages.indexes import people, source_topics
from generator.pages.linkers import linkers
from generator.pages.mishearings import link as to_mishearing
from generator.pages.numbers import NumbersHere
from generator.pages.numbers import of_source as numbers_of
from generator.pages.origins import same_event
from generator.pages.page import Link, LinkHere, Page, to_concept, to_passage, to_source
from generator.pages.predictions import Foretold, of_source
from generator.pages.quotes_here import QuotesHere, quotes_here
from generator.pages.quoting import LINE_WORDS, Quotation, quotation
from generator.pages.references import citing
from generator.pages.showing import web
from generator.pages.words import CONCEPTS, KINDS, capital, count, day
from generator.published import shown
from generator.text import apart, fold, slug

#: Passages of a topic that stand above the text, which has them all.
_STRONGEST = 3
_MOST_NAMED = 16
#: Of predictions so many are listed: the ledger has all of them, and can be filtered by source.
_FORETOLD = 10
#: A text of fewer passages is seen at a glance.
_WORTH_FILTERING = 12
#: A text of more items is laid out by the browser only near its window; a shorter one whole, so that every place is exact at once.
_LONG = 500

_NAMED = (ConceptKind.PERSON, ConceptKind.ORGANISATION, ConceptKind.PRODUCT, ConceptKind.BENCHMARK, ConceptKind.WORK, ConceptKind.EVENT)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts about a source. `inferred`: the file does not say so, its text does."""

    label: str
    values: tuple[Link, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class TopicHere:
    """A topic in this source: how many passages, and the strongest of them."""

    link: Link
    counts: str
    central: int
    quotations: tuple[Quotation, ...]
    more: str


@dataclass(frozen=True, slots=True)
class NamedHere:
    """Whom or what a source names, of one kind."""

    label: str
    links: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's note. `full`: its whole text stands here, else excerpts. `anchor` is that of its headline.

    `foretold`: how many predictions are not listed here. `work` names the source as a citation does. `filtered`: there is enough to choose
    from. `long`: too much to lay out at once.
    """

    title: str
    seed: SeedId
    work: str
    anchor: str
    digest: bool
    original: Link | None
    facts: tuple[Fact, ...]
    topics: tuple[TopicHere, ...]
    named: tuple[NamedHere, ...]
    numbers: NumbersHere | None
    predictions: tuple[Foretold, ...]
    foretold: str
    disputed: tuple[Here, ...]
    quotes: QuotesHere | None
    links_here: tuple[LinkHere, ...]
    coverage: CoveredHere
    full: bool
    filtered: bool
    long: bool
    flow: tuple[Item, ...]


def source_note(library: Library, id: SeedId) -> Iterable[Page]:
    """The note of a source."""
    document = library.documents[id]
    yield Page(address.of_source(id).page, "source.md", view(library, document), linked.of_source(library, document))


def view(library: Library, document: Document) -> SourceView:
    """Everything that the note of one source shows."""
    page = address.of_source(document.id).page
    headline = next((p for p in document.passages if p.role is Role.HEADLINE and same(p.text, document.title)), None)
    text, predictions = flow(library, document), of_source(library, document, page)
    return SourceView(
        title=document.title,
        seed=document.id,
        work=_work(document),
        anchor=headline.anchor if headline else "",
        digest=document.form == "digest",
        original=Link(document.publisher or "the original", web(document.url)) if document.publisher or web(document.url) else None,
        facts=tuple(fact for fact in _facts(library, document, page) if fact.values),
        topics=_topics(library, document, page),
        named=(*_named(library, document, page), *_terms(library, document, page)),
        numbers=numbers_of(library, document, page),
        predictions=predictions[:_FORETOLD],
        foretold=count(len(predictions) - _FORETOLD, "more prediction") if len(predictions) > _FORETOLD else "",
        disputed=of_disputed(library, document, page),
        quotes=quotes_here(library, document),
        links_here=(*citing(library, document, page), *linkers(library, page)),
        coverage=covered_here(library, document),
        full=document.publish == "full",
        filtered=_filtered(text),
        long=len(text) > _LONG,
        flow=text,
    )


def _work(document: Document) -> str:
    """A source as a citation names it: `“Talking about soil”, Radio Compost, 11 June 2024`."""
    return apart(f"“{document.title}”", document.publisher, day(document.date), document.form, by=", ")


def _filtered(text: Iterable[Item]) -> bool:
    """Whether choosing a topic or a speaker shortens the text by much."""
    said = [item for item in text if isinstance(item, Said)]
    speakers = {item.speaker.text for item in said if item.speaker}
    topics = {chip.link.text for item in said for chip in item.chips}
    return len(said) >= _WORTH_FILTERING and (len(speakers) > 1 or len(topics) > 1)


def _facts(library: Library, document: Document, page: str) -> list[Fact]:
    inferred = document.inferred
    most = f"in excerpts: at most {MOST_WORDS} words of a passage and {SHARE:.0%} of all words"
    published = "in full" if document.publish == "full" else most
    derived = [library.documents.get(SeedId(source)) for source in document.derived_from]
    return [
        Fact("Kind", (Link(_kind(document)),), "kind" in inferred),
        Fact("Publisher", _plain(document.publisher), "publisher" in inferred),
        Fact("Speakers", people(library, document.speakers, page), "speakers" in inferred),
        Fact("Authors", people(library, document.authors, page), "authors" in inferred),
        Fact("Date", _plain(day(document.date)), "date" in inferred),
        Fact("Reports on", _plain(_readable(document.origin)), "origin" in inferred),
        Fact("Same event", same_event(library, document.id, page)),
        Fact("Drawn from", tuple(to_source(d, page) for d in derived if d)),
        Fact("Original", _out(document.url) or (() if web(document.media) else (Link("no address known"),)), "url" in inferred),
        Fact("Recording", _out(document.media), "media" in inferred),
        Fact("Licence", _plain(document.license), "license" in inferred),
        Fact("Shown here", (Link(published),)),
    ]


def _kind(document: Document) -> str:
    return ", ".join(filter(None, (capital(KINDS[document.kind][0]), document.form)))


def _readable(origin: str) -> str:
    """The event that a source reports, if it has a name; an id is no name."""
    return "" if slug(origin) == origin else origin


def _plain(text: str) -> tuple[Link, ...]:
    return (Link(text),) if text else ()


def _out(url: str) -> tuple[Link, ...]:
    return (Link(web(url).partition("//")[2].removesuffix("/"), web(url)),) if web(url) else ()


def _topics(library: Library, document: Document, page: str) -> tuple[TopicHere, ...]:
    passages = _passages_by_topic(library, document)
    return tuple(
        _topic(library, library.vocabulary.concepts[id], passages[id], central, page) for id, _, central in source_topics(library, document)
    )


def _topic(library: Library, concept: Concept, passages: list[Passage], central: int, page: str) -> TopicHere:
    counts = count(len(passages), "passage") + (f", {central:,} central" if central else "")
    worded = sorted(passages, key=lambda p: not shown(library, p))[:_STRONGEST]
    cards = tuple(quotation(library, p, page, {concept.id}, LINE_WORDS) for p in worded)
    more = count(len(passages) - _STRONGEST, "more passage") if len(passages) > _STRONGEST else ""
    return TopicHere(to_concept(concept, page), counts, central, cards, more)


def _passages_by_topic(library: Library, document: Document) -> dict[ConceptId, list[Passage]]:
    """The passages of the source about each concept, the strongest first."""
    found = [(e, p) for p in document.passages for e in library.evidence_in.get(p.id, ())]
    groups: dict[ConceptId, list[Passage]] = {}
    for evidence, passage in sorted(found, key=lambda pair: (pair[0].grade is not Grade.CENTRAL, -pair[0].score, pair[1].lines)):
        groups.setdefault(evidence.concept, []).append(passage)
    return groups


def _named(library: Library, document: Document, page: str) -> Iterable[NamedHere]:
    counts = Counter(m.concept for p in document.passages for m in library.mentions_in.get(p.id, ()))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for kind in _NAMED:
        found = [library.vocabulary.concepts[id] for id, _ in ordered if library.vocabulary.concepts[id].kind is kind]
        if found:
            links = tuple(to_concept(concept, page) for concept in found[:_MOST_NAMED])
            yield NamedHere(capital(CONCEPTS[kind][len(found) != 1]), links, max(0, len(found) - _MOST_NAMED))


def _terms(library: Library, document: Document, page: str) -> Iterable[NamedHere]:
    """What a source defines, spells out and garbles, with the way to the passage, or to the page of mishearings."""
    defined: dict[str, Link] = {}
    spelled: dict[str, Link] = {}
    garbled: dict[str, Link] = {}
    for passage in document.passages:
        there = to_passage(passage, page)
        for definition in library.definitions_in.get(passage.id, ()):
            defined.setdefault(fold(definition.term), Link(definition.term, there))
        for acronym in library.acronyms_in.get(passage.id, ()):
            spelled.setdefault(fold(acronym.short), Link(f"{acronym.short}: {acronym.long}", there))
        for mention in library.misheard_in(passage.id):
            meant = library.vocabulary.concepts[mention.concept].name
            garbled.setdefault(fold(mention.surface), Link(mention.surface, to_mishearing(mention.concept, page), note=f"meant: {meant}"))
    for label, links in (("Defined here", defined), ("Spelled out", spelled), ("Misheard", garbled)):
        if links:
            yield NamedHere(label, tuple(links.values())[:_MOST_NAMED], max(0, len(links) - _MOST_NAMED))
