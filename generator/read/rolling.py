"""Captions that roll: each shows the last line of the one before once more above its own. Says which lines are old; reads no time."""

from collections.abc import Sequence
from itertools import pairwise

#: A person may say a short line twice; a machine that rolls does so with every second caption and more.
_ROLLING, _FEWEST = 0.5, 3


def rolls(cues: Sequence[Sequence[str]]) -> bool:
    """Whether captions roll. `cues`: the lines that each shows, without tags."""
    pairs = [(before, cue) for before, cue in pairwise(cues) if before and cue]
    old = sum(repeated(cue, before) > 0 for before, cue in pairs)
    return old >= _FEWEST and old >= _ROLLING * len(pairs)


def repeated(cue: Sequence[str], before: Sequence[str]) -> int:
    """How many lines at the beginning of a caption are those that the one before ended with."""
    most = min(len(cue), len(before))
    lines = (*cue[:most], None, *before[len(before) - most :])
    longest = [0] * len(lines)  # of each beginning of `lines`: how many of its first lines it ends with (Knuth, Morris and Pratt, 1977)
    for at in range(1, len(lines)):
        same = longest[at - 1]
        while same and lines[same] != lines[at]:
            same = longest[same - 1]
        longest[at] = same + (lines[same] == lines[at])
    return longest[-1]
