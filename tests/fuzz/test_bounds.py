"""Sources that are far too big are read, or refused, within bounds; a fiftieth of full size here, `python -m tests.fuzz.bounds` for all."""

from pathlib import Path

import pytest

from generator import disk
from tests.fuzz.bounds import CASES, bounded


@pytest.mark.parametrize("name", CASES)
def test_a_fiftieth_of_it_takes_little(name: str) -> None:
    assert bounded(name, size=200_000, seconds=20).lived


def test_a_file_of_500_megabytes_is_told_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(500_000_000)
    seeds, problems = disk.read_seeds(tmp_path)
    assert not seeds
    assert [p.code for p in problems] == ["too-large", "no-seeds"]
