"""The curator's prose: tooltips for the terms that it names. It changes no word of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.library import Library
from generator.model import Concept, ConceptKind, LabelKind

#: Kinds whose names get a tooltip in prose. Topics do not: they are what the prose is about.
_EXPLAINED = frozenset({ConceptKind.TERM, ConceptKind.BENCHMARK})

#: What Markdown's abbreviations cannot hold in a name.
_UNFIT = re.compile(r"[\[\]\\<>&*_`]")


@dataclass(frozen=True, slots=True)
class Tooltip:
    """A name as the prose writes it, and what it means: a line of Markdown's `abbr`."""

    name: str
    meaning: str


def tooltips(library: Library, prose: str) -> tuple[Tooltip, ...]:
    """The tooltips for the labels of terms and benchmarks that stand in the prose, each once."""
    if not prose.strip():
        return ()
    explained = [c for c in library.vocabulary.concepts.values() if c.kind in _EXPLAINED and c.definition]
    meanings = {written: c.definition for c in explained for written in _written(c, prose)}
    return tuple(Tooltip(name, " ".join(meaning.split())) for name, meaning in sorted(meanings.items()))


def titled(body: str, title: str) -> str:
    """The title that prose still needs above it: none where it begins with one of its own."""
    return "" if re.match(r"\s*#\s", body) else title


def _written(concept: Concept, prose: str) -> Iterable[str]:
    """The forms in which the prose writes the concept's labels, also with a capital at a sentence's beginning."""
    for label in concept.labels:
        if label.kind in (LabelKind.PREF, LabelKind.ALT) and not label.near and not _UNFIT.search(label.text):
            forms = {label.text, label.text[:1].upper() + label.text[1:]}
            yield from (form for form in sorted(forms) if form in prose and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", prose))
