"""What the curator's prose rests on: its citations, each traced to its passage, and what is wrong with them. Shows nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.address import of_concept
from generator.citing import Citing, marks
from generator.findings.citations import anchors
from generator.findings.citations.nearest import like, nearest, slip
from generator.found import Citation, Quoted, Selector
from generator.model import Document, Note, SeedId, Vocabulary
from generator.report import Location, Problem, Severity

#: As many words of a source that is shown in excerpts are shown at once.
_MOST_WORDS = 60
#: Fewer words than this stand everywhere; that they stand in another source too says nothing.
_TELLING = 3
_FORM = 'Write [@seed-id "exact words"]: the seed\'s file name without its ending, and words as they stand in it.'


class _Prose(NamedTuple):
    """A text of the curator's: the page that shows it, its Markdown, and where it begins."""

    page: str
    text: str
    location: Location


class Sources:
    """The documents that a build has, each folded when it is first cited, and what ids that it has not may mean."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Nothing is folded yet."""
        self.documents = {document.id: document for document in documents}
        self._pages: dict[SeedId, anchors.Page] = {}
        self._meant: dict[str, str] = {}

    def page(self, source: SeedId) -> anchors.Page:
        """The document as citations see it."""
        if source not in self._pages:
            self._pages[source] = anchors.page(self.documents[source])
        return self._pages[source]

    def meant(self, id: str) -> str:
        """The id that one without a document misspells; empty if none is near."""
        if id not in self._meant:
            self._meant[id] = slip(id, self.documents)
        return self._meant[id]


def citations(
    documents: Iterable[Document], vocabulary: Vocabulary, notes: Iterable[Note]
) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:  # fmt: skip
    """The citations of topic and trend notes and of the curator's own pages, page by page in order of their numbers, and all problems.

    Words that do not stand in their source are an error. A source that the build does not have is an error where its id is a slip away
    from one that there is; else all of them are one warning, because a site can be built from another set of seeds.
    """
    sources = Sources(documents)
    made: list[Citation] = []
    problems = [*_misplaced(vocabulary)]
    for prose in _proses(vocabulary, notes):
        found, wrong = _of_page(prose, sources)
        made += found
        problems += wrong
    return tuple(made), (*problems, *_elsewhere(made, sources.documents))


def _proses(vocabulary: Vocabulary, notes: Iterable[Note]) -> Iterator[_Prose]:
    for concept in vocabulary.concepts.values():
        if concept.body:
            yield _Prose(of_concept(concept).page, concept.body, Location(concept.location.path, concept.body_line))
    for note in notes:
        yield _Prose(note.path, note.body, note.location)


def _of_page(prose: _Prose, sources: Sources) -> tuple[list[Citation], list[Problem]]:
    made: dict[tuple[str, str], Citation] = {}
    problems: list[Problem] = []
    for mark in marks(prose.text):
        place = Location(prose.location.path, prose.location.line + prose.text.count("\n", 0, mark.start))
        key = key_of(mark)
        if key not in made:
            found, wrong = traced(mark, place, sources)
            problems += wrong
            if found is not None:
                texts = tuple(text for _, text in found)
                places = tuple(quoted for quoted, _ in found)
                anchor = anchors.anchor(places, texts) if places else Selector(mark.words)
                made[key] = Citation(prose.page, len(made) + 1, place, SeedId(mark.source), mark.words, anchor, places)
    return list(made.values()), problems


def key_of(mark: Citing) -> tuple[str, str]:
    """What makes two marks on a page one reference: the same seed and the same words."""
    return mark.source, anchors.fold(mark.words).text


