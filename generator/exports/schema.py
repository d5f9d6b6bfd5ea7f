"""The JSON Schema (2020-12) of `knowledge.json`. The data itself is made in `knowledge`."""

from collections.abc import Mapping
from typing import Any

from generator.found import Bearing, Difference, Grade, How, Match, Outcome, Status
from generator.model import ConceptKind, Kind, Role

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_FLAG: Schema = {"type": "boolean"}
_PLACE: Schema = {"type": ["integer", "null"], "minimum": 0}
_PASSAGE: Schema = {"type": "string", "pattern": "^[^#]+#.+$"}
_IDS: Schema = {"type": "array", "items": _TEXT, "uniqueItems": True}
_DATE: Schema = {"type": "string", "pattern": "^$|^\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?$"}


def _said(what: Schema, description: str) -> Schema:
    return what | {"description": description}


def _of(values: type[Kind] | type[Role] | type[ConceptKind] | type[Grade] | type[Match] | type[How]) -> Schema:
    return {"enum": [value.value for value in values]}


def _pair(what: Schema) -> Schema:
    return {"type": "array", "prefixItems": [what, what], "items": False, "minItems": 2}


_CELL: Schema = {"text": _TEXT, "kind": _TEXT, "values": {"type": "array", "items": {"type": "number"}}, "unit": _TEXT}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


_SPOT: Schema = {"passage": _PASSAGE, "seconds": {"type": ["number", "null"], "minimum": 0}}
_PAIRS: Schema = {"enum": ["same", "heard", "changed", "left out", "put in"]}
_DIFF: Schema = {
    "speakers": _TEXTS,
    "diff": {"type": "array", "items": _object({"pair": _PAIRS, "quoted": _TEXT, "said": _TEXT})},
}

