"""Whether a quotation is put into the mouth of somebody whom a transcript does not hear. Traces nothing."""

import re
from collections.abc import Iterable

from generator.findings.quotes.speech import Speech
from generator.found import Quote
from generator.text import fold

_CAPITALS = r"[A-ZÀ-Þ][\w-]+(?:['’](?!s\b)\w+)?(?: [A-ZÀ-Þ][\w.-]*(?:['’](?!s\b)\w+)?){1,2}"
#: What has an article is no person: the Cell Division podcast.
_THING = rf"\b(?:the|an?|The|An?) {_CAPITALS}"
#: Who says it, behind the closing mark: `," says Ada Byron`, `," Byron said`.
_SAYING = r"\W{0,3}(?:[a-z]+ ){0,2}"


def by_another(quote: Quote, text: str, homes: Iterable[Speech]) -> bool:
    """Whether the name that stands nearest to a quotation, right behind it or else before it, is of none of the speakers of `homes`.

    `text` is that of the quotation's passage. Without a name nothing is known, and the answer is no.
    """
    heard = {word for run in homes for passage in run.passages for word in fold(passage.speaker).split() if len(word) > 1}
    who = "|".join((rf"\b{_CAPITALS}", *(rf"\b{re.escape(word.title())}\b" for word in sorted(heard))))
    behind = re.compile(rf"{_SAYING}({who})").match(text, quote.end)
    before = [m[1] for m in re.finditer(rf"{_THING}|({who})", text[: quote.start]) if m[1]]
    named = behind[1] if behind else before[-1] if before else ""
    return bool(named) and heard.isdisjoint(fold(named).split())
