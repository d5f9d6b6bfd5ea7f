"""Sentences that say what their subject is: "X is a …", "X means …", "X measures how …", "X: a …", "By X we mean …". Within one sentence.

What counts as a definition is told in `gloss`, what may be a term in `naming`; what stands beside a term is told in `beside`.
"""

import re
from collections.abc import Iterator

from generator.findings.terms.form import Form, Often, never
from generator.findings.terms.genus import NO_SORT, TIMES
from generator.findings.terms.gloss import WORD, Gloss, Grade, gloss
from generator.findings.terms.letters import by_letter, is_short, letters
from generator.findings.terms.naming import ACRONYM, NOUN_ENDING, is_law
from generator.findings.terms.spelling import pairs
from generator.findings.terms.telling import THE_THAT, is_sentence
from generator.findings.terms.verbs import QUOTED, TERM, VERB
from generator.text import singular

#: What a speaker begins with: "So, okay, X is a …".
_LEAD = r"[\"“]?(?:(?:so|and|but|now|well|okay|ok|right|yes|yeah|basically|again|then|um|uh),? ){0,3}"
_SUBJECT = re.compile(
    rf"{_LEAD}(?:the (?:term|word|phrase) |what (?:\w+ ){{1,2}}calls? )?(?P<article>(?:an?|the)\s+)?(?:{QUOTED}|(?P<bare>{TERM}))\s*",
    re.IGNORECASE,
)
#: What may come between a subject and its verb without saying anything else: "(…)", ", or Y,", ", in short,", ", Wang says,".
_BETWEEN = re.compile(
    r"(?<!\s)\s*+\([^()]{1,60}\)\s*$|,\s+(?:or|also known as|also called|aka|a\.k\.a\.?|short for|abbreviated as)\s[^,]{2,60},\s*$"
    r"|,\s+(?:in short|in essence|by definition|of course|for example|that is|by the way|mind you|remember"
    r"|for (?:those|anyone|people) [^,]{3,60}|for (?:\w+ ){0,2}(?:readers|listeners|viewers|beginners|newcomers|outsiders)"
    r"|in (?:(?:the|our) trade|(?:\w+ ){1,2}(?:jargon|parlance))"
    r"|in case [^,]{3,50}|if you [^,]{3,50}"
    r"|[^,]{2,30} (?:says|said|explains|explained|notes|thinks|writes|wrote)),\s*$"
)
#: "The load factor, for newer readers, counts …", "The excess, in the jargon, is …" speak of all of them.
_TO_OTHERS = re.compile(
    r", (?:for|in) (?:\w+ )*(?:readers|listeners|viewers|beginners|newcomers|outsiders|jargon|parlance|trade),|, for (?:those|anyone"
    r"|people) [^,]{3,40},"
)
_WHAT_CALLED = re.compile(r"\bwhat (?:\w+ ){1,2}calls? (?:an? |the )?[\"“]?$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:^\(?|[,;:—–]\s+|\s-\s+|,\s+(?:and|but|so)\s+|\b(?:that|because|while|whereas|since)\s+)")
_HEADED = re.compile(
    rf"(?:[-*•]\s*)?(?:(?:an?|the)\s+)?(?:{QUOTED}|(?P<bare>{TERM}))(?: \([^()]{{1,40}}\))?(?::|\s?=| [—–-]) (?=\S)", re.IGNORECASE
)
#: "TCS: technology cooling system, the clean loop".
_SPELT = re.compile(r"(?:the |an? )?[^\W_][\w-]*(?: [^\W_][\w-]*){1,5}, (?=an? |the |where |which |in which |one |how )", re.IGNORECASE)
_MEANT = re.compile(
    rf"\b(?:by|when (?:\w+ ){{1,2}}(?:says?|speaks? of|talks? about)) (?:{QUOTED}|(?P<bare>{TERM})),? (?:we|they|i|you|he|she|one"
    rf"|people|the \w+|[a-z]+s|(?-i:[A-Z])\w+) (?:\w+ )?means?\s+",
    re.IGNORECASE,
)
#: "think of X as …", "which she explains as …" stands in `beside`.
_AS = re.compile(
    rf"\b(?:thinks? of|defines?|defined|describes?|explains?|glosses) (?P<article>an? |the )?(?:{QUOTED}|(?P<bare>{TERM})) as (?=\S)"
    rf"|(?:^|[,;:] )(?P<the>an? |the )?(?P<can>{TERM}) (?:can|may|might) be (?:thought of|defined|described|understood|seen) as (?=\S)",
    re.IGNORECASE,
)
_AN = re.compile(r"an? (?:\S+ ){2,}\S")
#: What a word means for anybody: "Ringfenced means it can only …".
_GENERIC = re.compile(r"(?:that )?(?:it|they|you|nobody|somebody|someone|no|only|an?|the|two|three) (?:\S+ ){3}", re.IGNORECASE)
#: Somebody: "a gardener who lives in …".
_WHO = re.compile(r"(?:an?|the) (?:(?!of )[\w-]+ ){1,3}who\b")
#: "A write is idempotent if …"
_IS_WHEN = re.compile(
    r"(?:(?:So|And|Now),? )?[Aa]n? [\w-]+(?: [\w-]+)? is (?:called |said to be )?(?P<term>[a-z]{3,}(?:ic|ent|ant|ive|ous)) (?:if"
    r"|when) (?=(?:\S+ ){4})"
)
#: "The idea of X is simple: …"
_IDEA = re.compile(
    rf"\b[Tt]he (?:idea|point) (?:of|behind) (?:an? |the )?(?:{QUOTED}|(?P<bare>{TERM})) is (?:simple|simply|this|that|to"
    rf"|basically)(?=[ :,](?:\S*\s){{3}})"
)
#: "Chunking is splitting …": a noun of doing can be no doer, as "the farmer is splitting …" has one.
_DEED = re.compile(r"(?:ing|tion|sion|ment|age|sis|ance|ity)$")
#: What is done to something: "freeing the same memory", "sorting out requests by".
_OBJECT = re.compile(
    r"(?:\S+,? )?[a-z]+ing (?:(?:out|up|off|down|away|over) )?(?:the|an?|your|each|every|one|two|all|what|how|who|whatever"
    r"|[a-z]+(?:ed|en)|[a-z-]+ (?:over|into|from|by"
    r"|with|in|on|to)|[a-z]{3,}s) "
)
#: "Dendrometry is measuring trees": a field of work has a doing of its own.
_FIELD = re.compile(r"(?:logy|metry|graphy)$")
_SPLITTING = re.compile(
    r"(?:(?P<just>basically|just|simply|essentially|really"
    r"|roughly),? )?(?P<doing>[a-z]+ing)(?: (?:the|an?|your|each|every|one|two) )?(?:\s?\S+){3}"
)
_DEEDS = frozenset(
    "adding putting using letting teaching sorting deciding checking comparing measuring spreading training counting choosing splitting"
    " turning breaking asking storing replacing throwing feeding cutting joining".split()
)
_GOING = frozenset(
    "becoming being changing coming costing doing driving eating falling getting giving going growing happening helping killing leading"
    " losing making moving paying rising running slowing starting taking turning winning working".split()
)
#: "A blank sailing is when they do not send the ship": what happens again and again.
_WHEN_THEY = re.compile(
    r"(?:just |basically )*when (?:they|we|it|he|she) (?:just |always |never )?"
    r"(?:(?:do|ca|are)n['’]t|do not|can|cannot|have to|must|get|take|make|put|send|give|go|come|run|turn|let|keep|use|ask) (?:\S+ ){2}\S"
)
_NO_MEANING = frozenset("that it him her them what several some many these those all both".split())
_NO_DEED = frozenset({"nothing", "something", "anything", "everything"})
#: Words that a meaning has at least.
_LEAST = 3


