"""Definitions in the answer to a question: "What is X?" "It's the share …"; "… to a CDU." "Which is?" "It's a pump …".

What counts as an answer; what says what a thing is, is told in `gloss`, and what follows without a question in `following`.
"""

import re
from collections.abc import Iterator, Sequence

from generator.findings.terms.form import Form
from generator.findings.terms.gloss import Grade, gloss
from generator.findings.terms.naming import noun_before
from generator.findings.terms.said import ALONE, DO, FILLER, IT, TERM, Found, Said

#: A question for a meaning.
_ASKS = re.compile(
    r"(?:^(?:and|so|but)(?: what about)?(?= (?:an? |the ))|what (?:exactly |actually )?(?:is|are|was)|what['’]s|what does"
    r"|what (?:do|does) (?:\w+ )?\w+ mean (?:by|when (?:you|they) say)|what is meant by|(?:explain"
    r"|define|unpack)(?: (?:for us )?what)?"
    r"|(?:remind|tell) (?:me|us|people|everyone|listeners) what|how (?:do|would) you (?:define|explain)|who or what is)"
    rf" (?P<article>an? |the )?[\"“]?(?P<term>{TERM}?)[\"”]?"
    r"(?: (?:mean|means|stand for|is|are|even|exactly|actually|anyway|again|then)){0,3}(?: for (?:people|those"
    r"|anyone) [^?]{0,80})?(?:, (?:and|or|then) [^?]{0,80})?[?.]$",
    re.IGNORECASE,
)
#: A question back: what it asks for stands at the end of the turn before.
_BACK = re.compile(
    r"(?:(?:sorry|okay|ok|wait|hang on|and|so),? )*(?:which is|which are|which (?:means|says) what(?:, for [^?]{0,60})?|meaning"
    r"|an? what|what['’]s that|what is that"
    r"|what are those|what does that mean|what do you mean"
    r"(?: by that)?|that being|being|remind me|(?:an? |the )?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)(?: being| is)?)(?:\?|…|\.\.\.)",
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


def answered(said: Sequence[Said], at: int) -> Iterator[Found]:
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
        if _answers(told.text, named.text[slice(*form.term)], meaning="mean" in text):
            the = form.article == "the" and " " in named.text[slice(*form.term)]
            yield Found(named, form._replace(article="" if the else form.article), told)
            return
        if not _FILLERS.fullmatch(told.text):
            return


def _named_anew(said: Sequence[Said], at: int) -> bool:
    """Whether a sentence gives the thing its name, and the next tells what it is: "A cold frame. It's a box …"."""
    after = [one for one in said[at + 1 : at + 3] if one.passage is said[at].passage]
    return bool(ALONE.fullmatch(said[at].text)) and any(IT.match(one.text) for one in after)


def _answers(text: str, term: str, *, meaning: bool) -> bool:
    """Whether a sentence says what was asked for. `meaning`: what was meant by a word was asked, so a deed will do."""
    if len(text.split()) <= FILLER or text.rstrip().endswith("?"):
        return False
    it = IT.match(text) or re.match(rf"(?:(?:the|an?) )?{re.escape(term)} (?:is|means) ", text, re.IGNORECASE)
    said = gloss(text, it.end() if it else 0)
    sure = said.grade >= Grade.LOOSE and (said.sort != "many" or it is not None) and (said.sort != "deed" or meaning or it is not None)
    return sure or bool(DO.match(text) or _ONES.match(text))
