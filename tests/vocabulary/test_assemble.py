"""The curator's files → concepts: values as they are written, whatever YAML would make of them, and the derived indexes."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Concept, ConceptId, ConceptKind, LabelKind, Reading, SourceText, Vocabulary
from generator.report import Location
from generator.vocabulary import assemble

WARS = """---
prefLabel: Four wars
altLabel: [four wars, {label: 4 wars, near: [AI, essay]}]
hiddenLabel:
  - full wars
cue: [zero sum]
definition: The four contests.
scopeNote: The list as a whole.
editorialNote: >-
  Folded
  text.
broader: [scaling]
related: [gpu-war]
member: [data-war, gpu-war]
readings:
  - label: As one has it
    member: [gpu-war]
---

The lede.

More of it.
"""
TERMS = """
- id: gpu-war
  prefLabel: GPU war
  broader: [scaling]
- id: data-war
  prefLabel: data war
  url: https://example.org/war
- id: scaling
  prefLabel: scaling
"""


def vocabulary(**files: str) -> Vocabulary:
    """Files by name with `__` for the slash; there must be no problem."""
    made, problems = assemble(SourceText(f"docs/{name.replace('__', '/')}", text.encode()) for name, text in files.items())
    assert problems == ()
    return made


def concepts(**files: str) -> Mapping[str, Concept]:
    return {str(id): concept for id, concept in vocabulary(**files).concepts.items()}


def test_a_note_becomes_a_concept() -> None:
    wars = concepts(**{"topics__four-wars.md": WARS, "vocabulary__terms.yml": TERMS})["four-wars"]
    assert (wars.kind, wars.name, wars.location) == (ConceptKind.TOPIC, "Four wars", Location("docs/topics/four-wars.md", 1))
    assert [(label.text, label.kind, label.location.line, label.near) for label in wars.labels] == [
        ("Four wars", LabelKind.PREF, 2, ()),
        ("four wars", LabelKind.ALT, 3, ()),
        ("4 wars", LabelKind.ALT, 3, ("AI", "essay")),
        ("full wars", LabelKind.HIDDEN, 5, ()),
        ("zero sum", LabelKind.CUE, 6, ()),
    ]
    assert (wars.definition, wars.scope_note, wars.editorial_note) == ("The four contests.", "The list as a whole.", "Folded text.")
    assert (wars.broader, wars.related, wars.member, wars.ordered) == (("scaling",), ("gpu-war",), ("data-war", "gpu-war"), False)
    assert wars.readings == (Reading("As one has it", (ConceptId("gpu-war"),)),)
    assert wars.body == "The lede.\n\nMore of it."


def test_a_ranked_list_of_members_is_ordered() -> None:
    ranked = WARS.replace("\nmember:", "\nmemberList:")
    wars = concepts(**{"topics__four-wars.md": ranked, "vocabulary__terms.yml": TERMS})["four-wars"]
    assert (wars.member, wars.ordered) == (("data-war", "gpu-war"), True)


def test_concepts_stand_in_order_of_id_and_narrower_is_derived() -> None:
    made = vocabulary(**{"topics__four-wars.md": WARS, "vocabulary__terms.yml": TERMS})
    assert list(made.concepts) == ["data-war", "four-wars", "gpu-war", "scaling"]
    assert made.narrower == {"scaling": ("four-wars", "gpu-war")}
    assert made.concepts[ConceptId("data-war")].url == "https://example.org/war"


def test_the_kind_is_told_by_folder_and_file() -> None:
    files = {"topics__a.md": "---\nprefLabel: la\n---\nText.", "trends__b.md": "---\nprefLabel: lb\n---\nText."}
    names = ["terms", "people", "organisations", "products", "benchmarks", "events", "works"]
    files |= {f"vocabulary__{name}.yml": f"- {{id: {name}, prefLabel: l{name}}}" for name in names}
    kinds = {id: concept.kind.value for id, concept in concepts(**files).items()}
    assert kinds == {
        "a": "topic", "b": "trend", "terms": "term", "people": "person", "organisations": "organisation", "products": "product",
        "benchmarks": "benchmark", "events": "event", "works": "work",
    }  # fmt: skip


def test_values_come_out_as_they_are_written() -> None:
    text = "- id: v\n  prefLabel: yes\n  altLabel: [2.0, 2024-06-01, 0x10, 1e3, off, '  spaced  out ', 'C#', 12:30:45, 007]"
    labels = concepts(**{"vocabulary__terms.yml": text})["v"].labels
    assert [label.text for label in labels] == ["yes", "2.0", "2024-06-01", "0x10", "1e3", "off", "spaced out", "C#", "12:30:45", "007"]


def test_line_ends_and_byte_order_marks_of_any_system_are_read() -> None:
    dos = ("\ufeff" + WARS).replace("\n", "\r\n")
    made = concepts(**{"topics__four-wars.md": dos, "vocabulary__terms.yml": TERMS})["four-wars"]
    assert made.body == "The lede.\n\nMore of it."
    assert made.labels[3].location.line == 5


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    _, problems = assemble([SourceText("docs/vocabulary/terms.yml", b"- id: a\n  prefLabel: \xff\n")])
    assert [(p.code, p.location) for p in problems] == [("encoding", Location("docs/vocabulary/terms.yml", 2))]


def test_names_of_people_lead_to_them_unless_two_share_one() -> None:
    people = """
