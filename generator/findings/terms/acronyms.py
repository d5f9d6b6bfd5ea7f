"""Which short forms the documents spell out, within a passage or from one turn of a talk to the next. How it is told: `spelling`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.findings.terms.hearing import Ear, ear, garbled
from generator.findings.terms.letters import bare
from generator.findings.terms.spelling import beside, opening, pairs, spelled
from generator.found import ELSEWHERE, Acronym
from generator.model import ConceptKind, Document, Matches, Mention, Passage, PassageId, Role, Vocabulary
from generator.text import fold, sentences

#: How much of a turn's end and of the next one's beginning is one text (characters); a turn that only asks back is no longer (words).
_EDGE, _ASKING_BACK = 140, 8
#: How many turns, this one counted, and how many sentences may lie between a short form and the sentence that spells it out.
_TURNS, _SENTENCES = 4, 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]


def acronyms(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Acronym, ...]:
    """The short forms that the documents spell out, in the order of the text. What is likely misheard is left out."""
    listener = ear(vocabulary, matches)
    mentions: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        mentions[mention.passage].append(mention)
    spelt = chain.from_iterable(_in_document(document) for document in documents)
    return tuple(found for short, long in spelt if (found := _acronym(short, long, mentions, listener)))


def _in_document(document: Document) -> Iterator[tuple[Spot, Spot]]:
    passages = [p for p in document.passages if p.role is not Role.METADATA and not p.excluded]
    told: set[tuple[PassageId, int]] = set()
    named = [_named(passage) for passage in passages]
    for number, passage in enumerate(passages):
        within = [(Spot(passage, *pair.short), Spot(passage, *pair.long)) for pair in pairs(passage.text)]
        first = _first(passages, number)
        across = chain.from_iterable(_across(earlier, passage) for earlier in turns_before(passages, number))
        for short, long in (*within, *across, *_opened(passages[first : number + 1], named[first : number + 1])):
            if (long.passage.id, long.start) not in told:
                yield short, long
            told.add((long.passage.id, long.start))


def turns_before(passages: Sequence[Passage], number: int) -> Iterator[Passage]:
    """The turn before a turn, and the one before that if the first only asks back ("A what?")."""
    for passage in reversed(passages[max(0, number - 2) : number] if passages[number].role is Role.TURN else ()):
        if passage.role is not Role.TURN:
            return
        yield passage
        if not passage.text.rstrip().endswith("?") or len(passage.text.split()) > _ASKING_BACK:
            return


def _across(one: Passage, two: Passage) -> Iterator[tuple[Spot, Spot]]:
    """Short and long forms of which one stands at the end of a turn and the other at the beginning of a later one."""
    cut = max(0, one.text.find(" ", len(one.text) - _EDGE) + 1) if len(one.text) > _EDGE else 0
    text = f"{one.text[cut:]}\n{two.text[:_EDGE]}"
    border = len(one.text) - cut
    for pair in beside(text):
        if (pair.short[0] < border) is not (pair.long[0] < border):
            short, long = (Spot(one, a + cut, b + cut) if a < border else Spot(two, a - border - 1, b - border - 1) for a, b in pair)
            yield short, long


def _first(passages: Sequence[Passage], number: int) -> int:
    """The first of the turns that a turn may answer; another passage stands alone."""
    turns = passages[number].role is Role.TURN and all(p.role is Role.TURN for p in passages[max(0, number - _TURNS + 1) : number])
    return max(0, number - _TURNS + 1) if turns else number


def _opened(passages: Sequence[Passage], named: Sequence[Sequence[Sequence[Spot]]]) -> Iterator[tuple[Spot, Spot]]:
    """Long forms that sentences of the last passage begin with, and the short forms of which was spoken: "… an SF. Sorry. Short form."

    `named`: the short forms in each sentence of each passage.
    """
    before = list(chain.from_iterable(named[:-1]))
    for (start, end), here in zip(sentences(passages[-1].text), named[-1], strict=True):
        for short in chain.from_iterable(reversed(before[-_SENTENCES:])):
            if long := opening(passages[-1].text, start, end, short.text):
                yield short, Spot(passages[-1], *long)
        before.append(here)


def _named(passage: Passage) -> list[list[Spot]]:
    """The short forms in each sentence of a passage."""
    return [[Spot(passage, *span) for span in spelled(passage.text, *one)] for one in sentences(passage.text)]


def _acronym(short: Spot, long: Spot, mentions: Mapping[PassageId, Sequence[Mention]], listener: Ear) -> Acronym | None:
    """The pair with the concept that it names; None where the short form is likely a known one misheard, or a person's initials."""
    heard = any(m.misheard and m.start <= short.start and short.end <= m.end for m in mentions.get(short.passage.id, ()))
    concept = listener.labelled.get(fold(long.text)) or listener.labelled.get(fold(short.text))
    person = concept and listener.vocabulary.concepts[concept].kind is ConceptKind.PERSON
    if heard or person or (not concept and garbled(short.text, short.passage, listener)):
        return None
    short_at = short.start if short.passage is long.passage else ELSEWHERE
    return Acronym(long.passage.id, short_at, long.start, bare(short.text), long.text, concept)
