"""Words that stand beside a term with nothing but a comma, a bracket or a dash between: whether they are an aside, and how well they tell.

A list, what only leads in, and the sentence itself stand so, too. Links with a word of their own are told in `beside`.
"""

import re

from generator.findings.terms.genus import KINDS, PEOPLE, SORTS
from generator.findings.terms.gloss import Grade
from generator.findings.terms.links import Aside
from generator.findings.terms.naming import ACRONYM, NOUN_ENDING, Standing
from generator.findings.terms.telling import MANY_THAT, ONE, THE_THAT, is_sentence

GOES_ON = re.compile(
    r"(?:,|—|–|\)) (?:is|are|was|were|has|have|had|can|will|would|may|did|does|[a-z]+s|[a-z]+ed|cost|cut|hit|rose|fell|grew|saw|took"
    r"|made|came|went"
    r"|got|gave|lost|won|sold|paid|kept|held|led|left|met|ran|said|sank|sent|set|spent|stood|told|drew|brought|bought|began|became"
    r"|found)\b"
)
#: "In closing, a sentence …": the comma ends what only leads in.
_LEADS_IN = re.compile(
    r"(?:^|[,;:] |\b(?:that|and|but|because|so|says|said) )(?:of|in|at|for|with|on|when|if|as|by|after|before|since|while|from|under"
    r"|during"
    r"|unlike|like|than|instead|once|because|to|through|among|given|without|where|although|though|until|\w+ing)\s[^,]*$",
    re.IGNORECASE,
)
#: "the industry body, the Association of …" is a name; "the longer the hours, the higher the …" compares.
_A_NAME = re.compile(r"(?:an?|the) [A-Z][a-z]|the (?:more|less|[a-z]+er) the ")
#: "trucking from the port to a warehouse, is": words without an article between commas.
_BARE = re.compile(
    r"(?!(?:speaking|writing|talking|citing|according|including|hoping|[a-z]+ed|\w+ (?:most|half|much|all)) )"
    r"[a-z][a-z-]+ [a-z-]+ (?:from|of|for|on|in|by|that"
    r"|with|to|at"
    r"|into) (?:[^\s,]+ ){1,12}[^\s,]+, (?:is|are|was|were|has|have|can|will)\b"
)
#: "(a second model sorts the hits again)", "— keywords and vectors side by side — beats".
_CLAUSED = re.compile(r"(?:an?|the|you|each|every|one) (?:[^\s()\d]+ ){3,30}[^\s()]+\)")
_DASHED = re.compile(
    r"(?!(?:even|especially|unlike|at|in|with|for|once|still|long|already|not|never|and|or|but|if|who|which|as|like|including"
    r"|from|on|by|no|i|we|he|she"
    r"|they|it|you|now|then|thanks|perhaps|maybe)\b)"
    r"(?:[^\s—–]{1,60} ){3,25}?[^\s—–]{1,60}\s?[—–-]\s?(?:is|are|was|has|have|can|will|[a-z]+s)\b"
)
#: "Politics, a game of inches, …" is too little (words).
_LEAST = 5
_CLOSED = re.compile(r"[^—–]{10,160}\s?[—–]\s?[a-z]")
#: A list of things is no apposition: "a pump, a pipe that leaks, and a hose"; a verb ends the apposition before it.
_LISTED = re.compile(r"[^.;:()]{1,90}, (?:and|or) ")
_ENDS = re.compile(
    r"[^.;:(),]{1,90}, (?:and )?(?:is|are|was|were|has|have|had|can|will|would|may|did|does|[a-z]+s|[a-z]+ed|brought|came|went|made"
    r"|took)\b"
)
#: "…, making the old one needless": what follows from all that was said.
_RESULT = re.compile(
    r"(?:making|leading|allowing|enabling|giving|leaving|causing|creating|helping|adding|forcing|ending|reducing|raising|resulting"
    r"|showing|suggesting"
    r"|including|following|turning|filling|bringing|saying|citing|hoping|noting|arguing|building|starting|using)\b"
)
_ARTICLE = re.compile(r"(?:an?|the|any|ones?) ")
#: "a library with 90 million downloads" is one of its sort.
_FIGURE = re.compile(r"[^.,;:()—\d]{1,90}\d")
#: "the stubbornness of heavy rotors", "the climb in demand": a state or a movement of things in general, not "of the king".
_STATE = re.compile(
    r"the (?:[a-z-]+ ){0,2}?(?:[a-z]{3,}ness|climb|drop|rise|fall|swing|shift|flow|drift|pull|push|jump|dip|surge) (?:of|in|between|from)"
    r" (?!(?:the|his|her|its|their|our|my|this|that|these|those|all|both|every) )[a-z]"
)
#: Sorts of which many may be one: "flaky tests, a sort of …".
_ONE_OF_MANY = KINDS | {"way", "trick", "technique", "method", "practice", "term", "name"}


