"""Search by the project's own vocabulary and passages, as a reader would: what is looked for stands among the first hits."""

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from generator.exports.search import STOP_WORDS
from generator.exports.shards import words

#: Asks the site's worker one query after another, as the theme does; of each the pages and anchors that it found, the best first.
ASK = """async queries => {
    const told = JSON.parse(document.getElementById('__config').textContent);
    const worker = new Worker(new URL(told.search, location.href));
    const answer = message => new Promise(done => { worker.onmessage = event => done(event.data.data); worker.postMessage(message); });
    const index = await (await fetch(new URL('search/search_index.json', new URL(told.base + '/', location.href)))).json();
    await answer({type: 0, data: {...index, options: {suggest: true}}});
    const found = [];
    for (const query of queries) {
        const {items, suggest} = await answer({type: 2, data: query});
        found.push({groups: items.map(group => group.map(hit => hit.location)), texts: items.map(group => group[0].text), suggest});
    }
    return found;
}"""


@pytest.fixture
def page(context: BrowserContext, served: str) -> Page:
    page = context.new_page()
    page.goto(served)
    return page


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((site / "data/knowledge.json").read_bytes())
    return known


def ask(page: Page, queries: Sequence[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(ASK, list(queries))
    return found


def share(found: Sequence[dict[str, Any]], wanted: Sequence[str], most: int = 3) -> float:
    """How often the address that is wanted is among the first hits: page by page, and of each page its best."""
    firsts = [[group[0] for group in each["groups"][:most]] for each in found]
    return sum(place in first for place, first in zip(wanted, firsts, strict=True)) / len(wanted)


def test_subjects_are_found_by_each_of_their_names(page: Page, data: dict[str, Any]) -> None:
    named = [(label, c["page"]) for c in data["concepts"] for label in (c["prefLabel"], *c["altLabel"]) if words(label)][::4]
    found = ask(page, [label for label, _ in named])
    print(f"{len(named)} names: {share(found, [url for _, url in named]):.3f} among the first three")
    assert share(found, [url for _, url in named]) >= 0.99


def taken(data: dict[str, Any], least: int) -> tuple[list[str], list[str]]:
    """From each passage of some length four words that stand together, at least so many of which say something; and its address."""
    chance, queries, wanted = random.Random(4), [], []
    for passage in data["passages"]:
        said = words(passage["text"] or "")
        if passage["role"] in ("turn", "paragraph") and len(said) > 30:
            at = chance.randrange(len(said) - 4)
            if len(set(said[at : at + 4]) - set(STOP_WORDS)) >= least:
                queries.append(" ".join(said[at : at + 4]))
                wanted.append(f"sources/{passage['id'].replace('#', '/#', 1)}")
    return queries, wanted


def test_a_passage_is_found_by_words_that_stand_together_in_it(page: Page, data: dict[str, Any]) -> None:
    queries, wanted = taken(data, 2)
    found = ask(page, queries)
    print(f"{len(queries)} phrases: {share(found, wanted):.3f} among the first three, {share(found, wanted, 1):.3f} first")
    assert share(found, wanted) >= 0.93


def test_words_that_say_little_alone_lead_to_where_they_stand_in_this_order(page: Page, data: dict[str, Any]) -> None:
    """`four to one`: one word that says something, and numbers and little words around it."""
    said = {p["id"].replace("#", "/#", 1): words(p["text"] or "") for p in data["passages"] if p["role"] in ("turn", "paragraph")}
    every = [" ".join(found[at : at + 3]) for found in said.values() for at in range(len(found) - 2)]
    once = {run for run in every if every.count(run) == 1 and {"to", "one"} & set(run.split()) and set(run.split()) - set(STOP_WORDS)}
    at = {run: f"sources/{place}" for run in sorted(once)[::4] for place, found in said.items() if run in " ".join(found)}
    assert len(at) > 50
    found = ask(page, list(at))
    print(f"{len(at)} runs of three words: {share(found, list(at.values())):.3f} among the first three")
    assert share(found, list(at.values())) >= 0.9


def test_a_hit_shows_the_words_that_were_found_and_the_box_completes_the_last(page: Page, data: dict[str, Any]) -> None:
    queries, wanted = taken(data, 3)
    [found, short] = ask(page, [queries[0], queries[0].split()[-1][:4]])
    group = next(at for at, group in enumerate(found["groups"]) if group[0] == wanted[0])
    shown = words(re.sub("<[^>]*>", "", found["texts"][group]))
    assert queries[0] in " ".join(shown)
    assert short["suggest"][0].startswith(queries[0].split()[-1][:4])
    assert not any(found["suggest"] or [] for found in ask(page, ["nothing "]))
