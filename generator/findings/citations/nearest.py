"""What somebody meant who miswrote: the passage whose words are nearest, the id that is a slip away. Decides no citation."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from generator.findings.citations.anchors import Page, fold
from generator.model import Passage
from generator.text import slug

#: A slip of the pen is one or two letters; in a short id, one.
_SLIPS = 2
_SHORT = 6
#: Words shown on each side of the nearest ones.
_MORE = 3
#: How alike two names are (of 100, as rapidfuzz weighs them) that may be meant for one another: `garden-notes` and `garden-talk` have 70,
#: `brain-drain` and `garden-talk` 36.
_LIKE = 65
#: And how alike each word of one is to some word of the other, where that has more.
_ALIKE = 80
_DIGITS = re.compile(r"\d+")


def nearest(page: Page, words: str) -> tuple[Passage, str] | None:
    """The passage that comes nearest to the words, and the part of it that does; None where nothing is like them."""
    needle = fold(words).text
    long_enough = [(p, f) for p, f in page.passages if 2 * len(f.text) >= len(needle)]
    best = process.extractOne(needle, [f.text for _, f in long_enough], scorer=fuzz.partial_ratio)
    found = best and fuzz.partial_ratio_alignment(needle, best[0])
    if not best or not found or found.score <= 0:
        return None
    passage, folded = long_enough[best[2]]
    inside = folded.offsets[found.dest_start : found.dest_end] or (0,)
    return passage, _part(passage.text, inside[0], inside[-1] + 1)


def slip(id: str, ids: Iterable[str]) -> str:
    """The id that this one misspells: the same letters in another dress, or one or two slips away with the same numbers; else empty."""
    known = sorted(ids)
    dressed = next((other for other in known if slug(id) == slug(other)), "")
    most = 1 if len(id) < _SHORT else _SLIPS
    near = [(OSA.distance(id.casefold(), other.casefold(), score_cutoff=most), other) for other in known]
    alike = [(far, other) for far, other in near if far <= most and _DIGITS.findall(id) == _DIGITS.findall(other)]
    return dressed or min(alike, default=(0, ""))[1]


def like(name: str, names: Iterable[str]) -> str:
    """The name that comes nearest to one that is misspelt, or has words too many, too few or in another order; empty if none is near.

    Numbers must be the same: an issue is not meant for another one. But the beginning of one name alone is meant for that.
    """
    names = set(names)
    begun = [other for other in names if _spaced(other).startswith(f"{_spaced(name)} ")]
    if len(begun) == 1:
        return begun[0]
    same = [other for other in sorted(names) if _DIGITS.findall(name) == _DIGITS.findall(other)]
    longer = [other for other in same if _has(_spaced(other), _spaced(name)) or _has(_spaced(name), _spaced(other))]
    whole, part = (
        process.extractOne(name, among, scorer=scorer, processor=_spaced, score_cutoff=_LIKE)
        for scorer, among in ((fuzz.token_sort_ratio, same), (fuzz.WRatio, longer))
    )
    found = whole or part
    return found[0] if found else ""


def _has(longer: str, name: str) -> bool:
    """Whether each word of a name is like some word of a longer one."""
    return all(any(fuzz.ratio(word, other) >= _ALIKE for other in longer.split()) for word in name.split())


def _spaced(name: str) -> str:
    return name.casefold().replace("-", " ")


def _part(text: str, start: int, end: int) -> str:
    """A stretch of a text in whole words, with a few more on each side."""
    words = list(re.finditer(r"\S+", text))
    at = [i for i, word in enumerate(words) if word.end() > start and word.start() < end] or [0]
    first, last = max(0, at[0] - _MORE), min(len(words) - 1, at[-1] + _MORE)
    cut = ("… " if first else "", " …" if last < len(words) - 1 else "")
    return cut[0] + " ".join(text[words[first].start() : words[last].end()].split()) + cut[1]
