"""Every call of Python that touches a file below a folder, counted; one of them, or all from one on, can be made to fail.

Put in place in a child process, which does nothing else. What C libraries read by themselves is not seen; ours and MkDocs' own
reading, writing, looking and renaming is, the swap of the site included.
"""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from generator import staging

#: Calls that change nothing, and calls that do.
LOOKING = ("stat", "lstat", "scandir", "listdir", "readlink")
CHANGING = ("mkdir", "rmdir", "unlink", "remove", "rename", "replace", "link", "symlink", "utime", "chmod", "fsync")


class Call(NamedTuple):
    """A call: its number from 1, its name, its path (empty: none is known), and whether it changes something."""

    number: int
    name: str
    path: str
    changes: bool


Fault = Callable[[Call], None]


class Calls:
    """The calls so far, and what happens at each of them."""

    def __init__(self, world: Path, fault: Fault) -> None:
        """Look at what happens below a folder."""
        self.world, self.fault, self.number, self.made = str(world), fault, 0, list[Call]()

    def at(self, name: str, path: object, *, changes: bool, known: bool = False) -> None:
        """Count a call and let it fail if it is to. `known`: it is below the folder, whatever its path says."""
        text = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        if known or (text and str(Path(text).absolute()).startswith(self.world)):
            self.number += 1
            call = Call(self.number, name, text, changes)
            self.made.append(call)
            self.fault(call)

    def watch(self) -> None:
        """Put itself between Python and the system, for good."""
        for name in (*LOOKING, *CHANGING):
            setattr(os, name, self._watched(name, getattr(os, name), changes=name in CHANGING))
        real_open = os.open

        def opened(path: Any, flags: int, *more: Any, **named: Any) -> int:
            self.at("open", path, changes=bool(flags & (os.O_WRONLY | os.O_RDWR)), known=named.get("dir_fd") is not None)
            return real_open(path, flags, *more, **named)

        os.open = opened
        builtins.open = io.open = self._open()  # type: ignore[assignment]
        exchange = staging._exchange

        def exchanged(one: Path, other: Path) -> bool:
            try:
                self.at("exchange", other, changes=True)
            except OSError:
                return False  # as the system says it
            return exchange(one, other)

        staging._exchange = exchanged

    def _watched(self, name: str, real: Callable[..., Any], *, changes: bool) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            below = named.get("dir_fd") is not None
            self.at(name, given[0] if given else ".", changes=changes, known=below or (name == "fsync"))
            return real(*given, **named)

        return call

    def _open(self) -> Callable[..., Any]:
        real, calls = open, self

        class Raw(io.FileIO):
            """A file whose reads and writes are calls of their own; of what does not fit, half is written."""

            def write(self, data: Any) -> int:
                try:
                    calls.at("write", self.name, changes=True)
                except OSError as error:
                    super().write(bytes(data)[: len(data) // 2])
                    raise OSError(error.errno, error.strerror) from None  # the system says no path here
                return super().write(data)

            def readall(self) -> bytes:
                calls.at("read", self.name, changes=False)
                return super().readall()

            def readinto(self, buffer: Any) -> int:
                calls.at("read", self.name, changes=False)
                return super().readinto(buffer)

        def opened(
            file: Any, mode: str = "r", buffering: int = -1, encoding: Any = None, errors: Any = None, newline: Any = None,
            closefd: bool = True, opener: Any = None,
        ) -> Any:  # fmt: skip
            if isinstance(file, int) or opener or not str(Path(os.fsdecode(file)).absolute()).startswith(calls.world):
                return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
            writes = bool(set(mode) & set("wax+"))
            calls.at("open", file, changes=writes)
            raw = Raw(file, mode.replace("t", "").replace("b", ""))
            if buffering == 0:
                return raw
            held: Any = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw) if writes else io.BufferedReader(raw)
            return held if "b" in mode else io.TextIOWrapper(held, io.text_encoding(encoding), errors, newline)

        return opened


def never(_: Call) -> None:
    """No fault."""


def killed_at(number: int) -> Fault:
    """The process is ended by the system at a call, without a chance to tidy up."""

    def fault(call: Call) -> None:
        if call.number == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return fault


def failing(number: int, error: int, fails: Callable[[Call], bool], *, once: bool = False) -> Fault:
    """From a call on (or only the first such one), calls of a sort fail with an error of the system."""
    left = [1 if once else -1]

    def fault(call: Call) -> None:
        if call.number >= number and fails(call) and left[0]:
            left[0] -= 1
            refuse(error, call.path)

    return fault


def refuse(error: int, path: str) -> NoReturn:
    """Fail as the system does."""
    raise OSError(error, os.strerror(error), path)


#: What needs room on a disk.
def needs_room(call: Call) -> bool:
    return call.name in {"write", "mkdir", "link", "symlink"} or (call.name == "open" and call.changes)


def changes(call: Call) -> bool:
    return call.changes


def looks(call: Call) -> bool:
    return not call.changes


FULL, READ_ONLY, DENIED, BROKEN = errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO
