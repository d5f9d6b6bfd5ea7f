"""Quotations traced to where they were said: verbatim, altered, spliced, not found. Judges no passage and no speaker.

A quotation is looked for in the transcripts of the same origin first, and in what its source is derived from; where a file declares
neither, in the transcript that its quotations show it to report. Everything else comes second. No source is searched for each quotation:
one pass finds the sources that share three words in a row with some quotation, and only in those a quotation is laid over the words.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import NamedTuple

from generator.findings.quotes.alignment import Pair
from generator.findings.quotes.attribution import by_another
from generator.findings.quotes.coldopen import REPEATED
from generator.findings.quotes.quotations import Quotation, Standing, quotations
from generator.findings.quotes.speech import Speech, speech
from generator.findings.quotes.tracing import Part, Tracing, distinctive, ends_sentence, lay, pieces_of, speakers, traces
from generator.findings.quotes.words import COMMON
from generator.found import Match, Quote, Trace
from generator.model import Document, Kind, PassageId, SeedId
from generator.text import number, uniform

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
#: More words than this make a sentence of their own where the quotation goes from one to the next.
_SENTENCE = 4

Shares = Mapping[tuple[SeedId, int], Counter[SeedId]]


@dataclass(frozen=True, slots=True)
class Voice:
    """One source as others see it that look for a quotation: its own quotations, and its words in runs of three, as numbers."""

    source: SeedId
    asked: tuple[Quotation, ...]
    grams: Sequence[int]


class Asking(NamedTuple):
    """What a source's quotations are held against: sources that must have them, by what is declared or else by what it quotes of them;
    and for each quotation some others.
    """

    source: SeedId
    homes: tuple[SeedId, ...]
    others: tuple[tuple[SeedId, ...], ...]
    declared: bool = True


def quotes(documents: Iterable[Document]) -> tuple[Quote, ...]:
    """What became of every quotation, in order of documents and passages. Passages of a repeated cold open must be marked (`coldopen`)."""
    by_id = {document.id: document for document in documents}
    voices = {id: voice(document) for id, document in by_id.items()}
    runs = {id: speech(document, but=REPEATED) for id, document in by_id.items()}
    return tuple(quote for asking in askings(by_id, voices) for quote in answered(asking, voices[asking.source], runs.__getitem__))


def voice(document: Document) -> Voice:
    """What a source alone has to give."""
    keys = list(map(number, speech(document, but=REPEATED).keys))
    return Voice(document.id, tuple(quotations(document)), array("q", sorted(set(map(hash, zip(keys, keys[1:], keys[2:], strict=False))))))


def askings(documents: Mapping[SeedId, Document], voices: Mapping[SeedId, Voice]) -> tuple[Asking, ...]:
    """For each source with quotations, in their order, where to look for these."""
    shared = _shared(documents, voices)
    told = _told(documents.values())
    made = []
    for id, document in documents.items():
        if asked := voices[id].asked:
            homes, declared = _declared(documents, document, told), True
            if not homes:
                homes, declared = _quoted(documents, id, [counts for n in range(len(asked)) if (counts := shared.get((id, n)))]), False
            ranked = ((other for other, _ in _ranked(shared.get((id, n), Counter())) if other not in homes) for n in range(len(asked)))
            made.append(Asking(id, tuple(homes), tuple(tuple(islice(others, _MOST_OTHERS)) for others in ranked), declared))
    return tuple(made)


def answered(asking: Asking, voice: Voice, run: Callable[[SeedId], Speech]) -> tuple[Quote, ...]:
    """What became of the quotations of one source. `run`: the run of words of a source that it is held against.

    Where nothing is declared, a quotation of somebody whom the transcripts do not hear need not be in them.
    """
    homes = [run(id) for id in asking.homes]
    made = (_quote(quotation, homes, [run(id) for id in ids]) for quotation, ids in zip(voice.asked, asking.others, strict=True))
    found = _of_one_occasion([quote for quote in made if quote is not None], run)
    if asking.declared:
        return found
    texts = {quotation.passage.id: quotation.passage.text for quotation in voice.asked}
    return tuple(
        replace(quote, against=(), nearest=None)
        if quote.against and not quote.traced and by_another(quote, texts[quote.passage], [run(id) for id in quote.against])
        else quote
        for quote in found
    )


def _of_one_occasion(made: Sequence[Quote], run: Callable[[SeedId], Speech]) -> tuple[Quote, ...]:
    """The quotations of one source; one found nowhere must be where the others of its passage are, if that is one transcript."""
    said: dict[PassageId, set[SeedId]] = defaultdict(set)
    for quote in made:
        if quote.traced and not quote.against:
            said[quote.passage].add(SeedId(quote.traced.passages[0].partition("#")[0]))
    return tuple(
        replace(quote, against=(*here,)) if lost and len(here) == 1 and all(run(id).spoken for id in here) else quote
        for quote in made
        for lost, here in [(not quote.traced and not quote.against, said[quote.passage])]
    )


def _shared(documents: Mapping[SeedId, Document], voices: Mapping[SeedId, Voice]) -> Shares:
    """For each quotation (by source and number) how many of its runs of three words each other source has, in one pass over all."""
    needles: dict[int, set[tuple[SeedId, int]]] = defaultdict(set)
    sizes: dict[tuple[SeedId, int], int] = {}
    for id in documents:
        for n, quotation in enumerate(voices[id].asked):
            grams = _grams_of(quotation)
            sizes[id, n] = len(grams)
            for gram in grams:
                needles[hash(tuple(map(number, gram)))].add((id, n))
    shares: dict[tuple[SeedId, int], Counter[SeedId]] = defaultdict(Counter)
    wanted = frozenset(needles)
    for document in documents.values() if needles else ():
        for run in wanted.intersection(voices[document.id].grams):
            for key in needles[run]:
                if key[0] != document.id or document.kind is Kind.TRANSCRIPT:
                    shares[key][document.id] += 1
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


def _declared(by_id: Mapping[SeedId, Document], document: Document, told: Mapping[str, list[SeedId]]) -> list[SeedId]:
    """The sources that a document's quotations must be in: itself if it is a transcript, those of its origin, what it is drawn from."""
    if document.kind is Kind.TRANSCRIPT:
        return [document.id]
    drawn = {SeedId(other) for other in document.derived_from if other in by_id}
    return sorted({*drawn, *told.get(uniform(document.origin), ())} - {document.id})


