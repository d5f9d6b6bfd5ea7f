"""What a build says of what it changed: a few lines for every build. All of it, row by row, is told by `rows`."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from generator.found import Change, Changes, What

SIGNS = {What.ADDED: "+", What.REMOVED: "−", What.CHANGED: "~"}
#: What the arrays' items are called, one and many; `concepts` go by their kind.
_NOUNS = {
    "sources": ("source", "sources"),
    "passages": ("passage", "passages"),
    "disagreements": ("disagreement", "disagreements"),
    "observations": ("number", "numbers"),
    "predictions": ("prediction", "predictions"),
    "quotes": ("quotation", "quotations"),
    "acronyms": ("acronym", "acronyms"),
    "definitions": ("definition", "definitions"),
    "origins": ("origin", "origins"),
    "citations": ("citation", "citations"),
}
_KINDS = {"person": "people", "work": "works"}
#: Subjects that are named in a build's few lines; more are counted.
_MOST_SUBJECTS = 6


def summary(changes: Changes, names: Mapping[str, str]) -> tuple[str, ...]:
    """What a build says of what it changed. `names`: what concepts are called, by id."""
    if changes.first:
        return ("The first build here: the next one says what it changed.",)
    told = [_tally(noun, counts) for noun, counts in _counted(changes).items()]
    new = sum(change.array == "suggestions" and change.what is What.ADDED for change in changes.items)
    told += [f"{new} new suggestion{'s' if new > 1 else ''} (seedbed suggest)"] if new else []
    if not changes.pages and not told:
        return ("Nothing changed since the last build.",)
    return (f"{_pages(changes)}: {', '.join(told) or 'no finding changed'}.", *_moved(changes, names))


def _pages(changes: Changes) -> str:
    counts = Counter(changes.pages.values())
    more = [f"{counts[what]} {word}" for what, word in ((What.ADDED, "new"), (What.REMOVED, "gone")) if counts[what]]
    total = len(changes.pages)
    return f"{total} page{'s' if total != 1 else ''} changed" + (f" ({', '.join(more)})" if more else "")


def _counted(changes: Changes) -> dict[str, Counter[What]]:
    """How many things of each noun (one and many, parted by a stroke) came, went and changed, in the order of the arrays."""
    found: dict[str, Counter[What]] = defaultdict(Counter)
    for change in changes.items:
        if change.array == "concepts":
            kind = str(change.item["kind"])
            found[f"{kind}/{_KINDS.get(kind, kind + 's')}"][change.what] += 1
        elif change.array in _NOUNS and said(change):
            found["/".join(_NOUNS[change.array])][change.what] += 1
    return found


def said(change: Change) -> bool:
    """Whether a change is of more than what a file says of itself: front matter is a passage, for no line is lost, but says nothing."""
    return change.item.get("role") != "metadata"


def _tally(noun: str, counts: Counter[What]) -> str:
    one, many = noun.split("/")
    signed = [f"{SIGNS[what]}{counts[what]}" for what in (What.ADDED, What.REMOVED) if counts[what]]
    altered = counts[What.CHANGED]
    if not signed:
        return f"{altered} {one if altered == 1 else many} changed"
    total = counts[What.ADDED] + counts[What.REMOVED]
    return f"{' '.join(signed)} {one if total == 1 else many}" + (f" ({altered} changed)" if altered else "")


def _moved(changes: Changes, names: Mapping[str, str]) -> tuple[str, ...]:
    """Which subjects gained or lost passages, those with most first."""
    found: dict[str, Counter[What]] = defaultdict(Counter)
    for change in changes.items:
        if change.array == "evidence" and change.what is not What.CHANGED:
            found[str(change.item["concept"])][change.what] += 1
    ordered = sorted(found, key=lambda id: (-found[id].total(), id))
    signed = [(id, " ".join(f"{SIGNS[w]}{found[id][w]}" for w in (What.ADDED, What.REMOVED) if found[id][w])) for id in ordered]
    shown = [f"{names.get(id, id)} {sign}" for id, sign in signed[:_MOST_SUBJECTS]]
    more = len(signed) - len(shown)
    return (f"Passages on: {', '.join(shown)}" + (f" and {more} more." if more else "."),) if shown else ()
