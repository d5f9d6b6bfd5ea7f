"""Bytes → Document: decode, front matter, kind, the kind's reader, ids. Opens no file and prints nothing."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from generator.model import Document, Kind, Lines, Passage, Role, SeedId, SourceText, Table
from generator.read.blocks import blocks
from generator.read.captions import CAPTIONS, captions, title
from generator.read.derived import underived
from generator.read.detect import kind_of
from generator.read.front import front
from generator.read.header import Header, fields, header
from generator.read.headings import part_named
from generator.read.imprint import imprint
from generator.read.inline import written
from generator.read.kinds import PROSE
from generator.read.lines import Draft, Line, decode, passages, split, unaccounted
from generator.read.prose import parts
from generator.read.saved_html import saved_html
from generator.read.segments import segments
from generator.read.transcript import transcript
from generator.report import Location, Problem, Severity
from generator.text import slug, unfit, whole_name

#: Formats whose lines are not the text's: several passages may share a line, and a line may hold only markup.
_FREE_FORM = (".json", ".html", ".htm")
_TURN_HINT = "Begin each turn with a time and a name, as in `[00:01:02] Ann Lee: …`, `Ann Lee (01:02):`, `**Ann Lee:** …` or `Ann Lee: …`."
#: The most characters that a source may have: the longest novels have three million, eighty hours of speech five. What the build finds in a
#: million of them takes it some fifteen seconds, so a larger file would keep it silent for minutes.
LONGEST = 5_000_000
#: Opening words that stand for a missing title; about as many as a headline has.
_TITLE_WORDS = 9
#: What numbers files: `03-`, `2024-06-12_`.
_COUNTED = re.compile(r"^[\d _.-]+")
_KIND_HINT = f"Say it in front matter, for instance `kind: article`; the kinds are {', '.join(Kind)}."


class _Read(NamedTuple):
    """What a reader makes of a text: its kind (None: it cannot be told), drafts, the fields that the text tells, and problems."""

    kind: Kind | None = None
    drafts: tuple[Draft, ...] = ()
    told: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def read_all(sources: Sequence[SourceText]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """All seeds in order of path; two that would have the same id are a problem, and only the first is kept."""
    return admitted([(source, *read(source)) for source in sources])


def admitted(
    read: Iterable[tuple[SourceText, Document | None, tuple[Problem, ...]]],
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """All seeds that were read one by one, as `read_all` gives them."""
    documents: dict[SeedId, Document] = {}
    problems: list[Problem] = []
    found = sorted(read, key=lambda item: item[0].path)
    for source, document, wrong in found:
        problems += wrong
        if document is None:
            continue
        first = documents.setdefault(document.id, document)
        if first is not document:
            what = f"This seed has the same id as {first.path}: `{document.id}`."
            problems.append(
                Problem("seed-twice", Location(source.path), what, "Rename one of the files; the id is made of the file's name.")
            )
    problems += underived(documents.values(), {_id_of(source) for source, *_ in found})
    return tuple(documents.values()), tuple(problems)


def read(source: SourceText) -> tuple[Document | None, tuple[Problem, ...]]:
    """A seed's bytes to its document. With an error there is none; every non-blank line stands in exactly one passage."""
    text, coded = decode(source.path, source.data)
    if not text and coded:
        return None, coded
    if not text.strip():
        return None, (
            Problem("seed-empty", Location(source.path, 1), "The seed is empty.", "Put the source's text into it, or remove the file."),
        )
    free = source.path.lower().endswith(_FREE_FORM)
    if not free and (long := _long(source.path, len(text))):
        return None, long
    if why := unfit(_id_of(source)):
        return None, (Problem("id-form", Location(source.path, 1), why, "Give the file another name; the id is made of it."),)
    lines = split(text)
    stated, wrong = _stated(source, lines)
    kind, drafts, told, unread = _drafts(source.path, lines, stated)
    if kind is None:
        return None, (*coded, *wrong, *unread)
    drafts = (*_front_matter(lines[: stated.last]), *drafts)
    lost = () if free else unaccounted(source.path, lines, drafts)
    long = _long(source.path, sum(len(d.text) for d in drafts))
    found = (*coded, *wrong, *unread, *_silent(source.path, kind, drafts, stated), *lost, *long)
    if any(p.severity is Severity.ERROR for p in found):
        return None, found
    return _document(_id_of(source), source.path, kind, drafts, stated, told), found


