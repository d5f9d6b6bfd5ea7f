"""Terms that the vocabulary lacks: what sources define or spell out, short forms that recur, and phrases that recur as nouns do.

A phrase is two or three words that stand several times as a whole noun phrase: a word such as "the" or "of" before it, and a stop or a word
of grammar behind it (after Justeson and Katz 1995, with the frame of the phrase in place of a tagger). What also recurs inside
a longer one is left to that (the C-value of Frantzi and Ananiadou 1996, simplified).
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from generator.findings.suggestions.names import FIRM_NAME, most
from generator.findings.suggestions.words import EVERYDAY, GENERAL, GRAMMAR, OPENING
from generator.found import Acronym, Definition, Proposal, Suggestion
from generator.match import covered
from generator.model import Document, Mention, Passage, PassageId, Role, SeedId
from generator.text import singular

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORT = re.compile(r"(?<![\w.&/-])[A-Z][A-Z0-9]{1,5}(?=s?(?![\w&/-]))")
_QUOTED = re.compile(r"[\"“]([^\W\d_]+(?:[ -][^\W\d_]+){1,2})[,.]?[\"”]")
#: How often a phrase must stand in the frame of a noun, and in how many passages, before it is a term.
_FRAMED, _TIMES, _PASSAGES = 2, 3, 2
#: Words of a phrase.
_LONGEST = 3
#: Endings of adverbs and of verbs: no phrase ends or begins with such a word.
_NO_NOUN = re.compile(r"\w+(?:ly|n't|n’t)$")

Place = tuple[SeedId, PassageId]


class Phrase(NamedTuple):
    """Words in a passage: folded, as they are written, and whether they stand as a whole noun phrase."""

    key: str
    written: str
    framed: bool
    passage: PassageId


class Phrases(NamedTuple):
    """The phrases of a document, very many, packed: column by column, a line of text each. `written` is empty where it is the key;
    `framed` has a `1` or `0` for each; `places` are numbers of `passages`.
    """

    keys: str
    written: str
    framed: str
    places: Sequence[int]
    passages: tuple[PassageId, ...]

    def among(self, wanted: Container[str]) -> Iterator[Phrase]:
        """The phrases with these keys."""
        rows = zip(self.keys.split("\n"), self.written.split("\n"), self.framed, self.places, strict=False)  # of nothing: one empty line
        return (Phrase(key, as_written or key, framed == "1", self.passages[at]) for key, as_written, framed, at in rows if key in wanted)


class Wording(NamedTuple):
    """What of a document's words may be terms: phrases, those in quotation marks (folded), and short forms with their passages."""

    phrases: Phrases
    quoted: frozenset[str]
    shorts: tuple[tuple[str, PassageId], ...]


def defined(acronyms: Iterable[Acronym], definitions: Iterable[Definition], passages: Mapping[PassageId, Passage]) -> Iterator[Suggestion]:
    """What a source itself says the meaning of, and the vocabulary does not know."""
    for short in acronyms:
        if short.concept is None:
            many = short.short.endswith("s") and short.short[:-1].isupper()
            long, form = (_one(short.long), short.short[:-1]) if many else (short.long, short.short)
            because = f"the source spells it out: {short.long} ({short.short})"
            kind = Proposal.ORGANISATION if FIRM_NAME.search(long) else Proposal.TERM
            yield Suggestion(kind, passages[short.passage].source, long, because, (short.passage,), 0.92, alt=form)
    for meaning in definitions:
        if meaning.concept is None:
            because = f"the source defines it: {meaning.text}"
            yield Suggestion(Proposal.TERM, passages[meaning.passage].source, meaning.term, because, (meaning.passage,), 0.9)


def _one(words: str) -> str:
    """Words with the last one in the singular."""
    head, _, last = words.rpartition(" ")
    return f"{head} {singular(last) if last.islower() else last}".strip()


def wording(document: Document, mentions: Mapping[PassageId, Sequence[Mention]]) -> Wording:
    """The phrases and short forms of a document that the vocabulary does not know."""
    phrases: list[Phrase] = []
    quoted: set[str] = set()
    shorts: list[tuple[str, PassageId]] = []
    for passage in document.passages:
        if passage.role in (Role.METADATA, Role.BYLINE) or passage.excluded:
            continue
        named = covered(mentions.get(passage.id, ()))
        phrases += _phrases(passage, named)
        quoted |= {words[1].casefold() for words in _QUOTED.finditer(passage.text)}
        found = () if passage.text.isupper() else _SHORT.finditer(passage.text)
        shorts += [(form[0], passage.id) for form in found if form[0] not in EVERYDAY and named.isdisjoint(range(*form.span()))]
    return Wording(_packed(phrases), frozenset(quoted), tuple(shorts))


