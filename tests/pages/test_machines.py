"""What machines are told of a page: schema.org in its head, a twin in plain Markdown, llms.txt, a picture. No more than the page shows."""

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import markdown
import pytest
import yaml
from jinja2 import Environment
from lxml import html
from PIL import Image

from generator.address import twin_of
from generator.drawing import SIZE, Fonts, draw, fonts, key
from generator.exports.llms import llms, llms_full
from generator.exports.marks import marks, twin
from generator.library import Library
from generator.model import Site
from generator.output import OutputFile
from generator.pages import all_pages
from generator.pages.cards import Card, cards
from generator.render import render
from generator.text import escape_plain
from generator.tracing import Pieces
from tests.pages.hand_built import library
from tests.pages.rendered import ROOT, body, pages, templates
from tests.pages.test_hostile import HOSTILE
from tests.pages.test_hostile import library as hostile

HERE = Site("A garden", "https://garden.example/beds/", "en-GB", "What gardeners say")
ASSETS = {f"assets/fonts/{path.name}": path.read_bytes() for path in (ROOT / "docs/assets/fonts").glob("*.woff2")}


def at_home() -> Library:
    return replace(library(), site=HERE)


def graphs(of: Library) -> dict[str, list[dict[str, Any]]]:
    """What the theme writes into each page's head, read as a browser and then a JSON parser read it."""
    files, problems = render(all_pages(of), templates())
    assert not problems
    found = {}
    for file in files:
        head = yaml.safe_load(file.data.decode().split("---\n", 2)[1])
        if "graph" in head:
            script = Environment().from_string('<script type="application/ld+json">{{ g | tojson }}</script><p>').render(g=head["graph"])
            [element] = html.fragment_fromstring(script, create_parent="div").findall("script")
            assert "\u2028" not in script and "\u2029" not in script
            found[file.path] = json.loads(element.text or "")
    return found


def twinned(of: Library) -> tuple[OutputFile, ...]:
    """Every page's twin; the theme puts the page's content into an article, and more around it."""

    def finished(page: str) -> bytes:
        return b'<html><body><nav>Menu</nav><article class="md-content__inner">%b</article></body></html>' % html.tostring(body(page))

    return tuple(OutputFile(twin_of(path), twin(finished(page))) for path, page in pages(of).items())


def things(graph: object) -> list[dict[str, Any]]:
    """All things of a graph, however deep."""
    if isinstance(graph, dict):
        return [graph, *(thing for value in graph.values() for thing in things(value))]
    return [thing for value in graph for thing in things(value)] if isinstance(graph, list) else []


REQUIRED = {
    "WebSite": {"name", "url", "inLanguage"},
    "WebPage": {"name", "url", "isPartOf", "mainEntity"},
    "CollectionPage": {"name", "url", "isPartOf"},
    "Article": {"name", "headline"},
    "PodcastEpisode": {"name"},
    "DefinedTerm": {"name", "inDefinedTermSet"},
    "DefinedTermSet": {"name"},
    "Quotation": {"text", "url", "isBasedOn"},
    "Person": {"name"},
    "Organization": {"name"},
    "PodcastSeries": {"name"},
    "MediaObject": {"contentUrl"},
}


def test_things_have_what_their_type_asks_for_and_full_addresses() -> None:
    found = graphs(at_home())
    assert {path for path in found if "/" in path} == {
        "topics/watering.md", "topics/soil-life.md", "trends/city-gardens.md",
        "sources/garden-talk.md", "sources/bed-test.md", "sources/worm-brief.md",
    }  # fmt: skip
    for thing in things(list(found.values())):
        if "@type" in thing:
            assert REQUIRED[thing["@type"]] <= thing.keys(), thing
            assert "" not in thing.values() and [] not in thing.values() and None not in thing.values()
        for name in {"@id", "url", "contentUrl"} & thing.keys():
            assert urlsplit(thing[name]).scheme == "https", thing


def test_a_talk_is_an_episode_with_its_people_and_its_sound() -> None:
    page, work = graphs(at_home())["sources/garden-talk.md"]
    assert page["mainEntity"] == {"@id": work["@id"]} and "isBasedOn" not in page
    assert (work["@type"], work["name"], work["datePublished"]) == ("PodcastEpisode", "Talking about soil", "2024-06-11")
    assert work["associatedMedia"] == {"@type": "MediaObject", "contentUrl": "https://media.example/soil.mp3"}
    ada, ben = work["contributor"]
    assert ada == {"@type": "Person", "@id": f"{HERE.url}people/#ada-moss", "sameAs": "https://moss.example/", "name": "Ada Moss"}
    assert ben == {"@type": "Person", "name": "Ben Loam"}


def test_an_article_and_a_digest_of_one() -> None:
    _, article = graphs(at_home())["sources/bed-test.md"]
    assert (article["@type"], article["url"], article["author"][0]["name"]) == ("Article", "https://beds.example/test?x=1", "C. Weed")
    page, brief = graphs(at_home())["sources/worm-brief.md"]
    assert page["isBasedOn"] == {"@id": brief["@id"]}, "the page retells it"


