"""Which words of the sources may be known names misheard: for the curator to accept or reject. Nothing of it is shown to readers.

A program that knows no dictionary cannot tell an ordinary word from a garbled one, so it looks only at what no ordinary word is: words that
stand as names (capitals inside a sentence, quotation marks), and names with their parts written apart ("Latent Space" from "LatentSpace").
They must be a letter or a sound away from a name of the vocabulary, and that name's company must stand in the same passage.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.findings.hearing import Ear, Likeness, company, ear, joined, likenesses
from generator.found import Suspicion
from generator.model import Document, Matches, Mention, Passage, PassageId, Role, Vocabulary
from generator.text import Token, sentences, tokens

#: Names of more words than this are compared word by word only where their label was.
_MOST_WORDS = 4
_OPENING = frozenset("\"“‘'")


def suspicions(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Suspicion, ...]:
    """Words that no label spells and that are most likely a known name, in the order of the text."""
    read = tuple(documents)
    listener = ear(vocabulary, matches)
    known: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        known[mention.passage].append(mention)
    passages = [p for document in read for p in document.passages if p.role is not Role.METADATA and not p.excluded]
    small = Counter(t.folded for p in passages for t in tokens(p.text) if p.text[t.start].islower())
    ordinary = frozenset(word for word, times in small.items() if times > 1)
    return tuple(found for passage in passages for found in _in_passage(passage, known[passage.id], listener, ordinary))


def _in_passage(passage: Passage, known: Sequence[Mention], listener: Ear, ordinary: frozenset[str]) -> Iterator[Suspicion]:
    taken = -1
    for run in _runs(passage.text, known):
        start, end = run[0].start, run[-1].end
        if start >= taken and (best := _likeliest(passage, run, listener, ordinary)):
            like, beside = best
            taken = end
            yield Suspicion(passage.id, start, end, passage.text[start:end], like.concept, like.label, like.how, beside)


def _runs(text: str, known: Sequence[Mention]) -> Iterator[Sequence[Token]]:
    """Runs of up to four words, the longest first at each place, that touch no known name and no mark."""
    named = {at for mention in known for at in range(mention.start, mention.end)}
    words = tokens(text)
    for first, word in enumerate(words):
        if word.start in named:
            continue
        run = [word]
        for following in words[first + 1 : first + _MOST_WORDS]:
            if following.start in named or text[run[-1].end : following.start] not in {" ", "-"}:
                break
            run.append(following)
        yield from (run[:size] for size in range(len(run), 0, -1))


def _likeliest(passage: Passage, run: Sequence[Token], listener: Ear, ordinary: frozenset[str]) -> tuple[Likeness, str] | None:
    """The label that a run most likely stands for, and its company; None where it may well be what it says."""
    words = passage.text[run[0].start : run[-1].end]
    likes = likenesses(words, listener)
    named = bool(likes) and _stands_as_name(passage.text, run, ordinary)
    for like in likes:
        parted = len(run) > 1 and joined(like.label) == joined(words)
        beside = company(listener.vocabulary.concepts[like.concept], passage, listener) if named or parted else ""
        if beside and words != like.label:
            return like, beside
    return None


def _stands_as_name(text: str, run: Sequence[Token], ordinary: frozenset[str]) -> bool:
    """Whether a run is written as a name: every word with a capital that no sentence's beginning gives it, or in quotation marks."""
    if text[run[0].start - 1 : run[0].start] in _OPENING and len(run) == 1:
        return run[0].folded not in ordinary
    begins = {start for start, _ in sentences(text)}
    capital = all(text[word.start].isupper() or text[word.start].isdigit() for word in run)
    strange = any(word.folded not in ordinary and not word.folded.isdigit() for word in run)
    initial = len(run) == 1 and run[0].start in begins and text[run[0].start + 1 : run[0].end].islower()
    return capital and strange and not initial
