"""Issues of the newsletter: which sources are new in each. What follows from that is worked out elsewhere."""

from dataclasses import dataclass

from generator.model import SeedId


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue: its day (ISO date, the name of its file), its page, and its sources in order of id.

    `before` are the sources of all earlier issues, so that an old issue says what was known on its day; `since` is the day of the issue
    before it (empty: there is none); `sender` an e-mail address with or without a name (empty: the curator has not said).
    """

    date: str
    page: str
    title: str
    sources: tuple[SeedId, ...]
    before: tuple[SeedId, ...] = ()
    since: str = ""
    sender: str = ""
