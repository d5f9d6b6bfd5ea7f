"""Words that are about the publication and not about its subject: calls to subscribe, navigation, thumbnails, advertisements."""

import re

from generator.text import sentences, straighten

_OUTLET = (
    r"(?:newsletter|podcast|channel|youtube|spotify|apple podcasts?|itunes|inbox|mailing list|e-?mail list|feed|rss|substack|patreon|discord|"
    r"twitter|linkedin|instagram|facebook|show|updates?|weekly|daily|free|wherever you (?:get|listen))"
)
#: Reasons in words, and what gives them away. Each is looked for in one sentence; wording of the trade, not of one publisher.
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("call to subscribe", rf"\b(?:subscribe|sign up|follow us|join)\b.{{0,120}}\b{_OUTLET}\b"),
        ("call to subscribe", r"^(?:please |don't forget to |remember to |be sure to )?(?:subscribe|sign up|follow us|like and subscribe)\b.{0,80}$"),
        ("call to subscribe", r"\b(?:rate|review|like|share)\b(?:,| and| or| &)+ ?(?:rate|review|subscribe|share|follow)\b"),
        ("call to subscribe", r"\bleave (?:us )?a (?:rating|review|comment|like|five)"),
        ("call to subscribe", r"\bwe(?:'ll| will)? (?:\w+ ){0,6}(?:and )?(?:send|e-?mail|deliver|bring)s? (?:it |them )?(?:to )?you\b"),
        ("call to subscribe", r"\b(?:arrives?|delivered|sent|in your inbox|mailed)\b.{0,30}\b(?:daily|weekly|every (?:day|week|morning|monday|friday|sunday))\b"),
        ("call to subscribe", r"\b(?:straight|delivered|right|sent) (?:in)?to your (?:inbox|e-?mail|mailbox)\b"),
        ("call to subscribe", r"\b(?:more episodes|show notes|extras)\b.{0,80}\b(?:available|found|check out|visit|at|on)\b.{0,60}\b(?:\w+\.(?:com|org|io|ai|fm|net)|website|site)"),
        ("call to subscribe", r"\b(?:check out|visit|head (?:over )?to)\b.{0,80}\b\w+\.(?:com|org|io|fm|net)/(?:podcast|episodes?|newsletter)"),
        ("call to action", r"^(?:(?:do|would) you )?(?:want|looking|ready|need|like|curious)\b.{0,40}\b(?:your own|of your own|to try|a demo|to get started)\b.{0,40}\?$"),
        ("call to action", r"^(?:get|try|start|book|request|claim|download)\b.{0,30}\b(?:your own|free trial|for free|a demo|the app|now)\b.{0,30}$"),
        ("advertisement", r"\b(?:is|was|are) (?:brought to you|sponsored|supported|powered) by\b|^(?:sponsored|advertisement|a word from our sponsors?)\b"),
        ("advertisement", r"\b(?:our|today's|this (?:week|episode)'s) sponsors?\b"),
        ("advertisement", r"\b(?:use|with) (?:the |my |our )?(?:promo |discount |coupon )?code\b.{0,40}\b(?:off|discount|free|save|checkout)\b"),
        ("navigation", r"^(?:you (?:can|may|might|could) also (?:read|like|enjoy)|also read|see also|read (?:more|next|also|the full \w+)|(?:more|further|also) (?:to )?read(?:ing)?)\b.{0,60}$"),
        ("navigation", r"^(?:more|related|recommended|popular|trending|similar|latest|other) (?:from|articles?|posts?|stories|reading|episodes?|reads?|news|by)\b.{0,60}$"),
        ("navigation", r"^(?:share|share this|tweet|back to top|back to .{0,30}|skip to (?:main )?content|menu|home|next|previous|next post|previous post|log ?in|sign in|comments?|leave a reply|tags?|post|click here.{0,40}|view (?:in|this).{0,40})[:.!]?$"),
        ("navigation", r"^\d+\s*(?:min|minute)s?(?: of)? read(?:ing time)?$|^(?:\d+ )?(?:shares|views|likes|comments)$|^(?:share|posted|filed) (?:on|in|under|via)\b.{0,60}$"),
        ("legal notice", r"©|\ball rights reserved\b|^copyright\b|\b(?:privacy policy|terms of (?:service|use)|cookie (?:policy|settings)|we use cookies|accept (?:all )?cookies|unsubscribe)\b"),
        ("thumbnail", r"^(?:thumbnail|cover|featured|hero|header)[ -](?:image|photo|picture|art)\b|^(?:image|photo|picture)(?: credit| source| by|:)|^(?:avatar|thumbnail|logo|icon|image|photo)$"),
        ("thumbnail", r"^!?\[[^\]]*\]\([^)]*\.(?:png|jpe?g|gif|webp|svg|avif)[^)]*\)$|^\S*/?\S+\.(?:png|jpe?g|gif|webp|svg|avif)(?:\?\S*)?$"),
        ("markup", r"^<(?:!--|/?(?:img|iframe|div|span|br|hr|script|style|video|audio|embed|figure|p)\b).*>$|^\{[%{].*[%}]\}$|^(?:\*\s*){3,}$|^(?:-\s*){3,}$|^(?:_\s*){3,}$|^=+$"),
    )
)  # fmt: skip
_GREETING = re.compile(
    r"\b(?:thanks?(?: you)?(?: so much| very much)? for (?:having|coming|joining|listening|watching|tuning in|being)|welcome (?:back )?to|great to (?:have|be|see)"
    r"|(?:it's been|what) an? (?:absolute )?pleasure|good to be here|happy to be here|see you (?:next|in the next)|bye(?:-bye)?\b)",
    re.IGNORECASE,
)
#: A passage is set aside when at least this share of its words stands in such sentences: a call at the end of a real thought does not hide it.
_SHARE = 0.5
#: Greetings set aside only short turns; longer ones say something besides.
_GREETING_WORDS = 25


def reason(text: str) -> str:
    """Why a passage is not about its subject ("call to subscribe", "navigation", "thumbnail" …); empty if it may be."""
    flat = straighten(" ".join(text.split()))
    if len(flat) > 3000:
        return ""
    found: dict[str, int] = {}
    for start, end in sentences(flat):
        sentence = flat[start:end]
        why = next((name for name, sign in _SIGNS if sign.search(sentence)), "")
        if why:
            found[why] = found.get(why, 0) + len(sentence.split())
    words = len(flat.split())
    if found and sum(found.values()) >= _SHARE * words:
        return max(found, key=lambda name: found[name])
    if words <= _GREETING_WORDS and _GREETING.search(flat):
        return "greeting"
    return ""
