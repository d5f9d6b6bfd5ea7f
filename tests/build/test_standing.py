"""Pages of the site that stands, which the next build takes over: only as a build of ours left them."""

from pathlib import Path

from generator import standing
from generator.engine import Made

KEYS = {"index.html": "k1", "a/index.html": "k2", "empty/index.html": "k3"}
ENTRIES = {path: [{"location": path, "title": "A", "text": ""}] for path in KEYS}


def built(folder: Path) -> Path:
    for path in ("index.html", "a/index.html"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
        (folder / f"{path}.md").write_text("twin")
    return folder


def test_pages_stand_until_somebody_writes_to_them(tmp_path: Path) -> None:
    cache, site = tmp_path / "cache", built(tmp_path / "site")
    standing.note(cache, site, site, Made((), "", KEYS, ENTRIES))
    assert standing.known(cache, site) == {path: (KEYS[path], ENTRIES[path]) for path in ("index.html", "a/index.html")}
    (site / "a/index.html.md").write_text("what somebody wrote")
    assert list(standing.known(cache, site)) == ["index.html"]
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(site / "a/index.html")
    assert not standing.known(cache, site)
    assert not standing.known(cache, tmp_path / "elsewhere") and not standing.known(tmp_path / "no-cache", site)


def test_they_are_taken_over_with_their_twins_and_times(tmp_path: Path) -> None:
    site, new = built(tmp_path / "site"), tmp_path / "new"
    standing.take_over(site, new, ["a/index.html"])
    assert sorted(path.name for path in new.rglob("*.*")) == ["index.html", "index.html.md"]
    assert (new / "a/index.html").stat().st_mtime_ns == (site / "a/index.html").stat().st_mtime_ns


def test_what_lies_in_the_cache_may_be_anything(tmp_path: Path) -> None:
    cache, site = tmp_path / "cache", built(tmp_path / "site")
    standing.note(cache, site, site, Made((), "", KEYS, ENTRIES))
    (noted,) = (cache / "standing").iterdir()
    noted.write_bytes(noted.read_bytes()[:-7])
    assert not standing.known(cache, site)
