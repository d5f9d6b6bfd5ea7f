"""The curator's judgements of predictions (`docs/predictions.yml`): read, checked, laid on the predictions. Judges nothing itself."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.citing import marks
from generator.findings.citations import anchors
from generator.findings.citations.nearest import nearest, slip
from generator.findings.predictions.horizons import last_day
from generator.found import Outcome, Prediction, Quoted, Resolution, Status
from generator.model import Document, PassageId, SeedId, SourceText
from generator.report import Location, Problem, Severity
from generator.vocabulary.nodes import Mapping as Entry
from generator.vocabulary.nodes import Scalar, nodes
from generator.vocabulary.nodes import Sequence as Listed

_FIELDS = ("claim", "outcome", "date", "reference", "note")
_CLAIM = "Write claim: '[@seed-id \"words of the prediction\"]'."
_REFERENCE = "Write an address that begins with https://, or '[@seed-id \"exact words\"]'."
_OUTCOMES = "Write " + ", ".join(f"`{outcome.value}`" for outcome in Outcome) + "."
_WEB = re.compile(r"https?://[^\s/]+\S*\Z")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?\Z")


class _Place(NamedTuple):
    """Where words stand that the curator cites; `missing`: in a seed that this build does not have."""

    quoted: Quoted | None = None
    missing: str = ""


def resolve(
    found: Sequence[Prediction], file: SourceText | None, documents: Iterable[Document]
) -> tuple[tuple[Prediction, ...], tuple[Problem, ...]]:
    """The predictions with the curator's judgements, and what is wrong with these. `file`: a YAML list; without it nothing changes."""
    if file is None:
        return tuple(found), ()
    entries, problems = _entries(file)
    reader = _Reader(file.path, {d.id: d for d in documents}, found, problems)
    judged: dict[int, Resolution] = {}
    for entry in entries:
        reader.judge(entry, judged)
    reader.tell_missing()
    return tuple(_resolved(p, judged.get(i)) for i, p in enumerate(found)), tuple(problems)


def _resolved(prediction: Prediction, resolution: Resolution | None) -> Prediction:
    return replace(prediction, status=Status.RESOLVED, resolution=resolution) if resolution else prediction


def _entries(file: SourceText) -> tuple[list[Entry], list[Problem]]:
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Location(file.path, file.data.count(b"\n", 0, error.start) + 1)
        return [], [Problem("encoding", place, "These bytes are not UTF-8.", "Save the file as UTF-8.")]
    root, wrong = nodes(file.path, text)
    problems = list(wrong)
    items = root.items if isinstance(root, Listed) else () if root is None else (root,)
    entries = [item for item in items if isinstance(item, Entry) and isinstance(root, Listed)]
    for item in items:
        if item not in entries:
            right = "The file is a list of entries; each has claim, outcome, date and reference."
            problems.append(Problem("resolution-form", Location(file.path, item.line), "This is no entry.", right))
    return entries, problems


