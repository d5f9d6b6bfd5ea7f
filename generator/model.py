"""The nouns of Seedbed, frozen: sources, documents, passages, concepts, mentions, evidence. No behaviour beyond reading them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, NewType

from generator.report import Location

SeedId = NewType("SeedId", str)
PassageId = NewType("PassageId", str)
ConceptId = NewType("ConceptId", str)


class Kind(StrEnum):
    """What sort of document a seed is."""

    BRIEF = "brief"
    INSIGHTS = "insights"
    ARTICLE = "article"
    SUMMARY = "summary"
    TRANSCRIPT = "transcript"


class Role(StrEnum):
    """What a passage is in its document. Every non-blank line of a seed belongs to exactly one passage."""

    METADATA = "metadata"
    HEADLINE = "headline"
    BYLINE = "byline"
    CATEGORY = "category"
    DEK = "dek"
    HEADING = "heading"
    CHAPTER = "chapter"
    HIGHLIGHT = "highlight"
    TABLE = "table"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    INTRODUCTION = "introduction"
    TURN = "turn"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    KEY_POINT = "key-point"
    INSIGHT = "insight"
    QUOTE = "quote"
    TAKEAWAY = "takeaway"
    PREDICTION = "prediction"
    VERDICT = "verdict"
    WATCH = "watch"
    WHY_IT_MATTERS = "why-it-matters"
    AUTHOR_BOX = "author-box"


#: Roles whose text is said about the subject, and so can be evidence.
SAYING = frozenset(
    {
        Role.DEK, Role.INTRODUCTION, Role.TURN, Role.PARAGRAPH, Role.LIST_ITEM, Role.KEY_POINT, Role.INSIGHT,
        Role.QUOTE, Role.TABLE, Role.TAKEAWAY, Role.PREDICTION, Role.VERDICT, Role.WATCH, Role.WHY_IT_MATTERS,
    }
)  # fmt: skip


class Lines(NamedTuple):
    """First and last line of the seed file on disk, 1-based, both included."""

    first: int
    last: int


class Mark(NamedTuple):
    """A time mark that stood inside a text: where in the stored text (characters), and seconds from the start."""

    offset: int
    seconds: float


class Link(NamedTuple):
    """A hyperlink that stood in the source: span of its words in the stored text, and its address."""

    start: int
    end: int
    url: str


class Cell(NamedTuple):
    """A table cell: its text as it stands, its kind, and the numbers in it.

    `kind` is one of empty, text, number, currency, percent, date, duration, shares; `values` are plain numbers in the cell's
    own order, multipliers applied (`+$50B` is currency, 50e9; `20% creative / 80% operational` is shares, 20 and 80).
    """

    text: str
    kind: str
    values: tuple[float, ...] = ()
    unit: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a source: header cells' texts and body rows, as wide as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a source with one role and its lines. `text` is plain: minute marks and Markdown marks are taken out of it.

    `speaker` is as the source writes it. `seconds`: when the passage begins. `level`: a heading's depth (1–6). `of`: the passage that this
    one belongs to (a takeaway's table). `excluded` says why it is no evidence ("call to subscribe", "navigation" …); empty: it may be.
    """

    id: PassageId
    source: SeedId
    lines: Lines
    role: Role
    text: str
    heading: str = ""
    level: int = 0
    speaker: str = ""
    seconds: float | None = None
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    table: Table | None = None
    of: PassageId | None = None
    excluded: str = ""

    @property
    def anchor(self) -> str:
        """The passage's anchor on its source's page, without the `#`."""
        return self.id.partition("#")[2]

    @property
    def says(self) -> bool:
        """Whether the passage says something about a subject: the candidates for evidence."""
        return self.role in SAYING and not self.excluded


