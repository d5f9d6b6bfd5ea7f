"""The kinds that are prose: brief, insights, article, summary. Each gives the blocks of a text the roles that its kind has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.model import Kind, Role
from generator.read.blocks import Form
from generator.read.lines import Draft
from generator.read.prose import Part, draft

_ITEMS = {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE}


def brief(found: Sequence[Part]) -> tuple[Draft, ...]:
    """Category, headline, dek, deep dive, key points, why it matters."""
    return tuple(draft(p) for p in found)


def article(found: Sequence[Part]) -> tuple[Draft, ...]:
    """Sections, tables with their takeaways, verdict, predictions, what to watch."""
    return tuple(draft(replace(p, role=_outside_brief(p))) for p in found)


def summary(found: Sequence[Part]) -> tuple[Draft, ...]:
    """Headed prose that retells a talk."""
    return tuple(draft(replace(p, role=_outside_brief(p))) for p in found)


def insights(found: Sequence[Part]) -> tuple[Draft, ...]:
    """One insight a line or bullet; a line above them is the list's title."""
    drafts = [draft(p) for p in found]
    first = next(
        (i for i, d in enumerate(drafts) if not d.excluded and (d.role is Role.LIST_ITEM or d.text.rstrip("\"'”’)")[-1:] in ".!?…")), 0
    )
    return tuple(
        replace(d, role=Role.INSIGHT) if i >= first and d.role in {*_ITEMS, Role.KEY_POINT} and not d.excluded else d
        for i, d in enumerate(drafts)
    )


def _outside_brief(part: Part) -> Role:
    """Outside briefs a paragraph below "At a glance" stays a paragraph; only what is listed there is a key point."""
    listed = part.block.form in {Form.BULLET, Form.NUMBERED}
    return Role.PARAGRAPH if part.role is Role.KEY_POINT and not listed else part.role


#: How each kind of prose is read from the roles of its blocks. Transcripts have a reader of their own.
PROSE: Mapping[Kind, Callable[[Sequence[Part]], tuple[Draft, ...]]] = {
    Kind.BRIEF: brief,
    Kind.ARTICLE: article,
    Kind.SUMMARY: summary,
    Kind.INSIGHTS: insights,
}
