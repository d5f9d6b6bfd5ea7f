"""Documents by people who had never seen the program, with their labels: what is found in them, and what is right of it.

There are four sets by four authors. Of each, one half was read when rules were mended; of the other half only figures were seen. Of the
first three sets, what is missed and wrongly found of acronyms and definitions was read there later, too (`READ_LATER`), of the third
also what is of predictions. Documents about the same facts are in the same half. A label with `sure: false` counts neither for nor against.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from math import isclose
from typing import Any, NamedTuple

import yaml

from generator.findings.citations.anchors import find, fold, page
from generator.findings.disagreements import disagreements
from generator.findings.disagreements.enumerations import enumerations
from generator.findings.disagreements.members import listings
from generator.findings.disagreements.tables import at_odds
from generator.findings.evidence import grade
from generator.findings.numbers import observations
from generator.findings.numbers.units import CURRENCIES, PEOPLE
from generator.findings.origins import origins
from generator.findings.predictions import predictions
from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import marked, repeats
from generator.findings.terms.acronyms import acronyms
from generator.findings.terms.definitions import definitions
from generator.found import Acronym, Definition, Difference, Disagreement, Match, Observation, Prediction, Quote, Quoted
from generator.match import match, matcher
from generator.model import Document, Passage, PassageId, SeedId, SourceText
from generator.read import read_all
from tests.quality import corpus
from tests.quality.judged import vocabulary


class Half(NamedTuple):
    """Some documents of a set: its folder, and what their names begin with."""

    folder: str
    names: tuple[str, ...]

    def has(self, file: str) -> bool:
        return file.startswith(self.names)


_LOOKED_2 = ("liquid", "wet", "immersion", "grid", "inference", "gpu", "soil", "benchmarks")
_READ_LATER_2 = ("code", "bot", "packaging", "chiplet", "hbm", "port", "remote", "retrieval")
_LOOKED_3 = ("northern", "corran", "energy", "second-line", "the-fourth")
_READ_LATER_3 = ("milk-round", "late-ships", "ward-round", "reading", "claims")
_LOOKED_4 = ("loose-threads", "moving-block", "the-kerb", "rookery", "halden-grove")
_UNSEEN_4 = ("pellworm", "fab-and", "late-data", "moth-and", "olive", "ransom")
HALVES = {
    "first, looked at": Half("blind", ("sodium", "maintainer", "open-source")),
    "first, read later": Half("blind", ("ocean", "radiology")),
    "second, looked at": Half("blind2", _LOOKED_2),
    "second, read later": Half("blind2", _READ_LATER_2),
    "third, looked at": Half("blind3", _LOOKED_3),
    "third, read later": Half("blind3", _READ_LATER_3),
    "fourth, looked at": Half("blind4", _LOOKED_4),
    "fourth, unseen": Half("blind4", _UNSEEN_4),
}
#: The measures whose faults have been read in the first three sets' other halves.
READ_LATER = ("acronyms", "definitions")
#: Labelled kinds of disagreements, as the program names them. Forecasts that differ are none of these: time will tell.
_KINDS = {"misquoted": Difference.QUOTATION, "values": Difference.VALUES, "members": Difference.MEMBERS, "table": Difference.TABLE}


class Found(NamedTuple):
    """All that the program finds in the documents."""

    documents: Mapping[str, Document]
    files: Mapping[SeedId, str]
    passages: Mapping[PassageId, Passage]
    predictions: tuple[Prediction, ...]
    numbers: tuple[Observation, ...]
    quotes: tuple[Quote, ...]
    acronyms: tuple[Acronym, ...]
    definitions: tuple[Definition, ...]
    disagreements: tuple[Disagreement, ...]

    def file(self, passage: PassageId) -> str:
        return self.files[self.passages[passage].source]


class Score(NamedTuple):
    """What was found and of it right, what was wanted and of it met; and in words what was not."""

    right: int = 0
    found: int = 0
    met: int = 0
    wanted: int = 0
    wrong: tuple[str, ...] = ()

    def hundredths(self) -> tuple[int, int]:
        """Precision and recall."""
        return 100 * self.right // max(1, self.found), 100 * self.met // max(1, self.wanted)


class Label(NamedTuple):
    """A label with the places of its words in their document."""

    data: Mapping[str, Any]
    places: tuple[Quoted, ...]

    @property
    def sure(self) -> bool:
        return self.data.get("sure", True) is not False and "weak" not in str(self.data.get("note", ""))

    def holds(self, passage: PassageId, start: int, end: int) -> bool:
        return any(p.passage == passage and p.start < end and start < p.end for p in self.places)


@cache
def labels(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((corpus.HERE / folder / "labels.yml").read_text("utf-8"))
    return found


@cache
def found(folder: str) -> Found:
    paths = sorted(
        path for path in (corpus.HERE / folder).iterdir() if path.suffix in {".txt", ".md", ".vtt", ".srt"} and path.name != "README.md"
    )
    read, problems = read_all([SourceText(path.name, path.read_bytes()) for path in paths])
    assert len(read) == len(paths), problems
    documents, words = marked(read, repeats(read)), vocabulary()
    matches = match(documents, matcher(words))
    graded = grade(documents, words, matches)
    measured, quoted = observations(documents, words, matches, graded), quotes(documents)
    tied = origins(documents, words, matches, quoted)
    listed, lists = listings(documents, words, matches), [each for document in documents for each in enumerations(document)]
    differing, _ = disagreements(documents, words, listed, quoted, measured, tied, at_odds(documents), lists)
    files = {SeedId(path.stem): path.name for path in paths}
    return Found(
        {files[d.id]: d for d in documents},
        files,
        {p.id: p for d in documents for p in d.passages},
        predictions(documents),
        measured,
        quoted,
        acronyms(documents, words, matches),
        definitions(documents, words, matches),
        differing,
    )


def labelled(half: Half, kind: str, words: str = "sentence") -> list[Label]:
    """The labels of a kind, each with the places of its words."""
    return [Label(each, _places(half.folder, each["file"], each[words])) for each in labels(half.folder)[kind] if half.has(each["file"])]


@cache
def _page(folder: str, file: str) -> Any:
    return page(found(folder).documents[file])


def _places(folder: str, file: str, words: str) -> tuple[Quoted, ...]:
    stood = find(_page(folder, file), words.replace("*", ""))  # passages have no marks of Markdown
    return tuple(place for places in stood for place in places)


def scored(of_all: Iterable[Any], wanted: list[Label], fits: Callable[[Any, Label], bool], says: Callable[[Any], str]) -> Score:
    """Precision over what is found, recall over the sure labels. What fits only labels that are not sure counts for neither."""
    right = found_ = 0
    met: set[int] = set()
    wrong = []
    for each in of_all:
        pairs = [i for i, label in enumerate(wanted) if fits(each, label)]
        met.update(pairs)
        if not pairs or any(wanted[i].sure for i in pairs):
            found_ += 1
            right += bool(pairs)
        if not pairs:
            wrong.append(f"none: {says(each)}")
    sure = [i for i, label in enumerate(wanted) if label.sure]
    wrong += [f"missed: {dict(wanted[i].data)}" for i in sure if i not in met]
    return Score(right, found_, len(met & set(sure)), len(sure), tuple(wrong))


def kinds(half: Half) -> Score:
    wanted = {file: kind for file, kind in labels(half.folder)["kinds"].items() if half.has(file)}
    wrong = tuple(
        f"{file}: {found(half.folder).documents[file].kind}"
        for file, kind in wanted.items()
        if found(half.folder).documents[file].kind != kind
    )
    right = len(wanted) - len(wrong)
    return Score(right, len(wanted), right, len(wanted), wrong)


def titles(half: Half) -> Score:
    return _field(half, "titles", lambda d: d.title)


def dates(half: Half) -> Score:
    return _field(half, "dates", lambda d: d.date)


def _field(half: Half, name: str, of: Callable[[Document], str]) -> Score:
    """A field that a source's text states."""
    wanted = {file: str(value or "") for file, value in labels(half.folder)[name].items() if half.has(file)}
    told = {file: of(found(half.folder).documents[file]) for file in wanted}
    right = sum(told[file] == value for file, value in wanted.items() if value)
    wrong = tuple(f"{file}: {told[file]!r}, not {value!r}" for file, value in wanted.items() if told[file] != value)
    return Score(right, sum(map(bool, told.values())), right, sum(map(bool, wanted.values())), wrong)


