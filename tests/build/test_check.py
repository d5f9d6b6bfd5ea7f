"""`seedbed check` finds every kind of mistake, at its line, all of them in one run, and says so by its exit code."""

import re
import socket
import subprocess
from pathlib import Path

import pytest

from generator.build import build
from generator.exports import faulty
from generator.exports.knowledge import knowledge
from generator.library import Library
from generator.places import Places
from generator.publishing import gather
from tests.build.project import make
from tests.build.test_build import contents, seedbed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def told(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert "Traceback" not in done.stderr
    return [line.split(": ")[0] for line in done.stderr.splitlines() if re.match(r"\S+:\d+: ", line)]


#: What is done to the project (a file's new text, or words in it and what replaces them), and where check must say so.
KINDS = {
    "a seed that is no text": ("seeds/gardeners.md", b"fine\nnot \xff fine\n", "seeds/gardeners.md:2"),
    "front matter": ("seeds/gardeners.md", ("kind: article", "kind: artikle"), "seeds/gardeners.md:3"),
    "the vocabulary": ("docs/vocabulary/terms.yml", ("- id: ammonia", "- id: Ammonia"), "docs/vocabulary/terms.yml:1"),
    "a note's front matter": ("docs/topics/compost.md", ("[watering]", "[wattering]"), "docs/topics/compost.md:5"),
    "a page's front matter": ("docs/about.md", ("# How", "---\na: [\n---\n# How"), "docs/about.md:3"),
    "a citation": ("docs/about.md", ("Start", '[@gardeners "words that it does not have"] Start'), "docs/about.md:3"),
    "a judgement of a prediction": ("docs/predictions.yml", b"claim: x\n", "docs/predictions.yml:1"),
    "a template's syntax": ("templates/note.md", b"a\n{% if %}\n", "templates/note.md:2"),
    "a template's names": ("templates/note.md", b"a\n{{ view.nothing }}\n", "templates/note.md:2"),
    "a template's sums": ("templates/note.md", b"a\n{{ 1 + view.title }}\n", "templates/note.md:2"),
    "a link of a page": ("docs/about.md", ("topics/index.md", "topics/none.md"), "docs/about.md:3"),
    "a link of a note": ("docs/topics/compost.md", ("about.md", "abuot.md"), "docs/topics/compost.md:7"),
    "an anchor": ("docs/about.md", ("topics/index.md", "topics/index.md#none"), "docs/about.md:3"),
    "the configuration": ("mkdocs.yml", b"site_name: x\nnav: [\n", "mkdocs.yml:2"),
    "the engine's configuration": ("mkdocs.yml", ("name: material", "name: none"), "mkdocs.yml:1"),
}  # fmt: skip


def break_(project: Path, name: str) -> str:
    path, change, place = KINDS[name]
    file = project / path
    if isinstance(change, bytes):
        file.write_bytes(change)
    else:
        text = file.read_text("utf-8")
        assert change[0] in text
        file.write_text(text.replace(*change, 1), "utf-8")
    return place


#: What shows only when the engine has run.
LATE = ("an anchor", "the engine's configuration")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LATE])
def test_every_kind_of_mistake_is_told_at_its_line(project: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = break_(project, kind)
    monkeypatch.chdir(project)
    built = build(gather(Places(Path(), Path("seeds"), Path())))
    assert built.report.failed()
    assert [str(problem.location) for problem in built.report.problems] == [place]


@pytest.mark.parametrize("kind", LATE)
def test_what_shows_only_in_the_finished_site_is_told_too(project: Path, kind: str) -> None:
    place = break_(project, kind)
    before = contents(project)
    done = seedbed(project, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert told(done) == [place], done.stderr
    assert {path: data for path, data in contents(project).items() if not path.startswith("build/")} == before


def test_mistakes_of_all_kinds_are_told_in_one_run(project: Path) -> None:
    names = (
        "front matter", "the vocabulary", "a note's front matter", "a judgement of a prediction", "a template's names", "a link of a page",
        "the configuration",
    )  # fmt: skip
    places = {break_(project, name) for name in names}
    done = seedbed(project, "check")
    assert set(told(done)) == places, done.stderr
    assert seedbed(project, "build").stderr.replace(" The site was not changed.", "") == done.stderr


def test_it_is_told_beside_other_mistakes(project: Path) -> None:
    places = {break_(project, name) for name in ("front matter", "an anchor")}
    navigation = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(navigation.replace("- People: people.md", "- People: peeple.md"), "utf-8")
    line = next(n for n, text in enumerate(navigation.split("\n"), 1) if "people.md" in text)
    for command in ("check", "build"):
        assert set(told(seedbed(project, command))) == {*places, f"mkdocs.yml:{line}"}


def test_a_link_to_what_has_a_mistake_of_its_own_is_no_second_mistake(project: Path) -> None:
    place = break_(project, "front matter")
    (project / "docs/about.md").write_text("# How to read\n\n[A source](sources/gardeners.md#p-1)\n", "utf-8")
    done = seedbed(project, "check")
    assert (done.returncode, told(done)) == (1, [place])


def test_warnings_stop_it_only_if_it_is_strict(project: Path) -> None:
    (project / "seeds/notes.docx").write_bytes(b"x")
    assert seedbed(project, "check").returncode == 0
    strict = seedbed(project, "check", "--strict")
    assert (strict.returncode, told(strict)) == (1, ["seeds/notes.docx:1"])
    assert "--strict lets warnings count" in strict.stderr


@pytest.mark.parametrize("output", ["seeds", "docs", "templates", "docs/topics/deep"])
def test_nothing_is_written_among_what_is_read(project: Path, output: str) -> None:
    before = contents(project)
    for command in ("build", "check"):
        done = seedbed(project, command, "--output", output)
        assert done.returncode == 1
        assert f"{output}:1: " in done.stderr and "one lies in the other" in done.stderr
    assert contents(project) == before


def test_the_sources_may_not_hold_what_is_written(project: Path) -> None:
    (project / "build/site").mkdir(parents=True)
    (project / "build/a.md").write_text("x")
    for seeds, output in ((".", "."), ("build", "."), ("seeds", "seeds/../seeds")):
        done = seedbed(project, "build", "--seeds", seeds, "--output", output)
        assert done.returncode == 1
        assert "one lies in the other" in done.stderr
    assert seedbed(project, "build", "--output", "out").returncode == 0


def test_a_busy_port_is_told_before_anything_is_built(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = seedbed(project, "serve", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"127.0.0.1:{port} cannot be listened on: Address already in use.",
        f"End what listens there, or take another port: seedbed serve --port {port + 1}",
    ]
    assert not (project / "build").exists()


def test_what_is_written_for_machines_is_held_against_its_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faulty.faulty(Library()) == ()
    monkeypatch.setattr(faulty, "knowledge", lambda library, whole: knowledge(library, whole=whole) | {"sources": 7})
    found = faulty.faulty(Library())
    assert {problem.location.path for problem in found} == {"build/knowledge.json", "data/knowledge.json"}
    assert any(problem.wrong.startswith("/sources breaks the schema: 7 is not") for problem in found)
