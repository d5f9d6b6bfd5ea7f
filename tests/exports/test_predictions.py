"""Predictions as readers and programs get them: grouped by standing, never more of a source than it allows."""

import csv

from generator.exports.predictions import predictions as exported
from generator.exports.predictions import table
from generator.findings.predictions import predictions
from generator.library import Library, shelve
from generator.model import Matches, Vocabulary
from generator.pages.predictions import LEDGER, LedgerView
from tests.hand_built import document

FIRST = "=Worms will replace the plough by 2024."
LONG = f"{FIRST} {'It rains and rains on the beds. ' * 12}Clay pots will vanish by 2030."


def library(publish: str) -> Library:
    garden = document(LONG, date="2023-01-05", publish=publish)
    return shelve([garden], Vocabulary(), Matches((), ()), (), predictions=predictions([garden], as_of="2026-01-05"))


def test_a_claim_outside_of_the_excerpt_is_not_published() -> None:
    found = library("excerpts")
    assert [item["claim"] for item in exported(found, whole=False)] == [FIRST, None]
    assert [item["claim"] for item in exported(found, whole=True)] == [FIRST, "Clay pots will vanish by 2030."]
    assert [item["claim"] for item in exported(library("full"), whole=False)] == [FIRST, "Clay pots will vanish by 2030."]


def test_the_table_runs_no_formula() -> None:
    rows = list(csv.DictReader(table(library("full")).decode().splitlines()))
    assert [(row["claim"][0], row["due"], row["status"]) for row in rows] == [("'", "2024", "overdue"), ("C", "2030", "open")]


def test_the_page_groups_by_standing() -> None:
    (page,) = LEDGER(library("full"))
    assert isinstance(page.view, LedgerView)
    assert [(group.head.title, len(group.rows)) for group in page.view.groups] == [("Overdue", 1), ("Open", 1)]
    assert page.view.groups[0].rows[0].due == "2024"


def test_what_can_never_fall_due_is_told_apart_on_pages_and_stays_open_in_data() -> None:
    undated = document("Worms will replace the plough.", date="2023-01-05", publish="full")
    found = shelve([undated], Vocabulary(), Matches((), ()), (), predictions=predictions([undated], as_of="2026-01-05"))
    (page,) = LEDGER(found)
    assert isinstance(page.view, LedgerView)
    (group,) = page.view.groups
    (row,) = group.rows
    assert (group.head.title, row.status_words, row.status) == ("No date", "No date", "undated")
    assert [(item["status"], item["due"]) for item in exported(found, whole=True)] == [("open", "")]


def test_the_page_says_what_date_all_is_reckoned_from() -> None:
    garden = document("Clay pots will vanish by 2030.", date="2023-01-05")
    by_source = shelve([garden], Vocabulary(), Matches((), ()), ())
    by_curator = shelve([garden], Vocabulary(), Matches((), ()), (), as_of="2026-06-30")
    views = [page.view for library in (by_source, by_curator) for page in LEDGER(library)]
    assert [(view.as_of, view.as_of_is) for view in views if isinstance(view, LedgerView)] == [
        ("5 January 2023", "the date of the newest source"),
        ("30 June 2026", "the day that the curator set"),
    ]


def test_a_horizon_of_a_source_without_a_date_says_why_it_gives_none() -> None:
    undated = document("Within 18 months, worms will replace the plough.", publish="full")
    found = shelve([undated], Vocabulary(), Matches((), ()), (), predictions=predictions([undated], as_of="2026-01-05"))
    (page,) = LEDGER(found)
    assert isinstance(page.view, LedgerView)
    [[row]] = [group.rows for group in page.view.groups]
    assert (page.view.groups[0].head.title, row.status_words, row.due) == ("Source without a date", "Source undated", "")
    assert (row.horizon, row.why) == ("Within 18 months", "from a date that the source does not give")


def context(text: str, claim: str, publish: str = "full") -> str:
    garden = document(text, date="2023-01-05", publish=publish)
    found = shelve([garden], Vocabulary(), Matches((), ()), (), predictions=predictions([garden], as_of="2026-01-05"))
    (page,) = LEDGER(found)
    assert isinstance(page.view, LedgerView)
    return next(row.context for group in page.view.groups for row in group.rows if claim in row.claim)


def test_a_claim_that_begins_with_a_pronoun_stands_behind_the_sentence_before() -> None:
    assert context("The plough is loud. It will be gone by 2030.", "gone") == "The plough is loud."
    assert context("The plough is loud. This year the plough will be gone.", "gone") == ""
    assert context("The plough is loud. Ploughs will be gone by 2030.", "gone") == ""
    assert context("It will be gone by 2030.", "gone") == ""


def test_context_is_shown_only_where_its_source_allows_it() -> None:
    long = f"{'It rains and rains on the beds. ' * 14}The plough is loud. It will be gone by 2030."
    assert context(long, "gone") == "The plough is loud."
    cut = document(long, date="2023-01-05", publish="excerpts")
    found = shelve([cut], Vocabulary(), Matches((), ()), (), predictions=predictions([cut], as_of="2026-01-05"))
    first, last = found.excerpts.get(cut.passages[0].id, (0, 0))
    (page,) = LEDGER(found)
    assert isinstance(page.view, LedgerView)
    [row] = [row for group in page.view.groups for row in group.rows]
    assert row.context == "" or row.context in cut.passages[0].text[first:last]