def test_a_topic_is_a_term_that_an_article_with_quotations_is_about() -> None:
    article, term, named = graphs(at_home())["topics/watering.md"]
    assert term["inDefinedTermSet"] == {"@id": named["@id"]} and named["name"] == "Topics"
    assert article["about"] == {"@id": term["@id"]} == {"@id": f"{HERE.url}topics/watering/"}
    spoken = article["hasPart"][0]
    assert spoken["spokenByCharacter"]["name"] == "Ben Loam"
    assert spoken["isBasedOn"] == {"@id": f"{HERE.url}sources/garden-talk/"}
    assert article["hasPart"][1]["creator"] == [{"@type": "Person", "name": "C. Weed"}]


def test_nobody_is_made_to_say_the_words_of_a_digest() -> None:
    parts = graphs(at_home())["topics/soil-life.md"][0]["hasPart"]
    [digest] = [part for part in parts if "worm-brief" in part["url"]]
    assert not {"spokenByCharacter", "creator"} & digest.keys()


def test_the_glossary_is_a_set_of_terms() -> None:
    [terms] = graphs(at_home())["glossary.md"]
    assert [term["name"] for term in terms["hasDefinedTerm"]] == ["drip line", "hose", "mulch"]
    assert all(term["inDefinedTermSet"] == {"@id": terms["@id"]} for term in terms["hasDefinedTerm"])


def test_without_an_address_of_the_site_those_of_things_are_relative_to_the_page() -> None:
    article, term, _ = graphs(library())["topics/watering.md"]
    assert urljoin("https://elsewhere.example/x/topics/watering/", term["@id"]) == "https://elsewhere.example/x/topics/watering/"
    assert urljoin("https://elsewhere.example/x/topics/watering/", article["isPartOf"]["@id"]) == "https://elsewhere.example/x/"


ODD = ("</script><script>alert(1)</script>", "<!-- \u2028 \u2029 -->", "\x00 \x7f \x85 \ufffe", "\U0001f600")


@pytest.mark.parametrize("text", [*HOSTILE, *ODD])
def test_no_text_breaks_out_of_the_head_or_becomes_markup_in_a_twin(text: str) -> None:
    assert graphs(hostile(text))
    for file in twinned(hostile(text)):
        made = html.fromstring(f"<body>{markdown.markdown(file.data.decode(), extensions=['tables'])}</body>")
        tags = {element.tag for element in made.iterdescendants() if isinstance(element.tag, str)}
        assert tags <= set("body h1 h2 h3 h4 h5 h6 p ul ol li blockquote a em strong table thead tbody tr th td".split()), file.path
        assert not re.search(r"(?<!\\)<", file.data.decode()), "no HTML"
        assert not [href for href in map(str, made.xpath("//@href")) if ":" in href.split("/")[0] and not href.startswith("http")]


def test_a_twin_reads_as_plain_text() -> None:
    files = {file.path: file.data.decode() for file in twinned(at_home())}
    talk, topic = files["sources/garden-talk/index.html.md"], files["topics/watering/index.html.md"]
    assert "**Ben Loam** · [1:35]" in talk
    assert "[Mulsh](../../glossary/#mulch) (meant: mulch) keeps the bed wet, and [drip lines](" in talk
    assert "Water is *half* of gardening; see [soil life](soil-life.md) and mulch." in topic, "the engine makes this link lead to the page"
    assert "> She waters at dawn." in topic and "[1:35](../../sources/garden-talk/#" in topic


def test_only_what_may_be_shown_is_in_twins_and_graphs() -> None:
    told = "".join(file.data.decode() for file in twinned(at_home())) + json.dumps(graphs(at_home()))
    assert "Nobody measured the taste" not in told and "The weather was fine" not in told
    assert "Worms make compost without being asked." in told, "this source is published in full"


def test_llms_txt_has_the_form_of_its_specification() -> None:
    of = at_home()
    lines = llms(of, {page.path: page.view.title for page in all_pages(of)}).data.decode().splitlines()
    assert lines[:3] == ["# A garden", "", "> What gardeners say"]
    sections = ["## Topics", "## Trends", "## Sources", "## Pages", "## Optional"]
    assert [line for line in lines if line.startswith("#")] == ["# A garden", *sections]
    rows = [line for line in lines[3:] if line and not line.startswith("#")]
    linked = [re.fullmatch(r"- \[[^\]]+\]\((https://garden\.example/beds/[^)]+)\)(?:: .+)?", row) for row in rows]
    assert all(linked)
    made = {HERE.url + file.path for file in twinned(of)}
    assert {link[1] for link in linked if link and link[1].endswith(".html.md")} == made, "each twin is named, and none that is not there"


