"""What holds for any text and any labels: exact offsets, no overlap, longest and leftmost, linear time, no exception."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.match import hits, match, matcher
from generator.match.fits import plain, spans
from generator.text import tokens
from tests.hand_built import concept, document, vocabulary
from tests.match.hand_built import finder

WORDS = st.sampled_from(
    "data war wars model AI AIs LLMs engineer's fine-tuning Four 4 1.5 GPT-4 _x_ *open* source C++ ’s http://a.b/war é ﬁne Σ ʼ".split()
)
MARKS = st.sampled_from([". ", ", ", "\n", "\n\n", "-", "  "])
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.one_of(WORDS, MARKS), max_size=30).map(" ".join))
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LABELS = st.lists(st.one_of(PHRASES, st.text(min_size=1, max_size=12)), max_size=8, unique=True)


@settings(max_examples=400, deadline=None)
@given(TEXTS, LABELS, st.lists(WORDS, max_size=2))
def test_mentions_are_exact_and_never_overlap(text: str, labels: list[str], near: list[str]) -> None:
    concepts = [concept(f"c{i}", (label, near) if near and i % 2 else label, cue=["war"]) for i, label in enumerate(labels)]
    mentions, cues = match([document(text)], matcher(vocabulary(*concepts)))
    for mention in (*mentions, *cues):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60), st.text(alphabet="ab'’s _-1", max_size=20))
def test_words_are_those_of_the_house_with_their_offsets(text: str, odd: str) -> None:
    """Apart from 'S and ʼ, which text.tokens does not take for possessives, and from underscores, which are no part of a surface."""
    text = (text + odd).replace("ʼ", "").replace("S", "")
    house, found = tokens(text), spans(plain(text))
    assert [text[a:b] for a, b in found] == [text[t.start : t.end].strip("_") for t in house]
    assert all(t.start <= a < b <= t.end for (a, b), t in zip(found, house, strict=True))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=25), st.sets(st.text(alphabet="abc", min_size=1, max_size=4), max_size=8))
def test_longest_then_leftmost_as_by_hand(words: list[str], labels: set[str]) -> None:
    """Against the plainest way to do it: longest labels first, each from the left, where nothing is taken yet."""
    taken: set[int] = set()
    expected = []
    for length in range(4, 0, -1):
        for at in range(len(words) - length + 1):
            if "".join(words[at : at + length]) in labels and not taken & set(range(at, at + length)):
                taken |= set(range(at, at + length))
                expected.append((at * 2, (at + length) * 2 - 1))
    sought = finder(*(" ".join(label) for label in sorted(labels)))
    assert [(hit.start, hit.end) for hit in hits(" ".join(words), sought)] == sorted(expected)


def seconds(text: str, sought: object) -> float:
    best = 9.0
    for _ in range(3):
        begun = time.process_time()
        hits(text, sought)  # type: ignore[arg-type]  # made by finder
        best = min(best, time.process_time() - begun)
    return best


def test_long_lines_take_linear_time() -> None:
    sought = finder("data war", "data", ("war", ["model"]), "model war model", "C++", "1.5")
    for unit in ("data war ", "model war model data ", "x", "_", "1.", "a@", "www.", "war-", "’s", "*", "data. "):
        short, long = ("data war " + unit * (size // len(unit)) for size in (25_000, 100_000))
        assert seconds(long, sought) < 12 * seconds(short, sought) + 0.02, unit


def test_many_labels_cost_a_text_little() -> None:
    few = finder(*(f"alpha{i} beta{i % 97}" for i in range(200)))
    many = finder(*(f"alpha{i} beta{i % 97}" for i in range(20_000)))
    text = " ".join(f"alpha{i % 150} beta{i % 150 % 97} and" for i in range(8_000))
    assert len(hits(text, few)) == len(hits(text, many)) == 8_000
    assert seconds(text, many) < 6 * seconds(text, few) + 0.02
