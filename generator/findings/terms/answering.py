"""Definitions in the answer to a question: "What is X?" "It's the share …"; "X being?" "Taking the …"; "… to an X." "Which is?" "A pump …".

What is asked for, and what counts as an answer; what says what a thing is, is told in `gloss`, and what follows without a question in
`following`.
"""

import re
from collections.abc import Iterator, Sequence

from generator.findings.terms.form import Form
from generator.findings.terms.gloss import Grade, gloss
from generator.findings.terms.naming import is_term, noun_before
from generator.findings.terms.said import ALONE, DO, FILLER, IT, TERM, Found, Said

#: A question for a meaning, and its term.
_ASKS = re.compile(
    r"(?:\b(?:what (?:exactly |actually )?(?:is|are|was)|what['’]s(?: that,)?|what does|what (?:do|does) (?:\w+ )?\w+ mean (?:by|when"
    r" (?:you|they) say)|what is meant by|(?:explain|define|unpack)(?: (?:for us )?what)?|(?:remind|tell) (?:me|us|people|everyone"
    r"|listeners)"
    r" (?:what|about)|how (?:do|would) you (?:define|explain)|(?:asks?|asked|wonders?|wondered|know) what(?= [^.?]{3,40} (?:is|are"
    r"|means?)[.?])|who or what is|you (?:said|say|mentioned|mention|talk about|call it|wrote))"
    r"|^(?:(?:and|so|but|okay|hang on|sorry|wait),? )*(?:what about |no time for )?)"
    rf" ?(?P<article>an? |the |your )?[\"“]?(?P<term>{TERM}?)[\"”]?"
    r"(?: (?:mean|means|stand for|is|are|being|even|exactly|actually|anyway|again|then|is what(?:, [^?]{0,60})?|when it['’]s at home)){0,3}"
    r"(?:(?:,? (?:for|in|to|then|exactly)|, (?:and|or|which|who|as|from|with|on|at|what|how|when|why|is))\b[^?]{0,80})?[?.]$",
    re.IGNORECASE,
)
#: A question back: what it asks for stands at the end of what was said before.
_BACK = re.compile(
    r"(?:(?:sorry|okay|ok|wait|hang on|and|so),? )*(?:which is|which are|which (?:is|are|means|says) what(?:, [^?]{0,60}?)?|meaning"
    r"|an? what|what['’]s that|what is that|what are (?:those|they)|what does (?:that|it) mean|what do you mean(?: by that)?|that being"
    r"|being"
    r"|remind me|(?:an? |the )?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)(?: being| is)?)(?:\?|…|\.\.\.)",
    re.IGNORECASE,
)
_ONES = re.compile(r"(?:the )?ones? (?:that|which|where|who) ", re.IGNORECASE)
#: What an answer may begin with, and no answer has fewer words than one more than this.
_FILLERS = re.compile(
    r"(?:(?:sure|yeah|yes|yep|okay|ok|right|so|well|oh|ah|ha|hm+|no|um|uh|er|sorry|good|great|fair|question|that['’]s an?|of course"
    r"|happy to|let me try|i['’]ll try)(?:[,.! ]+|$))+",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:explain|define|unpack|tell|remind)\b|\b(?:asks?|asked|wonders?|wondered|know) what "
    r"|^(?:(?:hang on|sorry|wait|okay|and|so),? )*[^,.]{3,40},? for (?:those|people|anyone"
    r"|my|our|the) (?!.*\b(?:is|are|was|were|has|had|will|would)\b)",
    re.IGNORECASE,
)
#: In how many sentences an answer must have been given.
_SOON = 3


def answered(said: Sequence[Said], at: int) -> Iterator[Found]:
    """ "What is X?" "It's …"; "… to a CDU." "Which is?" "Coolant distribution unit. It's …" """
    asked = _asked(said, at)
    if asked is None:
        return
    named, form, sure = asked
    told = [one for one in said[at : at + _SOON] if one.passage is said[at].passage]
    for number, one in enumerate(told):
        if _named_anew(told[number:]) and (not sure or is_term(one.text.rstrip(" ."), quoted=False, article="")):
            return
        skipped = number and not all(_FILLERS.fullmatch(before.text) for before in told[:number])
        if _answers(one.text, named.text[slice(*form.term)], sure=sure) and (not skipped or IT.match(one.text)):
            the = form.article != "a" and " " in named.text[slice(*form.term)]
            yield Found(named, form._replace(article="" if the else form.article), one)
            return
        if not (_FILLERS.fullmatch(one.text) or (sure and len(one.text.split()) <= FILLER)):
            return


def _asked(said: Sequence[Said], at: int) -> tuple[Said, Form, bool] | None:
    """The sentence that holds the term which a question is about, the form of the term, and whether it surely asks for a meaning."""
    question = said[at - 1]
    text = question.text.rstrip()
    if not (text.endswith("?") or _ORDER.search(text)):
        return None
    if (back := _BACK.fullmatch(text)) and at > 1:
        before = _last(said[at - 2])
        echo = not back["term"] or said[at - 2].text.rstrip(" .").lower().endswith(back["term"].lower())
        if before and echo and (said[at - 2].passage is not question.passage or not ALONE.fullmatch(text)):
            return said[at - 2], before, True
    if (asks := _ASKS.search(text)) and is_term(asks["term"], quoted=False, article="a"):
        article = (asks["article"] or "").strip().lower().replace("your", "the")
        return question, Form(asks.span("term"), (0, 0), False, article), True
    last = _last(question) if text.endswith("?") else None
    return (question, last, False) if last else None


def _last(said: Said) -> Form | None:
    """The form of the words with which a sentence ends."""
    named = noun_before(said.text, 0, len(said.text.rstrip().rstrip(".?!\"”’'")))
    return Form((named.first, named.last), (0, 0), named.quoted, named.article.replace("the", "")) if named else None


def _named_anew(told: Sequence[Said]) -> bool:
    """Whether a sentence gives the thing its name, and the next tells what it is: "A cold frame. It's a box …"."""
    return bool(ALONE.fullmatch(told[0].text)) and any(IT.match(one.text) for one in told[1:])


def _answers(text: str, term: str, *, sure: bool) -> bool:
    """Whether a sentence says what was asked for. `sure`: a meaning was asked for, so that any words of a thing will do, and a deed."""
    if len(text.split()) < FILLER or text.rstrip().endswith("?"):
        return False
    it = IT.match(text) or re.match(rf"(?:(?:the|an?) )?{re.escape(term)} (?:is|means) ", text, re.IGNORECASE)
    said = gloss(text, it.end() if it else 0, many=bool(it and "'re" in it[0].replace("’", "'")), term=term)
    if not sure:
        return it is not None and f" {term.lower()}" not in text.lower() and said.grade >= Grade.SURE
    enough = said.grade >= Grade.LOOSE and (said.sort != "many" or it is not None)
    meant = it is not None and "mean" in it[0].lower() and said.grade >= Grade.CLAUSE
    return enough or meant or bool(DO.match(text) or _ONES.match(text))
