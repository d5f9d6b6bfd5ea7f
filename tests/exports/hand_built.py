"""A library made by hand: one source that may be shown in full, one that may be excerpted, a topic, a term, a person."""

from dataclasses import replace

from generator.found import Grade
from generator.library import Library, shelve
from generator.model import Cell, ConceptKind, Document, Kind, Matches, Role, SeedId, Table
from tests.hand_built import concept, evidence, mention, passage, vocabulary

OPEN, CLOSED = SeedId("open-talk"), SeedId("closed-article")
LONG = " ".join(f"word{n}" for n in range(30)) + ". Gardens need compost every year. " + " ".join(f"more{n}" for n in range(60)) + "."

TURN = passage(OPEN, 3, Role.TURN, "Compost feeds the soil.", speaker="Ana", seconds=75.0)
QUOTED = passage(CLOSED, 2, Role.PARAGRAPH, LONG)
UNQUOTED = passage(CLOSED, 4, Role.PARAGRAPH, "Nobody cites this line about compost.")
HEADING = passage(CLOSED, 1, Role.HEADING, "A heading", level=2)
TABLE = passage(CLOSED, 6, Role.TABLE, "Year 2020", table=Table(("Year",), ((Cell("2020", "number", (2020.0,)),),)))
PASSAGES = (TURN, QUOTED, UNQUOTED, HEADING, TABLE)

CONCEPTS = (
    concept("ana-silva", "Ana Silva", "Ana", kind=ConceptKind.PERSON),
    concept(
        "compost", "Compost", "black gold", kind=ConceptKind.TOPIC,
        hidden=("come post",), definition="Rotted plants.", body="It *rots*. [More](x.md)",
    ),
    concept("soil", "Soil <b>", definition="What plants stand in."),
)  # fmt: skip


def library() -> Library:
    documents = (
        Document(OPEN, "seeds/open-talk.md", Kind.TRANSCRIPT, "An open talk", (TURN,), speakers=("Ana",), date="2024-05", publish="full"),
        Document(CLOSED, "/home/someone/in/closed-article.txt", Kind.ARTICLE, "A closed article", PASSAGES[1:], date="2023-01-02"),
    )
    named = ((TURN, "Compost"), (QUOTED, "compost"), (UNQUOTED, "compost"))
    matches = Matches((*(mention(at, word, "compost") for at, word in named), mention(TURN, "soil", "soil")), ())
    found = (replace(evidence(TURN, "compost", 2.0), because=("named first",)), evidence(QUOTED, "compost", 1.0, Grade.SUPPORTING))
    return shelve(documents, vocabulary(*CONCEPTS), matches, found)
