"""A project in whose every field and line the payloads stand. A field takes many at once, so that one build has them all."""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from lxml import html

from generator.text import LONGEST_ID, slug
from tests.build.project import make
from tests.hostile.payloads import PAYLOADS

_KINDS = ("article", "brief", "insights", "summary", "transcript")
_LISTS = {"terms": "term", "people": "person", "organisations": "organisation", "products": "product", "benchmarks": "benchmark",
          "events": "event", "works": "work"}  # fmt: skip


def quoted(text: str) -> str:
    """A text as YAML in quotation marks, whatever it holds."""
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe]", lambda at: f"\\u{ord(at[0]):04x}", json.dumps(text, ensure_ascii=False))


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


#: The mark of a citation: an error in a field, where none is shown.
_CITED = "[@"
#: What an address cannot hold: it would be refused.
_UNADDRESSED = re.compile(r"[\s<>\"'`\\\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def addressed(text: str) -> str:
    """A text as far as it can stand in an address, in one."""
    return "https://example.org/?" + _UNADDRESSED.sub("", text)


def of_list(name: str) -> Mapping[int, str]:
    """The payloads that stand in the labels and definitions of a list of the vocabulary."""
    at = list(_LISTS).index(name)
    return {n: text for n, text in PAYLOADS.items() if n % len(_LISTS) == at and _CITED not in text}


def disputed() -> Mapping[int, str]:
    """The payloads that disputes are about."""
    return {n: text for n, text in PAYLOADS.items() if _CITED not in text}


def file_names() -> list[str]:
    """Payloads that can name a file: a few of them, because each is a source of its own."""
    fit = [
        t for t in PAYLOADS.values() if t.isprintable() and not set("/\\") & set(t) and len(t.encode()) < 200 and len(slug(t)) < LONGEST_ID
    ]
    named = {slug(text): text for text in fit if len(slug(text)) > 4}
    return [named[id] for id in sorted(named)][::20]


def hostile(folder: Path) -> Path:
    """Write the project into a folder. Returns the folder."""
    make(folder)
    texts = list(PAYLOADS.values())
    files = {f"seeds/{name}": text for name, text in (*_captions(texts).items(), *_saved(texts).items())}
    files |= {f"seeds/{name}.txt": f"Compost that file {number} tells of feeds the soil.\n" for number, name in enumerate(file_names())}
    for number, some in enumerate(tuple(texts[at::20]) for at in range(20)):
        free = tuple(text for text in some if _CITED not in text)
        files[f"seeds/source-{number}.md"] = _source(number, some)
        files[f"docs/topics/topic-{number}.md"] = _note("compost", number, free)
        if number % 5 == 0:
            files[f"docs/trends/trend-{number}.md"] = _note("trend", number, free)
    for number, some in enumerate(tuple(texts[at::5]) for at in range(5)):
        title = quoted("Issue " + " ".join(some))
        files[f"docs/issues/2024-01-{number + 1:02}.md"] = f"---\ntitle: {title}\nsources: [source-{number}]\n---\nWords.\n"
    for name, word in _LISTS.items():
        files[f"docs/vocabulary/{name}.yml"] = "".join(_entry(f"{word}-{n}", text) for n, text in of_list(name).items())
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))
    return folder


def _source(number: int, texts: tuple[str, ...]) -> str:
    """A source with the payloads in its fields, and as headings, paragraphs, items, cells, quotations, definitions, numbers, forecasts."""
    kind = _KINDS[number % len(_KINDS)]
    made_of = f"derived_from: [source-{number - 1}]\nform: digest\n" if number % 2 else ""
    head = (
        f"---\ntitle: {quoted(f'{texts[0]} Source {number} ' + ' '.join(texts))}\nkind: {kind}\npublish: full\n"
        f"publisher: {quoted(' '.join(texts[:9]))}\n"
        f"authors: {_listed(texts[9:18])}\nspeakers: {_listed(texts[18:27])}\norigin: {quoted(texts[27 % len(texts)])}\n"
        f"license: {quoted(texts[1])}\ndate: 2023-04-{number % 28 + 1:02}\n{made_of}"
        f"url: {quoted(addressed(''.join(texts)))}\nmedia: {quoted(addressed(''.join(texts[::-1])))}\n---\n"
        f"Heap {number} wants air. It also wants water.\n"
    )
    flat = [" ".join(text.split()) for text in texts]
    return head + "".join(_block(n, *both) for n, both in enumerate(zip(flat, texts, strict=True)))


def _block(number: int, text: str, raw: str) -> str:
    """A payload as it stands, and in one of the places of which the findings make something."""
    places = (
        f"## Compost {text}\n\nCompost {text} feeds. It costs $5 {text} in 2024, and 30% of {text} heaps rot.",
        f"Compost ({text}) is what {text} becomes. Ann said: “compost needs {text}, air and time”. "
        f"By 2030 compost will be {text} everywhere.",
        f"- {text}\n- Compost: {text}",
        f"| Compost {text} | {text} |\n|---|---|\n| {text} | 20% {text} |\n| 2024 | $3 {text} |",
    )
    return f"\n{places[number % len(places)]}\n\n{raw}\n"


