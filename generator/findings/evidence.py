"""Which passages are really about a concept, and how much: evidence graded central or supporting. Finds no mentions itself.

A passage earns evidence by what stands in it and around it: names of the concept (how many, in how many of its sentences, how early),
cues, names of members and related concepts, words that it shares with the curator's note, the heading above it, and the passages before
and after it in the same section, so that a turn that carries a topic on without naming it counts. Each of these signals has a weight;
the sum decides. The weights are a logistic regression on labelled passages (`tests/quality/fit.py` reproduces them); floors on precision
and recall hold them (`tests/quality/test_evidence.py`).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from generator.model import (
    Concept,
    ConceptId,
    ConceptKind,
    Document,
    Evidence,
    Grade,
    Matches,
    Mention,
    Passage,
    PassageId,
    Role,
    Vocabulary,
)
from generator.text import sentences, tokens

#: Kinds of concepts that passages are about; of a person or a product a passage is evidence only when it names them.
_SUBJECTS = frozenset({ConceptKind.TOPIC, ConceptKind.TREND})


class Signals(NamedTuple):
    """What speaks for a passage being about a concept. Shares are 0 to 1, counts are ln(1 + n)."""

    names: float = 0.0
    named_share: float = 0.0
    named_first: float = 0.0
    opens: float = 0.0
    labels: float = 0.0
    cues: float = 0.0
    cue_share: float = 0.0
    members: float = 0.0
    related: float = 0.0
    heading: float = 0.0
    heading_cue: float = 0.0
    likeness: float = 0.0
    standing: float = 0.0
    focus: float = 0.0
    ubiquity: float = 0.0
    length: float = 0.0
    question: float = 0.0
    before: float = 0.0
    after: float = 0.0


#: Logistic regression (ridge 1) on the labelled passages, `python -m tests.quality.fit`; see there for the figures.
_WEIGHTS = Signals(
    names=1.45, named_share=0.38, named_first=-0.25, opens=0.35, labels=1.41, cues=2.35, cue_share=0.81, members=1.08, related=1.35,
    heading=0.45, heading_cue=0.24, likeness=1.09, standing=1.13, focus=1.44, ubiquity=1.99, length=-0.23, question=-0.41,
    before=2.32, after=1.5,
)  # fmt: skip
_INTERCEPT = -4.83
#: Where the sum begins to count as evidence, and as central: the best balance of precision and recall on the same passages.
_SUPPORTING = -0.9
_CENTRAL = 1.5
#: A term, a person, a product has no note to be like and no cues; naming it twice, or once in a short passage, must do.
_NAMED_ONLY = 2.6


def grade(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Evidence, ...]:
    """All evidence, in order of documents and passages. `score` is the probability that a person calls the passage evidence, 0 to 1."""
    return tuple(
        made
        for passage, found in signals(documents, vocabulary, matches)
        for concept, s in found.items()
        if (made := _judged(passage, vocabulary.concepts[concept], s)) is not None
    )


def weigh(s: Signals) -> float:
    """The log-odds of a passage being evidence."""
    return _INTERCEPT + sum(w * x for w, x in zip(_WEIGHTS, s, strict=True))


def _judged(passage: Passage, concept: Concept, s: Signals) -> Evidence | None:
    subject = concept.kind in _SUBJECTS
    if not subject and not s.names:
        return None
    sum_ = weigh(s) + (0.0 if subject else _NAMED_ONLY)
    if sum_ < _SUPPORTING:
        return None
    score = round(1 / (1 + math.exp(-sum_)), 4)
    return Evidence(concept.id, passage.id, Grade.CENTRAL if sum_ >= _CENTRAL else Grade.SUPPORTING, score, _because(s))


def _because(s: Signals) -> tuple[str, ...]:
    """The reasons in words, for people who ask why a passage stands on a page."""
    times = round(math.expm1(s.names))
    reasons = (
        (times == 1, "names it"),
        (times > 1, f"names it {times} times"),
        (s.cues > 0, "speaks of it in other words"),
        (s.members > 0, "names what belongs to it"),
        (s.heading > 0, "stands under its heading"),
        (max(s.before, s.after) > 0.5, "goes on with the passage beside it"),
        (s.likeness > 0.2, "shares the words of its note"),
    )
    return tuple(words for holds, words in reasons if holds)


@dataclass(frozen=True, slots=True)
class _Context:
    """What is the same for all documents: hits by passage, the words of each subject's note, who belongs to whom."""

    vocabulary: Vocabulary
    mentions: Mapping[PassageId, Sequence[Mention]]
    cues: Mapping[PassageId, Sequence[Mention]]
    profiles: Mapping[str, Sequence[tuple[ConceptId, float]]]
    rarity: Mapping[str, float]
    wholes: Mapping[ConceptId, Sequence[ConceptId]]
    relations: Mapping[ConceptId, Sequence[ConceptId]] = field(default_factory=dict)


