"""A large index in pieces: every word leads to its entries by the weights that it has there, and no piece is large."""

import json
import random
import re

from generator.exports.shards import ENTRIES, parted, shards, words

CONFIG = {"lang": ["en"], "separator": " ", "fields": {"title": {"boost": 5}, "tags": {"boost": 3}, "text": {"boost": 1}}}
DOCS = [
    {"location": "topics/compost/", "title": "Compost", "text": "Plants that rotted.", "tags": ["black gold"]},
    {"location": "sources/talk/", "title": "A talk", "text": "Ana Silva"},
    {"location": "sources/talk/#p-1", "title": "Ana Silva, 1:15", "text": "Compost &amp; soil: the soil is caf\u00e9-brown."},
    {"location": "sources/talk/#p-2", "title": "Ana Silva, 2:15", "text": "Nothing on that."},
]


def files(docs: list[dict[str, object]], *stop: str) -> dict[str, dict[str, object]]:
    return {file.path: json.loads(file.data) for file in shards({"config": CONFIG, "docs": docs}, stop)}


def entries_of(word: str, made: dict[str, dict[str, object]]) -> list[tuple[int, str]]:
    """Where a word stands, with its weight's letter, read as the browser reads it."""
    first = made["search/search_index.json"]["config"]["pieces"]  # type: ignore[index]
    piece = made[f"search/words/{sum(begins <= word for begins in first) - 1}.json"]
    found, at = [], 0
    for step, letter in re.findall("([0-9a-z]+)([A-Z])", str(piece[word]).partition(":")[2]):
        at += int(step, 36)
        found.append((at, letter))
    return found


def test_a_word_leads_to_its_entries_and_weighs_more_in_a_title() -> None:
    (title, much), (text, little) = entries_of("compost", files(DOCS))
    assert (title, text) == (0, 2)
    assert much > little
    assert [number for number, _ in entries_of("gold", files(DOCS))] == [0]


def test_words_have_no_accents_marks_or_entities_and_stop_words_are_left_out() -> None:
    assert words("Caf\u00e9 &amp; Tea, \ufb01ne \u0939\u093f\u0928\u094d\u0926\u0940") == ["cafe", "tea", "fine", "\u0939\u0928\u0926"]
    assert entries_of("cafe", files(DOCS)) and entries_of("brown", files(DOCS))
    assert "the" not in files(DOCS, "the")["search/words/0.json"]


def test_an_entry_is_shown_as_it_is_with_the_titles_of_its_page() -> None:
    piece = files(DOCS)["search/entries/0.json"]
    assert piece["entries"] == DOCS
    assert piece["pages"] == {"topics/compost/": "Compost", "sources/talk/": "A talk"}


def test_no_piece_is_large_and_every_word_is_in_one() -> None:
    chance = random.Random(3)
    known = [f"w{chance.randrange(9**6):x}" for _ in range(4000)]
    docs: list[dict[str, object]] = [
        {"location": f"sources/{n // 40}/#p-{n}", "title": "Ana", "text": " ".join(chance.choices(known, k=30))} for n in range(8000)
    ]
    made = files(docs)
    sizes = [len(json.dumps(piece)) for path, piece in made.items() if path.startswith("search/words/")]
    assert len(sizes) > 20
    assert max(sizes) < 40_000
    assert len(json.dumps(made["search/search_index.json"])) < 4000
    for n in (0, 4321, 7999):
        assert made[f"search/entries/{n // ENTRIES}.json"]["entries"][n % ENTRIES] == docs[n]  # type: ignore[index]
        assert n in [at for at, _ in entries_of(str(docs[n]["text"]).split()[0], made)]


def test_an_index_in_a_language_without_spaces_stays_whole() -> None:
    assert parted({"config": CONFIG})
    assert not parted({"config": {"lang": ["ja"]}})
