"""Where a term stands before a place in a text, and whether words look like a term. Knows no definition."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from generator.findings.terms.genus import DOUBTING, ENTITIES, JUDGING, NAMING, NO_SORT, NO_TERM, PEOPLE, STEMS, TIMES, VERBS
from generator.findings.terms.gloss import WORD
from generator.text import singular

#: A term that the vocabulary does not know has at most so many words.
MOST_WORDS = 4
_REACH = 80
_CLOSED = re.compile(r"[\"“‘'*_](?P<term>[^\W_][^\"“”‘*_\n]{1,50}?),?[\"”’'*_]$")
_PRONOUNS = frozenset("i you he she it we they who to can could will would may might must should not don't doesn't didn't".split())
_GRAMMAR = (NO_TERM | DOUBTING) - NAMING
#: Times that mean nothing else, as "spring" and "fall" do.
_TIMES = TIMES - frozenset("fall march may spring".split())
_UNFIT = NO_TERM | JUDGING | DOUBTING
#: What stands behind these is one of its sort and not the sort.
_DETERMINERS = frozenset("each every this that these those some any no my his her your whose which what both another".split())
_OF_SOMEBODY = frozenset({"our", "their", "its"})
#: Nor what somebody thinks of: "the new bridge".
_JUDGED = JUDGING - NAMING
#: Words of grammar within a term ("mixture of experts"); nouns that end terms and are none alone ("cold-start problem"); "Moore's law".
SMALL = frozenset("of to in as for per and on by".split())
HEADS = frozenset("answer case goal lesson part person problem question result side trick truth".split())
_LAW = re.compile(
    r"(?<!\w)[A-Z]\w+['’]s? (?:\w+ )?"
    r"(?:law|paradox|principle|effect|theorem|rule|razor|dilemma|curse|conjecture|curve|disease|syndrome|test)"
)
_DOCTRINE = re.compile(r"\w[a-z-]+ (?:principle|theorem|paradox|hypothesis|conjecture|fallacy|doctrine)")
_LAW_LAST = re.compile(rf"(?<!\w)(?P<law>{_LAW.pattern})$")
_NUMBER = re.compile(r"\d[\d.,]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|eleven|twelve|\w+teen)(?:-\w+)?")
#: Endings of words that are hardly a name, also where a sentence begins with them.
NOUN_ENDING = re.compile(
    r"[A-Z]?[a-z-]{2,}(?:age|ment|tion|sion|ing|ity|ness|ism|ance|ence|ency|ics|sis|ure|hood|ship|put|acy|ization|ability)s?"
)
_OF_VALUE = re.compile(r" of (?:about |some |only |at least |up to )?$")
#: Words written as short forms are.
ACRONYM = re.compile(r"(?<!\w)[a-z]*+[A-Z][^\WA-Z]*+[A-Z]\w*+")
#: Names in programs are no terms.
_CODE = re.compile(r"[_$\\{}<>=\[\]]|--|::")
#: What says that a term follows: "the word is …", "there's a name for it, …", "what engineers call …".
_INTRODUCED = re.compile(
    r"\b(?:what (?:[\w-]+ ){1,3}(?:calls?|terms?|knows?(?: it)? as|means? by)"
    r"|(?:word|term|name|phrase)(?: \w+){0,3} (?:is|was|for (?:it|that|this),)|(?:an?"
    r"|the) (?:new )?(?:word|term|name|phrase)[,:]|(?:word|term|name), (?:it"
    r"|that)['’]s|calls? (?:it|this|that|them|[^.;:]{3,60}, or)"
    r"|known (?:(?:in|to|by|among) (?:\w+ ){1,3})?as|by the name of|so-called)(?: an?| the)? [\"“‘']?$"
    r"|(?:called|dubbed|termed|referred to as)(?: being)?(?: an?)? [\"“‘']?$"
)
_ARTICLES = frozenset({"a", "an", "the"})


class Standing(IntEnum):
    """How surely words in a text are a term."""

    #: Written like a name, or one of its sort ("the plan").
    ONE = 0
    #: A single common word.
    PLAIN = 1
    #: Brought in by "a", or of a form that terms have: a compound, an acronym, a word in -tion or -ing.
    BROUGHT = 2
    #: Said to be a term: in quotation marks, "called X", "what the trade calls X", with its short form.
    INTRODUCED = 3


class Named(NamedTuple):
    """A term in a text: its span, the article before it (or empty), and whether it stands in quotation marks."""

    first: int
    last: int
    article: str
    quoted: bool

    def many(self, text: str) -> bool:
        """Whether it is a plural."""
        term = text[self.first : self.last].lower()
        return singular(term) != term and not term.endswith(("ics", "sis"))


def noun_before(text: str, start: int, end: int) -> Named | None:
    """The words right before a place that may be a term: back to an article, a preposition, a verb or a mark, not beyond `start`."""
    start = max(start, end - _REACH)
    if quoted := _CLOSED.search(text, start, end):
        return Named(*quoted.span("term"), article(text, quoted.start()), True)
    if law := _LAW_LAST.search(text, start, end):
        return Named(*law.span("law"), article(text, law.start("law")), False)
    words = [word for word in WORD.finditer(text, start, end) if word.start() == 0 or not text[word.start() - 1].isalnum()]
    if not words or words[-1].end() != end:
        return None
    first = len(words)
    while first and len(words) - first < MOST_WORDS + 1 and not _bounds(text, words, first - 1) and _joined(text, words, first):
        first -= 1
    if first < len(words) and (whole := _begun_with(text, words, first)) is not None:
        return Named(words[whole].start(), end, article(text, words[whole].start()), False)
    if first and first < len(words) and _NUMBER.fullmatch(words[first - 1][0].lower()):
        return _measured(text, start, words[first - 1].start())
    bound = words[first - 1][0].lower() if first and first < len(words) and _joined(text, words, first) else ""
    if first == len(words) or bound in _DETERMINERS or bound in _JUDGED:
        return None
    if not text[start : words[first].start()].strip(' "“(').lower().removesuffix("the"):
        first += _subject([word[0].lower() for word in words[first:]])
    return Named(words[first].start(), end, article(text, words[first].start()), False)


def _begun_with(text: str, words: Sequence[re.Match[str]], first: int) -> int | None:
    """Where a term of several nouns begins that its sentence begins with: "First notice of loss, …"."""
    lead = [word[0].lower() for word in words[:first]]
    if (
        not lead
        or lead[-1] not in {"of", "to", "per"}
        or text[: words[0].start()].strip('"“(*_ ')
        or words[first - 1].end() + 1 != words[first].start()
    ):
        return None
    skipped = 1 if lead[0] in _ARTICLES else 0
    nouns = lead[skipped:-1]
    few = len(nouns) == 1 or (len(nouns) == 2 and (skipped or nouns[0] in NAMING))
    return skipped if few and not any(word in _UNFIT - NAMING or "'" in word or "’" in word for word in nouns) else None


def _subject(words: Sequence[str]) -> int:
    """How many of the words that a sentence begins with are its subject and verb: "The courts apply | estoppel"."""
    many = [singular(word) != word for word in words]
    if len(words) > 2 and many[0]:
        return 2
    return next((at + 1 for at in range(len(words) - 2, 0, -1) if many[at]), 0)


def _measured(text: str, start: int, number: int) -> Named | None:
    """The term of which a value stands before a place: "a bump pitch of thirty-six microns"."""
    of = _OF_VALUE.search(text, start, number)
    return noun_before(text, start, of.start()) if of else None


def standing(text: str, named: Named) -> Standing:
    """How surely words are a term, by where and how they stand."""
    term = text[named.first : named.last]
    if named.quoted or is_law(term) or _INTRODUCED.search(text, max(0, named.first - _REACH), named.first):
        return Standing.INTRODUCED
    if is_name(term, begins=not text[: named.first].strip('"“(*_ ')):
        return Standing.ONE
    compound = " " in term or "-" in term
    if named.article in _OF_SOMEBODY:
        return Standing.ONE
    if compound or (named.article != "the" and (named.article or NOUN_ENDING.fullmatch(term) or ACRONYM.fullmatch(term))):
        return Standing.BROUGHT
    return Standing.ONE if named.article == "the" or term.endswith("ed") else Standing.PLAIN


def _joined(text: str, words: list[re.Match[str]], first: int) -> bool:
    """Whether the word before one of the words belongs to its phrase: only a space parts them."""
    return first == len(words) or text[words[first - 1].end() : words[first].start()] == " "


def _bounds(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether a word ends a noun phrase to its left: a word of grammar, or a verb."""
    word, before = words[at][0].lower(), words[at - 1][0].lower() if at and _joined(text, words, at) else ""
    verb = (at < len(words) - 1 and word in VERBS) or before in _PRONOUNS
    return verb or word in _GRAMMAR or "'" in word or "’" in word or _NUMBER.fullmatch(word) is not None


