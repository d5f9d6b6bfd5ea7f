"""Definitions in the sentence after their term, in the same passage or in the answer of another turn: "What is X?" "It's the share …".

Only where they stand; what says what a thing is, is told in `gloss`, what may be a term in `naming`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.findings.terms.defining import Form
from generator.findings.terms.genus import ENTITIES, JUDGING, KINDS, NO_SORT, PEOPLE, SORTS
from generator.findings.terms.gloss import LONGEST, genus_of, says_what
from generator.findings.terms.naming import NOUN_ENDING, noun_before
from generator.model import Passage, Role
from generator.text import sentences

_TERM = r"[^\W\d_](?:[\w./&-]{0,30}[\w&/-])?(?: [^\W\d_](?:[\w./&-]{0,30}[\w&/-])?){0,3}"
_IT = re.compile(
    r"(?:(?:so|and|now|well|okay|oh|yeah|yes|right|basically|sure|uh|um),? ){0,3}"
    r"(?:(?:it|that|this|they|those|these|which)(?:['’]s| is| are|['’]re| just means| simply means| basically means| means)"
    r"|think of (?:it|them) as|picture|imagine) (?:also |basically,? |essentially |just |simply |really |literally |roughly "
    r"|when you think about it,? )*",
    re.IGNORECASE,
)
#: "It is the role of a gardener to …" tells of the role.
_TO_DO = re.compile(r"(?:\w+,? )?it(?:['’]s| is) (?:an?|the) [\w-]+ (?:of|for) [^,.]* to \w+", re.IGNORECASE)
_DO = re.compile(
    r"(?:(?:so|and|well|basically),? ){0,2}(?:all you do is|what you do is|the idea is (?:that )?|(?:basically|so),? you"
    r"|you (?:break|chop|feed|turn|take|put|give|start|split|run|let"
    r"|keep|store|train|ask|write|build|have)|instead of) (?:\S+ ){3}",
    re.IGNORECASE,
)
#: The term alone: "Biofilm.", "What's a rear door?", "Saturation, we call it."
_ALONE = re.compile(
    rf"(?:(?:so|and|okay|ok|yeah|right|well|but|now),? )*(?:what(?:['’]s| is| are| was| exactly is) )?(?P<article>an? "
    rf"|the )?[\"“]?(?P<term>{_TERM})[\"”]?"
    r"(?:, (?:we|they|people) call (?:it|that|this)|, [A-Z][\w-]{1,9}|, (?:right|then|again))?[.?…]+[\"”]?",
    re.IGNORECASE,
)
#: "It goes out to a CDU.", "the word for it is slop.", "There's a thing called formation."
_INTRODUCED = re.compile(
    r"(?:called|known as|termed|say|word (?:for (?:it|that|this) )?is|term (?:for (?:it|that|this) )?is)(?: an?| the)? [\"“]?$"
)
_CALLED = re.compile(
    r"\b(?:called|known as|termed) (?:being )?(?:an? |the )?[\"“]?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2})[.\"”]*$"
)
#: A question for a meaning.
_ASKS = re.compile(
    r"(?:what (?:exactly |actually )?(?:is|are|was)|what['’]s|what does|what do you mean (?:by|when you say)|(?:explain"
    r"|define|unpack)(?: (?:for us )?what)?"
    r"|(?:remind|tell) (?:me|us|people|everyone|listeners) what|how (?:do|would) you (?:define|explain)|who or what is)"
    rf" (?P<article>an? |the )?[\"“]?(?P<term>{_TERM}?)[\"”]?"
    r"(?: (?:mean|means|stand for|is|are|even|exactly|actually|anyway|again|then)){0,3}(?: for (?:people|those|anyone) [^?]{0,80})?[?.]$",
    re.IGNORECASE,
)
#: A question back: what it asks for stands at the end of the turn before.
_BACK = re.compile(
    r"(?:(?:sorry|okay|ok|wait|hang on|and|so),? )*(?:which is|which are|meaning|an? what|what['’]s that|what is that"
    r"|what are those|what does that mean|what do you mean"
    r"(?: by that)?|that being|being|remind me|(?:an? |the )?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)(?: being| is)?)[?.…]+",
    re.IGNORECASE,
)
_ONES = re.compile(r"(?:the )?ones? (?:that|which|where|who) ", re.IGNORECASE)
#: What an answer may begin with, and no answer has fewer words than one more than this.
_FILLERS = re.compile(
    r"(?:(?:sure|yeah|yes|yep|okay|ok|right|so|well|oh|ah|ha|hm+|no|um|uh|good|great|fair|question|that['’]s an?|of course"
    r"|happy to|let me try"
    r"|i['’]ll try)(?:[,.! ]+|$))+",
    re.IGNORECASE,
)
_FILLER = 4


class Said(NamedTuple):
    """A sentence of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]


class Found(NamedTuple):
    """A definition: in which sentence the term stands, and where in its passage, and the sentence that defines it."""

    named: Said
    form: Form
    told: Said


def followed(passages: Sequence[Passage]) -> Iterator[Found]:
    """The definitions that stand after their term, in the order of the text."""
    said = [Said(passage, *span) for passage in passages for span in sentences(passage.text)]
    for at in range(1, len(said)):
        one, two = said[at - 1], said[at]
        found = list(_next_sentence(said, at)) if one.passage is two.passage or _goes_on(one.passage, two.passage) else []
        yield from found or (_answered(said, at) if one.passage is two.passage or one.passage.role is Role.TURN is two.passage.role else ())


