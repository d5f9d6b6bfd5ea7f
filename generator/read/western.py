"""Whether bytes that are not UTF-8 are surely Windows-1252, which much of the web was written in. Decodes nothing."""

import re

#: In front of a page: what a page of Windows-1252 says that it is (https://encoding.spec.whatwg.org/#names-and-labels).
_STATED = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)\b", re.IGNORECASE)
_TOP = 1024
#: Bytes to which Windows-1252 gives no character, and the rest of what no text holds.
_NONE = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
#: A character of several bytes of UTF-8: such a file was UTF-8 and is broken, or has been pasted together of both.
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
#: Three letters beyond ASCII side by side: another script (windows-1251 …), or no text at all.
_FOREIGN = re.compile(rb"[\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xff]{3}")
_WORD = re.compile(rb"[A-Za-z]+")
#: Words of which English prose has more than one in six (the eight most frequent ones of the British National Corpus that no other
#: language of the Latin script has as often); a tenth is enough.
_ENGLISH = frozenset(b"the of and to that it for with".split())
_FEWEST, _SHARE = 8, 0.1


def western(data: bytes) -> bool:
    """Whether the bytes are surely Windows-1252: the page says so, or all around its few other characters the text is English.

    In English text it matters little to which neighbour of Windows-1252 a file belongs: quotation marks and dashes are the same in all.
    """
    if _NONE.search(data) or _UTF_8.search(data):
        return False
    return _STATED.search(data[:_TOP]) is not None or (not _FOREIGN.search(data) and _english(data))


def _english(data: bytes) -> bool:
    words = _WORD.findall(data.lower())
    found = sum(word in _ENGLISH for word in words)
    return found >= _FEWEST and found >= _SHARE * len(words)
