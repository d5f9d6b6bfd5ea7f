"""Whether what a pair has in common shows one origin: strongly, doubtfully or not at all; and why, in words. Compares nothing.

The thresholds come from labelled pairs (tests/quality/origins.yml) and from the pairs of all other labelled documents, none of which has
one origin. Where they could be set anywhere between the two, they stand nearer to the true pairs: two voices taken for one are worse
than one voice taken for two.
"""

from enum import IntEnum
from itertools import chain

from generator.findings.origins.comparing import Comparison
from generator.findings.origins.shared import Shared
from generator.model import Document, Kind, PassageId
from generator.text import uniform

#: The same text: so much of each of two sources stands in the other, in so many of its passages; a notice fills a few. In long ones, less.
_COPY, _COPY_LONG, _LONG, _COPY_SIZE, _THROUGHOUT = 0.4, 0.25, 1000, 60, 0.5
#: A retelling: stretches of shared words, passages that hold them, part of all runs. Unrelated texts have at most 4, 2 and 0.006.
_STRETCHES, _PLACES, _TOLD = 6, 3, 0.01
_FEW_STRETCHES, _FEW_PLACES, _LITTLE = 3, 2, 0.02
#: Quotations that stand in the other source, and their part of all quotations of the source that quotes.
_QUOTES, _OF_QUOTES, _FEW_QUOTES = 4, 0.6, 2
#: So much of the retelling is drawn from the other source: of its passages; of a list's, which may be gathered from many, more.
_DRAWN, _DRAWN_LIST = 0.25, 0.5
#: The same figures, and their part of those of the source that has fewer. Below `_AGREE` two reports with figures tell of two events.
_FIGURES, _FEW_FIGURES, _OF_FIGURES, _AGREE = 4, 3, 0.6, 0.5
#: Reports of one event appear within a month; what is a season apart is another instalment.
_NEAR, _FAR = 31, 92
_MOST_SHOWN, _MOST_NAMES = 3, 3


class Standing(IntEnum):
    """How sure it is that two sources have one origin, the surest first."""

    STRONG = 0
    DOUBTFUL = 1
    NONE = 2


def judge(pair: Comparison) -> Standing:
    """The standing of a pair. Reports whose figures differ are two events, however alike their words: they are instalments of a series."""
    if pair.recording:
        return Standing.STRONG
    if _figures_differ(pair):
        return Standing.NONE
    series = _is_series(pair)
    if _is_copy(pair) or (_is_drawn(pair) and (_reports(pair) or (_retells(pair) and not series))) or (_same_facts(pair) and not series):
        return Standing.STRONG
    few = len(pair.quoted) >= _FEW_QUOTES or _some_words(pair) or (_facts(pair, _FEW_FIGURES, _AGREE) and (pair.days or 0) <= _NEAR)
    return Standing.DOUBTFUL if few else Standing.NONE


def weight(pair: Comparison) -> float:
    """How much two sources have in common, to put the strongest pair first."""
    return 10 * min(pair.mine.share, pair.theirs.share) + len(pair.mine.stretches) + 3 * len(pair.quoted) + 2 * pair.figures


def reasons(pair: Comparison) -> tuple[str, ...]:
    """Why the two may have one origin, in words; the strongest reason first."""
    said = []
    if pair.recording:
        said.append("the same recording")
    if _is_copy(pair):
        said.append("text that is the same for the most part")
    if len(pair.quoted) >= _FEW_QUOTES:
        said.append(f"{len(pair.quoted)} shared quotations")
    if _some_words(pair) or _retells(pair):
        said.append(f"{len(_least(pair).stretches)} shared phrases that few other sources have")
    if _facts(pair, _FEW_FIGURES, _AGREE):
        apart = "" if pair.days is None else " and the same date" if not pair.days else f" and dates {pair.days} days apart"
        said.append(f"the same people ({', '.join(pair.people[:_MOST_NAMES])}), {pair.figures} same figures{apart}")
    return tuple(said)


def passages(pair: Comparison) -> tuple[PassageId, ...]:
    """A few passages of each that show it: those with the longest shared stretches, and quotations with what they quote."""
    quotes = [(quote.passage, trace.passages[0]) for quote in pair.quoted[:_MOST_SHOWN] for trace in quote.traces[:1]]
    words = ([s.passage for s in sorted(of.stretches, key=lambda s: -s.runs)[:_MOST_SHOWN]] for of in (pair.mine, pair.theirs))
    return tuple(dict.fromkeys(chain(*quotes, *words)))


def _is_series(pair: Comparison) -> bool:
    """Whether two sources may be instalments: of one publisher and kind, or a season apart. These share their form of words."""
    one, other = pair.one, pair.other
    alike = one.kind is other.kind and one.publisher and uniform(one.publisher) == uniform(other.publisher)
    return bool(alike) or (pair.days or 0) > _FAR


def _figures_differ(pair: Comparison) -> bool:
    spoken = Kind.TRANSCRIPT in (pair.one.kind, pair.other.kind)
    return not spoken and pair.of_figures >= _FIGURES and pair.figures < _AGREE * pair.of_figures


def _is_copy(pair: Comparison) -> bool:
    sides = _retelling(pair)
    share = min(side.share for side, _, _, _ in sides)
    size = min(size for _, size, _, _ in sides)
    throughout = all(side.touched >= _THROUGHOUT * long for side, _, long, _ in sides)
    return throughout and size >= _COPY_SIZE and share >= (_COPY_LONG if size >= _LONG else _COPY)


def _retells(pair: Comparison) -> bool:
    least = _least(pair)
    return len(least.stretches) >= _STRETCHES and least.places >= _PLACES and max(side.told for side, *_ in _retelling(pair)) >= _TOLD


def _some_words(pair: Comparison) -> bool:
    least = _least(pair)
    return len(least.stretches) >= _FEW_STRETCHES and least.places >= _FEW_PLACES and max(pair.mine.told, pair.theirs.told) >= _LITTLE


def _reports(pair: Comparison) -> bool:
    return len(pair.quoted) >= max(_QUOTES, _OF_QUOTES * pair.asked)


def _is_drawn(pair: Comparison) -> bool:
    """Whether the passages that hold shared words are a good part of the retelling; without a transcript, either may be it."""
    return all(
        max(side.places, _quoting(pair, document)) >= (_DRAWN_LIST if document.kind is Kind.INSIGHTS else _DRAWN) * long
        for side, _, long, document in _retelling(pair)
    )


def _quoting(pair: Comparison, document: Document) -> int:
    return len({quote.passage for quote in pair.quoted}) if document is pair.one else 0


def _same_facts(pair: Comparison) -> bool:
    near = pair.days is not None and pair.days <= _NEAR
    return near and _facts(pair, _FIGURES, _OF_FIGURES) and bool(pair.mine.stretches)


def _facts(pair: Comparison, least: int, part: float) -> bool:
    return bool(pair.people) and pair.figures >= max(least, part * pair.of_figures)


def _least(pair: Comparison) -> Shared:
    return min(pair.mine, pair.theirs, key=lambda side: (side.places, len(side.stretches)))


def _retelling(pair: Comparison) -> list[tuple[Shared, int, int, Document]]:
    """The sides that must be drawn from the other: of a transcript and another text the other text, else both."""
    both = list(zip((pair.mine, pair.theirs), pair.size, pair.passages, (pair.one, pair.other), strict=True))
    written = [side for side in both if side[3].kind is not Kind.TRANSCRIPT]
    return written if len(written) == 1 else both
