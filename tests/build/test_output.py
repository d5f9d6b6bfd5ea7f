"""Files that are kept small: nothing of them is lost, and they are there stretch by stretch."""

from pathlib import Path

from generator import disk
from generator.output import Flowing, OutputFile, packed, stretches

WORDS = [f"line {n} of many\n".encode() for n in range(60_000)]


def test_what_is_packed_is_smaller_and_the_same() -> None:
    file = packed("a.md", WORDS)
    assert file.data == b"".join(WORDS)
    assert sum(map(len, file.blocks)) < len(file.data) / 3
    assert b"".join(stretches(file)) == file.data
    assert max(map(len, stretches(file))) < len(file.data) / 2, "it is never there whole"


def test_nothing_is_packed_too() -> None:
    assert packed("a.md", []).data == b""


def test_all_kinds_are_written_alike_and_only_once(tmp_path: Path) -> None:
    whole = b"".join(WORDS)
    for file in (OutputFile("a/b.txt", whole), packed("a/b.txt", WORDS), Flowing("a/b.txt", lambda: WORDS)):
        (tmp_path / "a/b.txt").unlink(missing_ok=True)
        assert disk.write(tmp_path, [file], prune=False) == ("a/b.txt",)
        assert (tmp_path / "a/b.txt").read_bytes() == whole
        assert disk.write(tmp_path, [file], prune=False) == (), "these bytes are there already"


def test_what_is_longer_shorter_or_other_is_written_again(tmp_path: Path) -> None:
    for there in (b"line 0 of many\n", b"".join(WORDS) + b"more", b"".join(WORDS).replace(b"59999", b"59998")):
        (tmp_path / "a").write_bytes(there)
        assert disk.write(tmp_path, [packed("a", WORDS)], prune=False) == ("a",)
        assert (tmp_path / "a").read_bytes() == b"".join(WORDS)
