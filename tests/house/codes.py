"""Every code that a problem may have, and where it is told, read from the program's own text: `python -m tests.house.codes`."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generator"


def codes() -> Mapping[str, list[str]]:
    """Codes in alphabetical order, each with `path:line` of where it is told."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for code, line in _told(ast.parse(path.read_text("utf-8"))):
            found[code].append(f"{path.relative_to(PACKAGE.parent)}:{line}")
    return {code: sorted(found[code]) for code in sorted(found)}


def _told(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The code of each problem that a module makes; a code that is no constant text is shown as it is written."""
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Constant)
    }
    takers = {"Problem"} | {f.name for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) and "code" in [a.arg for a in f.args.args]}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).rpartition(".")[2] in takers:
            given: ast.expr = node.args[0]
            given = constants.get(given.id, given) if isinstance(given, ast.Name) else given
            if not (isinstance(given, ast.Name) and given.id == "code"):  # handed on by a helper, whose callers are looked at
                yield (given.value if isinstance(given, ast.Constant) else ast.unparse(given)), node.lineno


if __name__ == "__main__":
    for code, places in codes().items():
        print(f"{code:24}{', '.join(places)}")
