"""Sentences that say what something is, told by their form: where the term stands, and from where to where it is defined. Knows no concept.

Here the term is what the sentence speaks of, or what it calls something; what stands beside a term is told in `aside`, what follows it in
another sentence in `following`, and what counts as a definition in `gloss`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.findings.terms.genus import DOUBTING, NO_SORT, PEOPLE, TIMES
from generator.findings.terms.gloss import DOING, LONGEST, MEASURED, WORD, genus_of, says_what
from generator.findings.terms.letters import by_letter, letters
from generator.findings.terms.naming import NOUN_ENDING, is_law
from generator.text import singular

_TERM = r"[^\W_][\w.+#/&'’-]*(?: [^\W_][\w.+#/&'’-]*){0,4}?"
_QUOTED = rf"[\"“‘'](?P<quoted>{_TERM}),?[\"”’']"
#: What a speaker begins with: "So, okay, X is a …".
_LEAD = r"(?:(?:so|and|but|now|well|okay|ok|right|yes|yeah|basically|again),? ){0,3}"
_SUBJECT = re.compile(
    rf"{_LEAD}(?:the (?:term|word|phrase) )?(?P<article>(?:an?|the)\s+)?(?:{_QUOTED}|(?P<bare>{_TERM}))\s*", re.IGNORECASE
)
#: What may come between a subject and its verb without saying anything else: "(…)", ", or Y,", ", in short,", ", Wang says,".
_BETWEEN = re.compile(
    r"(?<!\s)\s*+\([^()]{1,60}\)\s*$|,\s+(?:or|also known as|also called|aka|a\.k\.a\.?|short for|abbreviated as)\s[^,]{2,60},\s*$"
    r"|,\s+(?:in short|in essence|by definition|of course|for example|that is|by the way|mind you|remember|for (?:those"
    r"|anyone|people) [^,]{3,60}|in case [^,]{3,50}|if you [^,]{3,50}"
    r"|[^,]{2,30} (?:says|said|explains|explained|notes|thinks|writes|wrote)),\s*$"
)
_CLAUSE = re.compile(r"(?:^\(?|[,;:—–]\s+|\s-\s+|,\s+(?:and|but|so)\s+|\b(?:that|because|while|whereas|since)\s+)")
_VERB = re.compile(
    r"\s(?P<is>is|are|being),?\s+(?!not\b)|\s(?P<means>means|mean|refers? to|stands? for|denotes?"
    r"|(?:is|are) (?:defined as|short for|shorthand for|jargon for|slang for|code for|another (?:word|name) for"
    r"|the (?:\w+ )?(?:term|word) for))\s+"
    r"|\s(?P<does>measures?|describes?|counts?|tells (?:you|us)|captures?|tracks?|says?|states?|holds?|happens?|occurs?"
    r"|arises?|works?|consists?|involves?)\s+"
    r"(?=by \w+ing |of |in \w+ing |\w+ing |how |what |whether |the (?:number|share) |when |that (?:an?|the|any|every|if|when|in) )"
)
_CALLED = re.compile(rf"\b(?:called|known as|termed|dubbed|referred to as)\s+(?:being\s+)?(?:an?\s+|the\s+)?(?:{_QUOTED}|(?=[^\W_]))")
#: What ends an unknown term that stands in no quotation marks.
_ENDED = re.compile(r"\s*(?:[.,;:)—–]|$)|\s(?:that|which|where|in which|whose)\b")
_TOLD = re.compile(r"[\"”’']?(?: [a-z]+){0,2}\s?(?::|,? (?:which|where|in which|whose|that)\b)\s*(?=(?:\S+\s+){2}\S)")
_NAMED = re.compile(r"\b(?:an?|the)\s+(?:[\w'’-]+\s+){1,14}(?:often |also |sometimes |usually |now )?$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|be|been|being)(?: (?:also|often|sometimes|commonly|usually|now|generally|what can be))*\s*$")
_EXPLAINED = re.compile(rf"{_QUOTED}(?: [a-z]+){{0,2}}(?::|,? (?:where|in which))\s+(?P<rest>[^?]+)$")
_WHAT_THEY = re.compile(r"\bwhat (?:\w+ ){1,2}$")
_SO_CALLED = re.compile(r"\b(?:that|this|it)(?:['’]s| is)\s*$", re.IGNORECASE)
#: "Economists call this the rebound effect: when …", "Permanence, it's called, so …".
_CALL_THIS = re.compile(
    rf"\bcalls? (?:this|that|it|these|them) (?:an? |the )?(?:{_QUOTED}|(?P<bare>{_TERM}))(?::| [—–-]|[,]?[\"”]?,? (?:meaning"
    rf"|which means|that is,)|[\"”]?,(?= (?:\w+ing|an?|the|when|where|how) )) (?=(?:\S+ ){{4}})"
)
_IT_IS_CALLED = re.compile(rf"(?P<bare>{_TERM}),? (?:it|that|this)(?:['’]s| is) called(?:,? so|:| [—–-]) (?=(?:\S+ ){{4}})", re.IGNORECASE)
_HEADED = re.compile(
    rf"(?:[-*•]\s*)?(?:(?:an?|the)\s+)?(?:{_QUOTED}|(?P<bare>{_TERM}))(?: \([^()]{{1,40}}\))?(?::|\s?=| [—–-]) (?=\S)", re.IGNORECASE
)
#: "TCS: technology cooling system, the clean loop".
_SPELT = re.compile(r"(?:the |an? )?[^\W_][\w-]*(?: [^\W_][\w-]*){1,5}, (?=an? |the |where |which |in which |one |how )", re.IGNORECASE)
_MEANT = re.compile(
    rf"\b(?:by|when (?:\w+ ){{1,2}}(?:says?|speaks? of|talks? about)) (?:{_QUOTED}|(?P<bare>{_TERM})),? (?:[^\W_][\w'’]* ){{1,3}}means?\s+",
    re.IGNORECASE,
)
#: "…, which the trade calls X."
_THEY_CALL = re.compile(
    rf", (?:which|what) (?:the )?(?:\w+ )?\w+ calls? (?:an? |the )?(?:{_QUOTED}|(?P<bare>{_TERM}))(?=[.,;:)—–\"”]|$| [—–])"
)
_CLAUSE_END = re.compile(r"[;:(—–]\s?|, (?:and|but|so) ")
_IF_CALLED = re.compile(
    rf"\b(?:calls? an? (?:\w+ ){{1,2}}|(?:is|are) (?:called|said to be) )(?:{_QUOTED}|(?P<bare>[a-z][\w-]+)) (?:if|when) (?=(?:\S+ ){{3}})"
)
_IN = re.compile(
    rf"(?:In|Under|With) (?:{_QUOTED}|(?P<bare>[\w-]+ [a-z-]+(?:ing|tion|ment)|[\w]+-[\w-]+)), (?:an?|you|each|every|one) (?=(?:\S+ ){{5}})"
)
_IDEA = re.compile(
    rf"\b[Tt]he (?:idea|point) (?:of|behind) (?:an? |the )?(?:{_QUOTED}|(?P<bare>{_TERM})) is (?:simple|simply|this|that|to"
    rf"|basically)(?=[ :,](?:\S*\s){{3}})"
)
#: "think of X as …", "which she explains as …" stands in `aside`.
_AS = re.compile(
    rf"\b(?:think of|thinks of|defines?|defined|describes?|explains?|glosses) (?P<article>an? |the )?(?:{_QUOTED}"
    rf"|(?P<bare>{_TERM})) as (?=\S)",
    re.IGNORECASE,
)
#: "Chunking is splitting …": a noun of doing can be no doer, as "the farmer is splitting …" has one.
_DEED = re.compile(r"(?:ing|tion|sion|ment|age|sis|ance|ity)$")
_SPLITTING = re.compile(
    r"(?:(?P<just>basically|just|simply|essentially|really"
    r"|roughly),? )?(?P<doing>[a-z]+ing)(?P<of> (?:the|an?|your|each|every|one|two) )?(?:\s?\S+){3}"
)
_DEEDS = frozenset(
    "adding putting using letting teaching sorting deciding checking comparing measuring spreading training counting choosing splitting"
    " turning breaking asking storing replacing throwing feeding cutting joining".split()
)


_GOING = frozenset(
    "becoming being changing coming costing doing driving eating falling getting giving going growing happening helping killing leading"
    " losing making moving paying rising running slowing starting taking trying turning winning working".split()
)
_NO_DEED = frozenset({"nothing", "something", "anything", "everything"})
#: Words that a meaning has at least.
_LEAST = 3


class Form(NamedTuple):
    """A definition's form in a text: the span of the term, that of the definition, and what speaks for the term.

    `quoted`: the term stands in quotation marks. `article`: before it ("a", "the", empty). `known`: it must be a concept to count.
    `beside`: the definition is an aside, which holds whatever the rest of the sentence doubts.
    """

    term: tuple[int, int]
    span: tuple[int, int]
    quoted: bool
    article: str
    known: bool = False
    person: bool = False
    beside: bool = False


#: How definitions in a sentence are told: forms whose span has no end yet.
Way = Callable[[str], Iterator[Form]]


def forms(text: str, start: int, end: int, ways: Iterable[Way]) -> Iterator[Form]:
    """The definitions in one sentence, `text[start:end]`, as the ways to tell them find them."""
    sentence = text[start:end]
    if sentence.rstrip("\"'”’) ").endswith("?") or len(sentence.split()) > 2 * LONGEST:
        return
    for form in (form for way in ways for form in way(sentence)):
        last = len(sentence.rstrip())
        if len(sentence[form.span[0] : last].split()) <= LONGEST and (form.beside or not _doubted(sentence[: form.span[0]])):
            yield form._replace(term=(start + form.term[0], start + form.term[1]), span=(start + form.span[0], start + last))


def _verbs(sentence: str) -> Iterator[Form]:
    """ "X is a …", "X means …", "X measures how …" """
    for verb in _VERB.finditer(sentence):
        if (found := _subject(sentence, verb.start())) is None:
            continue
        match, begin = found
        article, quoted = (match["article"] or "").strip().lower(), bool(match["quoted"])
        term = match.span("quoted" if quoted else "bare")
        if verb["is"]:
            yield from _is(sentence, verb, Form(term, (begin, 0), quoted, article))
        elif verb["means"] and _meaning(sentence[verb.end() :], verb["means"], sentence[slice(*term)]):
            yield Form(term, (begin, 0), quoted, article, known=_loosely(verb["means"], sentence, verb.end(), term) and not quoted)
        elif verb["does"] and article != "the" and _does(verb["does"], sentence[verb.end() :], sentence[slice(*term)]):
            yield Form(term, (begin, 0), quoted, article)


def _does(verb: str, rest: str, term: str) -> bool:
    """Whether a term does what tells what it is: it measures how, happens when; laws say that."""
    if verb.startswith(("happen", "occur", "arise")):
        return rest.startswith("when ") and NOUN_ENDING.fullmatch(term.split()[-1]) is not None
    if verb.startswith(("work", "consist", "involve")):
        return NOUN_ENDING.fullmatch(term.split()[-1]) is not None or "-" in term
    if not rest.startswith(("how", "what", "whether", "the ", "when", "that")):
        return False
    says = verb.startswith(("say", "state", "hold"))
    return not rest.startswith("that ") if not says else rest.startswith("that ") and is_law(term)


def _is(sentence: str, verb: re.Match[str], form: Form) -> Iterator[Form]:
    """The form, if what follows "is" or "are" says what its term is."""
    term, many = sentence[slice(*form.term)], verb["is"] == "are"
    sort = genus_of(sentence, verb.end(), plural=many, loose=form.article in {"a", "an"})
    if form.article == "the" and MEASURED.match(sentence, verb.end()) and _common(term):
        form = form._replace(article="")  # "the hit rate is the share of …" speaks of all of them
    if sort and (not many or term.endswith("s")):
        yield form._replace(person=sort in PEOPLE)
    elif not many and _is_doing(sentence, verb.end(), term):
        yield form._replace(article="" if " " in term and form.article == "the" else form.article)


def _is_doing(sentence: str, at: int, term: str) -> bool:
    """Whether a when, a how or a deed says what the term is; not when a time is, nor what a problem is."""
    if singular(term.split()[-1].lower()) in NO_SORT | TIMES:
        return False
    splitting = _SPLITTING.match(sentence, at)
    deed = splitting and _DEED.search(term) and (splitting["just"] or splitting["doing"] in _DEEDS or _doubly(term, splitting))
    return bool(deed) or says_what(sentence, at) in {"how", "measure"}


def _doubly(term: str, splitting: re.Match[str]) -> bool:
    """Whether a doing is told by another: "reranking is sorting the …", not "training is getting …" or "growing fast"."""
    return term.endswith("ing") and splitting["doing"] not in _GOING and bool(splitting["of"])


def _loosely(means: str, sentence: str, at: int, term: tuple[int, int]) -> bool:
    """Whether "means" may be any remark, so that only a known name counts: no genus follows, and the term is no compound of doing."""
    compound = (re.search(r"-|\w ", sentence[slice(*term)]) and _DEED.search(sentence[slice(*term)])) or "-" in sentence[slice(*term)]
    return means in {"means", "mean"} and not genus_of(sentence, at) and not compound


def _subject(sentence: str, end: int) -> tuple[re.Match[str], int] | None:
    """The subject before a verb, if it is no more than a term, and where it begins."""
    for _ in range(2):
        end = end - len(between[0]) if (between := _BETWEEN.search(sentence, max(0, end - 100), end)) else end
    for clause in reversed(list(_CLAUSE.finditer(sentence, max(0, end - 80), end))):
        if match := _SUBJECT.fullmatch(sentence, clause.end(), end):
            return match, clause.end()
    return None


def _meaning(rest: str, verb: str, term: str) -> bool:
    """Whether what follows "means" says a meaning and not a consequence."""
    words = WORD.findall(rest.split(". ")[0])
    if len(words) < _LEAST:
        return False
    first = words[0].lower()
    if verb not in {"means", "mean"}:
        return first not in {"that", "it", "him", "her", "them", "what"}
    compound = "-" in term or (" " in term and term.endswith("ing"))
    abstract = term.endswith(("ency", "ity", "ness", "ism", "acy")) and first in {"you", "a", "an", "each", "every", "no", "any"}
    if len(words) > 2 * _LEAST and (compound or abstract):
        return True
    return first in {"a", "an", "the"} or (first.endswith("ing") and len(first) > 4 and first not in _NO_DEED)


def _called(sentence: str) -> Iterator[Form]:
    """ "a network that … is called X", "a network called X, which …" """
    for match in _CALLED.finditer(sentence):
        terms = [match.span("quoted")] if match["quoted"] else _prefixes(sentence, match.end())
        before = sentence[: match.start()]
        begin = max((c.end() for c in _CLAUSE.finditer(before) if c.group().strip() not in {"that", ","}), default=0)
        for first, last in terms:
            after = sentence[last:]
            told = _TOLD.match(after) is not None
            known = not match["quoted"] and (not _ENDED.match(after) or sentence[first].isupper())
            start = _named_in(before, begin, told=told)
            if start is not None:
                yield Form((first, last), (start, 0), bool(match["quoted"]), "a", known=known)


def _call_this(sentence: str) -> Iterator[Form]:
    """ "Economists call this X: …", "X, it's called, so …" """
    for match in _CALL_THIS.finditer(sentence):
        term = "quoted" if match["quoted"] else "bare"
        yield Form(match.span(term), (match.start(), 0), term == "quoted", "a")
    if called := _IT_IS_CALLED.match(sentence):
        yield Form(called.span("bare"), (0, 0), False, "a")


def _named_in(before: str, begin: int, *, told: bool) -> int | None:
    """Where the definition begins that comes before "called"; None if there is none. `told`: it goes on behind the name."""
    if passive := _PASSIVE.search(before, begin):
        subject = before[begin : passive.start()]
        return begin if told or genus_of(subject, 0) or DOING.match(subject) else None
    if told and (so := _SO_CALLED.search(before)):
        return so.start()
    noun = None if _WHAT_THEY.search(before) else _NAMED.search(before, begin)
    if noun and (genus_of(before, noun.start()) or (told and genus_of(f"{noun[0]} that is told here", 0))):
        return noun.start()
    return None


def _prefixes(sentence: str, at: int) -> list[tuple[int, int]]:
    """The first words from a place on, the most of them first."""
    ends = [word.end() for word in WORD.finditer(sentence, at, at + 80)][:5]
    return [(at, end) for end in reversed(ends)]


def _common(term: str) -> bool:
    """Whether a term of several words is no name: none but its first begins with a capital."""
    return len(term.split()) > 1 and all(word[0].islower() for word in term.split()[1:])


def _named_by(sentence: str) -> Iterator[Form]:
    """ "…, which the trade calls X", "We call a build hermetic if …", "In X, a small model …" """
    for match in _THEY_CALL.finditer(sentence):
        start = max((c.end() for c in _CLAUSE_END.finditer(sentence, 0, match.start())), default=0)
        if len(sentence[start : match.start()].split()) > _LEAST:
            quoted = bool(match["quoted"])
            first, last = match.span("quoted" if quoted else "bare")
            yield Form((first, first + len(sentence[first:last].rstrip("."))), (start, 0), quoted, "a", beside=True)
    for match in (*_IF_CALLED.finditer(sentence), *_IN.finditer(sentence), *_IDEA.finditer(sentence)):
        quoted = bool(match["quoted"])
        yield Form(match.span("quoted" if quoted else "bare"), (match.start(), 0), quoted, "a", beside=True)


def _explained(sentence: str) -> Iterator[Form]:
    """ "the 'X': it …", "the 'X', where …" """
    for match in _EXPLAINED.finditer(sentence):
        rest = match["rest"].split()
        anew = sentence[match.start("rest") - 2] == ":" and rest[0].lower() in {"it", "they", "this", "he", "she", "there", "if"}
        if len(rest) > _LEAST and not anew:
            yield Form(match.span("quoted"), (match.start(), 0), True, "", known=True)


def _headed(sentence: str) -> Iterator[Form]:
    """ "X: a …" at the beginning of a sentence."""
    match = _HEADED.match(sentence)
    if match and (sort := _heads(sentence, match)):
        quoted = bool(match["quoted"])
        yield Form(match.span("quoted" if quoted else "bare"), (match.start(), 0), quoted, "", person=sort in PEOPLE)


def _heads(sentence: str, match: re.Match[str]) -> str:
    """What sort of saying stands behind "X:"; empty if it does not say what X is."""
    spelt = _SPELT.match(sentence, match.end())
    if spelt and by_letter(spelt[0].removeprefix("the ").removeprefix("a ").rstrip(", "), letters(match["bare"] or match["quoted"] or "")):
        return "spelt"
    return says_what(sentence, match.end())


def _meant(sentence: str) -> Iterator[Form]:
    """ "By X we mean …", "think of X as …" """
    for match in (*_MEANT.finditer(sentence), *_AS.finditer(sentence)):
        quoted, term = bool(match["quoted"]), match["quoted"] or match["bare"]
        if _meaning(sentence[match.end() :], "refer to", term):
            sure = quoted or bool(says_what(sentence, match.end(), loose=True))
            yield Form(match.span("quoted" if quoted else "bare"), (match.start(), 0), quoted, "", known=not sure)


def _doubted(before: str) -> bool:
    """Whether the words before a definition doubt, deny or only suppose it."""
    return any(word.lower().replace("’", "'") in DOUBTING for word in WORD.findall(before))


#: The ways of this room; `aside` has another one.
WAYS: tuple[Way, ...] = (_verbs, _called, _call_this, _named_by, _explained, _headed, _meant)
