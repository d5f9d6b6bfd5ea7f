"""Where sources differ: lists, own tables, quotations, and what the curator declares. What cannot be told is no disagreement."""

from collections.abc import Iterable

import pytest

from generator.findings.disagreements import disagreements
from generator.findings.disagreements.declared import declared
from generator.findings.disagreements.members import differ
from generator.findings.disagreements.misquoted import matters, misquoted
from generator.findings.disagreements.tables import at_odds
from generator.findings.disagreements.tables.series import resolve, series, when
from generator.findings.disagreements.values import same, values
from generator.findings.quotes import quotes
from generator.found import Difference, Listing, Observation, Run, Tick
from generator.model import Concept, ConceptId, Dispute, Document, Passage, PassageId, Position, Role, SeedId, Table, Vocabulary
from generator.read.tables import cell
from generator.report import Location, Severity
from tests.findings.test_quotes import report, talk
from tests.hand_built import concept, document, passage, vocabulary

BEDS = (
    ("Bed", "Rows", "Harvest (kg)", "Cost"),
    ("Clay", "4", "31", "$120"),
    ("Sand", "6", "28", "$90"),
    ("Loam", "9", "52", "$200"),
)
YEARS = (("Year", "Visitors"), ("2019", "410"), ("2020", "180"), ("2021", "260"), ("2022", "520"))


def table(*rows: tuple[str, ...]) -> Table:
    return Table(rows[0], tuple(tuple(cell(text) for text in row) for row in rows[1:]))


def tabled(said: str, *rows: tuple[str, ...]) -> Document:
    """A source with a table and a takeaway."""
    held = passage("beds", 1, Role.TABLE, "\n".join(" | ".join(row) for row in rows), table=table(*rows))
    return document(held, passage("beds", 2, Role.TAKEAWAY, said, of=held.id), id="beds")


def told(said: str, *rows: tuple[str, ...]) -> list[str]:
    return [d.sides[1].says for d in at_odds([tabled(said, *rows)])]


@pytest.mark.parametrize(
    ("said", "cells"),
    [
        ("As the rows increase, the harvest always increases.", "Clay: 4, 31 · Sand: 6, 28 · Loam: 9, 52"),
        ("The more rows, the lower the harvest.", "Clay: 4, 31 · Sand: 6, 28 · Loam: 9, 52"),
        ("Clay had the largest harvest.", "Clay: 31 · Sand: 28 · Loam: 52"),
        ("Sand is the most expensive, but nobody minds.", "Clay: $120 · Sand: $90 · Loam: $200"),
        ("The three beds cost $510 in total.", "Clay: $120 · Sand: $90 · Loam: $200"),
        ("The average harvest was 41 kg.", "Clay: 31 · Sand: 28 · Loam: 52"),
        ("All beds had a harvest of more than 30.", "Sand: 28"),
        ("No bed had more than 8 rows.", "Loam: 9"),
        ("Sand had a harvest of 33.", "Sand: 28"),
    ],
)
def test_what_a_table_does_not_bear_out(said: str, cells: str) -> None:
    assert told(said, *BEDS) == [cells]


@pytest.mark.parametrize(
    ("said", "rows", "odd"),
    [
        ("As the rows increase, the harvest always increases.", BEDS, ["Sand: 6, 28"]),
        ("The more rows, the lower the harvest.", BEDS, ["Loam: 9, 52"]),
        ("Clay had the largest harvest.", BEDS, ["Loam: 52"]),
        ("Visitors grew steadily.", YEARS, ["2020: 180"]),
        ("All beds had a harvest of more than 30.", BEDS, []),
    ],
)
def test_cells_that_do_not_fit_are_told_where_others_do(said: str, rows: tuple[tuple[str, ...], ...], odd: list[str]) -> None:
    [found] = at_odds([tabled(said, *rows)])
    cells = found.sides[1].says.split(" · ")
    assert [cells[n] for n in found.sides[1].odd] == odd


