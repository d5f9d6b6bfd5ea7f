"""Which words of a text a label matches: boundaries, folding, case, company, overlaps; and what becomes of them."""

import unicodedata

import pytest

from generator.match import hits, match, matcher
from generator.model import Mention, PassageId, Role
from tests.hand_built import concept, document, passage, vocabulary
from tests.match.hand_built import finder, found

FOLDING = [
    ("fine tuning", "Fine-tuning is fine  tuning.", ["Fine-tuning", "fine  tuning"]),
    ("fine tuning", "finetuning and fined tuning", []),
    ("data war", "post-data-war, data warehouses, metadata war", ["data-war"]),
    ("API line", "The API line's end; API lines, API‑line", ["API line", "API lines", "API‑line"]),
    (
        "World's Fair",
        "the World’s Fair, Worldʼs Fair, World Fair, WORLD'S FAIR",
        ["World’s Fair", "Worldʼs Fair", "World Fair", "WORLD'S FAIR"],
    ),
    ("neural network", "*neural* networks, neural **network**", ["neural* networks", "neural **network"]),
    ("neural network", '`neural` "network", _neural network_', ['neural` "network', "neural network"]),
    ("data war", "We need data. War is bad; data, war; data (war) data: war / data – war", []),
    ("data war", "data\nwar", ["data\nwar"]),
    ("data war", "data\n\nwar", []),
    ("Richard S. Sutton", "Richard S. Sutton, Richard S Sutton", ["Richard S. Sutton", "Richard S Sutton"]),
    ("Richard Sutton", "Thanks, Richard. Sutton left.", []),
    ("RAG/Ops", "RAG/Ops, RAG Ops, RAG, Ops", ["RAG/Ops", "RAG Ops"]),
    ("Data + AI Summit", "the Data + AI Summit", ["Data + AI Summit"]),
    ("Gemini 1.5", "Gemini 1.5 Pro, Gemini 1. 5, Gemini 1 5, Gemini 1.52", ["Gemini 1.5", "Gemini 1. 5"]),
    ("GPT-4", "GPT-4, GPT 4. GPT-4.5, GPT-4o, GPT-45 and GPT-4,000", ["GPT-4", "GPT 4"]),
    ("4 wars", "the 4 wars, 2.4 wars", ["4 wars"]),
    ("C++", "C++ and C and C#", ["C++"]),
    ("C", "C++ and C# and C, not c", ["C"]),
    (".NET", ".NET and NET", [".NET"]),
    ("résumé", "Résumés and RÉSUMÉ", ["Résumés", "RÉSUMÉ"]),
    ("東京", "東京 is not 東京都", ["東京"]),
]
CASE = [
    ("scaling", "Scaling, SCALING and scaling", ["Scaling", "SCALING", "scaling"]),
    ("Bitter Lesson", "the Bitter Lesson, BITTER LESSON, bitter lesson, Bitter lesson", ["Bitter Lesson", "BITTER LESSON"]),
    ("Bitter lesson", "Bitter lesson, Bitter Lesson, bitter lesson", ["Bitter lesson", "Bitter Lesson"]),
    ("Rise of the AI Engineer", "Rise Of The AI Engineer; rise of the AI engineer", ["Rise Of The AI Engineer"]),
    ("Rise of the AI Engineer", "THE RISE OF THE AI ENGINEER", ["RISE OF THE AI ENGINEER"]),
    ("AI engineer", "AI engineers, AI Engineer, Ai engineer, ai engineer", ["AI engineers", "AI Engineer"]),
    ("LLM", "LLM, LLMs, LLM's, LLMs', llm, Llm", ["LLM", "LLMs", "LLM", "LLMs"]),
    ("LLMs", "An LLM or LLMs", ["LLM", "LLMs"]),
    ("MoE", "MoE, MoEs, Moe, MOE, moe", ["MoE", "MoEs"]),
    ("LoRA", "LoRAs or Lora", ["LoRAs"]),
    ("RAG", "a rag, Rags, RAG", ["RAG"]),
    ("Google DeepMind", "GOOGLE DEEPMIND and Google Deepmind", ["GOOGLE DEEPMIND"]),
    ("iPhone", "iPhone, iPhones, IPhone, iphone", ["iPhone", "iPhones"]),
    ("H100", "H100s, h100", ["H100s"]),
    ("Groq", "Groq's chips; GROQ; groq", ["Groq", "GROQ"]),
    ("ＡＩ", "AI", ["AI"]),
]
ADDRESSES = [
    ("openai", "https://openai.com/openai and openai", ["openai"]),
    ("swyx", "mail swyx@example.org, www.swyx.io, @swyx or swyx", ["swyx", "swyx"]),
    ("loop.com", "the podcast is at loop.com/podcast.", ["loop.com"]),
]


