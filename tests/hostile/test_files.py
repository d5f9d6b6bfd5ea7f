"""No text of a source is markup or script in any file of a site made of nothing but such texts, and each reads as it was written."""

import csv
import email
import email.policy
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import markdown
import pytest
import rdflib
from lxml import etree, html

from tests.hostile.payloads import HOST, PAYLOADS
from tests.hostile.project import addressed, disputed, file_names, of_list
from tests.site.test_policy import inline

#: What the templates make articles of.
ELEMENTS = frozenset(
    "a article b blockquote br button cite dd del desc details div dl dt figcaption figure form h1 h2 h3 h4 h5 h6 i input ins kbd label "
    "li line mark nav ol option output p q rect script section select small span summary svg table tbody td text th thead time title tr "
    "ul".split()
)
#: Attributes that a browser loads from or goes to.
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "srcset",
    "poster",
    "background",
    "data",
    "ping",
    "cite",
    "{http://www.w3.org/1999/xlink}href",
)
_LINKS = frozenset({"a", "{http://www.w3.org/2005/Atom}link"})
_RUNS = frozenset("iframe object embed base style math frame applet foreignObject".split())


def wrong(elements: Iterable[etree._Element]) -> Iterator[str]:
    """What of some elements runs, or leads or asks elsewhere."""
    for element in elements:
        if not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname in _RUNS:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            if str(name).startswith("on") or (name in ADDRESSES and not harmless(element, str(name), value)):
                yield f"<{element.tag} {name}={value}>"


def harmless(element: etree._Element, name: str, address: str) -> bool:
    """Whether an address belongs to the site; a link may also lead to the web or to a mail program, as sources' own links do."""
    parts = urlsplit(re.sub(r"[\x00-\x20]", "", address).replace("\\", "/"))
    return not (parts.scheme or parts.netloc) or (element.tag in _LINKS and name == "href" and parts.scheme in {"http", "https", "mailto"})


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def article(page: html.HtmlElement) -> html.HtmlElement:
    return page.xpath("//article")[0]


def test_articles_are_made_of_the_templates_elements_only(site: Path) -> None:
    for path in pages(site):
        found = article(html.parse(path).getroot())
        assert not list(wrong(found.iter())), path
        assert {e.tag for e in found.iter() if isinstance(e.tag, str)} <= ELEMENTS, path
        assert not list(found.iter(etree.Comment)), path


def test_pages_run_the_themes_scripts_only_and_tell_machines_in_json(site: Path) -> None:
    for path in pages(site):
        policy, scripts, other = inline(path)
        assert len(scripts) == policy.split("script-src")[1].split(";")[0].count("sha256-"), path
        assert not other, path
        root = html.parse(path).getroot()
        assert all(json.loads(text) for text in root.xpath("//script[contains(@type, 'json')]/text()")), path
        assert all(HOST not in value for e in root.xpath("/html/head//*") for name, value in e.attrib.items() if name in ADDRESSES), path


def test_feeds_pictures_and_site_maps_are_xml_without_script(site: Path) -> None:
    found = [path for path in site.rglob("*") if path.suffix in {".xml", ".svg"}]
    for path in found:
        root = etree.parse(path).getroot()
        assert not list(wrong(root.iter())), path
        assert not root.xpath("//*[local-name() = 'script']"), path
        for content in root.xpath("//*[@type = 'html']/text()"):
            entry = html.fromstring(f"<div>{content}</div>")
            assert not [*wrong(entry.iter()), *entry.xpath("//script | //img")], path
    assert {"feed.xml"} <= {path.name for path in found}


def test_letters_have_their_own_heads_and_no_script(built: Path) -> None:
    letters = sorted((built / "build/mail").glob("*.eml"))
    for path in letters:
        letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert not letter.defects
        assert set(letter.keys()) <= {"Subject", "From", "To", "Date", "MIME-Version", "Content-Type", "X-Unsent", "Message-ID"}
        part = letter.get_body(("html",))
        assert part is not None
        root = html.fromstring(part.get_content())
        assert not [each for each in wrong(root.iter()) if not each.startswith("<style")], path
        assert not root.xpath("//script | //img | //@*[starts-with(name(), 'on')]"), path
    assert letters


def test_twins_in_markdown_hold_no_markup_of_sources(site: Path) -> None:
    for path in (*site.glob("sources/source-*/*.md"), *site.glob("topics/*/*.md"), *site.glob("issues/*/*.md"), site / "llms.txt"):
        root = html.fromstring(f"<div>{markdown.markdown(path.read_text('utf-8'), extensions=['tables'])}</div>")
        assert not [*wrong(root.iter()), *root.xpath("//script | //img | //svg")], path


def test_data_is_read_by_its_readers(site: Path) -> None:
    for path in site.rglob("*.json"):
        json.loads(path.read_bytes())
    for path in site.rglob("*.ttl"):
        assert len(rdflib.Graph().parse(path)), path
    tables = list(site.rglob("*.csv"))
    for path in tables:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert len({len(row) for row in rows}) == 1, path
        cells = [cell for row in rows for cell in row]
        assert not [c for c in cells if c[:1] in "=+-@\t\r" and c and not re.fullmatch(r"-?[\d.e+-]+", c)], path
    assert tables


#: Where payloads are to be read, as folders of the site, and those that stand there.
SHOWN: Mapping[str, Mapping[int, str]] = {
    "sources/spoken": PAYLOADS,
    "sources/shown": PAYLOADS,
    "glossary": of_list("terms"),
    "people": of_list("people"),
    "organisations": of_list("organisations"),
    "products": {**of_list("products"), **of_list("benchmarks")},
    "works": {**of_list("works"), **of_list("events")},
    "disagreements": disputed(),
}


@pytest.mark.parametrize("folder", SHOWN)
def test_each_text_reads_as_it_was_written(site: Path, folder: str) -> None:
    paths = [path for path in pages(site) if path.as_posix().startswith(f"{site.as_posix()}/{folder}")]
    said = readable(" ".join(str(article(html.parse(path).getroot()).text_content()) for path in paths))
    assert not {n: text for n, text in SHOWN[folder].items() if readable(text) not in said}


def test_addresses_lead_where_they_were_written_to_lead(site: Path) -> None:
    named = [*of_list("works").values(), *of_list("people").values(), *of_list("products").values()]
    found = {str(href) for path in pages(site) for href in html.parse(path).xpath("//article//a/@href")}
    assert not {addressed(text) for text in named} - found


def test_names_of_files_are_told_as_such(site: Path) -> None:
    told = {source["path"] for source in json.loads((site / "data/knowledge.json").read_bytes())["sources"]}
    assert {f"seeds/{name}.txt" for name in file_names()} <= told


def readable(text: str) -> str:
    """A text as a page shows it: single spaces, without U+0002 and U+0003, which Markdown's own program keeps for itself."""
    return " ".join(re.sub("[\x02\x03]", "", text).split())
