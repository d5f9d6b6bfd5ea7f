"""Sources that are far too big or too deep, read within bounds of time and memory: `python -m tests.fuzz.bounds` runs them at full size.

Each is read by a process of its own, whose time and memory the system limits: one that goes beyond them is killed, which is told.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.match import matcher
from generator.model import SourceText
from generator.read import read
from generator.vocabulary import assemble

#: What a process may take: bytes of memory, and seconds of CPU for full size (ten megabytes take about a fifth of it on a quiet machine).
MEMORY = 2 << 30
SECONDS = 60
_WORDS = b"The heap was warm, and it fed the soil of the whole garden well. "


class Result(NamedTuple):
    """How it ended: whether the process lived, the seconds of CPU and megabytes that it took."""

    lived: bool
    seconds: float
    megabytes: int


def _seed(ending: str, make: Callable[[int], bytes]) -> Callable[[int], None]:
    def run(size: int) -> None:
        document, problems = read(SourceText(f"seeds/a.{ending}", make(size)))
        assert document is not None or problems

    return run


def _labels(size: int) -> None:
    listed = "".join(f"- id: t{n}\n  prefLabel: Term number {n} of all\n" for n in range(size // 100))
    matcher(assemble([SourceText("docs/vocabulary/terms.yml", listed.encode())])[0])


#: By name: what is read; the argument is 10,000,000 at full size, which is twice the length of the line, ten times the number of lines …
CASES: Mapping[str, Callable[[int], None]] = {
    "a line of 10 MB of words": _seed("md", lambda n: b"# Heaps\n\n" + _WORDS * (n // len(_WORDS))),
    "a line of 5 MB of words": _seed("md", lambda n: b"# Heaps\n\n" + _WORDS * (n // 2 // len(_WORDS) - 1)),
    "a line of 5 MB of white space": _seed("md", lambda n: _WORDS + b" " * (n // 2 - 100) + b"x"),
    "a line of 5 MB of one letter": _seed("txt", lambda n: _WORDS + b"a" * (n // 2 - 100)),
    "a line of 5 MB of brackets": _seed("md", lambda n: _WORDS + b"[" * (n // 2 - 100)),
    "a line of 5 MB of asterisks": _seed("md", lambda n: _WORDS + b"*" * (n // 2 - 100)),
    "a million empty lines": _seed("md", lambda n: b"\n" * (n // 10) + _WORDS * 3),
    "100,000 turns": _seed("txt", lambda n: b"[00:01] Ann: Hello there, all.\n" * (n // 100)),
    "100,000 captions": _seed("vtt", lambda n: b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nHello.\n\n" * (n // 100)),
    "100,000 segments of JSON": _seed(
        "json", lambda n: b'{"segments": [' + b",".join([b'{"start": 1, "end": 2, "text": "Hello."}'] * (n // 100)) + b"]}"
    ),
    "100,000 labels": _labels,
    "nesting of 10,000 in JSON": _seed("json", lambda n: b"[" * (n // 1000) + b"]" * (n // 1000)),
    "nesting of 10,000 in HTML": _seed("html", lambda n: b"<div>" * (n // 1000) + _WORDS * 3),
    "nesting of 10,000 in Markdown": _seed("md", lambda n: b">" * (n // 1000) + _WORDS * 3),
    "nesting of 10,000 in YAML": _seed("md", lambda n: b"---\ntitle: " + b"[" * (n // 1000) + b"\n---\n" + _WORDS),
}


def bounded(name: str, *, size: int, seconds: int) -> Result:
    """Run a case in a process of its own, which is killed beyond the bounds."""
    began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        try:
            CASES[name](size)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode()[:500])
            os._exit(1)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    return Result(status == 0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began, used.ru_maxrss // 1024)


if __name__ == "__main__":
    began, broke = time.monotonic(), 0
    for name in CASES:
        result = bounded(name, size=10_000_000, seconds=SECONDS)
        broke += not result.lived
        print(f"{name:34}{result.seconds:7.1f} s of CPU{result.megabytes:7} MB{'' if result.lived else '  KILLED'}", flush=True)
    sys.exit(min(broke, 1))
