"""From bytes to numbered lines, and from drafts to passages with ids: what every reader starts from and ends with."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.model import Lines, Link, Mark, Passage, PassageId, Role, SeedId, Table
from generator.read.western import western
from generator.report import Location, Problem, Severity, misencoded
from generator.text import digest, newlines

_NEWLINE = re.compile(r"\r\n|\n|\r")
_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONVERT = " (on most systems: iconv -f {} -t UTF-8 OLD > NEW)"

#: So many bytes tell whether a file is UTF-16: in most scripts every second one is NUL there.
_BEGINNING = 200


class Line(NamedTuple):
    """A line of a seed: its 1-based number on disk and its text without the newline."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage before it has an id: see `Passage` for the fields. `of_previous`: it belongs to the table drafted before it."""

    role: Role
    lines: Lines
    text: str
    level: int = 0
    speaker: str = ""
    seconds: float | None = None
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    table: Table | None = None
    of_previous: bool = False
    excluded: str = ""


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Bytes to text: UTF-8, UTF-16 with a byte order mark, or what surely is Windows-1252, which is a notice.

    Anything else is an error at the line of the first bad byte, and the text is empty.
    """
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    if data[:_BEGINNING].count(0) * 3 > len(data[:_BEGINNING]) and encoding == "utf-8":
        wrong = "This looks like UTF-16 without a byte order mark at its beginning."
        return "", (Problem("encoding", Location(path, 1), wrong, f"Save the file as UTF-8{_CONVERT.format('UTF-16LE')}."),)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        bad = misencoded(path, data, error, encoding=encoding)
        if encoding != "utf-8" or not western(data):
            return "", (replace(bad, right=bad.right.rstrip(".") + _CONVERT.format("WINDOWS-1252") + "."),)
        wrong = f"Byte {error.start + 1} is not UTF-8 text: the file is read as Windows-1252."
        return data.decode("cp1252"), (replace(bad, wrong=wrong, severity=Severity.NOTICE),)
    if "\0" in text:
        line = newlines(text[: text.index("\0")]).count("\n") + 1
        right = "A seed is plain text; remove the NUL characters or convert the file."
        return "", (Problem("binary", Location(path, line), "The file holds a NUL character, as binary files do.", right),)
    return text, ()


def split(text: str) -> list[Line]:
    """The lines of a text, numbered from 1. Only newlines of files part lines (`\\n`, `\\r\\n`, `\\r`)."""
    found = [Line(number, line) for number, line in enumerate(_NEWLINE.split(text), start=1)]
    return found[:-1] if found and not found[-1].text else found


def passages(source: SeedId, drafts: Iterable[Draft]) -> tuple[Passage, ...]:
    """Drafts in file order to passages: the nearest heading above, and ids made of the passage's own words.

    An id changes only with the words of its passage; of passages with the same words the later ones are numbered.
    """
    seen: Counter[str] = Counter()
    found: list[Passage] = []
    heading, table = "", None
    for draft in sorted(drafts, key=lambda d: d.lines):
        name = digest(draft.text)
        seen[name] += 1
        number = f"-{seen[name]}" if seen[name] > 1 else ""
        passage = Passage(
            id=PassageId(f"{source}#p-{name}{number}"), source=source, lines=draft.lines, role=draft.role, text=draft.text,
            heading=heading, level=draft.level, speaker=draft.speaker, seconds=draft.seconds, marks=draft.marks, links=draft.links,
            table=draft.table, of=table if draft.of_previous else None, excluded=draft.excluded,
        )  # fmt: skip
        found.append(passage)
        heading = draft.text if draft.role is Role.HEADING else heading
        table = passage.id if draft.role is Role.TABLE else table if draft.of_previous else None
    return tuple(found)


def unaccounted(path: str, lines: Sequence[Line], drafts: Iterable[Draft]) -> tuple[Problem, ...]:
    """A problem if a line that says something stands in no draft, or in more than one: never, unless a reader has a fault."""
    times = Counter(number for d in drafts for number in range(d.lines.first, d.lines.last + 1))
    lost = [line.number for line in lines if line.text.strip() and times[line.number] != 1]
    return (unread(Location(path, lost[0]), f"{len(lost)} lines of this file"),) if lost else ()


def unread(at: Location, what: str) -> Problem:
    """What a reader has lost or told twice, which is a fault of the program; the build stops before anybody misses it."""
    right = "Please report it with this file; until it is mended, leave the file out."
    return Problem("lost-words", at, f"{what} would be lost or told twice: a fault of the program.", right)