@pytest.mark.parametrize(("label", "text", "words"), FOLDING)
def test_words_fold(label: str, text: str, words: list[str]) -> None:
    assert found(text, label) == words


@pytest.mark.parametrize(("label", "text", "words"), CASE)
def test_case(label: str, text: str, words: list[str]) -> None:
    assert found(text, label) == words


@pytest.mark.parametrize(("label", "text", "words"), ADDRESSES)
def test_addresses_hold_no_mention(label: str, text: str, words: list[str]) -> None:
    assert found(text, label) == words


def test_the_longest_label_wins_then_the_leftmost() -> None:
    assert found("AI engineer conference", "AI", "AI engineer", "engineer conference") == ["AI", "engineer conference"]
    assert found("red data sea", "red data", "data sea") == ["red data"]
    assert found("AI and AI engineers", "AI", "AI engineer") == ["AI", "AI engineers"]


def test_a_label_with_near_asks_for_company() -> None:
    grok = ("Grok", ["tokens per second", "LPU"])
    assert found("Grok answered.", grok) == []
    assert found("Grok makes 500 Tokens-per-second.", grok) == ["Grok"]
    assert found("An LPU, says Grok.", grok) == ["Grok"]


def test_a_label_is_no_company_to_itself() -> None:
    assert found("data war", ("data war", ["data"])) == []
    assert found("data war over data", ("data war", ["data"])) == ["data war"]


def test_of_two_concepts_with_one_label_the_one_in_company_is_meant() -> None:
    planet = concept("planet", ("Mercury", ["orbit", "sun"]))
    metal = concept("metal", ("Mercury", ["liquid", "melts"]))
    sought = matcher(vocabulary(planet, metal, concept("car", "Mercury")))

    def meant(text: str) -> list[str]:
        return [hit.concept for hit in hits(text, sought)]

    assert meant("Mercury has an orbit.") == ["planet"]
    assert meant("Mercury melts early.") == ["metal"]
    assert meant("Mercury sells.") == ["car"]
    assert meant("In orbit it is far from being liquid, Mercury.") == ["metal"]


def test_of_two_labels_with_one_spelling_the_stricter_case_is_meant() -> None:
    sought = matcher(vocabulary(concept("podcast", "High Agency"), concept("trait", "high agency")))
    assert [hit.concept for hit in hits("High Agency is about high agency.", sought)] == ["podcast", "trait"]


def test_mentions_stand_in_passages_but_not_in_metadata() -> None:
    wars = concept("four-wars", "four wars", hidden=["full wars"])
    table = passage("talk", 2, Role.TABLE, "| The full wars' list |")
    text = document(passage("talk", 1, Role.METADATA, "Topic: four wars"), table)
    mention = Mention(PassageId("talk#p-00000002"), 6, 15, wars.id, "full wars", misheard=True)
    assert match([text], matcher(vocabulary(wars))) == ((mention,), ())


def test_what_a_proper_label_spells_is_not_misheard() -> None:
    cursor = concept("cursor", "Cursor", hidden=[("cursor", ["editor"]), "curser"])
    mentions, _ = match([document("The editor Cursor, or cursor, or curser.")], matcher(vocabulary(cursor)))
    assert [(m.surface, m.misheard) for m in mentions] == [("Cursor", False), ("cursor", False), ("curser", True)]


def test_cues_are_no_mentions_and_may_overlap_them_and_each_other() -> None:
    wars = concept("four-wars", "four wars", cue=["data war", "war"])
    data = concept("data-war", "data war", cue=["war"])
    mentions, cues = match([document("the data war")], matcher(vocabulary(wars, data)))
    assert [(m.concept, m.surface) for m in mentions] == [("data-war", "data war")]
    assert [(c.concept, c.surface) for c in cues] == [("four-wars", "data war"), ("data-war", "war")]


def test_nothing_is_found_without_labels_or_text() -> None:
    assert hits("any text", matcher(vocabulary())) == ()
    assert hits("", finder("any")) == ()


@pytest.mark.parametrize("label", ["Café Été", "שָׁלוֹם", "नमस्ते", "ガラス"])
def test_a_letter_and_its_mark_are_one_however_they_are_written(label: str) -> None:
    """On some systems é is one character, on others e and an accent."""
    forms = [unicodedata.normalize(form, label) for form in ("NFC", "NFD")]
    for text in forms:
        for wanted in forms:
            assert found(f"So we met at {text}, they said.", wanted) == [text]
    assert found("So we met at Cafe Ete, they said.", "Café Été") == []
