"""The ledger: whose a prediction is, when it falls due, how it stands, what counts once, and what the curator judges."""

from generator.findings.predictions import predictions, status_on
from generator.findings.predictions.resolutions import resolve
from generator.found import Outcome, Prediction, Status
from generator.model import Document, Passage, PassageId, Role, SourceText
from tests.hand_built import document, passage

SEED = "garden-talk"
WORMS = "Worms will replace the plough within two years."


def turn(number: int, text: str, speaker: str = "") -> Passage:
    return passage(SEED, number, Role.TURN, text, speaker=speaker)


def talk(*passages: Passage, authors: tuple[str, ...] = (), publisher: str = "") -> Document:
    people = ("Ada Marsh", "Ben Reed")
    return document(*passages, id=SEED, authors=authors, speakers=people, publisher=publisher, date="2024-06-11")


def found(*passages: Passage, as_of: str = "2024-06-11", authors: tuple[str, ...] = (), publisher: str = "") -> tuple[Prediction, ...]:
    return predictions([talk(*passages, authors=authors, publisher=publisher)], as_of=as_of)


def test_a_claim_is_the_exact_words_of_the_passage() -> None:
    text = f"It rains. {WORMS} It rains still."
    (one,) = found(turn(1, text, speaker="Ben Reed"))
    assert (one.claim, text[one.start : one.end]) == (WORMS, WORMS)
    assert (one.who, one.made, one.horizon, one.due, one.status) == (
        "Ben Reed",
        "2024-06-11",
        "within two years",
        "2026-06-11",
        Status.OPEN,
    )


FORETOLD = (
    'The growers say that the pump "will pay for itself in eighteen months" and nobody laughs.',
    "The county office, Vale Gardens Board (VGB), expects the yield to fall to nine sacks.",
    "Prices will be 15 to 20 percent higher once the mill closes.",
    "Until the end of 2027 the half of the beds will be dug by hand.",
    "By the end of 2027 I would guess forty.",
    "I'd say every bed is under glass by next spring.",
    "A neighbour told the paper it'd be in flower by April 2028.",
    "That'll be ten times cheaper within three years.",
    "Seed prices will keep falling.",
    "If anything the rate will fall within a year.",
)
NOT_FORETOLD = (
    "The money in the will was for the lead.",
    "If you open the gate, the goats will eat it.",
    "A wet spade will rust when it lies out.",
    "Until it rains the beds will need water.",
    "Give him a spade and he will dig.",
    "Nobody guessed at forty.",
)


def test_forms_of_the_future_are_told_from_their_likes() -> None:
    assert [text for text in FORETOLD if not found(turn(1, text, speaker="Ben Reed"))] == []
    assert [text for text in NOT_FORETOLD if found(turn(1, text, speaker="Ben Reed"))] == []


def test_who_is_the_speaker_else_the_author_else_the_publisher_and_first_whom_the_sentence_names() -> None:
    paragraph = passage(SEED, 1, Role.PARAGRAPH, WORMS)
    assert found(paragraph, authors=("Cy Dunn",), publisher="The Spade")[0].who == "Cy Dunn"
    assert found(paragraph, publisher="The Spade")[0].who == "The Spade"
    named = passage(SEED, 1, Role.PARAGRAPH, "Marsh thinks that worms will replace the plough.")
    assert found(named, authors=("Cy Dunn",))[0].who == "Ada Marsh"
    unclear = passage(SEED, 1, Role.PARAGRAPH, "She expects that worms will replace the plough.")
    assert found(unclear, authors=("Cy Dunn",))[0].who == ""


def test_a_passage_under_predictions_is_one_as_a_whole() -> None:
    text = "Worms come in droves. They will eat the plough by 2027."
    (one,) = found(passage(SEED, 1, Role.PREDICTION, text, heading="Prediction 1: The worm turns"))
    assert (one.claim, one.title, one.due) == (text, "Prediction 1: The worm turns", "2027")
    assert not found(passage(SEED, 1, Role.PREDICTION, "Cy Dunn writes about soil.", heading="Predictions"))