def test_llms_full_holds_every_twin_with_links_that_still_lead_there() -> None:
    twins = {twin.path: twin.data for twin in twinned(at_home())}
    full = llms_full(at_home(), twins, twins.__getitem__, Pieces(at_home())).data.decode()
    assert len(re.findall(r"^# ", full, re.MULTILINE)) == 1
    assert "## Watering" in full and "## Talking about soil" in full
    assert f"[1:35]({HERE.url}sources/garden-talk/#" in full


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("0.59", "0.59"), ("1. one", r"1\. one"), ("# x", r"\# x"), ("a < b & c", "a &lt; b & c"), ("&lt;", "&amp;lt;"),
        ("a_b [c](d)", r"a\_b \[c\](d)"),
    ],
)  # fmt: skip
def test_only_marks_that_would_count_are_escaped(text: str, escaped: str) -> None:
    assert escape_plain(text) == escaped
    assert html.fromstring(markdown.markdown(escaped)).text_content() == text


def text_of(fragment: str) -> str:
    return marks(html.fragment_fromstring(fragment, create_parent="div"))


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p><a href='../x/'>Ada</a><a href='#p'>1:35</a> and <b>more</b></p>", "[Ada](../x/) · 1:35 and **more**"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><p>x</p></td></tr></table>", "| A | B |\n| --- | --- |\n| 1\\|2 | x |"),
        ("<dl><dt>Also</dt><dd><q>mulch</q></dd><dt>Scope</dt><dd>beds</dd></dl>", "- Also: “mulch”\n- Scope: beds"),
        ("<ol><li>one</li><li>two<pre>a *b*\n  c</pre></li></ol>", "1. one\n\n2. two\n\n   ```\n   a *b*\n     c\n   ```"),
        ("<h2>Soil<a class='headerlink' href='#soil'>¶</a></h2><p hidden>no</p><details><summary>3 more</summary>yes</details>",
         "## Soil\n\n**3 more**\n\nyes"),
        ("<figure><blockquote>Wet.</blockquote><figcaption>Ben</figcaption></figure>", "> Wet.\n\nBen"),
    ],
)  # fmt: skip
def test_what_a_page_lays_out_stands_in_its_twin_as_markdown(fragment: str, text: str) -> None:
    assert text_of(fragment) == text


def test_prose_keeps_its_words_links_and_emphasis() -> None:
    made = text_of(
        '<p>See <a href="../x/">the <em>x</em></a><sup id="c"><a href="#ref-1">1</a></sup>.</p><ul><li>one<ul><li>two</li></ul></li></ul>'
    )
    assert made == "See [the *x*](../x/)\\[1\\].\n\n- one\n\n  - two"
    assert text_of('<p><a href="javascript:x()">click</a><script>x()</script><b>!</b></p>') == "click · **!**"


def test_pictures_are_small_fit_and_the_same_every_time() -> None:
    used = fonts(ASSETS)
    assert used.serif and used.sans
    made = cards(at_home())
    assert [card.path for card in made] == [
        "cards/card.png", "cards/trends/city-gardens/card.png", "cards/topics/soil-life/card.png", "cards/topics/watering/card.png",
    ]  # fmt: skip
    for card in made:
        data = draw(card, used)
        assert len(data) < 40_000 and data == draw(card, used)
        with Image.open(BytesIO(data)) as image:
            assert image.size == SIZE and image.format == "PNG"


@pytest.mark.parametrize("words", ["", "word " * 400, "w" * 5000, "<b> \x00 ☔ 漢字 \ud800"])
def test_any_words_make_a_picture(words: str) -> None:
    assert len(draw(Card("a.png", words[:60], words, words, words[:60]), fonts(ASSETS))) < 40_000


def test_a_text_in_letters_that_the_fonts_lack_is_left_out_and_not_drawn_as_boxes() -> None:
    used = fonts(ASSETS)
    plain = draw(Card("a.png", "", "A garden", "", "3 sources"), used)
    assert draw(Card("a.png", "A garden", "庭の水", "Water in a garden.", "3 sources"), used) == plain, "the site's name stands for it"
    assert draw(Card("a.png", "A garden", "Wässern, naïve façade", "庭", "Łódź"), used) != plain
    latin = draw(Card("a.png", "A garden", "Wässern", "", "3 sources"), used)
    assert draw(Card("a.png", "A garden", "Wässern", "Вода", "3 sources"), used) == latin


def test_other_words_or_fonts_make_another_picture() -> None:
    card = Card("a.png", "s", "t", "m", "f")
    keys = {key(card, Fonts()), key(card._replace(title="u"), Fonts()), key(card, Fonts(b"x")), key(card._replace(path="b.png"), Fonts())}
    assert len(keys) == 3, "where a picture stands does not change it"
    assert draw(card, Fonts())[:4] == b"\x89PNG", "without fonts among the assets Pillow's own serves"


def test_the_theme_writes_the_head_with_the_filter_that_escapes() -> None:
    text = (Path(ROOT) / "templates/theme/main.html").read_text(encoding="utf-8")
    assert '"@graph": page.meta.graph} | tojson }}</script>' in text
