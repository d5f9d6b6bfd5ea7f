"""What a build remembers: studies made one by one are those made together, and whatever lies in the cache, the answer is the same."""

import pickle
from dataclasses import replace
from pathlib import Path

from generator import recall
from generator.build import Inputs, build
from generator.folders import read_docs, read_seeds
from generator.model import SourceText
from generator.study import whole
from generator.vocabulary import assemble

ROOT = Path(__file__).parents[2]
DOCS = read_docs(ROOT / "docs")[0]
SEEDS = read_seeds(ROOT / "seeds")[0]
VOCABULARY = assemble(DOCS.vocabulary)[0]
INPUTS = Inputs(SEEDS, DOCS)
NAMESAKE = SourceText("seeds/other/brain-famine.md", b"---\nkind: brief\n---\nA brief of one line on evals, which nobody wrote.\n")
BROKEN = SourceText("seeds/broken.md", b"\xff\xfe\xff")


def answers(cache: Path, inputs: Inputs) -> object:
    with recall.remembering(cache) as memory:
        built = build(inputs, memory)
    return built.local, built.report, built.library


def test_a_seed_studied_alone_is_the_same_as_with_others() -> None:
    sources = (*SEEDS, NAMESAKE, BROKEN)
    assert whole(sources, VOCABULARY) == tuple(one for source in sources for one in whole([source], VOCABULARY))


def test_what_is_remembered_is_what_would_be_found(tmp_path: Path) -> None:
    inputs = Inputs((*SEEDS, NAMESAKE, BROKEN), DOCS)
    plain = build(inputs)
    expected = plain.local, plain.report, plain.library
    assert answers(tmp_path, inputs) == expected
    assert answers(tmp_path, inputs) == expected


def test_nothing_is_studied_twice(tmp_path: Path) -> None:
    def written() -> dict[str, int]:
        return {path.name: path.stat().st_ino for path in tmp_path.rglob("*") if path.is_file()}

    first, kept = answers(tmp_path, INPUTS), written()
    assert answers(tmp_path, INPUTS) == first
    assert written() == kept
    answers(tmp_path, Inputs((*SEEDS, NAMESAKE), DOCS))
    assert len(written().items() - kept.items()) <= 2, "the new seed, and at most what it has in common with others"


def test_the_words_of_a_note_leave_what_a_seed_says_as_it_was(tmp_path: Path) -> None:
    answers(tmp_path, INPUTS)
    kept = {path.name for path in (tmp_path / "studies").iterdir()}
    told = b"\nTokens, latency and the price of a reading room.\n"
    notes = tuple(replace(n, data=n.data + told) if n.path.endswith("evals.md") else n for n in DOCS.vocabulary)
    edited = Inputs(SEEDS, replace(DOCS, vocabulary=notes))
    plain = build(edited)
    assert plain.library.evidence_in != build(INPUTS).library.evidence_in
    assert answers(tmp_path, edited) == (plain.local, plain.report, plain.library)
    fresh = [path for path in (tmp_path / "studies").iterdir() if path.name not in kept]
    assert len(fresh) == len(SEEDS), "only what the seeds are evidence of"
    assert all(isinstance(recall._loaded(recall.store.get(path.parent, path.name)), recall.Weight) for path in fresh)


def test_many_seeds_are_studied_by_several_processes(tmp_path: Path) -> None:
    many = tuple(SourceText(f"seeds/copy-{n}.md", SEEDS[0].data + b"\n%d grams." % n) for n in range(16))
    assert answers(tmp_path, Inputs(many, DOCS)) == answers(tmp_path / "none", Inputs(many[::-1], DOCS))


def test_a_planted_or_damaged_entry_runs_nothing_and_is_made_anew(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return eval, (f"open({str(tmp_path / 'sprung')!r}, 'w')",)

    first = answers(tmp_path, INPUTS)
    for n, path in enumerate(sorted(path for path in tmp_path.rglob("*") if path.is_file())):
        data = (pickle.dumps(Trap()), pickle.dumps(SEEDS), path.read_bytes()[9:-4])[n % 3]
        recall.store.put(path.parent, path.name, data)
    assert answers(tmp_path, INPUTS) == first
    assert not (tmp_path / "sprung").exists()