def turns(half: Half) -> Score:
    """Speaker, second and first words of each turn."""
    total = Score()
    for file, rows in labels(half.folder)["turns"].items():
        if half.has(file):
            said = [p for p in found(half.folder).documents[file].passages if p.role == "turn" and (rows or p.speaker)]
            got = [(p.speaker, int(p.seconds) if p.seconds is not None else None, fold(p.text).text) for p in said]
            right = [
                t
                for t in got
                if any(_first(t[0]) == _first(who) and t[1] == at and t[2].startswith(fold(words).text) for who, words, at in rows)
            ]
            wrong = [f"{file} none: {t}" for t in got if t not in right]
            total = Score(
                total.right + len(right), total.found + len(got), total.met + min(len(right), len(rows)), total.wanted + len(rows),
                (*total.wrong, *wrong),
            )  # fmt: skip
    return total


def _first(name: str) -> str:
    """The first of somebody's names: a label may give more of them than the text."""
    return next(iter(fold(name).text.split()), "")


def foretold(half: Half) -> Score:
    def fits(p: Prediction, label: Label) -> bool:
        return label.holds(p.passage, p.start, p.end) or any(place.passage in p.repeats for place in label.places)

    here = [p for p in found(half.folder).predictions if half.has(found(half.folder).file(p.passage))]
    return scored(here, labelled(half, "predictions"), fits, lambda p: f"{found(half.folder).file(p.passage)} {p.claim}")


