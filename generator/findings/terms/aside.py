"""Definitions that stand beside a term: "X, a stuff that …,", "X (that is, …)", "X — the share of … —", "X, in which …", "X, which is a …".

Only where they stand, within one sentence; what says what a thing is, is told in `gloss`, what may be a term in `naming`.
"""

import re
from collections.abc import Iterator

from generator.findings.terms.defining import Form
from generator.findings.terms.genus import ENTITIES, KINDS, NO_SORT, PEOPLE, SORTS, TIMES
from generator.findings.terms.gloss import DOING, MANY_THAT, MEASURED, WORD, genus_of, says_what
from generator.findings.terms.naming import MOST_WORDS, NOUN_ENDING, Named, is_name, noun_before
from generator.findings.terms.spelling import pairs
from generator.text import singular

#: What parts a term from what is said of it.
_JOINT = re.compile(r"(?P<by>,|\s\(|\s?[—–]|\s--?(?=\s))[\"”’']?\s?(?=\S)")
#: What a meaning behind a later comma begins with, unless the term was introduced as one.
_OPENS = re.compile(
    r"(?:an?|the|any|ones?|that['’]?s?|i\.e\.,?|in|which|who|meaning|or|and|basically|essentially|being|so|short|where|when|whereby|by|under|through"
    r"|with|for|they['’]re)\s"
)
_CALLS = re.compile(r"call|known|term|word")
_SHORT = re.compile(r"(?:\s\([A-Z][\w./&-]{1,9}\)|, (?:or )?[A-Z][\w-]*[A-Z]s?)$")
#: What gives away that a meaning follows; after the second kind only what is no clause of its own.
_SURE = re.compile(
    r"(?:that is,|that is to say,?|i\.e\.,?|in other words,?|which is to say,?|in effect|(?:which"
    r"|that) (?:\w+ ){1,2}(?:explains?|glosses|describes?|defines?) as"
    r"|short for [^,()]{3,60},)\s+"
)
#: "the cost, that is, to achieve the same": a remark, and no meaning; a meaning has words enough.
_BESIDE_POINT = re.compile(r"(?:to|in|on|at|for|with|of|about|if|when|by|from|not) ")
_LEAST = 3
_HYPHENED = re.compile(r"\w+(?:-\w+)+")
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:ic|al|ive|ous|less|ary|ful)|[a-z]+-[a-z-]+")
_SAID = re.compile(
    r"(?:meaning|which (?:just |simply |basically )?means|(?:or|and) (?:basically|roughly|simply),?|or(?= (?:an?|the) )"
    r"|so(?= (?:from|how|the (?:time|number|share)) )|basically|essentially|being)\s+"
)
_CLAUSE = re.compile(
    r"(?:that|it|they|you|we|i|he|she|there|this|these|those|nobody|everyone|no)\b|\S+ (?:is|are|can|could|will|would|must|has|have)\b",
    re.IGNORECASE,
)
_THATS = re.compile(
    r"(?:that['’]s|that is|which is|which are|who is|they['’]re)\s+(?:basically |just |essentially |simply |really |roughly )?"
)
_IN_WHICH = re.compile(
    r"(?:in|by|under|through|with|for) which \S+ |whereby |where (?:you|an?|the|each|every|one|people) |when (?:an?|the|you"
    r"|one|each|every) "
)
_WHERE = re.compile(r"(?:where|in which|whereby|by which|when) (?:\S+ ){3}")
_GOES_ON = re.compile(
    r"(?:,|—|–|\)) (?:is|are|was|were|has|have|had|can|will|would|may|did|does|[a-z]+s|[a-z]+ed|cost|cut|hit|rose|fell|grew)\b"
)
#: "In closing, a sentence …": the comma ends what only leads in.
_LEADS_IN = re.compile(
    r"(?:^|[,;:] |\b(?:that|and|but|because|so|says|said) )(?:of|in|at|for|with|on|when|if|as|by|after|before|since|while|from|under|during"
    r"|unlike|like|once|because|to|through|among|given|without|where|although|though|until|\w+ing)\s[^,]*$",
    re.IGNORECASE,
)
#: "the industry body, the Association of …": what follows is a name.
_A_NAME = re.compile(r"(?:an?|the) [A-Z][a-z]")
#: "As tools change, the cost of work falls": what follows the comma is the sentence itself.
_FINITE = re.compile(
    r"the \w+ (?:of|to|between) (?:(?!that |which |who |where )[^\s,]+ ){1,6}(?:is|are|was|were|has|have"
    r"|falls?|rises?|fell|rose|goes|went)\b"
)
#: What brings a term in before it is told.
_INTRODUCED = re.compile(
    r"\b(?:what (?:\w+ ){1,3}calls?|(?:word|term)(?: \w+){0,3} is|called|known as|termed|so-called)(?: an?| the)? [\"“‘']?$"
)
_SOMETHING = re.compile(r"(?:an?|the) (?:\S+ )\S")
#: "trucking from the port to a warehouse, is": words without an article between commas.
_BARE = re.compile(
    r"(?P<first>[a-z][a-z-]+) [a-z-]+ (?:from|of|for|on|in|by|that|with|to|at|into) (?:[^\s,]+ ){1,12}[^\s,]+, (?:is|are|was"
    r"|were|has|have|can|will)\b"
)
#: "A flaky test, one that fails now and then, …".
_ONE = re.compile(r"(?:the )?ones? (?:that|which|where|in which|whose|with) (?!might|may|could|would|will)\S+ \S+ \S+")
#: "The share of … (the hit rate)".
_REVERSED = re.compile(
    r"\((?:the |an? |called |known as |the so-called |so-called |in short, )*(?P<quote>[\"“]?)(?P<term>[a-z][\w-]*(?: [\w-]+){0,3})[\"”]?\)"
)
#: "(a second model sorts the hits again)", "— keywords and vectors side by side — beats".
_CLAUSED = re.compile(r"(?:an?|you|each|every|one) (?:[^\s()\d]+ ){4,30}[^\s()]+\)")
_DASHED = re.compile(
    r"(?!(?:even|especially|unlike|at|in|with|for|once|still|long|already|not|never|and|or|but|if|who|which|as|like|including"
    r"|from|on|by|no|i|we|he|she"
    r"|they|it|you|now|then|thanks|perhaps|maybe)\b)(?:[^\s—–]+ ){3,25}?[^\s—–]+\s?[—–-]\s?(?:is|are|was|has|have|can|will|[a-z]+s)\b"
)
#: A list of things is no apposition: "a pump, a pipe that leaks, and a hose".
_LISTED = re.compile(r"[^.;:()]{1,90}, (?:and|or) ")
#: "CDU: cooling unit, the box …" is told of what stands before the colon.
_HEADS = re.compile(r"[^:]{1,40}: (?:an? |the )?$")
_ADVERBIAL = frozenset({"in fact", "of course", "for example", "in short", "after all", "at first", "at last", "in time", "these days"})


