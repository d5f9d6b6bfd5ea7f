"""Definitions that stand beside a term, and how good each must be: "X, a stuff that …,", "X (that is, …)", "X, in which …".

Within one sentence. What links the two is told in `links`, what says what a thing is, and how well, in `gloss`, what may be a term, and how
surely, in `naming`. Here `NEEDS` has for each link how well the words behind it must tell, by how surely those before it are a term.
"""

import re
from collections.abc import Iterator, Mapping

from generator.findings.terms.apposition import GOES_ON, graded, stands
from generator.findings.terms.form import Form, Often, never
from generator.findings.terms.genus import NO_SORT, PEOPLE, TIMES
from generator.findings.terms.gloss import WORD, Grade, gloss
from generator.findings.terms.links import Aside, Joint, joints
from generator.findings.terms.naming import ACRONYM, MOST_WORDS, NOUN_ENDING, Named, Standing, is_law, is_name, standing
from generator.findings.terms.telling import is_sentence
from generator.text import singular

_ANY, _WORDS, _LOOSE, _SURE, _MEASURED = Grade.CLAUSE, Grade.WORDS, Grade.LOOSE, Grade.SURE, Grade.MEASURED
_NEVER = 9
#: No link: only a name that the vocabulary has is defined so.
_KNOWN = "known"
#: No link either: what a sentence begins with is a term if it is no name.
_SMALL = "small"
#: By link, for "the plan", "drift", "alert fatigue", and "what engineers call drift": the least that must be said behind it.
NEEDS: Mapping[str, tuple[int, int, int, int]] = {
    "i.e.": (_LOOSE, _WORDS, _WORDS, _ANY),
    "spelt": (_ANY, _ANY, _ANY, _ANY),
    "word": (_NEVER, _LOOSE, _ANY, _ANY),
    "meaning": (_MEASURED, _LOOSE, _LOOSE, _LOOSE),
    "or": (_MEASURED, _MEASURED, _MEASURED, _MEASURED),
    "which is": (_MEASURED, _SURE, _SURE, _SURE),
    "in which": (_NEVER, _NEVER, _ANY, _ANY),
    "colon": (_NEVER, _NEVER, _MEASURED, _SURE),
    "a, colon": (_NEVER, _NEVER, _SURE, _SURE),
    # at the beginning of a sentence; brackets and dashes that close again, and commas before a verb
    "first, bracket": (_MEASURED, _SURE, _ANY, _ANY),
    "first, dash": (_MEASURED, _LOOSE, _WORDS, _WORDS),
    "first, comma": (_MEASURED, _MEASURED, _SURE, _LOOSE),
    "bracket": (_SURE, _LOOSE, _LOOSE, _LOOSE),
    "dash": (_NEVER, _SURE, _SURE, _LOOSE),
    "comma": (_NEVER, _SURE, _SURE, _LOOSE),
}
_OF_SOMEBODY = frozenset({"our", "their", "its"})
_APPOSED = frozenset({"comma", "dash", "bracket"})
#: Links that bring a single word in, "the take, meaning …".
_BRINGS_IN = frozenset({"i.e.", "spelt", "word", "meaning", "which is", "or"})
_ADVERBIAL = frozenset({"in fact", "of course", "for example", "in short", "after all", "at first", "at last", "in time", "these days"})
_WHICH_OF = re.compile(r"\w+ which (?!(?:they|he|she|we|it|you|i)\b)", re.IGNORECASE)
#: What only says that there is such a thing.
_THERE = re.compile(r"(?:(?:and|so|first|then),? )*(?:(?:there['’]s|there is|comes) )?", re.IGNORECASE)
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:ic|al|ive|ous|less|ary|ful|ed)|[a-z]+-[a-z-]+")


def beside(sentence: str, *, often: Often = never) -> Iterator[Form]:
    """The definitions in a sentence that stand beside what they define. `often`: whether the text says words more than once."""
    for joint in joints(sentence):
        if link := _defines(sentence, joint, often):
            named = joint.named
            brought_in = joint.short or re.search("[ -]", sentence[named.first : named.last]) or link in _BRINGS_IN
            brought_in = brought_in or joint.link == "bracket" or (named.article == "the" and often(sentence[named.first : named.last]))
            article = "" if named.article not in {"a", "an"} and brought_in else named.article
            form = Form((named.first, named.last), (named.first, 0), named.quoted, article, beside=True)
            yield form._replace(known=link == _KNOWN, small=link == _SMALL)
            yield from _longer(sentence, named)


def _longer(sentence: str, named: Named) -> Iterator[Form]:
    """The same definition of longer names, which the vocabulary must have: "commodification of heat, which is …"."""
    starts = [word.start() for word in WORD.finditer(sentence, max(0, named.first - 40), named.first)]
    for first in starts[-MOST_WORDS:]:
        yield Form((first, named.last), (first, 0), False, "", known=True, beside=True)


def _defines(sentence: str, joint: Joint, often: Often) -> str:
    """By which link the words behind it define the term; `_KNOWN` or `_SMALL` if under a condition; empty if they do not."""
    term = sentence[joint.named.first : joint.named.last]
    if term.lower() in _ADVERBIAL or _quoted_by_somebody(sentence, joint) or _within(sentence, joint):
        return ""
    surely = Standing.INTRODUCED if joint.short else standing(sentence, joint.named)
    aside = Aside(sentence, joint, gloss(sentence, joint.at, many=joint.named.many(sentence), term=term), surely)
    name = is_name(term, begins=joint.named.first == 0) and not joint.short and not is_law(term)
    open_ = joint.link == "comma" and not joint.first  # perhaps a list
    if aside.surely < Standing.BROUGHT and not (open_ or name) and joint.named.article not in _OF_SOMEBODY and often(term):
        aside = aside._replace(surely=Standing.BROUGHT)
        surely = aside.surely
    if _circular(aside):
        return ""
    if (not name and _of_somebody(aside)) or not _is_aside(aside):
        return ""
    grade = _grade(aside)
    if grade >= _needs(aside) and not name:
        return joint.link
    if joint.link == "comma" and joint.first and surely is Standing.PLAIN and grade is Grade.SURE and not name:
        return _SMALL
    return _KNOWN if joint.link == "which is" and aside.said.grade >= Grade.SURE else ""


