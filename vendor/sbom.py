"""Writes sbom.cdx.json and THIRD-PARTY.md: what the site is built with and serves, with versions and licences. `make sbom` runs it.

Standard input: a CycloneDX document of an environment that holds requirements.lock and nothing else, as cyclonedx-py makes it
(https://cyclonedx.org/docs/1.6/json/). The scripts that the site serves are added from package-lock.json beside this file.
"""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
#: What every virtual environment comes with.
INSTALLER = {"pip", "setuptools"}
#: Packages whose metadata names no licence that a program can read, with what their own LICENSE file is.
READ_BY_HAND = {"ahocorasick_rs": "Apache-2.0"}
#: Classifiers that stand in metadata instead of an identifier of SPDX (https://spdx.org/licenses/).
CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

HEAD = """\
# Third-party software

What a site is built with and what it serves, as `sbom.cdx.json` (CycloneDX) lists it. `make sbom` writes both.

| package | version | licence | from |
|---|---|---|---|
"""


def licence(component: dict[str, Any]) -> str:
    """A component's licence as an expression of SPDX: the first that its metadata declares."""
    if component["name"] in READ_BY_HAND:
        return READ_BY_HAND[component["name"]]
    for item in component.get("licenses", ()):
        named = item.get("expression") or item["license"].get("id") or CLASSIFIERS.get(item["license"].get("name", ""))
        if named:
            return str(named)
    raise SystemExit(f"{component['name']}: no licence is declared. Read its LICENSE file and add it to READ_BY_HAND in vendor/sbom.py.")


def served() -> list[dict[str, Any]]:
    """The scripts of others that the site serves."""
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    pinned = {path.removeprefix("node_modules/"): item for path, item in lock.items() if path and not item.get("dev")}
    return [
        {
            "bom-ref": f"npm:{name}",
            "licenses": [{"license": {"id": item["license"]}}],
            "name": name,
            "purl": f"pkg:npm/{name}@{item['version']}",
            "type": "library",
            "version": item["version"],
        }
        for name, item in sorted(pinned.items())
    ]


def row(item: dict[str, Any]) -> str:
    """A component's line in the table for people."""
    registry = item["purl"].removeprefix("pkg:").split("/")[0]
    return f"| {item['name']} | {item['version']} | {licence(item)} | {registry} |\n"


def main() -> None:
    """Write both files at the top of the project."""
    document = json.load(sys.stdin)
    kept = [item for item in document["components"] if item["name"] not in INSTALLER]
    for item in kept:
        item["licenses"] = [{"expression": licence(item)}]
        item.pop("externalReferences", None)
    document["components"] = sorted([*kept, *served()], key=lambda item: (item["purl"], item["version"]))
    known = {item["bom-ref"] for item in document["components"]} | {document["metadata"]["component"]["bom-ref"]}
    document["dependencies"] = [item for item in document["dependencies"] if item["ref"] in known]
    (HERE.parent / "sbom.cdx.json").write_text(json.dumps(document, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    rows = "".join(map(row, document["components"]))
    (HERE.parent / "THIRD-PARTY.md").write_text(HEAD + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
