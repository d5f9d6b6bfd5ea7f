"""Words and patterns of English by which statements about the future are told from others. Decides nothing: see `forecasts`."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

#: What may stand between the future and its verb.
ADVERB = r"(?:(?:not|also|always|still|even|just|soon|then|never|ever|now|all|only|likely|probably|simply|eventually|[a-z]{2,16}ly|very|much|most|quite|almost|long|thus|also) )"
FUTURE = re.compile(
    r"(?P<will>(?<=[\w)”\"'’] )will|\bwon[’']t|(?<=\w)[’']ll)\b(?P<adverbs> (?:" + ADVERB + r"){0,4})(?P<verb>[a-z]+)"
    r"|(?P<going>\b(?:is|are|isn[’']t|aren[’']t)|[’'](?:s|re)) (?P<between>"
    + ADVERB
    + r"{0,3})going to (?P<more>"
    + ADVERB
    + r"{0,3})(?P<to>[a-z]+)"
    r"|\b(?:is|are|remains?|seems?|looks?)(?: not| also| still| now| all| very| almost| highly| widely| generally){0,3} "
    r"(?P<chance>likely|unlikely|bound|destined|expected|predicted|forecast|projected|estimated|certain|sure) to (?P<do>[a-z]+)"
    r"|\b(?:is|are) (?P<due>expected|predicted|forecast) (?=by|in|within|for)",
    re.IGNORECASE,
)
#: A name: its words are bounded, so that a long run of capitals is not read anew from each of them. No name has a longer one.
_PART, _WORD = r"[A-Z][\w.’'-]{0,60}", r"[A-Z][\w’'-]{1,60}"
#: Forecasting verbs in the present tense, with whose forecast it is.
NAMED = rf"(?:(?:{_PART} ){{0,3}}[A-Z][\w.’'&-]{{0,60}}|[Ss]?[Hh]e|[Ii]t|[Tt]he [\w-]+(?: [\w-]+)?)"
FORECAST = re.compile(
    rf"\b(?:(?P<own>I|[Ww]e)(?:(?:[’']d| would| do| also| now| still| fully){{1,2}})? (?P<verb1>predict|expect|forecast|anticipate|foresee)"
    rf"|(?P<who>{NAMED})(?: also| now| still| therefore| even| confidently){{0,2}} (?P<verb2>predicts|expects|forecasts|anticipates|foresees)"
    r"|(?P<bare>\A[\"“'‘(]*Expect)|(?P<noun>[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) (?:prediction|forecast) is)\b(?P<rest>[^.;:?!]*)"
)
#: What a forecasting verb must be followed by, so that it is about the future: a clause, an infinitive, a verb.
FORECAST_OF = re.compile(
    r"\A,?(?: [\w’',()–-]+){0,14}? ?\b(?:that|to [a-z]{2,}|will|won[’']t|going to|more|fewer|another|an? (?:\w+ )?(?:increase|rise|drop|fall|decline|surge|wave))\b"
)
OPINION = re.compile(
    rf"\b(?:I|[Ww]e|{_WORD}|[Ss]?he|they|researchers|analysts|experts|insiders) (?:(?:also|still|now|really|do) )?(?:thinks?|believes?|expects?|predicts?|reckons?|suspects?|guess|guesses|anticipates?|bets?)\b"
    r"|\b(?:my|our|her|his|their|the) (?:prediction|forecast|guess|bet|expectation) is\b|\b(?:it is|it[’']s|it is very|it[’']s very) (?:\w+ )?likely\b"
)
CHANCE = re.compile(
    r"\b(?:likely|probably|inevitably|almost certainly|certainly|surely|undoubtedly|in all likelihood|likelihood)\b", re.IGNORECASE
)

#: Where a new clause begins, so that a subject is looked for no farther back.
CLAUSE = re.compile(
    r"[,;:—–()\"“”]\s*(?:(?:and|but|so|or|yet|then|because|as|since|while|whereas|though|although|even if|which means) )?"
    r"|\b(?:and|but|because|since|while|whereas|though|although|even if|so that|than|means|meaning|so) (?=\w)",
    re.IGNORECASE,
)
CASE = re.compile(
    r"\b(?:if|whether|when|whenever|(?<!for )(?<!of )(?<!with )what|whatever|how|however|(?<!that's )(?<!that’s )(?<!this is )why|where|unless|until|before|after|once|as long as|whom|whose|by the time|until)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:who|which|that)\Z", re.IGNORECASE)
#: "that" that begins what somebody thinks or what is likely, and not a relative clause.
SAID_THAT = re.compile(
    r"\b(?:says?|said|think|thinks|thought|expects?|predicts?|believes?|argues?|holds?|likely|certain|sure|clear|bet|convinced|is|was|means|fear|feel|feels|reckons?|"
    r"suspects?|forecasts?|anticipates?|foresees?|prediction|forecast|so|warns?|warned|claims?|agree|agrees|adds?|knows?|notes?|him|her|me|us|them|comment|view|hope) that\b",
    re.IGNORECASE,
)
FIRST_OR_SECOND = re.compile(r"\b(?:I|we|you|one|y[’']all|who|whom|which|what|to)\Z", re.IGNORECASE)
PRONOUN = re.compile(
    r"\A(?:.*\bthat )?(?:(?:and|but|so|now|then|yes|well|like|because|that|actually|I think|today|probably|maybe) ){0,3}(?:it|he|she|they|people|everyone|everybody|anyone|nobody|some|one|some of you)(?: all)?\Z",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"\A(?:an?|any|every|each|no|some) ", re.IGNORECASE)
NEW = re.compile(r"\b(?:new|next|wave|generation|first|day|moment|era|few|lot|bunch|number|majority|most|major|handful)\b", re.IGNORECASE)

#: Verbs of change and outcome: with a definite subject they make a future a prediction, even with no word on time.
OUTCOMES = frozenset(
    "be become remain stay continue go keep come emerge appear disappear vanish die end stop start begin grow shrink rise fall drop increase decrease decline "
    "double triple improve worsen replace displace win lose beat dominate outperform overtake surpass exceed fail succeed survive collapse merge converge split "
    "consolidate attract lead cause force drive change transform reshape reduce eliminate spawn turn look feel seem prove matter happen arrive spread take move "
    "shift leave reach pass cross hit achieve trend evolve swallow absorb decide determine define follow differ produce slow accelerate halve plateau peak "
    "saturate commoditise commoditize democratise democratize flatten integrate break make settle dwindle outnumber eat kill bail".split()
)
_OUTCOME = rf"(?:{'|'.join(sorted(OUTCOMES | {'have', 'get', 'see'}))})"
#: The present tense foretells where somebody thinks so of a time to come ("I think it turns in 2030"), or denies it of one ("doesn't end this year").
PRESENT = re.compile(
    rf"(?:\b(?:I|[Ww]e)(?:[’']d)? (?:think|guess|bet|say|reckon|suspect)|\b(?:{_WORD}|[Ss]?he) (?:thinks|believes|guesses|reckons|bets|suspects))"
    rf"(?: that)?(?: (?!I |you |to |[a-z]+[’'](?:re|ve|m) )[\w’'-]+){{1,6}}? (?P<guessed>{_OUTCOME}(?:s|es)?)\b"
    rf"|(?<!\bI )(?<!\b[Ww]e )(?<!\b[Yy]ou )\b(?:does|do)(?:n[’']t| not) (?P<denied>{_OUTCOME})\b(?=[^.;,]{{0,40}}\b(?:this (?:decade|century|year)|(?:before|until) 20\d\d)\b)"
)
#: Verbs by which speakers announce their own next words, and readers are addressed.
SPEECH = frozenset(
    "say tell ask answer give show read talk discuss explain cover hear notice mention note list name describe argue add admit call know agree enjoy find love like recognise recognize".split()
)
#: What somebody means to do is a plan; of such verbs only a forecast makes a prediction.
PLANS = frozenset(
    "launch release ship publish open hire teach host hold invest offer present announce introduce unveil roll deliver put build run use charge join speak meet attend sell post serve step let try".split()
)
OUGHT = re.compile(
    r"\A(?:have to|need|want|require|be able|depend|come (?:back|and go)|(?:go|get) back|be (?:required|asked|held|served|recorded|posted|published|announced|streamed|released|launched|joined|back|here|speaking|talking)|be \w+ing)\b"
)
HABIT = re.compile(r"\b(?:often|usually|sometimes|typically|generally|normally|tend to|occasionally|happily|gladly)\b", re.IGNORECASE)
INTENT = re.compile(
    r"\b(?:target(?:s|ing|ed)?|aim(?:s|ing|ed)?|plan(?:s|ning|ned)?|intend(?:s|ed)?|hop(?:e|es|ing)|hopefully|want(?:s|ed)?|wish(?:es)?|promis(?:e|es|ed)|trying) (?:to|for|that|at|it|get)\b|\bhopefully\b",
    re.IGNORECASE,
)
SOON_AFTER = re.compile(
    r"\b(?:later today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|next week|afterwards|in a (?:minute|moment|second|sec)|later in (?:this|the) (?:show|episode|talk)|"
    r"(?:on|until|by) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
YOU = re.compile(r"\byou\Z", re.IGNORECASE)
WE = re.compile(r"\bwe\Z", re.IGNORECASE)
BETTER = re.compile(r"\Ado (?:much |far |a lot |\w{2,12}ly )?(?:better|worse|well|badly)\b")
AUDIENCE = re.compile(r"\A (?:is|readers?|listeners?|viewers?|you|everyone|the audience|him|me|us)\b")
#: Words of a noun phrase; a longer one has a verb.
SHORT = 2
#: Who says so, before or behind what is said.
FRAME = re.compile(
    rf"(?P<before>(?:{_PART} ){{0,2}}{_WORD}(?:,(?= ))?|[Ss]?[Hh]e|\b(?:The|the|A|a|An|an|One|one)(?: [\w’'-]+){{1,7}}?) (?:also |still |now )?"
    r"(?:says?|said|thinks?|believes?|argues?|holds|warns?|predicts?|expects?|reckons)\b(?= that\b|,| [a-z])"
    rf"|\b(?:says?|said|according to|argues?|thinks|believes) (?P<behind>(?:{_PART} ){{0,2}}{_WORD}|(?:the|a|an|one)(?: [\w’'-]+){{1,7}})"
)
#: Somebody else says so, whoever it is.
REPORTED = re.compile(r"\b(?:says|said|argues|argued|warns|warned|told|predicts)\b")
CONDITION = re.compile(
    r"(?<!even )(?<!moment )(?<!day )(?<!time )(?<!point )\b(?:if|unless|once|when|whenever|as long as|provided(?: that)?|as soon as)\b(?: (?!because\b|then\b)[\w’'\"“”$%./-]*[\w’'\"“”%])+",
    re.IGNORECASE,
)
#: A case that is anybody's: what follows of it is no forecast but how such things go.
ANYBODYS = re.compile(r"\A\w+(?: \w+)? (?:you|I|we|an?|any|somebody|someone|your|my|one)\b", re.IGNORECASE)
ONCE = re.compile(r"\A(?:once|when)\b", re.IGNORECASE)
#: What somebody fears, wonders at or only puts up is not foretold.
NOT_HELD = re.compile(
    r"\b(?:wonders?|wondering|worr(?:y|ies)|fears?|risks?|dangers?|concerns?|idea|notion|myth|question|questions|joke|imagine|suppose)\b[^.;]*\Z",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(
    r"\A(?:meanwhile|moreover|indeed|of course|however|though|therefore|too|then|in turn|in fact|(?:as|such as|including|like|especially|particularly|perhaps|for example|for instance)\b.*"
    r"|(?:[\w.’'-]+ ){0,3}(?:says?|thinks?|adds?|argues?|believes?|holds?|said))\Z",
    re.IGNORECASE,
)
#: Words on time that say less than any others.
ADVERBIAL = re.compile(r"(?:increasingly|eventually|soon)\Z", re.IGNORECASE)
EVERY_YEAR = re.compile(r"\A(?:[Aa]nd |[Bb]ut )?(?:every|each) year\b", re.IGNORECASE)
