"""What the views of the pages hold: choices, orders, words."""

from dataclasses import replace

import pytest

from generator.findings.origins.declared import declared
from generator.found import Difference, Disagreement, Evidence, Grade, Issue, Side
from generator.library import Library, shelve
from generator.model import Concept, ConceptKind, Kind, Matches, Passage, Role
from generator.pages import concept as concept_pages
from generator.pages import grouping, source, words
from generator.pages.entries import EntriesView, Entry, entries
from generator.pages.flow import Chapters, Fold, Gap, Heading, Said, flow
from generator.pages.home import HomeView, home
from generator.pages.indexes import SOURCE_INDEX, ConceptsView, SourcesView, indexes
from generator.pages.prose import tooltips
from tests.hand_built import concept, document, evidence, mention, passage, vocabulary
from tests.pages.hand_built import ARTICLE, BRIEF, CONCEPTS, TALK, WATERING, library
from tests.pages.rendered import pages


def of(concept: Concept, found: list[Evidence], passages: list[Passage], others: tuple[Concept, ...] = ()) -> Library:
    documents = [replace(ARTICLE, id=id, passages=tuple(p for p in passages if p.source == id)) for id in {p.source for p in passages}]
    return shelve(documents, vocabulary(concept, *others), Matches((), ()), found)


def said(source: str, number: int) -> Passage:
    return passage(source, number, Role.PARAGRAPH, f"Saying {number} of {source}.")


def test_at_most_twelve_cards_stand_open_and_every_source_has_its_turn() -> None:
    passages = [said("a", n) for n in range(20)] + [said("b", n) for n in range(20, 23)]
    found = [evidence(p, "watering", 100.0 - n) for n, p in enumerate(passages)]
    selection = grouping.select(of(WATERING, found, passages), WATERING)
    assert [len(group.quotations) for group in selection.opened] == [9, 3]
    assert (selection.folded_count, selection.left_out) == (11, 0)


def test_a_long_tail_is_left_to_further_pages() -> None:
    passages = [said("a", n) for n in range(200)]
    selection = grouping.select(of(WATERING, [evidence(p, "watering", 1.0) for p in passages], passages), WATERING)
    assert (selection.folded_count, selection.left_out) == (188, 108)
    assert sum(len(group.quotations) for group in selection.folded) == 80


def test_without_central_passages_some_supporting_ones_stand_open() -> None:
    passages = [said("a", n) for n in range(5)]
    found = [evidence(p, "watering", 1.0, Grade.SUPPORTING) for p in passages]
    selection = grouping.select(of(WATERING, found, passages), WATERING)
    assert [len(group.quotations) for group in selection.opened] == [3] and selection.folded_count == 2


def test_a_whole_with_parts_is_grouped_by_part_and_holds_their_best_passages() -> None:
    parts = tuple(concept(name, name) for name in ("drip", "hose"))
    passages = [said("a", n) for n in range(4)]
    found = [
        evidence(passages[0], "watering", 3.0), evidence(passages[1], "watering", 2.0), evidence(passages[1], "drip", 2.0),
        evidence(passages[2], "hose", 1.0), evidence(passages[3], "hose", 1.0, Grade.SUPPORTING),
    ]  # fmt: skip
    selection = grouping.select(of(WATERING, found, passages, parts), WATERING)
    assert [(g.title.text, [q.text for q in g.quotations]) for g in selection.opened] == [
        ("As a whole", ["Saying 0 of a."]), ("drip", ["Saying 1 of a."]), ("hose", ["Saying 2 of a."]),
    ]  # fmt: skip
    assert not selection.folded


def test_a_topic_without_anything_is_a_page_without_empty_sections() -> None:
    view = concept_pages.view(of(WATERING, [], [said("a", 1)]), replace(WATERING, member=(), readings=(), body=""))
    assert not (view.members or view.disputed.rows or view.passages.opened or view.passages.folded or view.sources or view.tally.words)


def test_other_names_are_those_that_the_sources_use() -> None:
    view = concept_pages.view(library(), WATERING)
    assert view.also == ("irrigation",) and view.misheard == ()
    entry = next(e for page in entries(library()) for s in sections(page.view) for e in s if e.anchor == "mulch")
    assert entry.misheard == ("Mulsh",)


