"""One quotation, one run of words: its parts laid over what was said, in order. What that makes of it is told in `quotes`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.findings.quotes.alignment import Alignment, Pair, Step, best
from generator.findings.quotes.quotations import Quotation, parts, without_editor
from generator.findings.quotes.speech import Speech, rarity
from generator.findings.quotes.words import Word, alike, words
from generator.found import Run, Trace

#: A part of so few words is too common to be looked for alone: it must be whole, and near the other parts.
_SHORT, _NEAR = 3, 400
#: Less of a part than this is chance (tests/quality/test_quotes.py holds the figures).
_FOUND = 0.6
#: So many words at an end of a quotation that are not where the rest is are looked for elsewhere.
_ELSEWHERE, _SURE = 5, 0.8
#: So much of a sentence must be found before its quotation is taken for two.
_WELL = 0.9
#: Fewer words than this under another speaker's name are a sentence's end that the transcript has put into the next turn.
_STRAY = 3


class Part(NamedTuple):
    """Words of a quotation between ellipses, and where they are said; None: not found."""

    words: tuple[Word, ...]
    alignment: Alignment | None


class Tracing(NamedTuple):
    """A quotation over a run: its parts in the quotation's order, and how much of it is found, 0 to 1."""

    quotation: Quotation
    run: Speech
    parts: tuple[Part, ...]
    share: float

    @property
    def found(self) -> tuple[Alignment, ...]:
        """The alignments of the parts that were found."""
        return tuple(part.alignment for part in self.parts if part.alignment)


def lay(quotation: Quotation, run: Speech) -> Tracing | None:
    """The quotation over a run of words, its longest part first and the others near it; None where nothing of it is there."""
    pieces = [p for p in pieces_of(quotation) if p]
    if not pieces or not run.keys:
        return None
    anchor = max(range(len(pieces)), key=lambda i: len(pieces[i]))
    first = best(_keys(pieces[anchor]), run)
    if first is None:
        return None
    laid = [Part(piece, first if i == anchor else _beside(piece, run, first, after=i > anchor)) for i, piece in enumerate(pieces)]
    whole = [half for part in laid for sentence in _sentences(part, quotation, run) for half in _halves(sentence, run)]
    weight = sum(len(part.words) for part in whole)
    share = sum(len(part.words) * part.alignment.share for part in whole if part.alignment) / weight
    return Tracing(quotation, run, tuple(whole), share)


def pieces_of(quotation: Quotation) -> list[tuple[Word, ...]]:
    """The words of each part between ellipses, their places counted in the passage's text; editors' words are not among them."""
    text = without_editor(quotation.text)
    return [
        tuple(Word(w.key, quotation.start + a + w.start, quotation.start + a + w.end) for w in words(text[a:b])) for a, b in parts(text)
    ]


def _keys(piece: Iterable[Word]) -> list[str]:
    return [word.key for word in piece]


def _beside(piece: Sequence[Word], run: Speech, anchor: Alignment, *, after: bool) -> Alignment | None:
    near = anchor.last + 1 if after else max(0, anchor.first - 2 * len(piece) - 20)
    found = best(_keys(piece), run, near)
    if found is None or found.share < (1.0 if len(piece) <= _SHORT else _FOUND):
        return None
    return found if len(piece) > _SHORT or abs(found.first - near) < _NEAR else None


def ends_sentence(quotation: Quotation, one: Word, next_: Word) -> bool:
    """Whether a sentence of the quotation ends between two neighbouring words of it."""
    return any(mark in ".!?" for mark in quotation.passage.text[one.end : next_.start])


def _sentences(part: Part, quotation: Quotation, run: Speech) -> list[Part]:
    """A part of which two halves, cut where a sentence ends, are each said somewhere, and much better than the whole, is two."""
    if part.alignment and part.alignment.share < _WELL:
        for cut in range(_ELSEWHERE, len(part.words) - _SHORT + 1):
            if ends_sentence(quotation, part.words[cut - 1], part.words[cut]):
                halves = [Part(words_, best(_keys(words_), run)) for words_ in (part.words[:cut], part.words[cut:])]
                if all(half.alignment and half.alignment.share >= _WELL for half in halves):
                    return halves
    return [part]


def _halves(part: Part, run: Speech) -> list[Part]:
    """A part whose end is said elsewhere is two."""
    if part.alignment is None:
        return [part]
    same = [s.quoted for s in part.alignment.steps if s.pair in (Pair.SAME, Pair.HEARD)]
    for cut, loose in ((same[0], slice(None, same[0])), (same[-1] + 1, slice(same[-1] + 1, None))):
        if len(part.words[loose]) >= _ELSEWHERE:
            other = best(_keys(part.words[loose]), run)
            if other and other.share >= _SURE:
                kept = _clipped(part, cut, loose.stop is None)
                return [kept, Part(part.words[loose], other)] if loose.stop is None else [Part(part.words[loose], other), kept]
    return [part]


def _clipped(part: Part, cut: int, before: bool) -> Part:
    """The words of a part before or after a cut, with their steps counted anew."""
    assert part.alignment
    kept = part.words[:cut] if before else part.words[cut:]
    shift = 0 if before else cut
    steps = [s for s in part.alignment.steps if s.quoted >= 0 and (s.quoted < cut) == before]
    whole = [s for s in part.alignment.steps if s in steps or (s.quoted < 0 and steps[0].said <= s.said <= steps[-1].said)]
    moved = tuple(s._replace(quoted=s.quoted - shift) if s.quoted >= 0 else s for s in whole)
    return Part(kept, Alignment(moved, min(1.0, part.alignment.share * len(part.words) / len(kept))))