def signals(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> Iterator[tuple[Passage, dict[ConceptId, Signals]]]:
    """Every passage that says something, with the signals of each concept that anything speaks for."""
    known = _context(vocabulary, matches)
    for document in documents:
        yield from _of_document(document, known)


def _context(vocabulary: Vocabulary, matches: Matches) -> _Context:
    wholes: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    relations: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    for concept in vocabulary.concepts.values():
        for part in (*concept.member, *vocabulary.narrower.get(concept.id, ())):
            wholes[part].append(concept.id)
        for other in concept.related:
            relations[other].append(concept.id)
            relations[concept.id].append(other)
    subjects = [c for c in vocabulary.concepts.values() if c.kind in _SUBJECTS]
    rarity, profiles = _profiles(subjects)
    return _Context(vocabulary, _by_passage(matches.mentions), _by_passage(matches.cues), profiles, rarity, wholes, relations)


def _by_passage(found: Iterable[Mention]) -> Mapping[PassageId, Sequence[Mention]]:
    groups: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.passage].append(mention)
    return groups


def _profiles(subjects: Sequence[Concept]) -> tuple[Mapping[str, float], Mapping[str, Sequence[tuple[ConceptId, float]]]]:
    """Words of the subjects' notes, weighted by tf-idf over the notes (Spärck Jones 1972), each note of length 1."""
    counts = {c.id: Counter(t.folded for t in tokens(" ".join((c.definition, c.body, *(label.text for label in c.labels)))) if len(t.folded) > 2) for c in subjects}
    spread = Counter(word for words in counts.values() for word in words)
    rarity = {word: math.log((1 + len(subjects)) / times) for word, times in spread.items()}
    profiles: dict[str, list[tuple[ConceptId, float]]] = defaultdict(list)
    for concept, words in counts.items():
        weights = {word: (1 + math.log(n)) * rarity[word] for word, n in words.items()}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        for word, weight in weights.items():
            profiles[word].append((concept, weight / norm))
    return rarity, profiles


def _of_document(document: Document, known: _Context) -> Iterator[tuple[Passage, dict[ConceptId, Signals]]]:
    said = [p for p in document.passages if p.says]
    if not said:
        return
    named_in = Counter(c for p in said for c in {m.concept for m in known.mentions.get(p.id, ())})
    headings = {p.text: p for p in document.passages if p.role is Role.HEADING}
    own = [_own(p, headings.get(p.heading), named_in, len(said), known) for p in said]
    strength = [{c: _strength(s) for c, s in found.items()} for found in own]
    near = [_neighbours(a, b) for a, b in pairwise(said)]
    for i, (passage, found) in enumerate(zip(said, own, strict=True)):
        before = strength[i - 1] if i and near[i - 1] else {}
        after = strength[i + 1] if i + 1 < len(said) and near[i] else {}
        concepts = {*found, *(c for c in (*before, *after) if known.vocabulary.concepts[c].kind in _SUBJECTS)}
        yield passage, {c: found.get(c, Signals())._replace(before=before.get(c, 0.0), after=after.get(c, 0.0)) for c in sorted(concepts)}


