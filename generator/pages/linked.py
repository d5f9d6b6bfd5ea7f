"""What pages are about, in the words of schema.org (JSON-LD 1.1), for search engines and other programs. Shows no more than the pages.

A thing is named by its address on the site, as in the vocabulary's SKOS; a page about a thing by `#page` behind it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urljoin

from generator import address
from generator.address import Address
from generator.findings.backlinks.prose import blocks
from generator.found import Issue, Match, Quote
from generator.library import Library
from generator.model import Concept, ConceptKind, Document, Kind, LabelKind, Passage, Role
from generator.pages.indexes import source_topics
from generator.pages.showing import part, web
from generator.published import quote_shown
from generator.text import digest, fold

Thing = dict[str, Any]
Graph = tuple[Thing, ...]

_HOME = Address("index.md")
#: Passages that a topic's page gives to machines, and the words of each: its strongest cards.
_QUOTED, _WORDS = 6, 60
_MOST_TOPICS = 8
_SETS = {ConceptKind.TOPIC: ("Topics", "topics/index.md"), ConceptKind.TREND: ("Trends", "trends/index.md")}


class _Page(NamedTuple):
    """A page, and what names and describes things from there: full addresses where the site's is known, else relative ones."""

    library: Library
    path: str

    def at(self, place: Address) -> str:
        return urljoin(self.library.site.url, place.url) if self.library.site.url else place.href(self.path)

    def itself(self, kind: str, title: str, **more: object) -> Thing:
        """The page as a thing."""
        url = self.at(Address(self.path))
        known = {"@type": kind, "@id": f"{url}#page", "url": url, "name": title, "inLanguage": self.library.site.language}
        return _filled({**known, "isPartOf": {"@id": self.at(_HOME)}, **more})

    def prose(self, markdown: str) -> str:
        return " ".join(block.text for block in blocks(markdown))


def of_site(library: Library, title: str) -> Graph:
    """The home page: the site."""
    page = _Page(library, _HOME.page)
    url, name = page.at(_HOME), library.site.name or title
    known = {"@type": "WebSite", "@id": url, "url": url, "name": name, "inLanguage": library.site.language}
    return (_filled({**known, "description": library.site.description}),)


def of_concept(library: Library, concept: Concept) -> Graph:
    """A topic's or trend's page: an article about a term, with passages that it quotes."""
    page = _Page(library, address.of_concept(concept).page)
    term = _term(page, concept)
    sources = dict.fromkeys(library.passages[e.passage].source for e in library.evidence_of.get(concept.id, ()))
    article = page.itself(
        "Article",
        concept.name,
        headline=concept.name,
        description=page.prose(concept.definition),
        about={"@id": term["@id"]},
        citation=[{"@id": page.at(address.of_source(source))} for source in sources],
        hasPart=list(_quotations(page, concept)),
    )
    return article, term, _set(page, *_SETS[concept.kind])


def of_source(library: Library, document: Document) -> Graph:
    """A source's note: the source as an episode of a podcast or as an article, and the page about it."""
    page = _Page(library, address.of_source(document.id).page)
    work = _work(page, document)
    about = {"mainEntity": {"@id": work["@id"]}, "isBasedOn": {"@id": work["@id"]} if document.form else None}
    return page.itself("WebPage", document.title, **about), work


def of_terms(library: Library, path: str, terms: Iterable[Concept]) -> Graph:
    """The glossary, or a part of it: a set of terms, with those that stand on the page."""
    page = _Page(library, path)
    whole = _set(page, "Glossary", address.shared_page(ConceptKind.TERM))
    return ({**whole, "hasDefinedTerm": [_term(page, concept) for concept in terms]},)


def of_quotes(library: Library, path: str, quotes: Iterable[Quote]) -> Graph:
    """The page of quotations, or a part of it: those that were found word for word, each with who said it and where."""
    page = _Page(library, path)
    found = [quote_shown(library, q) for q in quotes if q.match is Match.VERBATIM and q.traced]
    parts = [_quoted(page, quote) for quote in found if quote.text]
    return (page.itself("CollectionPage", "Quotes", hasPart=parts),)


def of_issue(library: Library, issue: Issue) -> Graph:
    """An issue of the newsletter."""
    page = _Page(library, issue.page)
    cited = [{"@id": page.at(address.of_source(source))} for source in issue.sources]
    return (page.itself("Article", issue.title, headline=issue.title, datePublished=issue.date, citation=cited),)


