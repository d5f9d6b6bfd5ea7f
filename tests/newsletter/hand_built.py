"""Sources of two months on bees, three of them on one event, and two issues; all by hand. All sentences are ours."""

from collections.abc import Iterable
from dataclasses import replace

from generator.findings.issues import issues
from generator.found import Difference, Disagreement, Evidence, Grade, Origin, Outcome, Prediction, Resolution, Side, Status
from generator.library import Library, shelve
from generator.model import ConceptId, ConceptKind, Document, Kind, Matches, Note, Passage, Role, SeedId, Site
from generator.report import Location
from tests.hand_built import concept, document, passage, vocabulary

SITE = "https://bees.example/seedbed/"


def said(source: str, number: int, text: str, **more: object) -> Passage:
    return passage(source, number, Role.PARAGRAPH, text, **more)


def source(id: str, date: str, *passages: Passage, **more: object) -> Document:
    about = {"title": f"On {id}", "publish": "full", **more}
    return replace(document(*passages, id=id, date=date, kind=Kind.ARTICLE), **about)  # type: ignore[arg-type]  # fields by name


HIVE = said("hive", 1, "A hive that is kept warm through the winter eats half of what a cold one eats, said the keeper.")
COUNT = said("hive", 2, "There were forty hives on the roof of the opera when the count was made in the spring of that year.")
PAPER = said("paper", 1, "Warm hives eat half as much as cold ones do, by the weight of forty hives over one winter.")
RADIO = said("radio", 1, "On the radio they said that a warm hive eats half of what a cold one eats, and that was all.")
ROOF = said("roof", 1, "On the roof of the opera there were sixty hives in that spring, by the account of the man who kept them.")
SHORT = said("roof", 2, "Warm hives, yes.")
ASKED = said("roof", 3, "Does anybody know whether hives on a roof that nobody keeps warm get through a winter at all?")
TOWN = said("town", 1, "Hives in the town will outnumber those in the country by the end of 2025, the union of keepers says.")

SOURCES = (
    source("hive", "2025-01", HIVE, COUNT),
    source("paper", "2025-01-20", PAPER),
    source("radio", "2025-01-25", RADIO),
    source("roof", "2025-03-02", ROOF, SHORT, ASKED),
    source("town", "", TOWN),
)
WORDS = vocabulary(
    concept("warmth", "Warmth", kind=ConceptKind.TOPIC),
    concept("roofs", "Roofs", kind=ConceptKind.TOPIC),
    concept("town-bees", "Town bees", kind=ConceptKind.TREND),
)
ONE_WINTER = Origin("winter", (SeedId("hive"), SeedId("paper"), SeedId("radio")), ("One winter's measurements.",))
CONTRADICTION = Disagreement(
    "d1", Difference.VALUES, "hives on the opera",
    (Side(COUNT.id, 11, 22, "forty hives"), Side(ROOF.id, 35, 46, "sixty hives")), ConceptId("roofs"),
)  # fmt: skip
FORETOLD = Prediction(
    TOWN.id, 0, len(TOWN.text), TOWN.text, "", "2025-01", "by the end of 2025", "2025-12-31", "", "", Status.OPEN,
)  # fmt: skip
CAME_TRUE = Resolution(Outcome.CAME_TRUE, "2026-02", "https://example.org/count")


def note(day: str, head: str = "", body: str = "Words of mine.\n", title: str = "") -> Note:
    path = f"issues/{day}.md"
    return Note(path, title or f"Issue of {day}", body, Location(f"docs/{path}", 4), head=head)


def evidence(where: Passage, of: str, score: float = 1.0, grade: Grade = Grade.CENTRAL) -> Evidence:
    return Evidence(ConceptId(of), where.id, grade, score)


EVIDENCE = (
    evidence(HIVE, "warmth", 3.0), evidence(PAPER, "warmth", 4.0), evidence(RADIO, "warmth", 2.0), evidence(COUNT, "roofs", 1.0),
    evidence(ROOF, "roofs", 2.0), evidence(SHORT, "roofs", 9.0), evidence(ASKED, "roofs", 8.0), evidence(TOWN, "town-bees", 1.0),
    evidence(SHORT, "warmth", 9.0, Grade.SUPPORTING),
)  # fmt: skip


def library(
    notes: Iterable[Note] = (note("2025-01-31"), note("2025-03-31", "sources: [roof, town]\n")),
    *,
    documents: Iterable[Document] = SOURCES,
    origins: Iterable[Origin] = (ONE_WINTER,),
    predictions: Iterable[Prediction] = (FORETOLD,),
) -> Library:
    notes, documents = tuple(notes), tuple(documents)
    found, _ = issues(notes, documents)
    there = {passage.id for d in documents for passage in d.passages}
    return shelve(
        documents,
        WORDS,
        Matches((), ()),
        [e for e in EVIDENCE if e.passage in there],
        notes=notes,
        origins=origins,
        issues=found,
        site=Site("Bees", SITE),
        predictions=[p for p in predictions if p.passage in there],
        disagreements=[CONTRADICTION] if {COUNT.id, ROOF.id} <= there else (),
    )