def horizons(half: Half) -> Score:
    """Of the predictions that are found: the words on time, and who says so."""
    wanted = [label for label in labelled(half, "predictions") if label.sure]
    pairs = [(p, label) for p in found(half.folder).predictions for label in wanted if label.holds(p.passage, p.start, p.end)]
    right = [_same(p.horizon, label.data["horizon"]) for p, label in pairs]
    wrong = tuple(f"{p.horizon!r}, not {label.data['horizon']!r}" for (p, label), same in zip(pairs, right, strict=True) if not same)
    return Score(sum(right), len(pairs), sum(right), len(pairs), wrong)


def _same(one: str, other: str) -> bool:
    """Whether two horizons have the same words, or one of them more of the same."""
    a, b = fold(one).text, fold(other).text
    return bool(a) == bool(b) and (a in b or b in a)


def numbers(half: Half) -> Score:
    """The value, in its sentence. A value that its source states again, which the program tells once, is met by either."""
    wanted = labelled(half, "numbers")
    read = labels(half.folder).get("numbers_files", labels(half.folder)["kinds"])
    here = [o for o in found(half.folder).numbers if (file := found(half.folder).file(o.passage)) in read and half.has(file)]
    score = scored(
        here,
        wanted,
        _stated,
        lambda o: f"{found(half.folder).file(o.passage)} {o.surface!r} {o.low:g} {o.unit}/{o.per}: {_around(half, o)}",
    )
    met = [w for w in wanted if any(_stated(o, w) for o in here)]
    again = [w for w in wanted if w.sure and w not in met and any(_alike(w, one) for one in met)]
    wrong = tuple(each for each in score.wrong if each not in {f"missed: {dict(label.data)}" for label in again})
    return score._replace(met=score.met + len(again), wrong=wrong)


