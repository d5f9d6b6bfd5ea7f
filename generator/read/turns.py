"""The heads of spoken turns in all the spellings that people use: `[00:12] Name: …`, `Name (00:12)`, `NAME: …`, `12:34 Name` …"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.read.inline import CLOCK, DOTTED, seconds
from generator.read.lines import Line
from generator.text import straighten


class Shape(StrEnum):
    """How the head of a turn is written."""

    BOTH = "time and name"
    NAME = "name only"
    TIME = "time only"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a turn on a line: the speaker as written, seconds, and the words that follow on the same line."""

    shape: Shape
    speaker: str
    seconds: float | None
    rest: str


_TIME = rf"(?:[\[(<]\s*)?({CLOCK})(?:\s*(?:-->|→|–|—|-|to)\s*{CLOCK})?(?:\s*[\])>])?"
#: Signs that belong to letters and are none to Python: vowels and points of Hebrew, Arabic and the scripts of India; the point in Japanese names.
_SIGNS = "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u30fb\u200c\u200d"
_NAME = rf"((?:[^\W\d_]|@)[\w.'’&/@{_SIGNS}-]*(?: (?:(?:[^\W\d_]|&)[\w.'’&/{_SIGNS}-]*|\d{{1,2}}(?![\d:])|\([\w .]+\))){{0,4}})"
#: The colon of Chinese and Japanese brings its own space with it.
_COLON = r"\s*(?::(?:\s+|$)|：\s*)"
#: Other ways to bracket a time: `{00:12}`, `[00.12]`.
_BRACED = re.compile(rf"\{{({CLOCK})\}}|[\[{{]({DOTTED})[\]}}]")
_DECORATION = re.compile(r"\s*(?:#{1,6}\s+|>>+\s*|[-–—*•]\s+(?=\*\*|\[?\d))?")
_BOLD = re.compile(r"(\*\*|__)(.{1,80}?)\1")
_TIME_NAME_TEXT = re.compile(rf"{_TIME}\s*(?:[-–—|•]\s*)?{_NAME}{_COLON}(.*)$")
_NAME_TIME = re.compile(rf"\A{_NAME}\s*(?:[,|•·:-]\s*|[–—]\s*)?{_TIME}(?:\s*+[:：])?(?:\s++(.*)|)$")
_TIME_NAME = re.compile(rf"{_TIME}\s*(?:[-–—|•]\s*)?{_NAME}\s*$")
_TIME_ONLY = re.compile(rf"{_TIME}\s*(?:[-–—|•:]\s+)?(.*)$")
_NAME_TEXT = re.compile(rf"\[?{_NAME}\]?{_COLON}(.*)$")
#: A name in a script without capitals has no more letters, and is hardly told from other words before a colon.
_LONGEST_UNCASED = 24
#: Words that stand before a colon in any text and are nobody's name.
_LABELS = frozenset(
    "note|notes|takeaway|data takeaway|key takeaway|verdict|prediction|example|source|sources|update|summary|conclusion|question|answer|warning|tip|quote|"
    "context|background|disclaimer|title|date|author|by|url|link|links|image|caption|table|figure|step|risk|case study|option|pros|cons|result|results|"
    "what to watch|why it matters|bottom line|key points|chapters|highlights|intro|podcast|transcript|topics|timestamps|music|sponsor|sponsors|fact|ps|p.s|"
    "related|tags|category|publisher|published|recorded|length|duration|episode|guest bio|read more|remember|first|second|third|finally|reminder|edit|spoiler|"
    "however|also|so|and|but|http|https|re|subject|from|to|open question|the answer|the result|the question|the point|the problem|in short|in other words".split(
        "|"
    )
)
_ROLE_NAMES = re.compile(
    r"(?:speaker|host|guest|interviewer|interviewee|moderator|panelist|audience|narrator|participant|voice|caller|questioner)(?: ?\d+| [a-z])?|[qa]\d?",
    re.IGNORECASE,
)


