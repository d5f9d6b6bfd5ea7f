"""What became of every passage, as items of `knowledge.json`: one a source, every passage in exactly one of its lists."""

from collections.abc import Iterable
from typing import Any

from generator.found import Coverage
from generator.library import Library
from generator.model import SeedId


def coverage(library: Library, source: SeedId, whole: bool) -> Iterable[dict[str, Any]]:
    """The item of a source. It holds no text, so it is the same whether `whole` or not."""
    yield _item(library, library.coverage[source])


def _item(library: Library, covered: Coverage) -> dict[str, Any]:
    return {
        "source": covered.source,
        "passages": len(covered.used) + len(covered.structure) + len(covered.unused) + len(covered.excluded),
        "used": [{"passage": id, "by": [{"how": use.how.value, "of": use.of} for use in library.uses[id]]} for id in covered.used],
        "structure": list(covered.structure),
        "unused": list(covered.unused),
        "excluded": [{"passage": id, "reason": reason} for id, reason in covered.excluded],
    }
