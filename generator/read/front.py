"""The top of a document: headline, byline, category, standfirst and what else publishers put above the first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model import Role
from generator.read.lines import Draft
from generator.read.prose import part_named
from generator.text import sentences, straighten

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT = "|".join(m[:3] for m in _MONTHS.split("|")) + "|sept"
_DATES = (
    (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"), "ymd"),
    (re.compile(rf"\b({_MONTHS}|{_SHORT})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE), "mdy"),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTHS}|{_SHORT})\.?,? (\d{{4}})\b", re.IGNORECASE), "dmy"),
    (re.compile(rf"\b({_MONTHS}|{_SHORT})\.? (\d{{4}})\b", re.IGNORECASE), "my"),
)
_BY = re.compile(r"(?:(?:written |posted |hosted |words )?by|author|authors|host|with)\s*:?\s+(?P<names>[^\d:]{3,80})$", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|der|la|le|da|di|al)){1,3}")
_FIELD = re.compile(r"(?P<name>title|date|published|recorded|publisher|source|author|authors|by|host|hosts|guest|guests|speakers?|url|link|episode|show|podcast|series|length|duration|tags|category)\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
#: A standfirst is one sentence or two; longer text above the first heading is the text itself.
_DEK_WORDS = 45


class Front(NamedTuple):
    """The drafts with the roles of a document's top, and the fields that it tells."""

    drafts: tuple[Draft, ...]
    fields: dict[str, str]


def front(drafts: Sequence[Draft], *, title: str, brief: bool = False) -> Front:
    """Give the lines above the first running text their roles. `title`: what the front matter states, if it does.

    `brief`: a short line above the headline is a category.
    """
    end = _end(drafts)
    top, rest = list(drafts[:end]), list(drafts[end:])
    fields: dict[str, str] = {}
    text = " ".join(d.text for d in rest)
    thumbnails = [d.text for d in top if d.excluded == "thumbnail"]
    open_at = [i for i, d in enumerate(top) if d.role in {Role.PARAGRAPH, Role.HEADING, Role.INTRODUCTION} and not d.excluded]
    for i in list(open_at):
        role = _item(top[i].text, text, fields, first=i == open_at[0])
        if role is not None:
            top[i] = _as(top[i], role)
            open_at.remove(i)
    headline = _headline([top[i] for i in open_at], thumbnails, rest, title=title)
    for position, i in enumerate(open_at):
        top[i] = _as(top[i], _place(position, headline, top[i], brief=brief))
        if top[i].role is Role.HEADLINE:
            fields["title"] = top[i].text
    if headline is not None and not any(d.role is Role.DEK for d in top):
        rest = _standfirst(rest)
    return Front((*top, *rest), fields)


def _end(drafts: Sequence[Draft]) -> int:
    """Index of the first draft that belongs to the text itself."""
    for i, d in enumerate(drafts):
        if d.role in {Role.TABLE, Role.TURN, Role.CHAPTER, Role.HIGHLIGHT, Role.INSIGHT, Role.LIST_ITEM, Role.KEY_POINT, Role.QUOTE}:
            return i
        if d.role is Role.HEADING and i and (d.level > 2 or _is_part(d.text)):
            return i
        if d.role in {Role.PARAGRAPH, Role.INTRODUCTION} and not d.excluded and (len(d.text.split()) > 25 or len(sentences(d.text)) > 1):
            return i
        if i and d.role is Role.PARAGRAPH and not d.excluded and len(d.text.split()) > 8 and d.text.rstrip()[-1:] == "." and not d.text.startswith("By "):
            return i
    return len(drafts) if len(drafts) < 8 else 0


def _is_part(text: str) -> bool:
    return part_named(text) is not None


