"""Where sentences end: one of any length a person would write is whole, and of one without end each piece is a sentence."""

import pytest

from generator.text import sentences

WORDS = "compost feeds the soil and "


def test_a_long_sentence_is_whole() -> None:
    text = WORDS * 100 + "the worms. Nothing else does."
    assert [text[slice(*span)][-10:] for span in sentences(text)] == ["the worms.", "else does."]


@pytest.mark.parametrize("text", [WORDS * 1000, "a" * 10_000, WORDS + "a" * 10_000 + " " + WORDS * 300, f"Air. {WORDS * 500}. Water."])
def test_a_sentence_without_end_is_taken_in_pieces_that_lose_nothing(text: str) -> None:
    spans = sentences(text)
    assert all(0 < end - start <= 3000 for start, end in spans)
    assert "".join(text[slice(*span)] for span in spans).replace(" ", "") == text.replace(" ", "")
    if "aa" not in text:
        assert all(text[end - 1 : end + 1].strip() == text[end - 1] for _, end in spans), "no word is cut"
