"""The pipeline: what was read in, pages and data out, as one function of its inputs. Opens no file and prints nothing."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from generator import faults, folders
from generator.config import Config, missing
from generator.exports import EXPORTS, LOCAL
from generator.exports.assets import served
from generator.exports.feeds import feeds
from generator.exports.llms import llms
from generator.exports.mail import mails, too_large
from generator.findings.backlinks import backlinks, page_links
from generator.findings.citations import citations
from generator.findings.disagreements import disagreements
from generator.findings.issues import issues, without_drafts
from generator.findings.numbers import told as units_told
from generator.findings.predictions import dated
from generator.findings.predictions.resolutions import resolve
from generator.findings.suggestions import suggestions
from generator.findings.suggestions.rejected import rejected
from generator.findings.wikilinks import linked
from generator.library import Library, newest, shelve
from generator.match import matcher
from generator.model import SourceText
from generator.notes import notes
from generator.output import Output, OutputFile, packed
from generator.pages import letters
from generator.pages.cards import Card, cards
from generator.remade import remade
from generator.render import render
from generator.report import Location, Problem, Report
from generator.study import Memory
from generator.together import known
from generator.tracing import Pieces
from generator.vocabulary import assemble


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a build is made of, as it stood on disk, and what was wrong with reading it. `config`: None if it cannot be read.

    `drafts`: issues that are drafts are built too.
    """

    seeds: tuple[SourceText, ...] = ()
    docs: folders.Docs = field(default_factory=folders.Docs)
    templates: Mapping[str, str] = field(default_factory=dict)
    config: Config | None = None
    problems: tuple[Problem, ...] = ()
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: `files` for the engine's folder, `local` ones beside it, issues as `mail`, all problems, and their library.

    `cards` are pictures to be drawn in the finished site.
    `whole`: every page is there, so that the engine can be run on them, whatever else is wrong. `pieces`: for the next build.
    """

    files: tuple[Output, ...]
    local: tuple[Output, ...]
    mail: tuple[OutputFile, ...]
    cards: tuple[Card, ...]
    report: Report
    library: Library
    whole: bool
    pieces: Pieces


def build(inputs: Inputs, memory: Memory | None = None, last: Pieces | None = None, *, again: bool = True) -> Built:
    """The pipeline. The same inputs give the same bytes, whatever `memory` (`recall`) and the pieces of the last build spare it.

    `again`: the program may build again, so that its pieces are kept.
    """
    settings, memory = inputs.config or Config(), memory or Memory()
    vocabulary, unfit = assemble(inputs.docs.vocabulary)
    own, unnoted = notes(inputs.docs.pages, inputs.docs.folder)
    own, held = (own, ()) if inputs.drafts else without_drafts(own)
    found, unread = known(inputs.seeds, vocabulary, memory)
    documents = found.documents
    vocabulary, own, unlinked = linked(vocabulary, own, documents)
    cited, uncited = citations(documents, vocabulary, own)
    foretold, unjudged = resolve(dated(found.predictions, settings.as_of or newest(documents)), inputs.docs.predictions, documents)
    measured = units_told(found.numbers)
    differing, undeclared = disagreements(
        documents, vocabulary, found.listings, found.quotes, measured, found.origins, found.tables, found.enumerations
    )
    published, uncounted = issues(own, documents)
    turned_down, unlisted = rejected(inputs.docs.rejected)
    proposed = suggestions(
        documents,
        vocabulary,
        found.leads,
        found.evidence,
        suspicions=found.suspicions,
        acronyms=found.acronyms,
        definitions=found.definitions,
        origins=found.origins,
        rejected=turned_down,
    )
    library = shelve(
        documents,
        vocabulary,
        found.matches,
        found.evidence,
        notes=own,
        backlinks=backlinks(vocabulary, own, matcher(vocabulary)),
        page_links=page_links(vocabulary, own),
        citations=cited,
        predictions=foretold,
        observations=measured,
        acronyms=found.acronyms,
        definitions=found.definitions,
        suspicions=found.suspicions,
        quotes=found.quotes,
        listings=found.listings,
        suggestions=proposed,
        disagreements=differing,
        repeats=found.repeats,
        origins=found.origins,
        issues=published,
        as_of=settings.as_of,
        site=settings.site,
        once=lambda document, uses, make: memory.once(("excerpts", found.keys[document.id], json.dumps(uses)), make),
    )
    pieces = Pieces(library, last, kept=again)
    pages = remade(library, inputs.templates, pieces)
    written, unwritten = render(letters(library), inputs.templates) if inputs.templates else ((), ())
    mail = mails(library, written)
    data, local = (tuple(_file(path, export(library, pieces), pieces) for path, export in each.items()) for each in (EXPORTS, LOCAL))
    overview = llms(library, pages.titles)
    files = (*pages.files, *data, *feeds(library, written, pieces), overview, *served(inputs.docs.assets))
    clashing = _clashes(files)
    wrong = (
        unread,
        unfit,
        unnoted,
        unlinked,
        uncited,
        held,
        uncounted,
        unjudged,
        undeclared,
        unlisted,
        pages.problems,
        unwritten,
        too_large(library, mail),
        clashing,
    )
    told = Report.of(inputs.problems, *wrong).problems
    paths = {*pages.titles, *(file.path.removeprefix(f"{inputs.docs.folder}/") for file in inputs.docs.pages)}
    astray = (*missing(settings, paths), *faults.in_notes(library, paths, told))
    whole = len(pages.files) == len(pages.titles) and not clashing and inputs.config is not None
    return Built(files, local, mail, cards(library), Report.of(told, astray), library, whole, pieces)


def _file(path: str, made: Iterable[bytes], pieces: Pieces) -> Output:
    """A file of stretches of bytes; packed, where no next build can use it."""
    return OutputFile(path, b"".join(made)) if pieces.kept else packed(path, made)


def _clashes(files: Iterable[Output]) -> tuple[Problem, ...]:
    """Files that would be written to the same place, also on a disk that tells neither capitals apart nor forms of one letter."""
    counts = Counter(normalize("NFC", file.path).casefold() for file in files)
    wrong = "Two files would be written to this path."
    right = "Rename the page or file of docs/: a page of this name is generated."
    return tuple(Problem("page-twice", Location(f"docs/{path}"), wrong, right) for path, count in counts.items() if count > 1)