def head(text: str, names: frozenset[str] = frozenset(), *, alone: bool = False) -> Head | None:
    """The head of a turn at the start of a line. `names`: speakers known from elsewhere; only they may stand without a time.

    `alone`: a speaker's name may be all there is on the line, without a colon.
    """
    bare = _bare(text)
    for pattern, order in ((_TIME_NAME_TEXT, "tnr"), (_NAME_TIME, "ntr"), (_TIME_NAME, "tn")):
        match = pattern.match(bare)
        if match:
            found = dict(zip(order, match.groups(), strict=True))
            if order == "ntr" and found["r"] and "m" in found["t"] and bare[match.start(2) - 1] not in "[(<":
                continue  # `Bo: 2m30s for each`: what is said
            if is_name(found["n"], names) and (order != "tn" or _short_name(found["n"], names)):
                return Head(Shape.BOTH, _tidy(found["n"]), seconds(found["t"]), (found.get("r") or "").strip())
    match = _NAME_TEXT.match(bare)
    if match and _tidy(match.group(1)) in names:
        return Head(Shape.NAME, _tidy(match.group(1)), None, (match.group(2) or "").strip())
    if alone and bare in names:
        return Head(Shape.NAME, bare, None, "")
    match = _TIME_ONLY.match(bare)
    if match and (bare[0] in "[(<" or not match.group(2) or _parted(match.group(1), bare[match.end(1) :][:1])):
        return Head(Shape.TIME, "", seconds(match.group(1)), match.group(2).strip())
    return None


def _parted(time: str, after: str) -> bool:
    """Whether a time without brackets stands apart from the words after it. `2m30s of rain` begins a sentence like any other."""
    return "m" not in time and (after.isspace() or after in ")]-–—|•:")


def heads(lines: Sequence[Line]) -> dict[int, Head]:
    """Heads of turns by index of line, after the whole text told which words before a colon are speakers."""
    names = _speakers(lines) | _uncased_speakers(lines)
    alone = not names
    names = names or _lone_names(lines)
    found = {i: h for i, line in enumerate(lines) if line.text.strip() and (h := head(line.text, names, alone=alone)) is not None}
    found = {i: h for i, h in found.items() if h.rest or h.shape is not Shape.BOTH or _followed_by_text(lines, i)}
    shapes = Counter(h.shape for h in found.values())
    named = shapes[Shape.BOTH] + shapes[Shape.NAME]
    # Where turns have names, a time alone opens a paragraph only if that is a habit of the text (times on lines of their own).
    keep_times = shapes[Shape.TIME] >= 3 and (named < 2 or shapes[Shape.TIME] >= 0.5 * named)
    return {i: h for i, h in found.items() if h.shape is not Shape.TIME or keep_times}


def _followed_by_text(lines: Sequence[Line], i: int) -> bool:
    """Whether what is said stands below a head without words of its own; in a list of chapters the next time follows at once."""
    following = next((line.text for line in lines[i + 1 :] if line.text.strip()), "")
    return bool(following) and _TIME_ONLY.match(_bare(following)) is None


