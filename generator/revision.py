"""A folder as it stood at a revision of git: its files as values. Runs git, writes nothing, asks no other host."""

import subprocess
from pathlib import Path

from generator.output import OutputFile
from generator.report import Location, Problem

_NO_GIT = "Install git, or compare with the last build: seedbed diff"
_NO_REPOSITORY = "Run it in a clone of the project, or compare with the last build: seedbed diff"
_NO_REVISION = "Name a commit, a branch or a tag that this clone has: seedbed diff --base main"
#: How git marks a plain file in a tree, executable or not; links and submodules are neither.
_FILES = (b"100644", b"100755")


def files(folder: Path, revision: str) -> tuple[tuple[OutputFile, ...], tuple[Problem, ...]]:
    """The files below a folder at a revision, paths relative to it; none, with a problem, where git has no such revision of it.

    A folder that the revision does not have yet holds no file.
    """
    place = Location(folder.as_posix())
    try:
        inside, prefix = _git(folder, "rev-parse", "--show-prefix")
    except OSError:
        return (), (Problem("no-git", place, "git cannot be run.", _NO_GIT),)
    if not inside:
        return (), (Problem("no-repository", place, "This folder lies in no git repository.", _NO_REPOSITORY),)
    known, commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if revision.startswith("-") or not known:
        return (), (Problem("no-revision", place, f"git knows no revision `{revision}`.", _NO_REVISION),)
    tree = f"{commit.decode().strip()}:{prefix.decode('utf-8', 'surrogateescape').rstrip(chr(10))}"
    there, listed = _git(folder, "ls-tree", "-r", "-z", "--full-tree", tree)
    entries = [line.split(b"\t", 1) for line in listed.split(b"\0") if line.startswith(_FILES)] if there else []
    names = [name.decode("utf-8", "surrogateescape") for _, name in entries]
    return tuple(map(OutputFile, names, _contents(folder, [about.split()[2] for about, _ in entries]))), ()


def _contents(folder: Path, ids: list[bytes]) -> list[bytes]:
    """The bytes of objects, in their order, by one `git cat-file --batch`."""
    _, answer = _git(folder, "cat-file", "--batch", given=b"".join(id + b"\n" for id in ids))
    found, at = [], 0
    for _ in ids:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].rsplit(b" ", 1)[1])
        found.append(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


def _git(folder: Path, *arguments: str, given: bytes = b"") -> tuple[bool, bytes]:
    """Whether git did it, and what it answered. Raises OSError where git is not there, or the folder."""
    done = subprocess.run(["git", *arguments], cwd=folder, input=given, capture_output=True)
    return done.returncode == 0, done.stdout