def _own(passage: Passage, heading: Passage | None, named_in: Counter[ConceptId], size: int, known: _Context) -> dict[ConceptId, Signals]:
    """The signals that stand in the passage itself and in the heading above it."""
    spans = sentences(passage.text) or [(0, len(passage.text))]
    names, cues = _grouped(known.mentions.get(passage.id, ())), _grouped(known.cues.get(passage.id, ()))
    above = {m.concept for m in known.mentions.get(heading.id, ())} if heading else set()
    hinted = {m.concept for m in known.cues.get(heading.id, ())} if heading else set()
    likeness = _likeness(passage, known)
    members, related = _count(names, known.wholes), _count(names, known.relations)
    concepts = {*names, *cues, *members, *likeness, *above, *hinted}
    total = sum(len(found) for c, found in names.items() if known.vocabulary.concepts[c].kind in _SUBJECTS)
    mean = sum(likeness.values()) / max(1, len(likeness))
    asks = sum(passage.text[a:b].rstrip("\"'”’)").endswith("?") for a, b in spans) / len(spans)
    result = {}
    for c in concepts:
        mine, hints = names.get(c, ()), cues.get(c, ())
        result[c] = Signals(
            names=math.log1p(len(mine)),
            named_share=_share(mine, spans),
            named_first=float(any(m.start < spans[0][1] for m in mine)),
            opens=float(any(m.start - a < 25 for m in mine for a, b in spans if a <= m.start < b)),
            labels=math.log1p(len({m.surface.lower() for m in mine})),
            cues=math.log1p(len({m.surface.lower() for m in hints})),
            cue_share=_share(hints, spans),
            members=math.log1p(members.get(c, 0)),
            related=math.log1p(related.get(c, 0)),
            heading=float(c in above),
            heading_cue=float(c in hinted),
            likeness=likeness.get(c, 0.0),
            standing=likeness.get(c, 0.0) - mean,
            focus=len(mine) / total if total else 0.0,
            ubiquity=named_in[c] / size,
            length=math.log1p(len(passage.text.split())),
            question=asks,
        )
    return result


def _grouped(found: Iterable[Mention]) -> dict[ConceptId, list[Mention]]:
    groups: dict[ConceptId, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.concept].append(mention)
    return groups


def _count(names: Mapping[ConceptId, Sequence[Mention]], to: Mapping[ConceptId, Sequence[ConceptId]]) -> Counter[ConceptId]:
    """How many different concepts are named that belong to, or relate to, each other concept."""
    return Counter(other for c in names for other in to.get(c, ()))


def _share(found: Sequence[Mention], spans: Sequence[tuple[int, int]]) -> float:
    """The share of the passage's sentences in which something was found."""
    return sum(any(a <= m.start < b for m in found) for a, b in spans) / len(spans) if found else 0.0


def _likeness(passage: Passage, known: _Context) -> dict[ConceptId, float]:
    """Cosine between the passage's words and each subject's note."""
    counts = Counter(t.folded for t in tokens(passage.text))
    weights = {word: (1 + math.log(n)) * known.rarity[word] for word, n in counts.items() if word in known.rarity}
    norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    found: dict[ConceptId, float] = defaultdict(float)
    for word, weight in weights.items():
        for concept, share in known.profiles[word]:
            found[concept] += weight * share / norm
    return found


def _strength(s: Signals) -> float:
    """How much a passage by itself is about a concept, 0 to 1: what its neighbours may carry on."""
    x = 1.2 * s.names + 1.5 * s.named_share + 0.8 * s.cues + 0.8 * s.heading + 3.0 * s.likeness - 1.2
    return 1 / (1 + math.exp(-2 * x))


def _neighbours(a: Passage, b: Passage) -> bool:
    """Whether two passages follow one another in one section: nothing but blank lines and set-aside lines stands between."""
    return a.heading == b.heading
