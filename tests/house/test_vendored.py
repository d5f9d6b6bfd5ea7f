"""Scripts of others are served as they were published: pinned by a lock file, their bytes held by a hash, their licences beside them."""

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVED = ROOT / "docs/assets/vendor"
TESTING = ROOT / "tests/site/vendor"


def test_every_vendored_script_has_the_bytes_that_are_written_down() -> None:
    held = {name: digest for digest, name in (line.split() for line in (ROOT / "vendor/SHA256SUMS").read_text().splitlines())}
    there = [*SERVED.glob("*.js"), *TESTING.glob("*.js")]
    assert held == {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in there}


def test_what_is_served_is_what_the_lock_file_pins() -> None:
    lock = json.loads((ROOT / "vendor/package-lock.json").read_text())["packages"]
    pinned = {path.removeprefix("node_modules/"): package["version"] for path, package in lock.items() if path and "dev" not in package}
    assert all(package["integrity"].startswith("sha512-") for path, package in lock.items() if path)
    served = dict(re.findall(r"^// https://d3js\.org/(d3-[a-z]+)/ v([\d.]+) ", (SERVED / "d3-map.min.js").read_text(), re.MULTILINE))
    assert served == pinned
    licences = (SERVED / "d3-map.LICENSE.txt").read_text()
    assert set(re.findall(r"^==> (d3-[a-z]+)/LICENSE", licences, re.MULTILINE)) == set(pinned)


def test_what_only_tests_use_is_what_the_lock_file_pins_and_is_not_served() -> None:
    lock = json.loads((ROOT / "vendor/package-lock.json").read_text())["packages"]
    assert [path for path, package in lock.items() if "dev" in package] == ["node_modules/axe-core"]
    assert (TESTING / "axe.min.js").read_text().startswith(f"/*! axe v{lock['node_modules/axe-core']['version']}\n")
    assert "Mozilla Public License" in (TESTING / "axe.LICENSE.txt").read_text()
    assert not list((ROOT / "docs").rglob("*axe*.js"))


def test_what_every_page_loads_for_its_tables_is_small() -> None:
    assert (ROOT / "docs/assets/tables.js").stat().st_size <= 8 * 1024


def test_our_scripts_run_under_a_strict_policy_and_stay_at_home() -> None:
    for path in (ROOT / "docs/assets").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|new Function|innerHTML|https?://|setAttribute\(\"on", text), path.name
