"""The ledger of predictions: what each source foretells, whose it is, until when, and how it stands. Grammar and dates are elsewhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.findings.numbers.pieces import pieces
from generator.findings.predictions.forecasts import Forecast, forecast, sounds_so
from generator.findings.predictions.grammar import INTENT, PAST
from generator.findings.predictions.horizons import due, horizons, last_day
from generator.found import Prediction, Status
from generator.model import Document, Passage, Role
from generator.text import fold

#: A claim is a sentence; of a longer one so many words around what it foretells (speech to text knows few full stops).
_MOST_WORDS = 40
#: A prediction that falls due within so many days of the as-of date (a quarter of a year) is due: time to look at it.
_AHEAD = 91
#: Two claims are the same if they share so much of the shorter one's runs of so many words.
_SHARED, _RUN = 0.6, 3

#: So many sentences under a heading of predictions are a paragraph, of which some may say other things.
_PARAGRAPH = 3

#: Statements that are somebody else's words about the source, or cells.
_SILENT = frozenset({Role.TABLE, Role.DEK})
_LABEL = re.compile(r"\A(?:our )?(?:prediction|forecast) ?(?:#|no\. ?)?\d*[:.] ?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:prediction|forecast)\b.*(?:\d|:)", re.IGNORECASE)
_PRONOUN = re.compile(r"s?he", re.IGNORECASE)
_CROWD = frozenset("everyone everybody people nobody some many most this that it they we others these those".split())


def predictions(documents: Iterable[Document], *, as_of: str = "") -> tuple[Prediction, ...]:
    """Every prediction of every source, in the order of the text; what a source says again counts once. `as_of`: ISO date."""
    return dated((prediction for document in documents for prediction in _once(_of_document(document))), as_of)


def dated(found: Iterable[Prediction], as_of: str) -> tuple[Prediction, ...]:
    """Predictions as they stand on a day."""
    return tuple(replace(prediction, status=status_on(as_of, prediction.due)) for prediction in found)


def _of_document(document: Document) -> Iterator[Prediction]:
    speakers = frozenset(word for name in document.speakers for word in name.split())
    for passage in document.passages:
        if passage.role is Role.PREDICTION and not passage.excluded:
            yield from _under_heading(document, passage, speakers)
        elif passage.says and passage.role not in _SILENT:
            yield from _sentences(document, passage, speakers)


def _under_heading(document: Document, passage: Passage, speakers: frozenset[str]) -> Iterator[Prediction]:
    """What stands under a source's predictions: an item of its own as a whole, of a paragraph each sentence on a time to come."""
    spans = pieces(passage.text)
    label = _LABEL.match(passage.text)
    if label or len(spans) < _PARAGRAPH or _NUMBERED.match(passage.heading):
        yield from _whole(document, passage, label.end() if label else 0)
        return
    for start, end in spans:
        text = passage.text[start:end]
        found = forecast(passage.text, start, end, speakers, document.date)
        times = horizons(passage.text, start, end)
        if found:
            yield _foretold(document, passage, (start, end), found)
        elif times and not (text.rstrip().endswith("?") or INTENT.search(text) or PAST.search(text)):
            yield _made(document, passage, (start, end), _author(document, passage), times[0].words, "", "")


def _whole(document: Document, passage: Passage, start: int) -> Iterator[Prediction]:
    """A passage that the source itself puts under its predictions, if it does speak of the future."""
    text = passage.text.rstrip()
    found = horizons(text, start, len(text))
    if found or sounds_so(text):
        title = passage.heading if _NUMBERED.match(passage.heading) else ""
        horizon = found[0].words if found else ""
        yield _made(document, passage, (start, len(text)), _author(document, passage), horizon, "", title)


def _sentences(document: Document, passage: Passage, speakers: frozenset[str]) -> Iterator[Prediction]:
    for start, end in pieces(passage.text):
        found = forecast(passage.text, start, end, speakers, document.date)
        if found:
            yield _foretold(document, passage, (start, end), found)


def _foretold(document: Document, passage: Passage, sentence: tuple[int, int], found: Forecast) -> Prediction:
    """What a sentence of a passage foretells, as a prediction."""
    span = _cut(passage.text, *sentence, found.start)
    horizon = found.horizon.words if found.horizon else ""
    who = _named(document, passage, found.by) if found.by else _author(document, passage)
    return _made(document, passage, span, who, horizon, found.condition, "")


def _made(document: Document, passage: Passage, span: tuple[int, int], who: str, horizon: str, condition: str, title: str) -> Prediction:
    return Prediction(
        passage=passage.id,
        start=span[0],
        end=span[1],
        claim=passage.text[slice(*span)],
        who=who,
        made=document.date,
        horizon=horizon,
        due=due(horizon, document.date),
        condition=condition,
        title=title,
        status=Status.OPEN,
    )


def _cut(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The sentence, or of a long one the words from the clause on that foretells."""
    if len(text[start:end].split()) <= _MOST_WORDS:
        return start, end
    words = list(re.compile(r"\S+").finditer(text, at, end))[:_MOST_WORDS]
    return words[0].start(), words[-1].end()


def _author(document: Document, passage: Passage) -> str:
    """Who says what the text lets nobody else say: the speaker, else the authors, else the publisher."""
    return passage.speaker or ", ".join(document.authors) or document.publisher


def _named(document: Document, passage: Passage, by: str) -> str:
    """Whom a sentence names, by the full name where the source gives one; a pronoun is the only one who speaks, or it is not clear who."""
    if by.casefold() in _CROWD:
        return ""
    if _PRONOUN.fullmatch(by):
        return passage.speaker or (document.speakers[0] if len(document.speakers) == 1 else "")
    last = by.removesuffix("'s").removesuffix("’s").split()[-1]
    return next((name for name in (*document.speakers, *document.authors) if last in name.split()), by)


def _once(found: Iterable[Prediction]) -> list[Prediction]:
    """Predictions of one source without those that an earlier one has said; the first keeps where it is said again."""
    kept: list[Prediction] = []
    where: dict[str, list[int]] = {}
    for prediction in found:
        runs = _runs(prediction.claim)
        shared = Counter(i for run in runs for i in where.get(run, ()))
        again = next((i for i, n in shared.most_common(1) if n >= _SHARED * min(len(runs), len(_runs(kept[i].claim)))), None)
        if again is not None:
            first = kept[again]
            kept[again] = replace(first, repeats=tuple(dict.fromkeys((*first.repeats, prediction.passage))))
            continue
        for run in runs:
            where.setdefault(run, []).append(len(kept))
        kept.append(prediction)
    return kept


def _runs(claim: str) -> set[str]:
    words = fold(claim).split()
    return {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}


def status_on(as_of: str, due: str) -> Status:
    """How a prediction with a due date stands on a day: of a month or a year on its first, so that nothing is overdue too early."""
    last, now = last_day(due), _first_day(as_of)
    if not last or now is None:
        return Status.OPEN
    left = (date.fromisoformat(last) - now).days
    return Status.OVERDUE if left < 0 else Status.DUE if left <= _AHEAD else Status.OPEN


def _first_day(as_of: str) -> date | None:
    """The first day of an ISO date that may be a year or a month only."""
    last = last_day(as_of)
    if not last:
        return None
    given = as_of[: len("2024-06-11")].split("-")
    return date.fromisoformat("-".join((last[:4], last[5:7] if len(given) > 1 else "01", last[8:] if len(given) > 2 else "01")))