- {id: shawn-wang, prefLabel: Shawn Wang, altLabel: [Swyx, {label: Shawn, near: [essay]}], hiddenLabel: [swix], cue: [conference]}
- {id: shawn-lee, prefLabel: Shawn Lee, altLabel: [{label: Shawn, near: [film]}]}
"""
    made = vocabulary(**{"vocabulary__people.yml": people})
    assert made.people == {"shawn lee": "shawn-lee", "shawn wang": "shawn-wang", "swix": "shawn-wang", "swyx": "shawn-wang"}


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    text = "- id: a\n  prefLabel: first\n  broader: [b, nowhere]\n- id: b\n  prefLabel: second\n  broader: [a]\n- id: c\n"
    made, problems = assemble([SourceText("docs/vocabulary/terms.yml", text.encode())])
    assert {p.code for p in problems} == {"id-unknown", "broader-circle", "label-missing"}
    assert [(c.id, c.name, c.broader) for c in made.concepts.values()] == [("a", "first", ("b",)), ("b", "second", ()), ("c", "c", ())]


def test_a_long_chain_of_broader_is_no_circle() -> None:
    text = "".join(f"- {{id: n{i}, prefLabel: word n{i}, broader: [n{i + 1}]}}\n" for i in range(3000)) + "- {id: n3000, prefLabel: top}\n"
    assert len(vocabulary(**{"vocabulary__terms.yml": text}).narrower) == 3000


def test_a_bomb_and_absurd_nesting_are_refused_at_once() -> None:
    bomb = "- &a [x]\n" + "".join(f"- &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20))
    for text in (bomb, "[" * 50_000, "- id: " + "[" * 500 + "]" * 500):
        _, problems = assemble([SourceText("docs/vocabulary/terms.yml", text.encode())])
        assert len(problems) == 1


NAMES = st.sampled_from(["docs/vocabulary/terms.yml", "docs/vocabulary/people.yml", "docs/topics/a.md", "docs/trends/b.md", "x"])
PIECES = st.sampled_from(
    ["- ", "id: a", "id: b\n  ", "prefLabel: x", "\n", "  ", "[", "]", "{label: z, near: [q]}", "near:", "broader: [a]", "---\n", "'", '"',
     "&a ", "*a", "!!t ", "#", ": ", "readings:\n", "|", ">-"]
)  # fmt: skip
CONTENTS = st.one_of(st.binary(max_size=80), st.lists(PIECES, max_size=15).map("".join).map(str.encode))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(NAMES, CONTENTS), max_size=4))
def test_any_bytes_make_a_vocabulary_or_problems_within_the_file(files: list[tuple[str, bytes]]) -> None:
    made, problems = assemble(SourceText(path, data) for path, data in files)
    longest = max((data.count(b"\n") + data.count(b"\r") + 1 for _, data in files), default=0)
    assert all(1 <= p.location.line <= longest + 1 and p.wrong and p.right for p in problems)
    assert all(id == concept.id and concept.labels[0].kind is LabelKind.PREF for id, concept in made.concepts.items())
    assert made == assemble(SourceText(path, data) for path, data in reversed(files))[0] or len({path for path, _ in files}) < len(files)
