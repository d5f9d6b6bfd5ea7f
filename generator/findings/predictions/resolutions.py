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
from generator.model import Document, SeedId, SourceText
from generator.nodes import Mapping as Entry
from generator.nodes import Scalar, nodes
from generator.nodes import Sequence as Listed
from generator.report import Location, Problem, Severity, misencoded

_FIELDS = ("claim", "outcome", "date", "reference", "note")
_CLAIM = "Write claim: '[@seed-id \"words of the prediction\"]'."
_REFERENCE = "Write an address that begins with https://, or '[@seed-id \"exact words\"]'."
_OUTCOMES = "Write " + ", ".join(f"`{outcome.value}`" for outcome in Outcome) + "."
_WEB = re.compile(r"https?://[^\s/]+\S*\Z")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?\Z")


class _Place(NamedTuple):
    """Where words stand that the curator cites, or what is wrong with them; `missing`: they are of a seed that this build does not have."""

    quoted: Quoted | None = None
    problem: Problem | None = None
    missing: str = ""


class _Known(NamedTuple):
    """What entries are held against: the path of their file, the seeds, and the predictions found in these."""

    path: str
    documents: Mapping[SeedId, Document]
    found: Sequence[Prediction]

    def wrong(self, code: str, line: int, wrong: str, right: str) -> Problem:
        """A mistake at a line of the file."""
        return Problem(code, Location(self.path, line), wrong, right)


class _Judgement(NamedTuple):
    """What an entry says: of which prediction (its number among those found), and how it came out; or what keeps it from saying so."""

    line: int
    says: tuple[int, Resolution] | None = None
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()


def resolve(
    found: Sequence[Prediction], file: SourceText | None, documents: Iterable[Document]
) -> tuple[tuple[Prediction, ...], tuple[Problem, ...]]:
    """The predictions with the curator's judgements, and what is wrong with these. `file`: a YAML list; without it nothing changes."""
    if file is None:
        return tuple(found), ()
    entries, problems = _entries(file)
    known = _Known(file.path, {d.id: d for d in documents}, found)
    judged: dict[int, Resolution] = {}
    judgements = [_judgement(entry, known) for entry in entries]
    for judgement in judgements:
        problems += judgement.problems
        number, resolution = judgement.says or (None, None)
        if number in judged:
            wrong = "This prediction is judged twice."
            problems.append(known.wrong("resolution-twice", judgement.line, wrong, "Keep one of the two entries."))
        elif number is not None and resolution:
            judged[number] = resolution
    return tuple(_resolved(p, judged.get(i)) for i, p in enumerate(found)), (*problems, *_elsewhere(known, judgements))


def _resolved(prediction: Prediction, resolution: Resolution | None) -> Prediction:
    return replace(prediction, status=Status.RESOLVED, resolution=resolution) if resolution else prediction


def _entries(file: SourceText) -> tuple[list[Entry], list[Problem]]:
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [misencoded(file.path, file.data, error)]
    root, wrong = nodes(file.path, text)
    problems = list(wrong)
    items = root.items if isinstance(root, Listed) else () if root is None else (root,)
    entries = [item for item in items if isinstance(item, Entry) and isinstance(root, Listed)]
    for item in items:
        if item not in entries:
            right = "The file is a list of entries; each has claim, outcome, date and reference."
            problems.append(Problem("resolution-form", Location(file.path, item.line), "This is no entry.", right))
    return entries, problems


def _judgement(entry: Entry, known: _Known) -> _Judgement:
    """What one entry says, all its mistakes in one go."""
    fields, wrong = _fields(entry, known)
    outcome, unknown = _outcome(fields.get("outcome"), known)
    day, undated = _date(fields.get("date"), known)
    url, proof = _reference(fields.get("reference"), known)
    claim = _cited(fields["claim"], _CLAIM, known) if "claim" in fields else _Place()
    line = fields["claim"].line if "claim" in fields else entry.line
    missing = tuple(place.missing for place in (claim, proof) if place.missing)
    problems = tuple(filter(None, (*wrong, unknown, undated, proof.problem, claim.problem)))
    if problems or outcome is None or claim.quoted is None:
        return _Judgement(line, problems=problems, missing=missing)
    number = _number(claim.quoted, known.found)
    if number is None:
        right = "Cite words of a claim as the page of predictions shows it."
        unfound = known.wrong("resolution-claim", line, "No prediction was found at these words.", right)
        return _Judgement(line, problems=(unfound,), missing=missing)
    note = fields["note"].text if "note" in fields else ""
    resolution = Resolution(outcome, day, url, proof.quoted.passage if proof.quoted else None, note)
    return _Judgement(line, (number, resolution), missing=missing)


