"""What a reader can choose by in the bar above a table or list: worked out here, so that the bar has its size before any script runs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice among what the rows say of themselves in `data-NAME`, where several stand with ` | ` between them."""

    title: str
    name: str
    options: tuple[str, ...]


def choices(said: Mapping[str, Iterable[str]]) -> tuple[Choice, ...]:
    """A choice for each title among what rows say under it, in the order of the alphabet; none where all say the same."""
    offered = {title: sorted(filter(None, set(words)), key=lambda word: (word.casefold(), word)) for title, words in said.items()}
    return tuple(Choice(title, title.lower().replace(" ", "-"), tuple(options)) for title, options in offered.items() if len(options) > 1)
