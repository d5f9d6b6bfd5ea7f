"""Which sources an issue covers, and what is wrong with an issue's note."""

import pytest

from generator.findings.issues import issues, next_issue
from generator.model import Note
from generator.report import Severity
from tests.newsletter.hand_built import SOURCES, note

SENDER = "Write `from: Name <name@example.org>`, or leave it out."


def test_an_issue_covers_what_is_dated_up_to_its_day_and_in_no_earlier_one() -> None:
    (first, second), problems = issues([note("2025-03-31"), note("2025-01-31")], SOURCES)
    assert not problems
    assert (first.date, first.sources, first.before, first.since) == ("2025-01-31", ("hive", "paper", "radio"), (), "")
    assert (second.sources, second.before, second.since) == (("roof",), ("hive", "paper", "radio"), "2025-01-31")


def test_a_month_counts_from_its_last_day() -> None:
    (first,), _ = issues([note("2025-01-30")], SOURCES)
    assert first.sources == ("paper", "radio"), "a source of January 2025 may be of the 31st"


def test_sources_that_are_named_are_those_that_count() -> None:
    (only,), problems = issues([note("2025-01-31", "title: x\nsources:\n  - town\n  - hive\nfrom: Bea <bea@example.org>\n")], SOURCES)
    assert not problems
    assert (only.sources, only.sender) == (("hive", "town"), "Bea <bea@example.org>")
    assert issues([note("2025-01-31", "sources: []\n")], SOURCES)[0][0].sources == ()


@pytest.mark.parametrize(
    ("made", "code", "line", "right"),
    [
        (note("2025-02-30"), "issue-date", 1, "Name the file like issues/2024-06-30.md."),
        (note("spring"), "issue-date", 1, "Name the file like issues/2024-06-30.md."),
        (note("2025/03/31"), "issue-date", 1, "Name the file like issues/2024-06-30.md."),
        (note("2025-03-31", "title: x\nsources:\n  - town\n  - roofs\n"), "issue-source", 5, "Did you mean roof?"),
        (note("2025-03-31", "sources: town\n"), "issue-source", 2, "Write `sources: [seed-id, …]`, or leave it out."),
        (note("2025-03-31", "sources: [[town]]\n"), "issue-source", 2, "Write the seed's file name without its ending."),
        (note("2025-03-31", "sources: [town, town]\n"), "issue-source-twice", 2, "A source is new in one issue only: keep one of them."),
        (note("2025-03-31", "source: [town]\n"), "issue-field", 2, "Did you mean `sources`?"),
        (note("2025-03-31", "colour: red\n"), "issue-field", 2, "The fields are title, sources, from, draft, description, search."),
        (note("2025-03-31", "from: nobody\n"), "issue-sender", 2, SENDER),
        (note("2025-03-31", 'from: "a@b.org\\nBcc: c@d.org"\n'), "issue-sender", 2, SENDER),
        (note("2025-03-31", "- town\n"), "front-matter", 2, "Between the two lines of --- stand lines like `title: Issue 1`."),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_line(made: Note, code: str, line: int, right: str) -> None:
    _, (problem,) = issues([made], SOURCES)
    assert (problem.code, problem.location.path, problem.location.line, problem.right) == (code, made.location.path, line, right)
    assert problem.severity is Severity.ERROR


def test_a_source_is_new_only_once() -> None:
    _, (problem,) = issues([note("2025-01-31"), note("2025-03-31", "sources:\n- roof\n- hive\n")], SOURCES)
    assert (problem.code, problem.location.line) == ("issue-source-twice", 4)


def test_a_source_of_a_later_day_is_a_warning() -> None:
    (issue,), (problem,) = issues([note("2025-01-31", "sources: [roof]\n")], SOURCES)
    assert (problem.code, problem.severity) == ("issue-source-late", Severity.WARNING)
    assert issue.sources == ("roof",)


def test_another_set_of_seeds_is_one_warning() -> None:
    made, (problem,) = issues(
        [note("2025-01-31", "sources: [alpha-report, beta-report]\n"), note("2025-03-31", "sources: [hive]\n")], SOURCES
    )
    assert (problem.code, problem.severity, problem.location.line) == ("issue-elsewhere", Severity.WARNING, 2)
    assert "alpha-report, beta-report" in problem.wrong
    assert [issue.sources for issue in made] == [(), ("hive",)]


def test_the_next_issue_covers_what_is_left_and_what_has_no_date() -> None:
    made, _ = issues([note("2025-01-31")], SOURCES)
    issue, problems = next_issue(SOURCES, made, day="", as_of="2025-03")
    assert issue and not problems
    assert (issue.date, issue.sources, issue.since) == ("2025-03-31", ("roof", "town"), "2025-01-31")
    early, _ = next_issue(SOURCES, made, day="2025-02-15", as_of="2025-03")
    assert early and early.sources == ("town",)


def test_nothing_new_is_said() -> None:
    made, _ = issues([note("2025-03-31", "sources: [hive, paper, radio, roof, town]\n")], SOURCES)
    assert [p.code for p in next_issue(SOURCES, made, day="2025-05-01", as_of="")[1]] == ["issue-empty"]
    assert [p.code for p in next_issue([], (), day="", as_of="")[1]] == ["issue-date"]
