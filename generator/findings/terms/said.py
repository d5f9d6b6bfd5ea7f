"""Sentences one after another, and how one takes up what another named: "It's …", "All you do is …", a term alone. Finds nothing."""

import re
from typing import NamedTuple

from generator.findings.terms.form import Form
from generator.model import Passage

TERM = r"[^\W\d_](?:[\w./&-]{0,30}[\w&/-])?(?: [^\W\d_](?:[\w./&-]{0,30}[\w&/-])?){0,3}"
IT = re.compile(
    r"(?:(?:so|and|now|well|okay|oh|yeah|yes|right|basically|sure|uh|um),? ){0,3}"
    r"(?:(?:it|that|this|they|those|these|which)(?:['’]s| is| are|['’]re| just means| simply means| basically means| means)"
    r"|think of (?:it|them) as|picture|imagine) (?:also |basically,? |essentially |just |simply |really |literally |roughly "
    r"|when you think about it,? )*",
    re.IGNORECASE,
)
DO = re.compile(
    r"(?:(?:so|and|well|basically),? ){0,2}(?:all you do is|what you do is|the idea is (?:that )?|(?:basically|so),? you"
    r"|you (?:break|chop|feed|turn|take|put|give|start|split|run|let"
    r"|keep|store|train|ask|write|build|have|count|divide|measure|compare)|instead of) (?:\S+ ){3}",
    re.IGNORECASE,
)
#: The term alone: "Biofilm.", "What's a rear door?", "Saturation, we call it."
ALONE = re.compile(
    rf"(?:(?:so|and|okay|ok|yeah|right|well|but|now),? )*(?:what(?:['’]s| is| are| was| exactly is) )?(?P<article>an? "
    rf"|the )?[\"“]?(?P<term>{TERM})[\"”]?"
    r"(?: \([^()]{2,12}\))?(?:, (?:we|they|people) call (?:it|that|this)|, [A-Z][\w-]{1,9}|, (?:right|then|again))?[.?…]+[\"”]?",
    re.IGNORECASE,
)
#: What an answer may begin with has no more words than this, nor has an answer.
FILLER = 4


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
