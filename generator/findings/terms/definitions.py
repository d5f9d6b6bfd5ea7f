"""What the sources define, in their own words: the sentences, and what each defines. Where definitions stand is told in `stating`,
`calling`, `beside`, `following` and `entries`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice

from generator.findings.terms.beside import beside
from generator.findings.terms.calling import calling
from generator.findings.terms.entries import listed
from generator.findings.terms.following import followed
from generator.findings.terms.form import Form, Often, forms, stretches
from generator.findings.terms.gloss import WORD
from generator.findings.terms.hearing import Ear, ear, garbled
from generator.findings.terms.naming import is_term
from generator.findings.terms.stating import stated
from generator.found import ELSEWHERE, Definition
from generator.model import Concept, ConceptKind, Document, Matches, Mention, Passage, PassageId, Role, Vocabulary
from generator.text import fold, sentences, singular, tokens

#: What brings a term in: "a scheme is …". A sort of people is defined only so; without it, it is a name or a remark.
_INDEFINITE = frozenset({"a", "an"})


Mentions = Mapping[PassageId, Sequence[Mention]]


def definitions(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Definition, ...]:
    """The definitions in the documents, in the order of the text, one for each term and sentence."""
    listener = ear(vocabulary, matches)
    mentions: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        mentions[mention.passage].append(mention)
    return tuple(found for document in documents for found in _in_document(document, mentions, listener))


def _in_document(document: Document, mentions: Mentions, listener: Ear) -> Iterator[Definition]:
    passages = [p for p in document.passages if p.says and p.role is not Role.TABLE]
    words = {word[0] for passage in passages for word in WORD.finditer(passage.text)}
    found: dict[PassageId, dict[tuple[int, str], Definition]] = {passage.id: {} for passage in passages}
    often = _said(document)
    for passage in passages:
        here = found[passage.id]
        for form in _forms(passage, often):
            form = form if form.quoted else _plainer(passage.text, form, often)
            small = not form.small or passage.text[slice(*form.term)].lower() in words
            made = _definition(passage, form, passage, mentions, listener) if small else None
            if made and not (form.beside and any(_within(form, other) for other in here.values())):
                here.setdefault((made.term_at, ""), made)
    for one in (*followed(passages), *listed(passages)):
        form = _placed(one.form, one.named.start, (one.told.start, one.told.end), within=one.named.passage is one.told.passage)
        made = _definition(one.told.passage, form, one.named.passage, mentions, listener)
        if made and not any(_same(made, other) for other in found[made.passage].values()):
            found[made.passage][made.start, made.term] = made
    for of_passage in found.values():
        yield from sorted(of_passage.values(), key=lambda made: (made.start, made.term_at))


def _said(document: Document) -> Often:
    """Whether a document says words more than once, in whatever number."""
    words = [singular(word.lower()) for passage in document.passages for word in WORD.findall(passage.text)]
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)

    @cache
    def often(term: str) -> bool:
        sought = [singular(word) for word in WORD.findall(term.lower())]
        found = (at for at in places.get(sought[0], ()) if words[at : at + len(sought)] == sought) if sought else ()
        return len(tuple(islice(found, 2))) > 1

    return often


def _forms(passage: Passage, often: Often) -> Iterator[Form]:
    """The forms of definitions in each sentence by itself."""
    for start, end in sentences(passage.text):
        for first, last in stretches(passage.text, start, end):
            yield from forms(passage.text, first, last, (partial(stated, often=often), calling, partial(beside, often=often)))


def _plainer(text: str, form: Form, often: Often) -> Form:
    """The form with a term that the text comes back to, without what is said of it once: "an open-source | message broker"."""
    words = list(WORD.finditer(text, *form.term))
    if len(words) > 2 and "-" in words[0][0] and not often(text[slice(*form.term)]):
        rest = words[1].start(), form.term[1]
        return form._replace(term=rest) if often(text[slice(*rest)]) else form
    return form


def _placed(form: Form, shift: int, told: tuple[int, int], *, within: bool) -> Form:
    """A form whose term stands in one sentence and its definition in another, by places in their passages."""
    term = (form.term[0] + shift, form.term[1] + shift)
    return form._replace(term=term, span=(min(shift, told[0]), max(told[1], term[1])) if within else told)


def _within(form: Form, other: Definition) -> bool:
    """Whether an aside stands in what its sentence already tells of another term: "X is a box, a thing that …"."""
    return other.end == form.span[1] and other.term_at < form.term[0] and other.start <= form.term[0]


def _same(one: Definition, other: Definition) -> bool:
    """Whether two definitions of one passage tell of one term in words that overlap."""
    return fold(one.term) == fold(other.term) and one.start < other.end and other.start < one.end


def _definition(passage: Passage, form: Form, of: Passage, mentions: Mentions, listener: Ear) -> Definition | None:
    """The definition, if what it defines is a concept of the vocabulary or a term; None for a name that is likely misheard.

    `of` is the passage that the term stands in.
    """
    first, last = form.term
    mention = next((m for m in mentions.get(of.id, ()) if m.start == first and m.end == last), None)
    if mention:
        concept = listener.vocabulary.concepts[mention.concept]
        return _made(passage, form, of, mention) if _general(form, concept, mention) else None
    term = of.text[first:last]
    barred = form.known or (form.person and form.article not in _INDEFINITE)
    if barred or not is_term(term, quoted=form.quoted, article=form.article) or garbled(term, of, listener):
        return None
    return _made(passage, form, of, None)


def _made(passage: Passage, form: Form, of: Passage, mention: Mention | None) -> Definition:
    (start, end), (first, last) = form.span, form.term
    at = first if of is passage and start <= first < end else ELSEWHERE
    return Definition(passage.id, start, end, at, of.text[first:last], passage.text[start:end], mention.concept if mention else None)


def _general(form: Form, concept: Concept, mention: Mention) -> bool:
    """Whether a name means the concept in general: "the benchmark" is one of which was spoken, "the API line" is the concept itself."""
    if form.article != "the" or form.quoted or concept.kind not in {ConceptKind.TERM, ConceptKind.TOPIC, ConceptKind.TREND}:
        return True
    return len(tokens(mention.surface)) > 1 or mention.surface != mention.surface.lower()
