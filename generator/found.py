"""What findings say, as frozen nouns: one section a finding. No behaviour beyond reading them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model import ConceptId, PassageId, SeedId
from generator.report import Location

# Acronyms, definitions, mishearings


@dataclass(frozen=True, slots=True, order=True)
class Acronym:
    """A short form and what a passage says that it is short for: `text[short_at:…] == short`, `text[long_at:…] == long`.

    `concept`: the entry of the vocabulary that one of the two names; None where it knows neither.
    """

    passage: PassageId
    short_at: int
    long_at: int
    short: str
    long: str
    concept: ConceptId | None = None


@dataclass(frozen=True, slots=True, order=True)
class Definition:
    """A sentence, or what of it counts, that says what something is: `passage.text[start:end] == text`, `text` holds `term` at `term_at`.

    `term` is as the passage writes it; `concept` is what it names, None where the vocabulary does not know it.
    """

    passage: PassageId
    start: int
    end: int
    term_at: int
    term: str
    text: str
    concept: ConceptId | None = None


@dataclass(frozen=True, slots=True, order=True)
class Suspicion:
    """Words that may be a known name misheard: where they stand, how they differ from its label, and the company that speaks for it."""

    passage: PassageId
    start: int
    end: int
    heard: str
    concept: ConceptId
    label: str
    how: str
    company: str


# Predictions


class Status(StrEnum):
    """How a prediction stands on the as-of date. `due`: its date has come or comes within three months; `open`: later, or undated."""

    DUE = "due"
    OVERDUE = "overdue"
    OPEN = "open"
    RESOLVED = "resolved"


class Outcome(StrEnum):
    """What became of a prediction, by the curator's judgement."""

    CAME_TRUE = "came true"
    PARTLY = "partly"
    DID_NOT = "did not"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The curator's judgement of a prediction: what came of it, when that was clear (ISO date), and an address or a passage as proof."""

    outcome: Outcome
    date: str
    url: str = ""
    proof: PassageId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """A statement about what will be: `passage.text[start:end] == claim`.

    `who` is empty where the text names nobody; `made` is its source's date; `horizon` and `condition` are the source's words; `due` is an
    ISO date, perhaps a year or a month only. `repeats`: passages of the same source that say the same again.
    """

    passage: PassageId
    start: int
    end: int
    claim: str
    who: str
    made: str
    horizon: str
    due: str
    condition: str
    title: str
    status: Status
    repeats: tuple[PassageId, ...] = ()
    resolution: Resolution | None = None


# Citations


class Selector(NamedTuple):
    """The anchor of words in a source (W3C Web Annotation, TextQuoteSelector): the words as the source has them, and what stands around."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Quoted(NamedTuple):
    """Where cited words stand: the passage, and their span in its text."""

    passage: PassageId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a source that a sentence of the curator's rests on. One number for all marks on a page that cite the same words.

    `page` is the Markdown path below `docs/`, `location` that of the first mark, `words` as the curator wrote them. `places` has one item,
    two where a sentence is cut across two passages, none where the build has no such source; then the anchor holds the words alone.
    """

    page: str
    number: int
    location: Location
    source: SeedId
    words: str
    anchor: Selector
    places: tuple[Quoted, ...] = ()


# Quotes


class Match(StrEnum):
    """What became of a quotation when it was looked for."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    SPLICED = "spliced"
    NOT_FOUND = "not-found"


class Run(NamedTuple):
    """A stretch of a word diff. `pair` is one of same, heard (one spoken word in two spellings), changed, left out, put in."""

    pair: str
    quoted: str
    said: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a quotation, or one part of it, was said: every passage of the stretch, the first word's place and second, the word diff.

    `speakers` are the passages of the stretch that say more than a stray word of it, one a speaker. `seconds` is the last time that is
    marked before it, `until` the first one after its beginning.
    """

    passages: tuple[PassageId, ...]
    speakers: tuple[PassageId, ...]
    start: int
    seconds: float | None
    until: float | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and what became of it. `passage.text[start:end]` is the quotation, without its marks.

    `against` are the sources that it must be in, if it is right; empty: none is here, and "not found" says nothing about the quotation.
    `stated` is the time that a highlight is given; `nearest` the most alike words of one that was not found.
    """

    passage: PassageId
    start: int
    end: int
    text: str
    match: Match
    traces: tuple[Trace, ...] = ()
    against: tuple[SeedId, ...] = ()
    highlight: bool = False
    stated: float | None = None
    nearest: Trace | None = None

    @property
    def traced(self) -> Trace | None:
        """Where it begins; None if it was not found."""
        return self.traces[0] if self.traces else None

    @property
    def heard(self) -> bool:
        """Whether it differs from what was said in spelling only, as two transcripts of one talk do."""
        return self.match is Match.ALTERED and {run.pair for trace in self.traces for run in trace.runs} == {"same", "heard"}


@dataclass(frozen=True, slots=True)
class Repeat:
    """A turn of a cold open, and the passages in which its sentences are said again."""

    passage: PassageId
    later: tuple[PassageId, ...]


# Evidence


class Grade(StrEnum):
    """How much a passage is about a concept. A passing mention is neither."""

    CENTRAL = "central"
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that is about a concept: how much, its score (comparable within a concept), and the reasons in words.

    `focus` is where in the text it speaks of the concept most (a character offset); None where no words of its own show it.
    """

    concept: ConceptId
    passage: PassageId
    grade: Grade
    score: float
    because: tuple[str, ...] = ()
    focus: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Backlink:
    """A sentence of the curator's prose that names or links a concept: the page it stands on, and the sentence as plain text."""

    concept: ConceptId
    page: str
    anchor: str
    title: str
    sentence: str
