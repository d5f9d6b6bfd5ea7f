"""Definitions in which something gets its name: "… is called X", "…, a practice known as X", "we call this X: …".

Within one sentence; what counts as a definition is told in `gloss`.
"""

import re
from collections.abc import Iterator

from generator.findings.terms.form import Form
from generator.findings.terms.genus import ENTITIES, PEOPLE
from generator.findings.terms.gloss import WORD, Grade, gloss
from generator.findings.terms.letters import is_short
from generator.findings.terms.telling import DOING, is_measure
from generator.findings.terms.verbs import QUOTED, TERM

_CALLED = re.compile(
    rf"\b(?:called|known as|goes by the name of|termed|dubbed|referred to as)\s+(?:being\s+)?(?:an?\s+|the\s+)?"
    rf"(?:{QUOTED}|(?=[^\W_]))"
)
#: What ends an unknown term that stands in no quotation marks.
_ENDED = re.compile(r"\s*(?:[.,;:()—–]|$)|\sand,|\s(?:that|which|where|in which|whose)\b")
_TOLD = re.compile(
    r"[\"”’']?(?: \([^()]{1,60}\))?(?: [a-z]+){0,2}\s?(?::|,? (?:which|where|whereby|(?:in|by|under) which|whose"
    r"|that)\b)\s*(?=(?:\S+\s+){2}\S)"
)
_NAMED = re.compile(r"\b(?:an?|the)\s+(?:[\w'’-]+\s+){1,14}(?:often |also |sometimes |usually |now )?$", re.IGNORECASE)
#: "…, a practice known as X": the sentence tells it.
_A_DEED = re.compile(
    r"[,—–(] ?(?:an? |in a )(?:[a-z-]+ )?(?:practice|process|technique|method|procedure|approach|trick|phenomenon|effect|tactic"
    r"|strategy|habit|condition"
    r"|arrangement|system|scheme|policy|pattern|style) (?:that is |often |also |sometimes |usually |now |commonly |widely )?$"
)
#: "tiny vertical wires known as TSVs".
_MANY = re.compile(r"\b(?:of|are|as|by|with|into|,) (?P<many>(?:[a-z-]+ ){1,3}[a-z-]{2,}s )$")
_PASSIVE = re.compile(r"\b(?:is|are|be|been|being)(?: (?:also|often|sometimes|commonly|usually|now|generally|what can be))*\s*$")
_EXPLAINED = re.compile(rf"{QUOTED}(?: [a-z]+){{0,2}}(?::|,? (?:where|in which))\s+(?P<rest>[^?]+)$")
_THAT = re.compile(r" (?:that|which)$")
#: "They lock the files and publish them, which is known as …"
_ALL_THAT = re.compile(r"(?:which|that|this)(?: is|['’]s)? ?")
_WHAT_THEY = re.compile(r"\bwhat (?:\w+ ){1,2}$")
_SO_CALLED = re.compile(r"\b(?:that|this|it)(?:['’]s| is)\s*$", re.IGNORECASE)
#: "Economists call this the rebound effect: when …", "Permanence, it's called, so …".
_CALL_THIS = re.compile(
    rf"\bcalls? (?:this|that|it|these|them) (?:an? |the )?(?:{QUOTED}|(?P<bare>{TERM}))(?::| [—–-]|[,]?[\"”]?,? (?:meaning"
    rf"|which means|that is,)|[\"”]?,(?= (?:\w+ing|an?|the|when|where|how|[a-z]+s (?:that|which|where)) )) (?=(?:\S+ ){{4}})"
)
_IT_IS_CALLED = re.compile(rf"(?P<bare>{TERM}),? (?:it|that|this)(?:['’]s| is) called(?:,? so|:| [—–-]) (?=(?:\S+ ){{4}})", re.IGNORECASE)
#: What is told behind a colon is no tale: "the firm sacked forty people".
TELLS = (
    r"(?!(?:he|she|they|we|i|it|the \w+|(?-i:[A-Z])\w+) (?:was|were|had|did|has|[a-z]{2,}ed|took|went|came|gave|made|got|lost|won) )"
    r"(?:\S+ ){3}"
)
#: "what the trade calls X: …", "what doctors know as X (you would say …)"
_WHAT_IS_CALLED = re.compile(
    r"\b(?:[Ww]hat (?!s?he )(?:[\w-]+ ){1,3}?(?:calls?|terms?|dubs?|knows? as)"
    r"|a (?:\w+ )?(?:term|word|name|phrase) for (?:it|that|this|them),"
    r"|[Tt]he (?:technical|proper|usual|official|legal|medical|trade|formal) (?:term|word|name|phrase)(?: for (?:it|that|this))? is)"
    rf" (?:{QUOTED}|(?P<bare>{TERM}))(?:: (?={TELLS})|, (?=when (?!(?:he|she|i|we) )(?:\S+ ){{3}})"
    r"| \((?=(?:\w+ ){1,3}(?:would|might|may) (?:say|call it) ))"
)
#: "We call this the golden set."
_WE_CALL = re.compile(
    rf"\b(?:we|they|people|[a-z]+s) (?:all |now )?call (?P<what>this|that|these|those|it) (?:an? |the )?(?:{QUOTED}"
    rf"|(?P<bare>{TERM}))(?=[.,;:)—–]|$)"
)
#: "That's the number needed to treat: how many …", "That is moving block: a system …"
_THAT_IS = re.compile(
    rf"\(?(?:And |So )?(?:[Tt]hat|[Tt]his)(?: is|['’]s) (?:an? |the )?(?:called )?(?:{QUOTED}|(?P<bare>{TERM}))(?::|,(?= (?:when|where"
    rf"|in which|which means) )) (?=\S)"
)
#: "Engineers use the term X for …"
_USE_TERM = re.compile(
    rf"\b(?:use|uses|using|have|has|prefer) the (?:term|word|name|phrase|expression)s? (?:{QUOTED}|(?P<bare>{TERM})) (?:for|to describe"
    rf"|to mean) (?=\S+ \S)"
)
#: "In a berth charter she …; in a port charter she …": two that differ are set against one another.
_EITHER = re.compile(
    r"(?:[Ii]n|[Uu]nder|[Ww]ith|[Bb]y) an? (?P<one>[\w-]+ (?P<head>[\w-]+)),? (?:[^.;:?\s]+ ){3}[^.:?]{0,160}?[;,] ?(?:and |but |while "
    r"|whereas )?"
    r"(?:in|under|with|by) an? (?P<other>[\w-]+ (?P=head)),? (?:\S+ ){3}"
)
#: "If a ship does not come at all, that's called a blank sailing."
_IF_THAT = re.compile(
    rf"(?:(?:so|and|but|now),? )?(?:if|when|whenever|where) (?:an?|you|one|someone|somebody|the|two) [^;:?]{{15,200}}, (?:then )?"
    rf"(?:(?:that|this|it)(?:['’]s| is) (?:called|known as|termed)|(?:we|they|people|[a-z]+s) call (?:that|this|it)) (?:an? |(?=[\"“]))"
    rf"(?:{QUOTED}|(?P<bare>{TERM}))(?=[.,;]|$)",
    re.IGNORECASE,
)
#: "Engineers call that difference in height the head."
_CALL_MEASURE = re.compile(
    r"\bcalls? (?:this|that) (?P<told>(?:[\w-]+ ){2,6}?)the (?P<quoted>(?!))?(?P<bare>[^\W_][\w-]*(?: [a-z-]+)?)(?=[.,;:)]|$)"
)
#: "…, which the trade calls X."
_THEY_CALL = re.compile(
    r"(?:^|[\s(])(?:which|what|that|something) (?!(?:s?he|i|one|it)\b)(?:the |an? |most |some |many )?(?:[\w-]+ )?"
    r"(?!(?:s?he|i|one|it|would|could|might|may|can|will|should)\b)"
    r"(?P<who>[\w-]+) (?:now |often |usually |sometimes |also |have (?:started|begun|come|learned) to )*"
    rf"(?:calls?|have (?:started|begun) calling|terms?|dubs?|knows? as|refers? to as) (?:an? |the )?(?:{QUOTED}"
    rf"|(?P<bare>{TERM}))(?=[.,;:()—–\"”]|$| [(—–])"
)
_CLAUSE = re.compile(r"(?:^[\"“(]?|[,;:—–]\s+|\s-\s+|\b(?:because|while|whereas|since)\s+)")
_CLAUSE_END = re.compile(r"[;:(—–]\s?|, (?:and|but|so) ")
_IF_CALLED = re.compile(
    rf"\b(?:calls? an? (?:\w+ ){{1,2}}|(?:is|are) (?:called|said to be) )(?:{QUOTED}|(?P<bare>[a-z][\w-]+)) (?:if|when) (?=(?:\S+ ){{3}})"
)
_IN = re.compile(
    rf"(?:In|Under|With) (?:{QUOTED}|(?P<bare>[\w-]+ [a-z-]+(?:ing|tion|ment)|[\w]+-[\w-]+)), (?:an?|you|each|every|one) (?=(?:\S+ ){{5}})"
)
#: "The share of … (the hit rate)".
_REVERSED = re.compile(
    r"(?<=\s)\((?:the |an? |called |known as |the so-called |so-called "
    r"|in short, )*(?P<quote>[\"“]?)(?P<term>[a-z][\w-]*(?: [\w-]+){0,3})[\"”]?\)"
)
#: Words that a meaning has at least.
_LEAST = 3