def stated(sentence: str, *, often: Often = never) -> Iterator[Form]:
    """The definitions of a sentence in which the term is what it speaks of. `often`: whether the text says words more than once."""
    yield from _verbs(sentence, often)
    if when := _IS_WHEN.match(sentence):
        yield Form(when.span("term"), (0, 0), False, "a")
    yield from _headed(sentence)
    yield from _meant(sentence)


def _verbs(sentence: str, often: Often) -> Iterator[Form]:
    for verb in VERB.finditer(sentence):
        if (found := _subject(sentence, verb.start())) is None:
            continue
        match, begin = found
        article, quoted = (match["article"] or "").strip().lower(), bool(match["quoted"])
        form = Form(match.span("quoted" if quoted else "bare"), (begin, 0), quoted, article)
        explained = any(_TO_OTHERS.search(sentence, *span) for span in ((0, form.term[0]), (form.term[1], verb.start())))
        term = sentence[slice(*form.term)]
        whole = article == "the" and (ACRONYM.fullmatch(term) or (_common(term) and often(term)))
        form = form._replace(article="a" if explained else "" if whole else article)
        if verb["is"]:
            yield from _is(sentence, verb, form)
        elif verb["means"] in {"means", "mean"} and often(term) and _GENERIC.match(sentence, verb.end()):
            yield form
        elif verb["means"] and _means(sentence, verb, term):
            yield form._replace(known=_loosely(verb["means"], sentence, verb.end(), form.term) and not quoted and not verb["colon"])
        elif verb["does"] and _does(verb["does"], sentence[verb.end() :], sentence[slice(*form.term)]):
            yield from [form] if form.article != "the" else []


