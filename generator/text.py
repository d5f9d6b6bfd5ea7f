"""Plain functions on text: slugs, folding with offsets, sentences, excerpts, escaping. Knows no noun of the project."""

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

#: Marks that are written over, under or behind a letter and belong to its word, whether or not they are one character with it (`\\w` has
#: none of them); without those that choose between forms of a sign.
MARKS = "".join(chr(n) for n in range(0x300, 0xFE00) if unicodedata.category(chr(n)) in ("Mn", "Mc"))
_WORD = re.compile(rf"\w[\w{MARKS}]*")
_ACRONYMS = re.compile(r"[A-Z0-9]{2,}s")
#: An id becomes a file's name, with an ending and the folders above it: systems allow 255 bytes a name, Windows 260 characters a path.
LONGEST_ID = 120
#: From here on digits are no amount of anything (the universe has 1e80 atoms), and before long none that a computer can hold.
LARGEST_NUMBER = 1e100
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
#: Line breaks that YAML knows besides those of files, as spaces (YAML 1.1 § 5.4), and the old Macintosh's.
_YAML_BREAKS = str.maketrans({"\r": "\n", "\x85": " ", "\u2028": " ", "\u2029": " "})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"'})
_APOSTROPHE = re.compile("['’ʼ]")
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’ʼ])(?!\w)")
#: Marks that turn a text round or set it apart, what ends the one and what the other (UAX #9, explicit directional formatting characters).
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_END, _END_OF_ISOLATE, _ISOLATES = "\u202c", "\u2069", "\u2066\u2067\u2068"
#: What an address never holds as it is, for use in a class of a pattern: control characters, and marks that turn what follows round.
UNSEEN = r"\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Letters that run from right to left (the blocks of Unicode that hold them).
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
#: How deep marks may lie in one another; further ones mean nothing (UAX #9, `max_depth`).
_DEEPEST = 125

#: A text shorter than this is likely a name or a label.
_SHORT = 80
#: Words that end with a full stop without ending a sentence.
_ABBREVIATIONS = frozenset(
    "a.k.a|e.g|i.e|etc|vs|dr|mr|mrs|ms|prof|st|no|inc|ltd|co|corp|jr|sr|fig|al|approx|est|u.s|u.k|p.m|a.m|ph.d|cf".split("|")
)
#: A longer sentence (one without stops, of a program that writes down speech) is taken in pieces: much is asked of each two of its parts.
_LONGEST_SENTENCE = 3000
#: An abbreviation has fewer characters; looking back no farther keeps a text of nothing but sentences' ends quick.
_LONGEST = 20
_NO_SPACE = re.compile(r"\S")
_SENTENCE_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"'”’)\]]*+(?=\s++[\"'“‘(\[]*+[A-Z0-9À-ÝΑ-ΩА-Я])")


class Token(NamedTuple):
    """A word of a text: its folded form and its span in characters."""

    folded: str
    start: int
    end: int


#: Numbers of things that a sentence counts in words.
CARDINALS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))


def slug(text: str) -> str:
    """An id for a file name or a label: lower-case ASCII letters, digits and single hyphens; empty if none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def newlines(text: str) -> str:
    """The text with every newline of a file (`\\n`, `\\r\\n`, `\\r`) as `\\n`; no line gets another number."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def for_yaml(text: str) -> str:
    """The text as YAML may have it: only the newlines of files part its lines, so that a node's line is the file's."""
    return text.replace("\r\n", "\n").translate(_YAML_BREAKS)


def unfit(id: str) -> str:
    """Why an id cannot be a file's name on every system, as a sentence; empty if it can."""
    if id in _DEVICES:
        return f"`{id}` is the name of a device on Windows, where no file can be called so."
    return f"This id has {len(id)} characters, and {LONGEST_ID} are the most." if len(id) > LONGEST_ID else ""


def uniform(text: str) -> str:
    """The text with one case and single spaces."""
    return " ".join(text.casefold().split())


def digest(text: str) -> str:
    """Eight hexadecimal digits that stay the same while the words of the text do (white space and case do not count)."""
    return hashlib.sha256(uniform(text).encode("utf-8", "surrogatepass")).hexdigest()[:8]


@lru_cache(maxsize=1 << 16)
def number(word: str) -> int:
    """A word as a number of 64 bits, the same in every process: of a billion words two share one with a chance of three in a hundred."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def straighten(text: str) -> str:
    """The same text with straight quotation marks; no offset moves."""
    return text.translate(_QUOTES)


def singular(word: str) -> str:
    """A lower-case English word without its plural ending, by the first rules of Harman's S-stemmer (1991)."""
    if len(word) > 4 and word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "suia'":
        return word[:-1]
    return word


def tokens(text: str) -> list[Token]:
    """The words of a text, folded: case, plural, possessive and compatibility forms; hyphens part words."""
    return [Token(folded, at.start(), at.end()) for at in _words(text) if (folded := _folded(at.group()))]


def fold(text: str) -> str:
    """A text as labels and names are compared: its folded words with single spaces."""
    return _fold(text) if len(text) < _SHORT else _fold.__wrapped__(text)


@lru_cache(maxsize=1 << 16)  # names and labels, which are compared over and over
def _fold(text: str) -> str:
    return " ".join(filter(None, (_folded(at.group()) for at in _words(text))))


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text without possessive endings, at their places."""
    return _WORD.finditer(_POSSESSIVE.sub(lambda m: " " * len(m.group()), text) if _APOSTROPHE.search(text) else text)


@lru_cache(maxsize=1 << 16)  # a text repeats a few thousand words over and over (Zipf)
def _folded(word: str) -> str:
    word = unicodedata.normalize("NFKC", word).strip("_")
    return singular((word[:-1] if _ACRONYMS.fullmatch(word) else word).casefold())


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of a text's sentences, in order, without the white space between; abbreviations and initials end none."""
    return list(_sentences(text))


