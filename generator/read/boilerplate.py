"""Words that are about the publication and not about its subject: calls to subscribe, navigation, thumbnails, advertisements."""

import re

from generator.text import sentences, straighten

_OUTLET = (
    r"(?:newsletter|podcast|channel|youtube|spotify|apple podcasts?|itunes|inbox|mailing list|e-?mail list|letter|feed|rss|substack|patreon|discord|"
    r"twitter|linkedin|instagram|facebook|show|updates?|weekly|daily|free|wherever you (?:get|listen))"
)
_FILES = r"(?:png|jpe?g|gif|webp|svg|avif)"
#: Reasons in words, and what gives them away in one sentence: wording of the trade, not of one publisher. One pattern a line.
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, patterns in (
        ("advertisement", (
            r"\b(?:is|was|are) (?:brought to you|sponsored|supported|powered|presented) by\b|^(?:sponsored|advertisement|a (?:quick )?word from)\b",
            r"\b(?:our|today's|this (?:week|episode|month)'s|the) (?:sponsors?|(?:advertising )?partners?)\b(?= (?:today|this|is|are|,|for|who)|,|:)|\btime for our (?:friends|sponsors?)\b",
            r"^(?:a )?(?:quick )?word from\b|\bone minute for our (?:partner|sponsor|friends)",
            r"\b(?:use|with|type|enter)\b.{0,30}\bcode\b.{0,40}|\bat checkout\b|\b(?:percent|%) off (?:your|on|for|with|and|the first)\b|\bmonths? (?:are )?free for (?:listeners|readers|subscribers)\b",
        )),
        ("call to subscribe", (
            rf"\b(?:subscribe|sign up|follow us|join us)\b.{{0,120}}\b{_OUTLET}\b",
            r"(?:^|[,;:] |\b(?:please|and|do|to|remember to|don't forget to) )(?:subscribe|sign up|follow us|like and subscribe|rate us|hit the bell|share us)\b(?! (?:fees?|revenue|model))",
            r"\b(?:rate|review|like|share)\b(?:,| and| or| &)+ ?(?:rate|review|subscribe|share|follow)\b|\btell a (?:friend|colleague)\b",
            r"\b(?:leave|give) (?:us )?(?:a|an|your|five|5) ?(?:honest |nice |quick )?(?:rating|review|comment|like|stars?)\b",
            r"\bwe(?:'ll| will)? (?:\w+ ){0,6}(?:and )?(?:send|e-?mail|deliver|bring)s? (?:it |them )?(?:to )?you\b",
            r"\bwe (?:scan|sift|listen to|read|watch|summari[sz]e|follow)\b.{0,40}\b(?:podcasts?|shows|papers|newsletters|feeds|sources|episodes)\b.{0,60}\b(?:so (?:that )?you|daily|each week|every|a week|keep)\b",
            r"\b(?:arrives?|delivered|sent|mailed)\b.{0,30}\b(?:daily|weekly|every (?:day|week|weekday|morning|monday|friday|sunday))\b",
            r"\b(?:in|to|into) your (?:inbox|mailbox)\b|\bevery (?:weekday|morning|week) (?:at|in)\b.{0,30}\b(?:inbox|seven|eight|mail)\b",
            r"\b(?:more episodes|show notes|extras|our newsletter)\b.{0,60}\b(?:available|found|check out|visit|at|on)\b.{0,60}\b(?:\w+\.(?:com|org|io|ai|fm|net)|website|site|page)\b",
            r"\b(?:check out|visit|head (?:over )?to)\b.{0,80}\b\w+\.(?:com|org|io|fm|net)/(?:podcast|episodes?|newsletter)",
            r"\b(?:forwarded (?:this )?to you|you (?:get|got|receive|received|are receiving) this (?:e-?mail |newsletter |letter )?because|manage (?:your )?(?:preferences|subscription)|unsubscribe|removed from this list|reply to this e-?mail|view (?:this e-?mail )?in (?:your )?browser)\b",
            r"\b(?:subscribers|members) get\b|\byou are reading a free\b",
        )),
        ("call to action", (
            r"^(?:(?:do|would) you )?(?:want|looking|ready|need|like|curious)\b.{0,40}\b(?:your own|of your own|to try|a demo|to get started)\b.{0,40}\?$",
            r"^(?:get|try|start|book|request|claim|download|create|make)\b.{0,30}\b(?:your own|free trial|for free|a demo|the app|now)\b.{0,40}$",
        )),
        ("navigation", (
            r"^(?:you (?:can|may|might|could) also (?:read|like|enjoy)|also read|see also|read (?:more|next|also|the full \w+)|(?:more|further|also) (?:to )?read(?:ing)?)\b.{0,60}$",
            r"^(?:you (?:can|may|might|could) also (?:read|like|enjoy)|read (?:more|next)|related|previous(?: post| episode)?|next(?: post| episode)?|tagged|tags|filed under|categories|posted in|listen on|share)\s*:.{0,120}$",
            r"^(?:more|related|recommended|popular|trending|similar|latest|other) (?:from|articles?|posts?|stories|reading|episodes?|reads?|by)\b.{0,60}$",
            r"^(?:share|share this|tweet|back to .{1,30}|skip to (?:main )?content|menu|home|next|previous|(?:next|previous) post|log ?in|sign in|comments?|comments are (?:closed|open|off)|leave a reply|tags?|post|click here.{0,40}|show transcript|transcript below|listen now|play|\(?end\)?)[:.!]?$",
            r"^(?:reading time:? )?\d+\s*(?:min|minute)s?(?: of)?(?: read(?:ing time)?)?$|^[\d,.]+[km]? (?:shares|views|likes|comments)\b.{0,40}$|^(?:share|posted|filed|listen|watch|available) (?:on|in|under|via)\b.{0,60}$",
        )),
        ("legal notice", (
            r"©|\ball rights reserved\b|^copyright\b|\b(?:privacy policy|terms of (?:service|use)|cookie (?:policy|settings)|we use cookies|accept (?:all )?cookies)\b",
        )),
        ("production note", (
            r"^\W*(?:captions?|captioned|subtitles?|subtitled|transcri(?:pt|bed|ption)s?|edited|produced|music)\b.{0,20} by\b|\bwas (?:edited|produced|transcribed) by\b",
            r"\b(?:auto(?:matically)?[- ]generated|rush transcript|may (?:not be in its final form|contain errors)|machine[- ](?:generated|transcribed)|lightly edited for)\b|\bupgrade to remove\b",
            r"^(?:brief|digest|summary|notes|today's issue)\b.{0,20}\bby\b",
        )),
        ("thumbnail", (
            r"^(?:thumbnail|cover|featured|hero|header)[ -](?:image|photo|picture|art)\b|^(?:image|photo|picture)s?(?: credit| source| by|:)|^(?:avatar|thumbnail|logo|icon|image|photo)$",
            rf"^!?\[[^\]]*+\]\((?=[^)]*+\)$)[^)]*?\.{_FILES}|^(?=\S+$)\S+\.{_FILES}(?:\?|$)",
        )),
        ("markup", (
            r"^<(?:!--|/?(?:img|iframe|div|span|br|hr|script|style|video|audio|embed|figure|p)\b).*>$|^\{[%{].*[%}]\}$",
        )),
    )
    for pattern in patterns
)  # fmt: skip
#: Short pieces between bullets, pipes, or arrows: menus, breadcrumbs, lists of links.
_PIECES = re.compile(r"(?<!\s)\s+(?:[·•|›»→]|/)\s+")
_GREETING = re.compile(
    r"\b(?:thanks?(?: you)?(?: so much| very much)? for (?:having|coming|joining|listening|watching|tuning in|being)|welcome (?:back )?to|great to (?:have|be|see)"
    r"|(?:it's been|what) an? (?:absolute )?pleasure|good to be here|happy to be here|see you (?:next|in the next)|bye(?:-bye)?\b)",
    re.IGNORECASE,
)
#: A passage is set aside when at least this share of its words stands in such sentences: a call at the end of a real thought does not hide it.
_SHARE = 0.5
#: Greetings set aside only short turns; longer ones say something besides.
_GREETING_WORDS = 25
#: No notice about a publication is longer; longer text is not looked through, which also bounds the patterns' time.
_LONGEST = 1200


