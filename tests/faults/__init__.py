"""Faults: builds that are killed, run into a full disk, meet changing sources, each other, or a broken cache. `python -m tests.faults`."""
