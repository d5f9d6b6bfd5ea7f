"""Runs Zensical once, as a program of its own that `zensical_engine` starts, in a folder of its own beside the site.

In: one JSON object on standard input (config_file, docs_dir, site_dir, perhaps site_url).
Out: one JSON object on standard output: messages, a list of [level, message]; site_url, where the configuration says the site
stands; keys, by path of an HTML page a hash of it.
"""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml


def build(settings: dict[str, str]) -> dict[str, object]:
    """Build the site with Zensical. What it stopped for, the site's address, and what each page is."""
    import zensical
    from zensical.config import parse_config

    docs, site = Path(settings["docs_dir"]), Path(settings["site_dir"])
    place = site.parent / "zensical"  # it wants docs_dir and site_dir below the configuration
    shutil.copytree(docs, place / "docs", copy_function=_link)
    config = place / "mkdocs.yml"
    config.write_text(json.dumps(_config(settings, place)), encoding="utf-8")
    try:
        site_url = str(parse_config(str(config))["site_url"] or "")
        zensical.build(str(config), {"clean": False, "strict": False})
    except Exception as error:  # whatever it is, it is Zensical's and is told in a line
        return {"messages": [("ERROR", _first(str(error)))], "site_url": "", "keys": {}}
    (place / "site").rename(site)
    pages = (page.with_suffix("") for page in docs.rglob("*.md"))
    paths = [(page.parent if page.name in {"index", "README"} else page).relative_to(docs) / "index.html" for page in pages]
    return {"messages": [], "site_url": site_url, "keys": {path.as_posix(): _hash(site / path) for path in sorted(paths)}}


def _config(settings: dict[str, str], place: Path) -> dict[str, Any]:
    """A configuration that takes over the project's own (YAML holds JSON). Of links `links` is the judge, here as elsewhere."""
    own = Path(settings["config_file"]).resolve()
    found: dict[str, Any] = {
        "INHERIT": str(own),
        "docs_dir": "docs",
        "site_dir": "site",
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
        "markdown_extensions": [{"generator.zensical_links": {"docs": str(place / "docs")}}],
    }
    if folder := _custom_dir(own):
        found["theme"] = {"custom_dir": str(own.parent / folder)}
    return found | ({"site_url": settings["site_url"]} if settings.get("site_url") else {})


def _custom_dir(config: Path) -> str:
    """The folder of overrides that a configuration names, which counts from its own place; empty if there is none."""
    root = yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for name in ("theme", "custom_dir"):
        fields = root.value if isinstance(root, yaml.MappingNode) else ()
        root = next((value for key, value in fields if key.value == name), None)
    return str(root.value) if isinstance(root, yaml.ScalarNode) else ""


def _link(source: str, target: str) -> None:
    """A file once more, without its bytes where the system can."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _first(message: str) -> str:
    return next((line for line in message.splitlines() if line.strip()), "no reason given")


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # Zensical is no Python: what it prints goes where the system says
    json.dump(build(json.load(sys.stdin)), answers)
    answers.flush()