def article(text: str, at: int) -> str:
    """The article before a place, or empty."""
    before = text[max(0, at - 8) : at].rstrip("\"“‘'*_ ").rpartition(" ")[2].lower().lstrip('("“')
    return before if before in _ARTICLES | _OF_SOMEBODY else ""


def is_term(term: str, *, quoted: bool, article: str) -> bool:
    """Whether words that the vocabulary does not know look like a term: few, none of them grammar or judgement, and brought in as one.

    "a scheme is …", "'recall' is …", "LPUs are …", "Mathematics is …"; "the wish is …" speaks of one wish.
    """
    words = [singular(word.lower()) for word in WORD.findall(term)]
    if not words or len(words) > MOST_WORDS + any(word in SMALL for word in words):
        return False
    pair = len(words) == 3 and words[1] == "and" and article in {"a", "an"}  # "a cap and floor"
    if "," in term or ". " in term or any(_barred(words[::2] if pair else words, quoted=quoted)):
        return False
    if _CODE.search(term):
        return False
    if len(words) == 1 and words[0] in NO_SORT | _TIMES and not quoted:
        return False
    if len(term) < 3 or not term[0].isalpha() or words[-1] in VERBS - STEMS or (len(words) == 1 and words[0].endswith("ly")):
        return False
    if not is_law(term) and ("'" in term.rstrip("'") or "’" in term.rstrip("’")):
        return False
    return (
        quoted
        or article in {"a", "an"}
        or (not article and (len(words) > 1 or len(term) > 3 or term.isupper() or any(map(str.isdigit, term))))
    )


def _barred(words: list[str], *, quoted: bool) -> Iterator[bool]:
    """For each word whether no term has it where it stands; in quotation marks a term of several words may judge ("last mile")."""
    last = len(words) - 1
    unfit = _UNFIT - JUDGING if quoted and last else _UNFIT
    for at, word in enumerate(words):
        inside = 0 < at < last and word in SMALL
        named = last and word in NAMING and words[-1] not in NO_SORT
        heads = last and at == last and word in HEADS
        yield word.isdigit() or (word in unfit and not (inside or named or heads))


def is_law(term: str) -> bool:
    """Whether words name a law and the like after somebody: "Moore's law"."""
    return _LAW.fullmatch(term) is not None or _DOCTRINE.fullmatch(term) is not None


def is_name(term: str, *, begins: bool) -> bool:
    """Whether words are written like somebody's or something's name: with capitals that no sentence's beginning gives, and no acronym."""
    words = re.findall(r"[^\W\d_][\w’']*", term)
    if len(words) > 1 and words[-1].islower() and words[-1] not in PEOPLE | ENTITIES:
        return False  # "Peltier effect", "Overton window"
    words = words[1 if begins else 0 :]
    return any(word[0].isupper() and not word[:-1].isupper() and word[1:].islower() for word in words)
