"""A small library built by hand: a transcript, an article with a table, a brief; topics, terms, a person. All sentences are ours."""

from generator.found import Backlink, Grade
from generator.library import Library, shelve
from generator.model import (
    Cell,
    ConceptId,
    ConceptKind,
    Document,
    Kind,
    Link,
    Mark,
    Matches,
    Note,
    Reading,
    Role,
    SeedId,
    Table,
)
from generator.report import Location
from tests.hand_built import concept, evidence, mention, passage, vocabulary

CHAPTERS = passage("garden-talk", 3, Role.HEADING, "Chapters", level=2)
FIRST = passage("garden-talk", 4, Role.CHAPTER, "Beginnings", seconds=0.0)
SECOND = passage("garden-talk", 5, Role.CHAPTER, "Water & worms", seconds=90.0)
HELLO = passage("garden-talk", 6, Role.TURN, "Welcome to the garden.", speaker="Ada", seconds=0.0)
WATER = passage(
    "garden-talk", 7, Role.TURN, "She waters at dawn. Mulsh keeps the bed wet, and drip lines do the rest.",
    speaker="Ben Loam", seconds=95.0, marks=(Mark(24, 100.0),),
)  # fmt: skip
WORMS = passage("garden-talk", 8, Role.TURN, "Worms make compost without being asked.", speaker="Ada", seconds=130.5)
TALK = Document(
    SeedId("garden-talk"), "seeds/garden-talk.md", Kind.TRANSCRIPT, "Talking about soil",
    (
        passage("garden-talk", 1, Role.HEADLINE, "Talking about soil"),
        passage("garden-talk", 2, Role.BOILERPLATE, "Subscribe to our podcast!", excluded="call to subscribe"),
        CHAPTERS, FIRST, SECOND, HELLO, WATER, WORMS,
    ),
    publisher="Radio Compost", speakers=("Ada", "Ben Loam"), date="2024-06-11", media="https://media.example/soil.mp3",
    publish="full", inferred=frozenset({"speakers"}),
)  # fmt: skip

LONG = passage(
    "bed-test", 12, Role.PARAGRAPH,
    "Ten beds were watered in three ways. " + "The drip lines used least of all. " * 12 + "Nobody measured the taste.",
    heading="Method", links=(Link(4, 8, "https://beds.example/"),),
)  # fmt: skip
UNUSED = passage("bed-test", 13, Role.PARAGRAPH, "The weather was fine throughout.", heading="Method")
YIELD = passage(
    "bed-test", 14, Role.TABLE, "Bed | Litres\nDrip | 12\nHose | 40", heading="Results",
    table=Table(("Bed", "Litres"), tuple((Cell(bed, "text"), Cell(litres, "number")) for bed, litres in (("Drip", "12"), ("Hose", "~40")))),
)  # fmt: skip
FORECAST = passage("bed-test", 15, Role.PREDICTION, "Hoses will be gone from trial beds by 2030.", heading="Outlook")
ARTICLE = Document(
    SeedId("bed-test"), "seeds/bed-test.md", Kind.ARTICLE, "Ten beds, three hoses",
    (
        passage("bed-test", 11, Role.HEADING, "Method", level=1), LONG, UNUSED,
        passage("bed-test", 16, Role.HEADING, "Results: litres", level=2), YIELD, FORECAST,
    ),
    authors=("C. Weed",), date="2025", url="https://beds.example/test?x=1", origin="The trial of 2025",
)  # fmt: skip

KEY = passage("worm-brief", 22, Role.KEY_POINT, "The report counts worms and compost heaps.", heading="Key points")
BRIEF = Document(
    SeedId("worm-brief"), "seeds/worm-brief.md", Kind.BRIEF, "Worms are back",
    (passage("worm-brief", 21, Role.DEK, "Soil life returns to city gardens"), KEY),
    publisher="City Desk", form="digest", url="https://city.example/worms", publish="full",
)  # fmt: skip

WATERING = concept(
    "watering", "Watering", "irrigation", kind=ConceptKind.TOPIC,
    definition="How a bed gets its water.", scope_note="Rain is another matter.",
    editorial_note="Dawn is the usual advice.", body="Water is *half* of gardening; see [soil life](soil-life.md) and mulch.",
    member=(ConceptId("drip"), ConceptId("hose")), ordered=True, related=(ConceptId("soil-life"),),
    readings=(Reading("As the talk has it", (ConceptId("drip"),)), Reading("As the test has it", (ConceptId("drip"), ConceptId("hose")))),
)  # fmt: skip
CONCEPTS = (
    WATERING,
    concept("soil-life", "Soil life", kind=ConceptKind.TOPIC, broader=(ConceptId("watering"),)),
    concept("city-gardens", "City gardens", kind=ConceptKind.TREND, definition="More beds in towns, year by year."),
    concept("drip", "drip line", definition="A pipe that leaks on purpose."),
    concept("hose", "hose"),
    concept("mulch", "mulch", hidden=("mulsh",), definition="A cover of straw or leaves.", related=(ConceptId("watering"),)),
    concept("ada-moss", "Ada Moss", "Ada", kind=ConceptKind.PERSON, definition="Gardener.", url="https://moss.example/"),
)
NOTES = (
    Note("index.md", "A garden", "What gardeners say about mulch.\n", Location("docs/index.md", 1)),
    Note("about.md", "About", "# About\n\nHow *this* is made.\n", Location("docs/about.md", 1)),
)


def library() -> Library:
    return shelve(
        (TALK, ARTICLE, BRIEF),
        vocabulary(*CONCEPTS),
        Matches(
            (
                mention(WATER, "waters", "watering"), mention(WATER, "Mulsh", "mulch", misheard=True), mention(WATER, "drip lines", "drip"),
                mention(LONG, "watered", "watering"), mention(LONG, "drip lines", "drip"), mention(WORMS, "compost", "soil-life"),
                mention(KEY, "worms", "soil-life"), mention(FORECAST, "Hoses", "hose"),
            ),
            (),
        ),
        (
            evidence(WATER, "watering", 3.0), evidence(LONG, "watering", 2.0), evidence(FORECAST, "watering", 1.0, Grade.SUPPORTING),
            evidence(YIELD, "watering", 0.9, Grade.SUPPORTING),
            evidence(WORMS, "soil-life", 2.0), evidence(KEY, "soil-life", 1.0), evidence(WORMS, "watering", 0.5, Grade.SUPPORTING),
            evidence(LONG, "drip", 1.0),
        ),
        notes=NOTES,
        backlinks=(Backlink(ConceptId("mulch"), "topics/watering.md", "", "Watering", "Water is half of it; see soil life and mulch."),),
    )  # fmt: skip
