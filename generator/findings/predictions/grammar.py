"""Words and patterns of English by which statements about the future are told from others. Decides nothing: see `forecasts`."""

# ruff: noqa: E501 - a pattern that lists words is read best on one line

import re

CHANCE = re.compile(
    r"\b(?:likely|probably|inevitably|almost certainly|certainly|surely|undoubtedly|in all likelihood|likelihood)\b", re.IGNORECASE
)

#: Where a new clause begins, so that a subject is looked for no farther back.
CLAUSE = re.compile(
    r"[,;:—–()][ \"“”]*(?:(?:and|but|so|or|yet|then|because|as|since|while|whereas|though|although|even if|which means) )?"
    r"|\b(?:and|but|because|since|while|whereas|though|although|even if|so that|than|means|meaning|so) (?=\w)",
    re.IGNORECASE,
)
CASE = re.compile(
    r"\b(?:if(?! (?:anything|at all|so)\b)|whether|when|whenever|(?<!for )(?<!of )(?<!with )what(?!(?:[’']s| is) left| remains)|whatever|how|however|(?<!that's )(?<!that’s )(?<!this is )why|where|unless|until(?! (?:the (?:end|middle|start) of |late |early |mid-?)?(?:\d|next))|before|after|once|as long as|whom|whose|by the time)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"(?:\b(?:who|which)|(?<=\w )that)\Z", re.IGNORECASE)
#: "that" that begins what somebody thinks or what is likely, and not a relative clause.
SAID_THAT = re.compile(
    r"\b(?:says?|said|think|thinks|thought|expects?|predicts?|believes?|argues?|holds?|likely|certain|sure|clear|bet|convinced|is|was|means|fear|feel|feels|reckons?|"
    r"suspects?|forecasts?|anticipates?|foresees?|prediction|forecast|so|warns?|warned|claims?|agree|agrees|adds?|knows?|notes?|estimates?|calculates?|reports?|shows?|finds?|found|reported|estimated|confident|doubt|assumes?|concludes?|suggests?|odds are|him|her|me|us|them|comment|view|hope) that\b",
    re.IGNORECASE,
)
FIRST_OR_SECOND = re.compile(r"\b(?:I|we|you|one|y[’']all|who|whom|which|what|to)\Z", re.IGNORECASE)
PRONOUN = re.compile(
    r"\A(?:.*\bthat )?(?:(?:and|but|so|now|then|yes|well|like|because|that|actually|I think|today|probably|maybe) ){0,3}(?:it|he|she|they|people|everyone|everybody|anyone|nobody|some|one|some of you)(?: all)?\Z",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"\A(?:an?|any|every|each|some(?! of)) ", re.IGNORECASE)
NEW = re.compile(r"\b(?:new|next|wave|generation|first|day|moment|era|few|lot|bunch|number|majority|most|major|handful)\b", re.IGNORECASE)

#: Verbs of change and outcome: with a definite subject they make a future a prediction, even with no word on time.
OUTCOMES = frozenset(
    "be become remain stay continue go keep come emerge appear disappear vanish die end stop start begin grow shrink rise fall drop increase decrease decline "
    "double triple improve worsen replace displace win lose beat dominate outperform overtake surpass exceed fail succeed survive collapse merge converge split "
    "consolidate attract lead cause force drive change transform reshape reduce eliminate spawn turn look feel seem prove matter happen arrive spread take move "
    "shift leave reach pass cross hit achieve trend evolve swallow absorb decide determine define follow differ produce slow accelerate halve plateau peak "
    "saturate commoditise commoditize democratise democratize flatten integrate break make settle dwindle outnumber eat kill bail close regret suffer struggle recover ease catch punish cease".split()
)
#: Verbs by which speakers announce their own next words, and readers are addressed.
SPEECH = frozenset(
    "say tell ask answer give show read talk discuss explain cover hear notice mention note list name describe argue add admit call know agree enjoy find love like recognise recognize".split()
)
#: What somebody means to do is a plan; of such verbs only a forecast makes a prediction.
PLANS = frozenset(
    "launch release ship publish open hire teach host hold invest offer present announce introduce unveil roll deliver put build run use charge join speak meet attend sell post serve step let try".split()
)
#: All of a kind, or a share of it, has nothing arranged: "by 2030 most banks will use it".
QUANTIFIED = re.compile(
    r"(?:(?:nearly|almost|virtually|practically|about|around|at least|up to|(?:more|fewer|less) than|over|well over) )*"
    r"(?:all|every|each|most|many|few|no|none|half|both|any|a (?:third|quarter|fifth|tenth|majority|minority|handful)|two[ -]thirds|three[ -]quarters|\d[\d.,]*(?: ?%| per ?cent))\b",
    re.IGNORECASE,
)
OUGHT = re.compile(
    r"\A(?:have to|need|want|require|be able|depend|come (?:back|and go|as)|(?:go|get) back|be (?:required|asked|held|served|recorded|posted|published|announced|streamed|released|launched|joined|back|here|speaking|talking)|be \w+ing)\b"
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
AUDIENCE = re.compile(
    r"\A (?:(?:his|her|their|its|our|my|your) (?:own )?(?:staff|team|employees|students|people|readers|users|customers|players|pupils|guests|children|kids)|is|readers?|listeners?|viewers?|you|everyone|the audience|him|me|us)\b"
)
#: Words of a noun phrase; a longer one has a verb.
SHORT = 2
#: Who says so, before or behind what is said.
_NAME = r"(?:[A-Z][\w.’'-]{0,20} ){0,2}[A-Z][\w’'-]{1,20}"
FRAME = re.compile(
    rf"(?P<before>{_NAME}(?:,(?= ))?|[Ss]?[Hh]e|\b(?:The|the|A|a|An|an|One|one)(?: [\w’'-]{{1,20}}){{1,7}}?) (?:also |still |now )?"
    r"(?:says?|said|thinks?|believes?|argues?|holds|warns?|predicts?|expects?|reckons)\b(?= that\b|,| [a-z])"
    rf"|\b(?:says?|said|according to|argues?|thinks|believes) (?P<behind>{_NAME}|(?:the|a|an|one)(?: [\w’'-]{{1,20}}){{1,7}})"
)
#: Somebody else says so, whoever it is.
REPORTED = re.compile(r"\b(?:says|said|argues|argued|warns|warned|told|predicts)\b")
CONDITION = re.compile(
    r"(?<!even )(?<!on )(?<!moment )(?<!day )(?<!time )(?<!point )\b(?:if|unless|once|when|whenever|as long as|provided(?: that)?|as soon as)\b(?: (?!because\b|then\b)[\w’'\"“”$%./-]*[\w’'\"“”%])+",
    re.IGNORECASE,
)
#: A case that is anybody's: what follows of it is no forecast but how such things go.
ANYBODYS = re.compile(r"\A\w+(?: \w+)? (?:you|I|we|an?|any|somebody|someone|your|my|one)\b", re.IGNORECASE)
ONCE = re.compile(r"\Aonce\b", re.IGNORECASE)
#: What somebody fears, wonders at or only puts up is not foretold.
NOT_HELD = re.compile(
    r"\b(?:wonders?|wondering|worr(?:y|ies)|fears?|risks?|dangers?|concerns?|idea|notion|myth|question|questions|joke|imagine|suppose|could go wrong|supposed to)\b",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(
    r"\A(?:to [a-z\"“].*|meanwhile|moreover|indeed|of course|however|though|therefore|too|then|in turn|in fact|(?:as|such as|including|like|especially|particularly|perhaps|for example|for instance)\b.*"
    r"|(?:[\w.’'-]+ ){0,3}(?:says?|thinks?|adds?|argues?|believes?|holds?|said))\Z",
    re.IGNORECASE,
)
#: Words on time that say less than any others.
ADVERBIAL = re.compile(r"(?:increasingly|eventually|soon)\Z", re.IGNORECASE)
EVERY_YEAR = re.compile(r"\A(?:[Aa]nd |[Bb]ut )?(?:every|each) year\b", re.IGNORECASE)

#: What befalls people whether they mean it or not: with a date, "we" and "you" foretell by these.
BEFALLS = frozenset(
    "have be get see need look run find know live lose end miss remember forget wonder laugh spend pay still talk regret".split()
)
#: What "we" or "you" see coming, rather than wait for.
SIGHT = re.compile(r"see (?!(?:if|whether|what|how|you|that|in|him|her|them|it|to|why|where|when|below|above|later|about|each)\b)[a-z]")
#: What is arranged, or laid down by law, and not foretold.
ARRANGED = re.compile(
    r"(?:be (?:held|published|announced|released|launched|streamed|recorded|posted|served|back|joined|hosted|offered|hiring)|take (?:effect|place)|come into (?:force|effect)|enter into force|"
    r"apply (?:from|to)|(?:start|begin) (?:on|in|at)|receive|invest)\b"
)
_MUCH = r"(?:(?:much|far|even|a lot|slightly|still|almost|nearly|completely|entirely|just|way|so much|long|very|largely|mostly|either|all but) ){0,2}"
#: What something will be, that it is not yet.
STATE = re.compile(
    rf"be {_MUCH}(?:about |some )?(?:[\d.,]+(?: to [\d.,]+| ?[–-] ?[\d.,]+)? ?(?:%|per ?cent|times|points?) )?(?:over|gone|dead|obsolete|everywhere|extinct|unrecogni[sz]able|irrelevant|different|won|lost|decided|replaced|transformed|solved|normal|standard|cheap|common|"
    r"(?:[a-z]{3,14}er)(?<!other)(?<!another)(?<!under)(?<!after)|more|less|fewer|worse|better|as [a-z]+ as|half|twice|the|an?|one of|no|nothing|winners|losers|[a-z]{3,14}(?:ed|en|wn) (?:by|into|as)|out of|in (?:trouble|crisis))\b"
)
#: With nothing but a pronoun before them and no word on time, only changes foretell.
TURN = re.compile(
    rf"(?:(?:get|become|grow) {_MUCH}(?:[a-z]{{3,14}}er|more|less|worse|better)\b|(?:replace|disappear|vanish|die|double|triple|collapse|explode|implode|backfire|regret|kill|eat|dominate|win|lose|happen|take over|change everything)\b"
    rf"|(?:keep|continue|go) (?:going |to )?(?:up|down|away|[a-z]{{3,14}}ing|rise|fall|grow)\b|be {_MUCH}(?:over|gone|dead|obsolete|everywhere|extinct|replaced|transformed)\b)"
)
#: Whoever is told of, in a story or on a stage.
ADDRESSED = re.compile(r"\b(?:s?he|one|some|some of you)\Z", re.IGNORECASE)
#: What is sure enough to be foretold without a word on time.
CHANCES = frozenset("likely unlikely bound destined doomed poised predicted projected forecast certain sure tipped primed".split())
#: Where something heads that is no place.
TURNING = re.compile(
    r" (?:about |around |maybe |perhaps )?[$€£]?\d| (?:an?|the|its|their|another)(?: [a-z]{2,14}){0,2} (?:fall|rise|record|crash|collapse|recession|shortage|default|extinction|split|merger|showdown|deficit|loss|defeat|victory|win|crisis|reckoning|glut|bust|boom|slump)\b"
)
TO_DO = re.compile(r" to [a-z]")
A_YEAR = re.compile(r"\b20\d\d\b")
IN_YEAR = re.compile(r"\b(?:in|since|back in) (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
LONG_AGO = re.compile(
    r"\b(?:(?:years|decades|months|a year|a decade) (?:ago|earlier)|back then|at the time|used to (?:say|think|tell|believe)|once (?:said|thought|believed|predicted))\b",
    re.IGNORECASE,
)
#: Verbs of saying and thinking in the past.
TOLD = re.compile(
    r"\b(?:said|told|thought|believed|predicted|promised|expected|wrote|claimed|assumed|warned|say|think|would have|was supposed|were supposed)\b"
)
PAST = re.compile(r"\b(?:was|were|had|did|went|came|got|made|said|told|[a-z]{3,14}ed)\b")
THAT = re.compile(r"(?<=\S )(?:that|which) (?P<rest>[^,]{0,80})\Z", re.IGNORECASE)
STOPS = re.compile(r"[.;]")
#: A guess with one of these may be about what already is.
NOW = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
#: "Ask her and it will …": what goes for anybody who tries.
BIDDEN = re.compile(
    r"(?!Give (?:it|them|this|that) )(?:Ask|Give|Put|Try|Take|Add|Leave|Let|Show|Tell|Pull|Push|Turn|Look|Wait|Press|Type|Open|Go)\b[^,;:]{3,80}\band\b"
)
#: Outcomes that are as often what such things do; of them only a definite subject foretells.
WEAK = frozenset(
    "fail lead cause force drive make break follow take leave hit go keep start stop begin produce determine reach pass reduce spread eat kill run slow".split()
)
DEFINITE = re.compile(
    r"(?:(?:and|but|so|then|now|yes) )*(?:the|this|that|these|those|our|its|their|his|her|my|most|many|no|nothing|some of|[a-z]+ of (?:the|these|those|them|us)|there)\b",
    re.IGNORECASE,
)
