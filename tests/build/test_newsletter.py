"""The newsletter by the commands that a curator types: a draft, the site with its feeds, letters beside it, and mistakes."""

from pathlib import Path

import pytest
from lxml import etree, html

from generator.places import Places
from generator.publishing import publish
from tests.build.project import make
from tests.build.test_build import seedbed

ISSUE = """---
title: Compost, again
sources: [all-about-compost, compost-talk, gardeners]
---
What a heap needs is [compost](../topics/compost.md). [@gardeners "holds water and feeds the soil"]
"""


BRIEF = """---
title: All about compost
kind: article
date: 2023-06-03
publish: full
---
# Compost

Compost is plants that rotted with air. Compost without air stinks, compost with it is black gold: whoever wants compost turns the heap.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = make(tmp_path / "project")
    (folder / "seeds/all-about-compost.md").write_text(BRIEF, "utf-8")
    return folder


def test_a_draft_lists_what_is_new_and_builds_as_it_is(project: Path) -> None:
    done = seedbed(project, "issue")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("docs/issues/2023-06-03.md: drafted.")
    draft = (project / "docs/issues/2023-06-03.md").read_text("utf-8")
    assert draft.startswith(
        "---\ntitle: Issue of 2023-06-03\ndraft: true\nsources:\n  - all-about-compost\n  - compost-talk\n  - gardeners\n---\n"
    )
    assert 'Compost: [@all-about-compost "' in draft
    built = "build", "--strict", "--site-url", "https://garden.example/x/"
    assert seedbed(project, *built).returncode == 0, "a draft is left out"
    out = draft.replace("draft: true\n", "")
    (project / "docs/issues/2023-06-03.md").write_text(out, "utf-8")
    done = seedbed(project, *built)
    assert (done.returncode, "2023-06-03.md:8: warning: This issue is a draft" in done.stderr) == (1, True)
    (project / "docs/issues/2023-06-03.md").write_text(f"{out}\nMuch was said of heaps.\n", "utf-8")
    assert seedbed(project, *built).returncode == 0


def test_a_draft_never_changes_a_file_that_is_there(project: Path) -> None:
    path = project / "docs/issues/2023-06-03.md"
    path.parent.mkdir()
    path.write_text(ISSUE, "utf-8")
    done = seedbed(project, "issue")
    assert done.returncode == 1
    assert "docs/issues/2023-06-03.md:1: This issue is there already." in done.stderr
    assert path.read_text("utf-8") == ISSUE
    done = seedbed(project, "issue", "--date", "2023-06-30")
    assert (done.returncode, "No source is new" in done.stderr) == (1, True)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert seedbed(project, "issue", "--date", "30.6.2023").returncode == 2


def test_a_site_with_an_issue_has_its_page_feeds_and_letters(project: Path) -> None:
    (project / "docs/issues").mkdir()
    (project / "docs/issues/2023-06-30.md").write_text(ISSUE, "utf-8")
    done = seedbed(project, "build", "--strict", "--site-url", "https://garden.example/x/")
    assert (done.returncode, done.stderr) == (0, "")
    page = html.parse(project / "site/issues/2023-06-30/index.html")
    assert page.xpath("string(//h1)").startswith("Compost, again")
    assert "whoever wants compost turns the heap" in page.xpath("string(//article)")
    assert not page.xpath("//h1[position() > 1]")
    feeds = {str(link.get("href")) for link in page.xpath("//link[@rel='alternate feed'][@type='application/atom+xml']")}
    assert feeds == {"../../feed.xml", "../feed.xml"}
    topic = html.parse(project / "site/topics/compost/index.html")
    assert "feed.xml" in topic.xpath("//link[@rel='alternate feed']/@href")
    for path in ("feed.xml", "issues/feed.xml", "topics/compost/feed.xml"):
        assert etree.parse(project / "site" / path).getroot().tag == "{http://www.w3.org/2005/Atom}feed"
    mail = project / "build/mail"
    assert sorted(file.name for file in mail.iterdir()) == ["2023-06-30.eml", "2023-06-30.html", "2023-06-30.txt"]
    assert "https://garden.example/x/topics/compost/" in (mail / "2023-06-30.html").read_text("utf-8")
    assert not list((project / "site").rglob("*.eml"))


def test_letters_for_ones_own_machine_are_a_notice_and_go_with_their_issue(project: Path) -> None:
    (project / "docs/issues").mkdir()
    (project / "docs/issues/2023-06-30.md").write_text(ISSUE, "utf-8")
    done = seedbed(project, "build", "--strict")
    assert done.returncode == 0
    assert "mkdocs.yml:1: notice: The letters in build/mail lead to http://127.0.0.1:8000/." in done.stderr
    (project / "docs/issues/2023-06-30.md").unlink()
    assert seedbed(project, "build", "--strict").stderr == ""
    assert not list((project / "build/mail").glob("*"))


def test_a_mistake_in_an_issue_is_told_with_its_line(project: Path) -> None:
    (project / "docs/issues").mkdir()
    (project / "docs/issues/2023-06-31.md").write_text(ISSUE, "utf-8")
    (project / "docs/issues/2023-07-31.md").write_text(ISSUE.replace("gardeners]", "gardenerz]"), "utf-8")
    done = seedbed(project, "build")
    assert done.returncode == 1
    assert "docs/issues/2023-06-31.md:1: The name of an issue is its day, and `2023-06-31` is none." in done.stderr
    assert "docs/issues/2023-07-31.md:3: There is no seed `gardenerz`. Did you mean gardeners?" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_draft_is_not_published_and_a_build_says_so(project: Path) -> None:
    (project / "docs/issues").mkdir()
    path = project / "docs/issues/2023-06-30.md"
    path.write_text(ISSUE.replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    done = seedbed(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "docs/issues/2023-06-30.md:1: notice: This issue is a draft and not on the site." in done.stderr
    assert not (project / "site/issues/2023-06-30").exists() and not list((project / "build").glob("mail/*"))
    told = [path for path in (project / "site").rglob("*") if path.suffix in {".html", ".xml", ".json", ".txt", ".md"}]
    assert not [path for path in told if "Compost, again" in path.read_text("utf-8")]
    places = Places(project, project / "seeds", project)
    shown, report = publish(places, site=project / "build/preview", drafts=True)
    assert not report.failed() and [issue.date for issue in shown.library.issues] == ["2023-06-30"]
    assert "Compost, again" in (project / "build/preview/index.html").read_text("utf-8")
