"""Which sentence says what the future will be, told by its grammar: tense, subject, frame. No horizons' dates, no documents.

A prediction says of the world that something will come about. Its form is a future ("will", "is going to"), a likelihood ("is likely to",
"is predicted to"), a forecasting verb in the present tense ("we predict", "she expects that"), or the present tense of a time to come that
somebody thinks of ("I think it ends in 2030"). The same forms serve for other things,
and the words beside them tell: a first or second person before the future is a plan, a promise or advice; a clause that begins with "if",
"who" or "what" only names a case; "will have to" asks; an indefinite subject ("a model that …") with no word on time tells what such
things do; verbs of saying announce the speaker's next words; verbs of launching are plans. What stays in doubt is no prediction.
"""

import re
from typing import NamedTuple

from generator.findings.predictions import grammar
from generator.findings.predictions.horizons import Horizon, horizons

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


def forecast(text: str, start: int, end: int, speakers: frozenset[str] = frozenset()) -> Forecast | None:
    """What a sentence of a text foretells; None if it does not. The first sign that holds decides.

    `speakers`: words of the names of those who speak; in reported speech "Ada will" is Ada's "I will".
    """
    while start < end:
        cut = end if end - start <= _LONGEST else max(text.rfind(" ", start, start + _LONGEST), start + _LONGEST // 2)
        if found := _in_piece(text, start, cut, speakers):
            return found
        start = cut
    return None


def _in_piece(text: str, start: int, end: int, speakers: frozenset[str]) -> Forecast | None:
    """What a sentence, or a piece of a very long one, foretells."""
    sentence = text[start:end]
    if sentence.rstrip("\"'”’)").endswith("?") or grammar.SOON_AFTER.search(sentence):
        return None
    found = horizons(text, start, end)
    timed = bool(found) or bool(grammar.ONCE.match(sentence))
    sign = next((m for m in grammar.FUTURE.finditer(sentence) if _foretells(sentence, m, speakers, timed=timed)), None)
    sign = sign or next((m for m in grammar.FORECAST.finditer(sentence) if _forecasts(m, timed=timed)), None)
    sign = sign or next((m for m in grammar.PRESENT.finditer(sentence) if any(h.start > start + m.end() for h in found)), None)
    if sign is None:
        return None
    at = start + sign.start()
    near = min(found, key=lambda h: (bool(grammar.ADVERBIAL.match(h.words)), abs(h.start - at)), default=None)
    begin = _subject(sentence, sign.start())[0] if sign.re is grammar.FUTURE else sign.start()
    case = grammar.CONDITION.search(sentence)
    condition = case.group() if case and " " in case.group() else ""
    return Forecast(start + begin, start + sign.end(), near, condition, _by(sentence, sign))


def _subject(sentence: str, at: int) -> tuple[int, str]:
    """Where the clause of a future begins, and the words before the future; parentheses ("he thinks", "such as …") are left behind."""
    begins = [0, *(c.end() for c in grammar.CLAUSE.finditer(sentence, 0, at))]
    end = at
    for begin in reversed(begins):
        words = sentence[begin:end].strip(' ,;:—–()"“”')
        if words and not (grammar.PARENTHESIS.match(words) and begin):
            return begin, words
        end = at if not words else begin
    return 0, ""


def _foretells(sentence: str, m: re.Match[str], speakers: frozenset[str], *, timed: bool) -> bool:
    """Whether a future is one of the world: not the speaker's or the reader's, not in a case, not a duty, a habit or a plan."""
    begin, subject = _subject(sentence, m.start())
    verb = (m["verb"] or m["to"] or m["do"] or "").lower()
    doing = sentence[m.end() - len(verb) :]
    likely = bool(m["chance"] or m["due"] or grammar.CHANCE.search(sentence, 0, m.end()))
    thought = bool(grammar.OPINION.search(sentence, 0, m.start()))
    if not subject or _in_a_case(sentence, subject, m.start()) or _meant_or_usual(sentence[begin : m.end()]):
        return False
    if grammar.FIRST_OR_SECOND.search(subject) or subject.rsplit(None, 1)[-1] in speakers:
        sees = bool(grammar.YOU.search(subject)) and verb == "see" and (timed or thought)
        return sees or (bool(grammar.WE.search(subject)) and likely and timed)
    always = "always" in f"{m.group()}{sentence[m.end() : m.end() + len(' always')]}".lower().split()
    if not timed and (always or grammar.OUGHT.match(doing)):
        return False
    if not (thought or likely) and (
        verb in grammar.PLANS or (verb in grammar.SPEECH and not (timed and not grammar.PRONOUN.match(subject)))
    ):
        return False
    return timed or likely or _firm(subject, doing, verb, thought=thought)


def _in_a_case(sentence: str, subject: str, at: int) -> bool:
    """Whether the future only names a case, a question, a fear, or goes for anybody."""
    clause = grammar.CASE.search(subject) or grammar.RELATIVE.search(subject) or _short_relative(subject)
    return bool(clause or grammar.NOT_HELD.search(sentence[:at]) or _anybodys(sentence) or grammar.EVERY_YEAR.match(sentence))


def _meant_or_usual(words: str) -> bool:
    """Whether a clause speaks of what somebody aims at, or of what usually happens."""
    return bool(grammar.INTENT.search(words) or grammar.HABIT.search(words))


def _firm(subject: str, doing: str, verb: str, *, thought: bool) -> bool:
    """Whether a future with no word on time says what will be, rather than what such things do."""
    outcome = verb in grammar.OUTCOMES or bool(grammar.BETTER.match(doing))
    if grammar.INDEFINITE.match(subject) and not grammar.NEW.search(subject):
        return False
    return outcome and (thought or not grammar.PRONOUN.match(subject))


def _short_relative(subject: str) -> bool:
    """A relative clause before the future that has no verb of its own: "the inputs that engineers will need"."""
    clause = subject[max(0, subject.rfind(",")) :]
    that = re.search(r"\S (?:that|which) ", clause, re.IGNORECASE)
    return bool(that and len(clause[that.end() :].split()) <= grammar.SHORT and not grammar.SAID_THAT.search(subject))


def _anybodys(sentence: str) -> bool:
    """Whether the sentence puts a case that is anybody's: "if you …, it will …"."""
    case = grammar.CONDITION.search(sentence)
    return bool(case and grammar.ANYBODYS.match(case.group()))


def _forecasts(m: re.Match[str], *, timed: bool) -> bool:
    """Whether a forecasting verb has a future of the world as its object."""
    if m["noun"]:
        return True
    if grammar.AUDIENCE.match(m["rest"]):
        return False
    return timed or bool(grammar.FORECAST_OF.match(m["rest"]))


def _by(sentence: str, sign: re.Match[str]) -> str:
    """Whom the sentence itself names as saying so; empty if nobody."""
    if sign.re is grammar.FORECAST:
        return sign["who"] or ""
    frame = grammar.FRAME.search(sentence)
    if frame:
        return (frame["before"] or frame["behind"]).rstrip(",")
    return _SOMEBODY if grammar.REPORTED.search(sentence) else ""


def sounds_so(text: str) -> bool:
    """Whether a text holds any sign of the future at all."""
    return bool(grammar.FUTURE.search(text) or grammar.FORECAST.search(text))
