"""Documents × vocabulary × mentions × findings, indexed once and frozen. The one thing that pages and exports read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator.model import (
    Backlink,
    Concept,
    ConceptId,
    Document,
    Evidence,
    Matches,
    Mention,
    Note,
    Passage,
    PassageId,
    Role,
    SeedId,
    Vocabulary,
)
from generator.text import fold

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Library:
    """Everything known, ready to look up. Every tuple is in a fixed order: evidence strongest first, mentions by place."""

    documents: Mapping[SeedId, Document] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    notes: tuple[Note, ...] = ()
    passages: Mapping[PassageId, Passage] = field(default_factory=dict)
    mentions_of: Mapping[ConceptId, tuple[Mention, ...]] = field(default_factory=dict)
    mentions_in: Mapping[PassageId, tuple[Mention, ...]] = field(default_factory=dict)
    evidence_of: Mapping[ConceptId, tuple[Evidence, ...]] = field(default_factory=dict)
    evidence_in: Mapping[PassageId, tuple[Evidence, ...]] = field(default_factory=dict)
    backlinks: Mapping[ConceptId, tuple[Backlink, ...]] = field(default_factory=dict)
    as_of: str = ""

    def speaker(self, passage: Passage) -> Concept | None:
        """The person of the vocabulary who says the passage; None where nobody is named or the name is not in it."""
        person = self.vocabulary.people.get(fold(passage.speaker))
        return self.vocabulary.concepts[person] if person else None

    def preferred(self, names: Sequence[str]) -> tuple[str, ...]:
        """People's names as the vocabulary prefers them, each person once, in the order given."""
        known = (self.vocabulary.people.get(fold(name)) for name in names)
        return tuple(dict.fromkeys(self.vocabulary.concepts[who].name if who else name for who, name in zip(known, names, strict=True)))

    def speaker_name(self, passage: Passage) -> str:
        """The speaker's preferred name, or the name as the source writes it."""
        person = self.speaker(passage)
        return person.name if person else passage.speaker

    def chapter(self, passage: Passage) -> Passage | None:
        """The chapter of its source that runs when the passage begins; None without times or chapters."""
        if passage.seconds is None:
            return None
        chapters = (p for p in self.documents[passage.source].passages if p.role is Role.CHAPTER)
        begun = [c for c in chapters if c.seconds is not None and c.seconds <= passage.seconds]
        return max(begun, key=lambda c: c.seconds or 0.0, default=None)

    def quoted(self, passage: Passage) -> bool:
        """Whether some page rests on the passage: then it is shown even of a source that publishes excerpts only."""
        return passage.id in self.evidence_in


def shelve(
    documents: Iterable[Document],
    vocabulary: Vocabulary,
    matches: Matches,
    evidence: Iterable[Evidence],
    *,
    notes: Iterable[Note] = (),
    backlinks: Iterable[Backlink] = (),
    as_of: str = "",
) -> Library:
    """Index what reading, matching and findings gave. `as_of`: ISO date; empty: that of the newest document."""
    by_id = {document.id: document for document in sorted(documents, key=lambda d: d.id)}
    strongest = sorted(evidence, key=lambda e: (e.grade.value, -e.score, e.passage))
    return Library(
        documents=by_id,
        vocabulary=vocabulary,
        notes=tuple(sorted(notes, key=lambda n: n.path)),
        passages={passage.id: passage for document in by_id.values() for passage in document.passages},
        mentions_of=_grouped(sorted(matches.mentions), lambda m: m.concept),
        mentions_in=_grouped(sorted(matches.mentions), lambda m: m.passage),
        evidence_of=_grouped(strongest, lambda e: e.concept),
        evidence_in=_grouped(sorted(strongest, key=lambda e: -e.score), lambda e: e.passage),
        backlinks=_grouped(sorted(backlinks), lambda b: b.concept),
        as_of=as_of or max((d.date for d in by_id.values()), default=""),
    )


def _grouped(items: Iterable[V], key: Callable[[V], K]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}
