"""Every regular expression of the program, and strings that would show that one is not linear: `python -m tests.fuzz.patterns`.

Time is measured, for no maintained library knows Python's dialect (regexploit 1.0.0 is from 2021): the strings are made from the parsed
pattern, its repeats are pumped, and what takes long is run again on strings of double the length.
"""

import ast
import importlib
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree of a pattern has no public way in
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import generator

PACKAGE = Path(generator.__file__).parent
_METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
_REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})
_IMPORT = re.compile(r"^from [\w.]+ import (?:\([^)]*\)|.*)", re.MULTILINE)
#: A name where it is used, and the method of it that is called.
_NAME = re.compile(r"\b([^\W\d]\w*)\b(?! = )(\.\w+\()?")
#: What is put where a pattern takes one of many characters.
_SIGNS = " a1A.-,\"'*_[(<|:\n\tÉ—“"
#: Characters of the first, short run: 500,000 steps of a quadratic pattern, and at the fastest (a set of characters, repeated) one
#: nanosecond each, while most linear ones need less than 100 nanoseconds a character.
SHORT = 1000
#: Seconds beyond which a short run is looked at more closely.
LONG = 0.0003
#: How much longer than a quarter of it such a run may take: a linear one four times, a quadratic one sixteen times as long.
QUARTERS = 7
#: The closer look doubles until a run takes so many seconds, or is so long.
CLEAR, LONGEST = 0.005, 16_000
#: How often a repeat may go round and still be a constant factor, for which no strings are made.
FEW = 9
#: Linear patterns take twice as long on twice as much, quadratic ones four times; between them lies what a busy machine may add.
STEEP = 3.2


class Found(NamedTuple):
    """A pattern, where it stands, and whether it is only tried at the beginning of a text."""

    name: str
    pattern: re.Pattern[str]
    anchored: bool


def patterns() -> list[Found]:
    """Those of all modules: constants, also in tuples and dicts, and those written where they are used."""
    names = [name for _, name, _ in pkgutil.walk_packages([str(PACKAGE)], "generator.") if not name.endswith("__main__")]
    found: dict[str, Found] = {}
    for name in sorted(names):
        module = importlib.import_module(name)
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        for variable, value in vars(module).items():
            for part, pattern in _held(variable, value):
                if isinstance(pattern.pattern, str):
                    at = f"{name}.{part}"
                    found.setdefault(
                        f"{pattern.pattern} {pattern.flags}", Found(at, pattern, _anchored(variable, Path(str(module.__file__))))
                    )
        for line, method, pattern in _inline(tree, vars(module)):
            found.setdefault(f"{pattern.pattern} {pattern.flags}", Found(f"{name}:{line}", pattern, method in {"match", "fullmatch"}))
    return list(found.values())


def _held(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, tuple | list | frozenset | set):
        for number, part in enumerate(value):
            yield from _held(f"{name}[{number}]", part)
    elif isinstance(value, dict) and not name.startswith("__"):
        for key, part in [*value.items(), *((key, key) for key in value)]:
            yield from _held(f"{name}[{str(key)[:20]!r}]", part)


@cache
def _uses(path: Path | None) -> Mapping[str, frozenset[str]]:
    """What follows each name in a module (None: in all), where it is not imported or set: `.match(`, or anything else as nothing."""
    found = defaultdict(set)
    for file in [path] if path else PACKAGE.rglob("*.py"):
        for name, use in _NAME.findall(_IMPORT.sub("", file.read_text("utf-8"))):
            found[name].add(use)
    return {name: frozenset(uses) for name, uses in found.items()}


def _anchored(name: str, path: Path) -> bool:
    """Whether every use of a constant tries it at one place only (`match`, `fullmatch`); private ones are used in their module alone."""
    uses = _uses(path if name.startswith("_") else None).get(name, frozenset())
    return bool(uses) and uses <= {".match(", ".fullmatch("}


def _inline(tree: ast.Module, names: dict[str, Any]) -> Iterator[tuple[int, str, re.Pattern[str]]]:
    """`re.sub(r"…", …)` inside of functions. One that is made of local names raises NameError: it cannot be looked at."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).removeprefix("re.") in {*_METHODS, "compile"}:
            if not ast.unparse(node.func).startswith("re."):
                continue
            flags = next((ast.unparse(k.value) for k in node.keywords if k.arg == "flags"), "0")
            if node.args[1:] and ast.unparse(node.func) == "re.compile":
                flags = ast.unparse(node.args[1])
            try:
                pattern = re.compile(eval(ast.unparse(node.args[0]), names), eval(flags, names))
            except NameError:
                continue
            if isinstance(pattern.pattern, str):
                yield node.lineno, ast.unparse(node.func).removeprefix("re."), pattern


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """Beginnings, what to repeat, and endings: from the pattern's repeats, and from characters that many patterns like.

    None for a pattern that goes round a few times only.
    """
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    if _rounds(tree) <= FEW:
        return []
    pumps = {("", sign, end) for sign in _SIGNS for end in ("", "!", "\n!")}
    for before, body in _repeats(tree, ""):
        pumps |= {(start, body, end) for start in {before, ""} for end in ("", "\0", "!")}
        pumps |= {("", before + body, ""), ("", before, ""), ("", body + " ", "!"), ("", before + " ", "")}
    return [pump for pump in pumps if pump[1]]


def _rounds(tree: Any) -> int:
    """How often the longest repeat of a pattern goes round at most."""
    return max(
        (max(int(a[1]) if o in _REPEATS else 0, *(_rounds(part) for part in _parts(o, a)), 0) for o, a in tree),
        default=0,
    )


def _parts(operator: Any, argument: Any) -> list[Any]:
    """The patterns within a part of a pattern."""
    if operator in _REPEATS:
        return [argument[2]]
    if operator is sre.SUBPATTERN:
        return [argument[3]]
    if operator is sre.BRANCH:
        return list(argument[1])
    if operator in {sre.ASSERT, sre.ASSERT_NOT}:
        return [argument[1]]
    return (
        [argument] if operator is sre.ATOMIC_GROUP else [part for part in argument[1:] if part] if operator is sre.GROUPREF_EXISTS else []
    )


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Samples of what stands before each repeat of a pattern, and of what it repeats; and of the whole."""
    for operator, argument in tree:
        if operator in _REPEATS:
            least, most, body = argument
            if most > FEW:
                yield from ((before, sample) for sample in _samples(body))
            yield from _repeats(body, before)
            before += _sample(body) * max(least, 1 if most < FEW else 0)
        elif operator is sre.SUBPATTERN:
            yield from _repeats(argument[3], before)
            before += _sample(argument[3])
        elif operator is sre.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, before)
            before += _sample(argument[1][0])
        elif operator in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from _repeats(argument[1], before)
        elif operator is sre.ATOMIC_GROUP:
            yield from _repeats(argument, before)
            before += _sample(argument)
        else:
            before += _sample([(operator, argument)])
    yield "", before