def calling(sentence: str) -> Iterator[Form]:
    """The definitions of a sentence in which something is named."""
    for way in (_called, _call_this, _they_call, _if_called, _either, _explained, _reversed):
        yield from way(sentence)


def _form(match: re.Match[str], start: int, *, beside: bool = False) -> Form:
    """The form of a match that has its term in quotation marks, or bare."""
    quoted = bool(match["quoted"])
    first, last = match.span("quoted" if quoted else "bare")
    return Form((first, first + len(match.string[first:last].rstrip("."))), (start, 0), quoted, "a", beside=beside)


def _called(sentence: str) -> Iterator[Form]:
    """ "a network that … is called X", "a network called X, which …" """
    for match in _CALLED.finditer(sentence):
        terms = [match.span("quoted")] if match["quoted"] else _prefixes(sentence, match.end())
        before = sentence[: match.start()]
        begin = max((c.end() for c in _CLAUSE.finditer(before) if c.group().strip() != ","), default=0)
        for first, last in terms:
            told = _TOLD.match(sentence[last:]) is not None
            named = sentence[first].isupper() and not is_short(sentence[first:last])
            known = not match["quoted"] and (named or not _ENDED.match(sentence[last:]))
            start = _named_in(before, begin, told=told)
            if start is not None:
                yield Form((first, last), (start, 0), bool(match["quoted"]), "a", known=known)


