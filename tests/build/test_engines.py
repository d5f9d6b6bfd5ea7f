"""Another engine makes the same pages of the same Markdown and configuration; where it cannot, the curator is told."""

import json
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from generator import zensical_engine
from generator.cli import app
from generator.cli.terminal import Engine
from generator.places import Places
from generator.publishing import ENGINES, publish
from generator.zensical_links import literal, literal_html
from tests.build.crawled import Crawled, crawl
from tests.build.project import make
from tests.searched import whole_index

HERE = "http://127.0.0.1:8000/"


def built(project: Path, output: Path, engine: str) -> Path:
    places = Places(project, project / "seeds", output)
    _, report = publish(places, by=ENGINES[engine])
    assert not report.failed(strict=True), report
    return places.site


def test_the_pages_are_the_same(tmp_path: Path) -> None:
    project = make(tmp_path / "project")
    links = '<p><a href="../topics/compost/">HTML</a></p>\n\n[A page](topics/compost.md), [a place](#raw).\n'
    (project / "docs/raw.md").write_text("# Raw\n\n" + links)
    one, other = (crawl(built(project, tmp_path / engine, engine), site_url=HERE) for engine in ENGINES)
    assert one.keys() == other.keys()
    for path, page in one.items():
        for name in Crawled._fields:
            assert getattr(other[path], name) == getattr(page, name), f"{path}: {name}"
    assert ("topics/compost/", "") in other["raw/index.html"].links


def test_search_finds_the_same_places(tmp_path: Path) -> None:
    project = make(tmp_path / "project")
    mkdocs, zensical = (built(project, tmp_path / name, name) for name in ENGINES)
    one, other = whole_index(mkdocs), json.loads((zensical / ENGINES["zensical"].searched).read_bytes())
    passages = {entry["location"]: entry["text"] for entry in one["docs"] if "#p-" in entry["location"]}
    assert passages
    assert {entry["location"]: entry["text"] for entry in other["items"] if "#p-" in entry["location"]} == passages
    assert all({"level", "path", "tags", "title"} <= entry.keys() for entry in other["items"])


@pytest.mark.parametrize(
    ("page", "address", "written"),
    [
        ("topics/x.md", "../../sources/y/", "../sources/y/"),
        ("topics/x.md", "../", "./"),
        ("topics/x.md", "./", "x/./"),
        ("topics/x.md", "picture.png", "x/picture.png"),
        ("topics/x.md", "#here", "#here"),
        ("topics/x.md", "?q=1", "?q=1"),
        ("topics/x.md", "/from/the/root/", "/from/the/root/"),
        ("topics/x.md", "https://example.org/", "https://example.org/"),
        ("topics/x.md", "mailto:a@example.org", "mailto:a@example.org"),
        ("topics/index.md", "../sources/y/", "../sources/y/"),
    ],
)
def test_an_address_as_it_stands_is_written_so_that_zensical_leads_there(page: str, address: str, written: str) -> None:
    assert literal(address, page) == written


def test_only_addresses_in_tags_are_changed() -> None:
    html = """<a title="href='../x/'" href='../x/'>see href="../x/" &lt;a href="../x/"&gt;</a><img src=../y.png><p data-href="../x/">"""
    assert literal_html(html, "a.md") == (
        """<a title="href='../x/'" href='x/'>see href="../x/" &lt;a href="../x/"&gt;</a><img src="y.png"><p data-href="../x/">"""
    )


def test_a_fault_of_a_template_is_one_line(tmp_path: Path) -> None:
    project = make(tmp_path / "project")
    (project / "templates/theme/main.html").write_text("{{ nothing() }}")
    _, report = publish(Places(project, project / "seeds", tmp_path / "out"), by=ENGINES["zensical"])
    [problem] = [problem for problem in report.problems if problem.code == "engine-stopped"]
    assert problem.wrong.startswith("Zensical stopped: unknown function")
    assert not (tmp_path / "out/site").exists()


def test_the_engine_that_is_not_installed_is_told_with_the_way_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zensical_engine, "find_spec", lambda name: None)
    project = make(tmp_path / "project")
    done = CliRunner().invoke(app, ["build", "--project", str(project), "--output", str(tmp_path), "--engine", "zensical"])
    assert done.exit_code == 1
    assert "pip install 'seedbed[zensical]'" in done.stderr


def test_the_command_line_knows_every_engine() -> None:
    assert set(get_args(get_args(Engine)[0])) == set(ENGINES)
