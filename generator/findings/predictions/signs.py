"""The forms in which English speaks of the future, as patterns: one a form. What a sentence means by a form is judged elsewhere (`forecasts`).

Each finds a place; words that narrow it down (subject, verb, object) are read by whoever judges. All repeats are bounded: a line may be long.
"""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

from generator.findings.predictions.grammar import OUTCOMES

#: What may stand between the future and its verb.
ADVERB = r"(?:(?:not|also|always|still|even|just|soon|then|never|ever|now|all|only|likely|probably|simply|eventually|[a-z]{2,16}ly|very|much|most|quite|almost|long|thus|also|again|at least|more than|no longer) )"
_BE = r"(?:\b(?:is|are|isn[’']t|aren[’']t)|[’'](?:s|re))"

#: "will", "is going to", "is about to": the future tense. `verb` is the verb that follows.
FUTURE = re.compile(
    rf"(?:(?P<will>(?:(?<=[\w)”\"'’,%] )|(?<= [\"“]))(?:will|shall)|\bwon[’']t|(?<=\w)[’']ll)\b(?:, [^,.;:]{{2,40}},)? (?P<adverbs>{ADVERB}{{0,4}})"
    rf"|(?P<going>{_BE}) {ADVERB}{{0,3}}(?:(?:going|about) to|gonna) (?P<more>{ADVERB}{{0,3}}))(?!(?:was|were|is|has|had)\b)(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
#: "is likely to", "is set to", "is on track to", "looks poised to", "is expected by": what somebody holds to be coming.
PROSPECT = re.compile(
    rf"(?:{_BE}|\b(?:remains?|seems?|looks?|appears?))(?: not| also| still| now| all but| all| very| almost| highly| widely| generally| well| certainly){{0,3}} "
    r"(?:(?P<chance>likely|unlikely|bound|destined|expected|predicted|forecast|projected|estimated|certain|sure|set|poised|doomed|primed|tipped|on (?:track|course|pace)) to (?:never |soon |again |almost ){0,2}(?P<verb>[a-z]+)"
    r"|(?P<due>expected|predicted|forecast) (?=by|in|within|for)"
    r"|(?P<heading>heading|headed|on (?:its|their) way|on course) (?:for|towards?|to)\b"
    r"|(?P<sure>inevitable|imminent|certain|unavoidable|coming|likely|unlikely|around the corner)(?=[.,;!]|\Z| (?:in|by|within|over|this|next|before|for)\b))",
    re.IGNORECASE,
)
#: Forecasting verbs in the present tense, with whose forecast it is: "we predict", "Marsh expects", "the fund's partners expect".
NAMED = r"(?:(?:[A-Z][\w.’'-]{0,30} ){0,3}[A-Z][\w.’'&-]{0,30}|[Ss]?[Hh]e|[Ii]t|[Tt]he [\w-]{1,20}(?: [\w-]{1,20})?)"
_MANY = r"(?:(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:[\w’'-]{2,20} ){0,2}[A-Za-z][a-z]{2,19}s|[Tt]hey|[Pp]eople|[Mm]any|[Mm]ost|[Ss]ome)"
_TO_THIS = r"(?: (?:also|now|still|therefore|even|confidently|all)){0,2}"
VERBS = re.compile(
    rf"\b(?:(?P<own>I|[Ww]e)(?:(?:[’']d| would| do| also| now| still| fully| wouldn[’']t| don[’']t){{1,2}})? (?P<verb1>predict|expect|forecast|anticipate|foresee|project|envision)"
    rf"|(?P<who>{NAMED}|(?:[Yy]our|[Mm]y|[Oo]ur|[Aa]n?|[Oo]ne) (?:[a-z][\w-]{{1,20}} ){{0,2}}[a-z][\w-]{{1,20}})(?: \([^()]{{2,20}}\))?,?{_TO_THIS} (?P<verb2>predicts|expects|forecasts|anticipates|foresees|projects|does not expect|doesn[’']t expect|do not expect|don[’']t expect)"
    rf"|(?P<many>{_MANY}(?: (?:at|from|of|in|with) {NAMED})?){_TO_THIS} (?P<verb3>predict|expect|forecast|anticipate|foresee)(?= (?!to be\b)(?:that|the|an?|more|fewer|less|another|[a-z]+ to)\b)"
    r"|(?P<bare>\A[\"“'‘(]?Expect))\b(?P<rest>[^.;:?!]{0,300})"
)
#: What a forecasting verb must be followed by, so that it is about the future: a clause, an infinitive, a verb.
VERBS_OF = re.compile(
    r"\A,?(?: [\w’',()–-]{1,30}){0,14}? ?\b(?:that|to [a-z]{2,}|will|won[’']t|going to|more|fewer|another|an? (?:\w{1,20} )?(?:increase|rise|drop|fall|decline|surge|wave)|something (?:closer|nearer|like|around|between))\b"
)
#: Somebody thinks so: what follows in the present tense may be meant of a time to come.
_THINKS = r"(?:(?:also|still|now|really|do|would|just|kind of|don[’']t|do not|doesn[’']t|does not) ){0,2}(?:thinks?|believes?|expects?|predicts?|reckons?|suspects?|guess|guesses|anticipates?|bets?|wagers?)"
OPINION = re.compile(
    rf"\b(?:I|[Ww]e|[A-Z][\w’'-]{{1,20}}|[Ss]?he|they|researchers|analysts|experts|economists|insiders|partners|people)(?:[’']d)? {_THINKS}\b"
    r"|\b[Ii](?:[’'](?:ll|d)| would| will) (?:bet|guess|wager|say|give|put)\b|\b[Ii](?:[’']m| am)(?: pretty| quite| fairly)? (?:convinced|confident|certain|sure)\b"
    r"|\b(?:my|our|her|his|their|the)(?: (?:own|best|honest))? (?:prediction|forecast|guess|bet|hunch|view|expectation|suspicion)(?: is| would be|,)|\b(?:it is|it[’']s|it is very|it[’']s very) (?:\w{1,12} )?likely\b"
    r"|\bin (?:my|this author[’']s|her|his|their) (?:view|opinion)\b|\bwhat (?:I think )?(?:will )?happens?(?: then)? is\b"
)
#: A noun that is itself a forecast, with what it says: "my forecast is", "the median forecast puts".
NOUN = re.compile(
    r"\b(?:(?P<own>[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir)(?: (?:own|best|honest|one|big|boldest))? (?:(?P<firm>prediction|forecast|expectation)|guess|bet|hunch|view|suspicion|sense)(?:, [^,.;]{3,40},)?(?: (?:is|would be|for 20\d\d is)\b|:)"
    r"|(?:forecasts?|projections?|estimates?|outlook|model) puts?\b|\b(?P<told>(?:the )?smart money) (?:says|is on)\b)"
)
#: Idioms that say of themselves that something will come about.
IDIOM = re.compile(
    r"\b(?:(?:I|he|she|we|you|they|nobody)(?:[’']d| would| will|[’']ll|[’']m going to)(?: (?:not|honestly|be|genuinely|really|very)){0,3} (?:surprised|shocked|amazed|astonished) (?:if|not to)\b"
    r"|(?:[Dd]on[’']t|do not|(?:would|should)(?:n[’']t| not)) be surprised (?:if|when|to)\b|would(?:n[’']t| not) surprise (?:me|him|her|us|anyone|anybody) if"
    r"|mark my words|(?:(?:is|it[’']s) (?:only |just )?)a matter of (?:time|years|months) (?:before|until)|days of [^.;,]{3,60}? are numbered|days are numbered"
    r"|(?P<way>no way) (?:that )?(?:this|that|it|the|any|an?|they|we|these|those) |(?:the|a) (?:day|time) will come|put (?:real |my |good )?money on"
    r"|gives? (?:[\w’'-]{1,20} ){1,5}?(?:another |(?:[\w-]{1,12} )?more )?[\w-]{1,12}(?: more)? (?:years|months) (?:at (?:most|best)|tops|to live)"
    r"|(?:is|are|[’']re|[’']s|still)(?: (?:at least|about|maybe|probably|still|only|around|some|perhaps)){0,3} [\w-]{1,12}(?: (?:to|or) [\w-]{1,12})? (?:years|months|decades) (?:out|away|off)\b(?! from where)"
    r"|(?:has|have)(?: (?:about|at most|maybe|perhaps|only|another)){0,2} [\w-]{1,12}(?: (?:to|or) [\w-]{1,12})? (?:more )?(?:years|months) left\b"
    r"|(?P<odds>(?:puts?|gives?|giving|put|there[’']s|there is)\b[^.;]{0,30}?\b(?:odds|chances?|probability|likelihood)\b|(?:hard|difficult|impossible) to (?:imagine|see|believe) (?:that |any|how |the |an? ))"
    r"|(?:it[’']ll|it will|will)(?: probably| likely| only)? (?:be|take)(?: at least| another| about| maybe| probably| only){0,2} [\w-]{1,12}(?: (?:to|or) [\w-]{1,12})? (?:years|months|decades) (?:before|until|for)\b)",
    re.IGNORECASE,
)
#: "may well", "could … by 2030": a likelihood, if something says when.
HEDGE = re.compile(rf"\b(?P<modal>may|might|could|should) (?P<adverbs>{ADVERB}{{0,2}}(?:well )?)(?P<verb>[a-z]+)", re.IGNORECASE)
#: "sees the market tripling", "envisions … becoming": a forecast with a participle.
SEES = re.compile(
    rf"\b(?P<who>{NAMED}|{_MANY}|I|[Ww]e)(?: do(?:es)?(?:n[’']t| not)| can| could| can[’']t| cannot)? (?:sees?|envisions?|envisages?|pictures?)\b"
    r"(?: (?:about |around |some |roughly |nearly )?[$€£]?\d|(?: [\w’'$€£.,%-]{1,20}){1,8}? (?P<verb>[a-z]{2,14}ing)\b)"
)
#: What was said in the past of a time that is still to come: "predicted that arrivals would pass".
BACKSHIFT = re.compile(
    r"\b(?:predicted|forecast|expected|projected|estimated|said|warned|reckoned|thought|believed|argued|added|told|wrote|claimed|bet|guessed)\b[^.;]{0,120}?(?:\bwould|\w[’']d) (?:[a-z]{2,14}ly )?(?P<verb>[a-z]+)"
)
#: "By the end of 2027 I would guess twenty-two", "she guessed at forty by 2030", "they guided for a loss".
GUESS = re.compile(
    r"\b(?:(?:I|[Ww]e)(?:[’']d| would|[’']ll)? (?:also |still )?(?:guess|bet on|bet|wager|say|reckon|put it at|go for)|[Gg]uess(?:es|ed) (?:at|that)?|bets? on|wagered|reckons?|guid(?:es|ed) (?:for|to)) (?=[$€£\w])"
)
#: "not before 2030", "not until": even with no verb.
NOT_BEFORE = re.compile(r"\b(?:not|never) (?:before|until|till)\b|\bno (?:earlier|sooner) than\b", re.IGNORECASE)
_OUTCOMES = sorted(OUTCOMES | {"have", "get", "see", "open", "need", "live", "return", "run", "cost"}, key=len, reverse=True)
_VERB = rf"(?:{'|'.join(v for v in _OUTCOMES if v != 'be')})(?:s|es)?|is|are|there[’']s"
#: The present tense of a time to come: behind an opinion, on a condition, denied, or behind words on time that begin the sentence.
PRESENT = re.compile(
    rf"(?:(?:\b(?:I|[Ww]e)(?:[’']d)? {_THINKS}|\b(?:[A-Z][\w’'-]{{1,20}}|[Ss]?he|they|partners|analysts|economists|people|institute|committee) {_THINKS}|\b[Ii](?:[’']m| am) (?:pretty )?(?:convinced|confident|certain|sure)|\b[Ii][’'](?:ll|d) (?:bet|guess|wager)(?: you)?)"
    rf"(?: that)?,?(?: (?!I |you |to |[a-z]{{1,12}}[’'](?:re|ve|m) )[\w’'-]{{1,20}},?){{1,8}}? (?P<guessed>{_VERB})\b"
    rf"|(?<!\bI )(?<!\b[Ww]e )(?<!\b[Yy]ou )\b(?:does|do)(?:n[’']t| not) (?P<denied>{'|'.join(_OUTCOMES)})\b"
    rf"|\b(?:[Ii]f|[Uu]nless|[Oo]nce|[Tt]he moment|[Aa]t this rate)\b[^.;,]{{3,100}}, (?!(?:you|I|we)\b)(?:[\w’'-]{{1,20}} ){{1,6}}?(?P<hangs>{_VERB})\b"
    r"|\A(?:[Aa]nd |[Ss]o |[Bb]ut )?(?:[Bb]y|[Ww]ithin) [^,.;]{3,30},? (?!(?:you|I|we)\b)(?:[\w’'-]{1,20} ){1,6}?(?P<by>is|are|has|have|there[’']s)\b"
    r"|\A(?:[Aa]nd |[Ss]o |[Bb]ut )?(?:[Ii]n )?(?:[\w-]{1,12} ){1,4}(?:years|months|decades)(?:[’'] time| from now)?,? (?!(?:you|I|we|s?he)\b)(?:[\w’'-]{1,20} ){1,6}?(?:is|are|there[’']s)\b"
    r"|, (?:rising|falling|growing|climbing|dropping|reaching|doubling|tripling|shrinking|heading) to "
    rf"|(?<!\bI )(?<!\b[Ww]e )(?<!\b[Yy]ou )\b(?:rises|falls|drops|climbs|grows|shrinks|doubles|triples|halves|ends|returns|reaches|hits|passes|overtakes|exceeds)\b"
    r"|\A(?:[Aa]nd |[Ss]o |[Bb]ut )?(?:(?:[Bb]y|[Ww]ithin|[Ii]n) [^,.;]{3,30}|[\w-]{1,12} (?:years|months|decades)(?: from now|,? and)),? (?:every|most|half|nobody|no one|everyone|everybody|all|no) (?=[a-z])"
    r"|\b(?:[Ww]e|[Tt]hey) (?:reach|hit|get to|see|pass|cross|run out|lose|win)\b"
    r"|(?<!\bI )(?<!\b[Ww]e )(?<!\b[Yy]ou )\b(?P<comes>comes|arrives|happens|runs (?:out|dry)|runs out|disappears|dies|ends up|collapses|peaks)\b)"
)
