"""Made-up sources of any number, like real ones in what costs time: Zipf's law, kinds, dates, links, names of the vocabulary.

`python -m benchmarks.corpus FOLDER COUNT [SEED]` writes them. A larger corpus holds the smaller one.
"""

import random
import sys
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from generator import folders
from generator.model import LabelKind
from generator.vocabulary import assemble

ROOT = Path(__file__).parents[1]
#: Shares of the kinds, and words of a source: median and spread (log-normal), from the sources that the project began with.
KINDS = {
    "article": (40, 1100, 0.5),
    "brief": (25, 420, 0.3),
    "summary": (10, 1500, 0.5),
    "insights": (10, 600, 0.3),
    "transcript": (15, 2200, 0.6),
}
#: Words of the corpus' own, and Mandelbrot's shift: the commonest are a per cent or two of all, a third of them stand once or twice.
WORDS, SHIFT = 20_000, 2.7
SYLLABLES = "ba be bi bo bu da de do fa fe fi ga go ka ke ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa".split()
PEOPLE = [
    f"{first} {last}"
    for first in "Ada Ben Cleo Dan Eva Finn Greta Hugo Ines Jon".split()
    for last in "Okafor Lindt Moreau Sato Berg".split()
]
#: One sentence in eight is one of these: figures, predictions, definitions, questions, links, somebody's opinion.
RARE = (
    "{S} costs ${c} {W}, down from ${m} {W} in {y}.",
    "About {k} per cent of {S} {v} {W}.",
    "{S} serves {k},000 {w} users, {k} times as many as {W} in {y}.",
    "By {Y}, {L} will {V} {S}.",
    "{S} is {S} that {v} {S}.",
    "Why does {S} {V} {L}?",
    "{S} {v} what [{w} {w}](https://example.org/{w}/{w}) tells of {W}.",
    "{P} thinks that {S} {v} {L}.",
)  # fmt: skip
VERBS = "move hold change feed follow replace help carry meet limit show need find keep reach leave build serve".split()
ADJECTIVES = "small large new slow open plain public early common rare quiet local cheap hard simple strong".split()
BEFORE = "the a this that each some no any its their our another every such what little much more".split()
JOINTS = "and but while because so although where until unless whenever before after since if as".split()
BETWEEN = "of in on for with by from under over without near against through about beyond into between around".split()


def corpus(count: int, *, seed: int = 7) -> Iterator[tuple[str, str]]:
    """The first sources of a corpus: name of the file, and text. The same seed gives the same corpus, on every machine."""
    labels = _labels()
    for i in range(count):
        chance = random.Random(f"{seed}/{i}")
        kind = chance.choices(list(KINDS), [share for share, *_ in KINDS.values()])[0]
        yield f"{kind}-{i:05d}.md", _source(kind, i, labels, seed, chance)


