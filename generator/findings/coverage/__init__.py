"""What became of every passage of every source: used, structure, unused or excluded. Which findings use one is told in `uses`."""

from collections.abc import Collection, Iterable

from generator.found import Coverage
from generator.model import Document, Passage, PassageId, Role

#: What tells how a source is built and what it is, rather than something about its subject.
STRUCTURE = frozenset({Role.METADATA, Role.HEADLINE, Role.BYLINE, Role.CATEGORY, Role.HEADING, Role.CHAPTER})

#: Roles that are set aside whatever they say, with the reason where reading gave none.
_ASIDE = {Role.BOILERPLATE: "boilerplate", Role.AUTHOR_BOX: "about the author", Role.CAPTION: "caption of a picture"}


def coverage(documents: Iterable[Document], used: Collection[PassageId]) -> tuple[Coverage, ...]:
    """What became of the passages of each document. What is used counts as used, whatever its role."""
    return tuple(_covered(document, used) for document in documents)


def _covered(document: Document, used: Collection[PassageId]) -> Coverage:
    rest = [p for p in document.passages if p.id not in used]
    said = [p for p in rest if p.role not in STRUCTURE]
    return Coverage(
        source=document.id,
        used=tuple(p.id for p in document.passages if p.id in used),
        structure=tuple(p.id for p in rest if p.role in STRUCTURE),
        unused=tuple(p.id for p in said if not _reason(p)),
        excluded=tuple((p.id, _reason(p)) for p in said if _reason(p)),
    )


def _reason(passage: Passage) -> str:
    return passage.excluded or _ASIDE.get(passage.role, "")
