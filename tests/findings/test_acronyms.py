"""Which short forms a text spells out, exact to the character, and which brackets are none. After Schwartz and Hearst (2003)."""

import pytest

from generator.findings.terms.acronyms import acronyms
from generator.findings.terms.spelling import pairs
from generator.found import ELSEWHERE
from generator.model import ConceptKind, Role
from tests.hand_built import concept, document, matched, vocabulary

SPELLED = {
    "The service level objective (SLO) is missed.": ("SLO", "service level objective"),
    "The SLO (service level objective) is missed.": ("SLO", "service level objective"),
    "We count service level objectives (SLOs) by week.": ("SLOs", "service level objectives"),
    "a ring of microphones called time difference of arrival (TDoA)": ("TDoA", "time difference of arrival"),
    "The town has a combined heat and power (CHP) plant.": ("CHP", "combined heat and power"),
    "Look at OTL (Open Table Library, ~8k stars).": ("OTL", "Open Table Library"),
    "The electronic feed register (EFR; new this year) is full.": ("EFR", "electronic feed register"),
    "GRT, or Garden Reading Test, was made by a teacher.": ("GRT", "Garden Reading Test"),
    "The garden reading test, or GRT, is short.": ("GRT", "garden reading test"),
    "GRT stands for garden reading test, they say.": ("GRT", "garden reading test"),
    "GRT stands for garden reading test which nobody likes": ("GRT", "garden reading test"),
    "A rain-adjusted ratio (RAR) helps.": ("RAR", "rain-adjusted ratio"),
    "We use R A G, retrieval augmented gardening, all day.": ("R A G", "retrieval augmented gardening"),
    "Their BMS, the bed monitoring system, is old.": ("BMS", "bed monitoring system"),
    "Bed monitoring system, BMS. It counts worms.": ("BMS", "Bed monitoring system"),
    "the average crop depth, or ACD for short": ("ACD", "average crop depth"),
    "the ACD, short for average crop depth, is low": ("ACD", "average crop depth"),
    "an average crop depth, often called ACD, is low": ("ACD", "average crop depth"),
    "He joined the “Hull Union of Bakers” (HUB) young.": ("HUB", "Hull Union of Bakers"),
    "Long soil improvement (LFI) and its rows": ("LFI", "Long soil improvement"),
    "sold on fair, reasonable and non-discriminatory (FRAND) terms": ("FRAND", "fair, reasonable and non-discriminatory"),
    "the soil usage rate (abbreviated as SUR) is low": ("SUR", "soil usage rate"),
    "SUR (short for soil usage rate) is low": ("SUR", "soil usage rate"),
    "the soil usage rate [SUR] is low": ("SUR", "soil usage rate"),
    "Soil usage rate — SUR — is low.": ("SUR", "Soil usage rate"),
    "SUR — soil usage rate — is low.": ("SUR", "soil usage rate"),
    "SUR: soil usage rate": ("SUR", "soil usage rate"),
    "SUR = soil usage rate": ("SUR", "soil usage rate"),
    "What does SUR stand for? Soil usage rate.": ("SUR", "Soil usage rate"),
    "It has no SUR. Sorry, soil usage rate.": ("SUR", "soil usage rate"),
    "bed on wood on straw, or BoWoS.": ("BoWoS", "bed on wood on straw"),
    "SP, seed price, is low.": ("SP", "seed price"),
    "door-to-bed (D2B) carts": ("D2B", "door-to-bed"),
    "per- and polyfluorinated seeds (PFS) last": ("PFS", "per- and polyfluorinated seeds"),
    "RBT (rain barrel top: the lid of it) is loose.": ("RBT", "rain barrel top"),
    "SLM-as-a-judge (small leaf models marking each other) is cheap.": ("SLM", "small leaf models"),
    "SLM crews (small leaf models that prune) are new.": ("SLM", "small leaf models"),
    "HSW (the House of Soil and Water Workers) says no.": ("HSW", "House of Soil and Water Workers"),
    "Ask the union, GHS (the Guild of Hedge and Stile Layers).": ("GHS", "Guild of Hedge and Stile Layers"),
    "WB pump: the well-bottom pump, which is deep.": ("WB", "well-bottom"),
    "Rootstock graft. RSG.": ("RSG", "Rootstock graft"),
    "We need a GBA, a gardenbed administrator, now.": ("GBA", "gardenbed administrator"),
    "A side-door heat exchanger. SDHx, in brochures.": ("SDHx", "side-door heat exchanger"),
    "A TEU, twelve-bag equivalent unit, is large.": ("TEU", "twelve-bag equivalent unit"),
    "Rough next neighbour search, RNN, is quick.": ("RNN", "Rough next neighbour"),
}
NONE = (
    "Meta (FAIR + GenAI) hires.",
    "a test of truth (e.g., TruthfulQA)",
    "in the spring (2023) and later (2024)",
    "Well (laughs), yes (END).",
    "the amount of fuel (LITRES)",
    "four months (from Llama 2)",
    "What is soil, with Ann Moss (aka Mossy)?",
    "a model of eight billion (8B)",
    "the third quarter (Q3)",
    "the dog (GPU) barks",
    "We met at the fair (New Orleans).",
    "the results (Table II) differ",
    "as in the (SLO)",
    "GRT, or any other test, will do.",
    "Red, or RED, is a colour.",
    "We asked the BBC, but big crops come first.",
    "GPU, garden people use them.",
    "Ada, AI, art interests us.",
    "LLMs, like large moles, err.",
    "SP, seed prices and all that, is low.",
    "The CEO (Ann Moss) spoke of the RAM.",
    "A TBU, twelve-bag equivalent unit, is large.",
    "The GBA, gardens being dry, was shut.",
    "GHS (the Guild, which has a dog) barks.",
    "SLM crews (some of them like it) are new.",
    "The USA pump: the upper stair pump.",
)