def _id_of(source: SourceText) -> SeedId:
    return SeedId(slug(posixpath.splitext(posixpath.basename(source.path))[0]) or "source")


def _long(path: str, length: int) -> tuple[Problem, ...]:
    """An error for more characters than a source may have; markup that is none of its text does not count."""
    if length <= LONGEST:
        return ()
    return (Problem("too-large", Location(path), f"This text has {length:,} characters.", f"Split it: at most {LONGEST:,} are read."),)


def _silent(path: str, kind: Kind, drafts: Sequence[Draft], stated: Header) -> tuple[Problem, ...]:
    """A warning for a transcript in which nobody was heard to speak."""
    if kind is not Kind.TRANSCRIPT or any(d.role is Role.TURN for d in drafts) or path.lower().endswith(CAPTIONS):
        return ()
    wrong = "No spoken turn was found in this transcript."
    return (Problem("no-turns", Location(path, stated.last + 1), wrong, _TURN_HINT, Severity.WARNING),)


def _stated(source: SourceText, lines: Sequence[Line]) -> tuple[Header, tuple[Problem, ...]]:
    """What the front matter or the sidecar states."""
    if source.sidecar is None:
        return header(source.path, list(lines))
    path = posixpath.splitext(source.path)[0] + ".yml"
    text, coded = decode(path, source.sidecar)
    if coded and not text:
        return Header(), coded
    stated, wrong = fields(path, text)
    return stated, (*coded, *wrong)


def _drafts(path: str, lines: Sequence[Line], stated: Header) -> _Read:
    """What a file holds below its front matter."""
    ending = posixpath.splitext(path)[1].lower()
    body = lines[stated.last :]
    if ending == ".json":
        drafts, problems = segments(path, "\n".join(line.text for line in lines))
        return _Read(Kind.TRANSCRIPT if drafts else None, drafts, {}, problems)
    if ending in CAPTIONS or (body and body[0].text.startswith("WEBVTT")):
        stated_title = title(body)
        drafts, problems = captions(path, body)
        return _Read(
            Kind.TRANSCRIPT, drafts, imprint(drafts, Kind.TRANSCRIPT) | ({"title": stated_title} if stated_title else {}), problems
        )
    return _page(path, body, stated) if ending in {".html", ".htm"} else _text(path, body, stated)


def _page(path: str, body: Sequence[Line], stated: Header) -> _Read:
    """A saved page. Its pieces may share a line, so each is read as a line of its own, and the file's lines are put back afterwards."""
    page, problems = saved_html(path, "\n" * stated.last + "\n".join(line.text for line in body))
    if problems or not page.lines:
        return _Read(problems=problems or (_empty(path, stated),))
    pieces = [Line(number, line.text) for number, line in enumerate(page.lines, start=1)]
    found = _text(path, pieces, stated)
    lost = unaccounted(path, pieces, found.drafts) if found.kind else ()
    at = [line.number for line in page.lines]
    drafts = (replace(_as_shown(d), lines=Lines(min(span := at[d.lines.first - 1 : d.lines.last]), max(span))) for d in found.drafts)
    told = tuple(replace(p, location=Location(path, at[p.location.line - 1])) for p in (*found.problems, *lost))
    fields = {name: written(value) for name, value in found.told.items()}
    return _Read(found.kind, (*drafts, *page.aside), {**page.fields, **fields}, told)


def _as_shown(d: Draft) -> Draft:
    """What was read of a saved page, with the characters that it shows."""
    table = d.table and Table(
        tuple(map(written, d.table.header)), tuple(tuple(c._replace(text=written(c.text)) for c in row) for row in d.table.rows)
    )
    return replace(d, text=written(d.text), speaker=written(d.speaker), table=table)


