"""What sources say that names mean, and names that may be misheard."""

from dataclasses import dataclass

from generator.model import ConceptId, PassageId

#: The place of what stands in the passage before, or in the one that this one answers.
ELSEWHERE = -1


@dataclass(frozen=True, slots=True, order=True)
class Acronym:
    """A short form and what a passage says that it is short for: `text[short_at:…] == short`, `text[long_at:…] == long`.

    `short_at` is ELSEWHERE where another turn has the short form. `concept`: the entry of the vocabulary that one of the two names; None
    where it knows neither.
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

    `term_at` is ELSEWHERE where the term stands in a sentence before, or in the question that this answers. `term` is as the passage
    writes it; `concept` is what it names, None where the vocabulary does not know it.
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
