"""Disagreements on labelled documents, in hundredths: precision must be whole, recall only rises. Figures are printed with `-s`.

Documents and labels are by the author of the rules: three files were written while the rules were, one afterwards (`unfitted-`). The
natural and held-out documents, by others, hold no disagreement of these kinds.
"""

from collections.abc import Sequence
from typing import Any

import pytest

from generator.findings.disagreements import enumerations
from generator.findings.disagreements.members import differing, listings
from generator.findings.disagreements.misquoted import misquoted
from generator.findings.disagreements.tables import at_odds
from generator.findings.disagreements.values import values
from generator.findings.evidence import grade
from generator.findings.numbers import observations
from generator.findings.quotes import quotes
from generator.findings.quotes.coldopen import marked, repeats
from generator.model import ConceptId, Document, Matches, SourceText
from generator.read import read_all
from tests.hand_built import concept, matched, vocabulary
from tests.quality import corpus, heldout, test_quotes
from tests.quality.judged import vocabulary as curated

LABELS = corpus.labels("disagreements.yml")
#: Recall of statements that their own table does not bear out.
RECALL = {"fitted": 100, "unfitted": 91}
#: The quotations that their source does not bear out, by their beginnings.
MISQUOTED = {
    "own": ["We sold four hundred", "Every oven that I own"],
    "raw": ["revenue is the only thing", "We have three Foundation models", "A wide range of AI tasks"],
}


def files(name: str) -> list[str]:
    return [file for file in LABELS["tables"] if file.startswith("unfitted-") == (name == "unfitted")]


@pytest.mark.parametrize("name", RECALL)
def test_statements_and_their_own_tables(name: str) -> None:
    wanted = [(file, words) for file in files(name) for words in LABELS["tables"][file]]
    found = [(file, d.sides[0].says) for file in files(name) for d in at_odds([corpus.load(corpus.HERE / "disputed" / file)])]
    right = [label for label in wanted if any(label[0] == file and says.endswith(label[1]) for file, says in found)]
    false = [each for each in found if not any(each[0] == file and each[1].endswith(words) for file, words in wanted)]
    print(f"\n{name}: precision {100 * (len(found) - len(false)) // len(found)}, recall {100 * len(right) // len(wanted)} of {len(wanted)}")
    assert not false
    assert 100 * len(right) // len(wanted) >= RECALL[name], set(wanted) - set(right)


def others() -> list[Document]:
    natural = [corpus.load(path) for path in sorted((corpus.HERE / "natural").glob("*.txt"))]
    return [*natural, *(document for _, document in heldout.documents())]


def test_nothing_is_disputed_that_is_not() -> None:
    """Fifteen tables with their takeaways, transcripts that speak of the enumerations, summaries that quote: all of it consistent."""
    words = curated()
    documents = others()
    passages = {p.id: p for d in documents for p in d.passages}
    assert not at_odds(documents)
    lists = [each for d in documents for each in enumerations.enumerations(d)]
    assert len(lists) > 50
    assert not enumerations.at_odds(lists, {d.id: documents[0].id for d in documents})
    assert not differing(listings(documents, words, matched(documents, words)), words, passages)
    assert not misquoted(quotes(documents), passages)


@pytest.mark.parametrize("raw", [False, True], ids=["digests", "raw"])
def test_the_five_documents(raw: bool) -> None:
    documents = [found.document for found in corpus.documents() if (found.shift == 0) == raw]
    if not documents:
        pytest.skip("the raw documents do not stand beside the checkout")
    words = curated()
    listed = listings(documents, words, matched(documents, words))
    passages = {p.id: p for d in documents for p in d.passages}
    assert [d.concept for d in differing(listed, words, passages)] == ["four-wars", "research-directions"]
    assert [d.about for d in at_odds(documents)] == ["Time from Previous Major Release and Safety Benchmark (e.g., TruthfulQA)"]


@pytest.mark.parametrize("name", MISQUOTED)
def test_quotations(name: str) -> None:
    read = test_quotes.documents(name)
    documents = marked(read, repeats(read))
    passages = {p.id: p for d in documents for p in d.passages}
    found = [d.about for d in misquoted(quotes(documents), passages)]
    assert len(found) == len(MISQUOTED[name])
    assert all(one.startswith(start) for one, start in zip(found, MISQUOTED[name], strict=True))


@pytest.mark.parametrize("case", LABELS["members"]["cases"], ids=lambda case: case["why"])
def test_members(case: dict[str, Any]) -> None:
    entries = LABELS["members"]["vocabulary"]
    words = vocabulary(*(_entry(entry) for entry in entries))
    documents = _documents(case["sources"])
    listed = listings(documents, words, matched(documents, words))
    by_source = {listing.source: list(listing.members) for listing in listed}
    assert [by_source.get(d.id, []) for d in documents] == case["listed"]
    assert bool(differing(listed, words, {p.id: p for d in documents for p in d.passages})) == case["differ"]


@pytest.mark.parametrize("case", LABELS["values"], ids=lambda case: case["why"])
def test_values(case: dict[str, Any]) -> None:
    documents = _documents(case["sources"])
    observed = observations(documents, vocabulary(), Matches((), ()), ())
    heads = {d.id: documents[0].id for d in documents if case["one"]}
    found = values(observed, {p.id: p for d in documents for p in d.passages}, heads, vocabulary())
    assert [side.label for d in found for side in d.sides] == case["differ"]


@pytest.mark.parametrize("case", LABELS["lists"], ids=lambda case: case["why"])
def test_lists_without_a_name(case: dict[str, Any]) -> None:
    documents = _documents(case["sources"], case.get("kind", "article"))
    heads = {d.id: documents[0].id for d in documents if case["one"]}
    found = enumerations.at_odds((each for d in documents for each in enumerations.enumerations(d)), heads)
    assert [side.says for d in found for side in d.sides] == case["differ"]


def test_values_of_all_documents() -> None:
    """46 documents that have nothing to do with one another contradict no value, even if all told of one event."""
    words = curated()
    documents = others()
    matches = matched(documents, words)
    observed = observations(documents, words, matches, grade(documents, words, matches))
    passages = {p.id: p for d in documents for p in d.passages}
    assert len(observed) > 300
    assert not values(observed, passages, {}, words)
    assert not values(observed, passages, {d.id: documents[0].id for d in documents}, words)


def _entry(entry: dict[str, Any]) -> Any:
    members = tuple(map(ConceptId, entry.get("member", ())))
    return concept(entry["id"], entry["name"], *entry.get("also", ()), member=members, ordered=entry.get("ordered", False))


def _documents(texts: Sequence[str], kind: str = "article") -> tuple[Document, ...]:
    head = "---\ntitle: Bread {}\nkind: {}\n---\n\n{}\n"
    documents, problems = read_all(SourceText(f"bread-{n}.md", head.format(n, kind, text).encode()) for n, text in enumerate(texts))
    assert not problems
    return documents
