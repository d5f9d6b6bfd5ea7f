"""The rules of the house: who may import whom, who touches files, who prints, who looks at the clock."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"

#: From the ground up. A module may import from lower floors and from its own part, nothing else.
FLOORS = (
    {"report", "text", "model", "nodes", "parts", "address", "places", "citing", "found", "typeset", "written", "output"},
    {"read", "vocabulary", "notes", "config"},
    {"match", "entering", "adding", "curated"},
    {"findings", "excerpts"},
    {"study"},
    {"together"},
    {"library"},
    {"published", "graph", "tracing"},
    {"newsletter"},
    {"pages", "exports"},
    {"render", "drawing", "links", "store", "staging", "changes"},
    {"disk"},
    {"folders"},
    {"engine", "faults", "desk", "revision", "recall", "remade"},
    {"zensical_engine", "standing"},
    {"build"},
    {"publishing"},
    {"curating", "doctor", "changing"},
    {"suggesting"},
    {"cli"},
    {"__main__"},
)
#: `address` and `text` and the nouns share the ground floor; these are the imports among them.
GROUND = {
    ("model", "report"), ("nodes", "report"), ("nodes", "text"), ("address", "model"), ("address", "parts"), ("address", "text"),
    ("found", "model"), ("found", "report"), ("typeset", "address"),
}  # fmt: skip
#: Programs of their own that the engines start: no floor, imported by nobody; of ours they need the cache alone.
APART = {"mkdocs_process", "zensical_process", "zensical_links"}

#: Only disk touches files, and only these modules of the standard library do.
FILE_MODULES = {"os", "io", "shutil", "tempfile", "glob", "fileinput", "mmap", "zipfile", "tarfile", "sqlite3", "dbm", "shelve"}
FILE_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "unlink", "mkdir", "rmdir", "touch", "rename", "iterdir",
    "glob", "rglob", "symlink_to", "chmod",
}  # fmt: skip
CLOCKS = {"time", "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "random", "secrets", "uuid"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path) -> set[str]:
    """The parts of the house that a module imports."""
    names = {name.split(".")[1] for name in imported(path) if name.startswith("generator.") and name != "generator.__version__"}
    return {name for name in names if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()} - {part(path)}


def floor(name: str) -> int:
    return next(height for height, parts in enumerate(FLOORS) if name in parts)


def called(path: Path) -> Iterator[tuple[str, int]]:
    """Names that are called, as far as they are written: `print`, `Path.open`, `datetime.now`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno


everyone = pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
below_build = pytest.mark.parametrize(
    "path", [p for p in modules() if part(p) not in {"cli", "__main__", *APART}], ids=lambda path: path.relative_to(PACKAGE).as_posix()
)


def test_every_part_has_its_floor() -> None:
    parts = {part(path) for path in modules()} - {"__init__"} - APART
    assert parts == set().union(*FLOORS)


@everyone
def test_imports_lead_down(path: Path) -> None:
    if part(path) in APART | {"__init__"}:
        assert own(path) <= {"store"}
        return
    up = {name for name in own(path) if floor(name) >= floor(part(path)) and (part(path), name) not in GROUND}
    assert not up, f"{path.name} imports from its own floor or a higher one: {up}"


def test_no_circles_between_modules() -> None:
    def name(path: Path) -> str:
        return ".".join(("generator", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")

    names = {name(path) for path in modules()}

    def uses(path: Path) -> set[str]:
        """The modules that a module imports; `from generator.read import lines` imports `generator.read.lines`."""
        found: set[str] = set()
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom):
                found.update({f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in names else str(node.module) for a in node.names})
        return found & names - {"generator"}

    graph = {name(path): uses(path) for path in modules()}
    while leaves := {module for module, needs in graph.items() if not needs}:
        graph = {module: needs - leaves for module, needs in graph.items() if module not in leaves}
    assert not graph, "these import one another in a circle"


@everyone
def test_only_disk_touches_files(path: Path) -> None:
    if part(path) in {"disk", "folders", "desk", "staging", "store", *APART}:
        return
    # `io.BytesIO`: what Pillow, pickle, pypdf and python-docx take for a file, with none behind it; `zipfile` looks into one of these.
    memory = {"drawing": {"io"}, "recall": {"io"}, "adding": {"io", "zipfile"}}.get(part(path), set())
    used = {name.split(".")[0] for name in imported(path)} & FILE_MODULES - memory
    opened = [(what, line) for what, line in called(path) if what == "open" or ("." in what and what.split(".")[-1] in FILE_METHODS)]
    assert not used
    assert not opened


@everyone
def test_only_the_command_line_prints(path: Path) -> None:
    if part(path) in {"cli", *APART}:
        return
    assert not [line for what, line in called(path) if what in {"print", "typer.echo"} or what.startswith(("sys.stdout", "sys.stderr"))]
    assert "rich" not in {name.split(".")[0] for name in imported(path)}


@below_build
def test_no_clock_no_chance_no_environment(path: Path) -> None:
    names = set(imported(path))
    assert not {name.split(".")[0] for name in names} & {"time", "random", "secrets", "uuid"}
    assert not [line for what, line in called(path) if what.endswith(tuple(CLOCKS - {"time", "random", "secrets", "uuid"}))]
    assert not {"environ", "getenv"} & {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}


@below_build
def test_no_variables_of_a_module(path: Path) -> None:
    """What stands at the top of a module is a constant: a name in capitals, a type, a frozen thing; nothing rebinds it."""
    assert not [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Global)]
    for node in tree(path).body:
        if isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            assert all(name.strip("_").isupper() or name[0].isupper() or name.startswith("__") or _type(node) for name in names), names


def _type(node: ast.Assign) -> bool:
    """`K = TypeVar(...)`, `SeedId = NewType(...)`."""
    return isinstance(node.value, ast.Call) and ast.unparse(node.value.func) in {"TypeVar", "NewType", "ParamSpec"}


@everyone
def test_first_line_says_what_lives_here(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = ast.get_docstring(tree(path)) or ""
    assert text.startswith('"""'), "the first line is the room's sign"
    assert len(said.split("\n")[0].split()) >= 3


@everyone
def test_modules_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 330, "a module has up to about 250 lines"


def test_functions_stay_short() -> None:
    lengths = {
        f"{path.relative_to(PACKAGE)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    }
    long = {name: length for name, length in lengths.items() if length > 40}
    assert len(long) <= 3, f"hardly any function has more than 40 lines: {long}"
    assert sorted(lengths.values())[len(lengths) // 2] <= 10, "most functions have fewer than 10 lines"


#: A working object that is filled while a file is read and never leaves its part. (One whose name begins with `_` cannot leave its module.)
FILLED = {"vocabulary/fields.py:Entry"}


def test_dataclasses_are_frozen() -> None:
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                written = [ast.unparse(d) for d in node.decorator_list if "dataclass" in ast.unparse(d)]
                name = f"{path.relative_to(PACKAGE).as_posix()}:{node.name}"
                assert node.name.startswith("_") or name in FILLED or all("frozen=True" in decorator for decorator in written), name


def test_nothing_names_a_sample_document() -> None:
    """The program must not know the sources that happen to lie in seeds/."""
    ids = [path.stem for path in (ROOT / "seeds").glob("*") if path.is_file()]
    guilty = [(p.name, i) for p in (*modules(), *(ROOT / "templates").rglob("*")) if p.is_file() for i in ids if i in p.read_text("utf-8")]
    assert not guilty