def _goes_on(one: Passage, two: Passage) -> bool:
    """Whether two turns are one speaker's: a long one in parts, or a transcript that names nobody."""
    return one.role is Role.TURN is two.role and one.speaker == two.speaker and one.source == two.source


def _next_sentence(said: Sequence[Said], at: int) -> Iterator[Found]:
    """ "Biofilm. It's the slime layer, …", "There's a thing called formation. You charge …" """
    one, two = said[at - 1], said[at]
    if two.text.rstrip().endswith("?") or len(one.text.split()) + len(two.text.split()) > LONGEST:
        return
    if called := _called_so(one, two):
        yield called
    it = None if _TO_DO.match(two.text) else _IT.match(two.text)
    doing = None if it else _DO.match(two.text)
    if it or doing:
        sort = says_what(two.text, it.end()) if it else ""
        named = _named(one, sort, it=two.text[it.end() :] if it else "", doing=bool(doing))
        if (
            not named
            and at > 1
            and (said[at - 2].passage is one.passage or _goes_on(said[at - 2].passage, one.passage))
            and len(one.text.split()) <= 2 * _FILLER
            and sort
        ):
            named = _named(said[at - 2], "", it=two.text[it.end() :] if it else "", doing=False)
            one = said[at - 2] if named else one
        if named:
            yield Found(one, named, two)


def _named(one: Said, sort: str, *, it: str, doing: bool) -> Form | None:
    """The term that a sentence introduces so that the next may say what it is."""
    text = one.text.rstrip()
    alone = _ALONE.fullmatch(text)
    if alone and doing and NOUN_ENDING.fullmatch(alone["term"].split()[-1]):
        return Form(alone.span("term"), (0, 0), False, "")
    if alone and not doing and (sort or genus_of(it, 0, loose=True) or _short_gloss(it)):
        return Form(alone.span("term"), (0, 0), False, (alone["article"] or "").strip().lower().replace("the", ""))
    if text.endswith("?"):
        return None
    end = len(text.rstrip(".!\"”’'"))
    named = noun_before(text, 0, end)
    if not named or not named.first:
        return None
    introduced = _INTRODUCED.search(text[: named.first]) is not None or named.quoted
    sure = sort in {"measure", "how"} or sort in KINDS or (sort in SORTS - PEOPLE - ENTITIES)
    if (introduced and (sort or doing)) or (sure and not doing):
        article = "a" if introduced else named.article if named.article != "the" or " " not in text[named.first : named.last] else ""
        return Form((named.first, named.last), (0, 0), named.quoted, article)
    return None


def _short_gloss(it: str) -> bool:
    """ "the ingredients list, so to say" after a term alone."""
    match = re.match(r"(?:an?|the) (?P<words>[\w-]+ [\w-]+)[,.]", it)
    return bool(match) and not {w.lower() for w in match["words"].split()} & (NO_SORT | PEOPLE | JUDGING) if match else False


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
        and len(one.text.split()) > 2 * _FILLER
        and not one.text.rstrip().endswith("?")
        and re.match(r"(?:you|we|the model|each|every|an?|instead)\b", one.text, re.IGNORECASE)
    ):
        return Found(two, Form(match.span("term"), (0, 0), False, "a"), one)
    return None


def _answered(said: Sequence[Said], at: int) -> Iterator[Found]:
    """ "What is X?" "It's …"; "… to a CDU." "Which is?" "Coolant distribution unit. It's …" """
    question = said[at - 1]
    text = question.text.rstrip()
    if asks := _ASKS.search(text):
        named, form = question, Form(asks.span("term"), (0, 0), False, (asks["article"] or "").strip().lower())
    elif _BACK.fullmatch(text) and at > 1 and said[at - 2].passage is not question.passage:
        named = said[at - 2]
        end = len(named.text.rstrip().rstrip(".!\"”’'"))
        before = noun_before(named.text, 0, end)
        if not before:
            return
        form = Form((before.first, before.last), (0, 0), before.quoted, before.article.replace("the", ""))
    else:
        return
    for number, told in enumerate(said[at : at + 3]):
        if told.passage is not said[at].passage or _named_anew(said, at + number):
            return
        if _answers(told.text, meaning="mean" in text):
            the = form.article == "the" and " " in named.text[slice(*form.term)]
            yield Found(named, form._replace(article="" if the else form.article), told)
            return
        if not _FILLERS.fullmatch(told.text):
            return


def _named_anew(said: Sequence[Said], at: int) -> bool:
    """Whether a sentence gives the thing its name, and the next tells what it is: "A cold frame. It's a box …"."""
    after = [one for one in said[at + 1 : at + 3] if one.passage is said[at].passage]
    return bool(_ALONE.fullmatch(said[at].text)) and any(_IT.match(one.text) for one in after)


def _answers(text: str, *, meaning: bool) -> bool:
    """Whether a sentence says what was asked for. `meaning`: what was meant by a word was asked, so a deed will do."""
    if len(text.split()) <= _FILLER or text.rstrip().endswith("?"):
        return False
    it = _IT.match(text)
    sort = says_what(text, it.end() if it else 0, loose=True)
    return (bool(sort) and (sort != "deed" or meaning or it is not None)) or bool(_DO.match(text) or _ONES.match(text))
