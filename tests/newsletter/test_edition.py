"""What an issue tells: the rule by which insights are ranked and spread, and that an old issue stays true for its day."""

from dataclasses import replace

from generator.found import Status
from generator.newsletter import edition
from tests.newsletter.hand_built import ASKED, CAME_TRUE, COUNT, FORETOLD, HIVE, PAPER, ROOF, SHORT, SOURCES, TOWN, library, note


def test_sources_on_one_event_count_once() -> None:
    assert library().independent(d.id for d in SOURCES) == 3


def test_an_issue_puts_forward_one_passage_a_topic_and_origin() -> None:
    known = library()
    first, second = (edition(known, issue) for issue in known.issues)
    assert [(i.news.concept, i.passage) for i in first.insights] == [("warmth", PAPER.id), ("roofs", COUNT.id)]
    assert [(i.news.concept, i.passage) for i in second.insights] == [("roofs", ROOF.id), ("town-bees", TOWN.id)]


def test_a_topic_with_more_new_origins_comes_first() -> None:
    known = library([note("2025-03-31", "sources: [hive, paper, radio, roof]\n")])
    (told,) = (edition(known, issue) for issue in known.issues)
    news = {i.news.concept: i.news for i in told.insights}
    assert [i.news.concept for i in told.insights] == ["roofs", "warmth"], "two origins speak of roofs, one of warmth"
    assert (news["roofs"].origins, len(news["roofs"].sources)) == (2, 2)
    assert (news["warmth"].origins, len(news["warmth"].sources)) == (1, 3)


def test_an_origin_that_has_spoken_before_is_not_new() -> None:
    known = library([note("2025-01-22", "sources: [hive]\n"), note("2025-01-31", "sources: [paper, radio]\n")])
    second = edition(known, known.issues[1])
    (news,) = (i.news for i in second.insights)
    assert (news.concept, news.origins, news.before) == ("warmth", 0, 1)
    assert edition(library(known.notes, origins=()), known.issues[1]).insights[0].news.origins == 2


def test_questions_scraps_and_passages_that_may_not_be_shown_are_no_insights() -> None:
    known = library()
    assert not {ASKED.id, SHORT.id} & {i.passage for issue in known.issues for i in edition(known, issue).insights}


def test_trends_move_by_central_passages_of_new_sources() -> None:
    known = library()
    first, second = (edition(known, issue) for issue in known.issues)
    assert not first.moved
    assert [(n.concept, n.passages, n.before) for n in second.moved] == [("town-bees", (TOWN.id,), 0)]


def test_a_disagreement_is_new_in_the_issue_that_brings_its_second_side() -> None:
    known = library()
    first, second = (edition(known, issue) for issue in known.issues)
    assert not first.disagreements
    assert [d.about for d in second.disagreements] == ["hives on the opera"]
    late = library([*known.notes, note("2025-06-30", "sources: []\n")])
    assert not edition(late, late.issues[2]).disagreements


def test_a_prediction_is_told_when_it_falls_due_and_again_when_it_is_over() -> None:
    days = ("2025-03-31", "2025-10-31", "2025-11-30", "2026-01-31", "2026-02-28")
    known = library([note(day, "sources: [town]\n" if day == days[0] else "sources: []\n") for day in days])
    told = [[p.status for p in edition(known, issue).predictions] for issue in known.issues]
    assert told == [[], [Status.DUE], [], [Status.OVERDUE], []]


def test_what_is_judged_later_was_open_then() -> None:
    judged = replace(FORETOLD, status=Status.RESOLVED, resolution=CAME_TRUE)
    days = ("2025-12-20", "2026-03-15")
    known = library([note(days[0], "sources: [town]\n"), note(days[1], "sources: []\n")], predictions=[judged])
    first, second = (edition(known, issue) for issue in known.issues)
    assert [(p.status, p.resolution) for p in first.predictions] == [(Status.DUE, None)]
    assert not second.predictions, "it has been judged"


def test_a_later_source_changes_no_old_issue() -> None:
    now, then = library(), library(documents=SOURCES[:3], notes=[note("2025-01-31")])
    old, new = edition(then, then.issues[0]), edition(now, now.issues[0])
    assert old.insights == new.insights
    assert (old.moved, old.disagreements, old.predictions) == (new.moved, new.disagreements, new.predictions)
    assert HIVE.source in new.issue.sources
