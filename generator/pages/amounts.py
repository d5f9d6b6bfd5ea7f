"""How pages write amounts: a value or range with its unit, and the short form that an axis has room for. No library."""

import math

from generator.found import Observation

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_NAMES = {"USD": "US dollars", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "%": "per cent", "x": "times as much", "to one": "to one"}
_SCALES = ((1e12, "trillion", "T"), (1e9, "billion", "B"), (1e6, "million", "M"))
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
#: From here on nobody reads the name of a scale.
_HUGE = 1e15
_THOUSAND = 1e3
#: Below it Python would write a power of ten.
_TINY = 1e-4


def amount(o: Observation) -> str:
    """`about $20 per million tokens`, `5–10× per year`, `4 to 1`, `1 million tokens`."""
    words = _valued(o.low, o.high, o.unit) + (f" per {o.per}" if o.per else "")
    return _qualified(o, words)


def bare(o: Observation) -> str:
    """The amount where the unit stands beside it once for all: `about $2–20`, `70–100`."""
    words = _valued(o.low, o.high, o.unit if o.unit in {*_SIGNS, "%", "x", "to one"} else "")
    return _qualified(o, words)


def _qualified(o: Observation, words: str) -> str:
    return f"{o.limit} {words}" if o.limit else f"about {words}" if o.about else words


def counted_in(unit: str, per: str) -> str:
    """A unit in words, for the caption of a chart: `US dollars per million tokens`; empty where there is none."""
    name = _NAMES.get(unit, unit)
    return f"{name} per {per}" if name and per else name or (f"per {per}" if per else "")


def tick(value: float, unit: str) -> str:
    """A value as short as an axis needs it: `$0.5`, `10k`, `1M`, `10²⁵`."""
    sign = "−" if value < 0 else ""
    size = abs(value)
    if size >= _HUGE:
        text = _power(size)
    else:
        scale, letter = next(((n, short) for n, _, short in _SCALES if size >= n), (_THOUSAND, "k") if size >= _THOUSAND else (1.0, ""))
        text = f"{size / scale:.4g}{letter}"
    return f"{sign}{_SIGNS.get(unit, '')}{text}{_behind(unit)}"


def _valued(low: float, high: float, unit: str) -> str:
    sign = _SIGNS.get(unit, "")
    if low == high:
        value = f"{'−' if low < 0 else ''}{sign}{_number(abs(low), coins=bool(sign))}"
    elif low < 0:
        value = f"−{sign}{_number(abs(high))} to −{sign}{_number(abs(low))}"
    else:
        value = f"{sign}{_range(low, high, coins=bool(sign))}"
    if unit in _SIGNS:
        return value
    return value + (_behind(unit) or {"to one": " to 1", "": ""}.get(unit, f" {_named(unit, high)}"))


def _behind(unit: str) -> str:
    return {"%": "%", "x": "×"}.get(unit, "")


def _named(unit: str, value: float) -> str:
    """The unit in the singular for exactly one."""
    one = value == 1 and unit.endswith("s") and unit.islower() and not unit.endswith("ss")
    return unit[:-1] if one else unit


def _range(low: float, high: float, *, coins: bool) -> str:
    scale = next((n for n, _, _ in _SCALES if low >= n and high < n * _THOUSAND), 1.0)
    return f"{_digits(low / scale)}–{_number(high)}" if scale > 1 else f"{_number(low, coins=coins)}–{_number(high, coins=coins)}"


def _number(value: float, *, coins: bool = False) -> str:
    """With `coins`, a broken sum has two decimals."""
    if coins and 0.01 <= value < _THOUSAND and value != int(value):
        return f"{value:.2f}"
    if value >= _HUGE:
        return _power(value)
    scale, name = next(((n, name) for n, name, _ in _SCALES if value >= n), (1.0, ""))
    return f"{_digits(value / scale)} {name}".strip()


def _digits(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    if value >= _THOUSAND:
        return f"{value:,.1f}"
    return f"{value:.4g}" if value >= _TINY else f"{value:.12f}".rstrip("0")


def _power(value: float) -> str:
    exponent = math.floor(math.log10(value))
    lead = f"{value / 10**exponent:.3g}"
    power = "10" + str(exponent).translate(_RAISED)
    return power if lead == "1" else f"{lead} × {power}"
