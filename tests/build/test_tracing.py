"""Pieces that a build takes from the last one: only what would be made the same, whatever changed between them."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.build import Built, Inputs, build
from generator.library import Library
from generator.model import ConceptId, Passage, PassageId, SourceText
from generator.places import Places
from generator.publishing import gather
from generator.tracing import Listening, Pieces, differences
from tests.build.project import make
from tests.pages.hand_built import library

WORDS = (
    "Compost warms a frame.",
    "Black gold, says Ana, is free of charge.",
    "By 2030, wheelbarrows will cost $80, up from $40 in 2020.",
    "Compost is what rots with air.",
    'Bo says "A heap needs air. Turn it every week".',
)


def test_what_is_asked_of_a_library_is_taken_down() -> None:
    listening = Listening(library())
    assert listening.as_of == library().as_of
    assert listening.evidence_of.get(ConceptId("nothing")) is None
    assert list(listening.documents) == list(library().documents)
    id = next(iter(library().passages))
    assert listening.speaker_name(listening.passages[id]) == library().speaker_name(library().passages[id])
    assert listening.asked["evidence_of"] == {"nothing"}
    assert listening.asked["as_of"] == listening.asked["documents"] == {...}
    assert listening.asked["passages"] == {id}
    assert "mentions_of" not in listening.asked


def test_libraries_differ_in_answers_and_in_the_order_of_a_whole() -> None:
    one = library()
    assert differences(one, library()) == {}
    id, passage = next(iter(one.passages.items()))
    other: dict[PassageId, Passage] = {**one.passages, id: replace(passage, text="Other words.")}
    assert differences(one, replace(one, passages=other, as_of="2030")) == {"passages": {id, ...}, "as_of": {...}}
    turned = dict(reversed(one.documents.items()))
    assert differences(one, replace(one, documents=turned)) == {"documents": {...}}


def test_a_piece_is_made_again_only_if_an_answer_is_another() -> None:
    made: list[str] = []

    def size(key: str, of: Library) -> int:
        made.append(key)
        return len(of.documents) if key == "all" else 1

    one = library()
    first = Pieces(one)
    assert [first(key, partial(size, key)) for key in ("all", "none", "all")] == [len(one.documents), 1, len(one.documents)]
    fewer = replace(one, documents=dict(list(one.documents.items())[1:]))
    second = Pieces(fewer, first)
    assert [second(key, partial(size, key)) for key in ("all", "none")] == [len(one.documents) - 1, 1]
    assert made == ["all", "none", "all"]


def test_where_no_build_follows_nothing_is_kept() -> None:
    made: list[int] = []

    def size(of: Library) -> int:
        made.append(len(of.documents))
        return made[-1]

    alone = Pieces(library(), kept=False)
    assert alone("all", size) == Pieces(library(), alone)("all", size) == len(library().documents)
    assert len(made) == 2 and alone.before("all") is None


def changed(inputs: Inputs, chance: random.Random) -> Iterator[tuple[str, Inputs]]:
    """The inputs after one change after another, each with a word for it."""
    for number in range(1000):
        kind = chance.choice(("add", "edit", "rename", "remove", "note", "label", "template", "name"))
        seeds, docs = list(inputs.seeds), inputs.docs
        at = chance.randrange(len(seeds))
        said = f"- {chance.choice(WORDS)}\n- {chance.choice(WORDS)}\n"
        text = f"---\ntitle: New {number}\nkind: insights\ndate: 202{number % 9}-01-05\n---\n{said}"
        folder = seeds[0].path.rpartition("/")[0]
        if kind == "add":
            seeds.append(SourceText(f"{folder}/{chance.choice('amz')}-{number}.md", text.encode()))
        elif kind == "edit":
            seeds[at] = replace(seeds[at], data=seeds[at].data + f"\n\n{chance.choice(WORDS)}\n".encode())
        elif kind == "rename":
            seeds[at] = replace(seeds[at], path=f"{folder}/{chance.choice('amz')}-renamed-{number}.md")
        elif kind == "remove" and len(seeds) > 1:
            del seeds[at]
        elif kind in {"note", "label"}:
            old, new = (b"labels", b"") if kind == "note" else (b"altLabel: [", f"altLabel: [heap {number}, ".encode())
            notes = [
                replace(n, data=n.data.replace(old, new, 1) + (b"\nMore of it.\n" if kind == "note" else b"")) for n in docs.vocabulary
            ]
            docs = replace(docs, vocabulary=tuple(n if n.path.endswith(".md") else m for n, m in zip(notes, docs.vocabulary, strict=True)))
        elif kind == "template":
            inputs = replace(inputs, templates={name: text + f"{{# {number} #}}" for name, text in inputs.templates.items()})
        elif inputs.config:
            inputs = replace(inputs, config=inputs.config._replace(site=replace(inputs.config.site, name=f"Name {number}")))
        inputs = replace(inputs, seeds=tuple(sorted(seeds, key=lambda seed: seed.path)), docs=docs)
        yield kind, inputs


def files(built: Built) -> dict[str, bytes]:
    return {file.path: file.data for file in (*built.files, *built.mail, *(replace(f, path=f"local/{f.path}") for f in built.local))}


@pytest.mark.parametrize("seed", range(2))
def test_whatever_changes_all_files_are_those_of_a_build_that_knows_nothing(tmp_path: Path, seed: int) -> None:
    make(tmp_path)
    inputs = gather(Places(tmp_path, tmp_path / "seeds", tmp_path))
    last = build(inputs).pieces
    for _, (kind, now) in zip(range(12), changed(inputs, random.Random(seed)), strict=False):
        made = build(now, last=last)
        assert files(made) == files(build(now)), kind
        assert made.report == build(now).report, kind
        last = made.pieces
