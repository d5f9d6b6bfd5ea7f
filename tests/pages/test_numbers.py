"""Numbers as readers get them: amounts in words, charts that never mix, tables that lead to the sentence."""

from dataclasses import replace

from generator import published
from generator.findings.numbers import observations
from generator.found import Bearing, Observation
from generator.library import Library, shelve
from generator.model import ConceptKind, PassageId
from generator.pages.amounts import amount, bare, counted_in, tick
from generator.pages.charts import Point, chart, columns
from generator.pages.numbers import NUMBERS, NumbersView, of_source, of_topic
from generator.pages.showing import linked
from generator.pages.trends import charts, mentions
from tests.hand_built import concept, document, evidence, matched, vocabulary

PRICE = concept("price-of-water", "Price of water", "per thousand litres", kind=ConceptKind.TREND)
WORDS = vocabulary(PRICE)
PAGE = "trends/price-of-water.md"


def observation(low: float, high: float, unit: str, per: str = "", **more: object) -> Observation:
    return Observation(PassageId("talk#p-1"), 0, 1, "x", low, high, unit, per, **more)  # type: ignore[arg-type]  # fields by name


def library(*texts: str, dates: tuple[str, ...] = ("2024-06",), publish: str = "full") -> Library:
    read = [document(*texts, id=f"talk-{n}", date=date, publish=publish) for n, date in enumerate(dates)]
    about = [evidence(p, PRICE.id, 0.9) for d in read for p in d.passages]
    matches = matched(read, WORDS)
    return shelve(read, WORDS, matches, about, observations=observations(read, WORDS, matches, about))


def test_amounts_in_words() -> None:
    told = {
        observation(20, 20, "USD", "million tokens", about=True): "about $20 per million tokens",
        observation(0.25, 0.5, "USD"): "$0.25–0.50",
        observation(2e8, 3e8, "USD", "year"): "$200–300 million per year",
        observation(1e6, 1e6, "tokens", limit="up to"): "up to 1 million tokens",
        observation(5, 10, "x", "year"): "5–10× per year",
        observation(4, 4, "to one"): "4 to 1",
        observation(-86, -86, "%"): "−86%",
        observation(1, 1, "hours"): "1 hour",
        observation(2.1e25, 2.1e25, "FLOPs"): "2.1 × 10²⁵ FLOPs",
        observation(4e-5, 4e-5, "USD"): "$0.00004",
        observation(500, 500, ""): "500",
    }
    assert {amount(o) for o in told} == set(told.values())
    assert all(amount(o) == words for o, words in told.items())
    assert bare(observation(70, 100, "tokens", "second")) == "70–100"
    assert counted_in("USD", "million tokens") == "US dollars per million tokens"
    assert [tick(v, "USD") for v in (0.5, 1000.0, 2e6, -3.0)] == ["$0.5", "$1k", "$2M", "−$3"]


def point(low: float, high: float) -> Point:
    return Point(low, high, "label", "value", "#", Bearing.ACTUAL.value)


def test_values_over_orders_of_magnitude_get_a_logarithmic_scale_and_it_says_so() -> None:
    wide, narrow = chart("c", "Wide", [point(4000, 4000), point(1e6, 1e6)], "tokens"), chart("c", "Narrow", [point(4, 4), point(5, 5)], "%")
    assert ("Logarithmic" in wide.note, narrow.note) == (True, "")
    assert [t.text for t in wide.ticks] == ["1k", "10k", "100k", "1M"]
    assert narrow.ticks[0].text == "0%"


def test_everything_stays_inside_and_a_range_is_a_range() -> None:
    drawn = chart("c", "Ranges", [point(2, 20), point(-5, -5), point(0, 0)], "%")
    assert all(0 <= row.x1 <= row.x2 <= 100 for row in drawn.rows)
    assert [row.x1 < row.x2 for row in drawn.rows] == [True, False, False]


def test_counts_over_time_stand_on_one_base() -> None:
    drawn = columns("c", "Passages", [("2023", 1, "#"), ("2024", 0, ""), ("2025", 4, "#")])
    assert [bar.y + bar.height for bar in drawn.columns] == [drawn.base] * 3
    assert drawn.text == "2023: 1; 2024: 0; 2025: 4."


def test_a_trend_charts_its_measure_and_nothing_else() -> None:
    shelf = library(
        "In 2022 it cost $20 per thousand litres.", "It aims at $2 per thousand litres.", "It was €3 per thousand litres in 2020.",
        "The leak rate went from 8% to 5%.",
    )  # fmt: skip
    (drawn,) = charts(shelf, PRICE, PAGE)
    assert drawn.title == "Price of water, US dollars per thousand litres"
    assert [(row.point.value, row.point.bearing) for row in drawn.rows] == [("$20", "actual"), ("$2", "target")]


