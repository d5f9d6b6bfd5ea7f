"""What stands around a sign of the future in its sentence: the subject of its clause, and clauses that only put a case. No signs here."""

import re

from generator.findings.predictions import grammar, signs

#: A source without a date was hardly made before this year.
_UNDATED = "2020"


def subject(sentence: str, at: int) -> tuple[int, str]:
    """Where the clause of a future begins, and the words before the future; parentheses ("he thinks", "such as …") are left behind."""
    begins = [0, *(c.end() for c in grammar.CLAUSE.finditer(sentence, 0, at))]
    end = at
    for begin in reversed(begins):
        words = sentence[begin:end].strip(' ,;:—–()"“”')
        if words and not (grammar.PARENTHESIS.match(words) and begin):
            return begin, words
        end = at if not words else begin
    return 0, ""


def in_a_case(sentence: str, subject: str, at: int) -> bool:
    """Whether the future only names a case, a question, a fear, or goes for anybody."""
    clause = grammar.CASE.search(subject) or grammar.RELATIVE.search(subject) or _short_relative(subject)
    return bool(clause) or not_held(sentence, at) or _anybodys(sentence) or bool(grammar.EVERY_YEAR.match(sentence))


def not_held(sentence: str, at: int) -> bool:
    """Whether somebody only fears, wonders at or puts up what follows, in the same clause."""
    fears = list(grammar.NOT_HELD.finditer(sentence, 0, at))
    return bool(fears) and not grammar.STOPS.search(sentence, fears[-1].end(), at)


def meant_or_usual(words: str) -> bool:
    """Whether a clause speaks of what somebody aims at, or of what usually happens."""
    return bool(grammar.INTENT.search(words) or grammar.HABIT.search(words))


def likely(sentence: str, end: int) -> bool:
    """Whether the words up to the end of a future call it likely."""
    return bool(grammar.CHANCE.search(sentence, 0, end))


def thought(sentence: str, at: int) -> bool:
    """Whether somebody is said to think so before a place of the sentence."""
    return bool(signs.OPINION.search(sentence, 0, at))


def condition(sentence: str) -> str:
    """The clause that a future hangs on; empty if none."""
    case = grammar.CONDITION.search(sentence)
    return case.group() if case and " " in case.group() else ""


def retold(sentence: str, made: str) -> bool:
    """Whether a sentence tells what was once foretold: it names the past time of that, and no year that is still to come."""
    past = grammar.LONG_AGO.search(sentence) or _earlier(sentence, made)
    coming = any(not made or m[0] >= made[: len("2026")] for m in grammar.A_YEAR.finditer(sentence, past.end() if past else 0))
    return bool(past and grammar.TOLD.search(sentence)) and not (coming and made)


def _earlier(sentence: str, made: str) -> re.Match[str] | None:
    """A year that was over when the source was made."""
    found = grammar.IN_YEAR.search(sentence)
    return found if found and found["year"] < (made[: len("2026")] or _UNDATED) else None


def _short_relative(subject: str) -> bool:
    """A relative clause before the future that has no verb of its own: "the inputs that engineers will need"."""
    that = grammar.THAT.search(subject)
    return bool(that and len(that["rest"].split()) <= grammar.SHORT and not grammar.SAID_THAT.search(subject))


def _anybodys(sentence: str) -> bool:
    """Whether the sentence puts a case that is anybody's: "if you …, it will …"."""
    case = grammar.CONDITION.search(sentence)
    return bool((case and grammar.ANYBODYS.match(case.group())) or grammar.BIDDEN.match(sentence))
