"""Wikilinks in the curator's Markdown, `[[id]]`, `[[name]]`, `[[name|words]]`: made into links, or told. Knows no other link."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.address import Address, of_concept, of_source
from generator.citing import AS_IT_STANDS, indented
from generator.findings.citations.nearest import like
from generator.model import Concept, Document, LabelKind, Note, Vocabulary
from generator.report import Location, Problem, Severity
from generator.text import escape_markdown, fold

_WORDS = r"[^\[\]|\n]{1,200}"
_WIKI = rf"!?\[\[(?P<to>{_WORDS})(?:\|(?P<said>{_WORDS}))?\]\](?![(\[])"
_STEP = re.compile(rf"{AS_IT_STANDS}|(?P<wiki>{_WIKI})", re.DOTALL | re.MULTILINE)
_RIGHT = "Write the id or a name of an entry, a seed's id or title, or \\[[ where brackets are meant."


class _Place(NamedTuple):
    """What a wikilink may lead to: its address and its name. `by_id`: for who writes its id or path, which is no word of a sentence."""

    address: Address
    name: str
    by_id: bool = False


class _Prose(NamedTuple):
    """Markdown of the curator's: the page that shows it, and where it begins."""

    text: str
    page: str
    location: Location


Places = dict[str, _Place]


def linked(
    vocabulary: Vocabulary, notes: Iterable[Note], documents: Iterable[Document]
) -> tuple[Vocabulary, tuple[Note, ...], tuple[Problem, ...]]:  # fmt: skip
    """Vocabulary and notes with their wikilinks as links of Markdown; what names nothing stays as it is and is a warning.

    Definitions and notes of the vocabulary's fields are plain text, which tooltips and programs show too: there a wikilink gives its words.
    """
    own = tuple(notes)
    bodies = [text for c in vocabulary.concepts.values() for text in (c.body, *_fields(c).values())] + [note.body for note in own]
    if not any("[[" in body for body in bodies):
        return vocabulary, own, ()
    places = _places(vocabulary, own, documents)
    problems: list[Problem] = []

    def made(prose: _Prose) -> str:
        problems.extend(_unknown(prose, places))
        return _resolved(prose, places)

    def entry(concept: Concept) -> Concept:
        page = of_concept(concept).page
        body = made(_Prose(concept.body, page, Location(concept.location.path, concept.body_line)))
        said = {name: _Prose(text, page, concept.location) for name, text in _fields(concept).items() if "[[" in text}
        problems.extend(replace(p, location=concept.location) for prose in said.values() for p in _unknown(prose, places))
        return replace(concept, body=body, **{name: _resolved(prose, places, plain=True) for name, prose in said.items()})  # type: ignore[arg-type]  # texts all

    concepts = {id: entry(c) for id, c in vocabulary.concepts.items()}
    written = tuple(replace(note, body=made(_Prose(note.body, note.path, note.location))) for note in own)
    return replace(vocabulary, concepts=concepts), written, tuple(problems)


def _fields(concept: Concept) -> dict[str, str]:
    return {"definition": concept.definition, "scope_note": concept.scope_note, "editorial_note": concept.editorial_note}


def _places(vocabulary: Vocabulary, notes: Iterable[Note], documents: Iterable[Document]) -> Places:
    """What each name leads to. Of one that several have, ids go before names, names before titles."""
    concepts = [(c, _Place(of_concept(c), c.name)) for c in vocabulary.concepts.values()]
    sources = [(d.id, _Place(of_source(d.id), d.title)) for d in documents]
    pages = [(note.path.removesuffix(".md"), _Place(Address(note.path), note.title)) for note in notes]
    ids = [*((c.id, place) for c, place in concepts), *sources, *pages]
    named = [
        *((id, place._replace(by_id=True)) for id, place in ids),
        *((c.name, place) for c, place in concepts),
        *((label, place) for c, place in concepts for label in c.labelled(LabelKind.ALT)),
        *((place.name, place) for _, place in (*sources, *pages)),
    ]
    return {fold(name): place for name, place in reversed(named)}


def _found(to: str, places: Places) -> _Place | None:
    """What the words before a bar lead to: a name, or as other programs write it the path of a note; `#heading` leads to its page."""
    name = to.partition("#")[0].strip().removesuffix(".md")
    return places.get(fold(name)) or places.get(fold(name.rpartition("/")[2]))


def _wikis(text: str) -> Iterator[re.Match[str]]:
    """Every wikilink, in order, without those in code and comments and those after a backslash."""
    code = indented(text) if "[[" in text else ()
    steps = _STEP.finditer(text) if "[[" in text else ()
    return (step for step in steps if step["wiki"] and text.rfind("\n", 0, step.start()) + 1 not in code)


def _resolved(prose: _Prose, places: Places, *, plain: bool = False) -> str:
    """The text with links for its wikilinks; `plain`: with their words."""
    out: list[str] = []
    at = 0
    for wiki in _wikis(prose.text):
        place = _found(wiki["to"], places)
        if place:
            said = wiki["to"].partition("#")[0].strip()
            named = not place.by_id or said.casefold() == place.name.casefold()
            words = wiki["said"] or (said if named else place.name if plain else escape_markdown(place.name))
            out += [prose.text[at : wiki.start()], words if plain else f"[{words}]({place.address.markdown(prose.page)})"]
            at = wiki.end()
    return "".join([*out, prose.text[at:]])


def _unknown(prose: _Prose, places: Places) -> Iterator[Problem]:
    for wiki in _wikis(prose.text):
        if not _found(wiki["to"], places):
            line = prose.location.line + prose.text.count("\n", 0, wiki.start())
            near = like(fold(wiki["to"]), places)
            right = f"Did you mean [[{places[near].name}]]? {_RIGHT}" if near else _RIGHT
            yield Problem("wikilink", Location(prose.location.path, line), f"{wiki[0]} names nothing here.", right, Severity.WARNING)