def asides(sentence: str) -> Iterator[Form]:
    """The definitions in a sentence that stand beside what they define."""
    yield from _reversed(sentence)
    spelt = {pair.short: pair.long for pair in pairs(sentence)} if "(" in sentence else {}
    for number, joint in enumerate(_JOINT.finditer(sentence)):
        if number and joint["by"] == "," and not _OPENS.match(sentence, joint.end()) and not _CALLS.search(sentence, 0, joint.start()):
            continue
        named, short = _named(sentence, joint.start(), spelt)
        if named and (kind := _kind(sentence, joint, named, short=short)):
            brought_in = kind == "explicit" or short or " " in sentence[named.first : named.last]
            article = "" if named.article == "the" and brought_in else named.article
            yield Form((named.first, named.last), (named.first, 0), named.quoted, article, known=kind == "known", beside=True)
            yield from _longer(sentence, named)


def _longer(sentence: str, named: Named) -> Iterator[Form]:
    """The same definition of longer names, which the vocabulary must have: "commodification of heat, which is …"."""
    starts = [word.start() for word in WORD.finditer(sentence, max(0, named.first - 40), named.first)]
    for first in starts[-MOST_WORDS:]:
        yield Form((first, named.last), (first, 0), False, "", known=True, beside=True)


def _named(sentence: str, end: int, spelt: dict[tuple[int, int], tuple[int, int]]) -> tuple[Named | None, bool]:
    """The term before a joint, and whether a short form stands between them ("X (SF), a …")."""
    before = _SHORT.search(sentence, max(0, end - 14), end)
    if before:
        long = next((long for short, long in spelt.items() if before.start() <= short[0] and short[1] <= before.end()), None)
        if long:
            return Named(*long, "", False), True
    if sentence[end - 1] == ")" and not before:
        opened_at = sentence.rfind(" (", 0, end)
        known = next((short for short, long in spelt.items() if opened_at < long[0] < end), None)
        return (Named(*known, "", False), True) if known else (None, False)
    named = noun_before(sentence, 0, before.start() if before else end)
    opened = named and sentence[max(0, named.first - 1) : named.first] in {'"', "“"}
    return (named._replace(quoted=True) if named and opened else named), bool(before)