@pytest.mark.parametrize(
    "said",
    [
        "As the rows increase, the harvest tends to increase.",
        "Harvest rises with the number of rows.",
        "Loam had the largest harvest, and Sand the smallest.",
        "Clay had the second largest harvest.",
        "Clay had one of the largest harvests.",
        "Clay had the largest harvest per row.",
        "Among the heavy beds, Clay has the largest harvest.",
        "Clay had the largest harvest since the flood.",
        "The three beds cost $410 in total.",
        "The two cheap beds cost $210 in total.",
        "The beds cost about $400 in total.",
        "Next year the beds will cost $510 in total.",
        "If it rains, Clay has the largest harvest.",
        "Does Clay have the largest harvest?",
        "Clay does not have the largest harvest.",
        "All beds had a harvest of more than 25.",
        "All beds but Sand had a harvest of more than 30.",
        "Sand had a harvest of 28.",
        "Sand had a harvest 3 kg below that of Clay.",
        "A neighbour had a harvest of 33.",
        "The soil matters more than the seed.",
    ],
)
def test_what_it_bears_out_or_says_nothing_about(said: str) -> None:
    assert told(said, *BEDS) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Visitors have risen every year.", True),
        ("Visitors have risen every year since 2020.", False),
        ("Visitors rose steadily between 2020 and 2022.", False),
        ("Visitors have generally risen every year.", False),
        ("Visitors doubled from 2020 to 2021.", True),
        ("Visitors doubled between 2021 and 2022.", False),
        ("Visitors more than doubled between 2020 and 2022.", False),
        ("Visitors fell by 56% from 2019 to 2020.", False),
        ("Visitors fell by 40% from 2019 to 2020.", True),
    ],
)
def test_changes_in_time(said: str, wrong: bool) -> None:
    assert bool(told(said, *YEARS)) == wrong


def test_what_is_called_clear_bears_one_pair_in_six() -> None:
    rows = [("Bed", "Rows", "Harvest")] + [(f"B{n}", str(n), str(10 * n)) for n in range(1, 6)]
    said = "There is a clear trend: as the rows increase, the harvest increases."
    assert not told(said, *rows)
    rows[5] = ("B5", "5", "35")
    assert not told(said, *rows)
    rows[5] = ("B5", "5", "15")
    assert told(said, *rows)


def test_rounding_is_no_contradiction() -> None:
    rows = (("Bed", "Share"), ("Clay", "33.3%"), ("Sand", "33.4%"), ("Loam", "33.4%"))
    assert not told("As the share increases, nothing else does.", *rows)
    scaled = (("Ship", "Cost"), ("A", "$1.2M"), ("B", "$0.9M"), ("C", "$2.4M"))
    assert not told("The three cost $4.6M in total.", *scaled)
    assert told("The three cost $5.1M in total.", *scaled)


def test_a_row_that_sums_up_the_others_and_does_not() -> None:
    [found] = at_odds([tabled("Three beds.", ("Bed", "Rows"), ("Clay", "4"), ("Sand", "6"), ("Total", "12"))])
    assert [side.says for side in found.sides] == ["Total: 12", "Clay: 4 · Sand: 6"]
    assert not at_odds([tabled("Three beds.", ("Bed", "Rows"), ("Clay", "4"), ("Sand", "6"), ("Total", "10"))])
    assert not at_odds([tabled("Three beds.", ("Bed", "Share"), ("Clay", "40%"), ("Sand", "60%"), ("Total", "90%"))])


def test_series_of_a_table() -> None:
    across = series(table(("", "2021", "2022"), ("Beds", "4", "6"), ("Cost", "$10", "$12")))
    assert [(s.name, s.timed, [p.value for p in s.points]) for s in across] == [("Beds", True, [4, 6]), ("Cost", True, [10, 12])]
    mixed = series(table(("Lab", "Wait", "Note"), ("A", "2 weeks", "x"), ("B", "9 days", "y"), ("C", "10-12 days", "z")))
    assert [(s.name, s.whole, [p.value for p in s.points]) for s in mixed] == [("Wait", False, [14, 9])]
    two = series(table(("Bed", "Cost of seed", "Cost of water"), ("A", "1", "2"), ("B", "2", "3")))
    assert resolve(frozenset({"cost"}), (), two) is None
    assert resolve(frozenset({"cost", "seed"}), (), two) == two[0]
    assert [when(text) for text in ("Q3 2022", "March 2023", "2024-05", "spring 2020", "Mill")] == [
        (2022, 9), (2023, 3), (2024, 5), (2020, 3), None,
    ]  # fmt: skip


