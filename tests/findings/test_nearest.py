"""The name that somebody meant who wrote another."""

import pytest

from generator.findings.citations.nearest import like

NAMES = ("garden-talk", "harbour-lights-episode-14-small-plots", "the-brief-that-opens-a-harbour-index", "issue-12", "issue-13")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("garden-notes", "garden-talk"),
        ("harbour-lights", "harbour-lights-episode-14-small-plots"),  # the beginning of one alone, whatever numbers follow
        ("harbor index", "the-brief-that-opens-a-harbour-index"),
        ("harbour-bells", ""),  # one word in common is too little
        ("issue-1", ""),
        ("issue", ""),
    ],
)
def test_a_name_is_meant_for_one_that_is_like_it(written: str, meant: str) -> None:
    assert like(written, NAMES) == meant