@dataclass(frozen=True, slots=True)
class SourceText:
    """A seed as it stands on disk: path as the user knows it, bytes, and the sidecar's bytes if there is one."""

    path: str
    data: bytes
    sidecar: bytes | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source that was read. `inferred` names the fields that the file does not state and that were told from its text.

    Dates are ISO 8601 (also `2024`, `2024-06`) or empty. `derived_at`: where `derived_from` is stated. `sha256`: of the original file.
    """

    id: SeedId
    path: str
    kind: Kind
    title: str
    passages: tuple[Passage, ...]
    publisher: str = ""
    authors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    media: str = ""
    origin: str = ""
    derived_from: tuple[str, ...] = ()
    derived_at: Location | None = None
    license: str = ""
    publish: str = "excerpts"
    form: str = ""
    sha256: str = ""
    inferred: frozenset[str] = frozenset()


class ConceptKind(StrEnum):
    """What sort of thing a concept is; also the name of its family of pages."""

    TOPIC = "topic"
    TREND = "trend"
    TERM = "term"
    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    BENCHMARK = "benchmark"
    EVENT = "event"
    WORK = "work"


class LabelKind(StrEnum):
    """SKOS lexical labels, and `cue`: a phrase that hints at the concept without naming it."""

    PREF = "prefLabel"
    ALT = "altLabel"
    HIDDEN = "hiddenLabel"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Label:
    """A way to write a concept. With `near`, it counts only where one of these phrases stands in the same passage."""

    text: str
    kind: LabelKind
    location: Location
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a source lists the members of an enumeration."""

    label: str
    member: tuple[ConceptId, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A side of a dispute as the curator declares it: a citation mark, and what the side is called (may be empty)."""

    citation: str
    location: Location
    label: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question on which the curator sets two or more sources against each other."""

    about: str
    sides: tuple[Position, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of the vocabulary (SKOS Concept; with `member` also a Collection, `ordered`: an OrderedCollection). `labels`: the
    preferred one first. `body`: a note's Markdown, from line `body_line` on. `date`: of events and works. `part`: of its kind's page.
    """

    id: ConceptId
    kind: ConceptKind
    labels: tuple[Label, ...]
    location: Location
    definition: str = ""
    scope_note: str = ""
    editorial_note: str = ""
    broader: tuple[ConceptId, ...] = ()
    related: tuple[ConceptId, ...] = ()
    member: tuple[ConceptId, ...] = ()
    ordered: bool = False
    readings: tuple[Reading, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    url: str = ""
    date: str = ""
    body: str = ""
    body_line: int = 1
    part: int = 1

    @property
    def name(self) -> str:
        """The preferred label's text."""
        return self.labels[0].text

    def labelled(self, kind: LabelKind) -> tuple[str, ...]:
        """The texts of its labels of one kind."""
        return tuple(label.text for label in self.labels if label.kind is kind)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts by id, in order of id; `narrower` is derived from `broader`; `people` maps folded names to persons."""

    concepts: Mapping[ConceptId, Concept] = field(default_factory=dict)
    narrower: Mapping[ConceptId, tuple[ConceptId, ...]] = field(default_factory=dict)
    people: Mapping[str, ConceptId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A label of a concept in a passage: `passage.text[start:end] == surface`. `misheard`: found through a hiddenLabel."""

    passage: PassageId
    start: int
    end: int
    concept: ConceptId
    surface: str
    misheard: bool = False


class Matches(NamedTuple):
    """What matching found in all passages: mentions, and cues (which name nothing and only count as hints)."""

    mentions: tuple[Mention, ...]
    cues: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A page of the curator's own (home, about …): path below `docs/`, title, Markdown body, `head`: the front matter's YAML (from line 2).

    `aside`: it is about the site and not about its subjects (`search: {exclude: true}`), so neither search nor "what links here" knows it.
    `draft`: it is not to be out yet.
    """

    path: str
    title: str
    body: str
    location: Location
    aside: bool = False
    head: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the finished site. `url`: where it will stand (empty: unknown); `language`: BCP 47."""

    name: str = ""
    url: str = ""
    language: str = "en"
    description: str = ""