def _kind(sentence: str, joint: re.Match[str], named: Named, *, short: bool) -> str:
    """What makes a definition of what stands behind a joint: "sure", or "known" if only for a name that the vocabulary has; or empty."""
    at, by = joint.end(), joint["by"].strip()
    term = sentence[named.first : named.last]
    begins = named.first <= len(named.article) + 2
    introduced = _INTRODUCED.search(sentence, max(0, named.first - 60), named.first) is not None
    said_so = joint["by"] == "," and sentence[joint.start() + 1 : joint.start() + 2] in {'"', "”"}
    if term.lower() in _ADVERBIAL or said_so or _HEADS.match(sentence[: named.first]):
        return ""
    name = is_name(term, begins=named.first == 0)
    if name:
        thats = _THATS.match(sentence, at)
        return "known" if thats and says_what(sentence, thats.end()) else ""
    if sure := _SURE.match(sentence, at):
        aside = _BESIDE_POINT.match(sentence, sure.end()) and "which" not in sure[0]
        return "" if aside or len(sentence[sure.end() :].split()) < _LEAST else "explicit"
    if said := _SAID.match(sentence, at):
        at = said.end()
        sort = says_what(sentence, at, loose=True)
        told = sort in {"measure", "how"} if said[0].startswith("or ") else sort not in {"", *ENTITIES, *PEOPLE}
        told = told or (said[0].startswith("meaning") and _of_adjective(sentence, named))
        told = told or (said[0].startswith(("basic", "essen")) and _SOMETHING.match(sentence, at) is not None)
        return "explicit" if told or (said[0].startswith(("meaning", "being")) and _plain(sentence, at)) else ""
    if introduced and (says_what(sentence, at, loose=True) or _plain(sentence, at) or _WHERE.match(sentence, at)):
        return "sure"
    if by == "(" and (_plain(sentence, at) or (begins and _CLAUSED.match(sentence, at) and _generic(term))):
        return "sure"
    if by in "—–-" and by and begins and _DASHED.match(sentence, at) and _generic(term):
        return "sure"
    if (thats := _THATS.match(sentence, at)) and not sentence.startswith("what", thats.end()):
        return _which(sentence, thats.end(), named, short=short, many=" are" in thats[0])
    if _IN_WHICH.match(sentence, at):
        return _in_which(sentence, at, named, short=short)
    return _apposed(sentence, at, by, named, short=short)


def _of_adjective(sentence: str, named: Named) -> bool:
    """ "is autoregressive, meaning …": what an adjective means is told in any clause."""
    before = sentence[: named.first].rstrip().rpartition(" ")[2].lower()
    return before in {"is", "are", "be", "being"} and _ADJECTIVE.fullmatch(sentence[named.first : named.last]) is not None


def _plain(sentence: str, at: int) -> bool:
    """Whether what follows is no clause: "meaning requests filed at several sites"."""
    many = MANY_THAT.match(sentence, at)
    return not _CLAUSE.match(sentence, at) and bool(many and singular(many["noun"]) != many["noun"])


def _which(sentence: str, at: int, named: Named, *, short: bool, many: bool) -> str:
    """ "X, which is a …": of a name that the vocabulary has, or of a term that an article or a compound brings in."""
    if (says_what(sentence, at) or (many and genus_of(sentence, at, plural=True))) in {"", False, *ENTITIES}:
        return ""
    compound = "-" in sentence[named.first : named.last] or named.article in {"a", "an"} or short or named.quoted
    measured = MEASURED.match(sentence, at) or says_what(sentence, at) in {"how", "measure"}
    return "sure" if compound or measured else "known"