def sections(view: object) -> list[tuple[Entry, ...]]:
    assert isinstance(view, EntriesView)
    return [section.entries for section in view.sections]


def test_entries_are_under_their_letters() -> None:
    names = ("éclair", "Zebra", "apple", "42", "Apricot", "日本")
    terms = tuple(concept(f"t{n}", name) for n, name in enumerate(names))
    view = next(page.view for page in entries(shelve([], vocabulary(*terms), Matches((), ()), ())) if page.path == "glossary.md")
    assert isinstance(view, EntriesView)
    assert [(s.title, [e.name for e in s.entries]) for s in view.sections] == [
        ("#", ["42", "日本"]), ("A", ["apple", "Apricot"]), ("E", ["éclair"]), ("Z", ["Zebra"]),
    ]  # fmt: skip
    assert [link.text for link in view.letters if link.href] == ["#", "A", "E", "Z"] and len(view.letters) == 27


def test_an_entry_that_is_named_only_where_nothing_is_shown_says_where() -> None:
    hidden = document("Rain fell, and Zoe went home. " + "The beds were wet. " * 40, title="Closed")
    zoe = concept("zoe", "Zoe", kind=ConceptKind.PERSON)
    found = shelve([hidden], vocabulary(zoe), Matches((mention(hidden.passages[0], "Zoe", "zoe"),), ()), ())
    people = next(page.view for page in entries(found) if page.path == "people.md")
    assert isinstance(people, EntriesView)
    (quotation,) = people.sections[0].entries[0].quotations
    assert (quotation.pieces, quotation.clock, quotation.source.text) == ((), "line 1", "Closed")


def test_a_person_speaks_in_sources() -> None:
    people = next(page.view for page in entries(library()) if page.path == "people.md")
    assert isinstance(people, EntriesView)
    assert [(link.text, link.note) for link in people.sections[0].entries[0].speaks] == [("Talking about soil", "2 turns")]


def test_a_full_text_flows_in_order_with_chapters_where_they_begin() -> None:
    outline = [describe(item) for item in flow(library(), TALK)]
    assert outline == [
        "fold Set aside: call to subscribe", "### Chapters", "chapters 0:00 Beginnings, 1:30 Water & worms", "### 0:00 Beginnings",
        "Ada Moss 0:00", "### 1:30 Water & worms", "Ben Loam 1:35", "Ada Moss 2:10",
    ]  # fmt: skip


def test_excerpts_keep_headings_tables_and_what_is_quoted() -> None:
    assert [describe(item) for item in flow(library(), ARTICLE)] == [
        "### Method",
        "paragraph",
        "…",
        "#### Results: litres",
        "table",
        "prediction",
    ]


def describe(item: object) -> str:
    if isinstance(item, Heading):
        return " ".join(filter(None, (item.marks, item.time, item.text)))
    if isinstance(item, Said):
        return f"{item.speaker.text} {item.time}" if item.speaker else item.role
    if isinstance(item, Fold):
        return f"fold {item.label}"
    if isinstance(item, Chapters):
        return "chapters " + ", ".join(f"{link.note} {link.text}" for link in item.links)
    return "…" if isinstance(item, Gap) else "table"


def test_chapters_without_times_in_the_text_stay_where_they_stand() -> None:
    chapters = [passage("garden-talk", n, Role.CHAPTER, f"Part {n}", seconds=60.0 * n) for n in (1, 2)]
    document = replace(TALK, passages=(*chapters, passage("garden-talk", 9, Role.TURN, "Untimed.", speaker="Ada")))
    assert [describe(item) for item in flow(shelve([document], vocabulary(), Matches((), ()), ()), document)] == [
        "chapter",
        "chapter",
        "Ada ",
    ]


def test_the_chapter_of_a_passage_is_the_last_that_has_begun_and_of_several_at_once_the_first() -> None:
    chapters = [passage("garden-talk", n, Role.CHAPTER, f"Part {n}", seconds=at) for n, at in ((1, 90.0), (2, 0.0), (3, 90.0), (4, None))]
    turns = [passage("garden-talk", 10 + n, Role.TURN, f"Turn {n}.", seconds=at) for n, at in enumerate((0.0, 89.9, 90.0, None))]
    found = shelve([replace(TALK, passages=(*chapters, *turns))], vocabulary(), Matches((), ()), ())
    assert [chapter.text if (chapter := found.chapter(turn)) else "" for turn in turns] == ["Part 2", "Part 2", "Part 1", ""]


