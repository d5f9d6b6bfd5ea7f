"""The site's search index, made from our own data: an entry a page, a passage, a glossary entry. The reader's browser searches it."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain, islice
from typing import Any

from generator.address import Address, of_concept, of_passage, of_source
from generator.citing import without
from generator.found import Difference, Disagreement
from generator.library import Library
from generator.model import Concept, ConceptId, Document, LabelKind, Passage, Role, SeedId
from generator.published import claim_shown, shown, side_shown
from generator.text import clock, straighten
from generator.tracing import Pieces

Entry = dict[str, Any]

#: What counts how much, found by trying on labels, names and words out of passages (tests/site/test_search.py now holds what comes of it).
#: With the defaults of Material's own worker (1000 for titles) a passage by four of its words was among the first three in 0.73 of
#: all cases. That worker favours pages over anchors by 2.5; 2 evens that out.
_FIELDS = {"title": {"boost": 5}, "tags": {"boost": 3}, "text": {"boost": 1}}
_BOOST_OF_ANCHORS = 2

#: Words that say nothing, in English. The theme filters them out of the index but not out of a query, where `in` then finds
#: every word that begins so; as separators they vanish from both. That found a phrase's passage four times as often.
STOP_WORDS = (
    "a about after all also am an and any are as at be because been before being but by can could did do does for from had has have he her "
    "him his how i if in into is it its just like me more most my no not of on only or other our out over own she so some such "
    "than that the their them then there these they this those to too up very was we were what when where which while who why will with "
    "would you your"
).split()
_PUNCTUATION = r"""[\s\-,:;!?=\[\]()"/…]+|\.(?!\d)|&[lg]t;|&amp;"""
_STOP = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in STOP_WORDS)
_SEPARATOR = rf"{_PUNCTUATION}|\b(?:{_STOP})\b(?!')"

#: What the pages that list things are looked for by, beside their titles; a hit shows it.
_LISTED = {
    "coverage/": "What became of every passage: used, unused, excluded with a reason such as an advertisement.",
    "disagreements/": "Where sources differ, contradict or dispute: in lists, figures and tables, and in words that are misquoted.",
    "glossary/": "Terms with their definitions and meanings, acronyms and abbreviations.",
    "issues/": "Issues, to read, to subscribe to as a feed, or by e-mail.",
    "map/": "Graph of topics and sources, and how they are connected.",
    "mishearings/": "Names and words misheard, mistranscribed or misspelled, with what is meant.",
    "numbers/": "Figures, amounts, prices, percentages, statistics and data.",
    "organisations/": "Companies, firms, labs, universities and institutions.",
    "people/": "Speakers, authors, hosts and guests: who says what.",
    "predictions/": "Forecasts and prophecies: who foretells what, until when; open, due, overdue, or judged by whether they came true.",
    "products/": "Models, tools, software and services.",
    "quotes/": "Quotations checked against what was said: verbatim, altered, spliced or not found; who was quoted, and who misquoted.",
    "sources/": "Transcripts, podcasts, articles, summaries, briefs and lists of insights.",
    "timeline/": "Dates, events and history, year by year.",
    "topics/": "Subjects and themes, with what the sources say of each.",
    "trends/": "Developments over time, in charts.",
    "works/": "Books, papers, essays and posts.",
}
#: A further part of a long list (see `parts`).
_PART = re.compile(r"/\d+/$")
#: What stands at the foot of a curator's page and is not the curator's.
_FEET = ("#references", "#what-links-here")
#: Numbers of a passage that are shown under it when it is found.
_MOST_NUMBERS = 4
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\n]*\)")
#: What rules a pipe table: bars, and the line below its header.
_RULED = re.compile(r"(?:(?<!\s)\s+)?\|[\s|:-]*")
_MARKS = str.maketrans("#>|", "   ", "*_`")


def search(library: Library, made: Mapping[str, Any], pieces: Pieces) -> dict[str, Any]:
    """The index that replaces `made`, the engine's own, of which the entries for the curator's pages are kept, and the names of pages that
    list things, with what they are looked for by: each thing has an entry of its own, and a list of all would stand above it whatever is
    looked for.

    MkDocs calls the entries `docs`, Zensical `items`.

    Material's search wants the entry of a page before those of its anchors, and HTML in titles and texts.
    """
    sources = (pieces((_source, id), partial(_source, id)) for id in library.documents)
    ours = [*pieces(_concepts, _concepts), *chain(*sources), *pieces(_disagreements, _disagreements)]
    given = made.get("docs") or made.get("items") or ()
    curated = {Address(note.path).url for note in library.notes} | {""}
    known = {entry["location"] for entry in ours} | curated
    theirs = [e for e in given if _page(e) in curated and not e["location"].endswith(_FEET)]
    others = [e for e in given if "#" not in e["location"] and e["location"] not in known]
    heads = [
        {"location": e["location"], "title": e["title"], "text": _LISTED.get(e["location"], "")}
        for e in others
        if not _PART.search(e["location"])
    ]
    found = theirs + heads + ours
    return {"config": _config(made.get("config", {})), "docs": sorted(found, key=lambda e: (_page(e), "#" in e["location"]))}