def stands(aside: Aside) -> bool:
    """Whether the words stand where an aside does: not in a list, nor behind what only leads in, nor as the sentence itself."""
    sentence, joint, at = aside.sentence, aside.joint, aside.joint.at
    before, introduced = sentence[: joint.named.first], aside.surely is Standing.INTRODUCED
    one_of_many = aside.many and sentence.startswith(("a ", "an "), at) and aside.said.sort not in _ONE_OF_MANY
    if _A_NAME.match(sentence, at) or (one_of_many and not introduced):
        return False
    joined = before.endswith((" and ", " or ")) and not (aside.said.grade is Grade.MEASURED and before.endswith(", and "))
    if joint.by != "comma":
        return introduced or not joined
    if _LEADS_IN.search(sentence, 0, joint.named.last):
        return False
    listed = joined or (_LISTED.match(sentence, at) and not _ENDS.match(sentence, at))
    if not introduced and (listed or is_sentence(sentence, at)):
        return False
    return not joint.first or (introduced and bool(listed)) or GOES_ON.search(sentence, at) is not None


def graded(aside: Aside) -> Grade:
    """How well the words say what the term is, there where they stand."""
    said, sentence, at = aside.said, aside.sentence, aside.joint.at
    if said.sort == "deed" and _RESULT.match(sentence, at):
        return Grade.NOTHING
    if said.grade is Grade.SURE and aside.many and not _ARTICLE.match(sentence, at) and not MANY_THAT.match(sentence, at):
        return Grade.NOTHING
    if aside.joint.first and _STATE.match(sentence, at):
        return Grade.MEASURED
    many = said.sort == "many" and aside.compound and aside.many
    if many or (said.grade in {Grade.WORDS, Grade.LOOSE} and _surely(aside)):
        return Grade.SURE
    grade = _CLOSES[aside.joint.by](aside)
    single = aside.joint.by != "bracket" and not (aside.compound or aside.joint.first or _of_a_sort(aside))
    return Grade.LOOSE if grade is Grade.SURE and single else grade


def _surely(aside: Aside) -> bool:
    """Whether any noun will do: "a cold plate, a lump of …", "hard carbon, a disordered carbon …" or "carbon that …", "waste heat, the
    warmth that …".
    """
    sentence, at = aside.sentence, aside.joint.at
    same = aside.said.sort == aside.term.split()[-1].lower() and sentence.startswith(("a ", "an "), at)
    last = re.escape(aside.term.split()[-1])
    again = re.match(rf"{last} (?:that|which|[a-z]+ed|felt|made|held|kept) ", sentence[at : at + 80]) is not None
    the_that = aside.compound and not aside.joint.named.article and THE_THAT.match(sentence, at) is not None
    loose = aside.said.grade is Grade.LOOSE and aside.said.sort not in {"deed", "many"}
    return (loose and (aside.a or same)) or the_that or again


def _of_a_sort(aside: Aside) -> bool:
    """Whether a single word may be a term, because a sort of things is named behind it: "vectors, animals that …"."""
    sentence, at = aside.sentence, aside.joint.at
    opened = sentence.startswith(("a ", "an ", "any "), at) or (aside.many and MANY_THAT.match(sentence, at) is not None)
    return (aside.said.sort in SORTS - PEOPLE and opened) or ACRONYM.fullmatch(aside.term) is not None


def _comma(aside: Aside) -> Grade:
    """Of a deed or of many things only what is closed off; no "when", nor what is too short, nor a figure."""
    sentence, at, first, quoted = aside.sentence, aside.joint.at, aside.joint.first, aside.joint.named.quoted
    named = quoted or (first and NOUN_ENDING.fullmatch(aside.term.split()[-1]))
    if (first and ONE.match(sentence, at)) or (named and _BARE.match(sentence, at)):
        return Grade.SURE
    short = len(sentence[at:].split(",")[0].split()) < _LEAST and aside.said.sort in SORTS
    open_how = aside.said.sort == "how" and not (first and sentence.startswith("how ", at))
    return Grade.NOTHING if open_how or short or _FIGURE.match(sentence, at) else aside.said.grade


def _bracket(aside: Aside) -> Grade:
    if aside.said.sort == "how" and aside.sentence.startswith(("when", "where"), aside.joint.at):
        return Grade.NOTHING
    open_ = aside.joint.first and aside.said.grade < Grade.LOOSE and not _CLAUSED.match(aside.sentence, aside.joint.at)
    return Grade.NOTHING if open_ else aside.said.grade


def _dash(aside: Aside) -> Grade:
    closes = _CLOSED if aside.said.grade is Grade.LOOSE else _DASHED
    open_ = aside.joint.first and aside.said.grade < Grade.SURE and not closes.match(aside.sentence, aside.joint.at)
    return Grade.NOTHING if open_ else aside.said.grade


_CLOSES = {"comma": _comma, "bracket": _bracket, "dash": _dash}
