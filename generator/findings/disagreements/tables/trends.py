"""Claims that numbers move together, or steadily in time, held against the table's own numbers. Finds no totals and no records."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from generator.findings.disagreements.tables.prose import Conflict, Sentence, spoken_of
from generator.findings.disagreements.tables.series import Point, Series, bare

_CHANGE = r"(?:get|gets|got|getting|become|becomes|became|grow|grows|grew)\s+(?:\w+ly\s+)?"
_UP = re.compile(
    r"\b(?:rises?|rose|risen|rising|grows?|grew|grown|growing|growth|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|"
    rf"lengthen(?:s|ed|ing)?|expand(?:s|ed|ing)?|(?:go|goes|went|gone|going)\s+up|upward|"
    rf"{_CHANGE}(?:longer|higher|larger|bigger|greater|dearer|more expensive))\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:falls?|fell|fallen|falling|drops?|dropped|dropping|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shrinks?|shrank|shrunk|"
    r"shrinking|shorten(?:s|ed|ing)?|sinks?|sank|sunk|(?:go|goes|went|gone|going)\s+down|downward|"
    rf"{_CHANGE}(?:shorter|lower|smaller|cheaper|fewer|less))\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:stagnat\w+|plateau\w*|flatten\w*|level(?:s|led)? off|(?:stays?|stayed|remains?) (?:flat|level|the same))\b", re.IGNORECASE
)
_MORE = r"longer|higher|larger|bigger|greater|more|older|dearer|heavier"
_LESS = r"shorter|lower|smaller|fewer|less|younger|cheaper|lighter"
_PARTING, _SHORTEST, _LONGEST = ",;:—–", 4, 160
_CLAUSE = rf"[^{_PARTING}]{{{_SHORTEST},{_LONGEST}}}"
_AS_FIRST = re.compile(rf"\b(?:as|when|whenever|where|wherever)\s+(?P<a>{_CLAUSE}),\s*(?P<b>{_CLAUSE})", re.IGNORECASE)
_AS = re.compile(rf"\s(?:as|when|whenever|where|wherever)(?=\s(?P<a>{_CLAUSE}))", re.IGNORECASE)
_WITH = re.compile(rf"\s(?:in step |in line |directly )?with(?=\s(?P<a>{_CLAUSE}))", re.IGNORECASE)
_THE_THE = re.compile(
    rf"\bthe\s+(?P<one>{_MORE}|{_LESS})\s+(?P<a>[^,;:]{{3,80}}),\s*the\s+(?P<two>{_MORE}|{_LESS})\s+(?P<b>[^,;:]{{3,80}})", re.IGNORECASE
)
_CORRELATION = re.compile(
    r"\b(?P<kind>inverse|negative|direct|positive|clear|strong|close|perfect)?\s{0,3}(?:correlation|relationship|link)\s{1,3}between\s{1,3}"
    rf"(?P<a>{_CLAUSE}?)\s{{1,3}}and\s{{1,3}}(?P<b>{_CLAUSE})",
    re.IGNORECASE,
)
_LESSER = re.compile(rf"(?:{_LESS})\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(?:always|invariably|consistent(?:ly)?|steady|steadily|direct(?:ly)?|exact(?:ly)?|perfect(?:ly)?|strict(?:ly)?|every|each|"
    r"without exception|in step|unbroken|continuous(?:ly)?|year after year|year on year)\b",
    re.IGNORECASE,
)
_CLEAR = re.compile(r"\b(?:clear(?:ly)?|obvious(?:ly)?|strong(?:ly)?|unmistakabl[ey]|evident(?:ly)?|plain(?:ly)?)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:tend\w*|general(?:ly)?|rough(?:ly)?|mostly|largely|usually|often|broad(?:ly)?|overall|on the whole|more or less|by and large|"
    r"almost|nearly|loosely|somewhat|sometimes|partly|in part)\b",
    re.IGNORECASE,
)
_STEADY = re.compile(
    r"\b(?:stead(?:y|ily)|consistent(?:ly)?|continuous(?:ly)?|unbroken|uninterrupted|without (?:interruption|a break)|"
    r"year after year|year on year|quarter after quarter|month after month|"
    r"(?:every|each)(?: single)? (?:year|quarter|month|week|season|decade|edition|round)|"
    r"clear (?:upward|downward) trend)\b",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\([^()]{0,200}\)")
_YEARS = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
#: A trend that is called clear bears so many pairs of rows that run the other way: one in six, one reversed neighbour among four rows.
_CLEAR_BEARS = 1 / 6
#: Fewer rows than this make no trend.
_LEAST = 3


class _Claim(NamedTuple):
    """While `a` (characters of the sentence) moves up (+1) or down (-1), `b` does one of `moves` (0: stays)."""

    a: tuple[int, int]
    up: int
    b: tuple[int, int]
    moves: frozenset[int]


def together(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A claim that one measure moves as another does, which the rows do not bear out.

    Unhedged it is held to the balance of all pairs of rows (the sign of Kendall's tau, 1938); called clear, to five pairs in six; "always"
    or "direct", to all of them. A hedged one only has to have the right sign.
    """
    for claim in _claims(_open(text.text)):
        one, other = spoken_of(text, candidates, claim.a), spoken_of(text, candidates, claim.b)
        if one and other and one is not other:
            rows = _shared(one, other)
            with_, against = _pairs([(x, y) for _, x, y in rows], claim.up, claim.moves)
            if len(rows) >= _LEAST and _broken(text.text, with_, against):
                ordered = sorted(rows, key=lambda row: (claim.up * row[1].value, row[0]))
                odd = _odd([(x, y) for _, x, y in ordered], claim)
                return Conflict(
                    f"{one.name} and {other.name}", " · ".join(f"{bare(x.label)}: {x.text}, {y.text}" for _, x, y in ordered), odd
                )
    return None


