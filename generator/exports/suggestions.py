"""`build/suggestions.json`, for the curator alone: what there is to accept or reject, numbered, each with its reason and its place."""

from collections.abc import Iterable
from typing import Any

from generator.exports.knowledge import dump
from generator.findings.suggestions import identity
from generator.found import Proposal, Suggestion
from generator.library import Library

_SAYS = {
    Proposal.ALT: "another name of {concept}: {name}",
    Proposal.HIDDEN: "{concept}, misheard: {name}",
    Proposal.RELATED: "{concept} is related to {other}",
    Proposal.ORIGIN: "{sources} have one origin: {name}",
}


def suggestions(library: Library) -> bytes:
    """One item a suggestion, in the order of the sources."""
    return dump({"suggestions": list(_items(library))})


def _items(library: Library) -> Iterable[dict[str, Any]]:
    for number, found in enumerate(library.suggestions, start=1):
        passage = library.passages[found.passages[0]] if found.passages else None
        document = library.documents[found.source]
        yield {
            "number": number,
            "id": identity(found),
            "kind": found.kind.value,
            "name": found.name,
            "alt": found.alt,
            "concept": found.concept,
            "near": found.near,
            "sources": list(found.sources),
            "source": found.source,
            "says": _says(library, found),
            "because": found.because,
            "passages": list(found.passages),
            "path": document.path,
            "line": passage.lines.first if passage else 1,
            "text": passage.text if passage else "",
        }


def _says(library: Library, found: Suggestion) -> str:
    """What is suggested, in words."""
    concepts = library.vocabulary.concepts
    concept = concepts[found.concept].name if found.concept else ""
    other = next((c.name for id, c in concepts.items() if id == found.name), found.name)
    new = f"{found.kind.value}: {found.name}" + (f" ({found.alt})" if found.alt else "")
    return _SAYS.get(found.kind, "{new}").format(
        concept=concept, other=other, name=found.name, new=new, sources=" and ".join(found.sources)
    )
