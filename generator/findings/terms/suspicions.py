"""Which words of the sources may be known names misheard: for the curator to accept or reject. Nothing of it is shown to readers.

A program that knows no dictionary cannot tell an ordinary word from a garbled one, so it looks only at what no ordinary word is: words that
stand as names (capitals inside a sentence, quotation marks), and names with their parts written apart ("Latent Space" from "LatentSpace").
They must be a letter or a sound away from a name of the vocabulary, and that name's company must stand in the same passage.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.findings.terms.hearing import Ear, company, ear, folded, joined, likenesses
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
    begins = frozenset(start for start, _ in sentences(passage.text))
    runs = (run for run in _runs(passage.text, known) if _may_be_name(passage.text, run, listener, ordinary, begins))
    alike = [(run, likes) for run in runs if (likes := likenesses(passage.text[run[0].start : run[-1].end], listener))]
    said = folded(passage) if alike else ""
    beside = {like.concept: "" for _, likes in alike for like in likes}
    beside = {id: company(listener.vocabulary.concepts[id], passage.id, said, listener) for id in beside}
    taken = -1
    for run, likes in alike:
        start, end = run[0].start, run[-1].end
        heard = passage.text[start:end]
        best = next((like for like in likes if beside[like.concept] and like.label != heard), None)
        if best and start >= taken:
            taken = end
            yield Suspicion(passage.id, start, end, heard, best.concept, best.label, best.how, beside[best.concept])


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


def _may_be_name(text: str, run: Sequence[Token], listener: Ear, ordinary: frozenset[str], begins: frozenset[int]) -> bool:
    """Whether a run is a known name in parts, or written as a name: capitals that no sentence's beginning gives, or quotation marks."""
    first = run[0]
    if len(run) > 1 and joined(text[first.start : run[-1].end]) in listener.names:
        return True
    if len(run) == 1 and text[first.start - 1 : first.start] in _OPENING:
        return first.folded not in ordinary
    capital = all(not text[word.start].islower() for word in run)
    initial = len(run) == 1 and first.start in begins and text[first.start + 1 : first.end].islower()
    return capital and not initial and any(word.folded not in ordinary and not word.folded.isdigit() for word in run)
