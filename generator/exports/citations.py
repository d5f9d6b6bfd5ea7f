"""The citations of the curator's prose as items of `knowledge.json`, each with its anchor in the source."""

from collections.abc import Iterable
from typing import Any

from generator.address import Address
from generator.found import Citation, Quoted, Selector
from generator.library import Library
from generator.published import quotable


def citations(library: Library, whole: bool) -> Iterable[dict[str, Any]]:
    """One item a reference, page by page. `whole`: with all of an anchor, else as much of it as the source may be published."""
    return (_item(library, citation, whole) for page in sorted(library.citations) for citation in library.citations[page])


def _item(library: Library, citation: Citation, whole: bool) -> dict[str, Any]:
    anchor = citation.anchor if whole or not citation.places else _public(library, citation)
    passages = [place.passage for place in citation.places]
    return {
        "page": Address(citation.page).url,
        "number": citation.number,
        "source": citation.source,
        "passage": passages[0] if passages else None,
        "runs_on_in": passages[1] if len(passages) > 1 else None,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _public(library: Library, citation: Citation) -> Selector:
    """The anchor without what stands outside of the excerpt that may be quoted."""
    exact, prefix, suffix = citation.anchor
    first, last = citation.places[0], citation.places[-1]
    before = min(len(prefix), first.start - _shown(library, first)[0])
    after = min(len(suffix), _shown(library, last)[1] - last.end)
    return Selector(exact, prefix[len(prefix) - before :], suffix[:after])


def _shown(library: Library, place: Quoted) -> tuple[int, int]:
    """The excerpt that holds the words; where it does not, the words alone."""
    start, end = quotable(library, library.passages[place.passage]) or (0, 0)
    return (start, end) if start <= place.start and place.end <= end else (place.start, place.end)