def _quoted(by_id: Mapping[SeedId, Document], id: SeedId, shared: Sequence[Counter[SeedId]]) -> list[SeedId]:
    """The transcripts that several quotations of a source are shared with."""
    times = Counter(other for counts in shared for other in counts if by_id[other].kind is Kind.TRANSCRIPT)
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
    return leaps or len(speakers(tracing.run, found)) > 1 or any(_leaps(part, tracing.quotation) for part in tracing.parts)


def _leaps(part: Part, quotation: Quotation) -> bool:
    """Whether one part leaves out a stretch that is long, or that stood as a sentence where one of the quotation ends."""
    before, length = -1, 0
    for step in part.alignment.steps if part.alignment else ():
        if step.pair is Pair.LEFT_OUT:
            length += 1
            continue
        between = 0 <= before < step.quoted and ends_sentence(quotation, part.words[before], part.words[step.quoted])
        if length > (_SENTENCE if between else _LEAP):
            return True
        before, length = step.quoted if step.quoted >= 0 else before, 0
    return False


def _made(q: Quotation, match: Match, found: tuple[Trace, ...], homes: Sequence[Speech], nearest: Trace | None) -> Quote:
    against = tuple(run.document.id for run in homes if not run.document.form)
    stated = q.passage.seconds if q.highlight else None
    return Quote(q.passage.id, q.start, q.end, q.text, match, found, against, q.highlight, stated, nearest)
