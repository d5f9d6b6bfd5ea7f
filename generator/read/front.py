"""The top of a document: headline, byline, category, standfirst and what else publishers put above the first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model import Kind, Role
from generator.read.headings import part_named
from generator.read.lines import Draft
from generator.text import sentences, straighten

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT = "|".join(m[:3] for m in _MONTHS.split("|")) + "|sept"
_DATES = (
    (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"), "ymd"),
    (re.compile(rf"\b({_MONTHS}|{_SHORT})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE), "mdy"),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTHS}|{_SHORT})\.?,? (\d{{4}})\b", re.IGNORECASE), "dmy"),
    (re.compile(rf"\b({_MONTHS}|{_SHORT})\.? (\d{{4}})\b", re.IGNORECASE), "my"),
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|der|la|le|da|di|al)){1,3}"
_BY = re.compile(
    rf"(?:(?:written |posted |hosted |words )?by|author|authors|words|text|host|with)(?:\s*:)?\s+(?P<names>{_NAME}(?:(?:, | and | & ){_NAME}){{0,4}})(?:\s{{2,}}.*|\s*[·|,•–—].*| on .*)?",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"(?P<names>{_NAME})(?:, [A-Z][\w .&'’-]{{2,40}})?")
#: `Ann Lee, The Heap Review, 9 January 2025`.
_SIGNED = re.compile(rf"(?P<names>{_NAME}(?: and {_NAME})?), (?P<publisher>[^,\d]{{3,50}}), [^,]*\b\d{{4}}")
_NO_NAME = frozenset(
    "the a an how why what when where who is are on in of for to from inside our your my this that with and not no".split()
)
_FIELD = re.compile(
    r"(?P<name>title|date|published|recorded|publisher|source|author|authors|host|hosts|guest|guests|speakers?|url|link|episode|show|podcast|series|length|"
    r"duration|tags|category|filed|updated|model|language)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_KNOWN = {
    "author": "authors",
    "link": "url",
    "published": "date",
    "recorded": "date",
    "source": "publisher",
    "show": "publisher",
    "podcast": "publisher",
}
_ADDRESS = re.compile(r"https?://\S+")
#: `Compost Hour, episode 12`: the show and a number, above the title of the episode.
_NUMBERED = re.compile(r"(?P<show>\w.{1,40}?),? (?:episode|ep\.?|no\.?|issue|#) ?#?\d{1,4}", re.IGNORECASE)
#: What a machine that hears writes above its text: the file that it heard.
_MEDIA = re.compile(r"\S+\.(?:m4a|m4b|mp3|mp4|wav|ogg|opus|flac|aac|webm|mkv|mov)", re.IGNORECASE)
#: A standfirst is a sentence or two; longer text above the first heading is the text itself.
_DEK_WORDS = 45
#: So many lines can stand above a text; more of them are a text of short lines.
_TOP = 10


class Front(NamedTuple):
    """The drafts with the roles of a document's top, and the fields that it tells."""

    drafts: tuple[Draft, ...]
    fields: dict[str, str]


def front(drafts: Sequence[Draft], *, kind: Kind, title: str) -> Front:
    """Give the lines above the first running text their roles. `title`: what the front matter states, if it does."""
    end = _end(drafts)
    top, rest = list(drafts[:end]), list(drafts[end:])
    fields: dict[str, str] = {}
    text = " ".join(d.text for d in rest)
    thumbnails = [d.text for d in top if d.excluded == "thumbnail"]
    lines = [i for i, d in enumerate(top) if d.role in {Role.PARAGRAPH, Role.HEADING, Role.INTRODUCTION, Role.INSIGHT} and not d.excluded]
    for i in list(lines):
        role = _item(top[i].text, text, fields, first=i == lines[0], above=top[i + 1].text if i + 1 in lines else "")
        if role is not None and not (top[i].role is Role.HEADING and top[i].level == 1):
            top[i] = _as(top[i], role)
            lines.remove(i)
    headline = _headline([top[i] for i in lines], thumbnails, rest, kind=kind, title=title)
    if headline is not None:
        fields["title"] = top[lines[headline]].text
        for position, i in enumerate(lines):
            last = i == len(top) - 1 and bool(rest) and rest[0].role is not Role.HEADING
            top[i] = _as(top[i], _place(position, headline, top[i], opens=last, kind=kind, deks=any(d.role is Role.DEK for d in top)))
        if kind is not Kind.INSIGHTS and not any(d.role is Role.DEK for d in top):
            rest = _standfirst(rest, kind)
    return Front((*top, *rest), fields)


