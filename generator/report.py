"""Problems as data: where, what is wrong, what right looks like. Nothing is printed or raised here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning only a strict one, a notice none."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: its path as the user knows it, and a 1-based line (0: the file as a whole)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line or 1}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the input. `code` is stable and documented; `right` says what right looks like."""

    code: str
    location: Location
    wrong: str
    right: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.location}: {self.wrong} {self.right}"


def misencoded(path: str, data: bytes, error: UnicodeDecodeError, *, encoding: str = "UTF-8") -> Problem:
    """A file whose bytes are not the text that they should be, at the line of the first wrong byte."""
    above = data[: error.start].decode(encoding, "ignore").replace("\r\n", "\n").replace("\r", "\n")
    place = Location(path, above.count("\n") + 1)
    return Problem(
        "encoding", place, f"Byte {error.start + 1} is not {encoding.upper().removesuffix('-SIG')} text.", "Save the file as UTF-8."
    )


@dataclass(frozen=True, slots=True)
class Report:
    """All problems of one run, in the order of their places."""

    problems: tuple[Problem, ...] = field(default=())

    @classmethod
    def of(cls, *groups: Iterable[Problem]) -> "Report":
        """Gather problems from several stages, sorted by place, each once."""
        unique = dict.fromkeys(problem for group in groups for problem in group)
        return cls(tuple(sorted(unique, key=lambda p: (p.location, p.code, p.wrong))))

    def failed(self, *, strict: bool = False) -> bool:
        """Whether the build must stop: any error, or under `strict` any warning."""
        stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(problem.severity in stopping for problem in self.problems)