def _circular(aside: Aside) -> bool:
    """Whether the words say the term again: "a number, a brass plate with the number on it"."""
    told = re.split(r"[.;:()—–]", aside.sentence[aside.joint.at :], maxsplit=1)[0].lower()
    return aside.joint.link == "comma" and f" {aside.term.lower()} " in f" {' '.join(WORD.findall(told)[:12])} "


def _needs(aside: Aside) -> int:
    """The least grade that its link needs, by where it stands."""
    joint = aside.joint
    if joint.link == "colon":
        return NEEDS["a, colon" if aside.a else "colon"][aside.surely]
    return NEEDS[f"first, {joint.link}" if joint.first and joint.link in _APPOSED else joint.link][aside.surely]


def _quoted_by_somebody(sentence: str, joint: Joint) -> bool:
    """Whether a comma ends what somebody said: "… things," the speaker says."""
    return joint.by == "comma" and sentence[joint.start + 1 : joint.start + 2] in {'"', "”"} and not joint.named.quoted


def _within(sentence: str, joint: Joint) -> bool:
    """Whether a comma follows what a bracket begins with: "p95 (the ninety-fifth percentile, the time …)" tells of p95."""
    return joint.by == "comma" and joint.named.last == joint.start and sentence[: joint.named.first].endswith(("(", "(the ", "(a "))


def _of_somebody(aside: Aside) -> bool:
    """Whether it tells who somebody is, or which one of firms, places and writings a thing is."""
    if aside.said.of_people:
        return not aside.sentence.startswith("which", aside.joint.opened)
    a_sort = (aside.a or aside.many) and not is_name(aside.term, begins=aside.joint.named.first == 0)
    return aside.said.of_somebody and not a_sort


def _is_aside(aside: Aside) -> bool:
    if aside.joint.link == "in which":
        return _in_which(aside)
    return aside.joint.link not in _APPOSED or stands(aside)


def _grade(aside: Aside) -> Grade:
    """How well the words say what the term is, there where they stand."""
    said, link, sentence, at = aside.said, aside.joint.link, aside.sentence, aside.joint.at
    if link == "in which":
        return Grade.CLAUSE
    if link == "i.e." and not aside.compound and is_sentence(sentence, at) and not _of_adjective(aside):
        return Grade.NOTHING
    if link == "i.e." and (_again(aside) or (aside.compound and sentence.startswith("the ", at))):
        return max(said.grade, Grade.LOOSE)
    if link in {"meaning", "i.e."} and said.grade and _of_adjective(aside):
        return Grade.SURE  # what an adjective means is told in any clause
    if link == "or" and said.sort == "deed" and aside.term.endswith("ing") and _THERE.fullmatch(sentence[: aside.joint.named.first]):
        return Grade.MEASURED
    if link == "which is" and said.grade is Grade.SURE and not aside.joint.named.quoted and not aside.a:
        plain = not aside.joint.named.article and (aside.compound or sentence.startswith(("a ", "an "), at))
        return said.grade if "-" in aside.term or plain or ACRONYM.fullmatch(aside.term) else Grade.LOOSE
    if link == "colon" and not (sentence.startswith("how ", at) and NOUN_ENDING.fullmatch(aside.term)):
        return min(said.grade, Grade.SURE)  # "elasticity: how much …", not "what they found: the share of …"
    if link == "bracket" and is_law(aside.term):
        return max(said.grade, Grade.LOOSE)
    return graded(aside) if link in _APPOSED else said.grade


def _again(aside: Aside) -> bool:
    """ "by natural wastage, i.e. by not replacing …" """
    before = _before(aside)
    return before not in {"", "a", "an", "the"} and aside.sentence.startswith(f"{before} ", aside.joint.at)


def _of_adjective(aside: Aside) -> bool:
    """ "is autoregressive, meaning …" """
    return _before(aside) in {"is", "are", "be", "being"} and _ADJECTIVE.fullmatch(aside.term) is not None


def _before(aside: Aside) -> str:
    return aside.sentence[: aside.joint.named.first].rstrip().rpartition(" ")[2].lower()


def _in_which(aside: Aside) -> bool:
    """ "X, in which …, is": of what its sentence begins with, or of a compound without an article."""
    named, head = aside.joint.named, singular(aside.term.split()[-1].lower())
    named_after = aside.term[0].isupper() and aside.term.split()[-1].islower()  # "the Peltier effect"
    barred = head in TIMES | PEOPLE or (head in NO_SORT and " " not in aside.term) or (named.article == "the" and not named_after)
    if barred or is_name(aside.term, begins=named.first == 0):
        return False
    if not named.article and aside.compound and not aside.many and _WHICH_OF.match(aside.sentence, aside.joint.at):
        return True
    begins = aside.sentence[: named.first].strip("\"“‘' ").lower() in {"", "a", "an", "the"}
    return begins and GOES_ON.search(aside.sentence, aside.joint.at) is not None
