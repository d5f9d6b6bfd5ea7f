"""What changed, by the commands that a curator types: after a build, before one, since a revision of git, and without a source."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.build.project import make
from tests.build.test_build import seedbed

MORE = "\n\n[02:10] Bo: Compost is ready after ninety days, when it smells of earth and no ammonia is left in the heap.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def talk_on(project: Path) -> None:
    path = project / "seeds/compost-talk.md"
    path.write_text(path.read_text("utf-8").rstrip() + MORE, "utf-8")


def test_a_build_says_what_it_changed_and_diff_says_it_before(project: Path) -> None:
    assert seedbed(project, "diff").returncode == 1
    assert "build:1: No build to compare with. Build first" in seedbed(project, "diff").stderr
    assert seedbed(project, "build").returncode == 0
    assert seedbed(project, "diff").stdout == "Nothing changed since the last build.\n"
    talk_on(project)
    told = seedbed(project, "diff").stdout
    assert "+1 passage" in told
    assert "+ Compost is ready after ninety days" in told
    assert "  seeds/compost-talk.md:12  sources/compost-talk/#p-" in told
    _, *lines = seedbed(project, "build").stdout.splitlines()
    assert lines == told.splitlines()[: len(lines)]
    assert seedbed(project, "build").stdout.splitlines()[1:] == ["Nothing changed since the last build."]


def test_with_an_error_nothing_is_compared(project: Path) -> None:
    """What an error keeps out would be told as gone."""
    assert seedbed(project, "build").returncode == 0
    path = project / "seeds/compost-talk.md"
    path.write_text("---\ntitle: A talk\ntitle: Another\n---\n" + path.read_text("utf-8"), "utf-8")
    done = seedbed(project, "diff")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is given twice" in done.stderr
    assert "Nothing was compared." in done.stderr


def test_diff_since_a_revision_of_git(project: Path) -> None:
    done = seedbed(project, "diff", "--base", "main")
    assert (done.returncode, done.stdout) == (1, "")
    assert "seeds:1: This folder lies in no git repository." in done.stderr
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "seeds/gardeners.md", "docs")
    git(project, "commit", "-q", "-m", "one source")
    assert "git knows no revision `--upload-pack`." in seedbed(project, "diff", "--base=--upload-pack").stderr
    done = seedbed(project, "diff", "--base", "main", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert [c["after"]["id"] for c in told["changes"] if c["array"] == "sources"] == ["compost-talk"]
    assert told["pages"]["sources/compost-talk.md"] == "added"
    assert not (project / "site").exists()


def test_diff_as_markdown_escapes_what_sources_say_and_links_files(project: Path) -> None:
    assert seedbed(project, "build").returncode == 0
    path = project / "seeds/gardeners.md"
    path.write_text(
        path.read_text("utf-8") + "\n<script>alert(1)</script> is what [a](javascript:b) wheelbarrow says to its `owner`.\n", "utf-8"
    )
    told = seedbed(project, "diff", "--markdown", env={"FILES_URL": "https://example.org/blob/1"}).stdout
    assert told.startswith("## What this changes\n")
    assert "<script" not in told
    assert "](javascript:" not in told
    assert "](https://example.org/blob/1/seeds/gardeners.md#L16)" in told


def test_without_a_source_it_says_what_would_be_lost(project: Path) -> None:
    note = project / "docs/topics/compost.md"
    note.write_text(note.read_text("utf-8") + '\nA heap needs air. [@compost-talk "A heap needs air."]\n', "utf-8")
    done = seedbed(project, "diff", "--without", "compost-talk.md")
    assert done.returncode == 0
    assert "\nStatements that lose their last support (1)\n− A heap needs air.  docs/topics/compost.md:9  topics/compost/\n" in done.stdout
    assert "− A gas" not in done.stdout
    assert "There is no source `nobody`." in seedbed(project, "diff", "--without", "nobody").stderr
