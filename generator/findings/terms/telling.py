"""Ways to say what a thing is without a sort of things: a measure, a deed, a "when" or "how", many things told apart. Forms of words only.

What it takes to be a sort of things, and how good a saying is, is told in `gloss`.
"""

import re

from generator.findings.terms.genus import NO_ACTS, NO_SORT, NO_TERM, PEOPLE, TIMES
from generator.text import singular

#: "the warmth that leaves a plant unused".
THE_THAT = re.compile(r"the (?:[a-z-]+ ){1,2}(?:that|which|on which|in which|where) ")
_MEASURED = re.compile(
    r"(?:the (?:[a-z-]+ )?)?(?:number|share|amount|percentage|proportion|fraction|ratio|rate|probability|chance|time|distance"
    r"|cost|price|volume|gap"
    r"|difference|ability|tendency|capacity|degree|extent|point|process|practice|method|technique|act|wait|idea|maximum"
    r"|minimum|total|sum|average"
    r"|length|temperature|pressure|depth|age|angle|frequency|range|threshold|stage|limit|strength|size|width|height|weight|speed|power) "
    r"(?:of|(?<=difference )in|that|to|at which|to which|by which|in which|between|from|before|until|after|when|where|it takes"
    r"|(?:an?|the) \w+ (?:takes|needs|has|may|can))\s"
    r"(?!which\b|(?:\w+ ){0,2}(?:everything|matters?|counts)\b)",
    re.IGNORECASE,
)
#: "the fee a shipper pays when …"; not "the fee we paid".
_CONTACT = re.compile(
    r"the (?!\w+er the )(?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)(?: (?:you|it|they|people|somebody|someone)|(?<!s) (?:an?|the"
    r"|one|two|three)) (?!of )(?![a-z]+ed\b)[a-z'’-]+ \S+",
    re.IGNORECASE,
)
#: "claims and costs divided by premiums"
_FORMULA = re.compile(
    r"(?!an? )(?:[\w-]+ ){0,7}?[a-z-]+s (?:divided by|multiplied by|minus|as a (?:share|percentage|proportion|fraction) of) "
    r"(?:(?:the|all) [a-z]|[a-z-]+s\b)",
    re.IGNORECASE,
)
DOING = re.compile(r"(?!thing|something|nothing|anything|everything)[a-z]{2,}ing(?:\s+\S+){3}", re.IGNORECASE)
_HOW = re.compile(
    r"(?:how (?:much|many|often|far|long|fast|well|likely|quickly|close|strongly|sure|big|hot|deep|surprised|good|hard"
    r"|[a-z]+(?= (?:an?|the|your|each|every|it|you|they|one|people|something|things?) ))"
    r"|the (?:day|moment|point|date|hour|stage) (?:when|that|at which|on which|(?:the|an?|you|it|somebody))"
    r"|where (?:you|an?|each|every|someone|somebody|people)|when (?!(?:i|we|he|she|they|it|i'm) )\w+"
    r"|what an? [a-z-]+ (?:can|has to|must|is allowed to|pays|owes|gets|costs|weighs|holds|carries)"
    r"|whatever [a-z]+s\b|what (?:happens|(?:share|part|fraction|percentage|proportion) of|you (?:get|pay|owe|earn)|remains|is left|lets"
    r"|makes|keeps|goes)"
    r"|you (?:take|put|give|start|split|run|let|keep|store|train|ask|write|build) (?:an?|the|your|all|each|every|it|two"
    r"|several))(?:\s+\S+){2}",
    re.IGNORECASE,
)
#: "things that …", "machine-made texts nobody has read".
MANY_THAT = re.compile(
    r"(?:[\w-]+ ){0,2}(?P<noun>[\w-]+s) (?:that|which|who|(?:in|at|by|for|on|to|from) which|where|nobody"
    r"|whose|made|used|filed|left|built|sent|drawn|[a-z]+ed"
    r"|[a-z]+ing) (?:\S+ ){1,}\S"
)

