"""What links a term to words beside it: a comma, a bracket, a dash, a colon, "i.e.", "which is", its long form. Within one sentence.

Which links are there; how good the words behind each must be is told in `beside`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.findings.terms.gloss import Gloss
from generator.findings.terms.naming import Named, Standing, article, noun_before
from generator.findings.terms.spelling import pairs

Spelt = Mapping[tuple[int, int], tuple[int, int]]

#: What parts a term from what is said of it.
_JOINT = re.compile(r"(?P<by>,|:|\s\(|\s?[—–]|\s--?(?=\s))[\"”’']?\s?(?=\S)")
_BY = {",": "comma", ":": "colon", "(": "bracket"}
_SHORT = re.compile(r"(?:\s\([A-Z][\w./&-]{1,9}\)|, (?:or )?[A-Z][\w-]*[A-Z]s?)$")
_LINKS = (
    (
        "i.e.",
        re.compile(
            r"(?:that is,|(?:that|which) is to say,?|namely,?|i\.e\.,?|as in(?= (?:how|when you|what happens) )"
            r"|in other words,?|which is to say,?|in effect|(?:which"
            r"|that) (?:\w+ ){1,2}(?:explains?|glosses"
            r"|describes?|defines?) as|short for [^,()]{3,60},)\s+"
        ),
    ),
    (
        "word",
        re.compile(
            r"(?:an? |the )?(?:(?!but )[a-z]{1,30} )?(?:word|term|phrase|name), which (?:just |simply |basically |really )?"
            r"(?:is|means) (?:just |simply |basically |really )?"
            r"|which (?:means|is) (?:exactly |just )?what it (?:says|sounds like)[:;,]\s+"
        ),
    ),
    (
        "meaning",
        re.compile(
            r"(?:meaning|(?:which|it|that) (?:just |simply |basically )?means|basically|essentially|being|(?:or|and) (?:basically|roughly"
            r"|simply),?)\s+"
        ),
    ),
    (
        "or",
        re.compile(
            r"(?:or(?= (?:an?|the|how|what|[a-z]+ing) )|so(?= (?:from|how|the (?:time|number|share)"
            r"|[a-z]+ing|(?:an?|the) (?:[a-z-]+ ){1,3}?(?:that|which|where|who)) (?!(?:\S+ ){1,3}(?:is|are|was|were|will|can|has) )))\s+"
        ),
    ),
    (
        "which is",
        re.compile(
            r"(?:that['’]s|that is|the latter being|which is|which are|who is|they['’]re|which turns? out to be)\s+"
            r"(?:basically |just |essentially |simply |really |roughly )?(?!what\b)"
        ),
    ),
    (
        "in which",
        re.compile(
            r"(?=(?:in|by|under|through|with|for) which \S+ |whereby |where (?!(?:he|she|i|we|they|it|there) )\w+ |when (?:an?|the|you"
            r"|one|each|every) )"
        ),
    ),
)
#: Between a long form and what it says: "(its access control list: who …)", "…, it's the filing cabinet".
_AFTER_SPELT = re.compile(
    r"[,:;—–]\s?(?:so |it['’]s |that['’]s |which is |basically )*(?!(?:is|are|was|were|has|have|had|can|will|and|or|but)\b)"
)
#: What is said behind a long form and a comma, and does not go on with the sentence.
_SAID_OF = re.compile(r", (?:an?|the|so|it['’]s|that['’]s|which is) ")
#: "p95 (the ninety-fifth percentile, the time …)"
_ALSO = re.compile(r"(?:the |an? )?[^,()]{3,40}, (?=(?:the|an?) )")
_BEFORE_SPELT = re.compile(r"(?:the |an? |its |their |our |that['’]s |short for |stands for |which is )*")


class Joint(NamedTuple):
    """A term and what links it to words beside it.

    `start`: where what parts the two begins. `by`: "comma", "bracket", "dash", "colon". `link`: the link, which is `by` if there is no
    word for it. `first`: the term is what its sentence begins with. `at`: where the words begin that may say what it is. `opened`: where
    those of the link begin. `short`: a short form stands between.
    """

    named: Named
    start: int
    by: str
    link: str
    first: bool
    at: int
    opened: int
    short: bool


class Aside(NamedTuple):
    """Words beside a term: how well they say what a thing is, and how surely those before them are a term."""

    sentence: str
    joint: Joint
    said: Gloss
    surely: Standing

    @property
    def term(self) -> str:
        """The words of the term."""
        return self.sentence[self.joint.named.first : self.joint.named.last]

    @property
    def a(self) -> bool:
        """Whether "a" brings the term in."""
        return self.joint.named.article in {"a", "an"}

    @property
    def compound(self) -> bool:
        """Whether the term has several parts."""
        return " " in self.term or "-" in self.term

    @property
    def many(self) -> bool:
        """Whether the term is a plural."""
        return self.joint.named.many(self.sentence)


def joints(sentence: str) -> Iterator[Joint]:
    """The links in a sentence, in its order."""
    spelt = {pair.short: pair.long for pair in pairs(sentence)}
    for match in _JOINT.finditer(sentence):
        named, short = _named(sentence, match.start(), spelt)
        if named and (found := _link(sentence, match, named, spelt)):
            first = named.first <= len(named.article) + 2
            yield Joint(named, match.start(), _by(match), found[0], first, found[1], match.end(), short)


def _by(match: re.Match[str]) -> str:
    return _BY.get(match["by"].strip(), "dash")


def _named(sentence: str, end: int, spelt: Spelt) -> tuple[Named | None, bool]:
    """The term before a joint, and whether a short form stands between them ("X (SF), a …")."""
    if pair := next(((short, long) for short, long in spelt.items() if end in {short[1], long[1]}), None):
        first = min(pair)
        return Named(*first, article(sentence, first[0]), False), pair[1][1] == end
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


def _link(sentence: str, match: re.Match[str], named: Named, spelt: Spelt) -> tuple[str, int] | None:
    """The link and where what it links begins; None where only the short or the long form of the term stands."""
    if (after := _after_spelt(sentence, match, named, spelt)) is not None:
        return ("spelt", after) if after else None
    for link, pattern in _LINKS:
        if found := pattern.match(sentence, match.end()):
            return link, found.end()
    return _by(match), match.end()


def _after_spelt(sentence: str, match: re.Match[str], named: Named, spelt: Spelt) -> int | None:
    """Where a meaning begins behind the long form of a term; 0 if there is only the long form, None if there is none."""
    if match["by"] == "," and any(long[1] == match.start() and short[0] == named.first for short, long in spelt.items()):
        after = _SAID_OF.match(sentence, match.start())
        return match.end() if after else None
    led = _BEFORE_SPELT.match(sentence, match.end())
    at = led.end() if led else match.end()
    if any(match.end() <= short[0] <= at and spelt[short][1] <= named.last for short in spelt):
        return 0
    if long := next((spelt[short] for short in spelt if short[1] == named.last and match.end() <= spelt[short][0] <= at), None):
        after = _AFTER_SPELT.match(sentence, long[1])
        comma = sentence.startswith(",", long[1]) and "(" not in match["by"]
        plainly = after and (not comma or _SAID_OF.match(sentence, long[1]))
        return after.end() if after and plainly else 0
    coded = "(" in match["by"] and any(c.isdigit() for c in sentence[named.first : named.last])
    also = _ALSO.match(sentence, match.end()) if coded else None
    return also.end() if also else None
