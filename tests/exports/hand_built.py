"""A library made by hand: one source that may be shown in full, one that may be excerpted, a topic, a term, a person."""

from generator.found import Evidence, Grade
from generator.library import Library, shelve
from generator.model import (
    Cell,
    Concept,
    ConceptId,
    ConceptKind,
    Document,
    Kind,
    Label,
    LabelKind,
    Lines,
    Matches,
    Mention,
    Passage,
    PassageId,
    Role,
    SeedId,
    Table,
    Vocabulary,
)
from generator.report import Location

OPEN, CLOSED = SeedId("open-talk"), SeedId("closed-article")
LONG = " ".join(f"word{n}" for n in range(30)) + ". Gardens need compost every year. " + " ".join(f"more{n}" for n in range(60)) + "."


def passage(source: SeedId, anchor: str, line: int, text: str, role: Role = Role.PARAGRAPH, **more: object) -> Passage:
    return Passage(PassageId(f"{source}#{anchor}"), source, Lines(line, line), role, text, **more)  # type: ignore[arg-type]


TURN = passage(OPEN, "p-1", 3, "Compost feeds the soil.", Role.TURN, speaker="Ana", seconds=75.0)
QUOTED = passage(CLOSED, "p-2", 2, LONG)
UNQUOTED = passage(CLOSED, "p-3", 4, "Nobody cites this line about compost.")
HEADING = passage(CLOSED, "p-4", 1, "A heading", Role.HEADING, level=2)
TABLE = passage(CLOSED, "p-5", 6, "Year 2020", Role.TABLE, table=Table(("Year",), ((Cell("2020", "number", (2020.0,)),),)))
PASSAGES = (TURN, QUOTED, UNQUOTED, HEADING, TABLE)


def concept(id: str, kind: ConceptKind, name: str, **more: object) -> Concept:
    where = Location(f"docs/{id}.md", 1)
    labels = [Label(name, LabelKind.PREF, where)]
    labels += [Label(text, LabelKind.ALT, where) for text in more.pop("alt", ())]  # type: ignore[attr-defined]
    labels += [Label(text, LabelKind.HIDDEN, where) for text in more.pop("hidden", ())]  # type: ignore[attr-defined]
    return Concept(ConceptId(id), kind, tuple(labels), where, **more)  # type: ignore[arg-type]


CONCEPTS = (
    concept("ana-silva", ConceptKind.PERSON, "Ana Silva", alt=("Ana",)),
    concept(
        "compost", ConceptKind.TOPIC, "Compost",
        alt=("black gold",), hidden=("come post",), definition="Rotted plants.", body="It *rots*. [More](x.md)",
    ),
    concept("soil", ConceptKind.TERM, "Soil <b>", definition="What plants stand in."),
)  # fmt: skip


def mention(in_: Passage, word: str, of: str) -> Mention:
    start = in_.text.index(word)
    return Mention(in_.id, start, start + len(word), ConceptId(of), word)


def library() -> Library:
    documents = (
        Document(OPEN, "seeds/open-talk.md", Kind.TRANSCRIPT, "An open talk", (TURN,), speakers=("Ana",), date="2024-05", publish="full"),
        Document(CLOSED, "/home/someone/in/closed-article.txt", Kind.ARTICLE, "A closed article", PASSAGES[1:], date="2023-01-02"),
    )
    named = ((TURN, "Compost"), (QUOTED, "compost"), (UNQUOTED, "compost"))
    matches = Matches((*(mention(at, word, "compost") for at, word in named), mention(TURN, "soil", "soil")), ())
    evidence = (
        Evidence(ConceptId("compost"), TURN.id, Grade.CENTRAL, 2.0, ("named first",)),
        Evidence(ConceptId("compost"), QUOTED.id, Grade.SUPPORTING, 1.0),
    )
    vocabulary = Vocabulary({c.id: c for c in CONCEPTS}, people={"ana": ConceptId("ana-silva"), "ana silva": ConceptId("ana-silva")})
    return shelve(documents, vocabulary, matches, evidence)
