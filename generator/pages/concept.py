"""The pages of topics and trends: what it is, at a glance, the strongest evidence, where to read on. No choice of passages."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import address
from generator.citing import without
from generator.library import Library
from generator.model import Concept, ConceptKind
from generator.pages import linked
from generator.pages.charts import Chart, Columns
from generator.pages.disagreements import Disputed
from generator.pages.disagreements import of_concept as disputed
from generator.pages.grouping import Selection, described, select
from generator.pages.members import Members
from generator.pages.members import of_concept as members
from generator.pages.numbers import NumbersHere, of_topic
from generator.pages.origins import Together, together
from generator.pages.page import Link, Page, to_source
from generator.pages.predictions import Foretold, of_concept
from generator.pages.prose import Tooltip, tooltips
from generator.pages.quoting import Quotation
from generator.pages.references import Reference, cited
from generator.pages.steps import Steps, neighbours
from generator.pages.tally import LinkHere, Tally, also, company, evidence_by_source, links, links_here, misheard, speakers, tally
from generator.pages.telling import spelled, told
from generator.pages.trends import charts, mentions
from generator.pages.words import count

_TEMPLATES = {ConceptKind.TOPIC: "topic.md", ConceptKind.TREND: "trend.md"}


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
    disputed: tuple[Disputed, ...]
    passages: Selection
    numbers: NumbersHere | None
    charts: tuple[Chart, ...]
    mentions: Columns | None
    predictions: tuple[Foretold, ...]
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    company: tuple[Link, ...]
    links_here: tuple[LinkHere, ...]
    steps: Steps


def concepts(library: Library) -> Iterable[Page]:
    """A page for each topic and each trend."""
    steps = {id: step for kind in _TEMPLATES for id, step in neighbours(library, kind).items()}
    for concept in library.vocabulary.concepts.values():
        if template := _TEMPLATES.get(concept.kind):
            page, shown = address.of_concept(concept).page, view(library, concept, steps[concept.id])
            yield Page(page, template, shown, linked.of_concept(library, concept), address.card_of(concept))


def view(library: Library, concept: Concept, steps: Steps | None = None) -> ConceptView:
    """Everything that the page of one topic or trend shows."""
    page = address.of_concept(concept).page
    below = library.vocabulary.narrower.get(concept.id, ())
    narrower = tuple(id for id in dict.fromkeys((*concept.member, *below)) if id in below)
    prose = cited(library, page, concept.body)
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
        speakers=speakers(library, concept.id, page),
        members=members(library, concept, page),
        disputed=tuple(d for d in disputed(library, concept, page) if not d.members),
        passages=select(library, concept),
        numbers=of_topic(library, concept, page),
        charts=charts(library, concept, page) if concept.kind is ConceptKind.TREND else (),
        mentions=mentions(library, concept, page) if concept.kind is ConceptKind.TREND else None,
        predictions=of_concept(library, concept.id, page),
        broader=links(library, concept.broader, page),
        narrower=links(library, narrower, page),
        related=links(library, [id for id in concept.related if id not in (*concept.broader, *narrower)], page),
        company=company(library, concept, page),
        links_here=links_here(library, concept, page),
        steps=steps or Steps(),
    )


def _sources(library: Library, concept: Concept, page: str) -> tuple[Link, ...]:
    groups = evidence_by_source(library, library.evidence_of.get(concept.id, ()))
    documents = [(library.documents[source], len(found)) for source, found in groups.items()]
    return tuple(Link(to_source(d, page).text, to_source(d, page).href, described(d), count(n, "passage")) for d, n in documents)
