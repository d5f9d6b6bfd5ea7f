"""Sources that are far too big are read, or refused, within bounds; a fiftieth of full size here, `python -m tests.fuzz.bounds` for all."""

import json
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest

from generator import folders
from generator.build import Inputs, build
from generator.model import SourceText
from generator.read import LONGEST, read
from tests.fuzz.bounds import CASES, bounded


@pytest.mark.parametrize("name", CASES)
def test_a_fiftieth_of_it_takes_little(name: str) -> None:
    assert bounded(name, size=200_000, seconds=20).lived


def test_a_file_of_500_megabytes_is_told_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(500_000_000)
    seeds, problems = folders.read_seeds(tmp_path)
    assert not seeds
    assert [p.code for p in problems] == ["too-large", "no-seeds"]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("seeds/a.md", b"word " * (LONGEST // 5 + 1)),
        ("seeds/a.json", json.dumps({"segments": [{"start": 0, "end": 1, "text": "word " * (LONGEST // 5 + 2)}]}).encode()),
    ],
)
def test_a_text_that_would_keep_the_build_for_minutes_is_told_and_not_read(path: str, data: bytes) -> None:
    document, problems = read(SourceText(path, data))
    assert document is None
    assert [p.code for p in problems] == ["too-large"]
    assert problems[0].wrong.startswith("This text has 5,000,0")


def _talk(turns: int) -> str:
    """A long talk with chapters."""
    spoken = "".join(
        f"[{n // 60}:{n % 60:02}] {'Ana Silva' if n % 2 else 'Bo Berg'}: Compost number {n} feeds {n} beds, and by 2030 it costs $5.\n\n"
        for n in range(turns)
    )
    chapters = "".join(f"{n // 60}:{n % 60:02} Part {n}\n" for n in range(0, turns, 3))
    return f"# Talk\n\n## Chapters\n\n{chapters}\n## Transcript\n\n{spoken}"


def _sentence(parts: int) -> str:
    """A sentence without end, as a program may write that sets no stops, full of names, numbers, series and quotations."""
    return "# Beds\n\n" + "".join(
        f"and compost number {n}, which feeds worms, moles and {n} beds: Ana Silva of Berg Labs calls it “black gold {n}” by 2030, "
        for n in range(parts)
    )


def _steps(text: str) -> int:
    """How many calls of functions and steps of generators a build of a source takes: no clock, so always the same."""
    source = SourceText("seeds/talk.md", text.encode())
    terms = SourceText("docs/vocabulary/terms.yml", b"- id: compost\n  prefLabel: Compost\n  definition: Plants that rotted.\n")
    inputs = Inputs((source,), folders.Docs(vocabulary=(terms,)), *folders.read_templates(Path(__file__).parents[2] / "templates")[:1])
    count = 0

    def step(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(step)
    try:
        build(inputs)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("made", [_talk, _sentence])
def test_a_build_takes_steps_in_proportion_to_the_length_of_its_source(made: Callable[[int], str]) -> None:
    """Each doubling adds at most about twice the steps of the one before; what looks at everything for each thing adds four times."""
    _steps(made(20))  # what is worked out once and kept
    added = [after - before for before, after in pairwise(_steps(made(n)) for n in (200, 400, 800))]
    assert all(after < 2.6 * before for before, after in pairwise(added)), added
