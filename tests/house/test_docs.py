"""Every command, option, field and problem stands in docs/reference.md, and nothing else does: who adds one writes a line there."""

import re
from pathlib import Path

import pytest
import typer

from generator.adding.heads import head
from generator.cli import app
from generator.findings import issues
from generator.findings.predictions import resolutions
from generator.read.header import MANY, ONE
from generator.vocabulary.fields import FIELDS
from tests.build.test_build import seedbed
from tests.house.codes import codes

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs/reference.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app).commands


def section(title: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    found = re.search(rf"^(#+) {re.escape(title)}$\n(.*?)(?=^#{{1,3}} |\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/reference.md has no heading {title!r}"
    return found[2]


def rows(title: str) -> list[str]:
    """The first cells of the table under a heading."""
    return re.findall(r"^\| `([^`]+)` \| \S.+ \|$", section(title), re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("--")} - {"--help"}
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", section(f"seedbed {name}"))) - {"--help"} == options
    assert "Examples:" in COMMANDS[name].epilog
    assert f"`seedbed {name}" in COMMANDS[name].epilog


def test_every_command_that_is_documented_is_there() -> None:
    assert set(re.findall(r"^### seedbed (\w+)$", REFERENCE, re.MULTILINE)) == set(COMMANDS)
    named = {
        name
        for page in ("README.md", "docs/curating.md", "docs/reference.md")
        for name in re.findall(r"^(?:.*[`/ (])?seedbed ([a-z]+)\b", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    }
    assert named - set(COMMANDS) == set()


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("A seed", [*ONE, *MANY]),
        ("A topic, a trend, an entry", FIELDS),
        ("An issue", issues._FIELDS),
        ("A judgement of a prediction", resolutions._FIELDS),
    ],
)
def test_every_field_is_documented(title: str, fields: list[str]) -> None:
    assert sorted(rows(title)) == sorted(map(str, fields))


def test_every_problem_is_documented_in_order() -> None:
    assert rows("Problems") == sorted(codes()), "a code is missing in docs/reference.md, or stands there no longer rightly"


def test_the_example_of_a_seed_in_the_readme_is_one() -> None:
    example = re.search(r"```yaml\n(---\ntitle: .*?\n---\n)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example
    found, problems = head("README.md", example[1])
    assert (problems, found.left_out, found.values["kind"]) == ((), (), "transcript")


def test_the_shell_completes_commands(tmp_path: Path) -> None:
    words = {"_SEEDBED_COMPLETE": "complete_bash", "COMP_WORDS": "seedbed doc", "COMP_CWORD": "1"}
    assert seedbed(tmp_path, env=words).stdout.split() == ["doctor"]
