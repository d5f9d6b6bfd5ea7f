"""Documents and vocabularies made by hand for the findings about words. All sentences are ours."""

from collections.abc import Sequence

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
    Passage,
    PassageId,
    Role,
    SeedId,
    Vocabulary,
)
from generator.report import Location

HERE = Location("docs/vocabulary/terms.yml", 1)
SOURCE = SeedId("talk")


def document(*texts: str, role: Role = Role.PARAGRAPH, excluded: str = "") -> Document:
    passages = tuple(
        Passage(PassageId(f"{SOURCE}#p-{n}"), SOURCE, Lines(n, n), role, text, excluded=excluded) for n, text in enumerate(texts, 1)
    )
    return Document(SOURCE, "seeds/talk.md", Kind.ARTICLE, "A talk", passages)


def concept(
    id: str,
    *labels: str,
    hidden: Sequence[str] = (),
    near: Sequence[str] = (),
    kind: ConceptKind = ConceptKind.TERM,
    related: Sequence[str] = (),
) -> Concept:  # fmt: skip
    proper = [Label(text, LabelKind.ALT if n else LabelKind.PREF, HERE) for n, text in enumerate(labels)]
    heard = [Label(text, LabelKind.HIDDEN, HERE, tuple(near)) for text in hidden]
    return Concept(ConceptId(id), kind, (*proper, *heard), HERE, related=tuple(map(ConceptId, related)))


def vocabulary(*concepts: Concept) -> Vocabulary:
    return Vocabulary({c.id: c for c in concepts})


def matched(documents: Sequence[Document], words: Vocabulary) -> Matches:
    return match(documents, matcher(words))