def sentences(shelf: Library) -> dict[str, str]:
    """The sentences that have an anchor on the page of the first source, by it."""
    read = next(iter(shelf.documents.values()))
    found: dict[str, str] = {}
    for passage in read.passages:
        anchor = ""
        for piece in linked(shelf, passage, published.shown(shelf, passage) or (0, 0), f"sources/{read.id}.md"):
            anchor = piece.href if piece.kind == "sentence" else "" if piece.kind == "end" else anchor
            if anchor:
                found[anchor] = found.get(anchor, "") + piece.text
    return found


def test_a_point_leads_to_its_sentence() -> None:
    shelf = library("Rain is free. In 2022 tap water cost $20 per thousand litres. It aims at $2 per thousand litres. We shall see.")
    (drawn,) = charts(shelf, PRICE, PAGE)
    led = [sentences(shelf)[row.point.href.removeprefix("../../sources/talk-0/#")] for row in drawn.rows]
    assert led == ["In 2022 tap water cost $20 per thousand litres.", "It aims at $2 per thousand litres."]


def test_where_the_sentence_is_not_shown_its_number_leads_to_the_passage() -> None:
    shelf = library("It rains and rains on the beds. " * 12 + "Water costs $20 per thousand litres.", publish="excerpts")
    (page,) = NUMBERS(replace(shelf, excerpts={next(iter(shelf.passages)): (0, 31)}))
    assert isinstance(page.view, NumbersView)
    assert [row.href for group in page.view.groups for row in group.rows] == ["../sources/talk-0/#p-00000001"]
    assert sentences(shelf) != {} and sentences(replace(shelf, excerpts={next(iter(shelf.passages)): (0, 31)})) == {}


def test_one_value_is_no_chart() -> None:
    assert charts(library("In 2022 it cost $20 per thousand litres."), PRICE, PAGE) == ()


def test_mentions_over_time_appear_once_the_sources_span_more_than_one_period() -> None:
    assert mentions(library("Water is dear.", dates=("2024-06", "2024-06-09")), PRICE, PAGE) is None
    drawn = mentions(library("Water is dear.", dates=("2024-06", "2024-08")), PRICE, PAGE)
    assert drawn and [(bar.label, bar.count) for bar in drawn.columns] == [("Jun 2024", 1), ("Jul 2024", 0), ("Aug 2024", 1)]
    by_year = mentions(library("Water is dear.", dates=("2010", "2012-03")), PRICE, PAGE)
    assert by_year and [(bar.label, bar.count) for bar in by_year.columns] == [("2010", 1), ("2011", 0), ("2012", 1)]


def test_the_page_groups_trends_first_and_shows_the_sentence() -> None:
    (page,) = NUMBERS(library("In 2022 it cost $20 per thousand litres.", "The leak rate went from 8% to 5%."))
    assert isinstance(page.view, NumbersView)
    assert [(group.head.title, len(group.rows)) for group in page.view.groups] == [("Price of water", 1), ("Shares and rates", 2)]
    row = page.view.groups[0].rows[0]
    assert (row.before, row.hit, row.when) == ("In 2022 it cost ", "$20 per thousand litres", "2022")


def test_words_outside_of_the_excerpt_are_not_shown() -> None:
    long = "Water costs $20 per thousand litres. " + "It rains and rains on the beds. " * 12 + "The leak rate went from 8% to 5%."
    (page,) = NUMBERS(library(long, publish="excerpts"))
    assert isinstance(page.view, NumbersView)
    assert [bool(row.hit) for group in page.view.groups for row in group.rows] == [True, False, False]


def test_topics_and_sources_have_short_lists() -> None:
    shelf = library("In 2022 it cost $20 per thousand litres.", "The leak rate went from 8% to 5%.")
    here, there = of_topic(shelf, PRICE, PAGE), of_source(shelf, next(iter(shelf.documents.values())), "sources/talk-0.md")
    assert here and there
    assert [row.value for row in here.rows] == ["$20 per thousand litres", "8%", "5%"]
    assert (len(there.rows), there.more, there.href) == (3, "", "../../numbers/")
    many = library(" ".join(f"The leak rate was {n}%." for n in range(30, 50)))
    listed = of_source(many, next(iter(many.documents.values())), "sources/talk-0.md")
    assert listed and (len(listed.rows), listed.more) == (12, "8 more numbers")
