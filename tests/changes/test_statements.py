"""Which sentences of a note rest on sources that go."""

from generator.changes.statements import unsupported
from generator.model import Note, SeedId, Vocabulary
from generator.report import Location

BODY = """Bees dance. [@talk "they dance"] They also sleep [@talk "they sleep"] [@paper "sleep of bees"], and nobody knows why.

Wasps do not dance [@talk "wasps do not"]. Nothing is cited here.
"""
NOTE = Note("bees.md", "Bees", BODY, Location("docs/bees.md", 5))


def lost(*gone: str) -> list[tuple[str, int]]:
    return [(s.text, s.location.line) for s in unsupported(Vocabulary(), [NOTE], [SeedId(id) for id in gone])]


def test_a_statement_loses_its_last_support_when_all_that_it_cites_is_gone() -> None:
    assert lost("talk") == [("Bees dance.", 5), ("Wasps do not dance.", 7)]
    assert lost("paper") == []
    assert len(lost("talk", "paper")) == 3
