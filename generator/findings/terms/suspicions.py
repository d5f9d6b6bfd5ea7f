"""Which words of the sources may be known names misheard: for the curator to accept or reject. Nothing of it is shown to readers.

A program that knows no dictionary cannot tell an ordinary word from a garbled one, so it looks only at what no ordinary word is: words that
stand as names (capitals inside a sentence, quotation marks), and names with their parts written apart ("Latent Space" from "LatentSpace").
They must be a letter or a sound away from a name of the vocabulary, and that name's company must stand in the same passage.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.findings.terms.hearing import Ear, company, ear, folded, joined, likenesses
from generator.found import Suspicion
from generator.match import covered
from generator.model import Document, Matches, Mention, Passage, PassageId, Role, SeedId, Vocabulary
from generator.text import Token, number, sentences, tokens

#: Names of more words than this are compared word by word only where their label was.
_MOST_WORDS = 4
_OPENING = frozenset("\"“‘'")


@dataclass(frozen=True, slots=True)
class Heard:
    """What one source may have misheard if all its words were rare, and its small words, as numbers: those it has once, those it has often.

    With each suspicion go the words of which one must be rare; none where it is a known name in parts.
    """

    source: SeedId
    found: tuple[tuple[Suspicion, tuple[int, ...]], ...]
    once: Sequence[int]
    often: Sequence[int]


def suspicions(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Suspicion, ...]:
    """Words that no label spells and that are most likely a known name, in the order of the text."""
    return suspected(heard(documents, vocabulary, matches))


def heard(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Heard, ...]:
    """What each source alone gives reason to suspect."""
    listener = ear(vocabulary, matches)
    known: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        known[mention.passage].append(mention)
    return tuple(_heard(document, known, listener) for document in documents)


def suspected(heard: Sequence[Heard]) -> tuple[Suspicion, ...]:
    """What is still to be suspected when all sources are known: a word that they write small more than once is an ordinary one."""
    wanted = {word for source in heard for _, words in source.found for word in words}
    times = Counter(word for source in heard for word in wanted.intersection(source.once))
    ordinary = {word for word, n in times.items() if n > 1}.union(*(wanted.intersection(source.often) for source in heard))
    return tuple(found for source in heard for found in _apart(s for s, words in source.found if not words or set(words) - ordinary))


def _apart(found: Iterable[Suspicion]) -> Iterator[Suspicion]:
    """Those that overlap no earlier one."""
    taken = ("", -1)
    for one in found:
        if one.passage != taken[0] or one.start >= taken[1]:
            taken = (one.passage, one.end)
            yield one


def _heard(document: Document, known: dict[PassageId, list[Mention]], listener: Ear) -> Heard:
    passages = [(p, tokens(p.text)) for p in document.passages if p.role is not Role.METADATA and not p.excluded]
    small = Counter(word.folded for p, words in passages for word in words if p.text[word.start].islower())
    found = tuple(one for p, words in passages for one in _in_passage(p, words, known.get(p.id, ()), listener))
    once, often = (array("q", (number(word) for word, n in small.items() if (n > 1) is many)) for many in (False, True))
    return Heard(document.id, found, once, often)


def _in_passage(
    passage: Passage, words: Sequence[Token], known: Sequence[Mention], listener: Ear
) -> Iterator[tuple[Suspicion, tuple[int, ...]]]:  # fmt: skip
    alike = [
        (run, rare, likes)
        for run, rare in _names(passage.text, words, known, listener)
        if (likes := likenesses(passage.text[run[0].start : run[-1].end], listener))
    ]
    said = folded(passage) if alike else ""
    beside = {like.concept: "" for _, _, likes in alike for like in likes}
    beside = {id: company(listener.vocabulary.concepts[id], passage.id, said, listener) for id in beside}
    for run, rare, likes in alike:
        start, end = run[0].start, run[-1].end
        written = passage.text[start:end]
        best = next((like for like in likes if beside[like.concept] and like.label != written), None)
        if best:
            yield Suspicion(passage.id, start, end, written, best.concept, best.label, best.how, beside[best.concept]), rare


def _names(text: str, words: Sequence[Token], known: Sequence[Mention], listener: Ear) -> Iterator[tuple[Sequence[Token], tuple[int, ...]]]:
    """Runs of up to four words, the longest first at each place, that touch no known name and no mark and may be a name; see `_rare`."""
    named = covered(known)
    begins = frozenset(start for start, _ in sentences(text))
    letters = [joined(text[word.start : word.end]) for word in words]
    for first, word in enumerate(words):
        last = first
        while word.start not in named and last < len(words) and last < first + _MOST_WORDS:
            if last > first and (words[last].start in named or text[words[last - 1].end : words[last].start] not in {" ", "-"}):
                break
            last += 1
        for end in range(last, first, -1):
            if end - first > 1 and "".join(letters[first:end]) in listener.names:
                yield words[first:end], ()
            elif (rare := _rare(text, words[first:end], begins)) is not None:
                yield words[first:end], rare


def _rare(text: str, run: Sequence[Token], begins: frozenset[int]) -> tuple[int, ...] | None:
    """The words of which one must be rare if a run is to be a name: one in quotation marks, or with capitals that no sentence's beginning
    gives. None: it is written like no name.
    """
    first = run[0]
    if len(run) == 1 and text[first.start - 1 : first.start] in _OPENING:
        return (number(first.folded),)
    if any(text[word.start].islower() for word in run):
        return None
    initial = len(run) == 1 and first.start in begins and text[first.start + 1 : first.end].islower()
    return tuple(number(word.folded) for word in run if not word.folded.isdigit() and not initial) or None
