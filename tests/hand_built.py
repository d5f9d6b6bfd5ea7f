"""Values made by hand, as tests of several rooms need them: passages, documents, concepts, mentions, evidence. All sentences are ours."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.found import Evidence, Grade
from generator.match import match, matcher
from generator.model import (
    Concept,
    ConceptId,
    ConceptKind,
    Document,
    Kind,
    Label,
    LabelKind,
    Lines,
    Matches,
    Mention,
    Passage,
    PassageId,
    Role,
    SeedId,
    Vocabulary,
)
from generator.report import Location
from generator.text import fold

HERE = Location("docs/vocabulary/terms.yml", 1)
#: A label, or one that asks for company: `(label, [near, …])`.
Labelled = str | tuple[str, Sequence[str]]


def passage(source: str, number: int, role: Role, text: str, **more: object) -> Passage:
    """The passage on one line of a source, with the line's number in its id."""
    id = PassageId(f"{source}#p-{number:08}")
    return replace(Passage(id, SeedId(source), Lines(number, number), role, text), **more)  # type: ignore[arg-type]  # fields by name


def document(*parts: str | Passage, id: str = "talk", role: Role = Role.PARAGRAPH, excluded: str = "", **more: object) -> Document:
    """A document of passages; what is only a text becomes one of the given role."""
    made = (passage(id, n, role, p, excluded=excluded) if isinstance(p, str) else p for n, p in enumerate(parts, 1))
    return replace(Document(SeedId(id), f"seeds/{id}.md", Kind.ARTICLE, "A talk", tuple(made)), **more)  # type: ignore[arg-type]


def concept(
    id: str,
    *labels: Labelled,
    kind: str = ConceptKind.TERM,
    hidden: Iterable[Labelled] = (),
    cue: Iterable[Labelled] = (),
    **more: object,
) -> Concept:
    """The first label is the preferred one, the others are alternatives."""
    named = [_label(label, LabelKind.ALT if n else LabelKind.PREF) for n, label in enumerate(labels)]
    named += [_label(label, LabelKind.HIDDEN) for label in hidden] + [_label(label, LabelKind.CUE) for label in cue]
    return replace(Concept(ConceptId(id), ConceptKind(kind), tuple(named), HERE), **more)  # type: ignore[arg-type]  # fields by name


def _label(label: Labelled, kind: LabelKind) -> Label:
    return Label(label, kind, HERE) if isinstance(label, str) else Label(label[0], kind, HERE, tuple(label[1]))


def vocabulary(*concepts: Concept) -> Vocabulary:
    narrower: dict[ConceptId, tuple[ConceptId, ...]] = {}
    for each in concepts:
        for above in each.broader:
            narrower[above] = (*narrower.get(above, ()), each.id)
    people = {fold(label.text): c.id for c in concepts if c.kind is ConceptKind.PERSON for label in c.labels}
    return Vocabulary({c.id: c for c in sorted(concepts, key=lambda c: c.id)}, narrower, people)


def matched(documents: Iterable[Document], words: Vocabulary) -> Matches:
    return match(documents, matcher(words))


def mention(where: Passage, surface: str, of: str, *, misheard: bool = False) -> Mention:
    """The first place of some words in a passage, as a mention of a concept."""
    start = where.text.index(surface)
    return Mention(where.id, start, start + len(surface), ConceptId(of), surface, misheard)


def evidence(where: Passage, of: str, score: float, grade: Grade = Grade.CENTRAL) -> Evidence:
    return Evidence(ConceptId(of), where.id, grade, score)
