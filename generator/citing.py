"""Citation marks in the curator's Markdown, `[@seed-id "exact words"]`: found, taken out, replaced. Looks up no source."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

#: Longer words than this are no citation (characters). It bounds what one mark that is never closed can cost.
_LONGEST = 1000
_SPACE = r"(?:[ \t]*\n)?[ \t]*"
#: Any character of a paragraph, which a blank line ends.
_INSIDE = r"(?:[^\n]|\n(?![ \t]*\n))"
_FENCED = r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)|\Z)"
#: A comment in Markdown, up to its end or that of the text; for a pattern in which a dot is any character.
COMMENT = r"<!--.*?(?:-->|\Z)"
_CODE = rf"(?<!`)(?P<tick>`{{1,2}})(?!`){_INSIDE}{{1,400}}?(?<!`)(?P=tick)(?!`)"
#: What is shown as it stands: what follows a backslash, fenced code and comments (to the end, where they are never closed), code in a line.
#: For a pattern in which a dot is any character and `^` begins each line; it has groups `fence` and `tick`.
AS_IT_STANDS = rf"\\.|{_FENCED}|{COMMENT}|{_CODE}"
_LINK = r"\[@[^\]\n]{0,200}\][(\[]"
_WORDS = rf'["“](?P<words>(?:(?!\[@){_INSIDE}){{1,{_LONGEST}}}?)["”]'
_MARK = rf'(?P<mark>\[@(?P<source>[^\s\[\]"“”]+){_SPACE}{_WORDS}{_SPACE}\])'
_STEP = re.compile(rf"{AS_IT_STANDS}|{_LINK}|{_MARK}|(?P<broken>\[@)", re.DOTALL | re.MULTILINE)
#: A line that has only begun (a list item, a quotation), and one that no prose goes on from (a heading, a rule, HTML).
_BEGUN = re.compile(r"[ \t>]*+(?:[-+*]|\d+[.)])?[ \t]*")
_ITEM = re.compile(r" {0,3}(?:[-+*:]|\d+[.)])[ \t]")
_DEEP = (" " * 4, "\t")
_APART = re.compile(r"[ \t]*(?:#|[-=*_~`]{3}|<|\Z)")


class Citing(NamedTuple):
    """A mark: its span in the Markdown, the seed that it names, and the words. Both are empty where it does not have the right form."""

    start: int
    end: int
    source: str
    words: str


def marks(markdown: str) -> Iterator[Citing]:
    """Every mark, in order, without those in code and comments and those after a backslash."""
    if "[@" not in markdown:
        return
    code = indented(markdown)
    for found in _STEP.finditer(markdown):
        if markdown.rfind("\n", 0, found.start()) + 1 in code:
            continue
        if found.lastgroup == "broken":
            yield Citing(found.start(), found.end(), "", "")
        elif found["mark"]:
            words = " ".join(found["words"].split())
            yield Citing(found.start(), found.end(), found["source"] if words else "", words)


def replaced(markdown: str, make: Callable[[Citing], str]) -> str:
    """The Markdown with each mark of the right form, and the white space that parts it from the words before, replaced by `make`."""
    out: list[str] = []
    at = 0
    for mark in marks(markdown):
        if mark.source:
            out += [_closed_up(markdown, at, mark.start), make(mark)]
            at = mark.end
    return "".join([*out, markdown[at:]])


def without(markdown: str) -> str:
    """The Markdown's prose alone: a citation belongs to the proof of a sentence, not to its words."""
    return replaced(markdown, lambda _: "")


def indented(markdown: str) -> frozenset[int]:
    """Where the lines of indented code begin: those set in by four that follow a blank line and do not belong to a list's item."""
    code: set[int] = set()
    at, bare, item, inside = 0, True, False, False
    for line in markdown.split("\n"):
        deep = line.startswith(_DEEP)
        if line.strip():
            item = bool(_ITEM.match(line)) or (item and (deep or not bare))
            inside = deep and not item and (bare or inside)
            bare = False
        else:
            bare = True
        if inside and line.strip():
            code.add(at)
        at += len(line) + 1
    return frozenset(code)


def _closed_up(markdown: str, start: int, end: int) -> str:
    """What stands between two marks; without the white space at its end where that parts a mark from the words that it proves."""
    line = markdown.rfind("\n", 0, end) + 1
    before = markdown[markdown.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    goes_on = not markdown[line:end].strip() and not _APART.match(before) and not _BEGUN.fullmatch(before)
    between = markdown[start:end]
    return between if _BEGUN.fullmatch(markdown, line, end) and not goes_on else between.rstrip()