def is_name(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether words could be a speaker's name: known, or one to four capitalised words that are no label of a text's part."""
    name = _tidy(text)
    if name in names:
        return True
    words = re.sub(r"\([^)]{0,80}\)", "", name).split()
    if not 1 <= len(words) <= 4 or straighten(name).lower().rstrip(".") in _LABELS:
        return False
    if _ROLE_NAMES.fullmatch(name):
        return True
    particles = {"de", "van", "von", "der", "den", "la", "le", "da", "di", "bin", "al", "and", "y", "of", "del", "dos"}
    return all(w[0].isupper() or w[0] == "@" or w.lower() in particles for w in words) and any(w[0].isupper() or w[0] == "@" for w in words)


def _short_name(text: str, names: frozenset[str]) -> bool:
    """A line of a time and words without a colon is a head only if the words can hardly be a chapter's title."""
    name = _tidy(text)
    return name in names or _ROLE_NAMES.fullmatch(name) is not None or len(name.split()) <= 3


def _speakers(lines: Sequence[Line]) -> frozenset[str]:
    """Speakers' names: those that stand with times, and those before a colon that recur as speakers do."""
    timed: Counter[str] = Counter()
    bold: Counter[str] = Counter()
    before_colon: Counter[str] = Counter()
    for line in lines:
        bare = _bare(line.text)
        if not bare:
            continue
        found = head(line.text)
        if found and found.shape is Shape.BOTH:
            timed[found.speaker] += 1
        elif (match := _NAME_TEXT.match(bare)) and (is_name(match.group(1)) or _bold_label(line.text, match.group(1))):
            before_colon[_tidy(match.group(1))] += 1
            bold[_tidy(match.group(1))] += line.text.lstrip().startswith(("**", "__"))
    known = frozenset(name for name, times in timed.items() if times >= 2 or len(timed) <= 2)
    if sum(timed.values()) >= 3:
        return known | frozenset(name for name in before_colon if name in timed or _of_same_person(name, timed))
    if sum(bold.values()) >= max(3, 0.8 * sum(before_colon.values())):
        return frozenset(name for name in bold if bold[name])
    repeated = {name: times for name, times in before_colon.items() if times >= 2}
    if len(repeated) >= 2 or sum(repeated.values()) >= 4:
        lone = {n for n, times in before_colon.items() if times == 1 and len(n.split()) == 2 and n.replace(" ", "").isalpha()}
        full = {n for n in before_colon if _of_same_person(n, Counter(repeated))}
        return frozenset(repeated) | full | (lone if len(repeated) >= 2 else set())
    return known


def _uncased_speakers(lines: Sequence[Line]) -> frozenset[str]:
    """Speakers' names in a script without capitals: two or more short heads before a colon that recur and open a third of all lines."""
    filled = [bare for line in lines if (bare := _bare(line.text))]
    matches = (_TIME_NAME_TEXT.match(bare) or _NAME_TEXT.match(bare) for bare in filled)
    found = Counter(name for match in matches if match and _is_uncased(name := _tidy(match.groups()[-2])))
    again = {name: times for name, times in found.items() if times >= 2}
    return frozenset(again) if len(again) >= 2 and 3 * sum(again.values()) >= len(filled) else frozenset()


def _is_uncased(name: str) -> bool:
    """Whether words are a few in a script that has no capitals."""
    return name.upper() == name.lower() and name[:1].isalpha() and len(name.split()) <= 3 and len(name) <= _LONGEST_UNCASED


def _lone_names(lines: Sequence[Line]) -> frozenset[str]:
    """Speakers of a text that puts only their names above what they say: two or more names that each recur as whole lines."""
    found = Counter(bare for line in lines if (bare := _bare(line.text)) and len(bare.split()) <= 3 and is_name(bare))
    names = frozenset(name for name, times in found.items() if times >= 3)
    return names if len(names) >= 2 else frozenset()


def _bold_label(line: str, name: str) -> bool:
    """Bold words before a colon at the start of a line, as `**Audience member:**`: a label of a speaker in whatever case it is written."""
    return line.lstrip().startswith(("**", "__")) and len(name.split()) <= 4 and _tidy(name).lower() not in _LABELS


def _of_same_person(name: str, timed: Counter[str]) -> bool:
    words = set(name.lower().split())
    return any(words <= set(other.lower().split()) or set(other.lower().split()) <= words for other in timed)


def _bare(text: str) -> str:
    """A line without what decorates a head: heading marks, bold, `>>`; its times in square brackets and with colons."""
    rest = text[match.end() :] if (match := _DECORATION.match(text)) else text
    if rest[:2] in {"**", "__"} and (bold := _BOLD.match(rest)):
        rest = bold.group(2) + rest[bold.end() :]
    elif (bold := _BOLD.search(rest[:120])) and re.fullmatch(rf"{_TIME}\s*", rest[: bold.start()]):
        rest = rest[: bold.start()] + bold.group(2) + rest[bold.end() :]
    return _BRACED.sub(lambda m: f"[{m[1] or m[2].replace('.', ':')}]", rest.strip())


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" *_[]:")
