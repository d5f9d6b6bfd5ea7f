"""Which numbers are ones that a reader would call so, and what each is of. The labelled documents are in tests/quality/numbers.yml."""

import time

import pytest

from generator.findings.numbers import observations
from generator.findings.numbers.series import series
from generator.found import Bearing, Observation
from generator.model import Cell, ConceptKind, Document, Role, Table, Vocabulary
from tests.hand_built import concept, document, evidence, matched, passage, vocabulary

WORDS = vocabulary(
    concept("price-of-water", "price of water", "per thousand litres", kind=ConceptKind.TREND),
    concept("groveon", "Groveon", kind=ConceptKind.ORGANISATION), concept("dripper-4", "Dripper 4", kind=ConceptKind.PRODUCT),
)  # fmt: skip


def found(*texts: str, role: Role = Role.PARAGRAPH, words: Vocabulary = WORDS, date: str = "") -> tuple[Observation, ...]:
    read = document(*texts, role=role, date=date)
    return observed(read, words)


def observed(read: Document, words: Vocabulary = WORDS) -> tuple[Observation, ...]:
    about = [evidence(p, c.id, 0.9) for p in read.passages for c in words.concepts.values() if c.kind is ConceptKind.TREND]
    return observations([read], words, matched([read], words), about)


def short(o: Observation) -> tuple[float, float, str, str]:
    return o.low, o.high, o.unit, o.per


