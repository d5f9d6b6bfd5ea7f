"""Matchers made of labels alone, and a readable way to say what they find."""

from generator.match import Matcher, hits, matcher
from tests.hand_built import Labelled, concept, vocabulary


def finder(*labels: Labelled) -> Matcher:
    """A matcher of one-label concepts, each with its label as id."""
    return matcher(vocabulary(*(concept(label if isinstance(label, str) else label[0], label) for label in labels)))


def found(text: str, *labels: Labelled) -> list[str]:
    """The words of the text that the labels match."""
    return [text[hit.start : hit.end] for hit in hits(text, finder(*labels))]