def test_headings_stand_below_those_of_the_page_and_never_too_deep() -> None:
    document = replace(ARTICLE, passages=tuple(passage("bed-test", n, Role.HEADING, f"H{n}", level=n) for n in (2, 3, 6)))
    marks = [item.marks for item in flow(shelve([document], vocabulary(), Matches((), ()), ()), document) if isinstance(item, Heading)]
    assert marks == ["###", "####", "######"]


def test_facts_about_a_source_say_what_is_inferred_and_skip_what_is_unknown() -> None:
    facts = {fact.label: ([link.text for link in fact.values], fact.inferred) for fact in source.view(library(), TALK).facts}
    assert facts["Speakers"] == (["Ada Moss", "Ben Loam"], True)
    assert facts["Date"] == (["11 June 2024"], False)
    assert "Licence" not in facts and "Original" not in facts


def test_a_source_without_an_address_says_so() -> None:
    addresses = {"nowhere": {"url": "", "media": ""}, "read": {"url": "https://a.example/x"}, "heard": {"media": "https://a.example/y"}}
    facts = {name: source.view(library(), replace(TALK, **({"media": ""} | given))).facts for name, given in addresses.items()}
    told = {name: {f.label: f.values[0].text for f in found if f.label in ("Original", "Recording")} for name, found in facts.items()}
    assert told == {
        "nowhere": {"Original": "no address known"}, "read": {"Original": "a.example/x"}, "heard": {"Recording": "a.example/y"},
    }  # fmt: skip


def test_an_id_of_an_event_is_not_shown_but_its_other_sources_are() -> None:
    twins = [replace(TALK, origin="soil-day"), replace(BRIEF, origin="soil-day")]
    library = shelve(twins, vocabulary(), Matches((), ()), (), origins=declared(twins))
    facts = {fact.label: fact.values for fact in source.view(library, twins[0]).facts}
    assert "Reports on" not in facts
    assert [(link.text, link.note) for link in facts["Same event"]] == [("Worms are back", "news brief; as their files state")]


def test_what_a_digest_reports_is_no_quotation_and_says_whose_words_it_is_in() -> None:
    made = pages(library())["topics/soil-life.md"]
    told, quoted = (
        next(part for part in made.split("<figure")[1:] if words in part) for words in ("The report counts", "without being asked")
    )
    assert ("<blockquote" in told, "in our words" in told) == (False, True), told
    assert ("<blockquote" in quoted, "in our words" in quoted) == (True, False), quoted


def test_a_digest_says_so() -> None:
    view = source.view(library(), BRIEF)
    assert view.digest and view.original and (view.original.text, view.original.href) == ("City Desk", "https://city.example/worms")


def test_home_shows_the_newest_sources_and_the_topics_with_most_sources() -> None:
    view = next(iter(home(library()))).view
    assert isinstance(view, HomeView)
    assert [row.link.text for row in view.newest] == ["Ten beds, three hoses", "Talking about soil", "Worms are back"]
    assert [(one.row.link.text, one.row.tally.words) for one in view.topics] == [
        ("Watering", "2 sources, 5 passages"), ("Soil life", "2 sources, 2 passages"),
    ]  # fmt: skip
    assert [link.text for link in view.counts] == ["3 sources", "9 passages", "2 topics", "1 trend", "3 terms"]
    assert view.as_of == "2025"


def test_home_says_who_published_what_it_is_drawn_from() -> None:
    """As files say it: a publisher that was told from a text may be wrong, and stands on its source's page only."""
    view = next(iter(home(library()))).view
    assert isinstance(view, HomeView)
    assert [(link.text, link.href) for link in view.drawn_from] == [
        ("City Desk", "sources/?publisher=City+Desk"), ("Radio Compost", "sources/?publisher=Radio+Compost"), ("1 more source", "sources/"),
    ]  # fmt: skip
    told = replace(TALK, inferred=frozenset({"publisher"}))
    unsaid = next(iter(home(shelve([told, ARTICLE], vocabulary(), Matches((), ()), ())))).view
    assert isinstance(unsaid, HomeView) and unsaid.drawn_from == ()


