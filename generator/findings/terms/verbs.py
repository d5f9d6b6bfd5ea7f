"""The words of a term, bare or in quotation marks, and the verbs that say what a thing is. Only forms of words."""

import re

TERM = r"[^\W_][\w.+#/&'’-]*(?: [^\W_][\w.+#/&'’-]*){0,4}?"
QUOTED = rf"[\"“‘'](?P<quoted>{TERM}),?[\"”’']"
_JUST = r"(?:(?:just|simply|basically|really|essentially|roughly|usually|often|here) )?"
#: "X is …", "X means …", "X measures how …".
VERB = re.compile(
    rf"\s{_JUST}(?P<means>means|mean|refers? to|stands? for|denotes?|is used to (?:mean|describe)"
    r"|(?:is|are) (?:defined as|short for|shorthand for|jargon for|slang for|code for|another (?:word|name) for"
    r"|(?:the|an?) (?:\w+ )?(?:term|word|name)(?: \w+|, [^,]{3,30},)? (?:for|to)"
    r"|what (?:\w+ ){1,3}(?:calls?|says?(?= (?:when|if) ))|(?:exactly |just )?what (?:it|they) (?:says?"
    r"|sounds? like)(?=:)))(?P<colon>:)?\s+"
    r"|\s(?P<is>is|are|being),?\s+(?!not\b)"
    rf"|\s{_JUST}(?P<does>measures?|describes?|counts?|tells (?:you|us)|captures?|tracks?|says?|states?|holds?|happens?|occurs?"
    r"|arises?|works?|consists?|involves?)\s+"
    r"(?=by \w+ing |of |in \w+ing |\w+ing |how |what |whether |the (?:number|share) |the (?:[a-z]+ ){1,4}(?:in|at|by|to) which |when "
    r"|that (?:an?|the|any|every|if|when|in) )"
)
