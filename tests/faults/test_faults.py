"""A few of the faults of `python -m tests.faults` in every run of the tests: one of each kind that needs no other processes."""

import subprocess
import sys

from tests.faults.__main__ import KINDS
from tests.faults.world import ROOT


def test_one_fault_of_each_kind_leaves_the_old_site_or_the_new_one() -> None:
    # In a process of its own: it forks, which a process with threads, as a test runner is, cannot do safely.
    kinds = [name for name in KINDS if name != "signals"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--points", "1", "--kind", *kinds], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("1 points") == len(kinds)
