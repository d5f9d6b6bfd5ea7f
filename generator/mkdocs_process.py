"""Runs MkDocs once, as a program of its own that `engine` starts: renders the pages that were not rendered before.

In: one JSON object on standard input (config_file, docs_dir, site_dir, perhaps site_url; epoch: seconds that stand for "now";
cache: the folder of rendered pages).
Out: one JSON object on standard output: messages, a list of [level, message]; site_url, where the configuration says the site
stands; keys, by path of an HTML page what it was made of; fresh, the paths of those that were rendered now.
"""

import contextlib
import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import store

if TYPE_CHECKING:  # MkDocs reads the environment when it is imported: see `build`
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

#: What makes the HTML of a page besides the configuration and its text. A new version of one makes every page anew.
_MAKERS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions", "pygments")
#: Settings that differ from run to run and change no page.
_OF_THE_RUN = frozenset({"config_file_path", "docs_dir", "site_dir"})
_DIRTY = "A 'dirty' build"
_INDEX = Path("search/search_index.json")


class Notes(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        super().__init__(logging.WARNING)
        self.found: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's level and message; not that MkDocs warns of stale pages, which our keys rule out."""
        if not record.getMessage().startswith(_DIRTY):
            self.found.append((record.levelname, record.getMessage()))


class Reuse:
    """A plugin of MkDocs, by its events: takes pages from the cache as if they were not modified, and keeps what is rendered.

    An entry of the cache is a line of JSON, the page's entries of the search index, and then the page's HTML.
    """

    def __init__(self, cache: Path) -> None:
        """Use a folder of rendered pages; nothing is known before the files are."""
        self.cache = cache
        self.keys: dict[str, str] = {}
        self.fresh: dict[str, str] = {}
        self.kept: dict[str, list[dict[str, Any]]] = {}

    def on_files(self, files: "Files", config: "MkDocsConfig") -> None:
        """Write the pages that the cache holds, and have MkDocs pass them over."""
        pages = files.documentation_pages()
        titled_by_text = _untitled(config.nav, {file.src_uri for file in pages})
        context = _context(config, [file for file in pages if file.src_uri in titled_by_text])
        for file in pages:
            key = hashlib.sha256(b"\0".join((context, file.src_uri.encode(), file.content_bytes))).hexdigest()
            self.keys[file.dest_uri] = key
            known = None if file.src_uri in titled_by_text else store.get(self.cache, key)
            if known:
                head, _, page = known.partition(b"\n")
                self.kept[file.dest_uri] = json.loads(head)
                _write(Path(file.abs_dest_path), page)
                file.is_modified = lambda: False  # type: ignore[method-assign]  # what MkDocs asks in a build of changes only

    def on_post_page(self, output: str, page: "Page", config: "MkDocsConfig") -> None:
        """Take note of a page that was rendered."""
        self.fresh[page.file.dest_uri] = output

    def keep(self, site: Path, *, worth: bool) -> None:
        """Make the search index whole, and keep the new pages; `worth`: nothing was wrong with them."""
        made = json.loads((site / _INDEX).read_text(encoding="utf-8")) if (site / _INDEX).is_file() else {}
        by_page: dict[str, list[dict[str, Any]]] = {}
        for entry in made.get("docs", ()):
            by_page.setdefault(entry["location"].partition("#")[0], []).append(entry)
        for path, html in self.fresh.items():
            self.kept[path] = by_page.get(path.removesuffix("index.html"), [])
            if worth and html.strip():
                head = json.dumps(self.kept[path]).encode()
                store.put(self.cache, self.keys[path], head + b"\n" + html.encode("utf-8", "xmlcharrefreplace"))
        if made:
            made["docs"] = [entry for path in self.keys for entry in self.kept.get(path, ())]
            _write(site / _INDEX, json.dumps(made).encode())
        store.trim(self.cache, frozenset(self.keys.values()))


def build(settings: dict[str, str]) -> dict[str, object]:
    """Build the site with MkDocs. What it warned of and what it stopped for, the site's address, and which pages were made now."""
    # MkDocs and Material read these two when they are imported: the first silences an advertisement of a fork,
    # the second is the date in the site map (https://reproducible-builds.org/specs/source-date-epoch/).
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = settings.pop("epoch")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    notes = Notes()
    logging.getLogger("mkdocs").addHandler(notes)
    reuse = Reuse(Path(settings.pop("cache")))
    site_url = None
    try:
        config = load_config(**settings)
        site_url = config.site_url
        config.plugins["seedbed/reuse"] = reuse  # type: ignore[assignment]  # its events are all that MkDocs asks of a plugin
        build(config, dirty=True)
        reuse.keep(Path(config.site_dir), worth=not notes.found)
    except MkDocsException as error:
        if not any(level in {"ERROR", "CRITICAL"} for level, _ in notes.found):
            notes.found.append(("ERROR", str(error)))
    return {"messages": notes.found, "site_url": site_url or "", "keys": reuse.keys, "fresh": sorted(reuse.fresh)}


def _context(config: "MkDocsConfig", titling: "list[File]") -> bytes:
    """What the HTML of every page hangs on besides its own text: settings, versions, the theme's overrides, pages that name the menu."""
    settings = {name: _plain(value) for name, value in config.items() if name not in _OF_THE_RUN}
    versioned = [Path(place) for name in ("mkdocs", "material") for place in import_module(name).__path__]
    own = [Path(folder) for folder in config.theme.dirs if not any(Path(folder).is_relative_to(place) for place in versioned)]
    overrides = [path for folder in own for path in sorted(folder.rglob("*")) if path.is_file()]
    hooks = [Path(config.config_file_path).parent / name for name in config.hooks]
    texts = [path.read_bytes() for path in (*overrides, *hooks)] + [file.content_bytes for file in titling]
    text = json.dumps([settings, {name: version(name) for name in _MAKERS}], sort_keys=True)
    return hashlib.sha256(b"\0".join((text.encode(), *(hashlib.sha256(data).digest() for data in texts)))).digest()


def _plain(value: Any) -> Any:
    """A setting as JSON that is the same in every run."""
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "config"):  # a plugin
        return _plain(value.config)
    if hasattr(value, "custom_dir"):  # a theme
        return {name: _plain(value[name]) for name in value}
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"


def _untitled(nav: Any, pages: set[str]) -> set[str]:
    """The pages of the navigation that it gives no title, so that it takes theirs; all pages, where there is none."""
    return set(_bare(nav)) & pages if nav else pages


def _bare(item: Any) -> Iterator[str]:
    """The paths in a navigation that stand without a title."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, list):
        for part in item:
            yield from _bare(part)
    elif isinstance(item, dict):
        for part in item.values():
            yield from _bare(part) if isinstance(part, list) else ()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        answer = build(json.load(sys.stdin))
    json.dump(answer, sys.stdout)
