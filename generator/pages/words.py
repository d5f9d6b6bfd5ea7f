"""How pages put counts, dates and kinds into words. No library, no links."""

import re
from collections.abc import Sequence

from generator.model import ConceptKind, Kind, Role

KINDS = {
    Kind.TRANSCRIPT: ("transcript", "transcripts"),
    Kind.ARTICLE: ("article", "articles"),
    Kind.SUMMARY: ("summary", "summaries"),
    Kind.BRIEF: ("news brief", "news briefs"),
    Kind.INSIGHTS: ("list of insights", "lists of insights"),
}

CONCEPTS = {
    ConceptKind.TOPIC: ("topic", "topics"),
    ConceptKind.TREND: ("trend", "trends"),
    ConceptKind.TERM: ("term", "terms"),
    ConceptKind.PERSON: ("person", "people"),
    ConceptKind.ORGANISATION: ("organisation", "organisations"),
    ConceptKind.PRODUCT: ("product", "products"),
    ConceptKind.BENCHMARK: ("benchmark", "benchmarks"),
    ConceptKind.WORK: ("work", "works"),
    ConceptKind.EVENT: ("event", "events"),
}

#: What a passage is called where its role says more than that it is text.
ROLES = {
    Role.CATEGORY: "Category",
    Role.KEY_POINT: "Key point",
    Role.QUOTE: "Quotation",
    Role.TABLE: "Table",
    Role.TAKEAWAY: "Takeaway",
    Role.PREDICTION: "Prediction",
    Role.VERDICT: "Verdict",
    Role.WATCH: "What to watch",
    Role.WHY_IT_MATTERS: "Why it matters",
}

_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def count(number: int, one: str, many: str = "") -> str:
    """`1 passage`, `2 passages`, `1,204 passages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def capital(text: str) -> str:
    """The text with its first letter as a capital one."""
    return text[:1].upper() + text[1:]


def day(date: str) -> str:
    """An ISO date as people write it: `11 June 2024`, `June 2024`, `2024`; another text as it stands."""
    match = _DATE.fullmatch(date)
    if not match or not 0 < int(match[2] or 1) <= len(_MONTHS):
        return date
    year, month, number = match.groups()
    return " ".join(part for part in (str(int(number)) if number else "", _MONTHS[int(month) - 1] if month else "", year) if part)


def span(first: str, last: str) -> str:
    """Two ISO dates in words: `June 2024`, or `June 2024 to May 2025`."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"
