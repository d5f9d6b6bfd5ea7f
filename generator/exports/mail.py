"""Issues as e-mail: HTML with its styles inlined, plain text, and a message that any mail program opens. Sends nothing."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import html

from generator.address import Address as Place
from generator.exports.plain import plain
from generator.found import Issue
from generator.library import Library
from generator.model import Site
from generator.output import OutputFile
from generator.report import Location, Problem, Severity
from generator.text import digest

#: Gmail cuts a message of more than about 102 KB (its "Message clipped").
LARGEST = 100_000
#: Where a site stands whose configuration does not say so.
NOWHERE = "http://localhost/"
_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([a-z-]+))?")
#: What no mail program runs or shows, and what only has a meaning on the page.
_DROPPED = "//script | //iframe | //object | //embed | //form | //audio | //video"
#: Blocks that each run in the direction of their own first letters: a letter may quote any script.
_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "p", "li", "blockquote", "td", "th", "dt", "dd", "pre"})
_OF_THE_PAGE = ("id", "title", "aria-label", "class")


def mails(library: Library, letters: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """For each issue three files: `DATE.html`, `DATE.txt`, `DATE.eml`. `letters`: HTML by the issues' page."""
    written = {letter.path: letter.data for letter in letters}
    made: list[OutputFile] = []
    for issue in library.issues:
        page = issue.page.removesuffix(".md") + ".html"
        if page in written:
            made += _mail(issue, written[page].decode("utf-8"), library.site)
    return tuple(made)


def too_large(library: Library, made: Iterable[OutputFile]) -> tuple[Problem, ...]:
    """A warning for each letter that mail programs would cut."""
    sizes = {file.path: len(file.data) for file in made if file.path.endswith(".html")}
    paths = {note.path: note.location.path for note in library.notes}
    found = ((issue, sizes.get(f"{issue.date}.html", 0)) for issue in library.issues)
    right = f"Shorten the text: mail programs cut a message of more than {LARGEST:,} bytes."
    return tuple(
        Problem("mail-size", Location(paths[issue.page]), f"As an e-mail this issue has {size:,} bytes.", right, Severity.WARNING)
        for issue, size in found
        if size > LARGEST
    )


def unsendable(library: Library, path: str) -> tuple[Problem, ...]:
    """A notice where the letters lead to the curator's own machine. `path`: the configuration, which tells the address."""
    if not library.issues or urlsplit(library.site.url).hostname not in {"127.0.0.1", "localhost", "::1", None}:
        return ()
    wrong = f"The letters in build/mail lead to {library.site.url or 'nowhere'}."
    right = "Before you send one, build with --site-url https://… (make site SITE_URL=https://…)."
    return (Problem("mail-address", Location(path), wrong, right, Severity.NOTICE),)


def absolute(letter: str, base: str) -> html.HtmlElement:
    """The letter with every link and image led from `base`, the address of the issue's page."""
    root = html.document_fromstring(letter)
    for element in elements(root, _DROPPED):
        element.drop_tree()
    for element in root.iter():
        for name in ("href", "src"):
            if isinstance(element.tag, str) and (target := element.get(name)) is not None:
                element.set(name, _followed(base, target))
    return root


def elements(root: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """The elements that an XPath selects."""
    return cast("list[html.HtmlElement]", root.xpath(path))


def _followed(base: str, target: str) -> str:
    try:
        address = urljoin(base, target)
    except ValueError:
        return base
    return address if address.lower().startswith(("https://", "http://", "mailto:")) else base


def inlined(root: html.HtmlElement) -> str:
    """The document with the rules of its sheet `data-inline` written into the elements; later rules win, what is unused goes."""
    for sheet in elements(root, "//style[@data-inline]"):
        for selectors, declarations in _RULE.findall(sheet.text or ""):
            for selector in selectors.split(","):
                _style(root, selector.strip(), " ".join(declarations.split()))
        sheet.drop_tree()
    kept = {name for sheet in elements(root, "//style") for name in re.findall(r"\.([a-z-]+)", sheet.text or "")}
    for element in elements(root, "//body//*"):
        for name in _OF_THE_PAGE:
            if name in element.attrib and not (name == "class" and kept & set(element.get("class", "").split())):
                del element.attrib[name]
        if element.tag in _BLOCKS:
            element.set("dir", "auto")
        if element.tag == "img" and element.get("alt") is None:
            element.set("alt", "")
    return f"<!doctype html>\n{html.tostring(root, encoding='unicode')}\n"


def _style(root: html.HtmlElement, selector: str, declarations: str) -> None:
    parts = _SELECTOR.fullmatch(selector)
    if not parts:
        return
    tag, name = parts.groups()
    for element in root.iter(tag) if tag else root.iter():
        if isinstance(element.tag, str) and (not name or name in element.get("class", "").split()):
            element.set("style", f"{element.get('style', '')} {declarations}".strip())


def _mail(issue: Issue, letter: str, site: Site) -> Iterable[OutputFile]:
    root = absolute(letter, urljoin(site.url or NOWHERE, Place(issue.page).url))
    text = plain(root)
    page = inlined(root)
    yield OutputFile(f"{issue.date}.html", page.encode("utf-8", "replace"))
    yield OutputFile(f"{issue.date}.txt", text.encode("utf-8", "replace"))
    yield OutputFile(f"{issue.date}.eml", _message(issue, page, text, site))


def _message(issue: Issue, page: str, text: str, site: Site) -> bytes:
    """The message (RFC 5322, multipart/alternative). `X-Unsent` opens it as a draft. Its date and marks come from the issue alone."""
    host = urlsplit(site.url).hostname or "site.invalid"
    key = digest(f"{site.url} {issue.date}")
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _header(issue.title)
    message["From"] = _sender(issue.sender, site.name or "Newsletter", host)
    message["Date"] = format_datetime(datetime.fromisoformat(issue.date).replace(tzinfo=UTC))
    message["Message-ID"] = f"<{issue.date}.{key}@{host}>"
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_seedbed_{issue.date}_{key}")
    return message.as_bytes()


def _sender(sender: str, name: str, host: str) -> Address:
    """Who sends it, as the issue says; else the site, with an address that the mail program puts right (RFC 2606: `.invalid`)."""
    given, address = parseaddr(sender)
    return Address(_header(given or name), addr_spec=address or f"newsletter@{host}.invalid")


def _header(text: str) -> str:
    """Text for a header: one line, nothing that cannot be seen, and no encoded word (RFC 2047), in which a line could be hidden."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable()).replace("=?", "= ?")
