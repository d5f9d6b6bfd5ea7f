"""What a source says of its own tables, held against their cells by arithmetic. Compares no two sources."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from generator.findings.disagreements.sides import disagreement
from generator.findings.disagreements.tables.amounts import everywhere, multiplied, own_total, record, stated, summed
from generator.findings.disagreements.tables.prose import Conflict, Sentence, sentence
from generator.findings.disagreements.tables.series import Series, series
from generator.findings.disagreements.tables.trends import in_time, together
from generator.found import Difference, Disagreement, Side
from generator.model import Document, Passage, Role, Table
from generator.text import sentences

#: What can be told of a sentence beside a table. Each says nothing (None) wherever it is in doubt.
CHECKS: tuple[Callable[[Sentence, Sequence[Series]], Conflict | None], ...] = (
    together, in_time, record, summed, multiplied, everywhere, stated,
)  # fmt: skip
#: A table of more cells than this is data, which nobody sums up in a sentence; a longer sentence than this (characters) is none.
_LARGEST, _LONGEST = 400, 600
_PROSE = frozenset({Role.PARAGRAPH, Role.TAKEAWAY, Role.CAPTION, Role.KEY_POINT, Role.LIST_ITEM})


def at_odds(documents: Iterable[Document]) -> tuple[Disagreement, ...]:
    """Statements that their source's own table does not bear out, in order: each beside the cells in question."""
    made = []
    for document in documents:
        for passage in document.passages:
            if passage.table and not passage.excluded and len(passage.table.rows) * len(passage.table.header) <= _LARGEST:
                found = series(passage.table)
                made += [*_own_totals(passage, passage.table, found), *_contradicted(document, passage, found)]
    return tuple({d.id: d for d in made}.values())


def _contradicted(document: Document, table: Passage, found: Sequence[Series]) -> Iterator[Disagreement]:
    for passage in _beside(document, table) if found else ():
        for start, end in sentences(passage.text):
            if end - start > _LONGEST:
                continue
            said = sentence(passage.text[start:end])
            checks = (everywhere,) if said.denies else () if said.barred else CHECKS
            conflict = next(filter(None, (check(said, found) for check in checks)), None)
            if conflict:
                sides = (
                    Side(passage.id, start, end, passage.text[start:end], "text"),
                    Side(table.id, 0, len(table.text), conflict.cells, "table", conflict.odd),
                )
                yield disagreement(Difference.TABLE, conflict.about, sides)


def _beside(document: Document, table: Passage) -> list[Passage]:
    """What speaks of a table: its takeaway and caption, the paragraph right before it and the one right after."""
    around = [p for p in document.passages if (p.role in _PROSE or p.table) and not p.excluded and p.heading == table.heading]
    beside = [p for one, two in pairwise(around) for p, other in ((one, two), (two, one)) if other.id == table.id and not p.table]
    own = [p for p in document.passages if p.of == table.id]
    last = own[-1:] and [two for one, two in pairwise(around) if one.id == own[-1].id and not two.table]
    return [p for p in dict.fromkeys((*own, *beside, *last)) if p.of in (None, table.id)]


def _own_totals(passage: Passage, table: Table, found: Iterable[Series]) -> Iterator[Disagreement]:
    """Rows that sum up the others and do not."""
    for one in found:
        if wrong := own_total(one):
            total, parts = wrong
            at = max(0, passage.text.find(total.text))
            sides = (
                Side(passage.id, at, at + len(total.text), f"{total.label}: {total.text}", "sum"),
                Side(passage.id, 0, len(passage.text), parts, "table"),
            )
            yield disagreement(Difference.TABLE, one.name, sides)
