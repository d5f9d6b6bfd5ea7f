"""Files of docs/ that the site serves as they stand; style sheets and scripts without their comments, which are for who writes them."""

import re
from collections.abc import Iterable, Iterator

from generator.output import OutputFile

#: A comment but for its end; `/*!` opens a licence.
_OPEN = r"/\*(?!!)(?:[^*]|\*(?!/))*+"
#: In a style sheet a string, which stays whatever stands in it, as a comment that nothing ends does, or a comment (https://www.w3.org/TR/css-syntax-3/).
_STRING_OR_COMMENT = re.compile(rf"""("(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?|{_OPEN}\Z)|{_OPEN}\*/""", re.DOTALL)
#: In a script only comments that have lines of their own: the others cannot be told from what they look like without reading the language.
_LINES = re.compile(rf"^[ \t]*(?://.*|{_OPEN}\*/[ \t]*)\n|({_OPEN}(?:\*/|\Z))", re.MULTILINE)
_KEPT = re.compile(r"//!|copyright|licen[cs]e|@preserve|sourceMappingURL", re.IGNORECASE)
#: Scripts of others, whose bytes are pinned.
_VENDORED = "/vendor/"


def served(assets: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """The files as the site serves them, under their own paths."""
    return tuple(OutputFile(file.path, _bare(file.path, file.data)) for file in assets)


def _bare(path: str, data: bytes) -> bytes:
    if _VENDORED in path or not path.endswith((".css", ".js")):
        return data
    text = data.decode("utf-8", "surrogateescape")
    bare = _STRING_OR_COMMENT.sub(lambda found: found[1] or "", text) if path.endswith(".css") else "".join(_code(text))
    return bare.encode("utf-8", "surrogateescape")


def _code(script: str) -> Iterator[str]:
    """A script without comments. What looks like one within a template literal, behind an odd number of its marks, is none."""
    done = marks = 0
    for comment in _LINES.finditer(script):
        code, done = script[done : comment.start()], comment.end()
        marks += code.count("`")
        within = marks % 2 == 1
        marks += comment[0].count("`") if within else 0
        yield code + (comment[0] if within or comment[1] or _KEPT.search(comment[0]) else "")
    yield script[done:]
