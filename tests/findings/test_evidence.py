"""What a note's words tell of its subject, and what in them does not."""

from generator.findings.evidence.profiles import profiles, resemblance
from generator.model import ConceptKind
from tests.hand_built import concept

BODY = "Mara Quell measured a heap that rots with air. Quell's leaves were soil in a year. She learnt it at Heap Works."
KNOWN = profiles(
    (
        concept("compost", "Heap Works", kind=ConceptKind.TOPIC, definition="Plants that rotted with air.", body=BODY),
        concept("watering", "watering", kind=ConceptKind.TOPIC, body="A bed at noon burns its leaves, so the can waits."),
    )
)


def test_whoever_a_note_names_tells_nothing_of_its_subject() -> None:
    assert "quell" not in KNOWN.weights and "mara" not in KNOWN.weights
    assert {"soil", "rot", "air", "heap"} <= KNOWN.weights.keys(), "words of the note, and a name that is the subject's own"
    told = resemblance(["I am Mara Quell, and this is Quell's garden."], KNOWN)
    assert told["compost"].standing <= 0 < resemblance(["It rots to soil."], KNOWN)["compost"].standing
