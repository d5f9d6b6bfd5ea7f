"""When two labels are the same words. Shared by the check for clashes and by matching, so that both mean the same."""

import re

from generator.text import fold

#: Marks that belong to a name and not to the sentence: C++, C#, .NET, @handle, #tag.
_BEFORE = re.compile(r"[.@#$]*")
_AFTER = re.compile(r"[+#]*$")


def affixes(label: str) -> tuple[str, str]:
    """The marks at a label's edges that must stand in the text too: ("", "++") of C++, (".", "") of .NET."""
    before, after = _BEFORE.match(label), _AFTER.search(label)
    return before.group() if before else "", after.group() if after else ""


def key(label: str) -> str:
    """What two labels share if they match the same words."""
    before, after = affixes(label)
    return before + fold(label) + after