def _samples(tree: Any) -> set[str]:
    """A few texts that a part of a pattern takes: for a set of characters, several of them."""
    if len(tree) == 1 and tree[0][0] in {sre.IN, sre.ANY, sre.NOT_LITERAL}:
        return {sign for sign in _SIGNS if _takes(tree, sign)} or {_sample(tree)}
    return {_sample(tree, first) for first in (0, 1, 5)}


def _takes(tree: Any, sign: str) -> bool:
    operator, argument = tree[0]
    if operator is sre.ANY:
        return sign != "\n"
    if operator is sre.NOT_LITERAL:
        return ord(sign) != argument
    negated = argument[0][0] is sre.NEGATE
    return any(_in(part, sign) for part in argument[negated:]) is not negated


def _in(part: Any, sign: str) -> bool:
    operator, argument = part
    if operator is sre.LITERAL:
        return ord(sign) == int(argument)
    if operator is sre.RANGE:
        return int(argument[0]) <= ord(sign) <= int(argument[1])
    classes = {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_WORD: r"\w"}
    opposite = {sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_NOT_WORD: r"\W"}
    return re.match({**classes, **opposite}[argument], sign) is not None


def _sample(tree: Any, turn: int = 0) -> str:
    """A text that a part of a pattern takes, as far as that is easily told."""
    out = ""
    for operator, argument in tree:
        if operator is sre.LITERAL:
            out += chr(argument)
        elif operator in {sre.IN, sre.ANY, sre.NOT_LITERAL}:
            fit = [sign for sign in "a1 A.-" + _SIGNS if _takes([(operator, argument)], sign)]
            literal = [chr(p[1]) for p in argument if p[0] is sre.LITERAL] if operator is sre.IN else []
            out += [*fit, *literal, "?"][turn % max(1, len(fit))] if fit or literal else "?"
        elif operator in _REPEATS:
            out += _sample(argument[2], turn) * max(argument[0], 1 if argument[1] > FEW else 0)
        elif operator is sre.SUBPATTERN:
            out += _sample(argument[3], turn)
        elif operator is sre.ATOMIC_GROUP:
            out += _sample(argument, turn)
        elif operator is sre.BRANCH:
            out += _sample(argument[1][turn % len(argument[1])], turn)
    return out


def steep(found: Found) -> str:
    """A string on which a pattern takes more than linear time, with the ratios of three doublings; empty if there is none."""
    run = _runner(found)
    for before, pump, after in attacks(found.pattern):

        def spent(size: int, before: str = before, pump: str = pump, after: str = after) -> float:
            text = before + pump * (size // len(pump)) + after
            began = time.process_time()
            run(text)
            return time.process_time() - began

        first = spent(SHORT)
        if first > max(LONG, QUARTERS * min(spent(SHORT // 4) for _ in range(3))) and spent(SHORT) > LONG:
            long = SHORT
            while spent(long) < CLEAR and long < LONGEST:
                long *= 2
            once, twice = (min(spent(long * n) for _ in range(2)) for n in (1, 2))
            if twice / once > STEEP and spent(long * 4) / twice > STEEP:
                took = f"{once * 1000:.0f} ms for {long:,} characters, {twice / once:.1f} times that for double"
                return f"{before!r} + {pump!r} * n + {after!r}: {took}"
    return ""


def _runner(found: Found) -> Callable[[str], object]:
    if found.anchored:
        return lambda text: (found.pattern.match(text), found.pattern.fullmatch(text))
    return lambda text: sum(1 for _ in found.pattern.finditer(text))


if __name__ == "__main__":
    every = patterns()
    guilty = 0
    for one in every:
        if told := steep(one):
            guilty += 1
            print(f"{one.name}{' (anchored)' if one.anchored else ''}: {one.pattern.pattern[:100]!r}\n    {told}", flush=True)
    print(f"{len(every)} patterns, {sum(len(attacks(p.pattern)) for p in every):,} strings, {guilty} not linear")
