"""What the sources define, in their own words: the sentences, and what each defines. Forms of definitions are told in `defining`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.findings.terms.defining import Form, forms
from generator.findings.terms.genus import DOUBTING, JUDGING, NAMING, NO_SORT, NO_TERM
from generator.findings.terms.hearing import Ear, ear, garbled
from generator.findings.terms.spoken import spoken
from generator.found import Definition
from generator.model import Concept, ConceptKind, Document, Matches, Mention, Passage, PassageId, Role, Vocabulary
from generator.text import sentences, tokens

#: A term that the vocabulary does not know has at most so many words.
_MOST_WORDS = 4
#: What brings a term in: "a scheme is …". A sort of people is defined only so; without it, it is a name or a remark.
_INDEFINITE = frozenset({"a", "an"})


def definitions(documents: Iterable[Document], vocabulary: Vocabulary, matches: Matches) -> tuple[Definition, ...]:
    """The definitions in the documents, in the order of the text, one for each term and sentence."""
    listener = ear(vocabulary, matches)
    mentions: dict[PassageId, list[Mention]] = defaultdict(list)
    for mention in matches.mentions:
        mentions[mention.passage].append(mention)
    passages = (p for document in documents for p in document.passages if p.says and p.role is not Role.TABLE)
    return tuple(found for passage in passages for found in _in_passage(passage, mentions[passage.id], listener))


def _in_passage(passage: Passage, mentions: Sequence[Mention], listener: Ear) -> Iterator[Definition]:
    stood = sentences(passage.text)
    found: dict[int, Definition] = {}
    for form in chain.from_iterable((*(forms(passage.text, *span) for span in stood), spoken(passage.text, stood))):
        if form.term[0] not in found and (made := _definition(passage, form, mentions, listener)):
            found[made.term_at] = made
    yield from (found[at] for at in sorted(found))


def _definition(passage: Passage, form: Form, mentions: Sequence[Mention], listener: Ear) -> Definition | None:
    """The definition, if what it defines is a concept of the vocabulary or a term; None for a name that is likely misheard."""
    first, last = form.term
    mention = _exactly(mentions, first, last)
    if mention:
        concept = listener.vocabulary.concepts[mention.concept]
        if not _general(form, concept, mention):
            return None
        return _made(passage, form, mention.end, mention)
    term = passage.text[first:last]
    if form.known or (form.person and form.article not in _INDEFINITE) or not _is_term(term, form) or garbled(term, passage, listener):
        return None
    return _made(passage, form, last, None)


def _made(passage: Passage, form: Form, last: int, mention: Mention | None) -> Definition:
    start, end = form.span
    term = passage.text[form.term[0] : last]
    return Definition(passage.id, start, end, form.term[0], term, passage.text[start:end], mention.concept if mention else None)


def _exactly(mentions: Sequence[Mention], first: int, last: int) -> Mention | None:
    """The mention that is the term: it begins with it, and ends with it or with its plural or possessive."""
    return next((m for m in mentions if m.start == first and m.end == last), None)


def _general(form: Form, concept: Concept, mention: Mention) -> bool:
    """Whether a name means the concept in general: "the benchmark" is one of which was spoken, "the API line" is the concept itself."""
    if form.article != "the" or form.quoted or concept.kind not in {ConceptKind.TERM, ConceptKind.TOPIC, ConceptKind.TREND}:
        return True
    return len(tokens(mention.surface)) > 1 or mention.surface != mention.surface.lower()


def _is_term(term: str, form: Form) -> bool:
    """Whether words that the vocabulary does not know look like a term: few, none of them grammar or judgement, and brought in as one.

    "a scheme is …", "'recall' is …", "LPUs are …", "Mathematics is …"; "the wish is …" speaks of one wish.
    """
    words = [token.folded for token in tokens(term)]
    named = NAMING if len(words) > 1 and words[-1] not in NO_SORT else frozenset()
    barred = (word for word in words if word.isdigit() or (word in NO_TERM | JUDGING | DOUBTING and word not in named))
    if not words or len(words) > _MOST_WORDS or any(barred):
        return False
    if len(term) < 3 or not term[0].isalpha() or "'" in term.rstrip("'") or "’" in term.rstrip("’"):
        return False
    return form.quoted or form.article in _INDEFINITE or (not form.article and (len(words) > 1 or len(term) > 3))