def in_time(text: Sentence, candidates: Sequence[Series]) -> Conflict | None:
    """A claim that a measure rises or falls steadily in time, which some step of it does not."""
    moves = {sign for sign, pattern in ((1, _UP), (-1, _DOWN)) if pattern.search(text.text)}
    if len(moves) != 1 or not _STEADY.search(text.text) or _HEDGED.search(text.text):
        return None
    found = spoken_of(text, [s for s in candidates if s.timed])
    if found is None:
        return None
    points = _during(text.text, sorted(found.points, key=lambda p: p.when or (0, 0)))
    sign = moves.pop()
    steps = enumerate(pairwise(points), 1)
    odd = tuple(n for n, (one, two) in steps if sign * (two.value - one.value) < -(one.half + two.half))
    if len(points) >= _LEAST and odd:
        return Conflict(found.name, " · ".join(f"{p.label}: {p.text}" for p in points), odd)
    return None


def _open(text: str) -> str:
    """The sentence with the commas in its brackets taken out, so that they part no clause; nothing else moves."""
    return _PARENTHESIS.sub(lambda m: m.group().replace(",", " ").replace(";", " ").replace(":", " "), text)


def _joined(link: re.Pattern[str], text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The clauses behind and before each link, of which none reaches into the next; each text is read once."""
    at = free = 0
    while m := link.search(text, at):
        near = max(free, m.start() - _LONGEST)
        begin = max(near, *(text.rfind(mark, near, m.start()) + 1 for mark in _PARTING))
        at = m.start() + 1
        if m.start() - begin >= _SHORTEST:
            yield m.span("a"), (begin, m.start())
            at = free = m.end("a")


def _claims(text: str) -> Iterator[_Claim]:
    first = [(m.span("a"), m.span("b")) for m in _AS_FIRST.finditer(text)]
    for a, b in (*first, *_joined(_AS, text)):
        if (up := _move(text[slice(*a)])) and (moves := _moves(text[slice(*b)])):
            yield _Claim(a, up, b, moves)
    for m in _THE_THE.finditer(text):
        yield _Claim((m.start("one"), m.end("a")), _sign(m["one"]), (m.start("two"), m.end("b")), frozenset({_sign(m["two"])}))
    for a, b in _joined(_WITH, text):
        if (move := _move(text[slice(*b)])) and not _move(text[slice(*a)]):
            yield _Claim(a, 1, b, frozenset({move}))
    for m in _CORRELATION.finditer(text):
        yield _Claim(m.span("a"), 1, m.span("b"), frozenset({-1 if (m["kind"] or "").lower() in {"inverse", "negative"} else 1}))


def _sign(comparative: str) -> int:
    return -1 if _LESSER.fullmatch(comparative) else 1


def _moves(clause: str) -> frozenset[int]:
    """What a clause says that something does; empty where it says both up and down, or nothing."""
    moves = frozenset(sign for sign, pattern in ((1, _UP), (-1, _DOWN), (0, _FLAT)) if pattern.search(clause))
    return frozenset() if {1, -1} <= moves else moves


def _move(clause: str) -> int:
    moves = _moves(clause) - {0}
    return next(iter(moves)) if len(moves) == 1 else 0


def _shared(one: Series, other: Series) -> list[tuple[int, Point, Point]]:
    """The rows that have a number of both series."""
    theirs = {point.label: point for point in other.points}
    return [(n, point, theirs[point.label]) for n, point in enumerate(one.points) if point.label in theirs]


def _pairs(rows: Sequence[tuple[Point, Point]], up: int, moves: frozenset[int]) -> tuple[int, int]:
    """How many pairs of rows move as claimed, and how many do not; those that differ by no more than rounding are neither."""
    with_ = against = 0
    for (x1, y1), (x2, y2) in combinations(rows, 2):
        run, step = up * (x2.value - x1.value), y2.value - y1.value
        if abs(run) <= max(x1.half, x2.half) * 1e-6 or abs(step) <= y1.half + y2.half:
            continue
        sign = 1 if (run > 0) == (step > 0) else -1
        with_, against = (with_ + 1, against) if sign in moves else (with_, against + 1)
    return with_, against


def _odd(rows: Sequence[tuple[Point, Point]], claim: _Claim) -> tuple[int, ...]:
    """The rows, ordered as the first measure moves, that go another way than claimed from the one before; where rounding hides that,
    from any before.
    """
    against = [(n, m) for n, m in combinations(range(len(rows)), 2) if _pairs([rows[n], rows[m]], claim.up, claim.moves)[1]]
    return tuple(dict.fromkeys(m for n, m in against if m == n + 1)) or tuple(dict.fromkeys(sorted(m for _, m in against)))


def _broken(text: str, with_: int, against: int) -> bool:
    """Whether so many pairs against a claim refute it as it is worded."""
    if _HEDGED.search(text):
        return against > with_
    if _ABSOLUTE.search(text):
        return against > 0
    if _CLEAR.search(text):
        return against > _CLEAR_BEARS * (with_ + against)
    return against > 0 and against >= with_


def _during(text: str, points: Sequence[Point]) -> list[Point]:
    """The points of the years that the sentence names: from the first to the last, or, of one, from it on."""
    years = sorted(int(year) for year in _YEARS.findall(text))
    if not years:
        return list(points)
    return [p for p in points if p.when and years[0] <= p.when[0] and (len(years) == 1 or p.when[0] <= years[-1])]