def iso_date(text: str) -> str:
    """The first date in a text as ISO 8601, as exact as it is written; empty if there is none."""
    for pattern, order in _DATES:
        if match := pattern.search(text):
            given = dict(zip(order, match.groups(), strict=True))
            month = given["m"] if given["m"].isdigit() else f"{_SHORT.split('|').index(given['m'].lower()[:3]) + 1:02}"
            return "-".join(filter(None, (given["y"], month, given.get("d", "").rjust(2, "0") if "d" in given else "")))
    return ""


def _end(drafts: Sequence[Draft]) -> int:
    """Index of the first draft that belongs to the text itself."""
    marked = False
    for i, d in enumerate(drafts):
        marked = marked or (d.role is Role.HEADING and d.level == 1)
        if d.role not in {Role.PARAGRAPH, Role.INTRODUCTION, Role.HEADING, Role.BOILERPLATE, Role.METADATA, Role.INSIGHT}:
            return i
        if (
            d.role is Role.HEADING
            and (d.level > 2 or part_named(d.text) is not None or (marked and d.level == 2))
            and not _is_dated(d.text)
        ):
            return i
        if d.role in {Role.PARAGRAPH, Role.INTRODUCTION, Role.INSIGHT} and not d.excluded and _runs(d.text):
            return i
    return len(drafts) if len(drafts) < _TOP else 0


#: Full stops of scripts that put none or few spaces between words, or use it for nothing else: no title ends with one.
_STOPS = ("。", "।")


def _runs(text: str) -> bool:
    """Whether a line is running text already: long, several sentences, or one sentence with its full stop."""
    words = len(text.split())
    if words > 25 or len(sentences(text)) > 1 or (words > 4 and text.rstrip()[-1:] == ":"):
        return True
    if text.rstrip("\"'”’」』*_").endswith(_STOPS):
        return True
    return words > 6 and text.rstrip("\"'”’*_")[-1:] == "." and _BY.fullmatch(straighten(text)) is None


def _item(text: str, body: str, fields: dict[str, str], *, first: bool, above: str) -> Role | None:
    """Role of a line that states a field (byline, date, address, `Name: value`); None if it could be a title. `above`: what it stands above."""
    bare = straighten(text).strip()
    if _MEDIA.fullmatch(bare):
        return Role.METADATA
    if first and (numbered := _NUMBERED.fullmatch(bare)) and _entitles(above):
        fields.setdefault("publisher", numbered.group("show"))
        return Role.METADATA
    if by := _BY.fullmatch(bare):
        fields.setdefault("authors", _parted(by.group("names")))
        fields.setdefault("date", iso_date(bare))
        return Role.BYLINE
    if not first and (by := _SIGNED.fullmatch(bare)) and iso_date(bare):
        fields |= {"authors": _parted(by.group("names")), "publisher": by.group("publisher"), "date": iso_date(bare)} | fields
        return Role.BYLINE
    if stated := _FIELD.fullmatch(bare):
        return _state(fields, stated.group("name").lower(), stated.group("value").strip())
    if _ADDRESS.fullmatch(bare):
        fields.setdefault("url", bare)
        return Role.METADATA
    date = iso_date(bare)
    if date and len(bare.split()) <= 6:
        fields.setdefault("date", date)
        return Role.METADATA
    person = _PERSON.fullmatch(bare)
    if not first and person and _is_person(person.group("names"), body, vouched=person.group("names") != bare or _is_dated(above)):
        fields.setdefault("authors", person.group("names"))
        return Role.BYLINE
    return None


#: A brief with so many headings more is a round-up of several.
_ROUNDUP = 3


def _parted(names: str) -> str:
    """Names in a row, as fields hold them: parted by `; `."""
    return "; ".join(re.split(r", (?:and )?| and | & ", names.strip()))