def _subject(sentence: str, end: int) -> tuple[re.Match[str], int] | None:
    """The subject before a verb, if it is no more than a term, and where it begins."""
    for _ in range(2):
        end = end - len(between[0]) if (between := _BETWEEN.search(sentence, max(0, end - 100), end)) else end
    end = _before_long(sentence, end)
    for clause in reversed(list(_CLAUSE.finditer(sentence, max(0, end - 80), end))):
        if match := _SUBJECT.fullmatch(sentence, clause.end(), end):
            return match, clause.end()
    return None


def _before_long(sentence: str, end: int) -> int:
    """Where a short form ends whose long form stands between it and the verb: "A TEU, twenty-foot equivalent unit, is …"."""
    if not sentence[:end].endswith(","):
        return end
    found = (short for short, long in pairs(sentence[:end]) if long[1] == end - 1 and short[1] < long[0])
    return next(found, (0, end))[1]


def _is(sentence: str, verb: re.Match[str], form: Form) -> Iterator[Form]:
    """The form, if what follows "is" or "are" says what its term is."""
    term, many = sentence[slice(*form.term)], verb["is"] == "are"
    said = gloss(sentence, verb.end(), many=many, term=term)
    head = singular(term.split()[-1].lower())
    time = head in TIMES | NO_SORT and (" " not in term or form.article == "the")
    if form.article == "the" and said.sort in {"measure", "how"} and _common(term):
        form = form._replace(article="")  # "the hit rate is the share of …" speaks of all of them
    least = Grade.LOOSE if form.article in {"a", "an"} else Grade.SURE
    if _WHAT_CALLED.search(sentence, 0, form.term[0]):
        form, least = form._replace(article="a"), Grade.WORDS
    doing = _is_doing(sentence, verb.end(), term, form.article)
    doing = doing or (form.article in {"a", "an"} and _WHEN_THEY.match(sentence, verb.end()) is not None)
    if doing or said.sort in {"how", "act", "deed"}:
        if not many and not time and (said.sort != "deed" or doing):
            yield form._replace(article="" if " " in term and form.article == "the" else form.article)
    elif said.grade >= least and (not many or term.endswith("s")) and not (time and said.sort == "measure"):
        yield form._replace(person=said.of_people or _WHO.match(sentence, verb.end()) is not None)


def _is_doing(sentence: str, at: int, term: str, article: str) -> bool:
    """Whether a deed says what the term is."""
    splitting = _SPLITTING.match(sentence, at)
    if splitting and _FIELD.search(term):
        return splitting["doing"] not in _GOING
    if splitting and article in {"a", "an"} and splitting["doing"] not in _GOING | _NO_DEED and _OBJECT.match(sentence, at):
        return True  # "a double fault is freeing the same memory twice"
    deed = splitting and _DEED.search(term) and (splitting["just"] or splitting["doing"] in _DEEDS or _doubly(term, splitting))
    return bool(deed)


def _doubly(term: str, splitting: re.Match[str]) -> bool:
    """Whether a doing is told by another: "reranking is sorting the …", not "training is getting …" or "growing fast"."""
    return term.endswith("ing") and splitting["doing"] not in _GOING and _OBJECT.match(splitting[0]) is not None


def _common(term: str) -> bool:
    """Whether a term of several words is no name: none but its first begins with a capital."""
    return len(term.split()) > 1 and all(word[0].islower() for word in term.split()[1:])


def _means(sentence: str, verb: re.Match[str], term: str) -> bool:
    """Whether what follows a verb of meaning says a meaning, and does not only spell a short form out."""
    rest = sentence[verb.end() :]
    spelt = any(
        pair.long[0] <= verb.end() + 4 and pair.short[1] <= verb.start()
        for pair in pairs(sentence[: verb.end() + 120])
        if pair.long[0] >= verb.end()
    )
    return not spelt and (len(rest.split()) >= _LEAST if verb["colon"] else _meaning(rest, verb["means"], term))


