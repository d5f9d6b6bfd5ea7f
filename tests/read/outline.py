"""A document as readable lines: what the golden cases compare."""

from generator.model import Document, Passage
from generator.text import clock


def outline(document: Document) -> str:
    """Kind and fields, then a line a passage: lines, role, who and when, text, and what was taken out of it."""
    fields = [f"{name}: {', '.join(value) if isinstance(value, tuple) else value}" for name, value in _fields(document) if value]
    return "\n".join([f"kind: {document.kind}", *fields, "", *map(_line, document.passages)])


def _fields(d: Document) -> list[tuple[str, str | tuple[str, ...]]]:
    return [
        ("title", d.title),
        ("publisher", d.publisher),
        ("authors", d.authors),
        ("speakers", d.speakers),
        ("date", d.date),
        ("url", d.url),
    ]


def _line(p: Passage) -> str:
    span = f"{p.lines.first}" if p.lines.first == p.lines.last else f"{p.lines.first}-{p.lines.last}"
    role = f"{p.role} {p.level}" if p.level else str(p.role)
    who = " ".join(filter(None, (p.speaker, clock(p.seconds) if p.seconds is not None else "")))
    marks = "".join(f" [{clock(m.seconds)} at {m.offset}]" for m in p.marks)
    links = "".join(f" [{p.text[link.start : link.end]} → {link.url}]" for link in p.links)
    why = f" (set aside: {p.excluded})" if p.excluded else ""
    text = " / ".join(p.text.split("\n"))
    return f"{span} {role}{f' <{who}>' if who else ''}: {text}{marks}{links}{why}{' ^' if p.of else ''}"
