"""What readers of a library's newsletter get: letters as the project's own template makes them, feeds, mail."""

from generator.exports.feeds import feeds
from generator.exports.mail import mails
from generator.library import Library
from generator.output import OutputFile
from generator.pages import letters
from generator.render import render
from generator.tracing import Pieces
from tests.newsletter.hand_built import SITE as SITE
from tests.pages.rendered import templates


def written(library: Library) -> tuple[OutputFile, ...]:
    files, problems = render(letters(library), templates())
    assert not problems
    return files


def fed(library: Library) -> dict[str, bytes]:
    return {file.path: file.data for file in feeds(library, written(library), Pieces(library))}


def mailed(library: Library) -> dict[str, bytes]:
    return {file.path: file.data for file in mails(library, written(library))}
