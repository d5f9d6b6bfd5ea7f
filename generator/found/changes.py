"""What one build knows that another does not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

#: An item of an array of `knowledge.json`.
Item = Mapping[str, Any]


class What(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """An item of an array of `knowledge.json` that is new, gone, or otherwise than before.

    `before` and `after` are the item as it was and as it is; empty where there is none. `fields`: those in which a changed one differs.
    """

    array: str
    what: What
    before: Item = field(default_factory=dict)
    after: Item = field(default_factory=dict)
    fields: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """The item as it is; of one that is gone, as it was."""
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes from one build to another: `pages` by Markdown path, `items` array by array. `first`: there was no build before."""

    pages: Mapping[str, What] = field(default_factory=dict)
    items: tuple[Change, ...] = ()
    first: bool = False