def _meaning(rest: str, verb: str, term: str) -> bool:
    """Whether what follows "means" says a meaning and not a consequence."""
    words = WORD.findall(rest.split(". ")[0])
    if len(words) < _LEAST - verb.endswith(" for") or (verb.endswith(("call", "calls")) and gloss(rest, 0).grade < Grade.LOOSE):
        return False
    first = words[0].lower()
    if verb not in {"means", "mean"}:
        return first not in _NO_MEANING and not is_short(words[0])
    compound = "-" in term or (" " in term and term.endswith("ing"))
    abstract = term.endswith(("ency", "ity", "ness", "ism", "acy")) and first in {"you", "a", "an", "each", "every", "no", "any"}
    if len(words) > 2 * _LEAST and (compound or abstract):
        return True
    return (
        first in {"a", "an", "the"} or gloss(rest, 0).sort == "many" or (first.endswith("ing") and len(first) > 4 and first not in _NO_DEED)
    )


def _loosely(means: str, sentence: str, at: int, term: tuple[int, int]) -> bool:
    """Whether "means" may be any remark, so that only a known name counts: no genus follows, and the term is no word of doing."""
    words = sentence[slice(*term)]
    said = gloss(sentence, at)
    doing = (
        (words.endswith("ing") and said.sort == "deed") or (" " in words and (_DEED.search(words) or said.sort == "many")) or "-" in words
    )
    return means in {"means", "mean"} and said.grade < Grade.SURE and not doing


def _does(verb: str, rest: str, term: str) -> bool:
    """Whether a term does what tells what it is: it measures how, happens when; laws say that."""
    if verb.startswith(("happen", "occur", "arise")):
        return rest.startswith("when ") and NOUN_ENDING.fullmatch(term.split()[-1]) is not None
    if verb.startswith(("work", "consist", "involve")):
        return NOUN_ENDING.fullmatch(term.split()[-1]) is not None or "-" in term
    if verb.startswith("tells") and not (" " in term or "-" in term or NOUN_ENDING.fullmatch(term)):
        return False
    if not rest.startswith(("how", "what", "whether", "the ", "when", "that")):
        return False
    says = verb.startswith(("say", "state", "hold"))
    return not rest.startswith("that ") if not says else rest.startswith("that ") and is_law(term)


def _headed(sentence: str) -> Iterator[Form]:
    """ "X: a …" at the beginning of a sentence."""
    match = _HEADED.match(sentence)
    said = _heads(sentence, match) if match else None
    if match and said:
        quoted = bool(match["quoted"])
        yield Form(match.span("quoted" if quoted else "bare"), (match.start(), 0), quoted, "", person=said.of_people)


def _heads(sentence: str, match: re.Match[str]) -> Gloss | None:
    """What stands behind "X:", if it says what X is."""
    spelt = _SPELT.match(sentence, match.end())
    if spelt and by_letter(spelt[0].removeprefix("the ").removeprefix("a ").rstrip(", "), letters(match["bare"] or match["quoted"] or "")):
        return Gloss(Grade.WORDS)
    said, clause = gloss(sentence, match.end()), is_sentence(sentence, match.end())
    if said.sort == "deed" and _DEED.search(match["bare"] or match["quoted"]):
        return said
    sure = said.grade >= Grade.SURE or (said.grade is Grade.LOOSE and THE_THAT.match(sentence, match.end()))
    return said if sure and said.sort != "act" and not clause else None


def _meant(sentence: str) -> Iterator[Form]:
    """ "By X we mean …", "think of X as …", "X can be thought of as …", "the idea of X is to …" """
    for match in (*_MEANT.finditer(sentence), *_AS.finditer(sentence)):
        place = next(name for name in ("quoted", "bare", "can") if name in match.groupdict() and match[name])
        if _meaning(sentence[match.end() :], "refer to", match[place]):
            told = gloss(sentence, match.end()).grade >= Grade.LOOSE or _AN.match(sentence, match.end()) is not None
            known = match.re is _AS and place != "quoted" and not told
            yield Form(match.span(place), (match.start(), 0), place == "quoted", "", known=known)
    for match in _IDEA.finditer(sentence):
        place = "quoted" if match["quoted"] else "bare"
        yield Form(match.span(place), (match.start(), 0), place == "quoted", "a", beside=True)
