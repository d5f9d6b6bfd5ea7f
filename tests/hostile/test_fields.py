"""Fields that take one of a few values, or an address: what a source states there is told as wrong, or is harmless as it stands."""

from generator.model import SourceText
from generator.read import read, read_all
from tests.hostile.payloads import PAYLOADS
from tests.hostile.project import quoted

CHOSEN = ("kind", "publish", "form", "sha256", "date")
ADDRESSES = ("url", "media")


def test_a_field_of_few_values_takes_no_other() -> None:
    for text in PAYLOADS.values():
        fields = "".join(f"{name}: {quoted(text)}\n" for name in CHOSEN)
        document, problems = read(SourceText("seeds/a.md", f"---\n{fields}---\nCompost feeds the soil.\n".encode()))
        assert document is None
        assert {p.location.line for p in problems if p.code == "field-value"} == set(range(2, 2 + len(CHOSEN))), text


def test_an_address_is_one_of_the_web_or_told_as_wrong() -> None:
    for text in PAYLOADS.values():
        fields = "".join(f"{name}: {quoted(text)}\n" for name in ADDRESSES)
        document, problems = read(SourceText("seeds/a.md", f"---\n{fields}---\nCompost feeds the soil.\n".encode()))
        wrong = {p.location.line for p in problems if p.code == "field-value"}
        assert wrong == {2, 3} or (document and document.url == document.media and document.url.startswith("https://")), text
        assert document is None or not set(document.url) & set("<>\"' \n"), text


def test_a_source_is_derived_from_seeds_only() -> None:
    for text in PAYLOADS.values():
        head = f"---\nderived_from: [{quoted(text)}]\n---\nCompost feeds the soil.\n"
        problems = read_all([SourceText("seeds/a.md", head.encode())])[1]
        assert {"derived-unknown", "field-value"} & {p.code for p in problems}, text