VALUES = {
    "A hose costs $20 per metre.": [(20, 20, "USD", "metre")],
    "It makes $200 to $300 million a year.": [(2e8, 3e8, "USD", "year")],
    "The shed cost €1.5 million.": [(1.5e6, 1.5e6, "EUR", "")],
    "A seed costs 12 cents, a pot two dollars.": [(0.12, 0.12, "USD", ""), (2, 2, "USD", "")],
    "The leak rate goes from 8 percent to 5 percent.": [(8, 8, "%", ""), (5, 5, "%", "")],
    "They give 60-70% of their time to weeds.": [(60, 70, "%", "")],
    "The tank holds 2, 000 litres.": [(2000, 2000, "litres", "")],
    "It drips at a hundred and twenty litres per hour.": [(120, 120, "litres", "hour")],
    "It goes from 4,000 litres to a million.": [(4000, 4000, "litres", ""), (1e6, 1e6, "litres", "")],
    "They go from, like, maybe 170 to a hundred litres per hour to 500.": [
        (100, 170, "litres", "hour"), (500, 500, "litres", "hour")],
    "The price falls every single year, by something like five to 10 X.": [(5, 10, "x", "year")],
    "Pots are twenty times cheaper than drip lines.": [(20, 20, "x", "")],
    "It is cheaper by a factor of twenty.": [(20, 20, "x", "")],
    "He thinks of a ratio of, say, four to one.": [(4, 4, "to one", "")],
    "About 4 Gardeners for every 1 Plumber will do.": [(4, 4, "to one", "")],
    "The fair had 500 visitors and 20,000 online.": [(500, 500, "visitors", ""), (20000, 20000, "", "")],
    "A talk had an audience of 150K ish.": [(150000, 150000, "", "")],
    "It is a 50 person team.": [(50, 50, "people", "")],
    "They ask for five to seven years of gardening experience.": [(5, 7, "years", "")],
    "It takes eight minutes.": [(8, 8, "minutes", "")],
    "It will be gone within 12–18 months.": [(12, 18, "months", "")],
    "The shed has two doors and four windows.": [(2, 2, "doors", ""), (4, 4, "windows", "")],
    "She waited for three weeks.": [(3, 3, "weeks", "")],
    "It averages 1.13 litres; the old one manages 1.42.": [(1.13, 1.13, "litres", ""), (1.42, 1.42, "litres", "")],
    "A pump cost eighty thousand dollars, and now it's around ten.": [(80000, 80000, "USD", ""), (10000, 10000, "USD", "")],
    "Three of our beds flooded.": [(3, 3, "beds", "")],
    "It drips twice a day, 2.3 times a night in May.": [(2.3, 2.3, "times", "night")],
    "The answer comes in a tenth of a second.": [(0.1, 0.1, "seconds", "")],
    "Theft is down by a third.": [(33.3, 33.3, "%", "")],
    "A 600-bed hospital drips, too.": [(600, 600, "beds", "")],
    "They flow at eight litres a bed.": [(8, 8, "litres", "bed")],
    "The cycle went from 12 months to 4 months.": [(12, 12, "months", ""), (4, 4, "months", "")],
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_values_and_units(text: str) -> None:
    assert [short(o) for o in found(text)] == VALUES[text]


NONE = (
    "The four wars go on, and these two gardeners watch.",
    "In May 2024 it rained on 12 June at 10:30 and at 4 pm.",
    "Dripper 4 and Pot-7 came out with Soil 3.1, a 70B hose and version 5.2.",
    "She came 3rd on page 12 and called 555-123-4567 about ticket 481.",
    "One never knows which one it is.",
    "Two years ago she waited, and six months later it rained.",
    "How much is 20 litres?",
    "Nobody needs 3,000 litres a second.",
    "Every 10X unlocks another garden.",
    "It was at four in the morning on day 12.",
    "First, number two, track 9 and room 101.",
    "There are three reasons for this: rain, snow and hail.",
    "If I had forty beds, I would flood them.",
    "She is at her desk at seven, and her son is nine.",
    "It's a hundred times a day that it drips.",
    "A million litres cost more than that.",
    "This article looks at five gardens.",
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number(text: str) -> None:
    assert found(text) == ()


MEASURES = {
    "The median pay is €128,000.": "median pay",
    "Power draw falls from 310 to 18 watts.": "Power draw",
    "The leak rate went from 8% to 5%.": "leak rate",
    "About 40% of the garden forum water at noon.": "share of garden forum water",
    "By 2027 half of our garden plots will be full.": "share of garden plots",
    "Our first bed cost us sixty dollars.": "cost",
    "Pots raised $4 million.": "funding",
    "The unit price fell by 86%.": "change of unit price",
    "Water came to two dollars per thousand litres.": "price of water",
    "There were 1,100 applications.": "applications",
    "It is four to one, gardener to plumber, in mature teams.": "gardener to plumber",
}


@pytest.mark.parametrize("text", MEASURES)
def test_measures(text: str) -> None:
    assert [o.measure for o in found(text)][:1] == [MEASURES[text]]


def test_a_fall_has_its_sign() -> None:
    assert [short(o) for o in found("The unit price fell by 86%.")] == [(-86, -86, "%", "")]


def test_a_dictated_price_gets_the_unit_that_all_others_have() -> None:
    (first, second) = found("It cost $20 per thousand litres.", "Now it costs 2 per thousand litres.")
    assert (first.unit_told, second.unit, second.unit_told) == (False, "USD", True)


def test_a_dictated_decimal_ends_no_sentence() -> None:
    words = "It costs $2 per thousand litres and is heading for 0. 5 or 0. 25, and later nothing."
    last = found(words)[-1]
    assert (*short(last), last.bearing) == (0.25, 0.5, "USD", "thousand litres", Bearing.FORECAST)


def test_a_sentence_leaves_to_the_one_before_what_it_does_not_say() -> None:
    then, now = found("In 2022 Groveon sold it for $20 per thousand litres. Today it is $2.", date="2024-06")
    assert [(o.low, o.per, o.measure, o.subject, o.period) for o in (then, now)] == [
        (20, "thousand litres", "price of water", "groveon", "2022"),
        (2, "thousand litres", "price of water", "groveon", "2024-06"),
    ]


def test_a_number_for_somebody_is_theirs_even_if_nobody_knows_them() -> None:
    said = found("Groveon loses 91% of its water, against 88% for the Dripper 4 and 84% for Wellmaster 9.")
    assert [(o.low, o.subject) for o in said] == [(91, "groveon"), (88, "dripper-4"), (84, None)]


def test_targets_and_forecasts_are_marked() -> None:
    aimed, foretold = found("This year they aim at 2,000 visitors.", "The city expects 9,000 visitors by 2030.", date="2024")
    assert [(o.bearing, o.period) for o in (aimed, foretold)] == [(Bearing.TARGET, "2024"), (Bearing.FORECAST, "2030")]


def test_what_a_source_says_again_counts_once() -> None:
    assert len(found("It drips at 50 litres per hour.", "At 50 litres per hour, a bed is wet in no time.")) == 1


def test_cells_have_the_measure_of_their_column_the_subject_of_their_row_and_its_date() -> None:
    text = (
        "| Hose | Date | Cost (est.) | Flow (litres) |\n|---|---|---|---|\n| Dripper 4 | May 2023 | $1M | ~50 |\n| Pot | 2024 | $2M | 60 |"
    )
    rows = (
        (
            Cell("Dripper 4", "text"),
            Cell("May 2023", "date"),
            Cell("$1M", "currency", (1e6,), "$"),
            Cell("~50", "number", (50.0,), "", True),
        ),
        (Cell("Pot", "text"), Cell("2024", "date"), Cell("$2M", "currency", (2e6,), "$"), Cell("60", "number", (60.0,))),
    )
    table = Table(("Hose", "Date", "Cost (est.)", "Flow (litres)"), rows)
    read = document(passage("talk", 1, Role.TABLE, text, table=table, heading="Hoses"))
    cells = [(o.surface, o.low, o.unit, o.measure, o.subject or o.subject_words, o.period, o.about) for o in observed(read)]
    assert cells == [
        ("$1M", 1e6, "USD", "Cost", "dripper-4", "2023-05", True),
        ("~50", 50, "litres", "Flow", "dripper-4", "2023-05", True),
        ("$2M", 2e6, "USD", "Cost", "Pot", "2024", True),
        ("60", 60, "litres", "Flow", "Pot", "2024", False),
    ]
    assert all(read.passages[0].text[o.start : o.end] == o.surface for o in observed(read))


def test_a_series_has_one_measure_one_unit_and_one_way_to_count() -> None:
    told = found(
        "In 2022 water cost $20 per thousand litres.", "In 2021 it cost $30 per thousand litres.", "It cost €9 per thousand litres.",
        "Groveon makes $3 million a year.", "The leak rate went from 8% to 5%.", "It takes eight minutes.", "It takes nine minutes.",
    )  # fmt: skip
    assert [(s.measure, s.unit, [o.low for o in s.observations]) for s in series(told)] == [
        ("price of water", "USD", [30, 20]), ("leak rate", "%", [8, 5]),
    ]  # fmt: skip


def seconds(text: str) -> float:
    """What the numbers of a passage cost: the least of three runs, so that other work counts for little."""
    costs = []
    for _ in range(3):
        begun = time.process_time()
        found(text)
        costs.append(time.process_time() - begun)
    return min(costs)


@pytest.mark.parametrize("unit", ["7% ", "0. 25 ", "9 litres. ", "e.g. 3 ", "we pay $4 per metre and "])
def test_a_passage_of_nothing_but_numbers_takes_linear_time(unit: str) -> None:
    assert seconds(unit * (12_000 // len(unit))) < 8 * seconds(unit * (3_000 // len(unit))) + 0.05


def test_a_row_of_numbers_without_words_says_nothing() -> None:
    assert found(" ".join(f"{n}%" for n in range(30))) == ()
    assert len(found("It rose by " + ", ".join(f"{n}%" for n in range(2, 9)) + ".")) == 7


@pytest.mark.parametrize(
    ("header", "value", "unit", "measure"),
    [
        ("£ million", 5e6, "GBP", "Hoses"),
        ("Cost, £m", 5e6, "GBP", "Cost"),
        ("Cost (€m)", 5e6, "EUR", "Cost"),
        ("Cost in USD million", 5e6, "USD", "Cost"),
        ("Plants (millions)", 5e6, "", "Plants"),
        ("Hoses (thousand)", 5e3, "", "Hoses"),
        ("Price £", 5, "", "Price £"),
    ],
)
def test_a_header_may_count_in_thousands_or_millions(header: str, value: float, unit: str, measure: str) -> None:
    text = f"| Hose | {header} |\n|---|---|\n| Dripper 4 | 5 |"
    table = Table(("Hose", header), ((Cell("Dripper 4", "text"), Cell("5", "number", (5.0,))),))
    (o,) = observed(document(passage("talk", 1, Role.TABLE, text, table=table, heading="Hoses")))
    assert (o.low, o.unit, o.measure) == (value, unit, measure)
