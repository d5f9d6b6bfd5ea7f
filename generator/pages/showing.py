"""A passage's text as pieces: what in it is linked or marked, and which part shows best. How much may be shown is told elsewhere."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator import address
from generator.library import Library
from generator.model import ConceptId, Mention, Passage, Role
from generator.pages.stated import stating
from generator.published import shown
from generator.text import clock, excerpt, remnant


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage's text. `kind`: text, mention (linked to its concept), hit (what the page is about), link (the source's), time;
    or the beginning of a sentence that has an anchor (`sentence`, in `href`), or its end (`end`), without text.

    `meant` is the name of a concept that the source misheard or misspelt; the text stays as it stands.
    """

    kind: str
    text: str
    href: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    piece: Piece


def focus(library: Library, passage: Passage, concepts: Collection[ConceptId]) -> int | None:
    """Where the passage speaks most of one of the concepts, else where it first names one; None where it names none of them.

    What a turn begins with to end the sentence of the turn before comes last: alone it says little.
    """
    spoken = [e.focus for e in library.evidence_in.get(passage.id, ()) if e.concept in concepts and e.focus is not None]
    named = [m.start for m in library.mentions_in.get(passage.id, ()) if m.concept in concepts]
    places = [*spoken, *named]
    return next((at for at in places if at >= _begun(passage)), next(iter(places), None))


def _begun(passage: Passage) -> int:
    """Where the first whole sentence of a turn begins that begins with the rest of one."""
    return remnant(passage.text) if passage.role is Role.TURN else 0


def part(library: Library, passage: Passage, concepts: Collection[ConceptId], words: int) -> tuple[int, int]:
    """The span of at most `words` words, inside what may be shown, that shows best what the passage says of the concepts."""
    first, last = shown(library, passage) or (0, 0)
    if first == last:
        return 0, 0
    at = focus(library, passage, concepts) or first
    begun = _begun(passage)
    first = begun if first < begun <= at < last else first
    start, end = excerpt(passage.text[first:last], max(0, at - first), words=words)
    return first + start, first + end


def marked(library: Library, passage: Passage, span: tuple[int, int], concepts: Collection[ConceptId]) -> tuple[Piece, ...]:
    """A part of a passage with the mentions of the concepts marked."""
    found = (m for m in library.mentions_in.get(passage.id, ()) if m.concept in concepts)
    spots = [_Spot(m.start, m.end, Piece("hit", m.surface, meant=_meant(library, m))) for m in found]
    return tuple(_joined(passage.text, span, spots))


def linked(library: Library, passage: Passage, span: tuple[int, int], page: str) -> tuple[Piece, ...]:
    """A part of a passage as its source's note shows it: the source's own links, mentions linked to their concepts, minute marks."""
    links = [_Spot(k.start, k.end, Piece("link", passage.text[k.start : k.end], web(k.url))) for k in passage.links if web(k.url)]
    mentions = [_Spot(m.start, m.end, _mention(library, m, page)) for m in _first_of_each(library.mentions_in.get(passage.id, ()))]
    spots = _apart([*links, *mentions])
    return tuple(_joined(passage.text, span, [*_sentences(library, passage, span, spots), *_times(library, passage, spots), *spots]))


def web(url: str) -> str:
    """An address that a browser may follow: of the web, and nothing that runs; else empty."""
    return url.strip() if url.strip().lower().startswith(("https://", "http://")) else ""


def moment(media: str, seconds: float) -> str:
    """The address of a second of a sound or a film (W3C Media Fragments); empty without an address of the web."""
    return f"{web(media).partition('#')[0]}#t={int(seconds)}" if web(media) else ""


def _first_of_each(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """One mention of each concept is linked, so that a text stays readable; of what was misheard, all."""
    seen = set()
    for mention in mentions:
        if mention.misheard or mention.concept not in seen:
            seen.add(mention.concept)
            yield mention


def _mention(library: Library, mention: Mention, page: str) -> Piece:
    concept = library.vocabulary.concepts[mention.concept]
    return Piece("mention", mention.surface, address.of_concept(concept).href(page), _meant(library, mention))


def _meant(library: Library, mention: Mention) -> str:
    return library.vocabulary.concepts[mention.concept].name if mention.misheard else ""


def _times(library: Library, passage: Passage, spots: Iterable[_Spot]) -> list[_Spot]:
    """The minute marks; one that stood inside a name comes after it."""
    media = library.documents[passage.source].media
    times = []
    for offset, seconds in passage.marks:
        at = next((s.end for s in spots if s.start < offset < s.end), offset)
        times.append(_Spot(at, at, Piece("time", clock(seconds), moment(media, seconds))))
    return times


def _sentences(library: Library, passage: Passage, span: tuple[int, int], spots: Iterable[_Spot]) -> list[_Spot]:
    """The ends and beginnings of the sentences that state numbers; none of them lies inside of what is linked."""
    found = stating(library, passage, span)
    inside = {at: s for s in spots for one in found for at in (one.start, one.end) if s.start < at < s.end}
    first = ((inside[s.start].start if s.start in inside else s.start, s.anchor) for s in found)
    last = (inside[s.end].end if s.end in inside else s.end for s in found)
    return [*(_Spot(at, at, Piece("end", "")) for at in last), *(_Spot(at, at, Piece("sentence", "", anchor)) for at, anchor in first)]


def _apart(spots: Iterable[_Spot]) -> list[_Spot]:
    """Spots in order, without those that overlap an earlier or a longer one; those without text stand before what begins with them."""
    kept: list[_Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start, s.end > s.start, -s.end)):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept


def _joined(text: str, span: tuple[int, int], spots: Iterable[_Spot]) -> Iterable[Piece]:
    at, last = span
    for spot in _apart(s for s in spots if span[0] <= s.start and s.end <= last):
        if spot.start > at:
            yield Piece("text", text[at : spot.start])
        yield spot.piece
        at = spot.end
    if at < last:
        yield Piece("text", text[at:last])
