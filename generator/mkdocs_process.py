"""Runs MkDocs, as a program of its own that `engine` starts: renders the pages that were not rendered before, a thousand at a time.

In: one JSON object on standard input (config_file, docs_dir, site_dir, perhaps site_url; epoch: seconds that stand for "now";
cache: the folder of rendered pages; whole: the sources of pages of which the search index is to have every section; standing: by
path of an HTML page that the site has already, what it was made of and its entries of the search index). Until it comes, the program loads.
Out: one JSON object on standard output: messages, a list of [level, message]; site_url, where the configuration says the site
stands; keys, by path of an HTML page what it was made of; entries, by path those of the search index, without new pages where anything was
wrong; taken, the pages that stand as they would be made, and were not written.
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
    from mkdocs.utils.templates import TemplateContext

#: What makes the HTML of a page besides the configuration and its text. A new version of one makes every page anew.
_MAKERS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions", "pygments")
#: Settings that differ from run to run and change no page.
_OF_THE_RUN = frozenset({"config_file_path", "docs_dir", "site_dir"})
_DIRTY = "A 'dirty' build"
#: Pages that MkDocs is given at a time: it has the words and the HTML of all of them in memory, 0.3 MB each.
_AT_ONCE = 1000
_INDEX = Path("search/search_index.json")
#: Modules that the project's configuration asks for; they are loaded beforehand, and would be loaded in any case.
_EXTENSIONS = tuple(f"markdown.extensions.{name}" for name in ("footnotes", "md_in_html", "tables", "toc"))

#: An entry of the search index: location, title, text.
Entry = dict[str, Any]
#: A page that the site has already: what it was made of, and its entries.
Standing = tuple[str, list[Entry]]


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
    """A plugin of MkDocs, by its events: has it pass over the pages that stand already or that the cache holds, and keeps what is rendered.

    An entry of the cache is a line of JSON, the page's entries of the search index, and then the page's HTML.
    """

    def __init__(self, cache: Path, standing: Mapping[str, Standing], whole: frozenset[str]) -> None:
        """Use a folder of rendered pages; nothing is known before the files are."""
        self.cache, self.standing, self.whole = cache, standing, whole
        self.left: list[str] | None = None
        self.keys: dict[str, str] = {}
        self.fresh: dict[str, str] = {}
        self.made: set[str] = set()
        self.kept: dict[str, list[Entry]] = {}
        self.taken: list[str] = []
        self.pages: list[File] = []

    def on_files(self, files: "Files", config: "MkDocsConfig") -> "Files":
        """Leave MkDocs some of the pages that must be rendered, and those that the navigation names; links lead to the others too."""
        self.pages = pages = list(files.documentation_pages())
        paths = {file.src_uri for file in pages}
        titled_by_text = _untitled(config.nav, paths)
        if self.left is None:
            self.left = self._missing(pages, _context(config, [file for file in pages if file.src_uri in titled_by_text]), titled_by_text)
        now, self.left = {*self.left[:_AT_ONCE], *titled_by_text}, self.left[_AT_ONCE:]
        for file in pages:
            if file.src_uri not in now:
                file.is_modified = lambda: False  # type: ignore[method-assign]  # what MkDocs asks in a build of changes only
        return _sparse(files, paths - now - set(_named(config.nav) if config.nav else paths))

    def _missing(self, pages: "list[File]", context: bytes, titled_by_text: set[str]) -> list[str]:
        """The pages that neither stand already nor are in the cache, but for those that name the menu. Makes the keys of all."""
        missing = []
        for file in pages:
            told = b"whole" if file.src_uri in self.whole else b""
            key = hashlib.sha256(b"\0".join((context, told, file.src_uri.encode(), file.content_bytes))).hexdigest()
            self.keys[file.dest_uri] = key
            if file.src_uri not in titled_by_text and not self._found(file, key):
                missing.append(file.src_uri)
        return missing

    def _found(self, file: "File", key: str) -> bool:
        """Whether a page stands already, or could be written from the cache."""
        before, entries = self.standing.get(file.dest_uri, ("", []))
        if before == key:
            self.kept[file.dest_uri] = entries
            self.taken.append(file.dest_uri)
        elif known := store.get(self.cache, key):
            head, _, page = known.partition(b"\n")
            self.kept[file.dest_uri] = json.loads(head)
            _write(Path(file.abs_dest_path), page)
        return file.dest_uri in self.kept

    def on_template_context(self, context: "TemplateContext", template_name: str, config: "MkDocsConfig") -> "TemplateContext":
        """Name all pages where they are asked for: in the site map."""
        if template_name.startswith("sitemap"):
            for file in self.pages:
                if file.page is None:
                    _page(file, config)
            context["pages"] = self.pages
        return context

    def on_post_page(self, output: str, page: "Page", config: "MkDocsConfig") -> None:
        """Take note of a page that was rendered."""
        self.fresh[page.file.dest_uri] = output

    def keep(self, site: Path, *, worth: bool) -> None:
        """Make the search index whole, and keep the pages that are new by now; `worth`: nothing was wrong with them."""
        made = json.loads((site / _INDEX).read_text(encoding="utf-8")) if (site / _INDEX).is_file() else {}
        by_page: dict[str, list[Entry]] = {}
        for entry in made.get("docs", ()):
            by_page.setdefault(entry["location"].partition("#")[0], []).append(entry)
        whole = {file.dest_uri for file in self.pages if file.src_uri in self.whole}
        for path, html in self.fresh.items():
            found = by_page.get(path.removesuffix("index.html"), [])
            self.kept[path] = found if path in whole else [entry | {"text": ""} for entry in found if "#" not in entry["location"]]
            if worth and html.strip():
                head = json.dumps(self.kept[path]).encode()
                store.put(self.cache, self.keys[path], head + b"\n" + html.encode("utf-8", "xmlcharrefreplace"))
        self.made |= self.fresh.keys()
        self.fresh.clear()
        if made:
            made["docs"] = [entry for path in self.keys for entry in self.kept.get(path, ())]
            _write(site / _INDEX, json.dumps(made).encode())
        store.trim(self.cache, frozenset(self.keys.values()))


def load() -> None:
    """Load what takes long to load, while there is nothing to do yet."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # read when Material is imported: it silences an advertisement of a fork
    for name in ("mkdocs.commands.build", "mkdocs.config", "material.plugins.search.plugin", *_EXTENSIONS):
        import_module(name)


