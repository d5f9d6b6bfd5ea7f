"""What is asked of a library, taken down, and what two libraries answer differently: what asked nothing of that need not be made anew.

These are the verifying traces of Mokhov, Mitchell and Peyton Jones (Build Systems à la Carte, 2018). Nobody has to say what a page hangs
on, so nobody can forget to. Knows no page.
"""

from collections.abc import Callable, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

from generator.library import Library
from generator.model import Vocabulary

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

#: What was asked of each field: keys of a mapping, or `...` for all of it, its order included.
Asked = Mapping[str, AbstractSet[Any]]


class Piece(NamedTuple):
    """Something that was made, and what that asked of the library."""

    made: Any
    asked: Asked


class Pieces:
    """What is made of a library, piece by piece. One that the last build made is taken where the library would answer it the same."""

    def __init__(self, library: Library, last: "Pieces | None" = None, *, kept: bool = True) -> None:
        """Nothing is made yet. `last`: the pieces of another library; `kept`: there may be a next one, so that these are worth keeping."""
        self.kept = kept
        self._library, self._made = library, dict[Hashable, Piece]()
        self._before: Mapping[Hashable, Piece] = last._made if last else {}
        self._different = differences(last._library, library) if last else {}

    def __call__(self, key: Hashable, make: Callable[[Library], T]) -> T:
        """What `make` makes of the library. `key` tells it from all else, and everything else that it is made of."""
        if not self.kept:
            return make(self._library)
        piece = self._made.get(key)
        if piece is None:
            old = self._before.get(key)
            piece = old if old and not touched(old.asked, self._different) else _piece(self._library, make)
            self._made[key] = piece
        made: T = piece.made
        return made

    def before(self, key: Hashable) -> Any:
        """What the last build made under a key; None if it made nothing."""
        piece = self._before.get(key)
        return piece.made if piece else None


def _piece(library: Library, make: Callable[[Library], Any]) -> Piece:
    listening = Listening(library)
    made = make(listening)
    return Piece(made, {name: frozenset(keys) for name, keys in listening.asked.items()})


class _Listening(Mapping[K, V]):
    """A mapping that takes down which keys are asked for, also those that it does not have."""

    def __init__(self, answers: Mapping[K, V], asked: set[Any]) -> None:
        """Take down in `asked` what is asked of `answers`."""
        self._answers, self._asked = answers, asked

    def __getitem__(self, key: K) -> V:
        self._asked.add(key)
        return self._answers[key]

    def get(self, key: K, default: Any = None) -> Any:  # the inherited ones go by __getitem__, and are much slower
        self._asked.add(key)
        return self._answers.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked.add(key)
        return key in self._answers

    def __iter__(self) -> Iterator[K]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def keys(self) -> KeysView[K]:
        return self._all().keys()

    def values(self) -> ValuesView[V]:
        return self._all().values()

    def items(self) -> ItemsView[K, V]:
        return self._all().items()

    def _all(self) -> Mapping[K, V]:
        self._asked.add(...)
        return self._answers


class Listening(Library):
    """A library that takes down in `asked` what is asked of `library`. Each of its fields is found when it is first asked for."""

    __slots__ = ("asked", "library")

    def __init__(self, library: Library) -> None:
        """Nothing was asked yet."""
        object.__setattr__(self, "library", library)
        object.__setattr__(self, "asked", {})

    def __getattr__(self, name: str) -> Any:
        answer = _listening(getattr(self.library, name), name, self.asked)
        object.__setattr__(self, name, answer)
        return answer


def _listening(answer: Any, name: str, asked: dict[str, set[Any]]) -> Any:
    if isinstance(answer, Vocabulary):
        parts = {field.name: _listening(getattr(answer, field.name), f"{name}.{field.name}", asked) for field in fields(answer)}
        return replace(answer, **parts)
    heard = asked.setdefault(name, set())
    if isinstance(answer, Mapping):
        return _Listening(answer, heard)
    heard.add(...)
    return answer


def differences(old: Library, new: Library) -> Asked:
    """What two libraries answer differently, of each field that they do not share."""
    return {name: found for name, one, other in _fields(old, new) if (found := _differing(one, other))}


def touched(asked: Asked, different: Asked) -> bool:
    """Whether an answer that was asked for is different."""
    return any(not different[name].isdisjoint(keys) for name, keys in asked.items() if name in different)


def _fields(old: Any, new: Any, before: str = "") -> Iterator[tuple[str, Any, Any]]:
    for field in fields(new):
        one, other = getattr(old, field.name), getattr(new, field.name)
        if isinstance(other, Vocabulary):
            yield from _fields(one, other, f"{field.name}.")
        else:
            yield before + field.name, one, other


def _differing(one: Any, other: Any) -> set[Any]:
    """Keys whose answers differ, and `...` for the whole where any does, or their order."""
    if one is other:
        return set()
    if not isinstance(other, Mapping):
        return set() if one == other else {...}
    found = {key for key, answer in other.items() if key not in one or not (one[key] is answer or one[key] == answer)}
    found |= one.keys() - other.keys()
    return found | {...} if found or list(one) != list(other) else found
