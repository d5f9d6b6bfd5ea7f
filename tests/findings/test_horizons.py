"""Words on time and the dates that follow from them."""

import pytest

from generator.findings.predictions.horizons import due, horizons, last_day


@pytest.mark.parametrize(
    ("words", "said", "date"),
    [
        ("within 2 years", "2024-06-11", "2026-06-11"),
        ("over the next 12–18 months", "2024-06", "2025-12"),  # the later end
        ("in two to three years", "2024-06", "2027-06"),
        ("within five years", "2024", "2029"),
        ("within eighteen months", "2024", "2026"),  # said on its last day, perhaps
        ("within six months", "2024-08-31", "2025-02-28"),
        ("by 2027", "2024-06-11", "2027"),
        ("by 2027", "", "2027"),
        ("before 2030", "2024", "2029"),
        ("by the end of 2027", "", "2027-12"),
        ("by mid-2028", "", "2028-06"),
        ("by the end of the decade", "2024", "2029"),
        ("by next summer", "2025-02-18", "2025-08"),
        ("by next summer", "2025-07", "2026-08"),
        ("by Christmas", "2025-07", "2025-12"),
        ("in November", "2025-11-20", "2026-11"),
        ("next year", "2025-03", "2026"),
        ("within five years", "", ""),  # nobody knows from when
        ("in the long term", "2024-06-11", ""),
        ("within 900 decades", "2024-06-11", "9999"),
    ],
)
def test_due_dates(words: str, said: str, date: str) -> None:
    assert due(words, said) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some time in the next eighteen months it will rain.", ["in the next eighteen months"]),
        ("It will rain by 2027, and within a year after that.", ["by 2027", "within a year"]),
        ("Eventually it will rain within two years.", ["within two years"]),  # a date says more
        ("Eventually it will rain for a long time.", ["Eventually", "for a long time"]),
        ("They get 6 months to think.", []),
        ("The 2020s were wet.", []),
        ("A long-term plan helps.", []),
    ],
)
def test_words_on_time(text: str, found: list[str]) -> None:
    assert [h.words for h in horizons(text, 0, len(text))] == found


def test_a_date_that_is_a_month_or_a_year_ends_with_its_last_day() -> None:
    assert [last_day(date) for date in ("2024-02", "2024", "2024-02-03", "")] == ["2024-02-29", "2024-12-31", "2024-02-03", ""]
