"""Which sentence says what the future will be: each form of the future (`signs`) with what it takes to be meant so. No documents.

A prediction says of the world that something will come about. The same forms serve for other things, and the words beside them tell
(`clauses`): a first person is a plan or a promise, a second one advice; "if", "who" or "what" only name a case; "will have to" asks; an
indefinite subject tells what such things do; verbs of saying announce the next words; verbs of launching are plans; a time that is over
when the source says it is past. What stays in doubt is no prediction.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.findings.predictions import clauses, grammar, signs
from generator.findings.predictions.horizons import Horizon, horizons, is_ahead, is_past

#: Speech to text may know no full stop for pages: longer sentences (characters) are looked at in pieces.
_LONGEST = 1500
#: Stands for whom a sentence does not name.
_SOMEBODY = "they"


class Forecast(NamedTuple):
    """What a sentence foretells: where its clause begins and its sign ends, the words on time, the condition, and whose it is: a name, a
    pronoun (one that says nothing: `they`), or empty where nobody else is meant than who speaks or writes."""

    start: int
    end: int
    horizon: Horizon | None = None
    condition: str = ""
    by: str = ""


class _Said(NamedTuple):
    """A sentence, or a piece of a very long one, and what is known of it: its words on time, who speaks in it."""

    text: str
    horizons: tuple[Horizon, ...]
    speakers: frozenset[str]

    @property
    def timed(self) -> bool:
        return bool(self.horizons or grammar.ONCE.match(self.text))

    @property
    def dated(self) -> bool:
        return any(is_ahead(h.words) for h in self.horizons)


def forecast(text: str, start: int, end: int, speakers: frozenset[str] = frozenset(), made: str = "") -> Forecast | None:
    """What a sentence of a text foretells; None if it does not. The first sign that holds decides.

    `speakers`: words of the names of those who speak; in reported speech "Ada will" is Ada's "I will". `made`: the ISO date on which it is
    said, where it is known.
    """
    while start < end:
        cut = end if end - start <= _LONGEST else max(text.rfind(" ", start, start + _LONGEST), start + _LONGEST // 2)
        if found := _in_piece(text, start, cut, speakers, made):
            return found
        start = cut
    return None


def _in_piece(text: str, start: int, end: int, speakers: frozenset[str], made: str) -> Forecast | None:
    words = text[start:end]
    if words.rstrip("\"'”’)").endswith("?") or grammar.SOON_AFTER.search(words):
        return None
    found = tuple(h._replace(start=h.start - start, end=h.end - start) for h in horizons(text, start, end))
    coming = tuple(h for h in found if not is_past(h.words, made))
    if (found and not coming) or clauses.retold(words, made):
        return None
    said = _Said(words, coming, speakers)
    sign = next((m for m in _signs(said)), None)
    if sign is None:
        return None
    near = min(coming, key=lambda h: _distance(words, h, sign), default=None)
    begin = clauses.subject(words, sign.start())[0] if sign.re in {signs.FUTURE, signs.PROSPECT, signs.HEDGE} else sign.start()
    horizon = near and near._replace(start=near.start + start, end=near.end + start)
    return Forecast(start + begin, start + sign.end(), horizon, clauses.condition(words), _by(words, sign))


def _signs(said: _Said) -> Iterable[re.Match[str]]:
    """The places at which a sentence foretells, form by form."""
    return (m for pattern, holds in _FORMS for m in pattern.finditer(said.text) if holds(said, m))


def _distance(sentence: str, h: Horizon, sign: re.Match[str]) -> tuple[bool, bool, int]:
    """How far words on time stand from what they are of: those that say more come first, then those of the same clause."""
    between = sentence[min(h.end, sign.end()) : max(h.start, sign.start())]
    return bool(grammar.ADVERBIAL.match(h.words)), ";" in between, abs(h.start - sign.start())


def _by(sentence: str, sign: re.Match[str]) -> str:
    """Whom the sentence itself names as saying so; empty if nobody."""
    if sign.re in {signs.VERBS, signs.SEES}:
        who: str = sign["who"] or ""
        return "" if who in {"I", "We", "we"} else who
    frame = grammar.FRAME.search(sentence)
    if frame:
        return (frame["before"] or frame["behind"]).rstrip(",")
    return _SOMEBODY if grammar.REPORTED.search(sentence) else ""


def sounds_so(text: str) -> bool:
    """Whether a text holds any sign of the future at all."""
    return any(pattern.search(text) for pattern in (signs.FUTURE, signs.PROSPECT, signs.VERBS, signs.NOUN, signs.IDIOM))


def _subject(said: _Said, m: re.Match[str]) -> tuple[int, str]:
    """Where the clause of a future begins, and its subject: what follows the words on time that open it, with or without a comma."""
    begin, words = clauses.subject(said.text, m.start())
    opening = next((h.words for h in said.horizons if words.startswith(h.words)), "")
    return begin, words.removeprefix(opening).lstrip(" ,") or words


def _future(said: _Said, m: re.Match[str]) -> bool:
    """Whether a future is one of the world: not the speaker's or the reader's, not in a case, not a duty, a habit or a plan."""
    begin, subject = _subject(said, m)
    verb, doing = m["verb"].lower(), said.text[m.start("verb") :]
    likely, thought = clauses.likely(said.text, m.end()), clauses.thought(said.text, m.start())
    if not subject or clauses.in_a_case(said.text, subject, m.start()) or clauses.meant_or_usual(said.text[begin : m.end()]):
        return False
    if grammar.FIRST_OR_SECOND.search(subject) or subject.rsplit(None, 1)[-1] in said.speakers:
        return _of_us(said, subject, verb, doing, likely=likely, thought=thought)
    always = "always" in f"{m.group()}{doing[: len(verb) + len(' always')]}".lower().split()
    if not said.timed and (always or grammar.OUGHT.match(doing)):
        return False
    if not (thought or likely) and _planned(said, subject, verb, doing):
        return False
    return said.timed or likely or _firm(m, subject, doing, verb, thought=thought)


def _of_us(said: _Said, subject: str, verb: str, doing: str, *, likely: bool, thought: bool) -> bool:
    """Whether a future of "we" or "you" is something that happens to us, and no plan, promise or advice."""
    we = bool(grammar.WE.search(subject))
    if not (we or grammar.YOU.search(subject)):
        return False
    if verb == "see" and grammar.SIGHT.match(doing):
        return we or said.timed or thought
    return (verb in grammar.BEFALLS and said.dated) or (we and likely and said.timed)


def _planned(said: _Said, subject: str, verb: str, doing: str) -> bool:
    """Whether a future is what somebody has arranged, or announces."""
    if grammar.QUANTIFIED.match(subject) and any(grammar.A_YEAR.search(h.words) for h in said.horizons):
        return False
    if verb in grammar.PLANS or grammar.ARRANGED.match(doing):
        return True
    return verb in grammar.SPEECH and not (said.timed and not grammar.PRONOUN.match(subject))


def _firm(m: re.Match[str], subject: str, doing: str, verb: str, *, thought: bool) -> bool:
    """Whether a future with no word on time says what will be, rather than what such things do."""
    if grammar.INDEFINITE.match(subject) and not grammar.NEW.search(subject):
        return False
    if grammar.PRONOUN.match(subject) and not thought:
        return bool(grammar.TURN.match(doing)) and not grammar.ADDRESSED.search(subject)
    if verb == "be":
        return thought or bool(grammar.STATE.match(doing))
    if verb in grammar.WEAK and m["will"] and not thought:
        return bool(grammar.DEFINITE.match(subject) or grammar.TURN.match(doing))
    return verb in grammar.OUTCOMES or bool(grammar.BETTER.match(doing))


def _prospect(said: _Said, m: re.Match[str]) -> bool:
    """Whether what is likely, set or expected is a future of the world."""
    begin, subject = _subject(said, m)
    verb = (m["verb"] or "").lower()
    if not subject or clauses.in_a_case(said.text, subject, m.start()) or clauses.meant_or_usual(said.text[begin : m.end()]):
        return False
    if grammar.FIRST_OR_SECOND.search(subject) or subject.rsplit(None, 1)[-1] in said.speakers:
        return bool(grammar.WE.search(subject)) and said.dated and verb in grammar.BEFALLS
    if m["sure"]:
        return said.timed or (m["sure"].lower() != "coming" and not grammar.PRONOUN.match(subject))
    if m["heading"]:
        return said.timed or bool(grammar.TURNING.match(said.text, m.end()))
    if m["due"] or (m["chance"] and m["chance"].lower() in grammar.CHANCES):
        return bool(m["due"]) or not grammar.OUGHT.match(said.text, m.start("verb")) or said.timed
    return said.timed or verb in grammar.OUTCOMES


def _verb(said: _Said, m: re.Match[str]) -> bool:
    """Whether a forecasting verb has a future of the world as its object, and no demand on somebody."""
    rest = m["rest"]
    if grammar.AUDIENCE.match(rest) or clauses.not_held(said.text, m.start()):
        return False
    if grammar.TO_DO.match(rest):
        return said.dated and not grammar.OUGHT.match(rest[len(" to ") :])
    return said.timed or bool(signs.VERBS_OF.match(rest))


def _idiom(said: _Said, m: re.Match[str]) -> bool:
    """Whether an idiom that says that something will come about says so here; "no way" and "the odds" need a time or a claim."""
    claimed = bool(m["odds"]) and " that " in said.text[m.end() :]
    return (said.timed or claimed or not (m["way"] or m["odds"])) and not clauses.not_held(said.text, m.start())


def _noun(said: _Said, m: re.Match[str]) -> bool:
    """Whether what somebody calls a forecast is one; a guess or a view may be of what already is."""
    if m["own"] and not m["firm"]:
        return said.timed or not grammar.NOW.search(said.text, m.end())
    return bool(m["own"] or m["told"]) or said.dated


def _hedge(said: _Said, m: re.Match[str]) -> bool:
    """Whether what may, might, could or should be is given a date, and is no risk, no case and no duty."""
    _, subject = _subject(said, m)
    well = "well " in m["adverbs"].lower()
    verb, doing = m["verb"].lower(), said.text[m.start("verb") :]
    if not subject or clauses.in_a_case(said.text, subject, m.start()) or grammar.FIRST_OR_SECOND.search(subject):
        return False
    past = m["modal"].lower() == "could" and grammar.PAST.search(said.text)
    if past or (grammar.PRONOUN.match(subject) and not well):
        return False
    return (said.dated or (well and said.timed)) and (verb in grammar.OUTCOMES or bool(grammar.STATE.match(doing)))


def _sees(said: _Said, m: re.Match[str]) -> bool:
    return _present(said, m)


def _backshift(said: _Said, m: re.Match[str]) -> bool:
    """Whether a past forecast is of a time to come: it names its date."""
    return any(grammar.A_YEAR.search(h.words) for h in said.horizons if h.start >= m.end()) and not clauses.not_held(said.text, m.start())


def _present(said: _Said, m: re.Match[str]) -> bool:
    """Whether the present tense is meant of a time to come: somebody thinks so, or it hangs on a condition, or is denied."""
    thought = clauses.thought(said.text, m.start())
    ahead = [h for h in said.horizons if (thought or h.start >= m.start()) and is_ahead(h.words)]
    return bool(ahead) and not grammar.PAST.search(said.text, m.end(), max(m.end(), *(h.end for h in ahead)))


def _guess(said: _Said, m: re.Match[str]) -> bool:
    """Whether somebody guesses at a value or an outcome, with a date that is ahead."""
    return said.dated and not clauses.not_held(said.text, m.start())


def _not_before(said: _Said, m: re.Match[str]) -> bool:
    return any(h.start <= m.end() + 1 and h.end > m.start() for h in said.horizons if is_ahead(h.words)) and not grammar.PAST.search(
        said.text
    )


#: Each form of the future with what makes it a prediction, in the order in which they are tried.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Said, re.Match[str]], bool]], ...] = (
    (signs.FUTURE, _future),
    (signs.PROSPECT, _prospect),
    (signs.VERBS, _verb),
    (signs.NOUN, _noun),
    (signs.IDIOM, _idiom),
    (signs.SEES, _sees),
    (signs.HEDGE, _hedge),
    (signs.BACKSHIFT, _backshift),
    (signs.PRESENT, _present),
    (signs.NOT_BEFORE, _not_before),
    (signs.GUESS, _guess),
)
