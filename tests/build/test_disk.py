"""Reading and writing: nothing is dropped silently, nothing is read or written where it should not be, nothing is half written."""

import os
import stat
from pathlib import Path

import pytest

from generator import disk, folders
from generator.output import OutputFile
from generator.report import Problem, Severity


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{Path(p.location.path).name} {p.code} {p.severity.value}" for p in problems]


def test_seeds_come_in_order_with_their_sidecars(tmp_path: Path) -> None:
    put(tmp_path, {"b.md": b"B", "a.vtt": b"WEBVTT", "a.yml": b"title: A", "deep/c.TXT": b"C"})
    seeds, problems = folders.read_seeds(tmp_path)
    assert [(Path(s.path).name, s.data, s.sidecar) for s in seeds] == [
        ("a.vtt", b"WEBVTT", b"title: A"),
        ("b.md", b"B", None),
        ("c.TXT", b"C", None),
    ]
    assert not problems


def test_every_file_that_is_no_seed_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.md": b"A", ".draft.md": b"x", "b.docx": b"x", "noending": b"x", "c.yml": b"x", ".git/d.md": b"x"})
    _, problems = folders.read_seeds(tmp_path)
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
    seeds, problems = folders.read_seeds(seeds_folder)
    assert [Path(s.path).name for s in seeds] == ["a.md", "inside.md"]
    assert told(problems) == [
        "folder.md link-outside error",
        "nowhere.md no-file error",
        "out.md link-outside error",
        "pipe.md no-file error",
    ]


def test_a_name_that_cannot_be_shown_is_refused_and_shown_escaped(tmp_path: Path) -> None:
    (tmp_path / "a\nb.md").write_bytes(b"x")
    seeds, problems = folders.read_seeds(tmp_path)
    assert not seeds
    assert problems[0].code == "file-name"
    assert "\n" not in str(problems[0])


def test_a_file_without_permission_or_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"large.md": b"x" * 11, "small.md": b"x"})
    monkeypatch.setattr(folders, "LARGEST_SEED", 10)
    seeds, problems = folders.read_seeds(tmp_path)
    assert ([Path(s.path).name for s in seeds], told(problems)) == (["small.md"], ["large.md too-large error"])


def test_a_missing_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert told(folders.read_seeds(tmp_path / "none")[1]) == ["none no-folder error"]
    assert folders.read_seeds(tmp_path)[1][0].severity is Severity.ERROR


def test_paths_below_the_working_folder_are_shown_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"seeds/a.md": b"A"})
    monkeypatch.chdir(tmp_path)
    assert folders.read_seeds(Path("seeds"))[0][0].path == "seeds/a.md"
    assert folders.read_seeds(tmp_path / "seeds")[0][0].path == "seeds/a.md"


def test_docs_are_sorted_into_vocabulary_pages_and_assets(tmp_path: Path) -> None:
    names = ("index.md", "topics/t.md", "vocabulary/terms.yml", "assets/a.css", "topics/picture.png", "x/y.md")
    put(tmp_path, dict.fromkeys(names, b""))
    docs, problems = folders.read_docs(tmp_path)
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


def test_what_changes_while_a_folder_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.md": b"A", "b.md": b"B", "c.md": b"C", "d.md": b"D"})
    refusal = folders._refusal

    def meanwhile(folder: Path, path: str, status: os.stat_result) -> Problem | None:
        if path == "a.md":
            put(folder, {"a.md": b"A longer", "e.md": b"E"})
            (folder / "c.md").unlink()
            put(folder, {"fresh": b"B"})
            (folder / "fresh").replace(folder / "b.md")
        return refusal(folder, path, status)

    monkeypatch.setattr(folders, "_refusal", meanwhile)
    assert told(folders.read_seeds(tmp_path)[1]) == [f"{name}.md unsteady error" for name in "abce"]


def test_a_folder_that_cannot_be_read_is_told_and_never_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.md": b"A", "deep/b.md": b"B"})
    scandir = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert told(folders.read_seeds(tmp_path)[1]) == ["deep unreadable error"]
    with pytest.raises(PermissionError):
        disk.tree(tmp_path)


def test_a_folder_in_the_place_of_a_file_of_ours_gives_way(tmp_path: Path) -> None:
    put(tmp_path, {"build/a.json/b": b"", "build/.a.json.new/b": b"", "build/docs": b"a file"})
    disk.write(tmp_path / "build", [OutputFile("a.json", b"1")], prune=False)
    disk.write(tmp_path / "build/docs", [OutputFile("a.md", b"1")], prune=True)
    assert disk.tree(tmp_path / "build") == ("a.json", "docs/a.md")


def test_where_there_is_no_room_the_old_file_stays_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.md": b"old"})

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"No space left on device.*a\.md"):
        disk.replace(tmp_path / "a.md", [b"new"], lasting=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"old"}
