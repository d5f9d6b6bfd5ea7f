"""The pages of topics and trends: what it is, at a glance, the strongest evidence, where to read on. No choice of passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from generator import address
from generator.citing import without
from generator.found import Evidence
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, PassageId
from generator.pages import linked
from generator.pages.charts import Chart, Columns
from generator.pages.disagreements import Disputed
from generator.pages.disagreements import of_concept as disputed
from generator.pages.grouping import Selection, described, further, left_out, select
from generator.pages.members import Members
from generator.pages.members import of_concept as members
from generator.pages.numbers import NumbersHere, of_topic
from generator.pages.origins import Together, together
from generator.pages.page import Each, Link, LinkHere, Page, Turning, some, to_concept, to_source
from generator.pages.predictions import PAGE as PREDICTIONS
from generator.pages.predictions import Foretold, of_concept
from generator.pages.prose import Tooltip, tooltips
from generator.pages.quoting import Quotation
from generator.pages.references import Reference, cited
from generator.pages.steps import Steps, neighbours
from generator.pages.tally import Tally, also, company, evidence_by_source, links, links_here, misheard, speakers, tally
from generator.pages.telling import spelled, told
from generator.pages.trends import charts, mentions
from generator.pages.turning import parted
from generator.pages.words import count
from generator.parts import Head, Part, gathered, numbers

T = TypeVar("T")

_MORE = Head("Passages", "passages")
#: Predictions and disagreements that a page lists; their own pages have all.
_MOST_LISTED = 30
_TEMPLATES = {ConceptKind.TOPIC: "topic.md", ConceptKind.TREND: "trend.md"}

#: A passage, and the concept that it is evidence of.
Proof = tuple[PassageId, ConceptId]
Subject = tuple[ConceptId, Steps | None, Part[Proof | None], Turning | None]


class Few(NamedTuple, Generic[T]):
    """Rows that a page lists, and the way to those that are too many for it; None: it has all."""

    rows: tuple[T, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class ConceptView:
    """A topic's or a trend's page."""

    title: str
    page: str
    feed: str
    definition: str
    lede: str
    references: tuple[Reference, ...]
    tooltips: tuple[Tooltip, ...]
    scope_note: str
    editorial_note: str
    also: tuple[str, ...]
    misheard: tuple[str, ...]
    told: tuple[Quotation, ...]
    spelled: tuple[Link, ...]
    tally: Tally
    on_map: str
    sources: tuple[Link, ...]
    together: tuple[Together, ...]
    speakers: tuple[Link, ...]
    members: Members | None
    disputed: Few[Disputed]
    passages: Selection
    numbers: NumbersHere | None
    charts: tuple[Chart, ...]
    mentions: Columns | None
    predictions: Few[Foretold]
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    company: tuple[Link, ...]
    links_here: tuple[LinkHere, ...]
    steps: Steps


@dataclass(frozen=True, slots=True)
class PassagesView:
    """A further page of passages about a topic or trend. `back` leads to its own page."""

    title: str
    back: Link
    quotations: tuple[Quotation, ...]


def _subjects(library: Library) -> Iterable[Subject]:
    """Every topic and trend that has a page, with the ways to those beside it; and the further pages of passages of each."""
    steps = {id: step for kind in _TEMPLATES for id, step in neighbours(library, kind).items()}
    for concept in library.vocabulary.concepts.values():
        if concept.kind in _TEMPLATES:
            for part, turning in parted(_parts(address.of_concept(concept).page, left_out(library, concept))):
                yield concept.id, steps[concept.id] if part.number == 1 else None, part, turning


def _parts(page: str, left: Sequence[Evidence]) -> tuple[Part[Proof | None], ...]:
    """The page, and further ones with the passages that are too many for it."""
    on = zip(numbers(evidence.passage for evidence in left), left, strict=True)
    return gathered(page, [(1, _MORE, None), *((1 + part, _MORE, (evidence.passage, evidence.concept)) for part, evidence in on)])


def _page(library: Library, subject: Subject) -> Iterable[Page]:
    id, steps, part, turning = subject
    concept, found = library.vocabulary.concepts[id], [proof for _, rows in part.groups for proof in rows if proof]
    card = address.card_of(concept)
    if found:
        more = PassagesView(part.titled(concept.name), to_concept(concept, part.page), further(library, concept, found, part.page))
        yield Page(part.page, "passages.md", more, (), card, turning)
    else:
        shown = view(library, concept, steps)
        yield Page(part.page, _TEMPLATES[concept.kind], shown, linked.of_concept(library, concept), card, turning)


#: The pages of topics and trends, and the further ones of their passages, each by itself.
TOPICS = Each(_subjects, _page)


def view(library: Library, concept: Concept, steps: Steps | None = None) -> ConceptView:
    """Everything that the page of one topic or trend shows."""
    page = address.of_concept(concept).page
    below = library.vocabulary.narrower.get(concept.id, ())
    narrower = tuple(id for id in dict.fromkeys((*concept.member, *below)) if id in below)
    prose = cited(library, page, concept.body)
    differing = tuple(d for d in disputed(library, concept, page) if not d.members)
    return ConceptView(
        title=concept.name,
        page=page,
        feed=address.Address(page).url + "feed.xml",
        definition=concept.definition,
        lede=prose.prose,
        references=prose.references,
        tooltips=tooltips(library, without(concept.body)),
        scope_note=concept.scope_note,
        editorial_note=concept.editorial_note,
        also=also(library, concept),
        misheard=misheard(library, concept),
        told=told(library, library.definitions_of.get(concept.id, ()), page),
        spelled=spelled(library, library.acronyms_of.get(concept.id, ()), page),
        tally=tally(library, concept.id),
        on_map=f"{address.Address('map.md').href(page)}?at={concept.id}",
        sources=_sources(library, concept, page),
        together=together(library, evidence_by_source(library, library.evidence_of.get(concept.id, ())), page),
        speakers=some(speakers(library, concept.id, page)),
        members=members(library, concept, page),
        disputed=_few(differing, "more disagreement", address.DISAGREEMENTS, page),
        passages=select(library, concept),
        numbers=of_topic(library, concept, page),
        charts=charts(library, concept, page) if concept.kind is ConceptKind.TREND else (),
        mentions=mentions(library, concept, page) if concept.kind is ConceptKind.TREND else None,
        predictions=_few(of_concept(library, concept.id, page), "more prediction", PREDICTIONS, page),
        broader=links(library, concept.broader, page),
        narrower=links(library, narrower, page),
        related=links(library, [id for id in concept.related if id not in (*concept.broader, *narrower)], page),
        company=company(library, concept, page),
        links_here=links_here(library, concept, page),
        steps=steps or Steps(),
    )


def _few(rows: Sequence[T], noun: str, there: str, page: str) -> Few[T]:
    left = len(rows) - _MOST_LISTED
    return Few(tuple(rows[:_MOST_LISTED]), Link(count(left, noun), address.Address(there).href(page)) if left > 0 else None)


def _sources(library: Library, concept: Concept, page: str) -> tuple[Link, ...]:
    groups = evidence_by_source(library, library.evidence_of.get(concept.id, ()))
    documents = [(library.documents[source], len(found)) for source, found in groups.items()]
    return some([Link(to_source(d, page).text, to_source(d, page).href, described(d), count(n, "passage")) for d, n in documents])