def traced(mark: Citing, place: Location, sources: Sources) -> tuple[list[tuple[Quoted, str]] | None, list[Problem]]:
    """Where the words of a mark stand, with the texts of the passages; an empty list where the build has no such source; None: wrong.

    The problems stand at `place`. Any text of the curator's that cites is held to this, not only pages.
    """
    source = SeedId(mark.source)
    if not anchors.fold(mark.words).text:
        return None, [Problem("citation-form", place, "This citation has not the form of one.", _FORM)]
    if source not in sources.documents:
        meant = sources.meant(mark.source)
        wrong = Problem("citation-seed", place, f"There is no seed `{mark.source}`.", f"Did you mean {meant}?")
        return (None, [wrong]) if meant else ([], [])
    found = anchors.find(sources.page(source), mark.words)
    if not found:
        return None, [_not_there(mark, place, sources)]
    texts = {p.id: p for p in sources.documents[source].passages}
    notes = [*_doubtful(mark, place, found, {id: p.lines.first for id, p in texts.items()}), *_long(mark, place, sources)]
    return [(quoted, texts[quoted.passage].text) for quoted in found[0]], notes


def _not_there(mark: Citing, place: Location, sources: Sources) -> Problem:
    """The error for words that do not stand in their source: it names where they do stand, or shows what comes nearest."""
    wrong = f"These words do not stand in {mark.source}: “{mark.words}”."
    for id, document in sources.documents.items() if len(mark.words.split()) >= _TELLING else ():
        if id != mark.source and (others := anchors.find(sources.page(id), mark.words)):
            line = next(p.lines.first for p in document.passages if p.id == others[0][0].passage)
            return Problem("citation-words", place, wrong, f"They stand in {document.path}:{line}: cite {id}.")
    near = nearest(sources.page(SeedId(mark.source)), mark.words)
    path = sources.documents[SeedId(mark.source)].path
    right = f"Nearest to them is {path}:{near[0].lines.first}: “{near[1]}”." if near else f"Copy them from {path}."
    return Problem("citation-words", place, wrong, right)


def _doubtful(mark: Citing, place: Location, found: list[tuple[Quoted, ...]], lines: Mapping[str, int]) -> Iterator[Problem]:
    """Words that stand in more than one place: the first one is taken."""
    if len(found) > 1:
        at = ", ".join(str(line) for line in dict.fromkeys(lines[places[0].passage] for places in found))
        wrong = f"These words stand {len(found)} times in {mark.source} (lines {at}): “{mark.words}”. The first place is taken."
        yield Problem("citation-doubtful", place, wrong, "Cite more words, so that only one place has them.", Severity.NOTICE)


def _long(mark: Citing, place: Location, sources: Sources) -> Iterator[Problem]:
    if len(mark.words.split()) > _MOST_WORDS and sources.documents[SeedId(mark.source)].publish != "full":
        wrong = f"This citation has {len(mark.words.split())} words of a source that is shown in excerpts."
        yield Problem("citation-long", place, wrong, f"Cite the {_MOST_WORDS} that matter most, or fewer.", Severity.WARNING)


def _elsewhere(made: Iterable[Citation], known: Iterable[SeedId]) -> Iterator[Problem]:
    """A warning for each cited source that the build does not have where another is called alike, and one in sum for all others."""
    missing: dict[SeedId, list[Location]] = defaultdict(list)
    for citation in made:
        if not citation.places:
            missing[citation.source].append(citation.location)
    near = {seed: like(seed, known) for seed in missing}
    for seed, meant in near.items():
        if meant:
            wrong = f"`{seed}` is not among the seeds. Its references ({len(missing[seed])}) stand without a link."
            yield Problem("citation-elsewhere", min(missing[seed]), wrong, f"Did you mean {meant}?", Severity.WARNING)
    others = {seed: places for seed, places in missing.items() if not near[seed]}
    if others:
        named = ", ".join(f"{seed} ({len(places)})" for seed, places in sorted(others.items()))
        wrong = f"Sources that are cited are not among the seeds: {named}. These references stand without a link."
        right = "Build with these seeds too, or cite those that there are."
        yield Problem("citation-elsewhere", min(map(min, others.values())), wrong, right, Severity.WARNING)


def _misplaced(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Citations in fields, which no page shows as references."""
    for concept in vocabulary.concepts.values():
        for text in (concept.definition, concept.scope_note, concept.editorial_note):
            if any(True for _ in marks(text)):
                wrong = f"A field of `{concept.id}` holds a citation, which is shown in a page's text only."
                yield Problem("citation-place", concept.location, wrong, "Put it into the text below the front matter of a note.")
