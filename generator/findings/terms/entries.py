"""Entries of a glossary: a term, a mark, and what it is, mostly without a verb: "Penstock. The pipe that …", "Swarf = chips of metal".

Under a heading that says so, or several in a row. What says what a thing is, and how well, is told in `gloss`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.findings.terms.form import Form
from generator.findings.terms.gloss import Grade, gloss
from generator.findings.terms.naming import is_term
from generator.findings.terms.said import Found, Said
from generator.findings.terms.telling import CLAUSE, is_sentence
from generator.model import Passage, Role
from generator.text import sentences

#: "Glossary", "The jargon, for beginners", "Terms used here"; not "Terms of the deal".
_HEADING = re.compile(
    r"(?:(?:an?|the|our|some|short|small|mini|key|useful)[ -])*(?:(?:glossary|jargon|terminology|vocabulary|lexicon|definitions)\b.{0,60}"
    r"|(?:terms|words)(?: and definitions| (?:used|explained|which|that|we|they|for|to|you)\b.{0,40})?)\s*:?",
    re.IGNORECASE,
)
_TERM = r"(?P<term>[^\W\d_][\w/&@^-]*(?: [^\W_][\w/&@^-]*){0,3})"
_LEAD = re.compile(rf"(?:[-*•] )?{_TERM}(?: \([^()]{{1,40}}\))?(?:(?P<stop>[.:])|(?P<is>\s?=)|\s?[—–]| -)(?:\s+|$)")
#: "See the page on …" says nothing of the thing.
_ELSEWHERE = re.compile(r"(?:see|cf|compare|same|another|ask|check|read)\b", re.IGNORECASE)
#: Words that an entry says at least; entries that make a row.
_LEAST = 3
_ROW = 3


class _Entry(NamedTuple):
    """An entry, and how well it says what its term is."""

    found: Found
    grade: Grade
    equals: bool
    clause: bool
    stopped: bool


def listed(passages: Sequence[Passage]) -> Iterator[Found]:
    """The definitions in lines of a glossary, in the order of the text. Talk has none: "Right. A pump that …"."""
    passages = [passage for passage in passages if passage.role is not Role.TURN]
    lines = [(passage, _entry([Said(passage, *span) for span in sentences(passage.text)])) for passage in passages]
    for headed, of_heading in groupby(lines, key=lambda line: _HEADING.fullmatch(line[0].heading) is not None):
        if headed:
            yield from (entry.found for _, entry in of_heading if entry and (entry.grade >= Grade.LOOSE or not entry.clause))
        else:
            yield from _rows([entry for _, entry in of_heading], Grade.LOOSE)
    for passage in passages:
        if " = " in passage.text:
            alone = [_entry([Said(passage, *span)]) for span in sentences(passage.text)]
            yield from _rows([entry if entry and entry.equals else None for entry in alone], Grade.NOTHING, least=2)


def _rows(entries: Sequence[_Entry | None], grade: Grade, least: int = _ROW) -> Iterator[Found]:
    """The entries that stand in a row, each of which says enough; of a row of which half do, all."""
    for _, run in groupby(entries, key=lambda e: e is not None):
        row = [entry for entry in run if entry]
        if len(row) >= least and _whole(row, grade):
            yield from (entry.found for entry in row)
            return
    for fits, run in groupby(entries, key=lambda e: e is not None and e.grade >= grade and (e.equals or not e.clause)):
        row = [entry for entry in run if entry]
        if fits and len(row) >= least:
            yield from (entry.found for entry in row)


def _whole(row: Sequence[_Entry], grade: Grade) -> bool:
    """Whether so many entries of a row say enough that the others are entries too; a stop behind a term may be a sentence's."""
    enough = sum(entry.grade >= max(grade, Grade.LOOSE) and not entry.clause for entry in row)
    return not any(entry.stopped for entry in row) and 2 * enough >= len(row)


def _entry(said: Sequence[Said]) -> _Entry | None:
    """What a line, or its first sentence and its second, tells of a term."""
    lead = _LEAD.match(said[0].text) if said else None
    alone = lead is not None and lead.end() == len(said[0].text)
    if lead is None or (alone and len(said) == 1) or not is_term(lead["term"], quoted=False, article=""):
        return None
    told, at = (said[1], 0) if alone else (said[0], lead.end())
    text = told.text
    if len(text[at:].split()) < _LEAST or _ELSEWHERE.match(text, at) or text.rstrip().endswith("?"):
        return None
    clause = CLAUSE.match(text, at) is not None or is_sentence(text, at)
    return _Entry(
        Found(said[0], Form(lead.span("term"), (0, 0), False, ""), told),
        gloss(text, at).grade,
        lead["is"] is not None,
        clause,
        lead["stop"] == ".",
    )
