"""Runs MkDocs once, as a program of its own that `engine` starts, and tells what it warned of. Imports nothing of Seedbed.

In: one JSON object on standard input (config_file, docs_dir, site_dir, perhaps site_url; epoch: seconds that stand for "now").
Out: one JSON object on standard output: messages, a list of [level, message]; site_url, where the configuration says the site stands.
"""

import contextlib
import json
import logging
import os
import sys


class Notes(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        super().__init__(logging.WARNING)
        self.found: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's level and message."""
        self.found.append((record.levelname, record.getMessage()))


def build(settings: dict[str, str]) -> dict[str, object]:
    """Build the site with MkDocs. What it warned of and what it stopped for, and the site's address."""
    # MkDocs and Material read these two when they are imported: the first silences an advertisement of a fork,
    # the second is the date in the site map (https://reproducible-builds.org/specs/source-date-epoch/).
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = settings.pop("epoch")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    notes = Notes()
    logging.getLogger("mkdocs").addHandler(notes)
    site_url = None
    try:
        config = load_config(**settings)
        site_url = config.site_url
        build(config)
    except MkDocsException as error:
        if not any(level in {"ERROR", "CRITICAL"} for level, _ in notes.found):
            notes.found.append(("ERROR", str(error)))
    return {"messages": notes.found, "site_url": site_url or ""}


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        answer = build(json.load(sys.stdin))
    json.dump(answer, sys.stdout)
