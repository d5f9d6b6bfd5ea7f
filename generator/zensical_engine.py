"""Runs Zensical on a folder of Markdown, in place of MkDocs. Knows nothing of what the pages say."""

import json
from importlib.util import find_spec
from pathlib import Path

from generator.engine import Made, failed, start, stopped
from generator.report import Location, Problem


def run(config: Path, docs: Path, site: Path, *, cache: Path, as_of: str, site_url: str = "") -> Made:
    """Build a folder of Markdown into a folder `site` that is not there yet. What is left of MkDocs' settings has no use here.

    `cache`, `as_of`: Zensical keeps nothing between builds, and knows no day.
    """
    shown = config.as_posix()
    if find_spec("zensical") is None:
        right = "Install it with `pip install 'seedbed[zensical]'`, or leave --engine out."
        return Made((Problem("engine-missing", Location(shown), "Zensical is not installed.", right),), site_url)
    settings = {"config_file": str(config.resolve()), "docs_dir": str(docs.resolve()), "site_dir": str(site.resolve())}
    if site_url:
        settings["site_url"] = site_url
    done = start("generator.zensical_process", settings, config.resolve().parent)
    if done.returncode:
        return Made((failed("Zensical", done, shown),), site_url)
    answer = json.loads(done.stdout)
    return Made(tuple(stopped("Zensical", message, shown) for _, message in answer["messages"]), answer["site_url"], answer["keys"])
