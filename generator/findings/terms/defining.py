"""Sentences that say what something is, told by their form: where the term stands, and from where to where it is defined. Knows no concept.

Precision before recall: "X is a …" counts only with a genus (`genus.SORTS`) and a difference, and without a word that judges.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.findings.terms.genus import DIFFERENCE, DOUBTING, JUDGING, KINDS, MASS, NO_SORT, NO_TERM, PEOPLE, SORTS
from generator.text import singular

#: A definition that runs on longer is none that a glossary can show (words).
LONGEST = 60
#: Words that a difference must have to say something; one more where it begins like any remark ("for …").
_LEAST_DIFFERENCE = 3

_WORD = re.compile(r"[^\W_](?:[\w'’+#./&-]*[\w+#])?")
_TERM = r"[^\W_][\w.+#/&'’-]*(?: [^\W_][\w.+#/&'’-]*){0,4}?"
_QUOTED = rf"[\"“‘'](?P<quoted>{_TERM}),?[\"”’']"
#: What a speaker begins with: "So, okay, X is a …".
_LEAD = r"(?:(?:so|and|but|now|well|okay|ok|right|yes|yeah|basically|again),? ){0,3}"
_SUBJECT = re.compile(rf"{_LEAD}(?P<article>(?:an?|the)\s+)?(?:{_QUOTED}|(?P<bare>{_TERM}))\s*", re.IGNORECASE)
#: What may come between a subject and its verb without saying anything else: "(…)", ", or Y,", ", in short,", ", Wang says,".
_BETWEEN = re.compile(
    r"(?<!\s)\s*+\([^()]{1,60}\)\s*$|,\s+(?:or|also known as|also called|aka|a\.k\.a\.?|short for|abbreviated as)\s[^,]{2,60},\s*$"
    r"|,\s+(?:in short|in essence|by definition|of course|for example|that is"
    r"|[^,]{2,30} (?:says|said|explains|explained|notes|thinks|writes|wrote)),\s*$"
)
_CLAUSE = re.compile(r"(?:^|[,;:—–]\s+|\s-\s+|,\s+(?:and|but|so)\s+|\b(?:that|because|while|whereas|since)\s+)")
_VERB = re.compile(
    r"\s(?P<is>is|are|being)\s+(?!not\b)|\s(?P<means>means|mean|refers? to|stands? for|denotes?|(?:is|are) (?:defined as|short for))\s+"
)
_ADVERBS = re.compile(
    r"(?:(?:also|basically|essentially|really|simply|just|usually|typically|generally|technically|in essence|by definition)\s+)*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:any\s|an?\s|the\s|one of (?:the|several)\s)?", re.IGNORECASE)
_CALLED = re.compile(rf"\b(?:called|known as|termed|dubbed|referred to as)\s+(?:an?\s+|the\s+)?(?:{_QUOTED}|(?=[^\W_]))")
#: What ends an unknown term that stands in no quotation marks.
_ENDED = re.compile(r"\s*(?:[.,;:)—–]|$)|\s(?:that|which|where|in which|whose)\b")
_TOLD = re.compile(r"[\"”’']?(?: [a-z]+){0,2}\s?(?::|,? (?:which|where|in which|whose|that)\b)\s*(?=(?:\S+\s+){2}\S)")
_NAMED = re.compile(r"\b(?:an?|the)\s+(?:[\w'’-]+\s+){1,14}(?:often |also |sometimes |usually |now )?$", re.IGNORECASE)
DOING = re.compile(r"(?!thing|something|nothing|anything|everything)[a-z]{2,}ing(?:\s+\S+){3}", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|be|been|being)(?: (?:also|often|sometimes|commonly|usually|now|generally|what can be))*\s*$")
MEASURED = re.compile(
    r"the (?:number|share|amount|percentage|proportion|fraction|ratio|rate|probability|chance|time|distance|cost|price|volume|gap"
    r"|difference|ability|tendency|capacity|degree|extent|point|process|practice|method|technique|act)"
    r" (?:of|that|to|at which|to which|by which|in which|between|from) "
)
#: A clause that tells a thing apart as a definition does, whatever sort of thing it is.
TELLING = re.compile(
    r"\s*(?:of (?:[a-z-]+ ){1,3})?(?:that|which|in which|by which|where|whose"
    r"|(?:[a-z]+ed|built|made|meant|drawn) (?:to|for|in|by|of|from|with|when|on))\s+(?:\S+\s+){2,}\S"
)
_WHICH = re.compile(r",? (?:which|who) (?:is|are)\s+")
_APPOSED = re.compile(
    r"(?:an?\s+|the\s+)?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,3})(?P<short> \([A-Z][\w-]{1,9}\))?, (?P<article>an? |the )",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:,|—|–) (?:is|are|was|were|has|have|had|can|will|would|may|[a-z]+s)\b")
_ADVERBIAL = frozenset({"in fact", "of course", "for example", "in short", "after all", "at first", "at last", "in time", "these days"})
_LAST_WORDS = re.compile(r"(?<!\S)(?:\S+ ){0,4}\S+$")
_EXPLAINED = re.compile(rf"{_QUOTED}(?: [a-z]+){{0,2}}(?::|,? (?:where|in which))\s+(?P<rest>[^?]+)$")
_HEADED = re.compile(
    rf"(?:[-*•]\s*)?(?:(?:an?|the)\s+)?(?:{_QUOTED}|(?P<bare>{_TERM}))(?: \([^()]{{1,40}}\))?(?::| [—–-]) (?=an?\s|the\s)", re.IGNORECASE
)
_MEANT = re.compile(rf"\bby (?:{_QUOTED}|(?P<bare>{_TERM})),? (?:[^\W_][\w'’]* ){{1,2}}means?\s+", re.IGNORECASE)
_PLAIN = frozenset("for of in on at with without to by from about".split())
_PARTICIPLES = frozenset("built made meant drawn known run held kept written given taken set able".split())
#: "a small, cheap cell that …"
_ADJECTIVE = re.compile(
    r",\s+(?!(?:that|which|who|where|when|whose|in|by|for|with|and|or|but|so|a|an|the|they|he|she|it|we|you|I)\b)(?P<word>[a-z])"
)
_NEXT = re.compile(r"\s*(?P<word>[^\W_][\w'’+#./&-]*)|\s*(?P<mark>[^\w\s])")


class Form(NamedTuple):
    """A definition's form in a text: the span of the term, that of the definition, and what speaks for the term.

    `quoted`: the term stands in quotation marks. `article`: before it ("a", "the", empty). `known`: it must be a concept to count.
    """

    term: tuple[int, int]
    span: tuple[int, int]
    quoted: bool
    article: str
    known: bool = False
    person: bool = False


def forms(text: str, start: int, end: int) -> Iterator[Form]:
    """The definitions in one sentence, `text[start:end]`."""
    sentence = text[start:end]
    if sentence.rstrip("\"'”’) ").endswith("?") or len(sentence.split()) > 2 * LONGEST:
        return
    for form in (form for way in _WAYS for form in way(sentence)):
        last = len(sentence.rstrip())
        if len(sentence[form.span[0] : last].split()) <= LONGEST and not _doubted(sentence[: form.span[0]]):
            yield form._replace(term=(start + form.term[0], start + form.term[1]), span=(start + form.span[0], start + last))


def _verbs(sentence: str) -> Iterator[Form]:
    """ "X is a …", "X means …" """
    for verb in _VERB.finditer(sentence):
        found = _subject(sentence, verb.start())
        if found is None:
            continue
        match, begin = found
        article, quoted = (match["article"] or "").strip().lower(), bool(match["quoted"])
        term = match.span("quoted" if quoted else "bare")
        if verb["is"]:
            many = verb["is"] == "are"
            sort = genus_of(sentence, verb.end(), plural=many)
            if article == "the" and MEASURED.match(sentence, verb.end()) and _common(sentence[slice(*term)]):
                article = ""  # "the hit rate is the share of …" speaks of all of them
            if sort and (not many or sentence[term[1] - 1] == "s"):
                yield Form(term, (begin, 0), quoted, article, person=sort in PEOPLE)
        elif _meaning(sentence[verb.end() :], verb["means"]):
            known = verb["means"] in {"means", "mean"} and not quoted and not genus_of(sentence, verb.end())
            yield Form(term, (begin, 0), quoted, article, known=known)


def _subject(sentence: str, end: int) -> tuple[re.Match[str], int] | None:
    """The subject before a verb, if it is no more than a term, and where it begins."""
    for _ in range(2):
        end = end - len(between[0]) if (between := _BETWEEN.search(sentence, max(0, end - 100), end)) else end
    for clause in reversed(list(_CLAUSE.finditer(sentence, max(0, end - 80), end))):
        if match := _SUBJECT.fullmatch(sentence, clause.end(), end):
            return match, clause.end()
    return None


def genus_of(sentence: str, at: int, *, plural: bool = False) -> str:
    """The genus after a verb, if a difference follows it and nothing judges it; else empty."""
    adverbs = _ADVERBS.match(sentence, at)
    at = adverbs.end() if adverbs else at
    article = _ARTICLE.match(sentence, at)
    words: list[str] = []
    at = article.end() if article else at
    while step := _NEXT.match(sentence, at):
        word = (step["word"] or "").lower()
        if step["mark"] == "," and words and words[-1] not in SORTS and (after := _ADJECTIVE.match(sentence, at)):
            at = after.start("word")
            continue
        if not word or word in DIFFERENCE or (words and _participle(word) and singular(words[-1]) in SORTS | PEOPLE):
            if word == "of" and words and singular(words[-1]) in KINDS and words[-1] not in JUDGING:
                words, at = [], step.end()
                continue
            break
        words.append(word)
        at = step.end()
        if len(words) > 6:
            return ""
    rest = sentence[at:]
    genus = singular(words[-1]) if words else ""
    genus = genus.rpartition("-")[2]
    judged = any(part in JUDGING or part.endswith("est") for word in words for part in (word, *word.split("-")) if part not in SORTS)
    mass = genus in MASS and TELLING.match(rest)
    bare = bool(words) and not mass and not (article and article[0]) and not (plural and words[-1] != singular(words[-1]))
    brought_in = article is not None and article[0].lower() in {"a ", "an "}
    many = plural and bool(words) and words[-1] != singular(words[-1])
    told = (brought_in or many) and TELLING.match(rest) and genus not in NO_SORT | NO_TERM | PEOPLE and len(genus) > 2
    if bare or not (genus in SORTS | PEOPLE or told or mass) or judged or not _differs(rest):
        return ""
    return genus


def _participle(word: str) -> bool:
    return word.endswith(("ing", "ed")) or word in _PARTICIPLES


def _differs(rest: str) -> bool:
    """Whether what follows a genus tells a difference."""
    words = [w.lower() for w in _WORD.findall(re.split(r"[.;:(]\s|[.;:(]$", rest, maxsplit=1)[0])]
    bare = rest.lstrip(" ,")
    begun = bool(words) and (words[0] in DIFFERENCE or _participle(words[0]))
    least = _LEAST_DIFFERENCE + (words[0] in _PLAIN if words else 0)
    return begun and len(words) >= least and not bare.startswith(("-", "/"))


def _meaning(rest: str, verb: str) -> bool:
    """Whether what follows "means" says a meaning and not a consequence."""
    words = _WORD.findall(rest.split(". ")[0])
    if len(words) < _LEAST_DIFFERENCE:
        return False
    first = words[0].lower()
    if verb not in {"means", "mean"}:
        return first not in {"that", "it", "him", "her", "them", "what"}
    return first in {"a", "an", "the"} or (
        first.endswith("ing") and len(first) > 4 and first not in {"nothing", "something", "anything", "everything"}
    )


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


def _named_in(before: str, begin: int, *, told: bool) -> int | None:
    """Where the definition begins that comes before "called"; None if there is none. `told`: it goes on behind the name."""
    if passive := _PASSIVE.search(before, begin):
        subject = before[begin : passive.start()]
        return begin if told or genus_of(subject, 0) or DOING.match(subject) else None
    noun = _NAMED.search(before, begin)
    if noun and (genus_of(before, noun.start()) or (told and genus_of(f"{noun[0]} that is told here", 0))):
        return noun.start()
    return None


def _prefixes(sentence: str, at: int) -> list[tuple[int, int]]:
    """The first words from a place on, the most of them first."""
    ends = [word.end() for word in _WORD.finditer(sentence, at, at + 80)][:5]
    return [(at, end) for end in reversed(ends)]


def _apposed(sentence: str) -> Iterator[Form]:
    """ "X (Y), the share of …, was …" at the beginning of a sentence; X has two words or more, or its short form beside it."""
    match = _APPOSED.match(sentence)
    alone = match and " " not in match["term"] and ("-" in match["term"] or MEASURED.match(sentence, match.start("article")))
    if match and match["term"].casefold() not in _ADVERBIAL and (match["short"] or alone or _common(match["term"])):
        rest = sentence[match.end() :]
        if genus_of(f"{match['article']}{rest.partition(',')[0]}", 0) and _GOES_ON.search(rest):
            yield Form(match.span("term"), (match.start(), 0), False, "", known=False)


def _common(term: str) -> bool:
    """Whether a term of several words is no name: none but its first begins with a capital."""
    return len(term.split()) > 1 and all(word[0].islower() for word in term.split()[1:])


def _relative(sentence: str) -> Iterator[Form]:
    """ "X, which is a …"; X is a name that the vocabulary knows, or brought in by an article."""
    for match in _WHICH.finditer(sentence):
        before = _LAST_WORDS.search(sentence, 0, match.start())
        if before and genus_of(sentence, match.end()):
            end = len(sentence[: match.start()].rstrip("\"'”’,"))
            for word in _WORD.finditer(sentence, before.start(), end):
                article = sentence[: word.start()].rstrip("\"'“‘ ").rpartition(" ")[2].lower()
                quoted = sentence[word.start() - 1 : word.start()] in {'"', "“", "'", "‘"}
                yield Form((word.start(), end), (word.start(), 0), quoted, article, known=article not in {"a", "an"})


def _explained(sentence: str) -> Iterator[Form]:
    """ "the 'X': it …", "the 'X', where …" """
    for match in _EXPLAINED.finditer(sentence):
        rest = match["rest"].split()
        anew = sentence[match.start("rest") - 2] == ":" and rest[0].lower() in {"it", "they", "this", "he", "she", "there", "if"}
        if len(rest) > _LEAST_DIFFERENCE and not anew:
            yield Form(match.span("quoted"), (match.start(), 0), True, "", known=True)


def _headed(sentence: str) -> Iterator[Form]:
    """ "X: a …" at the beginning of a sentence."""
    match = _HEADED.match(sentence)
    if match and (sort := genus_of(sentence, match.end())):
        quoted = bool(match["quoted"])
        yield Form(match.span("quoted" if quoted else "bare"), (match.start(), 0), quoted, "", person=sort in PEOPLE)


def _meant(sentence: str) -> Iterator[Form]:
    """ "By X we mean …" """
    for match in _MEANT.finditer(sentence):
        quoted = bool(match["quoted"])
        if _meaning(sentence[match.end() :], "refer to"):
            yield Form(match.span("quoted" if quoted else "bare"), (match.start(), 0), quoted, "", known=not quoted)


def _doubted(before: str) -> bool:
    """Whether the words before a definition doubt, deny or only suppose it."""
    return any(word.lower().replace("’", "'") in DOUBTING for word in _WORD.findall(before))


_WAYS: tuple[Callable[[str], Iterator[Form]], ...] = (_verbs, _called, _apposed, _relative, _explained, _headed, _meant)
