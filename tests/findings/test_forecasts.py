"""What foretells and what only looks like it, sentence by sentence."""

import pytest

from generator.findings.predictions.forecasts import forecast

FORETELLS = [
    "Compost prices will fall over the next two years.",
    "Most growers will probably switch to clay pots.",
    "The allotment queue is going to double.",
    "Peat is likely to disappear from the shops.",
    "Glasshouses are predicted to win in the end.",
    "We predict that peat will be gone by 2030.",
    "Marsh expects the harvest to double.",
    "She expects that within a year nobody will dig any more.",
    "A new wave of growers will emerge.",
    "I think worms will replace the plough.",
    "It won't stay dry for years.",
    "It's very likely that within two years we'll move on to clay.",
    "By 2027 half of all sheds will have sensors.",
    "Those who measure their soil will outperform those who guess.",
    "The frost is bound to return.",
    "Yields will rise when the new seed arrives.",
    "A director said that in five years the spade will look quaint.",
    "Leaks are expected in November.",
    "Expect the price of peat to double if the ban comes.",
]
DOES_NOT = [
    "We're targeting 2,000 growers.",  # a target
    "We will open a second shop by 2027.",  # a plan
    "The company will launch its new pot next year.",  # a plan
    "They plan to sell pots by 2027.",
    "It could rain within a year.",  # a risk
    "The risk is that the well will run dry.",
    "The worry is that slugs will eat the crop over time.",
    "Will peat be gone by 2030?",  # a question
    "I wonder whether peat will disappear.",
    "If you dig too deep, the worms will die.",  # what goes for anybody
    "You should water at night.",  # advice
    "You will see that in a minute.",
    "Growers will have to change their habits.",  # a duty
    "I'll give you an example.",  # the speaker's next words
    "Ada is going to move on to questions.",
    "He will talk about pots tomorrow.",
    "A shallow pot will dry out.",  # what such things do
    "People will often say that it is the soil.",  # a habit
    "Every year a new pot is going to replace the old one.",
    "My grandfather predicted that the well would run dry.",  # past
    "They expected it to rain.",
    "The people who will judge the pots are here.",  # who they are
    "The inputs that growers will need are few.",
    "It will depend on the weather.",
    "He left his tools to the garden in his will.",
    "The price is going to zero.",
    "The model predicts the next word.",
    "Clay pots are more likely to crack.",  # a comparison
    "The talk will be recorded.",
    "I expect readers to enjoy it.",
]


@pytest.mark.parametrize("sentence", FORETELLS)
def test_foretells(sentence: str) -> None:
    assert forecast(sentence, 0, len(sentence), frozenset({"Ada"}))


@pytest.mark.parametrize("sentence", DOES_NOT)
def test_does_not(sentence: str) -> None:
    assert forecast(sentence, 0, len(sentence), frozenset({"Ada"})) is None


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Prices will fall when the new seed arrives, and for good.", "when the new seed arrives"),
        ("Unless the ban falls, prices will rise.", "Unless the ban falls"),
        ("Prices will rise even if the ban falls.", ""),
    ],
)
def test_conditions(sentence: str, condition: str) -> None:
    found = forecast(sentence, 0, len(sentence))
    assert found
    assert found.condition == condition


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Prices will fall by 2030.", ""),
        ("Petra Lind thinks that prices will fall by 2030.", "Petra Lind"),
        ("Prices will fall by 2030, says Petra Lind.", "Petra Lind"),
        ("A grower in the north said that prices will fall by 2030.", "A grower in the north"),
        ("Somewhere it was said that prices will fall by 2030.", "they"),
    ],
)
def test_whose_it_is(sentence: str, by: str) -> None:
    found = forecast(sentence, 0, len(sentence))
    assert found
    assert found.by == by


def test_a_long_line_takes_linear_time() -> None:
    """Twenty thousand words without a full stop; a catastrophic pattern would never end."""
    line = "and so the worms that people who dig will want, if they will, " * 2_000
    assert forecast(line, 0, len(line)) is None


def test_the_present_tense_foretells_what_somebody_thinks_of_a_time_to_come() -> None:
    for text in ("I think we reach the sea in 2031.", "Ada thinks prices fall by 2030.", "The wall doesn't fall before 2040."):
        assert forecast(text, 0, len(text)), text
    for text in (
        "I think we're trying to build it in 2031.",
        "In 2031 I think of the sea.",
        "It doesn't fall.",
        "We don't stop this year.",
    ):
        assert not forecast(text, 0, len(text)), text
