"""Definitions beside the point of their sentence, as talk has them: "…, made of X, a stuff that …", "X is when a …", "X. It's the share …".

Only where the definition stands; what a definition is, is told in `defining`.
"""

import re
from collections.abc import Iterator, Sequence

from generator.findings.terms.defining import DOING, LONGEST, MEASURED, Form, genus_of
from generator.findings.terms.genus import KINDS, NO_SORT, PEOPLE, SORTS, TIMES
from generator.text import singular

_WORDS = r"[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,3}"
#: "made of X, a …": what stands before a term in the midst of a sentence.
_AMID = re.compile(
    r"\b(?P<by>of|with|by|from|into|using|called|through|against|like|as|is|are|uses?|have|has|for|on|in"
    r"|at|to|about|the|its|their) (?:an? )?(?P<term>[a-z][\w-]*(?: [a-z][\w-]*){0,2})"
    r"(?: \([A-Z][\w-]{1,9}\))?,(?: or| basically| essentially| which is)? (?=an? |the )"
)
_STUFFS = frozenset({"of", "from", "using", "called", "like", "use", "uses"})
_RELATIVE = re.compile(r" (?:that|which|in which|by which|where|whose|made|used|built|drawn|[a-z]{3,}ed (?:from|of|by|in|with)) ")
#: "what we call X, things that …", "the word is X, meaning …".
_CALL = re.compile(
    r"\b(?:what (?:\w+ ){1,2}calls?|(?:word|term)(?: \w+){0,3} is|called|known as) "
    rf"(?:an? |the )?[\"“‘']?(?P<term>{_WORDS})[\"”’']?,[\"”’']? (?P<mark>meaning |that is,? |or )?"
)
_MANY = re.compile(r"(?:[\w-]+ ){0,2}(?P<noun>[\w-]+s) (?:that|which|where|nobody|whose|made|used) (?:\S+ ){1,}\S")
_WHEN = re.compile(
    rf"(?:(?:so|and|but|now|well|okay|basically),? ){{0,2}}(?P<article>an? |the )?[\"“]?(?P<term>{_WORDS})[\"”]? is,? "
    r"(?:basically,? |just |simply |essentially |roughly |really )?(?:when (?!i |we |he |she |they |it )\w+"
    r"|where (?:you|an?|someone|somebody|people)"
    r"|how (?:much|many|often|far|long|fast|well|likely|quickly|close|strongly|sure)|(?P<doing>adding|putting|using|letting|teaching"
    r"|sorting|deciding|checking|comparing|measuring|spreading|training|counting|choosing)) (?:\S+ ){2}\S",
    re.IGNORECASE,
)
#: A noun of doing can be no doer: "weathering is spreading …" tells what it is, "the farmer is spreading …" does not.
_DEED = re.compile(r"(?:ing|tion|sion|ment|age|sis|ance)$")
_IT = re.compile(
    r"(?:(?:so|and|now|well|okay),? )?(?:it|that|this|they)(?:['’]s| is|['’]re| are) "
    r"(?:also |basically |essentially |just |simply |really )?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:what(?:['’]s| is| are) )?(?P<article>an? |the )?[\"“]?(?P<term>{_WORDS})(?:, [A-Z][\w-]{{1,9}})?[.?][\"”]?", re.IGNORECASE
)
_AT_END = re.compile(
    rf"\b(?P<by>is|are|called|known as|termed) (?P<article>an? )?[\"“]?(?P<term>{_WORDS})(?:, [A-Z][\w-]{{1,9}})?[.][\"”]?$"
)


def spoken(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Form]:
    """The definitions in a text whose sentences have these spans, that stand beside or after what they define."""
    for number, (start, end) in enumerate(spans):
        sentence = text[start:end].rstrip()
        if not sentence.endswith("?") and len(sentence.split()) <= 2 * LONGEST:
            for form in (*_amid(sentence), *_call(sentence), *_when(sentence)):
                yield form._replace(term=(start + form.term[0], start + form.term[1]), span=(start + form.span[0], start + len(sentence)))
        if number + 1 < len(spans):
            yield from _after(text, spans[number], spans[number + 1])


def _amid(sentence: str) -> Iterator[Form]:
    """ "… is made of X, a sort of thing that …" """
    for match in _AMID.finditer(sentence):
        genus = genus_of(sentence, match.end())
        bare = match["by"] in _STUFFS and sentence[match.end()] == "a" and _RELATIVE.search(sentence, match.end(), match.end() + 60)
        if (bare and (genus in SORTS - PEOPLE or (genus and " " in match["term"]))) or (genus and MEASURED.match(sentence, match.end())):
            yield Form(match.span("term"), (match.start("term"), 0), False, "")


def _call(sentence: str) -> Iterator[Form]:
    """ "… is what we call X, things that …", "the word is X, meaning …" """
    for match in _CALL.finditer(sentence):
        many = _MANY.match(sentence, match.end())
        if (
            genus_of(sentence, match.end())
            or (many and singular(many["noun"]) != many["noun"])
            or (match["mark"] and DOING.match(sentence, match.end()))
        ):
            yield Form(match.span("term"), (match.start(), 0), False, "a")


def _when(sentence: str) -> Iterator[Form]:
    """ "X is when a …" """
    match = _WHEN.match(sentence)
    if (
        match
        and singular(match["term"].split()[-1].lower()) not in NO_SORT | TIMES
        and not (match["doing"] and not _DEED.search(match["term"]))
    ):
        article = (match["article"] or "").strip().lower()
        yield Form(match.span("term"), (match.start("term"), 0), False, "" if " " in match["term"] and article == "the" else article)


def _after(text: str, before: tuple[int, int], after: tuple[int, int]) -> Iterator[Form]:
    """ "X. It's the team that …", "What is X? It is a …", "We lose by X. That's the share of …" """
    said, told = text[slice(*before)].rstrip(), text[slice(*after)].rstrip()
    it = _IT.match(told)
    if not it or told.endswith("?") or len(said.split()) + len(told.split()) > LONGEST or not (genus := genus_of(told, it.end())):
        return
    sure = MEASURED.match(told, it.end()) or genus in KINDS or genus in SORTS - PEOPLE
    match = _ALONE.fullmatch(said) or (_AT_END.search(said) if sure else None)
    if match:
        first, last = match.span("term")
        article = (match["article"] or "").strip().lower().replace("the", "")
        yield Form((before[0] + first, before[0] + last), (before[0], after[0] + len(told)), False, article)