def test_home_stands_without_a_curator() -> None:
    view = next(iter(home(shelve([], vocabulary(), Matches((), ()), ())))).view
    assert isinstance(view, HomeView) and view.heading == "Home" and not view.topics


def test_indexes_nest_narrower_topics_and_list_the_newest_source_first() -> None:
    views = {page.path: page.view for page in (*indexes(library()), *SOURCE_INDEX(library()))}
    topics, listed = views["topics/index.md"], views["sources/index.md"]
    assert isinstance(topics, ConceptsView) and isinstance(listed, SourcesView)
    assert [(row.link.text, [below.link.text for below in row.below]) for row in topics.rows] == [("Watering", ["Soil life"])]
    assert topics.size == "2 topics" and topics.rows[0].share == 100
    assert [(row.kind, row.iso) for row in listed.rows] == [("Article", "2025"), ("Transcript", "2024-06-11"), ("News brief", "")]


@pytest.mark.parametrize("prose", ["We mulch.", "Mulch, they say.", "the (mulch)"])
def test_terms_in_prose_have_tooltips(prose: str) -> None:
    found = tooltips(library(), prose)
    assert [tip.meaning for tip in found] == ["A cover of straw or leaves."] and found[0].name in prose


@pytest.mark.parametrize("prose", ["", "mulching", "Watering", "Ada Moss"])
def test_parts_of_words_topics_and_people_have_none(prose: str) -> None:
    assert tooltips(library(), prose) == ()


def test_names_that_markdown_cannot_hold_have_no_tooltip() -> None:
    odd = concept("odd", "a]b", "c[d", "e*f", definition="Odd.")
    assert tooltips(shelve([], vocabulary(odd), Matches((), ()), ()), "a]b c[d e*f") == ()


def test_counts_dates_and_lists_in_words() -> None:
    assert [words.count(n, "passage") for n in (0, 1, 2, 1204)] == ["0 passages", "1 passage", "2 passages", "1,204 passages"]
    assert words.count(2, "person", "people") == "2 people"
    assert [words.day(d) for d in ("2024-06-01", "2024-06", "2024", "", "soon", "2024-13")] == [
        "1 June 2024", "June 2024", "2024", "", "soon", "2024-13",
    ]  # fmt: skip
    assert words.span("2024", "2024") == "2024" and words.span("2024-06", "2025") == "June 2024 to 2025"
    assert [words.listed(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_every_kind_has_its_words() -> None:
    assert set(words.KINDS) == set(Kind) and set(words.CONCEPTS) == set(ConceptKind)


def test_what_links_here_leaves_out_the_page_itself() -> None:
    mulch = next(e for page in entries(library()) for s in sections(page.view) for e in s if e.anchor == "mulch")
    assert [(here.link.text, here.hit) for here in mulch.links_here] == [("Watering", "mulch")]


def test_unknown_speakers_keep_the_name_that_the_source_gives() -> None:
    view = concept_pages.view(library(), WATERING)
    assert [(link.text, link.href, link.note) for link in view.speakers] == [
        ("Ada Moss", "../../people/#ada-moss", "1 passage"), ("Ben Loam", "", "1 passage"),
    ]  # fmt: skip


def test_mentions_make_no_company() -> None:
    view = concept_pages.view(library(), CONCEPTS[1])
    assert view.company == () and [link.text for link in view.broader] == ["Watering"]


def test_home_names_the_newest_issue_and_marks_what_is_disputed() -> None:
    sides = (Side(TALK.passages[6].id, 0, 3, "She"), Side(ARTICLE.passages[1].id, 0, 3, "Ten"))
    differing = Disagreement("d1", Difference.DECLARED, "how to water", sides, WATERING.id)
    issue = Issue("2024-07-01", "issues/2024-07-01.md", "First letter", ())
    view = next(
        iter(home(replace(library(), issues=(issue,), disagreements=(differing,), disagreements_of={WATERING.id: (differing,)})))
    ).view
    assert isinstance(view, HomeView) and view.issue and (view.issue.text, view.issue.href) == ("First letter", "issues/2024-07-01/")
    marks = {one.row.link.text: one.disputed for one in view.topics}
    assert (mark := marks["Watering"]) and (mark.text, mark.href) == ("1 disputed", "topics/watering/#what-is-disputed")
    assert marks["Soil life"] is None and len(view.newest) == 2
