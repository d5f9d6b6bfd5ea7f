"""No path escapes: whatever a source, a note or a name says, nothing outside the project is read, nothing outside the output written."""

import os
import unicodedata
from pathlib import Path

import pytest

from generator import disk, folders, publishing
from generator.build import build
from generator.model import SourceText
from generator.output import OutputFile
from generator.places import Places
from generator.read import read, read_all
from generator.report import Problem
from generator.vocabulary import assemble
from tests.build.project import make

SECRET = "Nobody outside of this house may ever read the sentence that stands here."


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{Path(p.location.path).name} {p.code}" for p in problems]


def linked(seeds: Path, name: str, target: Path | str) -> tuple[list[str], list[str]]:
    """The seeds that are read, and the problems, with a link beside `a.md`."""
    seeds.mkdir()
    (seeds / "a.md").write_text("A")
    (seeds / name).symlink_to(target)
    found, problems = folders.read_seeds(seeds)
    return [Path(s.path).name for s in found], codes(problems)


@pytest.mark.parametrize("name", ["out.md", "a.yml", "deep"])
@pytest.mark.parametrize("target", ["../secret.md", "/etc/passwd", "/dev/zero", "/proc/self/environ", "..", "/"])
def test_a_link_that_leads_out_is_a_problem_with_its_path(tmp_path: Path, name: str, target: str) -> None:
    (tmp_path / "secret.md").write_text(SECRET)
    assert linked(tmp_path / "seeds", name, target) == (["a.md"], [f"{name} link-outside"])


@pytest.mark.parametrize("target", ["loop.md", "nowhere.md", ".", "./loop.md/x"])
def test_a_link_that_leads_nowhere_or_in_a_circle_is_a_problem_too(tmp_path: Path, target: str) -> None:
    assert linked(tmp_path / "seeds", "loop.md", target) == (["a.md"], ["loop.md no-file"])


def test_two_links_that_lead_to_each_other_are_told_and_hang_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.md").symlink_to("c.md")
    (tmp_path / "c.md").symlink_to("b.md")
    assert codes(folders.read_seeds(tmp_path)[1]) == ["b.md no-file", "c.md no-file", f"{tmp_path.name} no-seeds"]


def test_a_link_inside_and_a_folder_that_the_user_names_by_a_link_are_followed(tmp_path: Path) -> None:
    assert linked(tmp_path / "seeds", "b.md", "a.md") == (["a.md", "b.md"], [])
    (tmp_path / "inbox").symlink_to(tmp_path / "seeds")
    assert [Path(s.path).name for s in folders.read_seeds(tmp_path / "inbox")[0]] == ["a.md", "b.md"]


def test_a_name_with_a_backslash_or_bytes_that_are_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "..\\..\\b.md").write_text("B")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")).write_text("C")
    seeds, problems = folders.read_docs(tmp_path)
    assert not seeds.pages
    assert [p.code for p in problems] == ["file-name", "file-name"]


@pytest.mark.parametrize("name", ["con", "NUL", "Aux!", "com1", "x" * 121])
def test_an_id_that_is_no_file_name_everywhere_is_refused(name: str) -> None:
    found, problems = read(SourceText(f"seeds/{name}.md", b"Words."))
    assert (found, [p.code for p in problems]) == (None, ["id-form"])
    note = b"---\nprefLabel: Heap\n---\nWords.\n"
    assert "id-form" in [p.code for p in assemble([SourceText(f"docs/topics/{name}.md", note)])[1]]


@pytest.mark.parametrize("names", [("Talk", "talk"), ("Émile", unicodedata.normalize("NFD", "Émile")), ("a b", "a-b"), ("Дом", "Чай")])
def test_names_that_make_one_id_are_told(names: tuple[str, str]) -> None:
    words = b"Words enough for one article, so that it can be told what kind of document this one may be."
    found, problems = read_all([SourceText(f"seeds/{name}.md", words) for name in names])
    assert (len(found), [p.code for p in problems]) == (1, ["seed-twice"])


HOSTILE = [
    "../../secret.md",
    "/etc/passwd",
    "..\\..\\secret.md",
    "file:///etc/passwd",
    "con",
    "a\nb",
    "<img src=x>",
    "a'b\"c",
    "\u202egnp.exe",
    "x" * 300,
]


def test_whatever_fields_and_links_say_nothing_is_read_or_written_elsewhere(tmp_path: Path) -> None:
    project = make(tmp_path / "project")
    (tmp_path / "secret.md").write_text(SECRET)
    for number, path in enumerate(HOSTILE):
        written = path.replace("'", "''")
        fields = "".join(f"{name}: '{written}'\n" for name in ("title", "origin", "publisher", "license"))
        said = f'A heap of words, and [a link]({path}), ![a picture]({path}), --8<-- "{path}", [[{path}]], <{path}>, for all to read.'
        (project / f"seeds/hostile-{number}.md").write_text(f"---\n{fields}kind: article\npublish: full\n---\n# Heaps\n\n{said}\n")
        (project / f"docs/page-{number}.md").write_text(f"---\ntitle: '{written}'\ntemplate: '{written}'\n---\n{said}\n")
    before = set(tmp_path.rglob("*"))
    built = build(publishing.gather(Places(project, project / "seeds", tmp_path / "out")))
    disk.write(tmp_path / "out/pages", (*built.files, *built.local, *built.mail), prune=True)
    made = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(tmp_path / "out") for path in made)
    assert not any(SECRET.encode() in path.read_bytes() for path in made if path.is_file())
    assert len([d for d in built.library.documents if d.startswith("hostile")]) == len(HOSTILE)


def test_addresses_ids_and_derivations_that_are_paths_are_refused() -> None:
    for path in HOSTILE:
        for field in ("url", "media", "derived_from", "kind", "date"):
            text = f'---\n{field}: "{path.encode("unicode_escape").decode()}"\n---\nWords enough for one article, as all can see.'
            _, problems = read(SourceText("seeds/a.md", text.encode()))
            assert problems or field == "derived_from", (field, path)
        entry = f'- id: "{path.encode("unicode_escape").decode()}"\n  prefLabel: Heap\n'
        wrong = assemble([SourceText("docs/vocabulary/terms.yml", entry.encode())])[1]
        assert any(p.code in {"id-form", "yaml"} for p in wrong), path


def test_a_link_among_what_is_written_is_replaced_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(SECRET)
    out = tmp_path / "out"
    out.mkdir()
    for name in ("a.md", ".b.md.new", "deep"):
        (out / name).symlink_to(tmp_path if name == "deep" else secret)
    files = [OutputFile(name, b"page") for name in ("a.md", "b.md", "deep/secret.md")]
    disk.write(out, files, prune=True)
    assert secret.read_text() == SECRET
    assert [(out / file.path).read_bytes() for file in files] == [b"page"] * 3


def test_output_that_is_a_circle_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert disk.resolved(tmp_path / "loop").is_relative_to(tmp_path)
