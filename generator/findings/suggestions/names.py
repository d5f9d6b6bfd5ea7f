"""People and organisations that the vocabulary lacks: speakers, authors, and names in the text that the words beside them tell apart.

No list of given names or firms is at hand, so only company tells what a name is: who says, writes, runs something is a person; what
somebody works at, what raises money or is "a firm" is an organisation. A name without such company is suggested as nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.findings.suggestions.words import EVERYDAY, GENERAL, GRAMMAR
from generator.found import Proposal, Suggestion
from generator.match import covered
from generator.model import Document, Mention, Passage, PassageId, Role, SeedId, Vocabulary
from generator.text import fold

_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
#: A run of words with capitals; initials and particles of names may stand inside.
_TITLES = r"(?:Dr|Prof|Mr|Ms|Mrs)\.? "
_RUN = re.compile(rf"(?<![\w.@#/])(?:{_TITLES})?{_WORD}(?: (?:[A-Z]\. |(?:de|van|von|der|di|la) )*{_WORD}){{0,4}}")
_TITLE = re.compile(_TITLES)
#: A person's name in full: every word has small letters at its end.
_FULL = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: [A-Z]\.)?(?: (?:de|van|von|der|di|la))*(?: [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]){1,2}"
)  # fmt: skip


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_SAYS = _any(
    """said says say tells told asks asked argues argued writes wrote thinks believes believed explains explained adds added notes recalls
    calls called admits insists puts runs ran leads led founded started joined teaches studies warns predicts predicted claims claimed"""
)
_POST = _any(
    """ceo cto cfo founder co-founder cofounder president chair director head lead manager engineer researcher scientist professor economist
    author writer editor reporter host analyst lawyer designer teacher nurse developer minister colleague friend boss guest"""
)
_FIRM = _any(
    r"""company firm start-?up lab laborator\w+ bank maker agency vendor provider platform non-?profit charity university publisher studio
    insurer retailer carrier consultancy co-?operative business shop outfit hospital team"""
)
_ITS = _any(
    """ceo cto founder co-founder head engineers? team staff customers? researchers? chief board lab office models? lawyers? shares platform
    app"""
)
_DOES = _any("raised acquired announced launched released hired employs sells ships charges lends insures published")
_WORKER = _any(
    """works? worked working engineers? people team job left colleagues friends time desk lead head manager scientist director AI data
    officer person anyone somebody someone"""
)
#: What follows a person's name, and what goes before it.
_PERSON_AFTER = re.compile(
    rf"(?:,? (?:who|whom) |,? {_SAYS}\b|, (?:an?|the|its|their|our|my|then|now) [^.;]{{0,40}}?\b{_POST}\b)"
)  # fmt: skip
_PERSON_BEFORE = re.compile(
    rf"(?:\b{_POST}|\b(?:interview|conversation|talk(?:s|ed)?|speak|spoke|chat) (?:with|to)"
    r"|I'm|I am|name is|[Ww]elcome,?|[Gg]uest is|by)(?: here)? $"
)
#: The same of an organisation's, and the words that end one.
_FIRM_AFTER = re.compile(
    rf"(?:(?:'s|’s) (?:own )?{_ITS}\b|,? {_DOES}\b|, (?:an?|the|which (?:is|makes|sells|runs)|whose) (?:[\w-]+ ){{0,4}}?{_FIRM}\b"
    r"|, (?:which|that) (?:makes|sells|runs|lends|builds|settles|offers)\b)"
)
_FIRM_BEFORE = re.compile(
    rf"(?:\b{_WORKER} (?:at|for|from)|\bat|\b(?:founder|ceo|cto|head|part|owner|director) of"
    rf"|\b(?:joined|founded|acquired|bought|sued|left)|\b{_FIRM}(?: (?:called|named))?,?) $",
    re.IGNORECASE,
)
FIRM_NAME = re.compile(
    r"\w "
    + _any(
        """Inc Ltd Labs? Corp Corporation University Institute Foundation Ventures Capital College Council Press Bank Group Partners Systems
        Technologies Robotics Software Analytics Logistics Fund Motors? Hospital Agency Authority Trust Society Association Commission"""
    )
    + r"\.?$"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|near|to|through|outside|across) $", re.IGNORECASE)
#: Words that name nobody, alone or in a name.
_PLAIN = GRAMMAR | GENERAL
#: Roles whose words stand in sentences.
_FRAMES = frozenset({Role.METADATA, Role.HEADLINE, Role.BYLINE, Role.CATEGORY, Role.HEADING, Role.CHAPTER, Role.TABLE, Role.CAPTION})


class Sighting(NamedTuple):
    """A name in a passage, and what the words beside it say that it is: a person, an organisation (`firmly`: how surely), a place."""

    name: str
    passage: PassageId
    person: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    firmly: int = 0
    place: bool = False


@dataclass(slots=True)
class _Seen:
    """A name so far: where it stands, and what speaks for a person and for an organisation (`firmly`: in sum)."""

    places: list[tuple[SeedId, PassageId]] = field(default_factory=list)
    person: set[str] = field(default_factory=set)
    firm: set[str] = field(default_factory=set)
    firmly: int = 0
    place: int = 0


def sightings(document: Document, mentions: Mapping[PassageId, Sequence[Mention]], small: frozenset[str]) -> tuple[Sighting, ...]:
    """The names in a document's sentences that the vocabulary does not know. `small`: words that it writes without a capital."""
    return tuple(
        _beside(passage, name, start, end)
        for passage in document.passages
        if passage.role not in _FRAMES and not passage.excluded
        for name, start, end in _runs(passage.text, mentions.get(passage.id, ()), small)
    )


