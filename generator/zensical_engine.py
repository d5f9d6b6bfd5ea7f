"""Runs Zensical on a folder of Markdown, in place of MkDocs. Knows nothing of what the pages say."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from generator.engine import Made, Run, Task, begin, failed, finish, stopped
from generator.report import Location, Problem


@contextmanager
def ready(config: Path) -> Iterator[Run]:
    """Zensical loads in no time."""
    yield run


def run(task: Task) -> Made:
    """Build a folder of Markdown into a folder that is not there yet. Zensical keeps nothing between builds, and knows no day."""
    shown = task.config.as_posix()
    if find_spec("zensical") is None:
        right = "Install it with `pip install 'seedbed[zensical]'`, or leave --engine out."
        return Made((Problem("engine-missing", Location(shown), "Zensical is not installed.", right),), task.site_url)
    settings = {"config_file": str(task.config.resolve()), "docs_dir": str(task.docs.resolve()), "site_dir": str(task.site.resolve())}
    if task.site_url:
        settings["site_url"] = task.site_url
    done = finish(begin("generator.zensical_process", task.config.resolve().parent), settings)
    if done.returncode:
        return Made((failed("Zensical", done, shown),), task.site_url)
    answer = json.loads(done.stdout)
    return Made(tuple(stopped("Zensical", message, shown) for _, message in answer["messages"]), answer["site_url"], answer["keys"])
