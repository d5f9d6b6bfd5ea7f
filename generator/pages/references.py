"""The curator's citations as a page shows them: numbers in the prose, and at its foot the references. Finds no words."""

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, replace

from generator.address import Address, lasting, of_concept
from generator.citing import Citing, marks, replaced
from generator.findings.backlinks.prose import blocks
from generator.findings.citations import key_of
from generator.found import Citation, Quoted
from generator.library import Library
from generator.model import ConceptId, Document, Passage
from generator.pages.page import Link, LinkHere, to_passage, to_source
from generator.pages.quoting import at_words, speaker
from generator.pages.showing import Piece, moment
from generator.published import shown
from generator.text import around, clock, escape_markdown, sentences

#: A link to an anchor of another page of the project, in the curator's Markdown.
_ENTRY = re.compile(r"\]\(([\w./-]+\.md)#([\w-]+)")
#: Words of the passage that a reference shows.
_WORDS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A passage that a reference quotes from, with the cited words marked, who says it, when, and the ways to it and out."""

    pieces: tuple[Piece, ...]
    href: str
    source: Link
    speaker: Link | None
    clock: str
    ways: tuple[Link, ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """An item of the list. Without parts the build does not have the source: then `words` and `source` are all that is known."""

    anchor: str
    number: int
    words: str
    source: str
    parts: tuple[Part, ...]
    backs: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """Prose with numbers where the citations were, and the references that they lead to."""

    prose: str
    references: tuple[Reference, ...]


def cited(library: Library, page: str, markdown: str) -> Cited:
    """The curator's Markdown for a page, its citations made into numbered links. What is no valid citation stays as it is."""
    markdown = repointed(library, page, markdown)
    known = {(c.source, key_of(Citing(0, 0, c.source, c.words))[1]): c for c in library.citations.get(page, ())}
    if not known:
        return Cited(markdown.strip(), ())
    times: Counter[int] = Counter()

    def number(mark: Citing) -> str:
        citation = known.get(key_of(mark))  # type: ignore[arg-type]  # a seed's id as the curator wrote it
        if citation is None:
            return markdown[mark.start : mark.end]
        times[citation.number] += 1
        return _number(library, citation, times[citation.number])

    prose = replaced(markdown, number).strip()
    return Cited(prose, tuple(_reference(library, page, c, times[c.number]) for c in library.citations[page] if times[c.number]))


def cited_in(library: Library, passage: Passage, page: str) -> tuple[Link, ...]:
    """The pages of the curator's prose that cite a passage, as links from `page` to the first place on each."""
    found = library.cited_in.get(passage.id, ())
    times = Counter(citation.page for citation in found)
    first = {citation.page: citation for citation in reversed(found)}
    return tuple(
        Link(_title(library, at), Address(at, _anchor(first[at].number, 1)).href(page), note=f"{n} times" if n > 1 else "")
        for at, n in times.items()
    )


def citing(library: Library, document: Document, page: str) -> tuple[LinkHere, ...]:
    """The curator's sentences that cite a source, each once, with the way to the first place of it."""
    found = {(c.page, c.number): c for passage in document.passages for c in library.cited_in.get(passage.id, ())}
    if not found:
        return ()
    bodies = {note.path: note.body for note in library.notes}
    bodies |= {of_concept(c).page: c.body for c in library.vocabulary.concepts.values() if c.body}
    made: dict[tuple[str, str], LinkHere] = {}
    for (at, number), citation in sorted(found.items(), key=lambda item: item[0]):
        there = Link(_title(library, at), Address(at, _anchor(number, 1)).href(page))
        words = _sentence(bodies.get(at, ""), citation)
        made.setdefault((at, words), LinkHere(there, words, "", ""))
    return tuple(made.values())


def _sentence(body: str, citation: Citation) -> str:
    """The sentence that a citation stands in or behind."""
    wanted = key_of(Citing(0, 0, citation.source, citation.words))
    mark = next((mark for mark in marks(body) if key_of(mark) == wanted), None)
    if mark is None:
        return ""
    before, after = body[: mark.start].rpartition("\n\n")[2], body[mark.end :].partition("\n\n")[0]
    at = len(_plain(before)) - 1
    text = _plain(before + after)
    return next((text[start:end] for start, end in sentences(text) if at < end), "")


def _plain(markdown: str) -> str:
    return " ".join(block.text for block in blocks(markdown))


