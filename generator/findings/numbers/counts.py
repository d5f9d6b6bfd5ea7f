"""Which counts are of things in the world, and not of the text's own parts. Finds no numbers and no units."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.numbers.numerals import Numeral
from generator.findings.numbers.numerals import before as lead
from generator.findings.numbers.units import PEOPLE, Per, Unit

#: Nouns of what a text itself lays out: "three things", "four causes".
_PARTS = frozenset(
    "thing way reason point part step kind type sort cause lesson rule idea aspect factor element option category section chapter topic example principle pillar "
    "tip insight takeaway word side hand front minute theme argument caveat assumption thought bit piece pot bucket layer stage phase order approach strategy scenario guest host speaker "
    "extreme end half camp mind world war battle battleground direction dimension condition criterion requirement question level view min hr".split()
)
#: Counted in passing, to say that it was a lot.
_ANECDOTAL = frozenset({"page", "reason", "idea", "night", "photo", "mile"})
#: What is pointed at was counted before.
_POINTED = re.compile(
    r"\b(?:the|these|those|this|both|all|other|another|first|last|next|final|previous|past|following|same|every|each|any|no|your|my|which|what|such|one or|first) \Z",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\A(?:Generate|Take|Ask|Give|Add|Pick|Put|Send|Try|Use|Write|Make|Set|Keep)\b[^,.;]{0,40}\Z|\b(?:if|imagine|suppose|as if|let[’']s|you (?:have to|want to|must|should|send)|before you) (?!(?:it|they|prices?|that|the)\b)[^,.;]{0,60}\Z",
    re.IGNORECASE,
)
#: A list follows.
_LISTED = re.compile(r"[^.;!?]{0,90}?:(?: |\Z)")
#: A text speaks of itself, or a writer of whom they asked.
_ITSELF = re.compile(
    r"\b(?:this (?:article|piece|episode|report|issue|list|talk|summary|essay|note)|I (?:asked|spoke|talked|interviewed|called))\b",
    re.IGNORECASE,
)
_AGO = re.compile(r" (?:ago|earlier|later|who|close|familiar)\b")
_HUNDRED = 100.0
_FEW = 10.0
#: Larger ones count no parts of a text.
_DOZEN = 13.0


def counts(sentence: str, first: Numeral, last: Numeral, unit: Unit, per: Per | None) -> bool:
    """Whether a count is one that a reader would call a number. Of units that measure only sizes of models are left out ("a 70B hose")."""
    if unit.kind != "count":
        return not (
            last.letter
            and last.word
            and unit.kind == "hard"
            and last.value >= 1e9
            and unit.noun not in {"parameter", "param", "token", "word"}
        )
    large = last.value >= _HUNDRED * _FEW
    in_passing = unit.noun in _ANECDOTAL and (last.spelled or (not large and per is None))
    if in_passing or last.value < 2 or (first.spelled and first.word.startswith(("a ", "an "))):
        return last.value >= _HUNDRED and not in_passing
    if last.value >= _HUNDRED or per is not None:
        return True
    before = lead(sentence, first.start)
    small = last.value < _DOZEN
    if unit.noun in _PARTS or (small and _POINTED.search(before)) or SUPPOSED.search(before):
        return False
    return not (
        small
        and (_AGO.match(sentence, unit.end) or _ITSELF.search(sentence) or (unit.noun not in PEOPLE and _LISTED.match(sentence, unit.end)))
    )
