"""Files of docs/ that the site serves as they stand; style sheets without their comments, which are for who writes them."""

import re
from collections.abc import Iterable

from generator.model import OutputFile

#: A comment but for its end; `/*!` opens a licence.
_OPEN = r"/\*(?!!)(?:[^*]|\*(?!/))*+"
#: A string, which stays whatever stands in it, as a comment that nothing ends does, or a comment (https://www.w3.org/TR/css-syntax-3/).
_STRING_OR_COMMENT = re.compile(rf"""("(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?|{_OPEN}\Z)|{_OPEN}\*/""", re.DOTALL)


def served(assets: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """The files as the site serves them, under their own paths."""
    return tuple(OutputFile(file.path, _bare(file.data)) if file.path.endswith(".css") else file for file in assets)


def _bare(sheet: bytes) -> bytes:
    return _STRING_OR_COMMENT.sub(lambda found: found[1] or "", sheet.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