def _named_in(before: str, begin: int, *, told: bool) -> int | None:
    """Where the definition begins that comes before "called"; None if there is none. `told`: it goes on behind the name."""
    before = _THAT.sub("", before.rstrip(", ")) + " "
    if passive := _PASSIVE.search(before, begin):
        subject = before[begin : passive.start()]
        if _ALL_THAT.fullmatch(subject.rpartition(", ")[2].strip()) and len(before.split()) > 2 * _LEAST:
            return begin
        return begin if told or gloss(subject, 0, many="are" in passive[0]).grade >= Grade.SURE or DOING.match(subject) else None
    if told and (so := _SO_CALLED.search(before)):
        return so.start()
    if (deed := _A_DEED.search(before)) and len(before[: deed.start()].split()) > _LEAST:
        return max((c.end() for c in _CLAUSE_END.finditer(before, 0, deed.start())), default=0)
    noun = None if _WHAT_THEY.search(before) else _NAMED.search(before, begin)
    if noun and (_sure(before, noun.start()) or (told and _sure(f"{noun[0]} that is told here", 0))):
        return noun.start()
    many = _MANY.search(before)
    return (
        many.start("many")
        if many and gloss(f"{many['many']}that are told here", 0, many=True).sort not in {"", *PEOPLE, *ENTITIES}
        else None
    )


