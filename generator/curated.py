"""An item more in a list of the curator's YAML, text in and text out: every byte that is there stays. Knows no file and no field.

YAML's own marks say where a list ends, so comments, order, line ends and the way a list is written are kept as no rewriting would.
"""

import yaml

from generator.written import fields


def with_item(text: str, field: str, item: str, *, entry: str = "") -> str | None:
    """YAML with an item more in a field's list; the field is made below the first one where it is not there. `item`: as `flow` makes it.

    `entry`: the id of the entry in a list of entries; empty: the text is one mapping. None: no such entry, or the field is no list.
    """
    mapping = _mapping(yaml.compose(text, Loader=yaml.SafeLoader), entry)
    if mapping is None:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    values = {key.value: value for key, value in mapping.value}
    if field not in values:
        key, value = mapping.value[_after(mapping)]
        at = _line_end(text, value)
        return f"{text[:at]}{newline}{' ' * key.start_mark.column}{field}: [{item}]{text[at:]}"
    held = values[field]
    if not isinstance(held, yaml.SequenceNode):
        return None
    if held.flow_style:
        at = held.value[-1].end_mark.index if held.value else held.start_mark.index + 1
        return f"{text[:at]}{', ' if held.value else ''}{item}{text[at:]}"
    at = _line_end(text, held.value[-1])
    return f"{text[:at]}{newline}{' ' * held.start_mark.column}- {item}{text[at:]}"


def flow(words: str, near: str = "") -> str:
    """Words as an item of a list in brackets, in quotation marks where YAML needs them; with `near`, a label that asks for company."""
    item = _quoted(words)
    return f"{{label: {item}, near: [{_quoted(near)}]}}" if near else item


def _quoted(words: str) -> str:
    return fields({"x": [words]}).strip().removeprefix("x: [").removesuffix("]")


def _mapping(root: yaml.Node | None, entry: str) -> yaml.MappingNode | None:
    """The entry's node."""
    if not entry:
        return root if isinstance(root, yaml.MappingNode) and root.value else None
    items = root.value if isinstance(root, yaml.SequenceNode) else []
    found = (item for item in items if isinstance(item, yaml.MappingNode))
    return next((item for item in found if any(key.value == "id" and value.value == entry for key, value in item.value)), None)


def _after(mapping: yaml.MappingNode) -> int:
    """Where a new field goes: below the last of the labels, else below the first field."""
    labels = [n for n, (key, _) in enumerate(mapping.value) if key.value in {"prefLabel", "altLabel", "hiddenLabel"}]
    return labels[-1] if labels else 0


def _line_end(text: str, node: yaml.Node) -> int:
    """The end of the line on which a value ends, behind a comment that follows it; of a block, before the line that begins the next."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    at = last.end_mark.index
    if text[at - 1 : at] == "\n":  # a folded text ends with its line
        at = len(text[:at].rstrip())
    end = text.find("\n", at)
    return len(text.rstrip()) if end < 0 else end - (text[end - 1 : end] == "\r")
