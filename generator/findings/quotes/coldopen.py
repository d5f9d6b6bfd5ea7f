"""Cold opens: words at the start of a transcript that are said again later, because an editor put them there. Found and marked here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.findings.quotes.alignment import Alignment, best
from generator.findings.quotes.speech import Speech, speech
from generator.findings.quotes.words import words
from generator.found import Repeat
from generator.model import Document, Kind, Passage, PassageId
from generator.text import sentences

#: Why its passages are no evidence and are not counted.
REPEATED = "repeated cold open"
#: A turn is said again if this much of its sentences is found later. Of 19 transcripts (tests/quality) the turns of cold opens have 0.79
#: and more, other first turns at most 0.45. Where a digest tells both places in its own words, cold opens have 0.48 and more, others 0.38.
_AGAIN, _AGAIN_RETOLD = 0.7, 0.45
#: A cold open has so many words, and ends before this part of its transcript.
_LEAST, _PART = 12, 0.2


def repeats(documents: Iterable[Document]) -> tuple[Repeat, ...]:
    """The turns of all repeated cold opens, each with the later passages that it comes from."""
    return tuple(repeat for document in documents if document.kind is Kind.TRANSCRIPT for repeat in _of(document))


def marked(documents: Iterable[Document], repeated: Iterable[Repeat]) -> tuple[Document, ...]:
    """The documents with those passages excluded, with the reason."""
    again = {repeat.passage for repeat in repeated}
    return tuple(_marked(document, again) for document in documents)


def _marked(document: Document, again: set[PassageId]) -> Document:
    if not any(p.id in again for p in document.passages):
        return document
    return replace(document, passages=tuple(replace(p, excluded=REPEATED) if p.id in again else p for p in document.passages))


def _of(document: Document) -> list[Repeat]:
    """Turn after turn from the first one, until one is not said again."""
    run = speech(document)
    found: list[Repeat] = []
    said = 0
    for number, turn in enumerate(run.passages):
        size = len(words(turn.text))
        later = _later(turn, run, _behind(run, number), retold=bool(document.form))
        if not later or said + size > _PART * len(run.keys):
            break
        found.append(Repeat(turn.id, later))
        said += size
    return found if said >= _LEAST else []


def _behind(run: Speech, number: int) -> int:
    """Where the turn after the next one begins: what is said again at once is a stammer."""
    return next((at for at, place in enumerate(run.places) if place.passage > number + 1), len(run.keys))


def _later(turn: Passage, run: Speech, behind: int, *, retold: bool) -> tuple[PassageId, ...]:
    """The passages in which the turn's sentences come again, in their order; none if too little of it does."""
    keys = [[word.key for word in words(turn.text[a:b])] for a, b in sentences(turn.text)]
    laid = [(len(key), best(key, run, behind=behind)) for key in keys if key]
    share = sum(size * again.share for size, again in laid if again) / max(1, sum(size for size, _ in laid))
    if share < (_AGAIN_RETOLD if retold else _AGAIN):
        return ()
    return tuple(dict.fromkeys(_place(again, run) for _, again in laid if again))


def _place(again: Alignment, run: Speech) -> PassageId:
    """The passage that holds most of the words."""
    counts = Counter(run.places[step.said].passage for step in again.steps if step.said >= 0)
    return run.passages[min(counts, key=lambda n: (-counts[n], n))].id