def for_zensical(index: Mapping[str, Any]) -> dict[str, Any]:
    """The same index as Zensical's search reads it: each entry says how deep it lies and below which page."""
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    items = (
        {"level": 1 + ("#" in entry["location"]), "path": [titles.get(_page(entry), entry["title"])], "tags": [], **entry}
        for entry in index["docs"]
    )
    return {"config": index["config"], "items": list(items)}


def dump(index: Mapping[str, Any]) -> bytes:
    """The index's bytes."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def locations(index: Mapping[str, Any]) -> tuple[str, ...]:
    """Where the entries lead, to be checked against the finished pages."""
    return tuple(entry["location"] for entry in index["docs"])


def _config(made: Mapping[str, Any]) -> dict[str, Any]:
    """The engine's configuration with our weights, and for English with our separator."""
    english = made.get("lang") == ["en"]
    return {**made, "fields": _FIELDS, **({"separator": _SEPARATOR} if english else {})}


def _page(entry: Entry) -> str:
    page: str = entry["location"].partition("#")[0]
    return page


def _concepts(library: Library) -> list[Entry]:
    """An entry a concept."""
    return [_concept(concept) for concept in library.vocabulary.concepts.values()]


def _concept(concept: Concept) -> Entry:
    """A concept; its other labels are shown under the hit, as tags."""
    heard = ", ".join(concept.labelled(LabelKind.HIDDEN))
    text = " · ".join(filter(None, (concept.definition, _plain(concept.body), heard)))
    return _entry(of_concept(concept).url, concept.name, text, concept.labelled(LabelKind.ALT))


def _source(id: SeedId, library: Library) -> list[Entry]:
    """A source and its passages."""
    document = library.documents[id]
    about = (document.publisher, ", ".join(document.authors), ", ".join(document.speakers), document.date)
    head = _entry(of_source(document.id).url, document.title, " · ".join(filter(None, (*about, _unseen(library, document)))))
    return [head, *(entry for passage in document.passages for entry in _passage(library, document, passage))]


def _unseen(library: Library, document: Document) -> str:
    """The names of what a source mentions only where it is not shown, in the order of the alphabet: its words are not given away."""
    seen: set[ConceptId] = set()
    hidden: set[ConceptId] = set()
    for passage in document.passages:
        first, last = shown(library, passage) or (0, 0)
        for mention in library.mentions_in.get(passage.id, ()) if not passage.excluded else ():
            (seen if first <= mention.start and mention.end <= last else hidden).add(mention.concept)
    names = sorted((library.vocabulary.concepts[id].name for id in hidden - seen), key=str.casefold)
    return f"Named where it is not shown: {', '.join(names)}" if names else ""


def _passage(library: Library, document: Document, passage: Passage) -> Iterable[Entry]:
    if passage.excluded or passage.role is Role.METADATA:
        return
    span = shown(library, passage)
    if span and passage.text:
        words = _RULED.sub(" ", passage.text) if passage.role is Role.TABLE else passage.text[slice(*span)]
        yield _entry(of_passage(passage).url, _title(library, document, passage), words, _tags(library, passage, span))


def _tags(library: Library, passage: Passage, span: tuple[int, int]) -> Iterable[str]:
    """What a passage is beside its words: a prediction, the numbers that it states."""
    if any(claim_shown(library, prediction) for prediction in library.predictions_in.get(passage.id, ())):
        yield "Prediction"
    said = (o for o in library.observations_in.get(passage.id, ()) if o.column is None and span[0] <= o.start and o.end <= span[1])
    yield from islice(dict.fromkeys(o.surface for o in said), _MOST_NUMBERS)


def _disagreements(library: Library) -> list[Entry]:
    """An entry a disagreement; how words were quoted is found by the quotation."""
    return [_disagreement(library, found) for found in library.disagreements if found.kind is not Difference.QUOTATION]


def _disagreement(library: Library, found: Disagreement) -> Entry:
    says = " · ".join(filter(None, (side_shown(library, side) for side in found.sides)))
    return _entry(Address(library.page_of[found.id], found.id).url, found.about[:1].upper() + found.about[1:], says, ("Disagreement",))


def _title(library: Library, document: Document, passage: Passage) -> str:
    """What a reader would call the passage: who says it and when, or the heading that it stands under."""
    said = ", ".join(filter(None, (library.speaker_name(passage), clock(passage.seconds) if passage.seconds is not None else "")))
    return said or passage.heading or document.title


def _entry(location: str, title: str, text: str, tags: Iterable[str] = ()) -> Entry:
    """`tags`: short words that are searched too and shown under a hit."""
    boost, told = {"boost": _BOOST_OF_ANCHORS} if "#" in location else {}, [_html(tag) for tag in tags]
    return {"location": location, "title": _html(title), "text": _html(text), **boost, **({"tags": told} if told else {})}


def _html(text: str) -> str:
    """Text for the theme, which writes it as HTML between tags. Quotation marks are straight, as readers type them."""
    return straighten(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(markdown: str) -> str:
    """Markdown's words without its marks."""
    return " ".join(_LINK.sub(r"\1", without(markdown)).translate(_MARKS).split())
