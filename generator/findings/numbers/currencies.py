"""Cents and dictated prices: which currency they are in, told by what stands around them. No numbers are found here."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.found import Observation

_NAMES = {"USD": r"\$|\bdollars?\b", "EUR": r"€|\beuros?\b", "GBP": r"£|\bpounds?\b", "JPY": r"¥|\byen\b"}
_CURRENCIES = {code: re.compile(name, re.IGNORECASE) for code, name in _NAMES.items()}
_CENTS = 0.01


def only_currency(text: str) -> str:
    """The one currency whose sign or name a text uses; empty if it uses several or none."""
    used = [code for code, name in _CURRENCIES.items() if name.search(text)]
    return used[0] if len(used) == 1 else ""


def in_currency(o: Observation, currency: str) -> Observation:
    """Cents as parts of a currency."""
    if o.unit != "cents" or currency not in {"USD", "EUR"}:
        return o
    return replace(o, unit=currency, low=round(o.low * _CENTS, 6), high=round(o.high * _CENTS, 6))


def units_told(found: Sequence[Observation]) -> Iterator[Observation]:
    """With the unit that a dictated price lacks, where all that count the same by the same and have a unit have the same one."""
    units: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for o in found:
        if o.unit:
            units[_counted_by(o)].add(o.unit)
    for o in found:
        known = units[_counted_by(o)] if o.per and not o.unit and o.column is None and (o.measured or o.subject) else set()
        yield replace(o, unit=next(iter(known)), unit_told=True) if len(known) == 1 else o


def _counted_by(o: Observation) -> tuple[object, ...]:
    return (o.measured, o.per) if o.measured else (o.measure.lower(), o.subject, o.per)
