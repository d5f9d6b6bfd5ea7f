"""All that changed between two builds as rows in words, each with its place and its page. Compares nothing and prints nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.address import Address
from generator.changes import Made, items
from generator.changes.statements import Statement
from generator.changes.telling import SIGNS, said
from generator.found import Change, Changes, Item, What

#: Words of a passage that a row shows.
_WORDS = 20


class Row(NamedTuple):
    """One change in words, where it stands (a file and a line; may be none) and its address below the site's root (may be empty)."""

    sign: str
    text: str
    path: str = ""
    line: int = 0
    url: str = ""


class Section(NamedTuple):
    """Changes of one sort."""

    title: str
    rows: tuple[Row, ...]


class _Known(NamedTuple):
    """Passages, sources and concepts of both builds by id."""

    passages: Mapping[str, Item]
    sources: Mapping[str, Item]
    concepts: Mapping[str, Item]

    def row(self, change: Change, text: str, passage: str | None) -> Row:
        """A row that leads to a passage."""
        held = self.passages.get(passage or "", {})
        source = self.sources.get(str(held.get("source", "")), {})
        url = f"{source['page']}#{str(held['id']).partition('#')[2]}" if held and source else ""
        line = held["lines"][0] if held else 0
        return Row(SIGNS[change.what], text, str(source.get("path", "")), line, url if change.what is not What.REMOVED else "")

    def name(self, concept: str | None) -> str:
        """What a concept is called; its id where neither build has it."""
        return str(self.concepts.get(concept or "", {}).get("prefLabel", concept or ""))


def sections(changes: Changes, before: Made, after: Made, statements: Iterable[Statement] = ()) -> tuple[Section, ...]:
    """All changes as rows: what is lost first, then pages, then array by array. Only sections that have rows."""
    known = _Known(
        *({str(i["id"]): i for made in (before, after) for i in items(made, name)} for name in ("passages", "sources", "concepts"))
    )
    lost = tuple(Row(SIGNS[What.REMOVED], s.text, s.location.path, s.location.line, s.page) for s in statements)
    pages = tuple(_page(path, what) for path, what in changes.pages.items())
    told = [Section("Statements that lose their last support", lost), Section("Topics left without evidence", _bare(changes, known, after))]
    told.append(Section("Pages", pages))
    for array, (title, row) in _ROWS.items():
        told.append(Section(title, tuple(row(known, change) for change in changes.items if change.array == array and said(change))))
    return tuple(section for section in told if section.rows)


def _page(path: str, what: What) -> Row:
    url = Address(path).url
    return Row(SIGNS[what], url or "home", url=url if what is not What.REMOVED else "")


def _bare(changes: Changes, known: _Known, after: Made) -> tuple[Row, ...]:
    """Concepts that had evidence and have none now."""
    lost = {str(c.before["concept"]) for c in changes.items if c.array == "evidence" and c.what is What.REMOVED}
    still = {str(item["concept"]) for item in items(after, "evidence")} if lost else set()
    return tuple(
        Row(SIGNS[What.REMOVED], known.name(id), url=str(known.concepts[id]["page"])) for id in sorted(lost - still) if id in known.concepts
    )


def _fields(change: Change) -> str:
    """The fields that differ: single values as they were and are, of lists what came and went."""
    return "; ".join(f"{name}: {_step(change.before.get(name), change.after.get(name))}" for name in change.fields)


def _step(before: Any, after: Any) -> str:
    if isinstance(before, list) and isinstance(after, list):
        signed = [("+", each) for each in after if each not in before] + [("−", each) for each in before if each not in after]
        return ", ".join(f"{sign}{_plain(each)}" for sign, each in signed) or "another order"
    return f"{_plain(before)} → {_plain(after)}"


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("says") or value.get("outcome") or value.get("label") or "…")
    return _cut(str(value)) if value not in (None, "", []) else "none"


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _source(known: _Known, change: Change) -> Row:
    item = change.item
    more = f" ({_fields(change)})" if change.fields else ""
    url = str(item["page"]) if change.what is not What.REMOVED else ""
    return Row(SIGNS[change.what], f"{item['title']}{more}", str(item["path"]), 1, url)


def _concept(known: _Known, change: Change) -> Row:
    item = change.item
    more = f" ({_fields(change)})" if change.fields else ""
    url = str(item["page"]) if change.what is not What.REMOVED else ""
    return Row(SIGNS[change.what], f"{item['prefLabel']}, {item['kind']}{more}", url=url)


def _passage(known: _Known, change: Change) -> Row:
    rest = [name for name in change.fields if name != "text"]
    text = _cut(str(change.item["text"]))
    if "text" in change.fields:
        text = f"{text} (was: {_cut(str(change.before['text']))})"
    elif rest:
        text = f"{text} ({_fields(change)})"
    return known.row(change, text, change.item["id"])


def _evidence(known: _Known, change: Change) -> Row:
    item = change.item
    said = _cut(str(known.passages.get(item["passage"], {}).get("text", "")))
    grade = _fields(change) if change.fields else str(item["grade"])
    return known.row(change, f"{known.name(item['concept'])} ({grade}): {said}", item["passage"])


def _disagreement(known: _Known, change: Change) -> Row:
    sides: Sequence[Item] = change.item["sides"]
    more = f" ({_fields(change)})" if change.fields else f" ({len(sides)} sides)"
    return known.row(change, f"{_cut(str(change.item['about']))}{more}", next((side["passage"] for side in sides), None))


def _told(*names: str) -> Callable[[_Known, Change], Row]:
    """Rows of fields of the item, set apart by colons."""

    def row(known: _Known, change: Change) -> Row:
        said = ": ".join(_cut(str(change.item[name])) for name in names if change.item.get(name))
        return known.row(change, f"{said} ({_fields(change)})" if change.fields else said, change.item["passage"])

    return row


def _origin(known: _Known, change: Change) -> Row:
    item = change.item
    more = _fields(change) or str(item["reason"])
    return Row(SIGNS[change.what], f"{' and '.join(item['sources'])}: {more}")


def _citation(known: _Known, change: Change) -> Row:
    item = change.item
    state = "" if not change.fields else " (found)" if item["passage"] else " (its words are not there any more)"
    made = known.row(change, f"{item['source']} “{_cut(str(item['exact']))}”{state}", item["passage"])
    return made._replace(url=str(item["page"]))


def _suggestion(known: _Known, change: Change) -> Row:
    item = change.item
    return known.row(change, f"{item['says']} ({item['because']})", next(iter(item["passages"]), None))


_ROWS: Mapping[str, tuple[str, Callable[[_Known, Change], Row]]] = {
    "citations": ("Citations of the curator's", _citation),
    "sources": ("Sources", _source),
    "concepts": ("Vocabulary", _concept),
    "passages": ("Passages", _passage),
    "evidence": ("Evidence", _evidence),
    "disagreements": ("Disagreements", _disagreement),
    "observations": ("Numbers", _told("surface", "measure")),
    "predictions": ("Predictions", _told("claim")),
    "quotes": ("Quotations", _told("text", "match")),
    "acronyms": ("Acronyms", _told("short", "long")),
    "definitions": ("Definitions", _told("term", "text")),
    "origins": ("Origins", _origin),
    "suggestions": ("Suggestions", _suggestion),
}
