"""`seedbed new` as a curator types it: notes, entries, issues, and that nothing which is there is changed."""

from pathlib import Path

import pytest

from tests.build.project import TERMS, TOPIC, make
from tests.build.test_build import seedbed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def test_a_new_topic_and_a_new_term_build(project: Path) -> None:
    done = seedbed(project, "new", "topic", "Wheelbarrows")
    assert (done.returncode, done.stdout) == (0, "docs/topics/wheelbarrows.md:1: written. Write a paragraph into it, then build.\n")
    done = seedbed(project, "new", "term", "fertiliser", "--definition", "What feeds a plant.")
    assert (done.returncode, done.stdout.split(" ")[0]) == (0, "docs/vocabulary/terms.yml:4:")
    assert (project / "docs/vocabulary/terms.yml").read_text("utf-8").startswith(TERMS)
    done = seedbed(project, "build")
    assert done.returncode == 0
    assert "wheelbarrows.md:7: warning: The note has no text." in done.stderr
    assert "Wheelbarrows" in (project / "site/topics/wheelbarrows/index.html").read_text("utf-8")
    assert "What feeds a plant." in (project / "site/glossary/index.html").read_text("utf-8")


def test_what_is_there_stays_as_it_is(project: Path) -> None:
    done = seedbed(project, "new", "topic", "Compost")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("docs/topics/compost.md:1: There is a topic `compost` already.")
    assert (project / "docs/topics/compost.md").read_text("utf-8") == TOPIC
    done = seedbed(project, "new", "term", "Ana")
    assert (done.returncode, "belongs to `ana-silva` already (docs/vocabulary/people.yml:3)" in done.stderr) == (1, True)
    assert (project / "docs/vocabulary/terms.yml").read_text("utf-8") == TERMS


def test_a_new_issue_is_the_draft_that_the_command_issue_makes(project: Path) -> None:
    assert seedbed(project, "new", "issue", "2023-06-30").returncode == 0
    text = (project / "docs/issues/2023-06-30.md").read_text("utf-8")
    (project / "docs/issues/2023-06-30.md").unlink()
    assert seedbed(project, "issue", "--date", "2023-06-30").returncode == 0
    assert (project / "docs/issues/2023-06-30.md").read_text("utf-8") == text
    assert seedbed(project, "new", "issue", "June").returncode == 2
    assert seedbed(project, "new", "topic").returncode == 2
    assert "Traceback" not in seedbed(project, "new", "topic", "X", "--project", "nowhere").stderr
