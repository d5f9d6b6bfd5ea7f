"""What earlier builds worked out, kept between them, and the rest worked out on all cores. Knows what is kept by its key alone.

A key is a hash of everything that a thing was made of: the program itself, the libraries that it goes by, the vocabulary as far as it is
seen (the notes' words by weights alone), and the seed's bytes. So nothing that is kept can be stale; it can only be unused, and goes when
there is too much of it.
"""

import hashlib
import io
import pickle
import platform
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import is_dataclass, replace
from enum import Enum
from functools import cache, lru_cache, partial
from importlib import import_module
from importlib.metadata import version
from multiprocessing import cpu_count, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from signal import SIGTERM, raise_signal
from threading import Thread
from typing import Any

from generator import disk, store
from generator.model import SourceText, Vocabulary
from generator.report import Location
from generator.study import Memory, Read, Weight, study, unworded, weigh
from generator.tracing import Pieces

_PACKAGE = Path(__file__).parent
#: What a study hangs on besides the program. A new version of one makes every study anew.
_MAKERS = ("ahocorasick_rs", "lxml", "markdown", "python-frontmatter", "pyyaml", "rapidfuzz", "snowballstemmer")
#: Fewer seeds than this are studied before another process has started (half a second).
_FEW = 12
#: Seeds that a process is given at once: it makes the vocabulary ready for each batch.
_BATCH = 24
#: Studies and weights that a process has in memory, about 60 KB of both each.
_MOST = 40_000
_ANSWERS = "answers"

#: A seed, and the key of its study if that is kept.
Seed = tuple[SourceText, str]
#: A study (None: it was kept) and its weight, as they are to be kept.
Kept = tuple[bytes | None, bytes]
#: Answers that a build did not ask for are kept until there are so many: what was asked for last goes last.
_SPARE = 2000


class Recent:
    """What the build before this one made of its library, while the program runs on."""

    pieces: Pieces | None = None
    answers: dict[str, Any] | None = None


@lru_cache(maxsize=8)
def recent(cache: Path) -> Recent:
    """What was built last with a cache."""
    return Recent()


def nobody(words: str) -> None:
    """Whoever hears nothing."""


@contextmanager
def remembering(cache: Path, say: Callable[[str], None] = nobody, *, again: bool = True) -> Iterator[Memory]:
    """A memory in a folder. What was asked of it is kept when the build is done, and some of what was not. `say` hears how far it is.

    `again`: the program may build again, so that studies stay in its own memory too.
    """
    last = recent(cache)
    kept = _loaded(store.get(cache, _ANSWERS)) if last.answers is None else last.answers
    known: dict[str, Any] = kept if isinstance(kept, dict) else {}
    asked: dict[str, Any] = {}

    def once(key: Sequence[str], make: Callable[[], Any]) -> Any:
        if not all(key):
            return make()
        name = _hash(*(part.encode() for part in key))
        if name not in asked:
            asked[name] = known[name] if name in known else make()
        return asked[name]

    def studies(sources: Sequence[SourceText], vocabulary: Vocabulary) -> tuple[Read, ...]:
        read = _recalled(cache / "studies", sources, vocabulary, say)
        if not again:
            _read.cache_clear()
        return read

    yield Memory(studies, once)
    unasked = [name for name in known if name not in asked][-_SPARE:]
    last.answers = {name: known[name] for name in unasked} | asked
    if not asked.keys() <= known.keys():
        store.put(cache, _ANSWERS, pickle.dumps(last.answers, protocol=5))


def _recalled(cache: Path, sources: Sequence[SourceText], vocabulary: Vocabulary, say: Callable[[str], None]) -> tuple[Read, ...]:
    """The studies of seeds and their weights: those that are kept as they are, the others made now, and kept."""
    seen = _as_studied(vocabulary)
    bare, worded = (_hash(_program(), repr(each).encode()).encode() for each in (unworded(seen), seen))
    keys = [_hash(bare, *_parts(source)) for source in sources]
    of = {key: _hash(worded, key.encode()) for key in keys}
    known = {key for key in (*keys, *of.values()) if _entry(cache, key)}
    missing = {key: source for key, source in zip(keys, sources, strict=True) if not {key, of[key]} <= known}
    made = _studied(cache, [(source, key if key in known else "") for key, source in missing.items()], seen)
    unkept: dict[str, Any] = {}  # what is kept is read from there below, so that the next build of a preview has it in memory
    for number, (key, (new, weight)) in enumerate(zip(missing, made, strict=True), start=1):
        say(f"{number:,} of {len(missing):,} sources studied")
        unkept |= {name: _loaded(data) for name, data in ((key, new), (of[key], weight)) if data and not store.put(cache, name, data)}
    store.trim(cache, {*keys, *of.values()})

    def found(source: SourceText, key: str) -> Read:
        study, weight = (unkept.get(name) or _entry(cache, name) for name in (key, of[key]))
        if not (study and weight):  # somebody emptied the cache meanwhile
            study, weight = map(_loaded, _batch(cache, [(source, "")], seen)[0])
        read: Read = study._replace(weight=weight, key=key)
        return read

    return tuple(map(found, sources, keys))


