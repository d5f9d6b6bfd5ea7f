"""Every mistake in cases.txt is told with its file and line, what is wrong and what right looks like; all in one run."""

import re
from pathlib import Path

import pytest

from generator.model import SourceText
from generator.vocabulary import assemble

CASES = dict(re.findall(r"^=== (.+)\n((?:(?!=== ).*\n)*)", (Path(__file__).parent / "cases.txt").read_text("utf-8"), re.MULTILINE))


def sections(case: str) -> dict[str, str]:
    return dict(re.findall(r"^--- (\S+)\n((?:(?!--- \S|=== ).*\n)*)", case, re.MULTILINE))


def told(case: str) -> str:
    files = (SourceText(path, text.encode()) for path, text in sections(case).items() if path != "problems")
    _, problems = assemble(files)
    return "".join(f"{problem.severity}: {problem.code}: {problem}\n" for problem in problems)


@pytest.mark.parametrize("rule", CASES)
def test_problems(rule: str) -> None:
    assert told(CASES[rule]) == sections(CASES[rule])["problems"].rstrip("\n") + "\n" * bool(sections(CASES[rule])["problems"].strip())