def names(
    found: Iterable[tuple[SeedId, Sighting]], speaking: Sequence[Suggestion], vocabulary: Vocabulary, small: frozenset[str]
) -> Iterator[Suggestion]:
    """People and organisations. `small`: words that any source writes without a capital."""
    yield from speaking
    said = {fold(s.name) for s in speaking}
    heard = {part for name in said for part in name.split()} | {part for name in vocabulary.people for part in name.split()}
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for source, one in found:
        if one.name.casefold() not in small:
            whole = seen[one.name]
            whole.places.append((source, one.passage))
            whole.person.update(one.person)
            whole.firm.update(one.firm)
            whole.firmly += one.firmly
            whole.place += one.place
    for name in sorted((name for name in seen if " " in name), key=lambda name: -name.count(" ")):
        if name in seen:
            _take_short(name, seen)
    for name, whole in seen.items():
        if (whole.person or whole.firmly or FIRM_NAME.search(name)) and fold(name) not in said and not set(fold(name).split()) <= heard:
            yield from _judged(name, whole)


def _take_short(name: str, seen: dict[str, _Seen]) -> None:
    """A name goes with its short form: a person's with the surname, a firm's with its first word, where that stands alone too."""
    *first, last = name.split()
    heads = (re.sub(r"(?:'s|’s)$", "", " ".join(first[:size])) for size in range(len(first), 0, -1))
    head = next((head for head in heads if head in seen), "")
    whole = seen[name]
    if last in seen and (seen[last].person or whole.person) and _FULL.fullmatch(name) and not FIRM_NAME.search(name):
        short = seen.pop(last)
        whole.person |= short.person | {last}
    elif head and not seen[head].person and not whole.person:
        short = seen.pop(head)
        whole.firm |= short.firm
    else:
        return
    whole.places += short.places
    whole.firmly += short.firmly
    whole.place += short.place


