"""Reading and writing: nothing is dropped silently, nothing is read or written where it should not be, nothing is half written."""

import os
import stat
from pathlib import Path

import pytest

from generator import disk
from generator.model import OutputFile
from generator.report import Severity


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def told(problems: tuple[disk.Problem, ...]) -> list[str]:
    return [f"{Path(p.location.path).name} {p.code} {p.severity.value}" for p in problems]


def test_seeds_come_in_order_with_their_sidecars(tmp_path: Path) -> None:
    put(tmp_path, {"b.md": b"B", "a.vtt": b"WEBVTT", "a.yml": b"title: A", "deep/c.TXT": b"C"})
    seeds, problems = disk.read_seeds(tmp_path)
    assert [(Path(s.path).name, s.data, s.sidecar) for s in seeds] == [
        ("a.vtt", b"WEBVTT", b"title: A"),
        ("b.md", b"B", None),
        ("c.TXT", b"C", None),
    ]
    assert not problems


def test_every_file_that_is_no_seed_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.md": b"A", ".draft.md": b"x", "b.docx": b"x", "noending": b"x", "c.yml": b"x", ".git/d.md": b"x"})
    _, problems = disk.read_seeds(tmp_path)
    assert sorted(told(problems)) == [
        ".draft.md hidden-file notice",
        "b.docx unknown-ending warning",
        "c.yml lonely-sidecar error",
        "d.md hidden-file notice",
        "noending unknown-ending warning",
    ]


def test_links_that_lead_out_and_things_that_are_no_files_are_refused(tmp_path: Path) -> None:
    put(tmp_path, {"secret.md": b"secret", "seeds/a.md": b"A", "elsewhere/e.md": b"E"})
    seeds_folder = tmp_path / "seeds"
    (seeds_folder / "out.md").symlink_to(tmp_path / "secret.md")
    (seeds_folder / "inside.md").symlink_to(seeds_folder / "a.md")
    (seeds_folder / "nowhere.md").symlink_to(seeds_folder / "gone.md")
    (seeds_folder / "folder.md").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    os.mkfifo(seeds_folder / "pipe.md")
    seeds, problems = disk.read_seeds(seeds_folder)
    assert [Path(s.path).name for s in seeds] == ["a.md", "inside.md"]
    assert told(problems) == [
        "folder.md link-outside error",
        "nowhere.md no-file error",
        "out.md link-outside error",
        "pipe.md no-file error",
    ]


def test_a_name_that_cannot_be_shown_is_refused_and_shown_escaped(tmp_path: Path) -> None:
    (tmp_path / "a\nb.md").write_bytes(b"x")
    seeds, problems = disk.read_seeds(tmp_path)
    assert not seeds
    assert problems[0].code == "file-name"
    assert "\n" not in str(problems[0])


def test_a_file_without_permission_or_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"large.md": b"x" * 11, "small.md": b"x"})
    monkeypatch.setattr(disk, "LARGEST_SEED", 10)
    seeds, problems = disk.read_seeds(tmp_path)
    assert ([Path(s.path).name for s in seeds], told(problems)) == (["small.md"], ["large.md too-large error"])


def test_a_missing_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert told(disk.read_seeds(tmp_path / "none")[1]) == ["none no-folder error"]
    assert disk.read_seeds(tmp_path)[1][0].severity is Severity.ERROR


def test_paths_below_the_working_folder_are_shown_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"seeds/a.md": b"A"})
    monkeypatch.chdir(tmp_path)
    assert disk.read_seeds(Path("seeds"))[0][0].path == "seeds/a.md"
    assert disk.read_seeds(tmp_path / "seeds")[0][0].path == "seeds/a.md"


def test_docs_are_sorted_into_vocabulary_pages_and_assets(tmp_path: Path) -> None:
    names = ("index.md", "topics/t.md", "vocabulary/terms.yml", "assets/a.css", "topics/picture.png", "x/y.md")
    put(tmp_path, dict.fromkeys(names, b""))
    docs, problems = disk.read_docs(tmp_path)
    assert [Path(s.path).name for s in docs.vocabulary] == ["t.md", "terms.yml"]
    assert [Path(s.path).name for s in docs.pages] == ["index.md", "y.md"]
    assert [a.path for a in docs.assets] == ["assets/a.css", "topics/picture.png"]
    assert not problems


def test_only_files_that_changed_are_written_and_stale_ones_go(tmp_path: Path) -> None:
    first = [OutputFile("a.md", b"1"), OutputFile("old/b.md", b"2")]
    assert disk.write(tmp_path, first, prune=True) == ("a.md", "old/b.md")
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert disk.write(tmp_path, [OutputFile("a.md", b"1"), OutputFile("old", b"now a file")], prune=True) == ("old",)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert disk.tree(tmp_path) == ("a.md", "old")


def test_written_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    disk.write(tmp_path, [OutputFile("a.md", b"1")], prune=False)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) & 0o400


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", "a//b", "", "a\\b", "./a"])
def test_no_path_leads_out_of_the_output(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="unsafe"):
        disk.write(tmp_path, [OutputFile(path, b"x")], prune=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("atomic", [True, False])
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, atomic: bool) -> None:
    if not atomic:
        monkeypatch.setattr(disk, "_exchange", lambda one, other: False)
    put(tmp_path, {"new/a": b"new"})
    disk.swap(tmp_path / "new", tmp_path / "site")
    put(tmp_path, {"new/a": b"newer", "new/b": b""})
    disk.swap(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site/a").read_bytes() == b"newer"
    assert not (tmp_path / "new.old").exists()


def test_where_the_swap_fails_the_old_site_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_exchange", lambda one, other: False)
    put(tmp_path, {"site/a": b"old"})
    with pytest.raises(OSError, match="No such file"):
        disk.swap(tmp_path / "missing", tmp_path / "site")
    assert (tmp_path / "site/a").read_bytes() == b"old"


def test_scratch_is_empty_and_gone_afterwards_and_heals_what_was_left(tmp_path: Path) -> None:
    put(tmp_path, {"scratch/left-over": b"x"})
    with disk.scratch(tmp_path) as folder:
        assert not list(folder.iterdir())
        put(folder, {"x": b""})
    assert not (tmp_path / "scratch").exists()
