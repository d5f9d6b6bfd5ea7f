"""Which suggestions the curator has turned down: ids in `docs/rejected.yml`, a line each, with a comment that says what it was."""

from generator.model import SourceText
from generator.nodes import Scalar, Sequence, nodes
from generator.report import Location, Problem, misencoded

_HINT = "Write a list of ids, each like `- 1a2b3c4d`, or let `seedbed reject` write it; [] for none."
HEAD = "# Suggestions turned down. `seedbed reject` adds to them; take a line out to be shown its suggestion again.\n"


def rejected(file: SourceText | None) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The ids, and what is wrong with the file."""
    if file is None:
        return frozenset(), ()
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return frozenset(), (misencoded(file.path, file.data, error),)
    root, problems = nodes(file.path, text)
    if root is None:
        return frozenset(), problems
    items = root.items if isinstance(root, Sequence) else (root,)
    wrong = tuple(
        Problem("not-an-id", Location(file.path, item.line), "This is no id of a suggestion.", _HINT)
        for item in items
        if not isinstance(item, Scalar) or not isinstance(root, Sequence)
    )
    return frozenset(item.text for item in items if isinstance(item, Scalar)), (*problems, *wrong)
