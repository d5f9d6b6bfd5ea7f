"""What only shows when all entries stand side by side: ids given twice, label clashes, unknown ids, circles of `broader`. Reads no YAML."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from generator.model import Label, LabelKind
from generator.report import Location, Problem
from generator.text import slug
from generator.vocabulary.fields import Entry, Reference
from generator.vocabulary.labels import key


def unique(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """Entries by id; of two with one id the first stays."""
    found: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        if first := found.get(entry.id):
            wrong = f"The id `{entry.id}` is given twice, first at {first.location}."
            right = "Ids are unique over all files: give one of the entries another id."
            problems.append(Problem("id-twice", entry.location, wrong, right))
        elif entry.id:
            found[entry.id] = entry
    return found, problems


def clashes(entries: Iterable[Entry]) -> list[Problem]:
    """Labels that would match the same words for several concepts. Cues name nothing, so they may recur."""
    same: dict[str, dict[str, Label]] = defaultdict(dict)
    for entry in entries:
        for label in entry.labels:
            if label.kind is not LabelKind.CUE:
                held = same[key(label.text)].setdefault(entry.id, label)
                if held.near and not label.near:
                    same[key(label.text)][entry.id] = label
    problems = []
    for owners in same.values():
        if len(owners) > 1 and not all(label.near for label in owners.values()):
            (first, one), *others = owners.items()
            problems += [_clash(id, label, first, one) for id, label in others]
    return problems


def _clash(id: str, label: Label, first: str, one: Label) -> Problem:
    written = "" if label.text == one.text else f' as "{one.text}"'
    wrong = f'The label "{label.text}" of `{id}` also belongs to `{first}`{written} ({one.location}).'
    right = "Keep it in one of the entries, or give it `near` in every one: {label: " + label.text + ", near: [words beside it]}."
    return Problem("label-clash", label.location, wrong, right)


def unknown(entries: Mapping[str, Entry]) -> list[Problem]:
    """References to ids that are not there, or from an entry to itself; and members that only a reading has."""
    problems = []
    for entry in entries.values():
        groups = [*entry.references.items(), *(("readings", reading.member) for reading in entry.readings)]
        for name, references in groups:
            problems += [problem for reference in references if (problem := _reference(name, reference, entry, entries))]
        problems += _unlisted(entry, entries)
    return problems


def _reference(name: str, reference: Reference, entry: Entry, entries: Mapping[str, Entry]) -> Problem | None:
    if reference.id == entry.id:
        return Problem("id-self", reference.location, f"`{entry.id}` names itself under `{name}`.", "Remove it.")
    if reference.id in entries:
        return None
    close = slug(reference.id) if slug(reference.id) in entries else next(iter(get_close_matches(reference.id, entries, n=1)), "")
    right = f"Did you mean `{close}`?" if close else "Write the id of an entry, or add the entry."
    return Problem("id-unknown", reference.location, f"There is no entry `{reference.id}`, which `{entry.id}` names under `{name}`.", right)


def _unlisted(entry: Entry, entries: Mapping[str, Entry]) -> list[Problem]:
    """Members that only a reading has: the enumeration as a whole must hold them too."""
    whole = {reference.id for name in ("member", "memberList") for reference in entry.references.get(name, ())}
    problems = []
    for reference in (reference for reading in entry.readings for reference in reading.member):
        if whole and reference.id not in whole and reference.id in entries:
            wrong = f"`{reference.id}` is in a reading of `{entry.id}` but not among its members."
            problems.append(Problem("reading-member", reference.location, wrong, "Add it to `member`."))
    return problems


def circles(broader: Mapping[str, Iterable[Reference]]) -> tuple[set[tuple[str, str]], list[Problem]]:
    """Circles of `broader`, each told once: the links that close them (child, parent), and the problems."""
    state: dict[str, bool] = {}
    closing: set[tuple[str, str]] = set()
    problems = []
    for start in broader:
        trail: list[str] = []
        stack = [(start, iter(broader[start]))] if start not in state else []
        while stack:
            child, parents = stack[-1]
            if child not in state:
                state[child] = True
                trail.append(child)
            parent = next(parents, None)
            if parent is None:
                state[trail.pop()] = False
                stack.pop()
            elif state.get(parent.id):
                closing.add((child, parent.id))
                problems.append(_circle([*trail[trail.index(parent.id) :], parent.id], parent.location))
            elif parent.id not in state and parent.id in broader:
                stack.append((parent.id, iter(broader[parent.id])))
    return closing, problems


def _circle(trail: list[str], location: Location) -> Problem:
    wrong = f"`broader` runs in a circle: {' → '.join(trail)}."
    return Problem("broader-circle", location, wrong, "Take one of these links out; the broadest of them has no `broader`.")