def speaking(document: Document, vocabulary: Vocabulary) -> Iterator[Suggestion]:
    """Speakers and authors with their full names whom the vocabulary does not know."""
    turns: dict[str, list[PassageId]] = defaultdict(list)
    for passage in document.passages:
        if passage.speaker and not passage.excluded:
            turns[passage.speaker].append(passage.id)
    for name in dict.fromkeys((*turns, *document.authors)):
        if _FULL.fullmatch(name) and fold(name) not in vocabulary.people and _PLAIN.isdisjoint(name.casefold().split()):
            times = len(turns.get(name, ()))
            because = f"speaks in {times} passage{'s' if times > 1 else ''}" if times else "is named as the author"
            yield Suggestion(Proposal.PERSON, document.id, name, because, tuple(turns.get(name, ())[:3]), 0.95 if times else 0.8)


def _runs(text: str, known: Sequence[Mention], small: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Names in a text that touch no known one. A capital that only a sentence's beginning gives is none."""
    named = covered(known)
    for match in _RUN.finditer(text):
        start, end = match.span()
        start += len(title[0]) if (title := _TITLE.match(match[0])) else 0
        words = text[start:end].split()
        while words and (words[0].casefold() in GRAMMAR or (words[0].casefold().rstrip("'s’") in small and _opens(text, start))):
            start += len(words.pop(0)) + 1
        while words and words[-1].casefold() in _PLAIN and len(words) > 1:
            end -= len(words.pop()) + 1
        name = re.sub(r"(?:'s|’s|['’-])$", "", text[start:end])
        end = start + len(name)
        plain = len(name) < 3 or name in EVERYDAY or name.casefold() in _PLAIN or name.casefold() in small
        if not plain and named.isdisjoint(range(start, end)):
            yield name, start, end


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    while at and text[at - 1] in " \"“‘'(":
        at -= 1
    return not at or text[at - 1] in ".!?:…\n"


def _beside(passage: Passage, name: str, start: int, end: int) -> Sighting:
    """What the words beside a name say of it; what follows a name speaks twice as surely for an organisation."""
    before, after = passage.text[max(0, start - 40) : start], passage.text[end : end + 70]
    person = [found[0].strip(" ,").split()[0] for found in (_PERSON_AFTER.match(after), _PERSON_BEFORE.search(before)) if found]
    behind, ahead = _FIRM_AFTER.match(after), _FIRM_BEFORE.search(before)
    firm = [found[0].strip(" ,") for found in (behind, ahead) if found]
    place = _PLACE_BEFORE.search(before) is not None
    return Sighting(name, passage.id, tuple(person), tuple(firm), 2 * bool(behind) + bool(ahead), place)


def _judged(name: str, seen: _Seen) -> Iterator[Suggestion]:
    """What a name is suggested as: a full one as a person if anything says so, else as an organisation if enough of its places do."""
    source, passages = most(seen.places)
    times = len(seen.places)
    often = f"{times} times" if times > 1 else "once"
    firm = seen.firmly + 2 * bool(FIRM_NAME.search(name))
    if _FULL.fullmatch(name) and len(seen.person) > firm // 2:
        score = min(0.9, 0.55 + 0.1 * len(seen.person) + 0.05 * times)
        sign = min(seen.person)
        how = "also as" if sign in name.split() else "beside"
        yield Suggestion(Proposal.PERSON, source, name, f"named {often}, {how} “{sign}”", passages, score)
    elif firm and (firm > 1 or times > 1) and 3 * firm >= times and 2 * seen.place <= times and len(seen.person) <= firm:
        beside = f", beside “{min(seen.firm)}”" if seen.firm else ""
        yield Suggestion(
            Proposal.ORGANISATION, source, name, f"named {often}{beside}", passages, min(0.88, 0.45 + 0.1 * firm + 0.03 * times)
        )


def most(places: Sequence[tuple[SeedId, PassageId]]) -> tuple[SeedId, tuple[PassageId, ...]]:
    """The source that names something most, and the first passages of it that do."""
    times: dict[SeedId, list[PassageId]] = defaultdict(list)
    for source, passage in places:
        times[source].append(passage)
    home = max(times, key=lambda source: (len(times[source]), source))
    return home, tuple(dict.fromkeys(times[home]))[:3]
