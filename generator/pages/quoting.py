"""Passages as cards: an excerpt, who says it, when, where it stands, and the way to the original. No grouping, no pages."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator.library import Library
from generator.model import ConceptId, Document, Passage, Role
from generator.pages.page import Link, to_concept, to_passage, to_source
from generator.pages.showing import Piece, marked, moment, part, web
from generator.pages.tables import in_a_line
from generator.pages.words import ROLES
from generator.published import tabled
from generator.text import clock, sentences

#: Words of an excerpt on a card, and of one in a folded list (a line or two).
CARD_WORDS = 60
LINE_WORDS = 28

#: A text fragment names this many words at each end of the sentence: enough to be unique, few enough to bear small differences.
_FRAGMENT_WORDS = 5


#: Characters of a text's beginning in which its own label is looked for ("Data Takeaway: …").
_LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class Quotation:
    """An excerpt of a passage: `href` leads to the passage, `original` to the second of the sound or to the place in the original.

    Without pieces the passage is not among the excerpts of its source; then `clock` names its lines too, and leads there.
    """

    pieces: tuple[Piece, ...]
    href: str
    source: Link
    speaker: Link | None = None
    clock: str = ""
    under: str = ""
    tag: str = ""
    original: Link | None = None
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """The excerpt as plain text."""
        return "".join(piece.text for piece in self.pieces)


def quotation(library: Library, passage: Passage, page: str, concepts: Collection[ConceptId], words: int = CARD_WORDS) -> Quotation:
    """The card of a passage on `page`: at most `words` words around the first mention of one of the concepts."""
    document = library.documents[passage.source]
    table = tabled(library, passage)
    start, end = (0, len(passage.text)) if table else part(library, passage, concepts, words)
    made = Quotation(
        pieces=(Piece("text", in_a_line(table)),) if table else marked(library, passage, (start, end), concepts),
        href=to_passage(passage, page),
        source=to_source(document, page),
        speaker=speaker(library, passage, page),
        clock=_clock(passage),
        under=under(library, passage),
        tag=tag(passage),
        original=original(document, passage, "" if table else passage.text[start:end]),
        cut_before=start > 0 or runs_on(passage),
        cut_after=end < len(passage.text.rstrip()),
    )
    return made if start < end else bare(made, passage)


def bare(made: Quotation, passage: Passage) -> Quotation:
    """The quotation without words: the place in the file, and the ways there and out."""
    place = ", ".join(filter(None, (lines(passage), made.clock)))
    return replace(made, pieces=(), clock=place, cut_before=False, cut_after=False)


def lines(passage: Passage) -> str:
    """Where a passage stands in its file: `line 4`, `lines 4–6`."""
    first, last = passage.lines
    return f"line {first:,}" if first == last else f"lines {first:,}–{last:,}"


def runs_on(passage: Passage) -> bool:
    """Whether a turn begins in the middle of a sentence, as where a transcript cuts one across two speaker labels."""
    return passage.role is Role.TURN and passage.text[:1].islower()


def speaker(library: Library, passage: Passage, page: str) -> Link | None:
    """Who says the passage, linked where the vocabulary knows the person."""
    person = library.speaker(passage)
    if person:
        return to_concept(person, page)
    return Link(library.speaker_name(passage)) if passage.speaker else None


def tag(passage: Passage) -> str:
    """The role's name, where neither the heading above nor the text's own first words say it already."""
    tag = ROLES.get(passage.role, "")
    said = (passage.heading, passage.text.partition(":")[0][:_LONGEST_LABEL])
    return "" if any(tag.casefold() in words.casefold() for words in said) else tag


def under(library: Library, passage: Passage) -> str:
    """The chapter or the heading under which a passage stands."""
    chapter = library.chapter(passage)
    return chapter.text if chapter else passage.heading


def original(document: Document, passage: Passage, shown: str) -> Link | None:
    """The way out: to the second where there is sound, else to the words in the original. A digest's words are not in its original."""
    if passage.seconds is not None and moment(document.media, passage.seconds):
        return Link("Listen", moment(document.media, passage.seconds), f"The recording at {clock(passage.seconds)}")
    return at_words(document, shown[slice(*next(iter(sentences(shown)), (0, 0)))])


def at_words(document: Document, words: str) -> Link | None:
    """The way to words in the original; to the original as a whole where a digest retells it in others."""
    if not web(document.url):
        return None
    if document.form:
        return Link("Original", web(document.url), "The original of this digest")
    if not words:
        return Link("Original", web(document.url), "The original as a whole")
    return Link("Original", web(document.url) + _fragment(document.url, words.split()), "These words in the original")


def _fragment(url: str, words: list[str]) -> str:
    """A text fragment (WICG Scroll to Text Fragment) for words: all of them, or the first and the last."""
    if not words:
        return ""
    ends = [words] if len(words) <= 2 * _FRAGMENT_WORDS else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="", errors="replace").replace("-", "%2D") for end in ends)
    return ("" if re.search("#", url) else "#") + ":~:text=" + fragment


def _clock(passage: Passage) -> str:
    return clock(passage.seconds) if passage.seconds is not None else ""
