"""How near two names are to the eye and to the ear, and which known label a garbled one may be. Decides nothing for a text.

A letter apart is a Damerau–Levenshtein distance of one (Damerau 1964), found through shared deletions (Garbe's SymSpell), so that a look-up
costs the length of the word and not the size of the vocabulary. The sound is a key of consonants after Metaphone (Philips 1990), shortened.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from generator.model import Concept, ConceptId, LabelKind, Matches, Passage, PassageId, Vocabulary
from generator.text import fold

T = TypeVar("T")

#: A label shorter than this is a letter away from far too much: GPU and CPU, API and APU.
SHORTEST_LABEL = 4
_SPELLED = frozenset({LabelKind.PREF, LabelKind.ALT})
#: Consonants that a sound needs before it tells names apart.
_SHORTEST_SOUND = 3

_LETTERS = re.compile(r"[^\W_]+")
_SPELLINGS = (
    (r"gh(?=t)", ""), (r"sch|sh|tch|ch", "x"), (r"ph|gh(?=[^aeiou])", "f"), (r"th", "0"), (r"\bkn", "n"), (r"\bwr", "r"), (r"ck|q", "k"),
    (r"c(?=[eiy])", "s"), (r"c", "k"), (r"z", "s"), (r"v", "f"), (r"dg", "j"), (r"[aeiouyhw]", ""),
)  # fmt: skip
_SOUNDS = tuple((re.compile(pattern), by) for pattern, by in _SPELLINGS)
_TWICE = re.compile(r"(.)\1+")


class Likeness(NamedTuple):
    """A known label that words may stand for, and how they differ from it."""

    concept: ConceptId
    label: str
    how: str


@dataclass(frozen=True, slots=True)
class Ear:
    """The names of a vocabulary, ready to be found by what is nearly them, and the concepts that each passage names. Made by `ear`.

    `hidden` and `labelled` go by folded labels; the latter are those that name one concept without asking for company.
    """

    vocabulary: Vocabulary
    names: Mapping[str, tuple[tuple[ConceptId, str], ...]]
    near: Mapping[str, tuple[str, ...]]
    sounds: Mapping[str, tuple[str, ...]]
    hidden: frozenset[str]
    labelled: Mapping[str, ConceptId]
    named: Mapping[PassageId, frozenset[ConceptId]]


def ear(vocabulary: Vocabulary, matches: Matches) -> Ear:
    """Index the proper names among the preferred and alternative labels: what is written small is an ordinary word to a program."""
    names: dict[str, list[tuple[ConceptId, str]]] = defaultdict(list)
    for concept in vocabulary.concepts.values():
        for label in concept.labels:
            if label.kind in _SPELLED and label.text != label.text.lower() and len(joined(label.text)) >= SHORTEST_LABEL:
                names[joined(label.text)].append((concept.id, label.text))
    near: dict[str, list[str]] = defaultdict(list)
    sounds: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for shorter in _shorter(name):
            near[shorter].append(name)
        sounds[sound(name)].append(name)
    labels = [(concept, label) for concept in vocabulary.concepts.values() for label in concept.labels]
    hidden = frozenset(fold(label.text) for _, label in labels if label.kind is LabelKind.HIDDEN)
    labelled = {fold(label.text): c.id for c, label in labels if label.kind in _SPELLED and not label.near}
    return Ear(vocabulary, _frozen(names), _frozen(near), _frozen(sounds), hidden, labelled, _named(matches))


def joined(text: str) -> str:
    """The letters and digits of a text, small, without anything between them: `Mid-Journey` → `midjourney`."""
    return "".join(_LETTERS.findall(text.casefold()))


def sound(word: str) -> str:
    """The consonants of a word as English says them; its first letter counts also if it is a vowel."""
    key = word[1:] if word[:1] in "aeiou" else word
    for pattern, by in _SOUNDS:
        key = pattern.sub(by, key)
    return (word[:1] if word[:1] in "aeiou" else "") + _TWICE.sub(r"\1", key)


def apart(one: str, other: str) -> bool:
    """Whether one letter makes the difference: one more, one less, another, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def likenesses(words: str, ear: Ear) -> tuple[Likeness, ...]:
    """The labels that words nearly are: the same letters otherwise divided, a letter apart, the same sound. Numbers must be the same."""
    key = joined(words)
    if len(key) < SHORTEST_LABEL - 1:
        return ()
    found = {key: "the same letters"} if key in ear.names else {}
    for shorter in _shorter(key):
        found |= {name: "a letter apart" for name in ear.near.get(shorter, ()) if apart(key, name) and name not in found}
    if len(sound(key)) >= _SHORTEST_SOUND:
        found |= {name: "the same sound" for name in ear.sounds.get(sound(key), ()) if name not in found and name[0] == key[0]}
    return tuple(
        Likeness(id, label, how) for name, how in found.items() if _figures(name) == _figures(key) for id, label in ear.names[name]
    )


def company(concept: Concept, passage: PassageId, said: str, ear: Ear) -> str:
    """What in a passage speaks for a concept: a phrase that one of its labels wants near, or the name of a concept that it belongs with.

    Empty if nothing does. `said`: the passage's words, `folded`.
    """
    wanted = [phrase for label in concept.labels for phrase in label.near]
    phrase = next((phrase for phrase in wanted if f" {fold(phrase)} " in said), "")
    if phrase:
        return phrase
    concepts, narrower = ear.vocabulary.concepts, ear.vocabulary.narrower.get(concept.id, ())
    here = ear.named.get(passage, frozenset()) - {concept.id}
    kin = {*concept.related, *concept.broader, *concept.member, *narrower}
    kin |= {id for id in here if concept.id in (*concepts[id].related, *concepts[id].member)}
    return next((concepts[id].name for id in sorted(here & kin)), "")


def folded(passage: Passage) -> str:
    """The words of a passage as `company` looks for phrases in them."""
    return f" {fold(passage.text)} "


def garbled(words: str, passage: Passage, ear: Ear) -> bool:
    """Whether words that no label spells are most likely a known name misheard: nearly that name, in its company; or a hidden label."""
    if fold(words) in ear.hidden:
        return True
    concepts = ear.vocabulary.concepts
    likes = likenesses(words, ear)
    said = folded(passage) if likes else ""
    return any(company(concepts[like.concept], passage.id, said, ear) for like in likes)


def _named(matches: Matches) -> Mapping[PassageId, frozenset[ConceptId]]:
    named: dict[PassageId, set[ConceptId]] = defaultdict(set)
    for mention in matches.mentions:
        named[mention.passage].add(mention.concept)
    return {passage: frozenset(found) for passage, found in named.items()}


def _shorter(word: str) -> set[str]:
    """A word and all that it is without one of its letters."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _figures(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


def _frozen(groups: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(group) for key, group in groups.items()}
