"""Pictures for links to the site, drawn with the site's own fonts: Card → PNG. Opens no file, and chooses no word."""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont, __version__

from generator.pages.cards import Card

SIZE = (1200, 630)
#: The fonts among the curator's assets; without them Pillow's own serves.
SERIF, SANS = "assets/fonts/source-serif-4-latin-wght-normal.woff2", "assets/fonts/source-sans-3-latin-wght-normal.woff2"
_PAPER, _INK, _SOFT, _GREEN = "#fbfaf6", "#22261f", "#565c52", "#1f6b38"
_LEFT, _WIDTH = 84, 1200 - 2 * 84
#: Title sizes, the largest that fits is taken, in at most so many lines.
_TITLES, _TITLE_LINES, _MEANING_LINES = (92, 76, 60), 2, 3
#: A change of the drawing makes every picture anew.
_DRAWING = "2"
#: No font has it: what is drawn for it is what is drawn for every letter that a font lacks.
_NO_CHARACTER = "\ufffe"


class Fonts(NamedTuple):
    """The fonts as bytes; empty: Pillow's own."""

    serif: bytes = b""
    sans: bytes = b""


def fonts(assets: Mapping[str, bytes]) -> Fonts:
    """The fonts among files by path."""
    return Fonts(assets.get(SERIF, b""), assets.get(SANS, b""))


def key(card: Card, used: Fonts) -> str:
    """What tells a picture from all others: its words, its fonts, and who draws it."""
    told = "\0".join((_DRAWING, __version__, *card[1:])).encode("utf-8", "replace")
    return hashlib.sha256(b"\0".join((told, *(hashlib.sha256(font).digest() for font in used)))).hexdigest()


def draw(card: Card, used: Fonts) -> bytes:
    """The picture as a PNG of grey tones and one green. The same words and fonts give the same bytes."""
    card = _legible(card, _font(used.sans, 34, 600))
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 14), fill=_GREEN)
    if card.site:
        pen.text((_LEFT, 78), card.site, font=_font(used.sans, 34, 600), fill=_GREEN)
    font, lines = _title(card.title, used)
    y = 150
    for line in lines:
        pen.text((_LEFT, y), line, font=font, fill=_INK)
        y += round(font.size * 1.14)
    small = _font(used.serif, 38, 400)
    for line in _wrapped(card.meaning, small, _MEANING_LINES):
        pen.text((_LEFT, y + 22), line, font=small, fill=_SOFT)
        y += 52
    pen.text((_LEFT, SIZE[1] - 96), card.foot, font=_font(used.sans, 32, 600), fill=_INK)
    data = BytesIO()
    image.quantize(16, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


def _legible(card: Card, font: ImageFont.FreeTypeFont) -> Card:
    """The card without the texts that the fonts have not all letters of (they are Latin; a box says nothing). Without its title the site's
    name stands for it.
    """
    words = (text.encode("utf-8", "replace").decode("utf-8") for text in card[1:])  # lone surrogates are no characters
    missing = bytes(font.getmask(_NO_CHARACTER))
    path, site, title, meaning, foot = (card.path, *(text if _has(font, text, missing) else "" for text in words))
    return Card(path, site, title, meaning, foot) if title else Card(path, "", site, "", foot)


def _has(font: ImageFont.FreeTypeFont, text: str, missing: bytes) -> bool:
    return all(bytes(font.getmask(letter)) != missing for letter in set(text) if letter.isprintable() and not letter.isspace())


def _font(data: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels. Basic layout: the other kind hangs on libraries of the machine."""
    if not data:
        made = ImageFont.load_default(size)
        assert isinstance(made, ImageFont.FreeTypeFont)
        return made
    font = ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _title(title: str, used: Fonts) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The title in the largest size in which all of it fits, else cut in the smallest."""
    for size in _TITLES:
        font = _font(used.serif, size, 600)
        lines = _wrapped(title, font, _TITLE_LINES)
        if not lines or not lines[-1].endswith("…"):
            break
    return font, lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """A text in at most so many lines; a sign where it is cut, which also ends a word that no line holds."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(joined) <= _WIDTH:
            lines[-1] = joined
        elif len(lines) == most:
            lines[-1] = _cut(lines[-1] + " …", font)
            break
        else:
            lines.append(_cut(word, font))
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """As much of a text as fits in a line, with a sign at its end where that is not all. No letter is narrower than four pixels."""
    text = text[: _WIDTH // 4]
    if font.getlength(text) <= _WIDTH:
        return text
    fit = bisect_left(range(len(text)), True, key=lambda n: font.getlength(text[:n] + "…") > _WIDTH)
    return text[: max(0, fit - 1)].rstrip("… ") + "…"