#: The schema of each array's items, in the order of `knowledge.ARRAYS`.
ITEMS: Mapping[str, Schema] = {
    "sources": _object(
        {
            "id": _said(_TEXT, "A slug, the same in every build."),
            "path": _said(_TEXT, "The seed's file."),
            "kind": _of(Kind),
            "title": _TEXT,
            "publisher": _TEXT,
            "authors": _TEXTS,
            "speakers": _said(_TEXTS, "Each person once, by the preferred name."),
            "date": _said(_DATE, "ISO 8601, perhaps a year or a month only; empty where unknown."),
            "url": _TEXT,
            "media": _said(_TEXT, "Address of the audio or video; seconds count from its start."),
            "origin": _said(_TEXT, "The event that the source reports: an episode, a paper, a post."),
            "derived_from": _TEXTS,
            "license": _TEXT,
            "publish": _said({"enum": ["full", "excerpts"]}, "How much of its text the published file carries."),
            "form": _said(_TEXT, "`digest`: retold in other words."),
            "sha256": _said({"type": "string", "pattern": "^([0-9a-f]{64})?$"}, "Of the file that the seed was made of, or empty."),
            "inferred": _said(_TEXTS, "Fields that the seed does not state and that were told from its text."),
            "page": _said(_TEXT, "Address below the site's root."),
        }
    ),
    "passages": _object(
        {
            "id": _said(_PASSAGE, "`SOURCE#ANCHOR`; the passage stands at `sources/SOURCE/#ANCHOR`."),
            "source": _TEXT,
            "lines": _said(_pair({"type": "integer", "minimum": 1}), "First and last line of the seed's file, from 1."),
            "heading": _TEXT,
            "speaker": _said(_TEXT, "The speaker's preferred name, or as written where the vocabulary does not know them."),
            "speaker_as_written": _TEXT,
            "seconds": _said({"type": ["number", "null"], "minimum": 0}, "When it begins."),
            "role": _of(Role),
            "excluded": _said(_TEXT, "Why it is no evidence; empty: it may be."),
            "text": _said({"type": ["string", "null"]}, "Null where it may not be published."),
            "excerpt": _said({"anyOf": [_pair(_PLACE), {"type": "null"}]}, "The part of the passage that `text` is; null: all of it."),
            "table": {"anyOf": [_object({"header": _TEXTS, "rows": {"type": "array", "items": {"type": "array", "items": _object(_CELL)}}}),
                                {"type": "null"}]},
            "of": _said({"type": ["string", "null"]}, "The passage that this one belongs to: a takeaway's table."),
        }
    ),
    "concepts": _object(
        {
            "id": _TEXT,
            "kind": _of(ConceptKind),
            "prefLabel": _TEXT,
            "altLabel": _TEXTS,
            "hiddenLabel": _said(_TEXTS, "Misspellings and mishearings."),
            "definition": _TEXT,
            "scopeNote": _TEXT,
            "editorialNote": _said(_TEXT, "What the curator adds from general knowledge."),
            "broader": _IDS,
            "narrower": _IDS,
            "related": _IDS,
            "member": _IDS,
            "ordered": _said(_FLAG, "Whether the order of the members says something."),
            "readings": _said({"type": "array", "items": _object({"label": _TEXT, "member": _IDS})}, "How sources list the members."),
            "url": _said(_TEXT, "Its own address elsewhere, where the curator gives one."),
            "date": _said(_DATE, "When an event took place or a work came out, where the curator says so."),
            "page": _said(_TEXT, "Address below the site's root."),
        }
    ),
    "mentions": _object(
        {
            "concept": _TEXT,
            "passage": _PASSAGE,
            "start": _said(_PLACE, "Offset in the passage's text, in Unicode code points; null where the text is not there whole."),
            "end": _PLACE,
            "surface": _said(_TEXT, "The words as they stand."),
            "misheard": _said(_FLAG, "Found through a hiddenLabel."),
        }
    ),
    "evidence": _object(
        {
            "concept": _TEXT,
            "passage": _PASSAGE,
            "grade": _of(Grade),
            "score": _said({"type": "number"}, "Comparable within one concept."),
            "because": _said(_TEXTS, "The reasons in words."),
        }
    ),
    "acronyms": _object(
        {
            "short": _said(_TEXT, "As the passage writes it."),
            "long": _TEXT,
            "passage": _PASSAGE,
            "concept": _said({"type": ["string", "null"]}, "What the two name; null where the vocabulary knows neither."),
        }
    ),
    "definitions": _object(
        {
            "term": _said(_TEXT, "As the passage writes it; of a garbled name the preferred label."),
            "text": _said({"type": ["string", "null"]}, "The source's own words; null where they may not be published."),
            "passage": _PASSAGE,
            "concept": _said({"type": ["string", "null"]}, "What the term names; null: a term that the vocabulary lacks."),
        }
    ),
    "quotes": _object(
        {
            "text": _said(_TEXT, "The quotation without its marks; in the published file as much of it as may be."),
            "passage": _said(_PASSAGE, "The passage that quotes."),
            "speaker": _said(_TEXT, "Who says it where it was found; empty: not found, or nobody is named."),
            "match": _of(Match),
            "heard_differently": _said(_FLAG, "Altered only as two transcripts of one talk differ: one spoken word in two spellings."),
            "traced_to": _said({"anyOf": [_object(_SPOT), {"type": "null"}]}, "Where it begins; null: not found."),
            "parts": _said({"type": "array", "items": _object(_SPOT | _DIFF)}, "Where each part is said, in the quotation's order."),
            "against": _said(_IDS, "The sources that it must be in. Empty: none is here, and not-found says nothing."),
            "highlight": _said(_FLAG, "A transcript's own highlight."),
            "stated_seconds": _said({"type": ["number", "null"], "minimum": 0}, "The time that the highlight states."),
        }
    ),
    "predictions": _object(
        {
            "claim": _said({"type": ["string", "null"]}, "As the passage has it, as far as it may be published; null: not at all."),
            "passage": _PASSAGE,
            "title": _said(_TEXT, "The heading that the source gives it."),
            "who": _said(_TEXT, "Speaker, author or publisher, or whom the sentence names; empty: the text names nobody."),
            "made": _said(_DATE, "The date of its source."),
            "horizon": _said(_TEXT, "By when, in the source's words."),
            "due": _said(_DATE, "Counted from `made`; of a range the later end; empty where date or horizon do not allow it."),
            "condition": _said(_TEXT, "In the source's words."),
            "status": _said({"enum": [status.value for status in Status]}, "Seen from `as_of`; without `due` it stays open."),
            "repeats": _said({"type": "array", "items": _PASSAGE}, "Passages of the same source that say the same again."),
            "resolution": _said(
                {"anyOf": [_object({"outcome": {"enum": [outcome.value for outcome in Outcome]}, "date": _DATE, "url": _TEXT,
                                    "proof": {"anyOf": [_PASSAGE, {"type": "null"}]}, "note": _TEXT}), {"type": "null"}]},
                "The curator's judgement; `url` or `proof` (a passage) is its reference.",
            ),
        }
    ),
    "origins": _object(
        {
            "id": _TEXT,
            "sources": _said(_IDS | {"minItems": 2}, "Declared: all of one origin. Suggested: a pair."),
            "reason": _said(_TEXT, "In words."),
            "suggested": _said(_FLAG, "By the sources' texts, for the curator to confirm; else stated in front matter."),
            "counts": _said(_FLAG, "Its sources count as one. Of what is suggested only where the evidence is strong."),
            "passages": _said({"type": "array", "items": _PASSAGE}, "Those that show it."),
        }
    ),
    "observations": _object(
        {
            "measure": _said(_TEXT, "What is measured, in its words; empty where they do not say it plainly."),
            "measured": _said({"type": ["string", "null"]}, "The trend that the quantity's own words are labels of."),
            "value": _said({"type": ["number", "null"]}, "Null where the source gives a range or alternatives."),
            "low": {"type": "number"},
            "high": {"type": "number"},
            "unit": _said(_TEXT, "ISO 4217, a sign or a plural noun; `x`: a multiple; `to one`: a ratio; empty: none is stated."),
            "per": _said(_TEXT, "What it is counted by: million tokens, year."),
            "unit_told": _said(_FLAG, "The source leaves the unit out; others that count the same by the same give it."),
            "about": _said(_FLAG, "The source says that the value is not exact."),
            "limit": _said(_TEXT, "The source's words that make the value a limit: up to, more than."),
            "period": _said(_TEXT, "ISO 8601, perhaps reduced, or the source's words; empty where it states none."),
            "bearing": {"enum": [bearing.value for bearing in Bearing]},
            "change": _said({"enum": ["", "from", "to"]}, "The side of a change that one sentence tells."),
            "subject": _said({"type": ["string", "null"]}, "Whose it is: a concept."),
            "subject_words": _said(_TEXT, "Whose it is, where the vocabulary does not know it: the first cell of its row."),
            "who": _said(_TEXT, "Speaker, author or publisher."),
            "passage": _PASSAGE,
            "surface": _said({"type": ["string", "null"]}, "The words as they stand; null where they may not be published."),
            "start": _said(_PLACE, "Offset in the passage's text; null in the published file."),
            "end": _PLACE,
            "cell": _said({"anyOf": [_pair({"type": "integer", "minimum": 0}), {"type": "null"}]}, "Row and column of a table, from 0."),
        }
    ),
    "disagreements": _object(
        {
            "id": _said(_TEXT, "Stays the same while the sides do; its anchor on the page of disagreements."),
            "about": _said(_TEXT, "The question, the concept, the measure, or the words of a quotation."),
            "kind": {"enum": [kind.value for kind in Difference]},
            "concept": _said({"type": ["string", "null"]}, "What it is about, where the vocabulary has it."),
            "sides": _said(
                {"type": "array", "items": _object({"passage": _PASSAGE, "says": _TEXT, "label": _TEXT}), "minItems": 1},
                "Two or more; one where a quotation is not in its source. `says`: the source's own words, a table's cells.",
            ),
        }
    ),
    "listings": _object(
        {
            "concept": _said(_TEXT, "The enumeration."),
            "source": _TEXT,
            "members": _said({"type": "array", "items": _object({"concept": _TEXT, "passage": _PASSAGE})}, "In the source's order."),
            "closed": _said(_FLAG, "The source itself says that these are all of them."),
            "ranked": _said(_FLAG, "Their order says something."),
        }
    ),
    "citations": _object(
        {
            "page": _said(_TEXT, "Address below the site's root. The reference stands there at `#ref-NUMBER`."),
            "number": {"type": "integer", "minimum": 1},
            "source": _said(_TEXT, "As cited, even where the build has no such source; then `passage` is null."),
            "passage": {"anyOf": [_PASSAGE, {"type": "null"}]},
            "runs_on_in": _said({"anyOf": [_PASSAGE, {"type": "null"}]}, "The next passage, where the source cuts the sentence in two."),
            "exact": _said(_TEXT, "The words as the source has them. With the next two: a W3C TextQuoteSelector."),
            "prefix": _said(_TEXT, "What stands before them in the passage, as far as it may be published."),
            "suffix": _TEXT,
        }
    ),
    "coverage": _object(
        {
            "source": _TEXT,
            "passages": _said({"type": "integer", "minimum": 0}, "How many there are; each is in exactly one of the four lists."),
            "used": {
                "type": "array",
                "items": _object({"passage": _PASSAGE, "by": {"type": "array", "minItems": 1, "items": _object({
                    "how": _of(How), "of": _said(_TEXT, "The concept or page that it serves, or empty.")})}}),
            },
            "structure": _said({"type": "array", "items": _PASSAGE}, "Headings, chapters, and what says what the source is."),
            "unused": {"type": "array", "items": _PASSAGE},
            "excluded": {"type": "array", "items": _object({"passage": _PASSAGE, "reason": _TEXT})},
        }
    ),
    "issues": _object(
        {
            "date": _DATE,
            "title": _TEXT,
            "page": _said(_TEXT, "Address below the site's root."),
            "sources": _said(_IDS, "Those that are new in it."),
            "insights": _said({"type": "array", "items": _object({"concept": _TEXT, "passage": _PASSAGE})}, "In its order."),
            "trends": _said(_IDS, "Those that moved."),
            "disagreements": _said(_IDS, "The new ones."),
            "predictions": _said({"type": "array", "items": _PASSAGE}, "Passages whose predictions fall due."),
        }
    ),
}  # fmt: skip


def schema() -> Schema:
    """The schema of the whole object."""
    head: Schema = {
        "$schema": {"type": "string"},
        "generator": _said(_TEXT, "Name and version of the program."),
        "as_of": _said(_DATE, "The date of the newest source, or the one that the curator set: nothing depends on the clock."),
        "whole": _said(_FLAG, "False in the published file, which carries texts as far as each source's `publish` allows."),
    }
    arrays = {name: {"type": "array", "items": items} for name, items in ITEMS.items()}
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "What a Seedbed site knows"}
    return title | _object(head | arrays)