#: "the cost of work falls": a sentence and no gloss.
_FINITE = re.compile(
    r"(?:the|an?) (?:[\w-]+ ){1,3}?(?:(?:of|to|between|for|in|with) (?:(?!that |which |who |where )[^\s,]+ ){1,6}?)?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|must|may|might|should|does|did|falls?|rises?|fell|rose|goes|went)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|where|when|whose|you|we|they|it|people|somebody|someone)\b")
#: "the slow departure of data", "the bending of a package": a deed that has become a noun.
_ACT = re.compile(
    r"the (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]{3,}(?:ing|tion|sion|ment|ure|ance|ence|[ai]val)|growth|spread|study|art|science|craft|use"
    r"|theft|transfer"
    r"|habit|loss)(?: (?:and|or) [a-z]+)? of \S",
    re.IGNORECASE,
)
#: What a clause begins with, and a remark that says nothing of the thing.
CLAUSE = re.compile(
    r"(?:that|it|they|you|we|i|he|she|there|this|these|those|nobody|everyone|no|not|is|are|was|were|has|had|have|will|can|if|then|who"
    r"|what)\b"
    r"|(?:(?!that |which |who |where |nobody )\S{1,40} ){1,2}?(?:is|are|can|could|will|would|must|has|have)\b",
    re.IGNORECASE,
)
BESIDE_POINT = re.compile(
    r"(?:to|in|on|at|for|with|of|about|if|when|by|from|not|and|but|or|yet|as|either|both|without|with|except|other|all (?!the )\S+"
    r"|e\.g\.,?|including) "
    r"|[^\w\"“‘']"
)
SOME_ONE = re.compile(r"(?:an?|the) (?:\w+ )?ones?\b|(?:these|those|this|that) ")
#: "A flaky test, one that fails now and then, …".
ONE = re.compile(
    r"(?:(?:the )?ones?|anything|anybody|anyone|somebody|someone|something) (?:who|that|which|where|(?:in|at|by|for|on) which"
    r"|whose) (?!might|may|could|would|will)\S+ \S+ \S+"
)
#: What is told of one time is a tale: "where you find that it was written by a man who …".
_TALE = re.compile(r"\b(?:was|were|had|did(?! not\b))\b")
#: "when the questions were in the training data": of any time.
_WHEN_ONE = re.compile(r"when (?:the|an?|you|somebody|someone|people|things?) (?:\S+ ){3}")
_ENDS = re.compile(r"[.;:()]")
#: So near to the beginning (characters).
_NEAR = 60


def is_measure(sentence: str, at: int) -> bool:
    """ "the share of …", "the fee a shipper pays when …" """
    contact = _CONTACT.match(sentence, at)
    called = contact is not None and contact["noun"].lower() not in NO_SORT | NO_TERM | PEOPLE | TIMES
    return called or _MEASURED.match(sentence, at) is not None or _FORMULA.match(sentence, at) is not None


def act(sentence: str, at: int) -> tuple[str, ...]:
    """The words of a deed that has become a noun: "the slow departure of …"; none if none stands there."""
    found = _ACT.match(sentence, at)
    return tuple(found[0].lower().split()) if found and found["noun"].lower() not in NO_ACTS else ()


def is_how(sentence: str, at: int) -> bool:
    """ "how many …", "when you …", "what happens if …", but for what happened once."""
    if _WHEN_ONE.match(sentence, at):
        return True
    return _HOW.match(sentence, at) is not None and not _TALE.search(_ENDS.split(sentence[at : at + _NEAR], maxsplit=1)[0])


def are_many(sentence: str, at: int) -> bool:
    """Whether many things are told apart, and no clause begins: "requests filed at several sites"."""
    many = MANY_THAT.match(sentence, at)
    begins = CLAUSE.match(sentence, at) or BESIDE_POINT.match(sentence, at)
    return not begins and bool(many and singular(many["noun"]) != many["noun"])


def is_sentence(sentence: str, at: int) -> bool:
    """Whether what stands at a place has a verb of its own, not in a relative clause."""
    finite = _FINITE.match(sentence, at)
    return finite is not None and not _RELATIVE.search(finite[0])
