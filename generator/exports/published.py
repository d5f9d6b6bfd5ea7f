"""How much of a source's text may be published. Not which page shows it."""

from generator.library import Library
from generator.model import Passage
from generator.text import excerpt

#: Of a source that is not published in full, at most so many words of a passage (DESIGN § 3).
LONGEST_EXCERPT = 60


def span(library: Library, passage: Passage) -> tuple[int, int] | None:
    """The part of a passage's text that may be published: all of it, an excerpt where some page rests on it, or None."""
    if library.documents[passage.source].publish == "full":
        return 0, len(passage.text)
    return excerpt(passage.text, words=LONGEST_EXCERPT) if library.quoted(passage) else None
