"""What the curator may want to take over, source by source: at most ten, the best first, each with its evidence. Decides and edits nothing.

Every room here proposes by its own rule and says how sure it is; this one puts them together. Precision counts more than number: a
curator who finds three of ten worthless stops reading.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.findings.suggestions.labels import divided, misheard, spelt_out
from generator.findings.suggestions.leads import Leads
from generator.findings.suggestions.names import names
from generator.findings.suggestions.relations import related, tied
from generator.findings.suggestions.terms import defined, recurring
from generator.found import Acronym, Definition, Evidence, Origin, Proposal, Suggestion, Suspicion
from generator.model import Document, LabelKind, SeedId, Vocabulary
from generator.text import digest, fold
from generator.vocabulary.labels import key

#: Suggestions for one source; more are not read.
MOST = 10
_NEW = frozenset({Proposal.TERM, Proposal.PERSON, Proposal.ORGANISATION})


def suggestions(
    documents: Sequence[Document],
    vocabulary: Vocabulary,
    found: Sequence[Leads],
    evidence: Iterable[Evidence] = (),
    *,
    suspicions: Iterable[Suspicion] = (),
    acronyms: Sequence[Acronym] = (),
    definitions: Iterable[Definition] = (),
    origins: Iterable[Origin] = (),
    rejected: Collection[str] = (),
) -> tuple[Suggestion, ...]:
    """The suggestions of all sources, in the order of the sources. `rejected`: ids of those that the curator has turned down."""
    by_id = {document.id: document for document in documents}
    passages = {passage.id: passage for document in documents for passage in document.passages}
    small = frozenset(word for each in found for word in each.small.split(" "))
    spoken = [one for each in found for one in each.speaking]
    proposed = (
        *tied(origins, by_id),
        *misheard(suspicions, passages),
        *spelt_out(acronyms, vocabulary, passages),
        *defined(acronyms, definitions, passages),
        *names(((each.source, one) for each in found for one in each.names), spoken, vocabulary, small),
        *divided((each.source, one) for each in found for one in each.divided),
        *recurring((each.source, each.wording) for each in found),
        *related(vocabulary, evidence, passages),
    )
    return tuple(_best(_fitting(proposed, vocabulary, frozenset(rejected)), by_id))


def identity(suggestion: Suggestion) -> str:
    """An id that stays the same as long as the same is suggested, whatever speaks for it."""
    return digest(f"{suggestion.kind.value} {suggestion.concept or ''} {fold(suggestion.name)} {' '.join(suggestion.sources)}")


def _fitting(found: Iterable[Suggestion], vocabulary: Vocabulary, rejected: frozenset[str]) -> Iterator[Suggestion]:
    """Each thing once, as its best proposal has it; nothing that is known or was turned down, and no part of a name that is spelt out."""
    taken = {key(label.text) for c in vocabulary.concepts.values() for label in c.labels if label.kind is not LabelKind.CUE}
    for each in sorted(found, key=lambda s: (-s.score, s.kind, s.name, s.source)):
        name = key(each.name) if each.kind in _NEW else f"{each.kind} {each.concept} {each.name}"
        if name not in taken and identity(each) not in rejected:
            taken |= {name, key(each.alt), *_parts(name)} if each.alt else {name}
            yield each


def _parts(name: str) -> Iterator[str]:
    """The runs of two words and more in a name."""
    words = name.split()
    return (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 2, len(words) + 1))


def _best(found: Iterable[Suggestion], sources: Iterable[SeedId]) -> Iterator[Suggestion]:
    """The first ten of each source, source by source. `found`: the best first."""
    of: dict[SeedId, list[Suggestion]] = {source: [] for source in sorted(sources)}
    count: Counter[SeedId] = Counter()
    for each in found:
        count[each.source] += 1
        if count[each.source] <= MOST:
            of[each.source].append(each)
    return (each for group in of.values() for each in group)
