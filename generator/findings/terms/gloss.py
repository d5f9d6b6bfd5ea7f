"""Whether words say what a thing is: a genus and a difference, a measure, a deed, a "when" or "how". Knows no term and no place.

Precision before recall: a genus counts only with a difference, and without a word that judges; the words are in `genus`.
"""

import re
from typing import NamedTuple

from generator.findings.terms.genus import DIFFERENCE, HEDGES, JUDGING, KINDS, MASS, NO_SORT, NO_TERM, PEOPLE, SORTS, TIMES
from generator.text import singular

#: A definition that runs on longer is none that a glossary can show (words).
LONGEST = 60
#: Words that a difference must have to say something; one more where it begins like any remark ("for …").
_LEAST_DIFFERENCE = 3
#: A genus has at most so many words before it.
_MOST_WORDS = 6

WORD = re.compile(r"[^\W_](?:[\w'’+#./&-]*[\w+#])?")
_ADVERBS = re.compile(
    r"(?:(?:also|basically|essentially|really|simply|just|usually|typically|generally|technically|roughly|in essence"
    r"|in effect|by definition"
    r"|when you think about it|you know,|like,|uh,|um,),?\s+)*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:any\s|an?\s|the\s|one of (?:the|several)\s|one\s(?!of ))?", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?P<word>[^\W_][\w'’+#./&-]*)|\s*(?P<mark>[^\w\s])")
#: "a small, cheap cell that …"
_ADJECTIVE = re.compile(
    r",\s+(?!(?:that|which|who|where|when|whose|in|by|for|with|and|or|but|so|a|an|the|they|he|she|it|we|you|I)\b)(?P<word>[a-z])"
)
_ENDS_HEAD = DIFFERENCE | HEDGES
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
_BY = re.compile(r"\s+(?:by|from|in|of|for|to|with|on|at|into|over|when|out)\b")
#: A clause that tells a thing apart as a definition does, whatever sort of thing it is.
TELLING = re.compile(
    r"\s*(?:of (?:[a-z-]+ ){1,3})?(?:that|which|in which|by which|where|whose"
    r"|(?:[a-z]+ed|built|made|meant|drawn|spent|kept|sold|lent|paid|held|sent|written|run) (?:to|for|in|by|of|from|with|when"
    r"|on))\s+(?:\S+\s+){2}\S"
)
#: "a way to …" needs more than a joke does.
_WAY = re.compile(r"\s+(?:to|of|in which|that)(?:\s+\S+){5}")
#: "the number that drives everything" says how much a thing matters.
_OF_WEIGHT = re.compile(r"\s+(?:that|which) (?:\w+ ){0,2}(?:everything|matters?|counts|most|all)\b")
#: "a job that died at three" tells of one of its sort.
_PAST = re.compile(
    r"\s+(?:that|which|who) (?:(?:may|might|could|would|was|were|had|did|got|came|went|took|made|ran|said"
    r"|never) |[a-z]{2,}(?<!ne)ed\s|we |i )"
)
MEASURED = re.compile(
    r"(?:the (?:[a-z-]+ )?)?(?:number|share|amount|percentage|proportion|fraction|ratio|rate|probability|chance|time|distance"
    r"|cost|price|volume|gap"
    r"|difference|ability|tendency|capacity|degree|extent|point|process|practice|method|technique|act|wait|idea|maximum"
    r"|minimum|total|sum|average"
    r"|length|size|width|height|weight|speed|power) "
    r"(?:of|that|to|at which|to which|by which|in which|between|from|before|until|after|when|where|it takes)\s"
    r"(?!(?:\w+ ){0,2}(?:everything|matters?|counts)\b)",
    re.IGNORECASE,
)
#: "the fee a shipper pays when …"; not "the fee we paid".
_CONTACT = re.compile(
    r"the (?!\w+er the )(?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+) (?:an?|the|you|it|they|one|two|three|people|somebody"
    r"|someone) (?!of )(?![a-z]+ed\b)[a-z'’-]+ \S+",
    re.IGNORECASE,
)
DOING = re.compile(r"(?!thing|something|nothing|anything|everything)[a-z]{2,}ing(?:\s+\S+){3}", re.IGNORECASE)
HOW = re.compile(
    r"(?:how (?:much|many|often|far|long|fast|well|likely|quickly|close|strongly|sure|big|hot|deep|surprised|good|hard)"
    r"|where (?:you|an?|each|every|someone|somebody|people)|when (?!(?:i|we|he|she|they|it|i'm) )\w+"
    r"|what (?:happens|you get|remains|is left|lets|makes|keeps|goes)"
    r"|you (?:take|put|give|start|split|run|let|keep|store|train|ask|write|build) (?:an?|the|your|all|each|every|it|two"
    r"|several))(?:\s+\S+){2}",
    re.IGNORECASE,
)
#: "things that …", "machine-made texts nobody has read".
MANY_THAT = re.compile(
    r"(?:[\w-]+ ){0,2}(?P<noun>[\w-]+s) (?:that|which|where|nobody|whose|made|used|filed|left|built|sent|drawn|[a-z]+ed"
    r"|[a-z]+ing) (?:\S+ ){1,}\S"
)


class _Head(NamedTuple):
    """What stands up to the genus: its article, the words, and where they end."""

    article: str
    words: tuple[str, ...]
    end: int


def genus_of(sentence: str, at: int, *, plural: bool = False, loose: bool = False) -> str:
    """The genus at a place, if a difference follows it and nothing judges it; else empty.

    `loose`: what is defined is surely a term, so that "a lump of copper with …" will do, whatever lumps are.
    """
    head = _head(sentence, at)
    if head is None or not head.words or _judged(head.words):
        return ""
    genus, rest = singular(head.words[-1]).rpartition("-")[2], sentence[head.end :]
    many = plural and head.words[-1] != singular(head.words[-1])
    mass = genus in MASS and bool(TELLING.match(rest))
    brought_in = head.article in {"a", "an", "any"} or many or (head.article == "one" and at > 0)
    if not (head.article or many or mass):
        return ""
    if brought_in and genus in {"way", "trick"}:
        return genus if _WAY.match(rest) else ""
    plain = genus not in _NO_GENUS and len(genus) > 2
    sort = genus in _SORTS_OR_PEOPLE or mass or (brought_in and plain and bool(TELLING.match(rest)))
    if _OF_WEIGHT.match(rest) or _PAST.match(rest):
        return ""
    trained = loose and plain and len(head.words) > 1 and head.words[-2].endswith(("ed", "ing")) and rest.strip() in {".", ""}
    told = trained or (sort and _differs(rest)) or (loose and brought_in and plain and _goes_on(rest))
    return genus if told else ""


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
        if not word or word in _ENDS_HEAD or (words and _participle(word) and _begins(words[-1], sentence, step.end())):
            if word == "of" and words and singular(words[-1]) in KINDS and words[-1] not in JUDGING:
                words, at = [], step.end()
                continue
            break
        words.append(word)
        at = step.end()
        if len(words) > _MOST_WORDS:
            return None
    return _Head(article[0].strip().lower() if article else "", tuple(words), at)


def _goes_on(rest: str) -> bool:
    """Whether enough follows to tell anything apart, if it is no remark on the side (", they say")."""
    return len(rest.split()) > _LEAST_DIFFERENCE and _REMARK.match(rest) is None


def _begins(before: str, sentence: str, at: int) -> bool:
    """Whether a participle begins the difference: behind a genus, or before a preposition ("a carbon baked from …")."""
    return singular(before) in _SORTS_OR_PEOPLE or _BY.match(sentence, at) is not None


def _judged(words: tuple[str, ...]) -> bool:
    return any(part in JUDGING or part.endswith("est") for word in words for part in (word, *word.split("-")) if part not in SORTS)


def _participle(word: str) -> bool:
    return word.endswith(("ing", "ed")) or word in _PARTICIPLES


def _differs(rest: str) -> bool:
    """Whether what follows a genus tells a difference."""
    words = [w.lower() for w in WORD.findall(re.split(r"[.;:(]\s|[.;:(]$", rest, maxsplit=1)[0])]
    words = words[1:] if words and words[0] in HEDGES else words
    bare = rest.lstrip(" ,")
    begun = bool(words) and (words[0] in DIFFERENCE or _participle(words[0]))
    least = _LEAST_DIFFERENCE + (words[0] in _PLAIN if words else 0)
    return begun and len(words) >= least and not bare.startswith(("-", "/"))


def says_what(sentence: str, at: int, *, loose: bool = False) -> str:
    """What sort of saying it is that tells what a thing is: its genus, or "measure", "how", "deed"; empty if it tells nothing."""
    skipped = _ADVERBS.match(sentence, at)
    at = skipped.end() if skipped else at
    if MEASURED.match(sentence, at):
        return "measure"
    if HOW.match(sentence, at):
        return "how"
    contact = _CONTACT.match(sentence, at)
    if contact and contact["noun"].lower() not in _NO_GENUS | TIMES:
        return "measure"
    return genus_of(sentence, at, loose=loose) or ("deed" if loose and DOING.match(sentence, at) else "")
