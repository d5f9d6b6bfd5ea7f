"""The search index of a finished site, put together again from the pieces that it is served in."""

import json
from pathlib import Path
from typing import Any


def whole_index(site: Path) -> dict[str, Any]:
    """The configuration, and all entries in their order."""
    index: dict[str, Any] = json.loads((site / "search/search_index.json").read_bytes())
    pieces = sorted((site / "search/entries").iterdir(), key=lambda piece: int(piece.stem))
    return {**index, "docs": [entry for piece in pieces for entry in json.loads(piece.read_bytes())["entries"]]}
