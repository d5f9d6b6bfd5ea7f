"""Whether words say what a thing is: a genus and a difference, a measure, a deed, a "when" or "how". Knows no term and no place.

Precision before recall: a genus counts only with a difference, and without a word that judges; the words are in `genus`.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from generator.findings.terms.genus import (
    DIFFERENCE,
    ENTITIES,
    HEDGES,
    JUDGING,
    KINDS,
    MASS,
    NO_SORT,
    NO_TERM,
    PEOPLE,
    SORTS,
    TELLING_APART,
)
from generator.findings.terms.telling import BESIDE_POINT, CLAUSE, DOING, ONE, SOME_ONE, act, are_many, is_how, is_measure
from generator.text import singular

#: A definition that runs on longer is none that a glossary can show (words).
LONGEST = 60
#: Words that a difference must have to say something; one more where it begins like any remark ("for …").
_LEAST_DIFFERENCE = 3
#: And words that only name a thing.
_LEAST_WORDS = 3
#: A genus has at most so many words before it.
_MOST_WORDS = 6

WORD = re.compile(r"[^\W_](?:[\w'’+#./&-]*[\w+#])?")
_ADVERBS = re.compile(
    r"(?:(?:also|for us|to us|basically|essentially|really|simply|just|usually|typically|generally|technically|roughly|in essence"
    r"|in effect|by definition|when you think about it|you know,|like,|uh,|um,),?\s+)*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:any\s|an?\s|(?:all )?the\s|those\s|one of (?:the|several|two)\s|one\s(?!of ))?", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?P<word>[^\W_][\w'’+#./&-]*)|\s*(?P<mark>[^\w\s])")
#: "a small, cheap cell that …"
_ADJECTIVE = re.compile(
    r",\s+(?!(?:that|which|who|where|when|whose|in|by|for|with|and|or|but|so|a|an|the|they|he|she|it|we|you|I)\b)(?P<word>[a-z])"
)
_ENDS_HEAD = DIFFERENCE | HEDGES
_PRONOUNS = frozenset("i you he she it we they there this that these those who what".split())
_JOINS = frozenset({"and", "or", "but", "yet"})
_SORTS_OR_PEOPLE = SORTS | PEOPLE
_NO_GENUS = NO_SORT | NO_TERM | PEOPLE
_PLAIN = frozenset("for of in on at with without to by from about".split())
_PARTICIPLES = frozenset(
    "built made meant drawn known run held kept written given taken set able spent sold lent paid sent put left lost".split()
)
_REMARK = re.compile(
    r"\s*[,;:.—–-]+ ?(?:they|he|she|we|i|you|it|as|and|but|so|or|says?|said|which|at|in|for|of)\b|\s*[.;:]|\s*, \w+ (?:says|said)",
    re.IGNORECASE,
)
_ONE_THAT = re.compile(r"(?:but )?one (?:that|which)\b")
_BY = re.compile(r"\s+(?:by|from|in|of|for|to|with|on|at|into|over|when|out)\b")
#: A clause that tells a thing apart as a definition does, whatever sort of thing it is.
TELLING = re.compile(
    r"\s*(?:of (?:[a-z-]+ ){1,3})?(?:that|which|in which|by which|where|whose"
    r"|(?:[a-z]+ed|built|made|meant|drawn|spent|kept|sold|lent|paid|held|sent|written|run|left|taken|grown|found"
    r"|woven|cut) (?:to|for|in|by|of|from|with|when"
    r"|on))\s+(?:\S+\s+){2}\S"
)
#: "a way to …" needs more than a joke does.
_WAY = re.compile(r"\s+(?:to|of|in which|that)(?:\s+\S+){5}")
#: "the number that drives everything" says how much a thing matters.
_OF_WEIGHT = re.compile(r"\s+(?:that|which) (?:(?:\w+ ){0,2}(?:everything|matters?|counts|most|all)|nobody|everybody|everyone|never)\b")
#: "a job that died at three" tells of one of its sort.
_PAST = re.compile(
    r"\s+(?:that|which|who) (?:(?:may|might|could|would|was|were|had|did|got|came|went|took|made|ran|said|sold|gave|brought|lost|won"
    r"|kept|held|paid|told|led|left|broke|cost"
    r"|never) |[a-z]{2,}(?<!ne)ed\s|we |i )"
)
_OF = re.compile(r" (?:of|that|which|(?:on|in|at|by|for|from|to|with|through|under) which|whose|where|between|for|from|to|in|on|at) ")
#: A relative clause that stands a little behind the genus: "a group of users who get …", "the machine, once of levers, that makes …".
_RELATIVE_LATER = re.compile(
    r"(?:(?: (?!(?:is|are|was|were|has|had|can|will|would)\b)[^\s.;:()]{1,30}){1,12}?|, [^,.;:()]{1,60},)?,? (?:that|which|who|whose"
    r"|where|(?:in|by|to|at|on|for|under|through|after|before|from|with) (?:which|whom))"
    r" (?!(?:was|were|had|did|may|might|could|would|should|i|we|he|she|never)\b|(?!need)[a-z]{2,}ed\b)\S+(?: \S+){2}"
)
#: "a set of four hundred tasks that …": what stands behind "of" may be anything.
_KIND_OF = re.compile(
    rf"(?:an?|one) (?:[a-z-]+ )?(?:{'|'.join(sorted(KINDS))}) of [^,.;:()]{{3,80}}?,? (?:that|which|who|whose|where|in which) (?!was"
    rf"|were|had)\S+"
)
#: "weight you put in a ship"
_YOU = re.compile(r" (?:you|we|people|somebody|someone) [a-z]+(?: \S+){2}")
#: "a change was made": what follows is a sentence.
_VERB = re.compile(r" (?:is|are|was|were|has|had|will|would|can|could|must|may|might|should|does|did)\b")


#: Words for what cannot be counted, by their endings: "corrosion that keeps on".
_STUFF = re.compile(r"[a-z]{3,}(?:sion|tion|ment|ness|ity|ance|ence|ancy|ency|ism|age|ure|ware)")


class Grade(IntEnum):
    """How well words say what a thing is."""

    NOTHING = 0
    #: A clause of its own, or what comes without a noun to hold on to.
    CLAUSE = 1
    #: Words that name a thing: "keywords and vectors together".
    WORDS = 2
    #: A genus that may be any noun, or a deed, and something behind it: "a lump of copper with …", "keeping the notes on …".
    LOOSE = 3
    #: A sort of things and a difference.
    SURE = 4
    #: A measure, a deed that has become a noun, a "when" or "how".
    MEASURED = 5


class Gloss(NamedTuple):
    """What stands at a place: how well it says what a thing is, and its genus, "measure", "act", "how", "deed", or empty."""

    grade: Grade
    sort: str = ""

    @property
    def of_people(self) -> bool:
        """Whether it tells who somebody is."""
        return self.sort in PEOPLE

    @property
    def of_somebody(self) -> bool:
        """Whether it tells who somebody is, or what firm, place or writing something is."""
        return self.sort in PEOPLE or self.sort in ENTITIES


NOTHING = Gloss(Grade.NOTHING)


class _Head(NamedTuple):
    """What stands up to the genus: its article, the words, and where they end."""

    article: str
    words: tuple[str, ...]
    end: int


def gloss(sentence: str, at: int, *, many: bool = False, term: str = "") -> Gloss:
    """What the words at a place say of a term. `many`: it is a plural, so that the genus may be one without an article."""
    skipped = _ADVERBS.match(sentence, at)
    at = skipped.end() if skipped else at
    if is_measure(sentence, at):
        return Gloss(Grade.MEASURED, "measure")
    if (words := act(sentence, at)) and not _judged(words):
        return Gloss(Grade.MEASURED, "act")
    if is_how(sentence, at):
        return Gloss(Grade.MEASURED, "how")
    if _KIND_OF.match(sentence, at):
        return Gloss(Grade.SURE, "kind")
    if (found := _genus(sentence, at, many=many, term=term)).grade:
        return found
    if ONE.match(sentence, at):
        return Gloss(Grade.SURE, "one")
    if DOING.match(sentence, at):
        return Gloss(Grade.LOOSE, "deed")
    return Gloss(Grade.LOOSE, "many") if are_many(sentence, at) else Gloss(_words(sentence, at))


def _words(sentence: str, at: int) -> Grade:
    """Whether words name something at least, or say anything at all."""
    few = BESIDE_POINT.match(sentence, at) or len(sentence[at:].split()) < _LEAST_WORDS
    if few or _REMARK.match(sentence, at) or SOME_ONE.match(sentence, at):
        return Grade.NOTHING
    head = _head(sentence, at)
    if head and head.article and (_judged(head.words[:2]) or (head.words and singular(head.words[-1].rstrip(".")) in NO_SORT)):
        return Grade.NOTHING
    return Grade.CLAUSE if CLAUSE.match(sentence, at) else Grade.WORDS


def _genus(sentence: str, at: int, *, many: bool, term: str) -> Gloss:
    """The genus at a place with how sure it is, if a difference follows it and nothing judges it."""
    head = _head(sentence, at)
    if head is None or not head.words or _judged(head.words) or not _PRONOUNS.isdisjoint(head.words):
        return NOTHING
    whole, rest = singular(head.words[-1].rstrip(".")), sentence[head.end :]
    genus = whole if whole in ENTITIES else whole.rpartition("-")[2]
    same = genus == singular(term.rpartition(" ")[2].lower())  # "a feeder bus is a bus that …"
    brought_in = head.article in {"a", "an", "any"} or (many and head.words[-1] != singular(head.words[-1]))
    brought_in = brought_in or (head.article.startswith("one") and at > 0)
    stuff = genus in MASS or (not head.article and (same or _STUFF.fullmatch(genus)) and at > 0)
    mass = stuff and bool(
        TELLING.match(rest)
        or _RELATIVE_LATER.match(rest)
        or _YOU.match(rest)
        or (head.article and _participle(rest.split(maxsplit=1)[0] if rest.strip() else ""))
    )
    if (
        not (head.article or brought_in or mass)
        or _OF_WEIGHT.match(rest)
        or _PAST.match(rest)
        or _VERB.match(rest)
        or genus.endswith("ier")
    ):
        return NOTHING
    if brought_in and genus in {"way", "trick"}:
        return Gloss(Grade.SURE, genus) if _WAY.match(rest) else NOTHING
    plain = same or (genus not in _NO_GENUS and len(genus) > 2)
    told_apart = _RELATIVE_LATER.match(rest) and head.article and _NO_GENUS.isdisjoint(head.words)
    if plain and ((same and brought_in and _differs(rest)) or told_apart) and not _participle(genus):
        return Gloss(Grade.SURE, genus)
    sort = genus in _SORTS_OR_PEOPLE or mass or (brought_in and plain and bool(TELLING.match(rest)))
    if sort and _differs(rest):
        return Gloss(Grade.SURE, genus)
    trained = len(head.words) > 1 and head.words[-2].endswith(("ed", "ing")) and rest.strip() in {".", ""}
    goes_on = head.article and (brought_in or _OF.match(rest)) and _goes_on(rest)
    return Gloss(Grade.LOOSE, genus) if plain and (trained or goes_on) else NOTHING


def _head(sentence: str, at: int) -> _Head | None:
    """The words up to a genus; None where they are too many."""
    adverbs = _ADVERBS.match(sentence, at)
    at = adverbs.end() if adverbs else at
    article = _ARTICLE.match(sentence, at)
    at = article.end() if article else at
    words: list[str] = []
    while step := _NEXT.match(sentence, at):
        word = (step["word"] or "").lower()
        if step["mark"] == "," and words and words[-1] not in SORTS and (after := _ADJECTIVE.match(sentence, at)):
            at = after.start("word")
            continue
        if (
            not word
            or word in _ENDS_HEAD
            or word in _JOINS
            or (words and word in _PRONOUNS)
            or (words and _participle(word) and _begins(words[-1], sentence, step.end()))
        ):
            if word == "of" and words and singular(words[-1]) in KINDS and words[-1] not in JUDGING:
                words, at = [], step.end()
                while (big := _NEXT.match(sentence, at)) and (big["word"] or "").lower() in JUDGING:
                    at = big.end()  # "a group of large users who …"
                continue
            break
        words.append(word)
        at = step.end()
        if len(words) > _MOST_WORDS:
            return None
    return _Head(article[0].strip().lower() if article else "", tuple(words), at)


def _goes_on(rest: str) -> bool:
    """Whether enough follows to tell anything apart, if it is no remark on the side (", they say")."""
    words = rest.split()
    return len(words) > _LEAST_DIFFERENCE - rest.startswith(" of the ") and words[0].lower() not in _JOINS and _REMARK.match(rest) is None


def _begins(before: str, sentence: str, at: int) -> bool:
    """Whether a participle begins the difference: behind a genus, or before a preposition ("a carbon baked from …")."""
    return singular(before) in _SORTS_OR_PEOPLE | MASS or _BY.match(sentence, at) is not None


def _judged(words: Sequence[str]) -> bool:
    return any(
        part in JUDGING or part.endswith("est")
        for word in words
        for part in (word, *word.split("-"))
        if part not in SORTS and part not in TELLING_APART
    )


def _participle(word: str) -> bool:
    return word.endswith(("ing", "ed")) or word in _PARTICIPLES


def _differs(rest: str) -> bool:
    """Whether what follows a genus tells a difference."""
    words = [w.lower() for w in WORD.findall(re.split(r"[.;:(]\s|[.;:(]$", rest, maxsplit=1)[0])]
    words = words[1:] if words and words[0] in HEDGES else words
    bare = rest.lstrip(" ,")
    begun = bool(words) and (words[0] in DIFFERENCE or _participle(words[0]) or (_ONE_THAT.match(bare) or _YOU.match(rest)) is not None)
    least = _LEAST_DIFFERENCE + (words[0] in _PLAIN if words else 0)
    return begun and len(words) >= least and not bare.startswith(("-", "/"))