def _captions(texts: list[str]) -> dict[str, str]:
    """Transcripts of all payloads: as words, and as names of who speaks."""
    flat = [" ".join(text.split()) for text in texts]
    spoken = [{"speaker": "Ana" if n % 2 else "Bo", "startTime": n, "endTime": n + 1, "body": f"{n}: {t}"} for n, t in PAYLOADS.items()]
    named = [{"speaker": text, "startTime": n, "endTime": n + 1, "body": f"Compost {n} is fed."} for n, text in PAYLOADS.items()]
    times = [f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900" for n in range(len(flat))]
    return {
        "spoken.json": json.dumps({"version": "1.0.0", "segments": spoken}),
        "spoken.yml": "title: Spoken\nkind: transcript\npublish: full\n",
        "named.json": json.dumps({"version": "1.0.0", "segments": named}),
        "named.yml": "title: Named\nkind: transcript\npublish: full\n",
        "captions.vtt": "WEBVTT\n\n" + "".join(f"{time}\n<v {text}>Compost {text}\n\n" for time, text in zip(times, flat, strict=True)),
        "captions.yml": "title: Captions\nkind: transcript\npublish: full\n",
        "subtitles.srt": "".join(f"{n}\n{times[n].replace('.', ',')}\nAna: Compost {text}\n\n" for n, text in enumerate(flat[::2])),
        "subtitles.yml": f"title: {quoted('Subtitles ' + texts[0])}\nkind: transcript\npublish: full\n",
        "talk.txt": "A talk of compost\n\n" + "".join(f"[{n // 60}:{n % 60:02}] Ana: Compost {t}\n\n" for n, t in enumerate(flat[1::2])),
        "talk.yml": "title: Talk\nkind: transcript\npublish: full\n",
    }


def _saved(texts: list[str]) -> dict[str, str]:
    """Saved pages of all payloads: as words that a page shows, and as the markup that they would be (those last that swallow the rest)."""
    places = (
        "<p>{}</p>",
        "<h2>{}</h2><p>Compost.</p>",
        "<ul><li>{}</li></ul>",
        "<table><tr><td>a<td>{}<tr><td>2024<td>$3</table>",
        "<blockquote>{}</blockquote>",
    )
    shown = "".join(places[n % len(places)].format(escape(f"{n}: {text}")) for n, text in PAYLOADS.items())
    heads = "".join(
        f'<meta name="author" content="{escape(text)}"><meta property="og:site_name" content="{escape(text)}">' for text in texts[:9]
    )
    swallowed = {text: not html.document_fromstring(f"<div>{text}</div><p>end").xpath("//p[text()='end']") for text in texts}
    marked = "".join(f"<div>Compost {text}</div>\n" for text in sorted(texts, key=lambda text: swallowed[text]))
    return {
        "shown.html": f"<html><head><title>{escape(' '.join(texts[::40]))}</title>{heads}</head><body>{shown}</body></html>",
        "shown.yml": f"origin: {quoted(texts[5])}\npublish: full\n",
        "marked.html": f"<html><body><h1>Marked</h1>\n{marked}",
        "marked.yml": f"authors: {_listed(texts[:5])}\npublish: full\n",
    }


def _note(word: str, number: int, texts: tuple[str, ...]) -> str:
    """A topic or trend with the payloads in its labels, texts, readings and disputes."""
    parts = {"definition": texts[0], "scopeNote": " ".join(texts), "editorialNote": " ".join(texts[::-1])}
    says = (f'[@source-{number} "Heap {number} wants air"]', f'[@source-{number} "It also wants water"]')
    asked = [" ".join(texts[at : at + 8]) for at in range(0, len(texts), 8)]
    sides = [f"{{label: {quoted(asked[at])}, says: {quoted(cited)}}}" for at, cited in enumerate(says)]
    return (
        f"---\nprefLabel: {quoted(f'{word} {number} {texts[3]}')}\n"
        f"altLabel: {_listed(f'{text} alt {word} {number}' for text in texts[:20])}\n"
        f"hiddenLabel: {_listed(f'{text} hidden {word} {number}' for text in texts[20:])}\ncue: {_listed([word, *texts[4:9]])}\n"
        + "".join(f"{name}: {quoted(text)}\n" for name, text in parts.items())
        + f"member: [compost, watering]\nreadings: [{{label: {quoted(' '.join(texts))}, member: [compost]}}]\ndisputes:\n"
        + "".join(f"  - {{about: {quoted(text)}, sides: [{', '.join(sides)}]}}\n" for text in asked)
        + f"url: {quoted(addressed(''.join(texts)))}\n---\nWords of a note.\n"
    )


def _entry(id: str, text: str) -> str:
    return (
        f"- id: {id}\n  prefLabel: {quoted(f'{text} {id}')}\n  altLabel: {_listed([f'{text} alt {id}'])}\n  definition: {quoted(text)}\n"
        f"  scopeNote: {quoted(text)}\n  editorialNote: {quoted(text)}\n  url: {quoted(addressed(text))}\n  date: 2024-06\n"
    )
