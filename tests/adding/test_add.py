"""What a file becomes: the seed's file with its fields, what was inferred, and whether it is there already."""

from hashlib import sha256

import pytest

from generator.adding import Addition, Given, add
from generator.adding.copies import same_file, same_text
from generator.curating import as_seed, in_the_way
from generator.model import Kind, Role, SourceText
from generator.output import OutputFile
from generator.read import read

ESSAY = """# Why rivers bend

By Mara Lind, May 3, 2024

A river that runs over flat land never stays straight for long, and the reason is a small eddy at the bed.

## The inner bank

Water on the outside of a bend runs faster and cuts the bank, while sand settles on the inside. In ten years the bend moved 40 metres.
"""
TALK = "".join(
    f"[00:0{i}:00] {'Ann Lee' if i % 2 else 'Bo Hart'}: We have kept bees on roof number {i} of the town for years.\n\n" for i in range(9)
)
NOTHING_ALIKE = "Of all that lives in a river the eel goes farthest, and nobody has seen where it is born.\n"
VTT = "WEBVTT - Bees on roofs\n\n00:01.000 --> 00:05.000\n<v Ann Lee>Welcome back to the show about bees.\n"


def added(path: str, text: str, *, name: str = "", **wishes: str) -> Addition:
    made, problems = add(Given(path, text.encode()), wishes, name=name)
    assert (problems, made is not None) == ((), True)
    assert made is not None
    return made


def test_a_text_gets_front_matter_and_keeps_its_words() -> None:
    made = added("in/rivers.md", ESSAY)
    digest = sha256(ESSAY.encode()).hexdigest()
    stated = f"title: Why rivers bend\nkind: article\nauthors: [Mara Lind]\ndate: 2024-05-03\npublish: excerpts\nsha256: {digest}\n"
    assert made.files == (OutputFile("why-rivers-bend.md", f"---\n{stated}---\n{ESSAY}".encode()),)
    assert made.inferred == {"title", "kind", "authors", "date"}
    assert not made.untitled


def test_stating_what_was_told_changes_nothing_of_what_is_read() -> None:
    for path, text in (("rivers.md", ESSAY), ("talk.txt", TALK)):
        before, _ = read(SourceText(path, text.encode()))
        after = added(path, text).document
        assert before is not None
        assert [(p.role, p.text) for p in after.passages if p.role is not Role.METADATA] == [
            (p.role, p.text) for p in before.passages if p.role is not Role.METADATA
        ]
        assert (after.title, after.kind, after.speakers) == (before.title, before.kind, before.speakers)


def test_captions_stay_as_they_are_with_what_they_state_beside_them() -> None:
    made = added("bees.vtt", VTT, publish="full")
    sidecar, file = made.files
    assert (file.path, file.data) == ("bees-on-roofs.vtt", VTT.encode())
    assert sidecar.path == "bees-on-roofs.yml"
    assert sidecar.data.decode().startswith("title: Bees on roofs\nkind: transcript\nspeakers: [Ann Lee]\npublish: full\nsha256: ")


def test_what_the_user_says_goes_before_what_the_file_says() -> None:
    made = added(
        "in/rivers.md", f"---\ntitle: Old\ndate: 2020\ntags: [a]\n---\n{ESSAY}", title="New: the bend", date="2024-06", name="bend"
    )
    assert (made.document.title, made.document.date, made.document.id) == ("New: the bend", "2024-06", "bend")
    assert made.left_out == ("tags",)
    assert "title" not in made.inferred


def test_pasted_words_are_a_seed_called_by_their_title() -> None:
    made = added("-", TALK, title="Bees in town")
    assert (made.files[0].path, made.document.kind) == ("bees-in-town.md", Kind.TRANSCRIPT)
    assert added("-", TALK).untitled
    long = added("-", ESSAY, title="A title of many words " * 6)
    assert long.files[0].path == "a-title-of-many-words-a-title-of-many-words-a-title-of-many.md"


def test_a_text_of_any_encoding_and_newlines_becomes_utf_8() -> None:
    made, _ = add(Given("rivers.txt", ESSAY.replace("\n", "\r\n").encode("utf-16")), {})
    assert made is not None
    assert made.files[0].data.endswith(ESSAY.encode())


def test_a_kind_that_cannot_be_told_is_asked_for() -> None:
    made, problems = add(Given("in/a.txt", b"Rain.\n\nSnow.\n"), {})
    assert (made, [(p.code, str(p.location)) for p in problems]) == (None, [("kind", "in/a.txt:1")])
    assert "--kind article" in problems[0].right
    assert added("in/a.txt", "Rain.\n\nSnow.\n", kind="article").document.kind is Kind.ARTICLE


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("+++\ntitle = 'A'\n+++\n\n[00:00] Ann Lee: Hi.\n", ""),
        ("WEBVTT\n\n00:05.000 --> 00:01.000\nRain falls.\n", "in/x:3"),
    ],
)
def test_what_is_wrong_is_told_at_the_line_of_the_given_file(text: str, place: str) -> None:
    made, problems = add(Given("in/x", text.encode()), {"kind": "transcript"})
    notes = (*problems, *(made.notes if made else ()))
    assert [str(problem.location) for problem in notes] == ([place] if place else [])


def test_a_second_copy_is_known_by_its_bytes_and_by_its_words() -> None:
    first = added("rivers.md", ESSAY)
    seeds = [as_seed(first), as_seed(added("bees.vtt", VTT))]
    assert same_file(sha256(ESSAY.encode()).hexdigest(), seeds) == "why-rivers-bend.md"
    assert same_file(sha256(VTT.encode()).hexdigest(), seeds) == "bees-on-roofs.vtt"
    assert same_file(sha256(b"other").hexdigest(), seeds) == ""
    edited = added("again.txt", ESSAY.replace("40 metres", "41 metres").replace("# Why rivers bend", "Why rivers bend"), title="Bends")
    copy = same_text(edited, seeds)
    assert copy is not None
    assert copy.path == "why-rivers-bend.md"
    assert 0.8 <= copy.share < 1
    other = added(
        "o.md", "# Lakes\n\nBy Mara Lind\n\nA lake that lies in flat land never stays clear for long, and the reason is a small weed.\n"
    )
    assert same_text(other, seeds) is None
    assert [problem.code for problem in in_the_way([edited, added("rivers.md", ESSAY)], [])] == ["seed-copy"]
    assert [problem.code for problem in in_the_way([first, first], [])] == ["seed-copy"]
    twin = added("b.md", f"# Why rivers bend\n\n{ESSAY[:20]} {NOTHING_ALIKE}")
    assert [problem.code for problem in in_the_way([first, twin], [])] == ["seed-twice"]
