"""Sentences as numbers need them: a dictated decimal ("0. 25") ends none, and none is longer than people speak."""

import re
from collections.abc import Iterator

from generator.text import sentences

#: Speech to text may know no full stop for pages: longer sentences (characters) are looked at in parts.
_LONGEST = 1500
_DECIMAL = re.compile(r"(?<![\w.,])\d{1,2}\.\Z")
#: So many characters has the whole part of a dictated decimal, with its point.
_WHOLE = 3
_FRACTION = re.compile(r"\d{1,3}\b")


def pieces(text: str) -> list[tuple[int, int]]:
    """Spans of a text's sentences, joined where a full stop is the point of a number."""
    whole: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if whole and _DECIMAL.search(text, max(whole[-1][0], whole[-1][1] - _WHOLE), whole[-1][1]) and _FRACTION.match(text, start):
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    return [part for start, end in whole for part in _parts(text, start, end)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or a very long one in parts."""
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start, start + _LONGEST), start + _LONGEST // 2)
        yield start, cut
        start = cut
    yield start, end