def _elsewhere(known: _Known, judgements: Iterable[_Judgement]) -> tuple[Problem, ...]:
    """One warning in sum for seeds that the build does not have: a site can be built from another set of them."""
    missing = [(judgement.line, id) for judgement in judgements for id in judgement.missing]
    if not missing:
        return ()
    wrong = f"Predictions are judged of sources that are not among the seeds: {', '.join(sorted({id for _, id in missing}))}."
    right = "Build with these seeds too, or take the entries out."
    return (Problem("resolution-elsewhere", Location(known.path, min(missing)[0]), wrong, right, Severity.WARNING),)


def _fields(entry: Entry, known: _Known) -> tuple[dict[str, Scalar], list[Problem]]:
    fields: dict[str, Scalar] = {}
    problems = []
    for key, value in entry.fields:
        if key.text not in _FIELDS:
            right = f"The fields are {', '.join(_FIELDS)}."
            problems.append(known.wrong("resolution-field", key.line, f"There is no field `{key.text}`.", right))
        elif not isinstance(value, Scalar) or value.nothing:
            right = _CLAIM if key.text == "claim" else f"Write {key.text}: and a text."
            problems.append(known.wrong("resolution-field", key.line, f"The field `{key.text}` holds no text.", right))
        else:
            fields[key.text] = value
    absent = [name for name in _FIELDS[:-1] if name not in {key.text for key, _ in entry.fields}]
    if absent:
        problems.append(known.wrong("resolution-field", entry.line, "This entry is not complete.", f"Add {', '.join(absent)}."))
    return fields, problems


def _outcome(field: Scalar | None, known: _Known) -> tuple[Outcome | None, Problem | None]:
    said = " ".join(field.text.lower().split()) if field else ""
    if field is None or said in {outcome.value for outcome in Outcome}:
        return (Outcome(said) if said else None), None
    return None, known.wrong("resolution-outcome", field.line, f"`{field.text}` is no outcome.", _OUTCOMES)


def _date(field: Scalar | None, known: _Known) -> tuple[str, Problem | None]:
    if field is None:
        return "", None
    try:
        date.fromisoformat(last_day(field.text) if _DATE.match(field.text) else "")
    except ValueError:
        return "", known.wrong("resolution-date", field.line, f"`{field.text}` is no date.", "Write 2026-03-31, 2026-03 or 2026.")
    return field.text, None


def _reference(field: Scalar | None, known: _Known) -> tuple[str, _Place]:
    """The address that bears a judgement out, or the place that does."""
    if field is None:
        return "", _Place()
    if "[@" in field.text:
        return "", _cited(field, _REFERENCE, known)
    if not _WEB.match(field.text):
        return "", _Place(problem=known.wrong("resolution-reference", field.line, f"`{field.text}` is no reference.", _REFERENCE))
    return field.text, _Place()


def _cited(field: Scalar, form: str, known: _Known) -> _Place:
    """Where the words of a citation mark stand."""
    mark = next(marks(field.text), None)
    if mark is None or not mark.source:
        return _Place(problem=known.wrong("resolution-citation", field.line, f"`{field.text}` is no citation.", form))
    document = known.documents.get(SeedId(mark.source))
    if document is None:
        meant = slip(mark.source, known.documents)
        wrong = f"There is no seed `{mark.source}`."
        told = known.wrong("resolution-seed", field.line, wrong, f"Did you mean {meant}?") if meant else None
        return _Place(problem=told, missing="" if told else mark.source)
    page = anchors.page(document)
    places = anchors.find(page, mark.words)
    if places:
        return _Place(places[0][0])
    near = nearest(page, mark.words)
    right = f"Nearest to them is {document.path}:{near[0].lines.first}: “{near[1]}”." if near else f"Copy them from {document.path}."
    return _Place(problem=known.wrong("resolution-words", field.line, f"These words do not stand in {mark.source}: “{mark.words}”.", right))


def _number(at: Quoted, found: Sequence[Prediction]) -> int | None:
    """Which prediction stands at the cited words, or was said again there."""
    same = (i for i, p in enumerate(found) if p.passage == at.passage and p.start < at.end and at.start < p.end)
    return next(same, next((i for i, p in enumerate(found) if at.passage in p.repeats), None))
