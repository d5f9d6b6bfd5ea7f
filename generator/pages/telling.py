"""What sources define, spell out and mishear, as pages show it: words with the way to their passage. No page of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.found import ELSEWHERE, Acronym, Definition
from generator.library import Library
from generator.model import Mention, Passage
from generator.pages.page import Link, to_passage
from generator.pages.quoting import LINE_WORDS, Quotation, bare, original, quotation, runs_on
from generator.pages.showing import Piece
from generator.published import shown
from generator.text import excerpt, fold, sentences

#: Definitions that an entry shows: the first of each source comes before any second one.
_MOST_TOLD = 3


def told(library: Library, found: Iterable[Definition], page: str) -> tuple[Quotation, ...]:
    """Definitions as quotations, in turn from each source, those first whose words may be shown."""
    ranked: list[tuple[int, Quotation]] = []
    seen: dict[str, int] = {}
    for definition in found:
        passage = library.passages[definition.passage]
        quoted = _cut(library, passage, (definition.start, definition.end), (definition.term_at, definition.term), page)
        ranked.append((seen.get(passage.source, 0), quoted))
        seen[passage.source] = seen.get(passage.source, 0) + 1
    return tuple(quoted for _, quoted in sorted(ranked, key=lambda pair: (not pair[1].pieces, pair[0]))[:_MOST_TOLD])


def spelled(library: Library, found: Iterable[Acronym], page: str) -> tuple[Link, ...]:
    """Short forms with their long ones, each pair once, with the number of passages if there are more than one."""
    pairs: dict[tuple[str, str], list[Acronym]] = {}
    for acronym in found:
        pairs.setdefault((fold(acronym.short), fold(acronym.long)), []).append(acronym)
    return tuple(_pair(library, same, page) for same in pairs.values())


def heard(library: Library, mention: Mention, page: str) -> Quotation:
    """A garbled name with the words around it and what is meant; the place alone where its words may not be shown."""
    passage = library.passages[mention.passage]
    span = shown(library, passage)
    if span is None or not span[0] <= mention.start < mention.end <= span[1]:
        return _placed(library, passage, page)
    start, end = excerpt(passage.text[slice(*span)], mention.start - span[0], words=LINE_WORDS)
    meant = library.vocabulary.concepts[mention.concept].name
    return _cut(library, passage, (span[0] + start, span[0] + end), (mention.start, mention.surface), page, meant)


def _placed(library: Library, passage: Passage, page: str) -> Quotation:
    """The place of a passage without its words."""
    made = quotation(library, passage, page, ())
    return bare(made, passage) if made.pieces else made


def _pair(library: Library, same: Sequence[Acronym], page: str) -> Link:
    first = same[0]
    passage = library.passages[first.passage]
    note = f"in {len(same)} passages" if len(same) > 1 else library.documents[passage.source].title
    return Link(f"{first.short}: {first.long}", to_passage(passage, page), note=note)


def _cut(
    library: Library, passage: Passage, span: tuple[int, int], hit: tuple[int, str], page: str, meant: str = ""
) -> Quotation:  # fmt: skip
    """The quotation of a span with some of its words marked, if they stand there; its place alone where it may not be shown whole."""
    allowed = shown(library, passage)
    if allowed is None or not allowed[0] <= span[0] <= span[1] <= allowed[1]:
        return _placed(library, passage, page)
    (start, end), (at, words), text = span, hit, passage.text
    pieces = [Piece("text", text[start:at]), Piece("hit", words, meant=meant), Piece("text", text[at + len(words) : end])]
    pieces = [Piece("text", text[start:end])] if at == ELSEWHERE else pieces
    begins = {first for first, _ in sentences(text)}
    return replace(
        quotation(library, passage, page, ()),
        pieces=tuple(piece for piece in pieces if piece.text),
        original=original(library.documents[passage.source], passage, text[start:end]),
        cut_before=start not in begins or (start == 0 and runs_on(passage)),
        cut_after=end not in {last for _, last in sentences(text)},
    )
