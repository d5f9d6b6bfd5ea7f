"""Runs the faults: `python -m tests.faults --points 200 --seed 1`. Ends with 1 if anything was wrong, and says how to run it again."""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import rmtree

from tests.faults.curating import curating
from tests.faults.kinds import BUILDS, Kind, Stage
from tests.faults.outside import may_mount, real_disk, signals
from tests.faults.world import World, copy, files, listed, made, prepare, run

#: All kinds by their names.
KINDS: Mapping[str, Kind] = BUILDS | {"curating": curating, "signals": signals} | ({"real-disk": real_disk} if may_mount() else {})


def staged(folder: Path) -> Stage:
    """Make the worlds, and see what a build without a fault makes and calls."""
    base, clean, spoiled = (World(folder / name) for name in ("base", "clean-base", "spoiled"))
    prepare(base)
    copy(base, clean)
    rmtree(clean.out)
    done = run(clean)
    assert done.code == 0, done.said
    return Stage(base, spoiled, files(base.site), files(clean.site), made(clean), listed(copy(base, spoiled)))


def spent() -> float:
    """Seconds of CPU so far, of children too."""
    return sum(os.times()[:4])


def trials(stage: Stage, names: Iterable[str], *, points: int, seed: int) -> int:
    """Run each kind at so many points. How many of them found something wrong."""
    broke = 0
    for name in names:
        began, cpu, found = time.monotonic(), spent(), 0
        for point in range(points):
            wrong = KINDS[name](stage, random.Random(f"{seed} {name} {point}"))
            if wrong:
                found += 1
                print(f"{name} {point}: " + "\n  ".join(wrong), flush=True)
            if point % 25 == 24:
                print(f"{name}: {point + 1} points, {found} broke something", flush=True)
        broke += found
        print(
            f"{name:10} {points:5} points {time.monotonic() - began:7.0f} s ({spent() - cpu:.0f} s of CPU), {found} broke something",
            flush=True,
        )
    return broke


def main() -> int:
    """Read the options, run the trials."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--points", type=int, default=200, help="places at which each kind strikes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS, nargs="+", default=list(KINDS), help="these only")
    parser.add_argument("--only", type=int, help="this point only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stage = staged(Path(folder))
        print(f"{len(stage.calls)} calls in a build", flush=True)
        if asked.only is not None:
            wrong = [text for name in asked.kind for text in KINDS[name](stage, random.Random(f"{asked.seed} {name} {asked.only}"))]
            print("\n".join(wrong))
            return min(1, len(wrong))
        return min(1, trials(stage, asked.kind, points=asked.points, seed=asked.seed))


if __name__ == "__main__":
    sys.exit(main())
