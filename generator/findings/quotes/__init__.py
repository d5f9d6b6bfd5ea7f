"""Quotations traced to where they were said: verbatim, altered, spliced, not found. Judges no passage and no speaker.

A quotation is looked for in the transcripts of the same origin first, and in what its source is derived from; where a file declares
neither, in the transcript that its quotations show it to report. Everything else comes second. No source is searched for each quotation:
one pass finds the sources that share three words in a row with some quotation, and only in those a quotation is laid over the words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.findings.quotes.alignment import Pair, Step
from generator.findings.quotes.coldopen import REPEATED
from generator.findings.quotes.quotations import Quotation, Standing, quotations
from generator.findings.quotes.speech import Speech, speech
from generator.findings.quotes.tracing import Tracing, distinctive, lay, pieces_of, speakers, traces
from generator.findings.quotes.words import COMMON
from generator.found import Match, Quote, Trace
from generator.model import Document, Kind, SeedId
from generator.text import uniform

_GRAM = 3
#: A source shares a quotation if it has so much of its runs of three words; two of them show what a document reports.
_SHARED, _SHARING = 0.35, 2
#: Sources that a quotation is laid over beside those of its own origin.
_MOST_OTHERS = 3
#: How much of a quotation must be there: in a transcript of its origin, in another one, in another document's text.
_FOUND, _FOUND_ELSEWHERE, _FOUND_WRITTEN = 0.6, 0.75, 0.9
#: A phrase that may be a term counts only if it is found as it stands.
_FOUND_PHRASE, _PHRASE = 0.8, 4
_WHOLE = 0.999
#: Below this the nearest words are no help.
_NEAREST = 0.35
#: So many words left out without a mark make two places of one.
_LEAP = 12

Asked = Mapping[SeedId, Sequence[Quotation]]
Shares = Mapping[tuple[SeedId, int], Counter[SeedId]]


def quotes(documents: Iterable[Document]) -> tuple[Quote, ...]:
    """What became of every quotation, in order of documents and passages. Passages of a repeated cold open must be marked (`coldopen`)."""
    by_id = {document.id: document for document in documents}
    asked = {id: found for id, document in by_id.items() if (found := quotations(document))}
    shared = _shared(by_id, asked)
    told = _told(by_id.values())
    homes = {id: _homes(by_id, id, told, shared) for id in asked}
    others = {key: [id for id, _ in _ranked(counts) if id not in homes[key[0]]][:_MOST_OTHERS] for key, counts in shared.items()}
    wanted = {id for ids in (*homes.values(), *others.values()) for id in ids}
    runs = {id: speech(by_id[id], but=REPEATED) for id in sorted(wanted)}
    made = (
        _quote(quotation, [runs[i] for i in homes[id]], [runs[i] for i in others.get((id, n), ())])
        for id, found in asked.items()
        for n, quotation in enumerate(found)
    )
    return tuple(quote for quote in made if quote is not None)


def _shared(by_id: Mapping[SeedId, Document], asked: Asked) -> Shares:
    """For each quotation (by source and number) how many of its runs of three words each other source has, in one pass over all."""
    needles: dict[tuple[str, ...], set[tuple[SeedId, int]]] = defaultdict(set)
    for id, found in asked.items():
        for n, quotation in enumerate(found):
            for gram in _grams_of(quotation):
                needles[gram].add((id, n))
    shares: dict[tuple[SeedId, int], Counter[SeedId]] = defaultdict(Counter)
    if needles:
        for document in by_id.values():
            keys = speech(document, but=REPEATED).keys
            present = {gram for gram in zip(keys, keys[1:], keys[2:], strict=False) if gram in needles}
            for gram in present:
                for key in needles[gram]:
                    if key[0] != document.id or document.kind is Kind.TRANSCRIPT:
                        shares[key][document.id] += 1
    sizes = {(id, n): len(_grams_of(q)) for id, found in asked.items() for n, q in enumerate(found)}
    return {key: Counter({id: n for id, n in counts.items() if n >= _SHARED * sizes[key]}) for key, counts in shares.items()}


def _grams_of(quotation: Quotation) -> set[tuple[str, ...]]:
    """The runs of three words of a quotation that are not all common."""
    keys = [[word.key for word in piece] for piece in pieces_of(quotation)]
    grams = {gram for piece in keys for gram in zip(piece, piece[1:], piece[2:], strict=False)}
    return {gram for gram in grams if not COMMON.issuperset(gram)}


def _ranked(counts: Counter[SeedId]) -> list[tuple[SeedId, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _told(documents: Iterable[Document]) -> Mapping[str, list[SeedId]]:
    """The transcripts of each origin that is declared."""
    told: dict[str, list[SeedId]] = defaultdict(list)
    for document in documents:
        if document.kind is Kind.TRANSCRIPT and document.origin:
            told[uniform(document.origin)].append(document.id)
    return told


def _homes(by_id: Mapping[SeedId, Document], id: SeedId, told: Mapping[str, list[SeedId]], shared: Shares) -> list[SeedId]:
    """The sources that a document's quotations must be in: itself if it is a transcript, those of its origin, what it is drawn from,
    or where none is declared the transcripts that several of its quotations are shared with.
    """
    document = by_id[id]
    if document.kind is Kind.TRANSCRIPT:
        return [id]
    drawn = {SeedId(other) for other in document.derived_from if other in by_id}
    declared = {*drawn, *told.get(uniform(document.origin), ())} - {id}
    if declared:
        return sorted(declared)
    times = Counter(other for key, counts in shared.items() if key[0] == id for other in counts if by_id[other].kind is Kind.TRANSCRIPT)
    return [other for other, n in _ranked(times) if n >= _SHARING and other != id][:_MOST_OTHERS]


def _quote(quotation: Quotation, homes: Sequence[Speech], others: Sequence[Speech]) -> Quote | None:
    """What became of one quotation; None where it may be a term and is nowhere, so that nothing can be said of it."""
    own = _best(quotation, homes)
    if own and _is_it(quotation, own):
        return _found(quotation, own, homes)
    if quotation.standing is Standing.SPEECH:
        other = _best(quotation, others)
        if other and _is_it(quotation, other) and other.share >= (_FOUND_ELSEWHERE if other.run.spoken else _FOUND_WRITTEN):
            return _found(quotation, other, homes)
        return _made(quotation, Match.NOT_FOUND, (), homes, _nearest(own))
    return None


def _best(quotation: Quotation, runs: Iterable[Speech]) -> Tracing | None:
    laid = (tracing for run in runs if (tracing := lay(quotation, run)) is not None)
    return max(laid, key=lambda t: t.share, default=None)


def _is_it(quotation: Quotation, tracing: Tracing) -> bool:
    """Whether what is alike is the quotation: a digest must have it word for word, because its other words are not the speaker's; a
    short phrase too, and it must be rare.
    """
    whole = tracing.share > _WHOLE and all(step.pair in (Pair.SAME, Pair.HEARD) for found in tracing.found for step in found.steps)
    if tracing.run.document.form and not whole:
        return False
    size = sum(len(part.words) for part in tracing.parts)
    if quotation.standing is Standing.SPEECH or size >= _PHRASE:
        return tracing.share >= (_FOUND if quotation.standing is Standing.SPEECH else _FOUND_PHRASE)
    return whole and distinctive(tracing)


def _nearest(tracing: Tracing | None) -> Trace | None:
    return next(iter(traces(tracing)), None) if tracing and tracing.share >= _NEAREST else None


def _found(quotation: Quotation, tracing: Tracing, homes: Sequence[Speech]) -> Quote:
    return _made(quotation, _match(tracing), traces(tracing), homes, None)


def _match(tracing: Tracing) -> Match:
    if _is_spliced(tracing):
        return Match.SPLICED
    pairs = {step.pair for alignment in tracing.found for step in alignment.steps}
    return Match.VERBATIM if pairs == {Pair.SAME} and len(tracing.found) == len(tracing.parts) else Match.ALTERED


def _is_spliced(tracing: Tracing) -> bool:
    """Whether a quotation joins what was said apart: with words between its parts, in another order, or by more than one speaker."""
    found = tracing.found
    leaps = any(later.first != earlier.last + 1 for earlier, later in pairwise(found))
    return leaps or len(speakers(tracing.run, found)) > 1 or any(_leaps(alignment.steps) for alignment in found)


def _leaps(steps: Iterable[Step]) -> bool:
    longest = length = 0
    for step in steps:
        length = length + 1 if step.pair is Pair.LEFT_OUT else 0
        longest = max(longest, length)
    return longest > _LEAP


def _made(q: Quotation, match: Match, found: tuple[Trace, ...], homes: Sequence[Speech], nearest: Trace | None) -> Quote:
    against = tuple(run.document.id for run in homes if not run.document.form)
    stated = q.passage.seconds if q.highlight else None
    return Quote(q.passage.id, q.start, q.end, q.text, match, found, against, q.highlight, stated, nearest)