def listing(source: str, members: str, *, closed: bool = True, ranked: bool = False) -> Listing:
    ticks = tuple(Tick(ConceptId(m), n, PassageId(f"{source}#p-1"), n, n + 1) for n, m in enumerate(members, 1))
    return Listing(ConceptId("all"), SeedId(source), ticks, closed, ranked)


@pytest.mark.parametrize(
    ("one", "other", "at_odds_"),
    [
        (listing("a", "xyz"), listing("b", "xyw"), True),
        (listing("a", "xyz"), listing("b", "xy", closed=False), False),
        (listing("a", "xyz"), listing("b", "xyw", closed=False), True),
        (listing("a", "xyz"), listing("b", "xy"), True),
        (listing("a", "xyz", closed=False), listing("b", "xyw", closed=False), False),
        (listing("a", "xyz"), listing("b", "zyx"), False),
        (listing("a", "xyz", ranked=True), listing("b", "zyx", ranked=True), True),
    ],
)
def test_an_open_list_may_lack_what_a_closed_one_may_not(one: Listing, other: Listing, at_odds_: bool) -> None:
    assert differ(one, other) == differ(other, one) == at_odds_


@pytest.mark.parametrize(
    ("run", "counts"),
    [
        (Run("changed", "thirty", "forty"), True),
        (Run("changed", "do", "don't"), True),
        (Run("changed", "week", "month"), True),
        (Run("left out", "", "in the north"), True),
        (Run("left out", "", "you know basically"), False),
        (Run("left out", "", "this week"), False),
        (Run("changed", "pay", "have paid"), False),
        (Run("changed", "garden", "gardens"), False),
        (Run("heard", "shelling", "Schelling"), False),
    ],
)
def test_differences_of_substance(run: Run, counts: bool) -> None:
    assert matters(run) == counts


def misquotes(said: str) -> list[tuple[str, ...]]:
    read = (report(said), talk())
    return [tuple(side.says for side in d.sides) for d in misquoted(quotes(read), {p.id: p for d in read for p in d.passages})]


def test_quotations_that_their_source_does_not_bear_out() -> None:
    changed = misquotes('"My neighbour lost three thousand seedlings to a single frosty night in May," says Ben.')
    assert changed == [
        (
            "My neighbour lost three thousand seedlings to a single frosty night in May",
            "My neighbour lost two thousand seedlings to a single frosty night in May",
        )
    ]
    assert not misquotes('"I sow beans when the lilac blooms, and not one day before that," says Ben.')
    assert not misquotes('"He is basically my best pupil," says Ben.')


def priced(
    source: str, text: str, low: float, high: float = 0.0, *, period: str = "2024", subject: str | None = "oat"
) -> tuple[Passage, Observation]:
    where = passage(source, 1, Role.PARAGRAPH, text)
    start = next(n for n, character in enumerate(text) if character.isdigit())
    surface = text[start : text.index(" ", start)]
    owner = ConceptId(subject) if subject else None
    said = Observation(
        where.id, start, start + len(surface), surface, low, high or low, "EUR", "kg", measure="price", subject=owner, period=period
    )
    return where, said


ONE = priced("one", "In 2024 oats cost 2.10 euros a kilo.", 2.1)


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (priced("other", "A kilo was 3.40 euros in 2024.", 3.4), True),
        (priced("other", "A kilo was 2.1 euros in 2024.", 2.1), False),
        (priced("other", "A kilo was 2-3 euros in 2024.", 2.0, 3.0), False),
        (priced("other", "A kilo was 3-4 euros in 2024.", 3.0, 4.0), True),
        (priced("other", "A kilo was 3.40 euros in 2023.", 3.4, period="2023"), False),
        (priced("other", "A kilo was 3.40 euros then.", 3.4, period=""), False),
        (priced("other", "A kilo of rye was 3.40 euros in 2024.", 3.4, subject="rye"), False),
        (priced("one", "A kilo was 3.40 euros in 2024.", 3.4), False),
    ],
)
def test_sources_of_their_own_are_compared_where_both_state_date_and_subject(other: tuple[Passage, Observation], differs: bool) -> None:
    words = vocabulary(concept("oat", "Oats"), concept("rye", "Rye"))
    found = values([ONE[1], other[1]], {p.id: p for p, _ in (ONE, other)}, {}, words)
    assert [d.about for d in found] == (["price, Oats, 2024"] if differs else [])