def _empty(path: str, stated: Header) -> Problem:
    right = "Put the source's text below the closing ---."
    return Problem("seed-empty", Location(path, stated.last), "There is no text below the front matter.", right)


def _text(path: str, body: Sequence[Line], stated: Header) -> _Read:
    """Prose or a transcript."""
    if not any(line.text.strip() for line in body):
        return _Read(problems=(_empty(path, stated),))
    found = parts(blocks(body))
    given = stated.get("kind")
    told = Kind(given) if given in set(Kind) else kind_of(body, found)
    kind = told or Kind.ARTICLE
    line = next(line.number for line in body if line.text.strip())
    wrong = "The kind of this document cannot be told from its text: it is read as an article."
    problems = () if told or given else (Problem("kind", Location(path, line), wrong, _KIND_HINT, Severity.WARNING),)
    drafts = transcript(body) if kind is Kind.TRANSCRIPT else PROSE[kind](found)
    top = front(drafts, kind=kind, title=stated.get("title"))
    return _Read(kind, top.drafts, imprint(top.drafts, kind) | {name: value for name, value in top.fields.items() if value}, problems)


def _front_matter(lines: Sequence[Line]) -> tuple[Draft, ...]:
    said = [line for line in lines if line.text.strip()]
    if not said:
        return ()
    return (Draft(Role.METADATA, Lines(lines[0].number, lines[-1].number), "\n".join(line.text for line in said), excluded="front matter"),)


def _document(seed: SeedId, path: str, kind: Kind, drafts: Sequence[Draft], stated: Header, told: Mapping[str, str]) -> Document:
    """The document, with what is not stated told from its text where it can be, and named as inferred."""
    found = passages(seed, drafts)
    labels = tuple(dict.fromkeys(p.speaker for p in found if p.speaker))
    heard = tuple(dict.fromkeys(whole_name(label, labels) for label in labels))
    guess = {"title": makeshift_title(path, found), **told}
    one = {name: stated.get(name) or guess.get(name, "") for name in ("title", "publisher", "date", "url")}
    named = {name: tuple(filter(None, told.get(name, "").split("; "))) for name in ("authors", "speakers")}
    many = {**named, **({"speakers": heard} if heard else {}), **stated.many}
    inferred = {name for name in one if one[name] and not stated.get(name)}
    inferred |= {"kind"} if not stated.get("kind") else set()
    inferred |= {name for name in named if many[name] and name not in stated.many}
    return Document(
        id=seed, path=path, kind=kind, passages=found, title=one["title"], publisher=one["publisher"], date=one["date"], url=one["url"],
        authors=many["authors"], speakers=many["speakers"], media=stated.get("media"), origin=stated.get("origin"),
        derived_from=many.get("derived_from", ()), derived_at=stated.at.get("derived_from"),
        license=stated.get("license"), publish=stated.get("publish") or "excerpts",
        form=stated.get("form"), sha256=stated.get("sha256"), inferred=frozenset(inferred),
    )  # fmt: skip


def makeshift_title(path: str, found: Sequence[Passage]) -> str:
    """A title for a document without one: its file's name if that is words, else its first heading that is not just the name of a part
    (of a section, that is: it tells less than what somebody named the whole), else its opening words."""
    words = _named(posixpath.splitext(posixpath.basename(path))[0])
    heading = next((p.text for p in found if p.role is Role.HEADING and part_named(p.text) is None), "")
    opening = next((p.text for p in found if p.says), found[-1].text).split()
    return words or heading or " ".join(opening[:_TITLE_WORDS]).rstrip(".,;:") + ("…" if len(opening) > _TITLE_WORDS else "")


def _named(stem: str) -> str:
    """A file's name as words, `03-what-came-before` → `What came before`; empty where it is a number, a code or a single word."""
    parts = _COUNTED.sub("", stem).replace("_", " ").replace("-", " ").split()
    words = [part for part in parts if part.isalpha() and len(part) > 1]
    coded = any(len(part) > 4 and not part.isalpha() for part in parts)
    return "" if coded or len(words) < 2 else (first := " ".join(parts))[0].upper() + first[1:]


__all__ = ["admitted", "makeshift_title", "read", "read_all"]
