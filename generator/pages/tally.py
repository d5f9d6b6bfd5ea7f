"""Counts and connections of a concept: sources, speakers, dates, passages, and concepts that come with it. No page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator import address
from generator.found import Backlink, Evidence, Grade
from generator.library import Library
from generator.model import Concept, ConceptId, ConceptKind, LabelKind, SeedId
from generator.pages.origins import counted
from generator.pages.page import Link, LinkHere, to_concept
from generator.pages.words import count, span
from generator.text import fold

#: Other names that a page lists: of those that sources use, and of the vocabulary's where they use none.
_MOST_NAMES, _FEW_NAMES = 8, 4


@dataclass(frozen=True, slots=True)
class Tally:
    """What a concept's evidence adds up to; `origins`: sources on one event count once. `dates` in words; empty where no source has one."""

    sources: int
    origins: int
    passages: int
    central: int
    dates: str = ""

    @property
    def words(self) -> str:
        """`3 sources, 1 independent origin, 14 passages`; empty without evidence."""
        return f"{counted(self.sources, self.origins)}, {count(self.passages, 'passage')}" if self.passages else ""


def tally(library: Library, concept: ConceptId) -> Tally:
    """The counts of a concept's evidence."""
    evidence = library.evidence_of.get(concept, ())
    sources = evidence_by_source(library, evidence)
    dates = sorted(filter(None, (library.documents[source].date for source in sources)))
    central = sum(e.grade is Grade.CENTRAL for e in evidence)
    return Tally(len(sources), library.independent(sources), len(evidence), central, span(dates[0], dates[-1]) if dates else "")


def evidence_by_source(library: Library, evidence: Iterable[Evidence]) -> dict[SeedId, list[Evidence]]:
    """Evidence by the source of its passage, the source of the strongest first."""
    groups: dict[SeedId, list[Evidence]] = {}
    for found in evidence:
        groups.setdefault(library.passages[found.passage].source, []).append(found)
    return groups


def speakers(library: Library, concept: ConceptId, page: str) -> tuple[Link, ...]:
    """Who speaks of a concept, with the number of their passages, the most talkative first."""
    passages = [library.passages[e.passage] for e in library.evidence_of.get(concept, ())]
    names = Counter(library.speaker_name(p) for p in passages if p.speaker)
    people = {library.speaker_name(p): library.speaker(p) for p in passages if p.speaker}
    ordered = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        to_concept(person, page, count(n, "passage")) if (person := people[name]) else Link(name, note=count(n, "passage"))
        for name, n in ordered
    )


def company(library: Library, concept: Concept, page: str, most: int = 8) -> tuple[Link, ...]:
    """Topics and trends that the same passages are about, with how many passages; those linked anyway are left out."""
    known = {concept.id, *concept.broader, *concept.related, *concept.member, *library.vocabulary.narrower.get(concept.id, ())}
    shared = Counter(
        other.concept
        for found in library.evidence_of.get(concept.id, ())
        for other in library.evidence_in[found.passage]
        if other.concept not in known and has_page(library.vocabulary.concepts[other.concept])
    )
    ordered = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(to_concept(library.vocabulary.concepts[other], page, count(n, "passage")) for other, n in ordered)


def also(library: Library, concept: Concept) -> tuple[str, ...]:
    """Other names: those that the sources use, else the first ones of the vocabulary; not what only differs from another in its form."""
    written = {fold(m.surface) for m in library.mentions_of.get(concept.id, ())}
    labels = [label.text for label in concept.labels if label.kind is LabelKind.ALT and not label.near]
    once = {fold(text): text for text in reversed([concept.name, *labels])}
    others = [text for text in reversed(once.values()) if text != concept.name]
    return tuple([text for text in others if fold(text) in written][:_MOST_NAMES] or others[:_FEW_NAMES])


def misheard(library: Library, concept: Concept) -> tuple[str, ...]:
    """The forms in which the sources mishear or misspell the concept, in the order of the alphabet."""
    heard = {m.surface.casefold(): m.surface for m in library.mentions_of.get(concept.id, ()) if m.misheard}
    return tuple(heard[key] for key in sorted(heard))


def has_page(concept: Concept) -> bool:
    """Whether the concept has a page of its own."""
    return concept.kind in (ConceptKind.TOPIC, ConceptKind.TREND)


def links(library: Library, ids: Iterable[ConceptId], page: str) -> tuple[Link, ...]:
    """Links to concepts of the vocabulary."""
    return tuple(to_concept(library.vocabulary.concepts[id], page) for id in ids if id in library.vocabulary.concepts)


def links_here(library: Library, concept: Concept, page: str) -> tuple[LinkHere, ...]:
    """The curator's sentences about a concept on other pages."""
    found = (b for b in library.backlinks.get(concept.id, ()) if b.page != page)
    return tuple(_link_here(concept, backlink, page) for backlink in found)


def _link_here(concept: Concept, backlink: Backlink, page: str) -> LinkHere:
    link = Link(backlink.title, address.Address(backlink.page, backlink.anchor).href(page))
    labels = sorted((label.text for label in concept.labels if label.kind is not LabelKind.CUE), key=len, reverse=True)
    lower = backlink.sentence.lower()
    start, length = next(((at, len(label)) for label in labels if (at := lower.find(label.lower())) >= 0), (len(lower), 0))
    sentence = backlink.sentence
    return LinkHere(link, sentence[:start], sentence[start : start + length], sentence[start + length :])
