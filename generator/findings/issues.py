"""The curator's issue notes (`docs/issues/YYYY-MM-DD.md`) → Issues: which sources each covers, and what is wrong with them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from generator.citing import COMMENT
from generator.findings.citations.nearest import slip
from generator.findings.predictions.horizons import last_day
from generator.found import Issue
from generator.model import Document, Note, SeedId
from generator.nodes import Mapping as Fields
from generator.nodes import Node, Scalar, nodes
from generator.nodes import Sequence as Listed
from generator.report import Location, Problem, Severity

FOLDER = "issues/"
#: What the front matter of an issue may hold; `description` and `search` are for the engine, as on every page.
_FIELDS = ("title", "sources", "from", "draft", "description", "search")
_NAME = re.compile(r"issues/(\d{4}-\d\d-\d\d)\.md")
_ADDRESS = r"[^\s@<>,;:\"()\[\]\\?=]+@[^\s@<>,;:\"()\[\]\\?=]+"
_COMMENT = re.compile(COMMENT, re.DOTALL)
_SENDER = re.compile(rf"{_ADDRESS}|[^<>@,;:\"()\[\]\\]+ <{_ADDRESS}>")


def issues(notes: Iterable[Note], documents: Iterable[Document]) -> tuple[tuple[Issue, ...], tuple[Problem, ...]]:
    """The issues, the first one first, and all problems.

    An issue covers the sources that it names under `sources`. One that has no such field covers the sources that are dated up to its day
    and that no earlier issue covers. Nothing asks for the day on which this runs, so an old issue stays as it was.
    """
    reader = _Reader({d.id: d for d in documents})
    made: list[Issue] = []
    for note in sorted((n for n in notes if n.path.startswith(FOLDER)), key=lambda n: n.path):
        day = reader.day(note)
        if day:
            made.append(_issue(reader, note, day, made[-1] if made else None))
    reader.tell_missing()
    return tuple(made), tuple(reader.problems)


def without_drafts(notes: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """The notes that are to be published, and a notice for each issue that is a draft."""
    own = tuple(notes)
    held = [note for note in own if note.draft and note.path.startswith(FOLDER)]
    wrong, right = "This issue is a draft and not on the site.", "Take out `draft: true` to publish it; seedbed serve shows it now."
    told = tuple(Problem("issue-held", Location(note.location.path, 1), wrong, right, Severity.NOTICE) for note in held)
    return tuple(note for note in own if note not in held), told


def covered(issue: Issue | None) -> tuple[SeedId, ...]:
    """The sources that are known when an issue is out: its own and those of all issues before it."""
    return tuple(sorted((*issue.before, *issue.sources))) if issue else ()


def next_issue(
    documents: Iterable[Document], issues: Sequence[Issue], *, day: str, as_of: str
) -> tuple[Issue | None, tuple[Problem, ...]]:  # fmt: skip
    """The issue of a day that is to be drafted: it covers the sources in no issue that are dated up to that day, and those without a date.

    `day`: ISO date; empty: the last day of `as_of`. None where there is no day, with what is in the way.
    """
    day = day or last_day(as_of)
    if not day:
        right = "Name the issue's day: seedbed issue --date 2024-06-30."
        return None, (Problem("issue-date", Location("docs/issues"), "No source has a date that could be the issue's.", right),)
    known = {source for issue in issues for source in issue.sources}
    new = tuple(sorted(d.id for d in documents if d.id not in known and last_day(d.date) <= day))
    last = next((issue for issue in reversed(issues) if issue.date < day), None)
    made = Issue(day, f"{FOLDER}{day}.md", f"Issue of {day}", new, covered(last), last.date if last else "")
    right = "Add a seed first; or write the issue by hand, without new sources."
    nothing = Problem("issue-empty", Location(f"docs/{made.page}"), "No source is new: every one is in an issue, or dated later.", right)
    return made, () if new else (nothing,)


def _issue(reader: "_Reader", note: Note, day: str, last: Issue | None) -> Issue:
    before = covered(last)
    fields = reader.fields(note)
    listed = reader.sources(note, fields["sources"], day, before) if "sources" in fields else None
    dated = (d.id for d in reader.documents.values() if d.date and last_day(d.date) <= day and d.id not in before)
    sources = tuple(sorted(listed if listed is not None else dated))
    sender = reader.sender(note, fields["from"]) if "from" in fields else ""
    if not _COMMENT.sub("", note.body).strip():
        wrong = "This issue is a draft: it has no words of yours."
        reader.wrong("issue-draft", note.location, wrong, "Write below its front matter what you want to say.", Severity.WARNING)
    return Issue(day, note.path, note.title, sources, before, last.date if last else "", sender)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The sources that there are, and what is wrong so far."""

    documents: Mapping[SeedId, Document]
    problems: list[Problem] = field(default_factory=list)
    missing: dict[str, Location] = field(default_factory=dict)

    def wrong(self, code: str, place: Location, wrong: str, right: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(code, place, wrong, right, severity))

    def day(self, note: Note) -> str:
        """The day in the file's name; empty, with a problem, if there is none."""
        named = _NAME.fullmatch(note.path)
        try:
            return date.fromisoformat(named[1]).isoformat() if named else self._no_day(note)
        except ValueError:
            return self._no_day(note)

    def _no_day(self, note: Note) -> str:
        wrong = f"The name of an issue is its day, and `{note.path.removeprefix(FOLDER).removesuffix('.md')}` is none."
        self.wrong("issue-date", Location(note.location.path, 1), wrong, "Name the file like issues/2024-06-30.md.")
        return ""

    def fields(self, note: Note) -> dict[str, Node]:
        root, problems = nodes(note.location.path, note.head, above=1)
        self.problems.extend(problems)
        if root is not None and not isinstance(root, Fields):
            right = "Between the two lines of --- stand lines like `title: Issue 1`."
            self.wrong("front-matter", Location(note.location.path, root.line), "The front matter is no list of fields.", right)
        fields = {key.text: (key, value) for key, value in root.fields} if isinstance(root, Fields) else {}
        for name in fields.keys() - set(_FIELDS):
            close = get_close_matches(name, _FIELDS, n=1)
            right = f"Did you mean `{close[0]}`?" if close else f"The fields are {', '.join(_FIELDS)}."
            self.wrong("issue-field", Location(note.location.path, fields[name][0].line), f"An issue has no field `{name}`.", right)
        return {name: value for name, (_, value) in fields.items()}

    def sources(self, note: Note, node: Node, day: str, before: Sequence[SeedId]) -> list[SeedId]:
        """The sources that an issue names, each once and in no earlier issue, as far as the build has them."""
        if not isinstance(node, Listed):
            wrong, right = "`sources` is no list.", "Write `sources: [seed-id, …]`, or leave it out."
            self.wrong("issue-source", Location(note.location.path, node.line), wrong, right)
            return []
        found: list[SeedId] = []
        for item in node.items:
            place = Location(note.location.path, item.line)
            id = SeedId(item.text) if isinstance(item, Scalar) else SeedId("")
            if not id:
                self.wrong("issue-source", place, "This is no source.", "Write the seed's file name without its ending.")
            elif id not in self.documents:
                self._unknown(id, place)
            elif id in found or id in before:
                where = "in an earlier issue" if id in before else "twice"
                self.wrong(
                    "issue-source-twice", place, f"`{id}` is listed {where}.", "A source is new in one issue only: keep one of them."
                )
            else:
                found.append(id)
                self._late(self.documents[id], place, day)
        return found

    def _unknown(self, id: str, place: Location) -> None:
        meant = slip(id, self.documents)
        if meant:
            self.wrong("issue-source", place, f"There is no seed `{id}`.", f"Did you mean {meant}?")
        else:
            self.missing.setdefault(id, place)

    def _late(self, document: Document, place: Location, day: str) -> None:
        if document.date > day:
            wrong = f"`{document.id}` is dated {document.date}, after the issue's own day."
            self.wrong("issue-source-late", place, wrong, "Put it into a later issue, or mend its date.", Severity.WARNING)

    def tell_missing(self) -> None:
        """One warning in sum for sources that the build does not have: a site can be built from another set of them."""
        if self.missing:
            wrong = f"Issues cover sources that are not among the seeds: {', '.join(sorted(self.missing))}."
            right = "Build with these seeds too, or take them out of `sources`."
            self.wrong("issue-elsewhere", min(self.missing.values()), wrong, right, Severity.WARNING)

    def sender(self, note: Note, node: Node) -> str:
        """Who sends the issue: an address, with or without a name before it."""
        text = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
        if _SENDER.fullmatch(text) and text.isprintable():
            return text
        right = "Write `from: Name <name@example.org>`, or leave it out."
        self.wrong("issue-sender", Location(note.location.path, node.line), "`from` is no e-mail address.", right)
        return ""
