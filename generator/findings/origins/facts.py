"""People and exact figures that sources tell of: what two reports of one event have in common whatever their words. No verdict."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from generator.findings.quotes.words import COMMON
from generator.model import ConceptKind, Document, Matches, Passage, Role, SeedId, Vocabulary
from generator.text import fold, straighten

#: A person or a figure in more sources than this tells no event.
_MOST_SOURCES = 12
_FIGURE = re.compile(
    r"(?<![\w.,])(?P<sign>[$€£]?)(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?P<part>\.\d{1,6})?(?!,?\d)"
    r"\s?(?P<unit>%|per ?cent\b|thousand\b|million\b|billion\b|[kmb]\b|bn\b)?",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}
#: Whole numbers up to here count fingers, months and chapters; beyond it, those with one digit before the zeros are round.
_SMALL = 12
_YEARS = range(1900, 2100)
#: Two or three words with capitals inside a sentence, or at its beginning.
_FULL_NAME = re.compile(r"\b[A-Z][\w'-]{1,30}(?: [A-Z]\.)?(?: (?:de|van|von|der|la|al))?(?: [A-Z][\w'-]{1,30}){1,2}\b")
_CAPITAL = re.compile(r"(?<!\w)[A-Z][\w-]{1,30}")


@dataclass(frozen=True, slots=True)
class Facts:
    """The people that a source names in full, and its figures, both in a form in which they can be compared."""

    people: Mapping[str, str]
    figures: frozenset[str]


def facts_of(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> dict[SeedId, Facts]:
    """People and figures of every source. Figures of tables are left out: the same public figures stand in many."""
    known: dict[SeedId, dict[str, str]] = defaultdict(dict)
    for mention in matches.mentions:
        concept = vocabulary.concepts[mention.concept]
        if concept.kind is ConceptKind.PERSON:
            known[SeedId(mention.passage.partition("#")[0])][concept.id] = concept.name
    others = {fold(label.text) for c in vocabulary.concepts.values() if c.kind is not ConceptKind.PERSON for label in c.labels}
    return {document.id: _facts(document, known[document.id], vocabulary, others) for document in documents}


def pairs(facts: Mapping[SeedId, Facts], *, least: int) -> Counter[tuple[SeedId, SeedId]]:
    """The pairs of sources that have a person and `least` figures in common which few others have, with how many figures."""
    where: dict[str, list[SeedId]] = defaultdict(list)
    for source in sorted(facts):
        for figure in facts[source].figures:
            where[figure].append(source)
    few = (found for found in where.values() if 1 < len(found) <= _MOST_SOURCES)
    counts = Counter(pair for found in few for pair in combinations(found, 2))
    alike = {pair: times for pair, times in counts.items() if times >= least}
    return Counter({pair: times for pair, times in alike.items() if same_people(facts[pair[0]], facts[pair[1]])})


def same_people(one: Facts, other: Facts) -> list[str]:
    """The names of the people that both name, in the order of the alphabet."""
    return sorted(one.people[key] for key in one.people.keys() & other.people.keys())


def _facts(document: Document, known: Mapping[str, str], vocabulary: Vocabulary, others: Set[str]) -> Facts:
    passages = [p for p in document.passages if p.says and p.role is not Role.TABLE]
    people = dict(known)
    for name in (*document.speakers, *_named(passages)):
        id = vocabulary.people.get(fold(name))
        if id or fold(name) not in others:
            people[id or fold(name)] = vocabulary.concepts[id].name if id else name
    return Facts(people, frozenset(figure for p in passages for figure in _figures(p.text)))


def _named(passages: Iterable[Passage]) -> Iterator[str]:
    """Names in full whose last word also stands alone somewhere, as texts name people: "Ann Lee … Lee says"."""
    full: dict[str, None] = {}
    alone: set[str] = set()
    for passage in passages:
        text = straighten(passage.text).replace("'s", "")
        found = list(_FULL_NAME.finditer(text))
        full.update(dict.fromkeys(match.group() for match in found))
        rest = _FULL_NAME.sub(lambda match: " " * len(match.group()), text)
        alone.update(match.group() for match in _CAPITAL.finditer(rest))
    parted = ((name, name.split()) for name in full)
    return (name for name, (first, *_, last) in parted if last in alone and not last.isupper() and first.lower() not in COMMON)


def _figures(text: str) -> Iterator[str]:
    """Figures that are too exact to be shared by chance, one number and sign for all ways to write one."""
    for match in _FIGURE.finditer(straighten(text)):
        digits = match["digits"].replace(",", "")
        unit = (match["unit"] or "").lower().replace(" ", "")
        sign = match["sign"] or ("%" if unit in {"%", "percent"} else "")
        value = float(digits + (match["part"] or "")) * _SCALES.get(unit, 1)
        whole = not match["part"] and not sign and unit not in _SCALES
        year = whole and len(match["digits"]) == 4 and int(digits) in _YEARS
        round_ = not match["part"] and sign != "%" and len(digits.rstrip("0")) == 1
        if not (year or round_ or (whole and value <= _SMALL)):
            yield f"{sign}{value:g}" if value < 1e6 else f"{sign}{value:.6g}"
