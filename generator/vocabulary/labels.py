"""When two labels are the same words. Shared by the check for clashes and by matching, so that both mean the same."""

from generator.text import fold

#: Marks that belong to a name and not to the sentence: C++, C#, .NET, @handle, #tag.
_BEFORE, _AFTER = ".@#$", "+#"


def affixes(label: str) -> tuple[str, str]:
    """The marks at a label's edges that must stand in the text too: ("", "++") of C++, (".", "") of .NET."""
    return label[: len(label) - len(label.lstrip(_BEFORE))], label[len(label.rstrip(_AFTER)) :]


def key(label: str) -> str:
    """What two labels share if they match the same words."""
    before, after = affixes(label)
    return before + fold(label) + after
