"""From a folder of files to a site, by the command that a curator types: what appears, what a mistake does, and that nothing wavers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.exports.schema import schema
from tests.build.project import make

ROOT = Path(__file__).parents[2]


def seedbed(folder: Path, *arguments: str, env: dict[str, str] | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "generator", *arguments]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | (env or {})
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, input=stdin, encoding="utf-8", timeout=120)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def test_a_folder_of_files_becomes_a_site(project: Path) -> None:
    before = contents(project)
    done = seedbed(project, "build", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{len(list((project / 'build/docs').rglob('*.md')))} pages from 2 sources in ")
    site, told = done.stdout.splitlines()
    assert site.endswith(f" s: {project / 'site/index.html'}")
    assert told == "The first build here: the next one says what it changed."
    topic = (project / "site/topics/compost/index.html").read_text("utf-8")
    assert "Turn it every week" in (project / "site/sources/compost-talk/index.html").read_text("utf-8")
    assert "holds water and feeds the soil" in topic
    whole, published = (json.loads((project / path).read_bytes()) for path in ("build/knowledge.json", "site/data/knowledge.json"))
    for data in (whole, published):
        Draft202012Validator(schema()).validate(data)
    assert json.loads((project / "site/data/knowledge.schema.json").read_bytes()) == schema()
    texts = {p["lines"][0]: p["text"] for p in published["passages"] if p["source"] == "gardeners"}
    assert texts[14] is None, "nobody cites the wheelbarrow, and its text is not ours to publish"
    after = contents(project)
    assert {path: after[path] for path in before} == before, "a build changes nothing of the curator's"


def test_a_mistake_leaves_the_last_good_site_whole_and_tells_all_at_once(project: Path) -> None:
    assert seedbed(project, "build").returncode == 0
    good = contents(project / "site")
    (project / "seeds/broken.md").write_bytes(b"fine\nnot \xff fine\n")
    (project / "seeds/empty.txt").write_bytes(b"")
    (project / "docs/topics/compost.md").write_text("---\nprefLabel: Compost\nrelated: [wattering]\n---\n", "utf-8")
    (project / "docs/vocabulary/terms.yml").write_text("- id: heap\n  prefLabel: Compost\n", "utf-8")
    (project / "templates/note.md").write_text("{{ view.nothing }}", "utf-8")
    done = seedbed(project, "build")
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines[-1].endswith(". The site was not changed.")
    assert lines[:-1] == sorted(lines[:-1], key=lambda line: line.split(":")[0])
    places = [line.split(": ")[0] for line in lines[:-1]]
    for place in ("seeds/broken.md:2", "seeds/empty.txt:1", "docs/topics/compost.md:3", "templates/note.md:1"):
        assert place in places, done.stderr
    assert any(place.startswith(("docs/vocabulary/terms.yml:", "docs/topics/compost.md:")) for place in places)
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == good


def test_a_broken_link_is_told_where_it_was_written(project: Path) -> None:
    (project / "docs/about.md").write_text("# How to read\n\nfine\n\nSee [this](nowhere.md) and [that](index.md#gone).\n", "utf-8")
    done = seedbed(project, "build")
    assert done.returncode == 1
    assert [line.split(": A link")[0] for line in done.stderr.splitlines()[:-1]] == ["docs/about.md:5"] * 2
    assert not (project / "site").exists()


def test_strict_lets_warnings_stop_the_build(project: Path) -> None:
    (project / "seeds/notes.docx").write_bytes(b"x")
    done = seedbed(project, "build", "--strict")
    assert done.returncode == 1
    assert "seeds/notes.docx:1: warning: A file ending in .docx is not read." in done.stderr
    assert seedbed(project, "build").returncode == 0


def test_check_writes_nothing_but_says_what_build_would(project: Path) -> None:
    done = seedbed(project, "check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 sources, 4 concepts: all is well.\n", "")
    assert not (project / "site").exists()
    assert not (project / "build/docs").exists()
    (project / "docs/about.md").write_text("[x](gone.md)\n", "utf-8")
    assert "docs/about.md:1: A link leads nowhere" in seedbed(project, "check").stderr


def test_a_source_that_goes_takes_its_pages_with_it(project: Path) -> None:
    seedbed(project, "build")
    assert (project / "site/sources/gardeners/index.html").exists()
    (project / "seeds/gardeners.md").unlink()
    assert seedbed(project, "build").returncode == 0
    assert not (project / "site/sources/gardeners").exists()
    assert not (project / "build/docs/sources/gardeners.md").exists()


def test_only_what_changed_is_written_again(project: Path) -> None:
    seedbed(project, "build")
    times = {path: path.stat().st_mtime_ns for path in (project / "build/docs").rglob("*.md")}
    about = project / "docs/about.md"
    about.write_text(about.read_text("utf-8") + "\nOr differently.\n", "utf-8")
    seedbed(project, "build")
    assert [path.name for path, time in times.items() if path.stat().st_mtime_ns != time] == ["about.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--seeds", "nowhere"], "nowhere:1: There is no such folder."),
        (["build", "--project", "nowhere"], "nowhere/mkdocs.yml:1: There is no such file."),
        (["check", "--project", "nowhere"], "nowhere/mkdocs.yml:1: There is no such file."),
        (["build", "--output", "mkdocs.yml"], "mkdocs.yml"),
    ],
)
def test_wrong_places_are_told_without_a_traceback(project: Path, arguments: list[str], said: str) -> None:
    done = seedbed(project, *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_configuration_is_told_with_its_line(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\ntheme: [\n", "utf-8")
    done = seedbed(project, "build")
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml:")
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_ours_is_not_replaced(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/thesis.txt").write_text("years of work", "utf-8")
    done = seedbed(project, "build")
    assert done.returncode == 1
    assert "site:1: This folder holds files that Seedbed did not make." in done.stderr
    assert contents(project / "site") == {"thesis.txt": b"years of work"}


def test_a_page_of_the_curator_does_not_silently_hide_a_generated_one(project: Path) -> None:
    (project / "docs/Glossary.md").write_text("# Mine\n", "utf-8")
    assert "docs/glossary.md:1: Two files would be written to this path." in seedbed(project, "build").stderr


@pytest.mark.parametrize(("arguments", "said"), [(["--version"], "seedbed 0."), (["--help"], "build"), (["build", "--help"], "Examples")])
def test_help_and_version(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = seedbed(tmp_path, *arguments)
    assert done.returncode == 0
    assert said in done.stdout