#: An advertisement read aloud is set aside whole when it is not longer: its first sentence gives it away, the rest praises.
_READ_ALOUD = 90


def reason(text: str, *, spoken: bool = False) -> str:
    """Why a passage is not about its subject ("call to subscribe", "navigation", "thumbnail" …); empty if it may be.

    `spoken`: short greetings and farewells are set aside as well.
    """
    flat = straighten(" ".join(text.split()))
    words = len(flat.split())
    if len(flat) > _LONGEST or not words:
        return ""
    if is_menu(flat):
        return "navigation"
    found: dict[str, int] = {}
    for start, end in sentences(flat):
        sentence = flat[start:end]
        why = next((name for name, sign in _SIGNS if sign.search(sentence)), "")
        if why:
            found[why] = found.get(why, 0) + len(sentence.split())
    if "advertisement" in found and words <= _READ_ALOUD:
        return "advertisement"
    if found and sum(found.values()) >= _SHARE * words:
        return max(found, key=lambda name: found[name])
    return "greeting" if spoken and words <= _GREETING_WORDS and _GREETING.search(flat) else ""


def is_menu(text: str) -> bool:
    """Whether a line is three or more short pieces side by side, without a sentence among them."""
    pieces = _PIECES.split(text)
    return (
        len(pieces) >= 3
        and not text.lower().startswith("by ")
        and all(1 <= len(piece.split()) <= 7 for piece in pieces if piece)
        and not any(len(piece) > 60 for piece in pieces)
    )
