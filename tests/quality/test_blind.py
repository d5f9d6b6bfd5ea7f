"""What is found in documents whose author, and labeller, had never seen the program: floors that only rise. Figures are printed with `-s`.

The rules were mended after a look at two of the four groups; what the others reach is what to expect of a source that nobody has seen.
"""

import pytest

from tests.quality.blinded import LOOKED, MEASURES, UNSEEN

#: Precision and recall in hundredths: of the groups that were looked at, then of those that were not.
FLOORS = {
    "kinds": ((100, 100), (100, 100)),
    "turns": ((100, 100), (98, 98)),
    "predictions": ((91, 84), (90, 47)),
    "horizons": ((100, 100), (100, 100)),
    "numbers": ((93, 68), (88, 51)),
    "units": ((89, 89), (86, 86)),
    "quotes": ((100, 96), (93, 87)),
    "acronyms": ((100, 73), (100, 62)),
    "definitions": ((100, 70), (100, 5)),
    "disagreements": ((100, 50), (100, 50)),
}


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize(("groups", "at"), [(LOOKED, 0), (UNSEEN, 1)], ids=["looked at", "unseen"])
def test_precision_and_recall(name: str, groups: tuple[str, ...], at: int) -> None:
    score = MEASURES[name](groups)
    precision, recall = score.hundredths()
    print(f"\n{name}, {', '.join(groups)}: precision {precision} of {score.found}, recall {recall} of {score.wanted}")
    assert (precision >= FLOORS[name][at][0], recall >= FLOORS[name][at][1]) == (True, True), (precision, recall)
