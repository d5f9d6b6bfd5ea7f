"""What the curator's notes sound like: word profiles of subjects, and how like them a text is. Sees no mentions and grades nothing."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from generator.citing import without
from generator.model import Concept, ConceptId, LabelKind
from generator.text import tokens

#: Words that English text of any subject is full of; they tell no subject apart. (Function words, and the commonest verbs and nouns.)
_COMMON = frozenset(
    "a an the and or but nor so yet for of in on at to by with from as is are was were be been being am do does did done have has had "
    "having will would can could shall should may might must not no yes it its this that these those they them their there here he she "
    "his her him i me my we us our you your who whom whose which what when where why how if then than too very just also only even "
    "still about into over under out up down off again once all any both each few more most other some such own same s t don now one "
    "two three first last many much like get got make made go going goes come came say says said think know want need see look people "
    "thing way lot kind bit really well good new use used using work works working time year day week month because while after before "
    "between against during without within through per vs ai model".split()
)
#: Rarity of a word that stands in no note; it lengthens the passage without making it more like any note.
_FOREIGN = 2.0
#: So many words halve the trust in likeness: in a handful of words one that is rare decides by chance.
_FEW = 4
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\[\]\n]*\)")
#: Two words with capitals: somebody's whole name, or that of a firm. Acronyms stay: they are words of the field.
_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*+ [A-ZÀ-Þ][a-zà-ÿ][\w-]*")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w-]*")
_STEMMER = snowballstemmer.stemmer("english")


class Resemblance(NamedTuple):
    """How like a text is to a subject's note: cosine against those of all subjects, in deviations; labels and cues in other forms."""

    standing: float
    phrases: float


class Profiles(NamedTuple):
    """For each stem: the subjects whose notes have it, with its weight; its rarity; the labels and cues that it is the rarest stem of."""

    weights: Mapping[str, Sequence[tuple[ConceptId, float]]]
    rarity: Mapping[str, float]
    phrases: Mapping[str, Sequence[tuple[ConceptId, frozenset[str]]]]
    subjects: tuple[ConceptId, ...]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a lower-case English word (Porter 2)."""
    return str(_STEMMER.stemWord(word))


def stems(text: str) -> list[str]:
    """The words of a text that can tell a subject, as stems (Porter 2, Snowball project): "labelling" and "labels" are one."""
    return [stem(word.folded) for word in tokens(text) if len(word.folded) > 1 and word.folded not in _COMMON]


@lru_cache(maxsize=2)  # one batch of sources after another is held against the same notes
def profiles(subjects: tuple[Concept, ...]) -> Profiles:
    """Notes to profiles: stems weighted by tf-idf over the notes (Spärck Jones 1972), each note of length 1."""
    counts = {concept.id: _counted(concept) for concept in subjects}
    spread = Counter(stem for words in counts.values() for stem in words)
    rarity = {stem: math.log((1 + len(subjects)) / times) for stem, times in spread.items()}
    weights: dict[str, list[tuple[ConceptId, float]]] = defaultdict(list)
    phrases: dict[str, list[tuple[ConceptId, frozenset[str]]]] = defaultdict(list)
    for concept in subjects:
        raw = {stem: (1 + math.log(n)) * rarity[stem] for stem, n in counts[concept.id].items()}
        norm = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        for stem, weight in raw.items():
            weights[stem].append((concept.id, weight / norm))
        for phrase in dict.fromkeys(frozenset(stems(label)) for label in _labels(concept)):
            if phrase:
                phrases[max(phrase, key=lambda stem: (rarity[stem], stem))].append((concept.id, phrase))
    return Profiles(weights, rarity, phrases, tuple(concept.id for concept in subjects))


def _labels(concept: Concept) -> list[str]:
    return [label.text for label in concept.labels if label.kind is not LabelKind.HIDDEN]


def _counted(concept: Concept) -> Counter[str]:
    """How often each stem stands in a note's prose; in its labels and cues each label counts a stem once."""
    own = {word for label in _labels(concept) for word in stems(label)}
    prose = Counter(stems(_nameless(f"{concept.definition} {_LINK.sub(lambda m: m.group(1), without(concept.body))}", own)))
    return prose + Counter(stem for label in _labels(concept) for stem in sorted(set(stems(label))))


def _nameless(prose: str, own: Collection[str]) -> str:
    """Prose without whole names, and what stands in them where it stands alone: who said something is named wherever that person speaks.

    `own`: stems of the subject's labels, which stay.
    """
    parts = {word for name in _NAME.findall(prose) for word in name.split() if stem(word.lower()) not in own}
    return _CAPITAL.sub(lambda m: "" if m.group() in parts else m.group(), prose)


def resemblance(parts: Sequence[str], known: Profiles) -> dict[ConceptId, Resemblance]:
    """How like each subject a passage is. `parts`: its sentences; a phrase counts where all of its stems stand in one of them."""
    by_part = [stems(part) for part in parts]
    likeness = _likeness(Counter(stem for part in by_part for stem in part), known)
    phrases = _phrases(by_part, known)
    values = [likeness.get(subject, 0.0) for subject in known.subjects]
    mean = sum(values) / max(1, len(values))
    deviation = math.sqrt(sum((v - mean) ** 2 for v in values) / max(1, len(values))) + 1e-6
    words = sum(map(len, by_part))
    trust = words / (words + _FEW)
    return {
        subject: Resemblance(trust * (value - mean) / deviation, phrases.get(subject, 0.0))
        for subject, value in zip(known.subjects, values, strict=True)
    }


def _likeness(counts: Counter[str], known: Profiles) -> dict[ConceptId, float]:
    """Cosine of tf-idf vectors (Salton 1975)."""
    weights = {stem: (1 + math.log(n)) * known.rarity.get(stem, _FOREIGN) for stem, n in counts.items()}
    norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    found: dict[ConceptId, float] = defaultdict(float)
    for stem, weight in weights.items():
        for subject, share in known.weights.get(stem, ()):
            found[subject] += weight * share / norm
    return found


def _phrases(parts: Iterable[Sequence[str]], known: Profiles) -> dict[ConceptId, float]:
    """ln(1 + weight) of the different labels and cues whose words all stand in one sentence, in whatever form and order."""
    met: dict[ConceptId, set[frozenset[str]]] = defaultdict(set)
    for part in parts:
        present = set(part)
        for stem in part:
            for subject, phrase in known.phrases.get(stem, ()):
                if phrase <= present:
                    met[subject].add(phrase)
    return {
        c: math.log1p(sum(sum(sorted(known.rarity[stem] for stem in p)) / 3 for p in sorted(found, key=sorted))) for c, found in met.items()
    }