def _in_which(sentence: str, at: int, named: Named, *, short: bool) -> str:
    """ "X, in which …, is": of what its sentence begins with, or brings in by an article or in quotation marks."""
    begins = sentence[: named.first].strip("\"“‘' ").lower() in {"", "a", "an"}
    if singular(sentence[named.first : named.last].split()[-1].lower()) in TIMES | NO_SORT | PEOPLE:
        return ""
    if _HYPHENED.fullmatch(sentence[named.first : named.last]) and " which" in sentence[at : at + 12]:
        return "sure"
    return "sure" if (begins or short) and named.article != "the" and _GOES_ON.search(sentence, at) else ""


def _odd(term: str, sentence: str, at: int, genus: str) -> bool:
    """Whether many things would be one: "certificates, a server that …" is a list."""
    many = singular(term.lower()) != term.lower() and not term.endswith(("ics", "sis"))
    return (
        many
        and sentence.startswith(("a ", "an "), at)
        and genus not in KINDS | {"way", "trick", "technique", "method", "practice", "term", "name"}
    )


def _generic(term: str) -> bool:
    """Whether words name a thing in general, to judge by their form: several, or one that no name looks like."""
    return " " in term or "-" in term or NOUN_ENDING.fullmatch(term) is not None


def _participle(words: str) -> bool:
    """Whether words begin with what somebody did: "speaking from Texas"."""
    return words.split()[0].endswith("ed") or words.split()[0] in {
        "speaking",
        "writing",
        "talking",
        "citing",
        "according",
        "including",
        "hoping",
    }


def _reversed(sentence: str) -> Iterator[Form]:
    """ "The share of … (the hit rate)" """
    for match in _REVERSED.finditer(sentence):
        start = max((clause.end() for clause in re.finditer(r"[,;:] |^", sentence[: match.start()])), default=0)
        led = "(" + match["term"] not in match[0] and not match["quote"]
        told = led and says_what(sentence, start) not in {"", *PEOPLE, *ENTITIES}
        if told or (match["quote"] and len(sentence[start : match.start()].split()) > _LEAST):
            yield Form(match.span("term"), (start, 0), bool(match["quote"]), "a", beside=True)


def _apposed(sentence: str, at: int, by: str, named: Named, *, short: bool) -> str:
    """ "X, a …": at the beginning of a sentence that goes on, else where no list is and the sort of thing is sure."""
    if (by == "," and (_LISTED.match(sentence, at) or _LEADS_IN.search(sentence, 0, named.last))) or _A_NAME.match(sentence, at):
        return ""
    if by == "," and not short and _FINITE.match(sentence, at):
        return ""
    begins = named.first <= len(named.article) + 2
    term = sentence[named.first : named.last]
    genus = says_what(sentence, at, loose=short or named.article in {"a", "an"})
    if begins and _ONE.match(sentence, at) and _GOES_ON.search(sentence, at):
        return "sure"
    if not short and (sentence[: named.first].endswith((" and ", " or ")) or _odd(term, sentence, at, genus)):
        return ""
    bare = (begins or named.quoted) and (_BARE.match(sentence, at) if by == "," else DOING.match(sentence, at))
    if bare and (named.quoted or NOUN_ENDING.fullmatch(term.split()[-1])) and not _participle(bare[0]):
        return "sure"
    if genus == "deed" or not genus or genus in ENTITIES | PEOPLE:
        return ""
    if by == "," and genus == "how":
        return ""
    if begins:
        sort = (
            " " in term
            or "-" in term
            or short
            or named.quoted
            or term.isupper()
            or NOUN_ENDING.fullmatch(term)
            or named.article in {"a", "an"}
        )
        goes_on = by != "," or _GOES_ON.search(sentence, at)
        return "sure" if goes_on and (sort or MEASURED.match(sentence, at) or genus == "how") else ""
    if named.article == "the" and " " not in term and not short:
        return ""
    compound = short or " " in term or "-" in term or genus in {"measure", "how"}
    return "sure" if compound or (genus in SORTS - PEOPLE and sentence.startswith(("a ", "an ", "any "), at)) else ""
