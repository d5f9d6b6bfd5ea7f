"""The curator's files: written where there is none, all or none; what is no plain file is not read."""

import os
from pathlib import Path

import pytest

from generator import desk
from generator.output import OutputFile


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    assert desk.create(tmp_path / "new/a.md", b"one")
    assert not desk.create(tmp_path / "new/a.md", b"two")
    assert (tmp_path / "new/a.md").read_bytes() == b"one"
    (tmp_path / "gone.md").symlink_to("nowhere")
    assert desk.create_all(tmp_path, [OutputFile("b.md", b""), OutputFile("gone.md", b"")]) == ("gone.md",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gone.md", "new"]


def test_all_files_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [OutputFile("a.yml", b"1"), OutputFile("a.vtt", b"2")]
    assert desk.create_all(tmp_path, files) == ()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yml": b"1", "a.vtt": b"2"}
    (tmp_path / "a.vtt").unlink()
    assert desk.create_all(tmp_path, files) == (), "after a run that was killed between the two"
    assert {path.name for path in tmp_path.iterdir()} == {"a.yml", "a.vtt"}
    folder = tmp_path / "full"
    link = os.link

    def meanwhile(source: Path, target: Path) -> None:
        if target.name == "a.vtt":
            raise FileExistsError(17, "File exists")
        link(source, target)

    monkeypatch.setattr(os, "link", meanwhile)
    with pytest.raises(OSError, match="meanwhile"):
        desk.create_all(folder, files)
    assert list(folder.iterdir()) == []


def test_a_file_system_without_hard_links_gets_whole_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    assert desk.create(tmp_path / "a.md", b"one")
    assert not desk.create(tmp_path / "a.md", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"one"}


def test_a_rewritten_file_keeps_its_rights_and_the_link_that_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"old")
    (tmp_path / "a.yml").chmod(0o640)
    (tmp_path / "b.yml").symlink_to("a.yml")
    assert desk.rewrite(tmp_path / "b.yml", b"new", before=b"old")
    assert (tmp_path / "b.yml").is_symlink()
    assert (tmp_path / "a.yml").read_bytes() == b"new"
    assert (tmp_path / "a.yml").stat().st_mode & 0o777 == 0o640


def test_a_file_is_rewritten_only_if_nobody_else_changed_it(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"theirs")
    assert not desk.rewrite(tmp_path / "a.yml", b"ours", before=b"old")
    assert (tmp_path / "a.yml").read_bytes() == b"theirs"
    assert desk.rewrite(tmp_path / "a.yml", b"ours", before=b"theirs")
    assert (tmp_path / "a.yml").read_bytes() == b"ours"


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"words")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    os.mkfifo(tmp_path / "pipe")
    assert desk.read_given(tmp_path / "a.md") == (b"words", ())
    for name in ("", "link.md", "pipe", "none.md"):
        data, problems = desk.read_given(tmp_path / name)
        assert (data, [problem.code for problem in problems]) == (None, ["no-file"])
    with (tmp_path / "large.md").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert [problem.code for problem in desk.read_given(tmp_path / "large.md")[1]] == ["too-large"]
