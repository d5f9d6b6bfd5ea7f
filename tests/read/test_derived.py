"""`derived_from` is held against the seeds that there are: at its line, with what right looks like."""

import pytest

from generator.model import SourceText
from generator.read import read_all

BODY = "The mill grinds at night, and the miller sleeps in the morning, says the one who keeps the sluice."


def seed(name: str, *fields: str) -> SourceText:
    text = "\n".join(["---", "kind: article", *fields, "---", BODY])
    return SourceText(f"seeds/{name}.md", text.encode())


def problems(*seeds: SourceText) -> list[str]:
    return [str(problem) for problem in read_all(seeds)[1]]


def test_a_seed_may_be_derived_from_another() -> None:
    assert problems(seed("mill-talk"), seed("mill-report", "derived_from: mill-talk")) == []


@pytest.mark.parametrize("named", ["mill-tlak", "mill-talk.md", "seeds/Mill talk.txt"])
def test_a_slip_is_told_with_what_was_meant(named: str) -> None:
    assert problems(seed("mill-talk"), seed("mill-report", "title: Mill", f"derived_from: [{named}]")) == [
        f"seeds/mill-report.md:4: `derived_from` names a seed that is not there: {named}. Did you mean `mill-talk`?"
    ]


def test_what_is_no_seed_at_all_is_told_with_where_it_belongs() -> None:
    (found,) = problems(seed("mill-report", "derived_from: https://mill.example/"))
    assert found.startswith("seeds/mill-report.md:3:") and "an event that is no seed goes into `origin`" in found


def test_in_a_sidecar_the_line_is_the_sidecars() -> None:
    text = b"WEBVTT\n\n00:01.000 --> 00:03.000\nThe sluice is open.\n"
    caption = SourceText("seeds/sluice.vtt", text, b"title: Sluice\nderived_from: weir\n")
    assert [found.partition(" ")[0] for found in problems(caption)] == ["seeds/sluice.yml:2:"]


def test_no_seed_is_derived_from_itself_or_in_a_circle() -> None:
    assert problems(seed("mill", "derived_from: mill"))[0].startswith("seeds/mill.md:3: `derived_from` names this seed itself")
    circle = [seed(a, f"derived_from: {b}") for a, b in (("one", "two"), ("two", "three"), ("three", "one"))]
    assert problems(*circle) == [
        "seeds/one.md:3: These seeds are derived from one another in a circle: one, three, two. "
        "Name in `derived_from` only what a seed was made from."
    ]


def test_a_seed_that_could_not_be_read_is_not_called_missing() -> None:
    broken = SourceText("seeds/mill-talk.md", b"---\nkind: article\ndate: soon\n---\nA text.")
    found = problems(broken, seed("mill-report", "derived_from: mill-talk"))
    assert [problem.partition(" ")[0] for problem in found] == ["seeds/mill-talk.md:3:"]
