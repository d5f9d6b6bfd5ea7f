"""The codes of problems: constant texts of one form, so that they can be listed, documented and looked for."""

import re

from tests.house.codes import codes


def test_every_code_is_a_constant_of_one_form() -> None:
    found = codes()
    assert len(found) > 50
    assert [code for code in found if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code)] == []
