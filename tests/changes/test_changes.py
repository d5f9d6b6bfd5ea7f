"""What changed between two builds, on data made by hand: what is the same thing, what counts as a change, and how it is told."""

from typing import Any

import pytest

from generator.changes import Made, changes
from generator.changes.rows import sections
from generator.changes.telling import summary
from generator.exports.knowledge import dump
from generator.found import What
from generator.output import OutputFile

Item = dict[str, Any]

SOURCE = {"id": "talk", "title": "A talk on bees", "path": "seeds/talk.md", "page": "sources/talk/", "date": "2023"}
BEES = {"id": "bees", "kind": "topic", "prefLabel": "Bees", "altLabel": ["honeybees"], "page": "topics/bees/"}


def passage(words: str, line: int, *, id: str = "", role: str = "turn", source: str = "talk") -> Item:
    name = id or words.split()[0].lower()
    return {"id": f"{source}#p-{name}", "source": source, "lines": [line, line], "role": role, "text": words, "speaker": "Ana"}


def evidence(passage: str, grade: str = "central") -> Item:
    return {"concept": "bees", "passage": f"talk#p-{passage}", "grade": grade, "score": 0.9}


def made(*passages: Item, pages: dict[str, str] | None = None, **arrays: list[Item]) -> Made:
    data = {"generator": "seedbed 0", "sources": [SOURCE], "passages": list(passages), "concepts": [BEES], **arrays}
    return Made(pages or {}, (OutputFile("knowledge.json", dump(data)),))


HIVE, QUEEN = passage("Hives stand in the shade of the orchard.", 4), passage("Queens live for three years, workers for weeks.", 6)


def test_without_an_earlier_build_nothing_is_compared() -> None:
    assert changes(None, made(HIVE)).first
    assert summary(changes(None, made(HIVE)), {}) == ("The first build here: the next one says what it changed.",)
    assert changes(Made({}, (OutputFile("knowledge.json", dump({"passages": [HIVE]})[:-9]),)), made(QUEEN)).first, (
        "data that was cut short is none"
    )


def test_the_same_is_no_change() -> None:
    found = changes(made(HIVE, QUEEN), made(HIVE, QUEEN))
    assert (found.pages, found.items) == ({}, ())
    assert summary(found, {}) == ("Nothing changed since the last build.",)


def test_lines_inserted_above_change_no_passage_below() -> None:
    below = {**QUEEN, "lines": [9, 9]}
    (found,) = changes(made(HIVE, QUEEN), made(HIVE, passage("Wasps are not bees, whatever people say.", 6), below)).items
    assert (found.what, found.after["text"]) == (What.ADDED, "Wasps are not bees, whatever people say.")


def test_a_reworded_passage_is_changed_and_its_findings_stay() -> None:
    mended = passage("Queens live for four years, workers for weeks.", 6, id="other")
    before, after = made(HIVE, QUEEN, evidence=[evidence("queens")]), made(HIVE, mended, evidence=[evidence("other")])
    (found,) = changes(before, after).items
    assert (found.what, found.fields, found.before["id"], found.after["id"]) == (What.CHANGED, ("text",), "talk#p-queens", "talk#p-other")
    (section,) = sections(changes(before, after), before, after)
    assert section.rows[0][1:] == (
        "Queens live for four years, workers for weeks. (was: Queens live for three years, workers for weeks.)",
        "seeds/talk.md",
        6,
        "sources/talk/#p-other",
    )


def test_other_words_in_the_same_place_are_gone_and_new() -> None:
    found = changes(made(QUEEN), made(passage("A swarm needs a dark box and a day without wind.", 6))).items
    assert sorted(change.what for change in found) == [What.ADDED, What.REMOVED]


def test_a_renamed_source_takes_its_passages_and_their_findings_along() -> None:
    renamed = [{**p, "source": "bee-talk", "id": f"bee-talk#{p['id'].partition('#')[2]}"} for p in (HIVE, QUEEN)]
    proof = {**evidence("queens"), "passage": "bee-talk#p-queens"}
    after = made(*renamed, sources=[{**SOURCE, "id": "bee-talk"}], evidence=[proof])
    found = changes(made(HIVE, QUEEN, evidence=[evidence("queens")]), after)
    assert [(c.array, c.what) for c in found.items] == [("sources", What.ADDED), ("sources", What.REMOVED)]


@pytest.mark.parametrize(
    ("array", "before", "after", "what", "fields"),
    [
        ("evidence", evidence("hives"), evidence("hives", "supporting"), What.CHANGED, ("grade",)),
        ("evidence", evidence("hives"), {**evidence("hives"), "score": 0.8}, None, ()),
        ("sources", SOURCE, {**SOURCE, "date": "2024"}, What.CHANGED, ("date",)),
        ("concepts", BEES, {**BEES, "altLabel": ["honeybees", "honey bees"]}, What.CHANGED, ("altLabel",)),
        (
            "citations",
            {"page": "about/", "source": "talk", "exact": "Hives stand", "number": 1, "passage": "talk#p-hives"},
            {"page": "about/", "source": "talk", "exact": "hives stand", "number": 2, "passage": None},
            What.CHANGED,
            ("found",),
        ),
    ],
)
def test_what_counts_as_a_change(array: str, before: Item, after: Item, what: What | None, fields: tuple[str, ...]) -> None:
    found = changes(made(HIVE, **{array: [before]}), made(HIVE, **{array: [after]})).items
    assert [(change.what, change.fields) for change in found] == ([(what, fields)] if what else [])


def test_a_side_more_changes_a_disagreement() -> None:
    def dispute(*passages: str) -> Item:
        sides = [{"passage": f"talk#p-{p}", "says": p, "label": ""} for p in passages]
        return {"id": "d-" + "".join(passages), "about": "How long a queen lives", "kind": "values", "sides": sides}

    before, after = made(HIVE, QUEEN, disagreements=[dispute("a", "b")]), made(HIVE, QUEEN, disagreements=[dispute("a", "b", "c")])
    (found,) = changes(before, after).items
    assert (found.array, found.what, found.fields) == ("disagreements", What.CHANGED, ("sides",))
    assert [row.text for s in sections(changes(before, after), before, after) for row in s.rows] == ["How long a queen lives (sides: +c)"]


def test_a_build_says_in_two_lines_what_it_changed() -> None:
    term = {"id": "swarm", "kind": "term", "prefLabel": "swarm", "page": "glossary/#swarm"}
    before = made(HIVE, pages={"index.md": "1", "about.md": "1", "old.md": "1"}, evidence=[evidence("hives")])
    after = made(HIVE, QUEEN, pages={"index.md": "2", "about.md": "1", "new.md": "1"}, concepts=[BEES, term], evidence=[evidence("queens")])
    assert summary(changes(before, after), {"bees": "Bees"}) == (
        "3 pages changed (1 new, 1 gone): +1 passage, +1 term.",
        "Passages on: Bees +1 −1.",
    )


def test_a_topic_that_loses_its_last_evidence_is_told_first() -> None:
    before, after = made(HIVE, QUEEN, evidence=[evidence("queens")]), made(HIVE)
    first, *_ = sections(changes(before, after), before, after)
    assert (first.title, first.rows[0].text) == ("Topics left without evidence", "Bees")