@pytest.mark.parametrize("text", SPELLED)
def test_both_directions_with_exact_spans(text: str) -> None:
    found = [(text[slice(*pair.short)], text[slice(*pair.long)]) for pair in pairs(text)]
    assert found == [SPELLED[text]]


@pytest.mark.parametrize("text", NONE)
def test_other_brackets_spell_nothing_out(text: str) -> None:
    assert pairs(text) == ()


def test_several_in_one_sentence_come_in_its_order() -> None:
    text = "Large crop models (LCM) and RLS (raking by loud song) differ."
    assert [text[slice(*p.short)] for p in pairs(text)] == ["LCM", "RLS"]


def talk(*said: str) -> list[tuple[str, int, str, str]]:
    """What is spelt out in turns: where the long form stands, and where in that turn the short one does."""
    read = document(*said, role=Role.TURN)
    numbers = {passage.id: n for n, passage in enumerate(read.passages)}
    return [(a.long, numbers[a.passage], a.short, a.short_at) for a in acronyms([read], vocabulary(), matched([read], vocabulary()))]


def test_one_turn_spells_out_what_another_names() -> None:
    assert talk("So this is the Garden Reading Act.", "The GRA, yes. It is long.") == [("Garden Reading Act", 0, "GRA", ELSEWHERE)]
    assert talk("You need a GRA.", "A what?", "A garden reading act. It is long.") == [("garden reading act", 2, "GRA", ELSEWHERE)]
    assert talk("You need a GRA.", "Garden reading act, GRA. It is long.") == [("Garden reading act", 1, "GRA", 20)]


def test_a_sentence_may_spell_out_what_was_named_a_little_before() -> None:
    assert talk("It is why RRV costs. Sorry, acronym. Raking, rolling and verifying.") == [("Raking, rolling and verifying", 0, "RRV", 10)]
    assert talk("Their rugs are PFS.", "PFS being…", "Per- and poly, you say it.", "Per- and polyfluorinated seeds. Forever rugs.") == [
        ("Per- and polyfluorinated seeds", 3, "PFS", ELSEWHERE)
    ]
    assert talk("Is UBIe real?", "For the newcomers, Universal Barrow Interface Extended.") == [
        ("Universal Barrow Interface Extended", 1, "UBIe", ELSEWHERE)
    ]
    assert talk("Is UBI real?", "Use beds in rows, please.") == []


def test_the_short_form_of_many_is_that_of_one() -> None:
    assert talk("We count service level objectives (SLOs) by week.") == [("service level objectives", 0, "SLO", 35)]


def test_turns_apart_do_not_belong_together() -> None:
    assert talk("You need a GRA.", "Well.", "I do not know.", "No.", "A garden reading act. It is long.") == []
    assert talk("You need a GRA, as all of us do here.", "Garden reading act is long.") == []


def test_the_concept_is_the_one_that_the_pair_names_and_not_a_longer_name_around_it() -> None:
    words = vocabulary(concept("soil-study", "soil study", "SST"), concept("gardener", "soil study (SST) gardener"))
    read = [document("Every soil study (SST) gardener knows it.")]
    (found,) = acronyms(read, words, matched(read, words))
    text = read[0].passages[0].text
    assert (found.short, found.long, found.concept) == ("SST", "soil study", "soil-study")
    assert text[found.short_at :].startswith("SST") and text[found.long_at :].startswith("soil study")


def test_a_misheard_short_form_and_a_persons_initials_are_none() -> None:
    words = vocabulary(
        concept("grtx", "GRTX", hidden=("GRDX",), related=("compost",)), concept("compost", "compost"),
        concept("ann-moss", "Ann Moss", kind=ConceptKind.PERSON),
    )  # fmt: skip
    read = [document("The garden reading day exam (GRDX) is on.", "Compost: the ground rot tally extra (GRTY).", "Ann Moss (AM) spoke.")]
    assert acronyms(read, words, matched(read, words)) == ()


def test_what_is_set_aside_spells_nothing_out() -> None:
    words = vocabulary()
    for read in (document("The garden reading test (GRT).", role=Role.METADATA), document("Garden reading test (GRT).", excluded="menu")):
        assert acronyms([read], words, matched([read], words)) == ()


def test_long_lines_cost_no_more_than_their_length() -> None:
    assert pairs("(" * 20000 + "A (" * 20000) == ()
    assert pairs("Ab, or " * 20000 + "word " * 20000) == ()
