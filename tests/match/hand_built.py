"""Vocabularies and texts made by hand, and a readable way to say what was found in them."""

from generator.match import Matcher, hits, matcher
from generator.model import (
    Concept,
    ConceptId,
    ConceptKind,
    Document,
    Kind,
    Label,
    LabelKind,
    Lines,
    Passage,
    PassageId,
    Role,
    SeedId,
    Vocabulary,
)
from generator.report import Location

HERE = Location("docs/vocabulary/terms.yml", 1)
Near = tuple[str, list[str]]


def concept(id: str, *labels: str | Near, hidden: list[str | Near] | None = None, cue: list[str] | None = None, **rest: str) -> Concept:
    """The first label is the preferred one; `(label, [near, …])` asks for company."""
    kinds = [LabelKind.PREF] + [LabelKind.ALT] * (len(labels) - 1)
    made = [_label(label, kind) for label, kind in zip(labels, kinds, strict=True)]
    made += [_label(label, LabelKind.HIDDEN) for label in hidden or ()] + [_label(label, LabelKind.CUE) for label in cue or ()]
    return Concept(ConceptId(id), ConceptKind(rest.pop("kind", "term")), tuple(made), HERE, **rest)  # type: ignore[arg-type]  # only texts


def _label(label: str | Near, kind: LabelKind) -> Label:
    return Label(label, kind, HERE) if isinstance(label, str) else Label(label[0], kind, HERE, tuple(label[1]))


def vocabulary(*concepts: Concept) -> Vocabulary:
    return Vocabulary({c.id: c for c in concepts})


def finder(*labels: str | Near) -> Matcher:
    """A matcher of one-label concepts, each with its label as id."""
    return matcher(Vocabulary({c.id: c for c in (concept(label if isinstance(label, str) else label[0], label) for label in labels)}))


def found(text: str, *labels: str | Near) -> list[str]:
    """The words of the text that the labels match."""
    return [text[hit.start : hit.end] for hit in hits(text, finder(*labels))]


def passage(text: str, *, number: int = 1, role: Role = Role.PARAGRAPH) -> Passage:
    return Passage(PassageId(f"talk#p-{number}"), SeedId("talk"), Lines(number, number), role, text)


def document(*passages: Passage) -> Document:
    return Document(SeedId("talk"), "seeds/talk.md", Kind.ARTICLE, "Talk", passages)
