"""How much of a source's text may be published, the same everywhere. Not which page or file shows it."""

from generator.library import Library
from generator.model import Passage, Role
from generator.text import excerpt

#: Of a source that is not published in full, at most so many words of a passage (DESIGN § 3).
MOST_WORDS = 60

#: What is a fact about a source rather than its words, and so is shown of every source.
FACTS = frozenset({Role.HEADLINE, Role.HEADING, Role.CHAPTER, Role.TABLE})


def shown(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The span of a passage's text that pages may show: a fact whole, else what `quotable` allows."""
    return (0, len(passage.text)) if passage.role in FACTS else quotable(library, passage)


def quotable(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The span that may be quoted: all of it where the source allows that, an excerpt where some page rests on it, or None."""
    if library.documents[passage.source].publish == "full":
        return 0, len(passage.text)
    if not library.quoted(passage):
        return None
    return excerpt(passage.text, _focus(library, passage), words=MOST_WORDS)


def _focus(library: Library, passage: Passage) -> int:
    """Where the passage speaks most of the concept that it is strongest evidence of, else where it first names it; else its beginning."""
    strongest = library.evidence_in[passage.id]
    spoken = (e.focus for e in strongest if e.focus is not None)
    named = (m.start for e in strongest for m in library.mentions_in.get(passage.id, ()) if m.concept == e.concept)
    return next(spoken, next(named, 0))