def write(folder: Path, count: int, *, seed: int = 7) -> None:
    """Write a corpus into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in corpus(count, seed=seed):
        (folder / name).write_text(text, encoding="utf-8")


def _source(kind: str, i: int, labels: Sequence[str], seed: int, chance: random.Random) -> str:
    """One source. It is about a few subjects, so that some labels stand in it again and again."""
    _, median, spread = KINDS[kind]
    left = max(120, int(chance.lognormvariate(0, spread) * median))
    about = [_pick(labels, chance) for _ in range(6)]
    day = date(2021, 1, 1) + timedelta(days=chance.randrange(1800))
    title = f"{_word(chance).capitalize()} {_word(chance)} and the {_word(chance)} {i}"
    head = ["---", f"title: {title}", f"kind: {kind}", f"date: {day}", f"publisher: {_word(random.Random(i % 40)).capitalize()} Press"]
    head += [f"url: https://example.org/{i}"] if chance.random() < 0.7 else []
    body: list[str] = []
    while left > 0:
        text = " ".join(_sentence(labels, about, chance) for _ in range(chance.randint(2, 6)))
        if chance.random() < 0.08:  # a talk's words, said in one source and quoted in others
            said = _sentence(labels, labels, random.Random(f"{seed}/said/{chance.randrange(max(8, i // 4))}"))
            text += f" {said}" if kind == "transcript" else f' "{said}" says {chance.choice(PEOPLE)}.'
        left -= len(text.split())
        body.append(_paragraph(kind, len(body), text, chance))
    return "\n".join([*head, "---", *body]) + "\n"


def _paragraph(kind: str, n: int, text: str, chance: random.Random) -> str:
    if kind == "transcript":
        return f"[{n // 60:02d}:{n % 60:02d}:00] {PEOPLE[chance.randrange(2)]}: {text}\n"
    if kind == "insights":
        return f"- {text}"
    if kind == "article" and n == 3:
        return f"| {_word(chance)} | cost | users |\n|---|---|---|\n" + "".join(
            f"| {_word(chance)} | ${chance.randint(1, 90)} | {chance.randint(1, 900)},000 |\n" for _ in range(4)
        )
    heading = f"## {_word(chance).capitalize()} {_word(chance)}\n\n" if n % 5 == 0 else ""
    return f"{heading}{text}\n"


def _sentence(labels: Sequence[str], about: Sequence[str], chance: random.Random) -> str:
    """A sentence: mostly clauses put together by chance, so that runs of words recur as seldom as in real texts."""
    fill = {
        "w": lambda: _word(chance),
        "W": lambda: f"{chance.choice(BETWEEN)} {subject()}",
        "S": lambda: subject(),
        "P": lambda: chance.choice(PEOPLE),
        "v": lambda: chance.choice(VERBS) + "s",
        "V": lambda: chance.choice(VERBS),
        "L": lambda: label(),
        "c": lambda: str(chance.randint(2, 40)),
        "m": lambda: str(chance.randint(41, 900)),
        "k": lambda: str(chance.randint(2, 98)),
        "y": lambda: str(chance.randint(2012, 2023)),
        "Y": lambda: str(chance.randint(2026, 2040)),
    }

    def label() -> str:
        """Three in four are of what the source is about."""
        return chance.choice(about) if chance.random() < 0.75 else _pick(labels, chance)

    def subject() -> str:
        if chance.random() < 0.12:
            return label()
        return " ".join((chance.choice(BEFORE), *chance.sample(ADJECTIVES, chance.choice((0, 0, 1, 1, 2))), _word(chance)))

    def clause() -> str:
        rest = (f"{chance.choice(BETWEEN)} {subject()}" for _ in range(chance.choice((0, 0, 1, 1, 2))))
        return " ".join((subject(), chance.choice(VERBS) + "s", subject(), *rest))

    if chance.random() < 0.12:
        text = "".join(fill[part]() if n % 2 else part for n, part in enumerate(chance.choice(RARE).replace("}", "{").split("{")))
    else:
        text = f" {chance.choice(JOINTS)} ".join(clause() for _ in range(chance.choice((1, 1, 2, 2, 3)))) + "."
    return text[0].upper() + text[1:]


def _word(chance: random.Random) -> str:
    """A word of the corpus by Zipf's law, as Mandelbrot corrected it: the one of rank r in proportion to 1 / (r + shift)."""
    words, weights = _zipf()
    return words[bisect(weights, chance.random() * weights[-1])]


@cache
def _zipf() -> tuple[list[str], list[float]]:
    chance = random.Random(0)
    words = dict.fromkeys("".join(chance.choices(SYLLABLES, k=2 + (n > 300) + (n > 6000))) for n in range(2 * WORDS))
    return list(words)[:WORDS], list(accumulate(1 / (rank + SHIFT) for rank in range(WORDS)))


def _pick(labels: Sequence[str], chance: random.Random) -> str:
    """A label; the first ones are much the commonest."""
    return labels[int(len(labels) * chance.random() ** 2)]


def _labels() -> list[str]:
    """What the project's own vocabulary calls its concepts, in an order that is no alphabet."""
    docs, _ = folders.read_docs(ROOT / "docs")
    concepts = assemble(docs.vocabulary)[0].concepts.values()
    labels = [label.text for concept in concepts for label in concept.labels if label.kind in (LabelKind.PREF, LabelKind.ALT)]
    random.Random(1).shuffle(labels)
    return labels


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), seed=int(next(iter(sys.argv[3:]), "7")))
