"""The timeline: what has a date, in its order, and what has none."""

from dataclasses import replace

from generator.found import Issue, Prediction, Status
from generator.library import Library, shelve
from generator.model import ConceptKind, Matches, Note
from generator.pages.timeline import TimelineView, timeline
from generator.report import Location
from tests.hand_built import concept, vocabulary
from tests.pages.hand_built import CONCEPTS, FORECAST, library
from tests.pages.rendered import body, pages

HOSES = Prediction(FORECAST.id, 0, len(FORECAST.text), FORECAST.text, "C. Weed", "2025", "by 2030", "2030", "", "", Status.OPEN)
SOON = replace(HOSES, due="2025-06-30")
NEVER = replace(HOSES, due="")
FAIR = concept("garden-fair", "Garden fair", kind=ConceptKind.EVENT, date="2024-06-02")
OLD = concept("soil-book", "The soil book", kind=ConceptKind.WORK, date="1999")
ISSUE = Issue("2024-06-30", "issues/2024-06-30.md", "First issue", ())


def known() -> Library:
    note = Note(ISSUE.page, ISSUE.title, "", Location("docs/issues/2024-06-30.md", 1))
    made = library()
    return replace(
        made,
        vocabulary=vocabulary(*CONCEPTS, FAIR, OLD),
        predictions=(HOSES, SOON, NEVER),
        predictions_in={FORECAST.id: (HOSES, SOON, NEVER)},
        issues=(ISSUE,),
        notes=(*made.notes, note),
    )


def view() -> TimelineView:
    (page,) = timeline(known())
    assert isinstance(page.view, TimelineView)
    return page.view


def test_everything_with_a_date_stands_in_its_year_and_month() -> None:
    line = {(year.title, month.title): [m.link.text for m in month.moments] for year in view().years for month in year.months}
    assert line == {
        ("1999", "No month known"): ["The soil book"],
        ("2024", "June"): ["Garden fair", "Talking about soil", "First issue"],
        ("2025", "June"): [SOON.claim],
        ("2025", "No month known"): ["Ten beds, three hoses"],
        ("2030", "No month known"): [HOSES.claim],
    }
    assert list(line)[-1] == ("2030", "No month known")


def test_each_thing_says_what_it_is_and_leads_to_it() -> None:
    moments = {m.link.text: m for year in view().years for month in year.months for m in month.moments}
    assert (moments["Garden fair"].note, moments["Garden fair"].when) == ("Event", "2 June 2024")
    assert moments["Garden fair"].link.href == "../works/#garden-fair"
    assert (moments["Ten beds, three hoses"].note, moments["Ten beds, three hoses"].when) == ("Article · 3 predictions made", "")
    assert moments[HOSES.claim].note == "C. Weed · Ten beds, three hoses"
    stands = moments[HOSES.claim].foretold
    assert stands and (stands.status_words, stands.due_iso) == ("Open", "2030"), "as the ledger says it, for the reader's clock to judge"
    assert moments[HOSES.claim].link.href == f"../sources/bed-test/#{FORECAST.anchor}"
    assert moments["First issue"].link.href == "../issues/2024-06-30/"


def test_the_as_of_date_parts_what_was_from_what_is_to_come() -> None:
    parted = [(year.title, month.title) for year in view().years for month in year.months if month.now]
    assert parted == [("2030", "No month known")], "as of 2025, what is due in June 2025 may be over or not"


def test_what_has_no_date_is_named() -> None:
    assert [(source.text, source.note) for source in view().undated] == [("Worms are back", "News brief · City Desk")]
    [left] = view().open
    assert (left.text, left.href) == ("1 prediction", "../predictions/#undated")
    assert dict(view().legend) == {"source": "2 sources", "event": "2 events and works", "issue": "1 issue", "due": "2 predictions due"}


def test_the_page_holds_all_of_it_in_order() -> None:
    page = body(pages(known())["timeline.md"])
    assert [h.text_content().strip("¶") for h in page.xpath("//h2")] == ["1999", "2024", "2025", "2030", "Without a date"]
    assert len(page.xpath("//li[@class='sb-moment']")) == 7
    assert page.xpath("string(//p[@class='sb-today'])") == "As of 2025"


def test_a_site_without_dates_says_so() -> None:
    assert "Nothing here has a date yet." in pages(shelve((), vocabulary(), Matches((), ()), ()))["timeline.md"]
