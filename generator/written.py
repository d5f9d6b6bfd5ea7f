"""Fields → YAML as a curator would write it: a field a line, lists in brackets, quotation marks only where YAML needs them. Reads none."""

from collections.abc import Mapping, Sequence

import yaml

#: YAML would read `2024-06-12` as a date; here it stays the text that it is, so it needs no quotation marks.
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Dumper(yaml.SafeDumper):
    """Safe YAML in which a date is a text."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def fields(values: Mapping[str, str | Sequence[str]]) -> str:
    """The fields that are not empty, a line each, in the order given."""
    return "".join(_field(name, value) for name, value in values.items() if value)


def front_matter(values: Mapping[str, str | Sequence[str]]) -> str:
    """The fields between two lines of three hyphens."""
    return f"---\n{fields(values)}---\n"


def _field(name: str, value: str | Sequence[str]) -> str:
    """One field; a list stands in brackets on its line."""
    listed = not isinstance(value, str)
    whole = {name: str(value) if isinstance(value, str) else [str(item) for item in value]}
    text: str = yaml.dump(whole, Dumper=_Dumper, allow_unicode=True, width=float("inf"), default_flow_style=listed)
    return f"{text.strip()[1:-1]}\n" if listed else text