def units(half: Half) -> Score:
    """Of the numbers that are found: the unit."""
    wanted = [label for label in labelled(half, "numbers") if label.sure]
    pairs = [(o, [str(w.data["unit"]) for w in wanted if _stated(o, w)]) for o in found(half.folder).numbers]
    pairs = [(o, names) for o, names in pairs if names]
    wrong = tuple(f"{_counted(o)!r}, not {names}: {_around(half, o)}" for o, names in pairs if _counted(o) not in map(_plain, names))
    return Score(len(pairs) - len(wrong), len(pairs), len(pairs) - len(wrong), len(pairs), wrong)


def _stated(o: Observation, label: Label) -> bool:
    return _valued(o, label) and label.holds(o.passage, o.start, o.end)


def _alike(one: Label, other: Label) -> bool:
    """Whether two labels of a file have one value in one unit."""
    return all(one.data[part] == other.data[part] for part in ("file", "value", "unit"))


def _around(half: Half, o: Observation) -> str:
    return found(half.folder).passages[o.passage].text[max(0, o.start - 50) : o.end + 40]


def _valued(o: Observation, label: Label) -> bool:
    value = label.data["value"]
    low, high = value if isinstance(value, list) else (value, value)
    if str(label.data["unit"]).startswith("cent") and o.unit in CURRENCIES.values():
        low, high = low / 100, high / 100
    return (_near(o.low, low) or (low == 0 and _near(o.low, high))) and _near(o.high, high)


def _near(one: float, other: float) -> bool:
    """One value, also where a third is 33 or 33.3; the sign of a change stands in words or in the value."""
    return isclose(abs(one), abs(other), rel_tol=0.011)


_NAMES = {"%": "percent", "x": "times", "percentage points": "points", "to one": "ratio"}
_SHORT = {
    "kilo": "kilogram",
    "kg": "kilogram",
    "tonne": "ton",
    "metric ton": "ton",
    "m": "meter",
    "wh": "watt hour",
    "ms": "millisecond",
    **dict.fromkeys(PEOPLE, "people"),
}
_LONG = {
    "kilowatt hour": "kwh",
    "megawatt hour": "mwh",
    "gigawatt hour": "gwh",
    "megawatt": "mw",
    "gigawatt": "gw",
    "kilowatt": "kw",
    "degree": "celsius",
}


def _counted(o: Observation) -> str:
    unit = _NAMES.get(o.unit, o.unit.lower())
    return _plain(f"{unit} per {o.per}" if o.per else unit)


def _plain(unit: str) -> str:
    """A unit without plurals and other ways to write one."""
    words = [
        w[:-1] if w.endswith("s") and len(w) > 3 and w != "celsius" else w
        for w in unit.lower().replace("metre", "meter").replace("-", " ").split()
    ]
    plain = " ".join(_SHORT.get(w, w) for w in words)
    for long, short in _LONG.items():
        plain = plain.replace(long, short)
    return plain


def quotations(half: Half) -> Score:
    """What became of each quotation, and in which source; one that is not checked, for want of its source, counts as not found."""

    def fits(q: Quote, label: Label) -> bool:
        result = {q.match.value} | ({"verbatim"} if q.heard else set())
        source = found(half.folder).file(q.traced.passages[0]) if q.traced else ""
        right = q.match is Match.NOT_FOUND or source == label.data.get("source_file")
        return label.holds(q.passage, q.start, q.end) and label.data["match"] in result and right

    here = [q for q in found(half.folder).quotes if half.has(found(half.folder).file(q.passage)) and not q.highlight]
    return scored(here, labelled(half, "quotes", "quote"), fits, lambda q: f"{found(half.folder).file(q.passage)} {q.match} {q.text}")