def distinctive(tracing: Tracing) -> bool:
    """Whether a phrase of two or three words can be told from chance: one of its words stands in few places of the run."""
    return max(rarity(word.key, tracing.run) for part in tracing.parts for word in part.words) >= 3.0


def traces(tracing: Tracing) -> tuple[Trace, ...]:
    """The parts that were found, as places with their word diffs; a part that was not is put in before or behind."""
    made: list[Trace] = []
    lost: list[Run] = []
    end: int | None = None
    for part in tracing.parts:
        if part.alignment is None:
            lost.append(Run(Pair.PUT_IN.value, _slice(tracing, part.words), ""))
        else:
            made.append(_trace(tracing, part.words, part.alignment, before=tuple(lost) if not made else ()))
            lost = [] if len(made) == 1 else lost
            end, follows = part.alignment.last, end is not None and part.alignment.first == end + 1
            made = [*made[:-2], _joined(*made[-2:])] if follows else made
    if lost and made:
        made[-1] = replace(made[-1], runs=(*made[-1].runs, *lost))
    return tuple(made)


def _joined(one: Trace, two: Trace) -> Trace:
    """Two parts between which nothing was left out: an ellipsis that stands for no words."""
    speakers_ = dict.fromkeys((*one.speakers, *two.speakers))
    ellipsis = Run(Pair.SAME.value, "…", "…")
    return replace(
        one,
        passages=tuple(dict.fromkeys((*one.passages, *two.passages))),
        speakers=tuple(speakers_),
        runs=(*one.runs, ellipsis, *two.runs),
    )


def _trace(tracing: Tracing, quoted: Sequence[Word], alignment: Alignment, before: tuple[Run, ...]) -> Trace:
    run = tracing.run
    stretch = range(alignment.first, alignment.last + 1)
    passages = dict.fromkeys(run.passage(at).id for at in stretch)
    return Trace(
        passages=tuple(passages),
        speakers=tuple(run.passages[n].id for n in speakers(run, [alignment])),
        start=run.places[alignment.first].start,
        seconds=run.second(alignment.first),
        until=run.second_after(alignment.first),
        runs=before + _runs(tracing, quoted, alignment),
    )


def speakers(run: Speech, alignments: Iterable[Alignment]) -> list[int]:
    """One passage for each speaker of the stretch, without one who has only a stray word of it."""
    said: dict[str, list[int]] = {}
    for alignment in alignments:
        for step in alignment.steps:
            if step.pair in (Pair.SAME, Pair.HEARD):
                said.setdefault(run.passage(step.said).speaker, []).append(run.places[step.said].passage)
    most = max(map(len, said.values()))
    return sorted(at[0] for at in said.values() if len(at) >= min(most, _STRAY))


def _runs(tracing: Tracing, quoted: Sequence[Word], alignment: Alignment) -> tuple[Run, ...]:
    """The word diff: neighbouring steps of one kind are one run; a block that sounds like what it stands for is heard."""
    blocks: list[list[Step]] = []
    for step in alignment.steps:
        joins = blocks and (step.pair is Pair.SAME) == (blocks[-1][-1].pair is Pair.SAME)
        blocks[-1].append(step) if joins else blocks.append([step])
    return tuple(run for block in blocks for run in _block(tracing, quoted, block))


def _block(tracing: Tracing, quoted: Sequence[Word], block: Sequence[Step]) -> list[Run]:
    ours = [s.quoted for s in block if s.quoted >= 0]
    theirs = [s.said for s in block if s.said >= 0]
    if block[0].pair is Pair.SAME:
        return [_run(tracing, quoted, Pair.SAME, ours, theirs)]
    if ours and theirs and _one_sound("".join(quoted[i].key for i in ours), "".join(tracing.run.keys[j] for j in theirs)):
        return [_run(tracing, quoted, Pair.HEARD, ours, theirs)]
    groups: list[list[Step]] = []
    for step in block:
        joins = groups and (step.pair is Pair.HEARD) == (groups[-1][-1].pair is Pair.HEARD)
        groups[-1].append(step) if joins else groups.append([step])
    return [_group(tracing, quoted, group) for group in groups]


def _one_sound(quoted: str, said: str) -> bool:
    return quoted == said or alike(quoted, said)


def _group(tracing: Tracing, quoted: Sequence[Word], group: Sequence[Step]) -> Run:
    ours = [s.quoted for s in group if s.quoted >= 0]
    theirs = [s.said for s in group if s.said >= 0]
    pair = Pair.HEARD if group[0].pair is Pair.HEARD else Pair.CHANGED if ours and theirs else Pair.PUT_IN if ours else Pair.LEFT_OUT
    return _run(tracing, quoted, pair, ours, theirs)


def _run(tracing: Tracing, quoted: Sequence[Word], pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> Run:
    mine = _slice(tracing, quoted[ours[0] : ours[-1] + 1]) if ours else ""
    return Run(pair.value, mine, tracing.run.words(theirs[0], theirs[-1]) if theirs else "")


def _slice(tracing: Tracing, quoted: Sequence[Word]) -> str:
    return tracing.quotation.passage.text[quoted[0].start : quoted[-1].end]
