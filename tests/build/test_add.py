"""`seedbed add` as a curator types it: what is written, what is said, and that nothing is half done."""

import json
from pathlib import Path

import pytest

from tests.adding.test_add import ESSAY, VTT
from tests.build.project import make
from tests.build.test_build import contents, seedbed

NOTE = """# Heaps

Black gold is what becomes of a heap after a year. Compost needs air and rain, and whoever turns compost every week has compost in spring.

Compost, which is rotted plants, is cheap.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = make(tmp_path / "project")
    (folder / "in").mkdir()
    for name, text in {"rivers.md": ESSAY, "bees.vtt": VTT, "heaps.txt": NOTE}.items():
        (folder / "in" / name).write_text(text, "utf-8")
    return folder


def test_files_are_added_and_the_site_builds_with_them(project: Path) -> None:
    before = contents(project / "docs")
    done = seedbed(project, "add", "in/rivers.md", "in/bees.vtt", "in/heaps.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "seeds/why-rivers-bend.md: article, 2 passages, excerpts\n  Why rivers bend · Mara Lind · 2024-05-03\n" in done.stdout
    assert "seeds/heaps.txt: article, 2 passages, excerpts\n" in done.stdout
    assert ": Compost (" in done.stdout
    assert sorted(path.name for path in (project / "seeds").iterdir()) == [
        "bees-on-roofs.vtt", "bees-on-roofs.yml", "compost-talk.md", "gardeners.md", "heaps.txt", "why-rivers-bend.md",
    ]  # fmt: skip
    assert contents(project / "docs") == before
    done = seedbed(project, "check", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    again = seedbed(project, "add", "in/rivers.md", "in/bees.vtt", "--json")
    assert (again.returncode, json.loads(again.stdout)["added"]) == (0, [])
    assert "in/rivers.md:1: notice: This file is seeds/why-rivers-bend.md already." in again.stderr


def test_with_any_mistake_nothing_is_added_and_all_mistakes_are_told(project: Path) -> None:
    (project / "in/empty.md").write_text("", "utf-8")
    (project / "in/talk.mp3").write_bytes(b"ID3\0\0\0")
    (project / "in/link.md").symlink_to(project / "docs/about.md")
    (project / "in/copy.txt").write_text(ESSAY.replace("40", "41"), "utf-8")
    (project / "in/gardeners.md").write_text(
        "# Gardeners\n\nOther words about gardeners that stand in no other file of this folder.\n", "utf-8"
    )
    before = contents(project / "seeds")
    given = ["rivers.md", "empty.md", "talk.mp3", "link.md", "copy.txt", "gardeners.md", "none.md", ""]
    done = seedbed(project, "add", "--kind", "article", *(f"in/{name}" for name in given))
    assert (done.returncode, done.stdout) == (1, "")
    told = [line.partition(":1: ")[::2] for line in done.stderr.splitlines()[:-1]]
    assert [(path, wrong.split(". ")[0]) for path, wrong in told] == [
        ("in", "This is a folder"),
        ("in/copy.txt", "Nearly the same text stands in in/rivers.md: they share 96% of their five-word runs"),
        ("in/empty.md", "The file is empty"),
        ("in/gardeners.md", "It would be called `gardeners`, as seeds/gardeners.md is"),
        ("in/link.md", "This is a link to another place"),
        ("in/none.md", "There is no such file"),
        ("in/talk.mp3", "This file holds no text"),
    ]
    assert done.stderr.splitlines()[-1] == "7 errors. Nothing was added."
    assert contents(project / "seeds") == before


def test_what_was_done_in_json_and_pasted_words(project: Path) -> None:
    done = seedbed(project, "add", "-", "--json", "--name", "bend", "--publish", "full", stdin=ESSAY)
    assert (done.returncode, done.stderr) == (0, "")
    (item,) = json.loads(done.stdout)["added"]
    assert (item["from"], item["path"], item["format"], item["publish"]) == ("-", "seeds/bend.md", "Markdown", "full")
    assert (item["title"], item["authors"], item["inferred"]) == ("Why rivers bend", ["Mara Lind"], ["authors", "date", "kind", "title"])
    assert (project / "seeds/bend.md").read_text("utf-8").endswith(ESSAY)


@pytest.mark.parametrize(
    "arguments",
    [[], ["a", "--date", "soon"], ["a", "--url", "x"], ["a", "b", "--title", "T"], ["a", "--name", "../x"], ["a", "--kind", "x"]],
)
def test_options_that_cannot_be_are_refused(project: Path, arguments: list[str]) -> None:
    done = seedbed(project, "add", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
