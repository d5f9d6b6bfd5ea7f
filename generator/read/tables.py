"""Pipe tables: which lines are one, its header and rows, and what each cell holds. Knows nothing else of a document."""

import re

from generator.model import Cell, Table
from generator.read.inline import plain
from generator.text import LARGEST_NUMBER

_RULE = re.compile(r"\s*+(?:\|\s*+)?:?-{2,}+:?\s*+(?:\|\s*+:?-{2,}+:?\s*+)*+\|?\s*")
_NUMBER = r"[-+−±]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?"
_SCALE = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trillion": 1e12,
}
_CURRENCY = re.compile(rf"([-+−±]?)\s*([$€£¥])\s*({_NUMBER})\s*(k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)?\b", re.IGNORECASE)
_PERCENT = re.compile(r"([-+−±]?(?<!\d)\d[\d,]{0,40}(?:\.\d+)?(?:e[-+]?\d+)?)\s?%")
_PLAIN = re.compile(rf"({_NUMBER})\s*(k|m|mn|b|bn|t|tn|thousand|million|billion|trillion|x)?", re.IGNORECASE)
_DURATION = re.compile(rf"({_NUMBER})\s*(second|minute|hour|day|week|month|quarter|year)s?\b", re.IGNORECASE)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"(?:\d{{4}}-\d\d(?:-\d\d)?|(?:(?:{_MONTHS})\.?\s+)(?:\d{{1,2}},?\s+)?\d{{4}}|\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{4}}|Q[1-4]\s+\d{{4}}|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(r"\s*(?:~|≈|about\b|around\b|circa\b|c\.|est\.)\s*", re.IGNORECASE)


def is_row(line: str) -> bool:
    """Whether a line could be a table's row: it has a pipe that parts cells."""
    text = line.strip()
    return text.count("|") >= 2 or (text.count("|") == 1 and not text.startswith("|") and not text.endswith("|"))


def is_rule(line: str) -> bool:
    """Whether a line is the rule below a table's header (`|---|:--:|`)."""
    return "|" in line and _RULE.fullmatch(line) is not None


def parse(lines: list[str]) -> Table:
    """Header, rule and rows to a table; short rows are filled, and the cells of long ones beyond the header join the last one."""
    header = tuple(plain(text).text for text in _split(lines[0]))
    rows = []
    for line in lines[2:]:
        texts = _split(line)
        width = len(header)
        if len(texts) > width:
            texts = [*texts[: width - 1], " | ".join(texts[width - 1 :])]
        rows.append(tuple(cell(text) for text in [*texts, *[""] * (width - len(texts))]))
    return Table(header, tuple(rows))


def cell(raw: str) -> Cell:
    """What a cell holds: its text, and the kind and values of its numbers."""
    text = plain(raw).text
    if not text or text in {"-", "–", "—", "n/a", "N/A"}:
        return Cell(text, "empty")
    approximate = _APPROXIMATE.match(text)
    bare = text[approximate.end() :] if approximate else text
    kind, values, unit = _measure(bare)
    if any(abs(value) >= LARGEST_NUMBER for value in values):
        kind, values, unit = "text", (), ""
    return Cell(text, kind, values, unit, bool(approximate) and kind != "text")


def _measure(text: str) -> tuple[str, tuple[float, ...], str]:
    """Kind, values and unit of a cell's text."""
    percents = _PERCENT.findall(text)
    if len(percents) > 1 and re.search(r"[/+&,]", text):
        return "shares", tuple(_value(p) for p in percents), "%"
    if percents and _PERCENT.match(text):
        return "percent", (_value(percents[0]),), "%"
    if money := _CURRENCY.match(text):
        sign = -1.0 if money.group(1) in {"-", "−"} else 1.0
        return "currency", (sign * _value(money.group(3)) * _SCALE.get((money.group(4) or "").lower(), 1.0),), money.group(2)
    if _DATE.fullmatch(text):
        return "date", (), ""
    if span := _DURATION.match(text):
        return "duration", (_value(span.group(1)),), span.group(2).lower()
    number = _PLAIN.fullmatch(text)
    if number:
        scale = (number.group(2) or "").lower()
        return "number", (_value(number.group(1)) * _SCALE.get(scale, 1.0),), "x" if scale == "x" else ""
    return "text", (), ""


def _value(digits: str) -> float:
    return float(digits.replace(",", "").replace("−", "-").replace("±", ""))


def _split(line: str) -> list[str]:
    text = line.strip().removeprefix("|")
    text = text.removesuffix("|") if not text.endswith("\\|") else text
    return [part.replace("\\|", "|").strip() for part in re.split(r"(?<!\\)\|", text)]
