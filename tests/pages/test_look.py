"""What the theme is told, and what is served with the site: nothing is asked of another host."""

import re
from typing import cast

from tests.pages.rendered import ROOT, configuration

CSS = (ROOT / "docs/assets/seedbed.css").read_text(encoding="utf-8")


def test_the_engine_has_search_and_nothing_else_to_run() -> None:
    assert configuration()["plugins"] == ["search"]
    assert not {"hooks", "repo_url", "copyright"} & configuration().keys()


def test_scripts_are_served_with_the_site_and_wait_for_the_page() -> None:
    for script in cast(list[dict[str, object]], configuration().get("extra_javascript", [])):
        assert (ROOT / "docs" / str(script["path"])).is_file() and script["defer"]


def test_fonts_are_served_with_the_site() -> None:
    assert configuration()["theme"]["font"] is False  # type: ignore[index]  # a mapping
    assert "http" not in CSS and "@import" not in CSS
    named = set(re.findall(r"url\(([^)]+)\)", CSS))
    assert named == {f"fonts/{path.name}" for path in (ROOT / "docs/assets/fonts").glob("*.woff2")}
    assert (ROOT / "docs/assets/fonts/LICENSE.txt").is_file()


def test_notes_stay_out_of_the_navigation() -> None:
    assert str(configuration()["not_in_nav"]).split() == ["/sources/*", "/topics/*", "/trends/*", "/issues/*"]


def test_every_look_has_its_class() -> None:
    makers = [*(ROOT / "templates").glob("*.md"), *(ROOT / "templates/theme").glob("*.html"), ROOT / "generator/pages/references.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in makers)
    used = {name for classes in re.findall(r'class="([^"]+)"', text) for name in re.findall(r"\bsb-[a-z-]*[a-z]\b", classes)}
    styled = set(re.findall(r"\.(sb-[a-z-]*[a-z])\b", CSS))
    by_role = {"sb-list-item", "sb-key-point", "sb-insight", "sb-watch", "sb-takeaway", "sb-prediction", "sb-verdict", "sb-why-it-matters"}
    by_role |= {"sb-category", "sb-caption", "sb-chip-central", "sb-misheard"}
    assert styled <= used | by_role | {"sb-speaker"}
