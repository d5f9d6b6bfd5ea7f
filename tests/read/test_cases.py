"""Golden cases: a file's name is the rule; above `=====` stands what a person put into a seed, below it what is read, or the problems."""

from pathlib import Path

import pytest

from generator.model import SourceText
from generator.read import read
from tests.read.outline import outline

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))
PARTED = "\n=====\n"


def result(case: Path) -> str:
    given = case.read_text("utf-8").split(PARTED)[0]
    ending = case.stem.rpartition(".")[2] if "." in case.stem else "txt"
    document, problems = read(SourceText(f"seeds/case.{ending}", given.encode()))
    return "\n".join([*map(str, problems), *([outline(document)] if document else [])])


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.stem.replace(" ", "-"))
def test_case(case: Path) -> None:
    assert result(case) == case.read_text("utf-8").split(PARTED)[1].rstrip("\n")


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
