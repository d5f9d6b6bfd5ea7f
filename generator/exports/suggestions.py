"""`build/suggestions.json`, for the curator alone: what the program suspects, each with its reason and a line ready to paste."""

import json

from generator.exports.origins import suggested
from generator.exports.terms import mishearings
from generator.library import Library


def suggestions(library: Library) -> bytes:
    """Words that may be known names misheard, and sources that may have one origin."""
    found = {"mishearings": list(mishearings(library)), "origins": list(suggested(library))}
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