@lru_cache(maxsize=1 << 14)  # one finding after another asks for those of the same passages
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        last = text[max(start, end.start() - _LONGEST) : end.start()].rsplit(None, 1)[-1:] or [""]
        word = last[0].strip("\"'“‘([").lower()
        if end.group()[0] == "." and (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")):
            continue
        spans += _pieces(text, start, end.end())
        start = next(_NO_SPACE.finditer(text, end.end())).start()
    if text[start:].strip():
        spans += _pieces(text, start, len(text.rstrip()))
    return tuple(spans)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; one that is too long in pieces that end between words, or within one that is too long itself."""
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space if space > 0 else start + _LONGEST_SENTENCE
        yield start, cut
        start = next(_NO_SPACE.finditer(text, cut)).start()
    yield start, end


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The span of the sentence that stands at a place of a text; all of the text where none does."""
    return next(((start, end) for start, end in sentences(text) if start <= at < end), (0, len(text)))


def places_in(spans: Iterable[tuple[int, int]]) -> set[int]:
    """The places of a text that lie in some of its spans."""
    return {at for span in spans for at in range(*span)}


def excerpt(text: str, focus: int = 0, *, words: int = 60) -> tuple[int, int]:
    """The span of at most `words` words that shows `focus` (a character offset) best, on sentence ends where that fits."""
    spans = sentences(text)
    if not spans:
        return 0, 0
    at = next((i for i, (_, end) in enumerate(spans) if focus < end), len(spans) - 1)
    first = last = at
    while last + 1 < len(spans) and _count(text, spans[first][0], spans[last + 1][1]) <= words:
        last += 1
    while first > 0 and _count(text, spans[first - 1][0], spans[last][1]) <= words:
        first -= 1
    start, end = spans[first][0], spans[last][1]
    if _count(text, start, end) <= words:
        return start, end
    found = list(re.compile(r"\S+").finditer(text, start, end))
    middle = next((i for i, word in enumerate(found) if focus < word.end()), 0)
    begin = max(0, min(middle - words // 3, len(found) - words))
    return found[begin].start(), found[min(begin + words, len(found)) - 1].end()


def around(text: str, start: int, end: int, *, words: int) -> tuple[int, int]:
    """The excerpt of at most `words` words that shows a span whole, on sentence ends where that fits; a longer span is cut."""
    span = excerpt(text, start, words=words)
    if span[0] <= start and end <= span[1]:
        return span
    found = list(re.compile(r"\S+").finditer(text, start))
    return (start, found[min(words, len(found)) - 1].end()) if found else span


def remnant(text: str) -> int:
    """Where the first whole sentence begins in a text that begins in the middle of one, with a lower-case letter; 0 if it is whole."""
    found = sentences(text)
    return found[1][0] if len(found) > 1 and text[:1].islower() else 0


def _count(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def clock(seconds: float) -> str:
    """Seconds as people write them: `1:02:03`, `2:03`."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def settled(text: str) -> str:
    """The text, with the marks behind it that close its bidirectional ones (UAX #9), so that nothing that follows is turned round."""
    if not _TURNING.search(text):
        return text
    open_in = [0]  # embeddings and overrides that are open: in the text, and in each isolate that is
    for mark in _TURNING.findall(text):
        if mark in _ISOLATES:
            open_in.append(0)
        elif mark == _END_OF_ISOLATE:
            del open_in[max(1, len(open_in) - 1) :]
        else:
            open_in[-1] = max(0, open_in[-1] + (-1 if mark == _END else 1))
    return text + _END_OF_ISOLATE * min(len(open_in) - 1, _DEEPEST) + _END * min(open_in[0], _DEEPEST)


def apart(*texts: str, by: str = " · ") -> str:
    """Texts in one line, without empty ones; one that runs from right to left is isolated (UAX #9), so that all keep their places."""
    return by.join(f"\u2068{settled(text)}\u2069" if _LEFTWARD.search(text) else text for text in texts if text)


def escape_html(text: str) -> str:
    """Text for HTML content and attribute values."""
    return html.escape(settled(text), quote=True)


def escape_plain(text: str) -> str:
    """Text for a line of Markdown that is read as it is: a backslash before marks that count, `<` as an entity, all else kept."""
    flat = re.sub(r"&(?=#?\w)", "&amp;", " ".join(settled(text).split())).replace("<", "&lt;")
    marked = re.sub(r"[\\`*_\[\]>~|]", r"\\\g<0>", flat)
    return re.sub(r"\A(?:([#+=-])|(\d{1,9})([.)])(?=\s|\Z))", lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", marked)


def escape_within(text: str) -> str:
    """As `escape_plain`, for a run of a line's text: white space at its ends parts it from what stands beside."""
    inner = escape_plain(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")


def escape_markdown(text: str) -> str:
    """Text for a line of Markdown (a heading, a link's words, a list item): every possible mark as a numeric entity."""
    flat = " ".join(settled(text).split())
    return re.sub(r"[^\w\s,;?%/@]", lambda m: m.group() if ord(m.group()) > 127 else f"&#{ord(m.group())};", flat).replace("_", "&#95;")


@lru_cache(maxsize=1 << 12)
def whole_name(written: str, names: tuple[str, ...]) -> str:
    """The one of the names that a shorter name belongs to (`Dana` to `Dana Okafor`); the name as it is written where none or several do."""
    parts = set(fold(written).split())
    longer = [name for name in names if parts < set(fold(name).split())]
    return longer[0] if parts and len(longer) == 1 else written
