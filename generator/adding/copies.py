"""Whether a source is among the seeds already: the same file, or nearly the same words. Reads no file."""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from generator.adding import Addition
from generator.model import Document, Role, SourceText
from generator.read import read
from generator.text import tokens

_STATED = re.compile(rb"^sha256: *['\"]?([0-9a-f]{64})['\"]?\s*$", re.MULTILINE)
#: What a seed states stands at its top.
_TOP = 20_000
#: Two texts share runs of so many words only where one is made from the other, or both quote a third.
_RUN = 5
#: From this share on, the runs of a text are another text's. Copies of one page, saved twice or in two formats, share nine tenths.
_SAME = 0.8
#: Long words that two texts share tell cheaply whether they can be copies; a copy has nearly all of them.
_LONG = re.compile(r"[^\W\d_]{7,}")
_CANDIDATE = 0.7


class Copy(NamedTuple):
    """A seed that holds the same text: its path, and how much of the longer of both the other one has (0 to 1)."""

    path: str
    share: float


def same_file(digest: str, seeds: Iterable[SourceText]) -> str:
    """The path of the seed that is this file, or was made of it; empty if none is. `digest`: SHA-256 in hexadecimal digits."""
    wanted = digest.encode()
    for seed in seeds:
        stated = {found for data in (seed.data[:_TOP], seed.sidecar or b"") for found in _STATED.findall(data)}
        if wanted in stated or sha256(seed.data).hexdigest() == digest:
            return seed.path
    return ""


def same_text(addition: Addition, seeds: Sequence[SourceText]) -> Copy | None:
    """The seed whose text is nearly this one's, in whatever format it stands; None if none is."""
    new = _runs(addition.document)
    words = frozenset(_LONG.findall(" ".join(p.text for p in addition.document.passages if p.role is not Role.METADATA).casefold()))
    if not new or not words:
        return None
    best: Copy | None = None
    for seed in seeds:
        there = frozenset(_LONG.findall(seed.data.decode("utf-8", "replace").casefold()))
        if len(words & there) < _CANDIDATE * len(words):
            continue
        document, _ = read(seed)
        old = _runs(document) if document else frozenset()
        share = len(new & old) / max(len(new), len(old))
        if share >= _SAME and (best is None or share > best.share):
            best = Copy(seed.path, share)
    return best


def _runs(document: Document) -> frozenset[int]:
    """Runs of five words of a document, as numbers; within one process equal runs have equal numbers."""
    words = [token.folded for p in document.passages if p.role is not Role.METADATA for token in tokens(p.text)]
    return frozenset(hash(tuple(words[i : i + _RUN])) for i in range(max(0, len(words) - _RUN + 1)))
