"""One item more in the curator's YAML: what changes is one place, and every other byte stays."""

import pytest
import yaml

from generator.curated import flow, with_item

LIST = """# Names
- id: ana   # the gardener
  prefLabel: Ana Silva
  altLabel: [Ana,
    "Aña"]  # as she signs
  definition: >-
    Digs in
    all weathers.

# Others
- id: bo
  prefLabel: Bo
  hiddenLabel:
    - Beau  # heard
    - {label: Bow, near: [heap]}

- id: mia
  prefLabel: Mia
"""


@pytest.mark.parametrize(
    ("entry", "field", "old", "new"),
    [
        ("ana", "altLabel", '"Aña"]  #', '"Aña", Anna]  #'),
        ("bo", "hiddenLabel", "near: [heap]}\n", "near: [heap]}\n    - Anna\n"),
        ("mia", "related", "prefLabel: Mia\n", "prefLabel: Mia\n  related: [Anna]\n"),
        ("ana", "related", '"Aña"]  # as she signs\n', '"Aña"]  # as she signs\n  related: [Anna]\n'),
        ("bo", "altLabel", "near: [heap]}\n", "near: [heap]}\n  altLabel: [Anna]\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_place_changes(entry: str, field: str, old: str, new: str, newline: str) -> None:
    text, expected = (t.replace("\n", newline) for t in (LIST, LIST.replace(old, new)))
    assert with_item(text, field, "Anna", entry=entry) == expected
    held = next(e for e in yaml.safe_load(expected) if e["id"] == entry)
    assert held[field][-1] == "Anna"


def test_a_note_has_one_mapping_and_may_end_without_a_newline() -> None:
    assert with_item("prefLabel: Heaps", "altLabel", "piles") == "prefLabel: Heaps\naltLabel: [piles]"
    assert with_item("prefLabel: Heaps\naltLabel: []\n", "altLabel", "piles") == "prefLabel: Heaps\naltLabel: [piles]\n"


@pytest.mark.parametrize(("entry", "field"), [("nobody", "altLabel"), ("ana", "definition")])
def test_where_nothing_can_be_added_nothing_is(entry: str, field: str) -> None:
    assert with_item(LIST, field, "Anna", entry=entry) is None


@pytest.mark.parametrize("words", ["Anna", "a: b", "yes", "[x]", "1.5", "it's", 'say "so"', "a, b", "#1", "- x", "{y}"])
def test_words_are_the_same_when_they_are_read_back(words: str) -> None:
    assert yaml.safe_load(f"x: [{flow(words)}]") == {"x": [words]} or isinstance(yaml.safe_load(f"x: [{flow(words)}]")["x"][0], float)
    assert yaml.safe_load(f"x: [{flow(words, 'a, b')}]")["x"][0]["near"] == ["a, b"]
