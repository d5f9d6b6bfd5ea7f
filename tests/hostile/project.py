"""A project in whose every field and line the payloads stand. A field takes many at once, so that one build has them all."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from tests.build.project import make
from tests.hostile.payloads import PAYLOADS

_KINDS = ("article", "brief", "insights", "summary", "transcript")
_LISTS = {"terms": "term", "people": "person", "organisations": "organisation", "products": "product", "benchmarks": "benchmark"}


def quoted(text: str) -> str:
    """A text as YAML in quotation marks, whatever it holds."""
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe]", lambda at: f"\\u{ord(at[0]):04x}", json.dumps(text, ensure_ascii=False))


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


#: The mark of a citation: an error in a field, where none is shown.
_CITED = "[@"


def hostile(folder: Path) -> Path:
    """Write the project into a folder. Returns the folder."""
    make(folder)
    texts = list(PAYLOADS.values())
    files = {f"seeds/{name}": text for name, text in _captions(texts).items()}
    for number, some in enumerate(tuple(texts[at::20]) for at in range(20)):
        files[f"seeds/source-{number}.md"] = _source(number, some)
        files[f"docs/topics/topic-{number}.md"] = _topic(number, tuple(text for text in some if _CITED not in text))
        files[f"docs/issues/2024-{number // 28 + 1:02}-{number % 28 + 1:02}.md"] = (
            f"---\ntitle: {quoted('Issue ' + ' '.join(some))}\nsources: [source-{number}]\n---\nWords.\n"
        )
    for at, (name, word) in enumerate(_LISTS.items()):
        some = {n: text for n, text in PAYLOADS.items() if n % len(_LISTS) == at and _CITED not in text}
        files[f"docs/vocabulary/{name}.yml"] = "".join(_entry(f"{word}-{n}", text) for n, text in some.items())
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))
    return folder


def _source(number: int, texts: tuple[str, ...]) -> str:
    """A source with the payloads in its fields, and as headings, paragraphs, items, cells, quotations, definitions, numbers, forecasts."""
    kind = _KINDS[number % len(_KINDS)]
    head = (
        f"---\ntitle: {quoted(f'{texts[0]} Source {number} ' + ' '.join(texts))}\nkind: {kind}\npublish: full\n"
        f"publisher: {quoted(' '.join(texts[:9]))}\n"
        f"authors: {_listed(texts[9:18])}\nspeakers: {_listed(texts[18:27])}\norigin: {quoted(texts[27 % len(texts)])}\n"
        f"license: {quoted(texts[1])}\ndate: 2023-04-{number % 28 + 1:02}\nurl: https://example.org/{number}?a=1&copy=%22\n---\n"
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
    """Transcripts and a saved page of all payloads: as words and as names of who speaks."""
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
        "talk.txt": "A talk of compost\n\n" + "".join(f"[{n // 60}:{n % 60:02}] Ana: Compost {t}\n\n" for n, t in enumerate(flat)),
        "talk.yml": "title: Talk\nkind: transcript\npublish: full\n",
    }


def _topic(number: int, texts: tuple[str, ...]) -> str:
    parts = {"definition": texts[0], "scopeNote": " ".join(texts), "editorialNote": " ".join(texts[::-1])}
    return (
        f"---\nprefLabel: {quoted(f'compost {number} {texts[3]}')}\naltLabel: {_listed(f'{text} alt {number}' for text in texts[:20])}\n"
        f"hiddenLabel: {_listed(f'{text} hidden {number}' for text in texts[20:])}\ncue: {_listed(['compost', *texts[4:9]])}\n"
        + "".join(f"{name}: {quoted(text)}\n" for name, text in parts.items())
        + f"url: https://example.org/{number}?a=1&copy=%22\n---\nWords of a topic.\n"
    )


def _entry(id: str, text: str) -> str:
    return (
        f"- id: {id}\n  prefLabel: {quoted(f'{text} {id}')}\n  altLabel: {_listed([f'{text} alt {id}'])}\n  definition: {quoted(text)}\n"
        f"  scopeNote: {quoted(text)}\n  editorialNote: {quoted(text)}\n"
    )
