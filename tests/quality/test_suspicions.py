"""Likely mishearings, held against what the curator knows: with the hidden labels taken away, which come back, and is each right.

Right is also the maker of a product that the words name ("source graph Cody").
"""

from dataclasses import replace

from generator.findings.terms.suspicions import suspicions
from generator.match import match, matcher
from generator.model import LabelKind, Vocabulary
from tests.quality import corpus
from tests.quality.judged import vocabulary

#: Places of the digests that come back, a floor that only rises (python -m pytest tests/quality/test_suspicions.py).
FOUND = 12


def deaf() -> Vocabulary:
    """The vocabulary without its hidden labels."""
    whole = vocabulary()
    concepts = {
        id: replace(c, labels=tuple(label for label in c.labels if label.kind is not LabelKind.HIDDEN)) for id, c in whole.concepts.items()
    }
    return replace(whole, concepts=concepts)


def test_what_comes_back_is_what_the_curator_knows() -> None:
    digests = [found.document for found in corpus.documents() if found.shift]
    places = {(m.passage, m.start): vocabulary().concepts[m.concept] for m in match(digests, matcher(vocabulary())).mentions}
    found = suspicions(digests, deaf(), match(digests, matcher(deaf())))
    meant = [(s, places.get((s.passage, s.start))) for s in found]
    wrong = [(s.heard, s.label) for s, concept in meant if not concept or s.concept not in {concept.id, *concept.related}]
    assert not wrong
    assert len(found) >= FOUND


def test_with_them_nothing_is_left_to_suspect() -> None:
    digests = [found.document for found in corpus.documents() if found.shift]
    assert suspicions(digests, vocabulary(), match(digests, matcher(vocabulary()))) == ()