def _packed(phrases: Sequence[Phrase]) -> Phrases:
    numbers = {passage: n for n, passage in enumerate(dict.fromkeys(phrase.passage for phrase in phrases))}
    return Phrases(
        "\n".join(phrase.key for phrase in phrases),
        "\n".join(phrase.written if phrase.written != phrase.key else "" for phrase in phrases),
        "".join("1" if phrase.framed else "0" for phrase in phrases),
        array("I", (numbers[phrase.passage] for phrase in phrases)),
        tuple(numbers),
    )


def recurring(found: Iterable[tuple[SeedId, Wording]]) -> Iterator[Suggestion]:
    """Short forms and phrases that recur."""
    found = list(found)
    quoted = frozenset[str]().union(*(said.quoted for _, said in found))
    times = Counter(key for _, said in found for key in said.phrases.keys.split("\n"))
    again = {key for key, n in times.items() if n > 1}
    phrases: dict[str, list[tuple[SeedId, Phrase]]] = defaultdict(list)
    shorts: dict[str, list[Place]] = defaultdict(list)
    for source, said in found:
        for phrase in said.phrases.among(again):
            phrases[phrase.key].append((source, phrase))
        for name, passage in said.shorts:
            shorts[name].append((source, passage))
    yield from _short_forms(shorts)
    kept = {key: each for key, each in phrases.items() if _recurs(each, quoted=key in quoted)}
    inner = Counter(
        {part: len(kept[key]) for key in kept if key.count(" ") > 1 for part in (key.rpartition(" ")[0], key.partition(" ")[2])}
    )
    for key, each in sorted(kept.items()):
        if 2 * inner[key] <= len(each):
            written = Counter(phrase.written for _, phrase in each).most_common(1)[0][0]
            yield _term(_one(written), [(source, phrase.passage) for source, phrase in each], quoted=key in quoted)


def _phrases(passage: Passage, named: Set[int]) -> Iterator[Phrase]:
    """Runs of two and three words without one of grammar, that touch no name and do not end or begin with a word of all talk."""
    text = passage.text
    words = list(_WORD.finditer(text))
    lower = [word[0].casefold().replace("’", "'") for word in words]
    fit = [
        len(w) > 2 and w not in GRAMMAR and word[0][1:].islower() and not _NO_NOUN.match(w) for w, word in zip(lower, words, strict=True)
    ]
    for first in range(len(words)):
        if not fit[first] or lower[first] in GENERAL:
            continue
        for last in range(first + 1, min(first + _LONGEST, len(words))):
            if not fit[last] or text[words[last - 1].end() : words[last].start()] != " ":
                break
            start, end = words[first].start(), words[last].end()
            if lower[last] in GENERAL or not words[last][0].islower() or not named.isdisjoint(range(start, end)):
                continue
            key = " ".join((*lower[first:last], singular(lower[last])))
            opened = first > 0 and lower[first - 1] in OPENING and text[words[first - 1].end() : start] == " "
            closed = last + 1 == len(words) or lower[last + 1] in GRAMMAR or text[end : words[last + 1].start()] != " "
            written = text[start:end]
            yield Phrase(key, written, opened and closed, passage.id)


def _recurs(found: Sequence[tuple[SeedId, Phrase]], *, quoted: bool) -> bool:
    enough = len(found) >= _TIMES and sum(phrase.framed for _, phrase in found) >= _FRAMED
    return (enough or quoted) and len({phrase.passage for _, phrase in found}) >= _PASSAGES


def _term(written: str, places: Sequence[Place], *, quoted: bool) -> Suggestion:
    source, passages = most(places)
    spread = len({passage for _, passage in places})
    because = f"stands {len(places)} times in {spread} passages" + (", once in quotation marks" if quoted else "")
    return Suggestion(Proposal.TERM, source, written, because, passages, min(0.85, 0.3 + 0.06 * spread + 0.15 * quoted))


def _short_forms(shorts: Mapping[str, Sequence[Place]]) -> Iterator[Suggestion]:
    for name, places in shorts.items():
        spread = len({passage for _, passage in places})
        if spread > 1:
            source, passages = most(places)
            because = f"a short form that stands in {spread} passages"
            yield Suggestion(Proposal.TERM, source, name, because, passages, min(0.8, 0.4 + 0.08 * spread))
