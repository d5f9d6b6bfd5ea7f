"""What pyproject.toml asks for is used, and what is used is asked for."""

import ast
import re
import sys
from pathlib import Path

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
    assert {IMPORTED_AS.get(name, name) for name in asked() - NOT_IMPORTED.keys()} == used()