def test_what_is_about_so_much_bears_a_tenth_and_whole_numbers_their_zeros() -> None:
    def of(surface: str, value: float, *, about: bool = False) -> Observation:
        return Observation(PassageId("a#p-1"), 0, 1, surface, value, value, "visitors", about=about)

    assert same(of("340", 340), of("350", 350, about=True)) and not same(of("340", 340), of("350", 350))
    assert same(of("20,000", 20000), of("19,840", 19840)) and not same(of("500", 500), of("540", 540))
    assert same(of("1.5 million", 1.5e6), of("1.46 million", 1.46e6)) and not same(of("1.5 million", 1.5e6), of("1.6 million", 1.6e6))


SIDES = ('[@talk "I sow beans when the lilac blooms"]', '[@talk "A calendar tells you the date"]')


def disputed(*sides: str) -> Vocabulary:
    positions = tuple(Position(says, Location("docs/topics/beans.md", n), f"side {n}") for n, says in enumerate(sides, 11))
    topic: Concept = concept("beans", "Beans", disputes=(Dispute("When to sow?", positions, Location("docs/topics/beans.md", 9)),))
    return vocabulary(topic)


def test_a_declared_dispute_is_traced_to_its_passages() -> None:
    [found], problems = declared([talk()], disputed(*SIDES))
    assert not problems
    assert (found.kind, found.about, found.concept, found.location) == (
        Difference.DECLARED, "When to sow?", "beans", Location("docs/topics/beans.md", 9),
    )  # fmt: skip
    assert [(side.says, side.label) for side in found.sides] == [
        ("I sow beans when the lilac blooms", "side 11"), ("A calendar tells you the date", "side 12"),
    ]  # fmt: skip


def test_words_that_are_not_there_are_an_error_at_their_line() -> None:
    made, [problem] = declared([talk()], disputed(SIDES[0], '[@talk "A calendar tells you the hour"]'))
    assert not made and problem.severity is Severity.ERROR
    assert str(problem).startswith("docs/topics/beans.md:12: These words do not stand in talk") and "tells you the date" in problem.right


def test_a_side_must_be_a_citation() -> None:
    _, [problem] = declared([talk()], disputed(SIDES[0], "beans before calendars"))
    assert problem.code == "dispute-side" and '[@seed-id "exact words"]' in problem.right and problem.location.line == 12


def test_seeds_that_are_not_there_are_one_warning() -> None:
    made, [problem] = declared([talk()], disputed('[@other-tale "a"]', SIDES[0], '[@elsewhere "b"]'))
    assert not made and problem.severity is Severity.WARNING and problem.location.line == 11
    assert "elsewhere, other-tale" in problem.wrong
    [kept], _ = declared([talk()], disputed('[@elsewhere "b"]', *SIDES))
    assert len(kept.sides) == 2


def test_a_seed_that_is_a_slip_away_is_an_error() -> None:
    _, [problem] = declared([talk()], disputed(SIDES[0], '[@tlak "A calendar"]'))
    assert problem.severity is Severity.ERROR and "talk" in problem.right


def test_ids_stay_while_the_sides_do() -> None:
    def ids(documents: Iterable[Document]) -> list[str]:
        return [d.id for d in disagreements(tuple(documents), disputed(*SIDES), (), (), tables=at_odds(documents))[0]]

    beds = tabled("Clay had the largest harvest.", *BEDS)
    assert ids([talk(), beds]) == ids([beds, talk()]) and len(set(ids([talk(), beds]))) == 2


def test_what_is_set_aside_says_nothing() -> None:
    held = tabled("Clay had the largest harvest.", *BEDS)
    hidden: tuple[Passage, ...] = tuple(
        passage("beds", p.lines.first, p.role, p.text, table=p.table, of=p.of, excluded="ad") for p in held.passages
    )
    assert not at_odds([document(*hidden, id="beds")])
