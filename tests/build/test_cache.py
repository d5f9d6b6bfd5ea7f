"""What a build keeps for the next one: pages come from it only as they would be made anew, and nothing hangs on it."""

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from generator import store
from generator.places import Places
from generator.publishing import publish
from tests.build.project import ROOT, make


def site(project: Path, output: Path, *, site_url: str = "", company: bool = False, again: bool = False) -> dict[str, bytes]:
    """Build without a fault; every file of the site.

    `company`: another program builds the same at the same time; `again`: what this build made stays in memory for the next.
    """
    places = Places(project, project / "seeds", output)
    with another(places) if company else nullcontext():
        _, report = publish(places, site_url=site_url, again=again)
    assert not report.failed(strict=True), report
    return {path.relative_to(places.site).as_posix(): path.read_bytes() for path in sorted(places.site.rglob("*")) if path.is_file()}


@contextmanager
def another(places: Places) -> Iterator[None]:
    """A build of the same in a program of its own, begun before and waited for."""
    command = [sys.executable, "-m", "generator", "build", "--project", str(places.project), "--output", str(places.output)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as program:
        yield
        said, _ = program.communicate()
    assert program.returncode == 0, said


def pages_kept(output: Path) -> list[Path]:
    return sorted((output / "build/cache/pages").iterdir())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def test_an_entry_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    store.put(tmp_path, "key", b"one\ntwo")
    assert store.get(tmp_path, "key") == b"one\ntwo"
    assert store.get(tmp_path, "other") is None
    for damaged in (b"", b"no checksum", b"00000000\none\ntwo", (tmp_path / "key").read_bytes()[:-1]):
        (tmp_path / "key").write_bytes(damaged)
        assert store.get(tmp_path, "key") is None


def test_an_entry_under_the_name_of_another_counts_as_none(tmp_path: Path) -> None:
    store.put(tmp_path, "key", b"one")
    (tmp_path / "key").rename(tmp_path / "other")
    assert store.get(tmp_path, "other") is None


def test_the_oldest_that_nobody_used_go_first(tmp_path: Path) -> None:
    for n in range(5):
        store.put(tmp_path, f"{n}", b"")
    store.get(tmp_path, "1")
    store.trim(tmp_path, {"0"}, spare=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1", "4"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere/at-all")
    store.put(tmp_path / "link", "key", b"x")
    store.trim(tmp_path / "link", set())
    assert store.get(tmp_path / "link", "key") is None
    assert (tmp_path / "link").is_symlink()  # perhaps to a disk that is not there today


@pytest.mark.parametrize("wrong", ["cache", "cache/pages", "cache/pages/key/folder"])
def test_what_stands_in_the_place_of_an_entry_goes(tmp_path: Path, wrong: str) -> None:
    (tmp_path / wrong).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / wrong).write_bytes(b"in the way")
    store.put(tmp_path / "cache/pages", "key", b"x")
    assert store.get(tmp_path / "cache/pages", "key") == b"x"


def test_a_second_build_renders_nothing_and_is_the_same(project: Path, tmp_path: Path) -> None:
    first = site(project, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in pages_kept(tmp_path)}
    assert site(project, tmp_path) == first
    assert pages_kept(tmp_path) == sorted(times)


def test_pages_that_are_rendered_a_few_at_a_time_are_the_same(project: Path, tmp_path: Path) -> None:
    """In a program of its own, as always: MkDocs takes from the environment what it does when it is loaded."""
    site(project, tmp_path)
    made = []
    for most in (1000, 3):
        place = tmp_path / f"by-{most}"
        settings = {
            "config_file": str(project / "mkdocs.yml"),
            "docs_dir": str(tmp_path / "build/docs"),
            "site_dir": str(place / "site"),
            "epoch": "1700000000",
            "cache": str(place / "pages"),
            "standing": {},
            "whole": ["index.md"],
        }
        asked = f"from generator import mkdocs_process as p; p._AT_ONCE = {most}; import json; print(json.dumps(p.build({settings!r})))"
        said = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        files = {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}
        made.append((files, json.loads(said)))
    assert len([path for path in made[0][0] if path.endswith(".html")]) > 3 * 3, "there is more than one helping"
    assert made[0] == made[1]


def test_a_damaged_cache_changes_nothing(project: Path, tmp_path: Path) -> None:
    first = site(project, tmp_path)
    for n, path in enumerate(sorted((tmp_path / "build/cache").rglob("*"))):
        if path.is_file():
            path.write_bytes((path.read_bytes()[:-3], b"", b"\xff" * 40)[n % 3])
    assert site(project, tmp_path) == first


def test_another_address_or_configuration_takes_no_page_of_the_old_one(project: Path, tmp_path: Path) -> None:
    site(project, tmp_path)
    assert site(project, tmp_path, site_url="https://a.example/b/") == site(project, tmp_path / "clean", site_url="https://a.example/b/")
    config = project / "mkdocs.yml"
    config.write_text(re.sub(r"(?m)^site_name: .*", "site_name: Another", config.read_text()))
    renamed = site(project, tmp_path)
    assert renamed == site(project, tmp_path / "clean")
    assert b"Another" in renamed["topics/compost/index.html"]


def changes(project: Path, chance: random.Random) -> Iterator[str]:
    """One change after another: a seed is added, edited, renamed, removed; a note is edited, gets a label; each says what it did."""
    added = 0
    while True:
        seeds = sorted((project / "seeds").iterdir())
        kind = chance.choice(("add", "edit", "rename", "remove", "note", "label"))
        added += 1
        if kind == "add":
            text = chance.choice(("Compost warms a frame.", "Black gold, says Ana, is free.", "Watering in the evening feeds slugs."))
            (project / f"seeds/new-{added}.md").write_text(
                f"---\ntitle: New {added}\nkind: insights\n---\n- {text}\n- Slugs love {added}.\n"
            )
        elif kind == "note":
            note = project / "docs/topics/watering.md"
            note.write_text(note.read_text() + f"\nA can holds {added} litres; see [compost](compost.md).\n")
        elif kind == "label":
            note = project / "docs/topics/compost.md"
            note.write_text(note.read_text().replace("altLabel: [", f"altLabel: [heap of {added}, ", 1))
        elif kind == "edit":
            old = chance.choice(seeds)
            old.write_text(old.read_text() + f"\n\nAmmonia stinks {added} times over in a heap without compost.\n")
        elif kind == "rename":
            chance.choice(seeds).rename(project / f"seeds/renamed-{added}.md")
        elif len(seeds) > 1:
            chance.choice(seeds).unlink()
        yield kind


@pytest.mark.parametrize("seed", range(3))
def test_whatever_changes_the_site_is_that_of_a_clean_build(project: Path, tmp_path: Path, seed: int) -> None:
    site(project, tmp_path / "kept")
    for kind, _ in zip(changes(project, random.Random(seed)), range(3), strict=False):
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        kept = site(project, tmp_path / "kept", company=seed == 2, again=seed > 0)
        assert kept == site(project, tmp_path / "clean"), kind
        assert len({(tmp_path / name / "build/knowledge.json").read_bytes() for name in ("kept", "clean")}) == 1, kind