def spelled(half: Half) -> Score:
    wanted = [Label(each, ()) for each in labels(half.folder)["acronyms"] if half.has(each["file"])]

    def fits(a: Acronym, label: Label) -> bool:
        told = label.data["file"], _one(label.data["short"]), _one(label.data["long"])
        return (found(half.folder).file(a.passage), _one(a.short), _one(a.long)) == told

    here = [a for a in found(half.folder).acronyms if half.has(found(half.folder).file(a.passage))]
    return scored(here, wanted, fits, lambda a: f"{found(half.folder).file(a.passage)} {a.short}: {a.long}")


def _one(words: str) -> str:
    """Words folded, of many and of one alike."""
    return fold(words).text.rstrip("s")


def defined(half: Half) -> Score:
    """The sentence, and the term: in its short or its long form, where the set has both among its labels."""
    both = [{_one(a["short"]), _one(a["long"])} for a in labels(half.folder)["acronyms"]]

    def fits(d: Definition, label: Label) -> bool:
        terms = {_one(d.term), _one(label.data["term"])}
        return label.holds(d.passage, d.start, d.end) and (len(terms) == 1 or terms in both)

    here = [d for d in found(half.folder).definitions if half.has(found(half.folder).file(d.passage))]
    return scored(here, labelled(half, "definitions"), fits, lambda d: f"{found(half.folder).file(d.passage)} {d.term}: {d.text}")


def forms(half: Half) -> dict[str, tuple[int, int]]:
    """How many definitions of each form are found, and how many there are, where labels tell the form."""
    met = [label for label in labelled(half, "definitions") if label.sure and "how" in label.data]
    missed = {line for line in defined(half).wrong if line.startswith("missed")}
    counts: dict[str, tuple[int, int]] = {}
    for label in met:
        found_, wanted = counts.get(label.data["how"], (0, 0))
        counts[label.data["how"]] = found_ + (f"missed: {dict(label.data)}" not in missed), wanted + 1
    return counts


def disputed(half: Half) -> Score:
    """Kind and files; of quotations also their words, and of values also the numbers."""
    told = [each for each in labels(half.folder)["disagreements"] if each["kind"] in _KINDS and half.has(each["files"][0])]
    wanted = [Label(each, ()) for each in told]

    def fits(d: Disagreement, label: Label) -> bool:
        files, about = {found(half.folder).file(s.passage) for s in d.sides}, fold(label.data["about"]).text
        if d.kind is not _KINDS[label.data["kind"]] or not files & set(label.data["files"]):
            return False
        if d.kind is Difference.QUOTATION:
            return fold(d.about).text.rstrip(".,") in about or about.removeprefix("quotation: ").rstrip(".,") in fold(d.about).text
        return d.kind is not Difference.VALUES or all(_figures(s.says) & _figures(label.data["note"]) for s in d.sides)

    here = [d for d in found(half.folder).disagreements if half.has(found(half.folder).file(d.sides[0].passage))]
    return scored(here, wanted, fits, lambda d: f"{d.kind} {d.about}: {[(found(half.folder).file(s.passage), s.says) for s in d.sides]}")


def _figures(text: str) -> set[str]:
    return {figure.rstrip(".,") for figure in re.findall(r"\d[\d.,]*", text)}


MEASURES: dict[str, Callable[[Half], Score]] = {
    "kinds": kinds,
    "titles": titles,
    "dates": dates,
    "turns": turns,
    "predictions": foretold,
    "horizons": horizons,
    "numbers": numbers,
    "units": units,
    "quotes": quotations,
    "acronyms": spelled,
    "definitions": defined,
    "disagreements": disputed,
}


def told(half: Half, *, with_faults: bool = False) -> Iterator[str]:
    """The figures, a line a measure; with what was wrong, to be read of the groups that may be looked at only."""
    for name, measure in MEASURES.items():
        score = measure(half)
        precision, recall = score.hundredths()
        yield f"{name:14} precision {precision:3} ({score.right}/{score.found})  recall {recall:3} ({score.met}/{score.wanted})"
        if with_faults:
            yield from (f"    {line}" for line in score.wrong)