def _item(text: str, body: str, fields: dict[str, str], *, first: bool) -> Role | None:
    """Role of a line that states a field (byline, date, address, `Name: value`); None if it could be a title."""
    bare = straighten(text).strip()
    stated = _FIELD.fullmatch(bare)
    if stated:
        _state(fields, stated.group("name").lower(), stated.group("value").strip())
        return Role.BYLINE if stated.group("name").lower() in {"author", "authors", "by"} else Role.METADATA
    if by := _BY.fullmatch(bare):
        fields.setdefault("authors", by.group("names").strip())
        return Role.BYLINE
    if _ADDRESS.fullmatch(bare):
        fields.setdefault("url", bare)
        return Role.METADATA
    date = iso_date(bare)
    if date and len(bare.split()) <= 6:
        fields.setdefault("date", date)
        return Role.METADATA
    if not first and _PERSON.fullmatch(bare) and re.search(rf"\b{re.escape(bare.split()[0])}\b", body):
        fields.setdefault("authors", bare)
        return Role.BYLINE
    return None


def _state(fields: dict[str, str], name: str, value: str) -> None:
    known = {"author": "authors", "by": "authors", "link": "url", "published": "date", "recorded": "date", "source": "publisher", "show": "publisher", "podcast": "publisher"}
    target = known.get(name, name)
    if target == "url" and not _ADDRESS.fullmatch(value):
        return
    value = iso_date(value) if target == "date" else value
    if target in {"title", "authors", "url", "date", "publisher"} and value:
        fields.setdefault(target, value)


def iso_date(text: str) -> str:
    """The first date in a text as ISO 8601, as exact as it is written; empty if there is none."""
    for pattern, order in _DATES:
        if match := pattern.search(text):
            given = dict(zip(order, match.groups(), strict=True))
            month = given["m"] if given["m"].isdigit() else f"{_SHORT.split('|').index(given['m'].lower()[:3]) + 1:02}"
            return "-".join(filter(None, (given["y"], month, given.get("d", "").rjust(2, "0") if "d" in given else "")))
    return ""


def _headline(candidates: Sequence[Draft], thumbnails: Sequence[str], rest: Sequence[Draft], *, title: str) -> int | None:
    """Which of the title-like lines is the headline: a marked first-level heading, one repeated by the thumbnail, else the first that is long enough."""
    if not candidates:
        return None
    for i, d in enumerate(candidates):
        if (d.role is Role.HEADING and d.level == 1) or any(d.text in t for t in thumbnails if len(d.text) > 12):
            return i
    alone = len(candidates) == 1
    if alone and _is_part(candidates[0].text):
        return None
    long_enough = [i for i, d in enumerate(candidates) if len(d.text.split()) >= 4 and not _is_part(d.text)]
    if alone:
        stated_elsewhere = title and title != candidates[0].text and candidates[0].role is Role.HEADING and candidates[0].level > 1
        return None if stated_elsewhere else 0
    return long_enough[0] if long_enough else 0


def _place(position: int, headline: int | None, d: Draft, *, brief: bool) -> Role:
    if headline is None:
        return d.role
    if position == headline:
        return Role.HEADLINE
    if _is_part(d.text):
        return Role.HEADING
    if position < headline:
        return Role.CATEGORY if brief else Role.METADATA
    return Role.DEK if len(d.text.split()) >= 6 else Role.METADATA


def _standfirst(rest: list[Draft]) -> list[Draft]:
    """The first paragraph is the standfirst if it is one short sentence that no further running text follows directly."""
    said = [i for i, d in enumerate(rest) if not d.excluded]
    if len(said) < 2 or rest[said[0]].role is not Role.PARAGRAPH:
        return rest
    first, second = rest[said[0]], rest[said[1]]
    short = len(first.text.split()) <= _DEK_WORDS and len(sentences(first.text)) == 1
    if short and second.role is Role.HEADING:
        rest[said[0]] = _as(first, Role.DEK)
    return rest


def _as(d: Draft, role: Role) -> Draft:
    return replace(d, role=role, level=(d.level or 2) if role is Role.HEADING else 0)
