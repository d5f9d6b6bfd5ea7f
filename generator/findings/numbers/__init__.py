"""The numbers of all sources: each value with unit, measure, subject, period and speaker. How each is told stands beside this file.

Prose (`prose`) goes sentence by sentence (`pieces`): numerals (`numerals`) with their units (`units`), as values, ranges and changes
(`quantities`), of times only those that are measured (`frames`); what each measures (`measures`), whose it is (`subjects`), when and how
it is meant (`periods`). Tables (`tables`) go cell by cell. A value without a unit counts only by its company (`currencies`). What stays
in doubt is left out: a page of numbers that are none is worse than a short one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.findings.numbers.context import Context, context, who
from generator.findings.numbers.currencies import in_currency, only_currency, units_told
from generator.findings.numbers.prose import of_prose
from generator.findings.numbers.quantity import Quantity
from generator.findings.numbers.tables import CellNumber, cell_numbers
from generator.found import Evidence, Observation
from generator.model import ConceptId, Document, Matches, Mention, Passage, PassageId, Vocabulary


def observations(
    documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches, evidence: Iterable[Evidence]
) -> tuple[Observation, ...]:
    """Every number that a reader would call one, in the order of documents and text. What a source says again counts once."""
    return told(numbers(documents, vocabulary, matches, evidence))


def numbers(
    documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches, evidence: Iterable[Evidence]
) -> tuple[Observation, ...]:
    """The same as each source tells them."""
    known = context(vocabulary, matches, evidence)
    return tuple(o for document in documents for o in _once(_of_document(document, known), (p.id for p in document.passages)))


def told(numbers: Sequence[Observation]) -> tuple[Observation, ...]:
    """The numbers of all sources, with units that only other sources tell."""
    return tuple(units_told(numbers))


def _of_document(document: Document, known: Context) -> Iterator[Observation]:
    currency = only_currency(" ".join(p.text for p in document.passages))
    near: Quantity | None = None
    for passage in document.passages:
        if passage.says and passage.table:
            mentions = known.mentions.get(passage.id, ())
            cells = cell_numbers(passage, passage.table)
            yield from (in_currency(_of_cell(document, passage, cell, mentions), currency) for cell in cells)
        elif passage.says:
            found, near = of_prose(document, passage, known, currency, near)
            yield from found


def _of_cell(document: Document, passage: Passage, cell: CellNumber, mentions: Sequence[Mention]) -> Observation:
    q = cell.quantity
    owner = _named_whole(cell.of, mentions)
    return Observation(
        passage=passage.id,
        start=q.start,
        end=q.end,
        surface=passage.text[q.start : q.end],
        low=q.low,
        high=q.high,
        unit=q.unit,
        per=q.per,
        measure=cell.measure,
        subject=owner,
        subject_words="" if owner else cell.of,
        period=cell.period,
        who=who(document, passage),
        bearing=cell.bearing,
        about=q.about,
        row=cell.row,
        column=cell.column,
    )


def _named_whole(words: str, mentions: Sequence[Mention]) -> ConceptId | None:
    """The concept whose label a cell is, and nothing else."""
    return next((m.concept for m in mentions if m.surface == words), None) if words else None


#: Within so many passages the same value in the same unit is the same number, whatever it is then said to measure.
_LATELY = 5


def _once(found: Iterable[Observation], order: Iterable[PassageId]) -> Iterator[Observation]:
    """Without numbers of prose that only say again what their source has said. `order`: its passages."""
    said: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    lately: dict[tuple[object, ...], int] = {}
    at = {p: n for n, p in enumerate(order)}
    for o in found:
        before = said[o.low, o.high, o.unit, o.per, o.measured or o.measure.lower()]
        value = (o.low, o.high, o.unit)
        repeated = (
            not o.measured and o.unit not in {"%", "to one"} and not o.change and at[o.passage] - lately.get(value, -_LATELY) < _LATELY
        )
        if o.column is None and (repeated or any(_says_again(o, first) for first in before)):
            continue
        lately[value] = at[o.passage]
        before.append(o)
        yield o


def _says_again(o: Observation, first: Observation) -> bool:
    """Whether a number says again what another has said: of the same, and of no other time."""
    return o.subject in {None, first.subject} and o.period in {"", first.period} and (not o.change or first.column is not None)
