"""Definitions in a sentence after their term: "Biofilm. It's the slime …", "That's called zoning.", "An SF. Sorry. Short form, the …".

In the same passage or a turn later. Answers to questions are told in `answering`; what says what a thing is, in `gloss`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.findings.terms.answering import answered
from generator.findings.terms.form import Form
from generator.findings.terms.genus import ENTITIES, JUDGING, NO_SORT, PEOPLE, SORTS
from generator.findings.terms.gloss import LONGEST, NOTHING, Gloss, Grade, gloss
from generator.findings.terms.naming import NOUN_ENDING, Standing, is_term, noun_before, standing
from generator.findings.terms.said import ALONE, DO, FILLER, IT, Found, Said
from generator.findings.terms.spelling import opening, spelled
from generator.findings.terms.telling import is_measure
from generator.model import Passage, Role
from generator.text import sentences, singular

#: "It is the role of a gardener to …" tells of the role.
_TO_DO = re.compile(r"(?:\w+,? )?it(?:['’]s| is) (?:an?|the) [\w-]+ (?:of|for) [^,.]* to \w+", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:called|known as|termed) (?:being )?(?:an? |the )?[\"“]?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2})[.\"”]*$"
)
#: What goes on after "there's a word for it, automation complacency."
_WHEN = re.compile(r"(?:when|if|whenever|you|people) (?:\S+ ){3}", re.IGNORECASE)
#: "We look at dwell time. How long a box sits in the yard."; not "How long it sits depends on …".
_HOW = re.compile(
    r"(?!.* (?:depends?|is|are|was|were|matters?|varies|counts?|decides?|tells|shows|remains?|will|would|has|can)\b)"
    r"How (?:long|much|many|often|far|fast) (?:\w+ )?(?:an?|the|each|every|it takes|of) (?:\S+ ){2}"
)
#: "Then there's bronze disease."
_THERE = re.compile(
    r"\b(?:there['’]s|there is|there are|(?:you|we|they)(?: have|['’]ve got)|comes|(?:next|first|second|third) is) (?:also "
    r"|then )?(?:an? |the |this |these )?[\"“]?$"
)
#: How many sentences before its words a short form may stand.
_BACK_TO = 4


class _Told(NamedTuple):
    """How well a sentence says what was named before, and in which words; after "it's", "that means" (`that`: not "it"), or by itself."""

    gloss: Gloss
    words: str
    pronoun: bool = False
    that: bool = False


def followed(passages: Sequence[Passage]) -> Iterator[Found]:
    """The definitions that stand after their term, in the order of the text."""
    said = [Said(passage, *span) for passage in passages for span in sentences(passage.text)]
    shorts = [[one.passage.text[slice(*span)] for span in spelled(one.passage.text, one.start, one.end)] for one in said]
    for at in range(1, len(said)):
        one, two = said[at - 1], said[at]
        found = list(_next_sentence(said, at)) if _together(one.passage, two.passage) else []
        if not found and (one.passage is two.passage or one.passage.role is Role.TURN is two.passage.role):
            found = [*_spelt_out(said, shorts, at), *answered(said, at)]
        yield from found


def _together(one: Passage, two: Passage) -> bool:
    """Whether two passages are one, or turns of one speaker: a long one in parts, or a transcript that names nobody."""
    return one is two or (one.role is Role.TURN is two.role and one.speaker == two.speaker and one.source == two.source)


def _next_sentence(said: Sequence[Said], at: int) -> Iterator[Found]:
    """ "Biofilm. It's the slime layer, …", "There's a thing called formation. You charge …" """
    one, two = said[at - 1], said[at]
    if two.text.rstrip().endswith("?") or len(one.text.split()) + len(two.text.split()) > LONGEST:
        return
    if called := _called_so(one, two):
        yield called
    told = _told(two.text)
    form = _named(one, told)
    before = said[at - 2] if at > 1 and _together(said[at - 2].passage, one.passage) and len(one.text.split()) <= 2 * FILLER else None
    if form:
        yield Found(one, form, two)
    elif before and told.pronoun and told.gloss.grade >= Grade.SURE and (form := _alone(before, told)):
        yield Found(before, form, two)


def _told(text: str) -> _Told:
    """How a sentence would say what was named before."""
    if not _TO_DO.match(text) and (it := IT.match(text)):
        many = re.search(r"\b(?:they|these|those)\b", it[0], re.IGNORECASE) is not None
        return _Told(gloss(text, it.end(), many=many), text[it.end() :], pronoun=True, that="that" in it[0].lower())
    if _HOW.match(text):
        return _Told(gloss(text, 0), text, pronoun=True)
    if DO.match(text):
        return _Told(Gloss(Grade.CLAUSE, "doing"), text)
    return _Told(Gloss(Grade.CLAUSE, "clause") if _WHEN.match(text) else NOTHING, text)


def _named(one: Said, told: _Told) -> Form | None:
    """The term that a sentence introduces so that the next may say what it is."""
    text, said = one.text.rstrip(), told.gloss
    if form := _alone(one, told):
        return form
    if text.endswith("?"):
        return None
    named = noun_before(text, 0, len(text.rstrip(".!\"”’'")))
    if not named or not named.first or (_HOW.match(told.words) and " " not in text[named.first : named.last]):
        return None
    surely = standing(text, named)
    introduced = surely is Standing.INTRODUCED and (said.grade >= Grade.SURE or said.sort in {"doing", "clause"})
    introduced = introduced or (told.pronoun and said.grade >= Grade.SURE and _THERE.search(text, 0, named.first) is not None)
    sort = told.that and said.grade >= Grade.SURE and said.sort in SORTS - PEOPLE - ENTITIES
    sure = sort or said.sort in {"measure", "how"}
    if not introduced and not (sure and told.pronoun):
        return None
    the = named.article == "the" and " " in text[named.first : named.last]
    article = "a" if introduced else "" if the else named.article
    return Form((named.first, named.last), (0, 0), named.quoted, article)


def _alone(one: Said, told: _Told) -> Form | None:
    """The term that a sentence consists of."""
    alone = ALONE.fullmatch(one.text.rstrip())
    if not alone or not is_term(alone["term"], quoted=False, article=""):
        return None
    article, last = (alone["article"] or "").strip().lower().replace("the", ""), alone["term"].split()[-1]
    first, end = alone.span("term")
    if article and " " in alone["term"] and singular(last.lower()) != last.lower():
        end -= len(last) + 1  # "A heat dome forms."
    measure = " " in alone["term"] and not alone["article"] and is_measure(f"the {last} of all", 0)
    doing = told.gloss.sort == "doing" and (measure or NOUN_ENDING.fullmatch(last) is not None)
    said = told.pronoun and (told.gloss.grade >= Grade.LOOSE or _short_gloss(told.words))
    return Form((first, end), (0, 0), False, article) if doing or said else None


def _short_gloss(it: str) -> bool:
    """ "the ingredients list, so to say" after a term alone."""
    match = re.match(r"(?:an?|the) (?P<words>[\w-]+ [\w-]+)[,.]", it)
    return bool(match) and not {w.lower() for w in match["words"].split()} & (NO_SORT | PEOPLE | JUDGING) if match else False


def _spelt_out(said: Sequence[Said], shorts: Sequence[Sequence[str]], at: int) -> Iterator[Found]:
    """ "… about an SF." "Short form, the …", "Short form. It's …", "Short form. The …": its words, and then what it is."""
    one = said[at]
    for earlier in shorts[max(0, at - _BACK_TO) : at]:
        for short in earlier:
            long = opening(one.passage.text, one.start, one.end, short)
            if not long:
                continue
            form = Form((long[0] - one.start, long[1] - one.start), (0, 0), False, "")
            rest = one.passage.text[long[1] : one.end].lstrip(" ,:;—–-")
            after = said[at + 1] if at + 1 < len(said) and said[at + 1].passage is one.passage else None
            if len(rest.split()) > FILLER:
                yield from [Found(one, form, one)] if gloss(rest, 0).grade >= Grade.WORDS else []
            elif after and (it := IT.match(after.text)) and not after.text.rstrip().endswith("?"):
                yield from [Found(one, form, after)] if gloss(after.text, it.end()).grade >= Grade.WORDS else []
            return


def _called_so(one: Said, two: Said) -> Found | None:
    """ "You keep the cold ones apart. That's called zoning." """
    text = two.text.rstrip()
    if len(text.split()) > 10 or not re.match(
        r"(?:(?:and|so|now) )?(?:that|this|it|such an? \w+)(?:['’]s| is)? (?:what )?", text, re.IGNORECASE
    ):
        return None
    match = _CALLED.search(text)
    if (
        match
        and len(one.text.split()) > 2 * FILLER
        and not one.text.rstrip().endswith("?")
        and re.match(r"(?:you|we|the model|each|every|an?|instead)\b", one.text, re.IGNORECASE)
    ):
        return Found(two, Form(match.span("term"), (0, 0), False, "a"), one)
    return None
