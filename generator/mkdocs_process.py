"""Runs MkDocs once, as a program of its own that `engine` starts, and tells what it warned of. Imports nothing of Seedbed.

In: one JSON object on standard input (config_file, docs_dir, site_dir, perhaps site_url; epoch: seconds that stand for "now").
Out: one JSON list of [level, message] on standard output.
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


def build(settings: dict[str, str]) -> list[tuple[str, str]]:
    """Build the site with MkDocs. What it warned of, and what it stopped for."""
    # MkDocs and Material read these two when they are imported: the first silences an advertisement of a fork,
    # the second is the date in the site map (https://reproducible-builds.org/specs/source-date-epoch/).
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = settings.pop("epoch")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    notes = Notes()
    logging.getLogger("mkdocs").addHandler(notes)
    try:
        build(load_config(**settings))
    except MkDocsException as error:
        if not any(level in {"ERROR", "CRITICAL"} for level, _ in notes.found):
            notes.found.append(("ERROR", str(error)))
    return notes.found


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        answer = build(json.load(sys.stdin))
    json.dump(answer, sys.stdout)