def test_all_of_a_kind_have_nothing_arranged_but_one_of_them_may() -> None:
    for said in (
        "Every gardener will use worms by 2027.",
        "By 2027 most farms will run on compost.",
        "About 40 per cent will use it by 2030.",
    ):
        assert found(turn(1, said)), said
    for said in (
        "The farm will use worms from 2027.",
        "In 2027 our firm will launch a plough.",
        "All gardeners will use the north gate from 3 May.",
    ):
        assert not found(turn(1, said)), said


def test_those_of_a_firm_expect() -> None:
    assert found(turn(1, "Analysts at Loam Research expect the price of peat to fall by half in 2027."))
    assert not found(turn(1, "Customers of Loam Research expect to wait."))


def test_what_a_source_says_again_counts_once() -> None:
    (one,) = found(turn(1, WORMS), turn(2, "It rains."), turn(3, "So " + WORMS.lower()))
    assert one.repeats == (PassageId(f"{SEED}#p-00000003"),)


def test_the_status_is_reckoned_from_the_as_of_date() -> None:
    assert [status_on(day, "2024-06") for day in ("2024-03-01", "2024-04-01", "2024-06-30", "2024-07-01")] == [
        Status.OPEN, Status.DUE, Status.DUE, Status.OVERDUE,
    ]  # fmt: skip
    assert status_on("2024", "2024-06") is Status.OPEN  # the year's first day: nothing is overdue too early
    assert status_on("", "2024-06") is Status.OPEN
    assert status_on("2030-01-01", "") is Status.OPEN


ENTRY = """
- claim: '[@garden-talk "replace the plough"]'
  outcome: partly
  date: 2026-05
  reference: https://example.org/worms
"""


def judged(text: str) -> tuple[tuple[Prediction, ...], list[tuple[str, int]]]:
    garden = talk(turn(1, WORMS), turn(2, "It rains."))
    ledger, problems = resolve(predictions([garden]), SourceText("docs/predictions.yml", text.encode()), [garden])
    return ledger, [(problem.code, problem.location.line) for problem in problems]


def test_the_curator_resolves_a_prediction_with_a_reference() -> None:
    (one,), problems = judged(ENTRY)
    assert not problems
    assert one.status is Status.RESOLVED
    assert one.resolution
    assert (one.resolution.outcome, one.resolution.date, one.resolution.url) == (Outcome.PARTLY, "2026-05", "https://example.org/worms")


def test_a_passage_can_be_the_reference() -> None:
    (one,), problems = judged(ENTRY.replace("https://example.org/worms", "'[@garden-talk \"It rains\"]'"))
    assert not problems
    assert one.resolution
    assert one.resolution.proof == PassageId(f"{SEED}#p-00000002")


def test_mistakes_are_told_at_their_line() -> None:
    assert judged(ENTRY.replace("plough", "spade"))[1] == [("resolution-words", 2)]
    assert judged(ENTRY.replace("replace the plough", "It rains"))[1] == [("resolution-claim", 2)]
    assert judged(ENTRY.replace("garden-talk", "garden-tulk"))[1] == [("resolution-seed", 2)]
    assert judged(ENTRY.replace("garden-talk", "another-night"))[1] == [("resolution-elsewhere", 2)]
    assert judged(ENTRY.replace("partly", "maybe"))[1] == [("resolution-outcome", 3)]
    assert judged(ENTRY.replace("2026-05", "2026-13"))[1] == [("resolution-date", 4)]
    assert judged(ENTRY.replace("https://example.org/worms", "see above"))[1] == [("resolution-reference", 5)]
    assert judged(ENTRY.replace("outcome", "result"))[1] == [("resolution-field", 3), ("resolution-field", 2)]
    assert judged(ENTRY + ENTRY)[1] == [("resolution-twice", 7)]
    assert judged("claim: x")[1] == [("resolution-form", 1)]
    assert judged("- [")[1] == [("yaml", 1)]
    assert judged("# nothing yet")[1] == []