def _term(page: _Page, concept: Concept) -> Thing:
    url = page.at(address.lasting(concept))
    _, path = _SETS.get(concept.kind, ("", address.shared_page(concept.kind)))
    known = {"@type": "DefinedTerm", "@id": url, "name": concept.name, "description": page.prose(concept.definition)}
    others = [text for text in concept.labelled(LabelKind.ALT) if text != concept.name]
    return _filled({**known, "alternateName": others, "inDefinedTermSet": {"@id": page.at(Address(path))}, "sameAs": web(concept.url)})


def _set(page: _Page, name: str, path: str) -> Thing:
    url = page.at(Address(path))
    return {"@type": "DefinedTermSet", "@id": url, "url": url, "name": name}


def _work(page: _Page, document: Document) -> Thing:
    """The source itself. What the page does not know stays out."""
    library, spoken = page.library, document.kind is Kind.TRANSCRIPT
    published = {"@type": "Organization", "name": document.publisher} if document.publisher else None
    topics = source_topics(library, document)[:_MOST_TOPICS]
    return _filled(
        {
            "@type": "PodcastEpisode" if spoken else "Article",
            "@id": page.at(address.of_source(document.id)),
            "name": document.title,
            "headline": "" if spoken else document.title,
            "datePublished": document.date,
            "url": web(document.url),
            "author": _people(page, document.authors),
            "contributor": _people(page, document.speakers),
            "publisher": published,
            "partOfSeries": {"@type": "PodcastSeries", "name": document.publisher} if spoken and published else None,
            "associatedMedia": {"@type": "MediaObject", "contentUrl": web(document.media)} if web(document.media) else None,
            "license": web(document.license),
            "about": [{"@id": page.at(address.lasting(library.vocabulary.concepts[id]))} for id, _, _ in topics],
        }
    )


def _people(page: _Page, names: Iterable[str]) -> list[Thing]:
    return [_person(page, name) for name in page.library.preferred(tuple(names))]


def _person(page: _Page, name: str) -> Thing:
    known = page.library.vocabulary.people.get(fold(name))
    concept = page.library.vocabulary.concepts[known] if known else None
    told = {"@id": page.at(address.lasting(concept)), "sameAs": web(concept.url)} if concept else {}
    return _filled({"@type": "Person", **told, "name": concept.name if concept else name})


def _quotations(page: _Page, concept: Concept) -> Iterator[Thing]:
    """The strongest passages, in as many words as may be shown."""
    fit = (page.library.passages[e.passage] for e in page.library.evidence_of.get(concept.id, ()))
    worded = ((p, part(page.library, p, {concept.id}, _WORDS)) for p in fit if p.role is not Role.TABLE)
    for passage, (start, end) in islice(((p, span) for p, span in worded if span[0] < span[1]), _QUOTED):
        yield _quotation(page, passage, passage.text[start:end])


def _quotation(page: _Page, passage: Passage, words: str) -> Thing:
    """Words of a source. A digest retells in words of its own: nobody is made to say these."""
    document, url = page.library.documents[passage.source], page.at(address.of_passage(passage))
    known = {"@type": "Quotation", "@id": url, "url": url, "text": words, "isBasedOn": {"@id": page.at(address.of_source(document.id))}}
    if document.form:
        return known
    if passage.speaker:
        return {**known, "spokenByCharacter": _person(page, passage.speaker)}
    return _filled({**known, "creator": _people(page, document.authors)})


def _quoted(page: _Page, quote: Quote) -> Thing:
    """A quotation that was found: as it is quoted, with who said it and the place where it was said."""
    library, traced = page.library, quote.traces[0]
    said = library.passages[traced.passages[0]]
    url = page.at(Address(page.path, f"q-{digest(f'{quote.passage} {quote.start}')}"))
    who = [_person(page, library.passages[id].speaker) for id in traced.speakers if library.passages[id].speaker]
    known = {"@type": "Quotation", "@id": url, "url": url, "text": quote.text, "spokenByCharacter": who}
    quoting = page.at(address.of_source(library.passages[quote.passage].source))
    return _filled({**known, "isBasedOn": {"@id": page.at(address.of_passage(said))}, "isPartOf": {"@id": quoting}})


def _filled(thing: Thing) -> Thing:
    """A thing without what is empty."""
    return {name: value for name, value in thing.items() if value not in ("", None, [])}