class _Reader:
    """Reads entries one after another and gathers what is wrong."""

    def __init__(self, path: str, documents: Mapping[SeedId, Document], found: Sequence[Prediction], problems: list[Problem]) -> None:
        self._path, self._documents, self._found, self._problems = path, documents, found, problems
        self._missing: dict[str, int] = {}

    def judge(self, entry: Entry, judged: dict[int, Resolution]) -> None:
        """Add an entry's judgement by the number of its prediction, if nothing is wrong with it."""
        before = len(self._problems)
        fields = self._fields(entry)
        outcome = self._outcome(fields)
        day = self._date(fields)
        url, proof = self._reference(fields)
        claim = self._cited(fields["claim"], _CLAIM) if "claim" in fields else _Place()
        if claim.missing or len(self._problems) > before or outcome is None or claim.quoted is None:
            return
        number = self._number(claim.quoted)
        if number is None:
            wrong = "No prediction was found at these words."
            self._wrong("resolution-claim", fields["claim"].line, wrong, "Cite words of a claim as the page of predictions shows it.")
        elif number in judged:
            self._wrong("resolution-twice", fields["claim"].line, "This prediction is judged twice.", "Keep one of the two entries.")
        else:
            judged[number] = Resolution(outcome, day, url, proof, fields["note"].text if "note" in fields else "")

    def tell_missing(self) -> None:
        """One warning in sum for seeds that the build does not have: a site can be built from another set of them."""
        if self._missing:
            wrong = f"Predictions are judged of sources that are not among the seeds: {', '.join(sorted(self._missing))}."
            right = "Build with these seeds too, or take the entries out."
            place = Location(self._path, min(self._missing.values()))
            self._problems.append(Problem("resolution-elsewhere", place, wrong, right, Severity.WARNING))

    def _wrong(self, code: str, line: int, wrong: str, right: str) -> None:
        self._problems.append(Problem(code, Location(self._path, line), wrong, right))

    def _fields(self, entry: Entry) -> dict[str, Scalar]:
        fields: dict[str, Scalar] = {}
        for key, value in entry.fields:
            if key.text not in _FIELDS:
                self._wrong("resolution-field", key.line, f"There is no field `{key.text}`.", f"The fields are {', '.join(_FIELDS)}.")
            elif not isinstance(value, Scalar) or value.nothing:
                right = _CLAIM if key.text == "claim" else f"Write {key.text}: and a text."
                self._wrong("resolution-field", key.line, f"The field `{key.text}` holds no text.", right)
            else:
                fields[key.text] = value
        absent = [name for name in _FIELDS[:-1] if name not in {key.text for key, _ in entry.fields}]
        if absent:
            right = f"Add {', '.join(absent)}."
            self._wrong("resolution-field", entry.line, "This entry is not complete.", right)
        return fields

    def _outcome(self, fields: Mapping[str, Scalar]) -> Outcome | None:
        if (field := fields.get("outcome")) is None:
            return None
        said = " ".join(field.text.lower().split())
        if said in {outcome.value for outcome in Outcome}:
            return Outcome(said)
        self._wrong("resolution-outcome", field.line, f"`{field.text}` is no outcome.", _OUTCOMES)
        return None

    def _date(self, fields: Mapping[str, Scalar]) -> str:
        if (field := fields.get("date")) is None:
            return ""
        try:
            date.fromisoformat(last_day(field.text) if _DATE.match(field.text) else "")
        except ValueError:
            self._wrong("resolution-date", field.line, f"`{field.text}` is no date.", "Write 2026-03-31, 2026-03 or 2026.")
        return field.text

    def _reference(self, fields: Mapping[str, Scalar]) -> tuple[str, PassageId | None]:
        if (field := fields.get("reference")) is None:
            return "", None
        if "[@" in field.text:
            place = self._cited(field, _REFERENCE)
            return "", place.quoted.passage if place.quoted else None
        if not _WEB.match(field.text):
            self._wrong("resolution-reference", field.line, f"`{field.text}` is no reference.", _REFERENCE)
        return field.text, None

    def _cited(self, field: Scalar, form: str) -> _Place:
        """Where the words of a citation mark stand."""
        mark = next(marks(field.text), None)
        if mark is None or not mark.source:
            self._wrong("resolution-citation", field.line, f"`{field.text}` is no citation.", form)
            return _Place()
        document = self._documents.get(SeedId(mark.source))
        if document is None:
            meant = slip(mark.source, self._documents)
            if meant:
                self._wrong("resolution-seed", field.line, f"There is no seed `{mark.source}`.", f"Did you mean {meant}?")
            else:
                self._missing.setdefault(mark.source, field.line)
            return _Place(missing=mark.source)
        page = anchors.page(document)
        places = anchors.find(page, mark.words)
        if places:
            return _Place(places[0][0])
        near = nearest(page, mark.words)
        right = f"Nearest to them is {document.path}:{near[0].lines.first}: “{near[1]}”." if near else f"Copy them from {document.path}."
        self._wrong("resolution-words", field.line, f"These words do not stand in {mark.source}: “{mark.words}”.", right)
        return _Place()

    def _number(self, at: Quoted) -> int | None:
        """Which prediction stands at the cited words, or was said again there."""
        same = (i for i, p in enumerate(self._found) if p.passage == at.passage and p.start < at.end and at.start < p.end)
        return next(same, next((i for i, p in enumerate(self._found) if at.passage in p.repeats), None))