def _sure(text: str, at: int) -> bool:
    return gloss(text, at).grade is Grade.SURE


def _prefixes(sentence: str, at: int) -> list[tuple[int, int]]:
    """The first words from a place on, the most of them first."""
    ends = [word.end() for word in WORD.finditer(sentence, at, at + 80)][:5]
    return [(at, end) for end in reversed(ends)]


def _call_this(sentence: str) -> Iterator[Form]:
    """ "Economists call this X: …", "X, it's called, so …" """
    for match in (*_CALL_THIS.finditer(sentence), *_WHAT_IS_CALLED.finditer(sentence)):
        yield _form(match, match.start())
    for match in _CALL_MEASURE.finditer(sentence):
        if is_measure(f"the {match['told']}", 0):
            yield _form(match, match.start())
    for match in _WE_CALL.finditer(sentence):
        before = len(sentence[: match.start()].split())
        if before > 2 * _LEAST or (match["what"] != "it" and not before and " " in (match["bare"] or match["quoted"])):
            yield _form(match, 0)
    for match in _USE_TERM.finditer(sentence):
        yield _form(match, match.start())
    if (that := _THAT_IS.match(sentence)) and gloss(sentence, that.end()).grade >= Grade.LOOSE:
        yield _form(that, 0)
    if so := _IF_THAT.match(sentence):
        yield _form(so, 0, beside=True)
    if called := _IT_IS_CALLED.match(sentence):
        yield Form(called.span("bare"), (0, 0), False, "a")


def _either(sentence: str) -> Iterator[Form]:
    """ "Under a voyage charter he buys a trip; under a time charter …" """
    for match in _EITHER.finditer(sentence):
        for term in ("one", "other"):
            yield Form(match.span(term), (match.start(), 0), False, "a")


def _they_call(sentence: str) -> Iterator[Form]:
    """ "…, which the trade calls X" """
    for match in _THEY_CALL.finditer(sentence):
        start = max((c.end() for c in _CLAUSE_END.finditer(sentence, 0, match.start())), default=0)
        start = 0 if _ALL_THAT.fullmatch(sentence[start : match.start()].strip()) else start
        if len(sentence[start : match.start()].split()) >= _LEAST:
            yield _form(match, start, beside=True)


def _if_called(sentence: str) -> Iterator[Form]:
    """ "We call a build hermetic if …", "In X, a small model …" """
    for match in (*_IF_CALLED.finditer(sentence), *_IN.finditer(sentence)):
        yield _form(match, match.start(), beside=True)


def _explained(sentence: str) -> Iterator[Form]:
    """ "the 'X': it …", "the 'X', where …" """
    for match in _EXPLAINED.finditer(sentence):
        rest = match["rest"].split()
        anew = sentence[match.start("rest") - 2] == ":" and rest[0].lower() in {"it", "they", "this", "he", "she", "there", "if"}
        if len(rest) > _LEAST and not anew:
            yield Form(match.span("quoted"), (match.start(), 0), True, "", known=True)


def _reversed(sentence: str) -> Iterator[Form]:
    """ "The share of … (the hit rate)" """
    for match in _REVERSED.finditer(sentence):
        start = max((clause.end() for clause in re.finditer(r"[,;:] |^", sentence[: match.start()])), default=0)
        led = "(" + match["term"] not in match[0] and not match["quote"]
        said = gloss(sentence, start)
        noun = _NAMED.search(sentence, start, match.start()) if match["quote"] else None
        if noun and _sure(sentence[: match.start()], noun.start()):
            start = noun.start()
        elif not led or said.grade < Grade.SURE or said.of_somebody:
            start = -1
        if start >= 0:
            yield Form(match.span("term"), (start, 0), bool(match["quote"]), "a", beside=True)
