"""Suggestions by the commands that a curator types: listed after a build, accepted into their files, turned down for good."""

import json
from pathlib import Path

import pytest

from tests.build.project import make
from tests.build.test_build import contents, seedbed

VISIT = """---
title: A visit to Dunmore
kind: article
date: 2023-06-01
---
# A visit

Rosa Lindqvist, who runs the gardens at Dunmore Trust, has kept a worm bin (WB) since 1990. Lindqvist says that it needs air.

Nothing but amonia rises from a heap without air.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = make(tmp_path / "project")
    (folder / "seeds/visit.md").write_text(VISIT, "utf-8")
    return folder


def waiting(project: Path) -> dict[str, str]:
    return {item["says"]: item["id"] for item in json.loads(seedbed(project, "suggest", "--json").stdout)}


def test_suggestions_are_listed_accepted_and_turned_down(project: Path) -> None:
    done = seedbed(project, "suggest")
    assert (done.returncode, "build/suggestions.json:1: No build has made suggestions. Build first" in done.stderr) == (1, True)
    assert seedbed(project, "build").returncode == 0
    before = contents(project / "docs")
    listed = seedbed(project, "suggest").stdout
    assert "   1  " in listed and "person: Rosa Lindqvist\n      named 2 times, also as “Lindqvist”  seeds/visit.md:8\n" in listed
    done = seedbed(project, "suggest", "visi")
    assert (done.returncode, "seeds:1: There is no source `visi`. Did you mean visit?" in done.stderr) == (1, True)
    ids = waiting(project)
    assert set(ids) >= {"term: worm bin (WB)", "person: Rosa Lindqvist", "organisation: Dunmore Trust"}
    done = seedbed(project, "accept", ids["person: Rosa Lindqvist"], ids["term: worm bin (WB)"])
    assert done.stdout == "docs/vocabulary/people.yml:5: person: Rosa Lindqvist\ndocs/vocabulary/terms.yml:4: term: worm bin (WB)\n"
    people = (project / "docs/vocabulary/people.yml").read_bytes()
    assert people == before["vocabulary/people.yml"] + b"- id: rosa-lindqvist\n  prefLabel: Rosa Lindqvist\n"
    assert seedbed(project, "reject", ids["organisation: Dunmore Trust"]).returncode == 0
    assert "# organisation: Dunmore Trust" in (project / "docs/rejected.yml").read_text("utf-8")
    assert not set(waiting(project)) & {"term: worm bin (WB)", "organisation: Dunmore Trust"}
    done = seedbed(project, "build", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert "+1 person" in done.stdout
    assert not set(waiting(project)) & set(ids) - {"other"}
    assert not (project / "site/rejected.yml").exists()
    assert seedbed(project, "accept", "77").returncode == 1


def test_a_clash_of_labels_is_told_at_once_and_nothing_is_written(project: Path) -> None:
    assert seedbed(project, "build").returncode == 0
    terms = project / "docs/vocabulary/terms.yml"
    terms.write_text(terms.read_text("utf-8") + "- id: bin\n  prefLabel: worm bin\n", "utf-8")
    before = contents(project / "docs")
    done = seedbed(project, "accept", waiting(project)["term: worm bin (WB)"])
    assert done.returncode == 1
    assert 'The label "worm bin" belongs to `bin` already (docs/vocabulary/terms.yml:5).' in done.stderr
    assert contents(project / "docs") == before


def offer(project: Path, **item: object) -> None:
    whole = {"number": 1, "id": "0a1b2c3d", "alt": "", "concept": None, "near": "", "sources": [], "source": "visit", "says": "so"}
    whole |= {"because": "it is", "passages": [], "path": "seeds/visit.md", "line": 1, "text": ""}
    (project / "build").mkdir(exist_ok=True)
    (project / "build/suggestions.json").write_text(json.dumps({"suggestions": [whole | item]}), "utf-8")


def test_a_label_goes_into_the_note_or_the_list_of_its_entry(project: Path) -> None:
    offer(project, kind="hiddenLabel", name="amonia", near="heap", concept="ammonia")
    assert seedbed(project, "accept", "1").stdout == "docs/vocabulary/terms.yml:1: so\n"
    terms = (project / "docs/vocabulary/terms.yml").read_text("utf-8")
    assert terms.startswith("- id: ammonia\n  prefLabel: ammonia\n  hiddenLabel: [{label: amonia, near: [heap]}]\n  definition: ")
    offer(project, kind="altLabel", name="humus", concept="compost")
    assert seedbed(project, "accept", "1").returncode == 0
    assert "\naltLabel: [black gold, rotted plants, humus]\n" in (project / "docs/topics/compost.md").read_text("utf-8")
    offer(project, kind="altLabel", name="Ana", concept="compost")
    done = seedbed(project, "accept", "1")
    assert done.returncode == 1
    assert "also belongs to" in done.stderr
    assert "Ana" not in (project / "docs/topics/compost.md").read_text("utf-8")
    offer(project, kind="related", name="ammonia", concept="compost")
    assert seedbed(project, "accept", "1").returncode == 0
    assert seedbed(project, "check", "--strict").returncode == 0


def test_an_origin_goes_into_the_front_matter_of_the_seeds_that_lack_it(project: Path) -> None:
    (project / "seeds/bare.txt").write_text("Compost feeds the soil.\r\n", "utf-8", newline="")
    (project / "seeds/heard.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana>Compost feeds the soil.\n", "utf-8")
    offer(project, kind="origin", name="Garden day: one", sources=["visit", "bare", "heard"])
    assert seedbed(project, "accept", "1").returncode == 0
    assert (project / "seeds/visit.md").read_text("utf-8") == VISIT.replace("06-01\n", "06-01\norigin: 'Garden day: one'\n")
    assert (project / "seeds/bare.txt").read_bytes() == b"---\r\norigin: 'Garden day: one'\r\n---\r\nCompost feeds the soil.\r\n"
    assert (project / "seeds/heard.yml").read_text("utf-8") == "origin: 'Garden day: one'\n"
