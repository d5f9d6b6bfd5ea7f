"""Nodes of one entry → Entry: which fields there are and what each takes, every mistake at its line. Knows no other entry."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from generator.model import ConceptKind, Dispute, Label, LabelKind, Position
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.report import Location, Problem
from generator.text import UNSEEN, fold, slug, unfit

_URL = re.compile(rf"https?://[^\s<>\"'`\\{UNSEEN}]+")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_TEXTS = ("definition", "scopeNote", "editorialNote")
_REFERENCES = ("broader", "related", "member", "memberList")
#: A side of a dispute, as the curator writes it.
_SIDE = "- {label: What this side holds, says: '[@seed-id \"exact words\"]'}"
FIELDS = ("id", *LabelKind, *_TEXTS, *_REFERENCES, "readings", "disputes", "url", "date")


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that an entry names, and where."""

    id: str
    location: Location


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """A reading of an enumeration as the file states it."""

    label: str
    member: tuple[Reference, ...]


@dataclass(slots=True)
class Entry:
    """What one entry states, being filled field by field; its references are not yet looked up."""

    id: str
    kind: ConceptKind
    location: Location
    labels: list[Label] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    references: dict[str, list[Reference]] = field(default_factory=dict)
    readings: list[ReadingEntry] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    body: str = ""
    body_line: int = 1


def entry(node: Mapping, path: str, kind: ConceptKind, *, id: str = "") -> tuple[Entry, list[Problem]]:
    """Read an entry. `id`: the file's name where it is the id (topics, trends); else the field `id` states it."""
    made = Entry(id, kind, Location(path, node.line))
    reader = _Reader(path, made, [])
    for key, value in node.fields:
        _READ.get(key.text, _unknown)(reader, key, value)
    names = {key.text for key, _ in node.fields}
    if not id and "id" not in names:
        reader.wrong("id-missing", node.line, "This entry has no id.", "Give it one: id: short-name")
    if LabelKind.PREF not in names:
        wrong = f"The entry `{made.id}` has no prefLabel." if made.id else "The entry has no prefLabel."
        reader.wrong("label-missing", node.line, wrong, "Give it its name: prefLabel: Name")
    if "member" in names and "memberList" in names:
        right = "Keep `memberList` if the order counts, else `member`."
        reader.wrong("field-twice", node.line, "The entry has both `member` and `memberList`.", right)
    made.labels.sort(key=lambda label: label.kind is not LabelKind.PREF)
    return made, reader.problems


@dataclass(frozen=True, slots=True)
class _Reader:
    """The entry that is being read, its file, and what is wrong with it so far."""

    path: str
    entry: Entry
    problems: list[Problem]

    def wrong(self, code: str, line: int, wrong: str, right: str) -> None:
        self.problems.append(Problem(code, Location(self.path, line), wrong, right))

    def text(self, name: str, node: Node, example: str) -> str:
        """A single text; empty, with a problem, if the node is anything else."""
        if not isinstance(node, Scalar):
            held = "a list" if isinstance(node, Sequence) else "a mapping"
            right = f"It takes one text: `{example}` (a text with a colon needs quotation marks)."
            self.wrong("field-value", node.line, f"`{name}` holds {held}.", right)
            return ""
        if node.nothing or not node.text.strip():
            right = f"Write `{example}`, or leave it out (a text that begins with # or is `null` needs quotation marks)."
            self.wrong("field-value", node.line, f"`{name}` is empty.", right)
            return ""
        return node.text.strip()

    def items(self, name: str, node: Node) -> tuple[Node, ...]:
        """The items of a list; none, with a problem, if the node is no list."""
        if isinstance(node, Sequence):
            return node.items
        self.wrong("field-value", node.line, f"`{name}` is no list.", f"Write {name}: [{_shown(node)}]")
        return ()

    def label(self, name: str, node: Node) -> tuple[str, tuple[str, ...]]:
        """A label: a text, or `{label, near}`."""
        if not isinstance(node, Mapping):
            return self.text(name, node, f"{name}: words"), ()
        given = {key.text: value for key, value in node.fields}
        if "label" not in given:
            right = "Write {label: words, near: [words, …]}; a label with a colon needs quotation marks."
            self.wrong("field-value", node.line, f"`{name}` holds a mapping without `label`.", right)
            return "", ()
        for key, _ in node.fields:
            if key.text not in {"label", "near"}:
                self.wrong("field-unknown", key.line, f"A label has no field `{key.text}`.", "Its fields are `label` and `near`.")
        return self.text("label", given["label"], "label: words"), self.near(given["near"]) if "near" in given else ()

    def near(self, node: Node) -> tuple[str, ...]:
        items = self.items("near", node)
        if isinstance(node, Sequence) and not items:
            right = "Write near: [words, …], or leave it out."
            self.wrong("field-value", node.line, "`near` names no phrase, so the label would never match.", right)
        phrases = [(self.text("near", item, "near: [words]"), item.line) for item in items]
        for phrase, line in phrases:
            if phrase and not fold(phrase):
                self.wrong("field-value", line, f'"{phrase}" holds no word.', "A phrase of `near` needs letters or digits.")
        return tuple(dict.fromkeys(" ".join(phrase.split()) for phrase, _ in phrases if fold(phrase)))

    def references(self, name: str, node: Node) -> list[Reference]:
        given = [(self.text(name, item, f"{name}: [id]"), item.line) for item in self.items(name, node)]
        found = {text: Reference(text, Location(self.path, line)) for text, line in reversed(given) if text}
        return list(reversed(found.values()))


def _shown(node: Node) -> str:
    return node.text if isinstance(node, Scalar) and not node.nothing else "…"


