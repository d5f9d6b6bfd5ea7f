"""What the first and last lines of a text say of it: when, by whom, with whom, and what is only said in it."""

import pytest

from generator.model import Document, SourceText
from generator.read import read

BODY = """Every spring a gardener is told that heaps are over, and every autumn the leaves come down all the same. This follows them.

## What falls

A tree drops some forty kilos a year. Most of it is gone by June, and what is left feeds the worms below, who say nothing of it.

## What stays

The rest is soil. It takes a year, or two where nobody turns it, and it costs nothing but the patience of those who wait for it."""


def of(text: str, name: str = "seeds/a.txt") -> Document:
    document, problems = read(SourceText(name, text.encode()))
    assert document is not None, problems
    return document


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("Leaves\n\nBy Ann Lee. 2 April 2025", "2025-04-02"),
        ("# Leaves\n\n*By Ann Lee. Published on 17 March 2026. About nine minutes.*", "2026-03-17"),
        ("Leaves\n\nAnn Lee, The Heap Review, 9 January 2025", "2025-01-09"),
        ("Minutes of the heap committee, 3 June 2025", "2025-06-03"),
        ("Leaves: 14 things worth knowing (Feb–Mar 2026)", "2026-03"),
        ("Leaves\n\nGuests: Ann Lee (Heaps), Bo Hart. Host: Cy Dow. Recorded for release on 14 March 2025.", "2025-03-14"),
        ("What happened on 6 January 2021 in the garden", ""),
        ("Leaves", ""),
    ],
)
def test_the_date_is_that_of_the_text_and_not_one_that_it_tells_of(top: str, date: str) -> None:
    assert of(f"{top}\n\n{BODY}").date == date


def test_a_dateline_and_a_foot_tell_the_day() -> None:
    assert (
        of("Leaves fall\n\nLEEDS, 4 March 2025 — The council has cleared its leaves, all forty tons of them, in a week.\n").date
        == "2025-03-04"
    )
    assert of(f"Leaves\n\n{BODY}\n\nPublished 12 May 2025").date == "2025-05-12"
    assert of("WEBVTT\n\nNOTE Recorded 2025-05-12\n\n00:00.000 --> 00:02.000\n<v Ann>Leaves fall.\n", "a.vtt").date == "2025-05-12"


@pytest.mark.parametrize(
    ("top", "authors", "publisher"),
    [
        ("Leaves\n\nBy Ann Lee. 2 April 2025", ("Ann Lee",), ""),
        ("Leaves\n\nBy Ann Lee and Bo Hart", ("Ann Lee", "Bo Hart"), ""),
        ("Leaves\n\nAnn Lee, The Heap Review, 9 January 2025", ("Ann Lee",), "The Heap Review"),
        ("The Leaf Bill\nWhy forty tons of leaves got no cheaper\n\nAnn Lee\n12 February 2026", ("Ann Lee",), ""),
    ],
)
def test_who_wrote_it(top: str, authors: tuple[str, ...], publisher: str) -> None:
    document = of(f"{top}\n\n{BODY}")
    assert (document.authors, document.publisher) == (authors, publisher)
    assert document.inferred >= {"authors"}


def test_who_takes_part_in_what_a_summary_retells() -> None:
    top = "A summary of Garden Day (3 March 2025), with Ann Lee of Heaps United and the gardener Bo Hart. Hosted by Cy Dow."
    told = (
        "Lee opens with leaves and explains them. She says that they fall, and Hart argues that nobody should.\n\nDow asks why. Lee says."
    )
    assert of(f"Leaves, in ten minutes\n{top}\n\n{told}").speakers == ("Ann Lee", "Bo Hart", "Cy Dow")


def test_the_title_of_an_episode_stands_below_its_show_and_number() -> None:
    said = "[00:01] Ann Lee: I sweep.\n\n[00:09] Bo Hart: You do.\n\n[00:12] Ann Lee: I do."
    document = of(f"Compost Hour, episode 12\nLeaves: what falls and what stays\n\n{said}")
    assert (document.title, document.publisher) == ("Leaves: what falls and what stays", "Compost Hour")
    assert (
        of("walk_3.m4a\nmodel: small.en\n\n[00:01] I sweep.\n\n[00:09] You do.\n\n[00:12] So I do.", "leaf-walk.txt").title == "Leaf walk"
    )
