"""Files to write: whole; packed until they are written, where all of a large site's would fill the memory; or made only then."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

#: The least effort: a page becomes a seventh of its size, at 100 MB a second.
_EFFORT = 1


class Output(Protocol):
    """A file to write, however its bytes are kept: its path below the output folder, with `/`."""

    @property
    def path(self) -> str:
        """Where it is to be written."""

    @property
    def data(self) -> bytes:
        """All its bytes."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to write: path below the output folder, with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """An `Output` whose bytes are kept in blocks of one zlib stream."""

    path: str
    blocks: tuple[bytes, ...]

    @property
    def data(self) -> bytes:
        """All its bytes."""
        return b"".join(stretches(self))


@dataclass(frozen=True, slots=True)
class Flowing:
    """An `Output` whose bytes are made while it is written, and again whenever they are asked for."""

    path: str
    make: Callable[[], Iterable[bytes]]

    @property
    def data(self) -> bytes:
        """All its bytes."""
        return b"".join(self.make())


def packed(path: str, made: Iterable[bytes]) -> Packed:
    """A file of what is made stretch after stretch; no more than one of them is there at a time."""
    packer = zlib.compressobj(_EFFORT)
    blocks = [block for stretch in made if (block := packer.compress(stretch))]
    return Packed(path, (*blocks, packer.flush()))


def stretches(file: Output) -> Iterator[bytes]:
    """A file's bytes in order, as few at a time as it has them."""
    match file:
        case Packed(blocks=blocks):
            unpacker = zlib.decompressobj()
            yield from (stretch for block in blocks if (stretch := unpacker.decompress(block)))
        case Flowing(make=make):
            yield from make()
        case _:
            yield file.data