def _id(reader: _Reader, key: Scalar, value: Node) -> None:
    if reader.entry.id:
        wrong = "A topic or trend states no `id`: the file's name is the id."
        reader.wrong("field-unknown", key.line, wrong, "Remove the line; rename the file to change the id.")
        return
    reader.entry.id = reader.text("id", value, "id: short-name")
    if reader.entry.id:
        reader.problems.extend(slug_problems(reader.entry.id, Location(reader.path, value.line)))


def slug_problems(id: str, location: Location) -> list[Problem]:
    """What is wrong with an id as such."""
    proper = slug(id)
    if why := unfit(id):
        return [Problem("id-form", location, why, "Give it another one.")]
    if id == proper:
        return []
    right = f"Write it as {proper}." if proper else "Write it in Latin letters."
    return [Problem("id-form", location, f'"{id}" is not an id: ids are lower-case letters, digits and single hyphens.', right)]


def _labels(reader: _Reader, key: Scalar, value: Node) -> None:
    kind = LabelKind(key.text)
    for item in (value,) if kind is LabelKind.PREF else reader.items(kind, value):
        text, near = reader.label(kind, item)
        text = " ".join(text.split())
        if text and not fold(text):
            wrong = f'The {kind} "{text}" holds no word, so it can match nothing.'
            reader.wrong("label-form", item.line, wrong, "A label needs letters or digits.")
        elif text:
            reader.entry.labels.append(Label(text, kind, Location(reader.path, item.line), near))


def _text(reader: _Reader, key: Scalar, value: Node) -> None:
    reader.entry.texts[key.text] = reader.text(key.text, value, f"{key.text}: One sentence.")


def _url(reader: _Reader, key: Scalar, value: Node) -> None:
    url = reader.text("url", value, "url: https://example.org")
    if url and not _URL.fullmatch(url):
        reader.wrong("field-value", value.line, f'"{url}" is not a web address.', "Write it in full: https://example.org")
    elif url:
        reader.entry.texts["url"] = url


def _date(reader: _Reader, key: Scalar, value: Node) -> None:
    text = reader.text("date", value, "date: 2024-06")
    try:
        date.fromisoformat(f"{text}-01-01"[: len("2024-01-01")] if _DATE.fullmatch(text) else "")
        reader.entry.texts["date"] = text
    except ValueError:
        if text:
            reader.wrong("field-value", value.line, f'"{text}" is no date.', "Write 2024-06-30, 2024-06 or 2024.")


def _references(reader: _Reader, key: Scalar, value: Node) -> None:
    reader.entry.references[key.text] = reader.references(key.text, value)


def _readings(reader: _Reader, key: Scalar, value: Node) -> None:
    for item in reader.items(key.text, value):
        given = {name.text: part for name, part in item.fields} if isinstance(item, Mapping) else {}
        if set(given) != {"label", "member"}:
            right = "Write a list of readings, each with `label: Where it stands` and `member: [id, …]`."
            reader.wrong("field-value", item.line, "A reading has exactly the fields `label` and `member`.", right)
            continue
        label = reader.text("label", given["label"], "label: Where it stands")
        reader.entry.readings.append(ReadingEntry(label, tuple(reader.references("member", given["member"]))))


def _disputes(reader: _Reader, key: Scalar, value: Node) -> None:
    for item in reader.items(key.text, value):
        given = {name.text: part for name, part in item.fields} if isinstance(item, Mapping) else {}
        if set(given) != {"about", "sides"}:
            right = "Write a list of disputes, each with `about: The question` and `sides:`, a list of citations."
            reader.wrong("field-value", item.line, "A dispute has exactly the fields `about` and `sides`.", right)
            continue
        about = reader.text("about", given["about"], "about: The question")
        before = len(reader.problems)
        sides = tuple(side for part in reader.items("sides", given["sides"]) if (side := _position(reader, part)))
        if len(sides) > 1 and about:
            reader.entry.disputes.append(Dispute(about, sides, Location(reader.path, item.line)))
        elif len(reader.problems) == before and about:
            reader.wrong("field-value", given["sides"].line, "A dispute has two sides or more.", f"Add another one: {_SIDE}")


def _position(reader: _Reader, node: Node) -> Position | None:
    """A side: a citation, or a mapping of `says` (the citation) and `label`."""
    given = {name.text: part for name, part in node.fields} if isinstance(node, Mapping) else {"says": node}
    if "says" not in given or set(given) - {"says", "label"}:
        reader.wrong("field-value", node.line, "A side has the fields `says` and, if you like, `label`.", f"Write {_SIDE}")
        return None
    label = reader.text("label", given["label"], "label: What this side holds") if "label" in given else ""
    says = reader.text("says", given["says"], _SIDE)
    return Position(says, Location(reader.path, given["says"].line), label) if says else None


def _unknown(reader: _Reader, key: Scalar, value: Node) -> None:
    close = get_close_matches(key.text, FIELDS, n=1) or [name for name in FIELDS if name.lower() == key.text.lower()]
    right = f"Did you mean `{close[0]}`?" if close else f"The fields are {', '.join(FIELDS)}."
    if key.text == "narrower":
        right = "It is derived: write `broader` in the narrower entries."
    reader.wrong("field-unknown", key.line, f"An entry has no field `{key.text}`.", right)


_READ: dict[str, Callable[[_Reader, Scalar, Node], None]] = {
    "id": _id,
    **dict.fromkeys(LabelKind, _labels),
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_REFERENCES, _references),
    "readings": _readings,
    "disputes": _disputes,
    "url": _url,
    "date": _date,
}
