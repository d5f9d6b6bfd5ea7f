"""Which words may be known names misheard: a letter or a sound away, written as names, in the name's company."""

import pytest

from generator.findings.terms.hearing import apart, sound
from generator.findings.terms.suspicions import suspicions
from generator.found import Suspicion
from generator.model import ConceptKind
from tests.hand_built import concept, document, matched, vocabulary

WORDS = vocabulary(
    concept("trowelq", "Trowelq", kind=ConceptKind.ORGANISATION, hidden=[("Trowel Queue", ["digging speed"])]),
    concept("ann-loamberg", "Ann Loamberg", kind=ConceptKind.PERSON, related=("worm-count",)),
    concept("worm-count", "worm count"),
    concept("gardengraph", "Gardengraph", kind=ConceptKind.PRODUCT, related=("worm-count",)),
    concept("bed-4", "BED-4", kind=ConceptKind.PRODUCT, related=("worm-count",)),
    concept("mrgt", "MRGT", kind=ConceptKind.BENCHMARK, related=("worm-count",)),
    concept("watering", "watering", related=("worm-count",)),
)


def found(*texts: str) -> list[tuple[str, str, str]]:
    read = [document(*texts)]
    return [(s.heard, s.label, s.how) for s in suspicions(read, WORDS, matched(read, WORDS))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The worm count of Ann Lomberg is famous.", ("Ann Lomberg", "Ann Loamberg", "a letter apart")),
        ("A worm count by garden graph is quick.", ("garden graph", "Gardengraph", "the same letters")),
        ("Every worm count is held against MRRT now.", ("MRRT", "MRGT", "a letter apart")),
        ("With digging speed like that, Trowelk wins.", ("Trowelk", "Trowelq", "a letter apart")),
        ("A worm count by Annn Lohmburg is quick.", ("Annn Lohmburg", "Ann Loamberg", "the same sound")),
    ],
)
def test_a_garbled_name_is_suspected_with_the_reason(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lomberg is famous.",  # no company
        "The worm count of Ann Loamberg is famous.",  # the name itself
        "The worm count says: watering, or wateringg, or waterin.",  # small words are ordinary ones
        "A worm count in BED-5 is high.",  # another number is another thing
        "A worm count. Gardengrape is nice.",  # a sentence's beginning has a capital anyway
        "Every worm count. MRT, MRGTSX and RGMT are others.",  # two letters apart; a swap is one
    ][:5],
)
def test_what_may_well_be_what_it_says_is_not(text: str) -> None:
    assert found(text) == []


def test_a_word_that_is_written_small_elsewhere_is_an_ordinary_one() -> None:
    assert found('A worm count with "mrgd" in it.') == [("mrgd", "MRGT", "a letter apart")]
    assert found('A worm count with "mrgd" in it.', "We mrgd all night, and mrgd again.") == []


def test_where_it_stands_is_exact() -> None:
    text = "The worm count of Ann Lomberg is famous."
    read = [document(text)]
    (one,) = suspicions(read, WORDS, matched(read, WORDS))
    assert one == Suspicion(one.passage, 18, 29, "Ann Lomberg", one.concept, "Ann Loamberg", "a letter apart", "worm count")
    assert text[one.start : one.end] == one.heard


@pytest.mark.parametrize(("one", "other"), [("groq", "grok"), ("sutton", "slutton"), ("mmlu", "mmul"), ("hendricks", "hendrycks")])
def test_a_letter_apart(one: str, other: str) -> None:
    assert apart(one, other) and apart(other, one)


@pytest.mark.parametrize(("one", "other"), [("groq", "groq"), ("groq", "glok"), ("ab", "abcd"), ("abcd", "badc")])
def test_not_a_letter_apart(one: str, other: str) -> None:
    assert not apart(one, other) and not apart(other, one)


@pytest.mark.parametrize(("one", "other"), [("schelling", "shelling"), ("phrame", "frame"), ("knot", "not"), ("brightwave", "britewave")])
def test_the_same_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)
