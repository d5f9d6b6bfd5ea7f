"""The workflows that publish: valid, least permissions, pinned by commit; and the commands that README names are those they run."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
CI = (ROOT / ".ci/run").read_text(encoding="utf-8")

each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def load(path: Path) -> dict[str, Any]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def test_workflows_follow_the_schema_of_github() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_one_for_a_pull_request_and_one_for_a_push_to_main() -> None:
    # YAML 1.1 reads the key `on` as the truth value.
    triggers = {path.stem: load(path).get("on", load(path).get(True)) for path in WORKFLOWS}
    assert "pull_request" in triggers["pull-request"]
    assert triggers["publish"]["push"] == {"branches": ["main"]}


@each
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(path: Path) -> None:
    uses = re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))
    assert uses
    for line in uses:
        assert re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@each
def test_permissions_are_the_least(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name: job for name, job in workflow["jobs"].items() if "write" in (job.get("permissions") or {}).values()}
    assert all(name == "deploy" for name in writing)
    for job in writing.values():
        assert not [step for step in job["steps"] if "run" in step], "the job that may write runs no command"


@each
def test_runs_do_not_pile_up(path: Path) -> None:
    assert load(path)["concurrency"]["group"]
    assert all(job["timeout-minutes"] <= 20 for job in load(path)["jobs"].values())


@each
def test_commands_are_those_that_readme_names(path: Path) -> None:
    commands = [step["run"].strip() for step in steps(path) if "run" in step]
    assert commands
    for command in (command.partition(" >> ")[0] for command in commands):
        assert command.startswith("make ")
        assert f"`{command}`" in README, f"README does not name `{command}`"


def test_a_pull_request_is_told_what_it_changes_and_its_words_reach_no_shell() -> None:
    path = ROOT / ".github/workflows/pull-request.yml"
    (diff,) = [step for step in steps(path) if "make diff" in step.get("run", "")]
    assert diff["run"] == 'make diff BASE=HEAD^1 MARKDOWN=1 >> "$GITHUB_STEP_SUMMARY"'
    assert diff["continue-on-error"] is True
    (checkout,) = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"] == {"persist-credentials": False, "fetch-depth": 2}, "HEAD^1 is there, and no token is left"
    assert not [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


def test_only_the_build_is_told_the_address_of_the_site() -> None:
    (step,) = [step for step in steps(ROOT / ".github/workflows/publish.yml") if "run" in step]
    assert step["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}


def test_every_target_of_make_is_there_and_named_in_readme_or_contributing() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE)) - {"help"}
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert targets >= {"site", "test", "serve", "check", "lint", "lock", "clean"}
    assert not [target for target in targets if f"make {target}" not in README + contributing]


def test_ci_runs_tests_then_lint_then_builds() -> None:
    order = [CI.index(command) for command in ("make test", "make lint", "make site STRICT=1", "make site SEEDS=../shared/seeds")]
    assert order == sorted(order)
    assert "set -euo pipefail" in CI


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-supply.lock"])
def test_every_pinned_package_has_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(packages) > 30
    assert all(re.match(r"[a-z0-9-]+==\S+", package) and "--hash=sha256:" in package for package in packages)


def test_the_lock_files_agree_and_hold_what_the_project_asks_for() -> None:
    def pins(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    run, test = pins("requirements.lock"), pins("requirements-dev.lock")
    assert run.items() <= test.items()
    asked = re.findall(r'^  "([a-z][a-zA-Z0-9-]+)', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert not [package for package in asked if package.lower() not in test]
    assert run["mkdocs"].startswith("1.6")