def _entry(cache: Path, key: str) -> Any:
    try:
        return _read(cache, key)
    except LookupError:
        return None


@lru_cache(maxsize=_MOST)  # a preview that builds again and again has them in memory
def _read(cache: Path, key: str) -> Read | Weight:
    """The study of a seed or its weight; a LookupError, which is not remembered, where nothing is kept."""
    kept = _loaded(store.get(cache, key))
    if not isinstance(kept, Read | Weight):
        raise LookupError(key)
    return kept


def _parts(source: SourceText) -> tuple[bytes, bytes, bytes]:
    return source.path.encode("utf-8", "surrogatepass"), source.data, b"" if source.sidecar is None else b"+" + source.sidecar


def _as_studied(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary without what only pages and the curator need, so that no study can hang on it: places, notes, disputes."""
    nowhere = Location("")
    concepts = {
        id: replace(
            concept, location=nowhere, scope_note="", editorial_note="", disputes=(), url="", date="", body_line=1,
            labels=tuple(replace(label, location=nowhere) for label in concept.labels),
        )
        for id, concept in vocabulary.concepts.items()
    }  # fmt: skip
    return replace(vocabulary, concepts=concepts)


def _studied(cache: Path, sources: Sequence[Seed], vocabulary: Vocabulary) -> Iterator[Kept]:
    """Seeds' studies and weights as they are kept, in order: on all cores if there are many."""
    if len(sources) < _FEW or cpu_count() < 2:
        yield from _batch(cache, sources, vocabulary)
        return
    batches = [sources[at : at + _BATCH] for at in range(0, len(sources), _BATCH)]
    done = 0
    try:
        with ProcessPoolExecutor(min(cpu_count(), len(batches)), mp_context=get_context("spawn"), initializer=_not_alone) as pool:
            for made in pool.map(partial(_batch, cache, vocabulary=vocabulary), batches):
                yield from made
                done += len(made)
    except (BrokenExecutor, OSError):  # the system ended a process, or lets none be started: what is left is studied here
        yield from _batch(cache, sources[done:], vocabulary)


def _not_alone() -> None:
    """Have a process end with the one that started it, however that was ended: it would wait for work for ever."""
    if starter := parent_process():
        Thread(target=_end_after, args=(starter.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    raise_signal(SIGTERM)


def _batch(cache: Path, sources: Sequence[Seed], vocabulary: Vocabulary) -> list[Kept]:
    kept = [_entry(cache, key) if key else None for _, key in sources]
    new = iter(study([source for (source, _), read in zip(sources, kept, strict=True) if not read], unworded(vocabulary)))
    found = [read or next(new) for read in kept]
    return [
        (None if before else pickle.dumps(read, protocol=5), pickle.dumps(after.weight, protocol=5))
        for before, read, after in zip(kept, found, weigh(found, vocabulary), strict=True)
    ]


class _Nouns(pickle.Unpickler):
    """Takes nothing from a file but our frozen nouns: whatever lies in the cache, no code of its choice runs."""

    def find_class(self, module: str, name: str) -> Any:
        """One of our dataclasses, tuples or enumerations, or an array of numbers."""
        if module == "array" and name in {"array", "_array_reconstructor"}:
            return super().find_class(module, name)
        found = getattr(import_module(module), name) if module.startswith("generator.") and "." not in name else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple | Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is none of our nouns")


def _loaded(data: bytes | None) -> Any:
    """What was kept; None if it is not there, or not what this program keeps."""
    try:
        return _Nouns(io.BytesIO(data)).load() if data else None
    except Exception:  # bytes that are no pickle of ours can make a reader stumble in any way
        return None


@cache
def _program() -> bytes:
    """The program as it stands, its libraries, and the Python that runs it."""
    own = [disk.read_file(_PACKAGE / path) or b"" for path in disk.tree(_PACKAGE) if path.endswith(".py")]
    made_by = (platform.python_version(), platform.python_implementation(), *map(version, _MAKERS))
    return _hash(*own, *(name.encode() for name in made_by)).encode()


def _hash(*parts: bytes) -> str:
    """One hash of several texts, wherever one ends and the next begins."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
