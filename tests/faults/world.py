"""A small project with the site of yesterday, and what the site of today is to be. Builds run in copies of it, each in a child process."""

import gc
import hashlib
import json
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from generator import cli, engine, mkdocs_process
from tests.build.project import make
from tests.build.test_suggestions import VISIT
from tests.faults.calls import Call, Calls

ROOT = Path(__file__).parents[2]
#: What is written while the site of yesterday stands.
NEW = (
    "---\ntitle: Slugs\nkind: insights\ndate: 2023-04-20\n---\n- Slugs love a heap of compost more than Ana does.\n- Nobody waters slugs.\n"
)
Files = Mapping[str, str]


class Ended(NamedTuple):
    """How a command ended: its exit code (negative: the signal that ended it), and what it said."""

    code: int
    said: str


class World:
    """Folders of one trial: `project` is the curator's, `out` is the program's."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made yet."""
        self.folder, self.project, self.out = folder, folder / "project", folder / "out"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.out / "site"

    def command(self, *words: str, output: Path | None = None) -> list[str]:
        """The words of a command on this project."""
        writes = ["--output", str(output or self.out)] if words[0] in {"build", "check", "accept", "reject"} else []
        return ["seedbed", *words, "--project", str(self.project), *writes]


def prepare(base: World) -> None:
    """Make the project, build the site of yesterday, and write what is new."""
    make(base.project)
    (base.project / "seeds/visit.md").write_text(VISIT)
    os.environ["SOURCE_DATE_EPOCH"] = str(engine._epoch("2023-06-01"))  # before MkDocs is imported, as `mkdocs_process` does
    warm(copy(base, World(base.folder.with_name("warm"))))
    done = run(base)
    assert done.code == 0, done.said
    (base.project / "seeds/slugs.md").write_text(NEW)
    talk = base.project / "seeds/compost-talk.md"
    talk.write_text(talk.read_text().replace("Turn it every week", "Turn it every month"))


def warm(world: World) -> None:
    """Build once in this process, so that its children have all modules, and templates that are compiled."""
    compiled, known = jinja2.Environment.compile, dict[Any, Any]()

    def once(self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None, *more: Any) -> Any:
        key = (self.undefined, *sorted(self.extensions), self.trim_blocks, self.lstrip_blocks, str(source), name, more)
        if key not in known:
            known[key] = compiled(self, source, name, filename, *more)
        return known[key]

    jinja2.Environment.compile = once  # type: ignore[assignment,method-assign]
    list_one = jinja2.FileSystemLoader.list_templates

    @cache
    def of_theme(folder: str) -> list[str]:
        """The files of an installed theme, without its 14,000 icons in hidden folders, which no site gets."""
        return [name for name in list_one(jinja2.FileSystemLoader(folder)) if not name.startswith(".")]

    def names(self: jinja2.FileSystemLoader) -> list[str]:
        here, away = ([path for path in self.searchpath if ("site-packages" in path) is apart] for apart in (False, True))
        return sorted({*list_one(jinja2.FileSystemLoader(here)), *(name for path in away for name in of_theme(path))})

    jinja2.FileSystemLoader.list_templates = names  # type: ignore[method-assign]
    engine.begin = lambda program, folder: folder  # type: ignore[assignment,return-value]
    engine.finish = _within  # type: ignore[assignment]
    engine.end = lambda process: None
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        cli.app(world.command("build")[1:], standalone_mode=False)
    shutil.rmtree(world.folder)
    gc.collect()
    gc.freeze()


def really(world: World, *words: str) -> Ended:
    """A command as a user runs it, with MkDocs in a process of its own."""
    command = [sys.executable, "-m", "generator", *world.command(*(words or ("build",)))[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=world.project, capture_output=True, text=True, env=environment)
    return Ended(done.returncode, done.stdout + done.stderr)


def copy(base: World, to: World) -> World:
    """The same world in another folder, which is emptied first. Times of files are kept."""
    shutil.rmtree(to.folder, ignore_errors=True)
    shutil.copytree(base.folder, to.folder, symlinks=True)
    return to


def start(world: World, before: Callable[[], None], command: Sequence[str], said: Path) -> int:
    """Start a command in a child of this process, with MkDocs in it; `before` is called there first. Returns the child's id."""
    child = os.fork()
    if child:
        return child
    code = 70  # EX_SOFTWARE
    try:
        os.chdir(world.project)
        with said.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        sys.argv = list(command)
        before()
        cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def wait(child: int, said: Path) -> Ended:
    """How a child ended."""
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), said.read_text("utf-8", "replace"))


def run(world: World, *words: str, before: Callable[[], None] = lambda: None) -> Ended:
    """Run a command in a child and wait for it."""
    said = world.folder.with_name(f"{world.folder.name}.said")
    return wait(start(world, before, world.command(*(words or ("build",))), said), said)


def listed(world: World, *words: str) -> tuple[Call, ...]:
    """The calls that a command makes without a fault."""
    log = world.folder.with_name("calls")

    def counting() -> None:
        file = log.open("w")
        watching = Calls(world.folder, lambda call: print(*call, sep="\t", file=file, flush=True))
        watching.watch()

    done = run(world, *words, before=counting)
    assert done.code == 0, done.said
    rows = [line.split("\t") for line in log.read_text().splitlines()]
    return tuple(Call(int(number), name, path, changes == "True") for number, name, path, changes in rows)


def _within(folder: Path, settings: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
    """Run the program of MkDocs in this process: the same code, without starting another Python."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        answer = mkdocs_process.build(dict(settings))
    except Exception:
        return subprocess.CompletedProcess([], 1, "", traceback.format_exc())
    finally:
        os.chdir(here)
    return subprocess.CompletedProcess([], 0, json.dumps(answer), "")


def files(folder: Path) -> Files:
    """A hash of every file below a folder, by path; of a link where it leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(folder).as_posix()] = f"-> {path.readlink()}"
        elif path.is_file():
            found[path.relative_to(folder).as_posix()] = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    return found


def made(world: World) -> Files:
    """What a build leaves, without what it keeps for itself."""
    kept = ("build/cache/", "build/.lock")
    return {path: digest for path, digest in files(world.out).items() if not path.startswith(kept)}


def curated(world: World) -> dict[str, tuple[int, int, str]]:
    """The curator's files: size, time and bytes."""
    return {
        path: ((world.project / path).stat().st_size, (world.project / path).stat().st_mtime_ns, digest)
        for path, digest in files(world.project).items()
    }


def differs(one: Files, other: Files) -> str:
    """The first paths that two sets of files do not have alike; empty if they are the same."""
    wrong = sorted({*one, *other} - {path for path in one if one[path] == other.get(path)})
    return ", ".join(wrong[:4]) + (f" and {len(wrong) - 4} more" if len(wrong) > 4 else "")
