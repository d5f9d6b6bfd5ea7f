"""What the first lines of a text say of the whole: when, by whom, with whom. Gives no passage a role, and changes no text."""

import re
from collections.abc import Iterator, Sequence

from generator.model import Kind, Role
from generator.read.front import iso_date
from generator.read.lines import Draft
from generator.text import straighten

#: A person's whole name; a full stop stands behind an initial only, for elsewhere it ends the name.
_WORD = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]++)"
NAME = rf"(?<![\w'’-]){_WORD}(?: (?:{_WORD}|de|van|von|der|la|le|da|di|al)){{1,3}}"
#: So many passages can stand above a text, each of at most so many characters (60 words).
_FIRST, _LENGTH = 8, 400
#: And so many below it tell when it was published, each in at most so many characters.
_LAST, _FOOT = 3, 150
#: What ends the top of a text whatever follows.
_TEXT = frozenset((Role.TURN, Role.TABLE, Role.CHAPTER, Role.HIGHLIGHT, Role.LIST_ITEM, Role.KEY_POINT, Role.INSIGHT))
_TOP = frozenset((Role.HEADLINE, Role.DEK, Role.METADATA, Role.BYLINE, Role.CATEGORY))
#: How a line begins that tells of the text, or of the occasion that it reports.
_ABOUT = re.compile(
    r"\W*(?:(?:written |posted |hosted |collected |words )?by|published|posted|recorded|released|updated|aired|broadcast|guests?|hosts?|"
    r"speakers?|participants?|panel(?:l?ists?)?|on stage|(?:a |the )?(?:talk|keynote|interview|episode|podcast|season|summary|recap|notes|"
    r"transcript|conversation)|from the|with|date)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:publish|post|releas|air|record|date|updated|broadcast)", re.IGNORECASE)
#: A date that closes a headline or stands in brackets is that of the text; one within it may be what the text is about.
_AT_ITS_END = re.compile(r"[(\[,|·•—–-][^()\[\],|·•—]{0,40}\b\d{4}\s?[)\]]?\W{0,3}$|[(\[][^()\[\]]{0,40}\b\d{4}\s?[)\]]")
_DATELINE = re.compile(r"[A-ZÀ-Þ][^.!?—–]{1,60}?\b\d{4}\s*[—–-]+\s")
_BY = re.compile(
    rf"\W*(?i:(?:written |posted |words )?by|authors?:)\s+(?P<names>{NAME}(?:(?:, | and | & ){NAME}){{0,4}})"
    r"(?=[.,;:|·•—–*_]|\s+(?:on|for|in)\b|$)"
)
#: Who takes part: up to the end of the clause or the next such label.
_WITH = re.compile(
    r"\b(?:guests?|hosts?|hosted by|speakers?|participants?|panel(?:l?ists?)?|on stage|moderator|featuring|with)\b\s*:?\s+"
    r"((?:(?!\b(?:guests?|hosts?|hosted by|speakers?|moderator)\b)[^.:]){4,300})",
    re.IGNORECASE,
)
_NAME = re.compile(NAME)
_APART = re.compile(r"[,;]|\band\b|&")
#: What stands before the name of a place of work.
_WHERE = re.compile(r"\b(?:of|at|from|for|by|in)\b", re.IGNORECASE)


def imprint(drafts: Sequence[Draft], kind: Kind) -> dict[str, str]:
    """Fields of a source that its top states: `date` (ISO), `authors` and `speakers` (names parted by `; `), `publisher`."""
    lines = [(d.role, straighten(d.text).strip(" *_")) for d in _top(drafts)]
    about = [(role, text) for role, text in lines if role in _TOP or _ABOUT.match(text)]
    found = {"date": _date(about) or _dateline(drafts) or _foot(drafts), **_authors(about)}
    if kind is Kind.SUMMARY:
        found["speakers"] = "; ".join(dict.fromkeys(name for _, text in about for name in _people(text)))
    return {name: value for name, value in found.items() if value}


def _top(drafts: Sequence[Draft]) -> Iterator[Draft]:
    said = (d for d in drafts if not d.excluded)
    for count, d in enumerate(said):
        if count == _FIRST or d.role in _TEXT or (d.role is Role.HEADING and d.level != 1):
            return
        if len(d.text) <= _LENGTH:
            yield d


def _date(about: Sequence[tuple[Role, str]]) -> str:
    """The date of the text: exact before vague, one that is said to be that of publication before any other."""
    dates = [
        (len(date), _PUBLISHED.search(text) is not None, date)
        for role, text in about
        if (date := iso_date(text))
        and (role is not Role.HEADLINE or _AT_ITS_END.search(text))
        and (len(date) > 7 or _AT_ITS_END.search(text))
    ]
    best = max((rank[:2] for rank in dates), default=None)
    return next((date for *rank, date in dates if tuple(rank) == best), "")


def _dateline(drafts: Sequence[Draft]) -> str:
    """The day that stands with the place at the beginning of a report: `LISBON, 24 March 2026 —`."""
    first = next((straighten(d.text) for d in drafts if d.role in {Role.PARAGRAPH, Role.DEK} and not d.excluded), "")
    opening = _DATELINE.match(first)
    return iso_date(opening.group()) if opening else ""


def _foot(drafts: Sequence[Draft]) -> str:
    """The day of publication, where it stands below the text."""
    last = [d.text for d in drafts if d.text][-_LAST:]
    return next((iso_date(text) for text in last if len(text) <= _FOOT and _PUBLISHED.search(text)), "")


def _authors(about: Sequence[tuple[Role, str]]) -> dict[str, str]:
    for role, text in about:
        if role is not Role.HEADLINE and (by := _BY.match(text)):
            return {"authors": "; ".join(part.strip() for part in _APART.split(by.group("names")))}
    return {}


def _people(text: str) -> Iterator[str]:
    """Those who take part, by whole names: one in each part of a list, unless it is the name of where somebody works."""
    for listed in _WITH.finditer(re.sub(r"\([^()]*\)", "", text)):
        for part in _APART.split(listed.group(1)):
            name = _NAME.search(part)
            if name and not _WHERE.search(part[: name.start()]):
                yield name.group()
