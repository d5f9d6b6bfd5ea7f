"""What pyproject.toml asks for is used, and what is used is asked for."""

import ast
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
#: Packages whose import has another name, and those that are used without an import, with the reason.
IMPORTED_AS = {
    "jsonschema-rs": "jsonschema_rs",
    "ahocorasick-rs": "ahocorasick_rs",
    "python-frontmatter": "frontmatter",
    "pyyaml": "yaml",
    "pillow": "PIL",
}
NOT_IMPORTED = {"mkdocs-material": "the theme that mkdocs.yml names"}
#: Extras: who wants them installs them; without one, what needs it says so.
OPTIONAL = {"zensical"}


def asked() -> set[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert listed
    return set(re.findall(r'"([a-zA-Z0-9-]+)', listed[1]))


def used() -> set[str]:
    names = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"generator", "markupsafe"}  # markupsafe is Jinja's own


def test_dependencies_are_used_and_what_is_used_is_a_dependency() -> None:
    assert {IMPORTED_AS.get(name, name) for name in asked() - NOT_IMPORTED.keys()} == used() - OPTIONAL
    assert all(f"\n{name} = [" in (ROOT / "pyproject.toml").read_text(encoding="utf-8") for name in OPTIONAL)


#: Licences under which a site, and whoever forks this project, may use what it is built with.
PERMITTED = {"MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Apache-2.0 OR BSD-2-Clause", "ISC", "PSF-2.0", "MPL-2.0"}


def components() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((ROOT / "sbom.cdx.json").read_text(encoding="utf-8"))["components"]
    return listed


def test_the_bill_of_materials_lists_what_the_lock_files_pin() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    scripts = json.loads((ROOT / "vendor/package-lock.json").read_text(encoding="utf-8"))["packages"]
    pinned = {(f"pkg:pypi/{name}", version) for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE)}
    pinned |= {
        (f"pkg:npm/{path.removeprefix('node_modules/')}", item["version"]) for path, item in scripts.items() if path and "dev" not in item
    }
    listed = {(item["purl"].rpartition("@")[0].replace("_", "-"), item["version"]) for item in components()}
    assert listed <= pinned
    assert {name for name, _ in pinned} == {name for name, _ in listed}, "`make sbom` after `make lock` and `make vendor`"


def test_every_component_has_a_licence_that_is_permitted_and_is_listed_for_people() -> None:
    listed = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    for item in components():
        licence = item["licenses"][0].get("expression") or item["licenses"][0]["license"]["id"]
        assert licence in PERMITTED, item["name"]
        assert f"| {item['name']} | {item['version']} | {licence} |" in listed
