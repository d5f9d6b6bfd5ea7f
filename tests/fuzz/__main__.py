"""Fuzz what reads other people's bytes: `python -m tests.fuzz --runs 10000`. What breaks is written into build/fuzz, and told.

Without `--guided`, right inputs are mutated (bytes, lines, and the marks of their format), the same for the same seed. With it, atheris
(Google's libFuzzer for Python, not among our requirements: `pip install atheris`) looks for inputs that reach new code.
"""

import argparse
import gc
import hashlib
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType

from tests.fuzz.corpus import MARKS, STARTS
from tests.fuzz.targets import TARGETS

FOUND = Path("build/fuzz")
#: Longer inputs find little that short ones do not, and cost more (bytes).
LONGEST = 600
#: CPU seconds that no input of that length may take.
PATIENCE = 5
#: How much more often a target runs than the one that does all (which takes a hundred times as long).
SHARE = {"whole": 1}
_USUAL = 60


def mutants(name: str, seed: int) -> Iterator[bytes]:
    """Inputs without end, the same for the same seed: right ones, changed in one to eight places."""
    chance = random.Random(f"{name} {seed}")
    pool = [start[:LONGEST] for start in STARTS[name]]
    while True:
        data = bytearray(chance.choice(pool) if chance.random() < 0.95 else b"")
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
            chance.choice(_CHANGES)(data, chance, name)
        yield bytes(data[:LONGEST])


def _mark(data: bytearray, chance: random.Random, name: str) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(MARKS[name]) * chance.choice((1, 1, 1, 2, 9))


def _byte(data: bytearray, chance: random.Random, name: str) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.choice((chance.randrange(256), 10, 32, 0, 34, 58, 0xC3))


def _cut(data: bytearray, chance: random.Random, name: str) -> None:
    at = chance.randint(0, len(data))
    del data[at : at + chance.choice((1, 2, 5, 20, 100))]


def _again(data: bytearray, chance: random.Random, name: str) -> None:
    at, to = chance.randint(0, len(data)), chance.randint(0, len(data))
    data[to:to] = data[at : at + chance.randint(1, 60)]


def _lines(data: bytearray, chance: random.Random, name: str) -> None:
    lines = bytes(data).split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[at], lines[to] = lines[to], lines[at]
    data[:] = b"\n".join(lines)


def _other(data: bytearray, chance: random.Random, name: str) -> None:
    data += chance.choice(STARTS[chance.choice(list(STARTS))])[: chance.randint(1, 200)]


_CHANGES: tuple[Callable[[bytearray, random.Random, str], None], ...] = (_mark, _mark, _mark, _byte, _cut, _again, _lines, _other)


def _stop(_: int, __: object) -> None:
    raise TimeoutError(f"more than {PATIENCE} s of CPU")


def tried(name: str, data: bytes) -> str:
    """What goes wrong with an input, as `error at file:line`; empty if nothing does."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        TARGETS[name](data)
    except (Exception, RecursionError, MemoryError) as error:
        frame = next(
            f for f in reversed(traceback.extract_tb(error.__traceback__)) if "/generator/" in f.filename or "/tests/" in f.filename
        )
        return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}: {str(error)[:500]}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def fuzz(name: str, *, runs: int, seed: int) -> Counter[str]:
    """Run a target on so many inputs. Returns how often what went wrong; the first input of each is written down."""
    wrong: Counter[str] = Counter()
    for _, data in zip(range(runs), mutants(name, seed), strict=False):
        if told := tried(name, data):
            place = told.split(": ")[0]
            wrong[place] += 1
            if wrong[place] == 1:
                keep(name, data, told)
    return wrong


def keep(name: str, data: bytes, told: str) -> None:
    """Write an input down that broke something."""
    FOUND.mkdir(parents=True, exist_ok=True)
    path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    print(f"{path}: {told}", flush=True)


def guided(name: str, *, runs: int, seed: int) -> None:
    """Hand a target to atheris, which ends the process."""
    import atheris  # type: ignore[import-not-found]  # not required: see above

    for function in gc.get_objects():  # our own ones alone: to tell all of Python's takes minutes
        if isinstance(function, FunctionType) and str(function.__module__).startswith("generator."):
            atheris.instrument_func(function)
    FOUND.mkdir(parents=True, exist_ok=True)
    words = FOUND / f"{name}.dict"
    words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in mark) + '"\n' for mark in MARKS[name]))
    corpus = FOUND / f"{name}.corpus"
    corpus.mkdir(exist_ok=True)
    for number, start in enumerate(STARTS[name]):
        (corpus / f"start-{number}").write_bytes(start[:LONGEST])
    known: set[str] = set()

    def run(data: bytes) -> None:
        told = tried(name, data)
        if told and told.split(": ")[0] not in known:
            known.add(told.split(": ")[0])
            keep(name, data, told)

    atheris.Setup(
        [name, f"-runs={runs}", f"-seed={seed}", f"-max_len={LONGEST}", f"-dict={words}", "-print_final_stats=1", str(corpus)], run
    )
    atheris.Fuzz()


def main() -> int:
    """Fuzz the targets that are asked for. The exit code is 1 if anything broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000, help="executions in sum")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=TARGETS, help="this one only")
    parser.add_argument("--guided", action="store_true", help="by atheris, one target at a time")
    asked = parser.parse_args()
    names = [asked.target] if asked.target else list(TARGETS)
    if asked.guided:
        guided(asked.target or "txt", runs=asked.runs, seed=asked.seed)
    total, broken = sum(SHARE.get(name, _USUAL) for name in names), 0
    for name in names:
        runs = asked.runs * SHARE.get(name, _USUAL) // total
        began, cpu = time.monotonic(), time.process_time()
        wrong = fuzz(name, runs=runs, seed=asked.seed)
        broken += sum(wrong.values())
        spent = time.process_time() - cpu
        print(
            f"{name:14}{runs:>9,} runs {time.monotonic() - began:8.1f} s ({spent:.1f} s of CPU), {sum(wrong.values())} broke something",
            flush=True,
        )
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    return min(broken, 1)


if __name__ == "__main__":
    sys.exit(main())
