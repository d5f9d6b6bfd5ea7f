"""`python -m tests.pages.golden` writes the pages of the hand-built library anew. Read the difference before you keep it."""

from tests.pages.hand_built import library
from tests.pages.rendered import pages
from tests.pages.test_golden import GOLDEN, PATHS

if __name__ == "__main__":
    for path in PATHS:
        (GOLDEN / path.replace("/", "-")).write_text(pages(library())[path], encoding="utf-8")