def build(settings: dict[str, Any]) -> dict[str, object]:
    """Build the site with MkDocs. What it warned of and what it stopped for, the site's address, and what became of each page."""
    # The date in the site map: https://reproducible-builds.org/specs/source-date-epoch/
    os.environ["SOURCE_DATE_EPOCH"] = settings.pop("epoch")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    notes = Notes()
    logging.getLogger("mkdocs").addHandler(notes)
    reuse = Reuse(Path(settings.pop("cache")), settings.pop("standing"), frozenset(settings.pop("whole")))
    site_url = None
    try:
        while reuse.left is None or reuse.left:
            config = load_config(**settings)
            site_url = config.site_url
            config.plugins["seedbed/reuse"] = reuse  # type: ignore[assignment]  # its events are all that MkDocs asks of a plugin
            build(config, dirty=True)
            reuse.keep(Path(config.site_dir), worth=not notes.found)
    except MkDocsException as error:
        if not any(level in {"ERROR", "CRITICAL"} for level, _ in notes.found):
            notes.found.append(("ERROR", str(error)))
    sound = {path: entries for path, entries in reuse.kept.items() if not (notes.found and path in reuse.made)}
    return {
        "messages": list(dict.fromkeys(notes.found)),
        "site_url": site_url or "",
        "keys": reuse.keys,
        "entries": sound,
        "taken": reuse.taken,
    }


def _sparse(files: "Files", passed_over: set[str]) -> "Files":
    """Files that MkDocs goes through without some of them, and finds all of when a link asks for one."""
    from mkdocs.structure.files import Files

    class Sparse(Files):
        def get_file_from_path(self, path: str) -> "File | None":
            return files.get_file_from_path(path)

    return Sparse([file for file in files if file.src_uri not in passed_over])


def _page(file: "File", config: "MkDocsConfig") -> None:
    """Give a file that MkDocs has passed over a page, without a title or words."""
    from mkdocs.structure.pages import Page

    Page(None, file, config)


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


def _named(item: Any) -> Iterator[str]:
    """All that a navigation leads to."""
    if isinstance(item, str):
        yield item
    for part in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
        yield from _named(part)


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
        load()
        given = sys.stdin.read()
        answer = build(json.loads(given)) if given else None
    json.dump(answer, sys.stdout)
