"""Sources of several years, from files to the page of a trend: how often they speak of it, by period, each bar leading to a passage."""

import re
from pathlib import Path

from tests.build.project import make
from tests.build.test_build import seedbed

TREND = "---\nprefLabel: Price of water\naltLabel: [water price]\ndefinition: What a litre of water costs.\n---\nIt rises, most say.\n"
SEED = "---\ntitle: Water in {date}\nkind: article\ndate: {date}\npublish: full\n---\n# Water in {date}\n\n## What it costs\n\n{text}\n"
ABOUT = "The price of water is what a litre costs. The price of water is set by the town, and the water price moves all costs of water."
#: Two, three and two passages on it.
SAID = {
    "2023-02-10": f"{ABOUT} It rose.\n\n{ABOUT} It rose again.",
    "2023-08-20": f"{ABOUT} It doubled.\n\n{ABOUT} It decides who keeps a lawn.\n\n{ABOUT} It is high.",
    "2023-11-05": f"{ABOUT} It has come to rest.\n\n{ABOUT} It stays.",
}


def project(folder: Path) -> Path:
    made = make(folder)
    (made / "docs/trends").mkdir()
    (made / "docs/trends/water-price.md").write_text(TREND, "utf-8")
    for date, text in SAID.items():
        (made / f"seeds/water-{date}.md").write_text(SEED.format(date=date, text=text), "utf-8")
    return made


def test_the_page_of_a_trend_counts_its_passages_by_period(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    done = seedbed(folder, "build")
    assert done.returncode == 0, done.stderr
    page = (folder / "site/trends/water-price/index.html").read_text("utf-8")
    told = re.search(r'<desc id="chart-mentions-text">([^<]*)</desc>', page)
    counts = dict(re.findall(r"([A-Z]\w+ 2023): (\d+)", told[1] if told else ""))
    assert {period: n for period, n in counts.items() if n != "0"} == {"Feb 2023": "2", "Aug 2023": "3", "Nov 2023": "2"}
    assert len(counts) == 10, "months in which nobody speaks of it are there, too"
    bars = re.findall(r'<a xlink:href="../../sources/([\w-]+)/#(p-\w+)" class="sb-point" aria-label="([^"]+)"', page)
    assert [label for *_, label in bars] == [f"{period}: {n}" for period, n in counts.items() if n != "0"]
    for source, anchor, _ in bars:
        assert f'id="{anchor}"' in (folder / f"site/sources/{source}/index.html").read_text("utf-8")