def _is_dated(line: str) -> bool:
    """Whether a line is a date and hardly more."""
    return bool(iso_date(line)) and len(line.split()) <= 6


def _entitles(line: str) -> bool:
    """Whether a line can be a title: what tells of guests, of a day, or goes on in small letters is none."""
    start = straighten(line).lstrip("\"'(*_ ")
    return (
        start[:1].isupper()
        and not _is_dated(line)
        and _FIELD.fullmatch(line) is None
        and not start.lower().startswith(("with ", "by ", "guest", "host"))
    )


def _is_person(name: str, body: str, *, vouched: bool) -> bool:
    """Whether capitalised words below a headline are its author: no word of titles among them, and the text vouches for it, or (`vouched`)
    a publication behind it or a date below."""
    words = name.split()
    if len(words) > 3 or any(word.lower() in _NO_NAME for word in words):
        return False
    return vouched or re.search(rf"\b{re.escape(words[0])}\b", body) is not None


def _state(fields: dict[str, str], name: str, value: str) -> Role:
    """Keep what a line `Name: value` states, where it is a field of a source."""
    target = _KNOWN.get(name, name)
    value = iso_date(value) if target == "date" else value.split(". ")[0]
    if target in {"title", "authors", "url", "date", "publisher"} and value and (target != "url" or _ADDRESS.fullmatch(value)):
        fields.setdefault(target, value)
    return Role.BYLINE if target == "authors" else Role.METADATA


def _headline(lines: Sequence[Draft], thumbnails: Sequence[str], rest: Sequence[Draft], *, kind: Kind, title: str) -> int | None:
    """Which line is the headline: a marked first-level heading, the stated title, one that the thumbnail repeats, else the first of four words or more.

    Of a round-up, whose items have headlines of their own, it is the line above all of them.
    """
    for i, d in enumerate(lines):
        if (d.role is Role.HEADING and d.level == 1) or d.text == title or any(d.text in t for t in thumbnails if len(d.text) > 12):
            return i
    if not lines or part_named(lines[0].text) is not None:
        return None
    if len(lines) == 1:
        return None if title and rest and lines[0].role is Role.HEADING and lines[0].level > 1 else 0
    roundup = sum(d.role is Role.HEADING for d in rest) >= _ROUNDUP
    if (kind is not Kind.BRIEF or roundup) and len(lines) == 2 and len(lines[0].text.split()) >= 3 and "&" not in lines[0].text:
        return 0
    return next((i for i, d in enumerate(lines) if len(d.text.split()) >= 4 and part_named(d.text) is None), 0)


def _place(position: int, headline: int, d: Draft, *, opens: bool, kind: Kind, deks: bool) -> Role:
    """Role of a title-like line by where it stands to the headline. `opens`: running text follows it at once."""
    if position == headline:
        return Role.HEADLINE
    if part_named(d.text) is not None or (position > headline and d.role is Role.HEADING and opens):
        return Role.HEADING
    if position < headline:
        return Role.CATEGORY if position == headline - 1 and kind in {Kind.BRIEF, Kind.ARTICLE} else Role.METADATA
    return Role.DEK if position == headline + 1 and len(d.text.split()) >= 6 and not deks else Role.METADATA


def _standfirst(rest: list[Draft], kind: Kind) -> list[Draft]:
    """The first paragraph is the standfirst if it is a sentence or two, and a heading (in a brief: whatever else) follows it."""
    said = [i for i, d in enumerate(rest) if not d.excluded]
    if len(said) < 2 or rest[said[0]].role is not Role.PARAGRAPH:
        return rest
    first, second = rest[said[0]], rest[said[1]]
    by = _BY.fullmatch(straighten(second.text)) is not None
    most = 2 if by or kind is Kind.BRIEF else 1
    short = len(first.text.split()) <= _DEK_WORDS and len(sentences(first.text)) <= most and first.text.rstrip()[-1:] != ":"
    if short and (second.role is Role.HEADING or kind is Kind.BRIEF or by):
        rest[said[0]] = _as(first, Role.DEK)
        rest[said[1]] = _as(second, Role.BYLINE) if by else second
    return rest


def _as(d: Draft, role: Role) -> Draft:
    return replace(d, role=role, level=(d.level or 2) if role is Role.HEADING else 0)
