"""No loss: what must hold of every seed that was read. Counted from outside, from the bytes and the passages alone."""

import json
import re
from collections import Counter

from lxml import etree, html

from generator.model import Document, Passage, Role, SourceText

_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
#: What stands in captions and is not said: tags; the name of a caption on the line above its time.
_TAG = re.compile(r"<(?:[^<>-]|-(?!>))*>")
_NAME = re.compile(r"(?<![^\n])[^\n]*\n(?=[^\n]*-->)")
#: Where a caption is to be shown, maybe glued to its time.
_SETTING = re.compile(r"[\d:.,]*(?:(?:vertical|align):[a-z]+|(?:line|position|size):(?:auto|[\d.%-]+)(?:,[\w-]+)?|region:\S+|[XY][12]:\d+)")
#: What stands in prose and is not said: where a wikilink leads, the title of a link.
_UNTOLD = re.compile(r"\[\[[^\[\]|\n]+\||\s\"[^\"\n]*\"(?=\))")
#: Letters of times (`1h02m03s`).
_CLOCK = Counter("hms" * 1000)
#: What a browser shows nothing of.
_UNSHOWN = "script|style|head|template|link|meta|title".split("|")


def kept(source: SourceText, document: Document) -> None:
    """Nothing of a seed is lost or told twice; ids are distinct; offsets lie in their texts."""
    text = decoded(source.data)
    if source.path.endswith(".json"):
        _spoken(text, document)
    elif source.path.endswith(".html") and not text.startswith("WEBVTT"):
        _shown(text, document)
    else:
        _lined(text, document)
    assert len({p.id for p in document.passages}) == len(document.passages)
    for p in document.passages:
        assert 1 <= p.lines.first <= p.lines.last <= len(lines(text)), p
        assert all(0 <= m.offset <= len(p.text) for m in p.marks), p
        assert all(0 <= link.start <= link.end <= len(p.text) for link in p.links), p
        p.text.encode("utf-8")  # no half of a character


def decoded(data: bytes) -> str:
    """The text of a file that can be read."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def lines(text: str) -> list[str]:
    """The lines of a file as it stands on disk."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def letters(text: str) -> Counter[str]:
    """How often each letter stands in a text: a mark that is taken out may join what stood apart, so words cannot be counted."""
    return Counter(_LETTER.findall(text))


def _lined(text: str, document: Document) -> None:
    """Text: every line that says something stands in one passage, with all its letters."""
    of: dict[int, Passage] = {}
    written = lines(text)
    for p in document.passages:
        for n in range(p.lines.first, p.lines.last + 1):
            assert n not in of or not written[n - 1].strip(), f"line {n} stands in two passages"
            of[n] = p
    for n, line in enumerate(written, start=1):
        assert n in of or not line.strip(), f"line {n} stands in no passage: {line!r}"
    body = next((p for p in document.passages if p.excluded != "front matter"), None)
    if document.path.endswith((".vtt", ".srt")) or (body and written[body.lines.first - 1].startswith("WEBVTT")):
        _captioned("\n".join(written), document)
        return
    for p in document.passages:
        stood = _UNTOLD.sub("", "\n".join(written[p.lines.first - 1 : p.lines.last]))
        lost = letters(stood) - letters(told(p)) - _CLOCK
        assert not lost, f"letters are lost: {lost} in {p}"


def _captioned(text: str, document: Document) -> None:
    """Captions: every word stands in a passage. How often is not told: captions that roll say each line twice, and it is kept once."""
    said = [p for p in document.passages if p.role is not Role.METADATA or not p.seconds]
    unnamed = [_TAG.sub("", line) if "->" in line else line for line in _NAME.sub("", text).split("\n")]
    timeless = "\n".join(_beside(line) if "->" in line else line for line in unnamed)
    kept = " ".join(form for p in said for form in (told(p), _TAG.sub("", told(p))))
    glued, parted = (set(_WORD.findall(_TAG.sub(sign, timeless))) for sign in ("", " "))
    lost = (glued & parted) - set(_WORD.findall(kept))
    assert not lost, f"words are lost: {lost}"


def _beside(line: str) -> str:
    """What a line with an arrow says beside its time; nothing is told of one with several."""
    return " ".join(w for w in re.split(r"\s|-+>", line) if not _SETTING.fullmatch(w)) if line.count("->") == 1 else ""


def told(p: Passage) -> str:
    """Everything that a passage holds of its lines."""
    cells = [*(p.table.header if p.table else ()), *(cell.text for row in (p.table.rows if p.table else ()) for cell in row)]
    return " ".join([p.text, p.speaker, *(link.url for link in p.links), *cells])


def _spoken(text: str, document: Document) -> None:
    """JSON: the words of the segments, in their order, are those of the passages."""
    said = [str(item.get("body", item.get("text"))) for item in json.loads(text)["segments"]]
    spoken = [p.text for p in document.passages if p.role is Role.TURN]
    whole = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in said]
    assert "".join(" ".join(spoken).split()) == "".join(" ".join(whole).split())


def _shown(text: str, document: Document) -> None:
    """HTML: every word that a browser shows stands in a passage, as often as it is shown."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    etree.strip_elements(root, *_UNSHOWN, with_tail=False)
    shown = letters(" ".join(map(str, root.itertext())))
    lost = shown - letters(" ".join(told(p) for p in document.passages))
    assert not lost, f"letters are lost: {lost}"
