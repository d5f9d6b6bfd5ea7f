"""What `doctor` says of a project and its machine: well, to look at, or a fault, each with what to do."""

import json
from pathlib import Path

import pytest

from generator import doctor
from generator.doctor import Finding, Machine, State, examine
from generator.places import Places
from tests.build.project import ROOT, make
from tests.build.test_build import seedbed

LOCK = "mkdocs==1.6.1 \\\n    --hash=sha256:00\nold-thing==2.0 ; python_version < '3.12' \\\nold-thing==3.0 ; python_version >= '3.12' \\\n"
WELL = Machine((3, 12, 1), {"mkdocs": "1.6.1", "old-thing": "3.0", "pypdf": "7.1.0"}, "/usr/bin/chromium")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    folder = make(tmp_path / "project")
    (folder / "requirements.lock").write_text(LOCK, "utf-8")
    (folder / ".github/workflows").mkdir(parents=True)
    (folder / ".github/workflows/publish.yml").write_bytes((ROOT / ".github/workflows/publish.yml").read_bytes())
    config = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("http://127.0.0.1:8000/", "https://garden.example/beds/"), "utf-8")
    return Places(folder, folder / "seeds", folder)


def found(places: Places, machine: Machine = WELL) -> dict[str, Finding]:
    return {finding.name: finding for finding in examine(places, machine)}


def test_a_project_in_order(places: Places) -> None:
    (places.site / "data").mkdir(parents=True)
    (places.site / "data/page.html").write_bytes(b"x" * 1500)
    said = found(places)
    assert {finding.state for finding in said.values()} == {State.OK}
    assert said["Packages"].found == "2 as requirements.lock pins them"
    assert said["Address"].found == "https://garden.example/beds/, below the path /beds/"
    assert said["Sources"].found.startswith("2 in ")
    assert said["Site"].found == "1 files, 1.5 kB of the 1 GB that GitHub Pages takes"
    assert said["GitHub Pages"].found == "publish.yml publishes"
    assert said["Formats"].found == "seedbed add does not read Word, HTML here"
    assert "'.[docx,html]'" in said["Formats"].right


def test_what_is_to_be_looked_at(places: Places) -> None:
    (places.project / ".github/workflows/publish.yml").unlink()
    places.config.write_text("site_name: A\nsite_url: http://localhost:8000/\n", "utf-8")
    said = found(places, WELL._replace(packages={"mkdocs": "1.5.0"}, browser=""))
    assert {name for name, finding in said.items() if finding.state is State.WARN} == {"Packages", "Address", "Site", "GitHub Pages"}
    assert said["Packages"].found == "In other versions than pinned: mkdocs."
    assert all(finding.right for finding in said.values() if finding.state is State.WARN)


def test_faults(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    places.config.write_text("site_name: [A\n", "utf-8")
    for path in places.seeds.iterdir():
        path.unlink()
    monkeypatch.setattr(doctor, "_LARGEST_SITE", 10)
    places.site.mkdir()
    (places.site / "index.html").write_bytes(b"x" * 11)
    said = found(places, Machine((3, 10, 4), {}))
    assert {name for name, finding in said.items() if finding.state is State.FAULT} == {
        "Python", "Packages", "Configuration", "Sources", "Site",
    }  # fmt: skip
    assert said["Packages"].found == "Not installed: mkdocs."
    assert said["Configuration"].found.startswith(f"{places.config}:")


def test_the_command_ends_with_1_on_a_fault_only(places: Places) -> None:
    done = seedbed(places.project, "doctor", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert {item["name"]: item["state"] for item in json.loads(done.stdout)}["Python"] == "ok"
    places.config.unlink()
    done = seedbed(places.project, "doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert "fault Configuration  There is no mkdocs.yml.\n" in done.stdout
