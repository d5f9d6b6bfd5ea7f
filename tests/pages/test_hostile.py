"""Whatever stands in a source or in the vocabulary stays text: on the page it can be read, and it does nothing."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TypeVar

import pytest
from lxml import html

from generator.library import Library, shelve
from generator.model import Document, Link, Matches, Role, SeedId
from tests.hand_built import evidence, mention, passage, vocabulary
from tests.pages.hand_built import ARTICLE, BRIEF, CONCEPTS, TALK
from tests.pages.rendered import body, pages

HOSTILE = (
    "<script>alert(1)</script>",
    "</p></div><h1>Mine</h1>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %}",
    "[x](javascript:alert(1)) ![x](y)",
    "# not a heading",
    "*em* **bold** `code` ~~x~~ _u_",
    "*[WATER]: nothing",
    "{ #mine .mine onclick=x }",
    "---\ntitle: mine\n---",
    "\n\n    code\n\n1. one\n\n| a |\n|---|\n",
    "<!-- <details> &lt;b&gt; &#60;",
    '<div markdown="1">\n\n# deep\n\n</div>',
)  # fmt: skip

T = TypeVar("T")


def spoilt(value: T, text: str, *, keep: frozenset[str]) -> T:
    """A copy of a value with the hostile text behind each text that is not empty, except in the fields that readers make safe."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value and f"{value} {text}"  # type: ignore[return-value]  # a str is a str
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: spoilt(getattr(value, f.name), text, keep=keep) for f in fields(value) if f.name not in keep}
        return replace(value, **changed)
    if hasattr(value, "_fields"):
        return type(value)(*(spoilt(item, text, keep=keep) for item in value))  # type: ignore[attr-defined]  # a NamedTuple
    if isinstance(value, tuple):
        return tuple(spoilt(item, text, keep=keep) for item in value)  # type: ignore[return-value]  # a tuple is a tuple
    return value


#: Ids are slugs and paths are told by the reader; a cell's kind is one of a few words; prose is the curator's own Markdown.
KEEP = frozenset(
    {"id", "source", "of", "path", "kind", "publish", "derived_from", "location", "body", "broader", "related", "member", "near"}
)


def library(text: str) -> Library:
    documents = [spoilt(each, text, keep=KEEP) for each in (TALK, ARTICLE, BRIEF)]
    concepts = tuple(spoilt(each, text, keep=KEEP) for each in CONCEPTS)
    said = [p for each in documents for p in each.passages if p.says]
    return shelve(
        documents,
        vocabulary(*concepts),
        Matches(tuple(mention(p, p.text[:5], "mulch", misheard=True) for p in said), ()),
        [evidence(p, id, 1.0) for p in said for id in ("watering", "mulch", "ada-moss")],
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    harmless, plain = of_harmless(len(text.split()))
    for path, page in pages(library(text)).items():
        found = body(page)
        assert skeleton(found) == plain[path], path
        assert not [title for title in map(str, found.xpath("//@title")) if "<" in title], "Material's tooltips read titles as HTML"
        assert not found.xpath("//script[not(@src = '../assets/map.js')] | //img | //@*[starts-with(name(), 'on')] | //h1[position() > 1]")
        assert not [href for href in map(str, found.xpath("//@href")) if ":" in href.split("/")[0] and not href.startswith("http")]
        assert readable(text) in readable(str(found.text_content())) or "harmless" not in harmless[path]


@cache
def of_harmless(words: int) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The pages with harmless text, and their elements: as many words, so that the same passages are shown."""
    harmless = pages(library(" ".join("harmless" for _ in range(words))))
    return harmless, {path: skeleton(body(page)) for path, page in harmless.items()}


def skeleton(page: html.HtmlElement) -> list[str]:
    """The page's elements without their text; what hangs on the words' number (cuts, marks) is left out."""
    return [str(e.tag) for e in page.iter() if isinstance(e.tag, str) and e.get("class") not in ("sb-cut", "sb-hit", "sb-meant")]


def readable(text: str) -> str:
    return " ".join(text.split())


def test_front_matter_cannot_be_broken_out_of() -> None:
    page = pages(library("---\nevil: yes\n---\n</title><script>"))["sources/garden-talk.md"]
    title = page.split("\n")[1]
    assert title == 'title: "Talking about soil --- evil: yes --- &lt;/title&gt;&lt;script&gt;"'


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "JAVASCRIPT:x", " vbscript:x", "seeds/x"])
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    said = passage("s", 1, Role.TURN, "Look here.", seconds=3.0, links=(Link(0, 4, url),))
    document = Document(SeedId("s"), "seeds/s.md", TALK.kind, "S", (said,), url=url, media=url, publish="full")
    library = shelve([document], vocabulary(*CONCEPTS), Matches((), ()), [evidence(said, "watering", 1.0)])
    assert not [page for page in pages(library).values() if url.strip() in page]


def test_every_passage_that_is_linked_is_there() -> None:
    site = {path: body(page) for path, page in pages(library("x")).items()}
    anchors = {f"{path.removesuffix('.md')}/#{id}" for path, page in site.items() for id in map(str, page.xpath("//@id"))}
    linked = {
        href.lstrip("./") for page in site.values() for href in map(str, page.xpath("//@href")) if "#p-" in href and "sources" in href
    }
    assert linked and linked <= anchors
