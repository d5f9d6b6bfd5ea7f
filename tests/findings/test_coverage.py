"""Coverage: every passage in exactly one of used, structure, unused, excluded; and which findings use which words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.findings.coverage import STRUCTURE, coverage
from generator.findings.coverage.uses import uses
from generator.found import (
    Acronym,
    Citation,
    Definition,
    Difference,
    Disagreement,
    Evidence,
    Grade,
    How,
    Listing,
    Match,
    Observation,
    Origin,
    Prediction,
    Quote,
    Quoted,
    Run,
    Selector,
    Side,
    Status,
    Tick,
    Trace,
    Use,
)
from generator.library import shelve
from generator.model import ConceptId, Document, Kind, Lines, Matches, Mention, Passage, PassageId, Role, SeedId
from generator.pages.coverage import COVERAGE, CoverageView, figure, percents
from generator.report import Location
from tests.hand_built import vocabulary

HERE = Location("docs/x.md", 1)


def document(*roles: Role, excluded: str = "") -> Document:
    passages = tuple(Passage(id(n), SeedId("talk"), Lines(n, n), role, f"Words {n}.", excluded=excluded) for n, role in enumerate(roles))
    return Document(SeedId("talk"), "seeds/talk.md", Kind.ARTICLE, "A talk", passages)


def id(number: int) -> PassageId:
    return PassageId(f"talk#p-{number}")


def evidence(number: int, of: str, grade: Grade = Grade.CENTRAL, focus: int | None = 0) -> Evidence:
    return Evidence(ConceptId(of), id(number), grade, 1.0, focus=focus)


def test_a_passage_is_used_structure_excluded_or_unused() -> None:
    made = document(Role.HEADING, Role.PARAGRAPH, Role.PARAGRAPH, Role.AUTHOR_BOX)
    made = replace(made, passages=(*made.passages, Passage(id(9), made.id, Lines(9, 9), Role.TURN, "Hello.", excluded="greeting")))
    [covered] = coverage([made], {id(1)})
    assert (covered.used, covered.structure, covered.unused) == ((id(1),), (id(0),), (id(2),))
    assert covered.excluded == ((id(3), "about the author"), (id(9), "greeting"))


def test_what_is_used_is_used_whatever_its_role() -> None:
    [covered] = coverage([document(Role.HEADING, Role.BOILERPLATE, excluded="menu")], {id(0), id(1)})
    assert covered.used == (id(0), id(1)) and not covered.structure and not covered.excluded


ROLES = st.lists(st.sampled_from(Role), max_size=30)


@given(ROLES, st.sets(st.integers(0, 30)), st.sampled_from(["", "greeting"]))
def test_every_passage_is_in_exactly_one_of_the_four(roles: list[Role], used: set[int], excluded: str) -> None:
    made = document(*roles, excluded=excluded)
    [covered] = coverage([made], {id(n) for n in used})
    listed = [*covered.used, *covered.structure, *covered.unused, *(id for id, _ in covered.excluded)]
    assert sorted(listed) == sorted(p.id for p in made.passages)
    assert all(reason for _, reason in covered.excluded)
    assert {p.role for p in made.passages if p.id in covered.structure} <= STRUCTURE


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_the_percents_of_a_figure_add_up_to_a_hundred(counts: list[int]) -> None:
    made = percents(counts)
    assert sum(made) == (100 if sum(counts) else 0)
    assert all(abs(share - 100 * n / max(1, sum(counts))) < 1 for share, n in zip(made, counts, strict=True))


def test_a_figure_says_in_words_what_its_bar_shows() -> None:
    told = document(Role.HEADING, Role.TURN, Role.TURN)
    made = figure(shelve([told], vocabulary(), Matches((), ()), []), coverage([told], {id(1)}))
    assert (made.size, made.saying) == ("1 of 3 passages used", "2 passages say something")
    assert made.label == "Of 3 passages: 1 used (34 %), 1 structure (33 %), 1 unused (33 %), 0 excluded (0 %)"
    assert [(p.at, p.percent) for p in made.parts] == [(0, 34), (34, 33), (67, 33), (100, 0)]


def test_what_is_not_used_is_told_over_all_sources_by_reason_and_leads_there() -> None:
    one, other = (replace(document(Role.PARAGRAPH, Role.AUTHOR_BOX, Role.PARAGRAPH), title=title) for title in ("B", "A"))
    passages = tuple(replace(p, id=PassageId(f"walk#q-{n}"), source=SeedId("walk")) for n, p in enumerate(other.passages))
    found = shelve([one, replace(other, id=SeedId("walk"), passages=passages)], vocabulary(), Matches((), ()), [])
    [page] = COVERAGE(found)
    assert isinstance(page.view, CoverageView)
    told = [(left.reason, left.size, [(link.text, link.href, link.note) for link in left.sources]) for left in page.view.left]
    assert told == [
        ("about the author", "2 passages", [("A", "../sources/walk/#q-1", "1"), ("B", "../sources/talk/#p-1", "1")]),
        ("", "4 passages", [("A", "../sources/walk/#q-0", "2"), ("B", "../sources/talk/#p-0", "2")]),
    ]


def test_every_finding_says_which_words_of_which_passages_it_uses() -> None:
    trace = Trace((id(3), id(4)), (), 5, None, None, (Run("same", "seven", "seven"),))
    found = (
        Citation("topics/a.md", 1, HERE, SeedId("talk"), "w", Selector("w"), (Quoted(id(1), 2, 4),)),
        Disagreement("d", Difference.VALUES, "price", (Side(id(1), 0, 3, "x"), Side(id(2), 0, 3, "y"))),
        Prediction(id(2), 1, 6, "c", "", "", "", "", "", "", Status.OPEN),
        Quote(id(2), 0, 4, "word", Match.VERBATIM, (trace,)),
        Definition(id(5), 0, 9, 0, "bed", "A bed is.", None),
        Acronym(id(5), 12, 0, "SB", "seed bed", ConceptId("bed")),
        Observation(id(6), 3, 5, "12", 12.0, 12.0, "l"),
        Origin("o", (SeedId("talk"),), ("why",), (id(7),)),
        Listing(ConceptId("beds"), SeedId("talk"), (Tick(ConceptId("bed"), 1, id(9), 2, 5),)),
        evidence(8, "soil", focus=None),
        evidence(8, "hose", Grade.SUPPORTING, focus=4),
    )
    made = uses(found, {id(8): (Mention(id(8), 6, 10, ConceptId("soil"), "soil"), Mention(id(8), 0, 4, ConceptId("mulch"), "mulsh", True))})
    assert made == {
        id(1): (Use(How.CITED, "topics/a.md", 2, 4), Use(How.DIFFERS, "price", 0, 3)),
        id(2): (Use(How.DIFFERS, "price", 0, 3, 1), Use(How.FORETELLS, "", 1, 6), Use(How.QUOTES, "", 0, 4)),
        id(3): (Use(How.SAID, "", 5, 11),),
        id(4): (Use(How.SAID, "", 0, 0, 1),),
        id(5): (Use(How.DEFINES, "bed", 0, 9), Use(How.SPELLS, "bed", 0, 14)),
        id(6): (Use(How.MEASURES, "", 3, 5),),
        id(7): (Use(How.SHOWS_ORIGIN, "o", 0, 0),),
        id(9): (Use(How.LISTS, "beds", 2, 5),),
        id(8): (Use(How.CENTRAL, "soil", 6, 6), Use(How.SUPPORTS, "hose", 4, 4), Use(How.MISHEARS, "mulch", 0, 4)),
    }


def test_a_use_knows_its_place_among_those_that_serve_the_same() -> None:
    made = uses((evidence(1, "soil"), evidence(2, "soil"), evidence(2, "hose")), {})
    assert [use.rank for use in made[id(2)]] == [1, 0]