def repointed(library: Library, page: str, markdown: str) -> str:
    """Links to entries of long pages, made to lead to the part that each stands on."""

    def to(link: re.Match[str]) -> str:
        concept = library.vocabulary.concepts.get(ConceptId(link[2]))
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page), link[1]))
        moved = concept and concept.part > 1 and lasting(concept).page == there
        return f"]({of_concept(concept).markdown(page)}" if concept and moved else link[0]

    return _ENTRY.sub(to, markdown)


def _title(library: Library, page: str) -> str:
    notes = (note.title for note in library.notes if note.path == page)
    return next(notes, None) or next((c.name for c in library.vocabulary.concepts.values() if of_concept(c) == Address(page)), page)


def _anchor(number: int, time: int) -> str:
    return f"cite-{number}" if time == 1 else f"cite-{number}-{time}"


def _number(library: Library, citation: Citation, time: int) -> str:
    """The number in the prose; its tooltip shows the words and who says them. Every mark in it is an entity: it stands in Markdown."""
    passage = library.passages[citation.places[0].passage] if citation.places else None
    who = (library.speaker_name(passage) or library.documents[passage.source].title) if passage else citation.source
    tip = escape_markdown(f"“{citation.anchor.exact}” ({who})".replace("<", "&lt;"))
    link = f'<a href="#ref-{citation.number}" aria-label="Reference {citation.number}" title="{tip}">{citation.number}</a>'
    return f'<sup class="sb-cite" id="{_anchor(citation.number, time)}">{link}</sup>'


def _reference(library: Library, page: str, citation: Citation, times: int) -> Reference:
    backs = tuple(Link("↩" if times == 1 else f"↩{n}", f"#{_anchor(citation.number, n)}") for n in range(1, times + 1))
    parts = tuple(_part(library, place, page) for place in citation.places)
    return Reference(f"ref-{citation.number}", citation.number, citation.anchor.exact, citation.source, parts, backs)


def _part(library: Library, place: Quoted, page: str) -> Part:
    passage = library.passages[place.passage]
    document = library.documents[passage.source]
    start, end = _span(library, passage, place)
    seconds = max([passage.seconds or 0.0, *(m.seconds for m in passage.marks if m.offset <= place.start)])
    timed = passage.seconds is not None
    return Part(
        pieces=_pieces(passage, (start, end), place),
        href=to_passage(passage, page),
        source=to_source(document, page),
        speaker=speaker(library, passage, page),
        clock=clock(passage.seconds) if passage.seconds is not None else "",
        ways=_ways(document, passage.text[place.start : place.end], seconds if timed else None),
        cut_before=start > 0 and not passage.table,
        cut_after=end < len(passage.text.rstrip()) and not passage.table,
    )


def _span(library: Library, passage: Passage, place: Quoted) -> tuple[int, int]:
    """What of a passage is shown around the cited words: the row of a table, else an excerpt of what may be shown, else the words alone."""
    first, last = shown(library, passage) or (0, 0)
    if passage.table and last:
        return _row(passage.text, place)
    if not first <= place.start < place.end <= last:
        return place.start, place.end
    start, end = around(passage.text[first:last], place.start - first, place.end - first, words=_WORDS)
    return first + start, first + end


def _pieces(passage: Passage, span: tuple[int, int], place: Quoted) -> tuple[Piece, ...]:
    start, end = span
    text = passage.text
    pieces = (
        Piece("text", text[start : place.start]),
        Piece("hit", text[place.start : min(place.end, end)]),
        Piece("text", text[place.end : max(place.end, end)]),
    )
    return tuple(replace(p, text=p.text.replace(" | ", " · ") if passage.table else p.text) for p in pieces if p.text)


def _row(text: str, place: Quoted) -> tuple[int, int]:
    """The row of a table, or the rows, without the pipes at its ends."""
    start, newline = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    row = text[start : len(text) if newline < 0 else newline]
    left = len(row) - len(row.lstrip("| "))
    return min(place.start, start + left), max(place.end, start + len(row.rstrip("| ")))


def _ways(document: Document, words: str, seconds: float | None) -> tuple[Link, ...]:
    """The ways out: to the second of the sound, and to the words in the original. A digest's words are not in its original."""
    sound = moment(document.media, seconds) if seconds is not None else ""
    listen = Link("Listen", sound, f"The recording at {clock(seconds or 0.0)}")
    return tuple(link for link in (listen, at_words(document, words)) if link and link.href)
